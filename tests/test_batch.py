"""A run over many articles: what is asked, and what is left behind."""

import asyncio
import json
import sqlite3
from decimal import Decimal
from typing import Any

import pytest

from summarizer.batch import formats, reader
from summarizer.batch.formats import Format
from summarizer.batch.journal_file import VERSION
from summarizer.batch.plan import Plan, jobs_for
from summarizer.batch.run import run_batch
from summarizer.errors import BatchError
from summarizer.models.prices import Price
from tests.articles import BARE
from tests.batches import NAMES, TEXTS, check_out, failures, lines, run, write
from tests.servers import Reply, scripted
from tests.sound import chosen, sound

PRICE = Price(Decimal(1), Decimal(1), Decimal(2))


@pytest.fixture
def folder(tmp_path):
    """Four articles, two of them identical."""
    return write(tmp_path / "in", TEXTS)


@pytest.mark.parametrize("profile", ["hosted", "embedded"])
def test_every_article_gets_its_brief(folder, profile):
    """In a file of its own and in one of all; the same command again makes no request."""
    with scripted(sound) as server:
        state = run(folder, server, profile=profile)
        asked = len(server.asked)
        again = run(folder, server, profile=profile)
    assert (state.done, state.failed, state.waiting, state.stopped) == (4, 0, 0, None)
    assert state.calls == asked == len(server.asked)
    assert (again.done, again.calls) == (4, 0)
    check_out(folder.parent / "out", NAMES)
    assert lines(folder.parent / "out" / "failures.jsonl") == []


def test_identical_articles_are_asked_once(folder):
    """Each still has its own brief."""
    with scripted(sound) as server:
        run(folder, server)
        asked = [json.dumps(request, sort_keys=True) for request in server.asked]
    assert len(asked) == len(set(asked))


def test_one_that_changed_is_asked_again_alone(folder):
    """Its brief is replaced, and stands once in `briefs.jsonl`."""
    with scripted(sound) as server:
        run(folder, server)
        before = len(server.asked)
        (folder / "b.txt").write_text(BARE + "La nuit tombe.", "utf-8")
        state = run(folder, server)
    assert state.done == 4
    assert 0 < len(server.asked) - before <= before / 2
    check_out(folder.parent / "out", NAMES)


def test_what_is_lost_is_written_again_without_asking(folder):
    """A brief's file that is gone, a line half written, a list that is gone."""
    out = folder.parent / "out"
    with scripted(sound) as server:
        run(folder, server)
        before = len(server.asked)
        next((out / "briefs").glob("*.json")).unlink()
        with (out / "briefs.jsonl").open("a") as file:
            file.write('{"half')
        run(folder, server)
        check_out(folder.parent / "out", NAMES)
        (out / "briefs.jsonl").unlink()
        run(folder, server)
        assert len(server.asked) == before
    check_out(folder.parent / "out", NAMES)


def test_a_bad_article_fails_by_name_and_is_tried_again_when_told(folder):
    """The others go on; a failed one waits for `retry_failed`."""
    (folder / "empty.txt").write_text("", "utf-8")
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, state.causes) == (4, {"no article": 1})
        (failure,) = lines(folder.parent / "out" / "failures.jsonl")
        assert (failure["article"], failure["attempts"]) == ("empty.txt", 1)
        run(folder, server)
        run(folder, server, retry_failed=True)
    (failure,) = lines(folder.parent / "out" / "failures.jsonl")
    assert failure["attempts"] == 2


def test_two_runs_on_one_folder(folder):
    """The second stops with a message, and breaks nothing."""

    async def both(server):
        plan = Plan(out=folder.parent / "out", given=(str(folder),))
        first = asyncio.create_task(run_batch(plan, chosen(server)))
        while not server.asked:  # noqa: ASYNC110 - the server runs in a thread of its own
            await asyncio.sleep(0.01)
        with pytest.raises(BatchError, match="another run"):
            await run_batch(plan, chosen(server))
        return await first

    with scripted(lambda request: Reply(body=sound(request).body, wait=0.05)) as server:
        assert asyncio.run(both(server)).done == 4


def test_an_article_that_is_spoilt_loses_its_brief(folder):
    """What was made of the words that it no longer has is nowhere left."""
    out = folder.parent / "out"
    with scripted(sound) as server:
        run(folder, server, formats=("md",))
        (folder / "a.txt").write_text(" ", "utf-8")
        state = run(folder, server, formats=("md",))
    assert (state.done, state.failed) == (3, 1)
    assert list(failures(out)) == ["a.txt"]
    assert not list((out / "briefs").glob("a.txt*"))
    assert "a.txt" not in {record["article"]["source"] for record in lines(out / "briefs.jsonl")}


