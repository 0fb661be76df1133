"""Briefs as tables: what was written is read back by the programs that it is for."""

import csv
import json
import os
import shutil
import sqlite3
from decimal import Decimal
from itertools import cycle
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import SummarizerError
from summarizer.output.export import TABLES, export_briefs, rows
from tests.briefs import make_brief, with_extension
from tests.injections import MARKUP
from tests.sound import summarized

ODD = Decimal("0.1000000000000000055511151231257827")
COUNT = 700
RUN = os.environ.get("BRIEFS")
"""OUT of a run whose briefs are exported in place of those of seeds: `make test-exports BRIEFS=OUT`."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Give a folder of more briefs than are held in memory at once: those of seeds, from many sources."""
    folder = tmp_path_factory.mktemp("out")
    if RUN:
        shutil.copy(Path(RUN) / "briefs.jsonl", folder)
        return folder
    several = [
        with_extension(make_brief()),
        *map(summarized, ("resultats-talderic.fr.txt", "proces-notaire-belvezet.fr.txt")),
    ]
    with (folder / "briefs.jsonl").open("w", encoding="utf-8") as file:
        for n, brief in zip(range(COUNT), cycle(several), strict=False):
            article = brief.article.model_copy(update={"source": f"{n}.txt"})
            file.write(brief.model_copy(update={"article": article}).model_dump_json() + "\n")
    return folder


@pytest.fixture(scope="module")
def expected(folder):
    """What the JSON has of each table: its rows, and the sum of its values."""
    briefs = [json.loads(line) for line in (folder / "briefs.jsonl").read_text("utf-8").splitlines()]
    counts = {"briefs": len(briefs)}
    for name in ("key_points", "key_figures", "quotes", "stakeholders", "findings"):
        counts[name] = sum(len(brief[name]) for brief in briefs)
    counts["disputes"] = sum(len(dispute["sides"]) for brief in briefs for dispute in brief["disputes"])
    own = [
        entry["values"]
        for brief in briefs
        for each in brief.get("extensions", ())
        for entry in each["entries"]
    ]
    counts["extensions"] = sum(value is not None for values in own for value in values.values())
    assert RUN or min(counts.values()) >= COUNT // 3
    return counts, sum(Decimal(figure["value"]) for brief in briefs for figure in brief["key_figures"])


def export(folder, tmp_path, to):
    """Export with the command and give the place."""
    place = tmp_path / "there"
    run = CliRunner().invoke(app, ["export", str(folder), "--to", to, "-o", str(place)])
    assert run.exit_code == 0, run.output
    if not RUN:
        assert f"{COUNT} briefs" in run.output
    return place


def test_csv_in_pandas(folder, expected, tmp_path):
    """No row is lost, amounts are whole digits, and every row has its brief."""
    place = export(folder, tmp_path, "csv")
    counts, total = expected
    tables = {name: pd.read_csv(place / f"{name}.csv", dtype={"value": str, "upper": str}) for name in TABLES}
    assert {name: len(table) for name, table in tables.items()} == counts
    assert all(list(table.columns) == list(TABLES[name]) for name, table in tables.items())
    assert sum(map(Decimal, tables["key_figures"]["value"])) == total
    assert tables["briefs"]["brief_id"].is_unique
    assert len(tables["key_figures"].merge(tables["briefs"], on="brief_id")) == counts["key_figures"]


def test_parquet_in_pandas(folder, expected, tmp_path):
    """Decimals are decimals, integers are integers, what is missing is missing."""
    place = export(folder, tmp_path, "parquet")
    counts, total = expected
    tables = {name: pd.read_parquet(place / f"{name}.parquet", dtype_backend="pyarrow") for name in TABLES}
    assert {name: len(table) for name, table in tables.items()} == counts
    figures = tables["key_figures"]
    assert figures["value"].sum() == total
    assert str(figures.dtypes["start"]) == "int64[pyarrow]"
    assert figures["upper"].isna().sum() > 0


