"""A journal that is damaged, an OUT that changes under a run, runs that end badly: nothing is lost."""

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

from summarizer.batch.status import last_status, summary
from summarizer.errors import BatchError
from tests.articles import BARE
from tests.attacks.commands import COMMAND, batch, heavy, summarizer, until
from tests.batches import check_out, run, write
from tests.servers import Reply, scripted
from tests.sound import sound

NAMES = ["a.txt", "b.txt", "c.txt"]
TEXTS = {name: f"Le navire {name} part. {BARE}" for name in NAMES}


@pytest.fixture
def folder(tmp_path):
    """Three articles and a file that is none; their run is done."""
    folder = write(tmp_path / "in", {**TEXTS, "bad.txt": b""})
    with scripted(sound) as server:
        assert run(folder, server).done == 3
    return folder


def change(out, *statements):
    """Change the journal as somebody with SQLite's shell does; the rows of its last run."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db, db:
        for statement in statements:
            db.execute(statement)
    return out


def tell(out, query):
    """Ask the journal."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db:
        return db.execute(query).fetchall()


ROWS = {
    "name: number": "articles SET name = 7 WHERE name = 'a.txt'",
    "name: bytes": "articles SET name = x'ff00' WHERE name = 'a.txt'",
    "name: no UTF-8": "articles SET name = CAST(x'ff41' AS TEXT) WHERE name = 'a.txt'",
    "name: another": "articles SET name = '../../a' WHERE name = 'a.txt'",
    "path: number": "articles SET path = 3 WHERE name = 'a.txt'",
    "path: text": "articles SET path = 'elsewhere' WHERE name = 'a.txt'",
    "offset: text": "articles SET offset = 'x' WHERE name = 'a.txt'",
    "offset: negative": "articles SET offset = -4 WHERE name = 'a.txt'",
    "stamp: bytes": "articles SET stamp = x'00' WHERE name = 'a.txt'",
    "run: text": "articles SET run = 'first' WHERE name = 'a.txt'",
    "state: unknown": "articles SET state = 'odd' WHERE name = 'a.txt'",
    "state: bytes": "articles SET state = x'01' WHERE name = 'a.txt'",
    "state: failed for no cause": "articles SET state = 'failed' WHERE name = 'a.txt'",
    "setup: number": "articles SET setup = 1.5 WHERE name = 'a.txt'",
    "brief: no such": "articles SET brief = 'none' WHERE name = 'a.txt'",
    "findings: text": "articles SET findings = 'many' WHERE name = 'a.txt'",
    "source: another": "articles SET source = 'z.txt' WHERE name = 'a.txt'",
    "title: bytes": "articles SET title = x'00' WHERE name = 'a.txt'",
    "line: text": "articles SET line = 'x' WHERE name = 'a.txt'",
    "cause: bytes": "articles SET cause = x'ff' WHERE name = 'bad.txt'",
    "error: bytes": "articles SET error = x'ff' WHERE name = 'bad.txt'",
    "error: no UTF-8": "articles SET error = CAST(x'ff' AS TEXT) WHERE name = 'bad.txt'",
    "brief's key: another": "briefs SET key = 'none' WHERE brief LIKE '%a.txt%'",
    "spending: text": "spending SET calls = 'many', cost = 'much'",
    "spending: endless": "spending SET cost = 9e999",
    "spending: bytes": "spending SET tokens_in = x'00', tokens_out = NULL",
    "length of lines: text": "facts SET value = 'long' WHERE name = 'lines_end'",
    "length of lines: endless": "facts SET value = 9e999 WHERE name = 'lines_end'",
    "length of lines: less": "facts SET value = 10 WHERE name = 'lines_end'",
    "length of lines: more": "facts SET value = 10000000 WHERE name = 'lines_end'",
    "length of lines: gone": "facts SET name = 'odd' WHERE name = 'lines_end'",
}


