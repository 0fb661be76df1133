"""The plan for small models where something is missing that it gains from."""

import asyncio
import json

import pytest

from summarizer import asummarize, read_article
from summarizer.asking.plans import piecewise
from summarizer.english.dictionary import Dictionary, load_dictionary
from summarizer.marking import hints
from tests.servers import Reply, completion, scripted
from tests.sound import SEEDS, chosen, sound_entries, summarized

SEED = "tramway-valmerac.fr.txt"


def codes(brief):
    """The codes of a brief's findings."""
    return {finding.code for finding in brief.findings}


def test_a_server_without_probabilities_is_named():
    """The brief is whole, nothing is left out for doubt, and a finding says why."""

    def untold(request):
        return Reply(body=completion(json.dumps(sound_entries(request)), sure=None))

    with scripted(untold) as server:
        brief = asyncio.run(asummarize(read_article(SEEDS / SEED), model=chosen(server)))
    assert "no_probabilities" in codes(brief)
    assert "no_dictionary" not in codes(brief)
    assert brief.headline.confidence is None
    assert brief.key_points


def test_a_missing_dictionary_is_named(monkeypatch):
    """The brief is made without its line."""
    for module in (piecewise, hints):
        monkeypatch.setattr(module, "load_dictionary", lambda: Dictionary(()))
    brief = summarized(SEED)
    assert "no_dictionary" in codes(brief)
    assert "no_probabilities" not in codes(brief)
    assert brief.key_points


@pytest.fixture
def _anew():
    load_dictionary.cache_clear()
    yield
    load_dictionary.cache_clear()


@pytest.mark.usefixtures("_anew")
def test_a_dictionary_without_its_file_is_empty(monkeypatch):
    """Nothing is found in any text."""
    monkeypatch.setattr("summarizer.english.dictionary.FILE", "no-such-file.tsv")
    assert load_dictionary().entries == ()
    assert load_dictionary().find("Le parquet a requis dix ans.") == []
