"""The values of a French text, and whether an English number is one of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from summarizer.english import find_numbers
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.numbers.units import is_money, same_family, unit_is_named, unit_matters
from summarizer.french.numbers import find_numbers as find_french_numbers
from summarizer.text.number import Number

OVER = frozenset({"more_than", "at_least"})
"""The qualifiers of a lower bound."""
UNDER = frozenset({"less_than", "at_most", "nearly"})
"""The qualifiers of an upper bound."""
UNSURE = frozenset({"about", "nearly"})
"""The qualifiers of a value that is only near: « près de » is “around” as well as “nearly”."""
_ROUND_REACH = Decimal("0.12")
_COARSE = Decimal("0.05")
_SUM = 10**6
_SIDE_BY_SIDE = 60  # characters
_LONG_TIMES = {"decade": 10, "century": 100, "millennium": 1000}
_BETWEEN_PARTS = re.compile(r",?\sand\s|,\s")
_SCALES = (("million", 10**6), ("milliard", 10**9))
_SCALE_WORDS = r"(?:cent|mille|millions?|milliers|milliards?|douzaines?|dizaines?|centaines?)"
_HOUR = re.compile(r"[012]?\d\.[0-5]\d")
"""“at 15.00”, which looks like a decimal."""
_NO_MINUTES = r"(?<![\d.,])(?<!\d[h:])(?<!\d[h:]\s)(?<!\d\sh\s)"
_TIME_WORDS = r"(?:h|heures?|min|minutes?|ans)"
_SLANG_MONEY = re.compile(r"\bballes?\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value of the French text, ends of ranges taken apart."""

    value: Decimal
    unit: str | None
    number: Number


def quantities_of(numbers: Iterable[Number]) -> Iterable[Quantity]:
    """The values of the French text: ends of ranges, and both numbers of « 9 sur 10 », by themselves."""
    for number in numbers:
        for value in (number.value, number.upper):
            if value is not None:
                yield Quantity(value, number.unit, number)
        if number.kind == "reference" and number.value is None:
            yield from (Quantity(value, None, number) for value in _bare_values(number.text))
        if number.kind == "money" and number.value is not None and _SLANG_MONEY.search(number.text):
            yield Quantity(number.value, None, number)
        if number.kind in {"fraction", "age"}:
            for digits in re.findall(r"\d+", number.text):
                yield Quantity(Decimal(digits), None, number)
            if number.kind == "fraction" and number.value:
                yield Quantity((1 / number.value).to_integral_value(), None, number)
        if number.unit in _LONG_TIMES and number.value is not None:
            yield Quantity(number.value * _LONG_TIMES[number.unit], "year", number)


@lru_cache(maxsize=256)
def _bare_values(words: str) -> tuple[Decimal, ...]:
    """What number words count by themselves: « vingt » of « les vingt plus grandes banques »."""
    found = find_french_numbers(f"{words} objets")
    return tuple(number.value for number in found if number.value is not None)


def any_money(quantities: Sequence[Quantity]) -> str | None:
    """The currency of the French text, the first where it has several."""
    return next((quantity.unit for quantity in quantities if is_money(quantity.unit)), None)


def same_value(first: Decimal, second: Decimal) -> bool:
    """Equal but for the rounding of a fraction; the sign of a fall is often said in words (« −1,5 % »)."""
    first, second = abs(first), abs(second)
    return first == second or abs(first - second) <= Decimal("0.000001") * max(first, second)


def unit_fits(number: Number, quantity: Quantity, quantities: Sequence[Quantity], evidence: Evidence) -> bool:
    """Whether an English number of the same value has the French unit, or may leave it out."""
    said, meant = number.unit, quantity.unit
    half = said == "fraction" and not unit_matters(meant)  # half a century, « un demi-siècle »
    if half or said == meant or same_family(number, quantity.number):
        return True
    if said is None:
        return not unit_matters(meant) or (is_money(meant) and _is_inherited(quantity.number))
    if meant is None:
        if said == "GBP" and evidence.words & {"livre", "livres"}:
            return True
        if is_money(said) and (quantity.number.kind == "money" or _is_bare_sum(quantity, quantities)):
            return True
        return not unit_matters(said) or unit_is_named(said, evidence, [each.unit for each in quantities])
    return False


def _is_inherited(french: Number) -> bool:
    """Whether a French number has its unit from another one: « (soit 420 millions par an) »."""
    return french.end == french.core_end and french.start == french.core_start


