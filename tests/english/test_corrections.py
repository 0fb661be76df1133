"""What code puts right in a small model's English, by the French."""

import pytest

from summarizer.english.corrections import correct, without_addition


@pytest.mark.parametrize(
    ("french", "english", "right"),
    [
        ("Les gens votent.", "The people vote.", "People vote."),
        ("Le peuple vote.", "The people vote.", "The people vote."),
        ("Un examen de sécurité", "a full security examination", "a full safety review"),
        (
            "Selon elle, il aurait 4 ports.",
            "According to her, it reportedly has 4.",
            "According to her, it has 4.",
        ),
        ("Il aurait 4 ports.", "It reportedly has 4 ports.", "It reportedly has 4 ports."),
        (
            "Avant de vendre un port, un quai, nous votons.",
            "Before selling a port, a quay, we vote.",
            "Before selling a port or a quay, we vote.",
        ),
        (
            "Avant de mettre en ligne un jeu, un nouveau film, nous votons.",
            "Before putting a game online, a new film, we vote.",
            "Before putting a game or a new film online, we vote.",
        ),
        (
            "Avant de partir, un maire vote.",
            "Before leaving, a mayor votes.",
            "Before leaving, a mayor votes.",
        ),
    ],
    ids=["people", "nation", "safety", "hedged twice", "hedged", "two", "two with adverb", "one"],
)
def test_known_faults_are_put_right(french, english, right):
    """Only where the French bears it out."""
    assert correct(english, french) == right


@pytest.mark.parametrize("domain", ["defence", "justice", "politics"])
def test_security_stays_in_articles_about_it(domain):
    """A police check is no safety review."""
    assert correct("a security examination", "un examen de sécurité", domain) == "a security examination"


@pytest.mark.parametrize(
    ("french", "english", "right"),
    [
        ("Elle a également vendu.", "She has also sold.", "She has sold."),
        ("Elle a vendu.", "She has also sold.", "She has also sold."),
        (
            "Le port, également vendu, ferme.",
            "The port, also sold, is closing.",
            "The port, also sold, is closing.",
        ),
    ],
)
def test_what_only_adds_is_left_out(french, english, right):
    """« également » with the verb leans on the sentence before."""
    assert without_addition(english, french) == right
