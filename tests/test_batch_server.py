"""A server that misbehaves: every article ends done or failed by name, or the run stops and goes on later."""

import email.utils
import socket
import threading
import time

import pytest

from summarizer.models import retry as module
from summarizer.models.choice import Choice
from tests.articles import BARE
from tests.batches import NAMES, TEXTS, check_out, failures, run, write
from tests.servers import Reply, completion, scripted
from tests.sound import passage_of, sound


@pytest.fixture
def quick(monkeypatch):
    """Waits between tries are cut short."""
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)


@pytest.fixture
def folder(tmp_path):
    """Four articles, two of them identical."""
    return write(tmp_path / "in", TEXTS)


def rain(request):
    """Whether a request is about the article in which it rains."""
    return "Il pleut" in passage_of(request)


FAULTS = {
    "429": [Reply(status=429, body={})],
    "500": [Reply(status=500, body={})],
    "502": [Reply(status=502, body=b"<html>bad gateway</html>")],
    "503 loading": [Reply(status=503, body={"error": {"message": "Loading model"}})],
    "reset": [Reply(reset=True)],
    "cut off": [Reply(body=completion('{"entries": [{"id"')), Reply(body=completion('{"entries": ['))],
    "no JSON body": [Reply(body=b'{"choices": [')],
}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("faults", FAULTS.values(), ids=list(FAULTS))
def test_passing_faults_do_no_harm(folder, faults):
    """Everything is done in the end, also if two of them meet one question."""
    with scripted(faults[0], faults[-1], sound) as server:
        state = run(folder, server)
    assert (state.done, state.failed, state.waiting) == (4, 0, 0)
    check_out(folder.parent / "out", NAMES)


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_the_server_says_how_long_to_wait(folder, form):
    """Nothing is sent before; a date is as good as seconds."""
    told: list[float] = []
    sent: list[float] = []

    def hurried(request):
        sent.append(time.time())
        if not told:
            told.append(time.time())
            value = "1" if form == "seconds" else email.utils.formatdate(time.time() + 2, usegmt=True)
            return Reply(status=429, body={}, headers={"retry-after": value})
        return sound(request)

    with scripted(hurried) as server:
        state = run(folder, server, jobs=1)
    assert state.done == 4
    assert min(at for at in sent if at > told[0]) - told[0] >= 0.9


LASTING = {
    "length": (Reply(body=completion('{"entries": [', finish="length")), "cut off"),
    "refusal": (Reply(body=completion(None, refusal="I would rather not.")), "rather not"),
    "content filter": (Reply(body=completion(None, finish="content_filter")), "content filter"),
    "no choices": (Reply(body={**completion(""), "choices": []}), "no choices"),
    "wrong schema": (Reply(body=completion('{"mood": "fine"}')), "nothing usable"),
    "400 context": (
        Reply(status=400, body={"error": {"message": "maximum context length is 4096 tokens"}}),
        "maximum context length is 4096 tokens",
    ),
}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("reply", "why"), LASTING.values(), ids=list(LASTING))
def test_articles_that_cannot_be_answered_fail_by_name(folder, reply, why):
    """Each with its reason; none is lost."""
    with scripted(reply) as server:
        state = run(folder, server)
    assert (state.done, state.failed, state.waiting, state.stopped) == (0, 4, 0, None)
    found = failures(folder.parent / "out")
    assert sorted(found) == NAMES
    assert all(why in error for _, error in found.values())


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("reply", "why"), LASTING.values(), ids=list(LASTING))
def test_one_that_cannot_be_answered_fails_alone(folder, reply, why):
    """The others are done, and the same command again asks nothing."""
    name = "sous dossier/é.txt"
    others = [other for other in NAMES if other != name]
    with scripted(lambda request: reply if rain(request) else sound(request)) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.stopped) == (3, 1, None)
        asked = len(server.asked)
        run(folder, server)
        assert len(server.asked) == asked
    check_out(folder.parent / "out", others, failed=[name])
    assert why in failures(folder.parent / "out")[name][1]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("status", [401, 403, 404, 429, 500])
