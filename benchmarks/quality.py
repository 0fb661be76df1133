"""What a brief has right, measured on annotated articles, beside peers on the same model.

    python benchmarks/quality.py [--articles FILE] [--peers [PEER…]] [--limit N] [--errors MEASURE]
    python benchmarks/quality.py --base-url URL --model NAME [--second-reader same] [--briefs FOLDER]

The model is the embedded one, or that of any OpenAI-compatible server. Articles without annotations are
briefed and not scored: `--briefs` keeps what each system wrote, for readers. Answers are remembered by
request (benchmarks/answer_cache.py), so that a change asks only what it changes. How each measure is taken
stands in benchmarks/scoring.py and benchmarks/README.md. The table and all that went wrong are saved as
benchmarks/out/quality.json.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import permutations
from pathlib import Path

from benchmarks.answer_cache import FOLDER, Door, remembering
from benchmarks.outcome import Outcome, of_brief
from benchmarks.peers import PeerMissing, ask_plainly, langextract_brief, langextract_version, of_plain
from benchmarks.quality_table import BETTER_LOW, cost, show, tabulate, wrong
from benchmarks.rates import Mark
from benchmarks.scoring import (
    SAME_FACT,
    Gold,
    Like,
    dispute_marks,
    fact_marks,
    figure_marks,
    first_answer_marks,
    party_marks,
    quote_marks,
    same_measure,
    sentences,
    statement_marks,
)
from benchmarks.similarity import NoSimilarity, Similarity
from summarizer.errors import SummarizerError
from summarizer.models.choice import Choice, open_model
from summarizer.pipeline import Options, asummarize

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
OUT = Path(__file__).parent / "out" / "quality.json"
PEERS = ("plain", "langextract")
"""One plain instructor call, and langextract."""
LANGEXTRACT_SECONDS = 240.0
"""What langextract may take for an article: it bounds nothing, and some answers never end."""

Annotated = tuple[Gold, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a system said of an article, and what that took when it was asked."""

    outcome: Outcome
    seconds: float
    evaluated: int
    generated: int
    shown: int
    written: int
    calls: int


Answers = dict[str, dict[str, Answered]]


