"""Measures what code finds in French text, beside peers in the same run, and prints one table.

    python benchmarks/french.py --data DIR [--errors] [--no-peers]

DIR holds the JSON-lines files; what is absent is skipped, and said. Seconds are processor time, so
that other work on the machine counts little. The table is saved as benchmarks/out/french.json.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.french_gold import Item, Tally, dates, gold, numerals, read_lines
from benchmarks.french_names import measure_names, measure_stakeholders, own_spans
from benchmarks.french_peers import Peer, peers, quote_plainly
from benchmarks.french_quotes import (
    Score,
    measure_clauses,
    measure_faults,
    measure_fiction,
    measure_gold,
    measure_gold_spans,
    measure_labelled,
)
from benchmarks.french_quotes import own_spans as own_quotations
from benchmarks.french_speed import MB_A_SECOND, TOGETHER, hostile, news_speed
from benchmarks.french_suites import SET_ASIDE, duckling, nemo, recognizers, text2num_suite

OUT = Path(__file__).parent / "out" / "french.json"
SUITES = {
    "gold_dev.jsonl": gold,
    "numerals_ud.jsonl": numerals,
    "numbers_text2num.jsonl": text2num_suite,
    "number_pairs_nemo.jsonl": nemo,
    "numbers_duckling.jsonl": duckling,
    "numbers_recognizers.jsonl": recognizers,
}
EXAMPLES = 8
"""So many examples are shown of a measure that misses its bar."""
SPEED_ARTICLES = 40
"""So many articles are read to measure a peer's seconds: one of them takes minutes a megabyte."""


def measure_numbers(folder: Path, peer: Peer) -> list[Tally]:
    """All suites of numbers for one reader; dates for this project alone, since peers set none apart."""
    tallies: list[Tally] = []
    for file, measure in SUITES.items():
        if (folder / file).exists():
            tallies += measure(folder, peer.read)
        else:
            print(f"!!! SKIPPED: {file} is absent", file=sys.stderr)
    if peer.name == "summarizer":
        tallies += dates(folder, peer.read)
    return tallies


def seconds_a_megabyte(folder: Path, peer: Peer) -> float:
    """Processor time for a megabyte of news, from the first articles."""
    texts = [item["text"] for item in read_lines(folder / "articles_wikinews.jsonl")][:SPEED_ARTICLES]
    begun = peer.seconds()
    for text in texts:
        peer.read(text)
    return (peer.seconds() - begun) / (len("".join(texts).encode()) / 1e6)


def print_numbers(results: dict[str, list[Tally]], speed: dict[str, float]) -> None:
    """Print a row a measure and a column a reader."""
    print(f"{'numbers':<30}{'bar':>7}" + "".join(f"{name:>13}" for name in results) + "   items")
    rows = {name: {tally.name: tally for tally in tallies} for name, tallies in results.items()}
    for tally in results["summarizer"]:
        cells = [row.get(tally.name) for row in rows.values()]
        figures = "".join(f"{cell.rate:13.4f}" if cell else f"{'–':>13}" for cell in cells)
        mark = "ok" if tally.rate >= tally.bar else "SHORT"
        print(f"{tally.name:<30}{tally.bar:7}{figures}   {tally.total} {mark}")
    print(f"{'seconds a MB of news':<37}" + "".join(f"{seconds:13.2f}" for seconds in speed.values()))


def _met(score: Score) -> bool:
    """Tell whether a measure of quotations reaches its bar; a speaker is to be right where one is given."""
    row = score.row()
    return bool((row["precision"] if "speaker" in score.name else row["f1"]) >= score.bar)


def print_quotations(scores: Iterable[tuple[str, Score]]) -> list[dict[str, Any]]:
    """Print a row a measure and reader."""
    print(f"\n{'quotations':<38}{'reader':<13}{'items':>6}{'P':>8}{'R':>8}{'F1':>8}{'bar':>7}")
    rows = []
    for reader, score in scores:
        row = score.row() | {"reader": reader}
        rows.append(row)
        mark = "" if not score.bar or reader != "summarizer" else "ok" if _met(score) else "SHORT"
        print(
            f"{score.name:<38}{reader:<13}{row['items']:6}{row['precision']:8.3f}{row['recall']:8.3f}"
            f"{row['f1']:8.3f}{score.bar or '':>7} {mark}"
        )
    return rows


