"""The memory that processes take, in MB: all that is resident, and what of it is theirs."""

from dataclasses import dataclass, field
from pathlib import Path

BAR = 300
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

    def look(self, name: str, process: int) -> None:
        """Look at a process, if it is still there."""
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
        except OSError:
            return
        kilobytes = {line.partition(":")[0]: int(line.split()[1]) for line in lines}
        most = self.most.setdefault(name, dict.fromkeys(KINDS, 0))
        for kind, names in KINDS.items():
            most[kind] = max(most[kind], sum(kilobytes.get(each, 0) for each in names) // 1024)

    def lines(self) -> list[str]:
        """Return a line for each name."""
        return [
            f"memory of {name}: {', '.join(f'{most[kind]} MB {kind}' for kind in KINDS)} (bar {BAR})"
            for name, most in sorted(self.most.items())
        ]
