"""Time and memory of a digest of ten thousand briefs, of one brief more, and its page in Chromium.

    python benchmarks/digest_scale.py [--briefs 10000] [--opened 3] [--words]

The briefs are invented: events of one to twelve articles over a year, each article with words, names,
figures and quotations of its event beside common ones; a sixth are near copies. Seconds of the digest are of
the processor, on one core; memory is the most that a process of its own ever held. Briefs are read from a
`briefs.jsonl`, as `summarizer digest` does. One more brief joins in the program that holds the digest, and in
a second run of the command, which reads all from its state. The figures are saved as
benchmarks/out/digest_scale.json.
"""

import argparse
import hashlib
import json
import multiprocessing
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from pathlib import Path
from typing import Any

from benchmarks.digest_data import provenance
from benchmarks.invented import SYLLABLES
from summarizer.digest import Digester
from summarizer.digest.digester import without_collecting
from summarizer.digest.folder import likeness_for
from summarizer.digest.lexicon import entries
from summarizer.digest.reading import read_into
from summarizer.digest.state import NAME, State
from summarizer.output.digest_files import write_digest
from summarizer.schemas.brief import Article, Brief, KeyFigure, Quote, Span, Stakeholder, Statement

OUT = Path(__file__).parent / "out" / "digest_scale.json"
BARS = {
    "seconds": 180.0,
    "memory (MB)": 500.0,
    "one more brief (s)": 2.0,
    "opens, worst (s)": 2.0,
    "search, worst (ms)": 100.0,
}
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
SEARCHES = ("m", "mi", "million", "e", "dead", "42", "no such word", "p", "pr")
COMMON, SHARES = zip(*(line.split() for line in entries("common")), strict=True)
TIMES = list(accumulate(int(share) ** 2 for share in SHARES))
"""Words that are frequent in French news, drawn about as often as they are there."""
MEASURES = (
    "death toll",
    "people injured",
    "cost of the works",
    "jobs cut",
    "homes without power",
    "share of votes",
)
TIMED = """async (words) => {
  const field = document.getElementById("q");
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  const start = performance.now();
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await frame();
  return performance.now() - start;
}"""


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4)))


