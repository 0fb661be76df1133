"""What a model refers to is found by id or by the article's own words; else there is nothing."""

from decimal import Decimal

import pytest

from summarizer.marking.references import (
    as_id,
    find_figure,
    find_party,
    find_quotation,
    known_sentences,
)
from tests.articles import story

MARKED = story()
PRESS = story(
    "Hélène Vasseur dirige la fédération. Le procureur de Brest, Yves Le Goff, a ouvert une enquête, a-t-il "
    "dit. « Rien n'est joué », affirme Mme Vasseur, qui vise 2 300 emplois en 2027. Le conseil "
    "d'administration du port a refusé. Vasseur, elle, attend la décision du conseil d'administration.\n"
)


@pytest.mark.parametrize("written", ["S2", "[S2]", "s2", " S2 ", "S2:"])
def test_an_id_is_read_however_a_model_writes_it(written):
    """Brackets, capitals and spaces do not matter."""
    assert as_id(written) == "S2"
    assert known_sentences(MARKED, [written]) == ("S2",)


def test_ids_of_nothing_are_left_out():
    """What is no sentence of the article supports nothing; each counts once, in the order of the text."""
    assert known_sentences(MARKED, ["S3", "S99", "N1", "the first", "S2", "S3"]) == ("S2", "S3")


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        ("N1", "2400000"),
        ("2,4 millions d'euros", "2400000"),
        ("2,4\u00a0millions d’euros", "2400000"),
        ("emploie 1 200 personnes", "1200"),
        ("N1 « 2,4 millions d'euros »", "2400000"),
        ("2,4 millions d'euro", "2400000"),
        ("N99", None),
        ("2,5 millions d'euros", None),
        ("la société Valdor", None),
        ("en 2019", None),
    ],
    ids=[
        "id",
        "words",
        "typography",
        "with words around",
        "id and words",
        "a letter apart",
        "no such id",
        "not there",
        "no figure",
        "a year",
    ],
)
def test_a_figure_is_an_id_or_words_that_code_reads(reference, value):
    """The value is always read by code; a date is no figure."""
    number = find_figure(MARKED, reference)
    assert (number and number.value) == (value and Decimal(value))


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("Q1", "Nous allons embaucher au printemps"),
        ("Q1 « Nous allons »", "Nous allons embaucher au printemps"),
        ("Nous allons embaucher au printemps", "Nous allons embaucher au printemps"),
        ("embaucher  au printemps", "embaucher au printemps"),
        ("« dangereux pour tout le port »", "dangereux pour tout le port"),
        ("Nous voulons embaucher", None),
        ("La directrice financière", None),
        ("Q9", None),
    ],
    ids=["id", "id and words", "words", "a part", "with marks", "altered", "not between marks", "no such id"],
)
def test_a_quotation_is_an_id_or_words_between_marks(reference, text):
    """Words that nobody says there are no quotation."""
    quotation = find_quotation(MARKED, reference)
    assert (quotation and quotation.text) == text
    assert quotation is None or MARKED.text[quotation.start : quotation.end] == text


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hélène Vasseur", "Hélène Vasseur"),
        ("Vasseur", "Hélène Vasseur"),
        ("le conseil d'administration", "conseil d'administration"),
        ("Yves Le Goff", "Yves Le Goff"),
        ("la conseillère", None),
        ("Hélène Morvan", None),
    ],
)
def test_a_party_is_named_by_words_of_the_article(words, name):
    """In its fullest form there, with every mention; words that do not stand there name nobody."""
    party = find_party(PRESS, words)
    assert (party is None) is (name is None)
    if party is not None and name is not None:
        assert name.casefold() in party.name.casefold()
        assert all(PRESS.text[m.start : m.end] == m.text for m in party.mentions)


def test_a_party_has_all_its_mentions():
    """Whatever form of the name the model gave, the same mentions are found, and found again."""
    full, short = find_party(PRESS, "Hélène Vasseur"), find_party(PRESS, "Vasseur")
    assert full == short
    assert full is not None
    assert len(full.mentions) == 3
    assert find_party(PRESS, full.name) == full
