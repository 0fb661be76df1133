"""A great many articles: memory from first to last, a second start, and how soon commands answer."""

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.batch_throughput import asked, stub
from benchmarks.memory import growth

SUMMARIZER = Path(sys.executable).with_name("summarizer")
A_FOLDER = 1000
TEXT = (
    "Le bateau numéro {number} part au sud. Le brouillard couvre le marais. La rivière dort sous les saules."
)
"""Three requests each."""
EVERY = 0.5
"""Seconds between two looks at a process's memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a run over many articles took. Memory in MB."""

    articles: int
    seconds: float
    requests: int
    most: float
    first: float
    last: float
    slope: str
    again_seconds: float
    again_requests: int

    @property
    def growth(self) -> float:
        """How much more memory is in use in the last tenth of the run than in the first; 0.1 is a tenth."""
        return self.last / self.first - 1


def write_articles(folder: Path, number: int, text: str = TEXT) -> None:
    """Make so many articles, a thousand to a folder."""
    for each in range(number):
        path = folder / f"{each // A_FOLDER:03}" / f"{each:06}.txt"
        if not each % A_FOLDER:
            path.parent.mkdir(parents=True)
        path.write_text(text.format(number=each + 100), encoding="utf-8")


def load(folder: Path, out: Path, number: int) -> Load:
    """Run the command over the articles, and again on what it left."""
    with stub() as url:
        command = [str(SUMMARIZER), "batch", str(folder), str(out), "--quiet"]
        command += ["--model", "stub", "--base-url", f"{url}/v1"]
        started = time.perf_counter()
        process = subprocess.Popen(command)  # noqa: S603
        seen: list[tuple[int, float]] = []
        most = 0.0
        while process.poll() is None:
            now = _memory(process.pid)
            if now:
                seen.append((asked(url), now))
                most = max(most, now)
            time.sleep(EVERY)
        seconds, requests = time.perf_counter() - started, asked(url)
        if process.returncode:
            raise SystemExit(f"the run ended with exit code {process.returncode}")
        started = time.perf_counter()
        subprocess.run(command, check=True)  # noqa: S603
        return Load(
            articles=number,
            seconds=seconds,
            requests=requests,
            most=most,
            first=_within(seen, requests, 0.0, 0.1),
            last=_within(seen, requests, 0.9, 1.0),
            slope=growth([(done * number // requests, memory) for done, memory in seen]),
            again_seconds=time.perf_counter() - started,
            again_requests=asked(url) - requests,
        )


def _within(seen: list[tuple[int, float]], requests: int, start: float, end: float) -> float:
    """The median memory while that share of the requests was made; there was none before the first."""
    found = [memory for done, memory in seen if max(start * requests, 1) <= done <= end * requests]
    return statistics.median(found) if found else float("nan")


def _memory(process: int) -> float:
    """Memory in MB of a process and all that it started, what they share counted once; 0 where it is gone."""
    try:
        roll = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
        children = [
            child
            for task in Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text(encoding="utf-8").split()
        ]
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) for line in roll.splitlines() if line.startswith("Pss:")), 0)
    return own / 1024 + sum(_memory(int(child)) for child in children)


def seconds_of(*arguments: str, times: int = 3) -> float:
    """How soon a command has answered, at best of a few times."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run([str(SUMMARIZER), *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        best = min(best, time.perf_counter() - started)
    return best
