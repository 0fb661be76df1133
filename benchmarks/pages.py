"""The index of a folder in a browser, and how much memory an index and the exports take.

    python benchmarks/pages.py [--briefs 10000] [--opened 5]

The briefs are invented, each of other words and names, and as long as that of an article of 350 words. The
index is opened from the disk by the system's Chromium, each time in a new profile: the time ends when the
first rows are painted. A search ends with the frame that shows its rows; beside it stands the time that the
page itself had the processor for it, which other work on the machine does not lengthen. Memory is the most
that a process of its own ever held. The figures are saved as benchmarks/out/pages.json.
"""

import argparse
import json
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.invented import invented_briefs
from summarizer.output.brief_files import find_briefs
from summarizer.output.export import export_briefs
from summarizer.output.render.html import to_html
from summarizer.output.render.index import write_index

OUT = Path(__file__).parent / "out" / "pages.json"
FORMS = ("jsonl", "csv", "parquet", "sqlite", "md")
BARS = {"opens, worst (s)": 2.0, "search, worst (ms)": 100.0, "memory, growth (MB)": 20.0}
"""Growth: what ten times as many briefs take more. What is flat grows by what allocators keep back."""
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
SEARCHES = (
    *("m", "mi", "mil", "million", "e", "électricité", "42", "no such word"),
    *("the company", "union wages", "directeur", "p", "pr", "port"),
)
"""What is typed, letter by letter at first: one letter finds most."""
FILTERS = {
    "stakeholder": "who.value = document.querySelector('#named button').dataset.who; fire(who, 'input')",
    "dates": "from.value = '2024-03-01'; to.value = '2024-06-30'; fire(from, 'change')",
    "order": "sort.value = 'figures'; fire(sort, 'change')",
    "first order by name": "sort.value = 'name'; fire(sort, 'change')",
}
TIMED = """async (act) => {
  const ids = ["q", "who", "from", "to", "sort"];
  const fire = (field, kind) => field.dispatchEvent(new Event(kind, { bubbles: true }));
  const run = new Function(...ids, "fire", act);
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  const start = performance.now();
  run(...ids.map((id) => document.getElementById(id)), fire);
  await frame();
  const took = performance.now() - start;
  return [took, document.getElementById("found").textContent];
}"""


def lines_of(folder: Path, count: int) -> Path:
    """A `briefs.jsonl` of so many invented briefs."""
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for brief in invented_briefs(count):
            file.write(brief.model_dump_json() + "\n")
    return path


def index_of(lines: Path, place: Path) -> None:
    """The index of the briefs in a file."""
    with place.open("w", encoding="utf-8") as file:
        write_index(
            ((f"./briefs/{n}.html", b) for n, b in enumerate(find_briefs(lines))), file, name="briefs"
        )


def peak(lines: str, form: str, output: str) -> None:
    """In a process of its own: write one form, and leave how much memory that took, in MB, and how long."""
    started = time.monotonic()
    if form == "index":
        index_of(Path(lines), Path(output))
    else:
        export_briefs(Path(lines), to=form, output=Path(output))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Path(f"{output}.peak").write_text(json.dumps([most, time.monotonic() - started]), encoding="utf-8")


def writing(folder: Path, few: Path, many: Path) -> Iterator[dict[str, Any]]:
    """Memory and seconds of the index and of each export, of few and of many briefs."""
    for form in ("index", *FORMS):
        found = []
        for lines in (few, many):
            place = folder / f"{form}-{lines.stem}{'.html' if form == 'index' else ''}"
            process = multiprocessing.get_context("spawn").Process(
                target=peak, args=(str(lines), form, str(place))
            )
            process.start()
            process.join()
            found.append(json.loads(Path(f"{place}.peak").read_text("utf-8")))
            if form != "index":
                shutil.rmtree(place)
        (small, _), (large, seconds) = found
        yield {
            "form": form,
            "memory (MB)": [round(small), round(large)],
            "growth": round(large - small, 1),
            "seconds": round(seconds, 1),
        }


