"""What a second reader objects to, put to the writer once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from summarizer.asking.answer_state import WHOLE, AnswerState
from summarizer.asking.answer_types import StrictAnswer
from summarizer.asking.plans.second_reading import Judgement
from summarizer.asking.plans.whole import REASK, WholeQuestion, in_order
from summarizer.asking.plans.whole_prompt import as_answer, entries_in, field_of, whole_answer_type
from summarizer.models.wires import Message
from summarizer.sections.base import Claim, french_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionQuestion:
    """The question that asks for some drafts again. `objections`: what was said of each, by its key.

    The conversation goes on from the one in which the drafts were written, so that a provider's prompt cache
    serves its beginning.
    """

    whole: WholeQuestion
    drafts: Mapping[str, BaseModel]
    objections: Mapping[str, Sequence[tuple[Claim, Judgement]]]
    section: str = "correction"
    max_tokens: int = 3000

    @property
    def messages(self) -> tuple[Message, ...]:
        """The article, the drafts that were objected to, and the objections."""
        objected = {key: self.drafts[key] for key in self.objections}
        return (
            *self.whole.messages,
            {"role": "assistant", "content": as_answer(objected, self.whole.own)},
            {"role": "user", "content": self._turn()},
        )

    def _turn(self) -> str:
        lines = []
        for key, said in self.objections.items():
            for claim, judgement in said:
                if judgement.verdict != "supported":
                    lines.append(f"{field_of(key)} “{claim.words}”:")
                    lines.append(f"  a second reader says: {judgement.reason}")
                    lines += [
                        f"  French: {french}" for french in french_of(self.whole.marked, claim.sentences)
                    ]
        return "\n".join([*lines, REASK])

    def answer_type(self, _ids: Sequence[str] | None = None) -> type[StrictAnswer]:
        """The one type for all articles."""
        return whole_answer_type(self.whole.own)

    def entries_of(self, answer: BaseModel, ids: Sequence[str] | None = None) -> list[tuple[str, BaseModel]]:
        """The corrected drafts, under the keys of those that were objected to."""
        return in_order(list(entries_in(answer)), tuple(self.objections) if ids is None else ids)

    def new_state(self) -> AnswerState[BaseModel]:
        """An empty state that wants each of them once."""
        return AnswerState(ids=tuple(self.objections), check=self.whole.check, by_severity=True)

    def reask_turn(self, state: AnswerState[BaseModel]) -> str:
        """As the whole question asks again."""
        if WHOLE in state.reasons or state.missing:
            return "\n".join([*state.reasons.get(WHOLE, ()), self._turn()])
        return self.whole.reask_turn(state)
