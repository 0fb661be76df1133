"""Words, days and names as the digest compares them."""

import pytest

from summarizer.digest.dates import apart, days, fade, named_days
from summarizer.digest.lexicon import entries
from summarizer.digest.words import KEPT, content, dot, proper, tokens, weigh, weight

LISTS = (
    "common",
    "empty",
    "growing",
    "heads",
    "kinds",
    "narrowing",
    "rivals",
    "synonyms",
    "titles",
    "updates",
)


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_in_order_without_repeats(name):
    """Each entry once, sorted."""
    found = list(entries(name))
    assert found == sorted(set(found))


def test_no_word_has_two_synonyms():
    """A word stands in one line of the list."""
    words = [word for line in entries("synonyms") for word in set(line.split())]
    assert len(words) == len(set(words))


def test_weights():
    """« le » says nearly nothing, a rare word all; vectors have length 1 and few words."""
    assert weight("le") < 0.1 < weight("greve") < weight("ervance") == 1.0
    vector = weigh([f"mot{n}" for n in range(500)])
    assert len(vector) == KEPT
    assert dot(vector, vector) == pytest.approx(1.0)
    assert weigh([]) == {}


def test_names():
    """Capitals within a sentence; a sentence's first word is none, « France » is no rare name."""
    assert proper("Hier à Brézac. Demain, l'Ervance et Léonie Varras en France.") >= {
        "brezac",
        "ervance",
        "varra",
    }
    assert not proper("Hier. Demain en France.") & {"hier", "demain", "france"}


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("lundi soir", "2026-03-04", {"2026-03-02"}),
        ("Mercredi, puis mardi", "2026-03-04", {"2026-03-04", "2026-03-03"}),
        ("mardi prochain", "2026-03-04", set()),
        ("mardi", "2026-03", set()),
        ("mardi", None, set()),
        ("mardi", "2026-02-31", set()),
    ],
)
def test_named_days(text, published, found):
    """A weekday is the last one before the article, or its own day."""
    assert named_days(text, published) == found


def test_days():
    """A month is all of its days; what is no date is none; what is not known is never apart."""
    assert apart(days("2026-03"), days("2026-03-20")) == 0
    assert apart(days("2026-03-01"), days("2026-03-20")) == 19
    assert apart(None, days("2026-03-20")) == 0
    assert days("hier") is None
    assert fade(0) == fade(3) == 1.0 > fade(20) > fade(45) > fade(46) == 0.0


def test_content():
    """Synonyms are one, words of function none; hostile labels take no time."""
    assert content("number of people killed") == content("Death toll") - content("toll") | content("killed")
    assert content("") == frozenset()
    assert len(tokens("a_b " * 50_000)) == 100_000
