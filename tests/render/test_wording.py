"""What all renderings say alike."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.render.html import to_html
from summarizer.output.render.markdown import to_markdown
from summarizer.output.render.terminal import to_text
from summarizer.output.render.wording import amount, measured, noted, paragraphs
from summarizer.schemas.brief import PLAIN_ROLES, Finding
from summarizer.text.printable import one_line, printable
from tests.briefs import make_brief


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("\x1b[31mrouge\x1b[0m", "rouge", id="colour"),
        pytest.param("a\x1b[2J\x1b[Hb", "ab", id="clear screen"),
        pytest.param("a\x1b]0;titre\x07b", "ab", id="window title"),
        pytest.param("a\x1b]8;;http://x\x1b\\lien\x1b]8;;\x1b\\b", "alienb", id="link"),
        pytest.param("a\x1b(0b", "ab", id="character set"),
        pytest.param("a\x9b31mb", "ab", id="one-byte introducer"),
        pytest.param("a\x1b", "a", id="escape at the end"),
        pytest.param("a\x1b]sans fin", "asans fin", id="never ended"),
        pytest.param("a\x07\x08\x00\x7f\x85b", "ab", id="controls"),
        pytest.param("12\u202e34", "1234", id="direction override"),
        pytest.param("a\tb\nc", "a b\nc", id="tab and newline"),
        pytest.param("un\u00a0mot\u202f!", "un\u00a0mot\u202f!", id="no-break spaces stay"),
    ],
)
def test_printable(text, seen):
    """Escape sequences, controls and direction marks go; what is seen stays."""
    assert printable(text) == seen


@given(st.text())
def test_printable_is_stable(text):
    """What is seen holds no control character but the newline."""
    seen = printable(text)
    assert all(char >= " " and char != "\x7f" for char in seen.replace("\n", ""))
    assert printable(seen) == seen


def test_lines():
    """Newlines part paragraphs, or become spaces."""
    assert one_line(" un\n\n deux  trois ") == "un deux trois"
    assert paragraphs("un\n\n deux\n \n") == ["un", "deux"]


def test_measured(brief):
    """A figure without a subject shows its measure alone."""
    figure = brief.key_figures[0]
    assert measured(figure) == "port of Kerlann: further closure"
    assert measured(figure.model_copy(update={"subject": ""})) == "further closure"


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        pytest.param(
            Finding(code="language", message="not French"), "not French (language, kept)", id="bare"
        ),
        pytest.param(
            Finding(
                code="name",
                section="quotes",
                item="Q1",
                message="unknown name",
                words="Orla",
                action="reasked",
            ),
            "quotes Q1: unknown name “Orla” (name, asked again)",
            id="whole",
        ),
    ],
)
def test_noted(finding, said):
    """A finding says where, what and what was done."""
    assert noted(finding) == said


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("97400000000.0", "97,400,000,000"),
        ("2.50", "2.5"),
        ("0.3333333333333333333333333333", "0.3333…"),
        ("1E+3", "1,000"),
        ("-0.123456", "-0.123456"),
        ("1E+40", "10" + ",000" * 13),
    ],
)
def test_amount(value, written):
    """In digits, as exact as it is; what never ends is cut and says so."""
    assert amount(Decimal(value)) == written


@pytest.mark.parametrize(("confidence", "shown"), [(0.2, True), (0.9, False), (None, False)])
def test_doubt_is_shown_in_every_rendering(confidence, shown):
    """Where the model was unsure; a server that gives no probabilities shows none."""
    brief = make_brief()
    headline = brief.headline.model_copy(update={"confidence": confidence})
    doubted = brief.model_copy(update={"headline": headline})
    assert ("(unsure)" in doubted.to_markdown()) is shown
    assert ('class="unsure"' in doubted.to_html()) is shown


@pytest.mark.parametrize("render", [to_text, to_markdown, to_html])
def test_a_role_that_says_nothing_is_not_shown(brief, render):
    """The name and the kind stand alone."""
    party = brief.stakeholders[0]
    role = party.role.model_copy(update={"en": PLAIN_ROLES[1]})
    silent = brief.model_copy(update={"stakeholders": (party.model_copy(update={"role": role}),)})
    assert party.name in render(silent)
    assert PLAIN_ROLES[1] not in render(silent).split("application/json")[0]
