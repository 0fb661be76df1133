"""Whether two dates changed places: “convicted in 2015 and released in 2012” for the reverse."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from summarizer.faithfulness.alignment import Alignment, align
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_REACH = 6  # words before a date


def crossed_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """Two dates, each behind the word that the French has before the other one."""
    dates = [each for each in said.numbers if each.kind == "date" and each.value is not None]
    meant = [each for each in evidence.numbers if each.kind == "date" and each.value is not None]
    if len(dates) < 2 or len({each.value for each in meant}) != len(meant):
        return []
    alignment = align(said, evidence)
    french = {each.value: set(_before(evidence.number_text, each, meant)) for each in meant}
    for first, second in combinations(dates, 2):
        if first.value == second.value or not {first.value, second.value} <= french.keys():
            continue
        own, other = french[first.value], french[second.value]
        ends = [
            _nearest(_before(said.text, number, dates), alignment, own | other) for number in (first, second)
        ]
        if ends[0] & other and ends[1] & own and not ends[0] & own and not ends[1] & other:
            message = f"“{first.text}” and “{second.text}” have changed places: see the French."
            return [Issue("number", first.text, message)]
    return []


def _nearest(words: range, alignment: Alignment, places: AbstractSet[int]) -> AbstractSet[int]:
    """The French places of the last of some English words that stands for one of `places`."""
    anchored = ({*alignment.english.get(at, ())} for at in reversed(words))
    return next((each for each in anchored if each & places), set())


def _before(text: str, number: Number, others: Sequence[Number]) -> range:
    """The positions of the words before a date, up to the date before it."""
    last = max((each.end for each in others if each.end <= number.start), default=0)
    start = len(fold(text[:last]).split())
    end = len(fold(text[: number.start]).split())
    return range(max(start, end - _REACH), end)
