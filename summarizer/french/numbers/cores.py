"""Reads the bare number at a place of the text: digits, number words, scale, fraction, ordinal.

What it measures, and whether it is a number to report at all, is decided elsewhere.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.number_words import CARDINAL, SEP, cardinal_value, read_ordinal, scale_factor
from summarizer.schemas.brief import Qualifier

Shape = Literal["digits", "words", "ordinal", "fraction", "collective", "multiple"]
LONGEST = 30
"""More digits in a row than this are an identifier, not a quantity."""


class Core(NamedTuple):
    """A bare number: `start` and `end` in the text, its value with the scale applied.

    `factor`: the scale alone (10⁶ for « 3 millions »), 1 where there is none.
    """

    start: int
    end: int
    value: Decimal | None
    shape: Shape
    factor: Decimal = Decimal(1)
    qualifier: Qualifier | None = None


_DIGITS = re.compile(
    r"(?:\d{1,3}(?:([ .'])\d{3}(?!\d))(?:\1\d{3}(?!\d))*+|\d{1,3}(?:,\d{3}(?!\d)){2,}+|\d++|(?=,\d))"
    r"(?:,\d{3}(?: \d{3}){0,6} \d{1,3}(?![\d,.]\d|\d)|[.,]\d++)?"
)
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅙": "1/6", "⅛": "0.125"}
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++|(?=[^\d,.]|[,.](?!\d)|$))")
# « 7, 50 € »: a space behind the comma; « les billets de 5, 10 € » are a list.
_PRICE = re.compile(r"(\d{1,4}), (\d\d)(?= ?(?:€|euros?\b|francs?\b|chf\b))")
_LISTED_LEFT = re.compile(
    r"(?:\d[€ ]*, ?|(?:billet|coupure|piece|cheque|bon|lot|amende|ticket|carte|tranche|montant|somme|don|prix"
    r"|versement|prime|bourse)s (?:[a-z]+ ){0,2}(?:de |d'))\Z"
)
_VULGAR_AFTER = re.compile(rf" ?([{''.join(_VULGAR)}])")
_GROUPED = re.compile(r"\d{1,3}([ .',])\d{3}(?:\1\d{3})*(?!\d)")
_SCALE = re.compile(
    r"(?: {0,2}(?:-|de |d')?((?:milles?\b ?)?(?:(?:(?:m|b|tr)illi(?:on|ard)|quadrillion)s?\b(?: (?=m|b"
    r"|t))?){1,2}"
    r"|mille(?! nautique|s (?:nautique|marin)|s \((?:environ |soit )?\d[\d .,]{0,8} ?k(?:m|ilometres?)\b)s?\b"
    r"|milliers?\b))"
)
_ABBREVIATED = re.compile(
    r"(?: ?(k|K)|(M| [Mm]io\.?(?= ))| ?(Md|Mds|Mrd|Mrds|mds|md|mrd))(?<=[a-zA-Z.])(?!\w)(?![-'’.]?\w)"
)
_SHORT = {1: 3, 2: 6, 3: 9}
_REST = re.compile(r"(?: et)? (\d{1,3}(?:[ .]\d{3})?)\b(?![,.]\d| %)(?: (milliards?|millions?|mille)\b)?")
_HALF = re.compile(
    r"(?: {1,2}et {1,2}|-et-)(demie?|(?:un |1 )?quart(?! de )|trois[ -]quarts|un tiers(?! de )|deux tiers)\b"
)
_AND = (" et", "-et-", "  et")
_HALVES = {"demi": "0.5", "demie": "0.5", "quart": "0.25", "un quart": "0.25", "1 quart": "0.25"}
_SLASH = re.compile(r"(?:(\d{1,4}) {1,2})?(\d{1,4}) ?/ ?(\d{1,4})(?![\d/,.]\d|\d|/)")
_SLASH_REACH = 12


def _plain_value(digits: str) -> Decimal:
    if digits.isdecimal():
        return Decimal(digits)
    grouped = _GROUPED.match(digits)
    if grouped and (grouped[1] != "," or digits.count(",") > 1) and not digits.startswith("0"):
        digits = digits.replace(grouped[1], "")
    return Decimal(digits.replace(",", ".").replace(" ", "").replace("'", ""))


def _with_rest(text: str, core: Core) -> Core:
    """Add what follows a scale word: « 3 millions 500 000 », « 2 milliards 300 millions »."""
    match = _REST.match(text, core.end)
    if not match or core.value is None:
        return core
    rest = _plain_value(match[1]) * (scale_factor(match[2]) if match[2] else 1)
    if (not match[2] and len(match[1]) < 5) or rest >= core.factor:
        return core
    return core._replace(end=match.end(), value=core.value + rest)


def add_half(text: str, position: int) -> tuple[int, Decimal] | None:
    """Read « et demi », « et quart » at `position`; return the end and the part of one that it adds."""
    match = _HALF.match(text, position) if text.startswith(_AND, position) else None
    if not match:
        return None
    word = match[1].replace("-", " ")
    thirds = {"un tiers": Decimal(1) / 3, "deux tiers": Decimal(2) / 3}
    return match.end(), thirds[word] if word in thirds else Decimal(_HALVES.get(word, "0.75"))


def _scaled(source: Folded, core: Core) -> Core:
    if core.value is None:
        return core
    text = source.plain
    if match := _SCALE.match(text, core.end):
        words = match[1].strip()
        factor = Decimal(1000) if words.startswith("millier") else scale_factor(words)
        end = match.start(1) + len(words)
        core = core._replace(end=end, value=core.value * factor, factor=factor)
        core = _with_rest(text, core)
    elif core.shape == "digits" and (match := _ABBREVIATED.match(source.text, core.end)):
        factor = Decimal(10) ** _SHORT[match.lastindex or 1]
        core = core._replace(end=match.end(), value=(core.value or 0) * factor, factor=factor)
    if half := add_half(text, core.end):
        core = core._replace(end=half[0], value=(core.value or 0) + half[1] * core.factor)
    return core


def _read_digits(source: Folded, start: int) -> Core | None:
    text = source.plain
    if "/" in text[start : start + _SLASH_REACH] and (slash := _SLASH.match(text, start)):
        whole, upper, lower = slash[1], Decimal(slash[2]), Decimal(slash[3])
        if (upper <= lower and lower) or (whole and lower):
            return Core(start, slash.end(), Decimal(whole or 0) + upper / lower, "fraction")
    match = _english_digits(text, start) or _DIGITS.match(text, start)
    if not match or match.end() == start:
        return None
    if match.end() - start > LONGEST:
        return Core(start, match.end(), None, "digits")
    price = _PRICE.match(text, start) if text.startswith(", ", match.end()) else None
    if price and not _LISTED_LEFT.search(text, max(0, start - 32), start):
        return Core(start, price.end(2), Decimal(f"{price[1]}.{price[2]}"), "digits")
    value = Decimal(match[0].replace(",", "")) if match.re is _ENGLISH else _plain_value(match[0])
    core = Core(start, match.end(), value, "digits")
    if text[core.end : core.end + 2].strip()[:1] in _VULGAR and (part := _VULGAR_AFTER.match(text, core.end)):
        numerator, _, denominator = _VULGAR[part[1]].partition("/")
        added = Decimal(numerator) / Decimal(denominator or 1)
        return core._replace(end=part.end(), value=value + added)
    collective = _collective(text, core)
    return _scaled(source, core) if collective is core else collective


def _english_digits(text: str, start: int) -> re.Match[str] | None:
    """Read digits grouped by commas: with a point for the decimals, or behind a sign of money."""
    match = _ENGLISH.match(text, start) if text.startswith(",", text.find(",", start, start + 4)) else None
    return match if match and ("." in match[0] or text[start - 1 : start] in _MONEY_SIGNS) else None


_MONEY_SIGNS = frozenset("$£€¥")
_ZEROS = re.compile(r"(?:zeros? ){1,12}(?=[a-z])")
_DECIMALS = re.compile(r" virgule ((?:zeros? ){0,12})")


def _with_decimals(text: str, core: Core) -> Core:
    """Add « virgule zéro cinq » to a number in words."""
    match = _DECIMALS.match(text, core.end)
    if not match or core.value is None:
        return core
    digits, end = "0" * match[1].count("zero"), match.end() - (1 if match[1] else 0)
    position = match.end()
    for _ in range(8):
        part = CARDINAL.match(text, position)
        if not part:
            break
        words = _BEFORE_SCALE.split(part[0])[0]
        zeros = _ZEROS.match(words)
        try:
            digits += "0" * (zeros[0].count("zero") if zeros else 0) + str(cardinal_value(words))
        except ValueError:
            break
        end = position + len(words)
        position = end + 1
        if len(words) != len(part[0]):
            break
    return core._replace(end=end, value=core.value + Decimal("0." + digits)) if digits else core


_BEFORE_SCALE = re.compile(r"[ -]+(?=(?:m|b|tr)illi(?:on|ard))")


def _read_words(source: Folded, start: int) -> Core | None:
    text = source.plain
    match = CARDINAL.match(text, start)
    if not match:
        return None
    try:
        value = cardinal_value(match[0])
    except ValueError:
        return None
    scale = _LAST_SCALE.search(match[0])
    factor = scale_factor(scale[0]) if scale else Decimal(1)
    core = _with_decimals(text, Core(start, match.end(), value, "words", factor))
    if core.factor == 1:
        collective = _collective(text, core)
        return _scaled(source, core) if collective is core else collective
    if half := add_half(text, core.end):
        core = core._replace(end=half[0], value=value + half[1] * core.factor)
    return core


_LAST_SCALE = re.compile(r"(?:mille[ -])?(?:(?:(?:m|b|tr)illi(?:on|ard)|quadrillion)s?[ -]?)+$|milles?$")

_COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
_OF_SCALE = (
    r"(?: d(?:e |')((?:centaines?|milliers?|millions?|milliards?)\b(?: de (?:millions?|milliards?)\b)?))?"
)
_LOOSE = r"(?:(?:bon(?:ne)?|belle|petite?|grosse|grande?|joli|solide)s?|gros|beau)"
_COLLECTIVE = re.compile(
    rf"(?P<loose> {_LOOSE})?[ -](?P<half>demi[ -])?(?P<noun>{'|'.join(_COLLECTIVES)}|million|milliard)s?\b"
    rf"{_OF_SCALE}"
)
_BARE_COLLECTIVE = re.compile(
    rf"(?:(?P<many>{'|'.join(_COLLECTIVES)}|million|milliard)s|(?P<one>dizaine|douzaine"
    rf"|centaine))\b{_OF_SCALE}"
)


_HOW_MANY_LEFT = re.compile(r"(?:^|\W)combien (?:de |d')$")
_THE_SCALE = re.compile(r"(million|milliard)\b(?P<of>(?= d(?:e |')))?")
_THE_LEFT = re.compile(r"(?:^|\W)(?:le|du|au|ce) $")
_BARRIER_LEFT = re.compile(
    r"(?:(?:^|\W)(?:barre|cap|seuil|palier) du"
    r"|(?:depass|franchi|attei|approch|frol|avoisin|excede?)[a-z]* (?:presque |deja )?le) $"
)
_PASSED_LEFT = re.compile(r"(?:^|\W)pass(?:e|ent|ait|aient|era|er) (?:deja |largement )?le $")


def _the_scale(source: Folded, start: int) -> Core | None:
    """Read « le million de vues », « dépasser le milliard », which is one of them."""
    match = _THE_SCALE.match(source.plain, start)
    left = source.plain[max(0, start - 32) : start]
    if not match or not (_THE_LEFT.search(left) if match["of"] is not None else _BARRIER_LEFT.search(left)):
        return None
    passed: Qualifier | None = "more_than" if _PASSED_LEFT.search(left) else None
    value = scale_factor(match[1])
    return Core(start, match.end(1), value, "collective", value, passed)


def _of_scale(words: str | None) -> Decimal:
    factor = Decimal(1)
    for word in (words or "").split():
        singular = word.rstrip("s")
        factor *= Decimal(_COLLECTIVES.get(singular, 1)) * scale_factor(word)
    return factor


def _collective(text: str, core: Core) -> Core:
    """Extend « une » or « trois » by « dizaine », « centaines de milliers » and the like."""
    match = _COLLECTIVE.match(text, core.end)
    if not match or core.value is None or (match["noun"] not in _COLLECTIVES and not match["loose"]):
        return core  # « deux millions » is a cardinal; « un bon million » is none
    factor = _of_scale(match["noun"]) * _of_scale(match[4])
    value = core.value * factor / (2 if match["half"] else 1)
    about: Qualifier | None = "about" if match["loose"] or (core.value == 1 and not match["half"]) else None
    return core._replace(end=match.end(), value=value, shape="collective", factor=factor, qualifier=about)


def read_collective(source: Folded, start: int) -> Core | None:
    """Read « centaines », « milliers », « dizaines de millions » standing without a count at `start`.

    The plural means more than one of them: its value is one, with the qualifier `more_than`.
    """
    match = _BARE_COLLECTIVE.match(source.plain, start)
    if not match:
        return _the_scale(source, start)
    if _HOW_MANY_LEFT.search(source.plain[max(0, start - 12) : start]):
        return None
    noun = match["many"] or match["one"]
    value = Decimal(_COLLECTIVES.get(noun, 1)) * scale_factor(noun) * _of_scale(match[3])
    return Core(start, match.end(), value, "collective", value, "more_than" if match["many"] else "about")


def read_core(source: Folded, start: int) -> Core | None:
    """Return the number that begins at `start`, in digits or cardinal words; None where there is none."""
    char = source.plain[start : start + 1]
    if char.isdigit() or char == ",":
        return _read_digits(source, start)
    return _read_words(source, start)


def read_rank(source: Folded, start: int) -> Core | None:
    """Return the ordinal in words that begins at `start`."""
    ordinal = read_ordinal(source.plain, start)
    return Core(start, ordinal[0], ordinal[1], "ordinal") if ordinal else None


__all__ = ["SEP", "Core", "add_half", "read_collective", "read_core", "read_rank"]
