"""The part that a name plays is read from the words next to it."""

import pytest

from summarizer.sections.piecewise.disputes import CUES
from summarizer.sections.piecewise.parties import (
    ACTS,
    MEANT,
    SUFFERS,
    parts_played,
    quoted_alone,
    takes_part,
    two_sides,
)
from tests.articles import key_of, story


def part(text, words):
    """Give the part that the name with `words` plays in a text."""
    marked = story(text + "\n")
    key = key_of(marked.names, words)
    return parts_played(marked, [key], (0, len(marked.text)), CUES)[key]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("La société Valdor accuse la ville de mentir.", "Valdor", ACTS),
        ("Hier, la société Valdor, voisine du port, a dénoncé ce plan.", "Valdor", ACTS),
        ("La société Valdor n'a jamais contesté ce plan.", "Valdor", ACTS),
        ("La société Valdor s'oppose à ce plan.", "Valdor", ACTS),
        ("La société Valdor (İzmir) s'oppose à ce plan.", "Valdor", ACTS),
        ("La société Valdor a porté plainte jeudi.", "Valdor", ACTS),
        ("La société Valdor dément toute fuite.", "Valdor", ACTS),
        ("La société Valdor a fermement démenti cette fuite.", "Valdor", ACTS),
        ("Les marins affirment tout savoir.", "marins", ACTS),
        ("La société Valdor part rapidement.", "Valdor", 0.0),
        ("Le maire, accusé par la société Valdor, se tait.", "Valdor", ACTS),
        ("« Ce plan est mauvais », a déclaré Anne Morvan.", "Anne Morvan", ACTS),
        ("Anne Morvan arrive. Elle juge ce plan mauvais.", "Anne Morvan", ACTS),
        ("Le maire accuse la société Valdor de mentir.", "Valdor", SUFFERS),
        ("Le maire a déposé un recours contre la société Valdor.", "Valdor", SUFFERS),
        ("Le maire affirme que la société Valdor part.", "Valdor", MEANT),
        ("Le maire affirme que la société Valdor a refusé.", "Valdor", MEANT),
        ("Les marins présents au port affirment que tout va mal.", "marins", ACTS),
        ("Le maire part avec la société Valdor.", "Valdor", 0.0),
        ("Les marins de la société Valdor protestent.", "Valdor", 0.0),
        ("« La société Valdor refuse tout », a dit un marin.", "Valdor", 0.0),
    ],
)
def test_who_speaks_acts_or_is_acted_against(text, words, expected):
    """Subject of a verb of speech or disagreement, agent, object, subject of what is told; or nothing."""
    assert part(text, words) == expected


def test_the_two_who_take_sides_most_clearly_are_chosen():
    """Not the names that weigh most in the article."""
    marked = story(
        "Valdor part. Valdor arrive.\n\nÀ Valdor, le syndicat CDK accuse la société Ostrelec de mentir.\n"
    )
    keys = [key_of(marked.names, words) for words in ("Valdor", "CDK", "Ostrelec")]
    assert two_sides(marked, keys, (0, len(marked.text)), CUES) == (keys[1:], [ACTS, SUFFERS])


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("Un billet surnommé le « Ben Morvan » circule.", "Ben Morvan", False),
        ("Le bâtiment du Conseil européen est vide.", "Conseil européen", False),
        ("Le Conseil européen refuse ce plan.", "Conseil européen", True),
    ],
    ids=["nickname", "building", "party"],
)
def test_nicknames_and_settings_take_no_side(text, words, there):
    """A name alone in quotation marks, or one that says where."""
    marked = story(f"{text}\n")
    name = marked.names[key_of(marked.names, words)]
    assert takes_part(marked, name, name.mentions[0]) is there
    assert quoted_alone(marked, name.mentions[0]) is ("«" in text)
