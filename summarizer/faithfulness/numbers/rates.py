"""Whether a rate is for the same thing: €14 a month for « 14 euros par mètre carré »."""

import re
from functools import cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.lexicon import read_classes
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_REACH = 44  # characters behind the number
_ENGLISH = re.compile(
    r"(?:\s(?!(?:for|in|over|after|before|within|on|at|during|to|from|by|and|or|than|as|is|was|were|are|with|once"
    r"|twice|times|if|when)\b)[\w’'-]+){0,3}?\s(?:(?:an?|per|each|every)\s(?P<unit>[a-z]+(?:\s(?:met(?:re|er)|foot|kilomet(?:re|er)))?)"
    r"|(?P<often>hourly|daily|weekly|monthly|annually|yearly))\b(?!\s(?:ago|earlier|later|before|after|old|half)\b)"
)
_FRENCH = re.compile(
    r"[^.,;:!?()«»\d]{0,30}?\s?(?:(?:/\s?|\b(?:par|chaque|tous\sles|toutes\sles|le|la)\s|\bl['’])(?P<unit>[a-zà-ÿ]+(?:\scarrée?s?|\scube)?)"
    r"|\b(?P<often>annuel\w*|mensuel\w*|hebdomadaire\w*|quotidien\w*|horaires?|journali\w+))\b"
    r"(?!\s(?:derni|prochain|suivant|précédent|passé|où|même))"
)


_TOTAL = re.compile(r" (?:au total|en tout) ")
_SOME_RATE = re.compile(r" (?:par|chaque|tous les|toutes les|annu\w+|mensu\w+|quotid\w+|hebdo\w+|moyenne) ")


def rate_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A number that is given for one thing in English and for another in French."""
    for number in said.numbers:
        if number.value is None or number.kind in {"date", "time", "rank", "age", "name"}:
            continue
        told = _rate(said.text, number, french=False)
        if not told:
            continue
        alike = [each for each in evidence.numbers if each.value == number.value]
        meant = {_rate(evidence.number_text, each, french=True) for each in alike}
        if len(alike) != 1:
            continue
        [true] = meant
        if not true and _TOTAL.search(evidence.folded) and not _SOME_RATE.search(evidence.folded):
            true = "all together"
        if true not in {told, ""}:
            message = f"“{number.text}” is not for each “{told}” in the French: it is for “{true}”."
            return [Issue("unit", number.text, message)]
    return []


def _rate(text: str, number: Number, *, french: bool) -> str:
    """What a number is for each one of: the name of its class, "" where nothing tells."""
    pattern = _FRENCH if french else _ENGLISH
    for end in (number.core_end, number.end):
        match = pattern.match(text, end, end + _REACH)
        if match and (name := _names(french=french).get(match["unit"] or match["often"])):
            return name
    return ""


@cache
def _names(*, french: bool) -> dict[str, str]:
    classes = read_classes("rates", "fr" if french else "en")
    return {word.replace("_", " "): name for name, words in classes.items() for word in words.split()}
