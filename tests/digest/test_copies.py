"""Near copies of one text, told apart from reports of their own."""

import pytest

from summarizer.digest.copies import MOST, contained, find_copies, sketch
from summarizer.digest.words import tokens
from tests.digest.articles import FIRE, LATER

LONG = " ".join(f"phrase{n} dit{n % 7} que{n % 11} tout{n % 13} change{n}." for n in range(200))


def sketched(text):
    """Give a text's sketch."""
    return sketch(tokens(text))


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        (FIRE, FIRE, True),
        (FIRE, FIRE.replace("Au moins", "Ce sont"), True),
        (FIRE, FIRE[: len(FIRE) // 2], True),
        (FIRE, f"Reprise d'agence. {FIRE} Lire aussi nos articles.", True),
        (FIRE, LATER, False),
        (FIRE, "Le temps sera sec.", False),
        (FIRE, "", False),
        (LONG, LONG[: len(LONG) // 3], True),
        (LONG, LONG.replace("change", "dure"), False),
    ],
    ids=["same", "a word", "half", "framed", "own report", "short", "empty", "long, cut", "long, other"],
)
def test_copies(one, other, copies):
    """By the share of the shorter text that the longer one has."""
    found = find_copies({"a": sketched(one), "b": sketched(other)})
    assert (len(found) == 1) is copies


def test_the_share_of_long_texts_is_estimated_well():
    """A sketch has some of a long text's runs; half a text is still nearly all contained."""
    many, few = sketched(LONG), sketched(LONG[: len(LONG) // 2])
    assert many[0] > MOST
    assert contained(many, few) > 0.8
    assert contained(few, many) == contained(many, few)


def test_groups_are_in_order():
    """Groups and their members are in the order of what was given."""
    texts = {"c": FIRE, "a": LATER, "b": FIRE, "d": FIRE}
    assert find_copies({key: sketched(text) for key, text in texts.items()}) == [["c", "b", "d"], ["a"]]
