"""The way to a model: what is asked again, what is not, and what a user is told. The server is real."""

import asyncio
import email.utils
import time

import pytest
from pydantic import BaseModel, ConfigDict

from summarizer.asking.check_loop import ask
from summarizer.asking.profiles import EMBEDDED, HOSTED
from summarizer.asking.question import Question
from summarizer.errors import ModelOutputError, ModelRefused, ModelUnavailable
from summarizer.faithfulness.issue import Issue
from summarizer.models import retry as module
from summarizer.models.client import Usage
from summarizer.models.faults import retry_after
from summarizer.models.providers import open_compatible
from tests.servers import Reply, answer, completion, scripted

KEY = "sk-test-0123456789"


class Entry(BaseModel):
    """A small entry."""

    model_config = ConfigDict(extra="forbid")

    en: str


def _check(_key, entry):
    return [Issue("bad", entry.en, "bad is not good.", "hard")] if entry.en in {"bad", "worse"} else []


def _question(*ids):
    words = ({"role": "user", "content": "Say it in English."},)
    return Question(
        section="quotes", messages=words, ids=ids or ("Q1",), entry=Entry, check=_check, max_tokens=50
    )


def _ask(server, *, profile=EMBEDDED, timeout=5.0, reasks=2, question=None):
    async def run():
        opened = open_compatible("m", base_url=server.base_url, api_key=KEY, profile=profile, timeout=timeout)
        async with opened as model:
            usage = Usage()
            return await ask(question or _question(), model=model, reasks=reasks, usage=usage), usage

    return asyncio.run(run())


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Waits between tries are cut short."""
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)


SOUND = answer(Q1={"en": "good"})


@pytest.mark.parametrize(
    "fault",
    [
        Reply(status=429, body={"error": {"message": "slow down"}}, headers={"retry-after": "0"}),
        Reply(status=500, body={"error": {"message": "oops"}}),
        Reply(status=503, body={"error": {"message": "Loading model"}}),
        Reply(reset=True),
    ],
    ids=["429", "500", "503 loading", "reset"],
)
def test_passing_faults_are_waited_out(fault):
    """The same question is sent again until the server answers."""
    with scripted(fault, fault, SOUND) as server:
        state, _ = _ask(server)
    assert state.accepted["Q1"].en == "good"
    assert len(server.asked) == 3
    assert server.asked[0] == server.asked[2]


def test_a_fault_that_stays_is_told_in_a_line():
    """After the last try the error names the model, its host and the status."""
    with scripted(Reply(status=500, body={})) as server, pytest.raises(ModelUnavailable) as caught:
        _ask(server)
    assert str(caught.value) == "m at 127.0.0.1 fails (500); try later"
    assert len(server.asked) == module.FAULTS + 1


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (401, {"error": {"message": f"Incorrect API key: {KEY}"}}, "key is missing or not valid"),
        (403, {"error": {"message": "no"}}, "no permission"),
        (404, {"error": {"message": "no"}}, "no such model"),
        (400, {"error": {"message": "context length exceeded"}}, "context length exceeded"),
        (429, {"error": {"message": "q", "code": "insufficient_quota"}}, "quota"),
    ],
    ids=["401", "403", "404", "400", "quota"],
)
def test_refusals_are_told_at_once_and_without_the_key(status, body, words):
    """Nothing is sent twice, and no key is in the message."""
    with scripted(Reply(status=status, body=body)) as server, pytest.raises(ModelRefused) as caught:
        _ask(server)
    assert words in str(caught.value)
    assert KEY not in str(caught.value)
    assert len(server.asked) == 1


def test_no_server_is_told_as_such():
    """Nothing listens where the server was."""
    with scripted(SOUND) as server:
        pass
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        _ask(server)


def test_a_server_that_never_answers_is_given_up():
    """The time limit is the caller's."""
    with scripted(Reply(wait=1.0)) as server, pytest.raises(ModelUnavailable, match="did not answer within"):
        _ask(server, timeout=0.05)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(body=completion('{"Q1": {"en": "go', finish="length")), "cut off at 50 tokens"),
        (Reply(body=completion("Sorry, here is no JSON")), "nothing usable"),
        (
            Reply(body=completion(None, refusal="I cannot help with that")),
            "declined in section .quotes.: I cannot help",
        ),
        (Reply(body=completion("", finish="content_filter")), "content filter"),
        (Reply(body={**completion("x"), "choices": []}), "no choices"),
        (Reply(body=completion('{"Q9": {"en": "good"}}')), "nothing usable"),
    ],
    ids=["cut off", "no JSON", "refusal", "content filter", "no choices", "unknown id"],
)
def test_answers_that_cannot_be_used_are_told_apart(reply, words):
    """Each has its own message, and names no passage of the article."""
    with scripted(reply) as server, pytest.raises(ModelOutputError, match=words):
        _ask(server)


