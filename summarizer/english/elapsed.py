"""Times told in several units in English, in the last of them: « 1 hour 52 minutes », « 3:30.65 »."""

import re
from decimal import Decimal

from summarizer.english.numerals import NUMERAL, numeral_value
from summarizer.english.qualifiers import qualifier_at
from summarizer.text.number import Number

_AND = r"(?:,?\s(?:and\s)?)"
_PLAIN = rf"(?:\d{{1,3}}(?:\.\d+)?|{NUMERAL})"
_ELAPSED = re.compile(
    rf"(?:(?P<hours>{_PLAIN})\s(?:hours?|hrs?){_AND})?(?:(?P<minutes>{_PLAIN})\s(?:minutes?|mins?)\b)"
    rf"(?:{_AND}(?P<seconds>{_PLAIN})\s(?:seconds?|secs?)\b)?",
    re.IGNORECASE,
)
_RACE = re.compile(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d\.\d{1,3})(?![\d:])")


def read_elapsed(text: str, start: int) -> Number | None:
    """A time of two or three units that begins at `start`; None where there is but one."""
    match = _RACE.match(text, start) or _ELAPSED.match(text, start)
    if match is None or (match["hours"] or match["seconds"]) is None:
        return None
    minutes = _value(match["hours"]) * 60 + _value(match["minutes"])
    value = minutes * 60 + _value(match["seconds"]) if match["seconds"] else minutes
    return Number(
        start=start,
        end=match.end(),
        text=match[0],
        core_start=start,
        core_end=match.end(),
        kind="duration",
        value=value,
        unit="second" if match["seconds"] else "minute",
        qualifier=qualifier_at(text, start, match.end()),
    )


def _value(words: str | None) -> Decimal:
    return numeral_value(words) if words else Decimal(0)
