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
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

LONGEST_NAME = 200
"""Bytes of one part of a path; file systems take 255, and a digest, a suffix and `.part` come on top."""
LONGEST_PATH = 2000
"""Bytes of all parts; systems take 4096 with OUT before them."""
OURS = (".json", ".md", ".html", ".part")
"""Suffixes of the files in `briefs/`: a folder may not be called as a file is."""

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
class Writings:
    """What is written to `out` between two commits of the journal; `settle` puts it on the disk.

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
        start = lines_end(connection)
        if not self._lines:
            self._start = start
        self._lines.append(line.encode() + b"\n")
        end = start + len(self._lines[-1])
        connection.execute("INSERT OR REPLACE INTO facts VALUES ('lines_end', ?)", (end,))
        return start

    def settle(self) -> None:
        """Wait until all is on the disk, and give the files their names. Called before each commit."""
        whole, lines = self._whole, self._lines
        self._whole, self._lines = [], []
        if lines:
            target = self.out / "briefs.jsonl"
            with target.open("r+b" if target.exists() else "w+b") as file:
                file.seek(self._start)
                file.writelines(lines)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
        for _ in self._disk.map(_settle, whole) if len(whole) > 1 else map(_settle, whole):
            pass
        for path in whole:
            _partial(path).replace(path)

    def forget(self) -> None:
        """Leave out what is not settled: what it belonged to was not committed."""
        for path in self._whole:
            _partial(path).unlink(missing_ok=True)
        self._whole, self._lines = [], []


def _partial(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _settle(path: Path) -> None:
    with _partial(path).open("rb") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, text: str) -> None:
    """Write a file at once so that it is either there whole, or not at all. Raises OSError."""
    alone = Writings(path.parent)
    alone.write_whole(path, text)
    alone.settle()


def lines_end(connection: sqlite3.Connection) -> int:
    """How long `briefs.jsonl` is as far as the journal knows."""
    found = connection.execute("SELECT value FROM facts WHERE name = 'lines_end'").fetchone()
    return int(found[0]) if found else 0


def check_lines(connection: sqlite3.Connection, out: Path) -> None:
    """Cut off what a crash left in `briefs.jsonl`; where it is shorter than it was, mark it as stale."""
    target = out / "briefs.jsonl"
    size, end = target.stat().st_size if target.exists() else 0, lines_end(connection)
    if size < end:
        mark_stale(connection)
    elif size > end:
        with target.open("r+b") as file:
            file.truncate(end)


def mark_stale(connection: sqlite3.Connection) -> None:
    """Say that `briefs.jsonl` is not what the journal says: `mend_lines` writes it anew."""
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('stale', 1)")


def mend_lines(connection: sqlite3.Connection, out: Path) -> None:
    """Write `briefs.jsonl` anew, the lines of articles done, if it is marked as stale.

    The mark is durable before and taken away after, so that a crash in between is no harm.
    """
    if not connection.execute("SELECT 1 FROM facts WHERE name = 'stale'").fetchone():
        return
    target = out / "briefs.jsonl"
    at = 0
    partial = out / "briefs.jsonl.part"
    with partial.open("wb") as file:
        rows = connection.execute(
            "SELECT a.id, b.brief, a.source, a.title, a.published FROM articles a"
            " JOIN briefs b ON b.key = a.brief WHERE a.state = 'done' ORDER BY a.id"
        )
        for identity, brief, *about in rows:
            data = patched(brief, *about).encode() + b"\n"
            connection.execute("UPDATE articles SET line = ? WHERE id = ?", (at, identity))
            file.write(data)
            at += len(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(target)
    connection.execute("UPDATE articles SET line = NULL WHERE state != 'done'")
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('lines_end', ?)", (at,))
    connection.execute("DELETE FROM facts WHERE name = 'stale'")


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
