"""An article that does not fit what a model takes at a time is drafted in parts, and chosen from by id."""

import json
from dataclasses import replace

import pytest

from summarizer.articles.article import make_article
from summarizer.asking.answer_state import AnswerState
from summarizer.asking.prepare import prepare, why_too_long
from summarizer.asking.profiles import EMBEDDED, HOSTED, with_context
from summarizer.asking.question import tokens_shown
from summarizer.errors import ArticleTooLong
from summarizer.pipeline import summarize
from tests.articles import BARE, STORY
from tests.batches import check_out, failures, run, write
from tests.servers import scripted
from tests.sound import chosen, sound

LONG = "\n\n".join(
    f"{STORY.replace('au printemps', f'le {number + 1} mars')} Le bateau {number} part."
    for number in range(15)
)
ENDLESS = "le port et " * 8000
"""A sentence that nobody can part."""


def asked(text, profile):
    """Give the first questions about a text."""
    return prepare(make_article(text), profile).questions


@pytest.mark.parametrize("context", [12_000, 14_000, 32_000])
def test_every_part_fits(context):
    """And together the parts show every sentence once, in the order of the text."""
    profile = with_context(HOSTED, context)
    parts = asked(LONG, profile)
    for question in parts:
        assert tokens_shown(question) + question.max_tokens + profile.thinking_tokens <= context
    shown = [key for question in parts for key in question.keys or question.marked.sentences]
    assert shown == list(parts[0].marked.sentences)
    assert (len(parts) > 1) is (context < 32_000)


def test_what_fits_is_asked_as_it_is_without_a_limit():
    """To the letter, by either plan."""
    for profile in (HOSTED, EMBEDDED):
        bounded = replace(profile, context=30_000)
        assert [q.messages for q in asked(STORY, bounded)] == [q.messages for q in asked(STORY, profile)]


def test_a_long_article_has_one_brief():
    """With what stands at its end as well as at its beginning."""
    with scripted(sound) as server:
        brief = summarize(make_article(LONG), model=replace(chosen(server, "hosted"), context=12_000))
    assert not [finding for finding in brief.findings if finding.code == "no_answer"]
    places = [quote.source.start / len(brief.article.text) for quote in brief.quotes]
    assert min(places) < 0.2
    assert max(places) > 0.8


def test_one_that_cannot_fit_fails_alone(tmp_path):
    """With its reason, before anything is paid for it; with a model that takes more it is done."""
    folder = write(tmp_path / "in", {"a.txt": BARE, "endless.txt": ENDLESS, "long.txt": LONG})
    with scripted(sound) as server:
        small = replace(chosen(server, "hosted"), context=12_000)
        state = run(folder, small)
        assert (state.done, state.failed, state.stopped) == (2, 1, None)
        assert not any("le port et" in json.dumps(request) for request in server.asked)
        check_out(tmp_path / "out", ["a.txt", "long.txt"], failed=["endless.txt"])
        cause, error = failures(tmp_path / "out")["endless.txt"]
        assert cause == "too long"
        assert "'endless.txt' is too long" in error
        assert "12,000" in error
        state = run(folder, replace(small, context=100_000))
        assert (state.done, state.failed) == (3, 0)


def test_the_embedded_model_has_a_limit_too():
    """A sentence that it cannot take is told before it is asked."""
    with pytest.raises(ArticleTooLong, match="16,384"):
        asked(ENDLESS, EMBEDDED)
    question = asked(STORY, EMBEDDED)[0]
    assert why_too_long(question, EMBEDDED) is None
    assert isinstance(question.new_state(), AnswerState)
