"""Recognises dates, years, clock times and telephone numbers, so that no figure is made of them."""

import re
from decimal import Decimal
from typing import Literal

from summarizer.french.lexicon import entries
from summarizer.french.numbers.folding import Folded, word_before

FixedKind = Literal["date", "time", "phone", "name", "reference"]

MONTHS_IN_FULL = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre",
)  # fmt: skip
MONTHS = (
    rf"(?:{'|'.join(MONTHS_IN_FULL)}"
    r"|(?:janv|fevr?|avr|juil|sept|oct|nov|dec)(?:\.|(?= \d))|(?:janv|fevr|juil|oct|nov)(?![\w'.-]))"
)
WEEKDAYS = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_YEAR = r"(?:1\d|20)\d\d"
_DAY = r"(?:[0-2]?\d|3[01])(?: ?er)?"
_DAY_MONTH = (
    rf"{_DAY}(?: ?(?:,|et|ou|au|a|à|-|–|/) ?(?:le )?(?:{WEEKDAYS} )?{_DAY}){{0,4}}[ -]{{1,2}}(?:du mois de )?"
    rf"{MONTHS}(?![a-z])(?: (?:de l'an )?(?:\d{{4}}(?![\d,.]\d| ?%)|(?<=mai )68\b))?"
)
_CLOCK = (
    r"(?:[01]?\d|2[0-4]) ?(?:h|heures?|:)[ ]?[0-5]\d(?! ?(?:min|mn))(?:[:' ][0-5]\d ?(?:s|sec|'')\b)?(?!\d)"
    r"(?: (?:et |)(?:demie|quart))?"
    r"|(?:[01]?\d|2[0-4]) ?h ?[-–] ?(?:[01]?\d|2[0-4]) ?h(?:[0-5]\d)?\b"
)
_PART = r" ?\d{1,2}(?:[.,]\d{1,6})? ?"
_POSITION = rf"\d{{1,3}} ?°(?:{_PART}')?(?:{_PART}(?:\"|″|''))? ?(?:[nseow]|nord|sud|est|ouest)\b"
_DEGREES = r"-?\d{1,3}\.\d{1,8}"
_FIXED = re.compile(
    rf"(?P<phone>(?:1[ .-])?\d{{3}}\)?[ .-]\d{{3}}[.-]\d{{4}}(?!\d)"
    rf"|0 ?8\d\d \d{{3}} \d{{3}}(?!\d)|0\d{{1,2}}[ /.]\d{{3}}[ .]\d\d[ .]\d\d(?!\d)"
    rf"|0\d{{1,3}}/\d\d[ .]\d\d[ .]\d\d(?!\d)"
    rf"|(?:(?:\+|00)\d{{2,3}}[ .-]?(?:\(0\) ?)?\d(?:[ .-]?\d{{2}}){{4}}"
    rf"|0\d(?:([ .-]?)\d\d)(?:\2\d\d){{3}})(?!\d)"
    rf"|(?<=\+)\d[\d .-]{{7,20}}\d)"
    rf"|(?P<date>{_YEAR}-(?:0\d|1[0-2])-[0-3]\d(?!\d)"
    rf"|{_DAY_MONTH}"
    rf"|(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\4(?:{_YEAR}|\d\d)(?![\d/])"
    rf"|(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])(?![\d/])(?! )|(?:0?[1-9]|[12]\d|3[01])/0[1-9](?![\d/])"
    rf"|{_YEAR} ?[-–/] ?(?:{_YEAR}|\d\d)(?![\d,.]\d|\d| ?%|[-/]))"
    rf"|(?P<time>{_CLOCK})"
    rf"|(?P<name>\d+(?:\.\d+){{2,}}(?!\d)|\d+(?:/\d+){{2,}}|[2-9]0's\b|24 ?(?:h(?:eures)?)? ?(?:/|sur) ?24"
    rf"|\d{{1,4}} ?\(\d{{1,3}}\) ?: ?\d{{1,6}} ?[-–] ?\d{{1,6}}\b"  # volume, issue and pages; then a DOI
    rf"|10\.\d{{4,9}}/[a-z][^\s,;)]*"
    rf"|7 ?(?:j(?:ours)?)? ?(?:/"
    rf"|sur) ?7(?!\d)|24h/24|\d+ ?[x×] ?\d+\b(?: ?m(?:etres)?\b)?"
    rf"|{_POSITION}(?:[ ,]{{1,3}}{_POSITION})?(?: ?/ ?{_DEGREES} ?, ?{_DEGREES})?)"
)
_ALL_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?![\d.])")


