"""Spans of OpenTelemetry for briefs and requests, by its conventions for generative AI.

opentelemetry is imported here alone, and nothing happens if it is not installed or its user has set up no
provider. Spans carry no words of an article, a prompt or an answer.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from importlib.metadata import version
from typing import Any, ParamSpec, TypeVar

from summarizer.models.usage import Usage

P = ParamSpec("P")
T = TypeVar("T")
Took = Callable[[Usage], None]
"""Called with what a request took."""


@cache
def _tracer() -> Any:
    """Return the tracer; None if opentelemetry is not installed."""
    try:
        from opentelemetry import trace  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return trace.get_tracer("summarizer", version("grounded-summarizer"))


@contextmanager
def request_span(model: str, host: str | None, *, section: str, max_tokens: int) -> Iterator[Took]:
    """Hold a span of one request to a model, `chat MODEL`; it is told what the request took.

    >>> with request_span("openai/gpt", None, section="whole", max_tokens=100) as took:
    ...     took(Usage(calls=1, input_tokens=10))
    """
    provider, _, name = model.rpartition("/")
    about: dict[str, str | int] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": provider or "summarizer",
        "gen_ai.request.model": name,
        "gen_ai.request.max_tokens": max_tokens,
        "gen_ai.output.type": "json",
        "summarizer.section": section,
    }
    if host:
        about["server.address"] = host
    with _span(f"chat {name}", about, client=True) as span:

        def took(usage: Usage) -> None:
            if span is not None:
                span.set_attribute("gen_ai.usage.input_tokens", usage.input_tokens)
                span.set_attribute("gen_ai.usage.output_tokens", usage.output_tokens)
                span.set_attribute("gen_ai.usage.cache_read.input_tokens", usage.cached_tokens)

        yield took


def traced(name: str) -> Callable[[Callable[P, Awaitable[T]]], Callable[P, Awaitable[T]]]:
    """Give each call of an asynchronous function a span of this name."""

    def decorate(work: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        @wraps(work)
        async def with_span(*arguments: P.args, **options: P.kwargs) -> T:
            with _span(name, {}):
                return await work(*arguments, **options)

        return with_span

    return decorate


@contextmanager
def _span(name: str, about: dict[str, str | int], *, client: bool = False) -> Iterator[Any]:
    """Hold a span; an error is named by its type alone, for messages may quote an answer."""
    tracer = _tracer()
    if tracer is None:
        yield None
        return
    from opentelemetry.trace import SpanKind, Status, StatusCode  # noqa: PLC0415 - an extra

    kind = SpanKind.CLIENT if client else SpanKind.INTERNAL
    with tracer.start_as_current_span(
        name, kind=kind, attributes=about, record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            yield span
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(Status(StatusCode.ERROR))
            raise
