"""The contract as JSON Schema, for programs that are not written in Python."""

import json
from importlib.resources import files

import jsonschema
import pytest

from summarizer.output.json_schema import SCHEMAS, WRITTEN, json_schema
from summarizer.sections import SECTIONS
from tests.briefs import make_brief


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_json_schema(name):
    """And allows no field that it does not name."""
    schema = json_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_there_is_one_for_the_brief_and_one_for_the_answer():
    """The answer has the fields of every section that is listed."""
    assert set(SCHEMAS) == {"brief", "digest", "trace", "answer"}
    fields = {name for section in SECTIONS.values() for name in section.FIELDS}
    assert set(json_schema("answer")["properties"]) == fields


def test_a_brief_fits_its_schema():
    """Amounts are strings: no reader rounds them."""
    written = json.loads(make_brief().model_dump_json())
    jsonschema.validate(written, json_schema("brief"), jsonschema.Draft202012Validator)
    assert all(isinstance(figure["value"], str) for figure in written["key_figures"])


@pytest.mark.parametrize("name", WRITTEN)
def test_each_is_published_with_its_version(name):
    """The file in the package is the contract to the letter.

    Where this fails, the contract has changed. What only adds is written anew (`summarizer schema`); what
    takes away or renames is another version, with a file of its own.
    """
    version = WRITTEN[name][1]
    published = json.loads((files("summarizer") / "schemas" / f"{name}.v{version}.json").read_text("utf-8"))
    assert published == json_schema(name)
    assert published["$id"].endswith(f":{name}:{version}")
    if "schema_version" in published["properties"]:
        assert published["properties"]["schema_version"]["const"] == version


def test_what_is_no_brief_does_not():
    """A field too many, a field too few."""
    written = json.loads(make_brief().model_dump_json())
    for wrong in ({**written, "mood": "sad"}, {k: v for k, v in written.items() if k != "headline"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, json_schema("brief"), jsonschema.Draft202012Validator)


def test_an_answers_schema_stays_inside_strict_mode():
    """Every field required, nothing extra, no bounds."""

    def objects(schema):
        if isinstance(schema, dict):
            if schema.get("type") == "object":
                yield schema
            for value in schema.values():
                yield from objects(value)

    found = list(objects(json_schema("answer")))
    assert found
    for schema in found:
        assert schema["additionalProperties"] is False
        assert sorted(schema["required"]) == sorted(schema["properties"])
    assert not {"maxLength", "minLength", "maxItems"} & set(
        json.dumps(json_schema("answer")).replace('"', " ").split()
    )


def test_another_name_is_an_error():
    """As a missing key is."""
    with pytest.raises(KeyError):
        json_schema("moods")
