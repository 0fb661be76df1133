"""Measures that stand without a number of their own: « des tonnes de déchets » as “kilograms of waste”."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_MEASURES = (
    (
        ("kilograms? kilogrammes? kilos? kg", r"kilo(?:s|gramme)?s?|kg"),
        ("tons? tonnes?", r"tonnes?|t|kt|mt|gt"),
        ("grams? grammes?", r"grammes?|g"),
    ),
    (
        ("kilomet(?:re|er)s? km", r"kilometres?|km\d?|mil(?:le|e)s?"),
        ("met(?:re|er)s? cubic\\smet(?:re|er)s", r"metres?|m\d?"),
        ("miles?", r"mil(?:le|e)s?|kilometres?|km\d?"),
        ("(?:cubic|square)\\sfeet", r"pieds?"),
    ),
    (("hectares?", r"hectares?|ha"), ("acres?", r"acres?")),
    (("lit(?:re|er)s?", r"litres?|l|hl"), ("gallons?", r"gallons?"), ("barrels?", r"barils?")),
)
"""By dimension: the English words of a measure and the folded French ones."""
_ALONE = r"(?<!\d )(?<!\d-)(?<!\d)(?<!lion )(?<!ions )(?<!sand )(?<!iard )"
_ROWS = [
    (
        re.compile(rf"(?=[kgtmcslhabf]){_ALONE}\b(?:{english.replace(' ', '|')})\b", re.IGNORECASE),
        re.compile(rf" (?:\d+)?(?:{french}) "),
        re.compile(rf" (?:\d+)?(?:{'|'.join(other for _, other in dimension if other != french)}) "),
    )
    for dimension in _MEASURES
    for english, french in dimension
]
_FIRST_TEXT = """
kilogram kilograms kilogramme kilogrammes kilo kilos kg ton tons tonne tonnes gram grams gramme grammes
kilometre
kilometres kilometer kilometers km metre metres meter meters mile miles feet hectare hectares acre acres
litre litres
liter liters gallon gallons barrel barrels
"""
_FIRST = frozenset(_FIRST_TEXT.split())
"""Words without which no measure of the table is named."""


def measure_issues(statement: Said, evidence: Evidence) -> list[Issue]:
    """A measure that the statement names and the French does not, where it names another of its kind."""
    if _FIRST.isdisjoint(statement.words):
        return []
    for said, own, others in _ROWS:
        match, meant = said.search(statement.text), others.search(evidence.folded)
        if match and meant and not own.search(evidence.folded):
            message = f"“{match[0]}” is not the measure of the French text (« {meant[0].strip()} »)."
            return [Issue("unit", match[0], message)]
    return []
