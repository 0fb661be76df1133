"""Section `overview`: the headline and the key points. Code picks the sentences that carry the story,
across the whole article; the model says each in English.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.english.corrections import correct, without_addition
from summarizer.faithfulness.issue import Issue
from summarizer.marking.hints import domain_of, hint_line, show_untouched
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.mixed_text import show_mixed
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
from summarizer.sections.piecewise.key_sentences import choose, headline_sentence

SECTION = "overview"
HEADLINE = "H1"
"""Key points that are shown however unsure the model was."""
CHARACTERS_A_TOKEN = 2.5
LONGEST_HEADLINE, SHORTEST_HEADLINE = 90, 40
MOST_AGAIN = 3
"""Sentences that are asked in a second way, at most: each takes some five seconds."""
_CLAUSE = re.compile(r",\s|\s(?:while|as|after|which|who|where|with|following|amid)\s")
"""Where a headline can end: what follows adds to what was said, and does not limit it."""


def questions(marked: MarkedArticle) -> list[Question[OverviewEntry]]:
    """The headline's question, and one for each key sentence, with a line of dictionary in front."""
    lead = headline_sentence(marked)
    if lead is None:
        return []
    return [_question(marked, HEADLINE, lead), *(_question(marked, key, key) for key in choose(marked))]


def _question(
    marked: MarkedArticle, key: str, sentence: str, *, mixed: bool = False
) -> Question[OverviewEntry]:
    """`mixed`: amounts and functions are shown in English within the French, which is another way to ask."""
    start, end = marked.sentences[sentence].start, marked.sentences[sentence].end
    hint = "" if mixed else hint_line(marked, start, end)
    french = " ".join(show_mixed(marked, start, end).split()) if mixed else show_untouched(marked, start, end)
    return ask_about(
        Passage("\n".join(filter(None, (hint, f"[{key}] {french}"))), (key,), (sentence,)),
        section=SECTION,
        entry=OverviewEntry,
        check=partial(check, marked),
        max_tokens=90 if key == HEADLINE else int((end - start) / CHARACTERS_A_TOKEN) + 40,
    )


def again(
    marked: MarkedArticle, states: Sequence[AnswerState[OverviewEntry]]
) -> list[Question[OverviewEntry]]:
    """The sentences that the model was least sure of, asked as mixed text; `MOST_AGAIN` at most."""
    best = best_entries(states, partial(_french, marked))
    asked = [key for state in states for key in state.ids or ()]
    doubts = {key: best[key][1] if key in best else 0.0 for key in asked}
    unsure = [key for key, sure in doubts.items() if sure is not None and sure < SURE]
    found = []
    for key in unsure[:MOST_AGAIN]:
        sentence = headline_sentence(marked) if key == HEADLINE else key
        if sentence is not None:
            question = _question(marked, key, sentence, mixed=True)
            if question.messages != _question(marked, key, sentence).messages:
                found.append(question)
    return found


def check(marked: MarkedArticle, key: str, entry: OverviewEntry) -> list[Issue]:
    """What speaks against a headline or key point."""
    french = evidence(marked, key)
    cut = [] if key == HEADLINE else breaks_off(entry.en, french[-1])
    return cut or check_words(entry.en, french, marked)


def _french(marked: MarkedArticle, key: str) -> str:
    """The sentence that a statement renders."""
    return evidence(marked, key)[-1]


def evidence(marked: MarkedArticle, key: str) -> list[str]:
    """The French that a statement rests on: its sentence, and the one it leans on."""
    sentence = headline_sentence(marked) if key == HEADLINE else key
    before = marked.context_of(sentence) if sentence else None
    return [marked.sentences[k].text for k in (before, sentence) if k]


def draft(marked: MarkedArticle, states: Sequence[AnswerState[OverviewEntry]]) -> Drafted:
    """The headline and the key points in the order of the text; what the model was not sure of is left out.

    The headline is kept with its doubt.
    """
    entries = best_entries(states, partial(_french, marked))
    lead = headline_sentence(marked)
    points = sorted((key for key in entries if key != HEADLINE), key=lambda key: -_sure(entries[key][1]))
    kept = [key for key in points if _sure(entries[key][1]) >= SHOWN]
    if HEADLINE not in entries:
        kept = kept or points[:1]  # which stands for the headline then
    findings = [doubtful_of(SECTION, key, marked.sentences[key].text) for key in points if key not in kept]
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


def _in_english(marked: MarkedArticle, key: str, english: str) -> str:
    """A statement with what code knows to be wrong in it put right; a headline is cut to its length."""
    french = _french(marked, key)
    right = without_addition(correct(english, french, domain_of(marked)), french)
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
