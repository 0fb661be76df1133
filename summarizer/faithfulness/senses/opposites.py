"""Pairs of opposites in English and French, for the check of direction.

A pair has two senses, its name with + and -. Only words that take their sense with them are listed (« up »
and « down » do not). A French word with `~` can answer for its sense and is too vague to stand for the
opposite of another.
"""

from collections.abc import Mapping
from functools import cache

from summarizer.faithfulness.lexicon import read_classes


def english_opposites() -> Mapping[str, str]:
    """The English words of each sense: a pair's name with + or -."""
    return read_classes("opposites", "en")


@cache
def french_opposites() -> dict[str, str]:
    """The French words of each sense, and with ~ before the sign those too vague to contradict."""
    french: dict[str, str] = {}
    for name, entries in read_classes("opposites", "fr").items():
        sure = [entry for entry in entries.split() if not entry.startswith("~")]
        vague = [entry[1:] for entry in entries.split() if entry.startswith("~")]
        french |= {name: " ".join(sure), f"{name[:-1]}~{name[-1]}": " ".join(vague)}
    return french
