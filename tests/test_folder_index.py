"""A folder of briefs gets its pages and their index; a batch gets them at its end."""

import os
import re

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import SummarizerError
from summarizer.output.index import index_folder
from tests.articles import BARE, STORY
from tests.briefs import make_brief
from tests.servers import Reply, scripted
from tests.sound import sound


@pytest.fixture
def folder(tmp_path):
    """Give a folder as a batch leaves it: two briefs, one in a folder of its own, and something else."""
    for name in ("a.txt.json", "sous dossier/é#.txt.json"):
        path = tmp_path / "briefs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make_brief().model_dump_json(), encoding="utf-8")
    (tmp_path / "briefs" / "report.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_pages_stand_beside_their_briefs(folder):
    """The index leads to them, whatever their names hold."""
    done = index_folder(folder)
    assert (done.briefs, done.pages, done.place) == (2, 2, folder / "index.html")
    pages = {str(path.relative_to(folder)) for path in folder.rglob("*.html")}
    assert pages == {"index.html", "briefs/a.txt.html", "briefs/sous dossier/é#.txt.html"}
    html = done.place.read_text("utf-8")
    assert re.findall(r'"(\./[^"]*)"', html) == [
        "./briefs/a.txt.html",
        "./briefs/sous%20dossier/%C3%A9%23.txt.html",
    ]
    assert not list(folder.rglob("*.part"))


def test_pages_are_written_where_they_are_missing_or_of_other_content(folder):
    """The time of a file decides nothing; see tests/attacks/test_pages.py."""
    index_folder(folder)
    page = folder / "briefs" / "a.txt.html"
    os.utime(page, (1, 1))
    assert index_folder(folder).pages == 0
    page.unlink()
    assert index_folder(folder).pages == 1


@pytest.mark.parametrize("name", ["index.html", "briefs/a.txt.html"])
def test_somebody_elses_page_is_left_alone(folder, name):
    """Though it has the name: it may be the article."""
    (folder / name).write_text("<p>mine", encoding="utf-8")
    os.utime(folder / name, (1, 1))
    with pytest.raises(SummarizerError, match="is no page of summarizer"):
        index_folder(folder)
    assert (folder / name).read_text("utf-8") == "<p>mine"
    assert not list(folder.rglob("*.part"))


def test_command(folder, tmp_path):
    """A line that says what was written; exit code 1 where there is nothing to index, or nowhere to write."""
    done = CliRunner().invoke(app, ["index", str(folder)])
    assert (done.exit_code, "2 briefs (2 pages new)" in done.output) == (0, True)
    (tmp_path / "empty").mkdir()
    for place, says in ((tmp_path / "empty", "no brief in"), (tmp_path / "no", "is no folder")):
        done = CliRunner().invoke(app, ["index", str(place)])
        assert (done.exit_code, says in done.output) == (1, True)
    assert not list((tmp_path / "empty").iterdir())
    (folder / "index.html").unlink()
    (folder / "index.html.part").mkdir()
    with pytest.raises(SummarizerError, match="cannot write"):
        index_folder(folder)


def batch(folder, server, *options):
    """Run a batch with pages."""
    model = ["--model", "m", "--base-url", server.base_url, "--profile", "hosted", "--price", "0,0"]
    words = ["batch", str(folder / "in"), str(folder / "out"), "--format", "html", *model, *options]
    return CliRunner().invoke(app, words)


def test_a_batch_writes_them(tmp_path):
    """Pages with the briefs and the index at the end; where all is done, missing ones are written again."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(BARE, encoding="utf-8")
    with scripted(sound) as server:
        assert batch(tmp_path, server).exit_code == 0
        out = tmp_path / "out"
        assert {path.name for path in out.rglob("*.html")} == {"index.html", "a.txt.html", "b.txt.html"}
        assert "./briefs/a.txt.html" in (out / "index.html").read_text("utf-8")
        (out / "briefs" / "a.txt.html").unlink()
        assert batch(tmp_path, server).exit_code == 0
        assert (out / "briefs" / "a.txt.html").exists()


def test_a_batch_without_a_brief_has_no_index(tmp_path):
    """It fails for its own reason."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(BARE, encoding="utf-8")
    with scripted(Reply(status=400, body={"error": {"message": "no"}})) as server:
        done = batch(tmp_path, server)
    assert done.exit_code == 1
    assert "1 failed" in done.output
    assert not (tmp_path / "out" / "index.html").exists()
