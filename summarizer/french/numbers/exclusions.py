"""Numbers that are no quantities: the hour, the year, the article of law, the name that a number is part of.

Found and kept apart, so that no figure of a brief is ever made of them.
"""

import re
from decimal import Decimal

from summarizer.french.numbers.cores import Core
from summarizer.french.numbers.dates import is_clock, is_day, is_decade, is_year, minutes_after, month_after
from summarizer.french.numbers.departments import is_department
from summarizer.french.numbers.folding import Folded, word_before
from summarizer.french.numbers.labels import name_or_reference
from summarizer.french.numbers.members import names_the_union
from summarizer.french.numbers.nouns import STOP
from summarizer.french.numbers.number_records import Meaning, Reading, label, make_number
from summarizer.french.numbers.phrases import Phrase, is_plain_year
from summarizer.french.numbers.qualifiers import qualifier_before
from summarizer.french.numbers.web_and_post import is_in_address
from summarizer.text.number import Number

_JOINED_REACH = 8
_LONGEST_MARK = 3
_NOTES_REACH = 3000
_FOOTNOTE = re.compile(r"\[\d+\]")
_HOURS_JOINED = re.compile(r"(?:et|ou|puis|,|a|à) (?:a |à )?$")


def read_clock(reading: Reading, phrase: Phrase) -> Number | None:
    """Return a time of the day: « à 21 heures », « 8 h à midi »."""
    source, core, unit = reading.source, phrase.core, phrase.unit
    if unit is None or unit.code != "hour" or core.value is None:
        return None
    hours = max(core.value, phrase.upper or core.value)
    both = phrase.upper is not None and source.plain.count("h", core.start, core.end) > 0
    minutes = minutes_after(source, phrase.end) if core.value == int(core.value) else None
    after_time = (
        reading.previous is not None
        and reading.previous.kind == "time"
        and (
            core.start - reading.previous.end < 40
            and _HOURS_JOINED.search(source.plain[reading.previous.end : core.start]) is not None
        )
    )
    if hours > 24 or not (minutes or both or after_time or is_clock(source, core.start, phrase.end)):
        return None
    return make_number(
        source,
        (core.start, minutes or phrase.end),
        (core.start, minutes or core.end),
        Meaning("time", core.value),
    )


_YEAR_ALONE = re.compile(r"(?:1\d|2[01])\d\d(?:[.;:)»\n](?!\d)|,(?! ?[a-z\d])|,? ([a-zà]+)(?![\w'-]))")
_GOES_ON = frozenset(
    {"et", "sur", "pour", "l", "s", "de", "des", "d", "un", "deux", "trois", "six", "dix", "cents", "cent"}
)


def read_year(source: Folded, start: int) -> Number | None:
    """Return the year that plainly stands at `start`: « en 2016, », « fin 1998 à »; a first, cheap look."""
    text = source.plain
    match = _YEAR_ALONE.match(text, start)
    if match is None or text[start - 1 : start] in {"-", "–"} or not is_year(source, start, counts=True):
        return None
    if match[1] and (match[1] not in STOP or match[1] in _GOES_ON):
        return None
    bounded = qualifier_before(text, start)
    if bounded and not text.startswith(("a partir", "jusqu'"), bounded[1]):
        return None
    end = start + 4
    return make_number(source, (start, end), (start, end), Meaning("date", Decimal(text[start:end])))


_BOTH = re.compile(r"(?:^|\W)(?:tous|toutes) $")
"""« ils viennent tous deux de l'autre rive »."""
_LISTED_REASON = re.compile(r"(?:^|[.!?;:\n] ?)de $")
"""« D'une, … De deux, … »"""
_ANAPHORA = re.compile(r"(?:^|\W)(?:les|des|aux|tous|toutes|ces|leurs|entre) (?:les )?$")


def _year_or_day(source: Folded, phrase: Phrase) -> bool:
    core, text, start = phrase.core, source.plain, phrase.core.start
    size = core.end - start
    noun = text[phrase.noun[0] : phrase.noun[1]] if phrase.noun and phrase.end > core.end else ""
    counts = noun.endswith(("s", "x"))
    if core.shape == "digits" and size in {2, 4} and is_decade(source, start, counts=counts):
        return True
    if phrase.upper is not None:
        return False
    if is_plain_year(core):
        bounded = qualifier_before(text, start)
        free = bounded is None or text[bounded[1] : start].startswith(("a partir", "jusqu'"))
        return free and is_year(source, start, counts=counts)
    return core.shape == "digits" and size <= 2 and phrase.noun is None and is_day(source, start)


_CLAUSE_LEFT = re.compile(r"(?:^|\W)(?:le|du|au) $")


