"""The commands over many articles: `batch` and `status`."""

import asyncio
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import options
from summarizer.cli.by_batches import BatchWay
from summarizer.cli.engine import run_engine, stored
from summarizer.cli.terminal import say, wrong_usage

if TYPE_CHECKING:
    from summarizer.batch.plan import Plan
    from summarizer.batch.status import RunStatus
    from summarizer.models.choice import Choice


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        short_help="Write the briefs of a folder of articles; run it again to resume.",
        epilog="Example: summarizer batch articles/ out/ --model local",
    )(options.with_groups(batch))
    app.command(short_help="Show the state of a batch.", epilog="Example: summarizer status out/")(status)


def batch(  # noqa: PLR0913, PLR0917 - a command's options
    given: Annotated[
        list[str],
        typer.Argument(
            metavar="IN… OUT", help="IN: folders, files, patterns, JSONL, feeds, addresses; OUT: a folder"
        ),
    ],
    model: options.ModelOptions,
    about: options.BriefOptions,
    batches: BatchWay,
    format: Annotated[  # noqa: A002
        list[str] | None, typer.Option("--format", "-f", help="also write md or html besides JSON")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, max=1000, help="requests at the same time")
    ] = None,
    rpm: Annotated[
        float | None,
        typer.Option("--rpm", min=1, max=1e6, callback=options.no_nan, help="limit of requests a minute"),
    ] = None,
    tpm: Annotated[
        float | None,
        typer.Option("--tpm", min=1, max=1e9, callback=options.no_nan, help="limit of tokens a minute"),
    ] = None,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="say what the run would take; nothing is asked")
    ] = False,
    max_cost: Annotated[
        float | None,
        typer.Option(
            "--max-cost",
            min=0,
            max=1e9,
            callback=options.no_nan,
            help="stop before all runs on OUT together cost more dollars than this",
        ),
    ] = None,
    price: Annotated[
        str | None,
        typer.Option("--price", help="IN,OUT or IN,OUT,CACHED: dollars for a million tokens"),
    ] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="try failed articles again")] = False,
    watch: Annotated[
        str | None, typer.Option("--watch", help="look for new articles at this interval: 90s, 15m, 2h")
    ] = None,
    shard: Annotated[
        str | None, typer.Option("--shard", help="a part of the articles, 3/16: OUT/shard-3-of-16")
    ] = None,
    answers: Annotated[
        str | None,
        typer.Option("--answers", help="a store that runs share: postgresql://user@host/database"),
    ] = None,
    engine: Annotated[
        Literal["ray"] | None,
        typer.Option("--engine", help="ray: a cluster does the work, IN and OUT are Parquet"),
    ] = None,
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", help="the cluster, auto or HOST:6379; else one is started here"),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, max=10_000, help="processes of --engine ray, usually 2")
    ] = None,
    allow_private: options.AllowPrivate = False,
    trace: options.TraceFile = None,
    quiet: options.Quiet = False,
    log_json: Annotated[bool, typer.Option("--log-json", help="show progress as JSON lines")] = False,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Write the briefs of many articles into OUT. Run the same command again to resume."""
    from decimal import Decimal  # noqa: PLC0415

    from summarizer.batch.plan import Plan  # noqa: PLC0415
    from summarizer.batch.shards import parse_shard  # noqa: PLC0415
    from summarizer.models.prices import parse_price  # noqa: PLC0415

    if len(given) < 2:
        wrong_usage("name the articles and the folder OUT: summarizer batch articles/ out/")
    interval = _seconds(watch) if watch is not None else None
    choice = batches.choose(model.choose(), watched=watch is not None, engine=engine)
    part = parse_shard(shard) if shard else None
    what = Plan(
        given=tuple(given[:-1]),
        out=part.folder(Path(given[-1])) if part else Path(given[-1]),
        shard=part,
        options=about.for_pipeline(trace),
        jobs=jobs,
        formats=_formats(format or []),
        retry_failed=retry_failed,
        rpm=rpm,
        tpm=tpm,
        max_cost=None if max_cost is None else Decimal(str(max_cost)),
        price=parse_price(price) if price is not None else None,
        allow_private=allow_private,
        answers=answers,
    )
    if engine is None:
        if ray_address or workers:
            wrong_usage("--ray-address and --workers are for --engine ray")
        run = partial(_run, what, choice, batches, quiet=quiet, log_json=log_json)
    else:
        run = partial(
            run_engine,
            what,
            choice,
            given[-1],
            address=ray_address,
            workers=workers,
            quiet=quiet,
            log_json=log_json,
        )
    if estimate:
        if engine is not None:
            wrong_usage("--estimate is not for --engine ray; estimate some of the articles as a folder")
        _estimate(what, choice)
    elif not _run_again(run, interval):
        raise typer.Exit(1)


def status(
    out: Annotated[str, typer.Argument(metavar="OUT", help="the folder that a batch wrote")],
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Show the state of a batch: done, failed and why, waiting, cost."""
    from summarizer.batch.status import last_status, summary  # noqa: PLC0415

    for line in stored(out) or summary(last_status(Path(out)), Path(out)):
        say(line)


def _formats(named: list[str]) -> tuple[str, ...]:
    """Return the formats besides JSON, each once. Exit code 2 if there is no such format."""
    from summarizer.batch.formats import FORMATS  # noqa: PLC0415

    for name in named:
        if name not in {"json", *FORMATS}:
            wrong_usage(f"no format {name!r}; choose {' or '.join(FORMATS)}, besides JSON")
    return tuple(name for name in dict.fromkeys(named) if name != "json")


def _seconds(words: str) -> float:
    """Return the seconds of `15m`, `2h`, `90s`. Exit code 2 if it is no such time."""
    found = re.fullmatch(r"([0-9]{1,6})([smh])", words.strip())
    if found is None or not int(found[1]):
        wrong_usage(f"--watch {words!r} is no interval; give one like 90s, 15m or 2h")
    return int(found[1]) * {"s": 1, "m": 60, "h": 3600}[found[2]]


def _pause(seconds: float) -> None:
    time.sleep(seconds)


def _run_again(run: Callable[[], "RunStatus"], every: float | None) -> bool:
    """Run once, or again and again until it is stopped; whether every article is done."""
    while True:
        began = time.monotonic()
        state = run()
        if every is None or state.stopped:
            return not (state.failed or state.waiting)
        _pause(max(0.0, began + every - time.monotonic()))


def _run(plan: "Plan", choice: "Choice", batches: BatchWay, *, quiet: bool, log_json: bool) -> "RunStatus":
    """Run a batch and show it."""
    from summarizer.batch.run import run_batch  # noqa: PLC0415
    from summarizer.batch.status import summary  # noqa: PLC0415
    from summarizer.cli.progress import batch_progress  # noqa: PLC0415
    from summarizer.models.self_test import with_plan  # noqa: PLC0415

    choice = asyncio.run(with_plan(choice))
    with batch_progress(quiet=quiet, log_json=log_json) as progress:
        work = batches.work(plan, (lambda _: None) if quiet else progress.say)
        if not quiet:
            progress.say(f"model: {choice.name} ({choice.why})")
        status = asyncio.run(run_batch(plan, choice, progress=progress, work=work))
    progress.end(status, summary(status, plan.out))
    return status


def _estimate(plan: "Plan", choice: "Choice") -> None:
    from summarizer.batch.estimate import describe, estimate_batch  # noqa: PLC0415

    for line in describe(estimate_batch(plan, choice)):
        say(line)
