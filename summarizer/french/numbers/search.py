"""Finds every number of a French text and says what it is.

One search over the text finds where a number may begin; all else is read around those few places,
with bounded looks to the left and right, so that the time grows with the text's length alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from summarizer.french.document import Document, read_document
from summarizer.french.numbers.cores import Core, read_collective, read_core, read_rank
from summarizer.french.numbers.dates import read_chrono, read_elapsed, read_fixed, read_height, read_noon
from summarizer.french.numbers.exclusions import read_year
from summarizer.french.numbers.folding import Folded, fold
from summarizer.french.numbers.fractions import read_bare_fraction, read_fraction, read_multiple
from summarizer.french.numbers.home_currency import settle
from summarizer.french.numbers.homonyms import un_may_count
from summarizer.french.numbers.joining import join
from summarizer.french.numbers.kinds import classify, qualify, rank
from summarizer.french.numbers.labels import is_class_or_district, is_match_minute, is_version
from summarizer.french.numbers.nouns import next_noun
from summarizer.french.numbers.number_records import Meaning, Reading, label, make_number
from summarizer.french.numbers.phrases import Phrase, read_phrase
from summarizer.french.numbers.roman import find_roman
from summarizer.french.numbers.units import read_unit
from summarizer.text.number import Number

_ANCHOR = re.compile(
    r"[^a-z0-9](?=[,.]?\d|[½¼¾⅓⅔⅕⅙⅛]|[a-z]{1,4}+\d|une?\b"
    r"|d(?:eux|ix|iz|ou[bz]|emi|ecupl)|t(?:rois|reiz|rent|iers|ripl|rill)|q(?:uat|uar|uint|uinz|uadr)"
    r"|c(?:inq|ent)|s(?:ix|ept|eiz|oixant|econd|extupl)|huit|n(?:eu[fv]|onant)|o(?:nz|ctan)|vingt"
    r"|m(?:il|oitie)|billi|zero|premi|mi(?:di|nuit)\b)"
)
_SCORE = re.compile(r"(\d{1,3}) ?(?:-|–|/|tab) ?(\d{1,3})(?![\d,.]\d|\d|[-–/]\d| ?%|[a-z])")
_FORM = re.compile(
    r"[,.]?\d++(?:(?P<free>(?= (?!tab ?\d)[bcgiklpqrtuvwyz])|(?<=\d{3})(?= [adefjnosà])"
    r"|(?<=\d{4})(?=[,.)]?+ [a-wyzà]|\.?\n))|(?P<untimed>(?=, |\. |\n| [^hm':\"]|$)))?"
)
"""A first look at digits: nothing of a fixed form (date, time, score) after them; or no time, no height."""
_LEGAL_LEFT = re.compile(r"(?:^|\W)(?:n ?[°o]|articles?|[lrd]\.|loi|decret|numero) ?$")
_SUFFIX = re.compile(r"(?:(?:er|ere|re|eme|ieme|e)s?|(?<=2)n?de?s?| (?:er|ere|eme|ieme|e))\b(?!['’]|[+-]?\d)")
_GLUED_MONEY = re.compile(r"(?:eur|usd|gbp|chf|cad|us\$)(?=\d)")
_CODE = re.compile(r"pm ?\d{1,2}(?:[.,]\d)?\b|[a-z]{1,5}\d[\w]{0,12}")
_TITLED = re.compile(r" (?:Minutes|Heures)\b")
"""« 20 Minutes », « les 24 Heures du Mans »."""
_FILED = re.compile(r"\d{4,}/$")
"""« requête 55762/00 »."""
_TOKEN = re.compile(r"\w{1,40}")
_MINUS = re.compile(
    r"(?:(?:^|[\s(:,])-|(?:(?<=\S )|(?<=\())–|\( ?-\s|(?:^|\W)(?:à|de|contre|soit) (?P<sign>-\s)|(?:^"
    r"|[\s(])moins )$"
)
_COLD = re.compile(r"(?:^|\s)(-\s)$")
# After these, a hyphen with spaces around it is a minus sign: after a noun it opens an aside.
_TAKES_VALUE = re.compile(
    r"(?:^|\W)(?:a|à|de|et|ou|puis|meme|soit|environ|entre|contre|est|etait|fut|sera|serait|atteint|atteignait"
    r"|atteindrait|affiche|affichait|ressort|recule|reculait|chute|chutait|tombe|tombait|baisse|passe|passait"
    r"|descend|plonge|cede|perd|revient|ramene|prevoit|attend|voit|enregistre|accuse|stagne|chez|avec)"
    r" (-\s)$"
)
_NO_MINUS = re.compile(
    r"(?:^|\W)(?:(?:au|ou|du|le|en|fois|plus|encore|non|\d+|heures?|midi|minuit|deux|trois|quatre|cinq"
    r"|six|sept|huit|neuf"
    r"|dix|vingt|cent|mille) moins )$"
)
_TEMPERATURES = frozenset({"degree", "celsius", "fahrenheit"})
_WEIGHT_CLASS = re.compile(r"(?:^|\W)(?:chez|en|les?|des?|aux?|categorie) [-–] ?$")
_BEHIND_A_WORD = re.compile(r"[a-z] -$")
_KILOS = re.compile(r" ?(?:kg|kilos?|kilogrammes?)\b")


def _anchors(source: Folded) -> Iterator[int]:
    for match in _ANCHOR.finditer(" " + source.plain):
        yield match.start()


def _signed(source: Folded, core: Core) -> Core:
    """Take a minus sign or « moins » before a number into it."""
    if not source.plain.endswith(("-", "–", "moins ", "- "), 0, core.start):
        return core
    left = source.plain[max(0, core.start - 16) : core.start]
    match = _MINUS.search(left)
    if match is None and left.endswith("- ") and (unit := read_unit(source, core.end)):
        match = _COLD.search(left) if unit.code in _TEMPERATURES else None
        match = match or (_TAKES_VALUE.search(left) if unit.kind == "percent" else None)
    if not match or core.value is None or _NO_MINUS.search(left):
        return core
    kilos = _KILOS.match(source.plain, core.end)
    if kilos and (_WEIGHT_CLASS.search(left) or ("g" in kilos[0] and _BEHIND_A_WORD.search(left))):
        return core
    size = 2 if left.endswith("- ") else len(match[0].lstrip(" (:,\n\r\t"))
    return core._replace(start=core.start - size, value=-core.value)


def _quantity(reading: Reading, core: Core) -> Number | None:
    core = _signed(reading.source, core)
    phrase, how = join(reading.source, read_phrase(reading.source, core))
    if how == "score":
        span = (core.start, phrase.end)
        return make_number(reading.source, span, span, Meaning("score", core.value, phrase.upper))
    return classify(reading, phrase)


def _score(source: Folded, start: int) -> Number | None:
    """Read the result of a match: « 3-1 », « 6/4 », « 4 tab 3 »."""
    match = _SCORE.match(source.plain, start)
    if not match:
        return None
    low, high = Decimal(match[1]), Decimal(match[2])
    end = match.end()
    if low <= high and "/" in match[0]:  # 4 shots of 4, no result of a match
        return None
    if low < high and (read_unit(source, end) or next_noun(source, end)):
        return None
    if _LEGAL_LEFT.search(source.plain[max(0, start - 12) : start]):
        return label(source, start, end, "reference")
    code = len(match[1]) > 2 and source.text[max(0, start - 24) : start].rstrip()[-1:].isalpha()
    if code or source.plain[start - 1 : start] == "-":
        return label(source, start, end, "name")
    return make_number(source, (start, end), (start, end), Meaning("score", low, high))


def _ordinal(source: Folded, core: Core) -> Number | None:
    """Read « 13e », « 1er », « 4 e » where letters follow the digits."""
    suffix = _SUFFIX.match(source.plain, core.end)
    if not suffix or core.shape != "digits" or core.factor != 1 or core.value != (core.value or 0) // 1:
        return None
    ordinal = core._replace(end=suffix.end(), shape="ordinal")
    if is_match_minute(source, core.start, suffix.end()):
        return label(source, core.start, suffix.end(), "time")
    if source.plain.startswith(" article", suffix.end()) or is_class_or_district(source, core, suffix.end()):
        return label(source, core.start, suffix.end(), "reference")
    return rank(source, ordinal, core.end)


def _fixed(source: Folded, start: int) -> Number | None:
    """Read what has a form of its own: race times, dates, clock times, telephone numbers, scores."""
    form = _FORM.match(source.plain, start)
    if form is None or form["free"] is not None:
        return None
    if form["untimed"] is None and (timed := _timed(source, start)):
        return timed
    if fixed := read_fixed(source, start):
        return label(source, start, fixed[0], fixed[1])
    return _score(source, start)


def _timed(source: Folded, start: int) -> Number | None:
    """Read times measured and heights: « 1'44 », « 2 h 56 », « 1 m 84 »."""
    if chrono := read_chrono(source, start):
        span = (start, chrono[0])
        return make_number(source, span, span, Meaning("duration", chrono[1], unit="second"))
    if elapsed := read_elapsed(source, start):
        span = (start, elapsed[0])
        return make_number(source, span, span, Meaning("duration", elapsed[1], unit="minute"))
    if height := read_height(source, start):
        span = (start, height[0])
        return make_number(source, span, span, Meaning("measure", height[1], unit="m"))
    return None


