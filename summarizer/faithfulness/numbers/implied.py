"""Numbers that French says in a word which is no number: « octogénaire », « décennie », « quinzaine »."""

import re
from decimal import Decimal

from summarizer.faithfulness.evidence import Evidence
from summarizer.text.number import Number

_WORDS: dict[str, str] = {
    "0": r"zero|aucun\w*|nul\w*|personne|rien",
    "0.5": r"demi\w*|heures? trente|moitie|mi|semi|divis\w+|deux",
    "0.25": r"quart\w*",
    "0.75": r"trois quarts|trois trimestres",
    "0.3333333333": r"tiers|tierce",
    "1": r"un|une|premier\w*|seul\w*|unique\w*|1\w*",
    "1.5": r"(?:un|une) \w+ et demie?",
    "2": r"deux|deuxieme\w*|second\w*|doubl\w+|couple|paire|duo"
    r"|jumel\w+|jumeau\w*|l un et l autre|bilater\w+|bipart\w+|binational\w*"
    r"|ii|quinz\w+",
    "3": r"trois|troisieme\w*|tripl\w+|trio|trilater\w+|tripart\w+|tiers|iii",
    "4": r"quatre|quatrieme\w*|quadrupl\w+|quatuor|iv",
    "5": r"cinq|quinquenn\w+",
    "6": r"six|demi douzaine",
    "7": r"sept|septenn\w+|septuple\w*",
    "8": r"huit\w*",
    "9": r"neuf|neuv\w+",
    "11": r"onz\w+",
    "13": r"treiz\w+",
    "14": r"quatorz\w+",
    "16": r"seiz\w+",
    "10": r"dix|decenn\w+|dizaines?|decupl\w+",
    "12": r"douzaines?|dizaines?|douze|douzieme",
    "15": r"quinzaines?|quinz\w+",
    "20": r"vingtaines?|vicenn\w+",
    "30": r"trentaines?|trentenaire\w*",
    "40": r"quarantaines?|quadragenaire\w*",
    "50": r"demi siecle|cinquantaines?|quinquagenaire\w*|cinquantenaire\w*|moitie",
    "60": r"soixantaines?|sexagenaire\w*",
    "70": r"septuagenaire\w*",
    "80": r"octogenaire\w*",
    "90": r"nonagenaire\w*",
    "100": r"centaines?|centenaire\w*|cent|siecle",
    "200": r"bicentenaire\w*",
    "300": r"tricentenaire\w*",
    "400": r"quadricentenaire\w*",
    "500": r"cinquieme centenaire",
    "1000": r"milliers?|millenaire\w*|mille",
    "1000000": r"million",
    "1000000000": r"milliard",
}
_ROMAN_TEXT = """
i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi
"""
_ROMAN = _ROMAN_TEXT.split()
_PATTERNS = {Decimal(value): re.compile(rf" (?:{words}) ") for value, words in _WORDS.items()}
_TENS_AND_ONES = re.compile(
    r" (?:quatre vingts?|soixante|cinquante|quarante|trente|vingt|dix)(?: et)?"
    r" (?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|(?:un|deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz)iemes?)(?= )"
)
"""« dix-neuvième »: no 10 and no 9."""
_SCALED = re.compile(
    r" (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
    r"|quarante|cinquante|soixante)(?= (?:[dc]\w+aines?|cents?|mille|milliers|millions?|milliards?) )"
    r"| (?:dizaines?|centaines?|milliers?)(?= de (?:milliers|millions|milliards) )"
)
"""« deux douzaines », « une centaine de milliers »: no 2 and no 100."""
_SECOND = re.compile(r" (?:reel[eiu]\w*|nouveau|nouvelle|autre|moitie) ")
_CITED = 120  # words: in an article there is always something new, another one, or a half
_SPANS = {"3": " trimestr", "6": " semestr"}
"""Months that a word of the calendar holds."""
_SCALES = {"1000000": "million", "1000000000": "milliard"}
_SIZES = {"dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}
_MAGNITUDES = (
    ("trillion", r" (?:billions?|milliers? de milliards?|mille milliards?)"),
    ("billion(?!s)", r" milliards?"),
    ("billions", r" (?:milliards|milliers de millions) "),
    ("million(?!s)", r" millions?"),
    ("millions", r" millions "),
    ("thousand(?!s)", r" (?:milliers?|mille)"),
    ("thousands", r" (?:milliers|(?!et )[a-z0-9]+ mille) "),
    ("hundred(?!s)", r" (?:centaines?|cents?|\d00) "),
    ("hundreds", r" (?:centaines|cents|[2-9]00) "),
    ("dozens", r" (?:\w+[nt]aines|(?:vingt|trent|quarant|cinquant|soixant|cent)aine|dizaines|douzaines) "),
    ("dozen(?!s)", r" (?:\w+[nt]aines?|dizaines?|douzaines?) "),
    ("score", r" (?:vingtaines?|dizaines?|nombreu\w+) "),
    ("tens", r" dizaines? "),
)


def implied_by(value: Decimal, number: Number, evidence: Evidence) -> bool:
    """Whether a word of the French text holds this value without being a number.

    A percentage or an amount of money is implied by « moitié » and « le milliard d'euros » alone.
    """
    if number.kind == "money" and (scale := _SCALES.get(str(value))):
        return bool(re.search(rf" (?:le|du|au|ce|un) {scale} d(?:e|es)? ", evidence.folded))
    if number.kind in {"money", "percent"}:
        return number.unit == "%" and value == 50 and " moitie " in evidence.folded
    if number.unit == "month" and _SPANS.get(str(value), "?") in evidence.folded:
        return True
    rounded = value.quantize(Decimal("0.0000000001")) if value < 1 else value
    pattern = next(
        (known for key, known in _PATTERNS.items() if abs(key - rounded) < Decimal("0.000001")), None
    )
    if value == 2 and len(evidence.words_in_order) <= _CITED and _SECOND.search(evidence.folded):
        return True
    if pattern is not None and pattern.search(_SCALED.sub(" ", _TENS_AND_ONES.sub(" ", evidence.folded))):
        return True
    whole = number.kind in {"rank", "count", "date"} and value == value.to_integral_value()
    return whole and roman_is_there(int(value), evidence)


def roman_is_there(value: int, evidence: Evidence) -> bool:
    """Whether a small number stands in the French in Roman numerals: « XXIe siècle », « Louis XIV »."""
    if not 0 < value <= len(_ROMAN):
        return False
    return bool(re.search(rf" {_ROMAN[value - 1]}(?:e|eme|er|re)? ", evidence.folded))


def _least(words: str) -> int:
    """What « thousands » or « dozens » is a plural of; 0 where the words have two magnitudes or none."""
    said = [size for word, size in _SIZES.items() if word in words]
    return said[0] if len(said) == 1 else 0


def vague_is_there(words: str, evidence: Evidence) -> bool:
    """Whether the French has the magnitude of « thousands », « dozens », « hundreds of millions », or a
    count of that magnitude (« 6 400 oiseaux »).
    """
    least = _least(words.lower())
    if least and any(
        number.kind == "count" and number.value is not None and 2 * least <= number.value < 1000 * least
        for number in evidence.numbers
    ):
        return True
    wanted = [pattern for word, pattern in _MAGNITUDES if re.search(rf"(?<![a-z]){word}", words.lower())]
    return all(re.search(pattern, evidence.folded) for pattern in wanted)
