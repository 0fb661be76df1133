"""Which model is used, and why; and how it is opened.

Besides the command line this is the only place that reads the environment. Keys are left there:
the providers' own clients take them.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.asking.profiles import EMBEDDED, HOSTED, PROFILES, Profile, within
from summarizer.errors import ModelRefused, ModelUnavailable
from summarizer.models import local
from summarizer.models.limiter import ConcurrencyLimiter

if TYPE_CHECKING:
    from summarizer.models.client import Model

DEFAULT_HOSTED = "openai/gpt-5.6-luna"
THREE_WAYS = (
    "no model is set up; do one of: "
    f"(1) {local.INSTALL}, for the embedded model, no key needed; "
    "(2) set OPENAI_API_KEY; "
    "(3) name one with --model or SUMMARIZER_MODEL, and its server with --base-url"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A model to open. `why` is shown to the user. `profile` None: what fits the name.

    `context`: the tokens that the model takes, question and answer together, where that is little.
    """

    name: str
    why: str
    base_url: str | None = None
    model_path: Path | None = None
    profile: str | None = None
    context: int | None = None
    timeout: float = 600.0


def choose_model(
    name: str | None = None, *, base_url: str | None = None, environment: Mapping[str, str] | None = None
) -> Choice:
    """The model to use: the one named, else `SUMMARIZER_MODEL`, OpenAI's where there is a key, the embedded.

    Raises ModelUnavailable, with the three ways to set one up, where none is.
    """
    seen = os.environ if environment is None else environment
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

    Raises ModelUnavailable where it cannot be opened; ModelRefused where its key is missing.
    """
    from summarizer.models import client as model  # noqa: PLC0415 - heavy, and `--help` does not need it

    if choice.name == "local" and not choice.base_url:
        path = choice.model_path
        if path is None:
            path = await asyncio.to_thread(local.ready_weights, progress=progress)
        server = local.serving(path)
        base_url = await asyncio.to_thread(server.__enter__)
        try:
            async with model.open_compatible(
                "local",
                base_url=base_url,
                api_key="none",
                profile=_profile(choice, EMBEDDED),
                timeout=choice.timeout,
                limiter=limiter,
            ) as opened:
                yield opened
        finally:
            await asyncio.to_thread(server.__exit__, None, None, None)
        return
    profile = _profile(choice, HOSTED)
    if choice.base_url or choice.name.startswith("openai/"):
        async with model.open_compatible(
            choice.name.removeprefix("openai/"),
            base_url=choice.base_url,
            api_key=_key(choice),
            profile=profile if not choice.base_url else replace(profile, limit="max_tokens"),
            timeout=choice.timeout,
            name=choice.name,
            limiter=limiter,
        ) as opened:
            yield opened
        return
    async with model.open_provider(
        choice.name, profile=profile, timeout=choice.timeout, limiter=limiter
    ) as opened:
        yield opened


def profile_of(choice: Choice) -> Profile:
    """How the chosen model is spoken to, before it is opened."""
    return _profile(choice, EMBEDDED if choice.name == "local" and not choice.base_url else HOSTED)


def _profile(choice: Choice, usual: Profile) -> Profile:
    profile = PROFILES[choice.profile] if choice.profile else usual
    return profile if choice.context is None else within(profile, choice.context)


def _key(choice: Choice) -> str:
    """The key for an OpenAI-compatible server, from the environment; servers without keys take any."""
    key = os.environ.get("OPENAI_API_KEY")
    if choice.base_url:
        return os.environ.get("SUMMARIZER_API_KEY") or key or "none"
    if not key:
        raise ModelRefused(f"{choice.name!r} needs a key: set OPENAI_API_KEY, or choose another with --model")
    return key
