"""What a batch leaves in OUT: a file a brief, `briefs.jsonl`, `failures.jsonl`. Nothing is ever half written.

A file gets its name when it is whole and on the disk. Lines of `briefs.jsonl` count from when the journal
has its length; what a crash left behind that length is cut off at the next start. Waiting for the disk takes
longer than anything else here, so what is written between two commits of the journal is waited for at once.
"""

import hashlib
import json
import os
import re
import sqlite3
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from summarizer.batch.damage import set_aside

LONGEST_NAME = 200
"""Bytes of one part of a path; file systems take 255, and a digest, a suffix and `.part` come on top."""
LONGEST_PATH = 2000
"""Bytes of all parts; systems take 4096 with OUT before them."""
OURS = (".json", ".md", ".html", ".part")
"""Suffixes of the files in `briefs/`: a folder may not be called as a file is."""

LINES = "briefs.jsonl"

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_DIGESTED = re.compile(r"-[0-9a-f]{32}\Z")


def path_of(out: Path, name: str, suffix: str = ".json") -> Path:
    """Path of an article's brief: `briefs/<name>.json`, with the name's parts made safe and short enough.

    Two names never have the same path. A name that cannot stand as it is gets its own digest at the end; so
    does a name that looks as if it had one, or it could be made to look like another's path.

    >>> path_of(Path("out"), "2025/a.txt").as_posix()
    'out/briefs/2025/a.txt.json'
    >>> path_of(Path("out"), "2025//a.txt").as_posix()
    'out/briefs/2025/a.txt-eaa51c9178f9684a5b146685f54c2733.json'
    """
    *folders, last = [part for part in name.split("/") if part not in {"", "."}] or ["_"]
    if len(name.encode()) > LONGEST_PATH:
        folders, last = [], "long"
    shown = [_safe(part) for part in folders]
    shown = [f"{part}_" if part.lower().endswith(OURS) else part for part in shown]
    file = _safe(last)
    if "/".join((*shown, file)) != name or _DIGESTED.search(name):
        file = f"{file}-{hashlib.sha256(name.encode()).hexdigest()[:32]}"
    return out.joinpath("briefs", *shown, file + suffix)


def _safe(part: str) -> str:
    """A part of a name as a file system takes it: no separators, no `..`, not too long."""
    safe = _UNSAFE.sub("_", part).encode()[:LONGEST_NAME].decode(errors="ignore")
    return safe if safe.strip(".") else "_" * len(safe)


