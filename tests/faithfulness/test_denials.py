"""Denials kept, lost and made up."""

import pytest

from summarizer.faithfulness import check_statement

SISTERS = [
    (
        "not",
        "Le groupe n'a pas publié ses comptes.",
        "The group has not published its accounts.",
        "The group has published its accounts.",
        "negation",
    ),
    (
        "no-longer",
        "L'usine ne produit plus de papier.",
        "The plant no longer produces paper.",
        "The plant produces paper.",
        "negation",
    ),
    (
        "never",
        "Il n'a jamais signé le contrat.",
        "He never signed the contract.",
        "He signed the contract.",
        "negation",
    ),
    (
        "none",
        "Aucun blessé n'est à déplorer.",
        "No injuries were reported.",
        "Some injuries were reported.",
        "negation",
    ),
    (
        "nobody",
        "Personne n'a répondu à l'appel.",
        "Nobody answered the call.",
        "Everybody answered the call.",
        "negation",
    ),
    (
        "nothing",
        "Rien n'a changé dans la ville.",
        "Nothing has changed in the town.",
        "Everything has changed in the town.",
        "negation",
    ),
    (
        "without",
        "Le texte est passé sans débat.",
        "The text passed without debate.",
        "The text passed with debate.",
        "negation",
    ),
    (
        "neither",
        "Ni le maire ni le préfet ne sont venus.",
        "Neither the mayor nor the prefect came.",
        "The mayor and the prefect came.",
        "negation",
    ),
    (
        "refuse-to",
        "La direction refuse de négocier.",
        "Management refuses to negotiate.",
        "Management agrees to negotiate.",
        "direction",
    ),
    (
        "not-excluded",
        "Une grève n'est pas exclue.",
        "A strike is not ruled out.",
        "A strike is ruled out.",
        "negation",
    ),
    (
        "cannot",
        "Le maire ne peut fermer l'école.",
        "The mayor cannot close the school.",
        "The mayor can close the school.",
        "negation",
    ),
    (
        "added",
        "Le groupe a publié ses comptes hier.",
        "The group published its accounts yesterday.",
        "The group did not publish its accounts yesterday.",
        "negation",
    ),
    (
        "added-never",
        "Elle a dirigé le musée.",
        "She headed the museum.",
        "She never headed the museum.",
        "negation",
    ),
    (
        "born",
        "Il est né en Ohio en 1925.",
        "He was born in Ohio in 1925.",
        "He was not born in Ohio in 1925.",
        "negation",
    ),
    (
        "at-least",
        "Au moins cinq personnes ont été tuées.",
        "At least five people were killed.",
        "At least five people were not killed.",
        "negation",
    ),
    (
        "shortly-after",
        "La voiture circulait peu après 17 heures.",
        "The car was driving shortly after 5 p.m.",
        "The car was not driving shortly after 5 p.m.",
        "negation",
    ),
    (
        "private",
        "La campagne de financement privé continue.",
        "The private funding campaign is going on.",
        "The private funding campaign is not going on.",
        "negation",
    ),
    (
        "stop",
        "Le groupe va cesser de vendre ce produit.",
        "The group is going to stop selling this product.",
        "The group is not going to stop selling this product.",
        "negation",
    ),
    (
        "unemployed",
        "Les chômeurs ne toucheront pas la prime.",
        "The unemployed will not get the bonus.",
        "The unemployed will get the bonus.",
        "negation",
    ),
    (
        "probably-not",
        "Il n'y aura pas de vote en mai et sans doute pas en juin.",
        "There will be no vote in May and probably not in June.",
        "There will be no vote in May and probably one in June.",
        "negation",
    ),
    (
        "isn-t",
        "Le groupe est en bonne santé.",
        "The group is in good health.",
        "The group isn't in good health.",
        "negation",
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
