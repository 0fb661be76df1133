"""A real PostgreSQL server of Debian's, in a folder of its own, on a free port of loopback."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = "s3cret-of-the-store"  # noqa: S105 - of a server that lives as long as a test
FLAGS = "-c fsync=off -c unix_socket_directories='' -c max_connections=30"
LONGEST = "300"
# Seconds to start or to stop: a limit for what hangs, not for a busy machine.


def find_programs() -> Path | None:
    """Find the folder of `postgres` and `initdb`; the newest of Debian's, else on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def need_programs() -> Path:
    """Give the folder of the programs; without them the test is skipped, or fails if it is required."""
    programs = find_programs()
    if programs is None:
        (pytest.fail if os.environ.get("ENGINE_TESTS") == "required" else pytest.skip)(
            "PostgreSQL is not installed: apt-get install postgresql"
        )
    return programs


@dataclass
class Server:
    """A cluster of databases: its folder and its port."""

    programs: Path
    folder: Path
    port: int

    @property
    def address(self) -> str:
        """The address of its database, with the password."""
        return f"postgresql://anna:{PASSWORD}@127.0.0.1:{self.port}/postgres"

    def do(self, name: str, *arguments: str) -> None:
        """Run one of its programs; it refuses to be run by root."""
        as_user = []
        if os.geteuid() == 0:
            as_user = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]
        command = [*as_user, str(self.programs / name), "--pgdata", str(self.folder / "data"), *arguments]
        ran = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, check=False)
        assert ran.returncode == 0, ran.stderr or ran.stdout

    def start(self) -> None:
        """Start, and wait until it answers."""
        log = str(self.folder / "log")
        self.do(
            "pg_ctl",
            "--wait",
            "--timeout",
            LONGEST,
            "--log",
            log,
            "--options",
            f"{FLAGS} -c port={self.port}",
            "start",
        )

    def stop(self) -> None:
        """Stop at once: whoever is connected loses the connection."""
        self.do("pg_ctl", "--wait", "--timeout", LONGEST, "--mode", "immediate", "stop")


@contextmanager
def postgres() -> Iterator[Server]:
    """A server that is running; `stop` and `start` it at will."""
    programs = need_programs()
    with tempfile.TemporaryDirectory(prefix="summarizer-pg-") as name:
        folder = Path(name)
        (folder / "password").write_text(PASSWORD)
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            for path in (folder, folder / "password"):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            server = Server(programs, folder, free.getsockname()[1])
        asked = ("--username", "anna", "--pwfile", str(folder / "password"), "--auth", "scram-sha-256")
        server.do("initdb", *asked, "--no-sync", "--encoding", "UTF8")
        server.start()
        try:
            yield server
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                server.stop()