def read_gold(options: argparse.Namespace) -> list[Annotated]:
    """The annotated articles with their texts: in the line itself, or by id from the Wikinews file."""
    chosen = options.articles or options.data / "gold_dev.jsonl"
    texts_file = options.data / "articles_wikinews.jsonl"
    if not chosen.exists():
        print(f"skipped: no {chosen.name} in {chosen.parent}", file=sys.stderr)
        return []
    gold = [json.loads(each) for each in chosen.read_text(encoding="utf-8").splitlines() if each.strip()]
    texts = {}
    if texts_file.exists():
        lines = texts_file.read_text(encoding="utf-8").splitlines()
        texts = {item["id"]: item["text"] for item in map(json.loads, lines)}
    absent = [item["id"] for item in gold if "text" not in item and item["id"] not in texts]
    if absent:
        print(f"skipped: no text of {len(absent)} articles, such as {absent[0]}", file=sys.stderr)
    found = [(item, item.get("text") or texts[item["id"]]) for item in gold if item["id"] not in absent]
    return found[: options.limit]


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A system under measurement, and the seconds that it may take for an article, if it is bounded."""

    name: str
    ask: Callable[[str, str], tuple[Outcome, str]]
    """Called with a text and a base URL; what is scored, and the answer as it was written."""
    limit: float | None = None

    def answer(self, item: Annotated, door: Door, folder: Path | None) -> Answered:
        """Put an article to it; its answer is kept in `folder`, where one is given."""
        gold, text = item
        url, tally = door.open(limit=self.limit) if self.limit else door.open()
        outcome, written = self.ask(text, url)
        said = outcome.failure or f"{tally.fresh} of {tally.calls} answers new"
        print(f"{self.name} {gold['id']} {tally.seconds:.0f} s, {said}", file=sys.stderr)
        if folder is not None:
            for name, words in ((self.name, written), ("articles", text)):
                suffix = ".txt" if name == "articles" else ".txt.json"
                file = folder / name / f"{gold['id']}{suffix}"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(words, encoding="utf-8")
        return Answered(
            outcome=outcome,
            seconds=round(tally.seconds, 1),
            evaluated=tally.evaluated,
            generated=tally.generated,
            shown=tally.shown,
            written=tally.written,
            calls=tally.calls,
        )


def systems(options: argparse.Namespace) -> Iterator[System]:
    """The pipeline of this project, and its peers where they are asked for and installed."""
    yield System(name="this", ask=lambda text, url: asyncio.run(_brief(text, url, options)))
    if "plain" in options.peers:
        yield System(name="plain", ask=lambda text, url: _plain(text, url, options))
    if "langextract" not in options.peers:
        return
    try:
        version = langextract_version(options.bench_python)
    except PeerMissing as error:
        print(f"SKIPPED langextract: {error}; see benchmarks/README.md", file=sys.stderr)
        return
    print(f"langextract {version}, at most {LANGEXTRACT_SECONDS:.0f} s an article", file=sys.stderr)
    yield System(
        name="langextract",
        ask=lambda text, url: (langextract_brief(text, base_url=url, python=options.bench_python), ""),
        limit=LANGEXTRACT_SECONDS,
    )


async def _brief(text: str, url: str, options: argparse.Namespace) -> tuple[Outcome, str]:
    choice = Choice(name=options.model, why="a benchmark", base_url=url, profile=options.profile)
    try:
        async with open_model(choice) as model:
            brief = await asummarize(text, model=model, options=Options(second_reader=options.second_reader))
    except SummarizerError as error:
        return Outcome(failure=str(error)), ""
    return of_brief(brief), brief.model_dump_json(indent=1)


def _plain(text: str, url: str, options: argparse.Namespace) -> tuple[Outcome, str]:
    answer = ask_plainly(text, base_url=url, model=options.model.removeprefix("openai/"))
    if isinstance(answer, str):
        return Outcome(failure=answer), ""
    return of_plain(answer, text), answer.model_dump_json(indent=1)


def answer_all(articles: list[Annotated], options: argparse.Namespace) -> Answers:
    """What each system says of each article, by system and article id; one system after the other."""
    answers: Answers = {}
    with (
        remembering(model_path=options.model_path, base_url=options.base_url, folder=options.answers) as door,
        ThreadPoolExecutor(options.jobs) as pool,
    ):
        for system in systems(options):
            asked = pool.map(lambda item: system.answer(item, door, options.briefs), articles)  # noqa: B023
            answers[system.name] = {
                gold["id"]: answered for (gold, _), answered in zip(articles, asked, strict=True)
            }
    return answers


def likeness(articles: list[Annotated], answers: Answers, python: str) -> Like | None:
    """The similarity of all phrases that will be compared; None, and a loud line, where it is not there."""
    texts = [figure["about_en"] for gold, _ in articles for figure in gold["figures"]]
    texts += [fact["en"] for gold, _ in articles for fact in gold["key_facts"]]
    for answered in (each for by_article in answers.values() for each in by_article.values()):
        texts += [amount.label for amount in answered.outcome.amounts]
        texts += [each for claim in answered.outcome.claims for each in (claim.en, *sentences(claim.en))]
    try:
        return Similarity(texts, python=python)
    except NoSimilarity as error:
        print(f"SKIPPED measures and key facts: {error}; see benchmarks/README.md", file=sys.stderr)
        return None


def marks_of(outcome: Outcome, gold: Gold, text: str, like: Like | None) -> Iterator[Mark]:
    """Everything that is scored of one answer; a system that gave none missed all there was."""
    yield Mark(measure="answered", side="share", right=outcome.failure is None, note=outcome.failure or "")
    yield from quote_marks(outcome, gold, text)
    yield from figure_marks(outcome, gold, like)
    yield from party_marks(outcome, gold)
    yield from dispute_marks(outcome, gold)
    if like is not None:
        yield from fact_marks(outcome, gold, like)
    yield from statement_marks(outcome, text)
    yield from first_answer_marks(outcome)


def mismatched(articles: list[Annotated], like: Like) -> dict[str, float]:
    """How often an annotation of the same article, put in another's place, would be accepted."""
    figures = [
        same_measure(other["about_en"], figure, gold["figures"], like)
        for gold, _ in articles
        for figure, other in permutations(gold["figures"], 2)
    ]
    facts = [
        like(one["en"], other["en"]) >= SAME_FACT
        for gold, _ in articles
        for one, other in permutations(gold["key_facts"], 2)
    ]
    return {"measures": sum(figures) / max(len(figures), 1), "facts": sum(facts) / max(len(facts), 1)}


