"""The choice of a model, and how it is opened.

Besides the command line this is the only place that reads the environment. Keys are left there:
the providers' own clients take them.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.asking.profiles import EMBEDDED, HOSTED, PROFILES, PlanName, Profile, with_context
from summarizer.errors import ModelRefused, ModelUnavailable, check_range
from summarizer.models import local
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.prices import Price, price_of

if TYPE_CHECKING:
    from summarizer.models.batch_api import BatchApi
    from summarizer.models.client import Model

EMBEDDED_CONTEXT = 16_384
"""Tokens of context that the embedded server is started with if none are named."""
DEFAULT_TIMEOUT, FLEX_TIMEOUT = 600.0, 900.0
# Seconds that a request may take.
DEFAULT_HOSTED = "openai/gpt-5.6-luna"
THREE_WAYS = (
    "no model is set up; do one of: "
    f"(1) {local.INSTALL}, for the embedded model, no key needed; "
    "(2) set OPENAI_API_KEY; "
    "(3) name one with --model or SUMMARIZER_MODEL, and its server with --base-url"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A model to open. `why` is shown to the user. `profile` and `plan` None: what fits the name.

    `context`: the tokens that the model takes, question and answer together, where that is little.
    """

    name: str
    why: str
    base_url: str | None = None
    model_path: Path | None = None
    profile: str | None = None
    plan: PlanName | None = None
    context: int | None = None
    service_tier: str | None = None
    """`flex`, `default` or `priority`: how soon OpenAI's server answers, and for how much. `flex-or-default`:
    the default tier answers what flex has no capacity for."""
    via: str | None = None
    """The provider's batches through which questions are asked, at half price: `openai-batch` or
    `anthropic-batch`; see `engines.provider_batch`."""
    price: Price | None = None
    """What its tokens cost, if the price list does not know it or another is to count."""
    timeout: float = DEFAULT_TIMEOUT

    @property
    def request_timeout(self) -> float:
        """Seconds that a request may take; OpenAI advises 15 minutes for the flex tier."""
        flex = self.service_tier in {"flex", "flex-or-default"}
        return FLEX_TIMEOUT if flex and self.timeout == DEFAULT_TIMEOUT else self.timeout

    def __post_init__(self) -> None:
        """Raise SummarizerError for a number that is out of range."""
        check_range("timeout", self.timeout, 0.01, 86_400)
        check_range("context", self.context, 1, 1e9)


def choose_model(
    name: str | None = None, *, base_url: str | None = None, environment: Mapping[str, str] | None = None
) -> Choice:
    """Return the model to use: the one named, else `SUMMARIZER_MODEL`, OpenAI's with a key, the embedded.

    Raises ModelUnavailable, with the three ways to set one up, if none is set up.

    >>> choose_model("ollama/qwen3").why
    'named'
    >>> choose_model(environment={"SUMMARIZER_MODEL": "local"}).why
    'SUMMARIZER_MODEL is set'
    """
    seen = os.environ if environment is None else environment
    if name and name.startswith("local:"):
        return Choice(name="local", why="named", model_path=Path(name.removeprefix("local:")))
    if name:
        return Choice(name=name, why="named", base_url=base_url)
    if seen.get("SUMMARIZER_MODEL"):
        return Choice(name=seen["SUMMARIZER_MODEL"], why="SUMMARIZER_MODEL is set", base_url=base_url)
    if base_url:
        raise ModelUnavailable(f"--base-url {base_url!r} needs the model's name there: --model NAME")
    if seen.get("OPENAI_API_KEY"):
        return Choice(name=DEFAULT_HOSTED, why="OPENAI_API_KEY is set")
    if local.is_installed():
        return Choice(name="local", why="the embedded model is installed and no other is set up")
    raise ModelUnavailable(THREE_WAYS)


@asynccontextmanager
async def open_model(
    choice: Choice,
    *,
    progress: local.Progress | None = None,
    limiter: ConcurrencyLimiter | None = None,
) -> AsyncIterator["Model"]:
    """Open the chosen model, and close it at the end; `limiter`: of a run that asks many questions.

    Raises ModelUnavailable if it cannot be opened; ModelRefused if its key is missing.
    """
    embedded = choice.name == "local" and not choice.base_url
    opening = _open_embedded(choice, progress, limiter) if embedded else _open_hosted(choice, limiter)
    async with opening as opened:
        yield replace(opened, price=price_for(choice))


