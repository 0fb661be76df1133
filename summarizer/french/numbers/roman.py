"""Roman figures: centuries, ranks and the numbers of kings, which French writes with them."""

import re
from decimal import Decimal

from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.labels import ordinal_kind
from summarizer.french.numbers.number_records import Meaning, make_number
from summarizer.text.number import Number

_ROMAN = re.compile(
    r"[IVXLCM](?<![\w.'’-]{2})(?<!\w.)[IVXLCM]*(?:( e)(?= siècle)|(?=e\b|ème\b|ᵉ)(e|ème|ᵉ)|(?=er\b|ʳ"
    r"|ère\b|re\b)(er|ère"
    r"|re)|\b)(?![.'’-]?\w)"
)
_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NAME_LEFT = re.compile(r"[A-ZÀ-Ý][\w'’-]+[  ]$")
_AMBIGUOUS = {"C", "M", "L", "CM", "D", "MC", "CC", "MM", "CV", "XL", "CD", "CL", "MI", "LI", "DC", "MV"}


def roman_value(figures: str) -> int:
    """Return the value of well-formed Roman figures; ValueError for others."""
    if not figures or not _FORM.fullmatch(figures):
        raise ValueError(f"{figures!r} is not a Roman number")
    values = [_DIGITS[figure] for figure in figures]
    return sum(
        -value if value < max(values[index + 1 :], default=0) else value for index, value in enumerate(values)
    )


def _ordinal(source: Folded, span: tuple[int, int], figures: str) -> Number | None:
    start, end = span
    kind = ordinal_kind(source, start, end)
    if kind is None or (figures in {"C", "D", "L", "M"} and kind != "date"):
        return None  # « Ce », « Le »
    value = Decimal(roman_value(figures))
    if kind == "rank" and figures != "I":
        return make_number(source, span, (start, start + len(figures)), Meaning("rank", value, unit="rank"))
    return make_number(source, span, span, Meaning("date" if kind == "date" else "name", value))


def find_roman(source: Folded) -> list[Number]:
    """Return the Roman numbers of a text: « IIIe » is a rank or century, « Louis XIV » part of a name."""
    numbers: list[Number] = []
    for match in _ROMAN.finditer(source.text):
        suffix = match[1] or match[2] or match[3] or ""
        figures = match[0][: len(match[0]) - len(suffix)]
        if not _FORM.fullmatch(figures):
            continue
        named = _NAME_LEFT.search(source.text[max(0, match.start() - 24) : match.start()])
        if suffix and (number := _ordinal(source, match.span(), figures)):
            numbers.append(number)
        elif not suffix and named and figures not in _AMBIGUOUS:
            numbers.append(make_number(source, match.span(), match.span(), Meaning("name")))
    return numbers
