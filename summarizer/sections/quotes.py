"""Section `quotes`: the French words are the article's own; their English, and who says them, is asked."""

from collections.abc import Iterator, Mapping, Sequence

from summarizer.faithfulness.issue import Issue
from summarizer.french import Quotation
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import Party, find_party, find_quotation
from summarizer.schemas.brief import Brief, Finding, Quote, Span
from summarizer.schemas.quotes import QuoteDraft
from summarizer.sections.base import (
    Assembled,
    Claim,
    Failure,
    Judge,
    check_words,
    left_out,
    not_there,
    numbered,
    tidy,
)
from summarizer.sections.certain import certain
from summarizer.sections.parties import check_party, english_form
from summarizer.text.folding import fold

SECTION = "quotes"
FIELDS = {"quotes": QuoteDraft}
MOST = 20


def check(marked: MarkedArticle, draft: QuoteDraft) -> list[Issue]:
    """What speaks against a quote: words that nobody says there, its English, another speaker's clause."""
    quotation = find_quotation(marked, draft.quotation)
    found = check_translation(marked, draft.quotation, draft.en)
    if quotation is None:
        return found
    if draft.speaker is None:
        return [*found, *_other_speaker(quotation, None)]
    party = find_party(marked, draft.speaker, near=quotation.start)
    found += check_party(marked, "speaker", draft.speaker, draft.speaker_en or draft.speaker)
    return found if party is None else [*found, *_other_speaker(quotation, party)]


def check_translation(marked: MarkedArticle, reference: str, english: str) -> list[Issue]:
    """What speaks against an id or words that refer to a quotation, and against its English."""
    quotation = find_quotation(marked, reference)
    if quotation is None:
        return [not_there("quotation", reference, marked, "does not stand between quotation marks")]
    return check_words(english, quotation.text, marked, quoted=True)


def _other_speaker(quotation: Quotation, party: Party | None) -> list[Issue]:
    """The remark that the reporting clause seems to name another speaker than the one given."""
    said = quotation.speaker
    if said is None or (party and any(m.start < said.end and said.start < m.end for m in party.mentions)):
        return []
    instead = f"not « {party.name} »" if party else "and none is given"
    message = f"The reporting clause seems to name « {said.text} » as the speaker, {instead}."
    return [Issue("speaker", party.name if party else "", message, "soft")]


def claims(marked: MarkedArticle, draft: QuoteDraft) -> list[Claim]:
    """The translation at its own words, and who is said to speak at the sentence around them."""
    quotation = find_quotation(marked, draft.quotation)
    if quotation is None:
        return []
    found = [Claim(f"“{draft.en}”", draft.en, french=quotation.text)]
    if draft.speaker is not None:
        here = marked.sentence_at(quotation.start)
        who = draft.speaker_en or draft.speaker
        found.append(Claim(f"{who} says “{draft.en}”", draft.en, (here,)))
    return found


def assemble(marked: MarkedArticle, drafts: Mapping[str, Sequence[QuoteDraft]]) -> Assembled:
    """The brief's quotes in the order of the text, the same words once."""
    found: dict[tuple[int, int], Quote] = {}
    findings: list[Finding] = []
    for draft in drafts.get("quotes", ()):
        quotation = find_quotation(marked, draft.quotation)
        if quotation is None:
            continue
        made = quote(marked, quotation, draft)
        again = any(
            (start < quotation.end and quotation.start < end) or _is_same(one, made)
            for (start, end), one in found.items()
        )
        if again or len(found) >= MOST:
            findings.append(left_out(SECTION, quotation.text, most=MOST, listed=len(found)))
            continue
        found[quotation.start, quotation.end] = made
    return Assembled(
        fields={"quotes": tuple(found[place] for place in sorted(found))}, findings=tuple(findings)
    )


def _is_same(one: Quote, other: Quote) -> bool:
    """Whether somebody is quoted with the same words twice, as in a title and its text."""
    return one.speaker == other.speaker and fold(one.source.text) == fold(other.source.text)


