"""The memory that processes take, in MB: all that is resident, what of it is theirs, and whether it grows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression

BAR = 300
MANY = 100_000
# Articles for which the memory is reckoned from what a shorter run showed.
KINDS = {
    "resident": ("Rss",),
    "with a part of what is shared": ("Pss",),
    "private": ("Private_Clean", "Private_Dirty"),
}
# As Linux counts them. Shared are the libraries' files and, on Ray, the store of objects.


@dataclass(slots=True)
class Peaks:
    """The most memory of each kind that processes of a name took; each kind at its own time."""

    most: dict[str, dict[str, int]] = field(default_factory=dict)
    seen: dict[tuple[str, int], list[tuple[int, float]]] = field(default_factory=dict)

    def look(self, name: str, process: int, done: int = 0) -> None:
        """Look at a process, if it is still there; `done`: the articles that are done."""
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
        except OSError:
            return
        kilobytes = {line.partition(":")[0]: int(line.split()[1]) for line in lines}
        most = self.most.setdefault(name, dict.fromkeys(KINDS, 0))
        for kind, names in KINDS.items():
            most[kind] = max(most[kind], sum(kilobytes.get(each, 0) for each in names) // 1024)
        private = sum(kilobytes.get(each, 0) for each in KINDS["private"])
        self.seen.setdefault((name, process), []).append((done, private / 1024))

    def lines(self) -> list[str]:
        """Return a line for each name."""
        return [
            f"memory of {name}: {', '.join(f'{most[kind]} MB {kind}' for kind in KINDS)} (bar {BAR})"
            for name, most in sorted(self.most.items())
        ]

    def growth(self) -> list[str]:
        """Return a line for each name: how the private memory grows in the process that lived longest."""
        longest: dict[str, list[tuple[int, float]]] = {}
        for (name, _), points in self.seen.items():
            if name not in longest or _range(points) > _range(longest[name]):
                longest[name] = points
        return [f"private memory of {name}: {growth(longest[name])}" for name in sorted(longest)]


def growth(points: Sequence[tuple[int, float]], *, after: float = 0.5) -> str:
    """Say how memory grows: by a straight line through what is seen after half of a run, when all is loaded.

    `points`: articles done, and MB.
    """
    first = points[0][0] + after * _range(points)
    late = [(done, memory) for done, memory in points if done >= first]
    if len({done for done, _ in late}) < 2:
        return "too few articles to see whether it grows"
    slope, start = linear_regression(*zip(*late, strict=True))
    return (
        f"{1000 * slope:+.2f} MB for 1,000 articles (from article {late[0][0]:,} to {late[-1][0]:,}); "
        f"at {MANY:,} articles it would be {start + MANY * slope:.0f} MB"
    )


def _range(points: Sequence[tuple[int, float]]) -> int:
    return points[-1][0] - points[0][0]
