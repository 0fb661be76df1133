"""Where the pipeline's requests get their replies: from the store, or later."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from summarizer.engines.provider_batch.ledger import Answered, Ledger
from summarizer.engines.provider_batch.spool import Spool
from summarizer.errors import BatchError
from summarizer.models.faults import RequestFault
from summarizer.models.limiter import ConcurrencyLimiter, NotAnsweredYet
from summarizer.models.prices import Price
from summarizer.models.token_counts import CHARACTERS_A_TOKEN
from summarizer.models.usage import Usage
from summarizer.models.wires import FULL_RATE, Outgoing, StoredReply, Wire, error_words

LIMITS = ("max_completion_tokens", "max_tokens")
# The names of the parameter that limits an answer's tokens.


@dataclass(slots=True)
class Money:
    """What may be spent: `limit` dollars, of which some are spent and some are promised to batches."""

    limit: Decimal | None
    spent: Decimal = Decimal(0)
    promised: Decimal = Decimal(0)
    refused: bool = False
    """Whether something was not asked for want of money."""

    def promise(self, most: Decimal) -> bool:
        """Set so many dollars aside; whether they are there."""
        if self.limit is not None and self.spent + self.promised + most > self.limit:
            self.refused = True
            return False
        self.promised += most
        return True


@dataclass(slots=True, kw_only=True)
class Replies:
    """The replies of a run; see `ReplySource`. `reask_now`: a re-ask is sent at once, at the full price.

    `paid` is called with what a reply took that was sent for at once. `pace` limits those requests.
    """

    ledger: Ledger
    spool: Spool
    wire: Wire
    price: Price | None
    money: Money
    pace: ConcurrencyLimiter
    paid: Callable[[Usage, float | None], None]
    reask_now: bool = False

    async def find(
        self, body: dict[str, Any], request: Outgoing, send: Callable[[], Awaitable[dict[str, Any]]]
    ) -> StoredReply:
        """Return the reply that is stored; a request without one is written down. Raises NotAnsweredYet."""
        text = json.dumps(body, sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(text.encode()).hexdigest()
        known = self.ledger.find(key)
        if known is not None and known.reply is not None:
            if not known.reply.status:
                raise RequestFault(f"it failed in batches: {error_words(known.reply.body)}", kind="given up")
            return known.reply
        most = self._most(text, body)
        if known is None and self.reask_now and len(request.messages) > request.static + 1:
            return await self._send(key, most * FULL_RATE, send)
        if known is None and self.money.promise(most):
            self.spool.add(key, body, most)
        raise NotAnsweredYet("the provider's batch has not answered yet")

    def usage_of(self, reply: StoredReply) -> Usage:
        """Return what a reply took. Raises ValueError if it is no completion."""
        completion = self.wire.completion_of(reply)
        self.wire.ending(completion)
        usage = self.wire.usage(completion)
        usage.cost = None if self.price is None else self.price.of_usage(usage) * self.wire.rate(completion)
        return usage

    async def _send(
        self, key: str, most: Decimal, send: Callable[[], Awaitable[dict[str, Any]]]
    ) -> StoredReply:
        if not self.money.promise(most):
            raise NotAnsweredYet("--max-cost would be passed")
        try:
            async with self.pace.slot():
                await self.pace.acquire(0)
                reply = StoredReply(200, await send(), batch=False)
            usage = self.usage_of(reply)
        finally:
            self.money.promised -= most
        self.money.spent += usage.cost or Decimal(0)
        await self.ledger.keep([Answered(key=key, reply=reply, usage=usage)])
        self.paid(usage, None if usage.cost is None else float(usage.cost))
        return reply

    def _most(self, text: str, body: dict[str, Any]) -> Decimal:
        """The dollars that a request may cost in a batch."""
        if self.price is None:
            return Decimal(0)
        answer = next((body[name] for name in LIMITS if name in body), None)
        if not isinstance(answer, int):
            raise BatchError("a request has no limit of its answer's tokens; leave --max-cost out")
        return self.price.of(int(len(text) / CHARACTERS_A_TOKEN), 0, answer)
