"""A run killed at any moment and continued ends with one brief an article, and asks nothing twice."""

import hashlib
import json
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from summarizer.cli.main import main
from summarizer.schemas.brief import Brief
from tests.articles import BARE
from tests.servers import Reply, scripted
from tests.sound import sound

ARTICLES = int(os.environ.get("KILL_ARTICLES", "24"))
KILLS = int(os.environ.get("KILL_TIMES", "3"))
"""`make check` asks for 200 articles and 20 kills."""


def _command(arguments):
    """Run the command, in a process that was forked from one that has it loaded."""
    sys.argv = ["summarizer", *map(str, arguments)]
    main()


def _slow(request):
    """Answer in 50 ms, so that with four requests at a time kills come before the end."""
    return Reply(body=sound(request).body, wait=0.05)


def _words(request):
    return hashlib.sha256(json.dumps(request["messages"], sort_keys=True).encode()).hexdigest()


def _stored(out):
    """Give the questions whose answers are in the journal, by their words."""
    if not (out / "summarizer.sqlite").exists():
        return set()
    db = sqlite3.connect(out / "summarizer.sqlite")
    try:
        return {words for (words,) in db.execute("SELECT words FROM answers")}
    except sqlite3.OperationalError:
        return set()  # killed before the tables were made
    finally:
        db.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_nothing_is_lost_and_nothing_asked_again(tmp_path):
    """SIGKILL after a random number of requests; what was stored before one is not asked after it."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:03}.txt").write_text(f"Le bateau numéro {number + 100} part. {BARE}", "utf-8")
    forked = multiprocessing.get_context("forkserver")
    forked.set_forkserver_preload(["tests.loaded"])
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    killed = 0
    with scripted(_slow) as server:
        arguments = ["batch", folder, out, "--quiet"]
        arguments += [
            "--model",
            "scripted",
            "--base-url",
            server.base_url,
            "--profile",
            "hosted",
            "--jobs",
            "4",
        ]
        command = [Path(sys.executable).with_name("summarizer"), *arguments]
        for _ in range(KILLS):
            before, stored = len(server.asked), _stored(out)
            process = forked.Process(target=_command, args=(arguments,))
            process.start()
            deadline = time.monotonic() + 60
            until = before + chance.randint(1, ARTICLES // KILLS)
            while len(server.asked) < until and process.is_alive() and time.monotonic() < deadline:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.05))
            process.kill()
            process.join()
            killed += process.exitcode == -signal.SIGKILL
            process.close()
            time.sleep(0.05)
            assert not stored & {_words(request) for request in server.asked[before:]}
        assert killed > KILLS // 3
        before, stored = len(server.asked), _stored(out)
        subprocess.run(command, check=True)
        assert not stored & {_words(request) for request in server.asked[before:]}
        assert _stored(out) == {_words(request) for request in server.asked}
        before = len(server.asked)
        subprocess.run(command, check=True)
        assert len(server.asked) == before
    names = {f"{number:03}.txt" for number in range(ARTICLES)}
    lines = (out / "briefs.jsonl").read_text("utf-8").splitlines()
    listed = [Brief.model_validate_json(line) for line in lines]
    assert Counter(brief.article.source for brief in listed) == Counter(names)
    for brief in listed:
        written = (out / "briefs" / f"{brief.article.source}.json").read_text("utf-8")
        assert Brief.model_validate_json(written) == brief
