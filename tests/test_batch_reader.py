"""The process that reads: what ends it, keeps it or surprises it costs no other article anything."""

import asyncio
import os
import pickle
import signal
import time
from contextlib import closing

import pytest

from summarizer.asking.plans.whole_prompt import whole_answer_type
from summarizer.asking.prepare import prepare
from summarizer.asking.profiles import EMBEDDED, HOSTED, with_context
from summarizer.batch import reader
from summarizer.batch.entries import Entry, read_entry
from summarizer.errors import ArticleError, ArticleTooLong
from tests.articles import STORY, story
from tests.batches import write
from tests.whole_answers import STORY_ANSWER

DEADLY, LASTING, ODD = "deadly.txt", "lasting.txt", "odd.txt"


def misread(entry, profile, *_house):
    """Read, but for some: end this process, never return, raise what nobody expects."""
    if entry.name == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if entry.name == LASTING:
        time.sleep(60)
    return prepare(read_entry(entry), profile)


def read(folder, names, profile=HOSTED):
    """Read files at once; gives what came of each, an article or an error."""

    async def all_of_them():
        with closing(reader.Reader(profile)) as opened:
            entries = [Entry(name, folder / name, "") for name in names]
            return await asyncio.gather(*map(opened.read, entries), return_exceptions=True)

    return asyncio.run(all_of_them())


@pytest.fixture(name="folder")
def _folder(tmp_path):
    names = ["a.txt", DEADLY, "b.txt", LASTING, "c.txt"]
    return write(tmp_path / "in", dict.fromkeys(names, STORY))


@pytest.mark.parametrize("profile", [HOSTED, EMBEDDED], ids=["hosted", "embedded"])
def test_it_prepares_as_this_process_would(folder, profile):
    """Marks, questions, and checks that still hold an answer against the article."""
    (found,) = read(folder, ["a.txt"], profile)
    here = prepare(story().article.model_copy(update={"source": "a.txt"}), profile)
    assert found.marked == here.marked
    assert [q.messages for q in found.questions] == [q.messages for q in here.questions]
    assert [q.answer_type() for q in found.questions] == [q.answer_type() for q in here.questions]
    if profile is HOSTED:
        answer = {**STORY_ANSWER, "headline": {"en": "Ostrelec bought 987 ports", "sentences": ["S1"]}}
        entries = found.questions[0].entries_of(whole_answer_type().model_validate(answer))
    else:
        question = found.pieces["overview"][0]
        entries = [(question.ids[0], question.entry(en="Ostrelec bought Valdor for 987 million euros."))]
    state = found.questions[0].new_state()
    state.enter(entries)
    assert state.failing[0] == entries[0][0]


def test_what_ends_it_fails_alone(folder, monkeypatch):
    """It is tried twice; the others are read by the process that takes its place."""
    monkeypatch.setattr(reader, "read_and_prepare", misread)
    found = read(folder, ["a.txt", DEADLY, "b.txt", "c.txt"])
    assert [type(each).__name__ for each in found] == ["Prepared", "ArticleError", "Prepared", "Prepared"]
    assert "ended the process that read it, twice" in str(found[1])


def test_what_keeps_it_fails_alone(folder, monkeypatch):
    """After the time that an article may take."""
    monkeypatch.setattr(reader, "read_and_prepare", misread)
    monkeypatch.setattr(reader, "WITHIN", 3.0)
    found = read(folder, ["a.txt", LASTING, "b.txt"])
    assert [type(each).__name__ for each in found] == ["Prepared", "ArticleError", "Prepared"]
    assert "cannot be read within 3 s" in str(found[1])


def test_it_is_started_again_where_all_of_it_is_gone(folder):
    """As when a system ends every process of a service but this one."""

    async def ended():
        with closing(reader.Reader(HOSTED)) as opened:
            entry = Entry("a.txt", folder / "a.txt", "")
            before = await opened.read(entry)
            for worker in opened._pool._pool_manager.worker_manager.workers.values():
                assert worker.pid
                os.kill(worker.pid, signal.SIGKILL)
            await asyncio.sleep(1.0)
            return before, await opened.read(entry)

    before, after = asyncio.run(ended())
    assert before.marked == after.marked


def test_what_nobody_expected_is_said_of_the_article(tmp_path, monkeypatch):
    """And no fault of ours ends a run."""

    def odd(_entry):
        raise KeyError("odd")

    monkeypatch.setattr(reader, "read_entry", odd)
    with pytest.raises(ArticleError, match=r"'odd.txt' cannot be prepared \(KeyError: 'odd'\)"):
        reader.read_and_prepare(Entry(ODD, tmp_path / ODD, ""), HOSTED)


def test_its_errors_come_as_they_are(tmp_path):
    """Too long, gone, empty."""
    folder = write(tmp_path / "in", {"long.txt": "le port et " * 8000, "empty.txt": ""})
    long, empty, gone = read(folder, ["long.txt", "empty.txt", "gone.txt"], with_context(HOSTED, 2000))
    assert isinstance(long, ArticleTooLong)
    assert isinstance(empty, ArticleError)
    assert "No file" in str(gone)


def test_questions_are_small(folder):
    """What is prepared crosses from one process to the other in little room."""
    (found,) = read(folder, ["a.txt"])
    assert len(pickle.dumps(found)) < 40_000
