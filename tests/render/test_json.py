"""A brief as JSON."""

import json

import pytest

from summarizer.output.render.json import to_json
from summarizer.schemas.brief import Brief


@pytest.mark.parametrize("indent", [pytest.param(2, id="indented"), pytest.param(None, id="one line")])
def test_round_trip(brief, indent):
    """What is written reads back as the same brief."""
    assert Brief.model_validate_json(to_json(brief, indent=indent)) == brief


def test_readable(brief):
    """French letters stand as they are, and decimals are strings."""
    written = to_json(brief)
    assert "société d'exploitation" in written
    assert json.loads(written)["key_figures"][1]["value"] == "2400000"


def test_one_line(brief):
    """Without indent a brief is one line, as JSON Lines wants it."""
    assert "\n" not in to_json(brief, indent=None)


def test_same_bytes(brief):
    """The same brief gives the same text every time."""
    assert to_json(brief) == to_json(Brief.model_validate_json(to_json(brief)))
