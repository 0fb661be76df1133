"""Standard input and output of the MCP server, with a limit for each message.

The SDK reads a line whole, whatever its length: 100 MB would take several times that in memory before a tool
could refuse them. Here such a line is thrown away as it comes, and a request with the same id takes its
place, which the server answers with an error.
"""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator, Mapping
from typing import BinaryIO

TOO_LARGE = "summarizer/too_large"
"""The method of the request that takes the place of a message that is too long."""
CHUNK = 65_536
_ID = r'"id"\s*:\s*(-?\d{1,18}|"(?:[^"\\]|\\.){1,200}")'
_ID_BEFORE = re.compile(rf'\s*\{{\s*(?:"(?:jsonrpc|method)"\s*:\s*"[^"]{{0,200}}"\s*,\s*){{0,2}}{_ID}')
_ID_AFTER = re.compile(rf'\}}\s*,\s*(?:"(?:jsonrpc|method)"\s*:\s*"[^"]{{0,200}}"\s*,\s*)?{_ID}\s*[,}}]')


class BoundedLines:
    """The lines of a file, as text; one longer than `most` bytes is replaced by a request that fails.

    `meta`: what the protocol wants in the `_meta` of a request, if other requests of the client have it.
    """

    def __init__(self, file: BinaryIO, most: int, *, meta: Mapping[str, object]) -> None:
        self._file = file
        self._most = most
        self._meta = dict(meta)
        self._has_meta = False

    async def __aiter__(self) -> AsyncIterator[str]:
        """Give the lines."""
        while line := await asyncio.to_thread(self._line):
            yield line

    def _line(self) -> str:
        line = self._file.readline(self._most)
        self._has_meta = self._has_meta or any(key.encode() in line for key in self._meta)
        if len(line) < self._most or line.endswith(b"\n"):
            return line.decode("utf-8", "replace")
        head = tail = line
        while (line := self._file.readline(CHUNK)) and not line.endswith(b"\n"):
            tail = (tail + line)[-CHUNK:]
        tail = (tail + line)[-CHUNK:]
        return self._refusal(head[:CHUNK].decode("utf-8", "replace"), tail.decode("utf-8", "replace"))

    def _refusal(self, head: str, tail: str) -> str:
        """The request that takes the place of a message, of which the beginning and the end are known.

        Clients write the id before the parameters or behind them; a message without one is a notification.
        """
        found = _ID_BEFORE.match(head) or _last(tail)
        message: dict[str, object] = {"jsonrpc": "2.0", "method": TOO_LARGE}
        if self._has_meta:
            message["params"] = {"_meta": self._meta}
        if found is not None:
            message["id"] = json.loads(found[1])
        return json.dumps(message) + "\n"


def _last(tail: str) -> re.Match[str] | None:
    return next(iter([*_ID_AFTER.finditer(tail[-1000:])][-1:]), None)


def take_stdout() -> BinaryIO:
    """Take standard output for ourselves: what children and libraries print goes to standard error."""
    ours = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return ours


def give_up(file: BinaryIO) -> None:
    """Let what was not yet written to a client that has gone be lost without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, file.fileno())
    os.close(nowhere)


def take_stdin() -> BinaryIO:
    """Take standard input for ourselves: children and libraries read an empty one."""
    ours = os.fdopen(os.dup(0), "rb")
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    return ours
