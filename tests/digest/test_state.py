"""A second run takes what it read before from its state, and makes the same digest as a first run."""

import os
import random
import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.digest import Digester, digester, folder, reading, state
from summarizer.digest.likeness import Words
from summarizer.digest.records import record_of as record_of_brief
from summarizer.digest.sharing import share_fields
from summarizer.errors import SummarizerError
from summarizer.schemas.brief import Span
from summarizer.schemas.digest import Digest, Report
from tests.digest.articles import fire, harbour, later

ALL = [fire(), fire("z/copy.txt"), later(), harbour(), harbour("w/4.txt", "2026-05-04")]


@pytest.fixture
def read(monkeypatch):
    """Give the sources of the briefs that are read and distilled, as it happens."""
    found = []

    def record_of(brief, *, page=None):
        found.append(brief.article.source)
        return real(brief, page=page)

    real = record_of_brief
    monkeypatch.setattr(reading, "record_of", record_of)
    return found


def write(place, briefs):
    """Leave briefs as a batch does."""
    place.mkdir(exist_ok=True)
    words = "\n".join(brief.model_dump_json() for brief in briefs)
    (place / "briefs.jsonl").write_text(words + "\n", encoding="utf-8")
    return place


def run(place):
    """Make the digest of a folder by the command, labels compared by words; give it to the letter."""
    found = CliRunner().invoke(app, ["digest", str(place), "--words", "--quiet"])
    assert found.exit_code == 0, found.output
    return (place / "digest.json").read_text("utf-8")


def test_a_second_run_reads_nothing(tmp_path, read):
    """What did not change is known by its content, whatever its time and place in the file."""
    out = write(tmp_path / "out", ALL)
    first = run(out)
    assert len(read) == len(ALL)
    write(out, reversed(ALL))
    os.utime(out / "briefs.jsonl", (1, 1))
    assert run(out) == first
    assert len(read) == len(ALL)


def test_a_state_of_another_release_is_made_anew(tmp_path, read):
    """Whatever columns its tables have."""
    out = write(tmp_path / "out", ALL)
    first = run(out)
    with closing(sqlite3.connect(out / state.NAME)) as kept, kept:
        kept.executescript(
            "update stamp set stamp = 'older'; drop table briefs; create table briefs (content text)"
        )
    assert run(out) == first
    assert len(read) == 2 * len(ALL)


def test_one_more_brief_is_read_alone(tmp_path, read):
    """And the digest is that of all, its events under the ids that they had."""
    out = write(tmp_path / "out", [fire(), harbour()])
    ids = {event["id"] for event in Digest.model_validate_json(run(out)).model_dump()["events"]}
    read.clear()
    write(out, [fire(), harbour(), later()])
    found = run(out)
    assert read == ["b/2.txt"]
    assert {event.id for event in Digest.model_validate_json(found).events} == ids
    assert found == run(write(tmp_path / "new", [later(), harbour(), fire()]))


def test_what_changes_or_goes(tmp_path, read):
    """A brief with another headline is read again; one that is gone leaves no trace."""
    out = write(tmp_path / "out", ALL)
    run(out)
    read.clear()
    changed = later().model_copy(update={"headline": later().headline.model_copy(update={"en": "Zwölf"})})
    write(out, [fire(), changed, harbour()])
    found = run(out)
    assert read == ["b/2.txt"]
    assert found == run(write(tmp_path / "new", [fire(), changed, harbour()]))


def test_any_history_leads_to_the_same_digest(tmp_path):
    """Briefs come and go in runs of any kind."""
    draw = random.Random(5)  # noqa: S311 - nothing secret
    out = tmp_path / "out"
    for _ in range(8):
        some = draw.sample(ALL, draw.randint(1, len(ALL)))
        assert run(write(out, some)) == run(write(tmp_path / "new", some))
        (tmp_path / "new" / state.NAME).unlink()


def test_a_page_that_appears_is_linked(tmp_path):
    """The address of a brief's page may change though the brief does not."""
    briefs = tmp_path / "briefs"
    briefs.mkdir()
    (briefs / "a.json").write_text(fire().model_dump_json(), encoding="utf-8")
    assert "a.html" not in run(tmp_path)
    (briefs / "a.html").write_text("x", encoding="utf-8")
    assert '"page":"./briefs/a.html"' in run(tmp_path)


@pytest.mark.parametrize("words", [b"no database", b"SQLite format 3\x00" + b"\x07" * 5000, b""])
def test_a_damaged_state_is_thrown_away(tmp_path, words):
    """The digest is made anew, and the state with it."""
    out = write(tmp_path / "out", ALL)
    first = run(out)
    (out / state.NAME).write_bytes(words)
    assert run(out) == first
    assert run(out) == first


def test_too_many_for_sentence_vectors(monkeypatch):
    """One line says what to do."""

    class Vectors(Words):
        name = "vectors"

    monkeypatch.setattr(digester, "MOST_WITH_VECTORS", 1)
    made = Digester(likeness=Vectors())
    made.add([fire(), harbour()])
    with pytest.raises(SummarizerError, match="2 briefs are too many for sentence vectors"):
        made.digest()


def test_a_folder_of_many_is_compared_by_words(tmp_path, monkeypatch):
    """The command goes on without vectors rather than refuse."""
    monkeypatch.setattr(folder, "best_likeness", lambda: None)
    out = write(tmp_path / "out", ALL)
    assert folder.likeness_for(out) is None
    monkeypatch.setattr(folder, "MOST_WITH_VECTORS", len(ALL) - 1)
    assert folder.likeness_for(out).name == "words"
    assert len(folder.digest_folder(out).briefs) == len(ALL)


def test_records_share_the_names_of_their_fields():
    """They take as much memory as the fields; a copy, or one that was given fewer, has its own."""
    one, two = (Span(start=0, end=1, text=letter) for letter in "ab")
    lone = Report(brief="b")
    share_fields((one, two), lone)
    assert one.model_fields_set is two.model_fields_set
    assert one.model_copy(update={"text": "c"}).model_fields_set is not one.model_fields_set
    assert lone.model_fields_set == {"brief"}
