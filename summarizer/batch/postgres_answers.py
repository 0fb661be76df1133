"""A store of answers in PostgreSQL. psycopg is imported here alone.

asyncpg was looked at: it is faster with thousands of rows, does not read libpq's `PGPASSFILE`, service files
and address options, and an answer is one row after seconds of a model's time.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg

from summarizer.batch.answer_store import Answer, StoreGone
from summarizer.errors import BatchError
from summarizer.text.secrets import protect

PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds between tries while the server cannot be reached: it may be restarting."""
MOST_PAUSE = 2.0
"""Seconds between two looks at a lock that another run holds, at most."""
VERSION = 1
TABLES = f"""
CREATE TABLE summarizer_answers (
  key text PRIMARY KEY, words text NOT NULL, section text NOT NULL, answer text NOT NULL,
  calls bigint NOT NULL, tokens_in bigint NOT NULL, tokens_cached bigint NOT NULL,
  tokens_out bigint NOT NULL, cost double precision, kept_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE summarizer_answers IS 'grounded-summarizer answers, version {VERSION}';
"""
MAKING = 7_811_503_254_115_190_016
"""The lock under which the table is made: of two runs that begin at once, one makes it."""


class PostgresAnswers:
    """See `AnswerStore`. One connection; it is opened again where the server was gone for a moment."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.password:
            protect(unquote(parts.password))
        self.name = f"postgresql://{parts.hostname or ''}{parts.path}"
        self._address = address
        self._connection: psycopg.AsyncConnection[Any] | None = None
        self._opening = asyncio.Lock()

    async def open(self) -> None:
        """Connect, and make the table where there is none. Raises StoreGone, without trying again."""
        try:
            connection = await self._connected()
            async with connection.transaction():
                await connection.execute("SELECT pg_advisory_xact_lock(%s)", (MAKING,))
                found = await (
                    await connection.execute(
                        "SELECT obj_description(to_regclass('summarizer_answers'), 'pg_class'),"
                        " to_regclass('summarizer_answers') IS NOT NULL"
                    )
                ).fetchone()
                if not found[1]:
                    await connection.execute(TABLES)
        except (psycopg.Error, OSError) as error:
            await self.close()
            raise StoreGone(self._gone(error, "check the address and the server")) from error
        if found[1] and not str(found[0]).endswith(f"version {VERSION}"):
            await self.close()
            raise BatchError(
                f"the table summarizer_answers in {self.name!r} is not of this program's version"
            )

    async def close(self) -> None:
        """End the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error, OSError):
                await connection.close()

    async def find(self, key: str) -> Answer | None:
        """See `AnswerStore`."""
        columns = ", ".join(Answer._fields)
        rows = await self._run(f"SELECT {columns} FROM summarizer_answers WHERE key = %s", (key,))  # noqa: S608 - columns of ours
        return Answer(*rows[0]) if rows else None

    async def keep(self, answer: Answer, *, instead_of: str | None = None) -> None:
        """See `AnswerStore`."""
        columns = ", ".join(Answer._fields)
        await self._run(
            f"INSERT INTO summarizer_answers ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"  # noqa: S608 - columns of ours
            " ON CONFLICT DO NOTHING",
            answer,
        )
        if instead_of is not None:
            changes = ", ".join(f"{name} = %s" for name in Answer._fields[1:])
            await self._run(
                f"UPDATE summarizer_answers SET {changes} WHERE key = %s AND answer = %s",  # noqa: S608 - columns of ours
                (*answer[1:], answer.key, instead_of),
            )

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncIterator[None]:
        """See `AnswerStore`. The lock is the session's: the server frees it when the connection ends.

        It needs a connection to the server itself, or a pooler that pools sessions.
        """
        number = int.from_bytes(bytes.fromhex(key[:16]), "big", signed=True)
        pause = 0.02
        while not (await self._run("SELECT pg_try_advisory_lock(%s)", (number,)))[0][0]:
            await asyncio.sleep(pause)
            pause = min(2 * pause, MOST_PAUSE)
        try:
            yield
        finally:
            if self._connection is not None:  # where it has ended, so has the lock
                with suppress(StoreGone):
                    await self._run("SELECT pg_advisory_unlock(%s)", (number,))

    async def _run(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        """Run a statement; again in a new connection where the old one was lost. Raises StoreGone."""
        for pause in (*PAUSES, None):
            connection = None
            try:
                connection = await self._connected()
                cursor = await connection.execute(query, values)
                return await cursor.fetchall() if cursor.description else []
            except (psycopg.OperationalError, psycopg.InterfaceError, OSError) as error:
                if self._connection is connection:
                    await self.close()
                if pause is None:
                    raise StoreGone(
                        self._gone(error, "run the same command again when it is back")
                    ) from error
                await asyncio.sleep(pause)
            except psycopg.Error as error:
                raise StoreGone(self._gone(error, "correct that and run the same command again")) from error
        raise AssertionError("the last try returns or raises")

    async def _connected(self) -> "psycopg.AsyncConnection[Any]":
        async with self._opening:
            if self._connection is None or self._connection.closed:
                self._connection = await psycopg.AsyncConnection.connect(
                    self._address,
                    autocommit=True,
                    connect_timeout=10,
                    tcp_user_timeout=20_000,
                    application_name="summarizer",
                )
            return self._connection

    def _gone(self, error: Exception, todo: str) -> str:
        said = str(error).strip().partition("\n")[0] or type(error).__name__
        return f"the answer store {self.name!r} cannot be used: {said}; {todo}"


@asynccontextmanager
async def open_postgres(address: str) -> AsyncIterator[PostgresAnswers]:
    """Open the store in a database of PostgreSQL, and close it at the end."""
    store = PostgresAnswers(address)
    await store.open()
    try:
        yield store
    finally:
        await store.close()
