"""A folder of briefs as one page: searched, filtered and sorted where it lies, without a server.

What the page is asked for stands in it, as JSON in blocks that no browser runs: it works from a disk, is
moved as one file, and its policy allows nothing but its own script. It is written as the briefs come, a
block of rows in memory at a time; of 10,000 briefs it has some 15 MB. Files of data beside it were looked
at: a page on a disk may load them only as scripts, and would have to allow all scripts beside it.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from summarizer.render.html import stream_page
from summarizer.render.wording import one_line
from summarizer.schemas.brief import Brief

BLOCK = 500
"""Rows of a block."""
LONGEST_WORD = 40
"""Characters of a word that count when it is looked for."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ß": "ss"})


def write_index(briefs: Iterable[tuple[str, Brief]], file: IO[str], *, name: str) -> int:
    """Write the index of `briefs`, each with the address of its page; gives how many there were.

    `name` is what the folder is called. The briefs are taken one by one, and not kept.
    """
    count = 0

    def counted() -> Iterator[list[Any]]:
        nonlocal count
        for count, (address, brief) in enumerate(briefs, 1):  # noqa: B007 - counted
            yield row(address, brief)

    for words in stream_page("index", blocks=_blocks(counted()), name=one_line(name)):
        file.write(words)
    return count


def row(address: str, brief: Brief) -> list[Any]:
    """What the index knows of a brief, in the order in which `index.js` reads it."""
    article = brief.article
    published = article.published or ""
    return [
        address,
        one_line(brief.headline.en),
        one_line(article.title or ""),
        one_line(article.source or ""),
        published if _DATE.match(published) else "",
        article.words,
        [len(part) for part in (brief.key_figures, brief.quotes, brief.disputes, brief.findings)],
        sum(finding.action == "kept" for finding in brief.findings),
        [[one_line(who.name), who.kind] for who in brief.stakeholders],
        words_of(brief),
    ]


def words_of(brief: Brief) -> str:
    """All words by which a brief is found, each once, folded, with a space before each."""
    said = (
        *(brief.headline.en, brief.article.title or "", brief.article.source or ""),
        *(point.en for point in brief.key_points),
        *(f"{f.en} {f.subject} {f.measure} {f.source.text}" for f in brief.key_figures),
        *(f"{q.en} {q.source.text} {q.speaker or ''}" for q in brief.quotes),
        *(f"{who.name} {who.role.en}" for who in brief.stakeholders),
        *(d.issue.en for d in brief.disputes),
        *(f"{side.party} {side.position.en}" for d in brief.disputes for side in d.sides),
    )
    found = {word[:LONGEST_WORD] for words in said for word in _WORD.findall(fold(words))}
    return "".join(f" {word}" for word in sorted(found))


def fold(words: str) -> str:
    """Take case and accents from words, so that « Électricité » is found as "electricite"."""
    parted = unicodedata.normalize("NFD", words.lower().translate(_LIGATURES))
    return "".join(char for char in parted if not unicodedata.combining(char))


def folder_name(folder: Path) -> str:
    """What a folder is called, wherever the command stands."""
    return folder.absolute().resolve().name or "briefs"


def _blocks(rows: Iterator[list[Any]]) -> Iterator[str]:
    """Give the rows as JSON, some hundred at a time; no `<` in it can end the block."""
    while some := list(islice(rows, BLOCK)):
        yield json.dumps(some, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
