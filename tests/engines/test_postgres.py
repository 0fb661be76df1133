"""Answers that runs share in PostgreSQL: a real server, two runs at once, the server gone in the middle."""

import asyncio
import sqlite3
import subprocess
import sys
import threading
from contextlib import asynccontextmanager, closing

import pytest
from typer.testing import CliRunner

from summarizer.batch.answer_store import Answer, StoreGone
from summarizer.batch.stores import open_answers
from summarizer.cli.main import app
from summarizer.errors import BatchError
from tests.articles import BARE
from tests.batches import check_out, run, write
from tests.engines.postgres import PASSWORD, postgres
from tests.servers import Reply, scripted
from tests.sound import sound

pytestmark = pytest.mark.engines
TEXTS = {f"{n}.txt": f"Il pleut depuis {n} jours. {BARE}" for n in range(2, 26)}
NAMES = sorted(TEXTS)
ROW = Answer("ab" * 32, "words", "overview", '{"answers": [], "rejected": []}', 1, 2, 0, 4, 0.5)
LONGEST = 60.0
# Seconds: a limit for what hangs, not for a busy machine.


@pytest.fixture(scope="module")
def running():
    """Give a server that is running, for all tests of the module."""
    with postgres() as server:
        yield server


@pytest.fixture
def store(running):
    """Give the server with no answers in it."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(running.address, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS summarizer_answers")
    return running


def stored(store):
    """Give the keys in the store."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(store.address) as connection:
        return [key for (key,) in connection.execute("SELECT key FROM summarizer_answers ORDER BY key")]