def _code(source: Folded, core: Core) -> Number | None:
    """Read digits that are no quantity: « 5G », « 4x4 », « le web 2.0 », an endless row of digits."""
    if is_version(source, core.start, core.end) or _FILED.search(source.plain, core.start - 8, core.start):
        return label(source, core.start, core.end, "name")
    if titled := _TITLED.match(source.text, core.end):
        return label(source, core.start, titled.end(), "name")
    glued = source.plain[core.end : core.end + 1].isalpha() and core.shape == "digits" and core.factor == 1
    token = _TOKEN.match(source.plain, core.end) if glued and not read_unit(source, core.end) else None
    if token is None and core.value is not None:
        return None
    return label(source, core.start, token.end() if token else core.end, "name")


def _from_digits(reading: Reading, start: int) -> Number | None:
    source = reading.source
    if fixed := _fixed(source, start):
        return fixed
    if year := read_year(source, start):
        return year
    core = read_core(source, start)
    if core is None:
        return None
    special = _ordinal(source, core) or _code(source, core)
    return special or _quantity(reading, read_fraction(source, core) or core)


def _special_word(reading: Reading, start: int) -> Number | None:
    """Read the words that are numbers by themselves: « doublé », « midi », « troisième »."""
    source = reading.source
    if multiple := read_multiple(source, start):
        return qualify(reading, Phrase(multiple, multiple.end), start=start, kind="multiple", unit="times")
    if noon := read_noon(source, start):
        return label(source, start, noon, "time")
    ordinal = read_rank(source, start)
    return rank(source, ordinal, ordinal.end) if ordinal else None


