"""French number words: the grammar that finds where one numeral ends, and its value.

The grammar is written here because a numeral has to be found inside running text (« deux trois » is
two of them); the value of a numeral below a million is computed by text2num.
"""

import re
from decimal import Decimal

from text_to_num import text2num

SEP = r" {0,2}[ -] ?"
_NINE = r"une?|deux|trois|quatre|cinq|six|sept|huit|neufs?"
_TEENS = r"dix(?:-| {1,2})(?:sept|huit|neufs?)|onze|douze|treize|quatorze|quinze|seize|dix"
_ONES = rf"(?:{_TEENS}|{_NINE})"
_TWO_NINE = r"(?:deux|trois|quatre|cinq|six|sept|huit|neufs?)"
_AND = r"(?:-et-| {1,2}et {1,2})"
_TENS = (
    rf"(?:soixante(?:{_AND}onze|{SEP}(?:{_TEENS}))"
    rf"|(?:vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante)"
    rf"(?:{_AND}une?|{SEP}{_TWO_NINE})?"
    rf"|quatre{SEP}vingts?(?:{SEP}(?:{_TEENS}|{_NINE}))?)"
)
_BELOW_100 = rf"(?:{_TENS}|{_ONES})"
_HUNDREDS = rf"(?:(?:(?:{_TEENS}|{_TWO_NINE}){SEP})?cents?(?:{_AND}une?|{SEP}{_BELOW_100})?)"
_BELOW_1000 = rf"(?:{_HUNDREDS}\b|{_BELOW_100})"
_BELOW_MILLION = (
    rf"(?:(?:{_BELOW_1000}{SEP})?mil(?:les?)?\b(?:{_AND}une?\b|{SEP}{_BELOW_1000})?|{_BELOW_1000}|zeros?)"
)
SCALES = {
    "million": 6,
    "milliard": 9,
    "billion": 12,
    "billiard": 15,
    "trillion": 18,
    "trilliard": 21,
    "quadrillion": 24,
}
_SCALE = r"(?:(?:m|b|tr)illi(?:on|ard)|quadrillion)s?"
_PART = rf"(?:{_BELOW_MILLION}(?:{SEP}{_SCALE}){{0,2}}|(?:(?<=les )|(?<=quelques )){_SCALE})"
CARDINAL = re.compile(
    rf"(?:zeros? ){{0,4}}{_BELOW_MILLION}(?:(?:{SEP}{_SCALE}){{1,2}}"
    rf"(?:{SEP}{_BELOW_MILLION}(?:{SEP}{_SCALE}){{1,2}}){{0,5}}"
    rf"(?:{SEP}{_BELOW_MILLION}(?![ -]*{_SCALE}))?)?\b(?!-[a-z])"
)
"""A cardinal in folded text, to be matched at the start of a word."""

_CHAIN = re.compile(rf"(?P<count>.+?)?(?P<scales>(?:[ -]*\b{_SCALE})+)[ -]*")
_SPACES = re.compile(r" *-+ *| {2,}")
_PLAIN = {"zero": "zéro", "zeros": "zéro"}


def scale_factor(words: str) -> Decimal:
    """Return the product of the scale words in `words`: « mille milliards » is 10¹²."""
    factor = Decimal(1)
    for word in words.replace("-", " ").split():
        if word in {"mille", "milles"}:
            factor *= 1000
        elif word.rstrip("s") in SCALES:
            factor *= Decimal(10) ** SCALES[word.rstrip("s")]
    return factor


_SIMPLE = """
un une deux trois quatre cinq six sept huit neuf neufs dix onze douze treize quatorze quinze seize vingt
trente quarante cinquante soixante septante huitante octante nonante cent mille
"""
_WORDS = {word: Decimal(text2num(word, "fr")) for word in _SIMPLE.split()}


def _below_million(words: str) -> Decimal:
    plain = " ".join(_PLAIN.get(word, word) for word in words.split())
    return _WORDS[plain] if plain in _WORDS else Decimal(text2num(plain, "fr"))


def cardinal_value(words: str) -> Decimal:
    """Return the value of folded cardinal words; ValueError where they are no well-formed numeral."""
    if words in _WORDS:
        return _WORDS[words]
    words = _SPACES.sub(" ", words).replace("-", " ").strip()
    total, position = Decimal(0), 0
    for match in _CHAIN.finditer(words):
        count = (match["count"] or "").strip().removeprefix("et ")
        total += (_below_million(count) if count else 1) * scale_factor(match["scales"])
        position = match.end()
    rest = words[position:].strip().removeprefix("et ")
    return total + _below_million(rest) if rest else total


_ORDINAL_STEMS = {
    "un": "un", "deux": "deux", "trois": "trois", "quatr": "quatre", "cinqu": "cinq", "six": "six",
    "sept": "sept", "huit": "huit", "neuv": "neuf", "dix": "dix", "onz": "onze", "douz": "douze",
    "treiz": "treize", "quatorz": "quatorze", "quinz": "quinze", "seiz": "seize", "vingt": "vingt",
    "trent": "trente", "quarant": "quarante", "cinquant": "cinquante", "soixant": "soixante",
    "septant": "septante", "huitant": "huitante", "octant": "octante", "nonant": "nonante",
    "cent": "cent", "mill": "mille", "million": "million", "milliard": "milliard",
    "billion": "billion", "trillion": "trillion",
}  # fmt: skip
_STEMS = "|".join(sorted(_ORDINAL_STEMS, key=len, reverse=True))
_FIRST = re.compile(r"(?:premiers?|premieres?|seconds?|secondes?)\b(?!-[a-z])")
_LINK = (
    rf"(?:et|cents?|mil(?:les?)?|{_SCALE}|vingts?|trente|quarante|cinquante|soixante|septante|huitante"
    rf"|octante|nonante|{_TEENS}|{_NINE})(?:{SEP})"
)
_LONGEST = 120
_HUNDREDTHS = re.compile(r"^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)[ -](?:c|m|b|tr)[a-z]+iemes$")
_ONE_PART = re.compile(r"une?[ -]*$")
_COMPOSED = re.compile(rf"(?P<rest>(?:{_LINK}){{0,14}})(?P<stem>{_STEMS})iemes?\b")


def read_ordinal(text: str, position: int) -> tuple[int, Decimal] | None:
    """Read an ordinal in words at `position` of folded text; return its end and its rank."""
    if match := _FIRST.match(text, position):
        return match.end(), Decimal(1 if match[0].startswith("p") else 2)
    match = _COMPOSED.match(text, position) if "ieme" in text[position : position + _LONGEST] else None
    if not match:
        return None
    if _HUNDREDTHS.search(match[0]):
        return None  # « quatre centièmes » is a fraction
    if _ONE_PART.match(match["rest"]) and match["stem"] in {
        "cent",
        "mill",
        "million",
        "milliard",
        "billion",
        "trillion",
    }:
        return None  # « un millionième » is a fraction
    try:
        return match.end(), cardinal_value(match["rest"] + _ORDINAL_STEMS[match["stem"]])
    except ValueError:
        return None
