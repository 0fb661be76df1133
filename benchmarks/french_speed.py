"""How fast French text is read, and that hostile text takes time in proportion to its length."""

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.french_gold import read_lines
from summarizer.french import find_names, find_numbers, find_quotations, split_sentences
from summarizer.french.document import read_document

MB_A_SECOND = 1.0
"""The bar for sentences, quotations and numbers together."""
TOGETHER = "sentences, quotations, numbers together"
ROUNDS = 5
"""The best of so many times counts, each reader in its turn: a machine's other work only makes it slower."""
SHORT, LONG = 250_000, 1_000_000
HOSTILE = {
    "digits": "7",
    "spaces": " ",
    "«": "«",
    "»": "»",
    '"': '"',
    "open quotations": "« mot ",
    "nested marks": "« “ ",
    "deux cent": "deux cent ",
    "1 000": "1 000 ",
    "10, 10": "10, ",
    "et un": "et un ",
    "plus de": "plus de ",
    "millions": "millions ",
    "« a », dit": "« a », dit ",
    "dashes": "— Oui. ",
    "stops": ". ",
    "zero width": "1\u200b0 ",
    "decomposed": "e\u0301 ",
    "soft hyphens": "a\u00ad\n",
    "entities": "&eacute; ",
    "Le": "Le ",
    "no spaces": "œprix;du;lot:10;\n",
}


def _seconds(read: Callable[[str], object], text: str) -> float:
    read_document.cache_clear()  # that of the text read before
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


def _all(text: str) -> None:
    split_sentences(text)
    find_quotations(text)
    find_numbers(text)


def news_speed(folder: Path) -> dict[str, float]:
    """Megabytes a second of each reader by itself, and of three together, sentences split once."""
    text = "\n\n".join(item["text"] for item in read_lines(folder / "articles_wikinews.jsonl"))
    size = len(text.encode()) / 1e6
    readers = (split_sentences, find_quotations, find_numbers, find_names)
    timed = {read.__name__: read for read in readers} | {TOGETHER: _all}
    rounds = [{name: _seconds(read, text) for name, read in timed.items()} for _ in range(ROUNDS)]
    return {name: size / min(each[name] for each in rounds) for name in timed}


def hostile() -> dict[str, tuple[float, float]]:
    """Seconds a megabyte of each hostile input for the three readers, and how four times as much grows."""
    rows = {}
    for name, unit in HOSTILE.items():
        short, long = (_seconds(_all, unit * (length // len(unit))) for length in (SHORT, LONG))
        size = LONG // len(unit) * len(unit.encode()) / 1e6
        rows[name] = (long / size, long / max(short, 1e-3))
    return rows
