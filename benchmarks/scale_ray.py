"""Briefs on a Ray cluster of this machine: their pace beside a plain batch, and what a killed worker leaves.

    python -m benchmarks.scale_ray [--articles 400] [--rounds 1] [--killed 2000] [--kills 5]

A stub server answers after 50 ms in place of a model. Pace is that of the requests between a fifth and nine
tenths of a run, so that neither's start counts. Beside both: Ray Data's own HTTP processor (`ray.data.llm`)
sends the same requests, which it does not make, check or keep. With `--kills 0` no worker is killed, so that
one shows whether its memory grows with the articles.
"""

import argparse
import asyncio
import hashlib
import json
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.batch_throughput import JOBS, SHORT, stub
from benchmarks.memory import Peaks
from summarizer.batch.plan import Plan
from summarizer.batch.run import run_batch
from summarizer.models.choice import Choice
from tests.engines.clusters import Cluster, batch, cluster, start_batch

DELAY = 0.05
WORKERS = 2
BAR = 0.8


def write_articles(path: Path, number: int) -> list[str]:
    """Write short articles as Parquet and as JSONL; return their ids."""
    ids = [f"article-{each:06}" for each in range(number)]
    texts = [SHORT.format(number=each + 100) for each in range(number)]
    pq.write_table(pa.table({"id": ids, "text": texts}), path.with_suffix(".parquet"))
    with path.with_suffix(".jsonl").open("w", encoding="utf-8") as lines:
        for name, text in zip(ids, texts, strict=True):
            lines.write(json.dumps({"id": name, "text": text}) + "\n")
    return ids


def told(url: str, what: str) -> Any:
    """Return what the stub server tells: `asked` or `requests`."""
    with urlopen(f"{url}/{what}", timeout=60) as reply:  # noqa: S310 - of loopback
        return json.load(reply)


@contextmanager
def paced(url: str, total: int) -> Iterator[list[float]]:
    """Give, at the end, the requests a second between a fifth and nine tenths of a run."""
    before, seen, ended = told(url, "asked"), [], threading.Event()

    def look() -> None:
        while not ended.wait(0.1):
            seen.append((time.perf_counter(), told(url, "asked") - before))

    thread = threading.Thread(target=look)
    thread.start()
    pace: list[float] = []
    try:
        yield pace
    finally:
        ended.set()
        thread.join()
    within = [(at, number) for at, number in seen if 0.2 * total <= number <= 0.9 * total]
    if len(within) > 1:
        (first, few), (last, many) = within[0], within[-1]
        pace.append((many - few) / (last - first))


def measure_pace(url: str, folder: Path, number: int, rounds: int) -> list[str]:
    """A plain batch, Ray, and Ray Data's HTTP processor in turns, as many requests at once."""
    write_articles(folder / "in", number)
    choice = Choice(name="scripted", why="a benchmark", base_url=f"{url}/v1", profile="hosted")
    paces: dict[str, list[float]] = {"plain": [], "ray": [], "ray.data.llm": []}
    whole: dict[str, list[float]] = {name: [] for name in paces}

    def plain(out: Path) -> None:
        asyncio.run(run_batch(Plan(given=(str(folder / "in.jsonl"),), out=out, jobs=JOBS), choice))

    def on_ray(out: Path) -> None:
        with_jobs = ("--workers", str(WORKERS), "--jobs", str(JOBS))
        code, said = batch(running, folder / "in.parquet", out, f"{url}/v1", *with_jobs)
        assert code == 0, said

    def processor(_: Path) -> None:
        send_all(running, f"{url}/v1/chat/completions", told(url, "requests")[:number])

    ways: Sequence[tuple[str, Callable[[Path], None]]] = (
        ("plain", plain),
        ("ray", on_ray),
        ("ray.data.llm", processor),
    )
    with cluster() as running:
        for each in range(rounds):
            for name, way in ways:
                started = time.perf_counter()
                with paced(url, number) as pace:
                    way(folder / f"{name}-{each}")
                paces[name] += pace
                whole[name].append(time.perf_counter() - started)
    middle = {name: statistics.median(pace) if pace else 0.0 for name, pace in paces.items()}
    share = middle["ray"] / middle["plain"]
    return [
        f"{number} articles, {JOBS} requests at once, {DELAY * 1000:g} ms each; {rounds} rounds in turns",
        *(
            f"{name}: {middle[name]:.1f} requests a second, all in {statistics.median(whole[name]):.1f} s"
            for name in paces
        ),
        f"Ray over the plain batch: {share:.2f} (bar {BAR}{'' if share >= BAR else ': missed'})",
    ]


