"""Decides what a number phrase is: money, a percentage, an age, a count, a rank, or no number at all."""

import re
from dataclasses import replace

from summarizer.french.numbers.cores import Core
from summarizer.french.numbers.currencies import NAMES, SYMBOLS
from summarizer.french.numbers.dates import month_after
from summarizer.french.numbers.exclusions import read_clock, read_label
from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.homonyms import neuf_counts, once_counts, un_counts
from summarizer.french.numbers.labels import ordinal_kind
from summarizer.french.numbers.phrases import Phrase
from summarizer.french.numbers.qualifiers import qualifier_after, qualifier_before
from summarizer.french.numbers.records import Meaning, Reading, make_number
from summarizer.number import Kind, Number

_AGE_LEFT = re.compile(
    r"(?:agee?s? (?:de |d')|l'age de |(?:homme|femme|fille|garcon|enfant|bebe|fillette|adolescente?|jeune"
    r"|etudiante?|fils|frere|soeur|tueur|suspect|victime|garconnet|personne|mineure?|retraitee?|conducteur"
    r"|habitante?)s? (?:de |d'))(?:environ |plus de |pres de |seulement )?$"
)


_MULTIPLIED = re.compile(r"multipli[a-z]* (?:[a-z]+ )?par (?:plus de |pres de |environ |presque )?$")


def _multiplies(source: Folded, core: Core) -> bool:
    """Tell whether a number is a factor: « multiplié par quatre »."""
    left = source.plain[max(0, core.start - 40) : core.start]
    return "multipli" in left and bool(_MULTIPLIED.search(left))


_AGED_LEFT = re.compile(r"(?:^|[.!?»:–—]\s{1,3}|\n)(?:a|à) (?:seulement |peine |tout juste |pres de )?$")


def _aside(source: Folded, start: int, end: int) -> bool:
    """Tell an age by its place alone: « Anne Roy, 26 ans, », « Anne Roy, 26 ans et … », « À 20 ans, … »."""
    left = source.plain[max(0, start - 32) : start]
    following = source.plain[end : end + 4]
    if left.endswith((", ", "(")) and following[:1] in {",", ")"}:
        return True
    if following.startswith(",") and _AGED_LEFT.search(left):
        return True
    name = source.text[:start].rsplit(None, 1)[-1:] if following == " et " and left.endswith(", ") else []
    return bool(name) and name[0][0].isupper()


def _unit_kind(source: Folded, phrase: Phrase) -> tuple[Kind, str | None]:
    core, unit = phrase.core, phrase.unit
    if phrase.times or core.shape == "multiple" or (unit is None and _multiplies(source, core)):
        return "multiple", "times"
    if unit is None:
        return ("fraction", "fraction") if core.shape == "fraction" else ("count", None)
    if unit.kind == "duration" and unit.code in {"year", "month"}:
        left = source.plain[max(0, core.start - 32) : core.start]
        if _aside(source, core.start, phrase.end) or _AGE_LEFT.search(left):
            return "age", unit.code
    return unit.kind, unit.code


def _money_prefix(source: Folded, start: int) -> tuple[int, str] | None:
    """Return where a currency before the number begins, and its code: « $10 », « EUR 20 »."""
    text = source.plain
    end = start - 1 if start and text[start - 1] == " " else start
    for size in (3, 2, 1):
        sign = text[max(0, end - size) : end]
        if sign[-1:] in {"$", "€", "£", "¥"} and sign in SYMBOLS:
            return end - len(sign), SYMBOLS[sign]
    word = source.text[max(0, end - 3) : end]
    if len(word) == 3 and word.isupper() and word.lower() in NAMES:
        return end - 3, NAMES[word.lower()]
    return None


def _is_no_number(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether « un » is the article or « neuf » the adjective."""
    source, core = reading.source, phrase.core
    word = source.plain[core.start : core.end]
    if phrase.upper is not None or phrase.times:
        return phrase.times and word in {"un", "une"} and not once_counts(source, core.start)
    if word in {"un", "une"}:
        return not un_counts(source, core.start)
    return word in {"neuf", "neufs"} and not phrase.unit and not neuf_counts(source, core.start, core.end)


def classify(reading: Reading, phrase: Phrase) -> Number | None:
    """Return the number that a phrase is, None where it is none (« un » the article)."""
    if _is_no_number(reading, phrase):
        return None
    prefix = None if phrase.unit else _money_prefix(reading.source, phrase.core.start)
    if prefix:
        phrase = replace(phrase, end=phrase.core.end, noun=None)
        return qualify(reading, phrase, start=prefix[0], kind="money", unit=prefix[1])
    labelled = read_clock(reading, phrase) or read_label(reading, phrase)
    if labelled:
        return labelled
    kind, code = _unit_kind(reading.source, phrase)
    start = phrase.core.start
    return qualify(reading, phrase, start=start, kind=kind, unit=code)


_PAID = re.compile(r"(?:^|\W)(?:pay|vers|debours|cout|depens|rembours|encaiss)[a-z]* $")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_INHERITED = frozenset({"count", "money", "measure", "duration", "percent"})


def _antecedent(reading: Reading, start: int) -> Number | None:
    """Return the number whose unit or noun a bare number shares: « dont 19 », « en payer 5 000 »."""
    text = reading.source.plain
    left = text[max(0, start - 16) : start]
    if left.endswith("dont ") and reading.previous and reading.previous.kind in _INHERITED:
        return reading.previous
    money = reading.money
    if (
        money
        and _PAID.search(left)
        and start - money.end < 300
        and not _SENTENCE_END.search(text[money.end : start])
    ):
        return money
    return None


def _article_start(source: Folded, core: Core, start: int) -> int:
    """Move the start over the article of « la moitié »."""
    if source.plain[core.start : core.end] != "moitie":
        return start
    return next(
        (start - len(word) for word in ("la ", "sa ") if source.plain.endswith(word, 0, start)), start
    )


def qualify(reading: Reading, phrase: Phrase, *, start: int, kind: Kind, unit: str | None) -> Number:
    """Return a figure with its qualifier and what it counts."""
    source, core, noun = reading.source, phrase.core, phrase.noun
    start = _article_start(source, core, start)
    own = core.qualifier or "exact"
    found = qualifier_before(source.plain, start) or qualifier_after(source.plain, phrase.end)
    qualifier = found[0] if found and not (own == "more_than" and found[0] == "about") else own
    counted = source.text[noun[0] : noun[1]] if noun and kind == "count" else None
    if phrase.unit and phrase.unit.counted:
        counted = phrase.unit.counted
    before = _antecedent(reading, start) if kind == "count" and counted is None else None
    if before is not None:
        counted, kind, unit = before.counted, before.kind, before.unit
    meaning = Meaning(kind, core.value, phrase.upper, unit, qualifier, counted)
    return make_number(source, (start, phrase.end), (core.start, core.end), meaning)


def rank(source: Folded, core: Core, core_end: int) -> Number | None:
    """Return the number that an ordinal is; `core_end` leaves out the letters of « 13e »."""
    if month := month_after(source.plain, core.end):
        return make_number(source, (core.start, month), (core.start, core_end), Meaning("date", core.value))
    kind = ordinal_kind(source, core.start, core.end)
    if kind is None:
        return None
    if kind == "rank":
        meaning = Meaning("rank", core.value, unit="rank")
        return make_number(source, (core.start, core.end), (core.start, core_end), meaning)
    return make_number(source, (core.start, core.end), (core.start, core.end), Meaning(kind, core.value))
