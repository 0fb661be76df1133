"""Names of places and institutions that are known beforehand, found in running text."""

import re
from functools import cache

from summarizer.french.given_names import is_given_name
from summarizer.french.names import name_words
from summarizer.french.names.candidates import Kind
from summarizer.french.names.party_phrases import FUNCTION_WORDS
from summarizer.french.names.places import fold, places
from summarizer.french.names.tokens import Tokens, is_capital

_PARTS = re.compile(r"[^\s']+'?")


@cache
def _known() -> dict[str, tuple[int, dict[str, Kind]]]:
    """Known places and institutions by their first word, folded, with the most words of one."""
    kinds: dict[str, Kind] = dict.fromkeys(places(), "place")
    listed: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("organisation", name_words.KNOWN_ORGANISATION),
        ("group", name_words.KNOWN_GROUP),
        ("work", name_words.KNOWN_WORK),
        ("place", name_words.KNOWN_PLACE),
    )
    for kind, names in listed:
        kinds |= dict.fromkeys(map(fold, names), kind)
    table: dict[str, dict[str, Kind]] = {}
    for name, a_kind in kinds.items():
        table.setdefault(_first_word(name), {})[name] = a_kind
    return {
        first: (max(len(_PARTS.findall(name)) for name in names), names) for first, names in table.items()
    }


def _first_word(folded: str) -> str:
    parts = _PARTS.findall(folded)
    return parts[0] if parts else ""


def known_name(tokens: Tokens, index: int) -> tuple[int, Kind] | None:
    """The longest known place or institution that begins at token `index`: its end and its kind."""
    entry = _known().get(_first_word(fold(tokens.forms[index])))
    if entry is None:
        return None
    longest, names = entry
    for last in range(min(index + longest, len(tokens.forms)), index, -1):
        name = fold(" ".join(tokens.forms[index:last])).replace("' ", "'")
        if name in names:
            ahead = tokens.forms[last] if last < len(tokens.forms) else ""
            if ahead in name_words.ORGANISATION_WORDS:
                return None
            if last == index + 1 and _goes_on(tokens, index, ahead):
                return None
            return last, names[name]
    return None


def _goes_on(tokens: Tokens, index: int, ahead: str) -> bool:
    """Whether a known one-word name only begins a longer one (« Florence Parly », « Lille OSC »)."""
    if ahead.isdigit() and len(ahead) < 4:
        return number_belongs(tokens, index, index + 1)
    club = ahead.isupper() and 1 < len(ahead) < 4
    return bool(ahead) and is_capital(ahead) and (club or is_given_name(tokens.forms[index]))


def number_belongs(tokens: Tokens, index: int, at: int) -> bool:
    """Whether a short number is part of the name before it (« France 24 », « Boeing 737 »)."""
    ahead = tokens.forms[at + 1] if at + 1 < len(tokens.forms) else "."
    if ahead in {"à", "-", "–"} and tokens.forms[at + 2 : at + 3] and tokens.forms[at + 2][0].isdigit():
        return False  # a score: « mené 17 à 10 », « bat Ambri 4-3 »
    person = is_given_name(tokens.forms[index]) and tokens.forms[index] != "France"
    return not person and (not ahead[0].isalnum() or ahead in FUNCTION_WORDS)
