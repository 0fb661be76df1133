"""What the sections share: how a model's words are checked, and how what stands becomes entries of the brief.

A section is a module that offers what `Section` names. A *draft* is an entry as a model wrote it: it refers
to sentences, figures and quotations by id, and to people by the article's own words. `assemble` makes entries
of the brief from drafts, whichever plan they come from; `verify` reads them again without a model.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from pydantic import BaseModel

from summarizer.faithfulness import check, widen
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import as_id, known_sentences
from summarizer.schemas.brief import Brief, Finding, Span, Statement
from summarizer.text.locate import nearest_words


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in a brief that its article does not bear out, and where the brief has it."""

    path: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What a section gives the brief: fields by name, and the findings."""

    fields: dict[str, Any]
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


Judge = Callable[[str, str, Sequence[str], Sequence[str]], Iterator[Failure]]
"""Called with a path, English words, the French that they rest on, and the sentences before it; gives what
speaks against the words."""

_STRAY = re.compile(r"[{}\[\]<>|\\]|\b[SNQED]\d+\b(?=[:\]])")
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b(?:{'|'.join(_ENGLISH_MONTHS)})", re.IGNORECASE)
_DIGITS = re.compile(r"(?<!\d)0*(\d+)")
_SMALL = re.compile(
    r"(?<!-)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|both)\b(?!-|\s(?:hundred|thousand|million|billion))",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?(?:T.*)?")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
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
    article = "\n".join([marked.text, *dateline(marked)])
    issues = check(english, french, article=article, before=before)
    house = [
        Issue("glossary", said, f"“{said}” is not said here for « {term.french} »: “{term.english}”.", "firm")
        for said, term in marked.glossary.forbidden_in(english, "\n".join(french))
    ]
    return [*(_regraded(issue, marked.text) for issue in issues), *house]


def _regraded(issue: Issue, article: str) -> Issue:
    """A number that code may have failed to read is not hard.

    It is firm, asked again once and then kept, if its digits stand in the article (« 1h19 »), or if it is a
    small number in words, which may count what the article lists. A date in a month that the article names is
    a remark: a weekday may give it.
    """
    if issue.code != "number" or issue.severity != "hard":
        return issue
    month = _MONTH.search(issue.words)
    if month and _MONTHS[_ENGLISH_MONTHS.index(month[0][:3].lower())] in article.lower():
        return replace(issue, severity="soft")  # « lundi » of an article dated 25 October may be the 24th
    digits = _DIGITS.findall(issue.words)
    there = bool(digits) and set(digits) <= set(_DIGITS.findall(article))
    counted = not digits and bool(_SMALL.search(issue.words))
    return replace(issue, severity="firm") if there or counted else issue


def check_cited(marked: MarkedArticle, english: str, ids: Sequence[str]) -> list[Issue]:
    """What speaks against a statement that cites sentences: ids of nothing, none at all, or its words."""
    unknown = [each for each in ids if as_id(each) not in marked.sentences]
    if unknown:
        last = next(reversed(list(marked.sentences)), "none")
        return [
            Issue("id", each, f"There is no sentence {each!r}; they are S1 to {last}.", "hard")
            for each in unknown
        ]
    if not ids:
        return [Issue("id", "", "It cites no sentence; give the ids of those that support it.", "hard")]
    keys = evidence_ids(marked, english, ids)
    return check_words(english, cited_of(marked, keys), marked, before=before_of(marked, keys))


def evidence_ids(marked: MarkedArticle, english: str, ids: Sequence[str]) -> tuple[str, ...]:
    """The sentences that a statement rests on: those it cites, and others in which its numbers stand.

    A number, date or age that the cited sentences lack and another one has is no fault: the evidence grows.
    """
    cited = known_sentences(marked, ids)
    french = {key: sentence.text for key, sentence in marked.sentences.items()}
    return known_sentences(marked, (*cited, *widen(english, cited, french)))


def dateline(marked: MarkedArticle) -> list[str]:
    """The article's date as its text would say it, so that a statement may give it."""
    found = _ISO_DATE.fullmatch(marked.article.published or "")
    if found is None:
        return []
    year, month, day = found.groups()
    return [" ".join(filter(None, (day and day.lstrip("0"), _MONTHS[int(month) - 1], year)))]


def french_of(marked: MarkedArticle, ids: Sequence[str]) -> list[str]:
    """The French that a statement is held against: the sentences it cites, and the one before each."""
    keys: dict[str, None] = {}
    for key in known_sentences(marked, ids):
        before = marked.sentence_before(key)
        keys |= dict.fromkeys(filter(None, (before, key)))
    return [marked.sentences[key].text for key in keys]


def cited_of(marked: MarkedArticle, ids: Sequence[str]) -> list[str]:
    """The French of the sentences that a statement cites."""
    return [marked.sentences[key].text for key in known_sentences(marked, ids)]


def before_of(marked: MarkedArticle, ids: Sequence[str]) -> list[str]:
    """The French of the sentences before those that a statement cites."""
    cited = known_sentences(marked, ids)
    befores = dict.fromkeys(filter(None, map(marked.sentence_before, cited)))
    return [marked.sentences[key].text for key in befores if key not in cited]


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
    code = "too_many" if full else "repeat"
    return Finding(code=code, section=section, words=words, message=message, action="dropped")


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
