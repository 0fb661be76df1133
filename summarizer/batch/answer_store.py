"""Answers that several runs share, on one machine or many: what one has paid for, the others take.

The journal keeps the answers of one OUT (see `journal_cache`). A store keeps those of all runs that name it
with `--answers` (see `stores`).
"""

from contextlib import AbstractAsyncContextManager
from typing import NamedTuple, Protocol

from summarizer.models.limiter import RunStopped


class Answer(NamedTuple):
    """A row of a store, and of the journal's table `answers`: see `journal_file.TABLES`."""

    key: str
    words: str
    section: str
    answer: str
    calls: int
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    cost: float | None


class StoreGone(RunStopped):
    """The store cannot be reached or refuses; the run stops, and goes on from there when it is run again."""


class AnswerStore(Protocol):
    """Where runs share answers. Each method raises StoreGone."""

    async def find(self, key: str) -> Answer | None:
        """Return the answer with this key; None if there is none."""

    async def keep(self, answer: Answer, *, instead_of: str | None = None) -> None:
        """Keep an answer for good. The first one stays, unless its text is `instead_of`."""

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Hold a key against all other runs, so that its question is not asked twice.

        A run that dies gives up what it held.
        """
