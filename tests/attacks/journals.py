"""The articles of the run whose journal is attacked, and how its journal is changed and asked."""

import sqlite3
from contextlib import closing

from tests.articles import BARE

NAMES = ["a.txt", "b.txt", "c.txt"]
TEXTS = {name: f"Le navire {name} part. {BARE}" for name in NAMES}


def change(out, *statements):
    """Change the journal as somebody with SQLite's shell does; the rows of its last run."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db, db:
        for statement in statements:
            db.execute(statement)
    return out


def tell(out, query):
    """Ask the journal."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db:
        return db.execute(query).fetchall()
