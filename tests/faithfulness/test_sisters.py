"""The check by phenomenon: of two English statements on one French sentence one is true, one is not.

Each module beside this one holds the pairs of a phenomenon; together they can be read as what the check sees.
"""

import pytest

from summarizer.faithfulness import check_statement
from tests.faithfulness import amounts, denials, directions, hedges, names, parts, times

SISTERS = {
    f"{module.__name__.rpartition('.')[2]}-{name}": row
    for module in (amounts, denials, directions, hedges, names, parts, times)
    for name, *row in module.SISTERS
}


@pytest.mark.parametrize(("french", "true"), [row[:2] for row in SISTERS.values()], ids=list(SISTERS))
def test_lets_the_true_one_pass(french, true):
    """A statement that is true to the French has no finding."""
    assert check_statement(true, french) == []


@pytest.mark.parametrize(
    ("french", "false", "code"), [(row[0], *row[2:]) for row in SISTERS.values()], ids=list(SISTERS)
)
def test_objects_to_the_false_one(french, false, code):
    """Its sister with one thing wrong has a finding of that kind, with words that it has and a reason."""
    findings = check_statement(false, french)
    assert code in {finding.code for finding in findings}
    assert all(finding.words in false and finding.message for finding in findings)
