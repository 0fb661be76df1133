"""A brief as Markdown, for a page, a ticket or a mail: CommonMark with tables as GitHub writes them.

snakemd and mdutils were compared. Neither escapes an article's text, which is most of the work here.
"""

import re
from collections.abc import Iterable, Sequence

from summarizer.output.render.wording import (
    NONE,
    called,
    cells,
    fingerprints,
    made,
    measured,
    noted,
    nothing,
    origin,
    paragraphs,
    said,
)
from summarizer.schemas.brief import Brief, Dispute, Extension, KeyFigure, Quote, Stakeholder
from summarizer.text.printable import one_line

_ANYWHERE = re.compile(
    r"[\\`*\[\]<#|~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it is no emphasis
    r"|&(?=[#\w])"  # would be an entity
    r"|\$(?!\d)"  # GitHub's mathematics; before a digit no formula can end
)
_AT_START = re.compile(r"^(?:[=>]|[-+](?=[-\s]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def to_markdown(brief: Brief) -> str:
    """Write `brief` as Markdown, with a newline at its end; text of the article looks as it was written.

    Characters that Markdown would read as markup are escaped with backslashes (CommonMark 0.31, 2.4);
    control characters are removed.
    """
    sections = (
        ("Key points", _bullets(escape(said(point.en, point.confidence)) for point in brief.key_points)),
        ("Key figures", _figures(brief.key_figures)),
        ("Quotes", "\n\n".join(map(_quote, brief.quotes))),
        ("Stakeholders", _bullets(map(_stakeholder, brief.stakeholders))),
        ("Disputes", "\n\n".join(map(_dispute, brief.disputes))),
        *((escape(extension.title), _extension(extension)) for extension in brief.extensions),
    )
    blocks = [
        f"# {escape(said(brief.headline.en, brief.headline.confidence))}",
        " · ".join(map(escape, origin(brief.article))),
    ]
    for heading, body in sections:
        blocks += [f"## {heading}", body or nothing(brief.provenance.plan)]
    findings = _bullets(escape(noted(finding)) for finding in brief.findings)
    blocks += ["## Findings", findings or NONE]
    footer = (made(brief.provenance), f"Digests: {fingerprints(brief.article, brief.provenance)}.")
    blocks += ["---", "  \n".join(map(escape, footer))]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Put `text` on one line on which Markdown finds no markup, at a line's start or within it."""
    line = _ANYWHERE.sub(lambda found: "\\" + found[0], one_line(text))
    return _AT_START.sub(_escape_start, line)


def _escape_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _figures(figures: tuple[KeyFigure, ...]) -> str:
    if not figures:
        return ""
    rows = [
        (f"**{escape(figure.en)}**", escape(measured(figure)), escape(figure.source.text))
        for figure in figures
    ]
    return _table(("Figure", "What it measures", "In the article"), rows)


def _extension(extension: Extension) -> str:
    if not extension.entries:
        return ""
    rows = [[escape(words) for _, words in cells(entry, extension)] for entry in extension.entries]
    return _table([escape(field.label) for field in extension.fields.values()], rows)


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _quote(quote: Quote) -> str:
    first, *rest = map(escape, paragraphs(f"«\u00a0{quote.source.text}\u00a0»"))
    speaker = escape(called(quote.speaker, quote.speaker_en)) if quote.speaker else "speaker not named"
    fragment = " (part of a sentence)" if quote.partial else ""
    blocks = [escape(said(f"“{quote.en}”", quote.confidence)), first, *rest, f"— {speaker}{fragment}"]
    return "\n>\n".join(f"> {block}" for block in blocks)


def _stakeholder(stakeholder: Stakeholder) -> str:
    name = escape(called(stakeholder.name, stakeholder.name_en))
    role = f": {escape(stakeholder.shown_role)}" if stakeholder.shown_role else ""
    return f"**{name}** ({stakeholder.kind}){role}"


def _dispute(dispute: Dispute) -> str:
    sides = _bullets(
        f"**{escape(called(each.party, each.party_en))}**: "
        + escape(said(each.position.en, each.position.confidence))
        for each in dispute.sides
    )
    return f"### {escape(dispute.issue.en)}\n\n{sides}"
