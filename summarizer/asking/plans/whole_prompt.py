"""The one prompt of the plan `whole`: its frame, each section's part, and one article worked through."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, create_model

from summarizer.articles.article import make_article
from summarizer.asking.answer_types import StrictAnswer
from summarizer.asking.templates import read_prompt
from summarizer.marking.marked_article import mark
from summarizer.marking.whole_view import show_article
from summarizer.models.wires import Message
from summarizer.sections import SECTIONS, sections_with
from summarizer.sections.own.section import OwnSection

LISTED = "{sections}"
"""Where the sections' parts stand in the frame."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a section adds: instructions for its fields, and its fields of the worked answer."""

    instructions: str
    answer: Mapping[str, Any]


def parse_part(text: str) -> Part:
    """Read a section's part from its prompt file. Raises ValueError if there is none."""
    found = re.search(
        r"^## Whole[ \t]*$(.*?)^## Whole answer[ \t]*$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    if found is None:
        raise ValueError("a section's prompt has the parts `## Whole` and `## Whole answer`")
    return Part(found[1].strip(), json.loads(found[2]))


def parse_frame(text: str) -> tuple[str, str]:
    """Read the frame: the instructions around the sections' parts, and the French of the example."""
    found = re.search(r"^## System[ \t]*$(.*?)^## Example[ \t]*$(.*)\Z", text, re.MULTILINE | re.DOTALL)
    if found is None or found[1].count(LISTED) != 1:
        raise ValueError(f"the frame has `## System`, with {LISTED} once, and `## Example`")
    return found[1].strip(), found[2].strip()


Own = tuple[OwnSection, ...]
"""Sections that a user brings."""


@cache
def opening(own: Own = ()) -> tuple[Message, ...]:
    """The static beginning of every conversation: instructions, and the example with its answer.

    It is the same for all articles, so a provider's prompt cache serves it.
    """
    system, french = parse_frame(read_prompt("whole"))
    parts = [*(parse_part(read_prompt(name)) for name in SECTIONS), *map(own_part, own)]
    answer: dict[str, Any] = {}
    for part in parts:
        answer |= part.answer
    instructions = system.replace(LISTED, "\n".join(part.instructions for part in parts))
    return (
        {"role": "system", "content": instructions},
        {"role": "user", "content": show_article(mark(make_article(french)))},
        {"role": "assistant", "content": compact(answer)},
    )


def as_answer(drafts: Mapping[str, BaseModel], own: Own = ()) -> str:
    """Drafts by key as the answer that they came in, without the others."""
    answer: dict[str, Any] = {
        name: {"en": "", "sentences": []} if name in SINGLE else []
        for name in whole_answer_type(own).model_fields
    }
    for key, draft in drafts.items():
        name = field_of(key)
        if name in SINGLE:
            answer[name] = draft.model_dump()
        else:
            answer[name].append(draft.model_dump())
    return compact(answer)


def compact(answer: Mapping[str, Any]) -> str:
    """An answer as JSON without needless spaces: a model writes as it is shown."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def own_part(section: OwnSection) -> Part:
    """What a section of a user's own adds."""
    most = f"up to {section.most}, most important first"
    told = f'- {section.name}: {section.instruction} ({most}): {section.asks}; "sentences".'
    return Part(told, {section.name: [section.worked(entry) for entry in section.example]})


@cache
def whole_answer_type(own: Own = ()) -> type[StrictAnswer]:
    """The type of the answer, the same for all articles: the fields of every section that is listed."""
    fields: dict[str, Any] = {}
    for section in sections_with(own).values():
        for name, draft in section.FIELDS.items():
            fields[name] = (draft if name in SINGLE else list[draft], ...)  # type: ignore[valid-type]
    return create_model("BriefAnswer", __base__=StrictAnswer, **fields)


SINGLE = frozenset({"headline"})
"""Fields that hold one draft, not a list."""


def field_of(key: str) -> str:
    """The field of an entry's key: `key_points.2` is one of `key_points`."""
    return key.partition(".")[0]


def entries_in(answer: BaseModel) -> Iterable[tuple[str, BaseModel]]:
    """The drafts of an answer with their keys, counted from 1: `headline`, `key_points.1`."""
    for name in type(answer).model_fields:
        value = getattr(answer, name)
        if isinstance(value, BaseModel):
            yield name, value
        else:
            yield from ((f"{name}.{n}", draft) for n, draft in enumerate(value, start=1))
