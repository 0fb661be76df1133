"""The commands `serve mcp` and `serve http`. Everything heavy is imported where it is used."""

import asyncio
from dataclasses import dataclass
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.terminal import log_to_terminal, say
from summarizer.errors import SummarizerError
from summarizer.text.secrets import protect

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.models.choice import Choice
    from summarizer.pipeline import Options
    from summarizer.serve.service import Service


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """The options of both servers."""

    briefs: Annotated[
        Path | None, typer.Option("--briefs", help="a folder of briefs, for resources, pages and the digest")
    ] = None
    max_bytes: Annotated[
        int, typer.Option("--max-bytes", min=1000, max=1 << 30, help="limit of bytes in a request")
    ] = 2_000_000
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout", min=1, max=86_400, callback=options.no_nan, help="limit of seconds for an answer"
        ),
    ] = 600.0
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, max=1000, help="requests at the same time")] = 8
    waiting: Annotated[
        int, typer.Option("--waiting", min=0, max=100_000, help="requests that may wait for a place")
    ] = 32


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    serve = typer.Typer(help="Serve briefs and checks to other programs.", no_args_is_help=True)
    app.add_typer(serve, name="serve")
    serve.command(
        short_help="An MCP server for assistants, over standard input and output.",
        epilog="Example: summarizer serve mcp --briefs out/",
    )(options.with_groups(mcp))
    serve.command(
        short_help="An HTTP server: POST /brief, /check, /mark, /verify; pages of briefs.",
        epilog="Example: summarizer serve http --port 8000 --briefs out/",
    )(options.with_groups(http))


def mcp(
    model: options.ModelOptions,
    about: options.BriefOptions,
    serving: ServeOptions,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Serve the tools brief, check_statement, find_figures, find_quotations and digest."""
    _needs("mcp", "mcp")
    from summarizer.serve.mcp_server import BriefServer  # noqa: PLC0415

    pipeline = about.for_pipeline()

    async def serve() -> None:
        service = _service(model.choose, pipeline, serving)
        await BriefServer(service).run_stdio_async()

    asyncio.run(serve())


def http(  # noqa: PLR0913, PLR0917 - a command's options
    model: options.ModelOptions,
    about: options.BriefOptions,
    serving: ServeOptions,
    host: Annotated[str, typer.Option("--host", help="the address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: a free one")] = 8000,
    api_key: Annotated[
        str | None,
        typer.Option(envvar="SUMMARIZER_SERVE_KEY", help="what clients must send", show_envvar=True),
    ] = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Serve over HTTP. An address that other machines can reach needs a key."""
    _needs("fastapi", "http")
    _needs("uvicorn", "http")
    protect(api_key or "")
    if not api_key and not _is_here(host):
        raise SummarizerError(f"others can reach {host!r}: set SUMMARIZER_SERVE_KEY, or listen on 127.0.0.1")
    from summarizer.serve.http_app import serve_http  # noqa: PLC0415

    log_to_terminal("WARNING", anew=False)
    pipeline = about.for_pipeline()

    async def serve() -> None:
        service = _service(model.choose, pipeline, serving)
        await serve_http(
            service,
            host=host,
            port=port,
            api_key=api_key,
            listening=lambda address: say(f"listening on {address}", error=True),
        )

    asyncio.run(serve())


def _service(choose: "Callable[[], Choice]", pipeline: "Options", serving: ServeOptions) -> "Service":
    from summarizer.serve.service import Limits, Service  # noqa: PLC0415

    folder = serving.briefs
    if folder is not None and not folder.is_dir():
        raise SummarizerError(f"there is no folder {str(folder)!r}; give one that `batch` wrote to --briefs")
    limits = Limits(
        bytes=serving.max_bytes,
        seconds=serving.timeout,
        at_once=serving.jobs,
        waiting=serving.waiting,
    )
    return Service(choose, options=pipeline, limits=limits, folder=folder)


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
