"""A run from Parquet to Parquet on Ray: what OUT has already is passed over, the rest is made and written."""

import posixpath
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import filelock
import fsspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import ray
from pyarrow.fs import FSSpecHandler, PyFileSystem

from summarizer.batch.plan import config_fingerprint
from summarizer.batch.status import RunStatus
from summarizer.batch.tally import Progress
from summarizer.engines.ray import briefs_of, check_columns, open_ledger, renamed, resolved
from summarizer.engines.ray_cluster import cluster
from summarizer.engines.ray_ledger import Limits, Terms
from summarizer.engines.ray_rows import Output, row_key
from summarizer.engines.ray_worker import STOPPED
from summarizer.errors import BatchError
from summarizer.models.choice import Choice, price_for
from summarizer.pipeline import Options

PART = 256
# Rows of a file, at most. What is answered and not written yet when the driver dies is in the journal.
SHOWN_EVERY = 1.0
# Seconds between two looks at the ledger.


@dataclass(frozen=True, slots=True, kw_only=True)
class RayPlan:
    """A run. `given`: Parquet, a file, a folder or an address of fsspec; `out`: a folder or an address.

    `address`: of a cluster; None starts one on this machine. `text` and `id`: the columns of IN that count.
    """

    given: str
    out: str
    options: Options = field(default_factory=Options)
    limits: Limits = field(default_factory=Limits)
    address: str | None = None
    retry_failed: bool = False
    text: str = "text"
    id: str = "id"


def run_on_ray(plan: RayPlan, choice: Choice, *, progress: Progress | None = None) -> RunStatus:
    """Write the briefs of all articles that have none yet; return the status at the end.

    If the run stopped early, the status says why; the same run again resumes. Raises BatchError.
    """
    if plan.limits.max_cost is not None and (plan.limits.price or price_for(choice)) is None:
        raise BatchError(
            f"--max-cost needs a price, and the price of {choice.name!r} is unknown; give --price"
        )
    _look_at(plan)
    output = Output.at(plan.out)
    output.prepare()
    choice = resolved(choice)
    setup = config_fingerprint(choice, plan.options)
    with _alone(output) as folder, cluster(plan.address, workers=plan.limits.workers):
        terms = Terms(
            choice=choice, options=plan.options, limits=replace(plan.limits, folder=folder), setup=setup
        )
        articles = _read(plan)
        known = output.known(failed=not plan.retry_failed)
        waiting = articles.count()
        if known.size:
            given = {"known": [ray.put(known)], "setup": setup}
            articles = articles.map_batches(_unknown, fn_kwargs=given, batch_format="pyarrow")
        ledger = open_ledger(terms)
        try:
            with _stopping(ledger), _shown(ledger, progress, waiting - known.size):
                stopped = _write(briefs_of(articles, terms, ledger), output)
            status: RunStatus = ray.get(ledger.status.remote())
        finally:
            with suppress(ray.exceptions.RayError):
                ray.get(ledger.close.remote(), timeout=30)
        output.drop_replaced()
    done, findings, causes = output.count()
    return replace(
        status, done=done, failed=sum(causes.values()), causes=causes, findings=findings, waiting=stopped
    )


def _look_at(plan: RayPlan) -> None:
    """Look at IN before a cluster is started for it. Raises BatchError if it is not what it should be."""
    try:
        files, path = fsspec.core.url_to_fs(plan.given)
        paths = [path] if files.isfile(path) else files.glob(posixpath.join(path, "**/*.parquet"))
        if not paths:
            raise BatchError(f"no Parquet file at {plan.given!r}; IN is Parquet for --engine ray")  # noqa: TRY301 - let through below
        with files.open(paths[0], "rb") as file:
            check_columns(pq.read_schema(file).names, (plan.id, plan.text))
    except BatchError:
        raise
    except Exception as error:  # as in `Output`
        raise BatchError(f"cannot read {plan.given!r} as Parquet: {error}") from error


def _read(plan: RayPlan) -> Any:
    """Return the articles of IN, as `id` and `text`."""
    files, path = fsspec.core.url_to_fs(plan.given)
    dataset = ray.data.read_parquet(path, filesystem=PyFileSystem(FSSpecHandler(files)))
    return renamed(dataset, text=plan.text, id=plan.id)


def _unknown(table: pa.Table, known: list[Any], setup: str) -> pa.Table:
    """Return the rows of a table that OUT does not have."""
    there = ray.get(known[0])
    rows = zip(table["id"].to_pylist(), table["text"].to_pylist(), strict=True)
    keys = np.array([row_key(str(name), text, setup) for name, text in rows], "S32")
    at = np.minimum(np.searchsorted(there, keys), there.size - 1)
    return table.filter(pa.array(there[at] != keys))


def _write(briefs: Any, output: Output) -> int:
    """Write the rows of a dataset as they come; return how many wait because the run was stopped."""
    parts = briefs.repartition(target_num_rows_per_block=PART, strict=True).map_batches(
        _write_part,
        fn_kwargs={"output": output, "run": datetime.now(UTC).isoformat()},
        batch_size=None,
        batch_format="pyarrow",
    )
    return sum(part["stopped"] for part in parts.iter_rows())


def _write_part(rows: pa.Table, output: Output, run: str) -> pa.Table:
    ended = rows.filter(pc.fill_null(pc.not_equal(rows["cause"], STOPPED), True))
    if ended.num_rows:
        output.write(ended, run)
    return pa.table({"stopped": [rows.num_rows - ended.num_rows]})


@contextmanager
def _alone(output: Output) -> Iterator[Path]:
    """Hold OUT for one run, and give the folder of its journal."""
    folder = output.journal
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / ".lock", blocking=False):
            yield folder
    except filelock.Timeout as error:
        raise BatchError(f"another run writes to {output.place!r}; wait for it, or stop it") from error


@contextmanager
def _stopping(ledger: Any) -> Iterator[None]:
    """The first signal lets what is under way end; the next one ends the run at once."""
    told: list[str] = []

    def stop(number: int, _: object) -> None:
        if told:
            raise KeyboardInterrupt
        name = signal.Signals(number).name
        told.append(name)
        ledger.stop.remote(f"told to by {name}; the same command again goes on")

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _shown(ledger: Any, progress: Progress | None, waiting: int) -> Iterator[None]:
    """Show the status while the run goes on."""
    ended = threading.Event()

    def show() -> None:
        while progress is not None and not ended.wait(SHOWN_EVERY):
            with suppress(ray.exceptions.RayError):
                status = ray.get(ledger.status.remote())
                progress(replace(status, waiting=max(0, waiting - status.done - status.failed)))

    thread = threading.Thread(target=show, name="progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
