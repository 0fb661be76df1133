"""Money that a run may spend."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

from summarizer.models.limiter import RunStopped


class Budget:
    """Money that may be spent: `spent` so far, and what those under way may come to at most."""

    def __init__(self, limit: Decimal | None, spent: Decimal = Decimal(0)) -> None:
        self.limit = limit
        self.spent = spent
        self._reserved = Decimal(0)
        self._freed = asyncio.Condition()

    @asynccontextmanager
    async def reserve(self, most: Decimal) -> AsyncIterator[None]:
        """Keep `most` back while something is asked; waits for others to end where it does not fit yet.

        Raises RunStopped where it does not fit with nothing else under way.
        """
        async with self._freed:
            while self.limit is not None and self.spent + self._reserved + most > self.limit:
                if not self._reserved:
                    raise RunStopped(
                        f"--max-cost ${self.limit} would be passed; ${self.spent:.4f} is spent on OUT so far"
                    )
                await self._freed.wait()
            self._reserved += most
        try:
            yield
        finally:
            async with self._freed:
                self._reserved -= most
                self._freed.notify_all()
