"""Numbers of English that are not plain amounts: fractions, multiples, ranks, and vague quantities."""

import re
from dataclasses import replace
from decimal import Decimal

from summarizer.english.numerals import NUMERAL, numeral_value
from summarizer.english.qualifiers import qualifier_at
from summarizer.text.number import Kind, Number

_RANKS_TEXT = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
RANKS = _RANKS_TEXT.split()
"""The ranks from 1 to 20 in words."""

_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_PARTS = {word: Decimal(index) for index, word in enumerate(RANKS, 1) if index > 2} | {
    "half": Decimal(2),
    "halve": Decimal(2),
    "quarter": Decimal(4),
    "hundredth": Decimal(100),
    "thousandth": Decimal(1000),
    "percent": Decimal(100),
}
_TOPS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_PART_WORDS = "third|fourth|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth"
_NOUN = (
    r"(?!(?:of|in|from|by|to|since|on|at|and|or|as|than|more|less|fewer|higher|lower|bigger|smaller|larger|was|were|is"
    r"|are|had|have|has|did|do|said|say|want|wanted|who|that|which|a|the|this|with|without|for|over|against|during|up"
    r"|down|off|between|compared|per|each|when|if|but|had|believe|think|voted|live|do|will|would|could|can|may)\b)[a-z]"
)
_FRACTION = re.compile(
    rf"(?P<top>{'|'.join(_TOPS)})[-\s](?P<part>(?:{_PART_WORDS}|half|halve)s?)\b(?![-\s]?(?:time|finals?|century|years?)\b)(?!(?<=\wd|\wh)\s{_NOUN})"
    r"|(?P<one>half)(?!-?(?:time|way|hearted|brother|sister|hour|finals?|marathon|mast)\b)\b"
    rf"|(?P<low>{NUMERAL})(?:(?:\sout\sof(?:\severy)?|\sin(?:\severy)?(?=\s[a-z]+\b))\s(?!(?:19|20)\d\d\b)"
    rf"(?P<high>{NUMERAL})\b(?!\s?%)|[-\s](?P<parts>tenth|hundredth|thousandth)s\b)"
    r"|(?P<digits>[1-9])/(?P<under>[2-9]|10|100)(?![\d/])",
    re.IGNORECASE,
)
_IN = re.compile(r"\sin(?:\severy)?\s", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th|this|next|previous)[-\s]\Z", re.IGNORECASE
)
_HALF_AMOUNT = re.compile(
    r"(?:half\sa(?:\sdozen)?|half-a(?:-dozen)?|a\squarter\sof\sa|half\sa)[-\s](?P<scale>million|billion|trillion)|half[\s-]a[\s-]dozen",
    re.IGNORECASE,
)

_MULTIPLES: dict[str, int | Decimal] = {
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "twofold": 2,
    "thrice": 3,
    "triple": 3,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "treble": 3,
    "trebled": 3,
    "trebling": 3,
    "threefold": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "quadrupling": 4,
    "fourfold": 4,
    "quintupled": 5,
    "fivefold": 5,
    "sixfold": 6,
    "tenfold": 10,
    "hundredfold": 100,
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "halve": Decimal("0.5"),
}
_MULTIPLE = re.compile(rf"(?:{'|'.join(sorted(_MULTIPLES, key=len, reverse=True))})\b(?!-)", re.IGNORECASE)

_RANK = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)\b(?!-hour)"
    rf"|(?P<tens>{'|'.join(_TENS)})(?:ieth|y[-\s](?P<ones>{'|'.join(RANKS[:9])}))\b"
    rf"|(?P<word>{'|'.join(sorted(RANKS, key=len, reverse=True))}|hundredth|thousandth)\b",
    re.IGNORECASE,
)

_TITLED = re.compile(r"(?!First)[A-Z][a-z]+[-\s][A-Z]")
_VAGUE = re.compile(
    r"(?P<tens>tens|dozens)(?:\sof)?\s(?:(?P<more>hundreds|thousands|millions|billions))\b(?:\sof)?"
    r"|hundreds\sof\s(?P<hundred>thousands|millions|billions)\b|(?P<plain>dozens|hundreds|thousands|millions|billions|trillions)\b"
    r"|(?P<several>hundred|thousand|million|billion)s?\b",
    re.IGNORECASE,
)
_SEVERAL_BEFORE = re.compile(r"\b(?:several|few|many|couple\sof)\s\Z", re.IGNORECASE)
_DOZEN = re.compile(
    rf"(?:(?P<count>{NUMERAL}|an?|half\sa|several|few)[\s-])?(?P<word>dozen|score)\b", re.IGNORECASE
)