def report(articles: list[Annotated], answers: Answers, options: argparse.Namespace) -> None:
    """Score, print and save."""
    like = likeness(articles, answers, options.bench_python)
    marks = {
        name: [
            mark
            for gold, text in articles
            for mark in marks_of(answered[gold["id"]].outcome, gold, text, like)
        ]
        for name, answered in answers.items()
    }
    table = tabulate(marks) + cost(
        {name: [asdict(each) for each in by_article.values()] for name, by_article in answers.items()}
    )
    print(f"{len(articles)} articles", *show(table), sep="\n")
    calibration = mismatched(articles, like) if like else {}
    for name, share in calibration.items():
        print(f"another's annotation of the same article passes for {name}: {share:.1%}")
    for mark in marks["this"]:
        if mark.measure == options.errors and mark.right == (mark.measure in BETTER_LOW):
            print(f"  {mark.side}: {mark.note}")
    result = {
        "articles": [gold["id"] for gold, _ in articles],
        "table": table,
        "mismatched": calibration,
        "answers": {name: {k: asdict(v) for k, v in each.items()} for name, each in answers.items()},
        "wrong": {name: wrong(found) for name, found in marks.items()},
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(
        json.dumps(result, indent=1, ensure_ascii=False, default=str) + "\n", encoding="utf-8"
    )


def main() -> None:
    """Ask, score, print the table and save it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, help="annotated articles (gold_dev.jsonl of --data)")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the public data")
    parser.add_argument(
        "--peers", nargs="*", choices=PEERS, metavar="PEER", help="run peers, too (all, or these)"
    )
    parser.add_argument("--limit", type=int, help="no more articles than this")
    parser.add_argument("--errors", metavar="MEASURE", help="print what this measure counts as wrong")
    parser.add_argument(
        "--model-path", type=Path, help="a GGUF file in place of the embedded model's weights"
    )
    parser.add_argument("--base-url", help="an OpenAI-compatible server (the embedded model)")
    parser.add_argument("--model", default="local", help="the model's name there")
    parser.add_argument("--profile", help="how it is spoken to (what fits the name)")
    parser.add_argument("--second-reader", default="none", help="`same`, a model's name, or `none`")
    parser.add_argument("--jobs", type=int, default=1, help="articles at once")
    parser.add_argument("--briefs", type=Path, help="folder that keeps what each system wrote")
    parser.add_argument("--answers", type=Path, default=FOLDER, help="folder of the remembered answers")
    parser.add_argument("--bench-python", default=sys.executable, help="Python with the extra `bench`")
    parser.add_argument("--out", type=Path, default=OUT, help="file that the figures are saved in")
    options = parser.parse_args()
    options.profile = options.profile or ("hosted" if options.base_url else "embedded")
    options.peers = PEERS if options.peers == [] else options.peers or ()
    articles = read_gold(options)
    if articles:
        answers = answer_all(articles, options)
        if all("figures" in gold for gold, _ in articles):
            report(articles, answers, options)


if __name__ == "__main__":
    main()
