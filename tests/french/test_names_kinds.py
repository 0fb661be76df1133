"""What kind of party a name is, its gender, and how much it weighs in an article."""

import pytest

from summarizer.french import find_names
from tests.french.naming import named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("Hier, Lucie Marchal parlait.", "Lucie Marchal", "person", id="given-name"),
        pytest.param("Hier, Oksena Kovrij parlait.", "Oksena Kovrij", "person", id="unknown-names"),
        pytest.param("Hier, Zorn, 43 ans, parlait.", "Zorn", "person", id="age"),
        pytest.param("Hier, Zorn, directrice de Vexa, parlait.", "Zorn", "person", id="role-after"),
        pytest.param("Hier, le Verlandais Ilan Zorn parlait.", "Ilan Zorn", "person", id="demonym-before"),
        pytest.param("Hier, un Verlandais parlait.", "Verlandais", "person", id="demonym"),
        pytest.param("Hier, Zorn, spécialiste du froid, fermait.", "Zorn", "organisation", id="either"),
        pytest.param("La CGZ attend.", "CGZ", "organisation", id="acronym"),
        pytest.param("Le député CGZ attend.", "CGZ", "organisation", id="acronym-after-role"),
        pytest.param("Hier, DataVex parlait.", "DataVex", "organisation", id="camel"),
        pytest.param("Hier, les élus Zornance partaient.", "Zornance", "organisation", id="party-of-members"),
        pytest.param("Hier, Lille OSC gagnait.", "Lille OSC", "organisation", id="club"),
        pytest.param("Hier, Vexa Bank fermait.", "Vexa Bank", "organisation", id="english"),
        pytest.param("Hier, Vexa Canada fermait.", "Vexa Canada", "organisation", id="country-after"),
        pytest.param("Hier, l'entreprise Zorn fermait.", "Zorn", "organisation", id="firm-before"),
        pytest.param("Chez Zorn, on rit. On va chez Zorn.", "Zorn", "organisation", id="chez"),
        pytest.param("On voit deux Verlandais.", "Verlandais", "group", id="counted-demonym"),
        pytest.param("Hier, l'Open commençait.", "Open", "work", id="event"),
        pytest.param("Le parquet attend.", "parquet", "organisation", id="body"),
        pytest.param("Les manifestants crient.", "manifestants", "group", id="crowd"),
        pytest.param("Hier, les Sindu partaient.", "Sindu", "group", id="capital-plural"),
        pytest.param("Hier, la France refusait.", "France", "place", id="country"),
        pytest.param("Il vit à Lorvanne, en Norvie.", "Norvie", "place", id="preposition"),
        pytest.param("Il vit dans la ville de Zorn.", "Zorn", "place", id="town-of"),
        pytest.param("Il vit place de la Zorn.", "Zorn", "place", id="square"),
        pytest.param("Il vit près du lac du Zorn.", "Zorn", "place", id="lake"),
        pytest.param("Hier, Zorn Lake gelait.", "Zorn Lake", "place", id="english-place"),
        pytest.param("Ils jouent mardi à Belo Zorna.", "Belo Zorna", "place", id="two-words-after-a"),
        pytest.param("Le prix va à Anne Zorna.", "Anne Zorna", "person", id="person-after-a"),
        pytest.param("Hier, la Zone euro reculait.", "Zone euro", "place", id="euro-zone"),
        pytest.param("De la terre de la Pampa de la Zorna.", "Zorna", "place", id="pampa"),
        pytest.param("Il vit à Paris (Zorn).", "Zorn", "place", id="bracket-after-place"),
        pytest.param("Il voit Paris, Lyon et Zorn.", "Zorn", "place", id="enumeration"),
        pytest.param("Le logiciel Zorn plante.", "Zorn", "work", id="product"),
        pytest.param("Le groupe DataVex (Zorn) part.", "Zorn", "work", id="bracket-after-firm"),
        pytest.param("L'avion A912 plane.", "A912", "work", id="model"),
        pytest.param("Hier, Zorn brillait.", "Zorn", None, id="unknown"),
    ],
)
def test_kinds_are_told_by_form_and_context(text: str, name: str, kind: str | None) -> None:
    """A name's own words and the words around it tell what it names."""
    assert named(text)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        pytest.param("Hier, Lucie Marchal parlait.", "Lucie Marchal", "f", id="given-f"),
        pytest.param("Hier, Paul Marchal parlait.", "Paul Marchal", "m", id="given-m"),
        pytest.param("Hier, Jean-Anne Zorn parlait.", "Jean-Anne Zorn", "m", id="compound"),
        pytest.param("Hier, Camille Zorn parlait.", "Camille Zorn", None, id="either"),
        pytest.param("Hier, Mme Zorn parlait.", "Zorn", "f", id="title-f"),
        pytest.param("Hier, M. Zorn parlait.", "Zorn", "m", id="title-m"),
        pytest.param("Hier, Me Zorn parlait.", "Zorn", None, id="title-either"),
        pytest.param(
            "Hier, Camille Zorn, directrice de Vexa, parlait.", "Camille Zorn", "f", id="role-after"
        ),
        pytest.param("Hier, la ministre Camille Zorn parlait.", "Camille Zorn", "f", id="article"),
        pytest.param("Hier, la Verlandaise Iva Zorn parlait.", "Iva Zorn", "f", id="demonym"),
        pytest.param("Le Premier ministre rit.", "Premier ministre", "m", id="adjective"),
        pytest.param("La Cour des comptes part.", "Cour des comptes", None, id="no-person"),
    ],
)
def test_gender_is_told_by_names_titles_and_roles(text: str, name: str, gender: str | None) -> None:
    """Gender is given for people where something tells it."""
    assert named(text)[name].gender == gender


