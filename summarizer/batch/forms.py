"""What a batch writes besides JSON: a form has a file for each brief, and may have one over all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summarizer.output import render
from summarizer.output.index import index_folder
from summarizer.schemas.brief import Brief


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a brief: its files' suffix, and how one is written.

    `at_end` is called with OUT when a run has ended, early or not: every brief's file is there, and so is
    `briefs.jsonl`. It writes what spans them all, with `outputs.write_whole`.
    """

    suffix: str
    each: Callable[[Brief], str]
    at_end: Callable[[Path], None] | None = None


def _index(out: Path) -> None:
    """The folder's index, where there is a brief to list."""
    if any((out / "briefs").rglob("*.json")):
        index_folder(out)


FORMS = {"md": Form(".md", render.to_markdown), "html": Form(".html", Brief.to_html, _index)}
"""By the name that `--format` takes."""
