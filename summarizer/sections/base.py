"""What the sections share: how a model's words are checked, and how what stands becomes entries of the brief.

A section is a module that offers what `Section` names. A *draft* is an entry as a model wrote it: it refers
to sentences, figures and quotations by id, and to people by the article's own words. `assemble` makes entries
of the brief from drafts, whichever plan they come from; `verify` reads them again without a model.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from pydantic import BaseModel

from summarizer.faithfulness import check, widen
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import known_sentences
from summarizer.schemas.brief import Brief, Extension, Finding, Span, Statement
from summarizer.sections.number_doubts import dateline, regraded
from summarizer.text.locate import nearest_words


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in a brief that its article does not bear out, and where the brief has it."""

    path: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What a section gives the brief: fields by name, or an extension of its own, and the findings."""

    fields: dict[str, Any] = field(default_factory=dict)
    extensions: tuple[Extension, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a draft says: `en` so that it reads alone, `words` as the draft has it.

    `sentences` are the ids that it cites. `french` replaces them if the claim rests on other words, as a
    translation rests on its quotation.
    """

    en: str
    words: str
    sentences: tuple[str, ...] = ()
    french: str | None = None


class Section(Protocol):
    """What a section's module offers. `FIELDS`: its fields of the brief, with the draft of one entry."""

    SECTION: str
    FIELDS: Mapping[str, type[BaseModel]]

    def check(self, marked: MarkedArticle, draft: Any) -> list[Issue]:
        """What speaks against a draft; empty where nothing does."""

    def claims(self, marked: MarkedArticle, draft: Any) -> list[Claim]:
        """What the draft says, for a second reader."""

    def assemble(self, marked: MarkedArticle, drafts: Mapping[str, Sequence[Any]]) -> Assembled:
        """The section's fields of the brief, from the drafts that stand, by field."""

    def drafts_of(self, marked: MarkedArticle, brief: Brief) -> Mapping[str, Sequence[Any]]:
        """The drafts that a finished brief can be read as, by field."""

    def verify(self, marked: MarkedArticle, brief: Brief, judge: "Judge") -> Iterator[Failure]:
        """What in a finished brief the article does not bear out."""


class Judge(Protocol):
    """Judges English words of a finished brief, which stand at `path`, by the French that they rest on."""

    def __call__(
        self, path: str, english: str, evidence: Sequence[str], before: Sequence[str], *, quoted: bool = False
    ) -> Iterator[Failure]:
        """What speaks against the words; `before` and `quoted` as in `check_words`."""


_STRAY = re.compile(r"[{}\[\]<>|\\]|\b[SNQED]\d+\b(?=[:\]])")
_BRACKETS = re.compile(r"[\[\]]")


def check_words(
    english: str,
    evidence: str | Sequence[str],
    marked: MarkedArticle,
    *,
    before: Sequence[str] = (),
    quoted: bool = False,
) -> list[Issue]:
    """What speaks against English words: signs of the question in them, and what `check_statement` finds.

    `before`: sentences before those of the evidence, which may supply what these lack. `quoted`: a
    translation, which may have brackets where its quotation has them.
    """
    french = [evidence] if isinstance(evidence, str) else [*evidence]
    words = _BRACKETS.sub("", english) if quoted and _BRACKETS.search("".join(french)) else english
    stray = _STRAY.search(words)
    if stray:
        message = f"“{stray[0]}” is no part of an English sentence; write words alone."
        return [Issue("form", stray[0], message, "hard")]
    article = "\n".join([marked.text, *dateline(marked.article)])
    issues = check(english, french, article=article, before=before)
    return [*(regraded(issue, marked.text) for issue in issues), *check_house(marked, english, french)]


def check_house(marked: MarkedArticle, english: str, french: Sequence[str]) -> list[Issue]:
    """What of English words the house does not want for the terms of their French."""
    return [
        Issue("glossary", said, f"“{said}” is not said here for « {term.french} »: “{term.english}”.", "firm")
        for said, term in marked.glossary.forbidden_in(english, "\n".join(french))
    ]


def check_cited(marked: MarkedArticle, english: str, ids: Sequence[str]) -> list[Issue]:
    """What speaks against a statement that cites sentences: ids of nothing, none at all, or its words."""
    wrong = check_ids(marked, ids)
    if wrong:
        return wrong
    keys = evidence_ids(marked, english, ids)
    return check_words(english, cited_of(marked, keys), marked, before=before_of(marked, keys))


