"""Section `overview`: the headline and the key points. Code picks the sentences that carry the story,
across the whole article; the model says each in English.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.english.corrections import correct, without_addition
from summarizer.faithfulness.issue import Issue
from summarizer.marking.hints import hint_line
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.mixed_text import show_mixed
from summarizer.marking.plainer import show_plainly
from summarizer.schemas.brief import Finding
from summarizer.schemas.overview import OverviewEntry, StatementDraft
from summarizer.sections.piecewise.base import (
    SHOWN,
    SURE,
    Drafted,
    Passage,
    ask_about,
    best_entries,
    breaks_off,
    check_words,
    doubtful_of,
    findings_in,
)
from summarizer.sections.piecewise.grounds import without_invented_day
from summarizer.sections.piecewise.key_sentences import choose, choose_next, headline_sentence, told_from
from summarizer.sections.piecewise.main_clause import TOO_LONG, main_clause_end

SECTION = "overview"
HEADLINE = "H1"
"""Key points that are shown however unsure the model was."""
CHARACTERS_A_TOKEN = 2.5
LONGEST_HEADLINE, SHORTEST_HEADLINE = 90, 40
MOST_AGAIN = 3
"""Questions that take the place of unsure answers, at most: each takes some five seconds."""
ENOUGH_SURE = 4
"""Key points without doubt beside which unsure ones are left out."""
_CLAUSE = re.compile(r",\s|\s(?:while|as|after|which|who|where|with|following|amid)\s")
"""Where a headline can end: what follows adds to what was said, and does not limit it."""


def questions(marked: MarkedArticle) -> list[Question[OverviewEntry]]:
    """The headline's question, and one for each key sentence, with a line of dictionary in front."""
    lead = headline_sentence(marked)
    if lead is None:
        return []
    return [_question(marked, HEADLINE, lead), *(_question(marked, key, key) for key in choose(marked))]


def _question(
    marked: MarkedArticle, key: str, sentence: str, *, mixed: bool = False, cut: bool = False
) -> Question[OverviewEntry]:
    """`mixed`: amounts and functions are shown in English within the French, which is another way to ask.

    `cut`: the main clause of a key point is asked about; of a headline or a very long sentence it always is.
    """
    start, end = _extent(marked, key, sentence, cut=cut)
    if mixed:
        hint, french = "", " ".join(show_mixed(marked, start, end).split())
    else:
        french = _shown(marked, start, end)
        hint = hint_line(marked, start, end, shown=french)
    return ask_about(
        Passage("\n".join(filter(None, (hint, f"[{key}] {french}"))), (key,), (sentence,)),
        section=SECTION,
        entry=OverviewEntry,
        check=partial(check, marked),
        max_tokens=90 if key == HEADLINE else int((end - start) / CHARACTERS_A_TOKEN) + 40,
    )


def _extent(marked: MarkedArticle, key: str, sentence: str, *, cut: bool = False) -> tuple[int, int]:
    """Which words of a sentence are asked about."""
    start, end = told_from(marked, sentence), marked.extent(sentence)[1]
    told = marked.text[start:end]
    if cut or key == HEADLINE or len(told.split()) > TOO_LONG:
        return start, start + main_clause_end(told)
    return start, end


def again(
    marked: MarkedArticle, states: Sequence[AnswerState[OverviewEntry]]
) -> list[Question[OverviewEntry]]:
    """What takes the place of unsure answers; `MOST_AGAIN` questions at most.

    A key point is asked by its main clause; where it has none and would be left out, another sentence is. A
    headline is asked as mixed text, and so is a point where no other sentence is left.
    """
    best = best_entries(states, partial(_renderings, marked))
    asked = [key for state in states for key in state.ids or ()]
    further = iter(choose_next(marked, MOST_AGAIN))
    found = []
    for key in asked:
        sure = _sure(best[key][1]) if key in best else 0.0
        if sure < (SURE if key == HEADLINE or _can_be_cut(marked, key) else SHOWN):
            found += _in_place_of(marked, key, further)
    return found[:MOST_AGAIN]


def _can_be_cut(marked: MarkedArticle, key: str) -> bool:
    """Whether a key point that was asked whole has a main clause to be asked by."""
    return _extent(marked, key, key) != _extent(marked, key, key, cut=True)


def _in_place_of(marked: MarkedArticle, key: str, further: Iterator[str]) -> list[Question[OverviewEntry]]:
    """The question that takes the place of one whose answer was unsure, if there is another way to ask."""
    sentence = headline_sentence(marked) if key == HEADLINE else key
    if sentence is None:
        return []
    if key != HEADLINE:
        if _can_be_cut(marked, key):
            return [_question(marked, key, key, cut=True)]
        if (other := next(further, None)) is not None:
            return [_question(marked, other, other)]
    mixed = _question(marked, key, sentence, mixed=True)
    return [mixed] if mixed.messages != _question(marked, key, sentence).messages else []


