"""The formats that a batch writes besides JSON: a file for each brief, and perhaps one for all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summarizer.output.index import index_folder
from summarizer.output.render import to_markdown
from summarizer.schemas.brief import Brief


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the suffix of its files, and the function that renders a brief.

    `at_end` is called with OUT when a run has ended, early or not; all files of briefs and `briefs.jsonl` are
    written by then. It writes files about all briefs, with `outputs.write_whole`.
    """

    suffix: str
    render: Callable[[Brief], str]
    at_end: Callable[[Path], None] | None = None


def _write_index(out: Path) -> None:
    """Write the folder's index, if there is a brief."""
    if any((out / "briefs").rglob("*.json")):
        index_folder(out)


FORMATS = {"md": Format(".md", to_markdown), "html": Format(".html", Brief.to_html, _write_index)}
# The keys are the values of `--format`.
