"""Whether most became few: “most pupils” for « moins de la moitié des élèves »."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_MOST = re.compile(r"\bmost\s(?:of\s|[a-z]+s\b)|\b(?:the|a)\s(?:\w+\s)?majority\sof\b", re.IGNORECASE)
_FRENCH_FEW = re.compile(
    r" (?:moins de la moitie|moins d un (?:[a-z]+ )?sur deux|(?:une|la) (?:petite |faible )?minorite)(?= )"
)
_FRENCH_MOST = re.compile(r" (?:majorit\w+|plupart|plus|essentiel|principa\w+)(?= )")


def share_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """“most” or “the majority” where the French has less than half, and nothing that is most."""
    if {"most", "majority"}.isdisjoint(said.words):
        return []
    few = _FRENCH_FEW.search(evidence.folded)
    match = _MOST.search(said.text)
    if few is None or match is None or _FRENCH_MOST.search(evidence.folded):
        return []
    words = match[0].strip()
    return [Issue("direction", words, f"“{words}”: the French has less than half (« {few[0].strip()} »).")]
