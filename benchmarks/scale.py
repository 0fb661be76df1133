"""What the work outside one command costs: a call through MCP or HTTP over the library, shards over one run.

    python benchmarks/scale.py [--calls 300] [--articles 400] [--shards 16]

A stub server answers in place of a model. Each pair of calls is made in turns, so that what else the machine
does falls on both; `--articles 0` leaves the shards out.
"""

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
from mcp import Client, StdioServerParameters

from benchmarks.batch_many import write_articles
from benchmarks.batch_throughput import stub
from summarizer import check_statement
from summarizer.articles.article import make_article
from summarizer.batch.plan import Plan
from summarizer.batch.run import run_batch
from summarizer.batch.shards import Shard
from summarizer.engines.merge import merge_folders
from summarizer.marking.marked_article import mark
from summarizer.models.choice import Choice
from summarizer.serve.article_marks import marks_of
from tests.serve.test_http import serving

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "openai-400-millions.fr.txt"
ENGLISH = "The bid amounts to $97.4 billion."
FRENCH = "Le consortium a fait une offre de 97,4 milliards de dollars."
BAR_MS = 10.0
TIMES = ("created", "seconds")

Call = Callable[[], Awaitable[Any]]


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=300)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--shards", type=int, default=16)
    asked = parser.parse_args()
    with stub() as url, tempfile.TemporaryDirectory() as folder:
        for line in await _servers(url, asked.calls):
            print(line)
        if asked.articles:
            for line in await _shards(url, Path(folder), asked.articles, asked.shards):
                print(line)


async def _servers(url: str, calls: int) -> list[str]:
    """The time of a call through each server, over that of the same call of the library."""
    text = SEED.read_text("utf-8")
    claim = {"english": ENGLISH, "french": FRENCH}
    options = ["--model", "stub", "--base-url", f"{url}/v1", "--profile", "hosted"]
    server = StdioServerParameters(command="summarizer", args=["serve", "mcp", *options])
    rows = []
    with serving(*options) as sync_client:
        async with (
            Client(server) as mcp,
            httpx.AsyncClient(base_url=sync_client.base_url, timeout=60, trust_env=False) as http,
        ):
            article = {"article": text}
            pairs: tuple[tuple[str, Call, Call], ...] = (
                ("MCP check_statement", _check, lambda: mcp.call_tool("check_statement", claim)),
                ("HTTP /check", _check, lambda: http.post("/check", json=claim)),
                ("HTTP /mark, the seed", lambda: _mark(text), lambda: http.post("/mark", content=text)),
                ("MCP brief, a known article", _nothing, lambda: mcp.call_tool("brief", article)),
                ("HTTP /brief, a known article", _nothing, lambda: http.post("/brief", content=text)),
            )
            for name, direct, served in pairs:
                for call in (direct, served, served):
                    await call()
                here, there = await _in_turns(direct, served, calls if "brief" not in name else calls // 10)
                rows += [
                    f"{name}, {kind}: library {one:.2f} ms, served {more:.2f} ms, over it {more - one:.2f} ms"
                    f" (bar {BAR_MS:g} ms{'' if more - one <= BAR_MS else ': missed'})"
                    for kind, one, more in zip(("clock", "processors"), here, there, strict=True)
                ]
    return rows


async def _check() -> None:
    check_statement(ENGLISH, FRENCH)


async def _mark(text: str) -> None:
    marks_of(mark(make_article(text))).model_dump_json()


async def _nothing() -> None:
    """The library asks again for an article that it was asked about; a server does not."""


async def _in_turns(one: Call, other: Call, times: int) -> list[tuple[float, float]]:
    """The milliseconds of each of two calls: by the clock in the middle, and of all processors on average.

    The time of processors is that of this process and of those that it started, so it does not depend on what
    else the machine does.
    """
    clocks: tuple[list[float], list[float]] = ([], [])
    work = [0.0, 0.0]
    for _ in range(times):
        for at, call in enumerate((one, other)):
            started, before = time.perf_counter(), _processors()
            await call()
            clocks[at].append(1000 * (time.perf_counter() - started))
            work[at] += _processors() - before
    return [(statistics.median(clocks[at]), 1000 * work[at] / times) for at in (0, 1)]


def _processors() -> float:
    """The seconds that processors worked for this process and those that it started and that still run."""
    tasks = Path("/proc/self/task").iterdir()
    children = [child for task in tasks for child in (task / "children").read_text("ascii").split()]
    fields = [Path(f"/proc/{child}/stat").read_text("utf-8").rpartition(")")[2].split() for child in children]
    ticks = sum(int(each[11]) + int(each[12]) for each in fields)
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


async def _shards(url: str, folder: Path, articles: int, count: int) -> list[str]:
    """Shards one after the other, merged, against one run."""
    write_articles(folder / "in", articles)
    choice = Choice(name="stub", why="a benchmark", base_url=f"{url}/v1", profile="hosted")
    given, one = (str(folder / "in"),), folder / "one"
    started = time.perf_counter()
    state = await run_batch(Plan(given=given, out=one), choice)
    alone = time.perf_counter() - started
    shards = [Shard(number, count) for number in range(1, count + 1)]
    made = [shard.folder(folder / "out") for shard in shards]
    started, calls = time.perf_counter(), 0
    for shard, out in zip(shards, made, strict=True):
        calls += (await run_batch(Plan(given=given, out=out, shard=shard), choice)).calls
    apart = time.perf_counter() - started
    started = time.perf_counter()
    merged = merge_folders(made, folder / "merged")
    took = time.perf_counter() - started
    same = "yes" if _same(one, folder / "merged") else "NO"
    return [
        f"{articles} articles: one run {alone:.1f} s, {count} shards in turn {apart:.1f} s",
        f"merged in {took:.1f} s ({merged.done / took:.0f} a second)",
        f"requests: one run {state.calls}, shards {calls}",
        f"merged as one run, but for times: {same}",
    ]


def _same(one: Path, other: Path) -> bool:
    """Whether two folders have the same files: briefs but for their times, lines in any order."""
    names = [
        sorted(path.relative_to(out).as_posix() for path in out.rglob("*.json*")) for out in (one, other)
    ]
    if names[0] != names[1]:
        return False
    return all(_bare(one / name) == _bare(other / name) for name in names[0])


def _bare(path: Path) -> Sequence[str]:
    lines = [path.read_text("utf-8")] if path.suffix == ".json" else path.read_text("utf-8").splitlines()
    return sorted(map(_without_times, lines))


def _without_times(line: str) -> str:
    record = json.loads(line)
    record.pop("seal", None)  # it is over the times as well
    for name in TIMES:
        record.get("provenance", {}).pop(name, None)
    return json.dumps(record)


if __name__ == "__main__":
    asyncio.run(main())
