"""A sound brief with two sections of a user's own."""

import pytest

from tests.sections.own.spending import FUND, RAIL, VOTE, briefed


@pytest.fixture(scope="module")
def brief():
    """Give a sound brief with both sections."""
    return briefed(([FUND, RAIL], [VOTE]))[0]
