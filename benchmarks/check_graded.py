"""Measures the check by how sure it is: what asks again wrongly, what is caught, how right each rule is.

    python benchmarks/check_graded.py DATA_DIR [--extra DIR]

DATA_DIR has claims_dev.jsonl, articles_wikinews.jsonl and translations_wmt.jsonl; DIR has what is fetched
from public repositories: `demetr/*.json` (marzenakrp/demetr) and `wce/src-ref-all.fr`, `wce/tgt-pe-all.en`
(getalp/WCE-LIG, input_data). Odd articles of claims_dev were read while rules were written, even ones
never; of the translations, the halves are told by a hash. What is absent is reported and skipped.
"""

import argparse
import hashlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.faithfulness import Issue, check

NUMBERS = ("number", "unit_or_scale", "bound", "time")
DEMETR = {
    "numbers replaced": "critical_id10_numbers_replaced",
    "names replaced": "critical_id9_ne_replaced",
    "negation": "critical_id8_negation",
    "antonyms": "critical_id7_antonym",
}
POST_EDITS = 5_000


@dataclass(slots=True)
class Tally:
    """How many statements of a kind there are, with any finding, and with one that asks again."""

    total: int = 0
    found: int = 0
    asking: int = 0
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, issues: Sequence[Issue]) -> None:
        """Count a statement."""
        self.total += 1
        self.found += bool(issues)
        self.asking += any(issue.severity != "soft" for issue in issues)
        self.rules.update({issue.rule for issue in issues})

    def __str__(self) -> str:
        """Shares of any finding and of those that ask again."""
        total = max(self.total, 1)
        return f"{self.found / total:>7.1%} {self.asking / total:>7.1%} of {self.total}"


def read(path: Path) -> list[dict[str, Any]]:
    """Read the objects of a JSON-lines file, none where it is absent."""
    if not path.exists():
        print(f"skipped: {path.name} is not in {path.parent}")
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def half_of(text: str) -> str:
    """Name the half of a French text, told by its hash."""
    return "read" if hashlib.sha256(text.encode()).digest()[0] % 2 == 0 else "unseen"


def claims(data: Path) -> Iterator[str]:
    """The claims by half: false alarms, catches by kind, and how right each rule is."""
    rows = read(data / "claims_dev.jsonl")
    articles = {row["id"]: row["text"] for row in read(data / "articles_wikinews.jsonl")} if rows else {}
    order = list(dict.fromkeys(row["article"] for row in rows))
    for half, parity in (("read", 0), ("unseen", 1)):
        kinds: dict[str, Tally] = defaultdict(Tally)
        rules: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for row in rows:
            if order.index(row["article"]) % 2 != parity:
                continue
            text = articles[row["article"]]
            issues = check(row["en"], [text[e["start"] : e["end"]] for e in row["evidence"]], article=text)
            faulty = row["label"] != "faithful"
            kinds["faulty" if faulty else "faithful"].add(issues)
            if faulty:
                kinds[f"faulty: {row['error']}"].add(issues)
                if row["error"] in NUMBERS:
                    kinds["faulty: number, unit or scale, bound, time"].add(issues)
            for rule in {issue.rule for issue in issues}:
                rules[rule][faulty] += 1
        yield from (f"claims, {half}, {kind:<46}{tally}" for kind, tally in sorted(kinds.items()))
        if rows:
            good, bad = kinds["faithful"].asking, kinds["faulty"].asking
            yield f"claims, {half}, precision of what asks again: {bad / max(good + bad, 1):.2f}"
            told = ", ".join(
                f"{rule} {right}/{right + wrong}" for rule, (wrong, right) in sorted(rules.items())
            )
            yield f"claims, {half}, right of all that each rule said: {told}"


def true_pairs(name: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """True translations by half: everything found in them is a false alarm, or a translator's slip."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for french, english in pairs:
        tallies[half_of(french)].add(check(english, [french], article=french))
    for half, tally in sorted(tallies.items()):
        rules = ", ".join(f"{rule} {count}" for rule, count in tally.rules.most_common())
        yield f"{name}, {half:<28}{tally}  ({rules})"


def demetr(folder: Path) -> Iterator[str]:
    """The French part of DEMETR: what is new in the altered sentence, and alarms on the two true ones."""
    true: dict[str, Tally] = defaultdict(Tally)
    for name, stem in DEMETR.items():
        altered = Tally()
        for row in json.loads((folder / f"{stem}.json").read_text("utf-8")):
            if "french" not in row["lang_tag"] or not row["pert_check"]:
                continue
            french = row["src_sent"]
            known = {(i.rule, i.words) for i in check(row["mt_sent"], [french], article=french)}
            issues = check(row["pert_sent"], [french], article=french)
            altered.add([issue for issue in issues if (issue.rule, issue.words) not in known])
        yield f"DEMETR, unseen, {name:<30}{altered}"
    for row in json.loads((folder / "base_id35_reference.json").read_text("utf-8")):
        if "french" in row["lang_tag"]:
            for key in ("mt_sent", "eng_sent"):
                true[key].add(check(row[key], [row["src_sent"]], article=row["src_sent"]))
    yield from (f"DEMETR, unseen, alarms on {key:<20}{tally}" for key, tally in true.items())


def speed(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Statements a second of processor time, the French new and known; lists are read before."""
    for name, mark in (("warm", ""), ("new", " "), ("known", " ")):
        start = time.process_time()
        for french, english in pairs:
            check(english, [french + mark], article=french + mark)
        if name != "warm":
            yield f"statements a second, French {name}: {len(pairs) / (time.process_time() - start):.0f}"


def main() -> None:
    """Print everything that can be measured."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--extra", type=Path, default=Path("nowhere"))
    options = parser.parse_args()
    print(f"{'any finding, asking again':>62}")
    lines = [*claims(options.data)]
    news = [(row["fr"], row["en"]) for row in read(options.data / "translations_wmt.jsonl")]
    lines += true_pairs("translations_wmt", news)
    wce = options.extra / "wce"
    if wce.exists():
        french, english = (
            (wce / name).read_text("utf-8").split("\n") for name in ("src-ref-all.fr", "tgt-pe-all.en")
        )
        pairs = [(f, e) for f, e in zip(french, english, strict=False) if f.strip() and e.strip()]
        lines += true_pairs("WCE-LIG post-edits", pairs[:POST_EDITS])
    else:
        print(f"skipped: {wce} is not there")
    if (options.extra / "demetr").exists():
        lines += demetr(options.extra / "demetr")
    else:
        print(f"skipped: {options.extra / 'demetr'} is not there")
    print(*lines, *speed(news), sep="\n")


if __name__ == "__main__":
    main()
