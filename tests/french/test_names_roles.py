"""Parties without a name of their own: groups, roles, and the people whom a role plainly means."""

import pytest

from summarizer.french import find_names
from tests.french.naming import mentions, named


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