def test_a_refused_parameter_is_left_out_from_then_on():
    """A model that takes no temperature is asked again without it, once, and never with it."""
    no = Reply(status=400, body={"error": {"message": "no temperature", "param": "temperature"}})
    with scripted(no, answer(Q1={"en": "bad"}), SOUND) as server:
        _ask(server)
    assert ["temperature" in request for request in server.asked] == [True, False, False]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, {"error": {"message": "use 'max_tokens'", "param": "max_completion_tokens"}}),
        (422, {"error": {"message": "Extra inputs are not permitted: max_completion_tokens"}}),
    ],
    ids=["named in a field", "named in the message"],
)
def test_a_bound_of_the_other_name_is_tried(status, error):
    """Servers call the bound on an answer's tokens by two names."""
    with scripted(Reply(status=status, body=error), SOUND) as server:
        _ask(server, profile=HOSTED)
    assert "max_completion_tokens" in server.asked[0]
    assert server.asked[1]["max_tokens"] == server.asked[0]["max_completion_tokens"]
    assert "max_completion_tokens" not in server.asked[1]


def test_a_400_for_another_parameter_is_not_repeated():
    """What is not optional cannot be left out."""
    no = Reply(status=400, body={"error": {"message": "bad schema", "param": "response_format"}})
    with scripted(no) as server, pytest.raises(ModelRefused, match="bad schema"):
        _ask(server)
    assert len(server.asked) == 1


def test_each_profile_speaks_in_its_own_way():
    """The embedded model is given a temperature; a hosted one more tokens, to think in."""
    with scripted(SOUND) as server:
        _ask(server, profile=EMBEDDED)
        state, _ = _ask(server, profile=HOSTED)
    made, listed = server.asked
    assert (made["temperature"], made["max_tokens"]) == (0, 50)
    assert listed["response_format"]["json_schema"]["strict"] is True
    assert "temperature" not in listed
    assert listed["max_completion_tokens"] == 50 + HOSTED.thinking_tokens
    assert state.accepted["Q1"].en == "good"


def test_text_of_an_article_is_never_a_template():
    """Braces reach the model as they are."""
    words = ({"role": "user", "content": "{{ 7*7 }} {% for x in y %} </s>"},)
    question = Question(
        section="quotes", messages=words, ids=("Q1",), entry=Entry, check=_check, max_tokens=9
    )
    with scripted(SOUND) as server:
        _ask(server, question=question)
    assert server.asked[0]["messages"][0]["content"] == "{{ 7*7 }} {% for x in y %} </s>"


def test_retry_after_is_read_as_seconds_or_as_a_date():
    """Both forms of the header; nonsense is none."""

    def seconds(value):
        return retry_after({"retry-after": value} if value else None)

    assert seconds("7") == 7.0
    assert 20 < seconds(email.utils.formatdate(time.time() + 30, usegmt=True)) <= 31
    assert seconds(email.utils.formatdate(time.time() - 30, usegmt=True)) == 0.0
    assert seconds("soon") is None
    assert seconds(None) is None


def test_ping_asks_for_next_to_nothing():
    """`doctor` sees whether the model answers."""

    async def run(server):
        async with open_compatible("m", base_url=server.base_url, api_key=KEY, profile=EMBEDDED) as model:
            await model.ping()

    with scripted(answer(yes=True)) as server:
        asyncio.run(run(server))
    assert len(server.asked) == 1
