"""Whether the dates of an English statement are those of the French text."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise

from babel import Locale

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.numbers.implied import implied_by, roman_is_there
from summarizer.french.weekdays import WEEKDAYS
from summarizer.text.number import Number

_DAY = re.compile(r"(?<!\d)(?:0?([1-9])|([12]\d|3[01]))(?:st|nd|rd|th)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_NUMERIC = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
_DIGITS_OF_A_YEAR = 4
_SHORT_YEAR = re.compile(
    r"(?:(?:\b(?:années?|étés?|hiver|printemps|automne|saisons?|promo(?:tion)?|générations?|guerre\sde|crise\sde|mondial"
    r"|coupe\sdu\smonde|euro|jo|janv(?:ier|\.)|févr(?:ier|\.)|mars|avr(?:il|\.)|mai|juin|juillet|août|sept(?:embre|\.)"
    r"|oct(?:obre|\.)|nov(?:embre|\.)|déc(?:embre|\.))[\s-])|['’]|\b(?:1[89]|20)\d\d\s?[-–/]\s?|\d[/.-]\d{1,2}[/.-]"
    r"|\ben\s(?=\d\d(?:[.,;:!?)]|\s(?:et|ou)\b)))(?P<year>\d\d)(?!\d|\s?[%€$]|\s(?:ans|heures?|minutes?|jours?|mois)\b)"
    r"|(?<![\d.,-])(?P<first>\d\d)[-–/](?P<last>\d\d)(?![\d%]|[.,/-]\d)",
    re.IGNORECASE,
)
"""Two digits that can be a year: « mai 68 », « années 80 », « ’98 », « 2014-15 », « la guerre de 14-18 »."""
_DECADES = re.compile(r"\bannées\s\d\d(?:(?:,|\s(?:et|ou|à))\s(?:les\s)?\d\d){1,4}(?!\d)", re.IGNORECASE)
"""« les années 70 et 80 »."""
_LETTERS = re.compile(r"[a-z]+")
_DAYS_AWAY = {"avant hier": -2, "hier": -1, "veille": -1, "demain": 1, "lendemain": 1, "apres demain": 2}


@cache
def months() -> dict[str, tuple[int, str]]:
    """English month names and abbreviations, folded, with their number and French name (CLDR)."""
    english, french = Locale("en").months["format"], Locale("fr").months["format"]["wide"]
    table = {}
    for index in range(1, 13):
        for name in (english["wide"][index], english["abbreviated"][index]):
            table[fold(name)] = (index, fold(french[index]))
    return table | {"sept": table["sep"]}


def check_date(number: Number, evidence: Evidence, values: list[Decimal]) -> Issue | None:
    """A date's year, month and day must each stand in the French text, day and month together."""
    said = fold(number.text)
    month = next((months()[word] for word in _LETTERS.findall(said) if word in months()), None)
    if numeric := _NUMERIC.fullmatch(number.text.strip()):
        return _check_numeric(number, numeric, evidence)
    wrong = _wrong_years(number, evidence, values) or _exchanged(said, month, evidence)
    if month and not wrong:
        days = [first or second for first, second in _DAY.findall(_YEAR.sub(" ", said))]
        stands = _has_month(month, evidence) and all(_has_day(day, month, evidence) for day in days)
        if not stands and not (days and all(_is_counted_from(int(day), month[0], evidence) for day in days)):
            wrong = [number.text]
    return _unknown_date(number, evidence) if wrong else None


def _unknown_date(number: Number, evidence: Evidence) -> Issue:
    dates = ", ".join(f"« {each.text} »" for each in evidence.numbers if each.kind == "date")
    known = f"its dates are {dates}" if dates else "it gives no such date"
    return Issue("number", number.text, f"“{number.text}” is not in the French text: {known}.")


def _check_numeric(number: Number, match: re.Match[str], evidence: Evidence) -> Issue | None:
    """« 14/11/2011 », « 2011-11-14 »: the day and the month in either order."""
    first, second, last = match.groups()
    pair = (second, last) if len(first) == 4 else (first, second)
    names = dict(months().values())
    for day, month in (pair, pair[::-1]):
        name = names.get(int(month))
        if name and _has_day(str(int(day)), (int(month), name), evidence):
            return None
    return _unknown_date(number, evidence)


