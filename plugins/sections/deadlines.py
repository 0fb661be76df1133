"""What is to happen when: a section of your own with a rule. See docs/sections.md."""

import re
from collections.abc import Iterator

from summarizer.marking.marked_article import MarkedArticle
from summarizer.sections.own import Draft, Issue, OwnField, OwnSection

TIME = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:spring|summer|autumn|winter|today|tomorrow)\b"
    r"|\b(?:next|this|coming)\s(?:day|week|month|year)s?\b",
    re.IGNORECASE,
)
"""Words by which English says when."""


def has_a_time(_marked: MarkedArticle, draft: Draft) -> Iterator[Issue]:
    """A deadline says when: else it is a plan."""
    when = draft.model_dump()["when"]
    if not TIME.search(when):
        yield Issue("deadline", when, f"“{when}” does not say when; give the day, month or year.", "hard")


SECTION = OwnSection(
    name="deadlines",
    title="Deadlines",
    instruction="what the article says is to happen at a time that it gives, in the order of time",
    fields={
        "what": OwnField(type="text", about="what is to happen"),
        "when": OwnField(type="text", about="the day or month, as the article gives it"),
        "who": OwnField(type="name", about="who acts or decides", label="By", optional=True),
    },
    words=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "d’ici", "d'ici", "prévu", "repouss"),
    rule=has_a_time,
)
