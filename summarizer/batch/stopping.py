"""How a run is told to stop from outside: Ctrl-C, and the signal that systems send before they kill."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.models.limiter import ConcurrencyLimiter

SIGNALS = ("SIGINT", "SIGTERM")


@contextmanager
def stopped_by_signals(pace: ConcurrencyLimiter) -> Iterator[None]:
    """The first signal lets what is under way end; one that comes after it cancels the running task."""
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()

    def stop(name: str) -> None:
        if pace.stopped.is_set() and task is not None:
            task.cancel()
        pace.stop(f"told to by {name}; the same command again goes on")

    try:
        for name in SIGNALS:
            loop.add_signal_handler(getattr(signal, name), stop, name)
    except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
        yield
        return
    try:
        yield
    finally:
        for name in SIGNALS:
            loop.remove_signal_handler(getattr(signal, name))
