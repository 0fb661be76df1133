"""Articles that do not fit what a model takes at a time are shown to it in parts; answers join by id."""

import json
from dataclasses import replace

import pytest

from summarizer.articles.read import make_article
from summarizer.asking.answer_state import AnswerState
from summarizer.asking.prepare import SECTIONS, excess, prepare
from summarizer.asking.profiles import EMBEDDED, HOSTED, within
from summarizer.asking.question import tokens_shown
from summarizer.errors import ArticleTooLong
from summarizer.marking.marked_article import mark
from summarizer.pipeline import summarize
from tests.articles import BARE, STORY
from tests.batches import check_out, failures, run, write
from tests.servers import scripted
from tests.sound import chosen, sound

LONG = "\n\n".join(f"{STORY} Le bateau {number} part." for number in range(15))
ENDLESS = "le port et " * 8000
"""A sentence that nobody can part."""


def asked(text, profile):
    """Give the questions about a text, all sections together."""
    return [q for questions in prepare(make_article(text), profile).asked.values() for q in questions]


@pytest.mark.parametrize("context", [3000, 4096, 8192, 32_000])
def test_every_question_fits(context):
    """And together they ask about what the questions of the whole would."""
    profile = within(HOSTED, context)
    parts, whole = asked(LONG, profile), asked(LONG, HOSTED)
    for question in parts:
        assert tokens_shown(question, profile) + question.max_tokens + profile.allowance <= context
    ids = [{key for q in questions for key in q.ids if key[0] in "HSNQE"} for questions in (parts, whole)]
    assert ids[0] == ids[1]
    assert (len(parts) > len(whole)) is (context < 32_000)


def test_no_id_is_asked_twice_in_a_section():
    """So that joining is a union."""
    questions = prepare(make_article(LONG), within(HOSTED, 4096)).asked
    for mine in questions.values():
        keys = [key for question in mine for key in question.ids]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("profile", [HOSTED, EMBEDDED], ids=["hosted", "embedded"])
def test_what_fits_is_asked_as_it_is_without_a_bound(profile):
    """To the letter."""
    for bound in (None, 30_000):
        bounded = replace(profile, context=bound)
        marked = mark(make_article(STORY))
        plain = [q for section in SECTIONS.values() for q in section.questions(marked, profile)]
        assert [q.messages for q in asked(STORY, bounded)] == [q.messages for q in plain]


def test_a_long_article_has_one_brief():
    """With what stands at its end as well as at its beginning."""
    with scripted(sound) as server:
        choice = replace(chosen(server, "hosted"), context=4096)
        brief = summarize(make_article(LONG), model=choice)
        longest = max(sum(len(m["content"]) for m in request["messages"]) for request in server.asked)
        bounds = {request["max_tokens"] for request in server.asked}
    assert longest / 3 < 4096
    assert max(bounds) < 4096
    assert not [finding for finding in brief.findings if finding.code == "no_answer"]
    assert len(brief.quotes) == 30
    assert brief.quotes[-1].source.start > len(brief.article.text) * 0.9


def test_one_that_cannot_fit_fails_alone(tmp_path):
    """With its reason, before anything is paid for it; with a model that takes more it is done."""
    folder = write(tmp_path / "in", {"a.txt": BARE, "endless.txt": ENDLESS, "long.txt": LONG})
    with scripted(sound) as server:
        small = replace(chosen(server, "hosted"), context=4096)
        state = run(folder, small)
        assert (state.done, state.failed, state.stopped) == (2, 1, None)
        assert not any("le port et" in json.dumps(request) for request in server.asked)
        check_out(tmp_path / "out", ["a.txt", "long.txt"], failed=["endless.txt"])
        cause, error = failures(tmp_path / "out")["endless.txt"]
        assert cause == "too long"
        assert "'endless.txt' is too long" in error
        assert "4,096" in error
        state = run(folder, replace(small, context=100_000))
        assert (state.done, state.failed) == (3, 0)


def test_a_part_that_cannot_fit_is_said_to_be_missing():
    """The rest of the article is told all the same."""
    text = f"{BARE}\n\n« {ENDLESS.strip()} », a déclaré Marie Kervadec, la directrice d'Ostrelec.\n\n{BARE}"
    with scripted(sound) as server:
        brief = summarize(make_article(text), model=replace(chosen(server, "hosted"), context=4096))
    missing = [finding for finding in brief.findings if finding.code == "no_answer"]
    assert missing
    assert all("the model takes 4,096" in finding.message for finding in missing)
    assert brief.headline.evidence[0].text in BARE


def test_the_embedded_model_has_a_bound_too():
    """A sentence that it cannot take is told before it is asked."""
    with pytest.raises(ArticleTooLong, match="16,384"):
        asked(ENDLESS, EMBEDDED)
    question = asked(STORY, EMBEDDED)[0]
    assert excess(question, EMBEDDED) is None
    assert isinstance(question.new_state(), AnswerState)
