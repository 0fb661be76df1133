"""The peer of the digest's events: a plain clustering by TF-IDF, its threshold the best on the seen half."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from benchmarks.digest_data import Labelled, paper_id
from benchmarks.digest_measures import b_cubed
from summarizer.digest.words import tokens


def plain_clusters(texts: Sequence[str], threshold: float) -> list[list[int]]:
    """The peer: TF-IDF vectors, average linkage, stopped at a threshold."""
    counts = [Counter(word for word in tokens(text) if len(word) > 2) for text in texts]
    df = Counter(word for count in counts for word in count)
    vectors = []
    for count in counts:
        own = {w: (1 + math.log(n)) * math.log(len(texts) / df[w]) for w, n in count.items()}
        size = math.sqrt(sum(v * v for v in own.values())) or 1.0
        vectors.append({w: v / size for w, v in own.items()})
    groups = {n: ([n], vector) for n, vector in enumerate(vectors)}

    def alike(a: int, b: int) -> float:
        (one, first), (two, second) = groups[a], groups[b]
        return sum(v * second.get(w, 0.0) for w, v in first.items()) / (len(one) * len(two))

    scores = {(a, b): alike(a, b) for a, b in combinations(groups, 2)}
    while scores:
        (a, b), best = max(scores.items(), key=lambda item: item[1])
        if best < threshold:
            break
        (one, first), (two, second) = groups[a], groups.pop(b)
        merged = Counter(first)
        merged.update(second)
        groups[a] = (one + two, dict(merged))
        scores = {pair: s for pair, s in scores.items() if not {a, b} & set(pair)}
        scores |= {(min(a, c), max(a, c)): alike(min(a, c), max(a, c)) for c in groups if c != a}
    return [members for members, _ in groups.values()]


def peers(halves: dict[str, list[Labelled]]) -> dict[str, dict[str, float]]:
    """Score the peers: TF-IDF with the threshold that is best on the seen half."""

    def score(half: str, threshold: float) -> float:
        papers = [paper for event in halves[half] for paper in event.papers]
        texts = [paper.brief.article.text for paper in papers if paper.brief]
        found = [[paper_id(papers[n]) for n in group] for group in plain_clusters(texts, threshold)]
        return b_cubed(found, [[paper_id(p) for p in event.papers] for event in halves[half]])

    best = max((step / 100 for step in range(4, 26, 2)), key=lambda step: score("seen", step))
    return {half: {"TF-IDF, average linkage: B³ F1": score(half, best), "threshold": best} for half in halves}
