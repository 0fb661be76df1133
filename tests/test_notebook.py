"""A brief in a notebook that nbclient runs, and the tables of a folder in pandas and DuckDB."""

import re
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import pytest

from summarizer import briefs_frame
from summarizer.errors import SummarizerError
from summarizer.notebook import progress_bar
from summarizer.output.export import TABLES
from tests.articles import STORY
from tests.briefs import make_brief

nbformat = pytest.importorskip(
    "nbformat", reason="NO NOTEBOOK TESTED: pip install nbformat nbclient ipykernel"
)
nbclient = pytest.importorskip("nbclient", reason="NO NOTEBOOK TESTED: pip install nbclient ipykernel")
pytest.importorskip("ipykernel", reason="NO NOTEBOOK TESTED: pip install ipykernel")

ROOT = Path(__file__).parents[1]
SERVER = """\
from tests.servers import scripted
from tests.sound import chosen, sound

serving = scripted(sound)
server = serving.__enter__()
"""
BRIEF = f"""\
from summarizer import summarize
from summarizer.notebook import progress_bar

brief = summarize({STORY!r}, model=chosen(server, "hosted"), progress=progress_bar("<port>"))
brief
"""


@pytest.fixture(scope="module")
def cell():
    """Give the outputs of the cell that makes and shows a brief."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in (SERVER, BRIEF)])
    nbclient.NotebookClient(book, timeout=60, resources={"metadata": {"path": str(ROOT)}}).execute()
    return book.cells[1].outputs


def test_a_brief_shows_its_page(cell):
    """As a frame of its own, which the notebook cannot reach into; a loop runs, and summarize works."""
    page = cell[-1]["data"]["text/html"]
    assert page.startswith("<iframe title=")
    assert 'sandbox="allow-scripts"' in page
    [shown] = re.findall(r'srcdoc="([^"]*)"', page)
    inside = unescape(shown)
    assert inside.startswith("<!DOCTYPE html>")
    assert "2,4 millions d" in inside


def test_the_bar_is_full_at_the_end(cell):
    """It was updated in its place, and its label is no markup."""
    bars = [output for output in cell if "<progress" in output.get("data", {}).get("text/html", "")]
    assert len(bars) == 1
    shown = bars[0]["data"]["text/html"]
    assert re.search(r'max="(\d+)" value="\1"', shown)
    assert "&lt;port&gt;: 1 of 1" in shown


def test_a_bar_is_for_notebooks():
    """Elsewhere it is refused with what to do instead."""
    with pytest.raises(SummarizerError, match="for notebooks"):
        progress_bar()


@pytest.fixture
def folder(tmp_path):
    """Give a folder of two briefs, with their lines."""
    one = make_brief()
    other = one.model_copy(update={"article": one.article.model_copy(update={"source": "other.txt"})})
    lines = [brief.model_dump_json() for brief in (one, other)]
    (tmp_path / "briefs.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_a_frame(folder, table):
    """With the columns of the contract, also where a column is empty; text, numbers and amounts as such."""
    frame = briefs_frame(folder, table)
    assert list(frame.columns) == list(TABLES[table])
    assert len(frame) > 0 or table == "extensions"  # these briefs have no section of one's own
    kinds = {"text": "str", "integer": "Int64", "real": "Float64", "boolean": "boolean", "decimal": "object"}
    assert [str(kind) for kind in frame.dtypes] == [kinds[kind] for kind in TABLES[table].values()]


def test_amounts_stay_exact(folder):
    """And tables join."""
    figures = briefs_frame(folder, "key_figures").merge(briefs_frame(folder), on="brief_id")
    assert set(figures.source) == {"kerlann.fr.txt", "other.txt"}
    assert all(isinstance(value, Decimal) for value in figures.value)
    expected = sorted(2 * [figure.value for figure in make_brief().key_figures])
    assert sorted(figures.value) == expected


@pytest.mark.parametrize(
    ("place", "table", "words"),
    [
        ("briefs.jsonl", "nonsense", "no table 'nonsense'; there are briefs"),
        ("nowhere", "briefs", "cannot read"),
        ("", "briefs", "no brief in"),
    ],
    ids=["no table", "no folder", "empty folder"],
)
def test_what_is_no_table(tmp_path, place, table, words):
    """Is an error with what there is."""
    with pytest.raises(SummarizerError, match=words):
        briefs_frame(tmp_path / place, table)


def test_the_documented_queries_run(folder, monkeypatch):
    """As docs/notebooks.md has them, over a folder `out`."""
    (folder / "out").mkdir()
    (folder / "briefs.jsonl").rename(folder / "out" / "briefs.jsonl")
    monkeypatch.chdir(folder)
    queries = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/notebooks.md").read_text("utf-8"), re.DOTALL)
    assert len(queries) == 2
    figures, speakers = [duckdb.connect().execute(query).fetchall() for query in queries]
    assert {row[0] for row in figures} == {"kerlann.fr.txt", "other.txt"}
    assert all(isinstance(row[1], Decimal) for row in figures)
    assert ("Solenn Kervadec", 2) in speakers
    (example,) = [
        words
        for words in re.findall(
            r"```python\n(.*?)```", (ROOT / "docs/notebooks.md").read_text("utf-8"), re.DOTALL
        )
        if "briefs_frame" in words
    ]
    names: dict[str, Any] = {}
    exec(compile(example, "docs/notebooks.md", "exec"), names)  # noqa: S102 - our own example
    assert len(names["by_paper"]) > 0
