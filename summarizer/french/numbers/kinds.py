"""Decides what a number phrase is: money, a percentage, an age, a count, a rank, or no number at all."""

import re

from summarizer.french.numbers.ages import is_age
from summarizer.french.numbers.cores import Core
from summarizer.french.numbers.currencies import NAMES, SYMBOLS
from summarizer.french.numbers.dates import month_after
from summarizer.french.numbers.exclusions import read_clock, read_label
from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.homonyms import neuf_counts, once_counts, un_counts
from summarizer.french.numbers.labels import ordinal_kind
from summarizer.french.numbers.number_records import Meaning, Reading, make_number
from summarizer.french.numbers.phrases import Phrase
from summarizer.french.numbers.qualifiers import qualifier_after, qualifier_before
from summarizer.text.number import Kind, Number

_NONE_LEFT = re.compile(r"\b(?:tolerance|risque|croissance|annee|point) $")
"""« tolérance zéro » is no count."""
_AROUND = re.compile(r"autour des $")
_MULTIPLIED = re.compile(r"multipli[a-z]* (?:[a-z]+ )?par (?:plus de |pres de |environ |presque )?$")


def _multiplies(source: Folded, core: Core) -> bool:
    """Tell whether a number is a factor: « multiplié par quatre »."""
    left = source.plain[max(0, core.start - 40) : core.start]
    return "multipli" in left and bool(_MULTIPLIED.search(left))


def _unit_kind(reading: Reading, phrase: Phrase) -> tuple[Kind, str | None]:
    source, core, unit = reading.source, phrase.core, phrase.unit
    if phrase.times or core.shape == "multiple" or (unit is None and _multiplies(source, core)):
        return "multiple", "times"
    if unit is None:
        return ("fraction", "fraction") if core.shape == "fraction" else ("count", None)
    if unit.kind == "duration" and unit.code in {"year", "month"}:
        ranged = phrase.upper is not None
        if is_age(source, core.start, phrase.end, ranged=ranged, previous=reading.previous):
            return "age", unit.code
    return unit.kind, unit.code


_SIGNS = frozenset("$€£¥")


def _money_prefix(source: Folded, start: int) -> tuple[int, str] | None:
    """Return where a currency before the number begins, and its code: « $10 », « EUR 20 »."""
    text = source.plain
    end = start - 1 if start and text[start - 1] == " " else start
    last = source.text[max(0, end - 1) : end]
    if last in _SIGNS:
        signs = (text[max(0, end - size) : end] for size in (3, 2, 1))
        return next(((end - len(sign), SYMBOLS[sign]) for sign in signs if sign in SYMBOLS), None)
    if last == ".":
        franc = source.text.endswith(("Fr.", "fr."), 0, end)
        return (end - 3, "CHF") if franc and not source.text[max(0, end - 4) : end - 3].isalpha() else None
    word = source.text[max(0, end - 3) : end] if last.isupper() else ""
    if len(word) == 3 and word.isupper() and word.lower() in NAMES:
        return end - 3, NAMES[word.lower()]
    return None