def in_journal(out, query):
    """Ask the journal of a run."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as journal:
        return journal.execute(query).fetchall()


@asynccontextmanager
async def opened(store):
    """Open the store of a test."""
    from summarizer.batch.postgres_answers import PostgresAnswers  # noqa: PLC0415 - needs psycopg

    async with open_answers(store.address) as answers:
        assert isinstance(answers, PostgresAnswers)
        yield answers


async def within(seconds, waited):
    """Whether something is awaited in time."""
    try:
        async with asyncio.timeout(seconds):
            await waited
    except TimeoutError:
        return False
    return True


def test_the_first_answer_stays(store):
    """ON CONFLICT DO NOTHING; one that was of no use is replaced, and only that one."""

    async def work():
        async with opened(store) as one, opened(store) as other:
            assert await one.find(ROW.key) is None
            await asyncio.gather(one.keep(ROW), other.keep(ROW))
            await other.keep(ROW._replace(answer="late"))
            assert await one.find(ROW.key) == ROW
            await other.keep(ROW._replace(answer="new"), instead_of="another")
            assert await one.find(ROW.key) == ROW
            await other.keep(ROW._replace(answer="new", cost=None), instead_of=ROW.answer)
            assert await one.find(ROW.key) == ROW._replace(answer="new", cost=None)

    asyncio.run(work())
    assert stored(store) == [ROW.key]


def test_a_key_is_held_by_one_run(store):
    """The others wait; who loses the connection loses the key, and other keys are free."""

    async def hold(held, key=ROW.key):
        async with held.lock(key):
            pass

    async def work():
        async with opened(store) as one, opened(store) as other:
            async with one.lock(ROW.key):
                assert not await within(0.3, hold(other))
                assert await within(LONGEST, hold(other, "cd" * 32))
            assert await within(LONGEST, hold(other))
            async with one.lock(ROW.key):
                await one.close()
                assert await within(LONGEST, hold(other))

    asyncio.run(work())


def test_two_runs_at_once_ask_once(store, tmp_path):
    """Two processes over the same articles, each with its OUT: together they ask what one would."""
    folder = write(tmp_path / "in", TEXTS)
    with scripted(lambda request: Reply(body=sound(request).body, wait=0.03)) as server:
        command = [sys.executable, "-c", "from summarizer.cli.main import main; main()", "batch", str(folder)]
        options = [
            *("--model", "scripted", "--base-url", server.base_url, "--profile", "hosted"),
            *("--answers", store.address, "--jobs", "4"),
        ]
        outs = [tmp_path / name for name in ("one", "other")]
        runs = [
            subprocess.Popen([*command, str(out), *options], stderr=subprocess.PIPE, text=True)
            for out in outs
        ]
        said = [process.communicate(timeout=500)[1] for process in runs]
        assert [process.returncode for process in runs] == [0, 0], said
        assert len(server.asked) == len(TEXTS) == len(stored(store))
    paid = [in_journal(out, "SELECT sum(calls) FROM spending")[0][0] or 0 for out in outs]
    assert sum(paid) == len(TEXTS)
    for out in outs:
        check_out(out, NAMES)
    assert not any(PASSWORD in words for words in said)


def test_a_store_that_is_gone_stops_a_run(store, tmp_path, monkeypatch):
    """One line; what was answered meanwhile is in the journal, is shared later, and is not asked again."""
    monkeypatch.setattr("summarizer.batch.postgres_answers.PAUSES", (0.05,))
    folder = write(tmp_path / "in", TEXTS)
    asked = []

    def gone(request):
        asked.append(request)
        if len(asked) == 8:
            store.stop()
        return sound(request)

    with scripted(gone) as server:
        try:
            state = run(folder, server, answers=store.address, jobs=2)
        finally:
            store.start()
        assert state.stopped is not None
        assert state.stopped.startswith("the answer store 'postgresql://127.0.0.1/postgres' cannot be used: ")
        assert PASSWORD not in state.stopped
        assert state.failed == 0
        assert 0 < state.done < len(TEXTS) == state.done + state.waiting
        kept = len(in_journal(tmp_path / "out", "SELECT key FROM answers"))
        waiting = len(in_journal(tmp_path / "out", "SELECT 1 FROM facts WHERE name LIKE 'unshared:%'"))
        assert kept == len(asked)  # each that was paid for
        assert kept - len(stored(store)) == waiting > 0
        state = run(folder, server, answers=store.address)
        assert (state.done, state.stopped) == (len(TEXTS), None)
        assert len(asked) == len(TEXTS) == len(stored(store))
    assert in_journal(tmp_path / "out", "SELECT 1 FROM facts WHERE name LIKE 'unshared:%'") == []
    check_out(tmp_path / "out", NAMES)


def test_a_store_that_restarts_is_waited_for(store, tmp_path, monkeypatch):
    """The run goes on, and nothing is asked twice."""
    monkeypatch.setattr("summarizer.batch.postgres_answers.PAUSES", (0.2,) * 300)
    folder = write(tmp_path / "in", TEXTS)
    asked = []

    def restarting(request):
        asked.append(request)
        if len(asked) == 8:
            store.stop()
            threading.Timer(0.5, store.start).start()
        return sound(request)

    with scripted(restarting) as server:
        state = run(folder, server, answers=store.address, jobs=2)
        assert (state.done, state.failed, state.stopped) == (len(TEXTS), 0, None)
        assert len(asked) == len(TEXTS) == len(stored(store))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(("s3cret", "wrong"), "password authentication failed", id="password"),
        pytest.param(("/postgres", "/nowhere"), 'database "nowhere" does not exist', id="database"),
        pytest.param(("127.0.0.1:", "127.0.0.1:1"), "cannot be used", id="port"),
        pytest.param(("postgresql", "mysql"), "no address of a store", id="kind"),
    ],
)
def test_a_store_that_is_not_there(store, tmp_path, change, said):
    """One line and exit code 1, without the password."""
    folder = write(tmp_path / "in", TEXTS)
    address = store.address.replace(*change, 1)
    options = ["--model", "m", "--base-url", "http://127.0.0.1:9", "--answers", address, "--quiet"]
    ran = CliRunner().invoke(app, ["batch", str(folder), str(tmp_path / "out"), *options])
    assert ran.exit_code == 1
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert PASSWORD not in ran.stderr
    assert "wrong-of-the-store" not in ran.stderr


def test_a_table_of_another_version_is_left_alone(store):
    """It may be another program's, or a later version's."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(store.address, autocommit=True) as connection:
        connection.execute("CREATE TABLE summarizer_answers (key text)")

    async def work():
        async with open_answers(store.address):
            pass

    with pytest.raises(BatchError, match="not of this program's version") as raised:
        asyncio.run(work())
    assert not isinstance(raised.value, StoreGone)
