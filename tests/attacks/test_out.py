"""An OUT that changes between two runs or under one, and runs that end badly: nothing is lost."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.errors import BatchError
from tests.articles import BARE
from tests.attacks.commands import COMMAND, batch, heavy, summarizer, until
from tests.attacks.journals import NAMES, TEXTS, tell
from tests.batches import check_out, run, write
from tests.servers import Reply, scripted
from tests.sound import sound


def holed(target):
    """A hole, its size kept."""
    target.write_bytes(bytes(target.stat().st_size))


def altered(target):
    """One byte."""
    data = bytearray(target.read_bytes())
    data[len(data) // 2] ^= 1
    target.write_bytes(data)


def grown(target):
    """What an append leaves that was not committed."""
    target.write_bytes(target.read_bytes() + b'{"half": ')


def swapped(target):
    """Its lines in another order."""
    target.write_bytes(b"".join(reversed(target.read_bytes().splitlines(keepends=True))))


def shorter(target):
    """Cut off."""
    target.write_bytes(target.read_bytes()[:-50])


DAMAGES = [holed, altered, grown, swapped, shorter, lambda target: target.unlink()]


@pytest.mark.parametrize("damage", DAMAGES, ids=["holed", "altered", "grown", "swapped", "shorter", "gone"])
def test_lines_are_mended_at_the_next_start(finished, damage):
    """Whatever was done to `briefs.jsonl` between two runs."""
    out = finished.parent / "out"
    damage(out / "briefs.jsonl")
    with scripted(sound) as server:
        assert run(finished, server).calls == 0
    check_out(out, NAMES, failed=["bad.txt"])


@pytest.mark.parametrize("damage", DAMAGES, ids=["holed", "altered", "grown", "swapped", "shorter", "gone"])
def test_lines_are_mended_at_the_end_of_a_run(tmp_path, damage):
    """Whatever is done to `briefs.jsonl` while a run writes to it."""
    texts = {f"{number}.txt": f"Le navire {number} part. {BARE}" for number in range(8)}
    folder, out, done = write(tmp_path / "in", texts), tmp_path / "out", list[str]()

    def damaging(request):
        if not done and (out / "briefs.jsonl").exists() and (out / "briefs.jsonl").stat().st_size > 100:
            done.append(damage(out / "briefs.jsonl"))
        return sound(request)

    with scripted(damaging) as server:
        state = run(folder, server, jobs=1)
    assert done
    assert (state.done, state.failed, state.waiting, state.stopped) == (8, 0, 0, None)
    check_out(out, list(texts))


@heavy
@pytest.mark.parametrize("how", ["removed", "moved", "made anew"])
def test_an_out_that_goes_away_stops_the_run(tmp_path, how):
    """With exit code 1 and a line; nothing is written where it was."""
    folder, out = (
        write(tmp_path / "in", {f"{n}.txt": f"Le navire {n} part. {BARE}" for n in range(9)}),
        tmp_path / "out",
    )

    def taking(request):
        if len(server.asked) == 4:
            out.rename(tmp_path / "moved")
            if how == "removed":
                shutil.rmtree(tmp_path / "moved")
            if how == "made anew":
                out.mkdir()
        return sound(request)

    with scripted(taking) as server:
        ended = batch(folder, server, "--jobs", "1", code=1)
        assert len(server.asked) < 9
    assert "was removed or moved during the run" in ended.err
    assert not list(out.glob("summarizer.sqlite*"))
    if how == "moved":
        with scripted(sound) as server:
            assert run(folder, server, out=tmp_path / "moved").done == 9
        check_out(tmp_path / "moved", [f"{n}.txt" for n in range(9)])


@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_briefs_that_go_away_during_a_run_are_said(tmp_path, how):
    """The run is no success; the next one writes them again and asks nothing."""
    folder, out = (
        write(tmp_path / "in", {f"{n}.txt": f"Le navire {n} part. {BARE}" for n in range(6)}),
        tmp_path / "out",
    )
    first = out / "briefs" / "0.txt.json"

    def taking(request):
        if len(server.asked) == 5:
            first.unlink() if how == "removed" else first.write_bytes(b"")
        return sound(request)

    with scripted(taking) as server:
        state = run(folder, server, jobs=1)
    assert (state.done, state.waiting) == (5, 1)
    assert "removed or damaged during the run" in state.stopped
    assert "removed or damaged" in tell(out, "SELECT outcome FROM runs")[0][0]
    with scripted(sound) as server:
        assert (run(folder, server).done, server.asked) == (6, [])
    check_out(out, [f"{n}.txt" for n in range(6)])


def test_a_run_that_is_stopped_at_once_is_no_finished_run(tmp_path):
    """By a second Ctrl-C, and by a disk that is full: the journal says how each run ended."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"
    with scripted(lambda request: Reply(body=sound(request).body, wait=30.0)) as server:
        command = [*COMMAND, "batch", folder, out]
        command += ["--model", "scripted", "--base-url", server.base_url, "--quiet"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            until(lambda: server.asked)
            process.send_signal(signal.SIGINT)

            def has_ended():
                process.send_signal(signal.SIGINT)
                return process.poll() is not None

            until(has_ended, every=0.5)
    assert tell(out, "SELECT outcome FROM runs") == [("stopped at once",)]
    with scripted(sound) as server:
        assert run(folder, server).done == 3
    assert tell(out, "SELECT outcome FROM runs") == [("stopped at once",), ("finished",)]


def test_a_run_that_an_error_ends_says_so(tmp_path):
    """One that cannot begin, and one whose output cannot be written."""
    folder, out = write(tmp_path / "in", TEXTS), tmp_path / "out"

    def blocking(request):
        (out / "briefs" / "b.txt.json" / "x").mkdir(parents=True, exist_ok=True)
        return sound(request)

    with scripted(blocking) as server:
        with pytest.raises(BatchError, match=r"cannot write to OUT.*correct this"):
            run(folder, server)
        with pytest.raises(BatchError, match="no file or folder"):
            run(folder, server, given=(str(tmp_path / "none"),))
    outcomes = [outcome for (outcome,) in tell(out, "SELECT outcome FROM runs")]
    assert [outcome[:6] for outcome in outcomes] == ["error:", "error:"]


def kept_times(path, words):
    """Other words of the same length, the file's times as they were."""
    status = path.stat()
    path.write_text(words, "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_a_file_is_known_by_its_content(finished):
    """Not by its time and its size; one that is only touched is not made again."""
    out = finished.parent / "out"
    kept_times(finished / "a.txt", TEXTS["a.txt"].replace("part.", "coule."[:4] + "."))
    kept_times(finished / "b.txt", TEXTS["b.txt"].replace("navire", "bateau"))
    os.utime(finished / "c.txt", (1, 1))
    with scripted(sound) as server:
        state = run(finished, server)
        assert (state.done, len(server.asked)) == (3, 2)
    assert (
        "Le bateau b.txt" in json.loads((out / "briefs" / "b.txt.json").read_text("utf-8"))["article"]["text"]
    )
    check_out(out, NAMES, failed=["bad.txt"])


@heavy
@pytest.mark.parametrize("log", ["without a log", "with a log"])
def test_an_out_that_cannot_be_written_is_read(mounted, finished, log):
    """By `status` and `--estimate`, also if a killed run left its write-ahead log there."""
    out = finished.parent / "out"
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db:
        if log == "with a log":
            db.execute("INSERT INTO facts VALUES ('later', 1)")
            db.commit()
            for name in ("summarizer.sqlite", "summarizer.sqlite-wal"):
                shutil.copyfile(out / name, finished.parent / name)
    if log == "with a log":
        for name in ("summarizer.sqlite", "summarizer.sqlite-wal"):
            shutil.copyfile(finished.parent / name, out / name)
    mounted("ro")
    assert "3 done, 1 failed" in summarizer("status", out, code=0).out
    named = ("--model", "scripted", "--base-url", "http://127.0.0.1:9/v1")
    told = summarizer("batch", finished, out, "--estimate", *named, code=0).out
    assert "4 more are done" in told


BUSY = """
import os, re
from pathlib import Path
import summarizer.batch.reader as reader

def read_entry(entry):
    entry.path.with_name("reader").write_text(str(os.getpid()), "utf-8")
    re.match("(a*)*b", "a" * 60)

reader.read_entry = read_entry
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_killed_run_leaves_no_reader(tmp_path):
    """Not even one that is busy with a pattern and never comes back to Python."""
    folder = write(tmp_path / "in", {"a.txt": BARE})
    write(tmp_path / "path", {"sitecustomize.py": BUSY})
    with scripted(sound) as server:
        command = [*COMMAND, "batch", folder, tmp_path / "out", "--quiet", "--model", "scripted"]
        paths = os.pathsep.join([str(tmp_path / "path"), os.environ.get("PYTHONPATH", "")])
        with subprocess.Popen(
            [*command, "--base-url", server.base_url], env={**os.environ, "PYTHONPATH": paths}
        ) as process:
            until(
                lambda: (folder / "reader").is_file() and (folder / "reader").read_text("utf-8"), seconds=120
            )
            process.kill()
    reader = int((folder / "reader").read_text("utf-8"))
    until(lambda: not is_running(reader))


def is_running(pid):
    """Whether a process is there, and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] not in {"Z", "X"}
    except OSError:
        return False
