"""An invented article that gives every section something to ask, and ways to answer by hand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from summarizer.articles.article import make_article
from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.sections import SECTIONS
from summarizer.sections.base import Assembled
from summarizer.sections.piecewise import PIECEWISE

STORY = """\
Ostrelec rachète Valdor malgré la colère des dockers

Le groupe Ostrelec a annoncé jeudi le rachat de la société Valdor pour 2,4 millions d'euros. Le groupe \
emploie 1 200 personnes et vise une hausse de 12 % des ventes. Il a payé 2,4 millions d'euros comptant.

« Nous allons embaucher au printemps », a déclaré Marie Kervadec, la directrice financière d'Ostrelec. \
Elle dirige les finances depuis 2019. L'ingénieure, âgée de 42 ans, ne promet rien aux sous-traitants.

Le syndicat CDK dénonce un projet « dangereux pour tout le port » et réclame une hausse de 7 % des \
salaires. Ostrelec rejette ces accusations et refuse de rouvrir la discussion.
"""
BARE = "Le brouillard couvre le marais. La rivière dort sous les saules. Rien ne bouge au matin.\n"
"""An article without figures, quotations or disagreement."""


def story(text: str = STORY) -> MarkedArticle:
    """Mark a text as an article."""
    return mark(make_article(text))


def key_of(found: Mapping[str, Any], words: str) -> str:
    """Give the id of the first of what was found whose text holds `words`."""
    return next(key for key, item in found.items() if words in item.text)


def answered(questions: Iterable[Question[Any]], entries: Mapping[str, Any]) -> list[AnswerState[Any]]:
    """Answer each question once with the entries that there are for its ids."""
    states = []
    for question in questions:
        state = question.new_state()
        state.enter([(key, entries[key]) for key in question.ids if key in entries])
        states.append(state)
    return states


def asked(questions: Iterable[Question[Any]]) -> list[str]:
    """Give the ids that questions ask about, in order."""
    return [key for question in questions for key in question.ids]


def assembled(section: str, marked: MarkedArticle, states: Sequence[AnswerState[Any]]) -> Assembled:
    """Give what the answers to a section's small questions become in the brief."""
    drafted = PIECEWISE[section].draft(marked, states)
    made = SECTIONS[section].assemble(marked, drafted.drafts)
    return Assembled(fields=made.fields, findings=(*drafted.findings, *made.findings))