@dataclass(slots=True)
class OutputFiles:
    """What is written to `out` between two commits of the journal; `flush` puts it on the disk.

    Raises OSError where it cannot be written.
    """

    out: Path
    _whole: list[Path] = field(default_factory=list)
    _lines: list[bytes] = field(default_factory=list)
    _start: int = 0
    _disk: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(8, "disk"))
    """Files that are waited for together reach the disk together: many times sooner than one by one."""

    def write_whole(self, path: Path, text: str) -> None:
        """Write a file that gets its name when all is settled: it is there whole, or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        _partial(path).write_bytes(text.encode())
        self._whole.append(path)

    def remove(self, name: str) -> None:
        """Remove what there is of an article, in every form."""
        for suffix in OURS:
            path_of(self.out, name, suffix).unlink(missing_ok=True)

    def append_line(self, connection: sqlite3.Connection, line: str) -> int:
        """Append to `briefs.jsonl`; gives where the line starts."""
        start, digest = lines_known(connection) or (0, 0)
        if not self._lines:
            self._start = start
        self._lines.append(line.encode() + b"\n")
        know_lines(connection, start + len(self._lines[-1]), zlib.crc32(self._lines[-1], digest))
        return start

    def flush(self) -> None:
        """Wait until all is on the disk, and give the files their names. Called before each commit."""
        whole, lines = self._whole, self._lines
        self._whole, self._lines = [], []
        if lines:
            self._append(lines)
        for _ in self._disk.map(_sync, whole) if len(whole) > 1 else map(_sync, whole):
            pass
        for path in whole:
            _partial(path).replace(path)

    def _append(self, lines: list[bytes]) -> None:
        """Append to `briefs.jsonl`, unless it was cut or removed meanwhile: `mend_lines` writes it anew."""
        with (self.out / LINES).open("ab+") as file:
            if file.tell() < self._start:
                return
            file.truncate(self._start)
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())

    def rollback(self) -> None:
        """Leave out what is not settled: what it belonged to was not committed."""
        for path in self._whole:
            _partial(path).unlink(missing_ok=True)
        self._whole, self._lines = [], []


def _partial(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _sync(path: Path) -> None:
    with _partial(path).open("rb") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, text: str) -> None:
    """Write a file at once so that it is either there whole, or not at all. Raises OSError."""
    alone = OutputFiles(path.parent)
    alone.write_whole(path, text)
    alone.flush()


def lines_known(connection: sqlite3.Connection) -> tuple[int, int] | None:
    """How long `briefs.jsonl` is, and its CRC-32, as the journal knows them; None if it does not."""
    facts = dict(connection.execute("SELECT name, value FROM facts WHERE name LIKE 'lines_%'"))
    end, digest = facts.get("lines_end", 0), facts.get("lines_crc", 0)
    if not isinstance(end, int) or not isinstance(digest, int) or end < 0 or (end and not digest):
        return None
    return end, digest


def know_lines(connection: sqlite3.Connection, end: int, digest: int) -> None:
    """Enter how long `briefs.jsonl` is, and its CRC-32."""
    known = [("lines_end", end), ("lines_crc", digest)]
    connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", known)


def check_lines(connection: sqlite3.Connection, out: Path) -> None:
    """Mark `briefs.jsonl` as stale if it is not what the journal says; cut off what a crash left behind it.

    One that a journal without an article finds there is kept under another name: it is of an earlier journal.
    """
    target, known = out / LINES, lines_known(connection)
    size = target.stat().st_size if target.exists() else 0
    if size and known == (0, 0) and not connection.execute("SELECT 1 FROM runs WHERE ended > ''").fetchone():
        target.replace(_free_name(target))
    elif known is None or size < known[0] or crc_of(target, known[0]) != known[1]:
        mark_stale(connection)
    elif size > known[0]:
        with target.open("r+b") as file:
            file.truncate(known[0])


def _free_name(path: Path) -> Path:
    return next(free for n in count(1) if not (free := path.with_name(f"{path.name}.earlier-{n}")).exists())


def crc_of(path: Path, end: int) -> int:
    """CRC-32 of the beginning of a file."""
    digest = 0
    if end:
        with path.open("rb") as file:
            while end > 0 and (data := file.read(min(end, 1 << 20))):
                digest, end = zlib.crc32(data, digest), end - len(data)
    return digest


def mark_stale(connection: sqlite3.Connection) -> None:
    """Say that `briefs.jsonl` is not what the journal says: `mend_lines` writes it anew."""
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('stale', 1)")


def mend_lines(connection: sqlite3.Connection, out: Path) -> int:
    """Write `briefs.jsonl` anew, the lines of articles done, if it is marked as stale.

    The mark is durable before and taken away after, so that a crash in between is no harm. An article whose
    brief is damaged in the journal waits again; returns how many there are.
    """
    if not connection.execute("SELECT 1 FROM facts WHERE name = 'stale'").fetchone():
        return 0
    damaged: list[tuple[str]] = []
    partial = _partial(out / LINES)
    end = digest = 0
    with partial.open("wb") as file:
        rows = connection.execute(
            "SELECT a.id, b.brief, a.source, a.title, a.published, b.key FROM articles a"
            " JOIN briefs b ON b.key = a.brief WHERE a.state = 'done' ORDER BY a.id"
        )
        for identity, brief, source, title, published, key in rows:
            try:
                data = patched(brief, source, title, published).encode() + b"\n"
            except (ValueError, TypeError, KeyError, RecursionError):
                damaged.append((key,))
                continue
            connection.execute("UPDATE articles SET line = ? WHERE id = ?", (end, identity))
            file.write(data)
            end, digest = end + len(data), zlib.crc32(data, digest)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(out / LINES)
    for key in damaged:
        set_aside(connection, "briefs", "key = ?", key)
        connection.execute("UPDATE articles SET state = 'waiting' WHERE brief = ?", key)
    connection.execute("UPDATE articles SET line = NULL WHERE state != 'done'")
    know_lines(connection, end, digest)
    connection.execute("DELETE FROM facts WHERE name = 'stale'")
    return len(damaged)


def patched(brief: str, source: str | None, title: str | None, published: str | None) -> str:
    """A brief's JSON for an identical article: its own source, title and date."""
    data = json.loads(brief)
    data["article"] |= {"source": source, "title": title, "published": published}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def write_failures(connection: sqlite3.Connection, out: Path, run: int) -> None:
    """`failures.jsonl`: each failed article of a run, why, and how often it was tried."""
    rows = connection.execute(
        "SELECT name, cause, error, (SELECT count(*) FROM attempts WHERE article = articles.id)"
        " FROM articles WHERE run = ? AND state = 'failed' ORDER BY id",
        (run,),
    )
    fields = ("article", "cause", "error", "attempts")
    lines = [json.dumps(dict(zip(fields, row, strict=True)), ensure_ascii=False) + "\n" for row in rows]
    write_whole(out / "failures.jsonl", "".join(lines))
