"""Files that are not as they should be, in IN and in OUT: each article done or failed by name, none twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.batch.outputs import path_of
from summarizer.errors import BatchError
from tests.articles import BARE, STORY
from tests.batches import check_out, failures, lines, run, write
from tests.servers import scripted
from tests.sound import sound

UNREADABLE = "/proc/self/mem"
"""A file that nobody can read from its beginning, root neither."""
LIMITED = """
import resource
from summarizer.cli.main import main

resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
main()
"""
"""The command line where no file may be longer."""


def done(state):
    """The figures that matter here."""
    return state.done, state.failed, state.waiting, state.stopped


BAD = {
    "empty": b"",
    "blank": b" \n\xc2\xa0\n",
    "binary": bytes(range(256)) * 40,
    "50 MB": b"Le port. " * 5_600_000,
    "half of UTF-16": b"\xff\xfeL\x00e\x00 \x00p",
    "lone surrogate": "Le port".encode("utf-16-le") + b"\x00\xd8" + "du nord".encode("utf-16-le"),
}


@pytest.mark.parametrize("data", BAD.values(), ids=list(BAD))
def test_a_file_that_is_no_article_fails_alone(tmp_path, data):
    """With its name; the other is done."""
    folder = write(tmp_path / "in", {"bad.txt": data, "good.txt": BARE})
    with scripted(sound) as server:
        assert done(run(folder, server)) == (1, 1, 0, None)
    check_out(tmp_path / "out", ["good.txt"], failed=["bad.txt"])
    assert failures(tmp_path / "out")["bad.txt"][0] == "no article"


@pytest.mark.skipif(not Path(UNREADABLE).exists(), reason="Linux has a file that nobody can read")
def test_files_that_cannot_be_read_fail_alone(tmp_path):
    """Unreadable, a pipe, links to nowhere and to themselves."""
    folder = write(tmp_path / "in", {"good.txt": BARE})
    for name, target in {"mem": UNREADABLE, "nowhere": "/nowhere", "itself": "itself.txt"}.items():
        (folder / f"{name}.txt").symlink_to(target)
    os.mkfifo(folder / "pipe.txt")
    bad = [f"{name}.txt" for name in ("itself", "mem", "nowhere", "pipe")]
    given = (*(str(path) for path in folder.iterdir()),)  # named: in a folder, a link out of it is left out
    with scripted(sound) as server:
        assert done(run(folder, server, given=given)) == (1, 4, 0, None)
        asked = len(server.asked)
        run(folder, server, given=given, retry_failed=True)
        assert len(server.asked) == asked
    check_out(tmp_path / "out", ["good.txt"], failed=bad)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-be", "utf-8-sig", "mac_roman", "cp850"])
def test_encodings(tmp_path, encoding):
    """The brief has the words that were meant."""
    folder = write(tmp_path / "in", {"a.txt": STORY.encode(encoding)})
    with scripted(sound) as server:
        assert done(run(folder, server)) == (1, 0, 0, None)
    check_out(tmp_path / "out", ["a.txt"])
    (brief,) = lines(tmp_path / "out" / "briefs.jsonl")
    assert "déclaré Marie Kervadec" in brief["article"]["text"]


def test_names(tmp_path):
    """Spaces, accents, newlines, marks, 200 characters, no UTF-8: none goes where another is."""
    names = [
        "deux mots.txt",
        "été à Nîmes.txt",
        "ligne\nsuivante.txt",
        "ligne_suivante.txt",
        '12:30 "a" <b> | c?.txt',
        "12_30 _a_ _b_ _ c_.txt",
        "n" * 196 + ".txt",
        "é" * 120 + ".txt",
        "é" * 119 + "è.txt",
        "~.txt",
        "...txt",
        "a.txt",
        "a.txt.json/b.txt",
        "x/a.txt",
        "y/a.txt",
    ]
    names.remove("...txt")  # hidden
    folder = write(tmp_path / "in", {name: f"Le bateau {n} part. {BARE}" for n, name in enumerate(names)})
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text(BARE, "utf-8")
    with scripted(sound) as server:
        assert done(run(folder, server)) == (len(names) + 1, 0, 0, None)
        asked = len(server.asked)
        assert done(run(folder, server)) == (len(names) + 1, 0, 0, None)
        assert len(server.asked) == asked
    check_out(tmp_path / "out", [*names, "\\xff.txt"])


@pytest.mark.parametrize(
    "names", [("a?", "a_"), ("../a", "__/a"), ("x" * 300, "x" * 301), ("d/" * 3000 + "a", "d/a")]
)
def test_two_names_never_go_to_one_place(tmp_path, names):
    """And none leaves OUT, or is longer than a file system takes."""
    paths = [path_of(tmp_path, name) for name in names]
    assert paths[0] != paths[1]
    for path in paths:
        assert (tmp_path / "briefs") in path.parents
        assert ".." not in path.parts
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")


def test_the_same_name_in_two_folders(tmp_path):
    """Each has its brief."""
    for where in ("one", "two"):
        write(tmp_path / where, {"a.txt": f"Le bateau {where} part. {BARE}"})
    with scripted(sound) as server:
        state = run(tmp_path / "one", server, given=(str(tmp_path / "one"), str(tmp_path / "two")))
    assert done(state) == (2, 0, 0, None)
    check_out(tmp_path / "out", ["a.txt", "a.txt~2"])


def test_links_and_loops(tmp_path):
    """A link is read if it leads to somewhere below IN; not if it leads back up, or out."""
    folder = write(tmp_path / "in", {"a.txt": BARE, "sub/b.txt": BARE})
    write(tmp_path / "elsewhere", {"c.txt": BARE})
    (folder / "elsewhere").symlink_to(tmp_path / "elsewhere")
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "link.txt").symlink_to(folder / "a.txt")
    with scripted(sound) as server:
        assert done(run(folder, server)) == (3, 0, 0, None)
    check_out(tmp_path / "out", ["a.txt", "link.txt", "sub/b.txt"])
    assert "leads out" in (tmp_path / "out" / "left_out.txt").read_text("utf-8")


def test_a_file_that_vanishes_during_the_run(tmp_path):
    """Fails by name; it is done when it is there again."""
    names = [f"{number}.txt" for number in range(6)]
    folder = write(tmp_path / "in", {name: f"Le navire {name} part. {BARE}" for name in names})

    def taking(request):
        (folder / "5.txt").unlink(missing_ok=True)
        return sound(request)

    with scripted(taking) as server:
        assert done(run(folder, server, jobs=1)) == (5, 1, 0, None)
        check_out(tmp_path / "out", names[:5], failed=["5.txt"])
    write(folder, {"5.txt": BARE})
    with scripted(sound) as server:
        assert done(run(folder, server)) == (6, 0, 0, None)
    check_out(tmp_path / "out", names)


@pytest.mark.parametrize("given", ["in", "in/**/*"])
def test_out_inside_in(tmp_path, given):
    """What was written is not read as articles, whether IN is a folder or a pattern."""
    folder = write(tmp_path / "in", {"a.md": BARE, "sub/b.md": BARE})
    plan = {"given": (str(tmp_path / given),), "out": folder / "out", "formats": ("md",)}
    with scripted(sound) as server:
        for _ in range(2):
            assert done(run(folder, server, **plan)) == (2, 0, 0, None)


def test_in_is_not_out(tmp_path):
    """Nor is a folder without articles taken for work that is done."""
    folder = write(tmp_path / "in", {"a.png": b"\x89PNG"})
    with scripted(sound) as server:
        with pytest.raises(BatchError, match="both IN and OUT"):
            run(folder, server, out=folder)
        with pytest.raises(BatchError, match="no article in"):
            run(folder, server)


BLOCKED = {"OUT is a file": "out", "briefs is a file": "out/briefs", "no database": "out/summarizer.sqlite"}


@pytest.mark.parametrize("where", BLOCKED.values(), ids=list(BLOCKED))
def test_an_out_that_cannot_be_written(tmp_path, where):
    """The run does not begin, and says so in a line; nothing is asked."""
    folder = write(tmp_path / "in", {"a.txt": BARE})
    write(tmp_path, {where: "something else that is no folder and no database at all. " * 40})
    with scripted(sound) as server:
        with pytest.raises(BatchError, match="cannot"):
            run(folder, server)
        assert server.asked == []


def test_an_out_that_is_read_only(tmp_path, mounted):
    """As above; and where it becomes so during a run, that stops, and goes on when it can."""
    names = [f"{number}.txt" for number in range(8)]
    folder = write(tmp_path / "in", {name: f"Le navire {name} part. {BARE}" for name in names})
    mounted("ro")
    with scripted(sound) as server:
        with pytest.raises(BatchError, match="Read-only"):
            run(folder, server)
        assert server.asked == []
    mounted("rw")
    with scripted(sound) as server:
        assert done(run(folder, server)) == (8, 0, 0, None)
    check_out(tmp_path / "out", names)


def test_a_disk_that_is_full(tmp_path, mounted):
    """The run stops with a line; what was paid for is kept, and with room again it goes on from there."""
    names = [f"{number}.txt" for number in range(60)]
    folder = write(tmp_path / "in", {name: f"Le navire {name} part. {STORY}" for name in names})
    with scripted(sound) as server:
        with pytest.raises(BatchError, match="free some room"):
            run(folder, server)
        before = len(server.asked)
        assert before
        mounted("size=20m")
        assert done(run(folder, server)) == (60, 0, 0, None)
        asked = [str(request) for request in server.asked]
        twice = len(asked) - len(set(asked))
    assert twice <= 3 * 16 * 5  # those under way when it was full
    check_out(tmp_path / "out", names)


def test_a_file_may_not_grow(tmp_path):
    """A limit on the size of files, where mounting is not allowed: the same."""
    names = [f"{number}.txt" for number in range(20)]
    folder = write(tmp_path / "in", {name: f"Le navire {name} part. {STORY}" for name in names})
    with scripted(sound) as server:
        command = [sys.executable, "-c", LIMITED, "batch", str(folder), str(tmp_path / "out"), "--quiet"]
        command += ["--model", "scripted", "--base-url", server.base_url]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ended.returncode == 1
        assert "free some room" in ended.stderr
        assert "Traceback" not in ended.stderr
        assert done(run(folder, server)) == (20, 0, 0, None)
    check_out(tmp_path / "out", names)
