"""Ctrl-C and SIGTERM in a real process: the first lets what is under way end, the second does not."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from summarizer.batch.signals import SIGNALS
from tests.articles import BARE
from tests.batches import check_out, lines, run, write
from tests.servers import Reply, scripted
from tests.sound import sound

NAMES = [f"{number:02}.txt" for number in range(16)]


def started(folder, server, *options):
    """The command line over a folder, in a process of its own, as a shell starts it."""
    command = [sys.executable, "-c", "from summarizer.cli.main import main; main()", "batch", str(folder)]
    command += [
        str(folder.parent / "out"),
        "--model",
        "scripted",
        "--base-url",
        server.base_url,
        "--jobs",
        "2",
    ]
    return subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True)


def slow(seconds):
    """A model that takes its time."""
    return lambda request: Reply(body=sound(request).body, wait=seconds)


def asked_for(server, number, process):
    """Wait until so many requests have come."""
    deadline = time.monotonic() + 60
    while len(server.asked) < number and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.01)


@pytest.fixture
def folder(tmp_path):
    """Sixteen articles: six requests are made before the signal, two are under way."""
    return write(tmp_path / "in", {name: f"Le navire {name} part. {BARE}" for name in NAMES})


def stored(out):
    """Give how many answers are in the journal."""
    db = sqlite3.connect(out / "summarizer.sqlite")
    (number,) = db.execute("SELECT count(*) FROM answers").fetchone()
    db.close()
    return number


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_the_first_lets_what_is_under_way_end(folder, name):
    """Every answer that was asked for is kept; the same command goes on and asks none of them again."""
    out = folder.parent / "out"
    with scripted(slow(0.3)) as server:
        process = started(folder, server)
        asked_for(server, 6, process)
        os.kill(process.pid, getattr(signal, name))
        _, said = process.communicate(timeout=30)
        first = [json.dumps(request, sort_keys=True) for request in server.asked]
        assert process.returncode == 1
        assert f"stopped: {SIGNALS[name]}; run the same command to resume" in said
        assert "Traceback" not in said
        assert stored(out) == len(first)
        briefs = len(lines(out / "briefs.jsonl"))
        assert briefs == len(list((out / "briefs").glob("*.json"))) < len(NAMES)
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.waiting) == (len(NAMES), 0, 0)
        assert not set(first) & {json.dumps(request, sort_keys=True) for request in server.asked}
    check_out(out, NAMES)


@pytest.mark.parametrize("second", ["SIGINT", "SIGTERM"])
def test_the_second_stops_at_once(folder, second):
    """What is under way is not waited for; the same command goes on."""
    with scripted(slow(60.0)) as server:
        process = started(folder, server)
        asked_for(server, 2, process)
        os.kill(process.pid, signal.SIGINT)
        time.sleep(0.5)
        assert process.poll() is None
        at = time.monotonic()
        os.kill(process.pid, getattr(signal, second))
        _, said = process.communicate(timeout=30)
        assert time.monotonic() - at < 20
        assert process.returncode == 130
        assert said.splitlines()[-1] == "summarizer: stopped"
        assert "Traceback" not in said
    with scripted(sound) as server:
        assert run(folder, server).done == len(NAMES)
    check_out(folder.parent / "out", NAMES)


ENDLESS = """
import sys
from pathlib import Path
from summarizer.asking.answer_state import AnswerState
def enter(self, entries):
    begun.touch()
    while True:
        pass
AnswerState.enter = enter
begun = Path(sys.argv.pop())
from summarizer.cli.main import main
main()
"""


def test_a_check_without_end_does_not_make_it_deaf(folder, tmp_path):
    """Rules that never end are the program's own work; one Ctrl-C ends `brief` all the same."""
    begun = tmp_path / "begun"
    with scripted(sound) as server:
        command = [sys.executable, "-c", ENDLESS, "brief", str(folder / NAMES[0])]
        command += ["--model", "scripted", "--base-url", server.base_url, str(begun)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            deadline = time.monotonic() + 60
            while not begun.exists() and time.monotonic() < deadline:
                assert process.poll() is None
                time.sleep(0.01)
            os.kill(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.splitlines()[-1] == "summarizer: stopped"