@pytest.mark.parametrize("statement", ROWS.values(), ids=list(ROWS))
def test_a_damaged_row_is_set_aside_and_done_again(folder, statement):
    """With what is kept of the answers, so nothing is asked; the state can be told before and after."""
    out = change(folder.parent / "out", f"UPDATE {statement}")
    assert summary(last_status(out), out)
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.waiting, state.stopped) == (3, 1, 0, None)
        assert server.asked == []
        assert run(folder, server).set_aside == 0
    assert bool(state.set_aside) == bool(tell(out, "SELECT 1 FROM sqlite_schema WHERE name = 'damaged'"))
    assert any(line.startswith("  damaged:") for line in summary(state, out)) == bool(state.set_aside)
    check_out(out, NAMES, failed=["bad.txt"])


BRIEFS = {
    "no JSON": "'{\"article\": '",
    "bytes": "x'00ff'",
    "number": "3",
    "list": "'[]'",
    "no article": "'{}'",
    "another form": '\'{"article": {"id": 3}}\'',
    "deep": f"'{'[' * 20000}'",
    "that of another article": "(SELECT brief FROM briefs ORDER BY brief LIKE '%b.txt%' DESC LIMIT 1)",
}
ANSWERS = {
    "answer: no JSON": "answer = '{'",
    "answer: bytes": "answer = x'ff'",
    "answer: number": "answer = '7'",
    "answer: list": "answer = '[\"answers\"]'",
    "answer: another form": 'answer = \'{"answers": [3], "rejected": {}}\'',
    "answer: deep": f"answer = '{'[' * 20000}'",
    "calls: text": "calls = 'many'",
    "tokens: none": "tokens_in = NULL",
    "tokens: fewer than none": "tokens_out = -1",
    "tokens: endless": "tokens_in = 9e999",
    "cost: text": "cost = 'free'",
    "cost: endless": "cost = 9e999",
    "cost: fewer than none": "cost = -1",
}


@pytest.mark.parametrize("words", BRIEFS.values(), ids=list(BRIEFS))
def test_a_damaged_brief_is_made_again(folder, words):
    """When its file is missing, or `briefs.jsonl` is written anew; never another article's in its place."""
    out = change(folder.parent / "out", f"UPDATE briefs SET brief = {words} WHERE brief LIKE '%a.txt%'")  # noqa: S608
    (out / "briefs" / "a.txt.json").unlink()
    (out / "briefs.jsonl").unlink()
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.waiting, server.asked) == (3, 1, 0, [])
    assert state.set_aside or "another article" in words or "ORDER BY" in words
    check_out(out, NAMES, failed=["bad.txt"])


@pytest.mark.parametrize("words", ANSWERS.values(), ids=list(ANSWERS))
def test_a_damaged_answer_is_asked_again(folder, words):
    """And said; the one that comes takes its place."""
    key = "(SELECT min(key) FROM answers)"
    out = change(folder.parent / "out", f"UPDATE answers SET {words} WHERE key = {key}", "DELETE FROM briefs")  # noqa: S608
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.waiting, len(server.asked)) == (3, 1, 0, 1)
        assert state.set_aside
        change(out, "DELETE FROM briefs")
        assert run(folder, server).done == 3
        assert len(server.asked) == 1
    check_out(out, NAMES, failed=["bad.txt"])


def scribbled(journal):
    """Zeros over the second page, as a disk leaves them."""
    for name in ("-wal", "-shm"):
        journal.with_name(journal.name + name).unlink(missing_ok=True)
    with journal.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(4096 * 8))


