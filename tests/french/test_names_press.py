"""Parties in the words of the press: Arabic names, bodies before people, what only looks like a name."""

import pytest

from summarizer.french import find_names


def found(text: str) -> dict[str, str | None]:
    """The names of a text with their kinds."""
    return {name.text: name.kind for name in find_names(text)}


WHOLE = [
    ("arabic-article", "Hier, Haïder al-Abadi a cédé.", "Haïder al-Abadi", "person"),
    ("arabic-chain", "L'exécution de Nimr Baqer al-Nimr a choqué.", "Nimr Baqer al-Nimr", "person"),
    ("arabic-alone", "Ils avancent vers la ville d'al-Bab.", "al-Bab", "place"),
    ("party-with-capital", "Le chef du Parti démocrate a cédé.", "Parti démocrate", "organisation"),
    ("number-in-name", "Le Mouvement 5 étoiles a cédé.", "Mouvement 5 étoiles", "organisation"),
    ("joined-initials", "Le maire, M. J.-P. Le Goff, a cédé.", "J.-P. Le Goff", "person"),
    ("party-of-justice", "Un fief du Parti de la justice.", "Parti de la justice", "organisation"),
    ("demonym-before", "Ensuite, l'Allemand Sideris Tasiadis gagne.", "Sideris Tasiadis", "person"),
    ("volcano", "Ils vivent près du volcan Mauna Loa.", "Mauna Loa", "place"),
    ("known-body", "Les chiffres de Pôle emploi baissent.", "Pôle emploi", "organisation"),
    ("review", "Une étude de la revue « Nature Geoscience » le dit.", "Nature Geoscience", "organisation"),
    ("film", "Le film « Grand Calme » sort demain.", "Grand Calme", "work"),
    ("share-of-a-people", "Un Belge sur cinq vote. Les Belges hésitent.", "Belges", "group"),
]


@pytest.mark.parametrize(("text", "name", "kind"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_whole_names_and_kinds(text, name, kind):
    """A name is found whole, with its kind."""
    assert found(text).get(name, "missing") == kind


PEOPLE = [
    ("Le président du Conseil italien Matteo Ferri a parlé.", "Matteo Ferri"),
    ("Le président du Conseil des ministres Matteo Ferri a parlé.", "Matteo Ferri"),
    ("Le conseiller d'Etat Paul Perret a parlé.", "Paul Perret"),
]


@pytest.mark.parametrize(("text", "name"), PEOPLE, ids=[row[0][:40] for row in PEOPLE])
def test_a_person_ends_the_name_of_a_body(text, name):
    """A full name behind a body's lower-case words is a person of its own."""
    assert found(text).get(name) == "person"
    assert not any(name in other and other != name for other in found(text))


NOBODY = [
    "Elle habite au centre de la ville.",
    "Il est au centre d'une querelle.",
    "La grande majorité des voix manque.",
    "Le pilote automatique était éteint.",
    "Le front ne bouge plus.",
    "Ils portaient des T-shirts jaunes.",
    "La Guerre froide a pris fin.",
    "Un prix de 3,2 Mds de CHF et de FCFA.",
    "Une éolienne de 12 MW tourne.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_names_nobody(text):
    """Idioms, things and units are no parties."""
    assert found(text) == {}


def test_a_score_is_no_part_of_a_name():
    """« Lens bat Ambri 4-3 » names two clubs without their goals."""
    assert set(found("Lens bat Ambri 4-3. Mené 17 à 10, il gagne.")) == {"Lens", "Ambri"}


def test_a_centre_with_a_purpose_is_a_body():
    """« Le centre hospitalier » and « le Front national » are bodies."""
    assert "organisation" in found("Le centre hospitalier de Lens recrute.").values()
    assert found("Le Front national recrute.") == {"Front national": "organisation"}


@pytest.mark.no_cover  # the time is that of the code, not of the coverage tracer
@pytest.mark.parametrize(
    "unit", ["Le ", "La ", "la, ", "l' ONU ", "Paul Roy, ", "ministre de la ", "Le maire, Paul et "]
)
def test_a_row_of_one_unit(unit):
    """A text that repeats itself is read in time in proportion to its length: the test ends."""
    text = unit * 20_000
    for name in find_names(text)[:20]:
        assert all(text[mention.start : mention.end] == mention.text for mention in name.mentions[:20])
