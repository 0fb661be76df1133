"""A marked article on a terminal, as `summarizer mark` shows it: what code finds before a model is asked.

Each sentence follows its id; figures, quotations and names are highlighted. Below the text is a table of
each kind.
"""

import itertools
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summarizer.french import Name, Quotation
from summarizer.marking.marked_article import MarkedArticle
from summarizer.output.render.terminal import WIDEST, put
from summarizer.output.render.wording import NONE, amount, origin
from summarizer.text.number import Number
from summarizer.text.printable import one_line, printable

_STYLES = {"E": "underline", "Q": "yellow", "N": "bold green"}
"""The style of each kind of id; a figure in a quotation keeps its own style."""

_QUALIFIERS = {
    "exact": "",
    "about": "about ",
    "nearly": "nearly ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
}


def print_marks(marked: MarkedArticle, console: Console) -> None:
    """Print what was found in an article on `console`: the text with its ids, then a table of each kind."""
    tables = (
        ("Figures", _table(("value", "unit", "kind", "in the article"), _numbers(marked.numbers.items()))),
        ("Quotations", _table(("speaker", "in the article"), _quotations(marked.quotations.items()))),
        ("Names", _table(("name", "kind", "mentions"), _names(marked.names.items()))),
    )
    parts: list[RenderableType] = [Text(" · ".join(origin(marked.article)), style="dim"), *_lines(marked)]
    for heading, table in tables:
        body: RenderableType = table if table.row_count else Text(NONE, style="dim")
        parts += [Text(), Text(heading.upper(), style="bold cyan"), Padding(body, (0, 0, 0, 2))]
    put(Group(*parts), console, min(console.width, WIDEST))


def _lines(marked: MarkedArticle) -> Iterator[RenderableType]:
    """Return the sentences, each after its id, with an empty line between paragraphs."""
    ids = _starts(marked)
    width = max((len(key) for key in marked.sentences), default=0)
    paragraph = None
    for key, sentence in marked.sentences.items():
        if sentence.paragraph != paragraph:
            yield Text()
            paragraph = sentence.paragraph
        grid = Table.grid(padding=(0, 1))
        grid.add_column(min_width=width, justify="right", style="dim")
        text = _sentence(marked, sentence.start, sentence.end, ids)
        if sentence.heading:
            text.stylize("bold")
        grid.add_row(Text(key), text)
        yield grid


def _starts(marked: MarkedArticle) -> list[tuple[int, int, str]]:
    """Return start, end and id of every figure, quotation and mention, in the order of the text."""
    found = [(number.start, number.end, key) for key, number in marked.numbers.items()]
    found += [(quotation.start, quotation.end, key) for key, quotation in marked.quotations.items()]
    found += [(at.start, at.end, key) for key, name in marked.names.items() for at in name.mentions]
    return sorted(found, key=lambda mark: (mark[0], -mark[1]))


def _sentence(marked: MarkedArticle, start: int, end: int, ids: list[tuple[int, int, str]]) -> Text:
    """Highlight the marks of a sentence, each after its id.

    A quotation may start in one sentence and end in another; each sentence shows its own part.
    """
    inside = [mark for mark in ids if mark[0] < end and mark[1] > start]
    edges = {start, end}.union(*({max(left, start), min(right, end)} for left, right, _ in inside))
    places = sorted(edges)
    text = Text()
    for left, right in itertools.pairwise(places):
        for begin, _, key in inside:
            if begin == left:
                text.append(f"[{key}] ", style="dim cyan")
        over = {key[0] for begin, stop, key in inside if begin <= left and right <= stop}
        style = next((_STYLES[letter] for letter in "NQE" if letter in over), "")
        if {"Q", "E"} <= over:
            style += " underline"
        text.append(printable(marked.text[left:right]).replace("\n", " "), style=style)
    return text


def _table(headings: tuple[str, ...], rows: Iterable[tuple[Text, ...]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column("id", style="dim cyan", no_wrap=True)
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*row)
    return table


def _numbers(numbers: Iterable[tuple[str, Number]]) -> Iterator[tuple[Text, ...]]:
    for key, number in numbers:
        value = "" if number.value is None else amount(number.value)
        upper = "" if number.upper is None else f" – {amount(number.upper)}"
        figure = Text(f"{_QUALIFIERS[number.qualifier]}{value}{upper}", style="bold green")
        unit = number.unit or number.counted or ""
        yield (
            Text(key),
            figure,
            Text(one_line(unit)),
            Text(number.kind),
            Text(one_line(number.text), style="dim"),
        )


def _quotations(quotations: Iterable[tuple[str, Quotation]]) -> Iterator[tuple[Text, ...]]:
    for key, quotation in quotations:
        speaker = Text(one_line(quotation.speaker.text)) if quotation.speaker else Text("?", style="dim")
        fragment = " (part of a sentence)" if quotation.partial else ""
        yield Text(key), speaker, Text(one_line(quotation.text), style="dim").append(fragment)


def _names(names: Iterable[tuple[str, Name]]) -> Iterator[tuple[Text, ...]]:
    for key, name in names:
        yield Text(key), Text(one_line(name.text)), Text(name.kind or "?"), Text(str(len(name.mentions)))
