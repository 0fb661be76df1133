"""The types of answers: pure pydantic, made from an entry's type and from the ids that are asked about.

There are two schema modes. `per_question` puts the ids into the schema, as keys: a server that turns a
schema into a grammar can then give no other id. `shared` is a list of entries, each with its `id`: hosted
servers compile a schema the first time they see it, so it must be the same for all articles.

Types are made once and shared. Reading an answer has no effect on anything else; `answer_state` checks it.
"""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Self, cast

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import InitErrorDetails, PydanticCustomError

from summarizer.asking.profiles import SchemaMode

TYPES_KEPT = 256
# Each type has a schema and a validator of some tens of kilobytes.

_BOUNDS = ("maxLength", "minLength", "maxItems", "minItems", "pattern", "title", "default")


class Answer(BaseModel):
    """Base of all answers: no unknown field, no key twice. Here the fields are the ids."""

    model_config = ConfigDict(extra="forbid")

    def entries_by_id(self) -> list[tuple[str, Any]]:
        """Each entry with its id, in the order of the answer."""
        return [(key, getattr(self, key)) for key in type(self).model_fields]

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """Return pydantic's schema, made once for a type because every request has it."""
        if args or options:
            return super().model_json_schema(*args, **options)
        schema: dict[str, Any] = json.loads(schema_text(cls))
        return schema

    @classmethod
    def whole_schema(cls) -> dict[str, Any]:
        """Return the schema as it is sent."""
        return super().model_json_schema()

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Read an answer as pydantic does, but refuse a key that an object has twice."""
        _refuse_repeated_keys(json_data)
        return super().model_validate_json(json_data, **options)


class SharedAnswer(Answer):
    """Base of answers in the shared mode: `entries`, each with its `id`."""

    def entries_by_id(self) -> list[tuple[str, Any]]:
        """Each entry with its id, in the order of the answer."""
        entries: list[Any] = self.entries  # type: ignore[attr-defined]
        return [(entry.id, entry) for entry in entries]

    @classmethod
    def whole_schema(cls) -> dict[str, Any]:
        """Return the schema without bounds, which the strict modes of hosted servers do not take."""
        return strict_schema(super().whole_schema())


class Identified(BaseModel):
    """What the shared mode adds to an entry."""

    id: str


def answer_type(
    mode: SchemaMode, entry: type[BaseModel], ids: Iterable[str] = (), choices: Iterable[str] = ()
) -> type[Answer]:
    """Return the type that an answer must fit.

    The type of the shared mode is the same for all `ids` and all names that an entry may choose from.

    >>> class Entry(BaseModel):
    ...     en: str
    >>> list(answer_type("per_question", Entry, ["S1", "S4"]).model_json_schema()["properties"])
    ['S1', 'S4']
    >>> list(answer_type("shared", Entry, ["S1", "S4"]).model_json_schema()["properties"])
    ['entries']
    """
    return _per_question(entry, tuple(ids), tuple(choices)) if mode == "per_question" else _shared(entry)


def entry_type(mode: SchemaMode, entry: type[BaseModel], choices: tuple[str, ...] = ()) -> type[BaseModel]:
    """Return the type of one entry: made for the names it may choose from, or the same for all articles."""
    return _narrowed(entry, choices) if choices and mode == "per_question" else entry


def strict_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without bounds and inner titles; instructor reads the title of the whole."""
    title = {"title": schema["title"]} if "title" in schema else {}
    bare: dict[str, Any] = _without_bounds(schema)
    return bare | title


@lru_cache(TYPES_KEPT)
def schema_text(answer: type[BaseModel]) -> str:
    """Return the JSON Schema of a type as text, made once."""
    whole = answer.whole_schema() if issubclass(answer, Answer) else answer.model_json_schema()
    return json.dumps(whole)


@lru_cache(TYPES_KEPT)
def _narrowed(entry: type[BaseModel], choices: tuple[str, ...]) -> type[BaseModel]:
    return cast("Any", entry).among(choices)  # type: ignore[no-any-return]


@lru_cache(TYPES_KEPT)
def _per_question(entry: type[BaseModel], ids: tuple[str, ...], choices: tuple[str, ...]) -> type[Answer]:
    fields: dict[str, Any] = dict.fromkeys(ids, (entry_type("per_question", entry, choices), ...))
    return create_model("Answer", __base__=Answer, **fields)


@lru_cache(TYPES_KEPT)
def _shared(entry: type[BaseModel]) -> type[Answer]:
    # pydantic collects fields from the last base on: the id leads, as a model should name it first
    listed = create_model(entry.__name__, __base__=(entry, Identified))
    return create_model("Answer", __base__=SharedAnswer, entries=(list[listed], ...))  # type: ignore[valid-type]


def _refuse_repeated_keys(data: str | bytes | bytearray) -> None:
    def pairs(found: Sequence[tuple[str, Any]]) -> None:
        keys = [key for key, _ in found]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)}: stands twice.")

    try:
        json.loads(data, object_pairs_hook=pairs)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        return  # pydantic says what is wrong with it
    except ValueError as error:
        refusal = PydanticCustomError("repeated_key", "{reason}", {"reason": str(error)})
        details = InitErrorDetails(type=refusal, input="")
        raise ValidationError.from_exception_data("Answer", [details]) from None


def _without_bounds(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_bounds(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {}
    for key, value in schema.items():
        if key in {"properties", "$defs"}:
            kept[key] = {name: _without_bounds(inner) for name, inner in value.items()}
        elif key not in _BOUNDS:
            kept[key] = _without_bounds(value)
    return kept
