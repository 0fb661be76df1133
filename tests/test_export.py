"""Briefs as tables: what was written is read back by the programs that it is for."""

import csv
import json
import sqlite3
from decimal import Decimal

import duckdb
import pandas as pd
import pytest
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.errors import SummarizerError
from summarizer.export import TABLES, export_briefs, rows
from tests.briefs import make_brief

ODD = Decimal("0.1000000000000000055511151231257827")
COUNT = 700


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Give a folder of more briefs than are held in memory at once."""
    folder = tmp_path_factory.mktemp("out")
    brief = make_brief()
    with (folder / "briefs.jsonl").open("w", encoding="utf-8") as file:
        for n in range(COUNT):
            article = brief.article.model_copy(update={"id": f"{n:064d}"})
            file.write(brief.model_copy(update={"article": article}).model_dump_json() + "\n")
    return folder


def total(folder):
    """Sum the values of all figures, as the JSON has them."""
    lines = (folder / "briefs.jsonl").read_text("utf-8").splitlines()
    return sum(Decimal(figure["value"]) for line in lines for figure in json.loads(line)["key_figures"])


def export(folder, tmp_path, to):
    """Export with the command and give the place."""
    place = tmp_path / "there"
    run = CliRunner().invoke(app, ["export", str(folder), "--to", to, "-o", str(place)])
    assert run.exit_code == 0, run.output
    assert f"{COUNT} briefs" in run.output
    return place


def test_csv_in_pandas(folder, tmp_path):
    """Amounts are whole digits, and no row is lost."""
    place = export(folder, tmp_path, "csv")
    figures = pd.read_csv(place / "key_figures.csv", dtype={"value": str})
    assert list(figures.columns) == list(TABLES["key_figures"])
    assert len(figures) == 3 * COUNT
    assert sum(map(Decimal, figures["value"])) == total(folder)


def test_parquet_in_duckdb_and_pandas(folder, tmp_path):
    """Decimals are decimals, integers are integers."""
    place = export(folder, tmp_path, "parquet")
    base = duckdb.connect()
    (count, value, kind) = base.execute(
        f"select count(*), sum(value), any_value(typeof(value)) from '{place}/key_figures.parquet'"  # noqa: S608
    ).fetchone()
    assert (count, value, kind) == (3 * COUNT, total(folder), "DECIMAL(38,12)")
    for table, columns in TABLES.items():
        assert list(pd.read_parquet(place / f"{table}.parquet").columns) == list(columns)


def test_sqlite(folder, tmp_path):
    """One file, tables that join on the brief; written twice it is the same."""
    for _ in range(2):
        place = export(folder, tmp_path, "sqlite")
    with sqlite3.connect(place / "briefs.sqlite") as base:
        assert base.execute("select count(*) from briefs join quotes using (brief_id)").fetchone() == (
            2 * COUNT,
        )
        values = base.execute("select value from key_figures").fetchall()
    base.close()
    assert sum(Decimal(value) for (value,) in values) == total(folder)


def test_jsonl(folder, tmp_path):
    """A row is an object with every column; French letters as they are."""
    place = export(folder, tmp_path, "jsonl")
    first = json.loads((place / "key_figures.jsonl").read_text("utf-8").split("\n")[0])
    assert list(first) == list(TABLES["key_figures"])
    assert first["text"] == "trois à quatre semaines"
    assert (first["value"], first["upper"]) == ("3", "4")


def test_markdown(folder, tmp_path):
    """A file for each brief, named by its article."""
    place = export(folder, tmp_path, "md")
    assert len(list(place.glob("*.md"))) == COUNT


def test_rows_fit_the_tables():
    """Every table has rows, each as long as its columns."""
    found = list(rows(make_brief()))
    assert {table for table, _ in found} == set(TABLES)
    assert all(len(row) == len(TABLES[table]) for table, row in found)


@pytest.mark.parametrize("to", ["csv", "sqlite", "jsonl", "parquet"])
@pytest.mark.parametrize("value", [ODD, Decimal(1) / 3, Decimal("1E+15"), Decimal("-0.5")], ids=str)
def test_amounts_are_exact(tmp_path, to, value):
    """No amount passes through a binary fraction; Parquet rounds endless ones at twelve places."""
    brief = make_brief()
    figure = brief.key_figures[0].model_copy(update={"value": value, "upper": None})
    path = tmp_path / "b.json"
    path.write_text(brief.model_copy(update={"key_figures": (figure,)}).model_dump_json(), encoding="utf-8")
    place = export_briefs(path, to=to, output=tmp_path / "out").place
    if to == "csv":
        with (place / "key_figures.csv").open(encoding="utf-8-sig", newline="") as file:
            read = next(csv.DictReader(file))["value"]
    elif to == "jsonl":
        read = json.loads((place / "key_figures.jsonl").read_text("utf-8"))["value"]
    elif to == "sqlite":
        base = sqlite3.connect(place)
        (read,) = base.execute("select value from key_figures").fetchone()
        base.close()
    else:
        read = pd.read_parquet(place / "key_figures.parquet", dtype_backend="pyarrow")["value"][0]
        value = round(value, 12)
    assert Decimal(read) == value


def test_spreadsheets_run_nothing(tmp_path):
    """Words that begin like a formula are words."""
    brief = make_brief()
    headline = brief.headline.model_copy(update={"en": '=HYPERLINK("x")'})
    path = tmp_path / "b.json"
    path.write_text(brief.model_copy(update={"headline": headline}).model_dump_json(), encoding="utf-8")
    place = export_briefs(path, to="csv", output=tmp_path / "out").place
    assert "'=HYPERLINK" in (place / "briefs.csv").read_text("utf-8")


@pytest.mark.parametrize("to", ["csv", "md", "sqlite"])
def test_errors_are_lines(tmp_path, to):
    """No briefs, and a place that cannot be written."""
    with pytest.raises(SummarizerError, match="no brief in"):
        export_briefs(tmp_path, to=to, output=tmp_path / "out")
    path = tmp_path / "b.json"
    path.write_text(make_brief().model_dump_json(), encoding="utf-8")
    with pytest.raises(SummarizerError, match="cannot write"):
        export_briefs(path, to=to, output=path / "out")


def test_too_many_digits(tmp_path):
    """Parquet says so."""
    brief = make_brief()
    figure = brief.key_figures[0].model_copy(update={"value": Decimal("1E+30")})
    path = tmp_path / "b.json"
    path.write_text(brief.model_copy(update={"key_figures": (figure,)}).model_dump_json(), encoding="utf-8")
    with pytest.raises(SummarizerError, match="too many digits"):
        export_briefs(path, to="parquet", output=tmp_path / "out")
