"""Settles which franc and which dollar a text means, where the noun or the sign alone leaves it open.

A bare franc is Swiss in a text about Switzerland, African where CFA francs are counted, and else the French
one, which is history. A dollar sign behind the number, as Quebec writes it, is Canadian in a text that
speaks more of Canada than of the United States and has no American dollars.
"""

import re
from dataclasses import replace

from summarizer.french.numbers.folding import Folded
from summarizer.text.number import Number

_SWISS = re.compile(
    r"\b(?:suisses?|chf|helvetiques?|confederation|bernois|berne|genev\w+|lausann\w+|vaud\w*|valais\w*"
    r"|fribourg\w*|neuchatel\w*|zurich\w*|tessin\w*|conseil federal|huitante|nonante|septante|votations?)\b"
)
_CANADIAN = re.compile(r"\b(?:canad\w+|quebec\w*|montreal\w*|ottawa|ontari\w+)\b")
_AMERICAN = re.compile(r"\b(?:etats-unis|americain\w*|washington|wall street|new york\w*)\b")
_US_DOLLAR = re.compile(r"\bus ?\$|\$ ?us\b|dollars? americains?\b")
_DOLLARS = re.compile(r"\bdollars?\Z")
_SIGN_BEHIND = re.compile(r"\d\s?(?:k|m|g|md|mds)?\s?\$\Z")


def _franc(source: Folded, numbers: list[Number]) -> str:
    told = [number.unit for number in numbers if number.unit in {"CHF", "XOF", "XAF", "XPF"}]
    if told:
        return told[0] or "FRF"
    old = "ancien" in source.plain or "francs francais" in source.plain
    return "CHF" if not old and _SWISS.search(source.plain) else "FRF"


def _dollar(source: Folded) -> str:
    text = source.plain
    canadian, american = (len(names.findall(text)) for names in (_CANADIAN, _AMERICAN))
    told = canadian and canadian >= american and not _US_DOLLAR.search(text)
    return "CAD" if told else "USD"


def settle(source: Folded, numbers: list[Number]) -> list[Number]:
    """Return the numbers with the currency that the whole text gives to « francs » and to « 3 $ ».

    Where « 3 $ » is told, « dollars » beside it are the same.
    """
    francs = any(_is_bare_franc(number) for number in numbers)
    dollars = any(_is_sign_behind(number) for number in numbers)
    if not francs and not dollars:
        return numbers
    franc = _franc(source, numbers) if francs else "FRF"
    dollar = _dollar(source) if dollars else "USD"
    return [
        replace(number, unit=franc)
        if _is_bare_franc(number)
        else replace(number, unit=dollar)
        if _is_sign_behind(number) or (dollars and _is_bare_dollar(number))
        else number
        for number in numbers
    ]


def _is_bare_franc(number: Number) -> bool:
    return number.unit == "FRF" and not number.text.lower().endswith(("français", "frf"))


def _is_bare_dollar(number: Number) -> bool:
    return number.unit == "USD" and bool(_DOLLARS.search(number.text.lower()))


def _is_sign_behind(number: Number) -> bool:
    return number.unit == "USD" and bool(_SIGN_BEHIND.search(number.text.lower()))
