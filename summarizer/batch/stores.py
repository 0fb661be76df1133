"""The store of answers that an address names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec

from summarizer.batch.answer_store import AnswerStore
from summarizer.errors import BatchError

POSTGRES = ("postgresql://", "postgres://")


@asynccontextmanager
async def open_answers(address: str | None) -> AsyncIterator[AnswerStore | None]:
    """Open the store at an address, and close it at the end; None if there is no address.

    Raises StoreGone where it cannot be opened, BatchError for an address of no known kind.
    """
    if address is None:
        yield None
        return
    if not address.startswith(POSTGRES):
        raise BatchError(
            f"--answers {address!r} is no address of a store; give one like postgresql://user@host/database"
        )
    if find_spec("psycopg") is None:
        raise BatchError(
            "--answers postgresql://… needs the extra 'postgres': pip install 'grounded-summarizer[postgres]'"
        )
    from summarizer.batch.postgres_answers import open_postgres  # noqa: PLC0415 - of an extra

    async with open_postgres(address) as store:
        yield store
