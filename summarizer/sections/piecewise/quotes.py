"""Section `quotes`: the French words are the article's, and their English is asked.

A speaker is given only where the reporting clause names one.
"""

import re
from collections.abc import Sequence
from functools import partial

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.english.corrections import correct
from summarizer.english.words import is_known_english, is_name_as_well
from summarizer.faithfulness.issue import Issue
from summarizer.marking.hints import hint_line
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.plainer import show_plainly
from summarizer.marking.references import find_party
from summarizer.schemas.quotes import QuoteDraft, TranslatedEntry
from summarizer.sections.piecewise.base import (
    Drafted,
    Passage,
    ask_about,
    best_entries,
    check_words,
    doubtful_of,
    findings_in,
)
from summarizer.sections.piecewise.known_words import known_fragment, known_speaker

SECTION = "quotes"
MOST = 8
"""Quotations that are asked about, at most: each takes some five seconds."""
FEWEST_WORDS = 3
SHOWN_BESIDE = 0.5
"""The confidence below which a translation is left out; its French stands beside it, so it may be low."""
CHARACTERS_A_TOKEN = 2.5
"""Of French, to a token of its translation: generous, so that no translation is cut off."""
_OF_A = re.compile(r"(?:d['’]une?|de\s(?:la|l['’])|du|des)\b")


def questions(marked: MarkedArticle) -> list[Question[TranslatedEntry]]:
    """A question for each quotation that counts, alone, with a line of dictionary in front.

    A quoted adjective of which code has the English is not asked about.
    """
    return [
        _question(marked, key)
        for key in choose(marked)
        if known_fragment(marked, *marked.extent(key)) is None
    ]


def choose(marked: MarkedArticle) -> list[str]:
    """The quotations that count, `MOST` at most: those with a speaker first, then the longer ones."""
    words = {key: len(marked.quotations[key].text.split()) for key in marked.outer_quotations}
    ranked = sorted(
        (key for key in words if words[key] >= FEWEST_WORDS or marked.quotations[key].speaker),
        key=lambda key: (marked.quotations[key].speaker is None, -min(words[key], 12)),
    )
    return sorted(ranked[:MOST], key=marked.extent)


def _question(marked: MarkedArticle, key: str) -> Question[TranslatedEntry]:
    start, end = marked.extent(key)
    shown = show_plainly(marked, start, end)
    return ask_about(
        Passage(
            "\n".join(filter(None, (hint_line(marked, start, end, shown=shown), f"[{key}] {shown}"))),
            (key,),
            (marked.sentence_at(start),),
        ),
        section=SECTION,
        entry=TranslatedEntry,
        check=partial(check, marked),
        max_tokens=int((end - start) / CHARACTERS_A_TOKEN) + 60,
    )


def again(
    _marked: MarkedArticle, _states: Sequence[AnswerState[TranslatedEntry]]
) -> list[Question[TranslatedEntry]]:
    """Nothing is asked in another way."""
    return []


def check(marked: MarkedArticle, key: str, entry: TranslatedEntry) -> list[Issue]:
    """What speaks against a translation."""
    return check_words(entry.en, marked.quotations[key].text, marked, quoted=True)


def draft(marked: MarkedArticle, states: Sequence[AnswerState[TranslatedEntry]]) -> Drafted:
    """The quotes in the order of the text; one that the model was not sure of is left out."""
    entries = best_entries(states, partial(_renderings, marked))
    for state in states:
        for key, entry in state.doubtful.items():
            entries.setdefault(key, (entry, state.confidence.get(entry.en)))
    told = {key: _in_english(marked, key, entry.en) for key, (entry, _) in entries.items()}
    told |= {key: known for key in choose(marked) if (known := known_fragment(marked, *marked.extent(key)))}
    doubts = [
        doubtful_of(SECTION, key, marked.quotations[key].text)
        for key, (_, sure) in entries.items()
        if sure is not None and sure < SHOWN_BESIDE
    ]
    left_out = {doubt.item for doubt in doubts}
    drafts = []
    for key in sorted(told.keys() - left_out, key=marked.extent):
        speaker, speaker_en = _speaker(marked, key)
        drafts.append(QuoteDraft(quotation=key, en=told[key], speaker=speaker, speaker_en=speaker_en))
    return Drafted(
        drafts={"quotes": drafts},
        findings=(*findings_in(states, SECTION, kept=True), *doubts),
        confidence={told[key]: sure for key, (_, sure) in entries.items() if sure is not None},
    )


def _speaker(marked: MarkedArticle, key: str) -> tuple[str | None, str | None]:
    """Who says a quotation, and the English of one who is only described: « un responsable de l'ONU »."""
    quotation = marked.quotations[key]
    said = quotation.speaker
    if said is None:
        return None, None
    party = find_party(marked, said.text, near=quotation.start)
    shown_so = party is not None and said.text.endswith(party.name)
    return said.text, known_speaker(marked, said.text, said.start) if shown_so else None


def _renderings(marked: MarkedArticle, key: str) -> list[str]:
    """What a translation renders: the quotation, or its plainer words that were shown."""
    return [marked.quotations[key].text, show_plainly(marked, *marked.extent(key))]


def _in_english(marked: MarkedArticle, key: str, english: str) -> str:
    """The model's English of a quotation, with known faults mended; part of a sentence has no capital."""
    french = marked.quotations[key].text
    right = correct(english, french, marked.domain)
    if _OF_A.match(french) and right[:3].lower() == "of ":  # « il s'agit « d'une attaque » »: an attack
        right = right[3:]
    first = right.split(" ")[0].rstrip(",.:;").lower()
    if french[:1].islower() and len(first) > 1 and is_known_english(first) and not is_name_as_well(first):
        return right[0].lower() + right[1:]
    return right
