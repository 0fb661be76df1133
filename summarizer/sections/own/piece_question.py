"""The question by which a small model is asked for a section of a user's own, about one sentence.

It says whether the sentence tells of the matter, in a few English words what, and chooses figures, quotations
and names by the ids of those that the sentence has.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, create_model

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.answer_types import Answer, answer_type
from summarizer.asking.question import reask_turn
from summarizer.faithfulness.issue import Issue
from summarizer.marking.hints import hint_line, show_untouched
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.mixed_text import neutral
from summarizer.models.wires import Message
from summarizer.sections.own.definition import worked_article
from summarizer.sections.own.section import Draft, OwnSection
from summarizer.sections.piecewise.base import check_words
from summarizer.sections.piecewise.known_words import known_english

MOST_EXAMPLES = 2
TOKENS = 60
"""Of the answer, for each field."""
NONE = "none"
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=250)]
Ids = tuple[tuple[str, tuple[str, ...]], ...]
"""For each field that refers to something of the article, the ids that it may choose from."""

SYSTEM = """\
You read French news for people who read English. You get a sentence marked [S…] and decide whether it tells \
of this: {matter}
If it does not, answer "applies": false and leave all else empty. If it does, give {fields}. Use only what \
the sentence says. Where a line "Dictionary:" stands in front, use its English."""


class Entry(BaseModel):
    """What a model answers for a sentence."""

    model_config = ConfigDict(extra="forbid")

    applies: bool


@dataclass(frozen=True)
class PieceQuestion:
    """The question whether a sentence tells of a section's matter, and what."""

    own: OwnSection
    marked: MarkedArticle
    key: str

    @property
    def section(self) -> str:
        """The section's name."""
        return self.own.name

    @property
    def max_tokens(self) -> int:
        """Some words for each field."""
        return 30 + TOKENS * len(self.own.fields)

    @cached_property
    def ids(self) -> Ids:
        """What the sentence has for each field that refers to something; `none` if that may be nothing."""
        start, end = self.marked.sentences[self.key].start, self.marked.sentences[self.key].end
        places: Mapping[str, list[tuple[str, int]]] = {
            "figure": [(key, n.start) for key, n in self.marked.numbers.items() if n.value is not None],
            "quotation": [(key, q.start) for key, q in self.marked.outer_quotations.items()],
            "name": [(key, m.start) for key, name in self.marked.names.items() for m in name.mentions],
        }
        found = []
        for name, field in self.own.fields.items():
            if field.type in places:
                here = dict.fromkeys(key for key, at in places[field.type] if start <= at < end)
                found.append((name, (*here, *((NONE,) if field.optional else ()))))
        return tuple(found)

    @property
    def can_be_asked(self) -> bool:
        """Whether the sentence has something for each field that must have it."""
        return all(ids for _, ids in self.ids)

    @property
    def messages(self) -> tuple[Message, ...]:
        """The instructions, the worked sentences, and this one."""
        fields = ", ".join(
            f'"{name}"' + (field.about and f" ({field.about})") for name, field in self._asked()
        )
        system = SYSTEM.format(matter=self.own.instruction, fields=fields)
        return ({"role": "system", "content": system}, *_worked(self.own), self._turn())

    def _asked(self) -> list[tuple[str, Any]]:
        """The fields that are asked, a quotation's English among them."""
        return [
            (answer, field)
            for name, field in self.own.fields.items()
            for answer in ((name, f"{name}_en") if field.type == "quotation" else (name,))
        ]

    def _turn(self) -> Message:
        start, end = self.marked.extent(self.key)
        lines = [
            hint_line(self.marked, start, end),
            f"[{self.key}] {show_untouched(self.marked, start, end)}",
        ]
        for ids in dict(self.ids).values():
            lines += [f"{key} = {neutral(self._words(key))}" for key in ids if key != NONE]
        return {"role": "user", "content": "\n".join(dict.fromkeys(filter(None, lines)))}

    def _words(self, key: str) -> str:
        for found in (self.marked.numbers, self.marked.quotations, self.marked.names):
            if key in found:
                return " ".join(found[key].text.split())
        return ""

    def answer_type(self, _ids: Sequence[str] | None = None) -> type[Answer]:
        """An entry for the sentence; the ids that it has are the only ones there are."""
        return answer_type(_entry_type(self.own, self.ids), (self.key,))

    def entries_of(self, answer: Answer, _ids: Sequence[str] | None = None) -> list[tuple[str, BaseModel]]:
        """The entry, under the sentence's id."""
        return answer.entries_by_id()

    def new_state(self) -> AnswerState[BaseModel]:
        """An empty state for the one entry."""
        return AnswerState(ids=(self.key,), check=self.check, passage=(self.key,))

    def reask_turn(self, state: AnswerState[BaseModel]) -> str:
        """As the other small questions ask again."""
        return reask_turn(state, {self.key: self.marked.sentences[self.key].text})

    def check(self, _key: str, entry: BaseModel) -> list[Issue]:
        """What speaks against an entry that says that the sentence applies: its English."""
        said = entry.model_dump()
        found: list[Issue] = []
        for name, field in self.own.fields.items() if said["applies"] else ():
            if field.type == "text" and said[name]:
                found += check_words(said[name], self._french(), self.marked)
            elif field.type == "text" and not field.optional:
                found.append(Issue("form", "", f'"{name}" is empty; write it in English.', "hard"))
            elif field.type == "quotation" and said[name] not in {NONE, ""}:
                french = self.marked.quotations[said[name]].text
                found += check_words(said[f"{name}_en"], french, self.marked, quoted=True)
            elif field.type in {"figure", "quotation", "name"} and not (said[name] or field.optional):
                found.append(Issue("id", "", f'"{name}" is empty; give one of the ids.', "hard"))
        draft = None if any(issue.severity != "soft" for issue in found) else self.draft(entry)
        return found if draft is None else [*found, *self.own.ruled(self.marked, draft)]

    def _french(self) -> list[str]:
        keys = (self.marked.context_of(self.key), self.key)
        return [self.marked.sentences[key].text for key in keys if key]

    def draft(self, entry: BaseModel) -> Draft | None:
        """The draft that an entry gives; None if the sentence does not apply."""
        said = entry.model_dump()
        if not said.pop("applies"):
            return None
        for name, field in self.own.fields.items():
            if said[name] in {NONE, ""} and field.optional:
                said[name] = None
                said |= {f"{name}_en": None} if field.type in {"quotation", "name"} else {}
            elif field.type == "name":
                french = self._words(said[name])
                said |= {name: french, f"{name}_en": known_english(french) or french}
        return self.own.draft_type.model_validate({**said, "sentences": [self.key]})


