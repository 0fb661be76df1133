"""English numbers: value, unit, qualifier and kind of what a sentence says."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.english import find_numbers

READ = [
    ("digits", "They sold 12,500 tickets", "12500", None, "exact", "count"),
    ("scale", "an offer of $97.4 billion", "97400000000", "USD", "exact", "money"),
    ("short-scale", "a loss of €3bn", "3000000000", "EUR", "exact", "money"),
    ("m-users", "it has 3m users", "3000000", None, "exact", "count"),
    ("m-metres", "a tower 310 m high", "310", "m", "exact", "measure"),
    ("words", "twenty-five thousand three hundred voters", "25300", None, "exact", "count"),
    ("a-hundred", "a hundred and fifty boats", "150", None, "exact", "count"),
    ("and-a-half", "two and a half million doses", "2500000", None, "exact", "count"),
    ("tail-half", "a million and a half doses", "1500000", None, "exact", "count"),
    ("half-a-million", "half a million doses", "500000", None, "exact", "count"),
    ("thousand-million", "7.4 thousand million euros", "7400000000", "EUR", "exact", "money"),
    ("percent", "a rise of 12.5 percent", "12.5", "%", "exact", "percent"),
    ("points", "down 3 percentage points", "3", "percentage_point", "exact", "percent"),
    ("iso", "a fine of CHF 12 million", "12000000", "CHF", "exact", "money"),
    ("cfa", "500 million CFA francs", "500000000", "XOF", "exact", "money"),
    ("canadian", "5 million Canadian dollars", "5000000", "CAD", "exact", "money"),
    ("more-than", "more than 500 dealers", "500", None, "more_than", "count"),
    ("nearly", "nearly 1.4 billion people", "1400000000", None, "nearly", "count"),
    ("up-to", "up to 30 days", "30", "day", "at_most", "duration"),
    ("or-more", "18 months or more", "18", "month", "at_least", "duration"),
    ("fewer", "fewer than 40 seats", "40", None, "less_than", "count"),
    ("half", "more than half of the staff", "0.5", "fraction", "more_than", "fraction"),
    ("in-five", "one in five pupils", "0.2", "fraction", "exact", "fraction"),
    ("out-of", "nine out of ten pupils", "0.9", "fraction", "exact", "fraction"),
    ("doubled", "sales doubled", "2", "times", "exact", "multiple"),
    ("three-times", "three times as many", "3", "times", "exact", "multiple"),
    ("dozen", "about a dozen men", "12", None, "about", "count"),
    ("rank", "the third winner", "3", "rank", "exact", "rank"),
    ("ordinal", "the 21st victim", "21", "rank", "exact", "rank"),
    ("age", "a 53-year-old man", "53", "year", "exact", "age"),
    ("aged", "a man aged 53 from here", "53", "year", "exact", "age"),
    ("year", "elected in 2010", "2010", None, "exact", "date"),
    ("date", "on 26 September 2011", "2011", None, "exact", "date"),
    ("decade", "in the 1980s", "1980", None, "exact", "date"),
    ("speed", "winds of 170 km/h", "170", "km/h", "exact", "measure"),
    ("minus", "at -5 degrees", "-5", "degree", "exact", "measure"),
    ("no-scale-letter", "a 50m freestyle", "50", "m", "exact", "measure"),
    ("half-in-digits", "2½ years", "2.5", "year", "exact", "duration"),
    ("year-and-a-half", "one year and a half", "1.5", "year", "exact", "duration"),
    ("three-zeros", "400.000 cards", "400000", None, "exact", "count"),
    ("dotted-groups", "1.234.567 cards", "1234567", None, "exact", "count"),
    ("quarter-million", "a quarter of a million cards", "250000", None, "exact", "count"),
    ("half-dozen", "half a dozen cards", "6", None, "exact", "count"),
    ("two-dozen", "two dozen cards", "24", None, "exact", "count"),
    ("score", "three score cards", "60", None, "exact", "count"),
    ("digits-fraction", "3/4 of the cards", "0.75", "fraction", "exact", "fraction"),
    ("third-mandate", "a third mandate", "3", "rank", "exact", "rank"),
    ("thousandth", "the thousandth card", "1000", "rank", "exact", "rank"),
    ("place-of-a-rank", "up to the second transition", "2", "rank", "exact", "rank"),
    ("bound-of-a-rank", "at least third", "3", "rank", "at_least", "rank"),
    ("thirtieth", "the thirty-second card", "32", "rank", "exact", "rank"),
    ("halved", "sales halved", "0.5", "times", "exact", "multiple"),
    ("x", "sales were 3x higher", "3", "times", "exact", "multiple"),
    ("euro-word-again", "$25 US dollars", "25", "USD", "exact", "money"),
    ("sixties", "in the sixties", "60", None, "exact", "date"),
    ("apostrophe-year", "since '82", "82", None, "exact", "date"),
    ("season", "the 2010-11 season", "2010", None, "exact", "date"),
    ("celsius", "35.5 degrees Celsius", "35.5", "celsius", "exact", "measure"),
    ("m-euro", "a cost of 9.8M€", "9800000", "EUR", "exact", "money"),
    ("worth", "67 million worth of euros", "67000000", "EUR", "exact", "money"),
    ("area", "over 40 square kilometres", "40", "km2", "more_than", "measure"),
]


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "kind"), [row[1:] for row in READ], ids=[row[0] for row in READ]
)
def test_reads_one_number(text, value, unit, qualifier, kind):
    """A sentence with one number gives its value, unit, qualifier and kind."""
    (number,) = find_numbers(text)
    assert (number.value, number.unit, number.qualifier, number.kind) == (
        Decimal(value),
        unit,
        qualifier,
        kind,
    )


RANGES = [
    ("dash", "10–15% of jobs", "10", "15", "%"),
    ("between", "between 10 and 15 percent of jobs", "10", "15", "%"),
    ("from-to", "from 3 to 5 million euros", "3000000", "5000000", "EUR"),
    ("own-scales", "$800,000 to $2 million", "800000", "2000000", "USD"),
    ("or", "two or three days", "2", "3", "day"),
]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"), [row[1:] for row in RANGES], ids=[row[0] for row in RANGES]
)
def test_reads_a_range(text, low, high, unit):
    """Both ends of a range bear the scale and the unit that is said once."""
    (number,) = find_numbers(text)
    assert (number.value, number.upper, number.unit) == (Decimal(low), Decimal(high), unit)


def test_shares_a_unit_said_once():
    """« 10 and 15 percent » gives two percentages."""
    assert [number.unit for number in find_numbers("They gained 10 and 15 percent")] == ["%", "%"]


@pytest.mark.parametrize("text", ["dozens of men", "hundreds of thousands of men", "several hundred men"])
def test_gives_no_value_where_words_name_none(text):
    """A vague quantity is found without a value."""
    (number,) = find_numbers(text)
    assert number.value is None


@pytest.mark.parametrize(
    ("text", "kind"), [("a 5G network", "name"), ("at 8 p.m.", "time"), ("a 3-1 win", "score")]
)
def test_tells_kinds_apart(text, kind):
    """Names, clock times and scores are no counts."""
    assert [number.kind for number in find_numbers(text)] == [kind]


@pytest.mark.parametrize(
    "text", ["the first half of the match", "an old score", "XYZ 5 is late", "it is a hundred"]
)
def test_finds_no_fraction_where_there_is_none(text):
    """Halves of matches, scores without number and unknown codes are no quantities of their own."""
    assert all(number.kind not in {"fraction", "money"} for number in find_numbers(text))


@settings(deadline=None)
@given(st.text(max_size=80))
def test_offsets_hold_on_any_text(text):
    """Whatever the text, spans are in order, do not overlap and hold the words they claim."""
    position = 0
    for number in find_numbers(text):
        assert number.start >= position
        assert text[number.start : number.end] == number.text
        position = number.end
