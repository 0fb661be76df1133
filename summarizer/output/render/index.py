"""A folder of briefs as one page: searched, filtered and sorted where it lies, without a server.

What the page is asked for stands in it, as JSON in blocks that no browser runs: it works from a disk, is
moved as one file, and its policy allows nothing but its own script. It is written as the briefs come, a
block at a time in memory, and each block says which of its rows hold a word: a search looks words up and
reads no text. Files of data beside the page were looked at: from a disk it may load them only as scripts,
and would have to allow every script beside it.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from summarizer.output.render.html import stream_page
from summarizer.schemas.brief import Brief
from summarizer.text.printable import one_line

BLOCK = 1000
"""Rows of a block; their numbers are written with two digits of `DIGITS`."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST_WORD = 40
"""Characters of a word that count when it is looked for."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ACCENT = re.compile(r"[\u0300-\u036f]+")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ß": "ss"})


def write_index(briefs: Iterable[tuple[str, Brief]], file: IO[str], *, name: str) -> int:
    """Write the index of `briefs`, each with the address of its page; gives how many there were.

    `name` is what the folder is called. The briefs are taken one by one, and not kept.
    """
    count = 0

    def blocks() -> Iterator[str]:
        nonlocal count
        block = Block()
        for count, (address, brief) in enumerate(briefs, 1):  # noqa: B007 - counted
            block.add(address, brief)
            if len(block.rows) == BLOCK:
                yield block.written()
                block = Block()
        if block.rows:
            yield block.written()

    for words in stream_page("index", blocks=blocks(), name=one_line(name)):
        file.write(words)
    return count


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of the index, the names in them by number, and for each word the rows that hold it."""

    rows: list[list[Any]] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)

    def add(self, address: str, brief: Brief) -> None:
        """Take a brief in, under the address of its page."""
        number = len(self.rows)
        place = DIGITS[number // len(DIGITS)] + DIGITS[number % len(DIGITS)]
        for word in words_of(brief):
            self.words.setdefault(word, []).append(place)
        parties = dict.fromkeys(one_line(who.name_en or who.name) for who in brief.stakeholders)
        known = [self.names.setdefault(name, len(self.names)) for name in parties if name]
        self.rows.append(_row(address, brief, known))

    def written(self) -> str:
        """Give the block as JSON, words in order; no `<` in it can end it.

        In ASCII: a browser keeps and reads that at half the cost.
        """
        words = sorted(self.words)
        data = {
            "rows": self.rows,
            "names": list(self.names),
            "words": words,
            "held": ["".join(self.words[word]) for word in words],
        }
        return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")


def _row(address: str, brief: Brief, parties: list[int]) -> list[Any]:
    """What is shown of a brief, in the order in which `index.js` reads it."""
    article = brief.article
    published = article.published or ""
    return [
        address,
        one_line(brief.headline.en),
        one_line(article.title or ""),
        one_line(article.source or ""),
        published if _DATE.match(published) else "",
        article.words,
        *(len(part) for part in (brief.key_figures, brief.quotes, brief.disputes, brief.findings)),
        sum(finding.action == "kept" for finding in brief.findings),
        parties,
    ]


def words_of(brief: Brief) -> set[str]:
    """All words by which a brief is found, folded."""
    said = (
        *(brief.headline.en, brief.article.title or "", brief.article.source or ""),
        *(point.en for point in brief.key_points),
        *(f"{f.en} {f.subject} {f.measure} {f.source.text}" for f in brief.key_figures),
        *(f"{q.en} {q.source.text} {q.speaker or ''} {q.speaker_en or ''}" for q in brief.quotes),
        *(f"{who.name} {who.name_en or ''} {who.role.en}" for who in brief.stakeholders),
        *(d.issue.en for d in brief.disputes),
        *(
            f"{side.party} {side.party_en or ''} {side.position.en}"
            for d in brief.disputes
            for side in d.sides
        ),
    )
    return {word[:LONGEST_WORD] for word in _WORD.findall(fold("\n".join(said)))}


def fold(words: str) -> str:
    """Take case and accents from words, so that « Électricité » is found as "electricite"."""
    return _ACCENT.sub("", unicodedata.normalize("NFD", words.lower().translate(_LIGATURES)))


def folder_name(folder: Path) -> str:
    """What a folder is called, wherever the command stands."""
    return folder.resolve().name or "briefs"
