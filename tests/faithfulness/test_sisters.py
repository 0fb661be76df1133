"""The check by phenomenon: of two English statements on one French sentence one is true, one is not.

Each module and each text file beside this one has the pairs of a phenomenon; together they can be read as
what the check sees.
"""

from pathlib import Path

import pytest

from summarizer.faithfulness import check_statement
from tests.faithfulness import amounts, denials, directions, hedges, names, parts, times

SISTERS = {
    f"{module.__name__.rpartition('.')[2]}-{name}": row
    for module in (amounts, denials, directions, hedges, names, parts, times)
    for name, *row in module.SISTERS
}
for path in sorted(Path(__file__).parent.glob("*.txt")):
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *row = (cell.strip() for cell in line.split("|"))
            assert f"{path.stem}-{name}" not in SISTERS, name
            SISTERS[f"{path.stem}-{name}"] = row
TRUE = {name: (french, true) for name, (french, true, *_) in SISTERS.items() if true}
FALSE = {name: (french, false, code) for name, (french, _, false, code) in SISTERS.items() if false}


@pytest.mark.parametrize(("french", "true"), TRUE.values(), ids=list(TRUE))
def test_lets_the_true_one_pass(french, true):
    """A statement that is true to the French has no finding."""
    assert check_statement(true, french) == []


@pytest.mark.parametrize(("french", "false", "code"), FALSE.values(), ids=list(FALSE))
def test_objects_to_the_false_one(french, false, code):
    """Its sister with one thing wrong has a finding of that kind, with words that it has and a reason."""
    findings = check_statement(false, french)
    assert code in {finding.code for finding in findings}
    assert all(finding.words in false and finding.message for finding in findings)
