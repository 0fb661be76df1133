"""Whether something happens before or after a date as in the French: “after 2030” for « d'ici à 2030 »."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.numbers.dates import months
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_BEFORE = 32  # characters
_ENGLISH = re.compile(
    r"\b(?:(?P<before>by|before|until|till)|(?P<after>after|since|from|as\sof|starting))\s"
    r"(?:the\s)?(?:end\sof\s|start\sof\s|beginning\sof\s|early\s|late\s|mid-|year\s)?\Z",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\b(?:in|on)\s\Z", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:not|n['’]t|never|no|only|cannot)\b", re.IGNORECASE)
_FRENCH = re.compile(
    r"(?:(?P<before>\bavant|\bd['’]ici|\bjusqu|\bau\splus\stard)|(?P<after>\baprès|\bdepuis|\bdès|\bà\s(?:partir|compter)))"
    r"(?:['’]|\s)?(?:(?:à|au|en|le|la|l['’]|de|d['’]|du|fin|début|mi|fin\sde)[\s-]?){0,4}\Z",
    re.IGNORECASE,
)
_FRENCH_TURNED = re.compile(r"\b(?:pas|plus|jamais)\s(?:[a-zà-ÿ]+\s)?\Z", re.IGNORECASE)
_EXCLUSIVE = re.compile(r"\b(?:avant|après|d['’]ici)", re.IGNORECASE)
_FRENCH_PLAIN = re.compile(r"(?<!plus )(?<!que )\b(?:le|en)\s\Z", re.IGNORECASE)
_KINDS = frozenset({"date", "time"})
_LISTED = re.compile(r",?\s(?:and|or)\b")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def deadline_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A date before which something happens in one language, and after which in the other."""
    return _compared(said, evidence, dropped=False)


def dropped_deadline_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A date on which something happens in English, and before or after which it does in French."""
    return _compared(said, evidence, dropped=True)


def _compared(said: Said, evidence: Evidence, *, dropped: bool) -> list[Issue]:
    dates = [each for each in evidence.numbers if each.kind in _KINDS]
    hours = sum(each.kind == "time" for each in said.numbers)
    for number in said.numbers if dates else ():
        if number.kind not in _KINDS or number.upper is not None:
            continue
        alike = [each for each in dates if each.kind == number.kind and _is_same(number, each, hours)]
        if len(alike) != 1:
            continue
        french = evidence.number_text[max(0, alike[0].start - _BEFORE) : alike[0].start]
        meant = _FRENCH.search(french)
        before = said.text[max(0, number.start - _BEFORE) : number.start]
        if _TURNED.search(before) or (meant and _FRENCH_TURNED.search(french[: meant.start()])):
            continue
        told = _ENGLISH.search(before)
        if dropped:
            listed = bool(_LISTED.match(said.text, number.end))
            wrong = _is_dropped(before, meant) or (not listed and _is_made_up(told, meant, french))
        else:
            wrong = bool(told and meant and told.lastgroup != meant.lastgroup)
        if wrong:
            message = (
                f"“{number.text}” is no such limit in the French: see « {french[-12:]}{alike[0].text} »."
            )
            return [Issue("time_unit", number.text, message)]
    return []


def _is_dropped(before: str, meant: re.Match[str] | None) -> bool:
    """“in 2030” for « d'ici à 2030 »."""
    return meant is not None and bool(_PLAIN.search(before)) and bool(_EXCLUSIVE.match(meant[0]))


def _is_made_up(told: re.Match[str] | None, meant: re.Match[str] | None, french: str) -> bool:
    """“after 12 May” for « le 12 mai »."""
    words = told[0].lower().split() if told else [""]
    return meant is None and words[0] in {"after", "before"} and bool(_FRENCH_PLAIN.search(french))


def _is_same(number: Number, french: Number, hours: int) -> bool:
    """Whether two dates are one; of hours, where the statement has one alone."""
    return hours == 1 if number.kind == "time" else _same_date(number, french)


def _same_date(number: Number, french: Number) -> bool:
    """Whether two dates are one: same year, month and day, as far as the English gives them."""
    said, meant = fold(number.text).split(), fold(french.text).split()
    month = next((months()[word][1] for word in said if word in months()), None)
    days = _DAY.findall(number.text)
    return (
        number.value == french.value
        and (month is None or month in meant)
        and all(day.lstrip("0") in meant for day in days)
        and len(_DAY.findall(french.text)) == len(days)
    )
