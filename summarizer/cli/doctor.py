"""What is installed on this machine, which model would be used, and whether it answers."""

import asyncio
import importlib.util
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from summarizer.errors import SummarizerError
from summarizer.models import local
from summarizer.models.choice import Choice, open_model

PACKAGES = ("grounded-summarizer", "openai", "instructor", "pydantic", "tenacity", "xllamacpp")


@dataclass(frozen=True, slots=True)
class Line:
    """One checked item; `sound` is None if it cannot be a fault."""

    what: str
    says: str
    sound: bool | None = None


def examine(choose: Callable[[], Choice]) -> Iterator[Line]:
    """Check one item after the other; the last two are the model that would be used, and its answer."""
    yield Line("python", platform.python_version())
    for package in PACKAGES:
        try:
            yield Line(package, version(package))
        except PackageNotFoundError:
            yield Line(package, "not installed")
    yield from _weights()
    try:
        choice = choose()
    except SummarizerError as error:
        yield Line("model", str(error), sound=False)
        return
    yield Line("model", f"{choice.name} ({choice.why})", sound=True)
    yield _reached(choice)


def _weights() -> Iterator[Line]:
    installed = sum(importlib.util.find_spec(package) is not None for package, _ in local.QWEN.parts)
    yield Line("embedded model's parts", f"{installed} of {len(local.QWEN.parts)} installed")
    if not local.is_installed():
        yield Line("embedded model's server", f"not installed; {local.INSTALL}")
        return
    path = local.cache_folder() / local.QWEN.name
    if not path.is_file():
        yield Line("embedded model's file", "not put together yet; the first use does it")
    elif local.verify_weights(path):
        yield Line("embedded model's file", "whole: its digest is the published one", sound=True)
    else:
        yield Line(
            "embedded model's file", "damaged: its digest is not the published one; delete it", sound=False
        )


def _reached(choice: Choice) -> Line:
    started = time.monotonic()
    try:
        asyncio.run(_open(choice))
    except SummarizerError as error:
        return Line("answers", str(error), sound=False)
    return Line("answers", f"yes, after {time.monotonic() - started:.1f} s", sound=True)


async def _open(choice: Choice) -> None:
    async with open_model(choice) as model:
        await model.ping()
