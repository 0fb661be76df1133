"""Whether the bound or rounding of a number is that of the French: “at least” for « plus de »."""

import re
from collections.abc import Set as AbstractSet

from summarizer.english import render_number
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.numbers.quantities import OVER, UNDER, UNSURE, Quantity
from summarizer.schemas.brief import Qualifier
from summarizer.text.number import Number

_EXTENTS = frozenset({
    "m", "km", "cm", "mile", "foot", "yard", "hectare", "acre", "km2", "minute", "hour", "day", "week",
    "month", "quarter", "year", "decade", "century",
})  # fmt: skip
"""Units before which “over” says how far or how long as well as how much: “over 600 metres”."""
_BOUNDING = re.compile(
    r"\b(?:encour|passible|risqu|jusqu|hauteur|plafon|limit|dépass|excèd|excéd|maxim|minim|seuil|barre|cap\b"
    r"|inférieur|supérieur)",
    re.IGNORECASE,
)
"""Beginnings of French words that bound a number from afar: « encourt », « dépasser chaque année »."""
_NOT_BEYOND = re.compile(
    r"\b(?:n['’]|ne\s|sans\s)(?:[\w'’]+\s){0,4}(?:dépass|excèd|excéd|franchi|surpass)\w*\s", re.IGNORECASE
)
_MEASURES = re.compile(
    r"\b(?:is|are|was|were|be|been|measur\w+|weigh\w*|tak(?:es?|ing)|took|last(?:s|ed)?|cover(?:s|ed)?|has|have|had"
    r"|reach\w*|of|at|by|to|for|and|than)\sover\s\Z"
)
_PASSES = re.compile(r"\b(?:pass|cross|break|broke|breach|clear|hit|top)\w*\s(?:the\s)?\Z", re.IGNORECASE)
"""English verbs that say of the number behind them that it was passed: “passed one million views”."""
_BEHIND_PATTERN = re.compile(r"[\s,(]{0,2}(?:ou|et|au)\s(?:plus|moins|davantage)\b")
_BELOW = re.compile(r"\bsous(?:\sl[ea]s?(?:\s\w+\sdes?)?)?\s\Z")
_ROUND = re.compile(r"an?\s(?:hundred|thousand|million|billion)\b", re.IGNORECASE)
_SCARCE = re.compile(r"\bà\speine\s\Z", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|just|barely|hardly|scarcely|merely)\s\Z", re.IGNORECASE)
_BEFORE = 70  # characters


def check_bound(number: Number, fitting: list[Quantity], english: str, evidence: Evidence) -> Issue | None:
    """Compare the bound of a number with those of the French numbers that have its value and unit."""
    said = number.qualifier
    meant = {quantity.number.qualifier for quantity in fitting}
    added = meant == {"exact"} and said not in {"exact", "about", "nearly"}
    if ("exact" in meant and not added) or any(bounds_agree(said, each) for each in meant):
        return None
    french = fitting[0].number
    if (added and _is_extent(number, english)) or _is_bounded_afar(french, evidence.number_text):
        return None
    true = render_number(french)
    if (said in OVER and meant <= UNDER) or (said in UNDER and meant <= OVER):
        message = f"“{number.text}” has the opposite bound of the French « {french.text} »: it is “{true}”."
        return Issue("direction", number.text, message)
    if said == "exact" and (
        number.kind == "rank"  # “the third quarter” beside « près d'un tiers »
        or _is_passed(number, english, meant)
        or _is_vague(number, english, fitting[0], evidence)
    ):
        return None
    if said == "exact":
        message = f"“{number.text}” drops the bound of the French « {french.text} »: it is “{true}”."
    else:
        message = f"“{number.text}” has another bound than the French « {french.text} »: it is “{true}”."
        return Issue("qualifier", number.text, message, rule="other_bound")
    return Issue("qualifier", number.text, message)


def _is_bounded_afar(french: Number, text: str) -> bool:
    """Whether words that the reader of French numbers leaves out may give the bound that is said."""
    before = text[max(0, french.start - _BEFORE) : french.start]
    if french.qualifier != "exact":
        return french.qualifier in OVER and bool(_NOT_BEYOND.search(before))  # « ne peut excéder 3 % »
    return bool(_BOUNDING.search(before) or _BELOW.search(before) or _BEHIND_PATTERN.match(text, french.end))


def _is_passed(number: Number, english: str, meant: AbstractSet[Qualifier]) -> bool:
    """Whether a verb tells the bound: “passed one million views”."""
    return meant <= OVER and bool(_PASSES.search(english, 0, number.start))


def _is_vague(number: Number, english: str, quantity: Quantity, evidence: Evidence) -> bool:
    """“a hundred thousand” for « une centaine de milliers », “only 38%” for « à peine 38 % »."""
    french, text = quantity.number, evidence.number_text
    scarce = _SCARCE.search(text[max(0, french.start - _BEFORE) : french.core_start])
    only = _ONLY.search(english[max(0, number.start - _BEFORE) : number.start])
    return french.qualifier in UNSURE and bool(_ROUND.match(number.text) or (scarce and only))


def _is_extent(number: Number, english: str) -> bool:
    """Whether “over” says how far or how long: “over 600 metres” for « le 600 mètres »."""
    before = english[max(0, number.start - _BEFORE) : number.start].lower()
    return number.unit in _EXTENTS and before.endswith("over ") and not _MEASURES.search(before)


def bounds_agree(said: Qualifier, meant: Qualifier) -> bool:
    """Whether an English bound or rounding can stand for a French one: “over” for « au moins »."""
    return (
        said == meant
        or any(said in bounds and meant in bounds for bounds in (OVER, UNDER))
        or (said == "about" and meant in UNSURE)
    )


def rounded(number: Number, quantity: Quantity) -> Issue:
    """The remark that a value is rounded without a word that says so."""
    french = quantity.number
    message = f"“{number.text}” rounds the French « {french.text} » ({as_english(french)}); say so."
    return Issue("qualifier", number.text, message)


def as_english(number: Number) -> str:
    """A number as it is said in English; one that is no figure as the text has it."""
    return render_number(number) if number.is_figure else number.text
