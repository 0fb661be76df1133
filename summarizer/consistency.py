"""Whether the parts of a brief fit one another and the sentences that they cite, without a model.

`verify` looks at each entry by itself. What is wrong with a brief as a whole stands here: entries twice,
evidence that is everything or has nothing to do with the statement, English that was exchanged between
entries.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.faithfulness import likeness
from summarizer.faithfulness.folding import fold
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Brief, Dispute, Span, Statement

MOST_CITED = 6
MOST_OF_ALL = 0.5
"""Sentences that a statement can rest on, and the share of the article: more of both is no evidence."""
UNLIKE = 0.15
"""The share of its words below which a statement has nothing to do with its evidence (0 of 202 true ones)."""
CLEARER = 0.25
"""How much liker the other's French must be, both ways, before two entries count as exchanged."""
MUCH_CLEARER = 0.5
"""How much liker it must be where it is so one way alone."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """English words of the brief and the French that they are held against."""

    path: str
    english: str
    french: tuple[str, ...]


def inconsistencies(brief: Brief, marked: MarkedArticle) -> Iterator[tuple[str, str]]:
    """Yield what does not fit in a brief: the place and what is wrong there."""
    yield from _doubled(brief)
    yield from _stuffed(brief, marked)
    yield from _unlike(brief, marked)
    yield from _exchanged(_quotes(brief))
    # the label of a whole brief may rest on any sentence: it must fit the other's, and the other's its own
    yield from _exchanged(_figures(brief, marked), both_ways=brief.provenance.plan == "whole")
    yield from _exchanged(_roles(brief, marked))
    yield from _impossible(brief)


def _doubled(brief: Brief) -> Iterator[tuple[str, str]]:
    """Entries that stand twice: the same place, name or words."""
    lists: tuple[tuple[str, Sequence[object]], ...] = (
        ("key_points", [_plain(point.en) for point in brief.key_points]),
        ("key_figures", [figure.source.start for figure in brief.key_figures]),
        ("quotes", [quote.source.start for quote in brief.quotes]),
        ("stakeholders", [fold(each.name) for each in brief.stakeholders]),
        ("disputes", [_what_is_disputed(each) for each in brief.disputes]),
    )
    for name, keys in lists:
        for at, key in enumerate(keys):
            if key in keys[:at]:
                yield f"{name}[{at}]", f"says again what {name}[{keys.index(key)}] says"


def _what_is_disputed(dispute: Dispute) -> object:
    """Who disagrees, and where the article says so: the same two can disagree on several matters."""
    parties = frozenset(side.party for side in dispute.sides)
    return parties, frozenset(span.start for span in dispute.issue.evidence)


def _plain(english: str) -> str:
    return re.sub(r"\W+", " ", english).strip().lower()


def _stuffed(brief: Brief, marked: MarkedArticle) -> Iterator[tuple[str, str]]:
    for path, statement in (*_statements(brief), *_own_statements(brief)):
        cited = len(statement.evidence)
        whole = len(marked.sentences)
        if cited > max(MOST_CITED, whole * MOST_OF_ALL):
            yield (
                f"{path}.evidence",
                f"cites {cited} of the article's {whole} sentences, which is no evidence",
            )


def _unlike(brief: Brief, marked: MarkedArticle) -> Iterator[tuple[str, str]]:
    """Statements that share nothing with the sentences that they cite."""
    named = {f"disputes[{at}].issue": each.sides for at, each in enumerate(brief.disputes)}
    for path, statement in _statements(brief):
        french = [text for span in statement.evidence for text in _around(marked, span)]
        # « Il a soumis une offre »: the issue names whom its sentence does not
        french += [side.party for side in named.get(path, ())]
        share = likeness(statement.en, french)
        if share is not None and share < UNLIKE:
            yield f"{path}.evidence", "has nothing to do with the statement"


def _exchanged(entries: Sequence[_Entry], *, both_ways: bool = False) -> Iterator[tuple[str, str]]:
    """Entries whose English is liker the French of another entry than their own."""
    for entry in entries:
        for other in entries:
            apart = not set(other.french) & set(entry.french)
            alone = MUCH_CLEARER if entry.english != other.english else CLEARER
            both = _liker(entry, other) >= CLEARER and _liker(other, entry) >= CLEARER
            if apart and (both or (not both_ways and _liker(entry, other) >= alone)):
                yield entry.path, f"reads as the English of {other.path}, not of its own French"
                break


def _liker(entry: _Entry, other: _Entry) -> float:
    """How much liker an entry's English is to the French of another entry than to its own; -1 if untold."""
    own, share = likeness(entry.english, entry.french), likeness(entry.english, other.french)
    return -1.0 if own is None or share is None else share - own


def _impossible(brief: Brief) -> Iterator[tuple[str, str]]:
    """Provenance that no run can have."""
    source = brief.provenance
    counts = {
        "calls": source.calls,
        "tokens_in": source.tokens_in,
        "tokens_out": source.tokens_out,
        "seconds": source.seconds,
    }
    for name, value in counts.items():
        if value < 0:
            yield f"provenance.{name}", f"is {value}"
    if source.tokens_cached > source.tokens_in:
        yield "provenance.tokens_cached", "is more than all tokens that were read"


def _statements(brief: Brief) -> Iterator[tuple[str, Statement]]:
    yield "headline", brief.headline
    for at, point in enumerate(brief.key_points):
        yield f"key_points[{at}]", point
    for at, dispute in enumerate(brief.disputes):
        yield f"disputes[{at}].issue", dispute.issue


def _own_statements(brief: Brief) -> Iterator[tuple[str, Statement]]:
    for n, extension in enumerate(brief.extensions):
        for at, entry in enumerate(extension.entries):
            for name, value in entry.values.items():
                if isinstance(value, Statement):
                    yield f"extensions[{n}].entries[{at}].values.{name}", value


def _quotes(brief: Brief) -> list[_Entry]:
    return [_Entry(f"quotes[{at}].en", each.en, (each.source.text,)) for at, each in enumerate(brief.quotes)]


def _figures(brief: Brief, marked: MarkedArticle) -> list[_Entry]:
    return [
        _Entry(f"key_figures[{at}]", f"{each.subject} {each.measure}", _around(marked, each.source))
        for at, each in enumerate(brief.key_figures)
    ]


def _roles(brief: Brief, marked: MarkedArticle) -> list[_Entry]:
    return [
        _Entry(
            f"stakeholders[{at}].role",
            each.role.en,
            tuple(text for span in each.role.evidence for text in _around(marked, span)),
        )
        for at, each in enumerate(brief.stakeholders)
    ]


def _around(marked: MarkedArticle, span: Span) -> tuple[str, ...]:
    """The sentence at a span and the one that it leans on."""
    sentence = marked.sentence_at(span.start)
    before = marked.context_of(sentence)
    return tuple(marked.sentences[key].text for key in (before, sentence) if key)
