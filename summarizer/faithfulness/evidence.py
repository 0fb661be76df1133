"""The French side of a check.

Everything is read from the evidence once, when a rule first asks for it, and kept while the statements
that rest on it are checked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, find_classes, read_classes
from summarizer.faithfulness.senses.conditionals import find_conditionals
from summarizer.faithfulness.senses.denials import (
    PLAIN_NEGATIVES,
    french_denials,
    true_negatives,
)
from summarizer.faithfulness.senses.opposites import french_opposites
from summarizer.faithfulness.senses.period_words import french_periods
from summarizer.french.numbers import find_numbers
from summarizer.text.number import Number

_SCALE_APART = re.compile(r"(\d)\s(?:autres|premiers|derniers|nouveaux)\s(millions|milliards)\b")
"""« 350 autres milliards »: the scale belongs to the number, whatever stands between."""
_BORN = re.compile(r"\b([Nn])é(?=s?\b)")
"""« né » is not « ne » when accents are gone."""
_FIRST = re.compile(r"\b1\s(?=er\b)")
"""« le 1 er août », as pages print what was raised: « 1er »."""
_NOT_NE = re.compile(r"\b([Nn]on)-(\w)")
"""« non-gouvernementale » is one word, and denies nothing in the sentence."""


_SHORT_MONTH = re.compile(
    r"(?<=\d )(?P<month>janv|fev|fevr|avr|juil|sept?|oct|nov|dec)(?= )"
    r"|(?<= )(?P<before>janv|fev|fevr|avr|juil|sept?|oct|nov|dec)(?= (?:19|20)\d\d )"
)
"""« 18 sept. 2018 » and « sept. 2018 », folded: beside a day or a year the short form is a month."""
_MONTHS = {
    "janv": "janvier", "fev": "fevrier", "fevr": "fevrier", "avr": "avril", "juil": "juillet",
    "sep": "septembre", "sept": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre",
}  # fmt: skip


class Evidence:
    """A French text as it is compared with English.

    Words are in folded form (`folding`), in `folded` with a space before and behind each. A position is
    one in `words_in_order`; `denials` and `conditionals` are positions with the words found there (those of
    `conditionals` count the words of the text, « non-gouvernementale » as two).
    """

    def __init__(self, text: str) -> None:
        folded = fold_uncached(_FIRST.sub("1", _NOT_NE.sub(r"\1\2", _BORN.sub(r"\1ee", text))))
        self.text = text
        self.folded = _SHORT_MONTH.sub(_whole_month, f" {folded} ")
        self.words_in_order = tuple(self.folded.split())
        self.words = frozenset(self.words_in_order)

    @cached_property
    def number_text(self) -> str:
        """The text with scales beside their numbers."""
        return _SCALE_APART.sub(r"\1 \2", self.text)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers, with offsets in `number_text`."""
        return tuple(find_numbers(self.number_text))

    @cached_property
    def skeletons(self) -> frozenset[str]:
        """The `skeleton` of every longer word."""
        return frozenset(skeleton(word) for word in self.words if len(word) > 3)

    @cached_property
    def senses(self) -> Mapping[str, list[int]]:
        """For each class of `opposites`, `period_words` and denials that occurs, the positions."""
        return find_classes(_lexicon(), self.words_in_order)

    @cached_property
    def periods(self) -> Mapping[str, list[int]]:
        """Of `senses`, those of `period_words`."""
        return {name: at for name, at in self.senses.items() if name in french_periods()}

    @cached_property
    def denials(self) -> tuple[tuple[int, str], ...]:
        """Plain denials: « n a pas », « sans »."""
        return french_denials(self.folded)

    @cached_property
    def negatives(self) -> tuple[int, ...]:
        """The positions of words that can answer for a denial."""
        return true_negatives(self.words_in_order, self.senses.get("broad", ()))

    @cached_property
    def lexical_negatives(self) -> tuple[int, ...]:
        """Of `negatives`, those of verbs and adjectives."""
        return tuple(at for at in self.negatives if self.words_in_order[at] not in PLAIN_NEGATIVES)

    @cached_property
    def conditionals(self) -> tuple[tuple[int, str], ...]:
        """« aurait », « pourraient », « peut-être »."""
        return find_conditionals(self.text)

    def words_at(self, positions: Iterable[int]) -> list[str]:
        """The folded words at these positions, without repetition."""
        return list(dict.fromkeys(self.words_in_order[position] for position in positions))


def _whole_month(match: re.Match[str]) -> str:
    return _MONTHS[match["month"] or match["before"]]


def read_evidence(evidence: str | Sequence[str]) -> Evidence:
    """Read a French text, or several that are taken together."""
    return _read(evidence if isinstance(evidence, str) else "\n".join(evidence))


_read = lru_cache(maxsize=2048)(Evidence)


@cache
def _lexicon() -> Lexicon:
    return build_lexicon(french_opposites() | french_periods() | dict(read_classes("negatives", "fr")))


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
