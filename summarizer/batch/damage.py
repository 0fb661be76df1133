"""Damaged rows of a journal: they are set aside, and their articles are done again.

A disk may damage a row, or a person or program that writes to the journal. The table `damaged` keeps the rows
that were set aside, so that they can be looked at.
"""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

SOUND = {
    "articles": """
        typeof(name) = 'text' AND typeof(path) = 'blob' AND typeof(stamp) = 'text' AND typeof(run) = 'integer'
        AND typeof(offset) IN ('integer', 'null') AND coalesce(offset, 0) >= 0
        AND typeof(line) IN ('integer', 'null') AND typeof(setup) IN ('text', 'null')
        AND typeof(error) IN ('text', 'null') AND CASE state
            WHEN 'waiting' THEN 1
            WHEN 'failed' THEN typeof(cause) = 'text'
            WHEN 'done' THEN typeof(findings) = 'integer' AND typeof(content) = 'text' AND source IS name
                AND typeof(title) IN ('text', 'null') AND typeof(published) IN ('text', 'null')
                AND brief IN (SELECT key FROM briefs)
            ELSE 0 END
    """,
    "spending": """
        typeof(run) = 'integer' AND typeof(calls) = 'integer' AND typeof(tokens_in) = 'integer'
        AND typeof(tokens_cached) IN ('integer', 'null') AND typeof(tokens_out) = 'integer'
        AND typeof(cost) IN ('real', 'integer', 'null') AND coalesce(cost, 0) BETWEEN 0 AND 1e12
    """,
}
# A condition that every sound row of a table meets. Rows of other tables are checked when they are used.


def set_aside_damaged(db: sqlite3.Connection) -> int:
    """Move the damaged rows of articles and spending to the table `damaged`; return how many there are."""
    return sum(set_aside(db, table, f"NOT coalesce(({sound}), 0)") for table, sound in SOUND.items())


def set_aside(db: sqlite3.Connection, table: str, where: str, values: Sequence[object] = ()) -> int:
    """Move the rows of a table that meet `where` to the table `damaged`; return how many there are."""
    rows = db.execute(f"SELECT * FROM {table} WHERE {where}", values).fetchall()  # noqa: S608 - words of ours
    if rows:
        db.execute("CREATE TABLE IF NOT EXISTS damaged (at TEXT, of_table TEXT, row TEXT)")
        at = datetime.now(UTC).isoformat(timespec="seconds")
        db.executemany("INSERT INTO damaged VALUES (?, ?, ?)", [(at, table, repr(row)) for row in rows])
        db.execute(f"DELETE FROM {table} WHERE {where}", values)  # noqa: S608 - words of ours
    return len(rows)