def opened(place: Path, times: int) -> dict[str, Any]:
    """Seconds until an index shows its rows, and the most milliseconds of each search and filter in it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - nothing else here needs a browser

    seconds: list[float] = []
    searches: dict[str, tuple[float, float, str]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for _ in range(times):
            context = browser.new_context()
            page = context.new_page()
            started = time.monotonic()
            page.goto(place.absolute().as_uri(), wait_until="commit")
            page.wait_for_selector("html[data-ready] .row")
            page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            seconds.append(round(time.monotonic() - started, 2))
            cdp = context.new_cdp_session(page)
            cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
            typed = {words: f"q.value = {words!r}; fire(q, 'input')" for words in SEARCHES}
            acts = typed | {"all again": "q.value = ''; fire(q, 'input')"} | FILTERS
            found = {name: _timed(page, cdp, act) for name, act in acts.items()}
            searches = {name: max(took, searches.get(name, took)) for name, took in found.items()}
            context.close()
        browser.close()
    return {"opens": seconds, "searches": searches}


def _timed(page: Any, cdp: Any, act: str) -> tuple[float, float, str]:
    """Milliseconds until the page shows what an act gives, its own processor's of them, and what it says."""
    before = _processor(cdp)
    took, said = page.evaluate(TIMED, act)
    return round(took, 1), round(_processor(cdp) - before, 1), said


def _processor(cdp: Any) -> float:
    metrics = {each["name"]: each["value"] for each in cdp.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


def pages_a_second(count: int = 200) -> float:
    """How many evidence pages are written a second."""
    briefs = list(invented_briefs(count))
    started = time.monotonic()
    for brief in briefs:
        to_html(brief)
    return round(count / (time.monotonic() - started))


def main() -> None:
    """Print the table and save it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--briefs", type=int, default=10_000, help="how many (10,000)")
    parser.add_argument("--opened", type=int, default=5, help="how often the index is opened (5)")
    options = parser.parse_args()
    result: dict[str, object] = {"briefs": options.briefs, "pages a second": pages_a_second()}
    print(f"{result['pages a second']:,} evidence pages a second")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = (lines_of(folder, count) for count in (options.briefs // 10, options.briefs))
        print(f"{'written':<12}{'MB, a tenth':>12}{'MB, all':>10}{'growth':>9}{'seconds':>9}")
        rows = []
        for row in writing(folder, few, many):
            rows.append(row)
            small, large = row["memory (MB)"]
            print(f"{row['form']:<12}{small:>12}{large:>10}{row['growth']:>9}{row['seconds']:>9}", flush=True)
        place = folder / f"index-{options.briefs}.html"
        result |= {"written": rows, "index (MB)": round(place.stat().st_size / 1e6, 1)}
        if shutil.which("chromium") is None:
            print("skipped: no chromium, so the index was not opened; apt-get install chromium")
            found: dict[str, Any] = {}
        else:
            found = opened(place, options.opened)
    result |= found
    judge(result, found, rows)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def judge(result: dict[str, object], found: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """Print each search, and what was measured beside its bar."""
    worst = {"memory, growth (MB)": max(row["growth"] for row in rows)}
    if found:
        searches: dict[str, tuple[float, float, str]] = found["searches"]
        for name, (took, own, said) in searches.items():
            print(f"  {name:<24}{took:>7.1f} ms, of them its own {own:>5.1f}   {said}")
        worst |= {
            "opens, worst (s)": max(found["opens"]),
            "search, worst (ms)": max(took for took, _, _ in searches.values()),
        }
    for name, value in worst.items():
        print(f"{name:<24}{value:>8}   bar ≤ {BARS[name]:g} {'ok' if value <= BARS[name] else 'missed'}")
    result |= {"worst": worst, "bars": BARS}


if __name__ == "__main__":
    main()
