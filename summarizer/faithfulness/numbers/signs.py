"""Whether a temperature keeps its sign, and an explicit sign is that of the French."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_DEGREES = frozenset({"degree", "celsius", "fahrenheit"})
_MINUS = re.compile(r"(?:\bminus\s|\bnegative\s|\bsub-?zero\s(?:\w+\s){0,3}|[-−–])\Z", re.IGNORECASE)
_PLUS = re.compile(r"(?:\bplus\s|\+)\Z", re.IGNORECASE)
_BELOW = re.compile(r"(?:\s?(?:°|degrees?|c|celsius)){0,3}\s(?:below|under)\b", re.IGNORECASE)
_COLD = re.compile(r" (?:moins|zero|gel|gelait|negati\w+|negatives?) ")


def sign_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A number whose sign is not that of the same number in the French."""
    for number in said.numbers:
        if number.value is None or number.kind not in {"measure", "percent", "money"}:
            continue
        alike = [e for e in evidence.numbers if e.value is not None and abs(e.value) == abs(number.value)]
        alike = [
            e for e in alike if e.unit == number.unit or (e.unit in _DEGREES and number.unit in _DEGREES)
        ]
        if len({e.value < 0 for e in alike if e.value is not None}) != 1:
            continue
        french = alike[0]
        below = (french.value or 0) < 0
        if _differs(said.text, number, below=below, evidence=evidence):
            message = f"“{number.text}” has another sign than the French « {french.text} »."
            return [Issue("number", number.text, message)]
    return []


def _differs(text: str, number: Number, *, below: bool, evidence: Evidence) -> bool:
    before = text[max(0, number.start - 24) : number.start]
    signed = text[number.start : number.core_start] + text[number.core_start : number.core_start + 1]
    minus = (
        (number.value or 0) < 0 or bool(_MINUS.search(before)) or bool(_BELOW.match(text, number.core_end))
    )
    plus = bool(_PLUS.search(before)) or "+" in signed
    if below:
        return plus or (number.unit in _DEGREES and not minus)
    warm = number.unit in _DEGREES and not _COLD.search(evidence.folded)
    return warm and minus and not number.text.startswith("below")
