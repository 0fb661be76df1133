"""Two numbers side by side: a range, a score, or a coordination whose unit and scale they share."""

import re
from decimal import Decimal
from typing import Literal

from summarizer.french.numbers.cores import Core, read_core
from summarizer.french.numbers.dates import read_fixed
from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.fractions import read_fraction
from summarizer.french.numbers.nouns import is_labelled_by_word
from summarizer.french.numbers.number_words import cardinal_value
from summarizer.french.numbers.phrases import Phrase, is_plain_year, read_phrase

Join = Literal["a", "et", "ou", "dash"]

_JOIN = re.compile(
    r"(?:(?P<a> {1,2}(?:a|à|au) {1,2}(?:plus de |pres de |environ |quelque )?)|(?P<et> et (?:de |d')?)"
    r"|(?P<ou> ou (?:a |à )?)|(?P<dash> ?[-–—] ?))"
    r"(?P<minus>-(?=\d))?(?=\d|deux|trois|quatr|quator|cinq|six|sept|huit|neuf|dix|onze|douze|treize"
    r"|quinze|seize|vingt|trente"
    r"|quarante|cinquante|soixante|septante|huitante|octante|nonante|cent|mil|zero)"
)
_CHANGE_LEFT = re.compile(
    r"(?:pass|augment|progress|recul|chut|baiss|tomb|bondi|mont|descend|grimp|relev|abaiss|port|ramen|redui"
    r"|evolu|chang|dimin)[a-z]* (?:[a-z]+ ){0,2}(?:de |d')$"
    r"|(?:perd|gagn|ced|prend|pris|lach|avanc|grignot|recul|grimp|progress|bondi|chut)[a-z]* (?:de |d')$"
)
# « perd 3 dollars à 67 dollars » says by how much and to what; « perd deux à trois mètres » is a range.
_CHANGE_BY_LEFT = re.compile(
    r"(?:perd|gagn|ced|prend|pris|lach|avanc|grignot|recul|grimp|progress|bondi|chut)[a-z]* $"
)
_BETWEEN_LEFT = re.compile(r"(?:^|[^\w])entre (?:les |environ )?$")
_GOALS = frozenset({"buts", "but", "sets", "set", "manches", "manche", "points", "essais", "victoires"})
_SCORE_LEFT = re.compile(
    r"(?:score|inclin|battu|domin|gagn|perd|victoire|defaite|remport|impos|vainqu|mene|mener|match"
    r"|egalite|nul"
    r"|qualifi|buts?|l'emport|pari|succes|revers|elimin|sets?|manches?|vote|voix)[a-z]*\b[^.!?\n]{0,40}$"
)


def _second(source: Folded, first: Phrase) -> tuple[Join, Phrase] | None:
    """Read a second number joined to the first: « à 15 % », « et 15 % », « -15 »."""
    goals = first.noun and source.plain[slice(*first.noun)] in _GOALS
    end = first.end if first.unit or goals else first.core.end
    match = _JOIN.match(source.plain, end)
    if not match or first.core.value is None:
        return None
    position = match.end()
    if source.plain[position].isdigit() and read_fixed(source, position):
        return None
    second = read_core(source, position)
    if second is None or second.value is None or read_fraction(source, second):
        return None
    how: Join = "dash" if match["dash"] else "et" if match["et"] else "a" if match["a"] else "ou"
    if match["minus"]:
        second = second._replace(value=-second.value)
    return how, read_phrase(source, second)


def _thousands_follow(first: Core, second: Core) -> bool:
    """Tell whether « 10 à 20 000 » means ten to twenty thousand."""
    low, high = first.value or Decimal(0), second.value or Decimal(0)
    small = first.shape == second.shape == "digits" and first.factor == 1 and 0 < low < 1000
    return (
        small
        and second.factor == 1
        and high % 1000 == 0
        and low == int(low)
        and low * 1000 < high <= low * 100000
    )


_HUNDREDS = re.compile(
    r"(deux|trois|quatre|cinq|six|sept|huit|neuf|onze|douze|treize|quatorze|quinze|seize)[ -]cents?"
    r"(?:[ -](?:mille|m(?:illions?|illiards?)))?\Z"
)


