"""The commands `serve mcp` and `serve http`. Everything heavy is imported where it is used."""

import asyncio
from functools import partial
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import options
from summarizer.cli.terminal import say
from summarizer.errors import SummarizerError
from summarizer.text.secrets import protect

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizer.models.choice import Choice
    from summarizer.serve.service import Service

Briefs = Annotated[
    Path | None, typer.Option("--briefs", help="a folder of briefs, for resources, pages and the digest")
]
MaxBytes = Annotated[
    int, typer.Option("--max-bytes", min=1000, max=1 << 30, help="limit of bytes in a request")
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout", min=1, max=86_400, callback=options.no_nan, help="limit of seconds for an answer"
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, max=1000, help="requests at the same time")]
Waiting = Annotated[
    int, typer.Option("--waiting", min=0, max=100_000, help="requests that may wait for a place")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    serve = typer.Typer(help="Serve briefs and checks to other programs.", no_args_is_help=True)
    app.add_typer(serve, name="serve")
    serve.command(
        short_help="An MCP server for assistants, over standard input and output.",
        epilog="Example: summarizer serve mcp --briefs out/",
    )(mcp)
    serve.command(
        short_help="An HTTP server: POST /brief, /check, /mark, /verify; pages of briefs.",
        epilog="Example: summarizer serve http --port 8000 --briefs out/",
    )(http)


def mcp(  # noqa: PLR0913, PLR0917 - a command's options
    briefs: Briefs = None,
    model: options.ModelName = None,
    base_url: options.BaseUrl = None,
    model_path: options.ModelPath = None,
    profile: options.ProfileName = None,
    plan: options.PlanOption = None,
    context: options.Context = None,
    service_tier: options.ServiceTier = None,
    second_reader: options.SecondReader = "none",
    glossary: options.GlossaryFile = None,
    strict: options.Strict = False,
    max_bytes: MaxBytes = 2_000_000,
    timeout: Timeout = 600.0,
    jobs: Jobs = 8,
    waiting: Waiting = 32,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Serve the tools brief, check_statement, find_figures, find_quotations and digest."""
    _needs("mcp", "mcp")
    from summarizer.serve.mcp_server import BriefServer  # noqa: PLC0415

    choose = partial(options.choose, model, base_url, model_path, profile, context, service_tier, plan)
    made = {"strict": strict, "second_reader": second_reader, "glossary": options.house(glossary)}
    limits = {"bytes": max_bytes, "seconds": timeout, "at_once": jobs, "waiting": waiting}

    async def serving() -> None:
        service = _service(choose, briefs, made, limits)
        await BriefServer(service).run_stdio_async()

    asyncio.run(serving())


def http(  # noqa: PLR0913, PLR0917 - a command's options
    host: Annotated[str, typer.Option("--host", help="the address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: a free one")] = 8000,
    api_key: Annotated[
        str | None,
        typer.Option(envvar="SUMMARIZER_SERVE_KEY", help="what clients must send", show_envvar=True),
    ] = None,
    briefs: Briefs = None,
    model: options.ModelName = None,
    base_url: options.BaseUrl = None,
    model_path: options.ModelPath = None,
    profile: options.ProfileName = None,
    plan: options.PlanOption = None,
    context: options.Context = None,
    service_tier: options.ServiceTier = None,
    second_reader: options.SecondReader = "none",
    glossary: options.GlossaryFile = None,
    strict: options.Strict = False,
    max_bytes: MaxBytes = 2_000_000,
    timeout: Timeout = 600.0,
    jobs: Jobs = 8,
    waiting: Waiting = 32,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Serve over HTTP. An address that other machines can reach needs a key."""
    _needs("fastapi", "http")
    _needs("uvicorn", "http")
    protect(api_key or "")
    if not api_key and not _is_here(host):
        raise SummarizerError(f"others can reach {host!r}: set SUMMARIZER_SERVE_KEY, or listen on 127.0.0.1")
    from summarizer.serve.http_app import serve_http  # noqa: PLC0415

    choose = partial(options.choose, model, base_url, model_path, profile, context, service_tier, plan)
    made = {"strict": strict, "second_reader": second_reader, "glossary": options.house(glossary)}
    limits = {"bytes": max_bytes, "seconds": timeout, "at_once": jobs, "waiting": waiting}

    async def serving() -> None:
        service = _service(choose, briefs, made, limits)
        await serve_http(
            service,
            host=host,
            port=port,
            api_key=api_key,
            listening=lambda address: say(f"listening on {address}", error=True),
        )

    asyncio.run(serving())


def _service(
    choose: "Callable[[], Choice]",
    briefs: Path | None,
    made: "Mapping[str, Any]",
    limits: "Mapping[str, Any]",
) -> "Service":
    """Return the service; `made` are the fields of `Options`, `limits` those of `Limits`."""
    from summarizer.pipeline import Options  # noqa: PLC0415
    from summarizer.serve.service import Limits, Service  # noqa: PLC0415

    if briefs is not None and not briefs.is_dir():
        raise SummarizerError(f"there is no folder {str(briefs)!r}; give one that `batch` wrote to --briefs")
    return Service(
        choose,
        options=Options(**made),
        limits=Limits(**limits),
        folder=briefs,
    )


def _needs(library: str, extra: str) -> None:
    """Raise SummarizerError if an extra is not installed."""
    if find_spec(library) is None:
        raise SummarizerError(f"this needs {library}: pip install 'grounded-summarizer[{extra}]'")


def _is_here(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
