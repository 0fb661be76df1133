"""The table `articles` of the journal: each article, from when it is first found to its end.

Functions that change it run in a transaction of the journal (`Journal.write`).
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from summarizer.batch.entries import Entry
from summarizer.batch.outputs import OutputFiles, check_lines, mark_stale, path_of
from summarizer.schemas.brief import Article, Brief

AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the journal."""

    id: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedBrief:
    """A brief, its key, and whether it is new, so that the table `briefs` does not contain it."""

    key: str
    brief: Brief
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOutput:
    """Where a run enters its results: its number in the journal, its config fingerprint, and its files."""

    run: int
    setup: str
    files: OutputFiles


def now() -> str:
    """Return the time in the journal's form: UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def brief_key(article: Article, setup: str) -> str:
    """Return the key of an article's brief: the same for identical articles with the same `setup`.

    Identical articles have the same text and the same metadata, except what `outputs.patched` replaces.
    """
    metadata = article.model_dump_json(
        exclude={"id", "text", "words", "language", "source", "title", "published"}, exclude_defaults=True
    )
    if metadata == "{}":
        metadata = ""
    return hashlib.sha256(f"{article.id} {setup}{metadata}".encode()).hexdigest()


def has_brief(db: sqlite3.Connection, key: str) -> bool:
    """Whether the journal has the brief with this key."""
    return db.execute("SELECT 1 FROM briefs WHERE key = ?", (key,)).fetchone() is not None


def enter(db: sqlite3.Connection, entries: Sequence[Entry], run: int) -> None:
    """Enter articles that were found; an article whose file has changed waits again."""
    db.executemany(
        "INSERT INTO articles (name, path, offset, stamp, run, state) VALUES (?, ?, ?, ?, ?, 'waiting')"
        " ON CONFLICT (name) DO UPDATE SET run = excluded.run, path = excluded.path,"
        " offset = excluded.offset,"
        " state = CASE WHEN stamp = excluded.stamp THEN state ELSE 'waiting' END, stamp = excluded.stamp",
        [(entry.name, os.fsencode(entry.path), entry.offset, entry.stamp, run) for entry in entries],
    )


def reopen(  # noqa: PLR0913 - a run, and which of its articles are done again
    db: sqlite3.Connection, run: int, setup: str, *, out: Path, suffixes: Sequence[str], failed: bool
) -> None:
    """Let articles of a run wait again: of another setup, without their files, and the `failed` ones."""
    db.execute(
        "UPDATE articles SET state = 'waiting' WHERE run = ? AND state != 'waiting'"
        " AND (setup IS NOT ? OR (state = 'failed' AND ?))",
        (run, setup, failed),
    )
    reopen_without_files(db, run, out=out, suffixes=suffixes)


def reopen_without_files(db: sqlite3.Connection, run: int, *, out: Path, suffixes: Sequence[str]) -> None:
    """Let articles wait again that are done, but whose files are missing or empty."""
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
    """Yield the articles of a run that wait, read a few at a time: the journal may change in between."""
    after = 0
    query = (
        "SELECT id, name, path, offset, stamp FROM articles"
        " WHERE run = ? AND state = 'waiting' AND id > ? ORDER BY id LIMIT ?"
    )
    while rows := db.execute(query, (run, after, AT_A_TIME)).fetchall():
        for identity, name, path, offset, stamp in rows:
            yield Row(identity, Entry(name, Path(os.fsdecode(path)), stamp, offset))
        after = rows[-1][0]


def finish(
    db: sqlite3.Connection, row: Row, article: Article, finished: FinishedBrief, *, output: RunOutput
) -> None:
    """Enter that an article is done, and add its line to `briefs.jsonl`."""
    words, findings = finished.brief.model_dump_json(), len(finished.brief.findings)
    if finished.new:
        db.execute("INSERT OR REPLACE INTO briefs VALUES (?, ?, ?)", (finished.key, words, findings))
    shown = (finished.key, article.source, article.title, article.published)
    query = "SELECT line, brief, source, title, published FROM articles WHERE id = ?"
    line, *before = db.execute(query, (row.id,)).fetchone()
    if line is None:
        line = output.files.append_line(db, words)
    elif tuple(before) != shown:
        mark_stale(db)
    db.execute(
        "UPDATE articles SET state = 'done', setup = ?, content = ?, brief = ?, source = ?,"
        " title = ?, published = ?, findings = ?, cause = NULL, error = NULL, line = ? WHERE id = ?",
        (output.setup, article.id, *shown, findings, line, row.id),
    )
    attempt = (row.id, output.run, now(), "done")
    db.execute("INSERT INTO attempts (article, run, at, state) VALUES (?, ?, ?, ?)", attempt)


def fail(db: sqlite3.Connection, row: Row, *, cause: str, error: str, output: RunOutput) -> None:
    """Enter that an article has failed, and why; remove the brief that it had before its file changed."""
    if db.execute("SELECT 1 FROM articles WHERE id = ? AND line IS NOT NULL", (row.id,)).fetchone():
        mark_stale(db)
        output.files.remove(row.entry.name)
    db.execute(
        "UPDATE articles SET state = 'failed', setup = ?, cause = ?, error = ? WHERE id = ?",
        (output.setup, cause, error, row.id),
    )
    attempt = (row.id, output.run, now(), "failed", cause, error)
    db.execute("INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?)", attempt)