def _is_clause(source: Folded, phrase: Phrase) -> bool:
    """Tell whether a number names an article of law, as « le 49.3 » does."""
    core = phrase.core
    form = source.plain[core.start : core.end]
    if core.shape != "digits" or phrase.noun is not None or "." not in form:
        return False
    before = source.plain[max(0, core.start - 5) : core.start]
    return form == "49.3" or (core.value != int(core.value or 0) and bool(_CLAUSE_LEFT.search(before)))


_WORDED_DECADE = re.compile(r"(?:^|\W)annees (?:(?:[a-z]+(?:-[a-z]+){0,2}),? (?:et|ou|à) )?$")
_WORDED_YEAR_LEFT = re.compile(
    r"(?:^|\W)(?:en|depuis|des|avant|apres|vers|jusqu'en|de|l'an|l'annee|annee|fin|debut|ete|hiver|printemps"
    r"|automne|d'ici(?: à)?) $"
)
_WORDED_YEAR = re.compile(
    r"mil[ -]|(?:mille|dix[ -](?:neuf|huit|sept)|seize|quinze)[ -](?:[a-z]+[ -])?cent|deux[ -]mille "
)


def _is_dated_in_words(source: Folded, phrase: Phrase) -> bool:
    """Tell « en mil neuf cent quatre-vingt-quatre », « les années trente » from counts."""
    core, text = phrase.core, source.plain
    if core.shape != "words" or core.value is None or phrase.end > core.end:
        return False
    left = text[max(0, core.start - 32) : core.start]
    if core.value % 10 == 0 and 10 <= core.value < 100 and _WORDED_DECADE.search(left):
        return True
    year = 1000 <= core.value < 2100 and _WORDED_YEAR.match(text, core.start)
    return bool(year) and (text.startswith("mil ", core.start) or bool(_WORDED_YEAR_LEFT.search(left)))


_BEFORE_CHRIST = re.compile(r" (?:av(?:ant|\.)? (?:j\. ?-? ?c|jesus|jc\b|notre ere|l'ere ))")


def _dated(source: Folded, phrase: Phrase) -> Number | None:
    """Return the date that a bare number is."""
    core = phrase.core
    month = month_after(source.plain, core.end)
    if core.shape == "digits" and _BEFORE_CHRIST.match(source.plain, core.end):
        return label(source, core.start, core.end, "date")
    if month is None and not _year_or_day(source, phrase) and not _is_dated_in_words(source, phrase):
        return None
    return make_number(
        source, (core.start, month or core.end), (core.start, core.end), Meaning("date", core.value)
    )


def _reference(source: Folded, phrase: Phrase) -> Number | None:
    """Return a footnote's mark, an article of law, or a pronoun (« les deux »)."""
    core, text = phrase.core, source.plain
    start, end = core.start, core.end
    if _is_clause(source, phrase):
        return label(source, start, end, "name")
    bracket = start and text[start - 1] == "[" and _FOOTNOTE.match(text, start - 1)
    footnote = bool(bracket) or _is_list_mark(text, start, end)
    left = text[max(0, start - 12) : start]
    pronoun = core.shape == "words" and (
        (phrase.noun is None and _ANAPHORA.search(left))
        or _BOTH.search(left)
        or (_LISTED_REASON.search(left) and text.startswith(",", end))
    )
    return label(source, start, end, "reference") if footnote or pronoun else None


_LIST_MARK = re.compile(r"(?:\.[ \t]|[ ]?\)[ \t])\s*[^\W\d_]")


def _is_list_mark(text: str, start: int, end: int) -> bool:
    """Tell the number before an item of a list or a note, at a line's start: « 1. », « 2) », « (3) »."""
    if end - start > 2 or text[end : end + 1] not in {".", ")", " "}:
        return False
    begin = start - 1 if text[start - 1 : start] == "(" else start
    at_line = text[max(0, begin - 12) : begin].rpartition("\n")[2].strip() == "" and (
        begin < 12 or "\n" in text[begin - 12 : begin]
    )
    return at_line and _LIST_MARK.match(text, end) is not None


_CALLED = re.compile(
    r"(?:^|\W)(?:appel(?:er|ez|le)|compos(?:er|ez)|joindre|telephone(?:r|z)?"
    r"|numero (?:vert|d'urgence|gratuit)"
    r"|sms|standard) (?:au |le )?$"
)
_CALLED_WORDS = frozenset(
    [
        "appeler",
        "appelez",
        "appelle",
        "composer",
        "composez",
        "joindre",
        "telephone",
        "telephoner",
        "telephonez",
        "vert",
        "urgence",
        "gratuit",
        "sms",
        "standard",
        "au",
        "le",
    ]
)
_SHORT_NUMBER = re.compile(r"\d{3,6}\b|\d\d(?: \d\d){1,4}\b")
_JOINED = re.compile(r"(?:,| et| ou|/)(?: les?| la)? ?$")


