"""Mark, and what will be asked: an article made ready for a model, without one.

What is prepared can be pickled, so that one process can prepare articles while another asks about them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer.asking.plans.long_article import parts
from summarizer.asking.plans.whole import MOST_TOKENS, WholeQuestion
from summarizer.asking.plans.whole_prompt import Own
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Askable, tokens_shown
from summarizer.english.house_glossary import Glossary
from summarizer.errors import ArticleTooLong
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.schemas.brief import Article
from summarizer.sections.own.pieces import pieces_of
from summarizer.sections.own.section import OwnSection
from summarizer.sections.piecewise import PIECEWISE

SHORTEST_PART = 600
"""Characters below which parting an article is of no more use: a sentence or two."""
TOKENS_A_SECTION = 1500
"""Of an answer, at most, for each section that a user brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An article with its marks, and the questions that are asked first."""

    marked: MarkedArticle
    whole: Sequence[WholeQuestion] = ()
    """In the plan `whole`: the question about the article, or one about each part."""
    pieces: Mapping[str, Sequence[Askable[Any]]] = field(default_factory=dict)
    """In the plan `piecewise`: the questions by section."""

    @property
    def questions(self) -> list[Askable[Any]]:
        """Everything that is asked first."""
        return [*self.whole, *(question for asked in self.pieces.values() for question in asked)]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.marked.article


def prepare(
    article: Article, profile: Profile, glossary: Glossary | None = None, own: Sequence[OwnSection] = ()
) -> Prepared:
    """Mark an article and make the first questions for a model of that profile.

    `glossary`: how the house wants French terms said; it is shown where it applies. `own`: sections that a
    user brings.

    Raises ArticleTooLong if not even a small part of it fits what the model takes at a time.
    """
    marked = mark(article, glossary)
    if profile.plan == "whole":
        return Prepared(marked=marked, whole=_whole(marked, profile, tuple(own)))
    asked = {name: section.questions(marked) for name, section in (PIECEWISE | pieces_of(own)).items()}
    lead = asked["overview"]
    if lead and all(why_too_long(question, profile) for question in lead):
        raise _too_long(marked, why_too_long(lead[0], profile))
    return Prepared(marked=marked, pieces=asked)


def _whole(marked: MarkedArticle, profile: Profile, own: Own) -> list[WholeQuestion]:
    """The one question about an article; one for each part, as few as fit, if it is too long for one."""
    room = MOST_TOKENS + TOKENS_A_SECTION * len(own)
    room = room if profile.context is None else min(room, profile.context // 4)
    questions = [WholeQuestion(marked=marked, own=own, max_tokens=room)]
    characters = len(marked.text)
    while reason := next(filter(None, (why_too_long(each, profile) for each in questions)), None):
        characters = characters * 2 // 3
        if characters < SHORTEST_PART:
            raise _too_long(marked, reason)
        questions = [
            WholeQuestion(marked=marked, keys=keys, own=own, max_tokens=room)
            for keys in parts(marked, characters)
        ]
    return questions


def _too_long(marked: MarkedArticle, reason: str | None) -> ArticleTooLong:
    return ArticleTooLong(f"{marked.article.source or 'the text'!r} is too long: {reason}")


def why_too_long(question: Askable[Any], profile: Profile) -> str | None:
    """Why a question does not fit what the model takes at a time; None if it does."""
    if profile.context is None:
        return None
    tokens = tokens_shown(question) + question.max_tokens + profile.thinking_tokens
    if tokens <= profile.context:
        return None
    return (
        f"a question with its answer takes about {tokens:,} tokens, and the model takes {profile.context:,}; "
        "part the text, or give a model that takes more (--context)"
    )
