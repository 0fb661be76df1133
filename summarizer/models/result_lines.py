"""The lines of a large file of results, read from the network as they come."""

import json
from collections.abc import AsyncIterator
from typing import Any

LONGEST_LINE = 16 << 20
# Bytes. An answer with its reasoning has a few thousand.


async def split_lines(blocks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Yield the lines of a file that comes in blocks; a line that is far too long is left out."""
    rest, skipping = bytearray(), False
    async for block in blocks:
        first, *more = block.split(b"\n")
        rest += first
        for part in more:
            if not skipping and rest.strip():
                yield bytes(rest)
            rest, skipping = bytearray(part), False
        if len(rest) > LONGEST_LINE:
            rest, skipping = bytearray(), True
    if not skipping and rest.strip():
        yield bytes(rest)


def read_object(line: bytes) -> dict[str, Any] | None:
    """Read a line as a JSON object; None if it is none."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
