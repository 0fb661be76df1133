"""Near copies: the same text in several papers, shortened or with a few words changed.

Articles are compared by their runs of five words. The sketch of an article is its smallest hashed runs, all
of them up to `MOST`, so that short articles are compared exactly. datasketch was looked at: it approximates
the same measure, and would bring numpy and scipy to every user.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from zlib import crc32

RUN = 5
MOST = 256
ALIKE = 0.5
"""Share of the shorter article's runs that the other has as well, from which it is a copy."""
LEAST = 6
"""Runs that both must have: short of that, two articles can share a stock phrase and be independent."""
HELD = 60
"""Articles that are compared because of one run they share; a run that more have says nothing."""

Sketch = tuple[int, tuple[int, ...]]
"""How many different runs an article has, and its smallest ones, in order."""


def sketch(words: Sequence[str]) -> Sketch:
    """Give what stands for a text of these words where near copies are looked for."""
    runs = zip(*(islice(words, n, None) for n in range(RUN)), strict=False)
    hashes = {crc32(" ".join(run).encode()) for run in runs}
    return len(hashes), tuple(sorted(hashes)[:MOST])


def contained(one: Sketch, other: Sketch) -> float:
    """Give the share of the shorter text's runs that the other text has as well, from 0 to 1."""
    (many, few), (others, fewer) = one, other
    if not many or not others:
        return 0.0
    first, second = set(few), set(fewer)
    if max(many, others) <= MOST:
        same = len(first & second)
        return same / min(many, others) if same >= LEAST else 0.0
    union = sorted(first | second)[:MOST]
    both = sum(value in first and value in second for value in union)
    likeness = both / len(union)
    shared = likeness * (many + others) / (1 + likeness)
    return min(1.0, shared / min(many, others)) if both >= LEAST else 0.0


def find_copies(
    sketches: Mapping[str, Sketch], together: Callable[[str, str], bool] = lambda _one, _other: True
) -> list[list[str]]:
    """Group keys whose texts are near copies of one another; groups and keys in the mapping's order.

    `together` says whether two articles are near enough in time: a bulletin says the same each week.
    """
    held: defaultdict[int, list[str]] = defaultdict(list)
    for key, (_, hashes) in sketches.items():
        for value in hashes:
            if len(held[value]) < HELD:
                held[value].append(key)
    leader = {key: key for key in sketches}

    def top(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    order = {key: n for n, key in enumerate(sketches)}
    for key, own in sketches.items():
        shared = Counter(other for value in own[1] for other in held[value])
        for other, many in shared.items():
            likely = many >= max(LEAST, ALIKE * min(len(own[1]), len(sketches[other][1])) / 2)
            apart = order[other] < order[key] and top(other) != top(key)
            if likely and apart and together(key, other) and contained(own, sketches[other]) >= ALIKE:
                one, two = sorted((top(key), top(other)), key=order.__getitem__)
                leader[two] = one
    groups: dict[str, list[str]] = {}
    for key in sketches:
        groups.setdefault(top(key), []).append(key)
    return list(groups.values())
