"""The commands `serve mcp` and `serve http`. Everything heavy is imported where it is used."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import (
    BaseUrl,
    Context,
    Debug,
    ModelName,
    ModelPath,
    PlanOption,
    ProfileName,
    SecondReader,
    ServiceTier,
    Strict,
    chosen,
)
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.models.choice import Choice
    from summarizer.serve.service import Service

Errors = Callable[..., AbstractContextManager[None]]
Briefs = Annotated[
    Path | None, typer.Option("--briefs", help="a folder of briefs, for resources, pages and the digest")
]
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1000, help="bytes of a request, at most")]
Timeout = Annotated[float, typer.Option("--timeout", min=1, help="seconds for an answer, at most")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="requests at work at once")]
Waiting = Annotated[int, typer.Option("--waiting", min=0, help="requests that may wait for a place")]


def add_commands(app: typer.Typer, errors: Errors) -> None:
    """Add the commands to `app`; `errors(debug=…)` turns this package's errors into lines and exit codes."""
    serve = typer.Typer(help="Serve briefs and checks to other programs.", no_args_is_help=True)
    app.add_typer(serve, name="serve")

    @serve.command(
        short_help="An MCP server for assistants, over standard input and output.",
        epilog="Example: summarizer serve mcp --briefs out/",
    )
    def mcp(  # noqa: PLR0913, PLR0917 - a command's options
        briefs: Briefs = None,
        model: ModelName = None,
        base_url: BaseUrl = None,
        model_path: ModelPath = None,
        profile: ProfileName = None,
        plan: PlanOption = None,
        context: Context = None,
        service_tier: ServiceTier = None,
        second_reader: SecondReader = "none",
        strict: Strict = False,  # noqa: FBT002
        max_bytes: MaxBytes = 2_000_000,
        timeout: Timeout = 600.0,
        jobs: Jobs = 8,
        waiting: Waiting = 32,
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Serve the tools brief, check_statement, find_figures, find_quotations and digest."""
        with errors(debug=debug):
            _needs("mcp", "mcp")
            from summarizer.serve.mcp_server import BriefServer  # noqa: PLC0415

            choose = partial(chosen, model, base_url, model_path, profile, context, service_tier, plan)

            async def serving() -> None:
                service = _service(
                    choose, briefs, second_reader, max_bytes, timeout, jobs, waiting, strict=strict
                )
                await BriefServer(service).run_stdio_async()

            asyncio.run(serving())

    @serve.command(
        short_help="An HTTP server: POST /brief, /check, /mark, /verify; pages of briefs.",
        epilog="Example: summarizer serve http --port 8000 --briefs out/",
    )
    def http(  # noqa: PLR0913, PLR0917 - a command's options
        host: Annotated[str, typer.Option("--host", help="the address to listen on")] = "127.0.0.1",
        port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: a free one")] = 8000,
        api_key: Annotated[
            str | None,
            typer.Option(envvar="SUMMARIZER_SERVE_KEY", help="what clients must send", show_envvar=True),
        ] = None,
        briefs: Briefs = None,
        model: ModelName = None,
        base_url: BaseUrl = None,
        model_path: ModelPath = None,
        profile: ProfileName = None,
        plan: PlanOption = None,
        context: Context = None,
        service_tier: ServiceTier = None,
        second_reader: SecondReader = "none",
        strict: Strict = False,  # noqa: FBT002
        max_bytes: MaxBytes = 2_000_000,
        timeout: Timeout = 600.0,
        jobs: Jobs = 8,
        waiting: Waiting = 32,
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Serve over HTTP. An address that other machines can reach needs a key."""
        with errors(debug=debug):
            _needs("fastapi", "http")
            _needs("uvicorn", "http")
            if not api_key and not _is_here(host):
                raise SummarizerError(
                    f"others can reach {host!r}: set SUMMARIZER_SERVE_KEY, or listen on 127.0.0.1"
                )
            from summarizer.serve.http_app import serve_http  # noqa: PLC0415

            choose = partial(chosen, model, base_url, model_path, profile, context, service_tier, plan)

            async def serving() -> None:
                service = _service(
                    choose, briefs, second_reader, max_bytes, timeout, jobs, waiting, strict=strict
                )
                await serve_http(
                    service,
                    host=host,
                    port=port,
                    api_key=api_key,
                    listening=lambda address: typer.echo(f"listening on {address}", err=True),
                )

            asyncio.run(serving())


def _service(  # noqa: PLR0913, PLR0917 - the options as the commands have them
    choose: "Callable[[], Choice]",
    briefs: Path | None,
    second_reader: str,
    max_bytes: int,
    timeout: float,
    jobs: int,
    waiting: int,
    *,
    strict: bool,
) -> "Service":
    from summarizer.pipeline import Options  # noqa: PLC0415
    from summarizer.serve.service import Limits, Service  # noqa: PLC0415

    if briefs is not None and not briefs.is_dir():
        raise SummarizerError(f"there is no folder {str(briefs)!r}; give one that `batch` wrote to --briefs")
    return Service(
        choose,
        options=Options(strict=strict, second_reader=second_reader),
        limits=Limits(bytes=max_bytes, seconds=timeout, at_once=jobs, waiting=waiting),
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