SENDING = """
import json, sys, ray
from ray.data.llm import HttpRequestProcessorConfig, build_processor
ray.init(sys.argv[1], log_to_driver=False, logging_level="ERROR")
ray.data.DataContext.get_current().use_datasource_v2 = False
config = HttpRequestProcessorConfig(
    url=sys.argv[2], headers={"Authorization": "Bearer none"}, batch_size=8, concurrency=2
)
process = build_processor(
    config,
    preprocess=lambda row: {"payload": json.loads(row["body"])},
    postprocess=lambda row: {"length": len(json.dumps(row["http_response"], default=str))},
)
bodies = ray.data.read_parquet(sys.argv[3]).repartition(target_num_rows_per_block=16)
print(sum(1 for _ in process(bodies).iter_rows()))
"""


def send_all(running: Cluster, url: str, requests: Sequence[Any]) -> None:
    """Send requests by Ray Data's HTTP processor, and pass over the answers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "requests.parquet"
        pq.write_table(pa.table({"body": [json.dumps(request) for request in requests]}), path)
        command = [sys.executable, "-c", SENDING, running.address, url, str(path)]
        own = {**os.environ, **running.environment}
        ran = subprocess.run(command, capture_output=True, text=True, check=False, env=own)  # noqa: S603
        if ran.returncode:
            print(f"ray.data.llm did not run: {ran.stderr.strip().splitlines()[-1]}")


def measure_kills(url: str, folder: Path, number: int, kills: int) -> list[str]:
    """A run in which workers are killed: what is lost, twice, or asked again though it was stored."""
    ids = write_articles(folder / "in", number)
    out, peaks = folder / "killed", Peaks()
    begun, again, killed = told(url, "asked"), set[int](), 0
    snapshots: list[tuple[int, set[str]]] = []
    started = time.perf_counter()
    with cluster() as running, start_batch(running, folder / "in.parquet", out, f"{url}/v1") as process:
        while process.poll() is None:
            time.sleep(0.2)
            workers, done = running.workers(), told(url, "asked") - begun
            peaks.look("driver", process.pid, done)
            for worker in workers:
                peaks.look("worker", worker, done)
            due = (killed + 1) * number // (kills + 1)
            if killed < kills and workers and done >= due:
                os.kill(workers[killed % len(workers)], signal.SIGKILL)
                snapshots.append((told(url, "asked") - begun, stored(out)))
                killed += 1
        said = process.communicate()[1]
    took = time.perf_counter() - started
    asked = [digest(request) for request in told(url, "requests")[begun:]]
    for since, known in snapshots:
        again |= {at for at in range(since, len(asked)) if asked[at] in known}
    found = Counter(name for path in (out / "briefs").glob("*.parquet") for name in briefed(path))
    lost, twice = len(set(ids) - set(found)), sum(count - 1 for count in found.values())
    return [
        f"{number} articles, {killed} workers killed, {took:.0f} s: {said.strip().splitlines()[-3]}",
        f"lost {lost}, twice {twice}, asked again though stored {len(again)} (bars 0, 0, 0)",
        f"{len(asked)} requests for {len(set(asked))} questions; the others were under way at a kill",
        *peaks.lines(),
        *peaks.growth(),
    ]


def stored(out: Path) -> set[str]:
    """Return the digests of the questions whose answers are in the journal."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as journal:
        return {words for (words,) in journal.execute("SELECT words FROM answers")}


def digest(request: Any) -> str:
    """Return the digest of a request's words, as the journal has it."""
    return hashlib.sha256(json.dumps(request["messages"], sort_keys=True).encode()).hexdigest()


def briefed(path: Path) -> list[str]:
    """Return the ids of the rows of a file that have a brief."""
    rows = pq.read_table(path, columns=["id", "error"]).to_pylist()
    return [row["id"] for row in rows if row["error"] is None]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--killed", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=5)
    given = parser.parse_args()
    with stub("--delay", str(DELAY), "--keep") as url, tempfile.TemporaryDirectory() as name:
        for folder in (Path(name) / "pace", Path(name) / "kills"):
            folder.mkdir()
        if given.articles:
            lines = measure_pace(url, Path(name) / "pace", given.articles, given.rounds)
            print("\n".join(lines), flush=True)
        if given.killed:
            print("\n".join(measure_kills(url, Path(name) / "kills", given.killed, given.kills)), flush=True)


if __name__ == "__main__":
    main()
