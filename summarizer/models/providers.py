"""The providers of hosted models: where each is, which key it takes, how it is made to answer in a type.

All but Anthropic speak as OpenAI's server does. Keys and other addresses are read from the environment by
`models.choice`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import openai
from instructor import Mode

from summarizer.asking.profiles import HOSTED, Profile
from summarizer.errors import ModelUnavailable
from summarizer.models.client import Model
from summarizer.models.http_client import FastClient, PlainClient, check_address, check_key
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.openai_wire import FLEX, FLEX_OR_DEFAULT, OpenAIWire
from summarizer.models.retry import FAULTS, FLEX_FAULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider. `keys`, `addresses`: variables of the environment, the first that is set counts.

    `mode`: structured outputs if the server has them with JSON Schema, else a tool that must be called.
    `limit`: the name of the parameter that bounds the answer's tokens.
    """

    base_url: str | None
    keys: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    mode: Mode = Mode.JSON_SCHEMA
    limit: str = "max_tokens"
    needs_key: bool = True


PROVIDERS = {
    "openai": Provider(
        base_url=None,
        keys=("OPENAI_API_KEY",),
        addresses=("OPENAI_BASE_URL",),
        limit="max_completion_tokens",
    ),
    "anthropic": Provider(
        base_url=None, keys=("ANTHROPIC_API_KEY",), addresses=("ANTHROPIC_BASE_URL",), mode=Mode.TOOLS
    ),
    "cerebras": Provider(base_url="https://api.cerebras.ai/v1", keys=("CEREBRAS_API_KEY",)),
    "deepseek": Provider(
        base_url="https://api.deepseek.com",
        keys=("DEEPSEEK_API_KEY",),
        addresses=("DEEPSEEK_BASE_URL",),
        mode=Mode.TOOLS,
    ),
    "fireworks": Provider(base_url="https://api.fireworks.ai/inference/v1", keys=("FIREWORKS_API_KEY",)),
    "google": Provider(
        base_url="https://generativelanguage.googleapis.com/v1beta/openai/",
        keys=("GOOGLE_API_KEY", "GEMINI_API_KEY"),
        addresses=("GOOGLE_BASE_URL",),
    ),
    "groq": Provider(base_url="https://api.groq.com/openai/v1", keys=("GROQ_API_KEY",), mode=Mode.TOOLS),
    "mistral": Provider(
        base_url="https://api.mistral.ai/v1", keys=("MISTRAL_API_KEY",), addresses=("MISTRAL_BASE_URL",)
    ),
    "ollama": Provider(base_url="http://localhost:11434/v1", addresses=("OLLAMA_BASE_URL",), needs_key=False),
    "openrouter": Provider(
        base_url="https://openrouter.ai/api/v1",
        keys=("OPENROUTER_API_KEY",),
        addresses=("OPENROUTER_BASE_URL",),
    ),
    "together": Provider(base_url="https://api.together.xyz/v1", keys=("TOGETHER_API_KEY",)),
    "xai": Provider(base_url="https://api.x.ai/v1", keys=("XAI_API_KEY",)),
}
"""By the first word of a model's name, as in instructor's provider strings."""


def split_name(name: str) -> tuple[str, str]:
    """Return the provider of a model and the model's name there. Raises ModelUnavailable.

    >>> split_name("openrouter/meta/llama-4")
    ('openrouter', 'meta/llama-4')
    """
    provider, _, model = name.partition("/")
    if provider in PROVIDERS and model:
        return provider, model
    raise ModelUnavailable(
        f"{name!r} cannot be opened: its first word is no provider ({', '.join(PROVIDERS)}); "
        "for another server that speaks as OpenAI's does, give its address with --base-url"
    )


@asynccontextmanager
async def open_compatible(  # noqa: PLR0913 - what names a server and how to speak to it
    model: str,
    *,
    base_url: str | None = None,
    api_key: str,
    profile: Profile = HOSTED,
    timeout: float = 600.0,  # noqa: ASYNC109 - handed to the client
    name: str | None = None,
    limiter: ConcurrencyLimiter | None = None,
    mode: Mode = Mode.JSON_SCHEMA,
    caches_by_key: bool = False,
    service_tier: str | None = None,
) -> AsyncIterator[Model]:
    """Open a model behind an OpenAI-compatible server; `base_url` None is OpenAI's own."""
    base_url, api_key = check_address(base_url), check_key(api_key)
    async with (
        FastClient(timeout=timeout, follow_redirects=False) as transport,
        openai.AsyncOpenAI(
            base_url=base_url, api_key=api_key, max_retries=0, timeout=timeout, http_client=transport
        ) as client,
    ):
        yield Model(
            name=name or model,
            host=urlsplit(str(client.base_url)).hostname,
            profile=profile,
            wire=OpenAIWire(client, model, mode, caches_by_key=caches_by_key, service_tier=service_tier),
            limiter=limiter or ConcurrencyLimiter(profile.concurrency),
            timeout=timeout,
            faults=FLEX_FAULTS if service_tier in {FLEX, FLEX_OR_DEFAULT} else FAULTS,
            default_tier_after_flex=service_tier == FLEX_OR_DEFAULT,
        )


@asynccontextmanager
async def open_anthropic(  # noqa: PLR0913 - as `open_compatible`
    model: str,
    *,
    api_key: str,
    base_url: str | None = None,
    profile: Profile = HOSTED,
    timeout: float = 600.0,  # noqa: ASYNC109 - handed to the client
    limiter: ConcurrencyLimiter | None = None,
) -> AsyncIterator[Model]:
    """Open a model of Anthropic's. Raises ModelUnavailable if its client is not installed."""
    try:
        import anthropic  # noqa: PLC0415 - of an extra

        from summarizer.models.anthropic_wire import AnthropicWire  # noqa: PLC0415
    except ImportError as error:
        raise ModelUnavailable(
            "the client for Anthropic's models is not installed: pip install 'grounded-summarizer[anthropic]'"
        ) from error
    base_url, api_key = check_address(base_url), check_key(api_key)
    async with (
        PlainClient(timeout=timeout, follow_redirects=False) as transport,
        anthropic.AsyncAnthropic(
            api_key=api_key, base_url=base_url, max_retries=0, timeout=timeout, http_client=transport
        ) as client,
    ):
        yield Model(
            name=f"anthropic/{model}",
            host=urlsplit(str(client.base_url)).hostname,
            profile=profile,
            wire=AnthropicWire(client, model),
            limiter=limiter or ConcurrencyLimiter(profile.concurrency),
            timeout=timeout,
        )