def _hundreds_follow(source: Folded, first: Core, second: Core) -> Decimal | None:
    """Return the factor that « deux à trois cents », « deux à trois cent mille » gives its first number."""
    match = _HUNDREDS.match(source.plain, second.start, second.end)
    low, most = first.value or Decimal(0), cardinal_value(match[1]) if match else Decimal(0)
    if first.shape == "words" and first.factor == 1 and 0 < low < most and second.value:
        return second.value / most
    return None


def _shared(source: Folded, first: Core, second: Core) -> Decimal:
    """Return the first value with the second's scale, where the two share it: « 3 à 5 millions »."""
    value = first.value or Decimal(0)
    if hundreds := _hundreds_follow(source, first, second):
        return value * hundreds
    if _thousands_follow(first, second):
        return value * 1000
    if first.factor == 1 and second.factor != 1 and value < 1000 and second.shape != "collective":
        return value * second.factor
    return value


_AGED_LEFT = re.compile(r"(?:^|\W)(?:les|des|aux) $")
_TEN = 10


def _is_range(source: Folded, how: Join, first: Phrase, second: Phrase) -> bool:
    low, high = _shared(source, first.core, second.core), second.core.value or Decimal(0)
    if low >= high or (first.unit and second.unit and first.unit.code != second.unit.code):
        return False
    left = source.plain[max(0, first.core.start - 40) : first.core.start]
    if how == "a":
        if first.unit and not second.unit:
            return False
        return not (_CHANGE_LEFT.search(left) or (first.unit and _CHANGE_BY_LEFT.search(left)))
    if how == "et":
        return bool(_BETWEEN_LEFT.search(left))
    if how == "ou":
        step = low / first.core.value if first.core.value else Decimal(1)
        return high == low + step and first.unit is None
    aged = _AGED_LEFT.search(left) and min(low, 100 - high) >= _TEN  # « les 15-24 lisent »
    return how == "dash" and bool(second.unit or second.noun or aged)


def _is_score(source: Folded, how: Join, first: Phrase, second: Phrase) -> bool:
    """Tell whether « 3 à 1 », « 2 buts à 0 » is the result of a match."""
    if how != "a" or first.unit or second.unit or first.core.factor != 1:
        return False
    low, high = first.core.value or Decimal(0), second.core.value or Decimal(0)
    if not (low <= 200 and high <= 200):
        return False
    if first.noun and source.plain[slice(*first.noun)] in _GOALS and low >= high:
        return second.noun is None
    left = source.plain[max(0, first.core.start - 60) : first.core.start]
    return (low > high and second.noun is None) or (second.noun is None and bool(_SCORE_LEFT.search(left)))


def join(source: Folded, first: Phrase) -> tuple[Phrase, Literal["range", "score", "single"]]:
    """Return the phrase with what a second number joined to it gives.

    A range or a score becomes one phrase with `upper`; a number coordinated with another takes its
    unit, noun and scale from it (« 10 et 15 % »).
    """
    joined = _second(source, first) if first.core.shape in {"digits", "words"} and not first.times else None
    if joined is None:
        return first, "single"
    how, second = joined
    low = _shared(source, first.core, second.core)
    if (
        is_plain_year(first.core)
        and first.unit is None
        and (first.noun is None or is_plain_year(second.core))
    ):
        return first, "single"
    if _is_score(source, how, first, second):
        core = first.core._replace(end=second.core.end)
        return Phrase(core, second.core.end, upper=second.core.value), "score"
    if _is_range(source, how, first, second):
        core = second.core._replace(start=first.core.start, value=low)
        return second._replace(core=core, upper=second.core.value), "range"
    bare = first.unit is None and first.noun is None and how != "dash"
    bare = bare and not is_labelled_by_word(source, first.core.start)
    bare = bare and not (how == "et" and source.plain.endswith("contre ", 0, first.core.start))
    scaled = second.core.factor >= 10**6 and first.core.factor == 1 and first.core.shape == "digits"
    if bare and (second.unit or second.noun or scaled) and not is_plain_year(first.core):
        factor = first.core.factor if low == first.core.value else second.core.factor
        core = first.core._replace(value=low, factor=factor)
        return second._replace(core=core, end=first.core.end), "single"
    return first, "single"