_DECADES_LEFT = re.compile(
    r"(?:^|\W)annees '?(?:\d\d)?\d0(?:(?:, | et | ou | à |-)'?(?:\d\d)?\d0){0,4}(?:, | et | ou | à |-)'?$"
)


def _is_decade_listed(source: Folded, start: int) -> bool:
    """Tell « 80 » in « les années 60, 70 et 80 »."""
    return _DECADES_LEFT.search(source.plain[max(0, start - 40) : start]) is not None


def _joined_name(reading: Reading, core: Core) -> Number | None:
    """Return a number that goes on with the name before it: « Boeing 737 et 777 », « Fédérale 1 et 2 »."""
    source, before = reading.source, reading.previous
    decade = before is not None and before.kind == "date" and _is_decade_listed(source, core.start)
    if before is None or not (decade or before.kind in {"name", "reference"}) or core.shape != "digits":
        return None
    between = source.plain[before.core_end : core.start]
    size = before.core_end - before.core_start
    alike = before.text[-size:].isdigit() and size == core.end - core.start
    if len(between) > _JOINED_REACH or not alike or not _JOINED.match(between):
        return None
    return make_number(
        source, (core.start, core.end), (core.start, core.end), Meaning(before.kind, core.value)
    )


def _named(source: Folded, phrase: Phrase) -> Number | None:
    """Return a number that labels the word before it: « article 3 », « n° 1 mondial », « Boeing 747 »."""
    core, text = phrase.core, source.plain
    start, end = core.start, core.end
    noun = source.text[phrase.noun[0] : phrase.noun[1]] if phrase.noun and phrase.end > end else ""
    counts = noun.endswith(("s", "x")) and not noun[0].isupper()
    kind = name_or_reference(source, start, end, counts=counts)
    if kind in {"rank", "km"}:
        sign = text.rfind("n" if kind == "rank" else "k", max(0, start - 12), start)
        meaning = Meaning("rank" if kind == "rank" else "measure", core.value, unit=kind)
        return make_number(source, (sign if sign >= 0 else start, end), (start, end), meaning)
    if kind is None or kind == "km":
        return None
    if kind == "name" and core.shape == "words" and not text.endswith(("numero ", "numeros "), 0, start):
        return None
    return make_number(source, (start, end), (start, end), Meaning(kind, core.value))


def _is_their_name(source: Folded, core: Core) -> bool:
    """Tell « les Vingt-Sept », the members of a union, from a count."""
    named = (
        core.shape == "words"
        and source.text[core.start].isupper()
        and not source.text[core.start + 1].isupper()
    )
    return named and source.plain.endswith(("les ", "des ", "aux "), 0, core.start)


def _is_note(source: Folded, core: Core) -> bool:
    """Tell the mark of a note, « Samia (1) », by the note at the end of the text: a line « (1) … »."""
    text = source.plain
    if not (
        text.endswith("(", 0, core.start)
        and text.startswith(")", core.end)
        and core.end - core.start < _LONGEST_MARK
    ):
        return False
    mark = text[core.start - 1 : core.end + 1]
    return text.find(f"\n{mark} ", max(core.end, len(text) - _NOTES_REACH)) >= 0


def read_label(reading: Reading, phrase: Phrase) -> Number | None:
    """Return a date, reference, name or rank where the words around a bare number say so."""
    core = phrase.core
    source = reading.source
    if core.shape == "digits" and core.factor == 1 and is_in_address(source, core.start, core.end):
        return label(source, core.start, core.end, "reference")
    if _is_their_name(source, core) or (core.shape == "digits" and names_the_union(source, core.start)):
        return label(source, core.start, core.end, "name")
    if core.shape == "digits" and (_is_note(source, core) or is_department(source, core)):
        return label(source, core.start, core.end, "reference")
    if core.shape not in {"digits", "words"} or phrase.unit or core.factor > 1 or phrase.times:
        return None
    may_be = core.shape == "digits" and word_before(source.plain, core.start) in _CALLED_WORDS
    called = _SHORT_NUMBER.match(source.plain, core.start) if may_be else None
    if called and _CALLED.search(source.plain[max(0, core.start - 32) : core.start]):
        return label(source, core.start, called.end(), "phone")
    labelled = _dated(source, phrase) or _named(source, phrase) or _reference(source, phrase)
    return labelled or (None if phrase.end > core.end else _joined_name(reading, core))
