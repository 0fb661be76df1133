"""Seconds and tokens of a brief beside those of one plain instructor call, on the same embedded model.

    python benchmarks/speed.py [--model-path FILE.gguf] [ARTICLE…]

The plain call has an equivalent schema with bounded lists (benchmarks/peers.py). Nothing is answered
from memory, the model is loaded before the clock starts, and the server's own prompt cache works as
it always does. For the first article of seeds/ the table also says what each got right: a fast wrong
brief is no peer. The figures are saved as benchmarks/out/speed.json.
"""

import argparse
import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.answer_cache import Door, remembering
from benchmarks.outcome import Amount, Outcome, of_brief
from benchmarks.peers import plain_brief
from summarizer import Article, read_article
from summarizer.models.choice import Choice, open_model
from summarizer.pipeline import asummarize

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
KNOWN = "openai-400-millions.fr.txt"
ARTICLES = tuple(
    SEEDS / name for name in (KNOWN, "resultats-talderic.fr.txt", "greve-papeterie-aubecourt.fr.txt")
)
OUT = Path(__file__).parent / "out" / "speed.json"
BARS = {"seconds": 2.0, "generated": 1.2}
"""What this pipeline may take of the plain call's."""

QUOTATIONS = {
    "Les gens en entendent parler": "Lightcap",
    "peut-être, à terme, songer": "Friar",
    "toujours essentielle": "Friar",
    "Avant de mettre en ligne": "Friar",
}
"""How each quotation of the known seed begins, and who said it."""
FIGURES: tuple[tuple[str, str, str | None], ...] = (
    ("tiers", "0.333", None),
    ("400", "400000000", None),
    ("deux millions", "2000000", None),
    ("97,4", "97400000000", "USD"),
    ("40 milliards", "40000000000", "USD"),
    ("300", "300000000000", "USD"),
    ("500", "500000000000", "USD"),
)
"""Of each key figure of the known seed: words it stands in, its value, and its currency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one system took for one article."""

    system: str
    article: str
    seconds: float
    evaluated: int
    generated: int
    calls: int
    note: str = ""


def judge(outcome: Outcome) -> str:
    """What an outcome has right of the known seed, in a phrase."""
    if outcome.failure:
        return f"no answer: {outcome.failure}"
    quotes = [quote for quote in outcome.quotes if quote.place]
    said = sum(
        any(
            quote.text.strip(' "«»“”').startswith(words) and name in (quote.speaker or "") for quote in quotes
        )
        for words, name in QUOTATIONS.items()
    )
    right = sum(any(_is(amount, *figure) for amount in outcome.amounts) for figure in FIGURES)
    astray = sum(not amount.place for amount in outcome.amounts)
    return (
        f"{said} of {len(QUOTATIONS)} quotations word for word with the right speaker "
        f"({len(outcome.quotes)} given); {right} of {len(FIGURES)} figures with the right value and currency "
        f"({len(outcome.amounts)} given, {astray} not in the article's words)"
    )


def _is(amount: Amount, words: str, value: str, unit: str | None) -> bool:
    if amount.value is None or words not in amount.text:
        return False
    close = abs(amount.value - Decimal(value)) <= abs(Decimal(value)) / 100
    return close and (unit is None or amount.unit == unit)


async def measure(
    system: str, article: Article, door: Door, ask: Callable[[Article, str], Awaitable[Outcome]]
) -> Run:
    """Run one system on one article."""
    url, tally = door.open()
    started = time.monotonic()
    outcome = await ask(article, url)
    seconds = time.monotonic() - started
    known = Path(article.source or "").name == KNOWN
    return Run(
        system=system,
        article=Path(article.source or "").name,
        seconds=round(seconds, 1),
        evaluated=tally.evaluated,
        generated=tally.generated,
        calls=tally.calls,
        note=judge(outcome) if known else (outcome.failure or ""),
    )


async def run(paths: list[Path], model_path: Path | None) -> list[Run]:
    """Both systems on every article, one after the other."""
    runs = []
    with remembering(fresh=True, model_path=model_path) as door:
        await _plain(read_article(paths[0]), door.open()[0])  # loads the model
        for article in map(read_article, paths):
            runs.append(await measure("this", article, door, _brief))
            runs.append(await measure("plain", article, door, _plain))
            print(*(line(each) for each in runs[-2:]), sep="\n", flush=True)
    return runs


async def _brief(article: Article, url: str) -> Outcome:
    choice = Choice(name="local", why="a benchmark", base_url=url, profile="embedded")
    async with open_model(choice) as model:
        return of_brief(await asummarize(article, model=model))


async def _plain(article: Article, url: str) -> Outcome:
    return await asyncio.to_thread(plain_brief, article.text, base_url=url)


def line(each: Run) -> str:
    """A row of the table, and under it what the answer was worth."""
    figures = f"{each.seconds:>9.1f}{each.evaluated:>11}{each.generated:>11}{each.calls:>7}"
    row = f"{each.article:<36}{each.system:<7}{figures}"
    return f"{row}\n    {each.note}" if each.note else row


def ratios(runs: list[Run]) -> dict[str, float]:
    """Sums of this pipeline as multiples of the plain call's."""
    sums = {
        system: {
            name: sum(getattr(each, name) for each in runs if each.system == system)
            for name in ("seconds", "evaluated", "generated")
        }
        for system in ("this", "plain")
    }
    return {name: round(sums["this"][name] / (sums["plain"][name] or 1), 2) for name in sums["this"]}


def main() -> None:
    """Print the table and save it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "articles", nargs="*", type=Path, help="articles (three of seeds/ where none is named)"
    )
    parser.add_argument(
        "--model-path", type=Path, help="a GGUF file in place of the embedded model's weights"
    )
    options = parser.parse_args()
    print(f"{'article':<36}{'system':<7}{'seconds':>9}{'evaluated':>11}{'generated':>11}{'calls':>7}")
    runs = asyncio.run(run(options.articles or list(ARTICLES), options.model_path))
    found = ratios(runs)
    for name, ratio in found.items():
        bar = f"   bar ≤ {BARS[name]} {'ok' if ratio <= BARS[name] else 'missed'}" if name in BARS else ""
        print(f"{name:<12}{ratio:>6.2f} times the plain call's{bar}")
    OUT.parent.mkdir(exist_ok=True)
    result = {"runs": [asdict(each) for each in runs], "ratios": found, "bars": BARS}
    OUT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