def print_rows(title: str, row: dict[str, float]) -> None:
    """Print measures one a line."""
    print(f"\n{title}")
    for name, value in row.items():
        print(f"  {name:<40}{value:9.3f}")


def print_shortfalls(measured: Iterable[Tally | Score], reached: set[str]) -> None:
    """Print examples of what came out wrong in each measure that misses its bar."""
    short = [one for one in measured if one.name not in reached]
    print(
        "\nevery bar of accuracy is met"
        if not short
        else "\nbars missed, with examples (--errors lists all):"
    )
    for one in short:
        print(f"== {one.name}", *one.errors[:EXAMPLES], sep="\n  ")


def print_hostile(rows: dict[str, tuple[float, float]]) -> None:
    """Print seconds for 1 MB of each hostile input, and how they grow."""
    print(f"\n{'hostile input':<30}{'s a MB':>9}{'4 times the length takes':>28}")
    for name, (seconds, ratio) in rows.items():
        print(f"{name:<30}{seconds:9.2f}{ratio:20.1f} times {'ok' if ratio < 6 else 'SHORT'}")


def _names(folder: Path) -> dict[str, dict[str, float]]:
    articles: list[Item] = list(read_lines(folder / "articles_wikinews.jsonl"))
    gold_items = list(read_lines(folder / "gold_dev.jsonl"))
    by_id = {article["id"]: article for article in articles}
    return {
        "names": measure_names(articles, own_spans),
        "stakeholders, the 15 heaviest": measure_stakeholders(by_id, gold_items, top=15, errors=False),
    }


def main() -> None:
    """Run what is there and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="list what came out wrong")
    parser.add_argument("--no-peers", action="store_true", help="this project alone")
    options = parser.parse_args()
    folder: Path = options.data
    readers = peers(alone=options.no_peers)
    results = {peer.name: measure_numbers(folder, peer) for peer in readers}
    speed = {peer.name: seconds_a_megabyte(folder, peer) for peer in readers}
    print_numbers(results, speed)
    for reason, count in SET_ASIDE.most_common():
        print(f"  set aside in numbers_recognizers, all readers together, {count}: {reason}")
    quotes = [("summarizer", score) for score in measure_gold(folder)]
    quotes += [("summarizer", measure_labelled(folder))]
    quotes += [("summarizer", score) for score in measure_faults(folder)]
    quotes += [("plain regex", measure_gold_spans(folder, quote_plainly))]
    quotes += [("summarizer", measure_fiction(folder, own_quotations))]
    quotes += [
        ("plain regex", measure_fiction(folder, quote_plainly)),
        ("summarizer", measure_clauses(folder)),
    ]
    rows = print_quotations(quotes)
    names = _names(folder)
    for title, row in names.items():
        print_rows(title, row)
    news = news_speed(folder)
    print_rows("MB of news a second, one core, the best of five times", news)
    together = news[TOGETHER]
    print(f"  bar: together {MB_A_SECOND:g} {'ok' if together >= MB_A_SECOND else 'SHORT'}")
    attacks = hostile()
    print_hostile(attacks)
    own_scores = [score for reader, score in quotes if reader == "summarizer"]
    reached = {tally.name for tally in results["summarizer"] if tally.rate >= tally.bar}
    reached |= {score.name for score in own_scores if not score.bar or _met(score)}
    print_shortfalls([*results["summarizer"], *own_scores], reached)
    if options.errors:
        every: list[Tally | Score] = [*results["summarizer"], *(score for _, score in quotes)]
        for measured in every:
            print(f"\n== {measured.name}", *measured.errors, sep="\n")
    numbers = {name: {tally.name: tally.rate for tally in tallies} for name, tallies in results.items()}
    saved = {"numbers": numbers, "seconds_a_megabyte": speed, "quotations": rows, **names}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(saved | {"news": news, "hostile": attacks}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
