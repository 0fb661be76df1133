"""Briefs of the plan `whole`, from a server with given answers."""

import asyncio

from summarizer.models.choice import Choice
from summarizer.pipeline import Options, asummarize
from tests.articles import STORY
from tests.servers import scripted
from tests.whole_answers import writer


def briefed(*answers, text=STORY, judge=None, context=None, **options):
    """The brief that a model with these answers gives, and the server that it ran on."""
    with scripted(writer(*answers, judge=judge)) as server:
        choice = Choice(
            name="openai/scripted", why="a test", base_url=server.base_url, context=context, timeout=20.0
        )
        brief = asyncio.run(asummarize(text, model=choice, options=Options(**options)))
    return brief, server


def found(brief, code):
    """The findings with a code, as (item, action)."""
    return [(finding.item, finding.action) for finding in brief.findings if finding.code == code]
