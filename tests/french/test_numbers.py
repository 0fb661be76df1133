"""What `find_numbers` gives for phenomena of running text: spans, kinds, qualifiers, ranges, shared units."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.french import find_numbers


def figures(text):
    """Return the figures of a text as (span, value or range, unit)."""
    return [
        (n.text, str(n.value) if n.upper is None else f"{n.value}..{n.upper}", n.unit)
        for n in find_numbers(text)
        if n.is_figure
    ]


QUALIFIERS = [
    ("plus de 300 élus", "more_than"),
    ("un peu plus de 300 élus", "more_than"),
    ("au-delà de 300 euros", "more_than"),
    ("le déficit dépasse 3 %", "more_than"),
    ("la dette dépasserait les 3 %", "more_than"),
    ("moins de 300 élus", "less_than"),
    ("un peu moins de 300 élus", "less_than"),
    ("sous les 3 %", "less_than"),
    ("sous la barre des 3 %", "less_than"),
    ("près de 300 élus", "nearly"),
    ("presque 300 élus", "nearly"),
    ("environ 300 élus", "about"),
    ("quelque 300 élus", "about"),
    ("à peu près 300 élus", "about"),
    ("de l'ordre de 300 euros", "about"),
    ("300 euros environ", "about"),
    ("une trentaine d'élus", "about"),
    ("au moins 300 élus", "at_least"),
    ("pas moins de 300 élus", "at_least"),
    ("300 élus au moins", "at_least"),
    ("300 euros ou plus", "at_least"),
    ("jusqu'à 300 élus", "at_most"),
    ("le taux a grimpé jusqu'à 9 %", "at_most"),
    ("le taux a baissé jusqu'à 9 %", "exact"),
    ("pas plus de 300 élus", "at_most"),
    ("300 élus au maximum", "at_most"),
    ("des centaines d'élus", "more_than"),
    ("plusieurs centaines d'élus", "more_than"),
    ("plus d'une centaine d'élus", "more_than"),
    ("il n'en reste plus que deux", "exact"),
    ("en plus, 300 élus", "exact"),
    ("300 élus", "exact"),
]


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIERS, ids=[row[0] for row in QUALIFIERS])
def test_qualifier(text, qualifier):
    """Words before or after a number bound it, and stay outside its span."""
    (number,) = find_numbers(text)
    assert number.qualifier == qualifier
    assert "plus de" not in number.text


FIGURES = [
    ("un bond d'un tiers par rapport à mai", [("un tiers", "0.3333333333333333333333333333", "fraction")]),
    ("97,4 milliards de dollars", [("97,4 milliards de dollars", "97400000000", "USD")]),
    ("une ville de 42 000 habitants", [("42 000 habitants", "42000", None)]),
    ("un million de foyers", [("un million de foyers", "1000000", None)]),
    ("3 millions et demi de tonnes", [("3 millions et demi de tonnes", "3500000", "tonne")]),
    ("3 millions 500 000 tonnes", [("3 millions 500 000 tonnes", "3500000", "tonne")]),
    ("entre 10 et 15 %", [("10 et 15 %", "10..15", "%")]),
    ("10 à 15 %", [("10 à 15 %", "10..15", "%")]),
    ("10-15 %", [("10-15 %", "10..15", "%")]),
    ("de 5 % à 10 %", [("5 % à 10 %", "5..10", "%")]),
    ("de 3 à 5 millions d'euros", [("3 à 5 millions d'euros", "3000000..5000000", "EUR")]),
    ("10 à 20 000 manifestants", [("10 à 20 000 manifestants", "10000..20000", None)]),
    ("trois ou quatre semaines", [("trois ou quatre semaines", "3..4", "week")]),
    ("est passé de 10 à 15 %", [("10", "10", "%"), ("15 %", "15", "%")]),
    (
        "deux frères de 14 et 18 ans",
        [("deux frères", "2", None), ("14", "14", "year"), ("18 ans", "18", "year")],
    ),
    ("20 et 30 millions d'euros", [("20", "20000000", "EUR"), ("30 millions d'euros", "30000000", "EUR")]),
    ("un calibre 7,65 et 900 euros", [("7,65", "7.65", None), ("900 euros", "900", "EUR")]),
    ("25 blessés, dont 19 gravement", [("25 blessés", "25", None), ("19", "19", None)]),
    ("la moitié des élus", [("la moitié", "0.5", "fraction")]),
    ("les deux tiers des élus", [("deux tiers", "0.6666666666666666666666666667", "fraction")]),
    ("les trois quarts du pays", [("trois quarts", "0.75", "fraction")]),
    ("le quart des votes", [("quart", "0.25", "fraction")]),
    ("un cinquième des votes", [("un cinquième", "0.2", "fraction")]),
    ("un cinquième candidat", [("cinquième", "5", "rank")]),
    ("un Belge sur quatre", [("un Belge sur quatre", "0.25", "fraction")]),
    ("9 fois sur 10", [("9 fois sur 10", "0.9", "fraction")]),
    ("huit usagers sur dix", [("huit usagers sur dix", "0.8", "fraction")]),
    ("un rapport sur deux accidents", [("deux accidents", "2", None)]),
    ("½ litre", [("½ litre", "0.5", "litre")]),
    ("2 1/2 heures", [("2 1/2 heures", "2.5", "hour")]),
    ("moitié moins cher", [("moitié", "0.5", "fraction")]),
    ("reculer de moitié", [("moitié", "0.5", "fraction")]),
    ("multiplié par plus de quatre", [("quatre", "4", "times")]),
    ("a perdu 3 dollars à 67 dollars", [("3 dollars", "3", "USD"), ("67 dollars", "67", "USD")]),
    ("gagne 1,2 % à 7 250 points", [("1,2 %", "1.2", "%"), ("7 250 points", "7250", None)]),
    ("trois ans, dont un avec sursis", [("trois ans", "3", "year"), ("un", "1", "year")]),
    ("(- 0,3 %)", [("- 0,3 %", "-0.3", "%")]),
    ("10 sous zéro", [("10 sous zéro", "-10", "degree")]),
    ("2 milliards 300 personnes", [("2 milliards", "2000000000", None), ("300 personnes", "300", None)]),
    ("cinq virgule midi", [("cinq", "5", None)]),
    ("trois euros deux cafés", [("trois euros", "3", "EUR"), ("deux cafés", "2", None)]),
    ("trois euros sept", [("trois euros sept", "3.07", "EUR")]),
    ("6 milliards de nouveaux euros", [("6 milliards", "6000000000", None)]),
    ("trois bons et grands amis", [("trois", "3", None)]),
    ("en 1990 à 5000 mètres", [("5000 mètres", "5000", "m")]),
    ("un prix de 5 puis", [("5", "5", None)]),
    ("a doublé en un an", [("doublé", "2", "times"), ("un an", "1", "year")]),
    ("plus que triplé", [("triplé", "3", "times")]),
    ("c'est le double", [("double", "2", "times")]),
    ("deux fois moins d'élus", [("deux fois moins", "2", "times")]),
    ("trois fois plus cher", [("trois fois plus", "3", "times")]),
    ("une fois et demie le budget", [("une fois et demie", "1.5", "times")]),
    ("la double championne", [("double", "2", "times")]),
    ("un double meurtre", []),
    ("un film doublé en français", []),
    ("une fois encore", []),
    ("douze buts à neuf", [("douze buts à neuf", "12..9", None)]),
    ("battus 3 à 1", [("3 à 1", "3..1", None)]),
    ("un nul, 1-1", [("1-1", "1..1", None)]),
    ("il fait -12 °C", [("-12 °C", "-12", "celsius")]),
    ("il fait moins 12 degrés", [("moins 12 degrés", "-12", "degree")]),
    ("12 degrés sous zéro", [("12 degrés sous zéro", "-12", "degree")]),
    ("par –31 °C", [("–31 °C", "-31", "celsius")]),
    ("un recul (–3,2 %)", [("–3,2 %", "-3.2", "%")]),
    ("il faisait - 10 °C", [("- 10 °C", "-10", "celsius")]),
    ("un recul, à - 3,2 %", [("- 3,2 %", "-3.2", "%")]),
    ("entre -21 et -7 °C", [("-21 et -7 °C", "-21..-7", "celsius")]),
    ("en judo -73 kg", [("73 kg", "73", "kg")]),
    ("dix moins deux", [("dix", "10", None), ("deux", "2", None)]),
    ('un chrono de 43"18', [('43"18', "43.18", "second")]),
    ("en 1:11.93", [("1:11.93", "71.93", "second")]),
    ("neufs coups", [("neufs coups", "9", None)]),
    ("deux milles hommes", [("deux milles hommes", "2000", None)]),
    ("au kilomètre 82", [("kilomètre 82", "82", "km")]),
    ("12 Canadair", [("12 Canadair", "12", None)]),
    ("les deux prochaines années", [("deux", "2", "year")]),
    ("deux de ses proches", [("deux", "2", None)]),
    ("sauver les deux jeunes", [("deux jeunes", "2", None)]),
    ("il doit 800 euros et va en payer 500", [("800 euros", "800", "EUR"), ("500", "500", "EUR")]),
    ("une demi-heure", [("une demi-heure", "0.5", "hour")]),
    ("un demi-million d'euros", [("un demi-million d'euros", "500000", "EUR")]),
    ("trois quarts d'heure", [("trois quarts d'heure", "0.75", "hour")]),
    ("un quart de siècle", [("un quart de siècle", "0.25", "century")]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[row[0] for row in FIGURES])
def test_figures(text, expected):
    """Each figure comes with its span, its value or range, and its unit."""
    assert figures(text) == expected


COUNTED = [
    ("19 personnes", "personnes"),
    ("deux de ses proches", "proches"),
    ("une de 52 mètres", None),
    ("10 d'affilée", None),
    ("quatre des cinq témoins", "témoins"),
    ("31 221 des 195 149 candidats", "candidats"),
    ("300 autres élèves", "élèves"),
    ("des milliers de manifestants", "manifestants"),
    ("25 blessés, dont 19 gravement", "blessés"),
    ("il en a vu 19 hier", None),
    ("magnitude 7 selon eux", None),
]


@pytest.mark.parametrize(("text", "noun"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counted(text, noun):
    """A bare count names the noun that it counts, as the text writes it."""
    assert find_numbers(text)[-1 if "dont" in text else 0].counted == noun


SINGLES = [
    ("un mort", True),
    ("une seule part", True),
    ("au moins un élu", True),
    ("plus d'un élu", True),
    ("il n'a perdu qu'un match", True),
    ("pendant une heure", True),
    ("à un point du but", True),
    ("une semaine plus tard", True),
    ("cinq camions et un bateau", True),
    ("de un à trois", True),
    ("un élu", False),
    ("lorsqu'un élu parle", False),
    ("il n'est pas sûr et dit qu'un élu", False),
    ("il s'agit néanmoins d'une erreur", False),
    ("ce n'est qu'un début", False),
    ("non seulement un élu", False),
    ("plus cher qu'un bus", False),
    ("il y a un point sur lequel", False),
    ("près d'une gare", False),
    ("l'un des élus", False),
    ("un jour", False),
    ("une première", False),
    ("un tiers de confiance arrive", True),
    ("sans l'accord d'un tiers » selon lui", False),
]


@pytest.mark.parametrize(("text", "counts"), SINGLES, ids=[row[0] for row in SINGLES])
def test_one(text, counts):
    """« Un » is a number only where it counts."""
    assert any(number.is_figure and number.value is not None for number in find_numbers(text)[:1]) == counts


HOMONYMS = [
    ("la banque veut un euro fort", []),
    ("le pain coûte un euro", ["un euro"]),
    ("un logement neuf", []),
    ("des pneus neufs", []),
    ("rien de neuf", []),
    ("les neuf élus", ["neuf élus"]),
    ("ils sont neuf", ["neuf"]),
    ("une seconde", []),
    ("la seconde place", ["seconde"]),
    ("deux secondes", ["deux secondes"]),
    ("le quartier", []),
    ("un quart de finale", []),
    ("la demi-finale", []),
    ("septembre", []),
    ("mise en quarantaine", []),
    ("le tiers-monde", []),
    ("un point de vue", []),
]


@pytest.mark.parametrize(("text", "spans"), HOMONYMS, ids=[row[0] for row in HOMONYMS])
def test_homonyms(text, spans):
    """Words that only look like numbers give no figure."""
    assert [number.text for number in find_numbers(text) if number.is_figure] == spans


LISTED_PIECES = """
12 1 000 3,5 1.200 ,5 2016 10-15 - + % € $ M€ k 20h30 1er XVe VII un une deux neuf vingt cent mille million
milliards et demi virgule zéro dizaine centaines tiers moitié quart sur fois double triplé premier seconde
plus de moins que environ entre à ou dont janvier années heures minutes ans km m² degrés francs CFA . , ( )
« » l'an n° article Boeing midi '
"""
PIECES = st.sampled_from(LISTED_PIECES.split())


@given(
    st.text(max_size=60)
    | st.lists(PIECES, max_size=14).map(" ".join)
    | st.lists(PIECES, max_size=9).map("".join)
)
@settings(max_examples=300)
def test_any_text(text):
    """Any text is read without error; spans are exact, in order and apart, cores inside them."""
    position = 0
    for number in find_numbers(text):
        assert position <= number.start <= number.core_start < number.core_end <= number.end
        assert text[number.start : number.end] == number.text
        assert number.upper is None or number.value is not None
        position = number.end


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_grouped_digits(value):
    """Thousands are grouped by spaces of any width, dots or apostrophes, and mean the same."""
    for separator in (" ", "\u00a0", "\u202f", ".", "'", "’"):
        written = f"{value:,}".replace(",", separator)
        (number,) = find_numbers(f"soit {written} voix")
        assert (number.text, number.value) == (f"{written} voix", Decimal(value))


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_decimals(value):
    """A decimal comma and a decimal point give the same value."""
    for written in (f"{value}".replace(".", ","), f"{value}"):
        number = find_numbers(f"soit {written} % des voix")[0]
        assert (number.value, number.unit) == (value, "%")


def test_same_offsets_in_capitals_and_odd_letters():
    """Letters whose lower case is longer do not shift the offsets after them."""
    text = "İİİ ⅓ DEUX MILLIONS D’EUROS"
    assert [n.text for n in find_numbers(text)] == ["⅓", "DEUX MILLIONS D’EUROS"]


def test_broken_lines():
    """A line broken inside a clause does not part a number from its unit; a paragraph does."""
    assert figures("un budget de 400\nmillions d'euros") == [("400\nmillions d'euros", "400000000", "EUR")]
    assert figures("un total de 400\n\nmillions") == [("400", "400", None), ("millions", "1000000", None)]
