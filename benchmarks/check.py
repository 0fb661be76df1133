"""Measures `check_statement`: what it lets pass, what it catches, how fast it is.

    python benchmarks/check.py DATA_DIR [--show ROW]

False alarms are counted on human translations, catches on the same translations with one thing
altered by rule (benchmarks/check_alterations.py, fixed seed), and both on the claims of RTE-3. A file
that is absent from DATA_DIR is reported and skipped. The table is saved as JSON beside this file.
"""

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.check_alterations import ALTERATIONS, NAMES, name_swap
from summarizer.faithfulness import check_statement

SEED = 20250221
FIRST_CODES = ("number", "name", "unit")
ALARM_BARS = {"number": 0.03, "name": 0.03, "unit": 0.03}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a share of `total`, and the bar it is to stay under or reach."""

    name: str
    share: float
    total: int
    bar: float | None = None
    at_most: bool = False

    def __str__(self) -> str:
        """One aligned line."""
        bar = "" if self.bar is None else f"{'≤' if self.at_most else '≥'} {self.bar:.0%}"
        good = self.bar is None or (self.share <= self.bar if self.at_most else self.share >= self.bar)
        return f"{self.name:<46}{self.share:>8.1%} of {self.total:<6}{bar:<8}{'' if good else 'missed'}"


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file, none where it is absent."""
    path = folder / name
    if not path.exists():
        print(f"skipped: {name} is not in {folder}")
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def in_half(half: str | None, french: str) -> bool:
    """Whether a French text is of the half asked for: `a`, `b`, or both.

    Rules are written while reading half `a`; half `b` says what they do on text that nobody read.
    """
    return half is None or "ab"[hashlib.sha256(french.encode()).digest()[0] % 2] == half


def codes_of(english: str, french: str) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in check_statement(english, french)}


def alarms(pairs: list[tuple[str, str]], title: str, show: str | None) -> Iterator[Row]:
    """The share of true sentences that each code rejects."""
    counts: Counter[str] = Counter()
    for french, english in pairs:
        found = check_statement(english, french)
        codes = {finding.code for finding in found}
        counts.update(codes)
        counts["any of number, name, unit"] += bool(codes & set(FIRST_CODES))
        counts["any code but qualifier"] += bool(codes - {"qualifier"})
        if show and show in codes and show in title:
            print(french, english, *(f"    {f.words} | {f.message}" for f in found), sep="\n")
        for finding in found:
            if show == finding.code:
                print(f"{french}\n{english}\n    {finding.code}: {finding.words} | {finding.message}\n")
    for name in sorted(counts):
        bar = 0.06 if name.startswith("any of") else ALARM_BARS.get(name)
        yield Row(f"{title}: {name}", counts[name] / len(pairs), len(pairs), bar, at_most=True)


def catches(pairs: list[tuple[str, str]], title: str, show: str | None) -> Iterator[Row]:
    """The share of altered sentences in which something new is found."""
    swap = {"name swapped": (name_swap(NAMES), 0.90)}
    for name, (alter, bar) in (ALTERATIONS | swap).items():
        source = random.Random(f"{SEED}{name}")  # noqa: S311 - a repeatable choice, no secret
        caught = total = 0
        for french, english in pairs:
            altered = alter(english, french, source)
            if altered is None or altered == english:
                continue
            before = {(each.code, each.words) for each in check_statement(english, french)}
            after = {(each.code, each.words) for each in check_statement(altered, french)}
            total += 1
            caught += bool(after - before)
            if show == name and not after - before:
                print(f"{french}\n{english}\n{altered}\n")
        if total:
            yield Row(f"{title}, {name}", caught / total, total, bar)


def claims(rows: list[dict[str, Any]]) -> Iterator[Row]:
    """RTE-3: supported claims rejected, contradictions caught."""
    supported = [row for row in rows if row["label"] == "entailment"]
    rejected = sum(bool(codes_of(row["claim_en"], row["source_fr"]) - {"qualifier"}) for row in supported)
    yield Row("claims: supported rejected", rejected / len(supported), len(supported), 0.08, at_most=True)
    for numbers in (True, False):
        wrong = [r for r in rows if r["label"] == "contradiction" and r["claim_has_number"] is numbers]
        caught = sum(bool(codes_of(row["claim_en"], row["source_fr"])) for row in wrong)
        which = "with" if numbers else "without"
        yield Row(f"claims: contradictions {which} numbers caught", caught / len(wrong), len(wrong))


def speed(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Statements a second, with the evidence read anew and with it known."""
    rates = {}
    for name, label in (
        ("statements a second, new evidence", " "),
        ("statements a second, known evidence", " "),
    ):
        start = time.perf_counter()
        for french, english in pairs:
            check_statement(english, french + label)
        rates[name] = len(pairs) / (time.perf_counter() - start)
    return rates


def main() -> None:
    """Print the table and save it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("a", "b"), help="only the items of one half, told by a hash")
    parser.add_argument("--show", help="print the sentences behind an alteration's misses or a code's alarms")
    options = parser.parse_args()
    half = options.half
    news = [row for row in read(options.data, "translations_wmt.jsonl") if in_half(half, row["fr"])]
    wmt = [(row["fr"], row["en"]) for row in news]
    faithful = {row["fr"] for row in news if row["literal_equal"]}
    rte = [row for row in read(options.data, "claims_rte3.jsonl") if in_half(half, row["source_fr"])]
    passages = list({row["source_fr"]: (row["source_fr"], row["source_en"]) for row in rte}.values())
    rows: list[Row] = []
    for title, pairs in (("news", wmt), ("passages", passages)):
        if pairs:
            rows += [*alarms(pairs, f"{title}, true", options.show), *catches(pairs, title, options.show)]
    if faithful:
        rows += alarms([pair for pair in wmt if pair[0] in faithful], "news, same digits", options.show)
    rows += claims(rte) if rte else []
    rates = speed(wmt) if wmt else {}
    print(*rows, *(f"{name:<46}{rate:>8.0f}" for name, rate in rates.items()), sep="\n")
    out = Path(__file__).parent / "out"
    out.mkdir(exist_ok=True)
    result = {"rows": [asdict(row) for row in rows], "speed": rates}
    (out / "check.json").write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
