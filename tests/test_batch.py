"""A run over many articles: what is asked, what is left behind, and what happens when it does not go well."""

import asyncio
import json

import pytest

from summarizer import model as module
from summarizer.batch import Plan, run_batch
from summarizer.errors import BatchError
from summarizer.schemas.brief import Brief
from tests.articles import BARE, STORY
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, sound


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Waits between tries are cut short."""
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)


@pytest.fixture
def folder(tmp_path):
    """Five articles, two of them identical."""
    texts = {"a.txt": STORY, "b.txt": BARE, "sous dossier/é.txt": BARE + "Il pleut.", "c.txt": BARE}
    for name, text in texts.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "in"


def run(folder, server, *, profile="hosted", **plan):
    """Run a batch over a folder into the folder `out` beside it."""
    plan = {"out": folder.parent / "out", "given": (str(folder),), **plan}
    return asyncio.run(run_batch(Plan(**plan), chosen(server, profile)))


def lines(path):
    """Give the records of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def check_out(folder, names):
    """Every article of `names` has exactly one valid brief, in its file and in `briefs.jsonl`."""
    out = folder.parent / "out"
    found = {str(path.relative_to(out / "briefs")) for path in (out / "briefs").rglob("*") if path.is_file()}
    assert found == {f"{name}.json" for name in names}
    briefs = {
        name: Brief.model_validate_json((out / "briefs" / f"{name}.json").read_text("utf-8"))
        for name in names
    }
    assert all(brief.article.source == name for name, brief in briefs.items())
    listed = [Brief.model_validate(record) for record in lines(out / "briefs.jsonl")]
    assert sorted(brief.article.source for brief in listed) == sorted(names)
    assert all(brief == briefs[brief.article.source] for brief in listed)


NAMES = ["a.txt", "b.txt", "c.txt", "sous dossier/é.txt"]


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
    check_out(folder, NAMES)
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
    check_out(folder, NAMES)


def test_what_is_lost_is_written_again_without_asking(folder):
    """A brief's file that is gone, a line half written, a list that is gone."""
    out = folder.parent / "out"
    with scripted(sound) as server:
        run(folder, server)
        before = len(server.asked)
        (out / "briefs" / "a.txt.json").unlink()
        with (out / "briefs.jsonl").open("a") as file:
            file.write('{"half')
        run(folder, server)
        check_out(folder, NAMES)
        (out / "briefs.jsonl").unlink()
        run(folder, server)
        assert len(server.asked) == before
    check_out(folder, NAMES)


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


FAULTS = {
    "429 seconds": [Reply(status=429, body={}, headers={"retry-after": "1"})],
    "429 date": [Reply(status=429, body={}, headers={"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"})],
    "500": [Reply(status=500, body={})],
    "502": [Reply(status=502, body=b"<html>bad gateway</html>")],
    "503 loading": [Reply(status=503, body={"error": {"message": "Loading model"}})],
    "reset": [Reply(reset=True)],
    "cut off": [Reply(body=completion('{"entries": [{"id"'))],
    "no JSON body": [Reply(body=b'{"choices": [')],
}


@pytest.mark.parametrize("faults", FAULTS.values(), ids=list(FAULTS))
def test_passing_faults_do_no_harm(folder, faults):
    """Everything is done in the end."""
    with scripted(*faults, *faults, sound) as server:
        state = run(folder, server)
    assert (state.done, state.failed, state.waiting) == (4, 0, 0)
    check_out(folder, NAMES)


LASTING = {
    "length": Reply(body=completion('{"entries": [', finish="length")),
    "refusal": Reply(body=completion(None, refusal="I would rather not.")),
    "content filter": Reply(body=completion(None, finish="content_filter")),
    "no choices": Reply(body={**completion(""), "choices": []}),
    "wrong schema": Reply(body=completion('{"mood": "fine"}')),
    "400": Reply(status=400, body={"error": {"message": "maximum context length is 4096 tokens"}}),
}


@pytest.mark.parametrize("reply", LASTING.values(), ids=list(LASTING))
def test_articles_that_cannot_be_answered_fail_by_name(folder, reply):
    """Each with its reason; none is lost."""
    with scripted(reply) as server:
        state = run(folder, server)
    assert (state.done, state.failed, state.waiting, state.stopped) == (0, 4, 0, None)
    failures = lines(folder.parent / "out" / "failures.jsonl")
    assert sorted(failure["article"] for failure in failures) == NAMES
    assert all(failure["error"] for failure in failures)


STOPPING = {
    "401": Reply(status=401, body={"error": {"message": "no"}}),
    "403": Reply(status=403, body={"error": {"message": "no"}}),
    "404": Reply(status=404, body={"error": {"message": "no such model"}}),
    "quota": Reply(status=429, body={"error": {"message": "pay", "code": "insufficient_quota"}}),
    "503": Reply(status=503, body={}),
}


@pytest.mark.parametrize("reply", STOPPING.values(), ids=list(STOPPING))
def test_a_server_that_refuses_all_stops_the_run(folder, reply):
    """With one message; nothing has failed, and the same run goes on when the server is well."""
    with scripted(reply) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.waiting) == (0, 0, 4)
        assert state.stopped
    with scripted(sound) as server:
        assert run(folder, server).done == 4
    check_out(folder, NAMES)


def test_a_server_that_is_not_there(folder):
    """Stops the run."""
    with scripted(sound) as server:
        pass
    assert "cannot be reached" in run(folder, server).stopped