def check_ids(marked: MarkedArticle, ids: Sequence[str]) -> list[Issue]:
    """What speaks against the sentences that an entry cites: ids of nothing, or none at all."""
    if not ids:
        return [Issue("id", "", "It cites no sentence; give the ids of those that support it.", "hard")]
    last = next(reversed(list(marked.sentences)), "none")
    return [
        Issue("id", each, f"There is no sentence {each!r}; they are S1 to {last}.", "hard")
        for each in ids
        if not known_sentences(marked, [each])
    ]


def evidence_ids(marked: MarkedArticle, english: str, ids: Sequence[str]) -> tuple[str, ...]:
    """The sentences that a statement rests on: those it cites, and others in which its numbers stand.

    A number, date or age that the cited sentences lack and another one has is no fault: the evidence grows.
    """
    cited = known_sentences(marked, ids)
    french = {key: sentence.text for key, sentence in marked.sentences.items()}
    return known_sentences(marked, (*cited, *widen(english, cited, french)))


def with_before(marked: MarkedArticle, ids: Iterable[str]) -> tuple[str, ...]:
    """The sentences `ids` and the one before each, in the order of the text."""
    cited = known_sentences(marked, ids)
    return known_sentences(marked, (*cited, *filter(None, map(marked.sentence_before, cited))))


def french_of(marked: MarkedArticle, ids: Iterable[str]) -> list[str]:
    """The French of the sentences that a statement cites, and of the one before each."""
    return [marked.sentences[key].text for key in with_before(marked, ids)]


def cited_of(marked: MarkedArticle, ids: Iterable[str]) -> list[str]:
    """The French of the sentences that a statement cites."""
    return [marked.sentences[key].text for key in known_sentences(marked, ids)]


def before_of(marked: MarkedArticle, ids: Iterable[str]) -> list[str]:
    """The French of the sentences before those that a statement cites."""
    cited = known_sentences(marked, ids)
    return [marked.sentences[key].text for key in with_before(marked, cited) if key not in cited]


def statement(marked: MarkedArticle, english: str, ids: Sequence[str]) -> Statement:
    """An English statement with the spans of the sentences that it cites."""
    return Statement(en=tidy(english), evidence=marked.spans(evidence_ids(marked, english, ids)))


def cited_ids(marked: MarkedArticle, evidence: Sequence[Span]) -> list[str]:
    """The ids of the sentences that spans of evidence stand in."""
    return [marked.sentence_at(span.start) for span in evidence]


def names_in(evidence: Sequence[Span], mentions: Sequence[Span]) -> bool:
    """Whether some sentence of the evidence speaks of somebody by one of the mentions."""
    return any(span.start <= m.start < span.end for span in evidence for m in mentions)


def tidy(english: str) -> str:
    """English on one line."""
    return " ".join(english.split())


def left_out(section: str, words: str, *, most: int, listed: int) -> Finding:
    """The finding of an entry that the brief has already, or for which it has no room."""
    full = listed >= most
    message = f"A brief has {most} entries of this kind at most." if full else "It is listed already."
    return Finding(
        code="too_many" if full else "repeat", section=section, words=words, message=message, action="dropped"
    )


def not_there(code: str, words: str, marked: MarkedArticle, what: str) -> Issue:
    """The issue of words that do not stand in the article, with the nearest ones that do."""
    near = nearest_words(words, marked.text)
    hint = f"; the nearest words are « {near} »" if near else ""
    return Issue(code, words, f"« {words} » {what}{hint}. Copy the article's own words exactly.", "hard")


def numbered(path: str, items: Sequence[Any]) -> list[tuple[str, Any]]:
    """Each item with its path: `key_points[0]`."""
    return [(f"{path}[{n}]", item) for n, item in enumerate(items)]


def verify_evidence(marked: MarkedArticle, path: str, evidence: Sequence[Span]) -> Iterator[Failure]:
    """Whether evidence is whole sentences of the article."""
    whole = {(s.start, s.end) for s in marked.sentences.values()}
    if not evidence:
        yield Failure(f"{path}.evidence", "is empty")
    for at, span in numbered(f"{path}.evidence", evidence):
        if (span.start, span.end) not in whole:
            yield Failure(at, f"{span.text[:60]!r} is no whole sentence of the article")


def verify_statement(marked: MarkedArticle, path: str, said: Statement, judge: Judge) -> Iterator[Failure]:
    """Whether a statement holds at its own evidence."""
    yield from verify_evidence(marked, path, said.evidence)
    keys = cited_ids(marked, said.evidence)
    yield from judge(path, said.en, cited_of(marked, keys), before_of(marked, keys))
