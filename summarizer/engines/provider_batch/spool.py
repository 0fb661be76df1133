"""Files of requests below OUT, each within what a provider takes as one batch."""

import os
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.errors import BatchError
from summarizer.models.batch_api import BatchApi


@dataclass(slots=True)
class RequestFile:
    """A file of requests. `most`: the dollars that they may cost."""

    token: str
    keys: list[str] = field(default_factory=list)
    size: int = 0
    most: Decimal = Decimal(0)


@dataclass(slots=True)
class Spool:
    """The files of one round. `most_requests`: a lower limit than the provider's, if its queue is full."""

    folder: Path
    api: BatchApi
    most_requests: int | None = None
    files: list[RequestFile] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    _open: BinaryIO | None = None

    def path(self, token: str) -> Path:
        """Return the path of a file of requests."""
        return self.folder / f"{token}.jsonl"

    def add(self, key: str, body: Mapping[str, Any], most: Decimal) -> None:
        """Write a request, unless this round has it. Raises BatchError if the disk is full."""
        if key in self.written:
            return
        line = self.api.line(key, body)
        try:
            file = self._open if self._open and self._fits(len(line)) else self._begin()
            file.write(line)
        except OSError as error:
            raise BatchError(
                f"cannot write to {str(self.folder)!r}: {error.strerror}; free some room"
            ) from error
        last = self.files[-1]
        last.keys.append(key)
        last.size += len(line)
        last.most += most
        self.written.add(key)

    def close(self) -> list[RequestFile]:
        """Put what is written on the disk; return the files, and begin a new round."""
        self._end()
        files, self.files, self.written = self.files, [], set()
        return files

    def discard(self) -> None:
        """Remove what was written in this round: nothing of it was sent."""
        for file in self.close():
            self.path(file.token).unlink(missing_ok=True)

    def clean(self, tokens: Collection[str]) -> None:
        """Remove the files of rounds that were interrupted; `tokens` are of files that are needed."""
        for path in self.folder.glob("*.jsonl"):
            if path.stem not in tokens:
                path.unlink(missing_ok=True)

    def _fits(self, size: int) -> bool:
        most = min(self.api.most_requests, self.most_requests or self.api.most_requests)
        file = self.files[-1]
        return len(file.keys) < most and file.size + size <= self.api.most_bytes

    def _begin(self) -> BinaryIO:
        self._end()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.files.append(RequestFile(secrets.token_hex(8)))
        self._open = self.path(self.files[-1].token).open("wb")
        return self._open

    def _end(self) -> None:
        if self._open is not None:
            self._open.flush()
            os.fsync(self._open.fileno())
            self._open.close()
            self._open = None
