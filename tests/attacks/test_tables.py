"""Tables that run nothing in a spreadsheet, and numbers that do not fill the memory."""

import csv
import json
import re

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.output.export import export_briefs
from summarizer.output.export.writers import _cell
from tests.attacks.bounds import bounded
from tests.briefs import make_brief

FORMULAS = {
    "plain": "=1+1",
    "semicolon": "fine;=cmd|'/C calc'!A0",
    "semicolon and spaces": "fine;   =1+1",
    "semicolon and quotes": 'fine;"=1+1"',
    "quotes first": '"=1+1"',
    "spaces first": "  =1+1",
    "line": "fine\n=1+1",
    "line and quotes": 'fine\r\n"=1+1"',
    "tab": "fine\t=1+1",
    "at": "a;@SUM(A1)",
    "plus": "a;+1+cmd",
    "minus": "a;-1+cmd",
    "wide": "a;＝1+1",
    "many": "a;;;;=1+1",
    "quoted part": '"a";"=1+1"',
    "end of a quotation": 'a";=1+1',
    "link": 'a;=HYPERLINK("http://x";"y")',
}
PLAIN = ("a; b", "1;2", "a = b", "x-y;z", "un – deux", "l'eau; « = »", "a\nb", "10 %;20 %", "«=»")
STARTS = re.compile(r"[=@＝＋－＠]|[+-](?!\d+(\.\d+)?\Z)")
SPLITS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def brief_with(words):
    """A brief with these words in fields of every table."""
    brief = make_brief()
    figure = brief.key_figures[0].model_copy(update={"en": words, "subject": words, "unit": words})
    article = brief.article.model_copy(update={"title": words, "source": words})
    headline = brief.headline.model_copy(update={"en": words})
    who = brief.stakeholders[0].model_copy(update={"name_en": words})
    return brief.model_copy(
        update={"headline": headline, "article": article, "key_figures": (figure,), "stakeholders": (who,)}
    )


@pytest.mark.parametrize("split", SPLITS.values(), ids=SPLITS)
@pytest.mark.parametrize("words", FORMULAS.values(), ids=FORMULAS)
def test_no_cell_is_a_formula(tmp_path, words, split):
    """However a spreadsheet splits the file: at commas, at semicolons as French ones do, or at tabs."""
    path = tmp_path / "b.json"
    path.write_text(brief_with(words).model_dump_json(), encoding="utf-8")
    place = export_briefs(path, to="csv", output=tmp_path / "out").place
    for table in place.glob("*.csv"):
        with table.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter=split):
                assert not [cell for cell in row if STARTS.match(cell.lstrip(' "'))], table.name


@pytest.mark.parametrize("words", PLAIN)
def test_other_words_stay(words):
    """The pairs of those above come back as they were."""
    assert _cell(words, "text") == words


@pytest.mark.parametrize("unit", ["\n", ";", "; ", ';"', "\t", ";=", "\n\r", " "], ids=ascii)
def test_it_is_quick_on_hostile_words(unit):
    """A long run of what separates cells."""
    with bounded(seconds=2.0):
        _cell(unit * 300_000, "text")


NUMBERS = {
    "a billion places": "1E+999999999",
    "behind the point": "1E-999999999",
    "below zero": "-1E+999999999",
    "of digits": "9" * 100_000,
    "of zeros": "0." + "0" * 100_000 + "1",
    "zero to the": "0E+999999999",
    "not a number": "NaN",
    "infinite": "Infinity",
    "signalling": "sNaN",
    "just over": "1E+61",
}
COUNTS = {"2**63": 2**63, "10**30": 10**30, "-10**30": -(10**30), "1e400": 10**400}


@pytest.mark.parametrize("field", ["value", "upper", "cost"])
@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_numbers_without_end(tmp_path, number, field):
    """`index`, `export`, `check` and `digest` say in a line that the brief is none."""
    brief = json.loads(make_brief().model_dump_json())
    (brief["provenance"] if field == "cost" else brief["key_figures"][0])[field] = number
    (tmp_path / "b.json").write_text(json.dumps(brief), encoding="utf-8")
    refused(tmp_path)


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
def test_counts_without_end(tmp_path, count):
    """The same of counts that no database takes."""
    brief = json.loads(make_brief().model_dump_json())
    brief["provenance"] |= {"tokens_in": count}
    brief["article"] |= {"words": count}
    (tmp_path / "b.json").write_text(json.dumps(brief), encoding="utf-8")
    refused(tmp_path)


def refused(folder):
    """Each command that reads the brief ends with a line, soon and in little memory."""
    commands = (
        ["index", str(folder)],
        ["export", str(folder), "--to", "csv"],
        ["export", str(folder), "--to", "sqlite"],
        ["check", str(folder / "b.json")],
    )
    with bounded(seconds=5.0, megabytes=150):
        for command in commands:
            done = CliRunner().invoke(app, command)
            assert done.exit_code == 1
            assert "fault of this program" not in done.output
            assert done.stderr.count("\n") == 1
            assert len(done.stderr) < 1000


@pytest.mark.parametrize(
    "number", ["1E+60", "123456789012345678901234567890.123456789", "0.333333333333", "-0"]
)
def test_numbers_of_articles_stay(tmp_path, number):
    """The pairs of those above are exported."""
    brief = json.loads(make_brief().model_dump_json())
    brief["key_figures"][0]["value"] = number
    (tmp_path / "b.json").write_text(json.dumps(brief), encoding="utf-8")
    assert export_briefs(tmp_path, to="csv", output=tmp_path / "out").briefs == 1
