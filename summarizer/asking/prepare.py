"""Mark, and what will be asked: an article made ready for a model, without one.

What is prepared can be pickled, so that one process can prepare articles while another asks about them.
"""

from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from summarizer.asking.profiles import Profile
from summarizer.asking.question import CHARACTERS_A_TOKEN, Question, tokens_shown
from summarizer.errors import ArticleTooLong
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.schemas.brief import Article
from summarizer.sections import disputes, key_figures, overview, quotes, stakeholders

SECTIONS: dict[str, ModuleType] = {
    "overview": overview,
    "key_figures": key_figures,
    "quotes": quotes,
    "stakeholders": stakeholders,
    "disputes": disputes,
}
"""In the order in which they are asked."""

SHORTEST_PART = 600
"""Characters below which parting an article is of no more use: a sentence or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An article with its marks, and what every section asks about it, in the order in which it is asked."""

    marked: MarkedArticle
    asked: dict[str, list[Question[Any]]]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.marked.article


def prepare(article: Article, profile: Profile) -> Prepared:
    """Mark an article and make the questions for a model of that profile.

    Where the model takes little at a time, windows of the whole article are parted until every question
    fits, or they are as small as is of use. Raises ArticleTooLong where not even then a question of
    `overview` fits, without which there is no brief.
    """
    marked = mark(article)
    longest = marked.longest
    if profile.context is not None:  # what is longer than this cannot fit
        longest = min(longest, int(CHARACTERS_A_TOKEN * profile.context))
    while True:
        parted = replace(marked, longest=longest)
        asked = {name: section.questions(parted, profile) for name, section in SECTIONS.items()}
        too_long = [
            question for questions in asked.values() for question in questions if excess(question, profile)
        ]
        if not too_long or longest <= SHORTEST_PART:
            break
        longest //= 2
    lead = asked["overview"]
    if lead and all(question in too_long for question in lead):
        raise ArticleTooLong(f"{article.source or 'the text'!r} is too long: {excess(lead[0], profile)}")
    return Prepared(marked=parted, asked=asked)


def excess(question: Question[Any], profile: Profile) -> str | None:
    """Why a question does not fit what the model takes at a time; None where it does."""
    if profile.context is None:
        return None
    tokens = tokens_shown(question, profile) + question.max_tokens + profile.allowance
    if tokens <= profile.context:
        return None
    return (
        f"a passage with its question and answer comes to about {tokens:,} tokens, and the model takes "
        f"{profile.context:,}; part the text, or give a model that takes more (--context)"
    )
