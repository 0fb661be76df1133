"""Several folders of batches, merged into one as a single run would have written it.

What is written depends on the folders alone, not on their order; the same merge again writes the same. Every
brief is read and compared with its journal on the way. The journal of OUT gets its name last: a merge that is
interrupted is no harm, it is just run again.
"""

import hashlib
import heapq
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.batch import outputs
from summarizer.batch.formats import FORMATS
from summarizer.batch.journal_file import TABLES, VERSION, open_read_only
from summarizer.engines.folders import Part, check, first_name, lock, number_of, opened
from summarizer.errors import BatchError
from summarizer.schemas.brief import Brief

SETTLED_AT_ONCE = 256
"""Files that are synced together."""
COLUMNS = (
    "name", "path", "offset", "stamp", "state", "setup", "content", "brief", "findings", "source", "title",
    "published", "cause", "error",
)  # fmt: skip
RANK = {"done": 0, "failed": 1, "waiting": 2}
"""The state that counts if folders differ about an article."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The result of a merge: the number of articles in each state, and of folders."""

    folders: int
    done: int
    failed: int
    waiting: int


def merge_folders(folders: Sequence[Path], to: Path, *, partial: bool = False) -> Merged:
    """Merge the folders of batches into `to`; with `partial`, also if shards are missing.

    Raises BatchError if a folder is none of a batch or at work, shards are missing, folders contradict one
    another or were made in different ways, a brief does not fit its journal, or `to` has other articles.
    """
    with ExitStack() as stack:
        lock(stack, to, make=True)
        parts = [opened(stack, folder, to) for folder in dict.fromkeys(folders)]
        parts.sort(key=lambda part: (number_of(part.shard), first_name(part.db)))
        check(parts, partial=partial)
        return _Merge(parts, to).run()


