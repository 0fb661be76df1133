"""A brief is verified again from its own words, without a model: a receiver need not trust the sender.

All that code has worked out is worked out anew from the article (spans, values, units, English figures,
quotations, names, speakers), and all that a model said is put to the check again.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summarizer.consistency import inconsistencies
from summarizer.english import render_number
from summarizer.faithfulness import check
from summarizer.french import Name
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.output.render.passages import fits, grounds
from summarizer.schemas.brief import (
    Article,
    Brief,
    Dispute,
    KeyFigure,
    Quote,
    Side,
    Span,
    Stakeholder,
    Statement,
)
from summarizer.sections import check_words
from summarizer.sections.disputes import CUES, plain_issue, plain_position
from summarizer.sections.parties import parts_played
from summarizer.sections.quotes import SPEAKER_KINDS
from summarizer.sections.stakeholders import KINDS, introduction, plain_role

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in a brief that its article does not bear out, and where the brief has it."""

    path: str
    message: str


def verify(brief: Brief, article: Article | str | None = None) -> list[Failure]:
    """What in `brief` does not hold, in the order of its parts; empty where all does.

    `article` is the article, or its text, as the receiver has it; without, the brief's own is believed to
    be the article. A title or date that the article given does not have is not looked at. Findings that
    the brief itself lists as kept are no failures, unless no brief keeps them (a number that stands nowhere
    in the article, French for English). Where spans do not fit the article, nothing that rests
    on them is looked at.
    """
    found = [*_text(brief.article, article)]
    found += [
        Failure(g.path, f"{g.span.text[:60]!r} does not stand at {g.span.start}:{g.span.end} of the article")
        for g in grounds(brief)
        if not fits(g.span, brief.article.text)
    ]
    if found:
        return found
    marked = mark(brief.article)
    found = [*_Examination(brief, marked).failures()]
    return found + [Failure(path, message) for path, message in inconsistencies(brief, marked)]


def _text(article: Article, given: Article | str | None) -> Iterator[Failure]:
    text = given.text if isinstance(given, Article) else given
    if text is not None and text != article.text:
        place = next(
            (n for n, (a, b) in enumerate(zip(text, article.text, strict=False)) if a != b),
            min(len(text), len(article.text)),
        )
        yield Failure("article.text", f"is not the article given: they part at character {place}")
    for name in ("title", "published") if isinstance(given, Article) else ():
        said, right = getattr(article, name), getattr(given, name)
        if right is not None and said != right:
            yield Failure(f"article.{name}", f"is {said!r}; the article given has {right!r}")
    if hashlib.sha256(article.text.encode()).hexdigest() != article.id:
        yield Failure("article.id", "is not the SHA-256 of the text")
    words = sum(1 for token in article.text.split() if any(map(str.isalnum, token)))
    if words != article.words:
        yield Failure("article.words", f"is {article.words}, and the text has {words}")


