"""A marked article on a terminal."""

import io
from decimal import Decimal
from typing import Any, Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from summarizer.articles.article import make_article
from summarizer.french import Mention, Name, Quotation, Sentence
from summarizer.marking.marked_article import MarkedArticle
from summarizer.output.render.article_marks import print_marks
from summarizer.text.number import Number

TEXT = (
    "Le port\n\nSelon la maire [b]Odile Grangé[/b], « près d'un tiers des 1 200 quais ferment. Et après ? », "
    "de 3 à 5 mois.\nFin."
)


def at(words: str) -> dict[str, Any]:
    """Give where words stand in the text."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def number(words: str, **known) -> Number:
    """Make a number by hand."""
    place = at(words)
    return Number(**place, core_start=place["start"], core_end=place["end"], **known)


def sentence(words: str, paragraph: int = 1, *, heading: bool = False) -> Sentence:
    """Make a sentence by hand."""
    return Sentence(**at(words), paragraph=paragraph, heading=heading)


@pytest.fixture
def marked() -> MarkedArticle:
    """Give an article marked by hand, so that what code finds in French does not matter here."""
    article = make_article(TEXT, source="port.txt")
    odile = Mention(**at("Odile Grangé"))
    return MarkedArticle(
        article=article,
        sentences={
            "S1": sentence("Le port", 0, heading=True),
            "S2": sentence(TEXT[TEXT.index("Selon") : TEXT.index(" Et après")]),
            "S3": sentence(TEXT[TEXT.index("Et après") : TEXT.index("\nFin")]),
            "S4": sentence("Fin."),
        },
        numbers={
            "N1": number(
                "un tiers",
                kind="fraction",
                unit="fraction",
                qualifier="nearly",
                value=Decimal(1) / Decimal(3),
            ),
            "N2": number("1 200 quais", kind="count", counted="quais", value=Decimal("1200.0")),
            "N3": number("3 à 5 mois", kind="duration", unit="month", value=Decimal(3), upper=Decimal(5)),
            "N4": number("quais", kind="count"),
        },
        quotations={
            "Q1": Quotation(
                **at(TEXT[TEXT.index("près d'un") : TEXT.index(" »")]),
                marks="«»",
                said=True,
                partial=True,
                speaker=odile,
            ),
            "Q2": Quotation(**at("tiers"), marks='""', said=True, partial=False),
        },
        names={
            "E1": Name("Odile Grangé", (odile,), "person", "f", 1.0),
            "E2": Name("quais", (Mention(**at("quais")),), None, None, 0.0),
        },
    )


def shown(marked: MarkedArticle, width: int = 100, *, colour: bool = False) -> str:
    """Print a marked article and give what came out."""
    out = io.StringIO()
    system: Literal["truecolor"] | None = "truecolor" if colour else None
    print_marks(marked, Console(file=out, width=width, force_terminal=colour, color_system=system))
    return out.getvalue()


def test_text(marked):
    """Each sentence stands behind its id, and each find behind its own."""
    lines = [line.rstrip() for line in shown(marked, 95).splitlines()]
    assert lines[:7] == [
        "Le port · port.txt · 23 words",
        "",
        "S1 Le port",
        "",
        "S2 Selon la maire [b][E1] Odile Grangé[/b], « [Q1] près d'[N1] un [Q2] tiers des [N2] 1 200",
        "   [N4] [E2] quais ferment.",
        "S3 Et après ? », de [N3] 3 à 5 mois.",
    ]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("N1 nearly 0.3333… fraction fraction un tiers", id="endless fraction"),
        pytest.param("N2 1,200 quais count 1 200 quais", id="counted"),
        pytest.param("N3 3 – 5 month duration 3 à 5 mois", id="range"),
        pytest.param("N4 count quais", id="no value"),
        pytest.param("Q2 ? tiers", id="no speaker"),
        pytest.param("E1 Odile Grangé person 1", id="name"),
        pytest.param("E2 quais ? 1", id="no kind"),
    ],
)
def test_rows(marked, row):
    """The tables say what was worked out of each find."""
    assert row in [" ".join(line.split()) for line in shown(marked).splitlines()]


def test_speaker(marked):
    """A quotation's row names its speaker and says that it is a fragment."""
    printed = " ".join(shown(marked).split())
    assert (
        "Q1 Odile Grangé près d'un tiers des 1 200 quais ferment. Et après ? (part of a sentence)" in printed
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_width(marked, width):
    """No line is wider than the terminal, nor than can be read."""
    assert max(cell_len(line) for line in shown(marked, width).splitlines()) <= min(width, 120)


def test_colours(marked):
    """With colours a figure is set off also within a quotation that runs over two sentences."""
    printed = shown(marked, 120, colour=True)
    assert "\x1b[1;32m1 200 " in printed
    assert "\x1b[33mEt après ?" in printed


def test_nothing_found(marked):
    """Where nothing was found the tables say so."""
    bare = MarkedArticle(
        article=marked.article, sentences=marked.sentences, numbers={}, quotations={}, names={}
    )
    assert shown(bare).count("None.") == 3


def test_controls(marked):
    """What acts on a terminal does not reach it."""
    text = "Oui \x1b[31mnon\u202e."
    article = marked.article.model_copy(update={"text": text, "title": None})
    whole = Sentence(start=0, end=len(text), text=text, paragraph=0, heading=False)
    bare = MarkedArticle(article=article, sentences={"S1": whole}, numbers={}, quotations={}, names={})
    assert "S1 Oui non." in shown(bare)
