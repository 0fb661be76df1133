"""A run through the batches of a provider: the same briefs, each request paid once, whatever goes wrong."""

import json

import pytest

from summarizer.engines.provider_batch.ledger import Ledger
from summarizer.models.anthropic_batch import AnthropicBatchApi
from summarizer.models.choice import Choice
from summarizer.models.openai_batch import OpenAIBatchApi
from summarizer.pipeline import Options
from tests.articles import BARE, STORY
from tests.batches import NAMES, check_out, failures, lines, run, write
from tests.engines.provider_runs import ANTHROPIC, OPENAI, many
from tests.engines.provider_server import provider_server
from tests.servers import Reply, completion
from tests.sound import sound_answer

TIMES = ("created", "seconds", "cost", "host", "model")
both = pytest.mark.parametrize("model", [OPENAI, ANTHROPIC], ids=["openai", "anthropic"])


class KilledError(BaseException):
    """The process ends here."""


def faulty(kinds):
    """Give a fault that befalls the requests in their order, each once."""
    seen: dict[str, int] = {}

    def fault(key, asked):
        number = seen.setdefault(key, len(seen))
        return kinds[number] if not asked and number < len(kinds) else ""

    return fault


def batches(out):
    """Give the states of the batches that are under way, and how many have ended."""
    import sqlite3  # noqa: PLC0415
    from contextlib import closing  # noqa: PLC0415

    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db:
        states = [state for (state,) in db.execute("SELECT state FROM provider_batches ORDER BY id")]
    return [state for state in states if state != "ended"], states.count("ended")


def bare(path):
    """Give the briefs of a run without what differs from run to run."""
    briefs = lines(path / "briefs.jsonl")
    for brief in briefs:
        assert brief.pop("seal") is not None  # which is over the times
        for name in TIMES:
            brief["provenance"].pop(name)
    return sorted(briefs, key=lambda brief: brief["article"]["source"])


@both
def test_the_briefs_are_those_of_an_ordinary_run(go, folder, model):
    """For half the price; identical articles are asked once, and nothing a second time."""
    out = folder.parent / "out"
    with provider_server() as server:
        status = go(server, model)
        calls = len(server.calls)
        again = go(server, model)
        assert (server.live, server.billings(), len(server.calls)) == (0, (3, 3), calls)
        ordinary = folder.parent / "ordinary"
        full = run(folder, Choice(name=model, why="a test"), out=ordinary)
    assert (status.done, status.failed, status.waiting, status.stopped) == (4, 0, 0, None)
    assert (again.done, again.calls) == (4, 0)
    check_out(out, NAMES)
    assert bare(out) == bare(ordinary)
    assert (status.calls, status.tokens_in, status.tokens_out) == (
        full.calls,
        full.tokens_in,
        full.tokens_out,
    )
    assert status.cost == pytest.approx(full.cost / 2)
    costs = [
        sum(float(brief["provenance"]["cost"]) for brief in lines(path / "briefs.jsonl"))
        for path in (out, ordinary)
    ]
    assert costs[0] == pytest.approx(costs[1] / 2, abs=5e-6)
    assert not list((out / "provider").glob("*"))


@both
def test_what_the_provider_did_not_answer_is_asked_again_alone(go, folder, model):
    """Results that expired, failed, are missing or damaged; a refused request fails its article."""
    many(folder, 9)
    kinds = ("expired", "error", "missing once", "damaged once", "missing", "damaged", "refused")
    with provider_server(fault=faulty(kinds)) as server:
        status = go(server, model)
        sizes = [len(made.requests) for made in server.batches.values()]
        billed, needed = server.billings()
    assert (status.done, status.failed, status.waiting) == (8, 1, 0)
    assert sizes == [9, 4]
    assert (billed, needed, status.calls) == (10, 9, 8)  # two were paid for that the provider lost
    [(cause, error)] = failures(folder.parent / "out").values()
    assert cause == "refused"
    assert "a fault: refused" in error


def test_a_request_that_fails_again_and_again_is_given_up(go, folder):
    """Its article fails with the reason; --retry-failed asks once more."""
    many(folder, 2)
    first = []

    def fault(key, _asked):
        first.append(key)
        return "error" if key == first[0] else ""

    with provider_server(fault=fault) as server:
        status = go(server)
        assert (status.done, status.failed, len(server.batches)) == (1, 1, 3)
        [(_, error)] = failures(folder.parent / "out").values()
        assert "it failed in batches: status 500" in error
        server.fault = lambda _key, _asked: ""
        assert go(server, retry_failed=True).done == 2


def inventive(request):
    """Answer with a number that the article has not; asked again, without."""
    answer = sound_answer(request)
    if "key_points" in answer and request["messages"][-1]["content"].startswith("ARTICLE"):
        answer["key_points"][0]["en"] = "The group pays 987 million euros."
    return Reply(body=completion(json.dumps(answer)))


@pytest.mark.parametrize("reask_now", [False, True])
def test_what_fails_the_check_is_asked_again(go, folder, reask_now):
    """In the next round at the batch's price, or at once at the full one; a second reader's the same way."""
    many(folder, 0)
    write(folder, {"a.txt": STORY})
    with provider_server(answer=inventive) as server:
        status = go(server, reask_now=reask_now, options=Options(second_reader="same"))
        rounds, live = len(server.batches), server.live
        again = go(server, reask_now=reask_now, options=Options(second_reader="same"))
    [brief] = lines(folder.parent / "out" / "briefs.jsonl")
    assert (status.done, status.waiting, again.calls) == (1, 0, 0)
    assert brief["provenance"]["reasks"] == 1
    assert (rounds, live) == ((2, 1) if reask_now else (3, 0))  # article, re-ask, second reading
    assert status.calls == brief["provenance"]["calls"] == 3
    assert status.cost == pytest.approx(float(brief["provenance"]["cost"]), abs=1e-6)
    assert status.cost == pytest.approx((rounds + 2 * live) * (10 * 0.1 + 5 * 0.6) / 1e6)


