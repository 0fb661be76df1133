"""The contract as JSON Schema: brief, digest, line of the trace, and what a model is asked for at once."""

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import create_model

from summarizer.asking.plans.whole_prompt import whole_answer_type
from summarizer.schemas.brief import SCHEMA_VERSION, Brief, Extension, ExtensionEntry, Record
from summarizer.schemas.digest import DIGEST_VERSION, Digest
from summarizer.schemas.trace import TRACE_VERSION, TraceLine
from summarizer.sections.own import OwnSection

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = ("brief", "digest", "trace", "answer")
WRITTEN: dict[str, tuple[type[Record], str]] = {
    "brief": (Brief, SCHEMA_VERSION),
    "digest": (Digest, DIGEST_VERSION),
    "trace": (TraceLine, TRACE_VERSION),
}


def json_schema(name: str, sections: Sequence[OwnSection] = ()) -> dict[str, Any]:
    """Return the JSON Schema of what is written (`WRITTEN`), or of a model's answer about an article.

    Those of what is written name their version, and are in schemas/ of the package, too. `sections`:
    sections of a user's own, which the answer then has as well.
    Raises KeyError for a name that is not in `SCHEMAS`.
    """
    if name == "answer":
        return {"$schema": DRAFT, **whole_answer_type(tuple(sections)).model_json_schema()}
    record, version = WRITTEN[name]
    own = record.model_json_schema(mode="serialization")
    return {"$schema": DRAFT, "$id": f"urn:grounded-summarizer:{name}:{version}", **own}


def section_schema(section: OwnSection) -> dict[str, Any]:
    """Return the JSON Schema of what a section of a user's own gives a brief: an item of `extensions`."""
    types: dict[str, Any] = {}
    for name, field, kind in section.kinds:
        given = Literal[field.choices] if field.choices else kind.record
        types[name] = (given | None if field.optional else given, ...)
    values = create_model("Values", __base__=Record, **types)
    entry: Any = create_model("Entry", __base__=ExtensionEntry, values=(values, ...))
    fields: dict[str, Any] = {"name": (Literal[section.name], ...), "entries": (tuple[entry, ...], ...)}
    schema = create_model("Section", __base__=Extension, **fields).model_json_schema(mode="serialization")
    return {
        "$schema": DRAFT,
        "$id": f"urn:grounded-summarizer:section:{section.name}:{section.fingerprint}",
        **schema,
    }
