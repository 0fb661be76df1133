"""Dates, times, names and references: found, told apart, and never figures."""

import pytest

from summarizer.french import find_numbers
from summarizer.french.numbers.roman import roman_value

KINDS = [
    ("14 juin 2016", "date", "14 juin 2016"),
    ("le 1er janvier", "date", "1er janvier"),
    ("le premier mai", "date", "premier mai"),
    ("les 14 et 15 juin", "date", "14 et 15 juin"),
    ("du 3 au 5 mai", "date", "3 au 5 mai"),
    ("vingt-quatre juillet deux mille treize", "date", "vingt-quatre juillet deux mille treize"),
    ("2016-11-23", "date", "2016-11-23"),
    ("le 23/11/2016", "date", "23/11/2016"),
    ("en 2016", "date", "2016"),
    ("l'édition 2016 de la coupe", "date", "2016"),
    ("la saison 2014-2015", "date", "2014-2015"),
    ("en 1789", "date", "1789"),
    ("mai 68", "date", "68"),
    ("en oct 68", "date", "68"),
    ("les années\n80", "date", "80"),
    ("depuis\n2012", "date", "2012"),
    ("les années 80", "date", "80"),
    ("lundi 13", "date", "13"),
    ("le 5", "date", "5"),
    ("le XXe siècle", "date", "XXe"),
    ("au dix-neuvième siècle", "date", "dix-neuvième"),
    ("au premier trimestre", "date", "premier"),
    ("à 21 heures", "time", "21 heures"),
    ("vers 8h", "time", "8h"),
    ("à 20h15", "time", "20h15"),
    ("à 9:30", "time", "9:30"),
    ("de 8 h à midi", "time", "8 h"),
    ("onze heures trente", "time", "onze heures trente"),
    ("vers midi", "time", "midi"),
    ("midi moins vingt", "time", "midi moins vingt"),
    ("le journal de 20 heures", "time", "20 heures"),
    ("un Boeing 747", "name", "747"),
    ("le G7", "name", "G7"),
    ("la Covid-19", "name", "19"),
    ("la 5G", "name", "5G"),
    ("le 49.3", "name", "49.3"),
    ("l'Airbus A380", "name", "A380"),
    ("Louis XIV", "name", "XIV"),
    ("Vatican II", "name", "II"),
    ("la Ve République", "name", "Ve"),
    ("le XVe arrondissement", "name", "XVe"),
    ("le premier ministre", "name", "premier"),
    ("les premiers résultats", "name", "premiers"),
    ("au second plan", "name", "second"),
    ("le numéro deux du parti", "name", "deux"),
    ("8e de finale", "name", "8e"),
    ("192.168.1.2", "name", "192.168.1.2"),
    ("7/7", "name", "7/7"),
    ("article 49.3", "reference", "49.3"),
    ("la loi n° 78-17", "reference", "78-17"),
    ("le décret n°s 12", "name", "12"),
    ("le décret n°\n12", "name", "12"),
    ("le lot nºs 5", "name", "5"),
    ("le 20 heures", "time", "20 heures"),
    ("EU/1/04/289", "name", "1/04/289"),
    ("les 90's", "name", "90's"),
    ("7 jours sur 7", "name", "7 jours sur 7"),
    ("l'article 12", "reference", "12"),
    ("page 3", "reference", "3"),
    ("dit-il. [1]", "reference", "1"),
    ("son 8e article", "reference", "8e"),
    ("tous les deux", "reference", "deux"),
    ("06 12 34 56 78", "phone", "06 12 34 56 78"),
    ("+33 6 12 34 56 78", "phone", "33 6 12 34 56 78"),
    ("9" * 40, "name", "9" * 40),
    ("CL-415", "name", "415"),
    ("le relais 4 x 200 m nage libre", "name", "4 x 200 m"),
    ("au point 45° 12′ 30″ N 3° 05′ E", "name", "45° 12′ 30″ N 3° 05′ E"),
    ("dans un second temps", "name", "second"),
    ("PARIS, 24 juil (AFP)", "date", "24 juil"),
    ("le XX e siècle", "date", "XX e"),
    ("ouvert de 9h à 12h30", "time", "9h"),
    ("la tranche 18 h-19 h", "time", "18 h-19 h"),
    ("au 14, rue des Acadiens", "reference", "14"),
    ("le Mouvement 5 étoiles", "name", "5"),
    ("les PM2,5", "name", "PM2,5"),
]


