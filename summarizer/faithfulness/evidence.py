"""The French side of a check.

Everything is read from the evidence once, and kept while the statements that rest on it are checked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.faithfulness.conditionals import find_conditionals
from summarizer.faithfulness.denials import FRENCH_NEGATIVES, PLAIN_NEGATIVES, french_denials, true_negatives
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, find_classes
from summarizer.faithfulness.opposites import french_opposites
from summarizer.faithfulness.period_words import french_periods
from summarizer.french.numbers import find_numbers
from summarizer.number import Number

_SCALE_APART = re.compile(r"(\d)\s(?:autres|premiers|derniers|nouveaux)\s(millions|milliards)\b")
"""« 350 autres milliards »: the scale belongs to the number, whatever stands between."""
_BORN = re.compile(r"\b([Nn])é(?=s?\b)")
"""« né » is not « ne » when accents are gone."""
_FIRST = re.compile(r"\b1\s(?=er\b)")
"""« le 1 er août », as pages print what was raised: « 1er »."""
_NOT_NE = re.compile(r"\b([Nn]on)-(\w)")
"""« non-gouvernementale » is one word, and denies nothing in the sentence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A French text as it is compared with English.

    `numbers` have their offsets in `number_text`, which is `text` with scales beside their numbers. Words
    are in folded form (`folding`). `senses` (`opposites`) and `periods` (`period_words`) give for
    each class of words the positions in `words_in_order` where it occurs; `denials` and `conditionals`
    are the words themselves; `negatives` counts words that can answer for a denial.
    """

    text: str
    number_text: str
    numbers: tuple[Number, ...]
    folded: str
    words: frozenset[str]
    skeletons: frozenset[str]
    words_in_order: tuple[str, ...]
    senses: Mapping[str, list[int]]
    periods: Mapping[str, list[int]]
    denials: tuple[tuple[int, str], ...]
    negatives: tuple[int, ...]
    lexical_negatives: tuple[int, ...]
    conditionals: tuple[tuple[int, str], ...]

    def words_at(self, positions: Iterable[int]) -> list[str]:
        """The folded words at these positions, without repetition."""
        return list(dict.fromkeys(self.words_in_order[position] for position in positions))


def read_evidence(evidence: str | Sequence[str]) -> Evidence:
    """Read a French text, or several that are taken together."""
    return _read(evidence if isinstance(evidence, str) else "\n".join(evidence))


@lru_cache(maxsize=2048)
def _read(text: str) -> Evidence:
    folded = fold_uncached(_FIRST.sub("1", _NOT_NE.sub(r"\1\2", _BORN.sub(r"\1ee", text))))
    number_text = _SCALE_APART.sub(r"\1 \2", text)
    in_order = tuple(folded.split())
    words = frozenset(in_order)
    classes = find_classes(_lexicon(), in_order)
    negatives = true_negatives(in_order, classes.get("broad", ()))
    return Evidence(
        text=text,
        number_text=number_text,
        numbers=tuple(find_numbers(number_text)),
        folded=f" {folded} ",
        words=words,
        skeletons=frozenset(skeleton(word) for word in words if len(word) > 3),
        words_in_order=in_order,
        senses=classes,
        periods={name: at for name, at in classes.items() if name in french_periods()},
        denials=french_denials(f" {folded} "),
        negatives=negatives,
        lexical_negatives=tuple(at for at in negatives if in_order[at] not in PLAIN_NEGATIVES),
        conditionals=find_conditionals(text),
    )


@cache
def _lexicon() -> Lexicon:
    return build_lexicon(french_opposites() | french_periods() | FRENCH_NEGATIVES)


def fold_uncached(text: str) -> str:
    """`fold` without its cache, for long texts."""
    return fold.__wrapped__(text)


_SOUNDS_TEXT = """
ye>e tsch>s sch>s tch>s ch>s sh>s dj>j gh>g kh>k ph>f th>t qu>k ck>k q>k c>k w>v ou>u x>ks z>s y>i j>i h>
"""
_SOUNDS = tuple(pair.partition(">")[::2] for pair in _SOUNDS_TEXT.split())
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=.)[aeiou]+")


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a folded name, transliterations made alike: « Poutine » and « Putin » → « ptn »."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", word))
