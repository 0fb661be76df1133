"""The rows that a run on Ray writes, and the Parquet files that they are in.

A file is written whole or not at all, and its name comes from its rows: what is written again, by a worker
that was killed and started again, replaces itself.
"""

import hashlib
import posixpath
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from summarizer.errors import BatchError

SCHEMA = pa.schema(
    {
        "id": pa.string(),  # as IN names the article
        "key": pa.string(),  # digest of id, text and setup
        "brief": pa.string(),  # JSON, as in briefs.jsonl; none where there is an error
        "findings": pa.int32(),
        "error": pa.string(),  # what kept the article from a brief
        "cause": pa.string(),  # its kind, in a few words
    }
)
FOLDER = "briefs"
_INDEX = ["id", "key", "cause", "run"]


def row_key(name: str, text: object, setup: str) -> str:
    """Return the digest of all that a row's brief depends on, in hexadecimal."""
    words = f"{name}\0{setup}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Output:
    """A folder OUT, local or of any file system that fsspec knows."""

    place: str

    @classmethod
    def at(cls, out: str) -> "Output":
        """Return OUT as a user names it, in a form that does not depend on the current folder."""
        return cls(out if "://" in out else str(Path(out).absolute()))

    def _folder(self) -> tuple[Any, str]:
        files, path = fsspec.core.url_to_fs(self.place)
        return files, posixpath.join(path, FOLDER)

    @property
    def local(self) -> Path | None:
        """The folder, if it is on this machine."""
        files, path = fsspec.core.url_to_fs(self.place)
        return Path(path) if "file" in _names(files) else None

    @property
    def journal(self) -> Path:
        """The folder of the journal: OUT itself, if it is on this machine; else one of the user's cache."""
        name = hashlib.sha256(self.place.encode()).hexdigest()[:16]
        return self.local or Path.home() / ".cache" / "grounded-summarizer" / "ray" / name

    def prepare(self) -> None:
        """Make the folder. Raises BatchError."""
        try:
            files, folder = self._folder()
            files.makedirs(folder, exist_ok=True)
        except Exception as error:  # a store's library has errors of its own, botocore's are no OSError
            raise BatchError(f"cannot write to {self.place!r}: {error}; choose another OUT") from error

    def write(self, rows: pa.Table, run: str) -> None:
        """Write rows into a file of their own. Raises OSError."""
        files, folder = self._folder()
        keys = "".join(rows.column("key").to_pylist())
        name = f"part-{hashlib.blake2b(f'{run} {keys}'.encode(), digest_size=10).hexdigest()}.parquet"
        marked = rows.append_column("run", pa.array([run] * rows.num_rows, pa.string()))
        _put(files, posixpath.join(folder, name), marked)

    def parts(self) -> list[str]:
        """Return the paths of the files, sorted. Raises BatchError."""
        try:
            files, folder = self._folder()
            return sorted(files.glob(posixpath.join(folder, "part-*.parquet")))
        except Exception as error:  # a store's library has errors of its own, botocore's are no OSError
            raise BatchError(f"cannot read {self.place!r}: {error}") from error

    def known(self, *, failed: bool) -> "np.ndarray[Any, Any]":
        """Return the keys of the rows that are there, sorted; of those with an error only with `failed`."""
        found = [np.empty(0, "S32")]
        for _, index in self._read(["key", "cause"]):
            kept = index if failed else index.filter(pc.is_null(index["cause"]))
            found.append(np.array(kept["key"].to_pylist(), "S32"))
        return np.unique(np.concatenate(found))

    def count(self) -> tuple[int, int, dict[str, int]]:
        """Return how many briefs there are, their findings, and how many errors by cause."""
        done, findings, causes = 0, 0, Counter[str]()
        for _, index in self._read(["cause", "findings"]):
            causes.update(cause for cause in index["cause"].to_pylist() if cause is not None)
            done += index["cause"].null_count
            findings += pc.sum(index["findings"]).as_py() or 0
        return done, findings, dict(causes)

    def drop_replaced(self) -> int:
        """Drop rows whose article has a row of a later run, too; return how many there were."""
        newest: dict[str, str] = {}
        for _, index in self._read(_INDEX):
            for name, run in zip(index["id"].to_pylist(), index["run"].to_pylist(), strict=True):
                newest[name] = max(run, newest.get(name, ""))
        dropped = 0
        files, _ = self._folder()
        for path, index in self._read(_INDEX):
            pairs = zip(index["id"].to_pylist(), index["run"].to_pylist(), strict=True)
            stays = pa.array([newest[name] == run for name, run in pairs])
            if pc.all(stays).as_py():
                continue
            with files.open(path, "rb") as file:
                rows = _table(file).filter(stays)
            dropped += index.num_rows - rows.num_rows
            if rows.num_rows:
                _put(files, path, rows)
            else:
                files.rm(path)
        return dropped

    def _read(self, columns: list[str]) -> Iterator[tuple[str, pa.Table]]:
        """Read columns of each file. Raises BatchError where one cannot be read."""
        files, _ = self._folder()
        for path in self.parts():
            try:
                with files.open(path, "rb") as file:
                    yield path, _table(file, columns)
            except (OSError, pa.ArrowException) as error:
                raise BatchError(
                    f"cannot read {path!r} ({error}); move it away and run the same command again"
                ) from error


def _names(files: Any) -> tuple[str, ...]:
    names = files.protocol
    return (names,) if isinstance(names, str) else tuple(names)


def _table(file: Any, columns: list[str] | None = None) -> pa.Table:
    """Read a file in this thread. Arrow's `read_table` does it in others.

    One of them may let go of the file when the interpreter has ended already, which aborts the process.
    """
    return pq.ParquetFile(file, pre_buffer=False).read(columns=columns, use_threads=False)


def _put(files: Any, path: str, rows: pa.Table) -> None:
    """Write a file that is whole when it has its name: by renaming, or by a store that shows none sooner."""
    local = "file" in _names(files)
    folder, name = posixpath.split(path)
    target = posixpath.join(folder, f".{name}.{uuid.uuid4().hex}") if local else path
    with files.open(target, "wb") as file:
        pq.write_table(rows, file, compression="zstd")
    if local:
        Path(target).replace(path)
