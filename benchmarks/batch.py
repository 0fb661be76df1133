"""A batch: how fast, how much memory, how soon it answers; against a stub server, beside a bare client.

    python benchmarks/batch.py [--articles N] [--embedded] [--only PART…]

Parts: `throughput`, `commands`, `many` (100,000 articles where `--articles` says no other number: about an
hour), `embedded` (asked for by name alone). The figures are saved as benchmarks/out/batch.json.
"""

import argparse
import json
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import batch_embedded, batch_many, batch_throughput

if TYPE_CHECKING:
    from collections.abc import Callable

OUT = Path(__file__).parent / "out"
PARTS = ("throughput", "commands", "many")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure, its bar, and whether it holds."""

    what: str
    figure: float
    unit: str
    bar: float | None = None
    most: bool = True
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the figure is on the right side of its bar."""
        if self.bar is None:
            return True
        return self.figure <= self.bar if self.most else self.figure >= self.bar

    def told(self) -> str:
        """A line of the table."""
        sign = "≤" if self.most else "≥"
        bar = "" if self.bar is None else f"{sign} {self.bar:g}{self.unit} {'ok' if self.holds else 'MISSED'}"
        return f"{self.what:<58}{f'{self.figure:,.2f}{self.unit}':>12}  {bar:<18}{self.note}"


def throughput(work: Path) -> list[Row]:
    """Requests a second beside the bare client, with the server's delay and without."""
    rows = []
    for delay, bar in ((0.05, 0.8), (0.0, 0.35)):
        for articles, texts in (
            ("short articles", batch_throughput.short(500)),
            ("seeds", batch_throughput.seeds(500)),
        ):
            pace = batch_throughput.measure(texts, articles=articles, delay=delay, work=work)
            what = f"throughput, {articles}, {1000 * delay:.0f} ms, of a bare client's"
            note = f"{pace.ours:,.0f} of {pace.bare:,.0f} requests a second, {pace.requests:,} requests"
            rows.append(Row(what=what, figure=pace.share, unit="", bar=bar, most=False, note=note))
    return rows


def commands(work: Path) -> list[Row]:
    """How soon commands answer, on a thousand articles."""
    folder, out = work / "in", work / "out"
    batch_many.write_articles(folder, 1000, batch_throughput.SHORT)
    told = ("batch", str(folder), str(work / "none"), "--model", "openai/gpt-5.6-luna", "--estimate")
    rows = [
        Row(what="summarizer --help", figure=batch_many.seconds_of("--help"), unit=" s", bar=0.3),
        Row(what="batch --estimate, 1,000 articles", figure=batch_many.seconds_of(*told), unit=" s", bar=5.0),
    ]
    batch_many.load(folder, out, 1000)
    status = batch_many.seconds_of("status", str(out))
    return [*rows, Row(what="status, 1,000 articles", figure=status, unit=" s", bar=0.5)]


def many(work: Path, number: int) -> list[Row]:
    """Memory and time over a great many articles, and a second start."""
    folder, out = work / "in", work / "out"
    batch_many.write_articles(folder, number)
    load = batch_many.load(folder, out, number)
    articles = f"{number:,} articles"
    status = batch_many.seconds_of("status", str(out))
    pace = f"{load.requests:,} requests, {load.articles / load.seconds:,.0f} articles a second"
    return [
        Row(what=f"{articles}: minutes", figure=load.seconds / 60, unit=" min", note=pace),
        Row(what=f"{articles}: memory, at most", figure=load.most, unit=" MB", bar=300.0),
        Row(
            what=f"{articles}: memory, last tenth over first",
            figure=100 * load.growth,
            unit=" %",
            bar=10.0,
            note=load.slope,
        ),
        Row(what=f"{articles}: second start", figure=load.again_seconds, unit=" s", bar=10.0),
        Row(what=f"{articles}: requests of the second start", figure=load.again_requests, unit="", bar=0.0),
        Row(what=f"{articles}: status", figure=status, unit=" s", bar=0.5),
    ]


def embedded(work: Path, options: argparse.Namespace) -> list[Row]:
    """The embedded model's own share of the time."""
    own = batch_embedded.measure(
        options.data, work, number=options.embedded_articles, model_path=options.model_path
    )
    note = f"{own.model:,.1f} of {own.seconds:,.1f} s, {own.calls} calls, {own.articles} articles"
    return [
        Row(
            what="embedded: the model's own share", figure=own.share, unit="", bar=0.95, most=False, note=note
        )
    ]


def main() -> int:
    """Print the table and save it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000, help="how many are a great many")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="parts to measure")
    parser.add_argument("--embedded", action="store_true", help="measure the embedded model, and only it")
    parser.add_argument("--embedded-articles", type=int, default=10, help="how many it is measured on")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="where gold_dev.jsonl is")
    parser.add_argument("--model-path", type=Path, help="a GGUF file in place of the weights")
    parser.add_argument("--work", type=Path, default=OUT / "batch", help="a folder for articles and briefs")
    options = parser.parse_args()
    parts: dict[str, Callable[[Path], list[Row]]] = {
        "throughput": throughput,
        "commands": commands,
        "many": lambda work: many(work, options.articles),
        "embedded": lambda work: embedded(work, options),
    }
    rows: list[Row] = []
    for name in ("embedded",) if options.embedded else options.only:
        shutil.rmtree(options.work, ignore_errors=True)
        found = parts[name](options.work)
        print(*(row.told() for row in found), sep="\n", flush=True)
        rows += found
    shutil.rmtree(options.work, ignore_errors=True)
    OUT.mkdir(exist_ok=True)
    target = OUT / ("batch-embedded.json" if options.embedded else "batch.json")
    saved = [asdict(row) | {"holds": row.holds} for row in rows]
    target.write_text(json.dumps(saved, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
