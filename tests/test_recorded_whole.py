"""Whole briefs on real answers of a large model, recorded: what a reader of the plan `whole` gets."""

import asyncio
import re
from pathlib import Path

import pytest

from summarizer import read_article
from summarizer.pipeline import Options, asummarize
from summarizer.verify import verify

SEEDS = Path(__file__).parents[1] / "seeds"
OPENAI = "openai-400-millions.fr.txt"
OTHERS = ("greve-papeterie-aubecourt.fr.txt", "tramway-valmerac.fr.txt")


def _brief(seed, model, **options):
    article = read_article(SEEDS / seed)
    return asyncio.run(asummarize(article, model=model, options=Options(**options)))


def _holds(brief):
    """Check what holds of every brief: verified, short, each part with its French."""
    assert verify(brief) == []
    assert 4 <= len(brief.key_points) <= 10
    assert brief.key_figures
    assert brief.stakeholders
    text = brief.article.text
    for quote in brief.quotes:
        assert text[quote.source.start : quote.source.end] == quote.source.text
        assert quote.speaker or quote.partial
    assert not [finding for finding in brief.findings if finding.action == "dropped"]


@pytest.mark.vcr
@pytest.mark.parametrize("seed", OTHERS, ids=lambda seed: seed.split("-")[0])
def test_brief(seed, large):
    """One question for a whole brief that holds."""
    brief = _brief(seed, large)
    _holds(brief)
    assert brief.provenance.plan == "whole"
    assert brief.provenance.calls <= 2


@pytest.mark.vcr
def test_the_seed(large):
    """What a reader of the user's article must find in its brief."""
    brief = _brief(OPENAI, large)
    _holds(brief)
    assert "400 million" in brief.headline.en
    values = {figure.en for figure in brief.key_figures}
    assert {
        "about 400 million",
        "more than 2 million",
        "$97.4 billion",
        "$40 billion",
        "$300 billion",
    } <= values
    names = {stakeholder.name for stakeholder in brief.stakeholders}
    assert {"OpenAI", "Brad Lightcap", "Elon Musk", "SoftBank", "Sarah Friar"} <= names
    assert {quote.speaker for quote in brief.quotes} == {"Brad Lightcap", "Sarah Friar"}
    parties = [{side.party for side in dispute.sides} for dispute in brief.disputes]
    assert {"OpenAI", "Elon Musk"} in parties
    assert re.search("profit|status|company", brief.disputes[parties.index({"OpenAI", "Elon Musk"})].issue.en)


@pytest.mark.vcr
def test_second_reader(large):
    """The reader of the statements finds nothing, or what it finds is mended and told."""
    brief = _brief("greve-papeterie-aubecourt.fr.txt", large, second_reader="same")
    _holds(brief)
    assert brief.provenance.calls >= 2
