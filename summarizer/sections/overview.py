"""Section `overview`: the headline and the key points."""

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.errors import ModelOutputError
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Brief, Finding, Statement
from summarizer.schemas.overview import StatementDraft
from summarizer.sections.base import (
    Assembled,
    Claim,
    Failure,
    Judge,
    check_cited,
    cited_ids,
    left_out,
    numbered,
    statement,
    verify_statement,
)

SECTION = "overview"
FIELDS = {"headline": StatementDraft, "key_points": StatementDraft}
MOST = 10
"""Key points that are kept: a model that gives more has not chosen."""
SAME = 0.75
"""Share of common words from which two statements say the same."""
_WORD = re.compile(r"\w+")


def check(marked: MarkedArticle, draft: StatementDraft) -> list[Issue]:
    """What speaks against a headline or key point."""
    return check_cited(marked, draft.en, draft.sentences)


def claims(_marked: MarkedArticle, draft: StatementDraft) -> list[Claim]:
    """The statement itself."""
    return [Claim(draft.en, draft.en, tuple(draft.sentences))]


def assemble(marked: MarkedArticle, drafts: Mapping[str, Sequence[StatementDraft]]) -> Assembled:
    """Headline and key points; where the headline failed, the first key point stands for it.

    Raises ModelOutputError where there is neither.
    """
    points: list[Statement] = []
    findings: list[Finding] = []
    for draft in drafts.get("key_points", ()):
        said = statement(marked, draft.en, draft.sentences)
        needless = _needless(said, points)
        if needless:
            findings.append(needless)
        else:
            points.append(said)
    headlines = drafts.get("headline", ())
    if headlines:
        headline = statement(marked, headlines[0].en, headlines[0].sentences)
    elif points:
        headline = points[0]
    else:
        raise ModelOutputError("no statement of the overview passed the check; try a stronger --model")
    return Assembled(fields={"headline": headline, "key_points": tuple(points)}, findings=tuple(findings))


def _needless(said: Statement, points: Sequence[Statement]) -> Finding | None:
    """The finding of a key point that adds nothing to those before it, or is one too many."""
    if not any(_says_the_same(said.en, other.en) for other in points):
        return left_out(SECTION, said.en, most=MOST, listed=len(points)) if len(points) >= MOST else None
    message = "It says what a key point before it says."
    return Finding(code="repeat", section=SECTION, words=said.en, message=message, action="dropped")


def _says_the_same(one: str, other: str) -> bool:
    """Whether two English sentences are made of nearly the same words."""
    words = [set(_WORD.findall(sentence.casefold())) for sentence in (one, other)]
    return len(words[0] & words[1]) >= SAME * len(words[0] | words[1])


def drafts_of(marked: MarkedArticle, brief: Brief) -> dict[str, list[StatementDraft]]:
    """The drafts that a finished brief can be read as."""
    points = [brief.headline, *brief.key_points]
    drafts = [StatementDraft(en=said.en, sentences=cited_ids(marked, said.evidence)) for said in points]
    return {"headline": drafts[:1], "key_points": drafts[1:]}


def verify(marked: MarkedArticle, brief: Brief, judge: Judge) -> Iterator[Failure]:
    """What in the headline and the key points the article does not bear out."""
    for path, said in (("headline", brief.headline), *numbered("key_points", brief.key_points)):
        yield from verify_statement(marked, path, said, judge)
