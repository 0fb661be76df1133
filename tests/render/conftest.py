"""What the renderings' tests share."""

import pytest

from summarizer.schemas.brief import Brief
from tests.briefs import make_brief


@pytest.fixture
def brief() -> Brief:
    """Give a brief with every section filled."""
    return make_brief()


@pytest.fixture
def empty(brief: Brief) -> Brief:
    """Give the brief of an article in which there was nothing to find."""
    nothing = dict.fromkeys(
        ("key_points", "key_figures", "stakeholders", "disputes", "quotes", "findings"), ()
    )
    return brief.model_copy(update=nothing)