def _is_bare_sum(quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """« les 4 milliards promis »: a sum whose currency was said elsewhere in the article."""
    return abs(quantity.value) >= _SUM and not any(is_money(each.unit) for each in quantities)


def coarser(number: Number, value: Decimal, quantity: Quantity) -> bool:
    """« 1.4 billion » for « 1,36 milliard »: the French value rounded as arithmetic does, without a word.

    Only amounts of a million and more and decimals are rounded in speech; « 30 » for « 31 » is another
    count.
    """
    exact = abs(quantity.value)
    if number.qualifier != "exact" or number.upper is not None or not value or not exact:
        return False
    if number.unit != quantity.unit and not same_family(number, quantity.number):
        return False
    if abs(value) < _SUM and exact == exact.to_integral_value():
        return False
    value = abs(value)
    close = min(_last_step(value) / 2, value * _COARSE)
    return _digits(value) < _digits(exact) and abs(exact - value) <= close


def rounds(number: Number, value: Decimal, quantity: Quantity) -> bool:
    """« nearly 1.4 billion » is true to « 1,36 milliard »: a rounder value, and the word that says so."""
    if number.qualifier == "exact" or value == 0 or quantity.value == 0:
        return False
    if number.unit != quantity.unit and not same_family(number, quantity.number):
        return False
    exact = quantity.value
    step = _last_step(value) / (1 if number.qualifier != "about" else 2)
    far = abs(exact - value) > min(_ROUND_REACH * abs(value), step)
    if far or _digits(value) >= _digits(exact):
        return False
    if number.qualifier in OVER:
        return exact >= value
    return exact <= value if number.qualifier in UNDER else True


def _last_step(value: Decimal) -> Decimal:
    """What one more in the last digit said is worth: 0.1 billion for 1.4 billion."""
    return Decimal(1).scaleb(value.normalize().adjusted() - _digits(value) + 1)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def inherits_scale(value: Decimal, quantities: Iterable[Quantity]) -> bool:
    """Whether a French number has the scale of another one: $70 billion for « 132 milliards, dont 70 »."""
    known = list(quantities)
    scales = [scale for word, scale in _SCALES if any(word in each.number.text for each in known)]
    bare = [each for each in known if is_money(each.unit) and _is_inherited(each.number)]
    return any(abs(value) == abs(each.value) * scale for each in bare for scale in scales)


def decimal_comma_value(number: Number) -> Decimal | None:
    """« 5,829% », « 6,925 million »: what French digits left as they are would mean."""
    match = re.search(r"\d,\d{3}(?!\d)(?=\s?(?:%|per|million|billion|thousand))", number.text)
    return number.value / 1000 if match and number.value is not None and number.upper is None else None


def stands_as_digits(value: Decimal, number: Number, evidence: Evidence) -> bool:
    """Whether a bare count stands in the French as the same digits, glued to something (« 53e' »)."""
    if number.unit not in {None, "rank"} or number.upper is not None:
        return False
    digits = re.escape(str(value.normalize() + 0)).replace(r"\.", "[.,]")
    an_hour = number.unit == "rank" or _HOUR.fullmatch(number.text.split(" ")[0])
    other = _SCALE_WORDS if an_hour else rf"{_SCALE_WORDS}|{_TIME_WORDS}|h\d+|:\d+"
    behind = rf"(?![\d.,]?\d|\s?(?:[%€$]|(?:{other})\b))"
    return bool(re.search(rf"{_NO_MINUTES}{digits}{behind}", evidence.text))


def split_seconds_are_there(number: Number, evidence: Evidence) -> bool:
    """« 20 sec 53 » and « 20"53 » for 20.53, as sports times are written."""
    decimal = re.match(r"(\d+)\.(\d\d)(?!\d)", number.text)
    if decimal is None:
        return False
    whole, rest = decimal.groups()
    return bool(re.search(rf"(?<!\d){whole}\s?(?:s|sec|secondes?|''|\"|″)\.?\s?{rest}(?!\d)", evidence.text))


def score_is_there(number: Number, evidence: Evidence) -> bool:
    """Whether both ends of « 3-1 » stand side by side in the French: « 3-1 », « 3 à 1 », « 3 buts à 1 ».

    English gives the winner's first: “won 1–0” for « s'impose à l'extérieur (0-1) ».
    """
    ends = (number.value, number.upper), (number.upper, number.value)
    return any(re.search(rf" {one} (?:[a-z]+ ){{0,2}}{other} ", evidence.folded) for one, other in ends)


def parts_are_there(number: Number, quantities: Sequence[Quantity]) -> bool:
    """« 21 out of 550 » where the French gives both numbers by themselves."""
    parts = [part.value for part in find_numbers(re.sub(r"\b(?:out of|in)\b|/", ";", number.text))]
    if len(parts) != 2:
        return False
    first, second = (
        [quantity.number.start for quantity in quantities if quantity.value == part] for part in parts
    )
    return any(abs(one - other) <= _SIDE_BY_SIDE for one in first for other in second)


def span_parts_are_there(number: Number, quantities: Sequence[Quantity], evidence: Evidence) -> bool:
    """“one minute and 40 seconds” where the French gives its parts by themselves: « une minute et 40 »."""
    if number.kind != "duration":
        return False
    parts = [part.value for part in find_numbers(_BETWEEN_PARTS.sub("; ", number.text)) if part.value]
    known = {quantity.value for quantity in quantities}
    ones = not evidence.words.isdisjoint({"un", "une"})
    return len(parts) > 1 and all(
        part in known or str(part) in evidence.words or (part == 1 and ones) for part in parts
    )
