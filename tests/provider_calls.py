"""One question to a provider's model, through its own client, at a server on loopback."""

import asyncio

from pydantic import BaseModel, ConfigDict

from summarizer.models import retry
from summarizer.models.choice import Choice, open_model
from summarizer.models.client import Usage
from summarizer.models.providers import PROVIDERS

KEY = "sk-test-0123456789"


HELLO = (
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": "And of Italy?"},
    {"role": "assistant", "content": '{"city": "Rome"}'},
    {"role": "user", "content": "What is the capital of France?"},
)


class Capital(BaseModel):
    """A small answer."""

    model_config = ConfigDict(extra="forbid")

    city: str


def served(monkeypatch, server, name):
    """The choice of a model of a provider, whose address is the server's."""
    provider = PROVIDERS[name]
    if provider.keys:
        monkeypatch.setenv(provider.keys[-1], KEY)
    base = server.base_url.removesuffix("/v1") if name == "anthropic" else server.base_url
    monkeypatch.setenv(provider.addresses[0], base)
    return Choice(name=f"{name}/some/model", why="a test", timeout=20.0)


def complete(choice, *, static=0):
    """Ask once; gives the reply and what it took."""

    async def run():
        usage = Usage()
        async with open_model(choice) as model:
            return await model.complete(HELLO, Capital, max_tokens=50, usage=usage, static=static), usage

    return asyncio.run(run())


def quicken(monkeypatch):
    """Cut waits between tries short, and send no key of this machine's."""
    monkeypatch.setattr(retry, "LONGEST_WAIT", 0.01)
    for provider in PROVIDERS.values():
        for variable in (*provider.keys, *provider.addresses):
            monkeypatch.delenv(variable, raising=False)
