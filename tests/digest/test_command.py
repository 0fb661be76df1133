"""The command `summarizer digest`, its files, its filters and its tables."""

import csv
import json

import jsonschema
import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.digest import digest, select
from summarizer.digest.likeness import Words
from summarizer.errors import SummarizerError
from summarizer.output.digest_files import read_digest, write_digest
from summarizer.output.json_schema import json_schema
from tests.digest.articles import fire, harbour, later


@pytest.fixture
def out(tmp_path):
    """Give a folder as a batch leaves it."""
    briefs = [fire(), later(), harbour()]
    (tmp_path / "briefs.jsonl").write_text(
        "\n".join(brief.model_dump_json() for brief in briefs), encoding="utf-8"
    )
    return tmp_path


def run(*arguments):
    """Run the command."""
    return CliRunner().invoke(app, ["digest", *map(str, arguments)])


def test_a_folder(out):
    """It prints the digest, and leaves it as JSON, page and Markdown."""
    found = run(out)
    assert found.exit_code == 0, found.output
    assert "# Digest of 3 briefs: 2 events" in found.stdout
    assert "death toll: updated: **exact 9 None** (a/1.txt 2026-03-03" in found.stdout
    assert {path.name for path in out.iterdir()} == {
        ".digest.sqlite",
        "briefs.jsonl",
        "digest.json",
        "digest.html",
        "digest.md",
    }
    assert (out / "digest.md").read_text("utf-8") == found.stdout


def test_json_fits_its_schema(out):
    """The published one; what is written is read back."""
    run(out, "--quiet")
    written = json.loads((out / "digest.json").read_text("utf-8"))
    jsonschema.validate(written, json_schema("digest"), jsonschema.Draft202012Validator)
    assert read_digest(out / "digest.json").events[0].briefs


@pytest.mark.parametrize(
    ("filters", "headlines"),
    [
        (["--about", "varras"], {"Twelve dead in Brézac"}),
        (["--about", "KERVADEC"], {"Dockers block Kerlann"}),
        (["--event", "2"], {"Dockers block Kerlann"}),
        (["--since", "2026-03-01"], {"Twelve dead in Brézac", "Dockers block Kerlann"}),
        (["--since", "2026-03", "--about", "dutilleux"], {"Twelve dead in Brézac"}),
    ],
)
def test_filters(out, filters, headlines):
    """By name, number or day; nothing is written then."""
    found = run(out, *filters)
    assert found.exit_code == 0, found.output
    heads = {line[3:] for line in found.stdout.splitlines() if line.startswith("## ") and "once" not in line}
    listed = {line.partition(": ")[2] for line in found.stdout.splitlines() if line.startswith("- 2026")}
    assert {head.replace("Fire kills nine", "Twelve dead") for head in heads | listed} == headlines
    assert not (out / "digest.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--about", "nobody"], "no event is like that; the digest has 2 events"),
        (["--event", "99"], "no event '99'; give a number from 1 to 2, or an id such as E-"),
        (["--since", "hier"], "'hier' is no date"),
        (["-o", "x.pdf"], "name a file that ends in .json, .html or .md"),
    ],
)
def test_wrong_requests(out, arguments, said):
    """One line says what there is; exit code 1."""
    found = run(out, *arguments)
    assert found.exit_code == 1
    assert said in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


def test_no_briefs(tmp_path):
    """An empty folder, a folder of other things, no folder."""
    assert "no brief in" in run(tmp_path).stderr
    (tmp_path / "a.json").write_text("{half", encoding="utf-8")
    assert "1 files could not be read" in run(tmp_path).stderr
    assert "there is no" in run(tmp_path / "none").stderr


def test_what_is_left_out_is_named(out):
    """In the digest, and counted on standard error."""
    with (out / "briefs.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n{half\n")
    found = run(out)
    assert "left out: 1" in found.stderr
    assert "briefs.jsonl:4: is damaged" in found.stdout


def test_somebody_elses_page_is_not_written_over(out):
    """A digest.html that is not ours stays."""
    (out / "digest.html").write_text("<p>mine", encoding="utf-8")
    assert "is no page of summarizer" in run(out).stderr
    assert (out / "digest.html").read_text("utf-8") == "<p>mine"


def test_an_event_by_an_id_of_any_of_its_briefs():
    """So an id that an event had before an earlier article came still leads to it."""
    made = digest([fire(), later(), harbour()], likeness=Words())
    event = made.events[0]
    for brief in event.briefs:
        assert select(made, event=f"E-{brief[:10]}").events == (event,)
    with pytest.raises(SummarizerError):
        select(digest([], likeness=Words()), event="1")


def test_tables(out):
    """Events, figures and statements are tables beside those of the briefs, once there is a digest."""
    target = out / "tables"
    export = ["export", str(out), "--to", "csv", "-o", str(target)]
    assert CliRunner().invoke(app, export).exit_code == 0
    assert not (target / "events.csv").exists()
    run(out, "--quiet")
    for form in ("csv", "jsonl", "parquet", "sqlite"):
        found = CliRunner().invoke(app, [*export[:3], form, "-o", str(target / form)])
        assert found.exit_code == 0, found.output
    with (target / "csv" / "figure_rows.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {(row["relation"], row["value"], row["text"]) for row in rows} >= {
        ("updated", "9", "neuf personnes")
    }
    with (target / "csv" / "briefs.csv").open(encoding="utf-8-sig") as file:
        briefs = {row["brief_id"] for row in csv.DictReader(file)}
    assert {row["brief_id"] for row in rows} <= briefs
    with (target / "csv" / "statements_by_person.csv").open(encoding="utf-8-sig") as file:
        assert {row["name"] for row in csv.DictReader(file)} == {"Léonie Varras", "Solenn Kervadec"}


@pytest.mark.parametrize("words", ['{"digest_version": "9"}', "{}", "[", ""])
def test_what_is_no_digest_is_said_to_be_none(tmp_path, words):
    """Another version, another thing, half a file."""
    path = tmp_path / "digest.json"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(SummarizerError, match=r"digest\.json"):
        read_digest(path)
    with pytest.raises(SummarizerError):
        read_digest(tmp_path / "none.json")


def test_a_place_that_cannot_be_written(tmp_path):
    """One line names it."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SummarizerError, match="cannot write"):
        write_digest(digest([]), tmp_path / "file" / "digest.md")
