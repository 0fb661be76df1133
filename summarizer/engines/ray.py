"""Briefs of the rows of a Ray Dataset, made by workers on any number of machines.

ray_ledger   answers, money, pace: one place for all workers
ray_worker   a worker: one open model
ray_rows     what is written, as Parquet
ray_run      a run from Parquet to Parquet: `summarizer batch IN OUT --engine ray`
"""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from summarizer.batch.plan import config_fingerprint
from summarizer.engines.ray_ledger import Ledger, Limits, Terms
from summarizer.errors import BatchError
from summarizer.models.choice import Choice, choose_model
from summarizer.models.self_test import with_plan
from summarizer.pipeline import Options

if TYPE_CHECKING:
    from ray.data import Dataset

__all__ = ["Limits", "brief_dataset"]

ROWS = 16
# Rows that a worker is given at a time: what is done again when it is killed, if it has several of them.
ARTICLES_A_JOB = 3
# Articles under way for each request at a time: some are read while others are asked about.


def brief_dataset(  # noqa: PLR0913 - a dataset, and how its briefs are made
    dataset: "Dataset",
    *,
    model: Choice | str | None = None,
    options: Options | None = None,
    text: str = "text",
    id: str = "id",  # noqa: A002 - the name of a column
    limits: Limits | None = None,
) -> "Dataset":
    """Return a dataset with a row for each article, of the columns `ray_rows.SCHEMA`.

    `text` and `id` name the columns that contain the French text and what identifies it; `id` becomes text.
    A row has a `brief` (JSON), or an `error` with its `cause`: no article makes the job fail. The
    cause `stopped` says that the article was not asked about, because money, server or store gave out. A
    question that was answered is not asked again when a worker is killed, nor, if `limits` names a folder
    or a store, by another run.

    Raises BatchError where the columns are not there or the folder or store cannot be used, ModelError where
    no model is set up.
    """
    require_ray()
    choice = resolved(model)
    options, limits = options or Options(), limits or Limits()
    terms = Terms(choice=choice, options=options, limits=limits, setup=config_fingerprint(choice, options))
    return briefs_of(renamed(dataset, text=text, id=id), terms, open_ledger(terms))


def require_ray() -> None:
    """Raise BatchError if Ray is not installed."""
    for name in ("ray", "pyarrow", "fsspec"):
        if find_spec(name) is None:
            raise BatchError(
                f"--engine ray needs {name}, which is not installed: pip install 'grounded-summarizer[ray]'"
            )


def resolved(model: Choice | str | None) -> Choice:
    """Return the model to use, with its plan; works if an event loop runs, too. Raises ModelError."""
    choice = model if isinstance(model, Choice) else choose_model(model)
    with ThreadPoolExecutor(max_workers=1) as beside:
        return beside.submit(asyncio.run, with_plan(choice)).result()


def renamed(dataset: "Dataset", *, text: str, id: str) -> "Dataset":  # noqa: A002 - the name of a column
    """Return the two columns that count, as `id` and `text`. Raises BatchError if one is not there."""
    check_columns(dataset.columns() or [], (id, text))
    both = dataset.select_columns([id, text])
    return both if (id, text) == ("id", "text") else both.rename_columns({id: "id", text: "text"})


def check_columns(there: Sequence[str], needed: Sequence[str]) -> None:
    """Raise BatchError if a column is not there."""
    for name in needed:
        if name not in there:
            raise BatchError(f"IN has no column {name!r}; it has {', '.join(map(repr, there)) or 'none'}")


def open_ledger(terms: Terms) -> Any:
    """Start the ledger of a run on the driver's machine. Raises BatchError."""
    import ray  # noqa: PLC0415 - of an extra

    here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
        node_id=ray.get_runtime_context().get_node_id(), soft=False
    )
    actor = ray.remote(Ledger).options(
        num_cpus=0, max_restarts=3, max_task_retries=3, max_concurrency=10_000, scheduling_strategy=here
    )
    ledger = actor.remote(terms)
    try:
        ray.get(ledger.open.remote())
    except ray.exceptions.RayTaskError as error:
        raise error.cause if isinstance(error.cause, BatchError) else error from None
    return ledger


def briefs_of(dataset: "Dataset", terms: Terms, ledger: Any) -> "Dataset":
    """Return the rows as `ray_rows.SCHEMA` of a dataset with the columns `id` and `text`."""
    from ray.data import ActorPoolStrategy  # noqa: PLC0415 - of an extra

    from summarizer.engines.ray_worker import Worker, jobs_of  # noqa: PLC0415 - imports it

    calls = -(-ARTICLES_A_JOB * jobs_of(terms) // ROWS)
    pool = ActorPoolStrategy(
        size=terms.limits.workers,
        max_tasks_in_flight_per_actor=2 * calls,
        max_concurrent_calls_per_actor=calls,
        enable_true_multi_threading=True,
    )
    return dataset.repartition(target_num_rows_per_block=ROWS).map_batches(
        Worker,
        fn_constructor_args=(ledger, terms),
        batch_size=None,
        batch_format="pyarrow",
        compute=pool,
        num_cpus=1,
    )
