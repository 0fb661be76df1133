"""What a number takes from the numbers before it, and from what the whole text speaks of."""

import pytest

from summarizer.french import find_numbers

SHARED = [
    ("22 500 francs CFA, contre 18 000 il y a un an", 1, ("18000", "XOF", None)),
    ("un taux de 10,5 %, contre 12,1 en mai", 1, ("12.1", "%", None)),
    ("adopté par 289 voix contre 234 et 31 abstentions", 1, ("234", None, "voix")),
    ("adopté par 289 voix contre 234 et 31 abstentions", 2, ("31", None, "abstentions")),
    ("la dette recule de 240 millions d'euros, à 1,9 milliard", 1, ("1900000000", "EUR", None)),
    ("il a 2 millions d'euros. Contre lui, 3 milliards", 1, ("3000000000", None, None)),
    ("joué à 13 contre 15", 1, ("15", None, None)),
]


@pytest.mark.parametrize(
    ("text", "place", "expected"), SHARED, ids=[f"{row[0][:30]}-{row[1]}" for row in SHARED]
)
def test_takes_unit_or_noun(text, place, expected):
    """A bare number set against another has its unit or counts the same; not across a full stop."""
    number = find_numbers(text)[place]
    assert (str(number.value), number.unit, number.counted) == expected


CURRENCIES = [
    ("en 1995, 200 francs", "FRF"),
    ("le canton de Vaud versera 200 francs", "CHF"),
    ("un loyer de 900 CHF, puis de 200 francs", "CHF"),
    ("le riz à 900 francs CFA, puis à 200 francs", "XOF"),
    ("à Genève, un billet de 200 francs français", "FRF"),
    ("à Genève, un ancien billet de 200 francs", "FRF"),
    ("le baril à 70 $", "USD"),
    ("à Montréal, un logement à 500 $", "CAD"),
    ("à Montréal, le baril à 70 $, le prix de New York et de Washington", "USD"),
    ("Québec craint les droits américains et verse 22\u00a0M$", "CAD"),
    ("la votation porte sur huitante francs", "CHF"),
    ("aux Jeux panaméricains de Toronto, en Ontario, un billet à 25 $", "CAD"),
    ("sur la transcanadienne, un péage de 25 $", "USD"),
    ("à Montréal, un logement à 500 $ US", "USD"),
    ("à Montréal, un logement à 500 dollars", "USD"),
    ("à Montréal, un logement à 500 $, puis à 600 dollars", "CAD"),
]


@pytest.mark.parametrize(("text", "code"), CURRENCIES, ids=[row[0] for row in CURRENCIES])
def test_which_franc_which_dollar(text, code):
    """A bare franc and a dollar sign behind the number are those of the country that the text is about."""
    assert [n.unit for n in find_numbers(text) if n.kind == "money"][-1] == code