@pytest.mark.parametrize(
    ("text", "heavy", "light"),
    [
        pytest.param(
            "Vexa ferme\n\nHier, Vexa fermait. Selon une note, Norda et Vexa.",
            "Vexa",
            "Norda",
            id="often-and-first",
        ),
        pytest.param("Hier, la Suède a refusé. Il vit en Norvège.", "Suède", "Norvège", id="acting-country"),
        pytest.param("Hier, selon la Norvège et la Suède.", "Norvège", "Suède", id="speaker"),
        pytest.param(
            "Hier, Paul Durand, selon une note, a refusé avec Luc Roy.",
            "Paul Durand",
            "Luc Roy",
            id="apposition",
        ),
        pytest.param("Hier, Paul Durand qui rit. On voit Luc Roy.", "Paul Durand", "Luc Roy", id="relative"),
        pytest.param(
            "Hier, la Suède et la Norvège ont refusé. Avec le Canada.", "Suède", "Canada", id="coordinated"
        ),
        pytest.param("Il vit en Suède, à Lyon.", "Suède", "Lyon", id="country-over-city"),
        pytest.param(
            "Hier, Paul Durand et un Verlandais riaient.", "Paul Durand", "Verlandais", id="demonym"
        ),
        pytest.param("Les ouvriers crient. Des enfants crient.", "ouvriers", "enfants", id="vague"),
        pytest.param("« Oui », déclare Zorn. Hier, on voit Norg.", "Zorn", "Norg", id="inverted"),
    ],
)
def test_weight_ranks_central_parties_first(text: str, heavy: str, light: str) -> None:
    """Place, number of mentions, acting and speaking weigh."""
    names = named(text)
    assert names[heavy].weight > names[light].weight


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Un accord de libre-échange (AECG) a été signé. L'AECG plaît.", "AECG", "work"),
        ("Une fédération de marins (FMK) a été créée. La FMK proteste.", "FMK", "organisation"),
    ],
    ids=["a treaty", "a body"],
)
def test_an_acronym_is_what_its_noun_is(text: str, name: str, kind: str) -> None:
    """What is agreed or levied is no party."""
    assert {found.text: found.kind for found in find_names(text)}[name] == kind


def test_a_setting_weighs_less_than_who_acts() -> None:
    """« sur CNBC », « à la Carioca Arena », « un Airbus » only say where or on what."""
    text = "Sur CNBC, Jean Morvan a annoncé à la Carioca Arena que Valdor prépare un Airbus."
    weights = {found.text: found.weight for found in find_names(text)}
    assert all(weights[name] < weights["Valdor"] for name in ("CNBC", "Carioca Arena", "Airbus"))


def test_buildings_and_authors_of_texts_weigh_less() -> None:
    """« au bâtiment du Conseil européen », « un texte d'Anne Vexa » are where, and of whom."""
    setting = "Jean Morvan a étudié un texte de Zoé Vexa au bâtiment du Conseil européen avec Luc Arven."
    acting = "Zoé Vexa et le Conseil européen refusent."
    before = {found.text: found.weight for found in find_names(setting)}
    after = {found.text: found.weight for found in find_names(f"{setting} {acting}")}
    assert before["Zoé Vexa"] < before["Luc Arven"]
    assert before["Conseil européen"] < after["Conseil européen"]
