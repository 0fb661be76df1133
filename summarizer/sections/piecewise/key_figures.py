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
from summarizer.marking.hints import hint_line, opening_name, show_untouched
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.mixed_text import neutral
from summarizer.schemas.key_figures import KeyFigureDraft, KeyFigureEntry
from summarizer.sections.piecewise.base import Drafted, Passage, accepted, ask_about, check_words, findings_in
from summarizer.sections.piecewise.figure_labels import (
    known_measure,
    measure_of,
    what_is_counted,
    what_is_won,
)
from summarizer.sections.piecewise.label_grounds import label_stands

SECTION = "key_figures"
MOST = 10
TOKENS = 70
SURE_OF_LABEL = 0.3
"""The confidence from which a label is shown: its words are free, so right ones are unlikely, too."""
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

_CONTENT = re.compile(r"\b(?!number\b|amount\b)[^\W\d_]{4,}")


def questions(marked: MarkedArticle) -> list[Question[KeyFigureEntry]]:
    """A question for each sentence about its figures that matter, with a line of dictionary in front.

    What code can tell well is not asked.
    """
    by_sentence: dict[str, list[str]] = {}
    for key in choose(marked):
        if known_measure(marked, marked.numbers[key]):
            continue
        by_sentence.setdefault(marked.sentence_at(marked.extent(key)[0]), []).append(key)
    return [_question(marked, sentence, keys) for sentence, keys in by_sentence.items()]


def _question(marked: MarkedArticle, sentence: str, keys: Sequence[str]) -> Question[KeyFigureEntry]:
    start, end = marked.extent(sentence)
    shown = "\n".join(filter(None, (hint_line(marked, start, end), show_figures(marked, sentence, keys))))
    return ask_about(
        Passage(shown, tuple(keys), (sentence,)),
        section=SECTION,
        entry=KeyFigureEntry,
        check=partial(check, marked),
        max_tokens=TOKENS * len(keys) + 30,
    )


def show_figures(marked: MarkedArticle, sentence: str, keys: Sequence[str]) -> str:
    """A sentence on one line as it was written, with the figures that are asked about marked.

    A sentence that leans on the one before comes behind it.
    """
    start, end = marked.extent(sentence)
    name, at = opening_name(marked, start)
    before = marked.context_of(sentence)
    parts = [show_untouched(marked, *marked.extent(before)), " "] if before and not name else []
    parts.append(name)
    for key in keys:
        number = marked.numbers[key]
        left, right = (
            (number.start, number.end) if number.counted is None else (number.core_start, number.core_end)
        )
        parts += [neutral(marked.text[at:left]), f"[{key}: {neutral(marked.text[left:right])}]"]
        at = right
    return " ".join("".join((*parts, neutral(marked.text[at:end]))).split())


def choose(marked: MarkedArticle, most: int = MOST) -> list[str]:
    """The ids of the figures worth a line, at most `most`, in the order of the text.

    The same amount told twice is one figure, that with “about” or “more than” before one without; ages and
    bare ones that say little are left out.
    """
    first: dict[tuple[object, ...], str] = {}
    for key, number in marked.numbers.items():
        if number.value is not None:
            same = (number.value, number.upper, number.unit, number.kind)
            told = marked.numbers[first.setdefault(same, key)]
            if told.qualifier == "exact" != number.qualifier:
                first[same] = key
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
    if number.kind == "multiple" and "fois" in number.text and what_is_won(marked, number) is None:
        weight -= 2.0  # « payer deux fois » counts nothing that a label can name
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
    shown = [marked.sentences[k].text for k in _sentences(marked, key) if k]
    return check_words(entry.measure, shown, marked)


def _sentences(marked: MarkedArticle, key: str) -> tuple[str | None, str]:
    """The sentence of a figure, and the one before if it leans on it."""
    sentence = marked.sentence_at(marked.extent(key)[0])
    return marked.context_of(sentence), sentence


def again(
    _marked: MarkedArticle, _states: Sequence[AnswerState[KeyFigureEntry]]
) -> list[Question[KeyFigureEntry]]:
    """Nothing is asked in another way."""
    return []


def draft(marked: MarkedArticle, states: Sequence[AnswerState[KeyFigureEntry]]) -> Drafted:
    """The figures with their labels, in the order of the text."""
    entries = accepted(states)
    drafts: list[KeyFigureDraft] = []
    said: set[tuple[str, frozenset[str]]] = set()
    for key in sorted(choose(marked), key=marked.extent):
        words = _sure_words(marked, key, states, entries.get(key))
        alike = marked.sentence_at(marked.extent(key)[0]), frozenset(_CONTENT.findall(words or ""))
        # one label for two figures of a sentence may be wrong for the second: « 148 des 312 emplois »
        known = what_is_counted(marked, marked.numbers[key]) if alike in said else None
        measure = measure_of(marked, marked.numbers[key], known or words)
        said.add(alike)
        if measure is not None:
            drafts.append(KeyFigureDraft(figure=key, subject="", measure=measure))
    return Drafted(drafts={"key_figures": drafts}, findings=findings_in(states, SECTION))


def _sure_words(
    marked: MarkedArticle,
    key: str,
    states: Sequence[AnswerState[KeyFigureEntry]],
    entry: KeyFigureEntry | None,
) -> str | None:
    """A label that the model was sure of and that the French bears out; None without one."""
    if entry is None:
        return None
    shown = [marked.sentences[k].text for k in _sentences(marked, key) if k]
    if not label_stands(entry.measure, shown):
        return None
    told = next(
        (state.confidence[entry.measure] for state in states if entry.measure in state.confidence), 1.0
    )
    return entry.measure if told >= SURE_OF_LABEL else None
