"""The way of an answer: what goes back to the model, how often, and what is left in the end."""

import asyncio
import threading
import time
from dataclasses import replace

import pytest
from pydantic import BaseModel, ConfigDict

from summarizer.asking import check_loop
from summarizer.asking.answer_cache import dump, load
from summarizer.asking.answer_state import AnswerState
from summarizer.asking.check_loop import ask
from summarizer.asking.profiles import EMBEDDED, HOSTED
from summarizer.asking.question import Question
from summarizer.errors import ModelOutputError
from summarizer.faithfulness.issue import Issue
from summarizer.models.client import Usage
from summarizer.models.providers import open_compatible
from tests.servers import Reply, answer, completion, scripted


class Entry(BaseModel):
    """A small entry."""

    model_config = ConfigDict(extra="forbid")

    en: str


class Points(BaseModel):
    """An answer that says itself how many entries there are."""

    model_config = ConfigDict(extra="forbid")

    points: list[str]


def _check(_key, entry):
    words = entry if isinstance(entry, str) else entry.en
    return [Issue("bad", words, f"“{words}” is not good.", "hard")] if words in {"bad", "worse"} else []


def _question(*ids, **more):
    words = ({"role": "user", "content": "Say it in English."},)
    return Question(
        section="quotes", messages=words, ids=ids or ("Q1",), entry=Entry, check=_check, max_tokens=50, **more
    )


class WholeArticle:
    """A second implementation of `Askable`, as a plan with one question for an article has it."""

    section = "whole"
    messages = ({"role": "user", "content": "Write the points."},)
    max_tokens = 50

    def answer_type(self, _ids=None):
        """One type, whatever is asked again."""
        return Points

    def entries_of(self, read, ids=None):
        """Keys by place; what is given again has the keys that were asked."""
        keys = ids or [f"points.{n}" for n, _ in enumerate(read.points, start=1)]
        return list(zip(keys, read.points, strict=False))

    def new_state(self):
        """As many entries as the answer has."""
        return AnswerState(ids=None, check=_check, by_severity=True)

    def reask_turn(self, state):
        """The keys that fail."""
        return f"Write {', '.join(state.failing)} again."


def _ask(server, *, question=None, reasks=2, profile=EMBEDDED):
    async def run():
        usage = Usage()
        async with open_compatible("m", base_url=server.base_url, api_key="none", profile=profile) as model:
            state = await ask(question or _question(), model=model, reasks=reasks, usage=usage)
        return state, usage

    return asyncio.run(run())


SOUND = answer(Q1={"en": "good"})


def test_a_wrong_answer_goes_back_with_the_reason():
    """The model sees its own answer and one turn that names what is wrong with it."""
    with scripted(answer(Q1={"en": "bad"}), SOUND) as server:
        state, usage = _ask(server, question=_question(french={"Q1": "bon"}))
    assert state.accepted["Q1"].en == "good"
    assert (state.reasks, [issue.code for issue in state.reasked["Q1"]]) == (1, ["bad"])
    first, own, turn = server.asked[1]["messages"]
    assert first == server.asked[0]["messages"][0]
    assert own == {"role": "assistant", "content": '{"Q1": {"en": "bad"}}'}
    assert turn["role"] == "user"
    assert turn["content"].splitlines() == [
        "Your answer has mistakes:",
        "Q1 (« bon »): “bad” is not good.",
        "Answer again for Q1 only, as JSON.",
    ]
    assert (usage.calls, usage.input_tokens, usage.output_tokens) == (2, 20, 10)


def test_only_what_fails_is_asked_again():
    """The schema of the second request has no other id, and its turn names no other."""
    with scripted(answer(Q1={"en": "good"}, Q2={"en": "bad"}), answer(Q2={"en": "fine"})) as server:
        state, _ = _ask(server, question=_question("Q1", "Q2"))
    assert {key: entry.en for key, entry in state.accepted.items()} == {"Q1": "good", "Q2": "fine"}
    schemas = [request["response_format"]["json_schema"]["schema"] for request in server.asked]
    assert [list(schema["properties"]) for schema in schemas] == [["Q1", "Q2"], ["Q2"]]
    assert "Q1" not in server.asked[1]["messages"][-1]["content"]


@pytest.mark.parametrize("reasks", [0, 1, 2])
def test_a_wrong_answer_is_asked_again_so_often_and_no_more(reasks):
    """What still fails is in the state, rejected."""
    with scripted(*(answer(Q1={"en": word}) for word in ("bad", "worse", "bad", "worse"))) as server:
        state, _ = _ask(server, reasks=reasks)
    assert len(server.asked) == reasks + 1
    assert list(state.rejected) == ["Q1"]
    assert not state.accepted


def test_the_same_wrong_answer_twice_is_the_last():
    """A third time would bring it again."""
    with scripted(answer(Q1={"en": "bad"})) as server:
        _ask(server, reasks=5)
    assert len(server.asked) == 2