def read_fixed(source: Folded, start: int) -> tuple[int, FixedKind] | None:
    """Read a date, clock time, telephone number or dotted code that begins with a digit at `start`."""
    match = _FIXED.match(source.plain, start)
    if not match:
        return None
    kind: FixedKind = "name"
    for name in ("phone", "date", "time", "name"):
        if match[name] is not None:
            kind = name
    if kind in {"name", "date"} and _ALL_GROUPS.match(source.plain, start):
        return None
    return match.end(), kind


_LAPS = re.compile(
    r"(?:(\d{1,2}) ?h ?)?(\d{1,2}) ?(?:'|min) ?([0-5]?\d) ?(?:\"|″|'')(?![\w:]| ?[nseow]\b| ?(?:nord|sud))"
)
_CHRONO = re.compile(
    r"(?:(\d{1,2}) ?(?:'|:|min) ?)?(\d{1,2})(?:(?:\"|''|'')(\d{1,2})?"
    r"|[.,](\d{1,2}))(?![\w:])"
)
# « 1h19'26 », « 2 h 08 min 14 »: no clock is written with an apostrophe or "min" and bare seconds.
_RACE_HOURS = re.compile(
    r"(\d{1,3}) ?h ?([0-5]?\d) ?(?:'|min|mn) ?([0-5]\d)(?: ?(?:\"|″|''|s(?:ec)?\b))?(?![\w'\"])"
)
_RACE_MINUTES = re.compile(r"()(\d{1,2})'([0-5]\d)(?!\w|'|\d|\")")


def read_chrono(source: Folded, start: int) -> tuple[int, Decimal] | None:
    """Read a time measured in a race: « 43"18 », « 1'44 », « 1h19'26 », « 1:11.93 ».

    Return its end and its seconds.
    """
    for pattern in (_RACE_HOURS, _RACE_MINUTES, _LAPS):
        if match := pattern.match(source.plain, start):
            hours, minutes, seconds = (Decimal(part or 0) for part in match.group(1, 2, 3))
            return match.end(), (hours * 60 + minutes) * 60 + seconds
    match = _CHRONO.match(source.plain, start)
    if not match or (match[4] and not match[1]) or not (match[3] or match[4]):
        return None
    hundredths = match[3] or match[4]
    return match.end(), Decimal(match[1] or 0) * 60 + Decimal(f"{match[2]}.{hundredths}")


_HEIGHT = re.compile(
    r"(\d{1,3}) ?m(?:etres?)? ?(\d\d)(?![\d,.]\d|[\w'\"]| ?(?:%|€|\$|m\b|k|cm|s\b|sec|min|h\b|a\b|et "
    r"|ou )| [a-z]{3,}s\b)"
)


def read_height(source: Folded, start: int) -> tuple[int, Decimal] | None:
    """Read a length in metres and centimetres, « 1 m 84 »; return its end and its metres."""
    match = _HEIGHT.match(source.plain, start)
    return (match.end(), Decimal(f"{match[1]}.{match[2]}")) if match else None


_ELAPSED = re.compile(r"(\d{1,3}) ?(?:h|heures?) ?([0-5]\d)(?! ?(?:min|mn)|\d)")
_ELAPSED_LEFT = re.compile(
    r"(?:^|\W)(?:en|pendant|durant|dur(?:e|ee|era|ait|er|ant)(?: de)?|prend|pris|mis|temps de|chrono de) "
    r"(?:(?:plus|moins|pres) de |environ |seulement )?$"
)
_LASTING_LEFT = re.compile(r"(?:^|\W)(?:semaines?|films?|documentaires?|discours|longs? metrages?) de $")
# Behind a time these say that it passed: « 3 h 14 par semaine », « 7 h 30 de travail ».
_ELAPSED_RIGHT = re.compile(
    rf" (?:(?:en moyenne |de plus |de moins )?par (?:jour|semaine|mois|an|nuit|personne|habitant|journee)\b"
    rf"|d(?:e |')(?:{'|'.join(entries('nouns_of_elapsed_time'))})\b|(?:quotidiennes|hebdomadaires)\b"
    rf"|(?:de )?(?:plus|moins) (?:que|qu'|longtemps|tard|tot)\b)"
)
_HOURS_OF_A_DAY = 24


