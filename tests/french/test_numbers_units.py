"""Units behind and before a number: money, percent, measures, durations, ages."""

from decimal import Decimal

import pytest

from summarizer.french import find_numbers

UNITS = [
    ("20 €", "20", "EUR"),
    ("20€", "20", "EUR"),
    ("300 M€", "300000000", "EUR"),
    ("1,2 Md€", "1200000000", "EUR"),
    ("12 k€", "12000", "EUR"),
    ("3 MdF", "3000000000", "FRF"),
    ("$10", "10", "USD"),
    ("US$ 10", "10", "USD"),
    ("EUR 20", "20", "EUR"),
    ("USD1,23", "1.23", "USD"),
    ("20 dollars américains", "20", "USD"),
    ("20 dollars canadiens", "20", "CAD"),
    ("un franc suisse", "1", "CHF"),
    ("5 milliards de francs CFA", "5000000000", "XOF"),
    ("20 livres sterling", "20", "GBP"),
    ("20 millions de livres", "20000000", "GBP"),
    ("20 livres", "20", None),
    ("20 yuans", "20", "CNY"),
    ("20 couronnes suédoises", "20", "SEK"),
    ("20 millions de couronnes", "20000000", None),
    ("20 pesos", "20", None),
    ("20 pesos mexicains", "20", "MXN"),
    ("50 centimes", "0.5", "EUR"),
    ("50 cents", "50", "cent"),
    ("50 cents d'euro", "0.5", "EUR"),
    ("2 euros et 20 centimes", "2.2", "EUR"),
    ("deux euros vingt", "2.2", "EUR"),
    ("12 %", "12", "%"),
    ("12%", "12", "%"),
    ("douze pour cent", "12", "%"),
    ("12 p. 100", "12", "%"),
    ("1,5 point de pourcentage", "1.5", "percentage_point"),
    ("3 km", "3", "km"),
    ("3 kilomètres", "3", "km"),
    ("3 mètres carrés", "3", "m2"),
    ("3 km²", "3", "km2"),
    ("3 kilomètres carrés", "3", "km2"),
    ("3 mètres cubes", "3", "m3"),
    ("80 km/h", "80", "km/h"),
    ("80 kilomètres par heure", "80", "km/h"),
    ("80 kilomètres à l'heure", "80", "km/h"),
    ("50 miles à l'heure", "50", "mph"),
    ("3 tonnes", "3", "tonne"),
    ("3 kg", "3", "kg"),
    ("3 hectares", "3", "hectare"),
    ("3 millions de barils", "3000000", "barrel"),
    ("3 litres", "3", "litre"),
    ("25 cl", "25", "cl"),
    ("2,5 M$ CA", "2500000", "CAD"),
    ("2,3 G$ US", "2300000000", "USD"),
    ("740 mio. CHF", "740000000", "CHF"),
    ("Fr. 1'850.–", "1850", "CHF"),
    ("45 milliards de FCFA", "45000000000", "XOF"),
    ("25 MFCFA", "25000000", "XOF"),
    ("350 MdFCFA", "350000000000", "XOF"),
    ("1 m 84", "1.84", "m"),
    ("2m10", "2.10", "m"),
    ("1,000 028 cm³", "1.000028", "cm3"),
    ("30 m3/s", "30", "m3/s"),
    ("50 µg/m3", "50", "µg/m3"),
    ("3 kWh", "3", "kWh"),
    ("3 gigawatts", "3", "GW"),
    ("37,5 °C", "37.5", "celsius"),
    ("37 degrés Celsius", "37", "celsius"),
    ("37 degrés", "37", "degree"),
    ("4 années-lumière", "4", "light_year"),
    ("3 ans", "3", "year"),
    ("3 mois", "3", "month"),
    ("un an et demi", "1.5", "year"),
    ("trois siècles", "3", "century"),
    ("40 min", "40", "minute"),
]


@pytest.mark.parametrize(("text", "value", "unit"), UNITS, ids=[row[0] for row in UNITS])
def test_units(text, value, unit):
    """A quantity comes with a code for its unit, and its span takes the unit in."""
    (number,) = find_numbers(text)
    assert (number.text, number.value, number.unit) == (text, Decimal(value), unit)


def test_money_without_code():
    """A noun of several currencies is money without a code, and is named as counted."""
    (number,) = find_numbers("20 pesos")
    assert (number.kind, number.unit, number.counted) == ("money", None, "pesos")


