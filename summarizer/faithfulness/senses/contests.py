"""Who won: “France beat Canada” for « la France s'est inclinée contre les Canadiennes ».

Only where both languages name both sides, and French has the winner's verb or the loser's in front of one.
"""

import re
from collections.abc import Iterator

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.names.gazetteer import equivalents
from summarizer.faithfulness.said import Said

_NAME = r"[A-ZÀ-Þ][\w’-]{0,40}(?:\s[A-ZÀ-Þ][\w’-]{0,40}){0,3}"
_BEATEN = r"(?:beaten|defeated|eliminated|knocked\sout|thrashed|routed|outclassed)"
_SHE = rf"(?P<first>{_NAME})\s(?:has\s|have\s|had\s)?"
_OTHER = rf"(?:the\s)?(?P<second>{_NAME})"
_WON = re.compile(rf"{_SHE}(?:beats?|{_BEATEN}|defeats?|knocks\sout|thrashe?s|overcame|downed)\s{_OTHER}")
_LOST = re.compile(
    rf"{_SHE}(?:lost|loses|fell|bowed\sout|(?:was|were|been)\s{_BEATEN})\s(?:\S{{1,12}}\s){{0,3}}?(?:to|against|by)"
    rf"\s{_OTHER}"
)
_GATE_TEXT = """
beat beats beaten defeated defeats eliminated knocked knocks thrashed thrashes routed outclassed overcame
downed lost loses fell bowed
"""
_GATE = frozenset(_GATE_TEXT.split())
"""Words without which nobody wins or loses."""
_TEAM = r"(?:l['’]équipe\sd\w*\s?['’]?)?(?:l[ea]s?\s|l['’])?"
_FACING = rf"(?:[^.;:!?]{{0,30}}\s)?(?:face\s(?:à|aux?)|contre|devant|par)\s{_TEAM}"
_FRENCH_WON = re.compile(
    rf"\b(?:bat|battu|battent|bats|élimine|éliminé|domine|dominé|vainc|vaincu|écrase|écrasé|terrasse|terrassé)\s"
    rf"{_TEAM}(?P<name>{_NAME})"
    rf"|\bs['’](?:impos\w{{1,6}}|est\simposée?s?)\s{_FACING}(?P<faced>{_NAME})"
)
_FRENCH_LOST = re.compile(
    rf"\b(?:s['’]inclin\w{{1,5}}|inclinée?s?|perd\w{{0,5}}|(?:été|est|sont)\s(?:battue?s?|éliminée?s?|dominée?s?))\s"
    rf"{_FACING}(?P<name>{_NAME})"
)
_CAPITAL = re.compile(_NAME)
_BEFORE = 70  # characters


def contest_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A winner that the French has lose to the one whom the statement has lose."""
    if _GATE.isdisjoint(said.words):
        return []
    told = [(m["first"], m["second"], m[0]) for m in _WON.finditer(said.text)]
    told += [(m["second"], m["first"], m[0]) for m in _LOST.finditer(said.text)]
    meant = [*dict.fromkeys(_contests(evidence.text))] if told else []
    for winner, loser, words in dict.fromkeys(told):
        straight = any(_is_same(winner, won) and _is_same(loser, lost) for won, lost in meant)
        if not straight and any(_is_same(winner, lost) and _is_same(loser, won) for won, lost in meant):
            message = f"“{words}”: in the French {loser} wins."
            return [Issue("direction", words, message)]
    return []


def _contests(french: str) -> Iterator[tuple[str, str]]:
    """The winner and the loser of each contest that the French tells with both names."""
    for won, pattern in ((True, _FRENCH_WON), (False, _FRENCH_LOST)):
        for match in pattern.finditer(french):
            before = re.split(r"[.;:!?]", french[max(0, match.start() - _BEFORE) : match.start()])[-1]
            names = _CAPITAL.findall(before)
            other = match["name"] or match.groupdict().get("faced") or ""
            if names and other:
                yield (names[-1], other) if won else (other, names[-1])


def _is_same(english: str, french: str) -> bool:
    """Whether a name of each language is the same side's."""
    words = f" {fold(french)} "
    forms = equivalents().get(tuple(fold(english).split()), ())
    known = any((f" {form[:-1]}" if form[-1] == "*" else f" {form} ") in words for form in forms)
    last = fold(english).rpartition(" ")[2]
    return known or bool(last and f" {last} " in words)
