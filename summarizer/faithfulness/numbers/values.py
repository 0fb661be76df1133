"""Whether the numbers of an English statement are those of the French text: value, unit, bound."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.numbers.bounds import as_english, check_bound, rounded
from summarizer.faithfulness.numbers.clock import check_time
from summarizer.faithfulness.numbers.conversions import convert, is_same_span
from summarizer.faithfulness.numbers.dates import check_date
from summarizer.faithfulness.numbers.enumerations import counts_a_list
from summarizer.faithfulness.numbers.implied import implied_by, vague_is_there
from summarizer.faithfulness.numbers.multiples import is_factor, is_grown_by_percent, is_multiplied, is_ratio
from summarizer.faithfulness.numbers.quantities import (
    Quantity,
    any_money,
    coarser,
    decimal_comma_value,
    inherits_scale,
    parts_are_there,
    quantities_of,
    rounds,
    same_value,
    score_is_there,
    span_parts_are_there,
    split_seconds_are_there,
    stands_as_digits,
    unit_fits,
)
from summarizer.faithfulness.numbers.units import names_unit
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_Core = tuple[str, Decimal | None, Decimal | None, str | None, str]
_PLAIN = frozenset({"count", "percent", "money", "measure", "duration"})
"""Kinds of numbers whose value, unit and qualifier tell all."""
_FEW = 4
_NEXT_NOUN = 20  # characters
_IDIOMS = frozenset({"11th-hour", "11th hour", "eleventh-hour", "eleventh hour", "24/7"})
"""Numbers that count nothing."""
_FREEZING = re.compile(r"(?:(?:above|below|under|over)\s)?zero", re.IGNORECASE)
_HALVES = re.compile(r" (?:mi temps|moities?|periodes?|demi \w+) ")
"""What “both halves” can be: no number of its own."""
_GROWN = ("doubl", "tripl", "trebl", "quadrupl", "halv")
_REPEATED = frozenset({"%", "EUR", "USD", "GBP", "CAD", "CHF", "km", "tonne"})
_NO_CLAIM = re.compile(r"(?:one|an?|another|single)\b", re.IGNORECASE)


def number_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """What is wrong with each number of a statement; nothing where it is true to the French."""
    if not said.numbers:
        return []
    quantities, known = _known(evidence)
    numbers = [number for number in said.numbers if not _points_back(said.text, number, quantities)]
    issues = [
        issue
        for number in numbers
        if _core(number) not in known and (issue := _check(number, quantities, evidence, said.text))
    ]
    return issues or _repeated(numbers, quantities)


@lru_cache(maxsize=512)
def _known(evidence: Evidence) -> tuple[Sequence[Quantity], frozenset[_Core]]:
    """The values of the French, and its plain numbers: what is one of these needs no closer look."""
    plain = (each for each in evidence.numbers if each.kind in _PLAIN)
    return list(quantities_of(evidence.numbers)), frozenset(map(_core, plain))


def _core(number: Number) -> _Core:
    return number.kind, number.value, number.upper, number.unit, number.qualifier


def _points_back(english: str, number: Number, quantities: Sequence[Quantity]) -> bool:
    """« the two » for parties that the French has named one by one, where it counts no others."""
    if number.value not in {Decimal(2), Decimal(3)} or not number.text[0].isalpha():
        return False
    before = english[max(0, number.start - 6) : number.start].lower()
    return before.endswith(("the ", "these ", "those ")) and all(each.value > _FEW for each in quantities)


def _repeated(numbers: list[Number], quantities: Sequence[Quantity]) -> list[Issue]:
    """A value said more often than in the French, in the place of one that is not said at all."""
    said = [(abs(end), each) for each in numbers for end in (each.value, each.upper) if end is not None]
    for value, number in said:
        alike = [abs(quantity.value) for quantity in quantities if quantity.unit == number.unit]
        here = [end for end, each in said if each.unit == number.unit]
        left_out = [each for each in alike if each not in here]
        if (
            number.unit in _REPEATED
            and len(alike) == len(here)
            and here.count(value) > alike.count(value) > 0
            and left_out
        ):
            return [_unknown(number, quantities)]
    return []


def _check(number: Number, quantities: Sequence[Quantity], evidence: Evidence, english: str) -> Issue | None:
    if (
        _claims_nothing(number)
        or _is_copied(number, evidence)
        or (number.text.lower() in {"halves", "two halves"} and _HALVES.search(evidence.folded))
        or (is_same_span(number, english, evidence.numbers) and not _is_told(number, evidence))
    ):
        return None
    if number.kind == "time":
        return check_time(number, evidence, english)
    if number.kind == "date":
        return check_date(number, evidence, [quantity.value for quantity in quantities])
    if number.kind in {"name", "score"} or number.value is None:
        return None if _stands_there(number, evidence) else _unknown(number, quantities)
    if number.kind == "fraction" and (share := _check_share(number, quantities, evidence)) is not None:
        return _unknown(number, quantities) if share else None
    known = any(quantity.value == number.value for quantity in quantities)
    if number.unit in {"cent", "penny"} and not known:
        number = replace(number, value=number.value / 100, unit=any_money(quantities) or number.unit)
    ends = [end for end in (number.value, number.upper) if end is not None]
    issues = [issue for end in ends if (issue := _check_value(number, end, quantities, evidence, english))]
    # of “six to eight” for « plus de six » the eight that is not there weighs more than the bound
    return next((issue for issue in issues if issue.code != "qualifier"), issues[0] if issues else None)


def _is_told(number: Number, evidence: Evidence) -> bool:
    """Whether the French has a number with its own unit, so that bounds can be compared."""
    return any((each.value, each.unit) == (number.value, number.unit) for each in evidence.numbers)


def _check_share(number: Number, quantities: Sequence[Quantity], evidence: Evidence) -> bool | None:
    """Whether a share is wrong; None where the shares of the French do not tell."""
    value = number.value or Decimal(0)
    shares = [each.value for each in evidence.numbers if each.kind == "fraction" and each.value is not None]
    if number.upper is None and not any(same_value(each, value) for each in shares):
        if _is_share(value, evidence):
            return False
        if shares:
            return not parts_are_there(number, quantities)
    return False if parts_are_there(number, quantities) else None


def _is_share(value: Decimal, evidence: Evidence) -> bool:
    """Whether the French gives a share as a percentage, or as what something is divided by."""
    percents = [each.value for each in evidence.numbers if each.unit == "%" and each.value is not None]
    return any(same_value(each / 100, value) for each in percents) or is_factor(value, evidence)


def _is_copied(number: Number, evidence: Evidence) -> bool:
    """Whether letters and digits in one word (« COP16 ») stand in the French as they are."""
    return (
        number.text.isalnum()
        and not number.text.isdigit()
        and any(map(str.isdigit, number.text))
        and (number.text in evidence.text)
    )


def _stands_there(number: Number, evidence: Evidence) -> bool:
    """Whether the French has a number that is looked for in its words: a name's, a score, a magnitude."""
    if number.kind == "score":
        return score_is_there(number, evidence)
    if number.kind == "name":
        runs = re.findall(r"\d+", number.text)
        return all(re.search(rf"(?<!\d){run}(?!\d)", evidence.text) for run in runs)
    return vague_is_there(number.text, evidence)


