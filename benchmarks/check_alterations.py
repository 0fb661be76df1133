"""One true English translation becomes a false one: an alteration a rule, for benchmarks/check.py.

Every alteration takes the English sentence, the French one and a seeded random source, and gives the
altered English, or None where it has nothing to alter.
"""

import random
import re
from collections.abc import Callable

Alteration = Callable[[str, str, random.Random], str | None]

_SCALES = {"million": "billion", "billion": "million", "thousand": "million", "trillion": "billion"}
_UNITS = [
    (r"\beuros?\b", "dollars"),
    (r"\bdollars?\b", "euros"),
    (r"€", "$"),
    (r"\$", "€"),
    (r"\byen\b", "dollars"),
    (r"\bkilomet(?:re|er)s?\b|\bkm\b", "miles"),
    (r"\bton(?:ne)?s\b", "kilograms"),
    (r"\bkg\b", "tonnes"),
    (r"\bmet(?:re|er)s\b", "feet"),
]
_TIMES = [
    (r"\byears\b", "months"),
    (r"\byear\b", "month"),
    (r"\bmonths\b", "weeks"),
    (r"\bmonth\b", "week"),
    (r"\bweeks\b", "days"),
    (r"\bweek\b", "month"),
    (r"\bdays\b", "weeks"),
    (r"\bhours\b", "days"),
    (r"\bweekly\b", "monthly"),
    (r"\bmonthly\b", "weekly"),
    (r"\bannual\b", "monthly"),
    (r"\bannually\b", "weekly"),
    (r"\bdaily\b", "weekly"),
    (r"\bquarter\b", "month"),
    (r"\bMonday\b", "Thursday"),
    (r"\bTuesday\b", "Friday"),
    (r"\bWednesday\b", "Sunday"),
    (r"\bThursday\b", "Monday"),
    (r"\bFriday\b", "Tuesday"),
    (r"\bSaturday\b", "Wednesday"),
    (r"\bSunday\b", "Thursday"),
    (r"\bJanuary\b", "April"),
    (r"\bMarch\b", "August"),
    (r"\bJune\b", "November"),
    (r"\bSeptember\b", "December"),
    (r"\bOctober\b", "May"),
    (r"\bNovember\b", "February"),
    (r"\bDecember\b", "July"),
]
_DIRECTIONS = [
    (r"\bincreased\b", "decreased"),
    (r"\bincrease\b", "decrease"),
    (r"\brose\b", "fell"),
    (r"\brise\b", "fall"),
    (r"\brising\b", "falling"),
    (r"\bfell\b", "rose"),
    (r"(?<!this )\bfall\b", "rise"),
    (r"\bdecreased?\b", "increased"),
    (r"\bdeclined?\b", "rose"),
    (r"\bdropped\b", "climbed"),
    (r"\bdrop\b", "rise"),
    (r"\bgrowth\b", "decline"),
    (r"\bgrew\b", "shrank"),
    (r"\breduced\b", "increased"),
    (r"\breduction\b", "increase"),
    (r"\blost\b", "gained"),
    (r"\bgained\b", "lost"),
    (r"\bloss(?:es)?\b", "profit"),
    (r"\bprofits?\b", "loss"),
    (r"\bhigher\b", "lower"),
    (r"\blower\b", "higher"),
    (r"\bmore than\b", "less than"),
    (r"\bless than\b", "more than"),
    (r"\brefused\b", "agreed"),
    (r"\brejected\b", "accepted"),
    (r"\baccepted\b", "rejected"),
    (r"\bwon\b", "lost"),
    (r"\bagainst\b(?! \d)", "for"),
    (r"\bbefore\b", "after"),
    (r"\bafter\b", "before"),
    (r"\babove\b", "below"),
    (r"\bbelow\b", "above"),
]
_NEGATIONS = [
    (r"\bcannot\b", "can"),
    (r"\b(does|do|did) not (\w+)", r"\2"),
    (r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must) not\b", r"\1"),
    (r"\b(is|are|was|were|has|have|had|would|could|should)n['’]t\b", r"\1"),
    (r"\b(does|do|did)n['’]t (\w+)", r"\2"),
    (r"\bwon['’]t\b", "will"),
    (r"\bnever\b ?", ""),
    (r"\bwithout\b", "with"),
    (r"\bno longer\b ?", ""),
    (r"\b(has|have|is|are|was) no\b", r"\1 a"),
]
_AFFIRMATIONS = [
    (r"\b(is|are|was|were|will|can|must)\b(?! not| no\b|n['’])", r"\1 not"),
    (r"\b(has|have|had)\b(?= \w+(?:ed|en)\b)", r"\1 not"),
]
_HEDGES = [
    (r"\bwould have\b", "has"),
    (r"\bwould be\b", "is"),
    (r"\bcould be\b", "is"),
    (r"\bmight be\b", "is"),
    (r"\bmay be\b", "is"),
    (r"\bshould be\b", "is"),
    (r"\bwould\b", "will"),
    (r"\bcould\b", "will"),
    (r"\bmight\b", "will"),
    (r"\bmay\b(?! \d)", "will"),
    (r"\b(?:reportedly|allegedly|apparently|possibly|probably|perhaps|supposedly) ", ""),
    (r"\b(?:is|are) (?:said|believed|thought|expected|reported) to be\b", "is"),
]
_FRENCH_CONDITIONAL = re.compile(
    r"\b(?!mais\b|jamais\b|désormais\b)\w+r(?:ait|aient)\b|\bpeut-être\b|\bselon\b|\bd'après\b|\bprobable",
    re.IGNORECASE,
)


