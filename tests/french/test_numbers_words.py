"""Number words of all varieties of French, ordinals, and scales."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.french import find_numbers

CARDINALS = [
    ("vingt et un", 21),
    ("vingt-et-une", 21),
    ("soixante-dix", 70),
    ("soixante et onze", 71),
    ("septante-deux", 72),
    ("quatre-vingts", 80),
    ("quatre vingt dix sept", 97),
    ("huitante-trois", 83),
    ("octante", 80),
    ("nonante et un", 91),
    ("cent un", 101),
    ("deux cents", 200),
    ("deux-cent-trois", 203),
    ("dix-neuf cents", 1900),
    ("mille", 1000),
    ("mille et un", 1001),
    ("deux mille vingt-quatre", 2024),
    ("cent vingt mille", 120_000),
    ("cent-vingt-mille-trois-cent-deux", 120_302),
    ("un million deux cent mille", 1_200_000),
    ("trois milliards cinq cents millions", 3_500_000_000),
    ("cinq cent mille milliards", 500_000_000_000_000),
    ("deux billions", 2_000_000_000_000),
    ("zéro", 0),
    ("zero", 0),
    ("cinq virgule cinq", "5.5"),
    ("zéro virgule zéro cinq", "0.05"),
    ("deux virgule cinq millions", "2500000"),
    ("trois et demi", "3.5"),
    ("un million et demi", "1500000"),
    ("deux millions et quart", "2250000"),
    ("cent et trois quarts", "100.75"),
    ("3 millions", "3000000"),
    ("15 000 milliards", "15000000000000"),
    ("1,5 milliard", "1500000000"),
    ("100K", "100000"),
    ("1,2M", "1200000"),
    ("10 mille", "10000"),
    ("trois douzaines", "36"),
    ("une demi-douzaine", "6"),
    ("2 milliards 300 millions", "2300000000"),
    ("dizaines de milliers", "10000"),
    ("une centaine de millions", "100000000"),
]


@pytest.mark.parametrize(("words", "value"), CARDINALS, ids=[row[0] for row in CARDINALS])
def test_cardinals(words, value):
    """A numeral is found whole, with its value."""
    (number,) = find_numbers(words)
    assert (number.text, number.value) == (words, Decimal(value))


APART = [
    ("deux trois", [2, 3]),
    ("vingt trente", [20, 30]),
    ("deux, trois, quatre", [2, 3, 4]),
    ("mille mille", [1000, 1000]),
]


@pytest.mark.parametrize(("words", "values"), APART, ids=[row[0] for row in APART])
def test_numerals_side_by_side(words, values):
    """Words that do not make one numeral are numerals of their own."""
    assert [number.value for number in find_numbers(words)] == values


ORDINALS = [
    ("premier", 1),
    ("le second tour", 2),
    ("deuxième", 2),
    ("vingt et unième", 21),
    ("soixante-dixième", 70),
    ("quatre-vingt-unième", 81),
    ("centième", 100),
    ("deux mille cinq centième", 2500),
    ("1er", 1),
    ("1re", 1),
    ("2nde", 2),
    ("13e", 13),
    ("13ème", 13),
    ("13 e", 13),
    ("3ᵉ", 3),
    ("IIIe", 3),
    ("n° 1 mondial", 1),
    ("numéro un mondial", 1),
    ("la première position", 1),
]


@pytest.mark.parametrize(("words", "value"), ORDINALS, ids=[row[0] for row in ORDINALS])
def test_ordinals(words, value):
    """An ordinal is a rank."""
    (number,) = find_numbers(words)
    assert (number.kind, number.unit, number.value) == ("rank", "rank", value)


FRACTIONS = [
    ("un millième", "0.001"),
    ("quatre centièmes", "0.04"),
    ("trois dixièmes", "0.3"),
    ("deux et trois quarts", "2.75"),
    ("3/4", "0.75"),
    ("1 3/4", "1.75"),
    ("8/8", "1"),
    ("0/3", "0"),
    ("quart de million", "250000"),
]


@pytest.mark.parametrize(("words", "value"), FRACTIONS, ids=[row[0] for row in FRACTIONS])
def test_fractions(words, value):
    """Fractions in words and figures have a value."""
    (number,) = find_numbers(words)
    assert number.value == Decimal(value)


@given(st.integers(min_value=2, max_value=999))
def test_scales_multiply(count):
    """A count before a scale word is multiplied by it, in figures and units alike."""
    (number,) = find_numbers(f"{count} milliards d'euros")
    assert (number.value, number.unit) == (Decimal(count) * 10**9, "EUR")
