"""Days as the digest compares them: of any precision, or named by their weekday."""

import re
from datetime import date
from functools import lru_cache

from summarizer.french.weekdays import WEEKDAYS

WINDOW = 45
"""Days within which two articles can be on one event."""
FULL = 3
"""Days up to which a difference of dates counts nothing."""
FADED = 0.55
"""What is left of a likeness at the window's end."""

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b(?! (?:prochain|suivant))", re.IGNORECASE)
_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".replace(
    " ", "|"
)
_NTH = (
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme "
    "douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme"
)
_SPELLED = {"premiere": 1, "second": 2, "seconde": 2} | {word: n for n, word in enumerate(_NTH.split(), 1)}
_SERIES = "journee|etape|tour|manche|edition|acte|semaine|seance|match|audience|numero|round"
_SPELLED_SERIES = "journee|etape|tour|manche|edition|acte|demi-finale|round"
_ROUND = re.compile(
    rf"\b(?:(?P<nth>\d{{1,3}})(?:e|er|re|eme) (?P<of>{_SERIES})"
    rf"|(?P<spelled>{'|'.join(sorted(_SPELLED, key=len, reverse=True))}) (?P<part>{_SPELLED_SERIES})"
    r"|(?P<kind>acte|semaine|numero) (?P<number>\d{1,3})"
    rf"|(?:en|fin|pour|mois de|mois d') ?(?P<month>{_MONTHS}))\b"
)


@lru_cache(maxsize=20_000)
def days(published: str | None) -> tuple[int, int] | None:
    """Give the first and last day that a date of any precision may mean, as ordinals."""
    if published is None:
        return None
    try:
        first = date.fromisoformat((published + "-01-01")[:10])
    except ValueError:
        return None
    last = {4: 365, 7: 30}.get(len(published), 0)
    return first.toordinal(), first.toordinal() + last


def apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    """Give the days between two stretches of days; 0 where they overlap, or one is not known."""
    if one is None or other is None:
        return 0
    return max(0, one[0] - other[1], other[0] - one[1])


def fade(gap: int) -> float:
    """How much the likeness of two articles counts that are `gap` days apart; 0 outside the window."""
    if gap <= FULL:
        return 1.0
    return 0.0 if gap > WINDOW else 1.0 - (1.0 - FADED) * (gap - FULL) / (WINDOW - FULL)


def named_days(text: str, published: str | None) -> frozenset[str]:
    """Give the days that a text calls by their weekday, seen from its date: « mardi » is the last Tuesday.

    >>> sorted(named_days("Mardi, et non mercredi prochain.", "2026-02-04"))
    ['2026-02-03']
    """
    known = days(published)
    if known is None or known[0] != known[1]:
        return frozenset()
    named = {WEEKDAYS.index(match[1].lower()) for match in _WEEKDAY.finditer(text)}
    return frozenset(date.fromordinal(known[0] - (known[0] - 1 - day) % 7).isoformat() for day in named)


def named_rounds(folded: str) -> frozenset[str]:
    """Give the rounds of a series that a folded text names: the 12th matchday, the month of the figures.

    >>> sorted(named_rounds("la 12e journee de la ligue, comme en mai"))
    ['journee 12', 'month mai']
    >>> sorted(named_rounds("les resultats de la douzieme journee"))
    ['journee 12']
    """
    found = set()
    for match in _ROUND.finditer(folded):
        if match["month"]:
            found.add(f"month {match['month']}")
        elif match["spelled"]:
            found.add(f"{match['part']} {_SPELLED[match['spelled']]}")
        else:
            found.add(f"{match['of'] or match['kind']} {match['nth'] or match['number']}")
    return frozenset(found)
