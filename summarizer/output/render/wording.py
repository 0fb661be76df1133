"""The words that all renderings share, so that Markdown, HTML and terminal agree.

All text that comes from the article or from a model passes through `printable` before it is shown.
"""

import re
from decimal import Decimal

from summarizer.schemas.brief import (
    Article,
    Extension,
    ExtensionEntry,
    Figure,
    Finding,
    KeyFigure,
    Named,
    Provenance,
    Quote,
    Statement,
)
from summarizer.schemas.digest import Cell, FigureRow, Relation
from summarizer.text.printable import one_line, printable

SHORT = 12
"""Characters of a SHA-256 that are shown: enough to distinguish two, as in git."""

PLACES = 6
"""Decimal places up to which a value is written out."""

ACTIONS = {"reasked": "asked again", "dropped": "dropped", "kept": "kept"}

NONE = "None."
NONE_TOLD = "None was certain enough to be told."

UNSURE = "unsure"
UNSURE_BELOW = 0.81
"""Confidence below which a statement is shown with its doubt."""


def paragraphs(text: str) -> list[str]:
    """Return the printable paragraphs of `text` that are not empty."""
    lines = (one_line(line) for line in printable(text).split("\n"))
    return [line for line in lines if line]


def origin(article: Article) -> list[str]:
    """Say where and when the article appeared and how long it is; unknown parts are left out."""
    published = article.published and f"published {article.published}"
    found = (article.title, article.source, published, f"{article.words:,} words")
    return [one_line(part) for part in found if part]


def nothing(plan: str | None) -> str:
    """What stands in a section without entries: the plan for small models leaves out what it is not sure of.

    >>> nothing("whole"), nothing("piecewise")
    ('None.', 'None was certain enough to be told.')
    """
    return NONE_TOLD if plan == "piecewise" else NONE


_NAME = re.compile(r"(?:(?:l[ae]s?|une?|des?|du)\s|l['’])?[^\W\d_a-zà-öø-ÿœæ]")
"""A name, behind its article; « le conseil d'administration » is a common noun."""


def called(name: str, english: str | None) -> str:
    r"""Say who somebody is in English; followed by the article's own words if they are another name.

    >>> called("le conseil d'administration", "the board of directors")
    'the board of directors'
    >>> called("Conseil d'État", "Council of State")
    "Council of State («\xa0Conseil d'État\xa0»)"
    >>> called("Elon Musk", None)
    'Elon Musk'
    """
    shown = one_line(name)
    if not english:
        return shown
    return f"{one_line(english)} («\u00a0{shown}\u00a0»)" if _NAME.match(shown) else one_line(english)


def apart_from(row: FigureRow, cell: Cell) -> Relation | None:
    """How a figure relates to those before it, where that is neither agreement nor what its row says."""
    return None if cell.relation in {None, "agree", row.relation} else cell.relation


def is_unsure(confidence: float | None) -> bool:
    """Whether the model was unsure of its words. None means no doubt: the server gave no probabilities."""
    return confidence is not None and confidence < UNSURE_BELOW


def said(english: str, confidence: float | None) -> str:
    """Write a statement on one line, followed by a word if the model was unsure.

    >>> said("It rained.", 0.2), said("It rained.", None)
    ('It rained. (unsure)', 'It rained.')
    """
    return f"{one_line(english)} ({UNSURE})" if is_unsure(confidence) else one_line(english)


def measured(figure: KeyFigure) -> str:
    """Say what a figure measures: « OpenAI: weekly users »."""
    return ": ".join(one_line(part) for part in (figure.subject, figure.measure) if part)


def shown(value: Statement | Figure | Quote | Named | str | None) -> str:
    """Say the value of an extension's field on one line; "" if there is none."""
    if isinstance(value, Statement):
        return said(value.en, value.confidence)
    if isinstance(value, Figure):
        return one_line(value.en)
    if isinstance(value, Quote):
        return f"{said(f'“{value.en}”', value.confidence)} («\u00a0{one_line(value.source.text)}\u00a0»)"
    if isinstance(value, Named):
        return called(value.name, value.name_en)
    return one_line(value or "")


def cells(entry: ExtensionEntry, extension: Extension) -> list[tuple[str, str]]:
    """Give label and words of each field of an extension's entry, in the order of its fields."""
    return [
        (one_line(field.label), shown(entry.values.get(name))) for name, field in extension.fields.items()
    ]


def amount(value: Decimal) -> str:
    """Write a value with separated thousands, without exponent or trailing zeros; a third as 0.3333…."""
    whole, _, places = f"{value:,f}".partition(".")
    places = places.rstrip("0")
    if len(places) > PLACES:
        return f"{whole}.{places[:4]}…"
    return f"{whole}.{places}" if places else whole


def message(finding: Finding) -> str:
    """Return a finding's message on one line, its guillemets joined to their words."""
    return one_line(finding.message).replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def noted(finding: Finding) -> str:
    """Say on one line what a finding is about, and then what was done about it."""
    place = " ".join(part for part in (finding.section, finding.item) if part)
    words = f" “{finding.words}”" if finding.words else ""
    about = f"{place}: " if place else ""
    return one_line(f"{about}{message(finding)}{words} ({finding.code}, {ACTIONS[finding.action]})")


def made(provenance: Provenance) -> str:
    """Say in one sentence which model wrote a brief, and what it cost."""
    host = f" at {provenance.host}" if provenance.host else ""
    calls = "1 call" if provenance.calls == 1 else f"{provenance.calls:,} calls"
    cost = f", ${provenance.cost:f}" if provenance.cost else ""
    reader = f", read again by {provenance.second_reader}" if provenance.second_reader else ""
    return one_line(
        f"Made by summarizer {provenance.version} with {provenance.model}{host}{reader}"
        f" on {provenance.created:%Y-%m-%d %H:%M}: {calls}, {provenance.tokens_in:,} tokens in"
        f" ({provenance.tokens_cached:,} cached), {provenance.tokens_out:,} out,"
        f" {provenance.seconds:.1f} s{cost}."
    )


def fingerprints(brief_article: Article, provenance: Provenance) -> str:
    """Say which article, prompts and schemas a brief is of, by the first characters of their digests."""
    parts = (("article", brief_article.id), ("prompts", provenance.prompts), ("schemas", provenance.schemas))
    return ", ".join(f"{name} {one_line(digest)[:SHORT]}" for name, digest in parts)


def row_label(row: FigureRow) -> str:
    """Return what a row of figures is of; without a label, French words between guillemets."""
    words = ": ".join(each for each in (row.subject, row.measure) if each)
    return words if row.language == "en" else f"« {words} »"
