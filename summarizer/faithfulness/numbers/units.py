"""Which units of an English and a French number are the same thing."""

import re
from functools import cache

from babel import Locale

from summarizer.english.units import current_currencies
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.text.number import Number

_PLAIN = frozenset({None, "rank", "times", "time", "fraction", "point", "year"})
_POINTS = frozenset({"percentage_point", "point"})
_SAME = (
    frozenset({"litre", "l"}),
    frozenset({"degree", "celsius"}),
    frozenset({"degree", "fahrenheit"}),
    frozenset({"times", "time", "fraction", None}),
    frozenset({"rank", "fraction", None, "times"}),
    frozenset({"cent", "penny"}),
    frozenset({"mile", "nautical_mile"}),
    frozenset({"GBP", "pound"}),
)
_BARE_MONEY = re.compile(
    r"\b(?:dollar|franc|pound|peso|crown|krona|kroner|dinar|dirham|rupee|mark)s?\W*\Z|[$£¥]", re.IGNORECASE
)
_WHOSE_MONEY = re.compile(
    r"\b(?:US|U\.S\.|American|Canadian|Australian|Swiss|Belgian|French|CFA|Egyptian|British|Mexican)\s\w+\W*\Z|[A-Z]\$",
    re.IGNORECASE,
)
_CURRENCY_WORDS = {
    "euro": ("€", "euro|europe|eur |ue |monnaie unique"),
    "euros": ("€", "euro|eur |monnaie unique"),
    "dollar": ("$", "dollar|usd|billet"),
    "dollars": ("$", "dollar|usd|billet"),
    "yen": ("¥", "yen|devise|monnaie"),
    "yuan": ("¥", "yuan|renminbi|monnaie"),
    "rouble": ("₽", "rouble"),
    "roubles": ("₽", "rouble"),
    "ruble": ("₽", "rouble"),
    "rubles": ("₽", "rouble"),
}
_CURRENCY_STEMS = ("euro", "dollar", "yen", "yuan", "rouble", "ruble")
_CURRENCY_WORD = re.compile(
    rf"(?<!\d )(?<!lion )(?<!ions )(?<!iard )\b(?:{'|'.join(_CURRENCY_WORDS)})\b(?!s? \d)", re.IGNORECASE
)
"""Names of currencies: the sign and the folded French words for them."""
_NAMED = {
    "year": r"\bans?\b|\bannees?\b",
    "month": r"\bmois\b|\bmensu",
    "week": r"\bsemaines?\b|\bhebdo|\bquinz",
    "day": r"\bjours?\b|\bjournees?\b|\bquotidien|\bquinz",
    "hour": r"\bheures?\b|\bh\b",
    "%": r"%|\bpour ?cents?\b",
}


def is_money(unit: str | None) -> bool:
    """Whether a unit is an ISO 4217 code or a hundredth of a currency."""
    return unit is not None and (
        unit in {"cent", "penny"} or (len(unit) == 3 and unit.isupper() and unit.isalpha())
    )


def unit_matters(unit: str | None) -> bool:
    """Whether a number changes its meaning when this unit is left out: money and percentages."""
    return is_money(unit) or unit in {"%", "percentage_point"}


def same_family(english: Number, french: Number) -> bool:
    """Whether two units that differ in their codes can still be one: « dollars » of an unnamed country."""
    said, meant = english.unit, french.unit
    if any(said in family and meant in family for family in _SAME):
        return True
    if said == "percentage_point" or meant == "percentage_point":
        return {said, meant} <= _POINTS or (said == "percentage_point" and meant is None)
    if english.kind == "money" and french.kind == "money":
        return _last_word(said) == _last_word(meant) and (_is_bare(english) or _is_bare(french))
    return False


def _is_bare(money: Number) -> bool:
    """Whether a sum's currency has no country: “CA$600 million” may stand for « 600 millions $ »."""
    return bool(_BARE_MONEY.search(money.text)) and not _WHOSE_MONEY.search(money.text)


@cache
def _last_word(code: str | None) -> str:
    """The noun of a currency: « dollar » for USD, CAD and AUD."""
    names = Locale("en").currencies
    words = names.get(code or "", code or "").lower().split()
    known = code in current_currencies() or code in names
    return (
        next((word for word in reversed(words) if word.isalpha()), "")
        if known
        else words[-1]
        if words
        else ""
    )


def currency_issues(english: str, evidence: Evidence) -> list[Issue]:
    """A currency that the statement names by itself (« the dollar fell ») and the French does not."""
    lower = english.lower()
    if not any(stem in lower for stem in _CURRENCY_STEMS):
        return []
    named = list(_CURRENCY_WORD.finditer(english))
    for match in named:
        word = match[0].lower()
        sign, french = _CURRENCY_WORDS.get(word, ("", ""))
        if french and sign not in evidence.text and not re.search(rf" (?:{french})", evidence.folded):
            return [Issue("unit", word, f"“{word}” is not a currency of the French text.")]
    return _swapped_currency(english, evidence) if named else []


_COUNTED = {
    "euro": (r"\beuros?\b|€", r" (?:euros?|eur|monnaie unique) ", "€"),
    "dollar": (r"\bdollars?\b|\$", r" (?:dollars?|usd|billets? verts?) ", "$"),
    "yen": (r"\byen\b|¥", r" (?:yens?|devise (?:nippone|japonaise)) ", "¥"),
    "yuan": (r"\byuans?\b", r" (?:yuans?|renminbi) ", "元"),
    "rouble": (r"\brou?bles?\b", r" roubles? ", "₽"),
}
"""Currencies by their English and folded French words, and the sign that French writes as well."""


def _swapped_currency(english: str, evidence: Evidence) -> list[Issue]:
    """A currency named more often than in the French, where another of the French is not named at all."""
    said = {name: re.findall(words[0], english, re.IGNORECASE) for name, words in _COUNTED.items()}
    meant = {
        name: len(re.findall(words[1], evidence.folded)) + evidence.text.count(words[2])
        for name, words in _COUNTED.items()
    }
    left_out = [name for name in _COUNTED if meant[name] and not said[name]]
    for name, found in said.items():
        if left_out and len(found) > meant[name]:
            message = f"“{found[0]}” stands in the place of another currency of the French ({left_out[0]})."
            return [Issue("unit", found[0], message)]
    return []


def unit_is_named(unit: str, evidence: Evidence, units: list[str | None]) -> bool:
    """Whether the French text gives this unit to some other number, or names it by itself.

    « 5.300 au Royaume-Uni et 5.850 en Irlande » after « 22.000 euros »: the unit is said once.
    """
    pattern = _NAMED.get(unit)
    return unit in units if pattern is None or unit == "%" else bool(re.search(pattern, evidence.folded))


def names_unit(unit: str | None, french: str) -> bool:
    """Whether a stretch of French has a word for a unit; true for units without a word of their own here."""
    pattern = _NAMED.get(unit or "")
    return pattern is None or bool(re.search(pattern, fold(french)))
