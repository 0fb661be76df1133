"""What a run through a provider's batches takes: requests billed over needed, calls, bytes, memory.

    python benchmarks/scale_batches.py [--articles 5000 …] [--share 0.03] [--via openai-batch …]

The provider is a local server that speaks OpenAI's or Anthropic's protocol. It has faults: so many requests
of each kind, each once. The command runs with --collect until no article waits. It is killed by
SIGKILL when it uploads, when it has just created its first batch, and when it fetches results. Several
numbers of articles show whether memory grows with them.
"""

import argparse
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.batch_many import TEXT, write_articles
from benchmarks.memory import Peaks, growth
from summarizer.articles.read import read_article
from summarizer.asking.answer_types import schema_text
from summarizer.asking.prepare import prepare
from summarizer.asking.profiles import HOSTED
from tests.engines.provider_server import Provider, provider_server

SUMMARIZER = Path(sys.executable).with_name("summarizer")
SEED = Path(__file__).parents[1] / "seeds" / "openai-400-millions.fr.txt"
PASSING = ("expired", "error", "missing once", "damaged once")
LOST = ("missing", "damaged")
MODELS = {"openai-batch": "openai/gpt-5.6-luna", "anthropic-batch": "anthropic/claude-sonnet-5"}
BAR = 1.03
MOST_STARTS = 20
EVERY = 0.05


@dataclass
class Faults:
    """Faults by the digest of a request: `share` of each kind, at its first asking."""

    kinds: tuple[str, ...]
    share: float

    def __call__(self, key: str, asked: int) -> str:
        """Give what happens to a request."""
        if asked:
            return ""
        drawn = int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) / 16**8
        number = int(drawn / self.share)
        return self.kinds[number] if number < len(self.kinds) else ""


@dataclass
class Killer:
    """Kills the command once at each of some calls."""

    places: list[tuple[str, str]] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None
    kills: int = 0

    def __call__(self, method: str, path: str) -> None:
        """Kill, if it is time; the server goes on."""
        for place in self.places:
            if method == place[0] and path.endswith(place[1]) and self.process is not None:
                self.places.remove(place)
                self.kills += 1
                self.process.send_signal(signal.SIGKILL)
                return


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[5000])
    parser.add_argument("--share", type=float, default=0.03)
    parser.add_argument("--via", nargs="*", choices=list(MODELS), default=list(MODELS))
    asked = parser.parse_args()
    print(_sizes())
    for via in asked.via:
        runs = [("passing faults", PASSING), ("results lost for good", LOST)]
        for name, kinds in runs if via == "openai-batch" else runs[:1]:
            sizes: list[tuple[int, float]] = []
            for number in asked.articles:
                lines, peaks = _run(via, number, Faults(kinds, asked.share))
                for line in lines:
                    print(f"{via}, {name} ({', '.join(kinds)}; {asked.share:.0%} each): {line}", flush=True)
                sizes.append((number, peaks.most["the command"]["private"]))
            if len(sizes) > 1:
                print(f"{via}, {name}: most private memory: {growth(sizes, after=0)}")


def _run(via: str, number: int, faults: Faults) -> tuple[list[str], Peaks]:
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder) / "in", number, TEXT)
        return _measure(via, Path(folder) / "in", Path(folder) / "out", faults)


def _sizes() -> str:
    """The bytes of the request about the seed article."""
    [question] = prepare(read_article(SEED), HOSTED).whole
    shown = sum(len(message["content"].encode()) for message in question.messages)
    schema = len(schema_text(question.answer_type()))
    return f"a request about the seed article: {shown:,} bytes of messages, {schema:,} of schema"


def _measure(via: str, given: Path, out: Path, faults: Faults) -> tuple[list[str], Peaks]:
    files = "/v1/files" if via == "openai-batch" else "/v1/messages/batches"
    created = "/v1/batches" if via == "openai-batch" else "/v1/messages/batches"
    early = Killer([("POST", files)])
    late = Killer([("POST", created), ("GET", "/content"), ("GET", "/results")])
    started, starts, peaks = time.perf_counter(), 0, Peaks()
    with provider_server(fault=faults, looks=0, before=early, after=late) as server:
        environment = os.environ | {
            "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": server.base_url,
            "ANTHROPIC_API_KEY": "none", "ANTHROPIC_BASE_URL": server.base_url.removesuffix("/v1"),
        }  # fmt: skip
        command = [
            str(SUMMARIZER),
            "batch",
            str(given),
            str(out),
            "--model",
            MODELS[via],
            "--via",
            via,
            "--collect",
            "--quiet",
        ]
        code = 1
        while code and starts < MOST_STARTS:
            process = subprocess.Popen(command, env=environment)  # noqa: S603
            early.process = late.process = process
            while process.poll() is None:
                peaks.look("the command", process.pid)
                time.sleep(EVERY)
            starts, code = starts + 1, process.returncode
    briefs = len((out / "briefs.jsonl").read_text("utf-8").splitlines())
    seconds = time.perf_counter() - started
    told = f"{briefs:,} briefs in {seconds:.0f} s; {starts} starts, {early.kills + late.kills} of them killed"
    return [told, *_billed(server), *peaks.lines()], peaks


def _billed(server: Provider) -> list[str]:
    billed, needed = server.billings()
    ratio = billed / needed
    rounds = ", ".join(f"{len(made.requests):,}" for made in server.batches.values())
    return [
        f"requests billed {billed:,}, needed {needed:,}: {ratio:.4f} (bar {BAR}{_missed(ratio, BAR)})",
        f"batches of {rounds} requests; {len(server.calls)} calls, {server.sent / 1e6:.1f} MB sent",
    ]


def _missed(figure: float, bar: float) -> str:
    return "" if figure <= bar else ": missed"


if __name__ == "__main__":
    main()
