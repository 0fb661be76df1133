"""Numbers of a statement that the article lacks, and that may be right all the same."""

import re
from dataclasses import replace

from summarizer.faithfulness.issue import Issue
from summarizer.schemas.brief import Article

_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b(?:{'|'.join(_ENGLISH_MONTHS)})", re.IGNORECASE)
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
_DIGITS = re.compile(r"(?<!\d)0*(\d+)")
_SMALL = re.compile(
    r"(?<!-)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|both)\b(?!-|\s(?:hundred|thousand|million|billion))",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?(?:T.*)?")


def regraded(issue: Issue, article: str) -> Issue:
    """Make an issue less than hard if code may have failed to read its number.

    It is firm, asked again once and then kept, if its digits stand in the article (« 1h19 »), or if it is a
    small number in words, which may count what the article lists. A date in a month that the article names is
    a remark: a weekday may give it.
    """
    if issue.code != "number" or issue.severity != "hard":
        return issue
    month = _MONTH.search(issue.words)
    if month and _MONTHS[_ENGLISH_MONTHS.index(month[0][:3].lower())] in article.lower():
        return replace(issue, severity="soft")  # « lundi » of an article dated 25 October may be the 24th
    digits = _DIGITS.findall(issue.words)
    there = bool(digits) and set(digits) <= set(_DIGITS.findall(article))
    counted = not digits and bool(_SMALL.search(issue.words))
    return replace(issue, severity="firm") if there or counted else issue


def dateline(article: Article) -> list[str]:
    """Give the article's date as its text would say it, so that a statement may give it."""
    found = _ISO_DATE.fullmatch(article.published or "")
    if found is None:
        return []
    year, month, day = found.groups()
    return [" ".join(filter(None, (day and day.lstrip("0"), _MONTHS[int(month) - 1], year)))]
