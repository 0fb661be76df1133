"""How sure the embedded plan may be: fits the weights of doubt on judged statements, and scores them.

    python benchmarks/doubt.py [--fit] [--shown]

benchmarks/judged/statements.jsonl has one statement a line, as the embedded model wrote it: article, id,
kind, English, what doubt is computed from, whether the check passed it, and a reader's label (right, clumsy
or faulty), and whether the French bears the words out. The reader saw the French beside each statement and
had no part in the work. The articles of the half `calibrate` were read while building; those of the half
`score` were only scored. `--shown` prints what a reader said of all that twelve later briefs show
(judged/shown.jsonl: the confidence that the brief gave, if any, and the label).
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, pstdev

from summarizer.asking.doubt import Certainty
from summarizer.sections.piecewise.base import LIKELY, SHOWN, SURE

STATEMENTS = Path(__file__).with_name("judged") / "statements.jsonl"
SHOWN_STATEMENTS = STATEMENTS.with_name("shown.jsonl")
HALVES = ("calibrate", "score", "calibrate 2", "score 2")
"""Those of 2026-11-29, on the first of which the weights are fitted, and those of the day after."""
SENTENCES = ("headline", "key point", "quotation", "dispute side")
"""The kinds of statements that a model writes as sentences; the weights are fitted on these."""
_STEPS, _RATE, _PENALTY = 3_000, 0.05, 1.0
# Of the fit by gradient descent.


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A statement with its label."""

    article: str
    id: str
    kind: str
    statement: str
    half: str
    passed: bool
    certainty: Certainty
    label: str
    borne_out: bool | None = None
    """Whether the French has its every word (`grounds.is_borne_out`); None where its French was not kept."""

    @property
    def faulty(self) -> bool:
        """Whether the reader found a fault; what is only clumsy has none."""
        return self.label == "faulty"


def read(path: Path = STATEMENTS) -> list[Judged]:
    """Read the judged statements."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        certainty = Certainty(tuple(row.pop("weakest")), row.pop("words"))
        found.append(Judged(certainty=certainty, **row))
    return found


def features(certainty: Certainty) -> tuple[float, float, float, float]:
    """What `Certainty.confidence` weighs: 1, the weakest word, the mean of the weak ones, the length."""
    mean = sum(certainty.weakest) / max(len(certainty.weakest), 1)
    return 1.0, certainty.weakest[0] if certainty.weakest else 0.0, mean, float(certainty.words)


def fit(judged: Sequence[Judged]) -> list[float]:
    """The weights of a logistic regression: how likely a statement is not faulty.

    Features are scaled by their spread, and a penalty keeps weights small that few statements support.
    """
    rows = [features(one.certainty)[1:] for one in judged]
    wanted = [0.0 if one.faulty else 1.0 for one in judged]
    means = [fmean(column) for column in zip(*rows, strict=True)]
    spread = [pstdev(column) or 1.0 for column in zip(*rows, strict=True)]
    scaled = [
        (1.0, *((value - mean) / by for value, mean, by in zip(row, means, spread, strict=True)))
        for row in rows
    ]
    weights = [0.0] * len(scaled[0])
    for _ in range(_STEPS):
        slope = [0.0, *(_PENALTY * weight for weight in weights[1:])]
        for row, right in zip(scaled, wanted, strict=True):
            told = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row, strict=True))))
            for n, value in enumerate(row):
                slope[n] += (told - right) * value
        weights = [weight - _RATE * each for weight, each in zip(weights, slope, strict=True)]
    own = [weight / by for weight, by in zip(weights[1:], spread, strict=True)]
    return [weights[0] - sum(w * mean for w, mean in zip(own, means, strict=True)), *own]


def area(judged: Sequence[Judged]) -> float:
    """How often a statement that is not faulty has the higher confidence of two (AUC)."""
    good = [one.certainty.confidence for one in judged if not one.faulty]
    bad = [one.certainty.confidence for one in judged if one.faulty]
    if not good or not bad:
        return float("nan")
    return sum((g > b) + 0.5 * (g == b) for g in good for b in bad) / (len(good) * len(bad))


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """Lines: how many statements are shown without doubt, shown at all and left out, and the faulty ones."""
    groups = {
        "passed the check": [one for one in judged if one.passed],
        f"without doubt (from {SURE})": [
            one for one in judged if one.passed and one.certainty.confidence >= SURE
        ],
        f"shown (from {SHOWN})": [one for one in judged if one.passed and one.certainty.confidence >= SHOWN],
        f"borne out by the French, from {LIKELY}": [
            one for one in judged if one.passed and one.borne_out and one.certainty.confidence >= LIKELY
        ],
        f"not borne out, from {LIKELY}": [
            one
            for one in judged
            if one.passed and one.borne_out is False and one.certainty.confidence >= LIKELY
        ],
        "left out": [one for one in judged if not one.passed or one.certainty.confidence < SHOWN],
    }
    for name, group in groups.items():
        faulty = sum(one.faulty for one in group)
        clumsy = sum(one.label == "clumsy" for one in group)
        share = f" ({faulty / len(group):.0%})" if group else ""
        yield f"  {name}: {len(group)}, faulty {faulty}{share}, clumsy {clumsy}"


def shown(path: Path = SHOWN_STATEMENTS) -> Iterator[str]:
    """Lines: of all that briefs show, without doubt or with it, how much is right, clumsy and faulty."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    kinds = ["all", "sentences", *sorted({row["kind"] for row in rows})]
    for kind in kinds:
        some = [
            row
            for row in rows
            if kind in {"all", row["kind"]}
            or (kind == "sentences" and row["kind"] in {"headline", "key point"})
        ]
        for name, group in (
            ("without doubt", [row for row in some if (row["confidence"] or 1.0) >= SURE]),
            ("all", some),
        ):
            counts = Counter(row["label"] for row in group)
            told = ", ".join(f"{label} {counts[label]}" for label in ("right", "clumsy", "faulty"))
            yield f"{kind}, {name}: {len(group)}: {told}"


def main() -> None:
    """Print the tables of both halves, by kind and together; with --fit, the weights too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="fit the weights on the half `calibrate`")
    parser.add_argument("--shown", action="store_true", help="what twelve later briefs show, and no more")
    options = parser.parse_args()
    if options.shown:
        print("\n".join(shown()))
        return
    judged = read()
    for half in HALVES:
        own = [one for one in judged if one.half == half]
        sentences = [one for one in own if one.kind in SENTENCES]
        print(f"{half}: {len(sentences)} sentences, AUC {area(sentences):.2f}")
        for line in table(sentences):
            print(line)
        for kind in sorted({one.kind for one in own}):
            some = [one for one in own if one.kind == kind]
            print(f" {kind}: AUC {area(some):.2f}")
            for line in table(some):
                print(line)
    if options.fit:
        wanted = [one for one in judged if one.kind in SENTENCES and one.certainty.weakest]
        weights = fit([one for one in wanted if one.half == HALVES[0]])
        print("weights:", ", ".join(f"{weight:.3f}" for weight in weights))


if __name__ == "__main__":
    main()
