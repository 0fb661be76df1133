"""Whether an office is held as the French says: “former minister” for « le ministre », and back."""

import re
from functools import lru_cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_OFFICE = (
    r"(?:prime\s)?(?:minister|president|mayor|head|chief|director|chair(?:man|woman)?|leader|secretary|ceo"
    r"|chancellor|ambassador|governor|senator|prosecutor|judge|coach|captain|boss|champion|deputy|mp|king|pope|prefect)"
)
_FORMER = """
ancien ancienne anciens anciennes ex precedent precedente autrefois feu jadis dechu dechue destitue demis
demissionnaire sortant sortante quitte quittait alors defunt
"""
_ACTING = """
interim interimaire provisoire transition transitoire fonction fonctions suppleant suppleante
"""
_DEPUTY = """
adjoint adjointe adjoints vice second seconde sous suppleant suppleante delegue deleguee numero bras assistant
assistante
"""
_PATTERNS = tuple(
    (
        name,
        re.compile(rf"\b(?:{words})(?:\w+\s){{0,2}}?{_OFFICE}\b", re.IGNORECASE),
        frozenset(french.split()),
    )
    for name, words, french in (
        ("former", r"(?:former|erstwhile|one-?time)\s|ex-", _FORMER),
        ("acting", r"(?:acting|interim|caretaker)\s", _ACTING),
        ("deputy", r"(?:deputy|vice|assistant)[\s-]", _DEPUTY),
    )
)
"""How an office is held: its name, the English words, and the folded French ones, one of which is needed."""
_HELD_TEXT = """
former erstwhile time onetime ex acting interim caretaker deputy vice assistant
"""
_HELD = frozenset(_HELD_TEXT.split())
"""Words without which none of the patterns can match, folded."""
_FRENCH_FORMER = re.compile(
    r"\b(?:ancien(?:ne)?\s|ex-)(?:[a-zà-ÿ’'-]+\s){1,8}?(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3})"
)
_PLAIN = re.compile(rf"\b(?i:{_OFFICE})\s(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){{0,3}})")
_FORMER_WORDS = frozenset(
    {"former", "formerly", "ex", "erstwhile", "then", "previous", "previously", "once", "late"}
)


def holder_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """“former”, “acting” or “deputy” that the French does not say, and “former” left out."""
    held = not _HELD.isdisjoint(said.words)
    for name, pattern, french in _PATTERNS if held else ():
        if (match := pattern.search(said.text)) and french.isdisjoint(evidence.words):
            message = f"“{match[0]}”: the French does not say “{name}”."
            return [Issue("direction", match[0], message)]
    if _FORMER_WORDS.isdisjoint(said.words):
        for last in _former(evidence):
            for match in _PLAIN.finditer(said.text):
                if fold(match["name"]).split()[-1:] == [last]:
                    message = f"“{match[0]}” leaves out that the office is a former one in the French."
                    return [Issue("direction", match[0], message)]
    return []


@lru_cache(maxsize=512)
def _former(evidence: Evidence) -> tuple[str, ...]:
    """The last names of those whose office is a former one in the French."""
    return tuple(fold(match["name"]).split()[-1] for match in _FRENCH_FORMER.finditer(evidence.text))
