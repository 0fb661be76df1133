"""The units that English news writes behind (or before) a number, and the codes they stand for.

Codes are those of `summarizer.text.number.Number`: ISO 4217 for money, `%`, `year`, `km`, `m2` …
Names of currencies come from the Unicode CLDR through babel; the short names (« dollars ») have the
currency that they mean in news English when nothing else is said.
"""

import re
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from summarizer.text.number import Kind

_TIME = {
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "half_year": "half-year half-years semester semesters|half-year period|half-year periods",
    "decade": "decade decades",
    "century": "century centuries",
    "quarter": "quarter quarters",
    "millennium": "millennium millennia",
    "millisecond": "millisecond milliseconds",
}

_MEASURES = {
    "hectare": "ha hectare hectares",
    "acre": "acre acres",
    "mile": "mile miles",
    "foot": "foot feet",
    "inch": "inch inches",
    "yard": "yard yards",
    "ft3": "ft3|cubic foot|cubic feet",
    "ft2": "ft2|square foot|square feet",
    "mi2": "mi2|square mile|square miles",
    "light_year": "light-year light-years|light year|light years",
    "µg/m3": "µg/m3|microgram per cubic meter|micrograms per cubic meter|micrograms per cubic metre",
    "nautical_mile": "nmi|nautical mile|nautical miles",
    "knot": "knot knots",
    "kg": "kg kilo kilos kilogramme kilogrammes",
    "tonne": "tonne tonnes ton tons|metric ton|metric tons",
    "ounce": "ounce ounces oz",
    "carat": "carat carats",
    "barrel": "barrel barrels bbl",
    "gallon": "gallon gallons",
    "celsius": "°c celsius|degrees celsius|degree celsius|degrees centigrade",
    "fahrenheit": "°f fahrenheit|degrees fahrenheit|degree fahrenheit",
    "kelvin": "kelvin kelvins",
    "degree": "° degree degrees",
    "mph": "mph|miles per hour|miles an hour",
    "km/h": "km/h kmh kph|km per hour|km an hour",
    "m/s": "m/s",
    "point": "point points",
    "m2": "m2 m² sqm",
    "m3": "m3 m³",
    "km2": "km2 km²|sq km",
    "dB": "db decibel decibels",
    "bit": "bit bits",
    "B": "byte bytes",
    "horsepower": "horsepower hp",
    "calorie": "calorie calories",
    "ppm": "ppm|parts per million",
    "‰": "‰|per mille|per mil|per thousand|parts per thousand",
    "µg/l": "µg/l|microgram per liter|micrograms per liter|microgram per litre|micrograms per litre",
    "mg/l": "mg/l|milligram per liter|milligrams per liter|milligram per litre|milligrams per litre",
    "g/l": "g/l|gram per liter|grams per liter|gram per litre|grams per litre",
    "mg/kg": "mg/kg|milligram per kilogram|milligrams per kilogram|milligrams per kilo",
}
_PREFIXES = {
    "": "",
    "nano": "n",
    "micro": "µ",
    "milli": "m",
    "centi": "c",
    "deci": "d",
    "hecto": "h",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
}
_SI = {
    "metre": "m",
    "meter": "m",
    "gram": "g",
    "litre": "l",
    "liter": "l",
    "watt": "W",
    "watt-hour": "Wh",
    "watt hour": "Wh",
    "volt": "V",
    "hertz": "Hz",
    "byte": "B",
    "calorie": "cal",
    "joule": "J",
    "sievert": "Sv",
    "tonne": "tonne",
    "ton": "tonne",
    "pascal": "Pa",
}
_SI_SYMBOLS = (
    "km cm mm nm mg hl dl cl ml kWh MWh GWh TWh Wh kW MW GW TW kV kHz MHz GHz Hz GB MB kB TB kcal kJ hPa mSv"
)
_ALONE = {("m", ""): "m", ("l", ""): "litre", ("B", ""): "B", ("cal", ""): "calorie"}

_SHORT = {"m": "m", "g": "g", "l": "litre", "t": "tonne", "K": "kelvin", "W": "W", "V": "V"}
"""Letters that are a unit only right behind digits."""

_MONEY = {
    "EUR": "euro euros eur",
    "USD": "dollar dollars usd|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollar"
    "|american dollars",
    "GBP": "pound pounds sterling gbp|pound sterling|pounds sterling|british pound|british pounds",
    "CHF": "chf|swiss franc|swiss francs",
    "XOF": "cfa xof fcfa|cfa franc|cfa francs|francs cfa",
    "XAF": "xaf",
    "FRF": "frf|french franc|french francs|franc|francs",
    "JPY": "yen yens jpy",
    "CNY": "yuan yuans renminbi cny rmb",
    "RUB": "rouble roubles ruble rubles rub",
    "INR": "rupee rupees inr",
    "BRL": "reais brl|brazilian real|brazilian reais",
    "KRW": "krw|south korean won",
    "PLN": "zloty zlotys zlotych",
    "TRY": "lira liras",
    "ILS": "shekel shekels",
    "ZAR": "rand rands",
    "THB": "baht bahts",
    "UAH": "hryvnia hryvnias",
    "HUF": "forint forints",
    "NGN": "naira nairas",
    "XBT": "bitcoin bitcoins",
    "DEM": "mark marks|deutsche marks|german marks",
    "GHS": "cedi cedis",
    "RON": "leu lei",
    "BGN": "lev leva",
    "VND": "dong",
    "MGA": "ariary",
    "HTG": "gourde gourdes",
    "cent": "cent cents centime centimes",
    "penny": "pence penny",
}

SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "CA$": "CAD",
    "C$": "CAD",
    "CAN$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "R$": "BRL",
    "MX$": "MXN",
    "NT$": "TWD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "CN¥": "CNY",
    "JP¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₽": "RUB",
    "₴": "UAH",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "CFA": "XOF",
    "F CFA": "XOF",
    "FCFA": "XAF",
}
"""Signs before a sum: CLDR English where it has one, and the forms that news style guides use."""


def _spread(table: dict[str, str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for code, words in table.items():
        single, *multiple = words.split("|")
        names |= dict.fromkeys([*single.split(), *multiple], code)
    return names


def _si_names() -> dict[str, str]:
    """« kilometres », « square kilometres », « kilometres per hour », « megawatt hours » and their like."""
    names = {symbol.lower(): symbol for symbol in _SI_SYMBOLS.split()}
    for noun, symbol in _SI.items():
        for prefix, short in _PREFIXES.items():
            code = _ALONE.get((symbol, prefix), short + symbol)
            for word in (prefix + noun, prefix + noun + "s"):
                names[word] = code
                if symbol == "m":
                    names |= {f"square {word}": f"{code}2", f"cubic {word}": f"{code}3"}
                    names |= {f"{word} per hour": f"{code}/h", f"{word} an hour": f"{code}/h"}
                    names |= {f"{word} per second": f"{code}/s", f"{word} a second": f"{code}/s"}
    return names


@cache
def current_currencies() -> frozenset[str]:
    """The ISO 4217 codes of what is money somewhere today, by CLDR."""
    territories = Locale("en").territories
    names = [str(name) for name in territories if len(str(name)) == 2]
    codes = {code for name in names for code in get_territory_currencies(name)}
    return frozenset(codes | {"EUR", "FRF", "DEM", "XBT"})


@cache
def unit_names() -> dict[str, tuple[str, Kind]]:
    """Every unit word or phrase in lower case, with its code and the kind of number it makes."""
    names: dict[str, tuple[str, Kind]] = {}
    for code in sorted(current_currencies()):
        for count in (1, 2):
            names[get_currency_name(code, count, "en").lower()] = (code, "money")
    kinds: list[tuple[dict[str, str], Kind]] = [
        (_MONEY, "money"),
        (_TIME, "duration"),
        (_MEASURES, "measure"),
    ]
    for table, kind in kinds:
        names |= {name: (code, kind) for name, code in _spread(table).items()}
    names = {name: (code, "measure") for name, code in _si_names().items()} | names
    names |= {"%": ("%", "percent"), "percent": ("%", "percent"), "per cent": ("%", "percent")}
    names |= {"pct": ("%", "percent"), "pc": ("%", "percent")}
    names |= dict.fromkeys(("basis point", "basis points"), ("basis_point", "percent"))
    for name in ("percentage point", "percentage points", "percent points", "pp"):
        names[name] = ("percentage_point", "percent")
    return names


def find_unit(text: str, position: int) -> re.Match[str] | None:
    """The unit right behind a number, with the space or hyphen between them; its words are group `unit`."""
    match = _BEHIND.match(text, position)
    if match is None:
        return _SIGN_BEHIND.match(text, position)
    pattern = _patterns().get(match[1].lower())
    return pattern.match(text, position) if pattern else None


_BETWEEN = r"(?:['’]?s?['’]?\sworth\sof\s|[\s\u00a0\u202f-])?"
_BEHIND = re.compile(rf"{_BETWEEN}([^\W\d_]+)")
_SIGN_BEHIND = re.compile(rf"{_BETWEEN}(?P<unit>%|°\s?[CF]\b|[$€£¥₹](?!\w)|°)", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each word that begins a unit's name, all names that begin with it, the longest first."""
    names = sorted((n for n in unit_names() if n.isascii() or "²" in n or "°" in n), key=len, reverse=True)
    by_word: dict[str, list[str]] = {}
    for name in names:
        if name[-1].isalnum() and (first := re.match(r"[^\W\d_]+", name)):
            by_word.setdefault(first[0], []).append(re.escape(name).replace(r"\ ", r"[\s-]"))
    return {
        word: re.compile(rf"{_BETWEEN}(?P<unit>{'|'.join(words)})(?![\w²])", re.IGNORECASE)
        for word, words in by_word.items()
    }


def short_unit(text: str, position: int) -> tuple[str, int] | None:
    """A one-letter unit (« 4000 m ») at a position right behind digits: its code and where it ends."""
    match = _SHORT_UNIT.match(text, position)
    return (_SHORT[match[1]], match.end()) if match else None


_SHORT_UNIT = re.compile(r"[\s\u00a0\u202f]?([mgltKWV])(?![\w'’.-])")


def unit_of(words: str) -> tuple[str, Kind]:
    """The code and kind of a unit as `find_unit` found it."""
    if words in SYMBOLS:
        return SYMBOLS[words], "money"
    key = re.sub(r"[\s-]+", " ", words.lower()) if words.lower() not in unit_names() else words.lower()
    return unit_names()[key.replace("° ", "°")]
