"""An article that is longer than a model's context: drafted in parts, then chosen from by id."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, create_model

from summarizer.asking.answer_state import WHOLE, AnswerState
from summarizer.asking.answer_types import StrictAnswer
from summarizer.asking.plans.whole import section_of
from summarizer.asking.plans.whole_prompt import SINGLE, Own, field_of
from summarizer.asking.templates import read_prompt
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.models.wires import Message
from summarizer.sections import sections_with


def parts(marked: MarkedArticle, characters: int) -> list[tuple[str, ...]]:
    """The sentences in stretches of about equal length, none of more than `characters`.

    A stretch ends with a paragraph where one ends in its last quarter.
    """
    total = sum(len(sentence.text) for sentence in marked.sentences.values())
    wanted = total / max(1, -(-total // characters))
    found: list[list[str]] = [[]]
    length = 0
    paragraph = None
    for key, sentence in marked.sentences.items():
        long_enough = length > 0.75 * wanted and sentence.paragraph != paragraph
        if found[-1] and (long_enough or length + len(sentence.text) > characters):
            found.append([])
            length = 0
        found[-1].append(key)
        length += len(sentence.text)
        paragraph = sentence.paragraph
    return [tuple(keys) for keys in found if keys]


def renumbered(drafted: Sequence[Mapping[str, BaseModel]]) -> dict[str, BaseModel]:
    """The drafts of all parts under keys of their own: `headline.2`, `key_points.9`."""
    found: dict[str, BaseModel] = {}
    counts: dict[str, int] = {}
    for drafts in drafted:
        for key, draft in drafts.items():
            name = field_of(key)
            counts[name] = counts.get(name, 0) + 1
            found[f"{name}.{counts[name]}"] = draft
    return found


@cache
def choosing_type(own: Own = ()) -> type[StrictAnswer]:
    """The type of the answer: for each field of the brief the ids that are chosen."""
    names = [name for section in sections_with(own).values() for name in section.FIELDS]
    fields: dict[str, Any] = {name: (str if name in SINGLE else list[str], ...) for name in names}
    return create_model("Choosing", __base__=StrictAnswer, **fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosingQuestion:
    """The question that chooses among the drafts of all parts."""

    marked: MarkedArticle
    drafts: Mapping[str, BaseModel]
    own: Own = ()
    section: str = "choose"
    max_tokens: int = 1200

    @property
    def messages(self) -> tuple[Message, ...]:
        """The static instructions, and every draft behind its id."""
        lines = list(self._lines())
        system = read_prompt("choose").partition("## System")[2].strip()
        listed = "".join(f'\n"{section.name}": up to {section.most} that differ.' for section in self.own)
        return (
            {"role": "system", "content": system + listed},
            {"role": "user", "content": "\n".join(lines)},
        )

    def _lines(self) -> Iterator[str]:
        for key, draft in self.drafts.items():
            said = "; ".join(claim.en for claim in section_of(key, self.own).claims(self.marked, draft))
            yield f"[{key}] {said}"

    def answer_type(self, _ids: Sequence[str] | None = None) -> type[StrictAnswer]:
        """The one type for all articles."""
        return choosing_type(self.own)

    def entries_of(self, answer: BaseModel, _ids: Sequence[str] | None = None) -> list[tuple[str, BaseModel]]:
        """One entry: everything that is chosen."""
        return [("chosen", answer)]

    def new_state(self) -> AnswerState[BaseModel]:
        """An empty state for the one entry."""
        return AnswerState(ids=("chosen",), check=self.check, by_severity=True)

    def check(self, _key: str, chosen: BaseModel) -> list[Issue]:
        """What speaks against a choice: ids of nothing, no key points."""
        listed = list(ids_in(chosen))
        strange = [key for name, key in listed if key not in self.drafts or field_of(key) != name]
        found = [Issue("id", key, f"There is no entry {key!r} to choose there.", "firm") for key in strange]
        if not any(name == "key_points" and key in self.drafts for name, key in listed):
            found.append(Issue("form", "", "No key points are chosen; choose 4 to 8.", "hard"))
        return found

    def reask_turn(self, state: AnswerState[BaseModel]) -> str:
        """Say what is wrong, and ask for the whole choice again."""
        reasons = state.reasons.get(WHOLE, []) + state.reasons.get("chosen", [])
        return "\n".join([*reasons, "Choose again."])

    def chosen(self, state: AnswerState[BaseModel]) -> dict[str, BaseModel]:
        """The chosen drafts in their order; if no choice came, the first of each field from every part."""
        answer = state.accepted.get("chosen")
        if answer is None:
            return dict(self.drafts)
        picked: dict[str, BaseModel] = {}
        for name, key in ids_in(answer):
            if key in self.drafts and field_of(key) == name:
                picked[name if name in SINGLE else key] = self.drafts[key]
        return picked


def ids_in(chosen: BaseModel) -> Iterator[tuple[str, str]]:
    """Each id with the field that it was chosen for."""
    for name in type(chosen).model_fields:
        value = getattr(chosen, name)
        for key in [value] if isinstance(value, str) else value:
            yield name, key.strip().strip("[]")