def cut_in_half(journal):
    """As a copy that broke off."""
    with journal.open("r+b") as file:
        file.truncate(journal.stat().st_size // 2)


def something_else(journal):
    """A text."""
    journal.write_text("no database " * 1000, "utf-8")


def without_table(journal):
    """Somebody removed a table."""
    change(journal.parent, "DROP TABLE articles")


def of_the_future(journal):
    """A later release wrote it."""
    change(journal.parent, "PRAGMA user_version = 99")


@pytest.mark.parametrize("damage", [scribbled, cut_in_half, something_else, without_table, of_the_future])
def test_a_journal_that_cannot_be_read_is_said_in_a_line(folder, damage):
    """By each command that reads it; nothing of OUT is changed, and it is said what to do."""
    out = folder.parent / "out"
    damage(out / "summarizer.sqlite")
    before = {path: path.read_bytes() for path in (out / "briefs").rglob("*.json")}
    listed = (out / "briefs.jsonl").read_bytes()
    with scripted(sound) as server:
        with pytest.raises(BatchError, match=r"cannot be read|has version 99|no such table") as told:
            run(folder, server)
        assert "\n" not in str(told.value)
        named = ("--model", "scripted", "--base-url", server.base_url)
        if damage in {scribbled, of_the_future}:
            summarizer("status", out, code=1 if damage is scribbled else 0)
            summarizer("batch", folder, out, "--estimate", *named, code=1 if damage is scribbled else 0)
    assert {path: path.read_bytes() for path in (out / "briefs").rglob("*.json")} == before
    assert (out / "briefs.jsonl").read_bytes() == listed


@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_without_its_journal_the_lines_of_an_out_are_kept(folder, how):
    """Under another name: they may be of articles that are no longer there."""
    out = folder.parent / "out"
    listed = (out / "briefs.jsonl").read_bytes()
    for path in out.glob("summarizer.sqlite*"):
        path.unlink()
    if how == "emptied":
        (out / "summarizer.sqlite").touch()
    with scripted(sound) as server:
        assert run(folder, server).done == 3
    assert (out / "briefs.jsonl.earlier-1").read_bytes() == listed
    check_out(out, NAMES, failed=["bad.txt"])


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
def test_lines_are_mended_at_the_next_start(folder, damage):
    """Whatever was done to `briefs.jsonl` between two runs."""
    out = folder.parent / "out"
    damage(out / "briefs.jsonl")
    with scripted(sound) as server:
        assert run(folder, server).calls == 0
    check_out(out, NAMES, failed=["bad.txt"])


@pytest.mark.parametrize("damage", DAMAGES, ids=["holed", "altered", "grown", "swapped", "shorter", "gone"])
def test_lines_are_mended_at_the_end_of_a_run(tmp_path, damage):
    """Whatever is done to `briefs.jsonl` while a run writes to it."""
    texts = {f"{number}.txt": f"Le navire {number} part. {BARE}" for number in range(8)}
    folder, out, done = write(tmp_path / "in", texts), tmp_path / "out", []

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
            until(lambda: process.send_signal(signal.SIGINT) or process.poll() is not None, every=0.5)
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


def test_a_file_is_known_by_its_content(folder):
    """Not by its time and its size; one that is only touched is not made again."""
    out = folder.parent / "out"
    kept_times(folder / "a.txt", TEXTS["a.txt"].replace("part.", "coule."[:4] + "."))
    kept_times(folder / "b.txt", TEXTS["b.txt"].replace("navire", "bateau"))
    os.utime(folder / "c.txt", (1, 1))
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, len(server.asked)) == (3, 2)
    assert (
        "Le bateau b.txt" in json.loads((out / "briefs" / "b.txt.json").read_text("utf-8"))["article"]["text"]
    )
    check_out(out, NAMES, failed=["bad.txt"])


@heavy
@pytest.mark.parametrize("log", ["without a log", "with a log"])
def test_an_out_that_cannot_be_written_is_read(mounted, folder, log):
    """By `status` and `--estimate`, also if a killed run left its write-ahead log there."""
    out = folder.parent / "out"
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db:
        if log == "with a log":
            db.execute("INSERT INTO facts VALUES ('later', 1)")
            db.commit()
            for name in ("summarizer.sqlite", "summarizer.sqlite-wal"):
                shutil.copyfile(out / name, folder.parent / name)
    if log == "with a log":
        for name in ("summarizer.sqlite", "summarizer.sqlite-wal"):
            shutil.copyfile(folder.parent / name, out / name)
    mounted("ro")
    assert "3 done, 1 failed" in summarizer("status", out, code=0).out
    named = ("--model", "scripted", "--base-url", "http://127.0.0.1:9/v1")
    told = summarizer("batch", folder, out, "--estimate", *named, code=0).out
    assert "4 more need nothing" in told


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
