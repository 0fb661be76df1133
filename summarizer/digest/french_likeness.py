"""Figures compared by their French alone, where one of them has no label.

What stands around the number says what it is of: the noun that is counted, or a word such as « coût »,
« blessés » or « amende » in its own part of the sentence. Where nothing says it, only the same value joins
two figures.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from summarizer.digest.article_figures import Figure
from summarizer.digest.lexicon import entries
from summarizer.digest.listed_phrases import with_digits
from summarizer.digest.measures import Node, nouns
from summarizer.digest.rounding import compare, significant, size_of
from summarizer.digest.words import are_rivals, content, stem
from summarizer.text.folding import plain_letters

AGREED, ALIKE, DIFFERENT = 1.0, 0.7, 0.5
"""Scores: the same value of the same thing; the same value; another value of the same thing."""
FACTOR = 4
"""How many times the one value may be the other."""
_PART = re.compile(r"[,;:()«»]|\.\s| (?:mais|contre|alors que|tandis que|et|dont|soit|pour) |\d")
_LONG_PART = re.compile(r"[;:()«»]|\.\s| (?:mais|contre|alors que|tandis que) |(?<!\d)(?<! et )\d[^,;:]*")
"""What ends the part of a sentence in which a figure stands, and a longer one where that says nothing.

The words behind another figure are that one's: « 47 morts, et 38 sont recherchés ». What ends a list is
said of all: « 14 supporteurs et six agents blessés ».
"""
_ANYBODY = frozenset(("homme", "femme"))
"""Nouns that count people of any kind, as stems; « personnes » is no noun here either."""
_OF_THEM = re.compile(r"\b(?:dont|parmi lesquel(?:le)?s)(?: au moins| près de| plus de| environ)? ?\Z")
_WORD = re.compile(r"[^\W\d_]{2,}")


def alike_in_french(one: Node, other: Node) -> float:
    """Score how much speaks for two figures being of the same thing, from 0 to 1, labels left out."""
    first, second = one.figures[0].entry, other.figures[0].entry
    counted, others = _counted(one), _counted(other)
    things, more = things_of(one), things_of(other)
    if are_rivals(things, more) or is_part(one.figures[0]) != is_part(other.figures[0]):
        return 0.0
    same = bool(counted & others or things & more)
    if compare(first, second) or (first.unit != second.unit and first.value == second.value):
        own = significant(max(first.value, second.value, key=significant)) > 1
        return AGREED if same else ALIKE if own else 0.0
    if _meant_otherwise(one, other):
        return 0.0
    low, high = sorted((abs(size_of(first)), abs(size_of(second))))
    return DIFFERENT if same and low * FACTOR >= high else 0.0


def _meant_otherwise(one: Node, other: Node) -> bool:
    """Whether one figure is asked, offered or foreseen, the other is not, and neither replaces the other."""
    modes = {one.mode, other.mode}
    replaced = any(node.newer or node.contested for node in (one, other))
    return len(modes) > 1 and not (replaced and modes == {"foreseen", None})


def things_of(node: Node) -> frozenset[str]:
    """Give what the French of a figure says that it is of, as English words of labels."""
    figure = node.figures[0]
    start, end = figure.at, figure.at + len(figure.entry.source.text)
    said = _things(_part_of(figure.sentence, start, end))
    return said or _things(_part_of(figure.sentence, start, end, _LONG_PART))


def words_around(figure: Figure) -> str:
    """Give the French words in which a figure stands, to name a row that has no label."""
    end = figure.at + len(figure.entry.source.text)
    words = " ".join(_part_of(figure.sentence, figure.at, end).split())
    return (words if words != figure.entry.source.text else " ".join(figure.sentence.split())).rstrip(".,;: ")


def is_part(figure: Figure) -> bool:
    """Whether a figure is a part of those counted before it: « 31 blessés, dont quatre »."""
    return _OF_THEM.search(figure.sentence[: figure.at]) is not None


def _counted(node: Node) -> frozenset[str]:
    """Give the nouns that say what a number is of; a unit is none."""
    figure = node.figures[0]
    text, entry = figure.entry.source.text, figure.entry
    before, after = figure.sentence[: figure.at], figure.sentence[figure.at + len(text) :]
    return nouns(before, "" if entry.unit else text, after) - _ANYBODY


def _part_of(sentence: str, start: int, end: int, stop: re.Pattern[str] = _PART) -> str:
    """Give the part of a sentence in which a figure stands, up to another figure or clause."""
    marked = with_digits(sentence)
    before = max((match.end() for match in stop.finditer(marked, 0, start)), default=0)
    after = stop.search(marked, end)
    return sentence[before : after.start() if after else len(sentence)]


@lru_cache(maxsize=20_000)
def _things(words: str) -> frozenset[str]:
    folded, found = plain_letters(words), frozenset[str]()
    for phrase, things in _phrases().items():
        if phrase in folded:
            found, folded = found | things, folded.replace(phrase, " ")
    known = _known()
    return found.union(*(known.get(stem(word), ()) for word in _WORD.findall(folded)))


@cache
def _phrases() -> dict[str, frozenset[str]]:
    return {words.replace("_", " "): things for words, things in _entries() if "_" in words}


@cache
def _known() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, things in _entries():
        found[stem(word)] = found.get(stem(word), frozenset()) | things
    return found


def _entries() -> Iterator[tuple[str, frozenset[str]]]:
    for line in entries("things_fr"):
        english, *french = line.split()
        for words in french:
            yield words, content(english)
