"""The loop that works on several articles at a time, for a batch and for `summarize_many`."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


async def run_concurrently(
    jobs: Iterable[Coroutine[Any, Any, T]] | AsyncIterable[Coroutine[Any, Any, T]], *, at_once: int
) -> AsyncGenerator[T, None]:
    """Run jobs, `at_once` at a time, and yield their results in order of completion.

    A job is taken from `jobs` when there is a place for it. An exception of a job ends the loop; the jobs
    that run then, or when the caller closes the loop, are cancelled.
    """
    running: set[asyncio.Task[T]] = set()
    try:
        async for job in iterate(jobs):
            running.add(asyncio.create_task(job))
            if len(running) >= at_once:
                for task in await _ended(running):
                    running.discard(task)
                    yield task.result()
        while running:
            for task in await _ended(running):
                running.discard(task)
                yield task.result()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def _ended(running: set[asyncio.Task[T]]) -> set[asyncio.Task[T]]:
    ended, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    return ended


async def iterate(items: Iterable[T] | AsyncIterable[T]) -> AsyncIterator[T]:
    """Iterate over items that come one by one, or have to be awaited."""
    if isinstance(items, AsyncIterable):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item