def quote(marked: MarkedArticle, quotation: Quotation, draft: QuoteDraft) -> Quote:
    """A quotation of the article with its English and its speaker, in the fullest form of the name."""
    speaker = find_party(marked, draft.speaker, near=quotation.start) if draft.speaker else None
    return Quote(
        source=marked.span(quotation.start, quotation.end),
        en=tidy(draft.en),
        speaker=speaker.name if speaker else None,
        speaker_en=english_form(speaker.name, draft.speaker_en) if speaker else None,
        speaker_source=_nearest(speaker.mentions, quotation) if speaker else None,
        partial=quotation.partial,
    )


def _nearest(mentions: Sequence[Span], quotation: Quotation) -> Span:
    """The mention nearest to a quotation, before its end or behind it."""
    outside = [m for m in mentions if not quotation.start <= m.start < quotation.end] or mentions
    return min(outside, key=lambda m: min(abs(m.start - quotation.end), abs(quotation.start - m.end)))


def drafts_of(_marked: MarkedArticle, brief: Brief) -> dict[str, list[QuoteDraft]]:
    """The drafts that a finished brief can be read as."""
    return {
        "quotes": [
            QuoteDraft(
                quotation=given.source.text, en=given.en, speaker=given.speaker, speaker_en=given.speaker_en
            )
            for given in brief.quotes
        ]
    }


def verify(marked: MarkedArticle, brief: Brief, judge: Judge) -> Iterator[Failure]:
    """What in the quotes the article does not bear out."""
    for path, given in numbered("quotes", brief.quotes):
        quotation = quotation_at(marked, given.source)
        yield from verify_translation(path, given, quotation, judge)
        if quotation is not None:
            yield from _verify_speaker(marked, path, given, quotation, brief)


def verify_translation(
    path: str, given: Quote, quotation: Quotation | None, judge: Judge
) -> Iterator[Failure]:
    """What in a quote the quotation that it is of does not bear out, its speaker left out."""
    if quotation is None:
        yield Failure(f"{path}.source", f"{given.source.text[:60]!r} is no quotation of the article")
        return
    whole = (quotation.start, quotation.end) == (given.source.start, given.source.end)
    partial = quotation.partial if whole else True
    if given.partial != partial:
        yield Failure(f"{path}.partial", f"is {given.partial}; the article says {partial}")
    yield from judge(path, given.en, [given.source.text], (), quoted=True)


def quotation_at(marked: MarkedArticle, source: Span) -> Quotation | None:
    """The quotation that a span is, or is a part of."""
    inside = [q for q in marked.all_quotations if q.start <= source.start and source.end <= q.end]
    return min(inside, key=lambda quotation: quotation.end - quotation.start, default=None)


def _verify_speaker(
    marked: MarkedArticle, path: str, given: Quote, quotation: Quotation, brief: Brief
) -> Iterator[Failure]:
    """Whether the speaker stands where the brief says, and is whom the reporting clause names.

    A brief may give another speaker than the clause seems to name, if its findings say so.
    """
    source = given.speaker_source
    party = find_party(marked, given.speaker, near=source.start) if given.speaker and source else None
    if (given.speaker is None) != (source is None):
        yield Failure(f"{path}.speaker_source", "is there without a speaker, or a speaker without it")
    elif given.speaker is not None and party is None:
        yield Failure(f"{path}.speaker", f"{given.speaker!r} does not stand in the article")
    elif party and source and (source.start, source.end) not in {(m.start, m.end) for m in party.mentions}:
        yield Failure(f"{path}.speaker_source", f"does not name {given.speaker!r}")
    elif not any(f.code == "speaker" and f.words == (given.speaker or "") for f in brief.findings):
        for issue in certain(_other_speaker(quotation, party), brief.provenance.plan):
            yield Failure(f"{path}.speaker", issue.message)
