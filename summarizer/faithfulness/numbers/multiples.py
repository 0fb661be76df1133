"""Whether a multiple goes the way of the French: “tripled” for « divisées par trois »."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.numbers.conversions import in_least_unit
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_GROWTH_TEXT = """
doubl trebl tripl quadrupl quintupl twofold threefold fourfold fivefold tenfold twice
"""
_GROWTH = tuple(_GROWTH_TEXT.split())
_UP_BEFORE = re.compile(r"\b(?:multipli\w+\s(?:by|par)|multiplied\sby)\s\Z", re.IGNORECASE)
_DOWN_BEFORE = re.compile(
    r"\b(?:divid\w+\s(?:by|in)|divis\w+\s(?:par|en)"
    r"|(?:cut|reduc\w+|slash\w+|fell|fall\w*|dropp?\w*|shr[aiu]nk\w*|down|lower\w*)(?:\s\w+){0,3}?\s(?:by|to|in)(?:\sabout)?"
    r"|(?:réduit|baiss|diminu|chut|recul)\w*\sde)\s\Z",
    re.IGNORECASE,
)
_UP_BEHIND = re.compile(
    r"\s?(?:times\s|fois\s)?(?:\w+\s)?(?:more|higher|bigger|larger|greater|faster|longer|stronger|the|its|their|as\s(?:many|much|high|big|large|fast|long)"
    r"|plus|davantage|supérieure?s?)\b",
    re.IGNORECASE,
)
_DOWN_BEHIND = re.compile(
    r"\s?(?:times\s|fois\s)?(?:\w+\s)?(?:less|fewer|lower|smaller|shorter|slower|moins|inférieure?s?)\b",
    re.IGNORECASE,
)
_FRENCH_GROWTH = re.compile(r"(?:doubl|tripl|quadrupl|quintupl|décupl)", re.IGNORECASE)
_FOLD = re.compile(r"(?:\w+[- ]?fold|twice)", re.IGNORECASE)
_BEFORE = 40  # characters
_TOGETHER = 40  # characters between the two ends of a change
_MULTIPLE = re.compile(r" (?:fois|doubl|redoubl|tripl|quadrupl|quintupl|decupl|centupl|multipli|divis)")
_DIVISION = re.compile(rf"{_MULTIPLE.pattern}| (?:moitie|demi)")


def multiple_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A factor that the English has something grow by and the French has it shrink by, or back."""
    told = list(_factors(said.text, said.numbers))
    if not told:
        return []
    meant = list(_factors(evidence.number_text, evidence.numbers))
    for factor, way, number in told:
        ways = {other_way: each for value, other_way, each in meant if value == factor}
        if ways and way not in ways:
            french = next(iter(ways.values()))
            message = f"“{number.text}” says the opposite of the French (« {french.text} »)."
            return [Issue("direction", number.text, message)]
    return []


def is_factor(value: Decimal, evidence: Evidence) -> bool:
    """Whether a share is what the French divides to: “a tenth” for « dix fois moins »."""
    if not 0 < value < 1:
        return False
    inverse = 1 / value
    return any(
        way == "down" and abs(factor - inverse) < Decimal("0.001")
        for factor, way, _ in _factors(evidence.number_text, evidence.numbers)
    ) or any(
        abs(each.value - inverse) < Decimal("0.001") and "fois" in each.text
        for each in evidence.numbers
        if each.value is not None and each.kind == "multiple"
    )


def is_multiplied(value: Decimal, evidence: Evidence) -> bool:
    """Whether the French multiplies or divides anything at all; what grows « d'un tiers » does not triple."""
    kinds = {"multiple"} if value > 1 else {"multiple", "fraction"}
    pattern = _MULTIPLE if value > 1 else _DIVISION
    return bool(pattern.search(evidence.folded)) or any(each.kind in kinds for each in evidence.numbers)


def is_grown_by_percent(value: Decimal, evidence: Evidence) -> bool:
    """Whether the French has the change as a percentage: « augmenté de 100 % » is “doubled”."""
    change = (value - 1) * 100
    return value > 1 and any(each.unit == "%" and each.value == change for each in evidence.numbers)


def is_ratio(factor: Decimal, numbers: Sequence[Number]) -> bool:
    """Whether two French numbers side by side have a factor between them: « d’un an à six mois », “halved”.

    A share of 50 % is half as well.
    """
    if factor == Decimal("0.5") and any(each.unit == "%" and each.value == 50 for each in numbers):
        return True
    return any(
        other.start - one.end <= _TOGETHER
        and (first := _size(one)) is not None
        and (second := _size(other)) is not None
        and first[1] == second[1]
        and first[0] in {second[0] * factor, second[0] / factor}
        for one, other in pairwise(numbers)
    )


def _size(number: Number) -> tuple[Decimal, str | None] | None:
    """A value in its unit; one of a span of time in months or seconds."""
    if not number.value or number.kind in {"date", "time", "rank", "name", "score"}:
        return None
    return in_least_unit(number.value, number.unit)


def _factors(text: str, numbers: Sequence[Number]) -> Iterator[tuple[Decimal, str, Number]]:
    """The factors of a text, each with "up" or "down"; none where nothing tells."""
    for number in numbers:
        if number.value is None or not number.value or number.kind not in {"multiple", "fraction", "count"}:
            continue
        way = _way(text, number)
        if way and number.upper is None:
            value = abs(number.value)
            if value < 1:
                yield (1 / value).quantize(Decimal("0.01")).normalize(), way, number
            else:
                yield value.normalize(), way, number


def _way(text: str, number: Number) -> str:
    before = text[max(0, number.start - _BEFORE) : number.start]
    words = number.text.lower()
    if _DOWN_BEFORE.search(before):
        return "down"
    if number.kind == "fraction":
        return ""
    if _UP_BEFORE.search(before) or _FRENCH_GROWTH.match(words) or _FOLD.match(words):
        return "up"
    if words.startswith("halv") or _DOWN_BEHIND.match(text, number.core_end) or "moins" in words:
        return "down"
    more = _UP_BEHIND.match(text, number.core_end) or "plus" in words or words.startswith(_GROWTH)
    return "up" if number.kind == "multiple" and more else ""
