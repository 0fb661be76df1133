"""The reference of the library, generated from its docstrings by pdoc: reference/index.html.

    python docs/reference.py [FOLDER]

mkdocs with mkdocstrings was compared: it needs twelve more packages and a written page for each module.
pdoc needs one more package, and takes the modules as they are.
"""

import re
import sys
from pathlib import Path

import pdoc

import summarizer

FOLDER = Path(__file__).resolve().parents[1] / "reference"
MODULES = (
    "errors", "pipeline", "verify", "consistency", "schemas.brief", "schemas.digest", "digest",
    "faithfulness", "text.number", "french", "french.quotations", "marking.marked_article", "asking.profiles",
    "asking.question", "asking.answer_state", "models.choice", "batch.plan", "batch.run", "batch.journal",
    "output.render", "output.export",
)  # fmt: skip
# Besides `summarizer` itself: what a program that uses the library may meet.


def write_reference(folder: Path) -> None:
    """Write a page for each public module."""
    for name in summarizer.__all__:  # they are imported when they are first used, which pdoc does not do
        setattr(summarizer, name, getattr(summarizer, name))
    specs = ["summarizer", r"!summarizer\..+"]
    for module in MODULES:
        specs += [f"summarizer.{module}", rf"!summarizer\.{re.escape(module)}\..+"]
    pdoc.render.configure(docformat="google", show_source=False)
    pdoc.pdoc(*specs, output_directory=folder)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    write_reference(where)
    print(f"wrote {where / 'index.html'}")
