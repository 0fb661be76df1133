"""What a model may answer, in both faces."""

import json

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.asking.answers import Ledger, face_of
from summarizer.schemas.brief import Finding
from summarizer.schemas.overview import OverviewEntry


class Entry(BaseModel):
    """A small entry."""

    model_config = ConfigDict(extra="forbid")

    en: str


def _ledger(*ids, bad=()):
    def check(_key, entry):
        return [Finding(code="bad", message=f"{entry.en} is bad.")] if entry.en in bad else []

    return Ledger(ids, check)


def _as(face, **entries):
    if face == "static":
        return json.dumps({"entries": [{"id": key, **entry} for key, entry in entries.items()]})
    return json.dumps(entries)


def _read(face, entry, ledger, answer):
    """Read an answer as it comes from a model, into its ledger."""
    with ledger.answered():
        return face_of(face, entry, ledger.ids).model_validate_json(answer)


@pytest.mark.parametrize("face", ["made", "static"])
class TestBothFaces:
    """What holds whichever face is asked for."""

    def test_a_sound_answer_is_accepted(self, face):
        """Each id's entry is in the ledger."""
        ledger = _ledger("N1", "N2")
        _read(face, Entry, ledger, _as(face, N1={"en": "a"}, N2={"en": "b"}))
        assert {key: entry.en for key, entry in ledger.accepted.items()} == {"N1": "a", "N2": "b"}

    @pytest.mark.parametrize(
        ("entries", "reason"),
        [
            ({"N1": {"en": "a"}}, "N2"),
            ({"N1": {"en": "a"}, "N2": {"en": "b"}, "N3": {"en": "c"}}, "N3"),
            ({"N1": {"en": "a"}, "N2": {"en": "b", "value": "3"}}, "value"),
            ({"N1": {"en": "a"}, "N2": {"english": "b"}}, "en"),
        ],
        ids=["missing", "unknown", "extra field", "field missing"],
    )
    def test_wrong_ids_and_fields_are_refused(self, face, entries, reason):
        """The error names what is wrong."""
        with pytest.raises(ValidationError, match=reason):
            _read(face, Entry, _ledger("N1", "N2"), _as(face, **entries))

    def test_only_what_failed_is_asked_again(self, face):
        """An entry that passed stays, whatever a later answer says in its place."""
        ledger = _ledger("N1", "N2", bad=("b",))
        with pytest.raises(ValidationError, match=r"N2: b is bad\."):
            _read(face, Entry, ledger, _as(face, N1={"en": "a"}, N2={"en": "b"}))
        _read(face, Entry, ledger, _as(face, N1={"en": "b"}, N2={"en": "c"}))
        assert {key: entry.en for key, entry in ledger.accepted.items()} == {"N1": "a", "N2": "c"}
        assert not ledger.refused
        assert list(ledger.reasked) == ["N2"]


def test_an_id_that_stands_twice_is_refused():
    """In the static face as two entries, in the made face as a repeated key."""
    twice = '{"entries": [{"id": "N1", "en": "a"}, {"id": "N1", "en": "b"}]}'
    with pytest.raises(ValidationError, match="N1: stands twice"):
        _read("static", Entry, _ledger("N1"), twice)
    with pytest.raises(ValidationError, match="N1: stands twice"):
        _read("made", Entry, _ledger("N1"), '{"N1": {"en": "a"}, "N1": {"en": "b"}}')


def test_the_static_schema_is_the_same_for_every_article():
    """So that a hosted server compiles it once."""
    schemas = [face_of("static", Entry, ids).model_json_schema() for ids in (("N1",), ("N1", "N7"))]
    assert schemas[0] == schemas[1]


def test_the_static_schema_stays_inside_strict_mode():
    """Every field required, nothing extra, no bounds; the id leads."""
    schema = face_of("static", OverviewEntry).model_json_schema()
    entry = schema["$defs"]["OverviewEntry"]
    assert list(entry["properties"]) == entry["required"] == ["id", "en"]
    assert entry["additionalProperties"] is schema["additionalProperties"] is False
    assert "maxLength" not in json.dumps(schema)
    assert "maxItems" not in json.dumps(schema)


def test_the_bounds_hold_in_the_static_face_too():
    """What the schema cannot say, pydantic checks."""
    long = json.dumps({"entries": [{"id": "S1", "en": "x" * 401}]})
    with pytest.raises(ValidationError, match="400 characters"):
        _read("static", OverviewEntry, _ledger("S1"), long)


def test_a_list_that_never_ends_is_not_looked_at():
    """It is refused for its length."""
    ledger = _ledger("N1")
    endless = json.dumps({"entries": [{"id": f"N{n}", "en": "a"} for n in range(1, 9)]})
    with pytest.raises(ValidationError, match="8 entries for 1 ids"):
        _read("static", Entry, ledger, endless)
    assert not ledger.accepted


def test_a_type_is_made_once():
    """For the same entry and, in the made face, the same ids; its schema cannot be spoilt."""
    assert face_of("static", Entry, ("N1",)) is face_of("static", Entry, ("N2",))
    made = face_of("made", Entry, ("N1",))
    assert made is face_of("made", Entry, ["N1"])
    assert made is not face_of("made", Entry, ("N2",))
    made.model_json_schema()["properties"].clear()
    assert list(made.model_json_schema()["properties"]) == ["N1"]


def test_the_made_schema_has_the_ids_and_the_bounds():
    """A server with grammars cannot give another id or a longer text."""
    schema = face_of("made", OverviewEntry, ("S1", "S4")).model_json_schema()
    assert list(schema["properties"]) == schema["required"] == ["S1", "S4"]
    assert schema["$defs"]["OverviewEntry"]["properties"]["en"]["maxLength"] == 400


def test_text_that_is_no_json_is_pydantics_to_refuse():
    """The error says that it is no JSON."""
    with pytest.raises(ValidationError, match="JSON"):
        _read("made", Entry, _ledger("N1"), "not JSON")
