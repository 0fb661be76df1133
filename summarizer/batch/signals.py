"""Stop a run by a signal: Ctrl-C (SIGINT), or SIGTERM, which systems send before they kill."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.models.limiter import ConcurrencyLimiter

SIGNALS = {"SIGINT": "Ctrl-C (SIGINT)", "SIGTERM": "SIGTERM"}


@contextmanager
def stop_on_signals(limiter: ConcurrencyLimiter) -> Iterator[None]:
    """Stop the run at the first signal, after the requests under way; at the second, cancel them."""
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()

    def stop(name: str) -> None:
        if limiter.stopped.is_set() and task is not None:
            task.cancel()
        limiter.stop(f"{SIGNALS[name]}; run the same command to resume")

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
