"""Section `key_figures`: which figures matter, and what they measure, is asked; code reads what they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.english import find_numbers, render_number
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import find_figure
from summarizer.schemas.brief import Brief, Figure, Finding, KeyFigure, Span
from summarizer.schemas.key_figures import KeyFigureDraft
from summarizer.sections.base import (
    Assembled,
    Claim,
    Failure,
    Judge,
    check_words,
    french_of,
    left_out,
    not_there,
    numbered,
    tidy,
)
from summarizer.text.number import Number

SECTION = "key_figures"
FIELDS = {"key_figures": KeyFigureDraft}
MOST = 12
NO_FIGURE = "no_figure"
"""Rule of words that hold no figure: « un couple », « un homme »."""


def check(marked: MarkedArticle, draft: KeyFigureDraft) -> list[Issue]:
    """What speaks against a figure: words that hold none, a label that its sentences do not bear out."""
    number = find_figure(marked, draft.figure)
    if number is None or number.value is None:
        return [replace(issue, rule=NO_FIGURE) for issue in check_figure(marked, draft.figure)]
    return check_words(
        f"{draft.subject}: {draft.measure}", french_of(marked, [_sentence(marked, number)]), marked
    )


def check_figure(marked: MarkedArticle, reference: str) -> list[Issue]:
    """What speaks against an id or words that refer to a figure: there is none, or it has no value."""
    number = find_figure(marked, reference)
    if number is None:
        return [not_there("figure", reference, marked, "holds no figure that can be read")]
    if number.value is None:
        return [Issue("figure", reference, f"« {number.text} » gives no value; leave it out.", "hard")]
    return []


def claims(marked: MarkedArticle, draft: KeyFigureDraft) -> list[Claim]:
    """The whole line, as a reader sees it."""
    number = find_figure(marked, draft.figure)
    if number is None:
        return []
    en = f"{render_number(number)}: {draft.subject}: {draft.measure}"
    return [Claim(en, draft.measure, (_sentence(marked, number),))]


def _sentence(marked: MarkedArticle, number: Number) -> str:
    return marked.sentence_at(number.start)


def assemble(marked: MarkedArticle, drafts: Mapping[str, Sequence[KeyFigureDraft]]) -> Assembled:
    """The brief's figures in the order of the drafts, the same words of the article once."""
    figures: list[KeyFigure] = []
    findings: list[Finding] = []
    places: set[tuple[int, int]] = set()
    for draft in drafts.get("key_figures", ()):
        number = find_figure(marked, draft.figure)
        if number is None or number.value is None:
            continue
        if (number.start, number.end) in places or len(figures) >= MOST:
            findings.append(left_out(SECTION, number.text, most=MOST, listed=len(figures)))
            continue
        places.add((number.start, number.end))
        figures.append(figure(marked, number, number.value, draft))
    return Assembled(fields={"key_figures": tuple(figures)}, findings=tuple(findings))


def figure(marked: MarkedArticle, number: Number, value: Decimal, draft: KeyFigureDraft) -> KeyFigure:
    """A number of the article with its label."""
    read = vars(read_figure(marked, number, value))
    return KeyFigure(**read, subject=tidy(draft.subject), measure=tidy(draft.measure))


def read_figure(marked: MarkedArticle, number: Number, value: Decimal) -> Figure:
    """A number of the article as the brief has it."""
    return Figure(
        source=marked.span(number.start, number.end),
        value=value,
        upper=number.upper,
        unit=number.unit,
        qualifier=number.qualifier,
        en=render_number(number),
    )


def drafts_of(_marked: MarkedArticle, brief: Brief) -> dict[str, list[KeyFigureDraft]]:
    """The drafts that a finished brief can be read as."""
    return {
        "key_figures": [
            KeyFigureDraft(figure=given.source.text, subject=given.subject, measure=given.measure)
            for given in brief.key_figures
        ]
    }


def _is_same_figure(said: str, right: str) -> bool:
    """Whether two English figures read the same: releases differ in words ("double", "doubled")."""
    one, other = find_numbers(said), find_numbers(right)
    if len(one) != 1 or len(other) != 1:
        return False
    around = [words[: n.start] + words[n.end :] for words, n in ((said, one[0]), (right, other[0]))]
    fields = [(n.kind, n.value, n.upper, n.unit, n.qualifier) for n in (one[0], other[0])]
    return around[0] == around[1] and fields[0] == fields[1]


def verify(marked: MarkedArticle, brief: Brief, judge: Judge) -> Iterator[Failure]:
    """What in the key figures the article does not bear out: each is read again from its words."""
    for path, given in numbered("key_figures", brief.key_figures):
        number = figure_at(marked, given.source)
        yield from verify_figure(path, given, number)
        if number is not None:
            evidence = french_of(marked, [_sentence(marked, number)])
            yield from judge(path, f"{given.subject}: {given.measure}", evidence, ())


def figure_at(marked: MarkedArticle, source: Span) -> Number | None:
    """The figure of the article that a span is; None if it is none."""
    here = (n for n in marked.all_numbers if (n.start, n.end) == (source.start, source.end))
    return next((number for number in here if number.is_figure), None)


def verify_figure(path: str, given: Figure, number: Number | None) -> Iterator[Failure]:
    """What in a figure its own words, read as `number`, do not bear out."""
    if number is None:
        yield Failure(f"{path}.source", f"{given.source.text!r} is no figure of the article")
        return
    pairs = (
        ("value", given.value, number.value),
        ("upper", given.upper, number.upper),
        ("unit", given.unit, number.unit),
        ("qualifier", given.qualifier, number.qualifier),
        ("en", given.en, render_number(number)),
    )
    for name, said, right in pairs:
        if said != right and not (name == "en" and _is_same_figure(given.en, str(right))):
            yield Failure(f"{path}.{name}", f"is {said!s}; {given.source.text!r} gives {right!s}")
