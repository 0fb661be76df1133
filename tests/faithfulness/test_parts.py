"""Who does what to whom: names in each other's place, offices given to another."""

import pytest

from summarizer.faithfulness import check_statement

SISTERS = [
    (
        "raised-from",
        "OpenAI lève 40 milliards de dollars auprès de SoftBank.",
        "OpenAI is raising $40 billion from SoftBank.",
        "SoftBank has raised $40 billion from OpenAI.",
        "direction",
    ),
    (
        "sues",
        "Elon Musk poursuit OpenAI.",
        "Elon Musk is suing OpenAI.",
        "OpenAI is suing Elon Musk.",
        "direction",
    ),
    (
        "sued-by",
        "Elon Musk poursuit OpenAI.",
        "OpenAI is being sued by Elon Musk.",
        "Elon Musk is being sued by OpenAI.",
        "direction",
    ),
    (
        "passive",
        "Novalux a été rachetée par Talderic.",
        "Novalux was bought by Talderic.",
        "Talderic was bought by Novalux.",
        "direction",
    ),
    (
        "passive-active",
        "Novalux a été rachetée par Talderic.",
        "Talderic bought Novalux.",
        "Novalux bought Talderic.",
        "direction",
    ),
    (
        "against",
        "Lens a gagné contre Lille.",
        "Lens won against Lille.",
        "Lille won against Lens.",
        "direction",
    ),
    (
        "minister",
        ("La ministre de la Santé Claire Vasseur a répondu à Jean Morel, directeur financier de Talderic."),
        "Health minister Claire Vasseur answered Jean Morel.",
        "Health minister Jean Morel answered Claire Vasseur.",
        "name",
    ),
    (
        "apposition",
        ("La ministre de la Santé Claire Vasseur a répondu à Jean Morel, directeur financier de Talderic."),
        "Jean Morel, chief financial officer of Talderic, had an answer.",
        "Claire Vasseur, chief financial officer of Talderic, had an answer.",
        "name",
    ),
]
"""A French sentence, an English one that is true to it, one that is not, and the finding's code."""


@pytest.mark.parametrize(("french", "true"), [row[1:3] for row in SISTERS], ids=[row[0] for row in SISTERS])
def test_lets_the_true_one_pass(french, true):
    """A statement that is true to the French has no finding."""
    assert check_statement(true, french) == []


@pytest.mark.parametrize(
    ("french", "false", "code"), [(row[1], *row[3:]) for row in SISTERS], ids=[row[0] for row in SISTERS]
)
def test_objects_to_the_false_one(french, false, code):
    """Its sister with one thing wrong has a finding of that kind, with words that it has and a reason."""
    findings = check_statement(false, french)
    assert code in {finding.code for finding in findings}
    assert all(finding.words in false and finding.message for finding in findings)
