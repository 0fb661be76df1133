"""Opposites: rise and fall, profit and loss, accept and refuse, win and lose, for and against."""

import pytest

from summarizer.faithfulness import check_statement

SISTERS = [
    (
        "rise",
        "Les ventes ont baissé au printemps.",
        "Sales fell in spring.",
        "Sales rose in spring.",
        "direction",
    ),
    (
        "rise-noun",
        "La forte hausse des prix inquiète.",
        "The sharp rise in prices is worrying.",
        "The sharp fall in prices is worrying.",
        "direction",
    ),
    (
        "sharp-drop",
        "Une forte baisse du cours a suivi.",
        "A sharp drop in the price followed.",
        "A sharp rise in the price followed.",
        "direction",
    ),
    (
        "two-ways",
        "Le Dow Jones a gagné 0,63 % mais le Nasdaq a perdu 0,03 %.",
        "The Dow Jones gained 0.63% but the Nasdaq lost 0.03%.",
        "The Dow Jones lost 0.63% but the Nasdaq gained 0.03%.",
        "direction",
    ),
    (
        "advance",
        "L'indice a avancé de 68,78 points.",
        "The index rose by 68.78 points.",
        "The index fell by 68.78 points.",
        "direction",
    ),
    (
        "profit",
        "Le groupe affiche une perte de 3 millions d'euros.",
        "The group shows a loss of €3 million.",
        "The group shows a profit of €3 million.",
        "direction",
    ),
    (
        "accept",
        "La ministre a rejeté la proposition.",
        "The minister rejected the proposal.",
        "The minister accepted the proposal.",
        "direction",
    ),
    (
        "refuse",
        "Le syndicat a accepté l'accord.",
        "The union accepted the deal.",
        "The union rejected the deal.",
        "direction",
    ),
    (
        "not-accepted",
        "Les dons ne sont pas acceptés.",
        "Donations are not accepted.",
        "Donations are not rejected.",
        "direction",
    ),
    (
        "win",
        "Le parti a remporté le scrutin.",
        "The party won the ballot.",
        "The party lost the ballot.",
        "direction",
    ),
    (
        "prize",
        "Elle a reçu le prix du livre.",
        "She won the book prize.",
        "She lost the book prize.",
        "direction",
    ),
    (
        "above",
        "Le niveau est au-dessus de la norme.",
        "The level is above the norm.",
        "The level is below the norm.",
        "direction",
    ),
    (
        "below",
        "La note est inférieure à la moyenne.",
        "The mark is below average.",
        "The mark is above average.",
        "direction",
    ),
    (
        "for-against",
        "Il a voté contre la réforme.",
        "He voted against the reform.",
        "He voted for the reform.",
        "direction",
    ),
    (
        "fight",
        "La lutte contre la fraude continue.",
        "The fight against fraud goes on.",
        "The fight for fraud goes on.",
        "direction",
    ),
    (
        "open-close",
        "L'usine ferme ses portes.",
        "The plant is closing its doors.",
        "The plant is opening its doors.",
        "direction",
    ),
    (
        "start-end",
        "La trêve commence lundi.",
        "The truce starts on Monday.",
        "The truce ends on Monday.",
        "direction",
    ),
    (
        "ban",
        "La vente est interdite.",
        "The sale is banned.",
        "The sale is authorised.",
        "direction",
    ),
    (
        "support",
        "Le maire soutient le projet.",
        "The mayor supports the project.",
        "The mayor opposes the project.",
        "direction",
    ),
    (
        "hire",
        "Le groupe licencie 40 personnes.",
        "The group is laying off 40 people: 40 dismissed.",
        "The group is hiring 40 people.",
        "direction",
    ),
    (
        "import",
        "Les exportations de blé montent.",
        "Wheat exports are rising.",
        "Wheat imports are rising.",
        "direction",
    ),
    (
        "north",
        "Le nord du pays est touché.",
        "The north of the country is hit.",
        "The south of the country is hit.",
        "direction",
    ),
    (
        "public-private",
        "Le secteur privé recrute.",
        "The private sector is recruiting.",
        "The public sector is recruiting.",
        "direction",
    ),
    (
        "majority",
        "La majorité a voté le texte.",
        "The majority voted for the text.",
        "The minority voted for the text.",
        "direction",
    ),
    (
        "men-women",
        "Deux femmes ont été élues.",
        "Two women were elected.",
        "Two men were elected.",
        "direction",
    ),
    (
        "guilty",
        "L'ancien maire a été acquitté.",
        "The former mayor was acquitted.",
        "The former mayor was found guilty.",
        "direction",
    ),
    (
        "strengthen",
        "Le texte renforce les contrôles.",
        "The text strengthens controls.",
        "The text weakens controls.",
        "direction",
    ),
    (
        "way",
        "Le groupe veut passer d'organisme à but non lucratif à société ordinaire.",
        "The group wants to move from non-profit body to ordinary company.",
        "The group wants to move from for-profit company to non-profit body.",
        "direction",
    ),
    (
        "join-leave",
        "Le pays quitte l'alliance.",
        "The country is leaving the alliance.",
        "The country is joining the alliance.",
        "direction",
    ),
    (
        "rich-poor",
        "Les pays pauvres protestent.",
        "Poor countries are protesting.",
        "Rich countries are protesting.",
        "direction",
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
