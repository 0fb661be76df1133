"""What a model may answer."""

import json

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.asking.answer_types import answer_type
from summarizer.schemas.overview import OverviewEntry


class Entry(BaseModel):
    """A small entry."""

    model_config = ConfigDict(extra="forbid")

    en: str


def test_the_entries_are_read_with_their_ids():
    """In the order of the answer."""
    answer = json.dumps({"N1": {"en": "a"}, "N2": {"en": "b"}})
    read = answer_type(Entry, ("N1", "N2")).model_validate_json(answer)
    assert [(key, entry.en) for key, entry in read.entries_by_id()] == [("N1", "a"), ("N2", "b")]


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ({"N1": {"en": "a"}, "N2": {"en": "b", "value": "3"}}, "value"),
        ({"N1": {"en": "a"}, "N2": {"english": "b"}}, "en"),
    ],
    ids=["extra field", "field missing"],
)
def test_wrong_fields_are_refused(entries, reason):
    """The error names what is wrong."""
    with pytest.raises(ValidationError, match=reason):
        answer_type(Entry, ("N1", "N2")).model_validate_json(json.dumps(entries))


@pytest.mark.parametrize("ids", [("N1",), ("N1", "N2", "N3")], ids=["too many", "too few"])
def test_the_ids_of_a_question_are_fields_of_its_type(ids):
    """Another id, or one too few, does not fit."""
    with pytest.raises(ValidationError):
        answer_type(Entry, ids).model_validate_json('{"N1": {"en": "a"}, "N2": {"en": "b"}}')


def test_a_repeated_key_is_refused():
    """JSON readers take the last one without a word."""
    with pytest.raises(ValidationError, match="N1: stands twice"):
        answer_type(Entry, ("N1",)).model_validate_json('{"N1": {"en": "a"}, "N1": {"en": "b"}}')


def test_a_type_is_made_once():
    """For the same entry and the same ids; its schema cannot be spoilt."""
    own = answer_type(Entry, ("N1",))
    assert own is answer_type(Entry, ("N1",))
    assert own is not answer_type(Entry, ("N2",))
    own.model_json_schema()["properties"].clear()
    assert list(own.model_json_schema()["properties"]) == ["N1"]


def test_the_schema_of_a_question_has_the_ids_and_the_bounds():
    """A server with grammars cannot give another id or a longer text."""
    schema = answer_type(OverviewEntry, ("S1", "S4")).model_json_schema()
    assert list(schema["properties"]) == schema["required"] == ["S1", "S4"]
    assert schema["$defs"]["OverviewEntry"]["properties"]["en"]["maxLength"] == 400


def test_text_that_is_no_json_is_pydantics_to_refuse():
    """The error says that it is no JSON."""
    with pytest.raises(ValidationError, match="JSON"):
        answer_type(Entry, ("N1",)).model_validate_json("not JSON")
