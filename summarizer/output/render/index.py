"""A folder of briefs as one page: searched, filtered and sorted in the browser, without a server.

The page contains its data as JSON, in blocks that no browser runs. So it works from a disk, can be moved as
one file, and its policy allows only its own script. One block at a time is in memory while it is written.
Each block lists which of its rows contain a word, so a search looks words up and reads no text. Separate
files of data were compared: from a disk a page can load them only as scripts, and would have to allow every
script in the folder.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from summarizer.output.render.html import stream_page
from summarizer.schemas.brief import Brief
from summarizer.text.folding import plain_letters
from summarizer.text.printable import one_line

BLOCK = 1000
"""Rows of a block; their numbers are written with two digits of `DIGITS`."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST_WORD = 40
"""Characters of a word that a search compares."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")


def write_index(briefs: Iterable[tuple[str, Brief]], file: IO[str], *, name: str) -> int:
    """Write the index of `briefs`, each with the address of its page; return their number.

    `name` is the name of the folder. One brief at a time is in memory.
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
    """Some rows of the index: names by number, and for each word the rows that contain it."""

    rows: list[list[Any]] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)

    def add(self, address: str, brief: Brief) -> None:
        """Add a brief, with the address of its page."""
        number = len(self.rows)
        place = DIGITS[number // len(DIGITS)] + DIGITS[number % len(DIGITS)]
        for word in words_of(brief):
            self.words.setdefault(word, []).append(place)
        parties = dict.fromkeys(one_line(who.name_en or who.name) for who in brief.stakeholders)
        known = [self.names.setdefault(name, len(self.names)) for name in parties if name]
        self.rows.append(_row(address, brief, known))

    def written(self) -> str:
        """Return the block as JSON, words in order, without `<`, which could end the block.

        It is ASCII, which costs a browser half the memory and time.
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
    """Return the values of a brief's row, in the order in which `index.js` reads them."""
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
    """Return all words by which a brief is found, folded."""
    said = (
        *(brief.headline.en, brief.article.title or "", brief.article.source or ""),
        *(point.en for point in brief.key_points),
        *(f"{f.en} {f.subject} {f.measure} {f.source.text}" for f in brief.key_figures),
        *(f"{q.en} {q.source.text} {q.speaker or ''} {q.speaker_en or ''}" for q in brief.quotes),
        *(f"{who.name} {who.name_en or ''} {who.shown_role}" for who in brief.stakeholders),
        *(d.issue.en for d in brief.disputes),
        *(
            f"{side.party} {side.party_en or ''} {side.position.en}"
            for d in brief.disputes
            for side in d.sides
        ),
    )
    return {word[:LONGEST_WORD] for word in _WORD.findall(plain_letters("\n".join(said)))}


def folder_name(folder: Path) -> str:
    """Return the name of a folder, also of the current one."""
    return folder.resolve().name or "briefs"
