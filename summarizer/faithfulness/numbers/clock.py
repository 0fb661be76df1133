"""Whether the hours of the clock in a statement are those of the French text, morning and evening apart."""

import re
from collections.abc import Iterator

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.text.number import Number

_HOURS = (
    "zero une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix_sept dix_huit dix_neuf vingt vingt_et_une vingt_deux vingt_trois"
)
_HOUR_WORDS = {word.replace("_", " "): hour for hour, word in enumerate(_HOURS.split())}
_PARTS = {"et quart": 15, "et demie": 30, "et demi": 30, "moins le quart": -15, "trente": 30, "quinze": 15}
_DIGITS = re.compile(
    r"(?<![\d,.])(?P<hour>\d{1,2})(?P<mark>\s?h\b|\s?heures?\b|:|\s?h(?=\d))(?:\s?(?P<minute>\d{2})(?!\d))?"
    r"(?P<part>\s(?:du\smatin|de\sl['’]après-midi|du\ssoir))?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf" (?P<hour>{'|'.join(sorted(_HOUR_WORDS, key=len, reverse=True))}) heures?"
    rf"(?P<minute> (?:{'|'.join(_PARTS)}))?(?P<part> du matin| de l apres midi| du soir)?(?= )"
)
_NAMED = {"noon": "p", "midday": "p", "midnight": "a"}
_NEAR = re.compile(r"\b(?:past|after|before|around|about|near|towards?|nearly|almost)\s\Z", re.IGNORECASE)
_MILITARY = re.compile(r"(\d{2})(\d{2})\s(?:hours|hrs|gmt)")
_SAID = re.compile(r"(?<!\d)(\d{1,2})(?:[:.h ]{1,2}(\d{2}))?")
_HALF = re.compile(r"(?<![a-z])([ap])\.?\s?m\b")
_MORNING = re.compile(
    r"\s?(?:o['’]clock\s)?(?:in\sthe\s)?(morning|afternoon|evening)|\s?(?:o['’]clock\s)?at\s(night)"
)


def check_time(number: Number, evidence: Evidence, english: str) -> Issue | None:
    """A clock time must stand in the French text, in the count of 12 or of 24 hours."""
    hour, minute, half = _said(number, english)
    near = number.text.lower() in _NAMED and _NEAR.search(english[max(0, number.start - 24) : number.start])
    for other, other_minute, other_half in _times(evidence):
        if near and other in {
            0,
            11,
        }:  # “shortly after midnight” for « 0 h 20 », “before noon” for « 11 h 50 »
            return None
        if (hour, minute) == (other, other_minute) and (not half or not other_half or half == other_half):
            return None
    return Issue("number", number.text, f"“{number.text}” is no time of day that the French text gives.")


def _said(number: Number, english: str) -> tuple[int, int, str]:
    """Hour of twelve, minute, and "a" or "p" where the statement says which."""
    said = number.text.lower()
    if said in _NAMED:
        return 0, 0, _NAMED[said]
    match = _MILITARY.match(said) or _SAID.search(said)
    if match is None:
        return 0, 0, ""
    hour, minute = int(match[1]), int(match[2] or 0)
    if half := _HALF.search(said):
        return hour % 12, minute, half[1]
    if hour > 12 or hour == 0:
        return hour % 12, minute, "p" if hour > 12 else "a"
    if part := _MORNING.match(english, number.end):
        return hour % 12, minute, "a" if part[1] == "morning" or (part[2] and hour < 6) else "p"
    return hour % 12, minute, ""


def _times(evidence: Evidence) -> Iterator[tuple[int, int, str]]:
    for match in _DIGITS.finditer(evidence.text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        exact = match["minute"] is not None or match["mark"].strip().lower() in {"h", ":"}
        yield hour % 12, minute, _half(hour, (match["part"] or "").lower(), exact=exact)
    for match in _WORDS.finditer(evidence.folded):
        hour, minute = _HOUR_WORDS[match["hour"]], _PARTS.get((match["minute"] or "").strip(), 0)
        total = hour * 60 + minute
        yield total // 60 % 12, total % 60, _half(hour, match["part"] or "", exact=False)
    for word, half in ((" midi ", "p"), (" minuit ", "a")):
        if word in evidence.folded:
            yield 0, 0, half
            for minute in (15, 30):
                if f"{word}et " in evidence.folded or f"{word}{minute}" in evidence.folded:
                    yield 0, minute, half


def _half(hour: int, part: str, *, exact: bool) -> str:
    """Which half of the day: told by the words behind, or by an hour as timetables write it."""
    if "matin" in part:
        return "a"
    if part.strip():
        return "p"
    if hour > 12:
        return "p" if hour < 24 else "a"
    if not exact and hour:
        return ""
    return "p" if hour == 12 else "a"
