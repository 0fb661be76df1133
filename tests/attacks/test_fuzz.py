"""Readers fed with what hypothesis makes: our own error or a result, soon, in little memory."""

import asyncio
import json
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.articles.article import make_article
from summarizer.articles.read import read_bytes
from summarizer.asking.answer_cache import load, parse_kept
from summarizer.asking.prepare import prepare
from summarizer.asking.profiles import EMBEDDED, HOSTED
from summarizer.batch import article_table
from summarizer.batch.damage import set_aside_damaged
from summarizer.batch.entries import Entry
from summarizer.batch.journal_cache import JournalCache
from summarizer.batch.journal_file import TABLES
from summarizer.batch.jsonl import find_lines, read_line_at
from summarizer.batch.status import run_status, summary
from summarizer.errors import SummarizerError
from summarizer.models.budget import Budget
from summarizer.output.brief_files import parse_brief
from tests.articles import STORY
from tests.briefs import make_brief

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "60"))
"""Of each reader; `make check` asks for more."""
MEGABYTES = 150
"""Memory that one reader may take besides what is loaded."""
ALONE = "FUZZ_ALONE"
"""Set in the process that holds these tests to the bound."""
bounded = settings(
    max_examples=EXAMPLES,
    deadline=2000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
KEYS = st.sampled_from(
    ["id", "text", "title", "date", "html", "articles", "error", "authors", "url", "answers", "en"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=12,
)
documents = values.map(json.dumps)
damaged = st.builds(
    lambda words, at, put: words[: at % (len(words) + 1)] + put + words[at % (len(words) + 1) + len(put) :],
    documents | st.just(make_brief().model_dump_json()),
    st.integers(0, 10**6),
    st.text(max_size=4) | st.sampled_from(["[" * 3000, "\\ud800", "1e999", "-0", "null", "{}"]),
)
in_sqlite = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.binary(max_size=8),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)


@pytest.fixture(scope="module")
def _loaded():
    """All that is loaded once: parsers, dictionaries, the detector of languages."""
    for profile in (HOSTED, EMBEDDED):
        questions(profile)
    list(read_bytes(f"<html><body><article><p>{STORY}</p></article></body></html>".encode(), source="a.html"))


@pytest.fixture(autouse=True)
def _little_memory(request):
    """Memory grows by little, whatever is read; where other tests run, too, theirs would be counted."""
    if ALONE not in os.environ:
        yield
        return
    request.getfixturevalue("_loaded")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES


@pytest.mark.skipif(ALONE in os.environ, reason="this is that process")
def test_memory():
    """The tests of this file, each held to the bound of memory."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", __file__]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        command, check=False, env=environment | {ALONE: "1"}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def ours(function, *arguments, **named):
    """What a function gives, or the error of ours that it raises: a line."""
    try:
        return function(*arguments, **named)
    except SummarizerError as error:
        assert "\n" not in str(error)  # noqa: PT017 - any other error is a fault
        return None


@bounded
@given(st.lists(damaged | documents | st.text(max_size=40), max_size=6))
def test_lines(tmp_path, lines):
    """A JSONL file: every line that is not empty is an article or fails by name."""
    path = tmp_path / "in.jsonl"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    found = ours(lambda: list(find_lines(path)))
    for line in found:
        ours(read_line_at, path, line.offset, line.id or str(line.number))


@bounded
@given(
    st.binary(max_size=300) | documents.map(str.encode),
    st.sampled_from(["a.json", "a.jsonl", "a.md", "a", "a.html"]),
)
def test_files(data, name):
    """Bytes of any kind, under a name of any kind."""
    ours(lambda: list(read_bytes(data, source=name, name=name)))


@bounded
@given(damaged)
def test_briefs(words):
    """A brief that is damaged somewhere."""
    ours(parse_brief, words, "a.json")


@bounded
@given(damaged | st.builds(lambda a, r: json.dumps({"answers": a, "rejected": r}), values, values))
@pytest.mark.parametrize("profile", [HOSTED, EMBEDDED], ids=["whole", "piecewise"])
def test_answers(profile, words):
    """What is kept of answers: a state, or nothing; for each kind of question."""
    for question in questions(profile):
        load(question, words)
    try:
        parse_kept(words)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - any other error is a fault


def questions(profile, known={}):  # noqa: B006 - made once
    """A question of each section."""
    if profile.name not in known:
        prepared = prepare(make_article(STORY), profile)
        known[profile.name] = list({question.section: question for question in prepared.questions}.values())
    return known[profile.name]


COLUMNS = {
    "articles": (
        "path", "offset", "stamp", "run", "state", "setup", "content", "brief", "findings", "source", "title",
        "published", "cause", "error", "line",
    ),
    "answers": ("words", "section", "answer", "calls", "tokens_in", "tokens_cached", "tokens_out", "cost"),
    "spending": ("run", "section", "calls", "tokens_in", "tokens_cached", "tokens_out", "cost"),
    "facts": ("value",),
}  # fmt: skip
changes = st.sampled_from([(table, column) for table, columns in COLUMNS.items() for column in columns])


@bounded
@given(st.lists(st.tuples(changes, in_sqlite), min_size=1, max_size=4))
def test_journal_rows(tmp_path, changed):
    """Any value in any column: set aside, or harmless; told, entered again, and what waits can be read."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.text_factory = lambda text: text.decode("utf-8", "replace")
        db.executescript(TABLES)
        entries = [Entry(name, tmp_path / name, "1") for name in ("a", "b")]
        article_table.enter(db, entries, run=1)
        kept = json.dumps({"answers": [], "rejected": []})
        db.execute("INSERT INTO answers VALUES ('k', 'w', 's', ?, 1, 1, 1, 1, 0.1)", (kept,))
        db.execute("INSERT INTO spending VALUES (1, 's', 1, 1, 1, 1, 0.1)")
        db.execute("INSERT INTO facts VALUES ('lines_end', 0)")
        for (table, column), value in changed:
            try:
                db.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - columns of ours
            except sqlite3.IntegrityError:
                continue
        set_aside_damaged(db)
        article_table.enter(db, entries, run=2)
        article_table.reopen(db, 2, "setup", out=tmp_path, suffixes=(".json",), failed=True)
        assert sorted(row.entry.name for row in article_table.waiting(db, 2)) == ["a", "b"]
        assert summary(run_status(db, 2), tmp_path)
        told = []
        cache = JournalCache(
            journal=cast("Any", SimpleNamespace(read=db)),
            run=2,
            budget=Budget(None),
            paid=None,
            damaged=lambda: told.append(1),
        )
        found = asyncio.run(cache.find("k"))
        assert (found is None) == bool(told)
