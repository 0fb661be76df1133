"""Periods, frequencies, weekdays, months, dates and hours."""

import pytest

from summarizer.faithfulness import check_statement

SISTERS = [
    (
        "weekly-monthly",
        "Il compte 400 millions d'utilisateurs hebdomadaires.",
        "It has 400 million weekly users.",
        "It has 400 million monthly users.",
        "time_unit",
    ),
    (
        "per-month",
        "L'abonnement coûte 20 euros par mois.",
        "The subscription costs €20 a month.",
        "The subscription costs €20 a year.",
        "time_unit",
    ),
    (
        "daily",
        "Le quotidien paraît depuis 1950.",
        "The daily has appeared since 1950.",
        "The weekly has appeared since 1950.",
        "time_unit",
    ),
    (
        "annual",
        "Le rapport annuel est paru.",
        "The annual report is out.",
        "The monthly report is out.",
        "time_unit",
    ),
    (
        "quarter",
        "Le bénéfice trimestriel est connu.",
        "The quarterly profit is known.",
        "The weekly profit is known.",
        "time_unit",
    ),
    (
        "fortnight",
        "Le délai est de quinze jours.",
        "The period is two weeks.",
        "The period is two months.",
        "time_unit",
    ),
    (
        "weekday",
        "Le vote aura lieu mardi.",
        "The vote will take place on Tuesday.",
        "The vote will take place on Thursday.",
        "time_unit",
    ),
    (
        "month",
        "Le procès s'ouvre en juin.",
        "The trial opens in June.",
        "The trial opens in July.",
        "time_unit",
    ),
    (
        "date",
        "L'accord date du 14 novembre 2011.",
        "The agreement dates from 14 November 2011.",
        "The agreement dates from 4 November 2011.",
        "number",
    ),
    (
        "year",
        "La loi date de 1905.",
        "The law dates from 1905.",
        "The law dates from 1950.",
        "number",
    ),
    (
        "decade",
        "Le pont date des années 80.",
        "The bridge dates from the 1980s.",
        "The bridge dates from the 1990s.",
        "number",
    ),
    (
        "century",
        "L'église est du XIIe siècle.",
        "The church is from the 12th century.",
        "The church is from the 13th century.",
        "number",
    ),
    (
        "hour",
        "Le train part à 20h30.",
        "The train leaves at 8:30 p.m.",
        "The train leaves at 9:30 p.m.",
        "number",
    ),
    (
        "noon",
        "La cérémonie est à midi.",
        "The ceremony is at noon.",
        "The ceremony is at 3 p.m.",
        "number",
    ),
    (
        "duration",
        "La grève a duré trois semaines.",
        "The strike lasted three weeks.",
        "The strike lasted three months.",
        "unit",
    ),
    (
        "before-after",
        "La loi passe avant le vote du budget.",
        "The law passes before the budget vote.",
        "The law passes after the budget vote.",
        "direction",
    ),
    (
        "eve",
        "La veille, le port avait fermé.",
        "The day before, the port had closed.",
        "The day after, the port had closed.",
        "direction",
    ),
    (
        "next-day",
        "Le lendemain, le port a fermé.",
        "The next day the port closed.",
        "The day before, the port closed.",
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
