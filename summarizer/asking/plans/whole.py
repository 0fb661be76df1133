"""The plan `whole`: a strong model reads the article, chooses, condenses and writes; code verifies.

One question shows the whole article and asks for the whole brief. Its entries are drafts (see
`sections.base`) under keys such as `headline`, `key_points.2`, `quotes.1`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from summarizer.asking.answer_state import WHOLE, AnswerState
from summarizer.asking.answer_types import StrictAnswer
from summarizer.asking.findings import WITHDRAWN
from summarizer.asking.plans.whole_prompt import (
    Own,
    as_answer,
    entries_in,
    field_of,
    opening,
    whole_answer_type,
)
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.whole_view import show_article
from summarizer.models.wires import Message
from summarizer.sections import sections_with
from summarizer.sections.base import Section, french_of
from summarizer.sections.certain import certain
from summarizer.sections.key_figures import NO_FIGURE

MOST_TOKENS = 6000
"""Of an answer, at most: some three times what a long brief takes."""
POINTS = "key_points"
MISSING = "There are no key points; give 4 to 8, each with its sentences."


FINAL = frozenset({NO_FIGURE})
"""Rules that drop a draft without asking again: models withdraw it all the same."""


class Nothing(BaseModel):
    """Stands for a list that must not be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeQuestion:
    """The question about an article, or about the sentences `keys` of a part of it.

    `own`: sections that a user brings.
    """

    marked: MarkedArticle
    keys: tuple[str, ...] | None = None
    own: Own = ()
    section: str = "whole"
    max_tokens: int = MOST_TOKENS

    @property
    def messages(self) -> tuple[Message, ...]:
        """The static opening, and the article last."""
        return (*opening(self.own), {"role": "user", "content": show_article(self.marked, self.keys)})

    def answer_type(self, _ids: Sequence[str] | None = None) -> type[StrictAnswer]:
        """The one type for all articles, whatever is asked again."""
        return whole_answer_type(self.own)

    def entries_of(self, answer: BaseModel, ids: Sequence[str] | None = None) -> list[tuple[str, BaseModel]]:
        """The drafts of an answer; asked again about `ids`, those of each list belong to them in order."""
        entries = list(entries_in(answer))
        if ids is not None:
            entries = list(in_order(entries, ids))
        if not any(field_of(key) == POINTS for key, _ in entries) and (ids is None or POINTS in ids):
            entries.append((POINTS, Nothing()))
        return entries

    def new_state(self) -> AnswerState[BaseModel]:
        """An empty state; the answer itself says which entries there are."""
        return AnswerState(ids=None, check=self.check, by_severity=True, recall=self.recall, final=FINAL)

    def recall(self, failing: Mapping[str, BaseModel]) -> str:
        """The drafts that fail as an answer of their own; nothing where there is none to show."""
        return "" if POINTS in failing else as_answer(failing, self.own)

    def check(self, key: str, draft: BaseModel) -> list[Issue]:
        """What speaks against a draft, by its section's rules."""
        if isinstance(draft, Nothing):
            return [Issue("form", "", MISSING, "hard")]
        if is_empty(draft):
            return [Issue(WITHDRAWN, "", "The model withdrew it.", "soft")]
        return certain(section_of(key, self.own).check(self.marked, draft))

    def reask_turn(self, state: AnswerState[BaseModel]) -> str:
        """Name the failing entries, with the reason and the French; ask for these alone."""
        lines = list(state.reasons.get(WHOLE, ()))
        for key in state.failing:
            lines += self._objection(key, state)
        return "\n".join([*lines, REASK])

    def _objection(self, key: str, state: AnswerState[BaseModel]) -> list[str]:
        if key == POINTS:
            return state.reasons[key]
        draft = state.rejected[key][0]
        words = next(_words(draft), "")
        lines = [f"{field_of(key)} “{words}”:", *(f"  {reason}" for reason in state.reasons[key])]
        cited = [
            key for claim in section_of(key, self.own).claims(self.marked, draft) for key in claim.sentences
        ]
        return [*lines, *(f"  French: {french}" for french in french_of(self.marked, cited))]


REASK = (
    "Look at these entries again; a program found fault with them and may be wrong. Answer with the same "
    "JSON object that has these entries alone, one for each and in this order, corrected or, if they are "
    "right, as they were; all other lists are empty. To withdraw an entry, give it with empty words."
)


def section_of(key: str, own: Own = ()) -> Section:
    """The section that a key's field belongs to."""
    return next(section for section in sections_with(own).values() if field_of(key) in section.FIELDS)


def in_order(entries: Sequence[tuple[str, BaseModel]], ids: Sequence[str]) -> list[tuple[str, BaseModel]]:
    """The drafts of an answer that was asked again, under the keys that were asked, field by field."""
    found: list[tuple[str, BaseModel]] = []
    for name in dict.fromkeys(map(field_of, ids)):
        given = [draft for key, draft in entries if field_of(key) == name]
        asked = [key for key in ids if field_of(key) == name]
        if asked == [name] and name == POINTS:
            asked = [f"{name}.{n}" for n in range(1, len(given) + 1)]
        found += zip(asked, given, strict=False)
    return found


def is_empty(draft: BaseModel) -> bool:
    """Whether a draft says nothing: so a model withdraws it."""
    return not any(_words(draft))


def _words(draft: BaseModel) -> Any:
    """The words of a draft that say something."""
    free = {name for name, given in type(draft).model_fields.items() if not _is_choice(given.annotation)}
    said = draft.model_dump(include=free).values()
    return (value for value in said if isinstance(value, str) and value.strip())


def _is_choice(annotation: Any) -> bool:
    """Whether a field is one of some words: those say nothing by themselves."""
    return any(get_origin(each) is Literal for each in (annotation, *get_args(annotation)))
