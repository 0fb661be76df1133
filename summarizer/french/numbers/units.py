"""What may follow a number and say what it measures: percent signs, money, measures, durations.

Codes: SI symbols in ASCII for metric units (`km`, `m2`, `kg`, `km/h`, `kWh`), English singular
nouns for the others (`tonne`, `hectare`, `litre`, `barrel`, `year`), ISO 4217 for money.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from summarizer.french.numbers.currencies import AMBIGUOUS, CODES, COUNTRIES, LOCAL_SIGNS, NAMES, SYMBOLS
from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.unit_tables import (
    AFTER,
    CENTS,
    DURATION_SYMBOLS,
    DURATIONS,
    MEASURES,
    SYMBOL_CODES,
    WITH_SQUARE,
)

UnitKind = Literal["money", "percent", "measure", "duration"]


class Unit(NamedTuple):
    """A unit read from a text: where it ends, its code, and a factor that the value takes."""

    end: int
    code: str | None
    kind: UnitKind
    factor: Decimal = Decimal(1)
    counted: str | None = None


def _alternation(forms: list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


_SYMBOL = re.compile(rf"[^\S\n]?({_alternation([*SYMBOL_CODES, *DURATION_SYMBOLS])})(?![^\W_]|['’-])")
_PER = re.compile(r"/(s|h|l|L|kg|km|ha|m2|m3|m²|m³)(?!\w)")
_PERCENT = re.compile(
    r" ?(?:(points?) (?:de )?(?:pourcentage|pour cent|%)|(%)|pour ?cents?\b|pourcents?\b|p\. ?100\b)"
    r"(?! de points)"
)
_PER_MILLE = re.compile(r" ?(?:‰|pour mille\b)")
_BASIS_POINTS = re.compile(r" points? de base\b")
_MONEY_SYMBOL = re.compile(
    r" ?(?:d(?:e |' ?)(?=us\$|[^\w\s])(?!\S{1,4}\d)|(k|m|md|mds|mrd|mrds|g|mio\.?) ?)?("  # « millions d'€ »
    + _alternation([*SYMBOLS])
    + r"|f)(?!['a-z-]|\d(?!\d(?!\d)))"  # « 1€90 »
)
# « 5 MEUR », « 1,2 MdUSD », as agencies write them; « 500 DH », in capitals of the original.
_AGENCY_MONEY = re.compile(
    rf"[^\S\n]?(?:(k|K|M|MM|Md|Mds|MD|MDS|Mrd|Mrds|G|Mio|Mia)[^\S\n]?)({_alternation(CODES)})(?!\w)"
)
_LOCAL_MONEY = re.compile(rf"[^\S\n]?(M|MM|Md|Mds)?[^\S\n]?({_alternation([*LOCAL_SIGNS])})(?![\w'’-])")
_MONEY_INITIALS = frozenset({"k", "K", "M", "G", *(sign[0] for sign in LOCAL_SIGNS)})
_AGENCY_SCALE = {
    "k": 3, "m": 6, "mio": 6, "mm": 9, "md": 9, "mds": 9, "mrd": 9, "mrds": 9, "g": 9, "mia": 9, "": 0,
}  # fmt: skip
_SCALE_OF = {"k": 3, "m": 6, "g": 9, "mio": 6, "mio.": 6, "md": 9, "mds": 9, "mrd": 9, "mrds": 9, None: 0}
_FIRST = re.compile(r" {0,2}-?(?:de |d' ?)?([a-zœ]+)")
_NEXT = re.compile(r" {0,2}-?(?:de |d' ?)?([a-zœ]+)(?:[ -]([a-z]+(?:-[a-z]+)?))?(?: ([a-z]+(?:-[a-z]+)*))?")
_SPEED = re.compile(r"(?: (?:par|a l'|à l'|de l')|/) ?(heure|h|seconde|s)\b| heure\b")


def _money_word(source: Folded, match: re.Match[str]) -> Unit | None:
    text = source.plain
    if match[1] not in _MONEY_FIRST:
        return None
    if country := _OF_COUNTRY.match(text, match.end(1)):
        code = COUNTRIES.get((match[1].rstrip("s"), country[1]))
        if code:
            return Unit(country.end(), code, "money")
    for size in (3, 2, 1):
        if not match[size]:
            continue
        phrase = text[match.start(1) : match.end(size)]
        if phrase in NAMES and (phrase not in _RARE_CODES or source.text[slice(*match.span(1))].isupper()):
            return Unit(match.end(size), NAMES[phrase], "money")
    return _cents(text, match) if match[1] in CENTS else None


_OF_COUNTRY = re.compile(
    rf" (?:de |du |des |d')(?:la |l'|les )?({_alternation(sorted({place for _, place in COUNTRIES}))})\b"
)
_MONEY_FIRST = frozenset(phrase.split()[0].split("-")[0] for phrase in NAMES) | CENTS
_RARE_CODES = frozenset(phrase for phrase, code in NAMES.items() if phrase == code.lower()) - {
    "eur",
    "usd",
    "gbp",
    "chf",
    "cad",
    "jpy",
}
"""Codes that are words or abbreviations of other things in lower case (« pen », « top », « all »)."""
_OF_MONEY = re.compile(r" (?:de |d')(?:l')?(euro|dollar|franc)s?\b")


def _cents(text: str, match: re.Match[str]) -> Unit:
    """Read hundredths: a centime is the euro's unless it says otherwise, a cent has no known currency."""
    of = _OF_MONEY.match(text, match.end(1))
    if of:
        return Unit(of.end(), NAMES[of[1]], "money", Decimal("0.01"))
    word = match[1].rstrip("s")
    code = {"centime": "EUR", "pence": "GBP", "penny": "GBP"}.get(word)
    return Unit(match.end(1), code or "cent", "money", Decimal("0.01") if code else Decimal(1))