def _word_core(source: Folded, start: int) -> Core | None:
    core = read_core(source, start)
    if core is not None:
        return read_fraction(source, core) or core
    return read_bare_fraction(source, start) or read_collective(source, start)


_SEPTEMBER = re.compile(r"sept\. (?=(?:1\d|20)\d\d(?!\d))|sept\.?(?= (?:dernier|prochain)\b)")
_CUT_MONTH_LEFT = re.compile(r"(?:^|\W)(?:en|fin|debut|mi-|courant|depuis|des) ?$")


def _september(source: Folded, start: int) -> Number | None:
    """Read « sept. 2018 », « fin sept. », the month cut short."""
    if not source.plain.startswith("sept", start):
        return None
    match = _SEPTEMBER.match(source.plain, start)
    left = source.plain[max(0, start - 12) : start]
    if match or (source.plain.startswith("sept.", start) and _CUT_MONTH_LEFT.search(left)):
        return label(source, start, start + len("sept."), "date")
    return None


def _from_words(reading: Reading, start: int) -> Number | None:
    source = reading.source
    if month := _september(source, start):
        return month
    if source.plain.startswith("un", start) and not un_may_count(source, start):
        return None
    if special := _special_word(reading, start):
        return special
    if core := _word_core(source, start):
        return _quantity(reading, core)
    if money := _GLUED_MONEY.match(source.plain, start):
        return _from_digits(reading, money.end())
    code = _CODE.match(source.plain, start)
    return label(source, start, code.end(), "name") if code else None


def find_numbers(text: str) -> list[Number]:
    """Return every number of a French text in order, none overlapping another.

    Offsets are code points into `text`, end exclusive. Dates, clock times, telephone numbers,
    references and numbers inside names are in the list with their `kind`; `is_figure` tells the
    quantities from them. Any text is accepted; the time taken grows in proportion to its length.
    """
    document = read_document(text)
    numbers = _find(document.text)
    if document.is_as_given:
        return numbers
    return [_as_given(document, number) for number in numbers]


def _as_given(document: Document, number: Number) -> Number:
    """Return the number with its place in the text as given."""
    if document.stands(number.start, number.end, number.text):
        return number
    place = document.mention(number.start, number.end)
    core_start, core_end = document.span(number.core_start, number.core_end)
    return replace(
        number, start=place.start, end=place.end, text=place.text, core_start=core_start, core_end=core_end
    )


def _find(text: str) -> list[Number]:
    source = fold(text)
    numbers: list[Number] = []
    money: Number | None = None
    position = 0
    reading = Reading(source, None, None)
    for start in _anchors(source):
        if start < position:
            continue
        digits = source.plain[start].isdigit() or source.plain[start] in ",."
        number = _from_digits(reading, start) if digits else _from_words(reading, start)
        if number is None:
            continue
        if number.start < position:
            number = replace(number, start=position, text=text[position : number.end])
        numbers.append(number)
        money = number if number.kind == "money" else money
        reading = Reading(source, number, money)
        position = number.end
    return _merged(settle(source, numbers), find_roman(source))


def _merged(numbers: list[Number], roman: list[Number]) -> list[Number]:
    """Put numbers in Roman figures among the others, where they overlap none."""
    if not roman:
        return numbers
    merged: list[Number] = []
    for number in sorted([*numbers, *roman], key=lambda one: one.start):
        if not merged or number.start >= merged[-1].end:
            merged.append(number)
    return merged
