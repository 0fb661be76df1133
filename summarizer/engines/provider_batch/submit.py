"""A file of requests becomes a batch: once, wherever the submitter was killed.

A batch is in one of these states, and each is in the journal before the next step is taken:

written     the file is on the disk; nothing was sent
uploaded    the provider has the file, which costs nothing
creating    the batch was about to be created: it is looked for before it is created again
submitted   the provider has told the batch's id
"""

from dataclasses import dataclass

from summarizer.engines.provider_batch.ledger import Batch, Ledger
from summarizer.engines.provider_batch.spool import Spool
from summarizer.models.batch_api import BatchApi, Sought
from summarizer.models.faults import RequestFault
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.retry import RetryPolicy

CLOCKS = 3600.0
# Seconds by which the provider's clock and ours may differ.
UNSURE = frozenset({408, 409})
# Statuses below 500 after which a batch may have been created all the same.


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitter:
    """Submits the batches of a folder. Each step may raise RequestFault."""

    api: BatchApi
    ledger: Ledger
    spool: Spool
    limiter: ConcurrencyLimiter

    async def submit(self, batch: Batch) -> str | None:
        """Take a batch as far as it gets; return its id at the provider, None if it is to be tried later."""
        path = self.spool.path(batch.token)
        if batch.state == "creating":
            found = await self._find(batch)
            if found is not None:
                return await self._submitted(batch, found)
        if not path.is_file():  # somebody removed it; its requests are written down again
            await self.ledger.end(batch, "its file was removed before it was sent")
            return None
        file = batch.file
        if file is None:
            file = await RetryPolicy(limiter=self.limiter).retrying()(self.api.upload, path)
            await self.ledger.move(batch, "uploaded", file=file)
        await self.ledger.move(batch, "creating", file=file)
        try:
            made = await self.api.create(path, file=file, token=batch.token)
        except RequestFault as fault:
            if fault.status is None or fault.status >= 500 or fault.status in UNSURE:
                return None  # it may have been created; it is looked for the next time
            gone = fault.status == 404 and batch.file is not None  # the file of an earlier try
            await self.ledger.reset(batch, file=None if gone else file)
            if fault.passing or gone:
                return None
            raise
        return await self._submitted(batch, made)

    async def _submitted(self, batch: Batch, remote: str) -> str:
        await self.ledger.move(batch, "submitted", remote=remote)
        self.spool.path(batch.token).unlink(missing_ok=True)
        return remote

    async def _find(self, batch: Batch) -> str | None:
        """Look for a batch that may have been created. Raises UndecidedError."""
        sought = Sought(
            token=batch.token,
            keys=self.ledger.unanswered(batch),
            since=(batch.created or 0.0) - CLOCKS,
            known=self.ledger.remotes(),
        )
        found: str | None = await RetryPolicy(limiter=self.limiter).retrying()(self.api.find, sought)
        return found
