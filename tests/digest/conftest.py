"""Labels are compared by words alone, unless a test is about sentence vectors."""

from functools import cache

import pytest

from summarizer.digest import Digester, digest, digester, folder
from summarizer.digest.likeness import Words, best_likeness

SHARED = cache(best_likeness)


@pytest.fixture(autouse=True)
def one_encoder(monkeypatch):
    """A digest with sentence vectors takes more than a second to load them; the tests load them once."""
    for module in (digester, folder):
        monkeypatch.setattr(module, "best_likeness", SHARED)


@pytest.fixture
def digested():
    """Makes the digest of briefs."""
    return lambda *briefs: digest(briefs, likeness=Words())


@pytest.fixture(name="digester")
def growing_digest():
    """Give a digest that grows."""
    return Digester(likeness=Words())