@pytest.mark.parametrize(("text", "kind", "span"), KINDS, ids=[row[0][:24] for row in KINDS])
def test_no_figures(text, kind, span):
    """What is no quantity is found with its kind, and is no figure."""
    number = find_numbers(text)[0]
    assert (number.kind, number.text, number.is_figure) == (kind, span, False)


QUANTITIES = [
    ("plus de 2000 manifestants", "2000 manifestants"),
    ("2016 euros", "2016 euros"),
    ("les 1500 élèves", "1500 élèves"),
    ("3 heures de route", "3 heures"),
    ("à 3 heures de Paris", "3 heures"),
    ("pendant 48 heures", "48 heures"),
    ("un groupe de 6 élus", "6 élus"),
    ("aux 20 Chinois", "20 Chinois"),
    ("Selon Europol 3 000 migrants", "3 000 migrants"),
    ("un vol de 12 heures", "12 heures"),
    ("la 7e étape", "7e"),
    ("3 novices", "3 novices"),
    ("un hôtel 5 étoiles", "5 étoiles"),
    ("9h à pied", "9h"),
]


@pytest.mark.parametrize(("text", "span"), QUANTITIES, ids=[row[0] for row in QUANTITIES])
def test_quantities(text, span):
    """What looks like a date or a name and counts is a figure."""
    assert [number.text for number in find_numbers(text) if number.is_figure] == [span]


def test_names_joined():
    """A number joined to a name by « et » or a comma is part of a name too, but not where it counts."""
    assert [n.kind for n in find_numbers("des Boeing 747 et 777 sont là")] == ["name", "name"]
    assert [n.kind for n in find_numbers("un Boeing 747 et 777 passagers")] == ["name", "count"]


def test_roman_value():
    """Roman figures have a value; letters that are none are refused."""
    assert [roman_value(figures) for figures in ("III", "XIV", "XIX", "MCMXC")] == [3, 14, 19, 1990]
    with pytest.raises(ValueError, match="'IIX' is not a Roman number"):
        roman_value("IIX")


def test_words_that_look_roman():
    """« Le », « Ce », « Cie » are words."""
    assert find_numbers("Le soir. Ce soir, Me Dupré et la Cie.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Voir https://doi.example/10.1098/rsos.160384 pour la suite",
        "Lire www.journal.example/article-2300-pages",
        "Lire https://journal.example/2025/12345.html",
        "Voir doi:10.1098/rsos.16",
        "Une page : http://a.example/?id=4512",
    ],
)
def test_digits_of_an_address_are_no_figures(text):
    """They count nothing."""
    assert [number.text for number in find_numbers(text) if number.is_figure] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Le site journal.fr a 3 millions de lecteurs.", ["count"]),
        ("Un silence d’un mois, un mois et demi, qui dure.", ["duration", "duration"]),
        ("La grève a duré dix jours, quinze jours, disent-ils.", ["duration", "duration"]),
        ("Léa, un an et demi, sourit.", ["age"]),
        ("Anne Roy, 26 ans, sourit.", ["age"]),
        ("Nous nous entendons bien.\n\nAnne, 40 ans\n\nOn se parle.", ["age"]),
        ("On se rend des services.\n\nCaroline 39 ans", ["age"]),
        ("Le bail\n\nTour Horizon, 40 ans\n\nLe loyer", ["duration"]),
        ("Anne, 40 ans de travail", ["duration"]),
    ],
)
def test_figures_beside_addresses_and_commas(text, kinds):
    """A duration that corrects another is no age; the line with which a reader signs has one."""
    assert [number.kind for number in find_numbers(text)] == kinds
