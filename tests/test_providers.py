"""Every provider that the documentation names, through its own client, against a real server on loopback."""

import json
from dataclasses import replace
from typing import Any

import pytest

from summarizer import summarize
from summarizer.errors import ModelOutputError, ModelRefused, ModelUnavailable, UnreadableAnswer
from summarizer.models import retry
from summarizer.models.choice import Choice
from summarizer.models.providers import PROVIDERS
from tests.articles import STORY
from tests.provider_calls import KEY, complete, quicken, served
from tests.servers import Reply, completion, scripted
from tests.wire_formats import anthropic_message, anthropic_tool, openai_structured, openai_tool


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Waits between tries are cut short, and no key of this machine's is sent."""
    quicken(monkeypatch)


@pytest.mark.parametrize(
    ("name", "speak"),
    [
        ("openai", openai_structured),
        ("ollama", openai_structured),
        ("openrouter", openai_structured),
        ("google", openai_structured),
        ("mistral", openai_structured),
        ("deepseek", openai_tool),
        ("anthropic", anthropic_tool),
    ],
)
def test_a_whole_brief_is_made(monkeypatch, name, speak):
    """From the provider's name to the brief: its address, its key, its way of forcing a type."""
    with scripted(speak) as server:
        # a plan is named: a model of Ollama's is else put to the self-test first (test_self_test.py)
        choice = replace(served(monkeypatch, server, name), plan="whole")
        brief = summarize(STORY, model=choice)
    assert brief.headline.en == "It says so."
    assert brief.key_points
    assert brief.key_figures
    assert brief.quotes
    assert (brief.provenance.model, brief.provenance.host) == (f"{name}/some/model", "127.0.0.1")
    assert brief.provenance.tokens_in == 10 * brief.provenance.calls
    assert {request["model"] for request in server.asked} == {"some/model"}
    sent = server.headers[0].get("x-api-key") or server.headers[0]["authorization"].removeprefix("Bearer ")
    assert sent == (KEY if PROVIDERS[name].keys else "none")


@pytest.mark.parametrize("name", [name for name, provider in PROVIDERS.items() if provider.needs_key])
def test_without_its_key_a_provider_is_refused(name):
    """Before anything is sent; the message says what to set."""
    with pytest.raises(ModelRefused, match=f"set {PROVIDERS[name].keys[0]}"):
        complete(Choice(name=f"{name}/m", why="a test"))


@pytest.mark.parametrize("name", ["nobody/model", "gpt-5", "openai/", "cohere/command"])
def test_a_name_of_no_provider_is_told_with_those_that_there_are(name):
    """And with the way to any other server."""
    with pytest.raises(ModelUnavailable, match=r"cannot be opened.*anthropic.*--base-url"):
        complete(Choice(name=name, why="a test"))


ENDINGS = {
    "anthropic": {
        "declined": (
            anthropic_message({"type": "text", "text": "I can't."}, stop="refusal"),
            "declined: I can't",
        ),
        "cut off": (
            anthropic_message(
                {"type": "tool_use", "id": "t", "name": "Capital", "input": {}}, stop="max_tokens"
            ),
            "cut off at 4050 tokens",
        ),
        "empty": (anthropic_message(stop="end_turn"), "empty answer"),
    },
    "ollama": {
        "declined": (completion(None, refusal="I can't."), "declined: I can't"),
        "cut off": (completion('{"city', finish="length"), "cut off at 4050 tokens"),
        "empty": (completion("  "), "empty answer"),
        "withheld": (completion("", finish="content_filter"), "withheld by its content filter"),
        "nothing": ({**completion("x"), "choices": []}, "no choices"),
    },
}
ENDINGS["deepseek"] = ENDINGS["ollama"]


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        pytest.param(name, body, words, id=f"{name} {ending}")
        for name, endings in ENDINGS.items()
        for ending, (body, words) in endings.items()
    ],
)
def test_answers_that_cannot_be_used_are_told_apart(monkeypatch, name, body, words):
    """In the same words whichever client is used; what was answered counts."""
    with scripted(Reply(body=body)) as server, pytest.raises(ModelOutputError, match=words):
        complete(served(monkeypatch, server, name))
    assert len(server.asked) == 1