def read_elapsed(source: Folded, start: int) -> tuple[int, Decimal] | None:
    """Read how long something took, « en 2 h 56 », « 7 h 30 de travail »; give its end and minutes.

    No hour of the day has more than 24 hours, follows these words or goes before those.
    """
    match = _ELAPSED.match(source.plain, start)
    if match is None:
        return None
    left = source.plain[max(0, start - _REACH) : start]
    if not (
        _ELAPSED_LEFT.search(left)
        or _LASTING_LEFT.search(left)
        or int(match[1]) > _HOURS_OF_A_DAY
        or _ELAPSED_RIGHT.match(source.plain, match.end())
    ):
        return None
    return match.end(), Decimal(match[1]) * 60 + Decimal(match[2])


_NOON = re.compile(
    r"(?:midi|minuit)(?: et (?:demie?|quart)| moins (?:le quart|cinq|dix|vingt(?:-cinq)?|[a-z-]+)| \d\d\b"
    r"| (?:cinq|dix|quinze|vingt|trente|quarante|cinquante|une?|deux|trois|quatre|six|sept|huit|neuf)"
    r"(?:-[a-z]+)?\b(?! [a-z]+s\b))?(?![\w-])"
)


def read_noon(source: Folded, start: int) -> int | None:
    """Return where « midi », « minuit moins vingt » at `start` ends; a capital makes it a name."""
    if not source.text.startswith(("midi", "minuit"), start) or source.text[start - 1 : start] == "-":
        return None
    match = _NOON.match(source.plain, start)
    return match.end() if match else None


_WORD_YEAR = (
    r"(?:deux[ -]mille|mil(?:le)?[ -](?:neuf|huit|sept|six|cinq)[ -]cents?|(?:dix-(?:neuf|huit|sept)"
    r"|seize|quinze)[ -]cents?)"
    r"(?:[ -](?:et[ -])?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|vingts?"
    r"|trente|quarante|cinquante|soixante|septante|huitante|nonante)){0,5}"
)
_WORD_DATE = re.compile(rf" {{1,2}}{MONTHS}(?![a-z])(?: (?:\d{{4}}(?!\d)|{_WORD_YEAR}\b))?")


def month_after(plain: str, end: int) -> int | None:
    """Return where a month (and a year after it) ends that follows a day ending at `end`."""
    match = _WORD_DATE.match(plain, end)
    return match.end() if match else None


_MINUTES = re.compile(
    r" (?:moins )?(?:le quart\b|et (?:demie|quart)\b|\d{1,2}\b|(?:trente|quarante|cinquante|vingt|dix"
    r"|onze|douze|treize"
    r"|quatorze|quinze|seize|deux|trois|quatre|cinq|six|sept|huit|neuf)(?:[ -](?:et[ -]une?|deux|trois"
    r"|quatre|cinq"
    r"|six|sept|huit|neuf))?\b)(?![,.]\d| ?%| [a-z]*s\b)"
)


def minutes_after(source: Folded, end: int) -> int | None:
    """Return where the minutes end that follow « heures » : « onze heures trente-huit »."""
    match = _MINUTES.match(source.plain, end)
    return match.end() if match and " et " not in match[0] else None


_YEAR_LEFT = re.compile(
    rf"(?:(?:^|[^\w])(?:en|depuis|des|avant|apres|vers|jusqu'en|jusqu'a|de|d'ici(?: a| à)?|pour|fin|debut"
    rf"|mi-|courant|horizon"
    rf"|ete|hiver|printemps|automne|noel|annees?|l'an|an|cuvee|saison|exercice|{MONTHS}|{WEEKDAYS}"
    rf"|promotion|millesime"
    rf"|siecle|in|anno|entre)|['(\[,;:/–-]|{MONTHS}) ?$"
)
_DECADE_LEFT = re.compile(rf"(?:annees|{MONTHS}(?= '?$)|guerre (?:de|d'))(?: soixante-)? ?'?$")
_MONTH_LEFT = re.compile(rf"{MONTHS} $")
_DAY_LEFT = re.compile(rf"(?:(?:^|[^\w-])(?:le|du|au)|{WEEKDAYS})(?: {WEEKDAYS})? $")
_REACH = 24
_YEAR_WORDS = frozenset(entries("words_before_years"))
_YEAR_SIGNS = frozenset("'([,;:/–-")
_MONTHS_CUT = ("janv", "fevr", "juil", "oct", "nov")
_UNSURE = frozenset({"", "a", "à", "ici", *_MONTHS_CUT})
"""Words that only a pattern tells to go before a year or not."""
_MONTH_ENDS = tuple(month + space for month in (*MONTHS_IN_FULL, *_MONTHS_CUT) for space in ("", " "))
_DECADE_ENDS = ("annees ", "annees", "'", "-", "- ", ".", ". ", "de ", "de", *_MONTH_ENDS)
_DAY_ENDS = ("le ", "du ", "au ", "di ", "dimanche ")


