"""One request to a model, as data: it can be made in one process and asked in another."""

import json
from dataclasses import dataclass
from functools import lru_cache

import pydantic

from summarizer.asking.answers import TYPES_KEPT, Answer, Check, Ledger, face_of
from summarizer.asking.profiles import Profile
from summarizer.asking.templates import Message

CHARACTERS_A_TOKEN = 3.0
"""Of French and of JSON Schema, at the least: what is counted by it is counted too high, not too low."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One request to a model: its words, and what it may be answered with.

    `entry`: the type of the entry for each of `ids`; `among`: the ids of names that an entry may choose
    among, where it chooses. `check` can be pickled: a function of a module, or a partial one.
    """

    section: str
    messages: tuple[Message, ...] | list[Message]
    ids: tuple[str, ...]
    entry: type[pydantic.BaseModel]
    check: Check
    max_tokens: int
    passage: tuple[str, ...] = ()
    among: tuple[str, ...] = ()

    def ledger(self) -> Ledger:
        """An empty ledger for its answer."""
        return Ledger(self.ids, self.check, passage=self.passage)


def tokens_shown(question: Question, profile: Profile) -> int:
    """About how many tokens a question sends; see `CHARACTERS_A_TOKEN`.

    Hosted servers show their model the answer's schema, too; those that make it a grammar do not.
    """
    shown = sum(len(message["content"]) for message in question.messages)
    if profile.face == "static":
        shown += _schema_length(face_of(profile.face, question.entry))
    return int(shown / CHARACTERS_A_TOKEN)


@lru_cache(TYPES_KEPT)
def _schema_length(answer: type[Answer]) -> int:
    return len(json.dumps(answer.model_json_schema()))