@pytest.mark.parametrize("name", ["anthropic", "deepseek", "mistral"])
def test_an_answer_of_another_type_has_its_text_and_the_reason(monkeypatch, name):
    """So that it can be asked again."""
    bodies = {
        "anthropic": anthropic_message(
            {"type": "tool_use", "id": "t", "name": "Capital", "input": {"town": "x"}}
        ),
        "mistral": completion('{"town": "x"}'),
        "deepseek": completion("It is Paris."),
    }
    with scripted(Reply(body=bodies[name])) as server, pytest.raises(UnreadableAnswer) as caught:
        complete(served(monkeypatch, server, name))
    assert caught.value.text == ("It is Paris." if name == "deepseek" else '{"town": "x"}')
    assert caught.value.reason


FAULTY = [
    (401, ModelRefused, "key is missing or not valid"),
    (404, ModelRefused, "no such model"),
    (529, ModelUnavailable, "fails (529)"),
]


@pytest.mark.parametrize(("status", "error", "words"), FAULTY, ids=["401", "404", "overloaded"])
@pytest.mark.parametrize("name", ["anthropic", "openrouter"])
def test_refusals_and_faults_are_told_in_a_line_without_the_key(monkeypatch, name, status, error, words):
    """Those that pass are tried again first."""
    body = {"type": "error", "error": {"type": "some_error", "message": f"no: {KEY}"}}
    with scripted(Reply(status=status, body=body)) as server, pytest.raises(error) as caught:
        complete(served(monkeypatch, server, name))
    assert words in str(caught.value)
    assert KEY not in str(caught.value)
    assert len(server.asked) == (1 if status < 500 else retry.FAULTS + 1)


@pytest.mark.parametrize("name", ["anthropic", "openrouter"])
def test_a_server_that_is_not_there_or_late_is_told_as_such(monkeypatch, name):
    """The two are told apart."""
    with scripted(Reply(body={})) as server:
        choice = served(monkeypatch, server, name)
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        complete(choice)
    with scripted(Reply(wait=1.0)) as server:
        late = Choice(name=served(monkeypatch, server, name).name, why="a test", timeout=0.1)
        with pytest.raises(ModelUnavailable, match="did not answer within"):
            complete(late)


def test_anthropics_prompt_cache_is_told_what_stays_the_same(monkeypatch):
    """System and worked examples; the article is not marked. What is read from the cache is counted."""
    used = {"type": "tool_use", "id": "t", "name": "Capital", "input": {"city": "Paris"}}
    with scripted(Reply(body=anthropic_message(used))) as server:
        reply, usage = complete(served(monkeypatch, server, "anthropic"), static=3)
    (asked,) = server.asked
    assert asked["system"] == [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}]
    marked = ["cache_control" in json.dumps(message) for message in asked["messages"]]
    assert marked == [False, True, False]
    assert (reply.answer.city, reply.text) == ("Paris", '{"city": "Paris"}')
    assert (usage.input_tokens, usage.cached_tokens, usage.output_tokens) == (10, 5, 5)


def test_openais_cache_is_given_a_key_for_what_stays_the_same(monkeypatch):
    """The same for the same beginning; cached and reasoning tokens are counted."""
    body = completion('{"city": "Paris"}')
    body["usage"] |= {
        "prompt_tokens_details": {"cached_tokens": 4},
        "completion_tokens_details": {"reasoning_tokens": 2},
    }
    with scripted(Reply(body=body)) as server:
        choice = served(monkeypatch, server, "openai")
        _, usage = complete(choice, static=3)
        complete(choice, static=3)
        complete(choice, static=2)
    keys = [request["prompt_cache_key"] for request in server.asked]
    assert keys[0] == keys[1] != keys[2]
    assert (usage.cached_tokens, usage.reasoning_tokens) == (4, 2)


def test_probabilities_come_with_the_reply_if_the_server_gives_them(monkeypatch):
    """Each token with its logarithm."""
    body = completion('{"city": "Paris"}')
    tokens: list[dict[str, Any]] = [
        {"token": word, "logprob": -0.5, "bytes": None, "top_logprobs": []} for word in ("{", "}")
    ]
    body["choices"][0]["logprobs"] = {"content": tokens, "refusal": None}
    with scripted(Reply(body=body)) as server:
        reply, _ = complete(served(monkeypatch, server, "ollama"))
    assert reply.logprobs == (("{", -0.5), ("}", -0.5))
