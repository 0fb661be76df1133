"""README and docs/ hold: links lead somewhere, examples are code, commands and targets exist."""

import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import summarizer
from docs import command_pages
from summarizer.articles.kinds import KINDS
from summarizer.cli.main import app
from summarizer.schemas.brief import Article

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]
PAGES += [*sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "tests").rglob("*.md"))]
PAGES += [*sorted((ROOT / "benchmarks").glob("*.md")), ROOT / "cassettes" / "README.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)

pages = pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])


def blocks(page, language):
    """Give the blocks of a page in a language."""
    return [words for name, words in BLOCK.findall(page.read_text("utf-8")) if name == language]


@pages
def test_links_lead_somewhere(page):
    """To a file of the project, and to a heading that it has; others are addresses."""
    text = BLOCK.sub("", page.read_text("utf-8"))
    for target, heading in re.findall(r"\]\(([^)#\s]*)#?([^)\s]*)\)", text):
        if not target.startswith("https://"):
            leads_to = page.parent / target if target else page
            assert leads_to.exists(), target
            assert not heading or heading in headings(leads_to), f"{target}#{heading}"


def headings(page):
    """Give the names by which the headings of a page are reached."""
    found = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in found}


@pages
def test_examples_are_code(page):
    """Each parses, and what it imports from the package is there."""
    for words in blocks(page, "python"):
        for node in ast.walk(ast.parse(words)):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("summarizer"):
                home = importlib.import_module(node.module)
                assert all(hasattr(home, alias.name) for alias in node.names)


@pages
def test_commands_and_targets_exist(page):
    """By their names."""
    commands = set(typer.main.get_group(app).commands)
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for words in blocks(page, "console"):
        for command in re.findall(r"^\$ (?:.*\| )?summarizer (\w+)", words, re.MULTILINE):
            assert command in commands
        for target in re.findall(r"^\$ make ([\w-]+)", words, re.MULTILINE):
            assert target in targets


def test_readme_names_every_target():
    """Each in its line."""
    text = (ROOT / "README.md").read_text("utf-8")
    targets = re.findall(r"^([a-z][\w-]*):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert len(targets) > 8
    assert [target for target in targets if f"make {target}" not in text] == []


def test_readme_leads_to_every_page():
    """Of docs/; those of the commands are reached through their list."""
    text = (ROOT / "README.md").read_text("utf-8")
    names = [page.name for page in (ROOT / "docs").glob("*.md")]
    assert len(names) > 8
    assert [name for name in names if f"docs/{name}" not in text] == []


def test_readme_is_short():
    """It is read in a minute or two."""
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150


def test_pages_of_commands_are_up_to_date():
    """`make commands` would write the same."""
    there = {path.name: path.read_text("utf-8") for path in command_pages.FOLDER.glob("*.md")}
    assert there == command_pages.pages()


def test_every_option_is_explained():
    """Each has words in the help of its command."""
    for name, page in command_pages.pages().items():
        for line in re.findall(r"^  (?:-\w, )?--[\w-]+.*$", page, re.MULTILINE):
            assert len(line.split("  ")) > 2 or line.endswith(">"), f"{name}: {line}"


def test_the_glossary_has_ten_terms():
    """Enough for a newcomer, and no more."""
    assert (
        len(re.findall(r"^\| \*\*", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)) == 10
    )


def test_files_that_are_named_are_there():
    """In the pages for those who change the code: a file that moved is found there under its new name."""
    for page in (ROOT / "CONTRIBUTING.md", ROOT / "docs" / "rules.md"):
        named = re.findall(r"`([\w/-]+/[\w-]+\.(?:py|txt|tsv|md))`", page.read_text("utf-8"))
        assert named
        homes = (ROOT, ROOT / "summarizer")
        assert [name for name in named if not any((home / name).is_file() for home in homes)] == []


def test_the_tests_of_attacks_are_there():
    """Each that tests/attacks/README.md names; a test that is renamed is renamed there."""
    page = ROOT / "tests" / "attacks" / "README.md"
    named = re.findall(r"`(\S*\.py)?::(test_\w+)`", page.read_text("utf-8"))
    assert len(named) > 60
    file = ""
    for home, test in named:
        file = home or file
        assert f"\ndef {test}(" in (page.parent / file).read_text("utf-8"), f"{file}::{test}"


def test_the_reference_is_generated(tmp_path):
    """From the docstrings, without a warning: every public name, and links that lead to pages."""
    command = [sys.executable, "-W", "error", ROOT / "docs" / "reference.py", tmp_path]
    ours = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=ours, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    shown = (tmp_path / "summarizer.html").read_text("utf-8")
    assert [name for name in summarizer.__all__ if f'id="{name}"' not in shown] == []
    for page in tmp_path.rglob("*.html"):
        links = re.findall(r'href="([^"#:]+\.html)', page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).is_file()] == []


KINDS_SHOWN = {
    "text": "text", "markdown": "Markdown", "html": "HTML", "pdf": "PDF", "docx": "(.docx)", "odt": "(.odt)",
    "rtf": "RTF", "epub": "EPUB", "eml": "(.eml)", "newsml": "NewsML-G2", "nitf": "NITF", "wire": "IPTC 7901",
    "feed": "RSS, Atom", "opml": "OPML", "json": "JSON", "jsonl": "JSONL", "addresses": "lists of addresses",
}  # fmt: skip


def library_table(heading):
    """Give the first cells of the rows of the table in docs/library.md that has this heading."""
    page = (ROOT / "docs/library.md").read_text("utf-8")
    rows = page.split(f"\n{heading}", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [row.split("|")[1].strip() for row in rows]


def test_the_library_page_lists_every_kind_that_is_read():
    """Each kind in the code has its row, and each row is a kind (or an address)."""
    rows = library_table("| kind |")
    assert set(KINDS_SHOWN) == set(KINDS)
    assert not [shown for shown in KINDS_SHOWN.values() if not any(shown in row for row in rows)]
    assert [row for row in rows if not any(shown in row for shown in KINDS_SHOWN.values())] == [
        "`http(s)://…`"
    ]


def test_the_library_page_lists_all_metadata():
    """Every field of an article but its text is in the table of fields, and no other."""
    named = re.findall(r"`(\w+)`", " ".join(library_table("| field |")))
    assert sorted(named) == sorted(set(Article.model_fields) - {"text"})
