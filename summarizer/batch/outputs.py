"""The files that a batch writes to OUT: one for each brief, `briefs.jsonl` and `failures.jsonl`.

No file is ever half written: it gets its name when it is complete and on the disk. The journal knows the
length of `briefs.jsonl`; the next start cuts off what a crash left after that length. fsync dominates the
time, so files written between two commits of the journal are synced together.
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
from summarizer.batch.formats import FORMATS
from summarizer.schemas.brief import Brief
from summarizer.seal import check_seal, sealed

LONGEST_NAME = 200
# Bytes of one part of a path. File systems allow 255; a digest, a suffix and `.part` are added.
LONGEST_PATH = 2000
# Bytes of all parts. Systems allow 4096, with OUT before them.
OURS = (".json", ".part", *(each.suffix for each in FORMATS.values()))
# Suffixes of the files in `briefs/`. A folder may not have the name of a file.

LINES = "briefs.jsonl"

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_DIGESTED = re.compile(r"-[0-9a-f]{32}\Z")


def path_of(out: Path, name: str, suffix: str = ".json") -> Path:
    """Return the path of an article's brief: `briefs/<name>.json`, each part safe and short enough.

    Two names never have the same path. A name that had to be changed gets its own digest at the end; so does
    a name that already ends like a digest, because it could be forged to equal another path.

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
    """Return a part of a name that a file system accepts: no separators, no `..`, not too long."""
    safe = _UNSAFE.sub("_", part).encode()[:LONGEST_NAME].decode(errors="ignore")
    return safe if safe.strip(".") else "_" * len(safe)


@dataclass(slots=True)
class OutputFiles:
    """The files written to `out` between two commits of the journal; `flush` syncs them to the disk.

    Raises OSError if a file cannot be written.
    """

    out: Path
    _whole: list[Path] = field(default_factory=list)
    _lines: list[bytes] = field(default_factory=list)
    _start: int = 0
    # Files that are synced at the same time reach the disk many times faster than one after the other.
    _disk: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(8, "disk"))

    def write_whole(self, path: Path, text: str) -> None:
        """Write a file that gets its name at the next `flush`: complete, or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        _partial(path).write_bytes(text.encode())
        self._whole.append(path)

    def remove(self, name: str) -> None:
        """Remove the files of an article, in every format."""
        for suffix in OURS:
            path_of(self.out, name, suffix).unlink(missing_ok=True)

    def append_line(self, connection: sqlite3.Connection, line: str) -> int:
        """Append a line to `briefs.jsonl`; return where it starts."""
        start, digest = lines_known(connection) or (0, 0)
        if not self._lines:
            self._start = start
        self._lines.append(line.encode() + b"\n")
        know_lines(connection, start + len(self._lines[-1]), zlib.crc32(self._lines[-1], digest))
        return start

    def flush(self) -> None:
        """Sync all files to the disk, and give them their names; called before each commit."""
        whole, lines = self._whole, self._lines
        self._whole, self._lines = [], []
        if lines:
            self._append(lines)
        for _ in self._disk.map(_sync, whole) if len(whole) > 1 else map(_sync, whole):
            pass
        for path in whole:
            _partial(path).replace(path)

    def _append(self, lines: list[bytes]) -> None:
        """Append to `briefs.jsonl`. If it was cut or removed meanwhile, `mend_lines` writes it later."""
        with (self.out / LINES).open("ab+") as file:
            if file.tell() < self._start:
                return
            file.truncate(self._start)
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())

    def rollback(self) -> None:
        """Remove the files since the last `flush`: their transaction was not committed."""
        for path in self._whole:
            _partial(path).unlink(missing_ok=True)
        self._whole, self._lines = [], []


def _partial(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _sync(path: Path) -> None:
    with _partial(path).open("rb") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, text: str) -> None:
    """Write a file at once: complete, or not at all. Raises OSError."""
    alone = OutputFiles(path.parent)
    alone.write_whole(path, text)
    alone.flush()


def lines_known(connection: sqlite3.Connection) -> tuple[int, int] | None:
    """Return the length and the CRC-32 of `briefs.jsonl` by the journal; None if it has none."""
    facts = dict(connection.execute("SELECT name, value FROM facts WHERE name LIKE 'lines_%'"))
    end, digest = facts.get("lines_end", 0), facts.get("lines_crc", 0)
    if not isinstance(end, int) or not isinstance(digest, int) or end < 0 or (end and not digest):
        return None
    return end, digest


def know_lines(connection: sqlite3.Connection, end: int, digest: int) -> None:
    """Enter the length and the CRC-32 of `briefs.jsonl`."""
    known = [("lines_end", end), ("lines_crc", digest)]
    connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", known)


def check_lines(connection: sqlite3.Connection, out: Path) -> None:
    """Mark `briefs.jsonl` as stale if it differs from the journal; cut off what a crash left at its end.

    If the journal has no run yet, the file belongs to an earlier journal and is kept under another name.
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
    """Return the CRC-32 of the first `end` bytes of a file."""
    digest = 0
    if end:
        with path.open("rb") as file:
            while end > 0 and (data := file.read(min(end, 1 << 20))):
                digest, end = zlib.crc32(data, digest), end - len(data)
    return digest


def mark_stale(connection: sqlite3.Connection) -> None:
    """Mark `briefs.jsonl` as different from the journal; `mend_lines` writes it again."""
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('stale', 1)")


def mend_lines(connection: sqlite3.Connection, out: Path) -> int:
    """Write `briefs.jsonl` again from the journal, if it is marked as stale.

    The mark is removed last, so a crash in between does no harm. An article whose brief is damaged in the
    journal waits again; returns how many there are.
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
    """Return a brief's JSON for an identical article, with its own source, title, date and seal.

    Raises ValueError if the brief is no brief, or was changed since it was sealed.
    """
    read = Brief.model_validate_json(brief)
    if check_seal(read):
        raise ValueError("the seal does not fit")
    own = {"source": source, "title": title, "published": published}
    if any(getattr(read.article, name) != value for name, value in own.items()):
        read = sealed(read.model_copy(update={"article": read.article.model_copy(update=own)}))
    return read.model_dump_json()


def write_failures(connection: sqlite3.Connection, out: Path, run: int) -> None:
    """Write `failures.jsonl`: each failed article of a run, the reason, and the number of attempts."""
    rows = connection.execute(
        "SELECT name, cause, error, (SELECT count(*) FROM attempts WHERE article = articles.id)"
        " FROM articles WHERE run = ? AND state = 'failed' ORDER BY id",
        (run,),
    )
    fields = ("article", "cause", "error", "attempts")
    lines = [json.dumps(dict(zip(fields, row, strict=True)), ensure_ascii=False) + "\n" for row in rows]
    write_whole(out / "failures.jsonl", "".join(lines))
