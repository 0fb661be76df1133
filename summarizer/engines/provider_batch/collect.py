"""The results of a batch that has ended: each is stored once, with what it cost."""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, field

import pydantic

from summarizer.engines.provider_batch.ledger import Answered, Batch
from summarizer.engines.provider_batch.replies import Replies
from summarizer.models.batch_api import BatchApi, RemoteBatch, Result
from summarizer.models.faults import RequestFault
from summarizer.models.wires import StoredReply, error_words

FETCHES = 3
# A file of results with damaged or missing lines is fetched again: a transfer may have damaged it.
AT_ONCE = 200
BLAMELESS = frozenset({"batch_expired", "batch_cancelled", "expired", "canceled"})
# Reasons that say nothing of the request: it is asked again as often as needed.
FOR_ALL = frozenset({401, 402, 403, 404})
# Statuses of a result that every request gets: key, credit, permission, model.


@dataclass(slots=True, kw_only=True)
class Collected:
    """What came of a batch: requests `answered`, `failed` by their keys with the reasons, lines `damaged`.

    `refusal`: the reason that every request got.
    """

    answered: int = 0
    damaged: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    refusal: str | None = None


async def collect(batch: Batch, remote: RemoteBatch, *, api: BatchApi, replies: Replies) -> Collected:
    """Store the results of a batch. Raises RequestFault if they cannot be read at all."""
    found = Collected()
    wanted = replies.ledger.unanswered(batch)
    for fetch in range(1, FETCHES + 1):
        try:
            found.damaged = 0
            await _fetch(remote, wanted, found, api=api, replies=replies)
        except RequestFault as fault:
            if fetch == FETCHES or not fault.passing:
                raise
            await asyncio.sleep(fault.wait or 0.0)
            continue
        if not found.damaged and wanted <= found.failed.keys():
            break
    for key in wanted - found.failed.keys():
        found.failed[key] = "its result is damaged" if found.damaged else "it has no result"
    return found


async def _fetch(
    remote: RemoteBatch, wanted: set[str], found: Collected, *, api: BatchApi, replies: Replies
) -> None:
    chunk: list[Answered] = []
    async with aclosing(api.results(remote)) as lines:
        async for line in lines:
            result = api.read(line)
            answer = _answer(result, replies) if result else None
            if result is None or (answer is None and result.is_final):
                found.damaged += 1
            elif result.key in wanted and answer is not None:
                wanted.discard(result.key)
                found.failed.pop(result.key, None)
                chunk.append(answer)
            elif result.key in wanted:
                found.failed[result.key] = result.reason
                if result.status in FOR_ALL:
                    found.refusal = f"{result.status}: {error_words(dict(result.body or {}))}"
            if len(chunk) >= AT_ONCE:
                await _keep(chunk, found, replies)
                chunk = []
    await _keep(chunk, found, replies)


async def _keep(chunk: list[Answered], found: Collected, replies: Replies) -> None:
    for answer in await replies.ledger.keep(chunk):
        found.answered += 1
        if answer.usage is not None:
            cost = answer.usage.cost
            replies.paid(answer.usage, None if cost is None else float(cost))


def _answer(result: Result, replies: Replies) -> Answered | None:
    """A result that is final, ready to be stored; None if it is not, or is no completion."""
    if not result.is_final or result.status is None or result.body is None:
        return None
    reply = StoredReply(result.status, dict(result.body))
    if result.status >= 400:
        return Answered(key=result.key, reply=reply, usage=None)
    try:
        return Answered(key=result.key, reply=reply, usage=replies.usage_of(reply))
    except (pydantic.ValidationError, ValueError, TypeError, AttributeError):
        return None


def blamed(failed: dict[str, str]) -> list[tuple[str, str]]:
    """Return the requests that the provider failed to answer, without those that it never began."""
    return [(key, reason) for key, reason in failed.items() if reason not in BLAMELESS]