def check(marked: MarkedArticle, key: str, entry: OverviewEntry) -> list[Issue]:
    """What speaks against a headline or key point."""
    french = evidence(marked, key)
    cut = [] if key == HEADLINE else breaks_off(entry.en, french[-1])
    return cut or check_words(entry.en, french, marked)


def _french(marked: MarkedArticle, key: str) -> str:
    """The sentence that a statement renders."""
    return evidence(marked, key)[-1]


def _renderings(marked: MarkedArticle, key: str) -> list[str]:
    """What a statement may render: its sentence or the main clause, as they were shown."""
    sentence = headline_sentence(marked) if key == HEADLINE else key
    if sentence is None:
        return []
    extents = dict.fromkeys(_extent(marked, sentence, sentence, cut=cut) for cut in (False, True))
    return [_shown(marked, *extent) for extent in extents]


def _shown(marked: MarkedArticle, start: int, end: int) -> str:
    """A stretch of the article as a sentence in plainer words."""
    shown = show_plainly(marked, start, end)
    return shown[:1].upper() + shown[1:]


def evidence(marked: MarkedArticle, key: str) -> list[str]:
    """The French that a statement rests on: its sentence, and the one it leans on."""
    sentence = headline_sentence(marked) if key == HEADLINE else key
    before = marked.context_of(sentence) if sentence else None
    return [marked.sentences[k].text for k in (before, sentence) if k]


def draft(marked: MarkedArticle, states: Sequence[AnswerState[OverviewEntry]]) -> Drafted:
    """The headline and the key points in the order of the text; what the model was not sure of is left out.

    The headline is kept with its doubt.
    """
    entries = best_entries(states, partial(_renderings, marked))
    lead = headline_sentence(marked)
    points = sorted((key for key in entries if key != HEADLINE), key=lambda key: -_sure(entries[key][1]))
    sure = [key for key in points if _sure(entries[key][1]) >= SURE]
    unsure = [key for key in points if SHOWN <= _sure(entries[key][1]) < SURE]
    kept = [*sure, *unsure[: max(0, ENOUGH_SURE - len(sure))]]
    if HEADLINE not in entries:
        kept = kept or points[:1]  # which stands for the headline then
    findings = [doubtful_of(SECTION, key, _main_clause(marked, key)) for key in points if key not in kept]
    headline = []
    told = {key: _in_english(marked, key, entry.en) for key, (entry, _) in entries.items()}
    if HEADLINE in entries and lead:
        headline = [StatementDraft(en=told[HEADLINE], sentences=[lead])]
    return Drafted(
        drafts={
            "headline": headline,
            "key_points": [
                StatementDraft(en=told[key], sentences=[key]) for key in sorted(kept, key=marked.extent)
            ],
        },
        findings=(*_findings(states, entries), *findings),
        confidence={told[key]: sure for key, (_, sure) in entries.items() if sure is not None},
    )


def _main_clause(marked: MarkedArticle, key: str) -> str:
    start, end = _extent(marked, key, key, cut=True)
    return marked.text[start:end]


def _in_english(marked: MarkedArticle, key: str, english: str) -> str:
    """A statement with what code knows to be wrong in it put right; a headline is cut to its length."""
    french = _french(marked, key)
    right = without_addition(correct(english, french, marked.domain), french)
    right = without_invented_day(right, " ".join(evidence(marked, key)))
    return short_headline(right) if key == HEADLINE else right


def _findings(
    states: Sequence[AnswerState[OverviewEntry]], entries: Mapping[str, tuple[OverviewEntry, float | None]]
) -> list[Finding]:
    """What the check found, without what it says of an answer that gave way to a surer one."""
    found: list[Finding] = []
    for state in states:
        gave_way = {key for key, (entry, _) in entries.items() if state.accepted.get(key) is not entry}
        found += (finding for finding in findings_in([state], SECTION) if finding.item not in gave_way)
    return found


def _sure(confidence: float | None) -> float:
    return 1.0 if confidence is None else confidence


def short_headline(english: str) -> str:
    """A headline of at most `LONGEST_HEADLINE` characters, if its last clauses can be left out; no stop.

    >>> short_headline("Union ends strike.")
    'Union ends strike'
    """
    words = english.strip().rstrip(".").strip()
    while len(words) > LONGEST_HEADLINE:
        cuts = [match.start() for match in _CLAUSE.finditer(words) if match.start() >= SHORTEST_HEADLINE]
        if not cuts:
            break
        words = words[: cuts[-1]]
    return words
