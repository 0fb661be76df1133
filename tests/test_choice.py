"""Which model is used and why, how it is opened, and which key goes where."""

import asyncio
from contextlib import contextmanager

import pytest

from summarizer.asking.profiles import EMBEDDED, HOSTED
from summarizer.errors import ModelRefused, ModelUnavailable
from summarizer.models import local
from summarizer.models.choice import DEFAULT_HOSTED, THREE_WAYS, Choice, choose_model, open_model
from tests.servers import scripted
from tests.sound import sound

KEY = "sk-test-openai"
OWN_KEY = "sk-test-own"


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No model is set up, and the embedded one is not installed."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "is_installed", lambda: False)


def reached(choice):
    """Open a model and ask it for next to nothing; gives what it is known as."""

    async def run():
        async with open_model(choice) as model:
            await model.ping()
            return model

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("name", "environment", "installed", "chosen", "why"),
    [
        ("ollama/x", {"SUMMARIZER_MODEL": "m", "OPENAI_API_KEY": KEY}, True, "ollama/x", "named"),
        (None, {"SUMMARIZER_MODEL": "m", "OPENAI_API_KEY": KEY}, True, "m", "SUMMARIZER_MODEL is set"),
        (None, {"OPENAI_API_KEY": KEY}, True, DEFAULT_HOSTED, "OPENAI_API_KEY is set"),
        (None, {"SUMMARIZER_MODEL": "", "OPENAI_API_KEY": ""}, True, "local", "embedded model is installed"),
    ],
    ids=["named", "variable", "key", "embedded"],
)
def test_the_first_that_is_set_up_is_chosen(monkeypatch, name, environment, installed, chosen, why):
    """Named, SUMMARIZER_MODEL, a key, the embedded one; and the reason is told, without the key."""
    monkeypatch.setattr(local, "is_installed", lambda: installed)
    choice = choose_model(name, environment=environment)
    assert choice.name == chosen
    assert why in choice.why
    assert KEY not in repr(choice)


def test_the_environment_is_read_where_none_is_given(monkeypatch):
    """The process's own."""
    monkeypatch.setenv("SUMMARIZER_MODEL", "anthropic/some-model")
    assert choose_model().name == "anthropic/some-model"


def test_without_a_model_the_three_ways_to_one_are_told():
    """Install, set a key, name one."""
    with pytest.raises(ModelUnavailable) as caught:
        choose_model(environment={})
    assert str(caught.value) == THREE_WAYS
    for way in ("pip install", "OPENAI_API_KEY", "--model"):
        assert way in THREE_WAYS


def test_a_server_alone_names_no_model():
    """The error asks for the name; with one, the server is part of the choice."""
    with pytest.raises(ModelUnavailable, match="--model NAME"):
        choose_model(base_url="http://127.0.0.1:1/v1", environment={"OPENAI_API_KEY": KEY})
    choice = choose_model("m", base_url="http://127.0.0.1:1/v1", environment={})
    assert (choice.name, choice.base_url) == ("m", "http://127.0.0.1:1/v1")


@pytest.mark.parametrize(
    ("environment", "sent"),
    [
        ({"SUMMARIZER_API_KEY": OWN_KEY, "OPENAI_API_KEY": KEY}, OWN_KEY),
        ({"OPENAI_API_KEY": KEY}, KEY),
        ({}, "none"),
    ],
    ids=["its own", "OpenAI's", "no key"],
)
@pytest.mark.parametrize("name", ["m", "openai/m", "local"])
def test_a_server_is_sent_the_key_for_it(monkeypatch, name, environment, sent):
    """SUMMARIZER_API_KEY, then OPENAI_API_KEY; servers without keys take any."""
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    with scripted(sound) as server:
        model = reached(Choice(name=name, why="a test", base_url=server.base_url))
    assert server.headers[0]["authorization"] == f"Bearer {sent}"
    assert server.asked[0]["model"] == name.removeprefix("openai/")
    assert (model.name, model.host) == (name, "127.0.0.1")


@pytest.mark.parametrize(("profile", "opened"), [(None, "hosted"), ("embedded", "embedded")])
def test_a_compatible_server_takes_max_tokens(profile, opened):
    """And the profile that is asked for, else the hosted one."""
    with scripted(sound) as server:
        model = reached(Choice(name="m", why="a test", base_url=server.base_url, profile=profile))
    assert model.profile.name == opened
    assert "max_tokens" in server.asked[0]
    assert "max_completion_tokens" not in server.asked[0]


def test_openai_without_a_key_is_refused():
    """Before anything is sent; the message says what to set."""
    with pytest.raises(ModelRefused, match="set OPENAI_API_KEY"):
        reached(Choice(name=DEFAULT_HOSTED, why="named"))


def test_openai_is_opened_with_its_key(monkeypatch):
    """At its own address."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    async def run():
        async with open_model(Choice(name="openai/m", why="named")) as model:
            return model

    model = asyncio.run(run())
    assert (model.name, model.host, model.profile) == ("openai/m", "api.openai.com", HOSTED)


@pytest.mark.parametrize("given", [True, False], ids=["a file of one's own", "the published weights"])
def test_the_embedded_model_is_served_and_stopped(monkeypatch, tmp_path, given):
    """From the file that is named, else from the weights put together; stopped whatever happens."""
    seen = []
    with scripted(sound) as server:

        @contextmanager
        def serving(path, *, context):
            seen.append(path.name)
            assert context == 16_384
            yield server.base_url
            seen.append("stopped")

        def ready_weights(*, progress):
            progress(1, 1)
            return tmp_path / "published.gguf"

        monkeypatch.setattr(local, "serving", serving)
        monkeypatch.setattr(local, "ready_weights", ready_weights)

        async def run():
            path = tmp_path / "own.gguf" if given else None
            choice = Choice(name="local", why="a test", model_path=path)
            async with open_model(choice, progress=lambda *step: seen.append(step)) as model:
                await model.ping()
                return model

        model = asyncio.run(run())
    assert (model.name, model.profile) == ("local", EMBEDDED)
    assert seen == (["own.gguf", "stopped"] if given else [(1, 1), "published.gguf", "stopped"])
    assert server.headers[0]["authorization"] == "Bearer none"


def test_the_embedded_server_is_started_with_the_context_that_is_asked_for(monkeypatch, tmp_path):
    """`--context 32768` is the server's, not only the profile's."""
    seen = []
    with scripted(sound) as server:

        @contextmanager
        def serving(_path, *, context):
            seen.append(context)
            yield server.base_url

        monkeypatch.setattr(local, "serving", serving)
        choice = Choice(name="local", why="a test", model_path=tmp_path / "own.gguf", context=32_768)
        assert reached(choice).profile.context == 32_768
    assert seen == [32_768]
