"""Figures that English says in words rather than in digits: shares, multiples, vague quantities, times.

They are written with an eye on the French, where its form decides (« six sur dix » is six out of ten, not
three out of five; « a triplé » tripled), since a value alone does not tell.
"""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

from summarizer.text.number import Number

ENGLISH = Locale("en")
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""Numbers that are spelt."""

_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_TOPS = {1: "a", 2: "two", 3: "three", 4: "four", 5: "five", 7: "seven", 9: "nine"}
_OUT_OF = re.compile(r"\bsur ([\w\s\u00a0\u202f-]+)\Z|/ ?(\d+)\Z")
_WHOLES = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000,
}  # fmt: skip
_SMALL_PARTS = {"dixième": (10, "tenths"), "centième": (100, "hundredths"), "millième": (1000, "thousandths")}
_GROWN = re.compile(r"(?:doubl|tripl|quadrupl)(?:é|ée|és|ées|aient|ait|èrent|a)\Z")
_MULTIPLIED = {2: "doubl", 3: "tripl", 4: "quadrupl"}
_MAGNITUDES = (
    (r"trillion", "trillions"),
    (r"dizaines? de milliards", "tens of billions"),
    (r"centaines? de milliards", "hundreds of billions"),
    (r"milliards?", "billions"),
    (r"dizaines? de millions", "tens of millions"),
    (r"centaines? de millions", "hundreds of millions"),
    (r"millions?", "millions"),
    (r"dizaines? de milliers", "tens of thousands"),
    (r"centaines? de milliers", "hundreds of thousands"),
    (r"milliers?|mille", "thousands"),
    (r"centaines?|cents?", "hundreds"),
    (r"(?:di|dou|quin|ving|tren|quaran)[zt]aines?", "dozens"),
)
"""French words that give a magnitude and no value, with the English ones."""
_VAGUE = re.compile(r"(?:di|dou|quin|ving|tren|quaran|cen)[zt]aines|milliers|millions|milliards")
_HALF_A_DOZEN = re.compile(r"(?:une )?demi[- ]douzaine\b")
_COARSER = {"minute": r"\d ?h|heure", "second": r"\d ?(?:h|min|mn|['’′:])|heure|minute"}


@lru_cache(4096)
def digits(value: Decimal) -> str:
    """A value in English digits, without zeros at its end."""
    return format_decimal(value.normalize() + 0, locale=ENGLISH, decimal_quantization=False)


def small(value: int) -> str:
    """A whole number, in words up to ten."""
    return "ten" if value == 10 else WORDS[value] if 0 < value < len(WORDS) else digits(Decimal(value))


def write_fraction(number: Number) -> str:
    """« a third », « one in five », « six out of ten », « 12 hundredths »."""
    value = number.value or Decimal(0)
    near = Fraction(value).limit_denominator(1000)
    top, part = near.numerator, near.denominator
    if whole := _whole(number.text):
        top, part = round(value * whole), whole
        return f"{small(top)} in {small(part)}" if top == 1 else f"{small(top)} out of {small(part)}"
    for stem, (size, name) in _SMALL_PARTS.items():
        if stem in number.text and value * size == round(value * size) and value * size > 1:
            return f"{small(round(value * size))} {name}"
    if top in _TOPS and part in _PARTS:
        if part == 2:
            return "half"
        return f"a {_PARTS[part]}" if top == 1 else f"{_TOPS[top]}-{_PARTS[part]}s"
    return f"{small(top)} out of {small(part)}" if part > 1 else digits(value)


def _whole(text: str) -> int | None:
    """What a share is one of, as the French says it: 10 for « six sur dix »."""
    match = _OUT_OF.search(text.casefold())
    if match is None:
        return None
    said = re.sub(r"[\s\u00a0\u202f]", "", match[1] or match[2])
    whole = int(said) if said.isdecimal() else _WHOLES.get(said)
    return whole if whole and whole > 1 else None


def write_multiple(number: Number) -> str | None:
    """« twice », « tripled », « half as much »; None where a value « times » does."""
    value, words = number.value or Decimal(0), number.text.casefold()
    if number.upper is not None or value != int(value):
        return "halved" if value == Decimal("0.5") and number.upper is None else None
    if words.endswith("moins") and value in _PARTS:
        return "half as much" if value == 2 else f"a {_PARTS[int(value)]} as much"
    if _GROWN.search(words) and value in _MULTIPLIED:
        return _MULTIPLIED[int(value)] + "ed"
    if value == 2:
        return "twice" if re.search(r"\bfois\b", words) else "double"
    return f"{WORDS[int(value)]} time{'s' if value != 1 else ''}" if 0 < value < len(WORDS) else None


def magnitude(text: str) -> str:
    """A French word that gives no value, in English: « des milliers » thousands."""
    words = text.casefold().replace("\u00a0", " ").replace("\u202f", " ")
    return next((english for french, english in _MAGNITUDES if re.search(french, words)), text)


def write_vague(number: Number) -> str | None:
    """« dozens », « tens of thousands », « half a dozen »; None where the French gives a number."""
    words = number.text.casefold().replace("\u00a0", " ").replace("\u202f", " ")
    if number.value is None:
        return magnitude(number.text)
    if number.qualifier == "more_than" and number.upper is None and (match := _VAGUE.match(words)):
        if match[0] == "milliards" or match[0] == "millions":
            return match[0].replace("milliards", "billions")
        return magnitude(words)
    if _HALF_A_DOZEN.match(words) and number.value == 6:
        return "half a dozen"
    return None


def write_elapsed(number: Number) -> str | None:
    """« 1 hour 52 minutes » where the French has several units; None where it has one."""
    unit, value = number.unit or "", number.value
    if number.upper is not None or value is None or unit not in _COARSER:
        return None
    if not re.search(_COARSER[unit], number.text.casefold()):
        return None
    parts, rest = [(value % 60, unit)], value // 60
    if unit == "second":
        parts.append((rest % 60, "minute"))
        rest //= 60
    parts.append((rest, "hour"))
    said = [f"{digits(part)} {name}{'' if part == 1 else 's'}" for part, name in reversed(parts) if part]
    return " ".join(said) or None
