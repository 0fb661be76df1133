"""Dates and clock times in English: found, told apart from quantities, never figures."""

import re
from decimal import Decimal

from summarizer.text.number import Number

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
_YEAR = r"(?:1\d{3}|20\d{2}|2100)(?!\d)"
_TO_DAY = rf"(?:\s?(?:[-–/]|to|and|or)\s?(?:the\s)?{_DAY})?"
_DATE = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}})(?![\d/]|[.,]\d))"
    rf"|{_DAY}{_TO_DAY}\s(?:of\s)?{_MONTH}\b(?:,?\s(?P<y1>{_YEAR}))?"
    rf"|{_MONTH}\s(?:the\s)?{_DAY}(?!\s?(?:percent|per\scent|million|billion)|[,.]\d){_TO_DAY}(?:,?\s(?P<y2>{_YEAR}))?"
    rf"|{_MONTH},?\s(?:of\s)?(?P<y3>{_YEAR})"
    rf"|(?:the\s)?(?P<decade>1[1-9]\d0|20\d0)[’']?s\b|[’']?(?P<short>[1-9]0)[’']?s\b|[’'](?P<abbreviated>\d\d)(?![\w%’'])"
    rf"|(?:nineteen[-\s])?(?P<words>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
    rf"|(?P<century>\d{{1,2}})(?:st|nd|rd|th)[-\s]centur(?:y|ies)",
    re.IGNORECASE,
)
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-4])(?:(?:[:.]|\s?h\s?)[0-5]\d)?\s?(?:a\.?m\b\.?|p\.?m\b\.?|o[’']clock|(?:hours|hrs)\sGMT|GMT|hrs\b)"
    r"|(?:[01]\d|2[0-4])[0-5]\d\s(?:hours\b|hrs\b|GMT)"
    r"|(?:[01]?\d|2[0-4])(?::|h)[0-5]\d(?::[0-5]\d)?(?![\d%])|(?:[01]?\d|2[0-4])h(?!\w)|noon\b|midday\b|midnight\b",
    re.IGNORECASE,
)


def read_date(text: str, start: int) -> Number | None:
    """The date that begins at `start`: a day, a month with its year, a decade, a century.

    `value` is the year where the date names one, the decade's first year, or the century's number.
    A year alone is read as an amount first (`amounts`).
    """
    match = _DATE.match(text, start)
    if match is None:
        return None
    if match["words"]:
        return _whole(text, match, "date", Decimal((_DECADES.index(match["words"].lower()) + 2) * 10))
    year = next(
        (
            match[name]
            for name in ("y1", "y2", "y3", "decade", "short", "abbreviated", "century")
            if match[name]
        ),
        None,
    )
    return _whole(text, match, "date", Decimal(year) if year else None)


def read_clock(text: str, start: int) -> Number | None:
    """The time of day that begins at `start`: « 8 a.m. », « 20:30 », « noon »."""
    match = _CLOCK.match(text, start)
    return _whole(text, match, "time", None) if match else None


def _whole(text: str, match: re.Match[str], kind: str, value: Decimal | None) -> Number:
    start, end = match.span()
    return Number(
        start=start,
        end=end,
        text=text[start:end],
        core_start=start,
        core_end=end,
        kind=kind,  # type: ignore[arg-type]
        value=value,
    )
