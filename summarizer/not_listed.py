"""What code found in an article and its brief does not list: for the reader to judge, no failure."""

from collections.abc import Iterator

from summarizer.marking.marked_article import mark
from summarizer.schemas.brief import Brief, Span


def not_listed(brief: Brief) -> Iterator[tuple[str, Span]]:
    """Yield the article's figures and quotations that no entry of the brief stands on, with their kind."""
    marked = mark(brief.article)
    listed = [*(figure.source for figure in brief.key_figures), *(quote.source for quote in brief.quotes)]
    found = [("figure", number.start, number.end) for number in marked.numbers.values() if number.is_figure]
    found += [("quotation", each.start, each.end) for each in marked.outer_quotations.values()]
    for kind, start, end in sorted(found, key=lambda each: each[1]):
        if not any(span.start < end and start < span.end for span in listed):
            yield kind, Span(start=start, end=end, text=marked.text[start:end])
