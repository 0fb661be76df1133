"""The French side of a check.

Everything is read from the evidence once, when a rule first asks for it, and kept while the statements
that rest on it are checked.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from summarizer.english.words import english_lemma
from summarizer.faithfulness.clause_starts import clause_starts
from summarizer.faithfulness.cognates import LEAST, is_cognate, skeleton
from summarizer.faithfulness.folding import fold, fold_french, fold_uncached
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, find_classes, read_classes
from summarizer.faithfulness.renderings import renderings_of
from summarizer.faithfulness.senses.conditionals import find_conditionals, find_futures
from summarizer.faithfulness.senses.denials import (
    PLAIN_NEGATIVES,
    french_denials,
    is_negative_form,
    true_negatives,
)
from summarizer.faithfulness.senses.opposites import french_opposites
from summarizer.faithfulness.senses.period_words import french_periods
from summarizer.french.numbers import find_numbers
from summarizer.text.number import Number

_SCALE_APART = re.compile(r"(\d)\s(?:autres|premiers|derniers|nouveaux)\s(millions|milliards)\b")
"""« 350 autres milliards »: the scale belongs to the number, whatever stands between."""
_OPENING = 4  # letters
_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-ÞŒŠŽŁ][\w-]*")
_DEMONYM = re.compile(r"(?:ienn?|ais|ois|ain|ist|iqu|an|iac|iaqu|it|ism)(?:e?s?)\Z")
"""Endings of adjectives made of places and people: « poutinien », « texan », « yéménite »."""
_TOKEN = re.compile(r"[^\W_]+")


class Evidence:
    """A French text as it is compared with English.

    Words are in folded form (`folding`), in `folded` with a space before and behind each. A position is
    one in `words_in_order`; `denials` and `conditionals` are positions with the words found there (those of
    `conditionals` count the words of the text, « non-gouvernementale » as two).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold_french(text)
        self.words_in_order = tuple(self.folded.split())
        self.words = frozenset(self.words_in_order)
        self._places: dict[str, tuple[int, ...]] = {}

    @cached_property
    def number_text(self) -> str:
        """The text with scales beside their numbers."""
        return _SCALE_APART.sub(r"\1 \2", self.text)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers, with offsets in `number_text`."""
        return tuple(find_numbers(self.number_text))

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words that can be a name's: those with a capital, and adjectives made of places and people.

        « Wal-Mart » is one as well as its two parts.
        """
        written = {fold(match[0]) for match in _CAPITALISED.finditer(self.text)}
        parts = {part for word in written for part in (*word.split(), word.replace(" ", ""))}
        adjectives = {word for word in self.words if len(word) > _OPENING and _DEMONYM.search(word)}
        return frozenset(parts) | adjectives

    @cached_property
    def skeletons(self) -> frozenset[str]:
        """The `skeleton` of every longer word that can be a name's."""
        return frozenset(skeleton(word) for word in self.name_words if len(word) > 3)

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
    def positions(self) -> Mapping[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words_in_order):
            found.setdefault(word, []).append(at)
        return found

    @cached_property
    def by_opening(self) -> Mapping[str, list[str]]:
        """The words of four letters and more by their first four."""
        found: dict[str, list[str]] = {}
        for word in self.positions:
            if len(word) >= _OPENING:
                found.setdefault(word[:_OPENING], []).append(word)
        return found

    @cached_property
    def openings(self) -> Mapping[str, int]:
        """The first five letters of every longer word, with the position of the first such word."""
        found: dict[str, int] = {}
        for at, word in enumerate(self.words_in_order):
            if len(word) > _OPENING:
                found.setdefault(word[: _OPENING + 1], at)
        return found

    @cached_property
    def _rendered(self) -> Sequence[tuple[range, frozenset[str]]]:
        """The positions of each word of the text that has English renderings, with their dictionary forms."""
        found: list[tuple[range, frozenset[str]]] = []
        at, last = 0, len(self.words_in_order)
        for token in _TOKEN.findall(self.text):
            count, renderings = _read_token(token)
            end = min(at + count, last)
            if renderings:
                found.append((range(at, end), renderings))
            at = end
        return found

    def renders(self, lemma: str) -> bool:
        """Whether a word of the text can be rendered by the English word of this dictionary form."""
        return any(lemma in renderings for _, renderings in self._rendered)

    def places_of(self, word: str) -> tuple[int, ...]:
        """The positions of the French words that a folded English word may stand for.

        The same word, words of one origin, and those that the dictionary of press French translates so.
        """
        places = self._places.get(word)
        if places is None:
            places = self._places[word] = tuple(self._find_places(word))
        return places

    def _find_places(self, word: str) -> Iterator[int]:
        yield from self.positions.get(word, ())
        if len(word) >= LEAST:
            for other in self.by_opening.get(word[:LEAST], ()):
                if other != word and is_cognate(word, other):
                    yield from self.positions[other]
        lemma = english_lemma(word)
        for places, renderings in self._rendered:
            if lemma in renderings:
                yield from places

    @cached_property
    def _clauses(self) -> tuple[int, ...]:
        """The positions at which clauses begin: behind marks, and at words that join clauses."""
        return clause_starts(self.text, len(self.words_in_order))

    def clause_at(self, at: int) -> tuple[int, int]:
        """The clause that a position stands in: its first position, and the one past its last."""
        index = bisect_right(self._clauses, at)
        return self._clauses[index - 1], self._clauses[min(index, len(self._clauses) - 1)]

    @cached_property
    def prefixed_negatives(self) -> tuple[int, ...]:
        """The positions of words with a prefix that denies: « illégal », « inconnu », « mécontent »."""
        return tuple(at for at, word in enumerate(self.words_in_order) if is_negative_form(word))

    @cached_property
    def conditionals(self) -> tuple[tuple[int, str], ...]:
        """« aurait », « pourraient », « peut-être »."""
        return find_conditionals(self.text)

    @cached_property
    def futures(self) -> tuple[int, ...]:
        """The positions of verbs in the simple future."""
        return find_futures(self.text)

    def has_any(self, forms: Iterable[str]) -> bool:
        """Whether one of some folded forms stands in the text; one that ends in `*` is a stem."""
        return any((f" {form[:-1]}" if form[-1] == "*" else f" {form} ") in self.folded for form in forms)

    def words_at(self, positions: Iterable[int]) -> list[str]:
        """The folded words at these positions, without repetition."""
        return list(dict.fromkeys(self.words_in_order[position] for position in positions))


@lru_cache(maxsize=32768)
def _read_token(token: str) -> tuple[int, frozenset[str]]:
    """How many folded words a French word makes, and the English words that can render it."""
    return len(fold_uncached(token).split()), renderings_of(token)


def read_evidence(evidence: str | Sequence[str]) -> Evidence:
    """Read a French text, or several that are taken together."""
    return _read(evidence if isinstance(evidence, str) else "\n".join(evidence))


_read = lru_cache(maxsize=2048)(Evidence)


def _exchanges(language: str) -> Iterator[tuple[str, str, str]]:
    for kind in ("step", "moment"):
        yield from ((kind, name, words) for name, words in read_classes(f"{kind}s", language).items())


@cache
def _lexicon() -> Lexicon:
    return build_lexicon(
        french_opposites()
        | french_periods()
        | dict(read_classes("negatives", "fr"))
        | {f"{kind} {name}": words for kind, name, words in _exchanges("fr")}
        | {f"against {kind} {name}": words for kind, name, words in _exchanges("against")}
    )