@dataclass(slots=True)
class _Merge:
    parts: Sequence[Part]
    to: Path
    db: sqlite3.Connection = field(init=False)
    files: outputs.OutputFiles = field(init=False)
    run_ids: dict[tuple[int, int], int] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RANK, 0))
    last_run: int = 0

    def run(self) -> Merged:
        """Write OUT; its journal and `briefs.jsonl` get their names when all else is there."""
        self.files = outputs.OutputFiles(self.to)
        journal, lines = self.to / "summarizer.sqlite.part", self.to / "briefs.jsonl.part"
        journal.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(journal, isolation_level=None)) as self.db:
                self.db.executescript(f"PRAGMA synchronous = OFF; {TABLES} PRAGMA user_version = {VERSION};")
                self.db.execute("BEGIN")
                self._take_runs()
                self._take_answers()
                with lines.open("wb") as file:
                    end = self._take_articles(file)
                    file.flush()
                    os.fsync(file.fileno())
                outputs.know_lines(self.db, end, outputs.crc_of(lines, end))
                self._refuse_strangers()
                outputs.write_failures(self.db, self.to, self.last_run)
                self.db.execute("COMMIT")
            self._put_in_place(journal, lines)
        except (sqlite3.Error, OSError) as error:
            raise BatchError(f"cannot write to {str(self.to)!r}: {error}") from error
        return Merged(folders=len(self.parts), **self.states)

    def _take_runs(self) -> None:
        """Enter all runs in the order of their start, and one more to which all articles belong."""
        runs = [
            (row["started"], number, row["id"], tuple(row)[1:])
            for number, part in enumerate(self.parts)
            for row in part.db.execute("SELECT * FROM runs ORDER BY id")
        ]
        insert = "INSERT INTO runs (started, ended, model, setup, outcome) VALUES (?, ?, ?, ?, ?)"
        for _, number, old, values in sorted(runs):
            new = self.db.execute(insert, values).lastrowid
            self.run_ids[number, old] = new or 0
        if runs:
            started, _, _, (*_, model, setup, _) = max(runs)
            ended = max((values[1] or "" for *_, values in runs), default="")
            outcome = f"merged from {len(self.parts)} folders"
            self.last_run = self.db.execute(insert, (started, ended, model, setup, outcome)).lastrowid or 0

    def _take_answers(self) -> None:
        """Enter answers, briefs and spending; the first folder that has a row counts."""
        for number, part in enumerate(self.parts):
            for table in ("answers", "briefs"):
                rows = part.db.execute(f"SELECT * FROM {table} ORDER BY key")  # noqa: S608 - our own names
                marks = ", ".join("?" * len(rows.description))
                self.db.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", map(tuple, rows))  # noqa: S608
            spent = (
                (self.run_ids[number, row["run"]], *tuple(row)[1:])
                for row in part.db.execute("SELECT * FROM spending ORDER BY rowid")
            )
            self.db.executemany("INSERT INTO spending VALUES (?, ?, ?, ?, ?, ?, ?)", spent)

    def _take_articles(self, lines: BinaryIO) -> int:
        """Write each article's files and line, in the order of names; return where the lines end."""
        at, unsettled = 0, 0
        for identity, (number, row) in enumerate(self._chosen(), 1):
            line = None
            if row["state"] == "done":
                text = self._brief(number, row)
                line, data = at, text.encode() + b"\n"
                lines.write(data)
                at += len(data)
                unsettled += 1
            else:
                self.files.remove(str(row["name"]))
            self._enter(identity, number, row, line)
            if unsettled >= SETTLED_AT_ONCE:
                self.files.flush()
                unsettled = 0
        self.files.flush()
        return at

    def _chosen(self) -> Iterator[tuple[int, Row]]:
        """Yield each article once, in the order of names, with the number of its folder."""
        streams = [_articles(number, part) for number, part in enumerate(self.parts)]
        every = heapq.merge(
            *streams, key=lambda found: str(found[1]["name"]).encode("utf-8", "surrogatepass")
        )
        for name, group in groupby(every, key=lambda found: found[1]["name"]):
            same = list(group)
            contents = {row["content"] for _, row in same if row["state"] == "done"}
            if len(contents) > 1:
                where = " and ".join(str(self.parts[number].folder) for number, _ in same)
                raise BatchError(f"{name!r} is another text in {where}; merge folders of one collection")
            yield min(same, key=lambda found: (RANK[str(found[1]["state"])], found[0]))

    def _brief(self, number: int, row: Row) -> str:
        """Check an article's brief and write its files; return its line."""
        folder, name = self.parts[number].folder, str(row["name"])
        where = f"the brief of {name!r} in {str(folder)!r}"
        found = self.db.execute("SELECT brief FROM briefs WHERE key = ?", (row["brief"],)).fetchone()
        try:
            text = outputs.patched(found[0], row["source"], row["title"], row["published"])
            brief = Brief.model_validate_json(text)
        except (TypeError, ValueError) as error:  # pydantic's ValidationError is a ValueError
            raise BatchError(f"{where} is damaged; run its batch again") from error
        if not hashlib.sha256(brief.article.text.encode()).hexdigest() == brief.article.id == row["content"]:
            raise BatchError(f"{where} is of another text; run its batch again")
        self.files.write_whole(outputs.path_of(self.to, name), brief.model_dump_json(indent=2) + "\n")
        for form in FORMATS.values():
            if outputs.path_of(folder, name, form.suffix).exists():
                self.files.write_whole(outputs.path_of(self.to, name, form.suffix), form.render(brief))
        return text

    def _enter(self, identity: int, number: int, row: Row, line: int | None) -> None:
        """Enter an article and its attempts."""
        values = [row[column] for column in COLUMNS]
        marks = ", ".join("?" * (len(COLUMNS) + 3))
        self.db.execute(
            f"INSERT INTO articles (id, run, line, {', '.join(COLUMNS)}) VALUES ({marks})",  # noqa: S608
            (identity, self.last_run, line, *values),
        )
        attempts = self.parts[number].db.execute(
            "SELECT * FROM attempts WHERE article = ? ORDER BY rowid", (row["id"],)
        )
        entered = [
            (identity, self.run_ids[number, attempt["run"]], *tuple(attempt)[2:]) for attempt in attempts
        ]
        self.db.executemany("INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?)", entered)
        self.states[str(row["state"])] += 1

    def _refuse_strangers(self) -> None:
        """Raise BatchError if OUT has an article that no folder has: a merge loses nothing."""
        with closing(open_read_only(self.to)) as before:
            for (name,) in before.execute("SELECT name FROM articles WHERE state = 'done' ORDER BY name"):
                if not self.db.execute("SELECT 1 FROM articles WHERE name = ?", (name,)).fetchone():
                    raise BatchError(
                        f"{str(self.to)!r} has {name!r}, which none of the folders has; "
                        "name its folder, too, or another --to"
                    )

    def _put_in_place(self, journal: Path, lines: Path) -> None:
        lines.replace(self.to / "briefs.jsonl")
        for suffix in ("-wal", "-shm"):
            (self.to / f"summarizer.sqlite{suffix}").unlink(missing_ok=True)
        journal.replace(self.to / "summarizer.sqlite")
        html = FORMATS["html"]
        if html.at_end and any((self.to / "briefs").rglob("*.html")):
            html.at_end(self.to)


def _articles(number: int, part: Part) -> Iterator[tuple[int, Row]]:
    # SQLite's order of names is that of their UTF-8 bytes, as in `_chosen`
    rows = part.db.execute(f"SELECT id, {', '.join(COLUMNS)} FROM articles ORDER BY name")  # noqa: S608
    for row in rows:
        yield number, dict(row)
