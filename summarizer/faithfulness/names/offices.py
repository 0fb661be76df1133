"""Whether an office is given to the one who holds it: “health minister Jean Morel” for another's ministry.

Rests on the glossary of offices: an office that the French puts beside one name, and beside no other, may
not stand beside another name in English.
"""

import re
from functools import lru_cache

from summarizer.english.glossary import find_terms
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold, last_word
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}"
_NAME_BEFORE = re.compile(rf"({_NAME}),\s(?:l[ea]\s|l['’]|son\s|sa\s|the\s|its\s|an?\s)?\Z")
_NAME_BEHIND = re.compile(rf",?\s({_NAME})")
_OFFICES_TEXT = """
minister president chief director officer spokes secretary leader head number mayor founder chair judge
prosecutor
governor commissioner senator general
"""
_OFFICES = tuple(_OFFICES_TEXT.split())
"""How the words of an office that one person holds begin."""


def office_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """An office of the French given to another name of the French."""
    english = said.text
    if not any(map(_opens_office, said.words)):
        return []
    for office, holders in _holders(evidence.text):
        for match in re.finditer(rf"\b{re.escape(office)}\b", english, re.IGNORECASE):
            name = _beside(english, match.start(), match.end())
            last = last_word(name)
            if last and last in evidence.words and not set(fold(name).split()) & holders:
                message = f"“{office}” is not {name}'s office in the French text."
                return [Issue("name", name, message)]
    return []


@lru_cache(maxsize=512)
def _holders(french: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The offices that the French puts beside a name, with all words of the names beside each."""
    found: dict[str, set[str]] = {}
    for start, end, office in find_terms(french):
        if _is_held(office) and (name := _beside(french, start, end)):
            found.setdefault(office.lower(), set()).update(fold(name).split())
    return tuple((office, frozenset(words)) for office, words in found.items())


def _beside(text: str, start: int, end: int) -> str:
    """The name right behind an office, or right before it with a comma."""
    behind = _NAME_BEHIND.match(text, end)
    before = _NAME_BEFORE.search(text[max(0, start - 60) : start])
    match = behind if behind and text[end : end + 1] != "," else before or behind
    return match[1] if match else ""


def _is_held(office: str) -> bool:
    return any(map(_opens_office, fold(office).split()))


@lru_cache(maxsize=16384)
def _opens_office(word: str) -> bool:
    return word.startswith(_OFFICES)
