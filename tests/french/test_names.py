"""Parties of French articles: people and bodies that bear a name, and how their mentions are joined."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.french import find_names
from tests.french.naming import mentions, named

WORDS = """
Le le La la Les les L' l' d' de du des et , . ( ) « » : Paul Durand M. Mme ministre maire Cour comptes Paris
OMF Vexa DataVex syndicats police groupe un une Selon selon a déclaré qui van ben Union européenne premier
jeune 12 ans Président français Français sa leurs nommé
"""
FRENCH = st.lists(
    st.sampled_from([*WORDS.split(), "\n"]),
    max_size=40,
).map(" ".join)


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
