"""The real command in a process of its own, with bounds on its time and its memory."""

import os
import re
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

heavy = pytest.mark.skipif(os.environ.get("ATTACKS") != "all", reason="`make check` runs it")
"""Attacks that take seconds of processor; ATTACKS=all runs them."""
SECONDS = 60
MEGABYTES = 900
COMMAND = (sys.executable, "-c", "from summarizer.cli.main import main; main()")


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, what it said, the seconds of processor and the memory it took."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def _measure(pid, peaks):
    """Note the most memory that a process has had, until it ends.

    Its resource usage would not do: a child starts with the memory of the process that forks it.
    """
    command = COMMAND[-1].encode()
    while True:
        try:
            said = Path(f"/proc/{pid}/status").read_text()
            own = command in Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return
        peak = re.search(r"VmHWM:\s+(\d+) kB", said)
        if peak is None:
            return
        if own:
            peaks[:] = [int(peak[1]) / 1024]
        time.sleep(0.02)


def summarizer(*arguments, seconds=SECONDS, megabytes=MEGABYTES, code=None, **process):
    """Run the command; it must end within bounds, without a traceback, with exit code `code` if given."""
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **process
    ) as running:
        watchdog = threading.Timer(10 * seconds, running.kill)  # other programs may have the processor
        watchdog.start()
        peaks: list[float] = []
        measuring = threading.Thread(target=_measure, args=(running.pid, peaks))
        measuring.start()
        assert running.stdout
        assert running.stderr
        said: list[bytes] = []
        reading = threading.Thread(target=lambda errors: said.append(errors.read()), args=(running.stderr,))
        reading.start()
        out = running.stdout.read()
        reading.join()
        _, status, usage = os.wait4(running.pid, 0)
        watchdog.cancel()
        measuring.join()
        running.returncode = os.waitstatus_to_exitcode(status)
    ended = Ended(
        running.returncode,
        out.decode(errors="replace"),
        said[0].decode(errors="replace"),
        usage.ru_utime + usage.ru_stime,
        max(peaks, default=usage.ru_maxrss / 1024),
    )
    assert ended.code >= 0, (
        f"not ended within {10 * seconds} s, or by signal {-ended.code}: {ended.err[-500:]}"
    )
    assert "Traceback" not in ended.err, ended.err[-3000:]
    assert "fault of this program" not in ended.err, ended.err[-3000:]
    assert ended.seconds < seconds, f"{ended.seconds:.0f} s of processor"
    assert ended.megabytes < megabytes, f"{ended.megabytes:.0f} MB"
    if code is not None:
        assert ended.code == code, ended.err[-2000:]
    return ended


def batch(folder, server, *options, out=None, **bounds):
    """Run `summarizer batch` over what is given with a model on loopback; OUT is beside it."""
    named = ("--model", "scripted", "--base-url", server.base_url, "--profile", "hosted")
    return summarizer("batch", folder, out or folder.parent / "out", "--quiet", *named, *options, **bounds)


def until(condition, *, seconds=60, every=0.02):
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came to be so"
        time.sleep(every)