def _replace_one(rules: list[tuple[str, str]], english: str, source: random.Random) -> str | None:
    matches = [(match, new) for pattern, new in rules for match in re.finditer(pattern, english)]
    if not matches:
        return None
    match, new = source.choice(matches)
    altered = english[: match.start()] + match.expand(new) + english[match.end() :]
    return re.sub(r" {2,}", " ", altered)


def digit(english: str, _french: str, source: random.Random) -> str | None:
    """Another digit somewhere in a number."""
    runs = list(re.finditer(r"(?<![A-Za-z\d])\d[\d.,]*\d|(?<![A-Za-z\d.,])\d(?![\d.,])", english))
    if not runs:
        return None
    run = source.choice(runs)
    places = [i for i in range(run.start(), run.end()) if english[i].isdigit()]
    place = source.choice(places)
    least = "1" if place == run.start() else "0"
    new = source.choice([d for d in "0123456789" if d != english[place] and d >= least])
    return english[:place] + new + english[place + 1 :]


def scale(english: str, _french: str, source: random.Random) -> str | None:
    """Million for billion, and the like."""
    rules = [(rf"\b(?<!thousand ){old}(?!s? of\b)(?=s?\b)", new) for old, new in _SCALES.items()]
    return _replace_one(rules, english, source) if re.search(r"\d|one|two|three|four|five", english) else None


def unit(english: str, _french: str, source: random.Random) -> str | None:
    """Another currency or measure."""
    return _replace_one(_UNITS, english, source)


def percent(english: str, _french: str, source: random.Random) -> str | None:
    """A percent sign or word left out."""
    return _replace_one([(r"(?<=\d)\s?(?:%|percent\b|per cent\b)", "")], english, source)


def time_unit(english: str, _french: str, source: random.Random) -> str | None:
    """Another unit of time, frequency, weekday or month."""
    return _replace_one(_TIMES, english, source)


def direction(english: str, _french: str, source: random.Random) -> str | None:
    """The opposite direction."""
    return _replace_one(_DIRECTIONS, english, source)


def negation_dropped(english: str, _french: str, source: random.Random) -> str | None:
    """A denial becomes an affirmation."""
    return _replace_one(_NEGATIONS, english, source)


def negation_added(english: str, _french: str, source: random.Random) -> str | None:
    """An affirmation becomes a denial."""
    if re.search(r"\b(?:not|no|never|without|nor)\b|n['’]t\b", english, re.IGNORECASE):
        return None
    return _replace_one(_AFFIRMATIONS, english, source)


def hedge(english: str, french: str, source: random.Random) -> str | None:
    """What was said to be possible or reported is said to be so."""
    if not _FRENCH_CONDITIONAL.search(french):
        return None
    return _replace_one(_HEDGES, english, source)


def name_swap(names: list[str]) -> Alteration:
    """An alteration that puts one of `names` in the place of a name that both sentences have."""

    def swap(english: str, french: str, source: random.Random) -> str | None:
        shared = [
            match
            for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-zé]{3,}\b", english)
            if re.search(rf"\b{match[0]}\b", french)
        ]
        others = [name for name in names if name not in french and name not in english]
        if not shared or not others:
            return None
        match = source.choice(shared)
        return english[: match.start()] + source.choice(others) + english[match.end() :]

    return swap


_NAMES_TEXT = """
Almeida Bertolucci Castellan Delacourt Eriksson Fontanelle Grimaldi Hashimoto Ivanenko Jankowski Kowalczyk
Lefranc Mancini Nakamura Okonkwo Pellegrini Quintana Rasmussen Silvestri Takahashi Ulrichsen Vandenberg
Wojcik Yamamoto Zimmermann Montauban Grenoble Valencia Rotterdam Osaka Bergamo Cordoba Leipzig Novartis
Siemens Toshiba Unilever Vodafone Heineken Danone
"""
NAMES = _NAMES_TEXT.split()
"""Surnames, places and firms to put in the place of others."""

ALTERATIONS: dict[str, tuple[Alteration, float]] = {
    "digit changed": (digit, 0.97),
    "scale changed": (scale, 0.97),
    "unit or currency changed": (unit, 0.97),
    "percent dropped": (percent, 0.97),
    "time unit changed": (time_unit, 0.95),
    "negation dropped": (negation_dropped, 0.85),
    "negation added": (negation_added, 0.85),
    "direction reversed": (direction, 0.80),
    "hedge removed": (hedge, 0.80),
}
"""Every alteration with the share of altered sentences that the check is to catch."""