def _claims_nothing(number: Number) -> bool:
    """« one of them », « first », « at the 11th hour »: words that count nothing."""
    if number.text.lower() in _IDIOMS or _FREEZING.fullmatch(number.text):
        return True
    one = number.value == 1 and number.kind not in {"time", "date", "name", "score"}
    single = number.unit == "rank" or bool(_NO_CLAIM.match(number.text))
    return one and number.unit in {None, "rank", "times"} and single


def _check_value(
    number: Number, value: Decimal, quantities: Sequence[Quantity], evidence: Evidence, english: str
) -> Issue | None:
    if (
        number.kind == "multiple"
        and number.text.lower().startswith(_GROWN)
        and not is_multiplied(value, evidence)
    ):
        return (
            None
            if is_grown_by_percent(value, evidence) or is_ratio(value, evidence.numbers)
            else _unknown(number, quantities)
        )
    equal = [quantity for quantity in quantities if same_value(quantity.value, value)]
    fitting = [quantity for quantity in equal if unit_fits(number, quantity, quantities, evidence)]
    if fitting:
        return check_bound(number, fitting, english, evidence)
    others = [value * 10**6] if number.unit == "m" or "trillion" in number.text.lower() else []
    if (comma := decimal_comma_value(number)) is not None:
        others.append(comma)
    if any(same_value(quantity.value, other) for quantity in quantities for other in others):
        return None
    if equal:
        return None if value == 0 or _counts_up(number, equal, evidence) else _wrong_unit(number, equal[0])
    said_otherwise = (
        inherits_scale(value, quantities)
        or implied_by(value, number, evidence)
        or stands_as_digits(value, number, evidence)
        or split_seconds_are_there(number, evidence)
        or span_parts_are_there(number, quantities, evidence)
        or (number.kind == "count" and counts_a_list(value, evidence))
    )
    if said_otherwise or any(rounds(number, value, quantity) for quantity in quantities):
        return None
    return _roughly(number, value, quantities) or _unknown_but_converted(number, value, quantities)


def _counts_up(number: Number, equal: list[Quantity], evidence: Evidence) -> bool:
    """Whether a time may follow from a rank: on its « dix-neuvième jour » a strike has lasted 19 days."""
    ranks = (quantity.number for quantity in equal if quantity.unit == "rank")
    behind = (evidence.number_text[rank.end : rank.end + _NEXT_NOUN] for rank in ranks)
    return number.kind == "duration" and any(
        names_unit(number.unit, words) or (number.unit == "year" and "anniversaire" in words)
        for words in behind
    )


def _unknown_but_converted(number: Number, value: Decimal, quantities: Sequence[Quantity]) -> Issue | None:
    conversion = convert(number, value, quantities)
    return None if conversion and conversion.exactly else _unknown(number, quantities)


def _roughly(number: Number, value: Decimal, quantities: Sequence[Quantity]) -> Issue | None:
    """A value that is the French one rounded, or given in another unit and rounded."""
    if coarse := next((each for each in quantities if coarser(number, value, each)), None):
        return rounded(number, coarse)
    conversion = convert(number, value, quantities)
    return _converted(number, conversion.quantity) if conversion and not conversion.exactly else None


def _converted(number: Number, quantity: Quantity) -> Issue:
    french = quantity.number
    message = f"“{number.text}” converts the French « {french.text} » ({as_english(french)}) roughly."
    return Issue("qualifier", number.text, message)


def _wrong_unit(number: Number, quantity: Quantity) -> Issue:
    french = quantity.number
    return Issue(
        "unit",
        number.text,
        f"“{number.text}” has another unit than the French « {french.text} » ({as_english(french)}).",
        rule="place" if number.kind == "rank" else "unit",
        french=french.text,
    )


def _unknown(number: Number, quantities: Sequence[Quantity]) -> Issue:
    french = list(
        dict.fromkeys(
            f"« {quantity.number.text} » ({as_english(quantity.number)})" for quantity in quantities
        )
    )
    known = f"its numbers are {', '.join(french[:6])}" if french else "it has no number"
    rule = "place" if number.kind == "rank" else "number"
    return Issue("number", number.text, f"“{number.text}” is not in the French text: {known}.", rule=rule)
