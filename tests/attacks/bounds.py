"""What an attack may take: seconds of processor, and memory that the process grows by."""

import resource
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from summarizer.errors import SummarizerError


def resident():
    """Bytes of this process that are in memory now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()


@contextmanager
def bounded(*, seconds=20.0, megabytes=300):
    """Fail if what is inside takes longer, or if the process grows by more while it runs.

    Seconds of processor count, and some more of the clock: other programs may be at work.
    """
    before, began, worked, peak = resident(), time.monotonic(), time.process_time(), [0]
    ended = threading.Event()

    def watch():
        while not ended.wait(0.02):
            peak[0] = max(peak[0], resident())

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
    took, grew = time.process_time() - worked, (peak[0] - before) >> 20
    assert took < seconds, f"took {took:.1f} s"
    assert time.monotonic() - began < 60 + 5 * seconds, "it waits"
    assert grew < megabytes, f"grew by {grew} MB"


def taking(function, *, seconds):
    """Call a function that must be done within so many seconds of processor; what it raises must be ours."""
    began = time.process_time()
    try:
        return function()
    except SummarizerError as error:
        return error if "\n" not in str(error) else pytest.fail(str(error))
    finally:
        assert time.process_time() - began < seconds
