"""README and docs/ hold: links lead somewhere, examples are code, commands and targets exist."""

import ast
import importlib
import re
from pathlib import Path

import pytest
import typer

from summarizer.cli.main import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)

pages = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])


def blocks(page, language):
    """Give the blocks of a page in a language."""
    return [words for name, words in BLOCK.findall(page.read_text("utf-8")) if name == language]


@pages
def test_links_lead_somewhere(page):
    """Within the project; others are addresses."""
    text = BLOCK.sub("", page.read_text("utf-8"))
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pages
def test_examples_are_code(page):
    """Each parses, and what it imports from the package is there."""
    for words in blocks(page, "python"):
        for node in ast.walk(ast.parse(words)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("summarizer"):
                home = importlib.import_module(node.module)
                assert all(hasattr(home, alias.name) for alias in node.names)


@pages
def test_commands_and_targets_exist(page):
    """By their names."""
    commands = set(typer.main.get_command(app).commands)
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
    """Of docs/."""
    text = (ROOT / "README.md").read_text("utf-8")
    assert [page.name for page in PAGES[2:] if f"docs/{page.name}" not in text] == []
