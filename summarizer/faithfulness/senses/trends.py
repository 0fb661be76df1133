"""Whether each change goes the way that the French has it go: « a gagné 0,63 % mais … a perdu 0,03 % ».

A sentence with several changes has both ways in it; the number beside the verb tells which is which.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_UNITS = frozenset({"%", "percentage_point", "point", "EUR", "USD", "GBP", None})
_REACH = 60  # characters before a number
_BEHIND = 24  # characters behind it
_ENGLISH = {
    "up": (
        "rise rises rose risen rising increas* grow grows grew grown growing growth climb climbs "
        "climbed climbing "
        "surge surges surged surging soar* jump jumps jumped jumping gain gains gained gaining "
        "advanc* rebound* "
        "accelerat*"
    ),
    "down": (
        "fall falls fell fallen falling declin* decreas* drop drops dropped dropping lose loses lost "
        "losing slump* "
        "plung* tumbl* shrank shrink* slipp* slid slides shed sheds dipp*"
    ),
}
_FRENCH = {
    "up": (
        "hausse hausses augment* progress* gagn* grimp* bond* envol* croissance croit accru* accroi* "
        "mont* remont* "
        "avanc* pris prend prennent prenait rebond* flamb* bondi*"
    ),
    "down": (
        "baiss* recul* chut* diminu* perd* cede* cedai* cedant repli* plong* degringol* flech* lach* "
        "tomb* abandonn* "
        "effondr* decroi* decru* perte pertes rabais"
    ),
}
_STOP = re.compile(r"[;:.!?]\s|\b(?:but|while|whereas|and|mais|tandis|alors|et|against|contre|from)\b")
_DENIED = re.compile(r"\b(?:not|n't|never|without|pas|jamais|sans|no)\b")


_MOVING = frozenset({"trend+", "trend-", "gain+", "gain-"})
"""Classes of `opposites` without which a statement has nothing rise or fall."""


@lru_cache(maxsize=2)
def _words(*, english: bool) -> Lexicon:
    return build_lexicon(_ENGLISH if english else _FRENCH)


def trend_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """Numbers that the English has rise where the French has the same one fall, or the other way round."""
    if not said.numbers or _MOVING.isdisjoint(said.classes):
        return []
    english, numbers = said.text, said.numbers
    french, french_numbers = evidence.number_text, evidence.numbers
    for number in numbers:
        if (
            number.unit not in _UNITS
            or number.value is None
            or number.value < 0
            or number.kind in {"date", "time", "rank", "age"}
        ):
            continue
        meant = [each for each in french_numbers if _same(each, number)]
        if len(meant) != 1 or sum(_same(each, number) for each in numbers) != 1:
            continue
        said_way, word = _way(english, number, numbers, english=True)
        true_way, french_word = _way(french, meant[0], french_numbers, english=False)
        if said_way and true_way and said_way != true_way:
            message = f"“{word}” says the opposite of the French (« {french_word} ») of {number.text}."
            return [Issue("direction", as_written(english, word), message)]
    return []


def _same(first: Number, second: Number) -> bool:
    if first.value is None or second.value is None or first.upper != second.upper:
        return False
    return abs(first.value) == abs(second.value) and first.unit == second.unit


def _way(text: str, number: Number, numbers: Iterable[Number], *, english: bool) -> tuple[str, str]:
    """Which way a number goes, and the word that says so; empty where nothing near it does."""
    if english is False and number.value is not None and number.value < 0:
        return "down", number.text
    start = max([each.end for each in numbers if each.end <= number.start], default=0)
    before = text[max(start, number.start - _REACH) : number.start]
    before = before[max((match.end() for match in _STOP.finditer(before)), default=0) :]
    if found := _nearest(before, last=True, english=english):
        return ("", "") if _DENIED.search(before.lower()) else found
    end = min([each.start for each in numbers if each.start >= number.end], default=len(text))
    behind = text[number.end : min(end, number.end + _BEHIND)]
    behind = behind[: min((match.start() for match in _STOP_BEHIND.finditer(behind)), default=len(behind))]
    return _nearest(behind, last=False, english=english) or ("", "")


_STOP_BEHIND = re.compile(r"[,;:.!?]\s|\b(?:but|while|whereas|and|mais|tandis|alors|et|to|after|before)\b")


def _nearest(text: str, *, last: bool, english: bool) -> tuple[str, str] | None:
    words = fold(text).split()
    lexicon = _words(english=english)
    for word in reversed(words) if last else words:
        if classes := lexicon.classes_of(word):
            return classes[0], word
    return None