def test_one_that_the_server_always_refuses(tmp_path, status):
    """It is looked at whether the server answers at all: then the article has failed by itself."""
    folder = write(tmp_path / "in", {"a.txt": BARE, "b.txt": f"Il pleut. {BARE}"})

    with scripted(lambda asked: Reply(status=status, body={}) if rain(asked) else sound(asked)) as server:
        state = run(folder, server, jobs=1)
        calls = sum(not rain(request) for request in server.asked)
    assert (state.done, state.failed, state.waiting, state.stopped) == (1, 1, 0, None)
    assert state.calls == calls
    check_out(tmp_path / "out", ["a.txt"], failed=["b.txt"])


STOPPING = {
    "401": Reply(status=401, body={"error": {"message": "no"}}),
    "403": Reply(status=403, body={"error": {"message": "no"}}),
    "404": Reply(status=404, body={"error": {"message": "no such model"}}),
    "quota": Reply(status=429, body={"error": {"message": "pay", "code": "insufficient_quota"}}),
    "503": Reply(status=503, body={}),
}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("articles", [1, 4])
@pytest.mark.parametrize("reply", STOPPING.values(), ids=list(STOPPING))
def test_a_server_that_refuses_all_stops_the_run(tmp_path, reply, articles):
    """With one message; nothing has failed, and the same run goes on when the server is well."""
    names = NAMES[:articles]
    folder = write(tmp_path / "in", {name: TEXTS[name] for name in names})
    with scripted(reply) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.waiting) == (0, 0, articles)
        assert state.stopped
    with scripted(sound) as server:
        assert run(folder, server).done == articles
    check_out(tmp_path / "out", names)


@pytest.mark.usefixtures("quick")
def test_a_server_that_is_not_there(folder):
    """Stops the run."""
    with scripted(sound) as server:
        pass
    assert "cannot be reached" in run(folder, server).stopped


@pytest.mark.usefixtures("quick")
def test_a_server_that_never_answers(folder):
    """Is waited for so long, asked once more, and the run stops; nothing has failed."""
    over = threading.Event()

    def silent(_request):
        over.wait(30)
        return Reply(status=500, body={})

    with scripted(silent) as server:
        choice = Choice(name="scripted", why="a test", base_url=server.base_url, timeout=0.2)
        state = run(folder, choice, jobs=2)
        asked = len(server.asked)
        over.set()
    assert "did not answer within" in state.stopped
    assert (state.done, state.failed, state.waiting) == (0, 0, 4)
    assert asked <= 2 * 2 * 8  # articles under way, their questions, each twice


@pytest.mark.usefixtures("quick")
def test_one_that_is_never_answered_fails_alone(folder):
    """The others are done."""
    name = "sous dossier/é.txt"
    over = threading.Event()

    def picky(request):
        if rain(request):
            over.wait(30)
        return sound(request)

    with scripted(picky) as server:
        choice = Choice(name="scripted", why="a test", base_url=server.base_url, timeout=2.0)
        state = run(folder, choice)
        over.set()
    assert (state.done, state.failed, state.stopped) == (3, 1, None)
    check_out(folder.parent / "out", [other for other in NAMES if other != name], failed=[name])


@pytest.mark.parametrize("long", [False, True], ids=["for a moment", "for good"])
def test_a_server_that_dies_and_comes_back(tmp_path, monkeypatch, long):
    """Questions wait for it; where it stays away the run stops, and the same command again goes on."""
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.05 if long else 1.0)
    names = [f"{number}.txt" for number in range(12)]
    folder = write(tmp_path / "in", {name: f"{BARE}Le navire {name} part." for name in names})
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    first, second = [], []
    reached = threading.Event()

    def dying(request):
        first.append(request)
        if len(first) >= 6:
            reached.set()
        return Reply(body=sound(request).body, wait=0.02)

    def back(request):
        second.append(request)
        return sound(request)

    def serve():
        with scripted(dying, port=port):
            reached.wait(20)
        time.sleep(0.8)
        if not long:
            with scripted(back, port=port):
                over.wait(30)

    over = threading.Event()
    thread = threading.Thread(target=serve)
    thread.start()
    time.sleep(0.2)
    choice = Choice(name="scripted", why="a test", base_url=f"http://127.0.0.1:{port}/v1", timeout=5.0)
    state = run(folder, choice, jobs=2)
    over.set()
    thread.join()
    if long:
        assert "cannot be reached" in state.stopped
        assert 0 < state.waiting < 12
        with scripted(back, port=port):
            state = run(folder, choice, jobs=2)
    assert (state.done, state.failed, state.waiting, state.stopped) == (12, 0, 0, None)
    check_out(tmp_path / "out", names)
    assert second
