"""Numbers, scales, units, bounds and roundings: each true statement beside a false one."""

import pytest

from summarizer.faithfulness import check_statement

SISTERS = [
    (
        "million-billion",
        "L'offre est de 97,4 milliards de dollars.",
        "The offer is worth $97.4 billion.",
        "The offer is worth $97.4 million.",
        "number",
    ),
    (
        "rounded-nearly",
        "Le pays compte 1,36 milliard d'habitants.",
        "The country has nearly 1.4 billion inhabitants.",
        "The country has nearly 1.3 billion inhabitants.",
        "number",
    ),
    (
        "rounded-wrong",
        "Le pays compte 1,36 milliard d'habitants.",
        "About 1.4 billion people live in the country.",
        "About 1.5 billion people live in the country.",
        "number",
    ),
    (
        "percent-or-points",
        "Le taux a gagné 2 points.",
        "The rate gained 2 points.",
        "The rate gained 2%.",
        "unit",
    ),
    (
        "percent-dropped",
        "La hausse atteint 12 %.",
        "The increase reaches 12%.",
        "The increase reaches 12.",
        "unit",
    ),
    (
        "euro-dollar",
        "Le fonds a levé 15 millions d'euros.",
        "The fund raised €15 million.",
        "The fund raised $15 million.",
        "unit",
    ),
    (
        "digit",
        "Le budget est de 3 450 euros.",
        "The budget is €3,450.",
        "The budget is €3,540.",
        "number",
    ),
    (
        "comma-point",
        "La note est de 7,25 sur 10.",
        "The mark is 7.25 out of 10.",
        "The mark is 725 out of 10.",
        "number",
    ),
    (
        "words",
        "Vingt-trois élus ont signé.",
        "Twenty-three councillors signed.",
        "Thirty-two councillors signed.",
        "number",
    ),
    (
        "seventy",
        "Il a soixante-douze ans.",
        "He is seventy-two years old.",
        "He is sixty-two years old.",
        "number",
    ),
    (
        "eighty",
        "Quatre-vingt-dix salariés partent.",
        "Ninety employees are leaving.",
        "Eighty employees are leaving.",
        "number",
    ),
    (
        "fraction",
        "Un tiers des logements est vide.",
        "A third of the homes are empty.",
        "A quarter of the homes are empty.",
        "number",
    ),
    (
        "half",
        "La moitié des élèves est absente.",
        "Half of the pupils are absent.",
        "A third of the pupils are absent.",
        "number",
    ),
    (
        "two-thirds",
        "Les deux tiers du parc sont fermés.",
        "Two thirds of the park is closed.",
        "Three quarters of the park is closed.",
        "number",
    ),
    (
        "more-less",
        "Plus de 300 logements sont vides.",
        "More than 300 homes are empty.",
        "Fewer than 300 homes are empty.",
        "direction",
    ),
    (
        "at-most",
        "Au plus 40 personnes sont admises.",
        "At most 40 people are admitted.",
        "At least 40 people are admitted.",
        "direction",
    ),
    (
        "range",
        "Il faudra de 3 à 5 ans.",
        "It will take 3 to 5 years.",
        "It will take 3 to 8 years.",
        "number",
    ),
    (
        "twice",
        "Les ventes ont doublé.",
        "Sales doubled.",
        "Sales tripled.",
        "number",
    ),
    (
        "times",
        "La capacité est multipliée par trois.",
        "Capacity is multiplied by three.",
        "Capacity is multiplied by four.",
        "number",
    ),
    (
        "rank",
        "Le port est le deuxième du pays.",
        "The port is the country's second.",
        "The port is the country's third.",
        "number",
    ),
    (
        "dozens",
        "Des dizaines de maisons ont brûlé.",
        "Dozens of houses burned.",
        "Thousands of houses burned.",
        "number",
    ),
    (
        "thousands-counted",
        "6 400 oiseaux sont morts.",
        "Thousands of birds died.",
        "Millions of birds died.",
        "number",
    ),
    (
        "other-billions",
        "L'État ajoute 100 autres milliards.",
        "The state adds another 100 billion.",
        "The state adds another 100 million.",
        "number",
    ),
    (
        "largest",
        "Elle est une des vingt plus grandes banques.",
        "It is one of the twenty largest banks.",
        "It is one of the ten largest banks.",
        "number",
    ),
    (
        "km-miles",
        "La ville est à 30 km.",
        "The town is 19 miles away.",
        "The town is 30 miles away.",
        "unit",
    ),
    (
        "pounds",
        "Le colis pèse 18 kg.",
        "The parcel weighs 40 pounds.",
        "The parcel weighs 90 pounds.",
        "number",
    ),
    (
        "square",
        "Le parc couvre 50 hectares.",
        "The park covers 50 hectares.",
        "The park covers 50 acres.",
        "unit",
    ),
    (
        "tonnes",
        "Des tonnes de déchets sont enfouies.",
        "Tons of waste are buried.",
        "Kilograms of waste are buried.",
        "unit",
    ),
    (
        "age",
        "Une femme de 34 ans est morte.",
        "A 34-year-old woman died.",
        "A 43-year-old woman died.",
        "number",
    ),
    (
        "score",
        "Lens a battu Lille 3-1.",
        "Lens beat Lille 3-1.",
        "Lens beat Lille 3-2.",
        "number",
    ),
    (
        "sports-time",
        "Il a nagé la distance en 20 sec 53.",
        "He swam the distance in 20.53 seconds.",
        "He swam the distance in 20.35 seconds.",
        "number",
    ),
    (
        "half-hour",
        "Le vol dure une heure trente.",
        "The flight takes an hour and a half.",
        "The flight takes two hours and a half.",
        "number",
    ),
    (
        "sum-of-two",
        "Le port perd 3 millions d'euros et 12 lignes.",
        "The port loses €3 million and 12 lines.",
        "The port loses €12 million and 3 lines.",
        "number",
    ),
    (
        "users-customers",
        "Le site a 400 millions d'utilisateurs et 2 millions de clients payants.",
        "The site has 400 million users and 2 million paying customers.",
        "The site has 400 million paying customers.",
        "number",
    ),
    (
        "dead-injured",
        "L'accident a fait 12 morts et 40 blessés.",
        "The accident left 12 dead and 40 injured.",
        "The accident left 40 dead.",
        "number",
    ),
    (
        "jobs-shops",
        "Le groupe ferme 30 magasins et supprime 500 emplois.",
        "The group is closing 30 shops and cutting 500 jobs.",
        "The group is closing 500 shops.",
        "number",
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