def read_fraction(text: str, start: int) -> Number | None:
    """« a third », « two-thirds », « half », « one in five », « nine out of ten », « 3/4 »."""
    if text[start] in "hHaA" and (amount := _HALF_AMOUNT.match(text, start)):
        return _half_amount(text, amount)
    match = _FRACTION.match(text, start)
    if match is None:
        return None
    if (match["one"] or match["top"]) and text[max(0, start - 4) : start].lower() == "and ":
        return None
    if match["one"]:
        if _ORDINAL_BEFORE.search(text[max(0, start - 10) : start]):
            return None
        value = Decimal("0.5")
    elif match["parts"]:
        value = numeral_value(match["low"]) / _PARTS[match["parts"].lower()]
    elif match["top"]:
        part = match["part"].lower()
        value = Decimal(_TOPS[match["top"].lower()]) / _PARTS[part if part in _PARTS else part.rstrip("s")]
    else:
        low = Decimal(match["digits"]) if match["digits"] else numeral_value(match["low"])
        high = Decimal(match["under"]) if match["under"] else numeral_value(match["high"])
        if low >= high or high == 0 or (match["low"] and _IN.search(match[0]) and high > 10000):
            return None
        value = low / high
    return _number(text, match.span(), "fraction", value, "fraction")


def _half_amount(text: str, match: re.Match[str]) -> Number:
    scales = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    words = match[0].lower()
    value = Decimal(scales[match["scale"].lower()]) if match["scale"] else Decimal(12)
    return _number(
        text, match.span(), "count", value * (Decimal("0.25") if "quarter" in words else Decimal("0.5")), None
    )


def read_multiple(text: str, start: int) -> Number | None:
    """« twice », « doubled », « threefold »; « three times » is an amount with the unit `times`."""
    match = _MULTIPLE.match(text, start)
    if match is None:
        return None
    return _number(text, match.span(), "multiple", Decimal(_MULTIPLES[match[0].lower()]), "times")


def read_rank(text: str, start: int) -> Number | None:
    """« third », « 3rd », « twenty-first »."""
    match = _RANK.match(text, start)
    if match is None:
        return None
    if match["word"] and _TITLED.match(text, start):
        return Number(
            start=start, end=match.end(), text=match[0], core_start=start, core_end=match.end(), kind="name"
        )
    if match["digits"]:
        value = Decimal(match["digits"].replace(",", ""))
    elif match["tens"]:
        ones = RANKS.index(match["ones"].lower()) + 1 if match["ones"] else 0
        value = Decimal((_TENS.index(match["tens"].lower()) + 2) * 10 + ones)
    else:
        word = match["word"].lower()
        value = _PARTS[word] if word in {"hundredth", "thousandth"} else Decimal(RANKS.index(word) + 1)
    rank = _number(text, match.span(), "rank", value, "rank")
    # “up to the second transition” tells a place: only without the article is it a bound
    return replace(rank, qualifier="exact") if text[:start].endswith("the ") else rank


def read_vague(text: str, start: int) -> Number | None:
    """« dozens », « hundreds of thousands »: no value where the words give none."""
    match = _VAGUE.match(text, start)
    if match is None or (match["several"] and not _SEVERAL_BEFORE.search(text[max(0, start - 10) : start])):
        return None
    return _number(text, match.span(), "count", None, None)


def read_dozen(text: str, start: int) -> Number | None:
    """« about a dozen » (12), « two score » (40); « several dozen » has no value."""
    match = _DOZEN.match(text, start)
    if match is None:
        return None
    count = (match["count"] or "a").lower()
    if match["word"].lower() == "score" and count not in {"a", "two", "three", "four"}:
        return None
    size = Decimal(20 if match["word"].lower() == "score" else 12)
    if count in {"several", "few"}:
        return _number(text, match.span(), "count", None, None)
    factor = {"a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5")}.get(count)
    return _number(
        text, match.span(), "count", size * (numeral_value(count) if factor is None else factor), None
    )


def _number(text: str, span: tuple[int, int], kind: Kind, value: Decimal | None, unit: str | None) -> Number:
    start, end = span
    qualifier = qualifier_at(text, start, end)
    return Number(
        start=start,
        end=end,
        text=text[start:end],
        core_start=start,
        core_end=end,
        kind=kind,
        value=value,
        unit=unit,
        qualifier="about" if value is None and qualifier == "exact" else qualifier,
    )
