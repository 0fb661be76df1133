"""A brief, or a marked article, on a terminal: made to be read, 60 to 120 columns wide.

All text is put in `rich.text.Text`, never in markup strings, so that `[bold]` in an article shows as
it is written; what acts on a terminal is taken out first.
"""

import io
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from summarizer.output.render.wording import (
    NONE,
    UNSURE,
    called,
    cells,
    fingerprints,
    is_unsure,
    made,
    measured,
    noted,
    nothing,
    origin,
    paragraphs,
)
from summarizer.schemas.brief import Brief, Dispute, Extension, KeyFigure, Quote, Side, Stakeholder, Statement
from summarizer.text.printable import one_line

WIDEST = 120
"""Columns beyond which lines grow too long to be read."""

ROOMY = 96
"""Columns from which there is room for the French beside the English, and for sides side by side."""

_INDENT = 2


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph in lines that are never broken at a no-break space, as rich would: « so »."""

    text: str
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the paragraph's lines; textwrap breaks at plain spaces only."""
        for line in textwrap.wrap(self.text, options.max_width, break_on_hyphens=False):
            yield Text(line, style=self.style)


def _section(heading: str, body: Sequence[RenderableType], empty: str) -> list[RenderableType]:
    shown = Group(*body) if body else Text(empty, style="dim")
    return [Text(), Text(heading.upper(), style="bold cyan"), Padding(shown, (0, 0, 0, _INDENT))]


def print_brief(brief: Brief, console: Console) -> None:
    """Print `brief` on `console`, as wide as it is up to `WIDEST` columns; colours as it allows."""
    width = min(console.width, WIDEST)
    roomy = width >= ROOMY
    sections: tuple[tuple[str, Sequence[RenderableType]], ...] = (
        ("Key points", [_point(point) for point in brief.key_points]),
        ("Key figures", [_figures(brief.key_figures, roomy=roomy)] if brief.key_figures else []),
        ("Quotes", _spaced(map(_quote, brief.quotes))),
        ("Stakeholders", [_stakeholder(stakeholder) for stakeholder in brief.stakeholders]),
        ("Disputes", _spaced(_dispute(dispute, roomy=roomy) for dispute in brief.disputes)),
        *((one_line(each.title), _entries(each)) for each in brief.extensions),
    )
    parts: list[RenderableType] = [
        _said(brief.headline.en, brief.headline.confidence, "bold"),
        Text(" · ".join(origin(brief.article)), style="dim"),
    ]
    for heading, body in sections:
        parts += _section(heading, body, nothing(brief.provenance.plan))
    parts += _section("Findings", [_bullet(Prose(noted(finding))) for finding in brief.findings], NONE)
    digests = f"Digests: {fingerprints(brief.article, brief.provenance)}."
    parts += [Text(), Rule(style="dim"), Text(f"{made(brief.provenance)}\n{digests}", style="dim")]
    put(Group(*parts), console, width)


def put(shown: RenderableType, console: Console, width: int) -> None:
    """Print on `console`; in a file or a pipe no line ends in the spaces by which rich fills it."""
    if console.is_terminal:
        console.print(shown, width=width)
        return
    with console.capture() as captured:
        console.print(shown, width=width)
    console.file.write("\n".join(line.rstrip(" ") for line in captured.get().split("\n")))


def to_text(brief: Brief, *, width: int = 80) -> str:
    """Write `brief` as plain text `width` columns wide, as a terminal without colours shows it.

    No line ends in a space; the text ends with a newline.
    """
    out = io.StringIO()
    print_brief(brief, Console(file=out, width=width, color_system=None, force_terminal=False))
    return out.getvalue()


def _spaced(items: Iterable[RenderableType]) -> list[RenderableType]:
    """Put an empty line between one item and the next."""
    spaced: list[RenderableType] = []
    for item in items:
        spaced += [Text(), item] if spaced else [item]
    return spaced


def _bullet(text: RenderableType) -> Table:
    """Put a bullet before `text`, its further lines set in under the first."""
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text("•", style="cyan"), text)
    return grid


def _point(point: Statement) -> Table:
    return _bullet(_said(point.en, point.confidence))


def _said(english: str, confidence: float | None, style: str = "") -> Text:
    """English words, with a word of doubt behind them if the model was unsure."""
    text = Text(one_line(english), style=style)
    return text.append(f" ({UNSURE})", style="yellow") if is_unsure(confidence) else text


def _figures(figures: tuple[KeyFigure, ...], *, roomy: bool) -> Table:
    """Set figures in a column of their own, what they measure next to it, the French beside or beneath."""
    grid = Table.grid(padding=(0, 2), expand=roomy)
    grid.add_column(max_width=28)
    grid.add_column(ratio=3 if roomy else None)
    grid.add_column(ratio=2 if roomy else None)
    for figure in figures:
        english = Text(one_line(figure.en), style="bold green")
        about = Text(measured(figure))
        french = Text(one_line(figure.source.text), style="dim")
        if roomy:
            grid.add_row(english, about, french)
        else:
            grid.add_row(english, about.append("\n").append_text(french))
    return grid


def _quote(quote: Quote) -> Group:
    french = paragraphs(f"«\u00a0{quote.source.text}\u00a0»")
    speaker = Text("— ").append(
        called(quote.speaker, quote.speaker_en) if quote.speaker else "speaker not named", style="bold"
    )
    if quote.partial:
        speaker.append(" (part of a sentence)", style="dim")
    return Group(
        _said(f"“{quote.en}”", quote.confidence, "italic"),
        *(Prose(line, "dim") for line in french),
        speaker,
    )


def _stakeholder(stakeholder: Stakeholder) -> Table:
    text = Text().append(called(stakeholder.name, stakeholder.name_en), style="bold")
    text.append(f" ({stakeholder.kind})", style="dim")
    return _bullet(text.append(f"\n{one_line(stakeholder.shown_role)}" if stakeholder.shown_role else ""))


def _entries(extension: Extension) -> list[RenderableType]:
    """Set each entry of an extension under its first words, the others behind their labels."""
    bullets: list[RenderableType] = []
    for entry in extension.entries:
        (_, first), *others = cells(entry, extension)
        text = Text(first, style="bold")
        for label, words in others:
            if words:
                text.append(f"\n{label}: ", style="dim").append(words, style="not bold")
        bullets.append(_bullet(text))
    return bullets


def _side(side: Side) -> Text:
    party = Text().append(called(side.party, side.party_en), style="bold")
    return party.append("\n").append(_said(side.position.en, side.position.confidence))


def _dispute(dispute: Dispute, *, roomy: bool) -> Group:
    """Set the sides of a dispute as blocks, side by side where there is room for them."""
    blocks = [
        Panel(
            _side(side),
            box=box.ROUNDED,
            border_style="dim",
        )
        for side in dispute.sides
    ]
    issue = Text(one_line(dispute.issue.en))
    if not roomy or len(blocks) > 3:
        return Group(issue, *blocks)
    beside = Table.grid(padding=(0, 1), expand=True)
    for _ in blocks:
        beside.add_column(ratio=1)
    beside.add_row(*blocks)
    return Group(issue, beside)
