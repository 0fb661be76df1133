"""Section `key_figures`: which numbers matter is decided by code, what they measure is asked, and how
they read in English is written by code.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.key_figures import KeyFigureDraft, KeyFigureEntry
from summarizer.sections.piecewise.base import Drafted, accepted, ask_about, check_words, findings_in
from summarizer.text.number import Number

SECTION = "key_figures"
MOST = 10
TOKENS = 70
_WEIGHT = {
    "money": 3.0,
    "percent": 3.0,
    "measure": 2.0,
    "count": 2.0,
    "multiple": 2.0,
    "fraction": 2.0,
    "score": 1.5,
    "duration": 1.0,
    "rank": -1.0,
    "age": -1.0,
}


_KNOWN_ALREADY = re.compile(r"\b(?:les|ces|ses|leurs|nos|aux)\s$", re.IGNORECASE)
"""« les deux pays »: a number that the reader has been told, or knows."""
_ROUND = re.compile(r"\btableau (?:principal |final )?de\s$", re.IGNORECASE)
"""« le tableau de 32 »: a round of a tournament."""
_FROM_THEN = re.compile(r"\s(?:auparavant|avant|après|plus (?:tôt|tard)|de suite|durant)\b", re.IGNORECASE)
"""« une semaine auparavant »: it says when, not how much."""

_WINNER = re.compile(
    r"(?:[^\S\n]|\n(?=[a-zà-ÿ]))(?:(?P<titles>champion(?:ne)?s?|(?:tenante?|détenteur|détentrice)s?\sdu\stitre)|(?P<victories>vainqueurs?)"
    r"|(?P<medals>médaillée?s?)|(?P<prizes>lauréate?s?)|(?P<finals>finalistes?))\b",
    re.IGNORECASE,
)
"""« triple championne du monde », « neuf fois vainqueur »: what was won so many times."""
_SO_MANY_TIMES = re.compile(r"(?:\A(?:double|triple|quadruple|quintuple|sextuple)s?|\bfois)\Z", re.IGNORECASE)
_WON = {
    "titles": "titles won",
    "victories": "victories",
    "medals": "medals won",
    "prizes": "prizes won",
    "finals": "finals reached",
}


def questions(marked: MarkedArticle) -> list[Question[KeyFigureEntry]]:
    """A question a window about the figures that matter."""
    return [
        ask_about(
            passage,
            section=SECTION,
            entry=KeyFigureEntry,
            check=partial(check, marked),
            max_tokens=TOKENS * len(passage.ids) + 30,
        )
        for passage in marked.passages(choose(marked), "sentence")
    ]


def choose(marked: MarkedArticle, most: int = MOST) -> list[str]:
    """The ids of the figures worth a line, at most `most`, in the order of the text.

    The same amount told twice is one figure; ages and bare ones that say little are left out.
    """
    first: dict[tuple[object, ...], str] = {}
    for key, number in marked.numbers.items():
        if number.value is not None:
            first.setdefault((number.value, number.upper, number.unit, number.kind), key)
    weighed = {key: weigh(marked, key) for key in first.values()}
    best = sorted((key for key in weighed if weighed[key] > 0), key=lambda key: -weighed[key])[:most]
    return sorted(best, key=marked.extent)


def weigh(marked: MarkedArticle, key: str) -> float:
    """How much a figure matters, by its kind, its size and where it stands; not above 0: left out."""
    number = marked.numbers[key]
    weight = _WEIGHT.get(number.kind, 0.0)
    if number.kind == "count" and number.unit is None:
        weight += _size(number.value or Decimal(0))
    if number.kind in {"count", "duration"} and _KNOWN_ALREADY.search(
        marked.text, max(0, number.start - 12), number.start
    ):
        weight -= 2.0
    if _ROUND.search(marked.text, max(0, number.start - 24), number.start):
        weight -= 4.0
    if number.kind == "duration" and _FROM_THEN.match(marked.text, number.end):
        weight -= 2.0
    position = number.start / max(len(marked.text), 1)
    return weight + (1.0 - position) * 0.5


def _size(value: Decimal) -> float:
    if value >= 1000:
        return 1.0
    if value == 1:
        return -4.0
    return 0.0 if value > 3 else -1.5


def check(marked: MarkedArticle, key: str, entry: KeyFigureEntry) -> list[Issue]:
    """What speaks against a label: numbers and names that its sentences do not have, French words."""
    sentence = marked.sentence_at(marked.extent(key)[0])
    before = marked.context_of(sentence)
    evidence = [marked.sentences[k].text for k in (before, sentence) if k]
    return check_words(f"{entry.subject}: {entry.measure}", evidence, marked)


def draft(marked: MarkedArticle, states: Sequence[AnswerState[KeyFigureEntry]]) -> Drafted:
    """The figures with their labels, in the order of the text."""
    entries = accepted(states)
    drafts = [
        KeyFigureDraft(
            figure=key,
            subject=entries[key].subject,
            measure=_measure(marked, marked.numbers[key], entries[key]),
        )
        for key in sorted(entries, key=marked.extent)
    ]
    return Drafted(drafts={"key_figures": drafts}, findings=findings_in(states, SECTION))


def _measure(marked: MarkedArticle, number: Number, entry: KeyFigureEntry) -> str:
    """What the figure measures; a score and titles won are known, whatever a model makes of them."""
    won = _WINNER.match(marked.text, number.end) if _SO_MANY_TIMES.search(number.text) else None
    if won and won.lastgroup:
        return _WON[won.lastgroup]
    if number.kind != "score" or re.search(r"\bscore\b", entry.measure, re.IGNORECASE):
        return entry.measure
    return "score of the penalty shoot-out" if "tab" in number.text.lower() else "score"
