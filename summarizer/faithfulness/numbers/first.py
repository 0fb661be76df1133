"""Whether what is second or third became first: “the first woman” for « la deuxième femme »."""

import re
from collections.abc import Iterator

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said

_REACH = 3  # words
_OWN = re.compile(
    r" (?:premi\w+|1er|1re|1ere|abord|initial\w*|debut\w*|inaugur\w*|jamais|inedit\w*|pionni\w*|avant"
    r"|auparavant|precedent\w*|naiss\w*|commenc\w*|nouve\w*|tete) "
)
"""French words of which “first” can be said."""
_NOT_FIRST = frozenset({"second", "third", "fourth", "fifth", "again", "once", "another"})


def first_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """“First” before a noun that is second, third or further on in the French, where nothing is first."""
    if "first" not in said.words or not _NOT_FIRST.isdisjoint(said.words):
        return []
    ranks = [each for each in evidence.numbers if each.kind == "rank" and (each.value or 0) > 1]
    if not ranks or any(number.kind == "rank" and number.value != 1 for number in said.numbers):
        return []
    if _OWN.search(evidence.folded):
        return []
    for rank in ranks:
        written = fold(rank.text).split()[-1]
        behind = {at + n for at in evidence.positions.get(written, ()) for n in range(1, 1 + _REACH)}
        if any(behind & set(evidence.places_of(noun)) for noun in _behind_first(said)):
            message = f"“first”: in the French it is « {rank.text} »."
            return [Issue("number", as_written(said.text, "first"), message)]
    return []


def _behind_first(said: Said) -> Iterator[str]:
    for at, word in enumerate(said.words):
        if word == "first":
            yield from said.words[at + 1 : at + 1 + _REACH]
