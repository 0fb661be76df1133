"""A brief is verified again from its own words: a receiver need not trust the sender.

`verify` needs no model; `read_again` has a second reader judge what rules cannot see. Code works out anew
from the article what code has worked out (spans, values, units, English figures, quotations, mentions) and
puts what a model said to the check again. Each section verifies its own entries.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.asking.check_loop import ask
from summarizer.asking.plans.second_reading import ReadingQuestion, claims_of
from summarizer.asking.plans.whole_prompt import SINGLE
from summarizer.consistency import inconsistencies
from summarizer.english.house_glossary import Glossary
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.models.client import Model
from summarizer.output.render.passages import fits, grounds
from summarizer.schemas.brief import Article, Brief
from summarizer.sections import sections_with
from summarizer.sections.base import Failure, Judge, check_words
from summarizer.sections.certain import certain
from summarizer.sections.own import OwnSection
from summarizer.sections.own.described import described
from summarizer.sections.stakeholders import ROLE_CANNOT_DENY

__all__ = ["Failure", "read_again", "verify"]


def verify(
    brief: Brief,
    article: Article | str | None = None,
    *,
    glossary: Glossary | None = None,
    sections: Sequence[OwnSection] = (),
) -> list[Failure]:
    """What in `brief` does not hold, in the order of its parts; empty if all does.

    `article` is the article, or its text, as the receiver has it; without, the brief's own is believed to
    be the article. A title or date that the article given does not have is not looked at. Findings that the
    brief itself lists as kept are no failures, unless no brief keeps them (a number that stands nowhere in
    the article, French for English). If spans do not fit the article, nothing that rests on them is looked
    at.
    `glossary`: how the house wants French terms said. `sections`: sections of a user's own with which the
    brief must have been made; those of which it has more are verified as it describes them.
    """
    found = [*_text(brief.article, article)]
    found += [
        Failure(g.path, f"{g.span.text[:60]!r} does not stand at {g.span.start}:{g.span.end} of the article")
        for g in grounds(brief)
        if not fits(g.span, brief.article.text)
    ]
    if found:
        return found
    marked = mark(brief.article, glossary)
    judge = _judge(brief, marked)
    own, found = described(brief, sections)
    found += [
        each for section in sections_with(own).values() for each in section.verify(marked, brief, judge)
    ]
    return found + [Failure(path, message) for path, message in inconsistencies(brief, marked)]


async def read_again(brief: Brief, model: Model) -> list[Failure]:
    """Have a second reader judge each statement of a finished brief by the French that it cites.

    What it does not fully support is a failure, with its reason; so is a statement that it gave no judgement
    of. Raises ModelError if the model does not answer.
    """
    marked = mark(brief.article)
    own, _ = described(brief)
    drafts = {
        name if name in SINGLE else f"{name}.{n}": draft
        for section in sections_with(own).values()
        for name, entries in section.drafts_of(marked, brief).items()
        for n, draft in enumerate(entries, start=1)
    }
    question = ReadingQuestion(marked=marked, claims=claims_of(marked, drafts, own))
    state = await ask(question, model=model)
    found: list[Failure] = []
    for n, (key, claim) in enumerate(question.claims, start=1):
        judgement = state.accepted.get(str(n))
        if judgement is None:
            found.append(
                Failure(_path(key, brief), f"the second reader gave no judgement of “{claim.words}”")
            )
        elif judgement.verdict != "supported":
            message = f"“{claim.words}” is {_VERDICTS[judgement.verdict]}: {judgement.reason}"
            found.append(Failure(_path(key, brief), f"{message} (second_reader)"))
    return found


_VERDICTS = {"partly": "supported only in part", "not": "not supported"}


def _path(key: str, brief: Brief) -> str:
    """The place of an entry in the brief: `key_points.2` is `key_points[1]`."""
    name, _, number = key.partition(".")
    own = [extension.name for extension in brief.extensions]
    name = f"extensions[{own.index(name)}].entries" if name in own else name
    return f"{name}[{int(number) - 1}]" if number else name


def _judge(brief: Brief, marked: MarkedArticle) -> Judge:
    """The check of English words, without what the brief itself lists as kept."""
    kept = Counter((f.code, f.words) for f in brief.findings if f.action == "kept")

    def judge(
        path: str, english: str, evidence: Sequence[str], before: Sequence[str], *, quoted: bool = False
    ) -> Iterator[Failure]:
        if not english.strip(" :"):
            yield Failure(f"{path}.en", "says nothing")
        issues = check_words(english, evidence, marked, before=before, quoted=quoted)
        for issue in certain(issues, brief.provenance.plan):
            if issue.code == ROLE_CANNOT_DENY and path.endswith(".role"):
                continue
            excused = issue.severity != "hard" and kept[issue.code, issue.words]
            if not excused:
                yield Failure(f"{path}.en", f"{issue.message} ({issue.code})")

    return judge


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