@lru_cache(256)
def _entry_type(own: OwnSection, ids: Ids) -> type[Entry]:
    """The entry made for a sentence. A sentence that does not apply leaves words and choices empty."""
    chosen, fields = dict(ids), dict[str, Any]()
    for name, field in own.fields.items():
        if field.type == "choice":
            fields[name] = (Literal[(*field.choices, "")], ...)
        elif name in chosen:
            fields[name] = (Literal[(*chosen[name], "")], ...)
            fields |= {f"{name}_en": (Short, ...)} if field.type == "quotation" else {}
        else:
            fields[name] = (Short, ...)
    return create_model("OwnEntry", __base__=Entry, **fields)


@lru_cache(16)
def _worked(own: OwnSection) -> tuple[Message, ...]:
    """Sentences of the worked article with answers: those of the section's example, and one that has none."""
    marked, turns = worked_article(), []
    entries = {entry["sentences"][0]: entry for entry in reversed(own.example) if entry.get("sentences")}
    other = next((key for key in marked.sentences if key not in entries), None)
    for key in [*sorted(entries, key=marked.extent)[:MOST_EXAMPLES], *([other] if other and entries else [])]:
        question = PieceQuestion(own, marked, key)
        given = entries.get(key, {})
        said: dict[str, Any] = {"applies": key in entries}
        for name in _entry_type(own, question.ids).model_fields.keys() - {"applies"}:
            said[name] = given.get(name) or ""
        turns += [question._turn(), _answer(key, said)]  # noqa: SLF001
    return tuple(turns)


def _answer(key: str, said: Mapping[str, Any]) -> Message:
    return {"role": "assistant", "content": json.dumps({key: said}, ensure_ascii=False)}
