"""A brief on a terminal, as plain text and with colours."""

import io
import re
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from summarizer.output.render import print_brief, to_text
from summarizer.schemas.brief import Brief, Quote, Side, Span, Statement
from tests.briefs import make_brief

NASTY = "[bold red]x[/] :smile: \x1b[31mrouge\x1b[0m \x07\u202e12"


def shown(brief: Brief, width: int, *, colour: bool = False) -> str:
    """Print a brief and give what came out."""
    out = io.StringIO()
    system: Literal["truecolor"] | None = "truecolor" if colour else None
    print_brief(brief, Console(file=out, width=width, force_terminal=colour, color_system=system))
    return out.getvalue()


def quoting(brief: Brief, words: str) -> Brief:
    """Give the brief another quotation."""
    quote = Quote(source=Span(start=0, end=len(words), text=words), en=words, speaker=words)
    return brief.model_copy(update={"quotes": (quote,)})


@pytest.mark.parametrize("width", [40, 60, 80, 95, 96, 120])
def test_width(brief, width):
    """No line is wider than the terminal, and nothing is cut off."""
    printed = shown(brief, width)
    assert all(cell_len(line) <= width for line in printed.splitlines())
    words = printed.replace("│", " ").split()
    for expected in (
        "losses since January",
        "2,4 millions d'euros",
        "Refuses to go beyond 3.5%.",
        "five weeks”",
    ):
        assert all(word in " ".join(words) for word in expected.split())


def test_widest(brief):
    """On a very wide terminal lines stop where they can still be read."""
    assert max(cell_len(line) for line in shown(brief, 300).splitlines()) == 120


def test_order(brief):
    """The sections come in the same order as in the other renderings."""
    lines = shown(brief, 80).splitlines()
    headings = [line for line in lines if line.isupper()]
    assert headings == ["KEY POINTS", "KEY FIGURES", "QUOTES", "STAKEHOLDERS", "DISPUTES", "FINDINGS"]
    assert lines[0] == "Kerlann port to stay shut three to four weeks longer"


def test_sides_beside(brief):
    """Two sides stand side by side where there is room, and one under the other where there is none."""
    assert any("[CDK]" in line and "Ostrelec" in line for line in shown(brief, 120).splitlines()[-12:])
    assert not any("[CDK]" in line and "Ostrelec" in line for line in shown(brief, 80).splitlines())


def test_many_sides(brief):
    """More than three sides stand one under the other."""
    dispute = brief.disputes[0]
    sides = tuple(Side(party=f"party {n}", position=Statement(en="no", evidence=())) for n in range(4))
    printed = shown(
        brief.model_copy(update={"disputes": (dispute.model_copy(update={"sides": sides}),)}), 120
    )
    assert sum("party" in line for line in printed.splitlines()) == 4


def test_text(brief):
    """As a file's text a brief has no colour, no space at a line's end and a newline at its own."""
    text = to_text(brief, width=100)
    assert text.startswith("Kerlann port")
    assert text.endswith("\n")
    assert not any(line.endswith(" ") or len(line) > 100 for line in text.splitlines())
    assert "\x1b" not in text
    assert text != to_text(brief)


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_ends_in_spaces_in_a_file(brief, width):
    """What goes into a file or a pipe is what is seen, and no more."""
    printed = shown(brief, width)
    assert not any(line.endswith(" ") for line in printed.split("\n"))
    assert printed == to_text(brief, width=width)


def test_colours_where_they_are_wanted(brief, monkeypatch):
    """On a terminal there are colours; with NO_COLOR none, and nothing at all on one that is dumb."""

    def printed():
        out = io.StringIO()
        print_brief(brief, Console(file=out, width=100, force_terminal=True))
        return out.getvalue()

    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;36mKEY POINTS" in printed()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[\d;]*3\d", printed())
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in printed()


def test_marks_are_not_parted(brief):
    """A guillemet stands with its word in findings, too."""
    finding = brief.findings[0].model_copy(update={"message": "where « un tiers » is " * 9})
    printed = shown(brief.model_copy(update={"findings": (finding,)}), 60)
    assert not any(line.strip().startswith("»") or line.endswith("«") for line in printed.splitlines())


def test_empty(empty):
    """A section with nothing in it says so."""
    assert shown(empty, 80).count("None.") == 6


def test_empty_of_a_small_model(empty):
    """A plan that leaves out what it doubts does not say that there is nothing."""
    small = empty.model_copy(update={"provenance": empty.provenance.model_copy(update={"plan": "piecewise"})})
    page = shown(small, 80)
    assert page.count("None was certain enough to be told.") == 5
    assert page.count("None.") == 1


def test_markup_is_text(brief):
    """What rich or a terminal would act on in the article shows as text, or not at all."""
    printed = shown(quoting(brief, NASTY), 100)
    assert "“[bold red]x[/] :smile: rouge 12”" in printed
    assert "«\u00a0[bold red]x[/] :smile: rouge 12\u00a0»" in printed
    assert "\x1b" not in printed


def test_colours(brief):
    """On a terminal with colours the French is dim, and the article's own colours are not taken over."""
    printed = shown(quoting(brief, NASTY), 100, colour=True)
    assert "\x1b[2m«\u00a0[bold red]x" in printed
    assert "\x1b[31m" not in printed


@pytest.mark.parametrize("width", range(24, 60, 5))
def test_french_lines(brief, width):
    """No line of French begins with a closing mark or ends with an opening one."""
    words = (
        "Nous tiendrons\u00a0: «\u00a0tout\u00a0», ou rien\u202f! Est-ce clair\u00a0? Oui, oui\u00a0; et non"
    )
    quote = Quote(source=Span(start=0, end=len(words), text=words), en="no")
    printed = shown(brief.model_copy(update={"quotes": (quote,)}), width)
    lines = [line.strip() for line in printed.splitlines()]
    assert not any(line[:1] in set("»:;!?") or line.endswith("«") for line in lines if line)


@given(st.text(max_size=80), st.integers(30, 130))
def test_any_text(words, width):
    """Any text is shown without a control character, at any width."""
    printed = shown(quoting(make_brief(), words), width)
    assert all(char.isprintable() or char in "\n\u00a0" or char > "\x9f" for char in printed)