def _wrong_years(number: Number, evidence: Evidence, values: list[Decimal]) -> list[str]:
    years = _YEAR.findall(number.text)
    if number.upper is not None and number.value is not None:
        years = re.findall(r"\d+", number.text)
    if not years and number.value is not None:
        years = [str(number.value)]
    known = set(re.findall(r"\d+", evidence.text)) | {str(value.normalize() + 0) for value in values}
    return [year for year in years if not (year in known or _short_form(year, number, known, evidence))]


def _exchanged(said: str, month: tuple[int, str] | None, evidence: Evidence) -> list[str]:
    """“June 2019” where the French has « mars 2019 » and « juin 2024 », and neither by itself."""
    year = next(iter(_YEAR.findall(said)), None)
    if month is None or year is None:
        return []
    pairs = _months_with_years(evidence)
    words = evidence.words_in_order
    own = [pair for pair in pairs if pair[0] == month[1]]
    others = [pair for pair in pairs if pair[1] == year]
    together = (month[1], year) in pairs or not own or not others
    alone = words.count(month[1]) > len(own) or words.count(year) > len(others)
    return [] if together or alone else [said]


def _months_with_years(evidence: Evidence) -> list[tuple[str, str]]:
    """Each month of the French that has its year right behind it."""
    names = {name for _, name in months().values()}
    words = evidence.words_in_order
    return [
        (word, behind)
        for word, behind in pairwise(words)
        if word in names and len(behind) == _DIGITS_OF_A_YEAR and behind.isdigit()
    ]


def _short_form(year: str, number: Number, known: set[str], evidence: Evidence) -> bool:
    """« années 80 » for the 1980s, « XXIe siècle » for the 21st century, « mai 68 » for 1968."""
    if "cent" in number.text.lower():
        return roman_is_there(int(Decimal(year)), evidence)
    if len(year) == 2:
        of_age = implied_by(Decimal(year), number, evidence)  # “a woman in her 80s” for « une octogénaire »
        return of_age or any(f"{century}{year}" in known for century in ("18", "19", "20"))
    short = len(year) == 4 and year[2:] in known and year[:2] in {"18", "19", "20"}
    text = evidence.text
    return short and (
        any(year[2:] in match.groups() for match in _SHORT_YEAR.finditer(text))
        or any(year[2:] in match[0] for match in _DECADES.finditer(text))
    )


def _has_month(month: tuple[int, str], evidence: Evidence) -> bool:
    index, name = month
    return name in evidence.words or bool(
        re.search(rf"\d[/.]0?{index}(?:[/.]|\b)|-{index:02}-", evidence.text)
    )


def _has_day(day: str, month: tuple[int, str], evidence: Evidence) -> bool:
    index, name = month
    together = rf" (?:0?{day}|{day}er)(?: (?:et|au|ou|a|les?|\d{{1,2}}|\d{{1,2}}er|du))* {name} "
    numeric = rf"(?<!\d)0?{day}[/.-]0?{index}(?!\d)|-{index:02}-{int(day):02}(?!\d)"
    first = day == "1" and bool(re.search(rf" (?:premier|1er) {name} ", evidence.folded))
    return first or bool(re.search(together, evidence.folded) or re.search(numeric, evidence.text))


def _is_counted_from(day: int, month: int, evidence: Evidence) -> bool:
    """Whether the French tells a day by another: « hier » in an article of « 28 mai 2016 » is 27 May.

    A weekday is the one within a week of that date.
    """
    words = evidence.folded
    away = {days for word, days in _DAYS_AWAY.items() if f" {word} " in words}
    week = {place for place, name in enumerate(WEEKDAYS) if name in evidence.words}
    for known in _full_dates(evidence):
        near = (known + timedelta(days=days) for days in range(-7, 8))
        for other in near:
            if (other.day, other.month) == (day, month):
                return (other - known).days in away or other.weekday() in week
    return False


def _full_dates(evidence: Evidence) -> Iterator[date]:
    """The dates of the French text that have a day, a month and a year."""
    names = {name: index for index, name in months().values()}
    for number in evidence.numbers:
        parts = fold(number.text).split()
        if number.kind == "date" and len(parts) == 3 and parts[1] in names and parts[2].isdigit():
            first = parts[0].removesuffix("er")
            try:
                yield date(int(parts[2]), names[parts[1]], int(first))
            except ValueError:
                continue
