"""The peer of the digest's rows: one plain call of the embedded model over the figures of an event.

    python benchmarks/digest_plain.py [--events 4] [--half unseen]

The model is shown what the digest has: each figure with its label, date, source and French sentence, and is
asked for rows and their relations in one answer. The digest's own rows of the same events stand beside. It
takes the first events of a half. The figures are saved as benchmarks/out/digest_plain_HALF.json.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import instructor
import openai
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from pydantic import BaseModel, Field, create_model

from benchmarks.digest_data import Labelled, labelled
from benchmarks.digest_quality import judge_rows
from summarizer.digest import digest
from summarizer.digest.article_figures import Figure
from summarizer.digest.figures import cell_of
from summarizer.digest.records import record_of
from summarizer.models import local
from summarizer.schemas.brief import Brief
from summarizer.schemas.digest import FigureRow, Relation

OUT = Path(__file__).parent / "out"
MAX_TOKENS = 900
PROMPT = (
    "You are shown figures from several French articles on one event, each behind its id, with its label, "
    "its date and source, and the French sentence. Put figures that measure the same thing into one row, at "
    "least two figures a row, and say how the figures of the row relate: agree (the same value), rounded "
    "(one is the other at fewer digits), updated (a later value replaces an earlier one), or contradiction "
    "(articles or parties disagree). Leave out figures that have no counterpart."
)


def rows_type(ids: Sequence[str]) -> type[BaseModel]:
    """Make the type of an answer: rows of ids, and how the figures of each relate; it allows no other id."""
    one: Any = Literal[tuple(ids)]
    figures: Any = Annotated[list[one], Field(max_length=10)]
    row: Any = create_model("PlainRow", figures=(figures, ...), relation=(Relation, ...))
    return create_model("PlainRows", rows=(Annotated[list[row], Field(max_length=12)], ...))


def ask_for_rows(briefs: Sequence[Brief], *, base_url: str) -> list[FigureRow] | str:
    """Give the rows of one plain call; why there are none, as words, if there are none."""
    figures = {f"F{n}": figure for n, figure in enumerate(_figures(briefs), 1)}
    sources = {record_of(brief).id: brief.article.source for brief in briefs}
    lines = "\n".join(
        f"[{key}] {f.entry.subject}: {f.entry.measure} = {f.entry.en} ({f.published}, {sources[f.brief]}) "
        f"« {f.sentence.strip()} »"
        for key, f in figures.items()
    )
    with openai.OpenAI(base_url=base_url, api_key="none", max_retries=0, timeout=900) as client:
        asking = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
        try:
            answer = asking.chat.completions.create(
                model="local",
                response_model=rows_type(list(figures)),
                messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": lines}],
                max_retries=0,
                max_tokens=MAX_TOKENS,
                temperature=0,
                seed=1,
            )
        except (InstructorRetryException, IncompleteOutputException) as error:
            return " ".join(str(error).split())[:200] or type(error).__name__
    rows: list[Any] = getattr(answer, "rows", [])
    return [row for n, plain in enumerate(rows) if (row := _row(n, plain, figures))]


def _figures(briefs: Sequence[Brief]) -> list[Figure]:
    return [figure for brief in briefs for figure in record_of(brief).figures]


def _row(number: int, plain: Any, figures: dict[str, Figure]) -> FigureRow | None:
    known = [figures[key] for key in dict.fromkeys(plain.figures)]
    if len(known) < 2:
        return None
    first = known[0].entry
    return FigureRow(
        id=f"plain-{number}", subject=first.subject, measure=first.measure, relation=plain.relation,
        cells=tuple(map(cell_of, known)),
    )  # fmt: skip


def compare(events: Sequence[Labelled]) -> dict[str, dict[str, float]]:
    """Score the plain call and the digest on the same events."""
    plain: list[FigureRow] = []
    failed, started = 0, time.monotonic()
    with local.serving(local.ready_weights()) as url:
        for event in events:
            answer = ask_for_rows([paper.brief for paper in event.papers if paper.brief], base_url=url)
            failed += isinstance(answer, str)
            plain += [] if isinstance(answer, str) else answer
            print(event.name, answer if isinstance(answer, str) else f"{len(answer)} rows", flush=True)
    seconds = time.monotonic() - started
    made = digest([paper.brief for event in events for paper in event.papers if paper.brief])
    own = [row for event in made.events for row in event.rows]
    return {
        "one plain call": {
            **judge_rows(events, plain, lambda _: None),
            "no answer": failed,
            "seconds an event": seconds / len(events),
        },
        "digest": judge_rows(events, own, lambda _: None),
    }


def main() -> None:
    """Print both beside each other, and save them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=4, help="how many (4)")
    parser.add_argument("--half", choices=("seen", "unseen"), default="unseen")
    options = parser.parse_args()
    result = compare(labelled(options.half)[: options.events])
    for system, scores in result.items():
        print(system, {measure: round(value, 3) for measure, value in scores.items()})
    OUT.mkdir(exist_ok=True)
    (OUT / f"digest_plain_{options.half}.json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
