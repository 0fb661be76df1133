"""What code finds in an article, shown before a model answers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.english.figures import render_number
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.sections.piecewise import key_figures, quotes, stakeholders
from summarizer.text.printable import one_line

if TYPE_CHECKING:
    from summarizer.schemas.brief import Article


def preview(article: "Article") -> Iterator[str]:
    """Lines with the article's figures in English, its quotations with their speakers, and its names.

    None of it needs a model, so it can be shown while one is loaded.
    """
    marked = mark(article)
    for title, found in (
        ("figures", [render_number(marked.numbers[key]) for key in key_figures.choose(marked)]),
        ("quotations", [_quoted(marked, key) for key in quotes.choose(marked)]),
        ("names", [marked.names[key].text for key in stakeholders.choose(marked)]),
    ):
        if found:
            yield one_line(f"{title}: {'; '.join(found)}")


def _quoted(marked: MarkedArticle, key: str) -> str:
    quotation = marked.quotations[key]
    said = f" ({quotation.speaker.text})" if quotation.speaker else ""
    return f"«\u00a0{quotation.text}\u00a0»{said}"
