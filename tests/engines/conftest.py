"""What the tests of provider batches share."""

import pytest

from summarizer.models import retry
from tests.batches import TEXTS, write
from tests.engines.provider_runs import KEY, run_through


@pytest.fixture
def folder(tmp_path):
    """Four articles, two of them identical."""
    return write(tmp_path / "in", TEXTS)


@pytest.fixture
def go(folder, monkeypatch):
    """Give what runs a batch over the folder at a provider's server; waits between tries are cut short."""
    monkeypatch.setattr(retry, "LONGEST_WAIT", 0.01)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)

    def run_once(server, *model, **told):
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.base_url.removesuffix("/v1"))
        return run_through(folder, *model, **told)

    return run_once
