"""The limits of a provider's batches: their size, its queue, its pace, its refusals."""

from summarizer.models.openai_batch import OpenAIBatchApi
from tests.articles import BARE
from tests.batches import write
from tests.engines.provider_runs import many
from tests.engines.provider_server import provider_server


def test_files_keep_to_the_providers_limits(go, folder, monkeypatch):
    """So many requests, and so many bytes, to a batch."""
    many(folder, 5)
    monkeypatch.setattr(OpenAIBatchApi, "most_requests", 2)
    with provider_server() as server:
        assert go(server).done == 5
        assert [len(made.requests) for made in server.batches.values()] == [2, 2, 1]
        monkeypatch.setattr(OpenAIBatchApi, "most_bytes", 30_000)
        many(folder, 0)
        write(folder, {f"{n}.txt": f"Le vent tourne {n} fois. {BARE}" for n in range(3)})
        assert go(server).done == 3
        assert len(server.batches) > 3


def test_a_full_queue_takes_smaller_batches(go, folder):
    """OpenAI refuses a batch whole if too many tokens are enqueued: halves are submitted."""
    many(folder, 4)
    with provider_server(looks=0) as server:
        server.refuse = lambda made: (
            ("token_limit_exceeded", "Enqueued token limit") if len(made.requests) > 2 else None
        )
        assert go(server).done == 4
        assert [len(made.requests) for made in server.batches.values()] == [4, 2, 2]
        assert server.billings() == (4, 4)


def test_a_batch_that_is_refused_ends_the_run(go):
    """With the provider's words; the articles wait."""
    with provider_server(looks=0) as server:
        server.refuse = lambda _made: ("billing_hard_limit_reached", "Billing hard limit has been reached.")
        status = go(server)
    assert (status.waiting, status.stopped) == (
        4,
        "batch_0 was refused by the provider: Billing hard limit has been reached.",
    )


def test_rate_limits_and_faults_of_the_server_are_waited_out(go):
    """Each call is refused once, twice fails, then is done."""
    told: dict[tuple[str, str], int] = {}

    def before(method, path):
        told[method, path] = told.get((method, path), 0) + 1
        return (
            {1: 429, 2: 503}.get(told[method, path])
            if method == "GET" or "files" in path
            else (429 if told[method, path] == 1 else None)
        )

    with provider_server(before=before) as server:
        assert go(server).done == 4
        assert (len(server.batches), server.billings()) == (1, (3, 3))