@pytest.mark.parametrize("to", ["parquet", "csv", "jsonl"])
def test_duckdb(folder, expected, tmp_path, to):
    """The files are tables as they lie there; of Parquet with their types."""
    place = export(folder, tmp_path, to)
    counts, total = expected
    read = {"parquet": "read_parquet('{}')", "csv": "read_csv('{}')", "jsonl": "read_json('{}')"}[to]
    base = duckdb.connect()
    for name, columns in TABLES.items():
        table = base.sql(f"select * from {read.format(place / f'{name}.{to}')}")  # noqa: S608 - our own files
        assert table.columns == list(columns)
        assert table.shape[0] == counts[name]
    figures = read.format(place / f"key_figures.{to}")
    [(found,)] = base.execute(f"select sum(value::decimal(38, 12)) from {figures}").fetchall()  # noqa: S608
    assert found == total
    if to == "parquet":
        kinds = base.execute(f"select distinct typeof(value) from {figures}").fetchall()  # noqa: S608
        assert kinds == [("DECIMAL(38,12)",)]


def test_sqlite(folder, expected, tmp_path):
    """One file, tables that join on the brief; written twice it is the same."""
    for _ in range(2):
        place = export(folder, tmp_path, "sqlite")
    counts, total = expected
    with sqlite3.connect(place / "briefs.sqlite") as base:
        found = {name: base.execute(f"select count(*) from {name}").fetchone()[0] for name in TABLES}  # noqa: S608
        joined = base.execute("select count(*) from briefs join quotes using (brief_id)").fetchone()
        values = base.execute("select value from key_figures").fetchall()
    base.close()
    assert found == counts
    assert joined == (counts["quotes"],)
    assert sum(Decimal(value) for (value,) in values) == total


def test_jsonl(folder, tmp_path):
    """A row is an object with every column; French letters as they are."""
    place = export(folder, tmp_path, "jsonl")
    first = json.loads((place / "key_figures.jsonl").read_text("utf-8").split("\n")[0])
    assert list(first) == list(TABLES["key_figures"])
    assert first["text"] == "trois à quatre semaines"
    assert (first["value"], first["upper"]) == ("3", "4")


def test_markdown(folder, tmp_path):
    """A file for each brief, named by its source, though many have the same text."""
    place = export(folder, tmp_path, "md")
    assert len(list(place.glob("*.md"))) == COUNT
    assert len(list(place.glob("12-*.md"))) == 1


def test_rows_fit_the_tables():
    """Every table has rows, each as long as its columns."""
    found = list(rows(with_extension(make_brief())))
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


@pytest.mark.parametrize("words", ['=HYPERLINK("x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_spreadsheets_run_nothing(tmp_path, words):
    """Words that begin like a formula are words; an amount below zero stays a number."""
    brief = make_brief()
    headline = brief.headline.model_copy(update={"en": words})
    figure = brief.key_figures[0].model_copy(update={"value": Decimal(-3), "en": words})
    path = tmp_path / "b.json"
    changed = brief.model_copy(update={"headline": headline, "key_figures": (figure,)})
    path.write_text(changed.model_dump_json(), encoding="utf-8")
    place = export_briefs(path, to="csv", output=tmp_path / "out").place
    for name, column in (("briefs", "headline"), ("key_figures", "en")):
        with (place / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            (row,) = csv.DictReader(file)
        end = len(words) - len(words.lstrip("\t\r"))  # behind a tab a spreadsheet may begin another cell
        assert row[column] == (f"'{words[:end]}'{words[end:]}" if end else f"'{words}")
    assert row["value"] == "-3"


@pytest.mark.parametrize("to", ["csv", "jsonl", "parquet"])
def test_any_words_come_back(tmp_path, to):
    """Quotation marks, newlines, null bytes, directions, emoji: what is read is what was written."""
    words = " ".join(MARKUP.values()) + '\n"a";b,c'
    brief = make_brief()
    headline = brief.headline.model_copy(update={"en": words})
    path = tmp_path / "b.json"
    path.write_text(brief.model_copy(update={"headline": headline}).model_dump_json(), encoding="utf-8")
    place = export_briefs(path, to=to, output=tmp_path / "out").place / f"briefs.{to}"
    readers = {"csv": pd.read_csv, "jsonl": lambda file: pd.read_json(file, lines=True)}
    assert readers.get(to, pd.read_parquet)(place)["headline"][0] == words
    [(found,)] = duckdb.connect().execute(f"select headline from '{place}'").fetchall()  # noqa: S608
    assert found == words


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
