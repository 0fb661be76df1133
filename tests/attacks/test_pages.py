"""Pages and the index: written by content, and never over what belongs to another."""

import os

import pytest

from summarizer.output.index import index_folder
from tests.articles import BARE
from tests.attacks.commands import summarizer
from tests.batches import run, write
from tests.briefs import make_brief
from tests.servers import scripted
from tests.sound import sound


def folder_of(place, *names):
    """Give a folder of briefs, each of an article with its own headline."""
    brief = make_brief()
    for number, name in enumerate(names):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        headline = brief.headline.model_copy(update={"en": f"Headline {number}."})
        path.write_text(brief.model_copy(update={"headline": headline}).model_dump_json(), "utf-8")
    return place


def changed(brief):
    """Another brief under the same name, its file's time and size as they were."""
    status = brief.stat()
    brief.write_text(brief.read_text("utf-8").replace("Headline 0.", "Deadline 0."), "utf-8")
    os.utime(brief, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert brief.stat().st_size == status.st_size


def older(brief):
    """Another brief, unpacked from an archive of last year."""
    brief.write_text(brief.read_text("utf-8").replace("Headline 0.", "Deadline 0."), "utf-8")
    os.utime(brief, (1, 1))


def cut(brief):
    """A page of which a full disk left the beginning."""
    page = brief.with_suffix(".html")
    page.write_bytes(page.read_bytes()[:9000])


def emptied(brief):
    """A page of no bytes."""
    brief.with_suffix(".html").write_bytes(b"")


def of_another(brief):
    """The page of another brief, moved here."""
    brief.with_suffix(".html").write_bytes(brief.with_name("b.html").read_bytes())


def of_another_release(brief):
    """A page that an earlier release wrote."""
    page = brief.with_suffix(".html")
    page.write_text(page.read_text("utf-8").replace('<meta name="brief"', '<meta name="beef"'), "utf-8")


@pytest.mark.parametrize("change", [changed, older, cut, emptied, of_another, of_another_release])
def test_a_page_is_written_by_content(tmp_path, change):
    """Whatever the times of files say; a page that is right is left as it is."""
    folder = folder_of(tmp_path, "a.json", "b.json")
    assert index_folder(folder).pages == 2
    right = (folder / "a.html").read_text("utf-8")
    for path in folder.iterdir():
        os.utime(path, (2, 2))
    assert index_folder(folder).pages == 0
    change(folder / "a.json")
    assert index_folder(folder).pages == 1
    again = (folder / "a.html").read_text("utf-8")
    assert ("Deadline 0." in again) == (change in {changed, older})
    assert (again == right) == (change not in {changed, older})


@pytest.mark.parametrize(
    "others", [(), ("index_.json",), ("index_.json", "index__.json"), ("sub/index.json",)]
)
def test_a_brief_called_index_keeps_its_page(tmp_path, others):
    """The index is beside it, and leads to it; run again, nothing changes place."""
    folder = folder_of(tmp_path / "out", "index.json", *others)
    for written in (1 + len(others), 0):
        done = index_folder(folder)
        assert (done.briefs, done.pages) == (1 + len(others), written)
    pages = [path for path in folder.rglob("*.html") if path != folder / "index.html"]
    assert len(pages) == 1 + len(others)
    headlines = [path.read_text("utf-8").split("<title>")[1].split("<")[0] for path in pages]
    assert sorted(headlines) == [f"Headline {number}." for number in range(1 + len(others))]
    index = (folder / "index.html").read_text("utf-8")
    assert all(f'"./{path.relative_to(folder).as_posix()}"' in index for path in pages)


def test_the_index_is_not_written_over_a_page(tmp_path):
    """Of a batch whose article is called `index`, by the command, one folder too low."""
    folder = write(tmp_path / "in", {"index": BARE, "b.txt": f"Il pleut. {BARE}"})
    with scripted(sound) as server:
        assert run(folder, server, formats=("html",)).done == 2
    briefs = tmp_path / "out" / "briefs"
    page = (briefs / "index.html").read_bytes()
    ended = summarizer("index", briefs, code=1)
    assert "is the page of a brief" in ended.err
    assert (briefs / "index.html").read_bytes() == page
    assert "2 briefs" in (ended := summarizer("index", tmp_path / "out", code=0)).out + ended.err


def test_a_digest_is_not_written_over_a_brief(tmp_path):
    """A brief called `digest`, and its Markdown, stay as they are."""
    folder = folder_of(tmp_path, "digest.json", "b.json")
    (folder / "digest.md").write_text("# Headline 0.\n", "utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ended = summarizer("digest", folder, "--quiet", code=1)
    assert "is no digest" in ended.err
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {name: content for name, content in after.items() if name != ".digest.sqlite"} == before
