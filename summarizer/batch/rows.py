"""An article's row in the journal, from the first time that it is found in IN to its brief or its failure.

What changes it runs within a transaction of the journal (`Journal.write`).
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from summarizer.batch.entries import Entry
from summarizer.batch.outputs import Writings, check_lines, mark_stale, path_of
from summarizer.schemas.brief import Article, Brief

AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Row:
    """An article as the journal has it."""

    id: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A brief, its key, and whether it is new: has no row yet."""

    key: str
    brief: Brief
    new: bool


def now() -> str:
    """The time, as the journal writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def brief_key(article: Article, setup: str) -> str:
    """The key of an article's brief, the same for identical articles under one setup.

    Identical is what is said of them, too, but for what `outputs.patched` puts into a twin's brief.
    """
    about = article.model_dump_json(
        exclude={"id", "text", "words", "language", "source", "title", "published"}, exclude_defaults=True
    )
    said = "" if about == "{}" else about
    return hashlib.sha256(f"{article.id} {setup}{said}".encode()).hexdigest()


def has_brief(db: sqlite3.Connection, key: str) -> bool:
    """Whether the brief with this key is made already."""
    return db.execute("SELECT 1 FROM briefs WHERE key = ?", (key,)).fetchone() is not None


def enter(db: sqlite3.Connection, entries: Sequence[Entry], run: int) -> None:
    """Enter articles that were found; one whose file is not as it was waits again."""
    db.executemany(
        "INSERT INTO articles (name, path, offset, stamp, run, state) VALUES (?, ?, ?, ?, ?, 'waiting')"
        " ON CONFLICT (name) DO UPDATE SET run = excluded.run, path = excluded.path,"
        " offset = excluded.offset,"
        " state = CASE WHEN stamp = excluded.stamp THEN state ELSE 'waiting' END, stamp = excluded.stamp",
        [(entry.name, os.fsencode(entry.path), entry.offset, entry.stamp, run) for entry in entries],
    )


def reopen(  # noqa: PLR0913 - a run, and what of it is to be made again
    db: sqlite3.Connection, run: int, setup: str, *, out: Path, suffixes: Sequence[str], failed: bool
) -> None:
    """Let articles of a run wait again: of another setup, without their files, or `failed`."""
    db.execute(
        "UPDATE articles SET state = 'waiting' WHERE run = ? AND state != 'waiting'"
        " AND (setup IS NOT ? OR (state = 'failed' AND ?))",
        (run, setup, failed),
    )
    reopen_without_files(db, run, out=out, suffixes=suffixes)


def reopen_without_files(db: sqlite3.Connection, run: int, *, out: Path, suffixes: Sequence[str]) -> None:
    """Let articles that are done wait again if one of their files is gone, or empty."""
    done = db.execute("SELECT id, name FROM articles WHERE run = ? AND state = 'done'", (run,))
    gone = [
        (identity,)
        for identity, name in done
        if not all(_is_there(path_of(out, name, suffix)) for suffix in suffixes)
    ]
    db.executemany("UPDATE articles SET state = 'waiting' WHERE id = ?", gone)
    check_lines(db, out)


def _is_there(path: Path) -> bool:
    try:
        return os.stat(path).st_size > 0  # noqa: PTH116 - a hundred thousand files: this is quicker
    except OSError:
        return False


def waiting(db: sqlite3.Connection, run: int) -> Iterator[Row]:
    """The articles of a run that wait, a few at a time, so that the journal may change in between."""
    after = 0
    query = (
        "SELECT id, name, path, offset, stamp FROM articles"
        " WHERE run = ? AND state = 'waiting' AND id > ? ORDER BY id LIMIT ?"
    )
    while rows := db.execute(query, (run, after, AT_A_TIME)).fetchall():
        for identity, name, path, offset, stamp in rows:
            yield Row(identity, Entry(name, Path(os.fsdecode(path)), stamp, offset))
        after = rows[-1][0]


def finish(  # noqa: PLR0913 - an article, its brief, and where they belong
    db: sqlite3.Connection, row: Row, article: Article, made: Made, *, run: int, setup: str, files: Writings
) -> None:
    """Enter that an article is done, with its line in `briefs.jsonl`."""
    words, findings = made.brief.model_dump_json(), len(made.brief.findings)
    if made.new:
        db.execute("INSERT OR REPLACE INTO briefs VALUES (?, ?, ?)", (made.key, words, findings))
    said = (made.key, article.source, article.title, article.published)
    query = "SELECT line, brief, source, title, published FROM articles WHERE id = ?"
    line, *before = db.execute(query, (row.id,)).fetchone()
    if line is None:
        line = files.append_line(db, words)
    elif tuple(before) != said:
        mark_stale(db)
    db.execute(
        "UPDATE articles SET state = 'done', setup = ?, content = ?, brief = ?, source = ?,"
        " title = ?, published = ?, findings = ?, cause = NULL, error = NULL, line = ? WHERE id = ?",
        (setup, article.id, *said, findings, line, row.id),
    )
    attempt = (row.id, run, now(), "done")
    db.execute("INSERT INTO attempts (article, run, at, state) VALUES (?, ?, ?, ?)", attempt)


def fail(  # noqa: PLR0913 - an article, what failed, and where it belongs
    db: sqlite3.Connection, row: Row, *, cause: str, error: str, run: int, setup: str, files: Writings
) -> None:
    """Enter that an article has failed, and why; a brief that it had before it was changed goes."""
    if db.execute("SELECT 1 FROM articles WHERE id = ? AND line IS NOT NULL", (row.id,)).fetchone():
        mark_stale(db)
        files.remove(row.entry.name)
    db.execute(
        "UPDATE articles SET state = 'failed', setup = ?, cause = ?, error = ? WHERE id = ?",
        (setup, cause, error, row.id),
    )
    attempt = (row.id, run, now(), "failed", cause, error)
    db.execute("INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?)", attempt)
