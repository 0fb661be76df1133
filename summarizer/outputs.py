"""What a batch leaves in OUT: a file a brief, `briefs.jsonl`, `failures.jsonl`. Nothing is ever half written.

A file gets its name when it is whole and on the disk. Lines of `briefs.jsonl` count from when the journal
has its length; what a crash left behind that length is cut off at the next start.
"""

import hashlib
import json
import os
import sqlite3
from pathlib import Path

LONGEST_NAME = 230
"""Bytes of one part of a path; file systems take 255, and a suffix and `.part` come on top."""


def path_of(out: Path, name: str, suffix: str = ".json") -> Path:
    """Where the brief of an article goes: `briefs/<name>.json`, its parts made safe and short enough."""
    parts = [part for part in name.split("/") if part not in {"", "."}] or ["_"]
    return out.joinpath("briefs", *map(_safe, parts[:-1]), _safe(parts[-1]) + suffix)


def _safe(part: str) -> str:
    part = "".join("_" if ord(char) < 32 or char in '\\:*?"<>|' else char for char in part)
    part = part.replace("..", "__") if not part.strip(".") else part
    data = part.encode()
    if len(data) <= LONGEST_NAME:
        return part
    return data[: LONGEST_NAME - 20].decode(errors="ignore") + "-" + hashlib.sha256(data).hexdigest()[:12]


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is either there whole, or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    with partial.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def append_line(connection: sqlite3.Connection, out: Path, line: str) -> int:
    """Append to `briefs.jsonl` within a transaction of the journal; gives where the line starts."""
    start = lines_end(connection)
    data = line.encode() + b"\n"
    target = out / "briefs.jsonl"
    with target.open("r+b" if target.exists() else "w+b") as file:
        file.seek(start)
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('lines_end', ?)", (start + len(data),))
    return start


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
