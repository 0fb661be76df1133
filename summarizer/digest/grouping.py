"""Figures of an event in groups, each group of one thing.

Groups are joined by their average score, the best pair first. Two different values of one article are of two
things, unless the article names whose claim each is, or says that one is newer. What is left over is joined
where each is the other's only counterpart.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from summarizer.digest.article_figures import Figure
from summarizer.digest.changes import has_become, is_update
from summarizer.digest.claims import are_two_claims, is_claim
from summarizer.digest.french_likeness import ALIKE, alike_in_french, is_part
from summarizer.digest.likeness import Likeness
from summarizer.digest.measures import Node, alike, is_money
from summarizer.digest.rounding import compare, dimension
from summarizer.digest.words import content, overlap

SAME = 0.4
"""Score from which two figures are of the same thing."""
CERTAIN = 1.0
"""Score of two figures of which one sentence says that the one has become the other."""
PAIRED = 0.24
"""Score from which two figures can be of the same thing that are each other's only counterpart."""
CLEARLY = 0.05
"""How much worse any other counterpart must be."""
FACTOR = 4
"""How many times the one value can be the other then,"""
GROWN = 10
"""and where the French counts the same: seven farms, later nineteen."""
MOST = 250
"""Figures of an event up to which each is compared with each; beyond it only equal values are."""
SAME_MEASURE = 0.7
"""Likeness of what two claims of one article measure, at least."""
SLOT = 50
"""Figures of one value that are compared in so large an event."""
Scores = Mapping[tuple[int, int], float]
"""Scores of pairs of nodes, by their places."""


def group_nodes(nodes: Sequence[Node], likeness: Likeness) -> list[list[Node]]:
    """Group nodes by average score, the best pair first; the order of equals is that of the nodes.

    Figures with labels come first. Those without join them, or one another, by their French.
    """
    groups = {n: [n] for n in range(len(nodes))}
    changed = _of_one_change(nodes)
    french = _french_scores(nodes)
    every = _scores(nodes, [n for n in groups if nodes[n].listed], partial(alike, likeness=likeness))
    labelled = _without_others(nodes, every | changed, french)
    _merge(nodes, groups, labelled)
    _pair_up(nodes, groups, labelled)
    _merge(nodes, groups, french)
    return [[nodes[n] for n in group] for group in groups.values()]


def _of_one_change(nodes: Sequence[Node]) -> dict[tuple[int, int], float]:
    """Score listed pairs of which one sentence says that the one has become the other, whatever labels say.

    An earlier article must have the former value as the current one. « Le billet passe de 9 à 12 euros » in
    every paper is no row of 9 and 12: the papers agree on both.
    """
    by_sentence: defaultdict[tuple[str, str], list[tuple[int, Figure]]] = defaultdict(list)
    for n, node in enumerate(nodes):
        for figure in node.figures:
            if figure.listed:
                by_sentence[figure.brief, figure.sentence].append((n, figure))
    found = {}
    for told in by_sentence.values():
        for (former, old), (newer, new) in pairwise(sorted(told, key=lambda one: one[1].at)):
            if has_become(old, new) and _was_current(old, nodes):
                nodes[former].labelled = nodes[newer].labelled
                found[min(former, newer), max(former, newer)] = CERTAIN
    return found


def _was_current(former: Figure, nodes: Sequence[Node]) -> bool:
    """Whether an article of an earlier day has a former value, and does not call it a former one."""
    told = (f for node in nodes if node.listed and node.labelled != "former" for f in node.figures)
    return any(
        (figure.published or "9999") < (former.published or "")
        and compare(figure.entry, former.entry) == "agree"
        for figure in told
    )


def _without_others(nodes: Sequence[Node], labelled: Scores, french: Scores) -> Scores:
    """Leave out two values of which one article has both, one of them without a label.

    « 100 millions provisionnés » is no other value of a fine of 145 million where its article has the 145.
    A later day's article may well have the old value beside the new one, and so may one that says whose
    each is.
    """
    also: defaultdict[int, set[str]] = defaultdict(set)
    for (one, two), score in french.items():
        if score >= ALIKE:
            for node, other in ((one, two), (two, one)):
                if nodes[node].listed:
                    also[node].update(figure.brief for figure in nodes[other].figures)

    def kept(one: int, two: int) -> bool:
        first, second = nodes[one].figures[0], nodes[two].figures[0]
        both = second.brief in also[one] or first.brief in also[two]
        same_day = first.published == second.published
        if not (both and same_day) or any(nodes[n].newer or nodes[n].contested for n in (one, other)):
            return True
        return any(map(is_claim, (first, second))) or compare(first.entry, second.entry) is not None

    return {pair: score for pair, score in labelled.items() if kept(*pair)}


