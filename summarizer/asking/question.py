"""One request to a model, as data: it can be made in one process and asked in another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

import pydantic

from summarizer.asking.answer_state import WHOLE, AnswerState, Check
from summarizer.asking.answer_types import Answer, StrictAnswer, answer_type, schema_text
from summarizer.models.token_counts import CHARACTERS_A_TOKEN, count_tokens
from summarizer.models.wires import Message

__all__ = ["CHARACTERS_A_TOKEN", "Askable", "Question", "tokens_shown"]

E = TypeVar("E", bound=pydantic.BaseModel)
A = TypeVar("A")


class Askable(Protocol[A]):
    """What `check_loop.ask` and the answer cache need of a question.

    `Question` offers it for the plan that asks section by section. A plan with one question for the whole
    article offers the same, with keys such as `headline`, `key_points.2`, `quotes.1` and one fixed type.
    """

    @property
    def section(self) -> str:
        """What the question is about; shown in messages and in the journal."""

    @property
    def messages(self) -> Sequence[Message]:
        """The conversation as it is sent first."""

    @property
    def max_tokens(self) -> int:
        """Tokens that the answer may have, thinking apart."""

    def answer_type(self, ids: Sequence[str] | None = None) -> type[Answer]:
        """Return the type that the answer must fit; `ids`: only these entries are asked, again."""

    def entries_of(self, answer: Any, ids: Sequence[str] | None = None) -> list[tuple[str, A]]:
        """Return the entries of an answer of that type, each with its key; `ids` as in `answer_type`."""

    def new_state(self) -> AnswerState[A]:
        """Return an empty state with the question's check."""

    def reask_turn(self, state: AnswerState[A]) -> str:
        """Return the user's turn that names what fails in the last answer, and asks for that alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Generic[E]):
    """A question about some sentences or a paragraph, in the plan that asks section by section.

    `entry`: the type of the entry for each of `ids`; `choices`: the ids of names that an entry may choose
    from. `check` can be pickled: a function of a module, or a partial one. `french`: the article's words
    for an id, shown when it is asked again.

    >>> from summarizer.articles.article import make_article
    >>> from summarizer.asking.prepare import prepare
    >>> from summarizer.asking.profiles import EMBEDDED
    >>> article = make_article("Le port de Brémont a coûté 12 millions d'euros.")
    >>> [(question.section, question.ids) for question in prepare(article, EMBEDDED).questions]
    [('overview', ('H1',)), ('overview', ('S1',)), ('key_figures', ('N1',))]
    """

    section: str
    messages: tuple[Message, ...] | list[Message]
    ids: tuple[str, ...]
    entry: type[E]
    check: Check[E]
    max_tokens: int
    passage: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    french: Mapping[str, str] = field(default_factory=dict)

    def answer_type(self, ids: Sequence[str] | None = None) -> type[Answer]:
        """Return the type that the answer must fit."""
        return answer_type(self.entry, tuple(self.ids if ids is None else ids), tuple(self.choices))

    def entries_of(self, answer: Answer, ids: Sequence[str] | None = None) -> list[tuple[str, E]]:  # noqa: ARG002
        """Return the entries of an answer, each with its id."""
        return answer.entries_by_id()

    def new_state(self) -> AnswerState[E]:
        """Return an empty state for its answer."""
        return AnswerState(ids=self.ids, check=self.check, passage=self.passage)

    def reask_turn(self, state: AnswerState[E]) -> str:
        """Return the user's turn that names what fails in the last answer, and asks for that alone."""
        return reask_turn(state, self.french)


def reask_turn(state: AnswerState[Any], french: Mapping[str, str]) -> str:
    """Return a turn that gives the reasons entry by entry, with the French where it is known."""
    lines = list(state.reasons.get(WHOLE, ()))
    for key in state.failing:
        shown = f" (« {french[key]} »)" if key in french else ""
        lines += [f"{key}{shown}: {reason}" for reason in state.reasons.get(key, ())]
    asked = ", ".join(state.failing)
    return "\n".join([REASK, *lines, f"Answer again for {asked} only, as JSON."])


REASK = "Your answer has mistakes:"
"""How a turn begins that asks again."""


def tokens_shown(question: Askable[Any]) -> int:
    """Return about how many tokens a question sends; see `CHARACTERS_A_TOKEN`.

    Hosted servers show their model the answer's schema, too; those that make it a grammar do not.
    """
    answer = question.answer_type()
    return count_tokens(question.messages, schema_text(answer) if issubclass(answer, StrictAnswer) else "")
