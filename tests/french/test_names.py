"""Parties of French articles: what is found, how mentions are joined, what is left out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.french import Name, find_names

WORDS = """
Le le La la Les les L' l' d' de du des et , . ( ) « » : Paul Durand M. Mme ministre maire Cour comptes Paris
OMF Vexa DataVex syndicats police groupe un une Selon selon a déclaré qui van ben Union européenne premier
jeune 12 ans Président français Français sa leurs nommé
"""
FRENCH = st.lists(
    st.sampled_from([*WORDS.split(), "\n"]),
    max_size=40,
).map(" ".join)


def named(text: str) -> dict[str, Name]:
    """The names of a text by their most complete form."""
    return {name.text: name for name in find_names(text)}


def mentions(text: str, name: str) -> list[str]:
    """The mentions of the party that bears `name`."""
    return [mention.text for mention in named(text)[name].mentions]


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        pytest.param(
            "Lucie Marchal a démissionné. Marchal quitte Vexa.",
            "Lucie Marchal",
            ["Lucie Marchal", "Marchal"],
            id="family",
        ),
        pytest.param(
            "Selon M. Brunel, Paul Brunel attend.", "Paul Brunel", ["Brunel", "Paul Brunel"], id="title"
        ),
        pytest.param(
            "Hier, Jeanne de Kervern a parlé.", "Jeanne de Kervern", ["Jeanne de Kervern"], id="particle"
        ),
        pytest.param("Hier, Paul d'Arvor a parlé.", "Paul d'Arvor", ["Paul d'Arvor"], id="elided-particle"),
        pytest.param(
            "Hier, Jean de La Vergne a parlé.", "Jean de La Vergne", ["Jean de La Vergne"], id="de-la"
        ),
        pytest.param(
            "Hier, Luc Giscard d'Estaing parlait.",
            "Luc Giscard d'Estaing",
            ["Luc Giscard d'Estaing"],
            id="tail",
        ),
        pytest.param(
            "Hier, Luc Roux de Vézin parlait.", "Luc Roux de Vézin", ["Luc Roux de Vézin"], id="double"
        ),
        pytest.param(
            "Hier, Anna von der Au riait. Mme von der Au part.",
            "Anna von der Au",
            ["Anna von der Au", "von der Au"],
            id="title-particle",
        ),
        pytest.param("Hier, Ahmed ben Salah a parlé.", "Ahmed ben Salah", ["Ahmed ben Salah"], id="arabic"),
        pytest.param(
            "Hier, Piet van der Meulen a parlé.", "Piet van der Meulen", ["Piet van der Meulen"], id="dutch"
        ),
        pytest.param("Hier, N'Gota Koné a parlé.", "N'Gota Koné", ["N'Gota Koné"], id="apostrophe"),
        pytest.param(
            "Hier, Marine Le Gall parlait. Mme Le Gall dort.",
            "Marine Le Gall",
            ["Marine Le Gall", "Le Gall"],
            id="le",
        ),
        pytest.param(
            "Nadia Ferrand parle. Pour N. Ferrand, c'est non.",
            "Nadia Ferrand",
            ["Nadia Ferrand", "N. Ferrand"],
            id="initial",
        ),
        pytest.param(
            "Voici Kylian Dorval. « Kylian rit. »",
            "Kylian Dorval",
            ["Kylian Dorval", "Kylian"],
            id="given-name",
        ),
        pytest.param(
            "Paul Yves Marchal part. Paul Marchal rit.",
            "Paul Yves Marchal",
            ["Paul Yves Marchal", "Paul Marchal"],
            id="middle",
        ),
        pytest.param(
            "Ali Bano Ondi part. Ali Bano rit.",
            "Ali Bano Ondi",
            ["Ali Bano Ondi", "Ali Bano"],
            id="third-name",
        ),
        pytest.param(
            "Eric Vidal et Anne Vidal parlent. Mme Vidal rit.",
            "Anne Vidal",
            ["Anne Vidal", "Vidal"],
            id="two-of-a-family",
        ),
        pytest.param(
            "Eric Vidal, Eric Vidal et Anne Vidal. Hier, Vidal rit.",
            "Eric Vidal",
            ["Eric Vidal"] * 2 + ["Vidal"],
            id="the-main",
        ),
        pytest.param("Eric Vidal et Anne Vidal. Hier, Vidal rit.", "Vidal", ["Vidal"], id="family-unclear"),
    ],
)
def test_people_keep_one_name(text: str, expected: str, found: list[str]) -> None:
    """A person's full name, family name, initials and titled forms are one party."""
    assert mentions(text, expected) == found


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        pytest.param(
            "L'Office mondial des forêts (OMF) alerte. L'OMF attend.",
            "Office mondial des forêts",
            ["Office mondial des forêts", "OMF", "OMF"],
            id="acronym",
        ),
        pytest.param(
            "La Ligue des droits des arbres attend. La LDA aussi.",
            "Ligue des droits des arbres",
            ["Ligue des droits des arbres", "LDA"],
            id="initials",
        ),
        pytest.param(
            "Le groupe DataVex (BotVex) grandit. DataVEX embauche.",
            "DataVex",
            ["DataVex", "DataVEX"],
            id="case",
        ),
        pytest.param(
            "Le ministère de la Mer a tranché.", "ministère de la Mer", ["ministère de la Mer"], id="ministry"
        ),
        pytest.param(
            "La Cour des comptes critique l'État.",
            "Cour des comptes",
            ["Cour des comptes"],
            id="lower-case-inside",
        ),
        pytest.param(
            "Le Fonds national de la mer et des ports attend.",
            "Fonds national de la mer et des ports",
            ["Fonds national de la mer et des ports"],
            id="coordinated",
        ),
        pytest.param(
            "Le Centre pour la Paix attend.", "Centre pour la Paix", ["Centre pour la Paix"], id="pour"
        ),
        pytest.param(
            "Le Centre Vexa attend. Selon Vexa, oui.", "Centre Vexa", ["Centre Vexa", "Vexa"], id="centre"
        ),
        pytest.param(
            "La Sûreté fluviale française part. La Sûreté fluviale rit.",
            "Sûreté fluviale française",
            ["Sûreté fluviale française", "Sûreté fluviale"],
            id="adjective-left-out",
        ),
        pytest.param(
            "Le tribunal de commerce de Tulle a tranché.",
            "tribunal de commerce de Tulle",
            ["tribunal de commerce de Tulle"],
            id="court",
        ),
        pytest.param("Hier, France 24 et TF1 diffusaient.", "France 24", ["France 24"], id="channel"),
        pytest.param(
            "Selon Les Amis de la Marne, c'est faux.",
            "Les Amis de la Marne",
            ["Les Amis de la Marne"],
            id="les-amis",
        ),
        pytest.param(
            "Hier, l'hôpital Durand fermait.", "hôpital Durand", ["hôpital Durand"], id="named-after"
        ),
        pytest.param("Selon L'Oréal, tout va.", "L'Oréal", ["L'Oréal"], id="article-in-name"),
        pytest.param("Hier, iVexa grandit.", "iVexa", ["iVexa"], id="small-first-letter"),
    ],
)
def test_organisations_keep_their_whole_name(text: str, expected: str, found: list[str]) -> None:
    """Lower-case words inside a name, acronyms and short forms belong to the organisation."""
    assert mentions(text, expected) == found