def _is_no_number(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether « un » is the article or « neuf » the adjective."""
    source, core = reading.source, phrase.core
    word = source.plain[core.start : core.end]
    if word == "zero" and _NONE_LEFT.search(source.plain, max(0, core.start - 16), core.start):
        return True
    if phrase.upper is not None or phrase.times:
        return phrase.times and word in {"un", "une"} and not once_counts(source, core.start)
    if word in {"un", "une"}:
        return not un_counts(source, core.start)
    return word in {"neuf", "neufs"} and not phrase.unit and not neuf_counts(source, core.start, core.end)


_NO_CENTS = re.compile(r"\.[–—-]+")
"""Swiss prices without centimes: « Fr. 1'850.– »."""


def classify(reading: Reading, phrase: Phrase) -> Number | None:
    """Return the number that a phrase is, None where it is none (« un » the article)."""
    if _is_no_number(reading, phrase):
        return None
    source = reading.source
    prefix = None if phrase.unit else _money_prefix(source, phrase.core.start)
    if prefix:
        end = phrase.core.end
        dashes = _NO_CENTS.match(source.plain, end)
        phrase = phrase._replace(end=dashes.end() if dashes else end, noun=None)
        return qualify(reading, phrase, start=prefix[0], kind="money", unit=prefix[1])
    if labelled := read_clock(reading, phrase) or read_label(reading, phrase):
        return labelled
    kind, code = _unit_kind(reading, phrase)
    start = phrase.core.start
    return qualify(reading, phrase, start=start, kind=kind, unit=code)


_PAID = re.compile(r"(?:^|\W)(?:pay|vers|debours|cout|depens|rembours|encaiss)[a-z]* $")
_AGAINST = re.compile(r"(?:^|\W)contre (?:\+ |seulement |environ |pres de |plus de )?$")
_TO = re.compile(r"(?:^|\W)(?:à|puis|voire|et|ou|soit|contre) (?:environ |pres de |plus de |quelque )?$")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_OTHER_BEHIND = re.compile(r" d(?:e |')[^\W\d_][\w' -]{1,40},? (?:et|ou|puis|mais) $")
_SCALED = re.compile(r"mill|\d ?(?:[kKMG]|[mM]ds?)\b")
_OF_ANOTHER = re.compile(
    r" d(?:e (?:l[ae'] ?)?|')"
    r"(?!plus\b|moins\b|trop\b|suite\b|file\b|mieux\b|(?:[msc]es|nos|vos|leurs|ce[ust]\w*)\b)[a-z]{3,}"
)
_FEW = 20
_REACH = 60
_TARGETS = frozenset({"count", "money", "measure"})
_INHERITED = frozenset({"count", "money", "measure", "duration", "percent"})


def _antecedent(reading: Reading, start: int, *, large: bool) -> Number | None:
    """Return the number whose unit or noun a bare number shares.

    « dont 19 », « en payer 5 000 », « contre 18 000 hier »; `large`: it has a scale, so that after an
    amount it is one, too (« recule de 2 millions d'euros, à 1,9 milliard »).
    """
    text = reading.source.plain
    before, money = reading.previous, reading.money
    if before is None:
        return None
    left = text[max(0, start - 16) : start]
    if left.endswith("dont ") and before.kind in _INHERITED:
        return before
    against = "contre" in left and before.kind in _INHERITED and _AGAINST.search(left)
    if against and _same_sentence(text, before, start):
        return before
    paid = money and (_PAID.search(left) or (large and _TO.search(left)))
    return money if money and paid and _same_sentence(text, money, start) else None


def _of_another(reading: Reading, core: Core) -> Number | None:
    """Return the measure whose unit a bare number before « de » shares: « 30 km de course et 40 de vélo »."""
    text, before = reading.source.plain, reading.previous
    if before is None or before.kind not in _INHERITED - {"count"} or not _OF_ANOTHER.match(text, core.end):
        return None
    between = text[before.end : core.start]
    if _SCALED.search(before.text):  # « 10 millions de dons et 5 de prêts » leaves out its scale, too
        return None
    return before if len(between) < _REACH and _OTHER_BEHIND.fullmatch(between) else None


def _same_sentence(text: str, before: Number, start: int) -> bool:
    return start - before.end < 300 and not _SENTENCE_END.search(text[before.end : start])


def _article_start(source: Folded, core: Core, start: int) -> int:
    """Move the start over the article of « la moitié »."""
    if source.plain[core.start : core.end] != "moitie":
        return start
    return next(
        (start - len(word) for word in ("la ", "sa ") if source.plain.endswith(word, 0, start)), start
    )


def _is_rough_target(text: str, start: int, core: Core) -> bool:
    """Tell « l'indice remonte vers 3 000 points »; « évacués vers deux hôpitaux » is exact."""
    value = core.value or 0
    return text.endswith("vers ", 0, start) and value >= 1000 and value % 100 == 0


def qualify(reading: Reading, phrase: Phrase, *, start: int, kind: Kind, unit: str | None) -> Number:
    """Return a figure with its qualifier and what it counts."""
    source, core, noun = reading.source, phrase.core, phrase.noun
    start = _article_start(source, core, start)
    own = core.qualifier or "exact"
    found = qualifier_before(source.plain, start) or qualifier_after(source.plain, phrase.end)
    if found and kind == "count" and _AROUND.search(source.plain, max(0, start - 16), start):
        found = found if (core.value or 0) >= _FEW else None  # « autour des sept péchés »
    qualifier = found[0] if found and not (own == "more_than" and found[0] == "about") else own
    counted = source.text[noun[0] : noun[1]] if noun and kind == "count" else None
    if phrase.unit and phrase.unit.counted:
        counted = phrase.unit.counted
    large = core.factor >= 10**6
    before = None
    if kind == "count":
        before = _of_another(reading, core) or (
            _antecedent(reading, start, large=large) if counted is None else None
        )
    if before is not None:
        counted, kind, unit = before.counted, before.kind, before.unit
    if qualifier == "exact" and kind in _TARGETS and _is_rough_target(source.plain, start, core):
        qualifier = "about"
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
