"""Section `quotes`: the French words are the article's, the English is asked, and the speaker is taken
from the reporting clause where its syntax is plain and asked where it is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle, Passage
from summarizer.schemas.brief import Finding
from summarizer.schemas.quotes import NOBODY, QuoteDraft, QuoteEntry, TranslatedEntry
from summarizer.sections.piecewise.base import Drafted, accepted, ask_about, check_words, findings_in

SECTION = "quotes"
CHARACTERS_A_TOKEN = 2.5
"""Of French, to a token of its translation: generous, so that no translation is cut off."""
SPEAKER_KINDS = ("person", "organisation", "group", None)


def questions(marked: MarkedArticle) -> list[Question[TranslatedEntry]]:
    """Quotations whose speaker is known are asked one by one, alone; the others with what is around them."""
    outer = list(marked.outer_quotations)
    names = [key for key, name in marked.names.items() if name.kind in SPEAKER_KINDS]
    known = [key for key in outer if marked.quotations[key].speaker is not None]
    unknown = [key for key in outer if key not in known]
    return [
        *(_question(marked, marked.alone(key), ()) for key in known),
        *(
            _question(marked, passage, speakers(marked, passage))
            for passage in marked.passages(unknown, "sentence", also=names)
        ),
    ]


def speakers(marked: MarkedArticle, passage: Passage) -> list[str]:
    """The ids of the names that the passage mentions and that may speak."""
    first, last = marked.extent(passage.sentences[0]), marked.extent(passage.sentences[-1])
    before = marked.sentence_before(passage.sentences[0])
    start = marked.extent(before)[0] if before else first[0]
    return [
        key
        for key, name in marked.names.items()
        if name.kind in SPEAKER_KINDS and any(start <= m.start < last[1] for m in name.mentions)
    ]


def _question(marked: MarkedArticle, passage: Passage, names: Sequence[str]) -> Question[TranslatedEntry]:
    length = sum(len(marked.quotations[key].text) for key in passage.ids)
    return ask_about(
        passage,
        section=SECTION,
        entry=QuoteEntry if names else TranslatedEntry,
        check=partial(check, marked),
        max_tokens=int(length / CHARACTERS_A_TOKEN) + 60 * len(passage.ids),
        choices=names,
    )


def check(marked: MarkedArticle, key: str, entry: TranslatedEntry) -> list[Issue]:
    """What speaks against a translation or a speaker."""
    found = check_words(entry.en, marked.quotations[key].text, marked)
    named = getattr(entry, "speaker", NOBODY)
    if named != NOBODY and named not in marked.names:
        message = f"{named!r} is no id of a name; give one, or {NOBODY!r}."
        found.append(Issue("speaker", named, message, "hard"))
    return found


def draft(marked: MarkedArticle, states: Sequence[AnswerState[TranslatedEntry]]) -> Drafted:
    """The quotes in the order of the text; a doubtful translation is kept and said to be so."""
    entries = accepted(states)
    for state in states:
        entries |= state.doubtful
    doubts = tuple(disagreements(marked, entries))
    if any(state.strict for state in states):
        doubts = tuple(doubt.model_copy(update={"action": "dropped"}) for doubt in doubts)
        entries = {
            key: entry for key, entry in entries.items() if key not in {doubt.item for doubt in doubts}
        }
    drafts = [
        QuoteDraft(
            quotation=key, en=entries[key].en, speaker=speaker_of(marked, key, entries[key]), speaker_en=None
        )
        for key in sorted(entries, key=marked.extent)
    ]
    return Drafted(drafts={"quotes": drafts}, findings=(*findings_in(states, SECTION, kept=True), *doubts))


def disagreements(marked: MarkedArticle, entries: Mapping[str, TranslatedEntry]) -> Iterator[Finding]:
    """Where the model names another speaker than the reporting clause does.

    The clause stands: where code names a speaker at all it is right 0.94 to 0.99 of the times (RESULTS.md).
    """
    for key, entry in entries.items():
        named = getattr(entry, "speaker", NOBODY)
        said = marked.quotations[key].speaker
        if said is None or named not in marked.names:
            continue
        if not any(m.start < said.end and said.start < m.end for m in marked.names[named].mentions):
            other = marked.names[named].text
            message = f"The model takes {other!r} for the speaker; the article's clause names {said.text!r}."
            yield Finding(code="speaker", section=SECTION, item=key, words=other, message=message)


def speaker_of(marked: MarkedArticle, key: str, entry: TranslatedEntry) -> str | None:
    """Who speaks, in the article's words: whom the reporting clause names, else whom the model chose."""
    said = marked.quotations[key].speaker
    if said is not None:
        return said.text
    named = getattr(entry, "speaker", NOBODY)
    return marked.names[named].text if named in marked.names else None