def events_of_briefs(count: int, *, seed: int = 20261129) -> Iterator[Brief]:
    """Give `count` briefs on events of one to twelve articles, the same each time."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    vocabulary = [_word(draw) for _ in range(6000)]
    made = 0
    while made < count:
        size = min(draw.choice((1, 1, 2, 3, 4, 6, 12)), count - made)
        start = date(2025, 1, 1) + timedelta(days=draw.randrange(365))
        people = [f"{_word(draw).title()} {_word(draw).title()}" for _ in range(5)]
        words = draw.choices(vocabulary, k=70)
        amounts = [draw.randint(2, 5000) for _ in MEASURES]
        said = [" ".join(draw.choices(vocabulary, k=9)) for _ in range(3)]
        before: list[str] = []
        for number in range(size):
            if not before or draw.random() > 0.2:
                before = [_sentence(draw, words) for _ in range(16)]
            yield _brief(
                draw, made + number, start + timedelta(days=draw.randrange(4)), people, before, amounts, said
            )
        made += size


def _one_more(*, seed: int) -> Brief:
    """Give a brief with a date; those without, one in twenty, are compared with all others."""
    return list(events_of_briefs(2, seed=seed))[1]


def _sentence(draw: random.Random, words: list[str]) -> str:
    common = iter(draw.choices(COMMON, cum_weights=TIMES, k=20))
    drawn = (draw.choice(words) if draw.random() < 0.35 else next(common) for _ in range(20))
    return " ".join(drawn).capitalize() + "."


def _brief(  # noqa: PLR0913, PLR0917 - what an event gives each of its articles
    draw: random.Random,
    number: int,
    day: date,
    people: list[str],
    sentences: list[str],
    amounts: list[int],
    said: list[str],
) -> Brief:
    text, spans = "", []

    def put(words: str) -> Span:
        nonlocal text
        start = len(text)
        text += words
        return Span(start=start, end=len(text), text=words)

    for sentence in sentences:
        spans.append(put(sentence))
        put(" ")
    figures = []
    for measure, amount in zip(MEASURES, amounts, strict=True):
        value = amount + (draw.random() < 0.15) * draw.randint(1, 9)
        put("On compte ")
        figures.append(
            KeyFigure(
                source=put(f"{value} unités"),
                value=Decimal(value),
                en=str(value),
                subject=people[0],
                measure=measure,
            )
        )
        put(f" à {people[1]}. ")
    quotes = []
    for words, speaker in zip(said, people, strict=False):
        put("« ")
        quotes.append(Quote(source=put(words), en=words, speaker=speaker))
        put(f" », a dit {speaker}. ")
    named = tuple(
        Stakeholder(
            name=name,
            kind="person",
            role=Statement(en="party to the event", evidence=()),
            mentions=(spans[0],),
        )
        for name in people
    )
    return Brief(
        article=Article(
            id=hashlib.sha256(text.encode()).hexdigest(),
            source=f"paper-{number % 40}/{number}.txt",
            title=sentences[0][:60],
            published=day.isoformat() if number % 20 else None,
            language="fr",
            words=len(text.split()),
            text=text,
        ),
        headline=Statement(en=sentences[0], evidence=()),
        key_points=(),
        key_figures=tuple(figures),
        stakeholders=named,
        disputes=(),
        quotes=tuple(quotes),
        findings=(),
        provenance=provenance(),
    )


def measured(lines: str, output: str, result: str, *, words: bool) -> None:
    """In a process of its own, as the command does: read, digest, write; leave seconds and memory."""
    place, started = Path(lines), time.process_time()
    with without_collecting():
        likeness = likeness_for(place, words=words)
        made = Digester(likeness=likeness, state=State(place.with_name(NAME), likeness=likeness.name))
        read_into(made, place)
        read = time.process_time() - started
        found = made.digest()
        seconds = time.process_time() - started
        write_digest(found, Path(output).with_suffix(".json"))
        write_digest(found, Path(output), name="briefs")
        written, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = [len(event.briefs) for event in found.events]
    rows = sum(len(event.rows) for event in found.events)
    del found
    before = time.process_time()
    made.add([_one_more(seed=11)])
    made.digest()
    measures = {
        "likeness": likeness.name,
        "seconds": seconds,
        "of them reading": read,
        "with page and JSON (s)": written - started,
        "one more brief (s)": time.process_time() - before,
        "memory (MB)": memory,
        "events": len(sizes),
        "largest event": max(sizes),
        "rows": rows,
        "digest (MB)": Path(output).with_suffix(".json").stat().st_size / 1e6,
        "page (MB)": Path(output).stat().st_size / 1e6,
        "state (MB)": place.with_name(NAME).stat().st_size / 1e6,
    }
    Path(result).write_text(json.dumps(measures), encoding="utf-8")


def alone(*arguments: str, words: bool) -> dict[str, Any]:
    """Call `measured` in a process of its own; its start counts as seconds of the whole."""
    started = time.monotonic()
    process = multiprocessing.get_context("spawn").Process(
        target=measured, args=arguments, kwargs={"words": words}
    )
    process.start()
    process.join()
    return {**json.loads(Path(arguments[-1]).read_text("utf-8")), "wall (s)": time.monotonic() - started}


def opened(place: Path, times: int) -> dict[str, Any]:
    """Seconds until the page shows its events, and milliseconds of each search."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - nothing else here needs a browser

    seconds, searches = [], dict.fromkeys(SEARCHES, 0.0)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for _ in range(times):
            page = browser.new_context().new_page()
            started = time.monotonic()
            page.goto(place.absolute().as_uri(), wait_until="commit")
            page.wait_for_selector("html[data-ready] .event")
            page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            seconds.append(round(time.monotonic() - started, 2))
            for words in SEARCHES:
                searches[words] = max(searches[words], page.evaluate(TIMED, words))
            page.close()
        browser.close()
    return {
        "opens, worst (s)": max(seconds),
        "search, worst (ms)": max(searches.values()),
        "searches": searches,
    }


def main() -> None:
    """Print the table and save it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--briefs", type=int, default=10_000, help="how many (10,000)")
    parser.add_argument("--opened", type=int, default=3, help="how often the page is opened (3)")
    parser.add_argument("--words", action="store_true", help="without sentence vectors")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        lines, place = Path(name) / "briefs.jsonl", Path(name) / "digest.html"
        with lines.open("w", encoding="utf-8") as file:
            for brief in events_of_briefs(options.briefs):
                file.write(brief.model_dump_json() + "\n")
        arguments = str(lines), str(place), f"{place}.result"
        result = alone(*arguments, words=options.words)
        with lines.open("a", encoding="utf-8") as file:
            file.write(_one_more(seed=7).model_dump_json() + "\n")
        again = alone(*arguments, words=options.words)
        result["second run, one brief more (s)"] = again["seconds"]
        result["second run, with page and JSON (s)"] = again["with page and JSON (s)"]
        result["second run, wall (s)"] = again["wall (s)"]
        if shutil.which("chromium"):
            result |= opened(place, options.opened)
        else:
            print("skipped: no chromium, so the page was not opened; apt-get install chromium")
    for measure, value in result.items():
        shown = value if isinstance(value, str | dict) else round(value, 2)
        print(f"{measure:<26}{shown}{f'   bar {BARS[measure]}' if measure in BARS else ''}")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