def _merge(nodes: Sequence[Node], groups: dict[int, list[int]], scores: Scores) -> None:
    """Join groups by the average score of their pairs, those of the best pair first."""
    leader = {n: key for key, group in groups.items() for n in group}
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


def _pair_up(nodes: Sequence[Node], groups: dict[int, list[int]], scores: Scores) -> None:
    """Join two groups of different articles that are each other's only counterpart, alike but weakly."""
    near: dict[int, list[tuple[float, int]]] = {key: [] for key in groups}
    of = {n: key for key, group in groups.items() for n in group}
    sums: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (one, two), score in scores.items():
        first, second = sorted((of[one], of[two]))
        if first != second:
            sums[first, second] += score
    for (first, second), total in sorted(sums.items()):
        average = total / (len(groups[first]) * len(groups[second]))
        if average >= PAIRED and _same_size(nodes, groups[first], groups[second]):
            near[first].append((average, second))
            near[second].append((average, first))
    for own in sorted(near):
        twin = _only(near[own])
        if twin is None or own >= twin or _only(near[twin]) != own:
            continue
        if _apart_in(nodes, groups[own], groups[twin]):
            groups[own] += groups.pop(twin)


def _only(near: Sequence[tuple[float, int]]) -> int | None:
    """Give the best of several, unless another one is nearly as good."""
    best, *rest = sorted(near, reverse=True) or [(0.0, -1)]
    return best[1] if best[1] >= 0 and (not rest or rest[0][0] <= best[0] - CLEARLY) else None


def _same_size(nodes: Sequence[Node], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether all values of two groups are within a factor that two reports of one thing may differ by."""
    values = [abs(nodes[n].figures[0].entry.value) for n in (*one, *other)]
    named = frozenset().union(*(nodes[n].noun for n in one)) & frozenset().union(
        *(nodes[n].noun for n in other)
    )
    return max(values) <= (GROWN if named else FACTOR) * min(values)


def _apart_in(nodes: Sequence[Node], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether no article has figures of both groups."""
    first = {f.brief for n in one for f in nodes[n].figures}
    return first.isdisjoint(f.brief for n in other for f in nodes[n].figures)


def _scores(
    nodes: Sequence[Node], among: Sequence[int], score: Callable[[Node, Node], float]
) -> dict[tuple[int, int], float]:
    """Score the pairs of nodes that have units of one dimension."""
    by_unit: defaultdict[object, list[int]] = defaultdict(list)
    many = len(among) > MOST
    for n in among:
        entry = nodes[n].figures[0].entry
        unit = "money" if is_money(entry) else dimension(entry.unit)
        by_unit[(unit, entry.value) if many else unit].append(n)
    found = {}
    for places in by_unit.values():
        near = places[:SLOT] if many else places
        for at, one in enumerate(near):
            for two in near[at + 1 :]:
                alike_by = score(nodes[one], nodes[two])
                if alike_by > SAME / 2:
                    found[one, two] = alike_by
    return found


def _french_scores(nodes: Sequence[Node]) -> dict[tuple[int, int], float]:
    """Score the pairs of which one figure at least has no label."""
    return _scores(
        nodes,
        range(len(nodes)),
        lambda one, other: 0.0 if one.listed and other.listed else alike_in_french(one, other),
    )


def _is_change(one: Figure, other: Figure) -> bool:
    return has_become(one, other) or has_become(other, one)


def _compatible(nodes: Sequence[Node], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether no article would have two values in one row without saying why."""
    first = {f.brief: f for n in one for f in nodes[n].figures}
    for figure in (f for n in other for f in nodes[n].figures):
        twin = first.get(figure.brief)
        if twin is None or compare(twin.entry, figure.entry) or _is_change(twin, figure):
            continue
        if is_part(twin) != is_part(figure):
            return False
        labelled = twin.listed and figure.listed
        shared = overlap(content(twin.entry.measure), content(figure.entry.measure))
        measured = shared >= SAME_MEASURE or not labelled
        claimed = measured and are_two_claims(twin, figure)
        if not claimed and not (is_update(twin) and is_update(figure)):
            return False
    return True