def test_what_passed_stays_when_the_rest_never_does():
    """One bad entry does not cost the good one."""
    with scripted(answer(Q1={"en": "good"}, Q2={"en": "bad"})) as server:
        state, _ = _ask(server, question=_question("Q1", "Q2"))
    assert (list(state.accepted), list(state.rejected)) == (["Q1"], ["Q2"])


def test_an_answer_that_does_not_fit_its_type_is_asked_again_with_the_reason():
    """The field and what is wrong with it."""
    with scripted(answer(Q1={"english": "good"}), SOUND) as server:
        state, _ = _ask(server)
    assert state.accepted["Q1"].en == "good"
    turn = server.asked[1]["messages"][-1]["content"]
    assert "Q1.en: Field required." in turn
    assert "pydantic" not in turn


def test_an_empty_answer_is_asked_again_as_it_was():
    """Some servers refuse a turn without words."""
    with scripted(Reply(body=completion("")), SOUND) as server:
        state, _ = _ask(server)
    assert state.accepted["Q1"].en == "good"
    assert server.asked[0] == server.asked[1]


def test_a_later_answer_that_is_cut_off_costs_nothing_that_passed():
    """Why the rest was not given is in the state."""
    cut = Reply(body=completion('{"Q2": {"en": "go', finish="length"))
    with scripted(answer(Q1={"en": "good"}, Q2={"en": "bad"}), cut) as server:
        state, _ = _ask(server, question=_question("Q1", "Q2"))
    assert list(state.accepted) == ["Q1"]
    assert "cut off at 50 tokens in section 'quotes'" in state.failure


def test_nothing_that_can_be_read_is_an_error():
    """It says how often the model was asked."""
    replies = [Reply(body=completion(word)) for word in ("no JSON", "still none", "none at all")]
    with (
        scripted(*replies) as server,
        pytest.raises(
            ModelOutputError, match="nothing usable in section 'quotes' after 3 tries: Invalid JSON"
        ),
    ):
        _ask(server)


def test_a_question_for_the_whole_article_goes_the_same_way():
    """Its answer says which entries there are; what is given again has the keys that were asked."""
    replies = [
        Reply(body=completion('{"points": ["one", "bad", "worse"]}')),
        Reply(body=completion('{"points": ["two", "three"]}')),
    ]
    with scripted(*replies) as server:
        state, _ = _ask(server, question=WholeArticle(), profile=HOSTED)
    assert state.accepted == {"points.1": "one", "points.2": "two", "points.3": "three"}
    assert server.asked[1]["messages"][-1]["content"] == "Write points.2, points.3 again."


def test_answers_that_were_kept_lead_to_the_same_state():
    """Also if some of them were asked again, and some failed to the end."""
    entries = ({"Q1": "good", "Q2": "bad", "Q3": "bad"}, {"Q2": "fine", "Q3": "worse"}, {"Q3": "worse"})
    replies = [answer(**{key: {"en": words} for key, words in given.items()}) for given in entries]
    question = _question("Q1", "Q2", "Q3")
    with scripted(*replies) as server:
        state, _ = _ask(server, question=question)
    again = load(question, dump(state))
    assert again is not None
    for name in ("accepted", "rejected", "reasked", "warnings", "missing"):
        assert getattr(again, name) == getattr(state, name)
    assert list(again.rejected) == ["Q3"]


def test_kept_answers_that_no_longer_pass_are_of_no_use():
    """Today's check objects to more than the one that kept them did."""
    with scripted(SOUND) as server:
        state, _ = _ask(server)
    strict = Question(
        section="quotes",
        messages=({"role": "user", "content": "Say it in English."},),
        ids=("Q1",),
        entry=Entry,
        check=lambda _key, entry: [Issue("bad", entry.en, "It is bad.", "hard")],
        max_tokens=50,
    )
    assert load(strict, dump(state)) is None
    assert load(_question(), '{"answers": ["{}"], "rejected": []}') is None


def test_a_check_without_end_is_given_up(monkeypatch):
    """It is an error after some time; the loop serves signals and other answers all the while."""
    monkeypatch.setattr(check_loop, "WITHIN", 1.0)
    begun, enough = threading.Event(), threading.Event()

    def busy(_key, _entry):
        begun.set()
        last = time.monotonic() + 30
        while not enough.is_set() and time.monotonic() < last:
            pass
        return []

    async def beat(beats):
        while True:
            beats.append(begun.is_set())
            await asyncio.sleep(0.01)

    async def work(server):
        beats: list[bool] = []
        beating = asyncio.create_task(beat(beats))
        try:
            async with open_compatible("m", base_url=server.base_url, api_key="none") as model:
                with pytest.raises(ModelOutputError, match="whose check takes more than 1 s"):
                    await ask(replace(_question(), check=busy), model=model, reasks=0, usage=Usage())
        finally:
            enough.set()
            beating.cancel()
        return beats

    with scripted(SOUND) as server:
        assert sum(asyncio.run(work(server))) > 3
