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


_MARKERS = re.compile(
    r"\b(?P<unit>miles?|kilomet(?:re|er)s?|km)\s(?:marker\s|post\s)?(?P<at>\d+)\b", re.IGNORECASE
)
_FRENCH_MARKERS = re.compile(r" (?P<unit>mil(?:le|e)s?|kilometres?|km|pk) (?P<at>\d+) ")


def marker_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A place on a road that is numbered in another measure: “mile 82” for « kilomètre 82 »."""
    if _FIRST.isdisjoint(said.words):
        return []
    meant = {match["at"]: match["unit"] for match in _FRENCH_MARKERS.finditer(evidence.folded)}
    for match in _MARKERS.finditer(said.text):
        french = meant.get(match["at"])
        if french and (french[0] == "m") != (match["unit"][0].lower() == "m"):
            meant_at = f"{french} {match['at']}"
            message = f"“{match[0]}” has another measure than the French « {meant_at} »."
            return [Issue("unit", match[0], message, french=meant_at)]
    return []


def measure_issues(statement: Said, evidence: Evidence) -> list[Issue]:
    """A measure that the statement names and the French does not, where it names another of its kind."""
    if _FIRST.isdisjoint(statement.words):
        return []
    for said, own, others in _ROWS:
        match = said.search(statement.text)
        if match and (meant := others.search(evidence.folded)) and not own.search(evidence.folded):
            message = f"“{match[0]}” is not the measure of the French text (« {meant[0].strip()} »)."
            return [Issue("unit", match[0], message)]
    return []
