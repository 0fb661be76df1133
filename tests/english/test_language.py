"""Which short texts are English, which words are ordinary, which are names."""

import pytest

from summarizer.english.language import is_english
from summarizer.english.names import find_name_words
from summarizer.english.words import english_lemma, is_compound, is_ordinary_word

TEXTS = [
    ("sentence", "The minister has refused the offer.", True),
    ("headline", "Strong growth at Vasseur", True),
    ("cognate", "possible", True),
    ("name", "Claire Vasseur", True),
    ("french-names", "Le Quotidien reported that Le Goff won", True),
    ("possessive", "Brittany's CDK union demands a 7% rise.", True),
    ("name with a cedilla", "jobseekers over François Hollande's whole term as president", True),
    ("elided name", "L'Oréal's sales at d'Aubigny", True),
    ("elision", "l'incendie du port", False),
    ("french-sentence", "La ministre a refusé cette offre.", False),
    ("french-headline", "Croissance forte chez Vasseur", False),
    ("no-function-words", "Crise financière internationale majeure", False),
    ("quoted", "« toujours » essentielle", False),
]


@pytest.mark.parametrize(("text", "english"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_tells_english_from_french(text, english):
    """Function words decide, then the dictionaries; what tells nothing passes."""
    assert is_english(text) is english


def test_gives_capitalised_words_without_titles_and_weekdays():
    """Possessives are cut off; weekdays, titles and function words are left out."""
    words = find_name_words("On Monday Mr Vasseur's firm met the U.N. and the Council.")
    assert [word.text for word in words] == ["Vasseur", "U.N.", "Council"]
    assert [word.ordinary for word in words] == [False, False, True]


@pytest.mark.parametrize(("word", "ordinary"), [("Council", True), ("Vasseur", False), ("sales", True)])
def test_knows_ordinary_words(word, ordinary):
    """Capitals do not matter."""
    assert is_ordinary_word(word) is ordinary


def test_takes_words_apart():
    """A compound of two dictionary words, and the dictionary form of a verb."""
    assert is_compound("Carmakers")
    assert not is_compound("Vasseur")
    assert english_lemma("refused") == "refuse"
