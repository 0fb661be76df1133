"""The commands over many articles: `batch` and `status`. Everything heavy is imported where it is used."""

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import (
    AllowPrivate,
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
    TraceFile,
    chosen,
)

if TYPE_CHECKING:
    from summarizer.batch.plan import Plan
    from summarizer.batch.standing import State
    from summarizer.models.choice import Choice

Errors = Callable[..., AbstractContextManager[None]]


def add_commands(app: typer.Typer, errors: Errors) -> None:
    """Add the commands to `app`; `errors(debug=…)` turns this package's errors into lines and exit codes."""

    @app.command(
        short_help="Write the briefs of a folder of articles; goes on where it was left.",
        epilog="Example: summarizer batch articles/ out/ --model local",
    )
    def batch(  # noqa: PLR0913, PLR0917 - a command's options
        given: Annotated[
            list[str],
            typer.Argument(metavar="IN… OUT", help="folders, files, patterns, JSONL, feeds, addresses; OUT"),
        ],
        model: ModelName = None,
        base_url: BaseUrl = None,
        model_path: ModelPath = None,
        profile: ProfileName = None,
        how: PlanOption = None,
        second_reader: SecondReader = "none",
        context: Context = None,
        service_tier: ServiceTier = None,
        format: Annotated[list[str] | None, typer.Option("--format", "-f", help="besides JSON: md")] = None,  # noqa: A002
        jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="requests at once")] = None,
        rpm: Annotated[float | None, typer.Option("--rpm", min=1, help="requests a minute, at most")] = None,
        tpm: Annotated[float | None, typer.Option("--tpm", min=1, help="tokens a minute, at most")] = None,
        estimate: Annotated[  # noqa: FBT002
            bool, typer.Option("--estimate", help="say what it would take; no call is made")
        ] = False,
        max_cost: Annotated[
            float | None,
            typer.Option("--max-cost", min=0, help="stop before so many dollars, all runs on OUT together"),
        ] = None,
        price: Annotated[
            str | None, typer.Option("--price", help="IN,OUT or IN,OUT,CACHED: dollars a million tokens")
        ] = None,
        retry_failed: Annotated[  # noqa: FBT002
            bool, typer.Option("--retry-failed", help="try failed ones again")
        ] = False,
        watch: Annotated[
            str | None, typer.Option("--watch", help="look for new articles again and again: 15m, 2h, 90s")
        ] = None,
        allow_private: AllowPrivate = False,  # noqa: FBT002
        strict: Strict = False,  # noqa: FBT002
        trace: TraceFile = None,
        quiet: Annotated[bool, typer.Option("--quiet", "-q", help="no progress")] = False,  # noqa: FBT002
        log_json: Annotated[  # noqa: FBT002
            bool, typer.Option("--log-json", help="progress as JSON lines")
        ] = False,
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Write the briefs of many articles into OUT. The same command again goes on where it was left."""
        if len(given) < 2:
            typer.echo("name the articles and the folder OUT: summarizer batch articles/ out/", err=True)
            raise typer.Exit(2)
        with errors(debug=debug):
            from decimal import Decimal  # noqa: PLC0415

            from summarizer.batch.plan import Plan  # noqa: PLC0415
            from summarizer.models.prices import parse_price  # noqa: PLC0415
            from summarizer.pipeline import Options  # noqa: PLC0415

            choice = chosen(model, base_url, model_path, profile, context, service_tier, how)
            plan = Plan(
                given=tuple(given[:-1]),
                out=Path(given[-1]),
                options=Options(strict=strict, trace=trace, second_reader=second_reader),
                jobs=jobs,
                also=_forms(format or []),
                retry_failed=retry_failed,
                rpm=rpm,
                tpm=tpm,
                max_cost=None if max_cost is None else Decimal(str(max_cost)),
                price=parse_price(price) if price else None,
                allow_private=allow_private,
            )
            if estimate:
                _estimate(plan, choice)
                return
            complete = _run_again(
                lambda: _run(plan, choice, quiet=quiet, log_json=log_json), _seconds(watch) if watch else None
            )
        if not complete:
            raise typer.Exit(1)

    @app.command(short_help="Say how the folder of a batch stands.", epilog="Example: summarizer status out/")
    def status(
        out: Annotated[Path, typer.Argument(metavar="OUT", help="the folder that a batch wrote")],
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Say how the folder of a batch stands: done, failed and why, waiting, what it cost."""
        with errors(debug=debug):
            from summarizer.batch.standing import last_state, summary  # noqa: PLC0415

            for line in summary(last_state(out), out):
                typer.echo(line)


def _forms(named: list[str]) -> tuple[str, ...]:
    """The forms besides JSON, each once. Exit code 2 where there is no such form."""
    from summarizer.batch.forms import FORMS  # noqa: PLC0415

    for name in named:
        if name not in {"json", *FORMS}:
            typer.echo(f"no format {name!r}; there are {', '.join(FORMS)} besides JSON", err=True)
            raise typer.Exit(2)
    return tuple(name for name in dict.fromkeys(named) if name != "json")


def _seconds(words: str) -> float:
    """Seconds of `15m`, `2h`, `90s`. Exit code 2 where it is no such time."""
    found = re.fullmatch(r"(\d{1,6})([smh])", words.strip())
    if found is None or not int(found[1]):
        typer.echo(f"--watch {words!r} is no time; give 15m, 2h or 90s", err=True)
        raise typer.Exit(2)
    return int(found[1]) * {"s": 1, "m": 60, "h": 3600}[found[2]]


def _pause(seconds: float) -> None:
    time.sleep(seconds)


def _run_again(run: Callable[[], "State"], every: float | None) -> bool:
    """Run once, or again and again until it is stopped; whether every article is done."""
    while True:
        began = time.monotonic()
        state = run()
        if every is None or state.stopped:
            return not (state.failed or state.waiting)
        _pause(max(0.0, began + every - time.monotonic()))


def _run(plan: "Plan", choice: "Choice", *, quiet: bool, log_json: bool) -> "State":
    """Run a batch and show it."""
    from summarizer.batch.run import run_batch  # noqa: PLC0415
    from summarizer.cli.watching import watching  # noqa: PLC0415

    with watching(quiet=quiet, log_json=log_json) as watch:
        if not quiet:
            watch.say(f"model: {choice.name} ({choice.why})")
        state = asyncio.run(run_batch(plan, choice, watch=watch))
    watch.end(state, plan.out)
    return state


def _estimate(plan: "Plan", choice: "Choice") -> None:
    from summarizer.batch.estimate import estimate_batch, told  # noqa: PLC0415

    for line in told(estimate_batch(plan, choice)):
        typer.echo(line)
