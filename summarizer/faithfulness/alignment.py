"""Where a statement renders which words of the French: one alignment for all rules about senses.

Words are anchored by what both languages share: digits and names, words of one origin (« politique »,
“policy”), terms of the glossary, and the lists of this package. A clause of the French without an anchor
in the statement is not what the statement renders, so nothing in it has to be answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.faithfulness.cognates import LEAST
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.lexicon import read_lines
from summarizer.faithfulness.said import Said

_REACH = 0.3
_WORDS_APART = 8
_ALIKE = 0.6
_SHORT, _SHORT_SHARE = 14, 0.4  # words of one short sentence, and how many a rendering of it has


def keep_order(length: int, other_length: int) -> bool:
    """Whether two texts are of like length, so that what stands early in one stands early in the other."""
    return _ALIKE < length / max(other_length, 1) < 1 / _ALIKE


def place_reach(length: int, other_length: int) -> float:
    """The greatest distance of two places, as a share of the text.

    Texts of very different lengths keep no common order: then anywhere will do, and the reach is 1.
    """
    if not keep_order(length, other_length):
        return 1.0
    return max(_REACH, _WORDS_APART / max(length, other_length, 1))


@dataclass(frozen=True, slots=True)
class Alignment:
    """The anchors of a statement in the French: for each French position, the English ones, and back.

    A position is one in `Said.words` or `Evidence.words_in_order`.
    """

    words: frozenset[int]
    """The English positions of words that the French has as words, not by their sense alone."""
    english: Mapping[int, Sequence[int]]
    french: Mapping[int, Sequence[int]]
    said: Said
    evidence: Evidence

    @property
    def renders_all(self) -> bool:
        """Whether the statement is long enough to render the whole of the French."""
        return renders_all(self.said, self.evidence)

    def is_rendered(self, start: int, end: int, *, least: int = 1) -> bool:
        """Whether at least so many French words of a stretch have an anchor in the statement."""
        return sum(at in self.french for at in range(start, end)) >= least

    def clause_of(self, at: int) -> tuple[int, int]:
        """The French clause of a position: its first position, and the one past its last."""
        return self.evidence.clause_at(at)

    def content_of(self, start: int, end: int) -> Sequence[int]:
        """The positions of a stretch of the French whose words have a sense of their own."""
        words = self.evidence.words_in_order
        return [
            at
            for at in range(start, end)
            if words[at].isdigit() or (len(words[at]) >= LEAST and words[at] not in _french_function_words())
        ]

    def english_near(self, start: int, end: int, *, reach: int) -> frozenset[int]:
        """The English positions at most `reach` words from an anchor of a stretch of the French."""
        anchored = [at for french in range(start, end) for at in self.french.get(french, ())]
        return frozenset(
            near
            for at in anchored
            for near in range(max(0, at - reach), min(len(self.said.words), at + reach + 1))
        )

    def french_near(self, start: int, end: int, *, reach: int) -> frozenset[int]:
        """The French positions at most `reach` words from an anchor of a stretch of the English."""
        anchored = [at for english in range(start, end) for at in self.english.get(english, ())]
        length = len(self.evidence.words_in_order)
        return frozenset(
            near for at in anchored for near in range(max(0, at - reach), min(length, at + reach + 1))
        )


def renders_all(said: Said, evidence: Evidence) -> bool:
    """Whether a statement is long enough to render the whole of the French."""
    length, french = len(said.words), len(evidence.words_in_order)
    return keep_order(length, french) or (french <= _SHORT and length > _SHORT_SHARE * french)


def align(said: Said, evidence: Evidence) -> Alignment:
    """Anchor the words of a statement in the French."""
    english: dict[int, list[int]] = {}
    french: dict[int, list[int]] = {}
    empty = _function_words()
    for at, word in enumerate(said.words):
        if word in empty:
            continue
        if places := evidence.places_of(word):
            english[at] = list(places)
            for other in places:
                french.setdefault(other, []).append(at)
    words = frozenset(english)
    for name in said.classes.keys() & evidence.senses.keys() - {"broad"}:
        for here in said.classes[name]:
            english.setdefault(here, []).extend(evidence.senses[name])
            for there in evidence.senses[name]:
                french.setdefault(there, []).append(here)
    return Alignment(words, english, french, said, evidence)


def is_function_word(word: str) -> bool:
    """Whether a folded English word has no sense of its own."""
    return word in _function_words()


@cache
def _french_function_words() -> frozenset[str]:
    return frozenset(read_lines("french_function_words"))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(read_lines("function_words"))
