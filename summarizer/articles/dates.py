"""Dates as files and pages write them become ISO 8601 dates, in the time zone in which they were written."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})(?:-(?P<d>\d{2}))?(?=[T ]|\Z)")
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?=T|\Z)")
_NUMERIC = re.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})(?!\d)")
_WORDS = re.compile(r"(?:(?P<d>\d{1,2})(?:er)?\s+)?(?P<month>[^\W\d]{3,10})\.?\s+(?P<y>\d{4})(?!\d)")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}")
_EPOCH = (10**8, 10**13)
LONGEST = 100


def read_date(value: object) -> str | None:  # noqa: PLR0911 - a form a line
    """Read a date: ISO 8601, RFC 2822, « 21/02/2025 », « 21 février 2025 », or seconds since 1970.

    The day is the one of the zone in which the date is written. `2025-02` and « février 2025 » keep
    their precision. None where it is no date.

    >>> read_date("2025-02-21T23:30:00+01:00"), read_date("vendredi 21 février 2025 à 18 h")
    ('2025-02-21', '2025-02-21')
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(value)
    text = str(value).strip()[:LONGEST] if isinstance(value, str) else ""
    if text.isdigit() and len(text) in {10, 13}:
        return _from_epoch(int(text))
    for pattern in (_ISO, _COMPACT):
        found = pattern.match(text)
        if found:
            return _checked(found["y"], found["m"], found["d"])
    if _MAIL.match(text):
        try:
            return parsedate_to_datetime(text).date().isoformat()
        except ValueError:
            return None
    found = _NUMERIC.search(text)
    if found:
        return _checked(found["y"], found["m"], found["d"])
    for found in _WORDS.finditer(text):
        month = _months().get(found["month"].lower())
        if month is not None:
            return _checked(found["y"], month, found["d"])
    return None


def _checked(year: str, month: str | int, day: str | None) -> str | None:
    try:
        valid = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return valid.isoformat() if day else valid.isoformat()[:7]


def _from_epoch(seconds: float) -> str | None:
    if not _EPOCH[0] <= seconds < _EPOCH[1]:
        return None
    return datetime.fromtimestamp(seconds / 1000 if seconds > 10**11 else seconds, UTC).date().isoformat()


@cache
def _months() -> dict[str, int]:
    """Month names and abbreviations of French and English, from CLDR."""
    from babel.dates import get_month_names  # noqa: PLC0415 - slow to load

    return {
        name.lower().rstrip("."): number
        for language in ("en", "fr")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    } | {"fevrier": 2, "fév": 2, "fev": 2, "aout": 8, "decembre": 12}
