"""Labels are compared by words alone, unless a test is about sentence vectors."""

import pytest

from summarizer.digest import Digester, digest
from summarizer.digest.likeness import Words


@pytest.fixture
def digested():
    """Makes the digest of briefs."""
    return lambda *briefs: digest(briefs, likeness=Words())


@pytest.fixture
def digester():
    """Give a digest that grows."""
    return Digester(likeness=Words())
