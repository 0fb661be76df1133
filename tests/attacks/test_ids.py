"""Ids made to share a file, to leave OUT, or to take another's name: one id, one file, always."""

import json
import string
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.batch.outputs import path_of
from tests.articles import BARE
from tests.attacks.commands import batch, heavy, summarizer
from tests.batches import check_out, lines, run
from tests.servers import scripted
from tests.sound import sound

LIKE_A = ("a", "a/", "/a", "./a", "a/.", "a//", "//a", "a/./", "././a", " a", "a ", "A", "à", "a\u0300")
UNSAFE = ("x:y", "x_y", "x?y", "x*y", "x\ny", "x\x7fy", "x\\y", 'x"y', "x\0y", "x\u202ey")
WEB = (
    "https://x/a",
    "https://x/a/",
    "https:/x/a",
    "https//x/a",
    "http://x/a",
    "https://x/./a",
    "https://x//a",
)
UP = ("..", "../a", "__/a", "../../a", "a/../b", "a/__/b", "...", "___", "~/a", "/etc/passwd", "etc/passwd")
LONG = ("n" * 300, "n" * 301, "é" * 150, "d/" * 2000 + "a", "d/" * 2001 + "a", "long", f"{'n' * 200}/a")
SUFFIXES = (
    "b.json",
    "b",
    "b.json/c",
    "b.json_/c",
    "b.json.part",
    "b.json.part/c",
    "b.md",
    "b.MD/c",
    "b.md_/c",
)
NUMBERED = ("r", "r~2", "r~3", "r~2~2", "in.jsonl-3", "")
HOSTILE = tuple(
    dict.fromkeys(
        (*LIKE_A, *UNSAFE, *WEB, *UP, *LONG, *SUFFIXES, *NUMBERED, "index", "CON", "-rf", ".hidden")
    )
)


def forged(name):
    """A name that is spelled like the path that another name was given."""
    path = path_of(Path(), name)
    return path.relative_to("briefs").as_posix().removesuffix(".json")


FORGED = tuple(forged(name) for name in HOSTILE if len(name) < 500)
NAMES = tuple(dict.fromkeys((*HOSTILE, *FORGED, *map(forged, FORGED))))


def test_no_two_ids_have_one_path(tmp_path):
    """Hostile ids, those forged from their paths, and those forged from these: all pairs."""
    for suffix in (".json", ".md", ".html"):
        paths = {name: path_of(tmp_path, name, suffix) for name in NAMES}
        assert len(set(paths.values())) == len(NAMES)
        for path in paths.values():
            assert (tmp_path / "briefs") in path.parents
            assert ".." not in path.parts
    files = {
        path for suffix in (".json", ".md") for path in (path_of(tmp_path, name, suffix) for name in NAMES)
    }
    assert not files & {
        parent for path in files for parent in path.parents
    }  # no file where a folder is to be
    for path in sorted(files):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name(f"{path.name}.part").write_text("", "utf-8")


ids = st.text(st.sampled_from([*"ab./\\:_-~ é", *string.hexdigits[:4]]), max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(ids, min_size=2, max_size=6, unique=True))
def test_no_two_random_ids_have_one_path(names):
    """Made of the characters that matter, and forged from one another."""
    every = [*dict.fromkeys((*names, *map(forged, names)))]
    for one, other in combinations(every, 2):
        assert path_of(Path("out"), one) != path_of(Path("out"), other)


def test_a_run_keeps_every_hostile_id(tmp_path):
    """Each has its own brief, also of several in one commit; a second run asks nothing."""
    records = [{"id": name, "text": f"Le bateau numéro {n} part. {BARE}"} for n, name in enumerate(NAMES)]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    with scripted(sound) as server:
        state = run(source, server, given=(str(source),), formats=("md",))
        assert (state.done, state.failed, state.waiting) == (len(NAMES), 0, 0)
        asked = len(server.asked)
        assert run(source, server, given=(str(source),), formats=("md",)).calls == 0
        assert len(server.asked) == asked
    for path in (tmp_path / "out" / "briefs").rglob("*.md"):
        path.unlink()
    listed = [record["article"]["source"] for record in lines(tmp_path / "out" / "briefs.jsonl")]
    check_out(tmp_path / "out", listed)
    texts = {record["article"]["text"] for record in lines(tmp_path / "out" / "briefs.jsonl")}
    assert len(texts) == len(listed) == len(NAMES)


@heavy
def test_the_command_keeps_ids_that_differ_by_a_slash(tmp_path):
    """As an exporter of web pages writes them; repeated ids are numbered, also one that looks numbered."""
    names = ["https://x/a", "https://x/a/", "https://x//a", "r", "r", "r~2", "r~2"]
    records = [{"id": name, "text": f"Le bateau numéro {n} part. {BARE}"} for n, name in enumerate(names)]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    with scripted(sound) as server:
        batch(source, server, code=0)
    listed = [record["article"]["source"] for record in lines(tmp_path / "out" / "briefs.jsonl")]
    assert sorted(listed) == sorted([*names[:3], "r", "r~2", "r~2~2", "r~2~3"])
    check_out(tmp_path / "out", listed)


@pytest.mark.parametrize("files", [("a/x.txt", "b/x.txt"), ("x.fr.txt", "x.txt"), ("x y.txt", "x-y.txt")])
def test_the_brief_command_refuses_two_articles_for_one_file(tmp_path, files):
    """Before a model is asked."""
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BARE, "utf-8")
    ended = summarizer(
        "brief", *files, "-o", "out/", "--base-url", "http://127.0.0.1:9", cwd=tmp_path, code=2
    )
    assert "two articles would be written to" in ended.err