@pytest.mark.parametrize(
    ("model", "at"),
    [
        (OPENAI, "uploaded"),
        (OPENAI, "creating"),
        (OPENAI, "created"),
        (OPENAI, "lost"),
        (ANTHROPIC, "created"),
        (ANTHROPIC, "lost"),
    ],
)
def test_a_killed_submitter_submits_once(go, folder, model, at, monkeypatch):
    """Killed before or after the batch is created, or never told of it: there is one batch, found again."""
    move, create = Ledger.move, server_api(model).create
    created = {OPENAI: "/v1/batches", ANTHROPIC: "/v1/messages/batches"}[model]

    async def killed_move(self, batch, state, **ids):
        if state == {"created": "submitted", "uploaded": "uploaded"}.get(at):
            raise KilledError
        await move(self, batch, state, **ids)

    async def killed_create(self, path, **told):
        if at == "creating":
            raise KilledError
        return await create(self, path, **told)

    lost = [500] if at == "lost" else []
    with provider_server() as server, monkeypatch.context() as patch:
        server.after = lambda method, path: (
            lost.pop() if lost and (method, path) == ("POST", created) else None
        )
        patch.setattr(Ledger, "move", killed_move)
        patch.setattr(server_api(model), "create", killed_create)
        if at == "lost":
            assert go(server, model, collect=True).waiting == 4
        else:
            with pytest.raises(KilledError):
                go(server, model)
        patch.undo()
        assert batches(folder.parent / "out")[0] != []
        assert go(server, model).done == 4
        assert (len(server.batches), server.billings()) == (1, (3, 3))


def server_api(model):
    """Give the class that speaks to a provider."""
    return {OPENAI: OpenAIBatchApi, ANTHROPIC: AnthropicBatchApi}[model]


def test_another_batch_of_the_account_is_not_taken_for_ours(go, folder, monkeypatch):
    """Anthropic's batches have no name: one with as many requests is looked into."""
    many(folder, 2)

    async def killed(_self, _path, **_told):
        raise KilledError

    with provider_server() as server, monkeypatch.context() as patch:
        patch.setattr(AnthropicBatchApi, "create", killed)
        with pytest.raises(KilledError):
            go(server, ANTHROPIC)
        patch.undo()
        other = write(folder.parent / "other", {"a.txt": f"Il neige. {BARE}", "b.txt": f"Il gèle. {BARE}"})
        assert go(server, ANTHROPIC, given=(str(other),), out=folder.parent / "elsewhere").done == 2
        assert go(server, ANTHROPIC).done == 2
        assert server.billings() == (4, 4)


def test_collect_does_not_wait(go):
    """Each call takes what has come, writes its briefs and submits what is next."""
    said: list[str] = []
    with provider_server(fault=faulty(("expired",))) as server:
        first = go(server, collect=True, said=said)
        second = go(server, collect=True, said=said)
        third = go(server, collect=True, said=said)
        while (last := go(server, collect=True, said=said)).waiting:
            assert "under way" in last.stopped
    assert "1 batch under way (3 requests); the same command later collects the answers" in first.stopped
    assert [first.done, second.done, last.done] == [0, 0, 4]
    assert third.waiting in {1, 2}
    assert third.stopped.startswith("1 batch under way (1 request)")
    assert said[0].startswith("submitted batch_0: 3 requests")
    assert any(line.startswith("expired batch_0: 2 of 3 requests answered") for line in said)


def test_a_batch_cancelled_by_hand(go):
    """What was answered is kept; the run says so and stops; the same command submits the rest."""
    with provider_server(looks=10) as server:
        go(server, collect=True)
        server.cancel(server.batches["batch_0"], keep=1)
        stopped = go(server)
        assert "batch_0 was cancelled at the provider (1 of 3 requests answered)" in stopped.stopped
        assert len(server.batches) == 1
        server.looks = 1
        assert go(server).done == 4
        assert server.billings() == (3, 3)


def test_results_that_are_gone_are_not_paid_again_unasked(go):
    """The run says so and stops; --retry-failed asks again."""
    with provider_server(looks=0) as server:
        go(server, collect=True)
        server.files["gone"] = b"batch_0-output"
        for _ in range(2):
            stopped = go(server)
            assert "the results of batch_0 are gone" in stopped.stopped
            assert "--retry-failed" in stopped.stopped
        assert len(server.batches) == 1
        server.files["gone"] = b""
        server.batches.pop("batch_0")
        assert go(server, retry_failed=True).done == 4


def test_what_came_is_written_though_other_results_are_gone(go, folder, monkeypatch):
    """The briefs of one batch, and the line about the other."""
    many(folder, 4)
    monkeypatch.setattr(OpenAIBatchApi, "most_requests", 2)
    with provider_server(looks=0) as server:
        go(server, collect=True)
        server.files["gone"] = b"batch_1-output"
        status = go(server)
    assert (status.done, status.waiting) == (2, 2)
    assert "the results of batch_1 are gone" in status.stopped