def _follows_year_word(plain: str, start: int) -> bool:
    word = word_before(plain, start)
    if word in _YEAR_WORDS:
        return True
    if not word and plain[max(0, start - 2) : start].rstrip(" \n")[-1:] in _YEAR_SIGNS:
        return True
    return word in _UNSURE and bool(_YEAR_LEFT.search(plain[max(0, start - _REACH) : start]))


def is_year(source: Folded, start: int, *, counts: bool) -> bool:
    """Tell whether four digits at `start`, 1000 to 2199, name a year.

    `counts`: a noun in the plural follows.
    """
    recent = source.plain[start : start + 2] in {"19", "20"}
    if _follows_year_word(source.plain, start):
        counted = source.plain.endswith(("de ", "des ", "avant ", "apres ", "pour ", "entre "), 0, start)
        return not counts or (recent and not counted)
    return recent and not counts


def is_decade(source: Folded, start: int, *, counts: bool) -> bool:
    """Tell whether a number of two or four digits at `start` follows « années » or a month.

    `counts`: a noun in the plural follows, so that a month before it does not date it (« en
    juin 12 pesticides »).
    """
    if counts and _MONTH_LEFT.search(source.plain[max(0, start - _REACH) : start]):
        return False
    end = start - source.plain.endswith("\n", 0, start)
    may = source.plain.endswith(_DECADE_ENDS, max(0, start - _REACH), end)
    return may and bool(_DECADE_LEFT.search(source.plain[max(0, start - _REACH) : start]))


def is_day(source: Folded, start: int) -> bool:
    """Tell whether « le », « du », « au » or a weekday stands before `start`."""
    may = source.plain.endswith(_DAY_ENDS, max(0, start - _REACH), start)
    return may and bool(_DAY_LEFT.search(source.plain[max(0, start - _REACH) : start]))


_STRICT_LEFT = re.compile(
    r"(?:^|[^\w-])(?:a|à|vers|des|jusqu'a|jusqu'à|avant|peu apres|il est|il etait|indique"
    r"|(?:a|à) (?:partir|compter) de|sur le coup de|aux (?:environs|alentours) de|autour de|passe)"
    r"(?: (?:environ"
    r"|presque))? (?:les )?$"
)
_CLOCK_RIGHT = re.compile(
    r",? (?:a (?:midi|minuit)|à (?:midi|minuit)|du (?:matin|soir)|de l'apres-midi|pile"
    r"|(?:a|à) \d{1,2} ?h ?[0-5]\d|(?:heure )?locales?|heure|gmt|utc|ce (?:matin|soir|lundi|mardi"
    r"|mercredi|jeudi|vendredi"
    r"|samedi|dimanche)|cet apres-midi|precises?|tapantes?|hier|demain|et (?:demie|quart)|moins)\b"
    r"| ?\((?:heure|gmt|utc)"
)
_CLOCK_NOT_RIGHT = re.compile(r" (?:d'|de|du|des|par|plus|avant|apres|supplementaires?|consecutives?)\b")


_LISTED_HOUR = re.compile(r" ?: ")  # « 11 heures : atelier », a line of a programme
_PROGRAMME_LEFT = re.compile(r"(?:^|\W)(?:(?:journal|jt|messe) d[eu]|le|du|au) $")


def is_clock(source: Folded, start: int, end: int) -> bool:
    """Tell whether « 21 heures » at `start`:`end` is a time of the day rather than a duration."""
    left = source.plain[max(0, start - _REACH) : start]
    if _PROGRAMME_LEFT.search(left) or _CLOCK_RIGHT.match(source.plain, end):
        return True
    if source.plain[start - 1 : start] in {"", "\n"} and _LISTED_HOUR.match(source.plain, end):
        return True
    return bool(_STRICT_LEFT.search(left)) and not _CLOCK_NOT_RIGHT.match(source.plain, end)
