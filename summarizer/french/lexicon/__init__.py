"""Lists of French words, each fact once: files of one entry a line, sorted, with their source.

A line that begins with « # » is a comment. tests/french/test_lexicon.py checks order and repeats.
"""

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list.

    >>> entries("verbs_of_intention")[0]
    'compter'
    """
    lines = (files(__name__) / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