@asynccontextmanager
async def _open_embedded(
    choice: Choice, progress: local.Progress | None, limiter: ConcurrencyLimiter | None
) -> AsyncIterator["Model"]:
    from summarizer.models import providers  # noqa: PLC0415 - heavy, and `--help` does not need it

    path = choice.model_path
    if path is None:
        path = await asyncio.to_thread(local.ready_weights, progress=progress)
    profile = profile_of(choice)
    server = local.serving(path, context=profile.context or EMBEDDED_CONTEXT)
    base_url = await asyncio.to_thread(server.__enter__)
    try:
        async with providers.open_compatible(
            "local",
            base_url=base_url,
            api_key="none",
            profile=profile,
            timeout=choice.timeout,
            limiter=limiter,
        ) as opened:
            yield opened
    finally:
        await asyncio.to_thread(server.__exit__, None, None, None)


def _open_hosted(choice: Choice, limiter: ConcurrencyLimiter | None) -> AbstractAsyncContextManager["Model"]:
    from summarizer.models import providers  # noqa: PLC0415 - heavy, and `--help` does not need it

    if choice.base_url:
        return providers.open_compatible(
            choice.name.removeprefix("openai/"),
            base_url=choice.base_url,
            api_key=os.environ.get("SUMMARIZER_API_KEY") or os.environ.get("OPENAI_API_KEY") or "none",
            profile=replace(profile_of(choice), limit="max_tokens"),
            timeout=choice.request_timeout,
            name=choice.name,
            limiter=limiter,
            service_tier=choice.service_tier,
        )
    name, model = providers.split_name(choice.name)
    provider = providers.PROVIDERS[name]
    key = _first_set(provider.keys)
    if key is None and provider.needs_key:
        raise ModelRefused(
            f"{choice.name!r} needs a key: set {provider.keys[0]}, or choose another with --model"
        )
    base_url = _first_set(provider.addresses) or provider.base_url
    profile = replace(profile_of(choice), limit=provider.limit)
    if name == "anthropic":
        if choice.service_tier is not None:
            raise ModelRefused("--service-tier is for OpenAI's models; leave it out for Anthropic's")
        return providers.open_anthropic(
            model,
            api_key=key or "",
            base_url=base_url,
            profile=profile,
            timeout=choice.request_timeout,
            limiter=limiter,
        )
    return providers.open_compatible(
        model,
        base_url=base_url,
        api_key=key or "none",
        profile=profile,
        timeout=choice.request_timeout,
        name=choice.name,
        limiter=limiter,
        mode=provider.mode,
        caches_by_key=name == "openai",
        service_tier=choice.service_tier,
    )


@asynccontextmanager
async def open_batch_api(model: "Model", via: str) -> AsyncIterator["BatchApi"]:
    """Open the batches of a model's provider; `via` as in `Choice`."""
    api: BatchApi
    if via == "anthropic-batch":
        from summarizer.models.anthropic_batch import AnthropicBatchApi  # noqa: PLC0415 - of an extra
        from summarizer.models.anthropic_wire import AnthropicWire  # noqa: PLC0415

        if not isinstance(model.wire, AnthropicWire):
            raise ModelRefused(f"--via {via} is not for {model.name!r}; leave it out")
        api = AnthropicBatchApi(model.wire, timeout=model.timeout)
    else:
        from summarizer.models.openai_batch import OpenAIBatchApi  # noqa: PLC0415 - heavy
        from summarizer.models.openai_wire import OpenAIWire  # noqa: PLC0415

        if not isinstance(model.wire, OpenAIWire):
            raise ModelRefused(f"--via {via} is not for {model.name!r}; leave it out")
        api = OpenAIBatchApi(model.wire, timeout=model.timeout)
    try:
        yield api
    finally:
        await api.close()


def price_for(choice: Choice) -> Price | None:
    """Return the price given, else the one known; None if there is neither.

    A price that is given counts as it is, for `flex-or-default` at the default tier; the list has other
    prices for the service tiers and for batches.
    """
    if choice.price is not None:
        return choice.price
    tier = "batch" if choice.via else choice.service_tier
    return price_of(choice.name, tier=tier if tier in {"batch", "flex", "priority"} else None)


def profile_of(choice: Choice) -> Profile:
    """How the chosen model is spoken to, before it is opened."""
    return _profile(choice, EMBEDDED if choice.name == "local" and not choice.base_url else HOSTED)


def _profile(choice: Choice, usual: Profile) -> Profile:
    profile = PROFILES[choice.profile] if choice.profile else usual
    if choice.plan is not None:
        profile = replace(profile, plan=choice.plan)
    return profile if choice.context is None else with_context(profile, choice.context)


def _first_set(variables: tuple[str, ...]) -> str | None:
    """Return the value of the first variable of the environment that is set and not empty."""
    return next((value for name in variables if (value := os.environ.get(name))), None)
