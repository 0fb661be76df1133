"""What the French reports or holds possible is not told as a fact."""

import pytest

from summarizer.faithfulness import check_statement

SISTERS = [
    (
        "would-have",
        "Le groupe aurait vendu deux usines.",
        "The group has reportedly sold two plants.",
        "The group has sold two plants.",
        "modality",
    ),
    (
        "would-be",
        "La hausse serait de 3 %.",
        "The rise is said to be 3%.",
        "The rise is 3%.",
        "modality",
    ),
    (
        "according",
        "Selon la police, il aurait fui.",
        "According to police, he fled.",
        "He fled the police.",
        "modality",
    ),
    (
        "could",
        "La hausse pourrait reprendre en mars.",
        "The rise could resume in March.",
        "The rise will resume in March.",
        "modality",
    ),
    (
        "should",
        "Le tunnel devrait ouvrir en 2030.",
        "The tunnel should open in 2030.",
        "The tunnel will open in 2030.",
        "modality",
    ),
    (
        "perhaps",
        "Le groupe va peut-être vendre ses usines.",
        "The group may sell its plants.",
        "The group is selling its plants.",
        "modality",
    ),
    (
        "probable",
        "Une défaite est probable dimanche.",
        "A defeat is likely on Sunday.",
        "A defeat is certain on Sunday.",
        "modality",
    ),
    (
        "presumed",
        "L'auteur présumé du vol a été arrêté.",
        "The alleged thief was arrested.",
        "The thief was arrested.",
        "modality",
    ),
    (
        "seems",
        "Le marché semble repartir.",
        "The market seems to be recovering.",
        "The market is recovering.",
        "modality",
    ),
    (
        "future-in-past",
        "Le ministre a dit que la ligne serait ouverte en juin.",
        "The minister said that the line would be opened in June.",
        "The minister said that the line is opened in June.",
        "modality",
    ),
    (
        "would-like",
        "Le président voudrait éviter un vote.",
        "The president would like to avoid a vote.",
        "The president will avoid a vote.",
        "modality",
    ),
    (
        "imperfect",
        "La lampe éclairait la place.",
        "The lamp lit the square.",
        "The lamp did not light the square.",
        "negation",
    ),
    (
        "two-of-them",
        "L'achat dépasserait un milliard et accélérerait la fusion.",
        "The purchase would exceed a billion and speed up the merger.",
        "The purchase exceeds a billion and speeds up the merger.",
        "modality",
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
