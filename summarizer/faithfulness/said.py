"""The English side of a check: everything that rules look for in a statement, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.english import find_numbers
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, find_classes, read_classes
from summarizer.faithfulness.senses.period_words import english_periods
from summarizer.text.number import Number


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is compared with the French.

    `words` are folded (`folding`), “isn't” as “isn”, “not”; `classes` gives for each class of words (a
    sense of `opposites`, a period, a denial, a hedge) the positions in `words` where it occurs.
    """

    text: str
    words: Sequence[str]
    numbers: Sequence[Number]
    classes: Mapping[str, Sequence[int]]


def read_statement(english: str) -> Said:
    """Read an English statement."""
    words = _with_not(fold(english).split())
    return Said(english, words, find_numbers(english), find_classes(_lexicon(), words))


@cache
def _lexicon() -> Lexicon:
    lists = [read_classes(name, "en") for name in ("opposites", "negatives", "hedges")]
    steps = {
        f"{kind} {name}": words
        for kind in ("step", "moment")
        for name, words in read_classes(f"{kind}s", "en").items()
    }
    return build_lexicon(
        english_periods() | steps | {name: words for each in lists for name, words in each.items()}
    )


def _with_not(words: Sequence[str]) -> list[str]:
    """« isn t », folded from “isn't”, as “isn not”."""
    return [
        "not" if word == "t" and index and words[index - 1].endswith("n") else word
        for index, word in enumerate(words)
    ]
