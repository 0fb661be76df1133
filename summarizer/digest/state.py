"""What a digest has read and worked out, in an SQLite file: the next run takes it from there.

Nothing in it is code, so a file from elsewhere can do no harm: it is JSON, and read as the types below. It is
thrown away where another version of the digest wrote it. Without a path it is a temporary file of its own,
so that ten thousand briefs need little memory.
"""

import hashlib
import json
import sqlite3
import weakref
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from summarizer.digest.assembly import Part
from summarizer.digest.records import Light, Record, Seen
from summarizer.errors import SummarizerError
from summarizer.schemas.digest import FigureRow

NAME = ".digest.sqlite"
_TABLES = """
create table if not exists stamp (stamp text primary key);
create table if not exists briefs (content text primary key, seen text, light blob, record blob);
create table if not exists links (id text primary key, near text);
create table if not exists parts (key text primary key, parts blob);
"""
_LIGHT, _RECORD, _PARTS = TypeAdapter(Light), TypeAdapter(Record), TypeAdapter(list[Part])


class State:
    """The records, links and parts of a digest, on disk.

    >>> state = State()
    >>> list(state.seen())
    []
    """

    def __init__(self, path: Path | None = None, *, likeness: str = "") -> None:
        self._stamp = f"{_code()} {likeness}"
        try:
            self._open(path)
        except sqlite3.DatabaseError as error:
            if path is None or not path.exists() or isinstance(error, sqlite3.OperationalError):
                raise SummarizerError(f"cannot keep {str(path)!r}: {error}; choose another folder") from error
            self._db.close()
            path.unlink()
            self._open(path)

    def _open(self, path: Path | None) -> None:
        self._db = sqlite3.connect(path or "")
        weakref.finalize(self, self._db.close)  # a digester of a few briefs is dropped, not closed
        self._db.executescript("pragma synchronous = off;" + _TABLES)
        known = [stamp for (stamp,) in self._db.execute("select stamp from stamp")]
        if known != [self._stamp]:
            for table in ("stamp", "briefs", "links", "parts"):  # another version's may have other columns
                self._db.execute(f"drop table {table}")
            self._db.executescript(_TABLES)
            self._db.execute("insert into stamp values (?)", (self._stamp,))

    def seen(self) -> Iterator[tuple[str, Seen]]:
        """Give what stays in memory of each brief, by the hash of its content."""
        for content, words in self._db.execute("select content, seen from briefs"):
            with suppress(ValueError, TypeError):
                yield content, Seen(*json.loads(words))

    def light(self, content: str) -> Light:
        """Give what finds a brief's event, with its words."""
        (words,) = self._db.execute("select light from briefs where content = ?", (content,)).fetchone()
        return _LIGHT.validate_json(words)

    def put(self, content: str, record: Record) -> None:
        """Keep a record."""
        words = (_LIGHT.dump_json(record.light), zlib.compress(_RECORD.dump_json(record), 1))
        seen = json.dumps(record.light.seen)
        self._db.execute("insert or replace into briefs values (?, ?, ?, ?)", (content, seen, *words))

    def record(self, content: str) -> Record:
        """Give a whole record."""
        (words,) = self._db.execute("select record from briefs where content = ?", (content,)).fetchone()
        return _RECORD.validate_json(zlib.decompress(words))

    def links(self) -> dict[str, list[str]]:
        """Give for each brief that was linked those that it is near to."""
        return {key: near.split() for key, near in self._db.execute("select id, near from links")}

    def put_links(self, links: Mapping[str, Iterable[str]]) -> None:
        """Keep the links of briefs."""
        rows = ((key, " ".join(sorted(near))) for key, near in links.items())
        self._db.executemany("insert or replace into links values (?, ?)", rows)

    def parts(self, key: str) -> list[Part] | None:
        """Give the events of a group of articles, if they were worked out."""
        found = self._db.execute("select parts from parts where key = ?", (key,)).fetchone()
        try:
            parts = None if found is None else _PARTS.validate_json(found[0])
        except ValidationError:
            return None
        for part in parts or ():
            _with_rows(part, part.rows)
        return parts

    def put_parts(self, key: str, parts: list[Part]) -> None:
        """Keep the events of a group of articles."""
        for part in parts:
            _with_rows(part, ())
        words = _PARTS.dump_json(parts)  # not compressed: each run reads all of them
        for part in parts:
            _with_rows(part, part.rows)
        self._db.execute("insert or replace into parts values (?, ?)", (key, words))

    def keep_only(self, contents: Iterable[str], ids: Iterable[str], keys: Iterable[str]) -> None:
        """Forget what is there no longer, and write the file."""
        for table, column, kept in (
            ("briefs", "content", contents),
            ("links", "id", ids),
            ("parts", "key", keys),
        ):
            rows = {value for (value,) in self._db.execute(f"select {column} from {table}")}  # noqa: S608
            gone = [(value,) for value in rows - set(kept)]
            self._db.executemany(f"delete from {table} where {column} = ?", gone)  # noqa: S608
        self._db.commit()


def _with_rows(part: Part, rows: tuple[FigureRow, ...]) -> None:
    """Give the event that was made of a part these rows: they are kept and read once, with the part."""
    if part.made.event is not None:
        part.made.event = part.made.event.model_copy(update={"rows": rows})


def content_of(words: bytes) -> str:
    """Give the hash of a brief's JSON, by which it is known again."""
    return hashlib.blake2b(words, digest_size=16).hexdigest()


@cache
def _code() -> str:
    """Give the hash of the digest's own code and word lists: another version reads all anew."""
    found = hashlib.blake2b(digest_size=16)
    for name in ("summarizer.digest", "summarizer.digest.lexicon", "summarizer.schemas"):
        for file in sorted(files(name).iterdir(), key=lambda each: each.name):
            if file.name.endswith((".py", ".txt")):
                found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()
