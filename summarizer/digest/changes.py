"""What the French around a figure says of an earlier value: that it has changed, or was wrong."""

import re
from functools import lru_cache

from summarizer.digest.article_figures import COMPARED, Figure
from summarizer.digest.listed_phrases import has, pattern_of, shown, with_digits
from summarizer.digest.rounding import size_of
from summarizer.french import find_numbers
from summarizer.french.weekdays import WEEKDAYS
from summarizer.text.folding import plain_letters

_CHANGES = (
    r"\b(?:(?:port|relev|rehauss|ramen|pass|(?<!se )mont|grimp|bond|tomb|recul|chut|abaiss|augment|reevalu"
    r"|revis|ajust|allong|prolong|gonfl)(?:e|es|ee|ees|ent|ait|aient|er|era|a|ant)"
    r"|(?:re)?descend(?:u|ue|us|ues)?|redui(?:t|te|ts|tes|re|sent|sait)|revoi(?:t|ent)|revue?s?|alourdi[est]{0,2})\b"
)
_TO = r" a(?: (?:pres|plus|moins) de| environ| quelque| au moins)? ?\Z"
_CHANGED_TO = re.compile(rf"{_CHANGES}[^.;:]{{0,60}}{_TO}")
_SET_FROM = re.compile(
    r"\b(?:port|relev|rehauss|ramen|pass|reevalu|revis|ajust|abaiss)(?:e|es|ee|ees|ent|ait|aient|er|era|a|ant)\b"
    r"[^.,;:\d]{0,60} d(?:e(?: (?:pres|plus|moins) de| quelque)? |')\Z"
)
"""No « augmenté de 3 % à 5 % », which may be a range."""
_ONLY_TO = re.compile(rf"(?: [^\W\d_]+){{0,2}}{_TO}")
_AGAINST = re.compile(
    r"\bcontre [^.;]{1,40}\b(?:la veille|l'avant-veille|hier|auparavant|precedemment|initialement"
    rf"|{'|'.join(WEEKDAYS)})\b"
)
_ONLY_LEFT = re.compile(r"\bn(?:e |['’](?:en |y )?)[\w' ]{1,30} plus qu(?:e |['’])")
_AND_NOT = re.compile(
    r"\b(?:et non(?: pas)?|au lieu d[e']s?)(?: d[e'])? ?(?:\d+|neuf(?= (?:comme|ainsi que) ))", re.IGNORECASE
)
"""Says that an earlier figure was wrong: « 298 voix, et non 312 ». « Et non neuf » alone may mean new."""
_DOWN = re.compile(r"\b(?:ramen|tomb|recul|chut|abaiss|(?:re)?descend|redui)")
_UP = re.compile(r"\b(?:port|relev|rehauss|mont|grimp|bond|augment|alourdi)")


def is_update(figure: Figure) -> bool:
    """Whether a figure's sentence, or a title that has the figure, says that it is newer than another."""
    return update_of(figure) is not None


def update_of(figure: Figure) -> str | None:
    """Give the French words that say that a figure is newer than an earlier one; None where nothing does."""
    at = _place_of(figure.entry.source.text, figure.title)
    patterns = (pattern_of("updates"), pattern_of("corrections"), _ONLY_LEFT, _AGAINST)
    looked_for = [(figure.sentence[: figure.at], _CHANGED_TO), (figure.title[: max(at, 0)], _CHANGED_TO)]
    looked_for += [(figure.sentence, one) for one in patterns]
    looked_for += [(figure.title, one) for one in patterns if at >= 0]
    said = next((words for text, pattern in looked_for if (words := shown(text, pattern))), None)
    return said or _and_not(figure.sentence) or (_and_not(figure.title) if at >= 0 else None)


def changed_to(figure: Figure) -> str | None:
    """Give the verb of change that leads to a figure: « a porté son offre à », « ramené de 236 à »."""
    return shown(figure.sentence[: figure.at], _CHANGED_TO)


def went_apart(one: Figure, other: Figure) -> bool:
    """Whether the lower of two figures is said to have come down, the higher up: a river within a day."""
    low, high = sorted((one, other), key=lambda figure: size_of(figure.entry))
    fell, rose = (plain_letters(changed_to(figure) or "") for figure in (low, high))
    first, second = ((bool(_DOWN.search(verb)), bool(_UP.search(verb))) for verb in (fell, rose))
    return first == (True, False) and second == (False, True)


def has_become(former: Figure, newer: Figure) -> bool:
    """Whether one sentence says that the one figure has become the other: « ramené de 236 à 198 »."""
    end = former.at + len(former.entry.source.text)
    if former.brief != newer.brief or former.sentence != newer.sentence or newer.at < end:
        return False
    before, between = former.sentence[: former.at], former.sentence[end : newer.at]
    return bool(_SET_FROM.search(plain_letters(before)) and _ONLY_TO.match(plain_letters(between)))


def replaces(newer: Figure, older: Figure) -> bool:
    """Whether a change that a figure's sentence tells of may be one of an older figure.

    « Ramené de 236 à 198 » changes nothing of the 310 that a union counts.
    """
    told = find_numbers(changed_to(newer) or "")
    values = {number.value for number in told if number.kind in COMPARED and number.value is not None}
    return not values or older.entry.value in values


def is_corrected(figure: Figure) -> bool:
    """Whether the sentence of a figure says that an earlier figure was wrong: « et non 17, par erreur »."""
    if has("corrections", figure.sentence):
        return True
    return _and_not(figure.sentence) is not None and not has("partisans", figure.sentence)


def sums_up(figure: Figure) -> bool:
    """Whether a figure's sentence has words that a newer figure often has: « au total », « a bondi »."""
    return has("sums", figure.sentence)


def is_provisional(figure: Figure) -> bool:
    """Whether the sentence of a figure says that it will change: « pour l'heure », « bilan provisoire »."""
    return has("provisional", figure.sentence)


@lru_cache(maxsize=5_000)
def _and_not(text: str) -> str | None:
    """Give the words that take back an earlier figure: « et non neuf », but not « et non un accident »."""
    found = (text[match.start() : match.end()] for match in _AND_NOT.finditer(with_digits(text)))
    return next(
        (words for words in found if not words.lower().endswith((" un", " une", "'un", "'une"))), None
    )


def _place_of(figure: str, title: str) -> int:
    """Give the place of a figure's number in a title, -1 where the title has another one or none."""
    number = figure.partition(" ")[0].lower()
    found = re.search(rf"\b{re.escape(number)}\b", title.lower()) if number else None
    return found.start() if found else -1
