"""render_number: what a French number looks like in an English list of figures."""

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.english import find_numbers, render_number
from summarizer.french import find_numbers as find_french
from summarizer.text.number import Number


def number(kind, value, unit=None, qualifier="exact", upper=None, text="x"):
    """A number as the French reader gives it."""
    return Number(
        start=0,
        end=len(text),
        text=text,
        core_start=0,
        core_end=len(text),
        kind=kind,
        value=None if value is None else Decimal(value),
        upper=None if upper is None else Decimal(upper),
        unit=unit,
        qualifier=qualifier,
    )


THIRD = Decimal(1) / Decimal(3)
RENDERED = [
    ("billion", number("money", "97400000000", "USD"), "$97.4 billion"),
    ("million", number("money", "1250000", "EUR"), "€1.25 million"),
    ("plain-money", number("money", "12345", "EUR"), "€12,345"),
    ("canadian", number("money", "500000", "CAD"), "CA$500,000"),
    ("cfa", number("money", "500000000", "XOF"), "CFA 500 million"),
    ("letters", number("money", "5", "CHF", upper="8"), "CHF 5–8"),
    ("two-scales", number("money", "500000", "CAD", upper="2000000"), "CA$500,000 to CA$2 million"),
    ("cents", number("money", "50", "cent"), "50 cents"),
    ("no-currency", number("money", "4000000000"), "4 billion"),
    ("price", number("money", "3.5", "EUR"), "€3.50"),
    ("prices", number("money", "3", "EUR", upper="3.5"), "€3.00–3.50"),
    ("rate", number("money", "1.0872", "USD"), "$1.0872"),
    (
        "vague-money",
        number("money", "1000", "EUR", "more_than", text="milliers d'euros"),
        "thousands of euros",
    ),
    ("half-years", number("duration", "4", "half_year"), "four half-year periods"),
    ("percent", number("percent", "12.50", "%"), "12.5%"),
    ("range", number("percent", "10", "%", upper="15"), "10–15%"),
    ("points", number("percent", "2", "percentage_point"), "2 percentage points"),
    ("about", number("count", "400000000", None, "about"), "about 400 million"),
    ("all-digits", number("count", "1234567"), "1,234,567"),
    ("thousands", number("count", None, None, "about", text="des milliers"), "thousands"),
    ("dozens", number("count", "10", None, "more_than", text="dizaines"), "dozens"),
    ("millions", number("count", "1000000", None, "more_than", text="millions"), "millions"),
    ("billions", number("count", "1000000000", None, "more_than", text="milliards"), "billions"),
    ("over-a-hundred", number("count", "100", None, "more_than", text="une centaine"), "more than 100"),
    ("vague-km", number("measure", "1000", "km", "more_than", text="milliers"), "thousands of kilometers"),
    ("half-a-dozen", number("count", "6", text="une demi-douzaine"), "half a dozen"),
    ("unknown-magnitude", number("count", None, text="une foule"), "une foule"),
    ("third", number("fraction", THIRD, "fraction"), "a third"),
    ("two-thirds", number("fraction", 2 * THIRD, "fraction"), "two-thirds"),
    ("out-of-ten-unreduced", number("fraction", "0.6", "fraction", text="six sur dix"), "six out of ten"),
    ("out-of-many", number("fraction", Decimal(92) / 262, "fraction", text="92 sur 262"), "92 out of 262"),
    ("hundredths", number("fraction", "0.12", "fraction", text="12 centièmes"), "12 hundredths"),
    ("half", number("fraction", "0.5", "fraction"), "half"),
    ("in-five", number("fraction", "0.2", "fraction", text="un sur cinq"), "one in five"),
    ("out-of-ten", number("fraction", "0.9", "fraction", text="neuf sur dix"), "nine out of ten"),
    ("digits-out-of", number("fraction", "0.9", "fraction", text="18 sur 20"), "18 out of 20"),
    ("odd-part", number("fraction", Decimal(3) / Decimal(11), "fraction"), "three out of 11"),
    ("years", number("duration", "3", "year"), "three years"),
    ("months", number("duration", "18", "month"), "18 months"),
    ("elapsed", number("duration", "112", "minute", text="1 h 52"), "1 hour 52 minutes"),
    ("minutes", number("duration", "112", "minute", text="112 minutes"), "112 minutes"),
    ("race", number("duration", "210.65", "second", text="3'30\"65"), "3 minutes 30.65 seconds"),
    ("whole-hours", number("duration", "7200", "second", text="2 h 00 min 00 s"), "2 hours"),
    ("age", number("age", "42", "year"), "42 years old"),
    ("rank", number("rank", "3", "rank"), "3rd"),
    ("rank-teen", number("rank", "112", "rank"), "112th"),
    ("score", number("score", "3", upper="1"), "3–1"),
    ("double", number("multiple", "2", "times"), "double"),
    ("twice", number("multiple", "2", "times", text="deux fois plus"), "twice"),
    ("half-as-much", number("multiple", "2", "times", text="deux fois moins"), "half as much"),
    ("third-as-much", number("multiple", "3", "times", text="trois fois moins"), "a third as much"),
    ("doubled", number("multiple", "2", "times", "more_than", text="doublé"), "more than doubled"),
    ("tripled", number("multiple", "3", "times", text="triplé"), "tripled"),
    ("halved", number("multiple", "0.5", "times"), "halved"),
    ("ten-times", number("multiple", "10", "times", text="dix fois plus"), "10 times"),
    ("times", number("multiple", "3", "times"), "three times"),
    ("and-a-half-times", number("multiple", "1.5", "times"), "1.5 times"),
    ("celsius", number("measure", "35.5", "celsius"), "35.5°C"),
    ("below-zero", number("measure", "-5", "celsius"), "-5°C"),
    ("one-km", number("measure", "1", "km"), "1 kilometer"),
    ("speed", number("measure", "120", "km/h"), "120 kilometers per hour"),
    ("no-cldr-name", number("measure", "80", "TWh"), "80 TWh"),
]