def test_a_subsidiary_is_another_party() -> None:
    """« Vexa » does not stand for « Vexa Voyages »."""
    assert {"Vexa", "Vexa Voyages"} <= named(
        "Le groupe Vexa attend. Hier, Vexa Voyages et Vexa parlaient."
    ).keys()


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        pytest.param(
            "Les syndicats ont refusé. Les syndicats partent.",
            "syndicats",
            ["syndicats"] * 2,
            id="plain-noun",
        ),
        pytest.param("La police cherche. Le parquet attend.", "police", ["police"], id="body"),
        pytest.param(
            "Un porte-parole a refusé. Selon le porte-parole, non.",
            "porte-parole",
            ["porte-parole"] * 2,
            id="role",
        ),
        pytest.param(
            "Le porte-parole du ministère a parlé.",
            "porte-parole du ministère",
            ["porte-parole du ministère"],
            id="of",
        ),
        pytest.param(
            "Le conseil d'administration refuse.",
            "conseil d'administration",
            ["conseil d'administration"],
            id="board",
        ),
        pytest.param(
            "Hier, 38 élus régionaux votaient.", "38 élus régionaux", ["38 élus régionaux"], id="counted"
        ),
        pytest.param(
            "Des centaines de manifestants défilent.", "manifestants", ["manifestants"], id="hundreds"
        ),
        pytest.param(
            "Sa femme et leurs enfants attendent.", "leurs enfants", ["leurs enfants"], id="possessive"
        ),
        pytest.param("Un homme de 63 ans est mort.", "homme de 63 ans", ["homme de 63 ans"], id="age"),
        pytest.param(
            "Le gouvernement malgache part. Le gouvernement rit.",
            "gouvernement malgache",
            ["gouvernement malgache", "gouvernement"],
            id="specified",
        ),
        pytest.param(
            "Agriculteurs en colère\n\nHier, rien.", "Agriculteurs", ["Agriculteurs"], id="headline"
        ),
        pytest.param("Le gouvernement demande au maire de partir.", "maire", ["maire"], id="infinitive"),
        pytest.param(
            "Les jeunes ouvriers attendent.", "jeunes ouvriers", ["jeunes ouvriers"], id="adjective-noun"
        ),
        pytest.param(
            "L'ambassadeur russe à l'ONU part.",
            "ambassadeur russe à l'ONU",
            ["ambassadeur russe à l'ONU"],
            id="post",
        ),
        pytest.param(
            "Le ministre de la Mer, des Ports et de la Pêche part.",
            "ministre de la Mer, des Ports et de la Pêche",
            ["ministre de la Mer, des Ports et de la Pêche"],
            id="charges",
        ),
        pytest.param(
            "Hier, les policiers du RAID tiraient.",
            "policiers du RAID",
            ["policiers du RAID"],
            id="of-a-name",
        ),
        pytest.param(
            "Les Verlandais votent. Hier, les Verlandais riaient.",
            "Verlandais",
            ["Verlandais"] * 2,
            id="people",
        ),
    ],
)
def test_parties_without_a_name_are_found(text: str, expected: str, found: list[str]) -> None:
    """Noun phrases for bodies, roles and crowds are parties, with the complement that makes them specific."""
    assert mentions(text, expected) == found


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        pytest.param("Le groupe Vexa part. Le groupe rit.", "Vexa", ["Vexa", "groupe"], id="same-noun"),
        pytest.param(
            "Le groupe Vexa part. La start-up rit.", "Vexa", ["Vexa", "start-up"], id="company-noun"
        ),
        pytest.param(
            "Vexa Airlines en faillite\n\nHier, la compagnie fermait.",
            "Vexa Airlines",
            ["Vexa Airlines", "compagnie"],
            id="headline-firm",
        ),
        pytest.param(
            "Le maire, Paul Durand, part. Le maire rit.",
            "Paul Durand",
            ["maire", "Paul Durand", "maire"],
            id="before",
        ),
        pytest.param(
            "Son avocate, Me Anne Roy, part.", "Anne Roy", ["Son avocate", "Anne Roy"], id="before-title"
        ),
        pytest.param(
            "Le chef de l'Office des ports (ODP), Paul Durand, part.",
            "Paul Durand",
            ["chef de l'Office des ports", "Paul Durand"],
            id="acronym-between",
        ),
        pytest.param(
            "Paul Durand, maire de Tulle, part.", "Paul Durand", ["Paul Durand", "maire de Tulle"], id="after"
        ),
        pytest.param(
            "Paul Durand, patron de Vexa, part. Le patron de Vexa rit.",
            "Paul Durand",
            ["Paul Durand", "patron de Vexa", "patron de Vexa"],
            id="same-words",
        ),
        pytest.param(
            "Le tueur frappe. L'assaillant, un homme de 25 ans nommé Paul Durand, fuit.",
            "Paul Durand",
            ["tueur", "assaillant", "homme de 25 ans", "Paul Durand"],
            id="culprit",
        ),
        pytest.param(
            "Un garçon du nom de Paul Durand part.", "Paul Durand", ["garçon", "Paul Durand"], id="by-name"
        ),
        pytest.param(
            "Le patron de Vexa, le Suédois Ilan Zorn, part.",
            "Ilan Zorn",
            ["patron de Vexa", "Ilan Zorn"],
            id="demonym-between",
        ),
        pytest.param(
            "Le milliardaire Paul Durand part. Le milliardaire rit.",
            "Paul Durand",
            ["Paul Durand", "milliardaire"],
            id="joined",
        ),
    ],
)
def test_role_phrases_go_to_the_person_they_plainly_mean(text: str, expected: str, found: list[str]) -> None:
    """Appositions, and later the bare noun, are mentions of the named party."""
    assert mentions(text, expected) == found


