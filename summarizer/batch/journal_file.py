"""The file of a batch's journal: its tables, and how it is opened."""

import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from summarizer.errors import BatchError

FILE = "summarizer.sqlite"
VERSION = 3
OLDER = {
    2: "DELETE FROM answers; ALTER TABLE answers ADD COLUMN cost REAL;",
}
# Statements that update an earlier version. Version 2 stored answers in another form; they are asked again.
TABLES = """
CREATE TABLE runs (            -- one row for each time that the command ran
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,       -- UTC, ISO 8601, as all times here
  ended TEXT,                  -- none: under way, or the machine went down
  model TEXT NOT NULL,
  setup TEXT NOT NULL,         -- fingerprint of model, profile, prompts, schemas, options, version
  outcome TEXT                 -- 'finished', or why it was stopped
);
CREATE TABLE articles (        -- one row for each article
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,   -- the path below IN, or the id in a JSONL file
  path BLOB NOT NULL,          -- the file, as the file system names it
  offset INTEGER,              -- of a JSONL file: where the record's line starts
  stamp TEXT NOT NULL,         -- changes when the file does
  run INTEGER NOT NULL,        -- the last run that found it in IN
  state TEXT NOT NULL,         -- 'waiting', 'done', 'failed'
  setup TEXT,                  -- the setup under which it was done or failed
  content TEXT,                -- SHA-256 of the text; the same for identical articles
  brief TEXT,                  -- key into briefs
  findings INTEGER,            -- how many there are in the brief
  source TEXT, title TEXT, published TEXT,
  cause TEXT, error TEXT,      -- why it failed
  line INTEGER                 -- where its line in briefs.jsonl starts
);
CREATE INDEX articles_state ON articles (run, state);
CREATE TABLE answers (         -- one row for each question that was answered
  key TEXT PRIMARY KEY,        -- fingerprint of words, schema, model, parameters
  words TEXT NOT NULL,         -- SHA-256 of the messages sent
  section TEXT NOT NULL,
  answer TEXT NOT NULL,        -- JSON: the answers as they came, and the ids of entries that failed
  calls INTEGER, tokens_in INTEGER, tokens_cached INTEGER, tokens_out INTEGER,
  cost REAL                    -- US dollars; none if the price is not known
) WITHOUT ROWID;
CREATE TABLE briefs (          -- one row for each distinct article and setup
  key TEXT PRIMARY KEY,
  brief TEXT NOT NULL,         -- JSON, as in briefs.jsonl
  findings INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE attempts (        -- one row for each time that an article was tried to the end
  article INTEGER NOT NULL, run INTEGER NOT NULL, at TEXT NOT NULL,
  state TEXT NOT NULL, cause TEXT, error TEXT
);
CREATE TABLE spending (        -- one row for each question asked, answered or not
  run INTEGER NOT NULL, section TEXT NOT NULL,
  calls INTEGER, tokens_in INTEGER, tokens_cached INTEGER, tokens_out INTEGER,
  cost REAL                    -- US dollars; none where the price is not known
);
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open the journal for reading and writing; what is committed is on the disk."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
    connection.text_factory = _readable
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _readable(text: bytes) -> str:
    """Decode text of the journal; other bytes do not end a run."""
    return text.decode("utf-8", "replace")


def open_read_only(out: Path) -> sqlite3.Connection:
    """Open the journal of the folder `out` to read it; an empty journal if there is none.

    This works in a folder without write permission, too, although SQLite writes an index to read a
    write-ahead log. Raises BatchError if the journal cannot be read.
    """
    path = out / FILE
    if not path.is_file():
        empty = sqlite3.connect(":memory:")
        empty.executescript(TABLES)
        return empty
    try:
        try:
            return _opened(f"{path.absolute().as_uri()}?mode=ro")
        except sqlite3.OperationalError:
            return _opened_elsewhere(path)
    except (sqlite3.Error, OSError) as error:
        raise BatchError(damage(path, error)) from error


def _opened(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True)
    connection.text_factory = _readable
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _opened_elsewhere(path: Path) -> sqlite3.Connection:
    """Open a journal in a folder without write permission: a copy of it, if it has a write-ahead log."""
    log = path.with_name(f"{FILE}-wal")
    if not log.is_file() or not log.stat().st_size:
        return _opened(f"{path.absolute().as_uri()}?immutable=1")
    with TemporaryDirectory(
        ignore_cleanup_errors=True
    ) as folder:  # the files stay for as long as they are open
        for file in (path, log):
            shutil.copyfile(file, Path(folder) / file.name)
        return _opened((Path(folder) / FILE).as_uri())


def damage(path: Path, error: Exception) -> str:
    """Say that the journal cannot be read, and what to do."""
    return (
        f"the journal {str(path)!r} cannot be read ({error}); restore it from a copy, "
        "or move it away and run the same command again, which asks everything again"
    )
