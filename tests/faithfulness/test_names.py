"""People, places, bodies: their English forms pass, others do not."""

import pytest

from summarizer.faithfulness import check_statement

SISTERS = [
    (
        "un-eu",
        "L'ONU a publié un rapport.",
        "The UN has published a report.",
        "The EU has published a report.",
        "name",
    ),
    (
        "nato",
        "L'Otan se réunit mardi.",
        "NATO meets on Tuesday.",
        "The IMF meets on Tuesday.",
        "name",
    ),
    (
        "eu-spelt-out",
        "L'UE a voté le texte.",
        "The European Union has voted the text.",
        "The African Union has voted the text.",
        "name",
    ),
    (
        "gdp",
        "Le PIB recule de 2 %.",
        "GDP is falling by 2%.",
        "VAT is falling by 2%.",
        "name",
    ),
    (
        "imf",
        "Le FMI prévoit une crise.",
        "The IMF forecasts a crisis.",
        "The WTO forecasts a crisis.",
        "name",
    ),
    (
        "who",
        "L'OMS s'inquiète.",
        "The WHO is worried.",
        "UNESCO is worried.",
        "name",
    ),
    (
        "ecb",
        "La BCE relève ses taux.",
        "The ECB is raising its rates.",
        "The Fed is raising its rates.",
        "name",
    ),
    (
        "expansion",
        "L'Organisation mondiale du commerce tranche.",
        "The WTO decides.",
        "The ILO decides.",
        "name",
    ),
    (
        "aids",
        "Le sida recule.",
        "AIDS is declining.",
        "Ebola is declining.",
        "name",
    ),
    (
        "demonym",
        "Le ministre allemand a répondu.",
        "The German minister has answered.",
        "The Belgian minister has answered.",
        "name",
    ),
    (
        "demonym-dutch",
        "Une firme néerlandaise l'a acheté.",
        "A Dutch firm bought it.",
        "A Danish firm bought it.",
        "name",
    ),
    (
        "exonym-city",
        "Le sommet a lieu à Genève.",
        "The summit takes place in Geneva.",
        "The summit takes place in Vienna.",
        "name",
    ),
    (
        "exonym-london",
        "La réunion de Londres a échoué.",
        "The London meeting failed.",
        "The Lisbon meeting failed.",
        "name",
    ),
    (
        "exonym-country",
        "La Côte d'Ivoire a voté.",
        "Ivory Coast has voted.",
        "Senegal has voted.",
        "name",
    ),
    (
        "exonym-aleppo",
        "Alep est assiégée.",
        "Aleppo is under siege.",
        "Mosul is under siege.",
        "name",
    ),
    (
        "capital",
        "Le gouvernement français a cédé.",
        "Paris has given way.",
        "Berlin has given way.",
        "name",
    ),
    (
        "continent",
        "La Namibie protège ses rhinocéros.",
        "Namibia, in Africa, protects its rhinos.",
        "Namibia, in Asia, protects its rhinos.",
        "name",
    ),
    (
        "transliteration",
        "Vladimir Poutine a parlé.",
        "Vladimir Putin spoke.",
        "Vladimir Pasternak spoke.",
        "name",
    ),
    (
        "first-name",
        "Evgueni Primakov est à Berlin.",
        "Yevgeny Primakov is in Berlin.",
        "Sergei Primakov is in Berlin.",
        "name",
    ),
    (
        "antiquity",
        "Eschyle a écrit la pièce.",
        "Aeschylus wrote the play.",
        "Sophocles wrote the play.",
        "name",
    ),
    (
        "surname",
        "Claire Vasseur dirige le musée.",
        "Claire Vasseur heads the museum.",
        "Claire Vautier heads the museum.",
        "name",
    ),
    (
        "given-name",
        "Claire Vasseur dirige le musée.",
        "Claire Vasseur runs the museum.",
        "Martine Vasseur runs the museum.",
        "name",
    ),
    (
        "company",
        "Talderic rachète Novalux.",
        "Talderic is buying Novalux.",
        "Talderic is buying Novartis.",
        "name",
    ),
    (
        "accents",
        "Élodie Lefèvre a gagné.",
        "Elodie Lefevre won.",
        "Elodie Marchal won.",
        "name",
    ),
    (
        "slip",
        "Le maire de Montbéliard a parlé.",
        "The mayor of Montbelliard spoke.",
        "The mayor of Montpellier spoke.",
        "name",
    ),
    (
        "hyphened",
        "Le match Espagne-Portugal est reporté.",
        "The Spain-Portugal match is put off.",
        "The Spain-Poland match is put off.",
        "name",
    ),
    (
        "state",
        "L'observatoire de Flagstaff, en Arizona, ouvre.",
        "The observatory in Flagstaff, Ariz., is opening.",
        "The observatory in Flagstaff, Tex., is opening.",
        "name",
    ),
    (
        "pope",
        "Le pape François est à Rome.",
        "Pope Francis is in Rome.",
        "Pope Benedict is in Rome.",
        "name",
    ),
    (
        "institution",
        "L'Assemblée nationale a voté.",
        "The National Assembly has voted.",
        "The Constitutional Court has voted.",
        "name",
    ),
    (
        "brown",
        "Le juge Paul Brun a parlé.",
        "Judge Paul Brun spoke.",
        "Judge Paul Brown spoke.",
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