def test_a_person_after_a_party_is_another_name() -> None:
    """« la députée du Labour Anne Roy » names a party and a person."""
    assert {"Labour", "Anne Roy"} <= named("Hier, la députée du Labour Anne Roy parlait.").keys()


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        pytest.param(
            "Le ministre Paul Durand et le ministre Luc Roy partent. Le ministre rit.", "ministre", id="two"
        ),
        pytest.param("Le ministre Paul Durand part. La ministre rit.", "ministre", id="gender"),
        pytest.param(
            "Le ministre Paul Durand part. La Première ministre rit.",
            "Première ministre",
            id="prime-minister",
        ),
        pytest.param("Le groupe Vexa et la société Norda. L'entreprise rit.", "entreprise", id="two-firms"),
        pytest.param("Le maire Paul Durand part. Un maire rit.", "maire", id="indefinite"),
        pytest.param(
            "Selon Vexa, le conseil d'administration rit.", "conseil d'administration", id="after-source"
        ),
    ],
)
def test_unclear_role_phrases_stand_alone(text: str, alone: str) -> None:
    """Where several could be meant, or none fits, nothing is joined."""
    assert alone in named(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cependant, rien ne change.", id="adverb"),
        pytest.param("Selon lui, tout va bien.", id="preposition"),
        pytest.param("Hier, il pleuvait. Demain, il neigera.", id="days"),
        pytest.param("Qualifiées en finale, elles rient.", id="participle"),
        pytest.param("", id="empty"),
        pytest.param("\n\n", id="blank"),
        pytest.param("TVA : 20 %", id="tax"),
        pytest.param("Le 14 Juillet, à Noël, en Mars.", id="dates"),
        pytest.param("LES RADIS ONT TROP CHAUD CET HIVER", id="shouted"),
        pytest.param("Il en vient, en service, sans service.", id="set-phrases"),
        pytest.param("C'est le cas de C et de D.", id="letters"),
        pytest.param("Après un coup d'État, rien.", id="coup"),
        pytest.param("Un « coup d'État constitutionnel » selon eux.", id="coup-of-a-kind"),
        pytest.param("À 0 h 30 EDT, tout dort.", id="time-zone"),
        pytest.param("Il défend les droits de l'homme.", id="rights"),
        pytest.param("Bureau : fermé", id="opening-head"),
        pytest.param("L'hiver vient. D'accord.", id="elision"),
    ],
)
def test_what_names_nobody_is_left_out(text: str) -> None:
    """Capitals owed to the sentence, times, measures and set phrases are no parties."""
    assert [name.text for name in find_names(text)] == []


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


def check(text: str) -> None:
    """The invariants of every answer."""
    names = find_names(text)
    for name in names:
        assert all(text[mention.start : mention.end] == mention.text for mention in name.mentions)
        pairs = zip(name.mentions, name.mentions[1:], strict=False)
        assert all(one.end <= other.start for one, other in pairs)
        assert name.weight > 0
        assert re.search(r"\w", name.text)
    starts = [name.mentions[0].start for name in names]
    assert starts == sorted(starts)


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_exact_spans(text: str) -> None:
    """Offsets are exact, mentions of a name do not overlap, names come in order of first mention."""
    check(text)


@settings(deadline=None)
@given(FRENCH)
def test_any_french_words_give_exact_spans(text: str) -> None:
    """The same for words that the rules know, in any order."""
    check(text)


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
