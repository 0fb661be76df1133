"""Word lists as data: the files `lexicon/*.txt` of a room, one entry a line; `#` begins a comment."""

from functools import cache
from importlib.resources import files


@cache
def read_list(room: str, name: str) -> tuple[str, ...]:
    """Read the entries of a list of a room, in their order.

    >>> read_list("french", "verbs_of_intention")[0]
    'compter'
    """
    text = (files("summarizer") / room / "lexicon" / f"{name}.txt").read_text("utf-8")
    entries = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)
