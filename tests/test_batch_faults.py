"""A fault of this program that an article brings out: that article fails, the others go on."""

import logging

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.pipeline import brief_of
from tests.batches import check_out, failures, run, write
from tests.servers import scripted
from tests.sound import sound

TEXTS = {f"{name}.txt": f"Il neige sur {name}. Le maire, Jean Dumas, ferme 3 écoles." for name in "abcdef"}


@pytest.fixture
def folder(tmp_path):
    """Six articles."""
    return write(tmp_path / "in", TEXTS)


def faulty(monkeypatch, fault, *names):
    """Let the articles of these names bring out a fault."""

    async def faulty_brief_of(prepared, **options):
        if prepared.article.source in names:
            raise fault
        return await brief_of(prepared, **options)

    monkeypatch.setattr("summarizer.batch.work.brief_of", faulty_brief_of)


FAULTS = [
    KeyError("a\x1b[31m\nb"), IndexError("list index out of range"), ZeroDivisionError(), AssertionError(),
    RecursionError("deep"), UnicodeError("x"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_the_others_go_on(folder, monkeypatch, fault):
    """The article is listed with the fault and its place, and tried again when that is asked for."""
    faulty(monkeypatch, fault, "c.txt")
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.stopped) == (5, 1, None)
        check_out(folder.parent / "out", sorted(set(TEXTS) - {"c.txt"}), failed=["c.txt"])
        cause, error = failures(folder.parent / "out")["c.txt"]
        assert cause == "fault of this program"
        assert type(fault).__name__ in error
        assert "test_batch_faults.py:" in error
        assert error.isprintable()
        monkeypatch.undo()
        assert run(folder, server).failed == 1
        assert run(folder, server, retry_failed=True).done == 6


@pytest.mark.parametrize("asked", [[], ["--debug"]], ids=["plain", "debug"])
def test_debug_shows_where(folder, monkeypatch, asked):
    """The run ends with exit code 1, as with every article that fails; its trace is shown to who asks."""
    monkeypatch.setattr("summarizer.cli.terminal.LOGS", ("summarizer.batch.work",))
    faulty(monkeypatch, KeyError("third"), "c.txt")
    with scripted(sound) as server:
        given = ["--model", "m", "--base-url", server.base_url, "--quiet"]
        done = CliRunner().invoke(app, ["batch", str(folder), str(folder.parent / "out"), *given, *asked])
    logging.getLogger("summarizer.batch.work").handlers.clear()
    assert done.exit_code == 1
    assert ("Traceback" in done.stderr) == bool(asked)
    assert ("faulty_brief_of" in done.stderr) == bool(asked)


def test_a_fault_of_all_stops_the_run(folder, monkeypatch):
    """What each article would bring out is not paid for to the end."""
    faulty(monkeypatch, KeyError("third"), *TEXTS)
    with scripted(sound) as server:
        state = run(folder, server, jobs=1)
    assert state.done == 0
    assert "KeyError: 'third'" in state.stopped
    assert state.waiting


def test_what_is_no_fault_of_an_article_stops_the_run(folder, monkeypatch):
    """A disk that fails is not taken for an article's fault."""
    faulty(monkeypatch, OSError("no space"), "c.txt")
    with scripted(sound) as server, pytest.raises(OSError, match="no space"):
        run(folder, server)
