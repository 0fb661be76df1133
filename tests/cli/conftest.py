"""What tests of the command line share: no model is set up, an article, a model that answers."""

import pytest

from summarizer.models import local
from tests.articles import STORY
from tests.servers import scripted
from tests.sound import sound


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No model is set up."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "is_installed", lambda: False)


@pytest.fixture
def article(tmp_path):
    """A file with an article."""
    path = tmp_path / "port.fr.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def model():
    """Options that name a model that answers soundly."""
    with scripted(sound) as server:
        yield ["--model", "scripted", "--base-url", server.base_url, "--profile", "hosted"]
