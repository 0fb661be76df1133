"""The names of currencies as French news writes them, for the unit of an amount.

Names come from CLDR (through babel); what CLDR does not say (« dollars américains », which dollar
a bare « dollar » is, symbols) stands in the tables here.
"""

import re

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from summarizer.french.lexicon import entries
from summarizer.french.numbers.folding import fold

SYMBOLS = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₿": "XBT",
    "us$": "USD",
    "$us": "USD",
    "$ us": "USD",
    "usd$": "USD",
    "$ca": "CAD",
    "ca$": "CAD",
    "$ can": "CAD",
    "$ ca": "CAD",
    "$can": "CAD",
    "c$": "CAD",
    "a$": "AUD",
    "hk$": "HKD",
    "r$": "BRL",
    "fcfa": "XOF",
    "f cfa": "XOF",
    "fr.": "CHF",
    "fs": "CHF",
}
"""Symbols in folded form. A bare $ is the US dollar, the use of the French press."""

_BARE = {
    "dollar": "USD",
    "franc": "FRF",
    "yuan": "CNY",
    "renminbi": "CNY",
    "yen": "JPY",
    "rouble": "RUB",
    "roupie": "INR",
    "won": "KRW",
    "zloty": "PLN",
    "forint": "HUF",
    "hryvnia": "UAH",
    "hrivna": "UAH",
    "grivna": "UAH",
    "shekel": "ILS",
    "sheqel": "ILS",
    "rand": "ZAR",
    "rial": "IRR",
    "riyal": "SAR",
    "real": "BRL",
    "reai": "BRL",
    "reaux": "BRL",
    "baht": "THB",
    "dong": "VND",
    "naira": "NGN",
    "cedi": "GHS",
    "bolivar": "VES",
    "ariary": "MGA",
    "leu": "RON",
    "lei": "RON",
    "lev": "BGN",
    "ringgit": "MYR",
    "drachme": "GRD",
    "lire": "ITL",
    "peseta": "ESP",
    "deutschemark": "DEM",
    "bitcoin": "XBT",
    "pound": "GBP",
    "euro": "EUR",
    "balle": "EUR",
    "kuna": "HRK",
    "afghani": "AFN",
    "tenge": "KZT",
    "kwanza": "AOA",
    "birr": "ETB",
    "gourde": "HTG",
    "taka": "BDT",
    "ouguiya": "MRU",
    "metical": "MZN",
}
"""Nouns that stand alone for one currency; a final s is allowed in the text."""

_PHRASES = {
    "dollar americain": "USD",
    "dollar us": "USD",
    "dollar des etats-unis": "USD",
    "dollar taiwanais": "TWD",
    "dollar de hong kong": "HKD",
    "dollar hongkongais": "HKD",
    "dollar de singapour": "SGD",
    "dollar singapourien": "SGD",
    "franc cfa": "XOF",
    "fcfa": "XOF",
    "f cfa": "XOF",
    "cfa": "XOF",
    "franc pacifique": "XPF",
    "franc cfp": "XPF",
    "franc francais": "FRF",
    "livre sterling": "GBP",
    "livre britannique": "GBP",
    "livre turque": "TRY",
    "dirham emirati": "AED",
    "rouble bielorusse": "BYN",
    "real bresilien": "BRL",
    "rial iranien": "IRR",
    "rial qatari": "QAR",
    "rial saoudien": "SAR",
    "rial yemenite": "YER",
    "rial omanais": "OMR",
    "peso mexicain": "MXN",
    "peso argentin": "ARS",
    "nouveau shekel": "ILS",
    "dinar irakien": "IQD",
    "dinar koweitien": "KWD",
    "roupie pakistanaise": "PKR",
    "roupie sri-lankaise": "LKR",
    "shilling kenyan": "KES",
    "hryvnia ukrainienne": "UAH",
    "yuan chinois": "CNY",
    "yen japonais": "JPY",
    "rouble russe": "RUB",
    "couronne suedoise": "SEK",
    "couronne norvegienne": "NOK",
    "mark allemand": "DEM",
}
"""Names that CLDR lacks or writes in another way."""

AMBIGUOUS = frozenset({"peso", "couronne", "dinar", "dirham", "shilling", "florin", "livre", "mark"})
"""Nouns of money that name no single currency: an amount of them is money without a code."""

# Codes that stand in capitals for other things, too.
_WORDS_TOO = frozenset(["ALL", "BAM", "CUP", "GEL", "MOP", "MUR", "SOS", "TOP", "LAK", "XXX", "XAU", "XAG"])
LOCAL_SIGNS = {
    "DA": "DZD", "DH": "MAD", "DHS": "MAD", "Dh": "MAD", "Dhs": "MAD", "DT": "TND", "FBu": "BIF", "FG": "GNF",
}  # fmt: skip
"""Signs that the press of a country writes behind an amount, in the capitals of the text."""


def _tenders() -> dict[str, str]:
    """Map each territory of CLDR to the code of the currency that it uses today."""
    found = {}
    for territory in map(str, Locale.parse("fr").territories):
        codes = get_territory_currencies(territory) if len(territory) == 2 else []
        if codes:
            found[territory] = codes[0]
    return found


_TENDERS = _tenders()
CODES = sorted({*entries("currency_codes"), *_TENDERS.values()} - _WORDS_TOO)
"""ISO 4217 codes that are read beside an amount."""
_ISO = frozenset(CODES)
_NO_NAME = re.compile(r"[()]|^(?:unite|devise|once|droit|coupon|sucre)")


def _plural(phrase: str) -> str:
    return " ".join(word if word.endswith(("s", "x")) else word + "s" for word in phrase.split())


def _names() -> dict[str, str]:
    """Map every folded name of a currency, singular and plural, to its ISO 4217 code."""
    names: dict[str, str] = {}
    for code in sorted(Locale.parse("fr").currencies):
        for count in (1, 2):
            name = fold(get_currency_name(code, count, locale="fr")).plain
            if " " in name and not _NO_NAME.search(name):
                names[name] = code
    for table in (_BARE, _PHRASES):
        for phrase, code in table.items():
            names[phrase] = code
            names[_plural(phrase)] = code
            names[phrase.replace(" ", "s ", 1) if " " in phrase else phrase] = code
    names.update({code.lower(): code for code in _ISO})
    return names


def _countries() -> dict[tuple[str, str], str]:
    """Map the noun of a currency and a country to its code: « dollars de Taïwan »."""
    french = Locale.parse("fr")
    nouns = {"dollar", "franc", "roupie", *AMBIGUOUS}
    found = {}
    for territory, code in _TENDERS.items():
        words = fold(get_currency_name(code, 1, locale="fr")).plain.split()
        place = fold(french.territories[territory].split(" (")[0].replace("R.A.S. chinoise de ", "")).plain
        found.update({(noun, place): code for noun in nouns.intersection(words)})
    return found


COUNTRIES = _countries()
NAMES = _names()
"""Folded name → ISO 4217 code: « dollars canadiens », « franc suisse », « chf »."""
