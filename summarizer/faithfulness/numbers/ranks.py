"""Whether a rank became another: “the first woman” for « la deuxième femme », “third” for « deuxième »."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_REACH, _NEXT = 3, 40  # words, characters
_FIRST = re.compile(
    r" (?:premi\w+|1er|1re|1ere|abord|initial\w*|debut\w*|inaugur\w*|jamais|inedit\w*|pionni\w*|naiss\w*"
    r"|commenc\w*|nouve\w*|tete) "
)
_OWN = {1: _FIRST, 2: re.compile(r" (?:second\w*|deux\w*|autre|nouve\w*) ")}
"""French words of which “first” and “second” can be said."""


def rank_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A rank that the French has nowhere, before a noun to which it gives another one."""
    meant = [each for each in evidence.numbers if each.kind == "rank" and each.value is not None]
    if not meant:
        return []
    for number in said.numbers:
        if number.kind != "rank" or any(each.value == number.value for each in meant):
            continue
        own = _OWN.get(int(number.value or 0))
        if own and own.search(evidence.folded):
            continue
        if other := _same_noun(said.text, number, meant, evidence):
            message = f"“{number.text}”: in the French it is « {other.text} »."
            return [Issue("number", number.text, message)]
    return []


def _same_noun(english: str, number: Number, ranks: list[Number], evidence: Evidence) -> Number | None:
    """The French rank that stands before the noun of an English one."""
    nouns = fold(english[number.end : number.end + _NEXT]).split()[:_REACH]
    for rank in ranks:
        written = fold(rank.text).split()[-1]
        behind = {at + n for at in evidence.positions.get(written, ()) for n in range(1, 1 + _REACH)}
        if any(behind & set(evidence.places_of(noun)) for noun in nouns):
            return rank
    return None
