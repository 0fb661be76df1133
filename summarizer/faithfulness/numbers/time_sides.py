"""Whether a span of time lies before, behind or along: “in two years” for « il y a deux ans »."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_REACH = 24  # characters
_ENGLISH_BEHIND = re.compile(
    r"\s(?:(?P<ago>ago|earlier|previously|before)|(?P<later>later|after(?:wards?)?|from\snow|on))\b",
    re.IGNORECASE,
)
_ENGLISH_BEFORE = re.compile(
    r"\b(?:(?P<later>in|within)|(?P<along>for|over|during|lasted))\s(?:the\s(?:past|last)\s)?\Z",
    re.IGNORECASE,
)
_FRENCH_BEHIND = re.compile(
    r"\s(?:(?P<ago>plus\stôt|auparavant|avant)|(?P<later>plus\stard|après))\b", re.IGNORECASE
)
_FRENCH_BEFORE = re.compile(
    r"(?:(?P<ago>\bil\sy\sa|\bvoilà|\bvoici)|(?P<later>\bdans|\bd['’]ici(?:\sà)?)|(?P<along>\bpendant|\bdurant|\bpour|\bdepuis|\bdur(?:é|e|era|ait)))"
    r"\s(?:(?:plus|moins|près)\sd['’e]\s?|environ\s|les\s)?\Z",
    re.IGNORECASE,
)
_FOR, _IN = re.compile(r"\bfor\s\Z", re.IGNORECASE), re.compile(r"\bdans\s\Z", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:(?P<ago>last|past|derniers|dernières)|(?P<later>next|coming|prochains|prochaines)"
    r"|(?:final|first|closing|opening|spent|took|premiers|premières))\s\Z",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"\s(?:(?P<ago>derni[eè]re?s|last)|(?P<later>prochaine?s|next)|(?:premi[eè]re?s|final))\b", re.IGNORECASE
)
_WEAK = frozenset({"before", "after", "on", "avant", "après"})
"""What can belong to the words behind: “for two years before the vote”."""
_NOT_BACK = {("ago", "later"), ("later", "ago"), ("along", "ago")}
"""What the French says and what the English says, where one cannot be the other."""


def elapsed_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A span of time that lies on another side in English than in French."""
    for number in said.numbers:
        if number.kind != "duration":
            continue
        alike = [each for each in evidence.numbers if (each.value, each.unit) == (number.value, number.unit)]
        if len(alike) != 1:
            continue
        told = _side(said.text, number, _ENGLISH_BEFORE, _ENGLISH_BEHIND)
        meant = _side(evidence.number_text, alike[0], _FRENCH_BEFORE, _FRENCH_BEHIND)
        until = (meant, told) == ("later", "along") and _is_until(said.text, number, alike[0], evidence)
        if until or ((meant, told) in _NOT_BACK and not (meant == "along" and "depuis" in evidence.words)):
            message = f"“{number.text}” lies on another side than in the French (« {alike[0].text} »)."
            return [Issue("time_unit", number.text, message)]
    return []


def _is_until(english: str, number: Number, french: Number, evidence: Evidence) -> bool:
    """Whether what is to come « dans deux jours » is told as lasting: “for two days”."""
    return bool(
        _FOR.search(english[max(0, number.start - _REACH) : number.start])
        and _IN.search(evidence.number_text[max(0, french.start - _REACH) : french.start])
    )


def _side(text: str, number: Number, before: re.Pattern[str], behind: re.Pattern[str]) -> str:
    front = text[max(0, number.start - _REACH) : number.start]
    if part := _PART_BEFORE.search(front) or _PART_BEHIND.match(text, number.core_end):
        return part.lastgroup or ""  # “the last 10 minutes”, « les 10 dernières minutes »
    led = before.search(front)
    followed = behind.match(text, number.end)
    if led and followed and led.lastgroup != followed.lastgroup and followed[0].strip() in _WEAK:
        return ""  # “for two years before the vote”
    match = followed or led
    return (match.lastgroup or "") if match else ""
