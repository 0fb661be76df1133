"""Lists of words that the digest reads, as data: one entry a line, `#` begins a comment."""

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """Give the entries of the list `name`, in its order."""
    text = (files(__name__) / f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