@dataclass(frozen=True, slots=True)
class _Examination:
    brief: Brief
    marked: MarkedArticle

    def failures(self) -> Iterator[Failure]:
        brief = self.brief
        points = (("headline", brief.headline), *_numbered("key_points", brief.key_points))
        for path, statement in points:
            yield from self._statement(path, statement, section="overview")
        for path, figure in _numbered("key_figures", brief.key_figures):
            yield from self._figure(path, figure)
        for path, quote in _numbered("quotes", brief.quotes):
            yield from self._quote(path, quote)
        for path, stakeholder in _numbered("stakeholders", brief.stakeholders):
            yield from self._stakeholder(path, stakeholder)
        for path, dispute in _numbered("disputes", brief.disputes):
            yield from self._dispute(path, dispute)

    def _figure(self, path: str, figure: KeyFigure) -> Iterator[Failure]:
        place = (figure.source.start, figure.source.end)
        number = next((n for n in self.marked.numbers.values() if (n.start, n.end) == place), None)
        if number is None:
            yield Failure(f"{path}.source", f"{figure.source.text!r} is no figure of the article")
            return
        pairs = (
            ("value", figure.value, number.value),
            ("upper", figure.upper, number.upper),
            ("unit", figure.unit, number.unit),
            ("qualifier", figure.qualifier, number.qualifier),
            ("en", figure.en, render_number(number)),
        )
        for name, said, right in pairs:
            if said != right:
                yield Failure(f"{path}.{name}", f"is {said!s}; {figure.source.text!r} gives {right!s}")
        evidence = self._around(figure.source)
        yield from self._english(path, f"{figure.subject}: {figure.measure}", evidence, section="key_figures")

    def _quote(self, path: str, quote: Quote) -> Iterator[Failure]:
        place = (quote.source.start, quote.source.end)
        quotation = next((q for q in self.marked.quotations.values() if (q.start, q.end) == place), None)
        if quotation is None:
            yield Failure(f"{path}.source", f"{quote.source.text[:60]!r} is no quotation of the article")
            return
        if quote.partial != quotation.partial:
            yield Failure(f"{path}.partial", f"is {quote.partial}; the article says {quotation.partial}")
        said, source = quotation.speaker, quote.speaker_source
        if said is not None and (source is None or (source.start, source.end) != (said.start, said.end)):
            yield Failure(f"{path}.speaker_source", f"is not {said.text!r}, to whom the article gives it")
        elif not self._speaks(quote):
            yield Failure(f"{path}.speaker", f"{quote.speaker!r} is not whom its source names")
        yield from self._english(path, quote.en, [quote.source.text], section="quotes")

    def _speaks(self, quote: Quote) -> bool:
        """Whether the speaker's name is that of the name mentioned at its source, or the words there."""
        source = quote.speaker_source
        if quote.speaker is None or source is None:
            return quote.speaker is None and source is None
        there = [
            name
            for name in self.marked.names.values()
            if any(m.start < source.end and source.start < m.end for m in name.mentions)
        ]
        known = {name.text for name in there if name.kind in SPEAKER_KINDS} or {name.text for name in there}
        return quote.speaker in (known or {source.text})

    def _stakeholder(self, path: str, stakeholder: Stakeholder) -> Iterator[Failure]:
        key, name = self._named(stakeholder.name)
        if key is None or name is None:
            yield Failure(f"{path}.name", f"{stakeholder.name!r} is no name of the article")
            return
        if [(m.start, m.end) for m in stakeholder.mentions] != [(m.start, m.end) for m in name.mentions]:
            yield Failure(f"{path}.mentions", f"are not the mentions of {name.text!r}")
        if name.kind in KINDS and stakeholder.kind != name.kind:
            yield Failure(f"{path}.kind", f"is {stakeholder.kind}; the article shows a {name.kind}")
        yield from self._sentences(f"{path}.role", stakeholder.role.evidence)
        introduced = introduction(self.marked, key)
        if [e.start for e in stakeholder.role.evidence] != [
            self.marked.extent(k)[0] for k in introduced[-1:]
        ]:
            yield Failure(f"{path}.role.evidence", f"is not where {name.text!r} is introduced")
        if stakeholder.role.en != plain_role(self.marked, key):
            evidence = [self.marked.sentences[k].text for k in introduced]
            yield from self._english(f"{path}.role", stakeholder.role.en, evidence, section="stakeholders")

    def _dispute(self, path: str, dispute: Dispute) -> Iterator[Failure]:
        group = dispute.issue.evidence
        evidence = [span.text for span in group]
        yield from self._sentences(f"{path}.issue", group)
        if dispute.issue.en != plain_issue([side.party for side in dispute.sides]):
            yield from self._english(f"{path}.issue", dispute.issue.en, evidence, section="disputes")
        if len({side.party for side in dispute.sides}) < 2:
            yield Failure(f"{path}.sides", "are not two different parties")
        for at, side in _numbered(f"{path}.sides", dispute.sides):
            key, name = self._named(side.party)
            if key is None or name is None:
                yield Failure(f"{at}.party", f"{side.party!r} is no name of the article")
            elif not set(side.position.evidence) <= set(group):
                yield Failure(f"{at}.position.evidence", "does not stand in the evidence of the issue")
            elif not self._speaks_of(name, side.position.evidence, group):
                yield Failure(
                    f"{at}.position.evidence", f"does not name {name.text!r}, and other sentences do"
                )
            if key is None or not self._is_plain(key, side, group):
                yield from self._english(f"{at}.position", side.position.en, evidence, section="disputes")

    def _is_plain(self, key: str, side: Side, group: Sequence[Span]) -> bool:
        """Whether a position is what code says of the part that the party plays in the sentences."""
        if not group:
            return False
        extent = group[0].start, group[-1].end
        part = parts_played(self.marked, [key], extent, CUES)[key]
        return part > 0 and side.position.en == plain_position(part)

    def _speaks_of(self, name: Name, evidence: Sequence[Span], group: Sequence[Span]) -> bool:
        """Whether the evidence is the sentences of the group that name the party; all, where none does."""
        naming = [s for s in group if any(s.start <= m.start < s.end for m in name.mentions)]
        return list(evidence) == (naming or list(group))

    def _statement(self, path: str, statement: Statement, *, section: str) -> Iterator[Failure]:
        yield from self._sentences(path, statement.evidence)
        evidence = [text for span in statement.evidence for text in self._around(span)]
        yield from self._english(path, statement.en, evidence, section=section)

    def _sentences(self, path: str, evidence: Sequence[Span]) -> Iterator[Failure]:
        whole = {(s.start, s.end) for s in self.marked.sentences.values()}
        if not evidence:
            yield Failure(f"{path}.evidence", "is empty")
        for at, span in _numbered(f"{path}.evidence", evidence):
            if (span.start, span.end) not in whole:
                yield Failure(at, f"{span.text[:60]!r} is no whole sentence of the article")

    def _around(self, span: Span) -> list[str]:
        """The sentence at a span and the one that it leans on: what a statement was held against."""
        sentence = self.marked.sentence_at(span.start)
        before = self.marked.context_of(sentence)
        return [self.marked.sentences[key].text for key in (before, sentence) if key]

    def _english(self, path: str, english: str, evidence: list[str], *, section: str) -> Iterator[Failure]:
        if not english.strip(" :"):
            yield Failure(f"{path}.en", "says nothing")
        told = Counter((f.section, f.code, f.words) for f in self.brief.findings if f.action == "kept")
        issues = check(english, evidence, article=self.marked.text)
        hard = {(issue.code, issue.words) for issue in issues if issue.severity == "hard"}
        for finding in check_words(english, evidence, self.marked):
            excused = told[section, finding.code, finding.words]
            if not excused or (finding.code, finding.words) in hard:
                yield Failure(f"{path}.en", f"{finding.message} ({finding.code})")

    def _named(self, words: str) -> tuple[str, Name] | tuple[None, None]:
        found = ((key, name) for key, name in self.marked.names.items() if name.text == words)
        return next(found, (None, None))


def _numbered(path: str, items: Sequence[T]) -> list[tuple[str, T]]:
    return [(f"{path}[{n}]", item) for n, item in enumerate(items)]
