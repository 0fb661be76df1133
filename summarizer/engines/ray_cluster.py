"""The cluster of a run: reached or started, and its faults in words."""

import logging
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import ray
from ray.exceptions import RayError

from summarizer.errors import BatchError, SummarizerError

SPARE = 2
# Processors that a cluster of this machine is said to have besides a worker's each: to read and to write.
LOOPBACK = "127.0.0.1"
# A cluster of this machine is reached from nowhere else: whoever reaches one can run any code.
ANSWERS_WITHIN = 10.0
# Seconds in which the cluster's port must take a connection; Ray itself tries for a minute.
EVERYWHERE = "install grounded-summarizer[ray], with the extras that the run needs, on every machine"


@contextmanager
def cluster(address: str | None, *, workers: int) -> Iterator[None]:
    """Connect to the cluster at an address, or start one on this machine; a connection that is open is used.

    Raises BatchError, also for what goes wrong in the cluster meanwhile.
    """
    opened = not ray.is_initialized()
    if opened:
        _connect(address, workers)
    _be_quiet()
    try:
        yield
    except RayError as error:
        raise in_words(error) from error
    finally:
        if opened:
            ray.shutdown()


def _connect(address: str | None, workers: int) -> None:
    here = {"num_cpus": workers + SPARE, "include_dashboard": False, "_node_ip_address": LOOPBACK}
    try:
        if address is not None:
            _look_for(address)
        options = {} if address else here
        ray.init(address or "local", log_to_driver=False, logging_level=logging.ERROR, **options)
    except (OSError, RuntimeError, ValueError, TimeoutError) as error:  # ConnectionError is an OSError
        if address is None:
            raise BatchError(f"Ray cannot start on this machine: {_first(error)}") from error
        raise BatchError(
            f"no Ray cluster of version {ray.__version__} can be reached at {address!r}: {_first(error)};"
            " check --ray-address, or leave it out to start one on this machine"
        ) from error


def _look_for(address: str) -> None:
    """Raise OSError if nothing answers at `HOST:PORT` or `ray://HOST:PORT`; `auto` is left to Ray."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if host and port.isdecimal() and int(port) < 1 << 16:
        socket.create_connection((host.strip("[]"), int(port)), timeout=ANSWERS_WITHIN).close()


def _be_quiet() -> None:
    """Leave the progress to the run's own."""
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.use_datasource_v2 = False  # which starts 32 processes to read the footers of one Parquet file
    logging.getLogger("ray.data").setLevel(logging.ERROR)


def in_words(error: BaseException) -> SummarizerError:
    """Return a fault of the cluster, or of what runs there, as an error of ours."""
    cause = getattr(error, "cause", None)
    if isinstance(cause, SummarizerError):
        return cause
    missing = re.search(r"No module named '?([\w.]+)", str(error))
    if missing:
        return BatchError(f"a machine of the cluster has no {missing[1]!r}: {EVERYWHERE}")
    if isinstance(cause, OSError):
        return BatchError(f"the cluster cannot read or write a file: {cause}; correct that and run again")
    return BatchError(f"the Ray cluster failed: {_last(error)}; run the same command again")


def _first(error: BaseException) -> str:
    return next(filter(None, map(str.strip, str(error).splitlines())), type(error).__name__)[:300]


def _last(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[-1] if lines else type(error).__name__)[:300]
