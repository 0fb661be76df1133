"""What a model may answer, in two faces of one shape.

A section asks for one entry for each of a few ids. **Made** for the article, the ids are the keys
of the schema, and a server that compiles grammars cannot give another; **static**, the schema is
the same for every article, a list of entries that carry their id, and pydantic refuses an id that
is unknown, missing or there twice. Either way the rest of the code sees `{id: entry}`.

Making a type takes longer than asking a fast server, so types are kept and shared; whose answer is being
read is said by `Ledger.answered`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, create_model, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from summarizer.asking.profiles import Face
from summarizer.schemas.brief import Finding

Check = Callable[[str, Any], list[Finding]]
"""What speaks against an entry, by its id: findings, none where it is sound."""

WEAK = frozenset({"qualifier"})
"""Codes of findings that are worth saying, not worth asking again: « environ » dropped, a bound rounded."""

TYPES_KEPT = 256
"""Types of answers that are kept: each has a schema and a validator, some tens of kilobytes."""
_BOUNDS = ("maxLength", "minLength", "maxItems", "minItems", "pattern", "title", "default")


class Ledger:
    """What has come of one question so far: entries accepted for good, and those refused last.

    An entry that once passed stays, whatever a later answer says in its place: only the failing
    ones are asked again. `passage` are the ids of the sentences that the question showed.
    """

    def __init__(self, ids: Iterable[str], check: Check, *, passage: Iterable[str] = ()) -> None:
        self.ids = tuple(ids)
        self.passage = tuple(passage)
        self.accepted: dict[str, Any] = {}
        self.refused: dict[str, tuple[Any, list[Finding]]] = {}
        self.reasked: dict[str, list[Finding]] = {}
        self.noted: dict[str, list[Finding]] = {}
        self.failure: str | None = None
        self.stuck = False
        """Whether the last answer failed word for word as the one before it: asking again is of no use."""
        self.strict = False
        """Whether nothing with a finding is kept; see `drop_doubtful`."""
        self._check = check

    def enter(self, entries: Mapping[str, Any]) -> list[str]:
        """Check what is not yet accepted; returns the reasons to ask again, one line each."""
        reasons = []
        before = {key: entry for key, (entry, _) in self.refused.items()}
        for key in self.ids:
            if key in self.accepted:
                continue
            if key not in entries:
                reasons.append(f"{key}: there is no entry for it.")
                continue
            found = self._check(key, entries[key])
            findings = [finding for finding in found if finding.code not in WEAK]
            if findings:
                self.refused[key] = entries[key], findings
                self.reasked.setdefault(key, findings)
                reasons.extend(f"{key}: {finding.message}" for finding in findings)
            else:
                self.accepted[key] = entries[key]
                self.noted[key] = found
                self.refused.pop(key, None)
        self.stuck = bool(before) and before == {key: entry for key, (entry, _) in self.refused.items()}
        return reasons

    def drop_doubtful(self) -> None:
        """Refuse what was accepted with a remark, and let nothing refused be kept."""
        self.strict = True
        for key, remarks in self.noted.items():
            if remarks:
                self.refused[key] = self.accepted.pop(key), remarks
        self.noted = {}

    @property
    def doubtful(self) -> dict[str, Any]:
        """The entries refused last that may be kept where dropping them would leave a hole."""
        return {} if self.strict else {key: entry for key, (entry, _) in self.refused.items()}

    @contextmanager
    def answered(self) -> Iterator[None]:
        """While this holds, answers that are read are entered here."""
        token = _ANSWERED.set(self)
        try:
            yield
        finally:
            _ANSWERED.reset(token)

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids for which no usable entry ever came."""
        return tuple(key for key in self.ids if key not in self.accepted and key not in self.refused)


_ANSWERED: ContextVar[Ledger] = ContextVar("answered")