def test_forms_are_written_beside_json(folder, monkeypatch):
    """One for each brief; what spans all of them once, when all are there, and what is gone again."""
    seen = []

    def at_end(out):
        seen.append(len(list((out / "briefs").rglob("*.json"))))

    monkeypatch.setitem(
        formats.FORMATS, "words", Format(".words", lambda brief: f"{brief.article.words}\n", at_end)
    )
    briefs = folder.parent / "out" / "briefs"
    with scripted(sound) as server:
        run(folder, server, formats=("md", "words"))
        asked = len(server.asked)
        (briefs / "b.txt.words").unlink()
        run(folder, server, formats=("md", "words"))
        assert len(server.asked) == asked
    assert seen == [4, 4]
    assert (briefs / "sous dossier" / "é.txt.md").read_text("utf-8").startswith("# ")
    assert (briefs / "b.txt.words").read_text("utf-8") == "16\n"


def test_the_pace_is_what_the_server_gains_from(folder):
    """The embedded model answers one at a time, a remote one sixteen; or as many as one says."""
    most = under_way = 0

    def slow(request):
        nonlocal most, under_way
        under_way += 1
        most = max(most, under_way)
        reply = Reply(body=sound(request).body, wait=0.02)
        under_way -= 1
        return reply

    with scripted(slow) as server:
        assert [jobs_for(chosen(server, profile)) for profile in ("embedded", "hosted")] == [1, 16]
        run(folder, server, jobs=1)
    assert most == 1


def test_the_watch_is_told_without_a_gap(folder):
    """Each telling adds up to all articles; what was kept up is what the journal says in the end."""
    told: list[Any] = []

    async def go(server):
        plan = Plan(given=(str(folder),), out=folder.parent / "out")
        return await run_batch(plan, chosen(server, "hosted"), progress=told.append)

    (folder / "empty.txt").write_text("", "utf-8")
    with scripted(lambda request: Reply(body=sound(request).body, wait=0.06)) as server:
        state = asyncio.run(go(server))
    assert told
    assert all(each.done + each.failed + each.waiting == 5 for each in told)
    assert [each.calls for each in told] == sorted(each.calls for each in told)
    assert told[-1].calls <= state.calls


def test_a_record_whose_title_alone_changed(tmp_path):
    """Is not asked about again, and has its new title in both places."""
    path = tmp_path / "all.jsonl"
    for title in ("Un", "Deux"):
        path.write_text(json.dumps({"id": "a", "text": BARE, "title": title}), "utf-8")
        with scripted(sound) as server:
            run(path, server)
            asked = len(server.asked)
    assert asked == 0
    check_out(tmp_path / "out", ["a"])
    assert lines(tmp_path / "out" / "briefs.jsonl")[0]["article"]["title"] == "Deux"


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_changed_prompt_asks_only_what_it_changes(folder, monkeypatch):
    """Answers are kept by the words sent: the other sections' are taken up again."""
    from summarizer.asking import templates as template  # noqa: PLC0415

    with scripted(sound) as server:
        run(folder, server, profile="embedded")
        before = len(server.asked)
    read = template._file

    def changed(where, name):
        return (
            read(where, name).replace("## System\n", "## System\n\nBe brief.", 1)
            if name == "quotes.md"
            else read(where, name)
        )

    template.load_template.cache_clear()
    template.read_prompt.cache_clear()
    template.prompts_fingerprint.cache_clear()
    monkeypatch.setattr(template, "_file", changed)
    monkeypatch.setattr(reader, "STARTED_BY", "fork")  # so that the process that reads knows of it
    try:
        with scripted(sound) as server:
            state = run(folder, server, profile="embedded")
            assert 0 < len(server.asked) < before
            assert all(request["messages"][0]["content"].startswith("Be brief.") for request in server.asked)
    finally:
        template.load_template.cache_clear()
        template.read_prompt.cache_clear()
        template.prompts_fingerprint.cache_clear()
    assert state.done == 4


def test_an_earlier_journal_is_taken_over(folder):
    """Version 2 kept answers in another form: they are asked again, and what was done stays done."""
    with scripted(sound) as server:
        run(folder, server)
        asked = len(server.asked)
        db = sqlite3.connect(folder.parent / "out" / "summarizer.sqlite")
        db.executescript("ALTER TABLE answers DROP COLUMN cost; PRAGMA user_version = 2;")
        db.close()
        state = run(folder, server)
        assert (state.done, state.failed, len(server.asked)) == (4, 0, asked)
    db = sqlite3.connect(folder.parent / "out" / "summarizer.sqlite")
    assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert db.execute("SELECT count(cost) FROM answers").fetchone() == (0,)
    db.close()
