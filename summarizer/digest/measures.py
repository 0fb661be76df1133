"""Figures as they are compared: how much speaks for two of them being of the same thing.

Labels, the French noun behind the number, the words around it and the sizes of the values speak together.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache

from summarizer.digest.article_figures import Figure
from summarizer.digest.changes import is_update
from summarizer.digest.claims import claim_of, is_contested, labelled_mode, mode_of
from summarizer.digest.lexicon import entries
from summarizer.digest.likeness import Likeness
from summarizer.digest.rounding import compare, significant, size_of
from summarizer.digest.words import are_rivals, content, fold, growing, overlap, stem, tokens
from summarizer.schemas.brief import KeyFigure

SPECIAL = 1.0
"""How much more the same value counts where it has digits of its own: 48,615 and not 3."""
WHOLE = 0.75
"""How much the whole label counts beside what it measures alone."""
MEANT = 0.85
"""What is left of a score where one figure alone is asked or offered, or labels name different bodies."""
MEASURED = 0.5
"""Likeness of what two labels measure from which the bodies that they name may differ: bidder and target."""
LABEL, NOUN, AROUND, VALUE = 0.5, 0.2, 0.1, 0.2
"""How much each witness counts."""
CURRENCY = re.compile(r"[A-Z]{3}\Z")
PARTS = content("arrested rescued")
"""Words of labels that name a part of those whom another label counts: two of the four robbers."""
SIZES = ((2, 0.6), (4, 0.4), (10, 0.25), (20, 0.1))
"""How many times the one value may be the other, and how near they are then."""
FAR = -0.5
"""The same beyond: a price of a share is no price of a firm."""
_AMOUNT = re.compile(
    r"[\d\s.,\u00a0\u202f]+|\b(?:millions?|milliards?|cents?|mille|de|d['’]|des|les)\b", re.IGNORECASE
)
_SCALE = re.compile(r"\b(?:millions?|milliards?)\b(?: d[e'’]|\s*\Z)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITAL = re.compile(r"\b[A-ZÀ-Ý][\w-]{2,}")
_BEHIND = re.compile(r"\s+d(?:e |['’])(?:l['’]|la |leurs? |ses? )?([^\W\d_]{4,})")
_BEFORE = re.compile(
    r"([^\W\d_]{4,})(?: (?:totale?|nette?|annuelle?|record|estimée?s?|évaluée?s?|chiffrée?s?|fixée?s?))?"
    r" (?:de|d['’]|à)(?: (?:près|plus|moins) de| environ| quelque| seulement)? ?$"
)
_NUMBER_OF = re.compile(r"\b(?:nombre|total) (?:de |d'|des )([^\W\d_]{4,})")


@dataclass(eq=False)
class Node:
    """Figures that say the same in the same words, taken as one; what the French says is that of the first.

    It is compared with every other figure of its event, so what its sentence says is read once.
    """

    figures: list[Figure]
    label: str
    subject: frozenset[str]
    measure: frozenset[str]
    noun: frozenset[str]
    around: frozenset[str]
    mode: str | None
    """How its French means it, and how its label does."""
    labelled: str | None

    @property
    def listed(self) -> bool:
        """Whether a brief lists it, with a label."""
        return self.figures[0].listed

    @cached_property
    def newer(self) -> bool:
        """Whether its sentence says that it is newer than another figure."""
        return is_update(self.figures[0])

    @cached_property
    def contested(self) -> bool:
        """Whether it is set against another figure."""
        return is_contested(self.figures[0])

    @cached_property
    def names(self) -> list[str]:
        """The names in its label, but for whoever claims the figure."""
        claim = claim_of(self.figures[0]) or ""
        return [name for name in _CAPITAL.findall(self.label) if name not in claim]


def nodes_of(figures: Sequence[Figure]) -> list[Node]:
    """Give the figures of an event, those that say the same in the same words as one; in order of time."""
    found: dict[tuple[object, ...], Node] = {}
    for figure in sorted(figures, key=lambda f: (f.published or "9999", f.brief, f.position)):
        entry = figure.entry
        own = (entry.value, entry.upper, entry.unit, entry.subject, entry.measure)
        key = own if figure.listed else (figure.brief, figure.position)
        if key in found:
            found[key].figures.append(figure)
            continue
        text = entry.source.text
        window = figure.sentence[max(0, figure.at - 70) : figure.at + len(text) + 70]
        found[key] = Node(
            [figure], f"{entry.subject}: {entry.measure}", content(entry.subject), content(entry.measure),
            nouns(figure.sentence[: figure.at], text, figure.sentence[figure.at + len(text) :]),
            frozenset(stem(word) for word in tokens(window) if len(word) > 3 and not word.isdigit()),
            mode_of(figure), labelled_mode(figure),
        )  # fmt: skip
    return list(found.values())


@lru_cache(maxsize=2_000)
def nouns(before: str, text: str, after: str) -> frozenset[str]:
    """Give the stems of the French nouns that tell what a number is of.

    They stand in it, behind or before it: « 31 blessés », « ans de prison », « une dette de 34 millions ».
    """
    words = tokens(_AMOUNT.sub(" ", text))
    for found in (_BEHIND.match(after), _BEFORE.search(before)):
        if found:
            words += tokens(found[1])
    stems = _telling(words) or _telling(match[1] for match in _NUMBER_OF.finditer(fold(before + after)))
    return frozenset(_same_nouns().get(noun, noun) for noun in stems)


def _telling(words: Iterable[str]) -> list[str]:
    """Give the stems of the words that say something."""
    return [stem(word) for word in words if len(word) > 3 and word not in entries("neutral")]


@cache
def _same_nouns() -> dict[str, str]:
    return {word: words[0] for words in map(str.split, entries("synonyms_fr")) for word in words}


def is_money(entry: KeyFigure) -> bool:
    """Whether a figure is an amount of money, or may be one whose currency is left out: « 34 millions »."""
    return bool(CURRENCY.match(entry.unit)) if entry.unit else _SCALE.search(entry.source.text) is not None


def alike(one: Node, other: Node, likeness: Likeness) -> float:
    """Score how much speaks for two figures being of the same thing, from 0 to 1."""
    measures = overlap(one.measure, other.measure)
    same = compare(one.figures[0].entry, other.figures[0].entry)
    if _differ(one, other, equal=same is not None):
        return 0.0
    whole = likeness.labels(one.label, other.label)
    labels = max(WHOLE * whole + (1 - WHOLE) * measures, 0.65 * measures + 0.35 * _subjects(one, other))
    noun = 1.0 if one.noun & other.noun else 0.2 if one.noun and other.noun else 0.5
    score = (
        LABEL * labels
        + NOUN * noun
        + AROUND * overlap(one.around, other.around)
        + VALUE * _values(one.figures[0], other.figures[0])
    )
    alone = (one.mode or one.labelled) != (other.mode or other.labelled)
    named = _apart(one.names, other.names)
    return score if same or not (alone or named) else MEANT * score


def _differ(one: Node, other: Node, *, equal: bool) -> bool:
    """Whether two labels say that they are of two things: by rivals, years, names, or a narrower sense.

    Equal values may well be of one thing that two papers call by different names.
    """
    first, second = one.subject | one.measure, other.subject | other.measure
    if are_rivals(first, second) or _apart(_YEAR.findall(one.label), _YEAR.findall(other.label)):
        return True
    if equal:
        return False
    if _meant_otherwise(one, other) or _out_of_reach(one, other):
        return True
    narrow = frozenset(stem(word) for word in entries("narrowing"))
    alike_measured = one.noun & other.noun or overlap(one.measure, other.measure) >= MEASURED
    named_apart = _apart(one.names, other.names) and not alike_measured
    return bool((first ^ second) & (narrow | PARTS)) or named_apart


def _meant_otherwise(one: Node, other: Node) -> bool:
    """Whether one figure is a forecast and the other is none, or one is asked and the other offered."""
    first, second = one.mode or one.labelled, other.mode or other.labelled
    if first and second:
        return first != second
    if any(node.mode == "asked" == node.labelled for node in (one, other)):
        return True
    if any(node.newer or node.contested for node in (one, other)):
        return "former" in {first, second}
    return "foreseen" in {one.mode, other.mode} or "former" in {first, second}


def _out_of_reach(one: Node, other: Node) -> bool:
    """Whether two values are too far apart for one thing: a hospital's 620 beds, and the 24 that close.

    What grows may be far apart, and so may a slip of the unit: 40 million and 40 billion.
    """
    low, high = sorted(abs(size_of(node.figures[0].entry)) for node in (one, other))
    if high <= SIZES[-1][0] * low or one.newer or other.newer:
        return False
    slip = low.normalize().as_tuple().digits == high.normalize().as_tuple().digits
    return not slip and not (one.measure | other.measure) & growing()


def _apart(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one and other) and set(one).isdisjoint(other)


def _subjects(one: Node, other: Node) -> float:
    return max(
        overlap(one.subject, other.subject), overlap(one.subject | one.measure, other.subject | other.measure)
    )


def _values(one: Figure, other: Figure) -> float:
    """Score how near two values are: 1 for equal, little for what is of another size."""
    relation = compare(one.entry, other.entry)
    if relation:
        special = max(significant(one.entry.value), significant(other.entry.value)) > 1
        return (1.0 if relation == "agree" else 0.9) + (SPECIAL if special else 0.0)
    low, high = sorted((abs(one.entry.value), abs(other.entry.value)))
    if one.entry.unit != other.entry.unit:
        return 0.8 if low == high else 0.0
    ratio = high / low if low else Decimal(1000)
    return next((score for most, score in SIZES if ratio <= most), FAR)
