"""Figures of the same thing in several briefs of an event, in one row.

Two figures are of the same thing where their labels, the French noun behind the number, the words around it
and the sizes of the values speak for it together. Two different values of one article are of two things,
unless the article names whose claim each is, or says that one is newer.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from summarizer.digest.lexicon import entries
from summarizer.digest.likeness import Likeness
from summarizer.digest.records import Figure
from summarizer.digest.relations import Dated, claim_of, compare, is_claim, is_update, relate, significant
from summarizer.digest.words import are_rivals, content, overlap, stem, tokens
from summarizer.schemas.brief import KeyFigure
from summarizer.schemas.digest import Cell, FigureRow

SAME = 0.43
"""Score from which two figures are of the same thing."""
SPECIAL = 1.0
"""How much more the same value counts where it has digits of its own: 48,615 and not 3."""
WHOLE = 0.75
"""How much the whole label counts beside what it measures alone."""
MOST = 250
"""Figures of an event up to which each is compared with each; beyond it only equal values are."""
SAME_MEASURE = 0.7
"""Likeness of what two claims of one article measure, at least."""
SLOT = 50
"""Figures of one value that are compared in so large an event."""
LABEL, NOUN, AROUND, VALUE = 0.5, 0.2, 0.1, 0.2
"""How much each witness counts."""
CURRENCY = re.compile(r"[A-Z]{3}\Z")
NEUTRAL = frozenset(map(stem, ("personnes", "personne", "habitants", "gens", "quelque", "euros", "environ")))
"""French nouns that say nothing about what is counted."""
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


@dataclass(slots=True)
class Node:
    """Figures that say the same in the same words, taken as one."""

    figures: list[Figure]
    label: str
    subject: frozenset[str]
    measure: frozenset[str]
    noun: frozenset[str]
    around: frozenset[str]


def find_rows(
    figures: Sequence[Figure], reports: Mapping[str, str], likeness: Likeness, event: str
) -> list[FigureRow]:
    """Put the figures of an event into rows; `reports` gives the independent report of each brief.

    Only what two briefs have becomes a row. Contradictions come first, then what most briefs have.
    """
    nodes = _nodes(figures)
    likeness.prepare([node.label for node in nodes])
    groups = _group(nodes, likeness)
    rows = [row for group in groups if (row := _row(group, reports, event))]
    order = ("contradiction", "updated", "rounded", "agree")
    return sorted(rows, key=lambda row: (order.index(row.relation), -len(row.cells), row.id))


def _nodes(figures: Sequence[Figure]) -> list[Node]:
    found: dict[tuple[object, ...], Node] = {}
    for figure in sorted(figures, key=lambda f: (f.published or "9999", f.brief, f.position)):
        entry = figure.entry
        key = (entry.value, entry.upper, entry.unit, entry.subject, entry.measure)
        if key in found:
            found[key].figures.append(figure)
            continue
        text = entry.source.text
        window = figure.sentence[max(0, figure.at - 70) : figure.at + len(text) + 70]
        found[key] = Node(
            [figure], f"{entry.subject}: {entry.measure}", content(entry.subject), content(entry.measure),
            nouns(figure.sentence[: figure.at], text, figure.sentence[figure.at + len(text) :]),
            frozenset(stem(word) for word in tokens(window) if len(word) > 3 and not word.isdigit()),
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
    return frozenset(stem(word) for word in words if len(word) > 3) - NEUTRAL


def _group(nodes: Sequence[Node], likeness: Likeness) -> list[list[Node]]:
    """Group nodes by average score, the best pair first; the order of equals is that of the nodes."""
    scores = _scores(nodes, likeness)
    groups = {n: [n] for n in range(len(nodes))}
    leader = list(range(len(nodes)))
    for _, one, two in sorted(((-score, *pair) for pair, score in scores.items())):
        first, second = sorted((leader[one], leader[two]))
        if first == second:
            continue
        pairs = [(min(a, b), max(a, b)) for a in groups[first] for b in groups[second]]
        average = sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs)
        if average >= SAME and _compatible(nodes, groups[first], groups[second]):
            groups[first] += groups.pop(second)
            for member in groups[first]:
                leader[member] = first
    return [[nodes[n] for n in group] for group in groups.values()]


def _scores(nodes: Sequence[Node], likeness: Likeness) -> dict[tuple[int, int], float]:
    by_unit: defaultdict[object, list[int]] = defaultdict(list)
    many = len(nodes) > MOST
    for n, node in enumerate(nodes):
        entry = node.figures[0].entry
        unit = "money" if is_money(entry) else entry.unit
        by_unit[(unit, entry.value) if many else unit].append(n)
    found = {}
    for places in by_unit.values():
        near = places[:SLOT] if many else places
        for at, one in enumerate(near):
            for two in near[at + 1 :]:
                score = alike(nodes[one], nodes[two], likeness)
                if score > SAME / 2:
                    found[one, two] = score
    return found


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
    return (
        LABEL * labels
        + NOUN * noun
        + AROUND * overlap(one.around, other.around)
        + VALUE * _values(one.figures[0], other.figures[0])
    )


def _differ(one: Node, other: Node, *, equal: bool) -> bool:
    """Whether two labels say that they are of two things: by rivals, years, names, or a narrower sense.

    Equal values may well be of one thing that two papers call by different names.
    """
    first, second = one.subject | one.measure, other.subject | other.measure
    if are_rivals(first, second) or _apart(_YEAR.findall(one.label), _YEAR.findall(other.label)):
        return True
    if equal:
        return False
    narrow = frozenset(stem(word) for word in entries("narrowing"))
    return bool((first ^ second) & narrow) or _apart(
        _CAPITAL.findall(one.label), _CAPITAL.findall(other.label)
    )


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
    return 0.6 if ratio <= 2 else 0.4 if ratio <= 4 else 0.1


def _compatible(nodes: Sequence[Node], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether no article would have two values in one row without saying why."""
    first = {f.brief: f for n in one for f in nodes[n].figures}
    for figure in (f for n in other for f in nodes[n].figures):
        twin = first.get(figure.brief)
        if twin is None or compare(twin.entry, figure.entry):
            continue
        alike = overlap(content(twin.entry.measure), content(figure.entry.measure)) >= SAME_MEASURE
        claimed = alike and is_claim(twin) and is_claim(figure)
        if not claimed and not (is_update(twin) and is_update(figure)):
            return False
    return True


def _row(group: Sequence[Node], reports: Mapping[str, str], event: str) -> FigureRow | None:
    """Make a row of figures that two briefs or more have."""
    figures = sorted(
        (f for node in group for f in node.figures),
        key=lambda f: (f.published or "9999", f.brief, f.position),
    )
    if len({figure.brief for figure in figures}) < 2:
        return None
    first = figures[0]
    units = {figure.entry.unit for figure in figures}
    label = " ".join(node.figures[0].entry.measure for node in group)
    return FigureRow(
        id=f"{event}-{first.brief[:6]}-{first.position}",
        subject=first.entry.subject,
        measure=first.entry.measure,
        unit=units.pop() if len(units) == 1 else None,
        relation=relate([Dated(f, reports[f.brief]) for f in figures], label),
        cells=tuple(map(_cell, figures)),
    )


def _cell(figure: Figure) -> Cell:
    entry = figure.entry
    return Cell(
        brief=figure.brief, figure=figure.position, published=figure.published, value=entry.value,
        upper=entry.upper, unit=entry.unit, qualifier=entry.qualifier, en=entry.en, source=entry.source,
        sentence=figure.sentence, claimed_by=claim_of(figure),
    )  # fmt: skip