class Answer(BaseModel):
    """Base of both faces: no unknown field, no key twice, and the ledger's word on every entry."""

    model_config = ConfigDict(extra="forbid")

    def entries_by_id(self) -> dict[str, Any]:
        """The normal form."""
        return {key: getattr(self, key) for key in type(self).model_fields}

    @model_validator(mode="after")
    def _sound(self) -> Self:
        reasons = _ANSWERED.get().enter(self.entries_by_id())
        if reasons:
            raise _refusal(reasons)
        return self

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """As pydantic's; made once for a type, since every request has it."""
        if args or options:
            return super().model_json_schema(*args, **options)
        schema: dict[str, Any] = json.loads(_schema(cls))
        return schema

    @classmethod
    def whole_schema(cls) -> dict[str, Any]:
        """The schema as it is sent."""
        return super().model_json_schema()

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """As pydantic's, and a key that stands twice in an object is refused, not overwritten."""
        _refuse_repeated_keys(json_data)
        return super().model_validate_json(json_data, **options)


MOST_AN_ID = 4
"""Entries for an id, at most, that are looked at: a list that never ends is not held against the French."""


class Identified(BaseModel):
    """What the static face adds to an entry."""

    id: str


class StaticAnswer(Answer):
    """Base of the static face: `entries`, each with its `id`."""

    def entries_by_id(self) -> dict[str, Any]:
        """The normal form; an unknown or repeated id is refused."""
        entries: list[Any] = self.entries  # type: ignore[attr-defined]
        ids = [entry.id for entry in entries]
        asked = _ANSWERED.get().ids
        if len(ids) > MOST_AN_ID * max(len(asked), 1):
            raise _refusal([f"There are {len(ids)} entries for {len(asked)} ids; give one for each."])
        wrong = [f"{key}: there is no such id here." for key in ids if key not in asked]
        wrong += [f"{key}: stands twice." for key in dict.fromkeys(ids) if ids.count(key) > 1]
        if wrong:
            raise _refusal(wrong)
        return {entry.id: entry for entry in entries}

    @classmethod
    def whole_schema(cls) -> dict[str, Any]:
        """The schema without bounds, which hosted servers' strict modes do not take."""
        schema: dict[str, Any] = _without_bounds(super().whole_schema())
        return schema


def face_of(
    face: Face, entry: type[BaseModel], ids: Iterable[str] = (), among: Iterable[str] = ()
) -> type[Answer]:
    """The type that an answer must fit, in the face that the server is best asked in.

    It is read while the question's ledger is `answered`. The static face is the same whatever the `ids` and
    whatever names an entry may choose `among`.
    """
    return _made(entry, tuple(ids), tuple(among)) if face == "made" else _static(entry)


def entry_of(face: Face, entry: type[BaseModel], among: tuple[str, ...] = ()) -> type[BaseModel]:
    """The type of one entry: made for the names that it may choose `among`, or the same for all."""
    return _narrowed(entry, among) if among and face == "made" else entry


@lru_cache(TYPES_KEPT)
def _narrowed(entry: type[BaseModel], among: tuple[str, ...]) -> type[BaseModel]:
    return entry.among(among)  # type: ignore[attr-defined,no-any-return]


@lru_cache(TYPES_KEPT)
def _made(entry: type[BaseModel], ids: tuple[str, ...], among: tuple[str, ...]) -> type[Answer]:
    fields: dict[str, Any] = dict.fromkeys(ids, (entry_of("made", entry, among), ...))
    return create_model("Answer", __base__=Answer, **fields)


@lru_cache(TYPES_KEPT)
def _static(entry: type[BaseModel]) -> type[Answer]:
    # pydantic collects fields from the last base on: the id leads, as a model should name it first
    listed = create_model(entry.__name__, __base__=(entry, Identified))
    return create_model("Answer", __base__=StaticAnswer, entries=(list[listed], ...))  # type: ignore[valid-type]


@lru_cache(TYPES_KEPT)
def _schema(answer: type[Answer]) -> str:
    return json.dumps(answer.whole_schema())


def _refusal(reasons: list[str]) -> PydanticCustomError:
    return PydanticCustomError("refused", "{reasons}", {"reasons": "\n".join(reasons)})


def _refuse_repeated_keys(data: str | bytes | bytearray) -> None:
    def pairs(found: list[tuple[str, Any]]) -> None:
        keys = [key for key, _ in found]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)}: stands twice.")

    try:
        json.loads(data, object_pairs_hook=pairs)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        return  # pydantic says what is wrong with it
    except ValueError as error:
        details = InitErrorDetails(type=_refusal([str(error)]), input="")
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
