"""A real cluster of Ray's on loopback, and runs on it."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

MAIN = "from summarizer.cli.main import main; main()"
HOST = "127.0.0.2"
# Of loopback; for 127.0.0.1 Ray takes the machine's address in its network.
WORKER = re.compile(rb"ray::MapWorker\(.*MapBatches\(Worker\)")


@dataclass
class Cluster:
    """A cluster: its address, its first process, and the token that it asks for."""

    address: str
    process: subprocess.Popen
    environment: dict[str, str]

    def workers(self) -> list[int]:
        """Give the processes that hold a model."""
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            try:
                title, parent = (path / "cmdline").read_bytes(), _parent(path)
                if WORKER.match(title) and _parent(Path("/proc") / str(parent)) == self.process.pid:
                    found.append(int(path.name))
            except (OSError, ValueError, IndexError):
                continue
        return found


def _parent(path: Path) -> int:
    return int((path / "stat").read_text().rsplit(")", 1)[1].split()[1])


def need_ray() -> None:
    """Skip a module of tests where Ray is not installed, or fail if it is required."""
    try:
        pytest.importorskip("ray")
    except pytest.skip.Exception as skipped:
        if os.environ.get("ENGINE_TESTS") == "required":
            raise RuntimeError("Ray is not installed: make check-engines installs it") from skipped
        raise


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A cluster of one node with four processors, in a process of its own."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="ray-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-m", "ray.scripts.scripts", "start", "--head", "--block"]
        command += ["--port", str(port), "--node-ip-address", HOST, "--num-cpus", "4"]
        command += ["--include-dashboard", "false", "--disable-usage-stats", "--temp-dir", folder]
        command += ["--object-store-memory", str(100 << 20)]
        token = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": uuid.uuid4().hex}
        own = {**os.environ, "RAY_worker_niceness": "0", **token}
        said = Path(folder) / "said"
        with said.open("wb") as out:
            process = subprocess.Popen(
                command, stdout=out, stderr=subprocess.STDOUT, start_new_session=True, env=own
            )
        try:
            _await(said, process)
            yield Cluster(f"{HOST}:{port}", process, token)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _await(said: Path, process: subprocess.Popen) -> None:
    """Wait until Ray says that its processes run."""
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline and process.poll() is None:
        if b"Ray runtime started" in said.read_bytes():
            return
        time.sleep(0.1)
    raise AssertionError(f"the cluster did not start: {said.read_text('utf-8', 'replace')}")


def start_batch(cluster: Cluster, given: object, out: object, base_url: str, *options: str):
    """Start `summarizer batch` on a cluster; its words come on standard error."""
    command = [sys.executable, "-c", MAIN, "batch", str(given), str(out), "--engine", "ray"]
    command += ["--ray-address", cluster.address, "--model", "scripted", "--base-url", base_url]
    command += ["--profile", "hosted", "--jobs", "8", *options]
    own = {**os.environ, **cluster.environment}
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=own)


def batch(cluster: Cluster, given: object, out: object, base_url: str, *options: str) -> tuple[int, str]:
    """Run `summarizer batch` on a cluster; give its exit code and its words."""
    with start_batch(cluster, given, out, base_url, *options) as process:
        said = process.communicate(timeout=300)[1]
    return process.returncode, said
