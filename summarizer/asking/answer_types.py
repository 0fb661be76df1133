"""The types of answers: pure pydantic. Reading an answer has no effect on anything else.

In the plan `piecewise` a type is made for a question: the ids that are asked about are its fields, so a
server that turns a schema into a grammar can give no other id. In the plan `whole` there is one type for all
articles (`StrictAnswer`), because hosted servers compile a schema the first time they see it.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Self, cast

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import InitErrorDetails, PydanticCustomError

TYPES_KEPT = 256
# Each type has a schema and a validator of some tens of kilobytes.

_PLACE = "#/$defs/"
_BOUNDS = ("maxLength", "minLength", "maxItems", "minItems", "pattern", "title", "default", "description")


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


class StrictAnswer(Answer):
    """Base of answers whose type is the same for all articles."""

    @classmethod
    def whole_schema(cls) -> dict[str, Any]:
        """Return the schema without bounds, which the strict modes of hosted servers do not take."""
        return strict_schema(super().whole_schema())


@lru_cache(TYPES_KEPT)
def answer_type(entry: type[BaseModel], ids: tuple[str, ...], choices: tuple[str, ...] = ()) -> type[Answer]:
    """Return the type of an answer with an entry for each of `ids`.

    `choices`: the ids of names that an entry may choose from.

    >>> class Entry(BaseModel):
    ...     en: str
    >>> list(answer_type(Entry, ("S1", "S4")).model_json_schema()["properties"])
    ['S1', 'S4']
    """
    narrowed = cast("Any", entry).among(choices) if choices else entry
    fields: dict[str, Any] = dict.fromkeys(ids, (narrowed, ...))
    return create_model("Answer", __base__=Answer, **fields)


def strict_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without bounds and inner titles; instructor reads the title of the whole.

    What it refers to once stands in the place of the reference, which is shorter: a model is shown it all.
    """
    title = {"title": schema["title"]} if "title" in schema else {}
    bare: dict[str, Any] = _without_bounds(schema)
    inner = bare.pop("$defs", {})
    told = json.dumps([bare, inner])
    once = {name: each for name, each in inner.items() if told.count(f'"{_PLACE}{name}"') == 1}
    kept = {name: each for name, each in inner.items() if name not in once}
    placed: dict[str, Any] = _in_place({**({"$defs": kept} if kept else {}), **bare}, once)
    return placed | title


@lru_cache(TYPES_KEPT)
def schema_text(answer: type[BaseModel]) -> str:
    """Return the JSON Schema of a type as text, made once."""
    whole = answer.whole_schema() if issubclass(answer, Answer) else answer.model_json_schema()
    return json.dumps(whole)


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


def _in_place(schema: Any, inner: Mapping[str, Any]) -> Any:
    """A schema in which `inner` types stand where it refers to them."""
    if isinstance(schema, list):
        return [_in_place(item, inner) for item in schema]
    if not isinstance(schema, dict):
        return schema
    name = str(schema.get("$ref", "")).removeprefix(_PLACE)
    if name in inner:
        return _in_place(inner[name], inner)
    return {key: _in_place(value, inner) for key, value in schema.items()}


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
