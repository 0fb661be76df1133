"""Progress in a notebook. A `Brief` shows itself there as its evidence page.

IPython is imported when a bar is made, and by nothing else.
"""

from html import escape

from summarizer.errors import SummarizerError
from summarizer.pipeline import Progress


def progress_bar(label: str = "brief") -> Progress:
    """Return a bar for the `progress` of `summarize`, shown in the cell that runs.

    Neither tqdm nor rich: both need ipywidgets for a bar in a notebook, and a bar is one HTML element.

    >>> from summarizer import summarize
    >>> summarize(article, model="local", progress=progress_bar())  # doctest: +SKIP

    Raises SummarizerError outside a notebook.
    """
    try:
        from IPython import get_ipython  # noqa: PLC0415 - a notebook has it
        from IPython.display import HTML, display  # noqa: PLC0415
    except ImportError as error:
        raise SummarizerError("progress_bar is for notebooks; there is no IPython here") from error
    if get_ipython() is None:
        raise SummarizerError("progress_bar is for notebooks; pass a function of your own as progress")

    def bar(section: str, done: int, total: int) -> HTML:
        words = f"{escape(label)}: {done} of {total} answers {escape(section)}"
        return HTML(
            f'<progress max="{total}" value="{done}" aria-label="{escape(label)}"></progress> {words}'
        )

    shown = display(bar("", 0, 1), display_id=True)

    def tell(section: str, done: int, total: int) -> None:
        shown.update(bar(section, done, total))

    return tell
