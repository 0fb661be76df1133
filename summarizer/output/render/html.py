"""A brief as a self-contained page: English next to French, each line linked to its words.

jinja2 escapes everything that is put into the page; chameleon is as safe, but instructor installs jinja2
already. The page contains its style and script, and its Content-Security-Policy names them by digest, so no
word of an article or a model can run or load anything.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from summarizer.output.render.passages import Piece, cut, fits, grounds
from summarizer.output.render.wording import (
    ACTIONS,
    UNSURE_BELOW,
    amount,
    called,
    cells,
    fingerprints,
    made,
    measured,
    message,
    nothing,
    origin,
)
from summarizer.schemas.brief import Brief, Finding
from summarizer.text.printable import one_line, printable

GENERATOR = '<meta name="generator" content="summarizer'
"""The mark of a page of this package."""
MADE_FROM = '<meta name="brief" content="'
"""The mark of a brief's page; its digest follows (see `page_digest`)."""

_SCRIPTS = {
    "page": ("page",),
    "index": ("index_data", "index_charts", "index"),
    "digest": ("digest_data", "digest_parts", "digest"),
}
"""The files of a page's script, in their order."""

_SECTIONS = ("overview", "key_figures", "quotes", "stakeholders", "disputes")


@dataclass(frozen=True, slots=True)
class Notes:
    """The findings of the whole brief, of a section, or of one entry by its key."""

    general: tuple[Finding, ...]
    sections: dict[str, list[Finding]]
    entries: dict[str, list[Finding]]


def to_html(brief: Brief) -> str:
    """Write `brief` as one HTML page with style and script in it; it makes no network requests.

    Spans that do not fit the article are not highlighted; the page says so.
    """
    found = list(grounds(brief))
    lines = cut(brief.article.text, found)
    return page(
        "page",
        brief=brief,
        lines=lines,
        first=_first_pieces(lines),
        misfits=_misfits(brief),
        notes=_notes(brief),
        origin=origin(brief.article),
        made=made(brief.provenance),
        digests=fingerprints(brief.article, brief.provenance),
        made_from=page_digest(brief),
    )


def page_digest(brief: Brief) -> str:
    """SHA-256, in hexadecimal, of what a brief's page depends on: the brief, and the program's release."""
    return hashlib.sha256(f"{_release()}\n{brief.model_dump_json()}".encode()).hexdigest()


@cache
def _release() -> str:
    return version("grounded-summarizer")


def to_frame(brief: Brief) -> str:
    """Write the evidence page as a frame for a notebook's cell; neither can access the other."""
    title = escape(brief.headline.en, quote=True)
    words = escape(to_html(brief), quote=True)
    style = "width:100%;height:40em;border:1px solid #8886"
    return f'<iframe title="{title}" sandbox="allow-scripts" style="{style}" srcdoc="{words}"></iframe>'


def page(template: str, **data: Any) -> str:
    """Write the page of a template with its style and script, their digests in its policy."""
    return "".join(stream_page(template, **data))


def stream_page(template: str, **data: Any) -> Iterator[str]:
    """Write the page of a template part by part, because it may be large."""
    style = _joined("base.css", f"{template}.css")
    script = _joined(*(f"{part}.js" for part in _SCRIPTS[template]))
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    parts = {"style": style, "script": script, "policy": policy, "made_by": _release()}
    return _environment().get_template(f"{template}.html").generate(parts, **data)


def _joined(*names: str) -> str:
    folder = files("summarizer.output.render") / "templates"
    return "\n".join((folder / name).read_text("utf-8") for name in names)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("summarizer.output.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "line": one_line,
        "visible": printable,
        "measured": measured,
        "amount": amount,
        "cells": cells,
        "message": message,
    }
    environment.globals |= {
        "actions": ACTIONS,
        "called": called,
        "nothing": nothing,
        "unsure_below": UNSURE_BELOW,
    }
    return environment


def _digest(words: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


def _first_pieces(lines: Sequence[Sequence[Piece]]) -> dict[str, int]:
    """Return the piece to which each entry leads: the start of its own words, else its evidence."""
    first: dict[str, tuple[bool, int]] = {}
    for piece in (piece for line in lines for piece in line):
        for key in piece.keys:
            own = {"f": "figure", "q": "quotation", "s": "name"}.get(key[0], "evidence")
            rank = (own not in piece.looks, piece.number)
            first[key] = min(first.get(key, rank), rank)
    return {key: number for key, (_, number) in first.items()}


def _misfits(brief: Brief) -> dict[str, str]:
    """Return the entries with a span that does not fit the article, with its place."""
    wrong: dict[str, str] = {}
    for ground in grounds(brief):
        if not fits(ground.span, brief.article.text):
            wrong.setdefault(ground.key, ground.path)
    return wrong


def _notes(brief: Brief) -> Notes:
    """Assign each finding to the entry that has its words, else to its section."""
    sections = {name: name for name in _SECTIONS}
    sections |= {extension.name: f"own-{extension.name}" for extension in brief.extensions}
    notes = Notes(tuple(f for f in brief.findings if f.section not in sections), {}, {})
    said = _said(brief)
    for finding in brief.findings:
        if finding.section not in sections:
            continue
        saying = [
            key
            for section, key, words in said
            if section == finding.section and finding.action == "kept" and finding.words
            if finding.words in words
        ]
        if len(saying) == 1:
            notes.entries.setdefault(saying[0], []).append(finding)
        else:
            notes.sections.setdefault(sections[finding.section], []).append(finding)
    return notes


def _said(brief: Brief) -> list[tuple[str, str, str]]:
    """Return section, key and English words of the entries that can have findings."""
    said = [("overview", "h", brief.headline.en)]
    said += [("overview", f"p{n}", point.en) for n, point in enumerate(brief.key_points, 1)]
    said += [("key_figures", f"f{n}", measured(figure)) for n, figure in enumerate(brief.key_figures, 1)]
    said += [("quotes", f"q{n}", quote.en) for n, quote in enumerate(brief.quotes, 1)]
    said += [("stakeholders", f"s{n}", party.role.en) for n, party in enumerate(brief.stakeholders, 1)]
    said += [
        ("disputes", f"d{n}-{m}", side.position.en)
        for n, dispute in enumerate(brief.disputes, 1)
        for m, side in enumerate(dispute.sides, 1)
    ]
    said += [
        (extension.name, f"x{n}-{m}", " ".join(words for _, words in cells(entry, extension)))
        for n, extension in enumerate(brief.extensions, 1)
        for m, entry in enumerate(extension.entries, 1)
    ]
    return said
