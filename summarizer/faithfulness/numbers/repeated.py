"""A count told twice in the place of two: “killing 25 and injuring 25” for « 19 morts et 25 blessés »."""

from collections import Counter
from decimal import Decimal

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_LEAST = 10  # smaller counts are told twice for many reasons


def repeated_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A count that stands once in the French and twice in the statement, which leaves out another count."""
    told = Counter(value for each in said.numbers if (value := _count(each)) is not None)
    twice = {value for value, times in told.items() if times > 1}
    if not twice:
        return []
    meant = Counter(value for each in evidence.numbers if (value := _count(each)) is not None)
    if all(value in told for value in meant):
        return []
    for number in said.numbers:
        if number.value in twice and meant[number.value] == 1:
            message = f"“{number.text}” stands once in the French, and another count is left out."
            return [Issue("number", number.text, message)]
    return []


def _count(number: Number) -> Decimal | None:
    """The value of a plain count that is large enough."""
    plain = number.kind in {"count", "fraction"} and number.unit is None and number.upper is None
    return number.value if plain and number.value is not None and number.value >= _LEAST else None