@pytest.mark.parametrize(
    ("given_number", "english"), [row[1:] for row in RENDERED], ids=[row[0] for row in RENDERED]
)
def test_renders(given_number, english):
    """Each kind has the form that English readers expect."""
    assert render_number(given_number) == english


COUNTED = [
    (
        "count",
        number("count", "17000", None, "more_than"),
        "police officers",
        "more than 17,000 police officers",
    ),
    ("spelt", number("count", "9"), "shops", "nine shops"),
    ("fraction", number("fraction", "0.5", "fraction"), "the staff", "half of the staff"),
    ("vague", number("count", None, text="des centaines"), "people", "hundreds of people"),
    ("dozens", number("count", "10", None, "more_than", text="dizaines"), "villages", "dozens of villages"),
    ("half-a-dozen", number("count", "6", text="une demi-douzaine"), "eggs", "half a dozen eggs"),
]


@pytest.mark.parametrize(
    ("given_number", "counted", "english"), [row[1:] for row in COUNTED], ids=[row[0] for row in COUNTED]
)
def test_names_what_is_counted(given_number, counted, english):
    """A noun in English follows the number."""
    assert render_number(given_number, counted=counted) == english


def test_says_points():
    """Points are said, since no unit says what a bare number of them is."""
    french = find_french("L'indice perd 12,45 points et en regagne 1 point.")
    assert [render_number(number) for number in french] == ["12.45 points", "1 point"]


ROUND = [
    ("en 4h 12' 35\"", "15155", "second"),
    ("en 1 h 52", "112", "minute"),
    ("six élus sur dix", "0.6", "fraction"),
    ("gagné de 12 centièmes", "0.12", "fraction"),
    ("70 points de base", "70", "basis_point"),
    ("3,50 euros", "3.50", "EUR"),
    ("a triplé", "3", "times"),
    ("deux fois plus cher", "2", "times"),
    ("une demi-douzaine d'élus", "6", None),
]


@pytest.mark.parametrize(("text", "value", "unit"), ROUND, ids=[row[0] for row in ROUND])
def test_french_comes_back(text, value, unit):
    """What is read in French, written in English and read again has the value and the unit."""
    (french,) = find_french(text)
    (english,) = find_numbers(render_number(french))
    assert english.value == french.value == Decimal(value)
    assert english.unit == french.unit == unit


def test_leaves_a_date_as_it_stands():
    """What is no figure is given in the words of the text."""
    assert render_number(number("date", "2011", text="14 novembre 2011")) == "14 novembre 2011"


AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10**13), places=2)
UNITS = st.sampled_from(
    [
        ("money", "USD"),
        ("money", "EUR"),
        ("money", "XOF"),
        ("money", "CAD"),
        ("money", "CHF"),
        ("percent", "%"),
        ("duration", "year"),
        ("measure", "km"),
        ("measure", "tonne"),
        ("measure", "celsius"),
        ("count", None),
    ]
)
QUALIFIERS = st.sampled_from(["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most"])


@settings(deadline=None)
@given(AMOUNTS, UNITS, QUALIFIERS)
def test_reads_back_what_it_writes(value, unit, qualifier):
    """The English reader finds value, unit and qualifier again, and nothing is rounded."""
    (found,) = find_numbers(render_number(number(unit[0], value, unit[1], qualifier)))
    assert (found.value, found.unit, found.qualifier) == (value, unit[1], qualifier)


@settings(deadline=None)
@example(low=1, width=999_999, unit=("percent", "%"))
@example(low=1, width=999_999, unit=("money", "USD"))
@given(low=st.integers(1, 10**6), width=st.integers(1, 10**6), unit=UNITS)
def test_reads_back_ranges(low, width, unit):
    """Both ends of a range come back."""
    (found,) = find_numbers(render_number(number(unit[0], low, unit[1], upper=low + width)))
    assert (found.value, found.upper, found.unit) == (low, low + width, unit[1])
