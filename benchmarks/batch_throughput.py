"""Requests a second of a batch beside those of a bare client that sends the same ones, as many at once."""

import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import openai

from summarizer.batch.run import Plan, run_batch
from summarizer.batch.status import RunStatus
from summarizer.models.choice import Choice

ROOT = Path(__file__).resolve().parents[1]
JOBS = 16
ROUNDS = 3
"""A machine's pace changes from minute to minute: both run in turns, and the round in the middle counts."""
WARM = 20
"""Articles of ours, requests of the bare client, before the clock starts: processes are up, types made."""
SHORT = """\
Ostrelec rachète Valdor malgré la colère des dockers

Le groupe Ostrelec a annoncé jeudi le rachat de la société Valdor pour {number},4 millions d'euros. Le \
groupe emploie {number} personnes et vise une hausse de 12 % des ventes.

« Nous allons embaucher {number} marins au printemps », a déclaré Marie Kervadec, la directrice d'Ostrelec. \
Le syndicat CDK dénonce un projet « dangereux pour tout le port » et réclame une hausse de 7 % des salaires. \
Ostrelec rejette ces accusations et refuse de rouvrir la discussion.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcurrencyLimiter:
    """What a run did in a second, and what the bare client did."""

    articles: str
    delay: float
    requests: int
    ours: float
    bare: float

    @property
    def share(self) -> float:
        """Of the bare client's requests a second, ours."""
        return self.ours / self.bare


@contextmanager
def stub(*options: str) -> Iterator[str]:
    """A stub server in a process of its own; gives its address."""
    command = [sys.executable, "-m", "benchmarks.stub_server", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()


def asked(url: str) -> int:
    """How many requests a stub server has had."""
    with urlopen(f"{url}/asked") as answer:  # noqa: S310 - our own http address
        return int(answer.read())


def measure(texts: list[str], *, articles: str, delay: float, work: Path) -> ConcurrencyLimiter:
    """A batch over `texts` and the bare client with the requests that it made, in turns.

    The whole is done once before it is measured, so that the server has every answer ready.
    """
    folder = work / "in"
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    with stub("--keep", "--delay", str(delay)) as url:
        _run(folder, work / "first", url)
        with urlopen(f"{url}/requests") as answer:  # noqa: S310
            requests = json.loads(answer.read())
        rounds = [
            (_run(folder, work / f"round{number}", url), asyncio.run(_bare(requests, url)))
            for number in range(ROUNDS)
        ]
    shutil.rmtree(work)
    ours, bare = sorted(rounds, key=lambda each: each[0] / each[1])[ROUNDS // 2]
    return ConcurrencyLimiter(articles=articles, delay=delay, requests=len(requests), ours=ours, bare=bare)


def _run(folder: Path, out: Path, url: str) -> float:
    """Requests a second, from the time that the first `WARM` articles are done to the end of the run."""
    warm: list[tuple[float, int]] = []

    def watch(state: RunStatus) -> None:
        if not warm and state.done >= WARM:
            warm.append((time.perf_counter(), state.calls))

    choice = Choice(name="stub", why="a benchmark", base_url=f"{url}/v1")
    plan = Plan(given=(str(folder),), out=out, jobs=JOBS)
    state = asyncio.run(run_batch(plan, choice, progress=watch))
    ended = time.perf_counter()
    if state.waiting or state.failed:
        raise SystemExit(
            f"{state.failed} articles failed, {state.waiting} wait: {state.stopped or state.causes}"
        )
    started, before = warm[0]
    return (state.calls - before) / (ended - started)


async def _bare(requests: list[dict[str, Any]], url: str) -> float:
    """Requests a second, from the time that the first `WARM` are answered."""
    async with openai.AsyncOpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0) as client:
        for request in requests[:WARM]:
            await client.chat.completions.create(**request)
        left = iter(requests)

        async def ask() -> None:
            for request in left:
                await client.chat.completions.create(**request)

        started = time.perf_counter()
        await asyncio.gather(*(ask() for _ in range(JOBS)))
        return len(requests) / (time.perf_counter() - started)


def short(number: int) -> list[str]:
    """So many short articles, each its own."""
    return [SHORT.format(number=1000 + each) for each in range(number)]


def seeds(number: int) -> list[str]:
    """So many articles of the length of a news article: those of seeds/, each with a line of its own."""
    from summarizer import read_article  # noqa: PLC0415

    texts = [read_article(path).text for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return [f"{texts[each % len(texts)]}\n\nLe bateau numéro {1000 + each} part." for each in range(number)]
