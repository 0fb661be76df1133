"""`verify` on a brief as a large model writes it: what code sees of 130 alterations, and what it cannot."""

import json
from pathlib import Path

import pytest

from summarizer.schemas.brief import Brief
from summarizer.seal import check_seal, sealed
from summarizer.verify import verify
from tests.sample_brief import sample

ROWS = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_suffix("").with_name("alterations.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
SEEN = [row for row in ROWS if row[2] == "yes"]
UNSEEN = [row for row in ROWS if row[2] == "no"]


@pytest.fixture(scope="module")
def written():
    """Give the brief as the values that its JSON holds."""
    return sample().model_dump_json()


def altered(written, place, value):
    """Put a value at a place of the brief."""
    values = json.loads(written)
    *way, last = (int(part) if part.isdigit() else part for part in place.split("."))
    parent = values
    for part in way:
        parent = parent[part]
    if value == "ALL":
        parent[last] = [span for point in values["key_points"] for span in point["evidence"]] * 2
    elif value.startswith("="):
        other = values
        for part in value[1:].split("."):
            other = other[int(part) if part.isdigit() else part]
        parent[last] = json.loads(json.dumps(other))
    elif value[:1] in "{[-0123456789" or value in {"true", "false"}:
        try:
            parent[last] = json.loads(value)
        except json.JSONDecodeError:
            parent[last] = value
    else:
        parent[last] = value
    if isinstance(parent[last], (int, float)) and last in {"value", "upper"}:
        parent[last] = str(parent[last])
    assert values != json.loads(written), "nothing was changed"
    return Brief.model_validate(values)


def test_the_brief_itself_holds(written):
    """Nothing speaks against it."""
    assert verify(Brief.model_validate_json(written)) == []


@pytest.mark.parametrize(("place", "value", "_"), SEEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(SEEN)])
def test_code_sees_it(written, place, value, _):
    """The alteration makes the verification name a place."""
    assert verify(altered(written, place, value))


def test_the_seal_shows_every_alteration(written):
    """Also those that no rule sees, where nobody has sealed the brief anew."""
    whole = sealed(Brief.model_validate_json(written)).model_dump_json()
    assert all(check_seal(altered(whole, place, value)) for place, value, _ in ROWS)


@pytest.mark.parametrize(
    ("place", "value", "_"), UNSEEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(UNSEEN)]
)
def test_only_a_reader_sees_it(written, place, value, _):
    """What no rule can see passes: the documentation says so, and a change of this list says so here."""
    assert verify(altered(written, place, value)) == []


def test_most_alterations_are_seen():
    """Of all that are listed, code sees at least the 80 of 114 asked for."""
    assert len(ROWS) >= 114
    assert len(SEEN) / len(ROWS) >= 80 / 114
