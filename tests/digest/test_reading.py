"""Briefs of several versions, damaged ones, none: clear outcomes."""

import json

import pytest

from summarizer.digest import Digester
from summarizer.digest.likeness import Words
from summarizer.digest.reading import read_briefs, read_into
from summarizer.errors import SummarizerError
from tests.digest.articles import fire, harbour, later


def read(place):
    """Give the briefs that are read, their pages, and what is left out."""
    made = Digester(likeness=Words())
    read_into(made, place)
    return list(read_briefs(place)), [listed.page for listed in made.digest().briefs], made.skipped


def test_lines(tmp_path):
    """A JSONL file or a folder with one; damaged lines are named and left out."""
    other = json.loads(later().model_dump_json()) | {"schema_version": "9"}
    lines = [
        fire().model_dump_json(),
        "{half",
        "",
        json.dumps(other),
        '{"a": 1}',
        "[" * 100_000,
        harbour().model_dump_json(),
    ]
    path = tmp_path / "briefs.jsonl"
    path.write_bytes("\n".join(lines).encode() + b"\n\xff\xfe\n")
    for place in (path, tmp_path):
        briefs, _, skipped = read(place)
        assert briefs == [fire(), harbour()]
        assert skipped == {
            "briefs.jsonl:2": "is damaged: no JSON",
            "briefs.jsonl:4": "has schema version '9', this release reads '1'; install the release that "
            "wrote it, or a later one",
            "briefs.jsonl:5": "is no brief",
            "briefs.jsonl:6": "is damaged: no JSON",
            "briefs.jsonl:8": "is not UTF-8",
        }


def test_files_and_their_pages(tmp_path):
    """Each brief with the page beside it; a digest among them is none of theirs."""
    (tmp_path / "briefs").mkdir()
    for name, made in (("a.txt", fire()), ("b é.txt", later())):
        (tmp_path / "briefs" / f"{name}.json").write_text(made.model_dump_json(), encoding="utf-8")
    (tmp_path / "briefs" / "b é.txt.html").write_text("x", encoding="utf-8")
    (tmp_path / "briefs" / "digest.json").write_text('{"digest_version": "1"}', encoding="utf-8")
    briefs, pages, skipped = read(tmp_path)
    assert briefs == [fire(), later()]
    assert pages == [None, "./briefs/b%20%C3%A9.txt.html"]
    assert skipped == {}


def test_fields_of_a_later_release_are_passed_over(tmp_path):
    """What a brief has that this release does not know is left aside; the brief counts."""
    newer = json.loads(fire().model_dump_json())
    newer["mood"] = "sad"
    newer["article"]["mood"] = "calm"
    newer["quotes"][0]["tone"] = {"calm": 1}
    path = tmp_path / "one.json"
    path.write_text(json.dumps(newer), encoding="utf-8")
    briefs, _, skipped = read(path)
    assert briefs == [fire()]
    assert skipped == {}


def test_a_page_outside_the_folder_is_no_page(tmp_path):
    """A source that climbs out of the folder, or an absolute one, leads nowhere."""
    (tmp_path / "x.html").write_text("x", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    lines = [
        fire(source).model_dump_json() for source in ("../../x", str(tmp_path / "x"), "a\x00b", "x" * 5000)
    ]
    (folder / "briefs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert read(folder)[1] == [None] * 4


def test_nothing_there(tmp_path):
    """One line says what to give."""
    with pytest.raises(SummarizerError, match="give a folder of briefs"):
        read(tmp_path / "none")