def _duration_word(match: re.Match[str]) -> Unit | None:
    code = DURATIONS.get(match[1])
    if code == "year" and match[2] in {"lumiere", "lumieres"}:
        return Unit(match.end(2), "light_year", "measure")
    return Unit(match.end(1), code, "duration") if code else None


def _measure_word(source: Folded, match: re.Match[str]) -> Unit | None:
    text = source.plain
    code = MEASURES.get(match[1])
    if code is None:
        return None
    metric = code in WITH_SQUARE
    second = AFTER.get("m" if metric else code, {}).get(match[2] or "")
    if second:  # « mètres carrés », « degrés Celsius »
        return Unit(match.end(2), code + second[-1] if metric else second, "measure")
    speed = _SPEED.match(text, match.end(1)) if code in {"km", "m", "mile"} else None
    if speed:
        per = "h" if (speed[1] or "h").startswith("h") else "s"
        return Unit(speed.end(), "mph" if code == "mile" else f"{code}/{per}", "measure")
    return _with_per(source, match.end(1), code)


def _with_per(source: Folded, end: int, code: str) -> Unit:
    """Add to a unit what it is counted by: « mg/l », « grammes par litre »."""
    if per := _PER.match(source.text, end):
        return Unit(per.end(), f"{code}/{per[1].replace('²', '2').replace('³', '3')}", "measure")
    if code in _MASSES and (per := _PER_WORD.match(source.plain, end)):
        return Unit(per.end(), f"{code}/{_PER_CODES[per[1]]}", "measure")
    return Unit(end, code, "measure")


_PER_WORD = re.compile(r" (?:par|au) (litre|kilo|kilogramme|gramme|metre cube|decilitre|tonne)\b")
_PER_CODES = {
    "litre": "l", "kilo": "kg", "kilogramme": "kg", "gramme": "g", "metre cube": "m3", "decilitre": "dl",
    "tonne": "tonne",
}  # fmt: skip
_MASSES = frozenset({"µg", "mg", "g", "kg", "ng", "ml", "cl", "litre"})


_SHARED_NOUNS = frozenset({"livre", "mark", "couronne"})
"""Nouns of money that are also books, signs and crowns: money only after a scale (« millions de livres »)."""


def _ambiguous_money(source: Folded, match: re.Match[str], *, scaled: bool) -> Unit | None:
    noun = match[1].rstrip("s")
    if noun not in AMBIGUOUS or (noun in _SHARED_NOUNS and not scaled):
        return None
    code = "GBP" if noun == "livre" else None
    counted = None if code else source.text[match.start(1) : match.end(1)]
    return Unit(match.end(1), code, "money", counted=counted)


def _symbol(source: Folded, position: int) -> Unit | None:
    if match := _MONEY_SYMBOL.match(source.plain, position):
        code = SYMBOLS.get(match[2], "FRF")
        if match[2] != "f" or match[1]:
            return Unit(match.end(), code, "money", Decimal(10) ** _SCALE_OF[match[1]])
    if source.text[position : position + 2].strip()[:1] in _MONEY_INITIALS:
        if match := _AGENCY_MONEY.match(source.text, position):
            return _scaled_money(match, match[2])
        if match := _LOCAL_MONEY.match(source.text, position):
            return _scaled_money(match, LOCAL_SIGNS[match[2]])
    if match := _SYMBOL.match(source.text, position):
        name = match[1]
        if name in DURATION_SYMBOLS:
            return Unit(match.end(), DURATION_SYMBOLS[name], "duration")
        return _with_per(source, match.end(), SYMBOL_CODES[name])
    return None


def _scaled_money(match: re.Match[str], code: str) -> Unit:
    return Unit(match.end(), code, "money", Decimal(10) ** _AGENCY_SCALE[(match[1] or "").lower()])


def read_unit(source: Folded, position: int, *, scaled: bool = False) -> Unit | None:
    """Read the unit that begins at `position`, right after a number (before its space, if any).

    `scaled`: the number ends in a scale word (« milliards »), which turns « livres » into pounds.
    """
    text = source.plain
    first = _FIRST.match(text, position)
    if first and len(first[1]) > _LONGEST_SYMBOL and first[1] not in _UNIT_WORDS:
        return None  # « personnes »
    if first is None and text[position : position + 1] in _STOPS:
        return None
    if match := _BASIS_POINTS.match(text, position):
        return Unit(match.end(), "basis_point", "percent")
    if match := _PERCENT.match(text, position):
        return Unit(match.end(), "percentage_point" if match[1] else "%", "percent")
    if match := _PER_MILLE.match(text, position):
        return Unit(match.end(), "‰", "measure")
    match = _NEXT.match(text, position) if first and first[1] in _UNIT_WORDS else None
    unit = None
    if match:
        unit = (
            _money_word(source, match)
            or _duration_word(match)
            or _measure_word(source, match)
            or _ambiguous_money(source, match, scaled=scaled)
        )
    return unit or _symbol(source, position)


_LONGEST_SYMBOL = 8
"""No symbol has more letters in a row (« MrdsFCFA »), but for what follows « km/ »."""
_STOPS = frozenset(".,;:)»!?\n")
_UNIT_WORDS = frozenset(
    [
        *_MONEY_FIRST,
        *CENTS,
        *DURATIONS,
        *MEASURES,
        *AMBIGUOUS,
        *(noun + "s" for noun in AMBIGUOUS),
        *("point", "points", "pour", "pourcent", "pourcents"),
    ]
)
