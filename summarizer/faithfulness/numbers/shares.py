"""Whether most became few: “most” for « moins de la moitié »; whether a part is more than its whole."""

import re
from itertools import pairwise

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_MOST = re.compile(r"\bmost\s(?:of\s|[a-z]+s\b)|\b(?:the|a)\s(?:\w+\s)?majority\sof\b", re.IGNORECASE)
_FRENCH_FEW = re.compile(
    r" (?:moins de la moitie|moins d un (?:[a-z]+ )?sur deux|(?:une|la) (?:petite |faible )?minorite)(?= )"
)
_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|a\stotal\sof\s)?", re.IGNORECASE)
_FRENCH_MOST = re.compile(r" (?:majorit\w+|plupart|plus|essentiel|principa\w+)(?= )")


def share_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """“most” or “the majority” where the French has less than half; a part that is more than the whole."""
    if {"most", "majority"}.isdisjoint(said.words):
        return _part_over_whole(said, evidence)
    few = _FRENCH_FEW.search(evidence.folded)
    match = _MOST.search(said.text)
    if few is None or match is None or _FRENCH_MOST.search(evidence.folded):
        return []
    words = match[0].strip()
    return [Issue("direction", words, f"“{words}”: the French has less than half (« {few[0].strip()} »).")]


def _part_over_whole(said: Said, evidence: Evidence) -> list[Issue]:
    """“28 of the 12 members”, where the French has both numbers."""
    counts = [each for each in said.numbers if each.kind == "count" and each.value is not None]
    for first, second in pairwise(counts):
        if not _OF.fullmatch(said.text, first.core_end, second.start) or first.upper or second.upper:
            continue
        known = {each.value for each in evidence.numbers}
        if (first.value or 0) > (second.value or 0) and {first.value, second.value} <= known:
            words = said.text[first.start : second.end]
            return [Issue("direction", words, f"“{words}”: the part is more than the whole; see the French.")]
    return []