ELAPSED = [
    ("en 2 h 05 min 10 s", "7510", "second"),
    ("deux heures dix minutes de route", "130", "minute"),
    ("1 minute et 21 secondes", "81", "second"),
    ("près de six minutes trente.", "390", "second"),
    ("le marathon en 2 h 56", "176", "minute"),
    ("en 1'44", "104", "second"),
    ("avec 1'14\" d'avance", "74", "second"),
    ("l'étape en 4h 12' 35\"", "15155", "second"),
    ("la réunion a duré 1 h 52", "112", "minute"),
    ("il a mis 2 min 03 s", "123", "second"),
    ("Choquert (1h19'26) gagne", "4766", "second"),
    ("le marathon en 2h08min14", "7694", "second"),
    ("l'épreuve en 1 h 03' 45", "3825", "second"),
    ("en 1 heure, 19 minutes et 26 secondes", "4766", "second"),
    ("le trajet dure 2 heures, 30 minutes", "150", "minute"),
]


@pytest.mark.parametrize(("text", "value", "unit"), ELAPSED, ids=[row[0] for row in ELAPSED])
def test_times_in_several_units(text, value, unit):
    """A time told in several units is one number, in the last of them."""
    (number,) = find_numbers(text)
    assert (str(number.value), number.unit, number.kind) == (value, unit, "duration")


def test_units_side_by_side():
    """A number that counts something else ends a time."""
    assert [n.text for n in find_numbers("après 5 minutes 30 élus")] == ["5 minutes", "30 élus"]


def test_codes_of_currencies_are_capitals():
    """« PEN » is the sol of Peru, « pen » is none; the codes that everybody knows may be small."""
    assert [n.unit for n in find_numbers("400 PEN, 4 pen et 10 usd")] == ["PEN", None, "USD"]


AGES = [
    ("âgé de 42 ans", "age"),
    ("une victime (de 18 ans)", "age"),
    ("un bail (de 18 ans)", "duration"),
    ("Anne Lebrun, 42 ans, élue", "age"),
    ("une femme de 42 ans", "age"),
    ("une chanteuse américaine de 42 ans", "age"),
    ("il dit qu'un policier de 42 ans souffre", "age"),
    ("Paul Roy, jeune homme de 42 ans tué hier", "age"),
    ("un homme de 42 ans qui dormait", "age"),
    ("son fils de 42 ans", "age"),
    ("le conducteur, un Niçois de 42 ans", "age"),
    ("l'ancien ministre de 42 ans", "age"),
    ("les 15-24 ans", "age"),
    ("chez les 15 à 24 ans", "age"),
    ("les plus de 65 ans", "age"),
    ("interdit aux moins de 18 ans", "age"),
    ("elle aurait eu 70 ans lundi", "age"),
    ("il avait entre 8 et 10 ans à sa mort", "age"),
    ("depuis 42 ans", "duration"),
    ("un bail de 42 ans", "duration"),
    ("un projet pilote d'un an", "duration"),
    ("une classe pilote de 2 ans", "duration"),
    ("l'accord cadre de 5 ans", "duration"),
    ("des essais pilotes de 6 ans", "duration"),
    ("un jeune pilote de 22 ans", "age"),
    ("un pilote de 34 ans", "age"),
    ("un mandat de président de 5 ans", "duration"),
    ("les 10 à 15 ans de prison", "duration"),
    ("dans les 5 à 10 ans", "duration"),
    ("elle a 25 ans de carrière", "duration"),
    ("il y a 10 ans", "duration"),
]


@pytest.mark.parametrize(("text", "kind"), AGES, ids=[row[0] for row in AGES])
def test_ages(text, kind):
    """Years of a person are an age, others a duration."""
    (number,) = find_numbers(text)
    assert (number.kind, number.unit) == (kind, "year")


def test_ages_together():
    """An age makes one of the years that stand beside it."""
    assert [n.kind for n in find_numbers("âgés de 27 et 31 ans, depuis 4 ans")] == ["age", "age", "duration"]


@pytest.mark.parametrize(("text", "unit"), [("(2000 l) d'eau", "litre"), ("(2000 pour cent)", "%")])
def test_what_looks_like_a_year_has_a_unit(text, unit):
    """A year stands in brackets as well, and « l » and « pour » begin other words: the unit decides."""
    assert [number.unit for number in find_numbers(text)] == [unit]
