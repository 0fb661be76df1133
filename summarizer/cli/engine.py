"""A batch on another engine: the options of `batch` that it takes, and what is shown of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.terminal import wrong_usage

if TYPE_CHECKING:
    from summarizer.batch.plan import Plan
    from summarizer.batch.status import RunStatus
    from summarizer.models.choice import Choice


def run_engine(  # noqa: PLR0913 - a run, and how it is shown
    plan: "Plan",
    choice: "Choice",
    out: str,
    *,
    address: str | None,
    workers: int | None,
    quiet: bool,
    log_json: bool,
) -> "RunStatus":
    """Run a batch from Parquet to Parquet on Ray, and show it. `out`: a folder or an address."""
    refused = {
        "--format": plan.formats,
        "--shard": plan.shard,
        "--trace": plan.options.trace,
        "--allow-private": plan.allow_private,
    }
    for name, given in refused.items():
        if given:
            wrong_usage(f"{name} is not for --engine ray")
    if len(plan.given) != 1:
        wrong_usage("--engine ray reads one IN, a Parquet file or a folder of them")
    from summarizer.cli.progress import batch_progress  # noqa: PLC0415
    from summarizer.engines.ray import Limits, require_ray  # noqa: PLC0415

    require_ray()
    from summarizer.engines.ray_run import RayPlan, run_on_ray  # noqa: PLC0415
    from summarizer.engines.ray_status import summary  # noqa: PLC0415

    limits = Limits(
        workers=workers or 2,
        jobs=plan.jobs,
        rpm=plan.rpm,
        tpm=plan.tpm,
        max_cost=plan.max_cost,
        price=plan.price,
        answers=plan.answers,
    )
    what = RayPlan(
        given=plan.given[0],
        out=out,
        options=plan.options,
        limits=limits,
        address=address,
        retry_failed=plan.retry_failed,
    )
    with batch_progress(quiet=quiet, log_json=log_json) as progress:
        if not quiet:
            progress.say(f"model: {choice.name} ({choice.why})")
        status = run_on_ray(what, choice, progress=progress)
    progress.end(status, summary(status, out))
    return status


def stored(out: str) -> list[str] | None:
    """Describe in lines what runs on Ray have left in OUT; None if it is the folder of another batch."""
    if "://" not in out and not any(Path(out, "briefs").glob("part-*.parquet")):
        return None
    from summarizer.engines.ray import require_ray  # noqa: PLC0415

    require_ray()
    from summarizer.engines import ray_status  # noqa: PLC0415

    return ray_status.stored(out)
