"""Reads the phrase around a bare number: its unit or counted noun, and a second number joined to it."""

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.french.numbers.cores import Core, add_half, read_core
from summarizer.french.numbers.dates import is_clock
from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.fractions import read_fraction
from summarizer.french.numbers.nouns import next_noun, noun_of
from summarizer.french.numbers.units import Unit, read_unit


class Phrase(NamedTuple):
    """A bare number with what it measures or counts.

    `end`: where the phrase ends. `noun`: the span of the counted noun, `None` where there is none.
    `upper`: the upper end of a range. `times`: « fois » follows.
    """

    core: Core
    end: int
    unit: Unit | None = None
    noun: tuple[int, int] | None = None
    upper: Decimal | None = None
    times: bool = False


_TIMES = re.compile(r" fois\b(?: (?:plus\b(?! (?:de|d')\b)|moins\b)| superieure?s?)?")
_SCALE_LETTERS = re.compile(r" ?(?:k|mds?|mrds?|mio\.?|m|g)(?=[^a-z]|f\b)")
_BELOW_ZERO = re.compile(r" (?:en[- ]dessous de|au-dessous de|sous) zero\b")
_FINER = {"hour": ("minute", "second"), "minute": ("second",)}
_THEN = re.compile(r",? (?:et )?(?=\d|[a-z])|(?=\d)")
_SIXTY = 60
_CENTS = re.compile(r"(?:(?: et)? |,? )(?=\d|[a-z])|(?<=[€$£])(?=\d\d(?!\d))")
_CENTS_NOUN = re.compile(r" (?:centimes?|cents?|pence)\b")


def read_phrase(source: Folded, core: Core) -> Phrase:
    """Return `core` with its unit, « fois » or counted noun."""
    text, end = source.plain, core.end
    if text.startswith(" fois", end) and (match := _TIMES.match(text, end)):
        half = add_half(text, match.end())
        value = (core.value or Decimal(0)) + (half[1] if half else 0)
        return Phrase(core._replace(value=value), half[0] if half else match.end(), times=True)
    unit = read_unit(source, end, scaled=core.factor > 1)
    if unit is None and (below := _BELOW_ZERO.match(text, end)) and core.value is not None:
        degrees = Unit(below.end(), "degree", "measure")
        return Phrase(core._replace(value=-abs(core.value)), below.end(), unit=degrees)
    if unit is not None:
        return _measured(source, core, unit)
    return Phrase(core, end) if core.shape == "fraction" else _counted(source, core)


def _counted(source: Folded, core: Core) -> Phrase:
    text, end = source.plain, core.end
    of = noun_of(source, end)
    if of and (core.factor > 1 or core.shape == "collective"):
        adjacent = of[0] - end <= 4 and text[end + 1 : end + 3] in {"de", "d'"}
        return Phrase(core, of[1] if adjacent else end, noun=of)
    if core.factor >= 10**6:  # « 5 millions engrangés »: a noun would come with « de »
        return Phrase(core, end)
    noun = next_noun(source, end, plural=core.value is not None and abs(core.value) >= 2)
    if noun is None:
        return Phrase(core, end, noun=of)
    begin, stop, adjacent = noun
    if not adjacent and (unit := read_unit(source, begin - 1)):
        return Phrase(core, end, unit=unit)
    return Phrase(core, stop if adjacent else end, noun=(begin, stop))


def _measured(source: Folded, core: Core, unit: Unit) -> Phrase:
    value, end = core.value, unit.end
    if value is None:
        return Phrase(core, end, unit=unit)
    if unit.factor != 1:
        scale = _SCALE_LETTERS.match(source.plain, core.end) if unit.factor > 1 else None
        core = core._replace(
            value=value * unit.factor, factor=unit.factor, end=scale.end() if scale else core.end
        )
    if unit.code in _FINER and (compound := _compound(source, core._replace(value=value), unit)):
        return compound
    if unit.kind == "duration" and (half := add_half(source.plain, end)):
        return Phrase(core._replace(value=value + half[1]), half[0], unit=unit)
    if unit.kind == "money" and core.factor == 1 and (cents := _cents(source, end)):
        return Phrase(core._replace(value=value + cents[1]), cents[0], unit=unit)
    if unit.kind == "measure" and (below := _BELOW_ZERO.match(source.plain, end)):
        return Phrase(core._replace(value=-abs(value)), below.end(), unit=unit)
    return Phrase(core, end, unit=unit)


def _compound(source: Folded, core: Core, unit: Unit) -> Phrase | None:
    """Read a time told in several units, in the last of them: « 2 heures 58 minutes », « 1 min 21 s ».

    The seconds after minutes may stand without their word: « neuf minutes trente ».
    """
    value, end, code = core.value or Decimal(0), unit.end, unit.code or ""
    if code == "hour" and is_clock(source, core.start, end):
        return None
    while code in _FINER:
        match = _THEN.match(source.plain, end)
        part = read_core(source, match.end()) if match else None
        if match is None or part is None or part.value is None or part.factor != 1 or part.value >= _SIXTY:
            break
        finer = read_unit(source, part.end)
        if finer is None and not (code == "minute" and match[0] == " " and _ends_bare(source, part)):
            break
        name = finer.code if finer else "second"
        if name not in _FINER[code]:
            break
        value = value * _SIXTY ** (1 + _FINER[code].index(name)) + part.value
        end, code = finer.end if finer else part.end, name
    if end == unit.end:
        return None
    return Phrase(core._replace(value=value, end=end), end, unit=unit._replace(end=end, code=code))


def _ends_bare(source: Folded, part: Core) -> bool:
    """Tell whether nothing that a number could count follows it."""
    following = source.plain[part.end : part.end + 2]
    bare = next_noun(source, part.end) is None and noun_of(source, part.end) is None
    return bare and part.end - part.start > 1 and not following[1:2].isdigit()


def _cents(source: Folded, end: int) -> tuple[int, Decimal] | None:
    """Read the small change after an amount: « 2 euros et 20 centimes », « deux euros vingt »."""
    match = _CENTS.match(source.plain, end)
    core = read_core(source, match.end()) if match else None
    if match is None or core is None or core.value is None or not 0 <= core.value < 100 or core.factor != 1:
        return None
    if noun := _CENTS_NOUN.match(source.plain, core.end):
        return noun.end(), core.value / 100
    if match[0] not in {" ", ""} or core.end - core.start < 2 or read_fraction(source, core):
        return None
    following = source.plain[core.end : core.end + 2]
    if read_unit(source, core.end) or next_noun(source, core.end) or following[1:2].isdigit():
        return None
    return core.end, core.value / 100


def is_plain_year(core: Core) -> bool:
    """Tell whether a core has the form of a year: four digits in a row, 1000 to 2199."""
    return (
        core.shape == "digits"
        and core.end - core.start == 4
        and core.value is not None
        and 1000 <= core.value < 2200
    )
