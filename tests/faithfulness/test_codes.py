"""The codes of findings: one table, `faithfulness/codes.py`, with which code and docs/grounding.md agree."""

import ast
import re
from pathlib import Path

import pytest

from summarizer.asking.findings import WITHDRAWN
from summarizer.faithfulness.codes import OTHERS, RULES
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.statement import check
from summarizer.sections import certain

ROOT = Path(__file__).parents[2]
CODE_AT = {"Issue": 0, "not_there": 0, "doubtful_of": 0, "check_party": 1, "Finding": "code"}
"""What makes findings, and which of its arguments is the code."""


def spelt():
    """Give the codes that are spelt out in the package, with their files."""
    for path in (ROOT / "summarizer").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in CODE_AT:
                at = CODE_AT[call.func.id]
                given = [word.value for word in call.keywords if word.arg == at]
                given += call.args[at : at + 1] if isinstance(at, int) else []
                yield from ((leaf.value, path.name) for code in given for leaf in ast.walk(code)
                            if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str))  # fmt: skip


def test_every_code_is_in_the_table():
    """A code that is misspelt, or that a newcomer forgot to add, is named with its file."""
    known = {rule.code for rule in RULES.values()} | OTHERS
    assert {found for found in spelt() if found[0] not in known} == set()
    assert known >= certain.UNSAID | certain.NEVER_RIGHT


def test_no_code_of_the_table_is_out_of_use():
    """Each is given by some room."""
    given = {code for code, _ in spelt()} | {WITHDRAWN}
    assert (OTHERS | {rule.code for rule in RULES.values()}) - given == set()


def documented():
    """Give what docs/grounding.md says: rules with their codes and classes, and codes of other rooms."""
    text = (ROOT / "docs" / "grounding.md").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("| `"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            assert all(cells), line
            for code, rules in re.findall(r"`(\w+)`(?: \(([^)]*)\))?", cells[0]):
                for rule in (re.findall(r"`(\w+)`", rules) or [code]) if len(cells) == 5 else [""]:
                    yield rule, code, cells[2] if rule else ""


def test_the_page_says_what_the_table_says():
    """A row for each rule: its code, its class, what it sees and does not; a row for codes of other rooms."""
    said = list(documented())
    assert sorted((rule, code) for rule, code, _ in said if rule) == sorted(
        (name, rule.code) for name, rule in RULES.items()
    )
    assert sorted(code for rule, code, _ in said if not rule) == sorted(OTHERS)
    assert [rule for rule, _, row in said if rule and RULES[rule].severity not in row.split(", ")] == []


@pytest.mark.parametrize(
    ("english", "french", "told"),
    [
        ("The strike lasted 12 weeks.", "La grève a duré 12 mois.", True),
        ("The strike lasted twelve weeks.", "La grève a duré douze mois.", False),
        ("It stopped at mile 82.", "Le train s'est arrêté au kilomètre 82.", True),
    ],
    ids=["digits", "words", "marker"],
)
def test_a_unit_is_told_where_both_have_digits(english, french, told):
    """The French figure is a field of the finding; the words of its message decide nothing."""
    [issue] = [issue for issue in check(english, [french]) if issue.code == "unit"]
    assert bool(certain.certain([issue])) is told
    assert (
        bool(certain.certain([Issue("unit", issue.words, "", issue.severity, french=issue.french)])) is told
    )
    assert not certain.certain([Issue("unit", issue.words, issue.message, issue.severity)])
