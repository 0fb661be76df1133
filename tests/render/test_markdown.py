"""A brief as Markdown, read back with a CommonMark parser."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.output.render.markdown import escape, to_markdown
from summarizer.schemas.brief import Quote, Span
from summarizer.text.printable import one_line

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def texts(markdown: str) -> list[str]:
    """Read the text of each block, as a reader of the page sees it; formatting shows as a mark."""
    return ["".join(pieces(token)) for token in PARSER.parse(markdown) if token.type == "inline"]


def pieces(token: Token) -> Iterator[str]:
    """Read a block's pieces."""
    for child in token.children or ():
        if child.type in {"text", "text_special"}:
            yield child.content
        elif child.type not in {"strong_open", "strong_close"}:
            yield f"<{child.type}>"


CONTEXTS = [
    pytest.param("{}", id="paragraph"),
    pytest.param("# {}", id="heading"),
    pytest.param("- {}", id="bullet"),
    pytest.param("> {}", id="quote"),
    pytest.param("| {} | b |\n| --- | --- |\n| a | b |", id="cell"),
    pytest.param("- **{}**: x", id="strong"),
]

TRAPS = [
    "*gras*", "_x_", "__init__", "snake_case", "`code`", "# titre", "titre #", "- tiret", "+ 3 %",
    "1. un", "1) un",    "3.5%", "-3.5%", "---", "- - -", "===", "> cité", "<b>gras</b>", "<https://example.org>",
    "[lien](cible)", "![i](j)",     "a | b", "a \\| b", "fin\\", "&eacute; &amp; &#42;", "~~barré~~", "$x$",
    "ligne\nligne", "    code", "| --- |",     "\tcode", "**«\u00a0oui\u00a0»**",
]  # fmt: skip


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("text", TRAPS)
def test_escape(context, text):
    """What Markdown would take for markup shows as it is written, wherever it stands."""
    assert texts(context.format(escape(text)))[0].removesuffix(": x") == one_line(text)


@given(st.text(st.sampled_from("ab1 .-_*`#>[]()!<&|~\\=+:;$\n«»’é\u00a0\t")))
def test_escape_any(text):
    """Any text shows as it is written."""
    shown = "".join(texts(f"x {escape(text)} x")).removeprefix("x").removesuffix("x").strip()
    assert shown == one_line(text)
    assert "".join(texts(escape(text))) == one_line(text)


def test_whole(brief):
    """A brief shows its sections in one order, and every entry with its French."""
    shown = texts(to_markdown(brief))
    assert shown[:5] == [
        "Kerlann port to stay shut three to four weeks longer",
        (
            "Kerlann : le bras de fer autour du port se durcit · kerlann.fr.txt"
            " · published 2025-03-14 · 92 words"
        ),
        "Key points",
        "The port of Kerlann should stay closed for three to four more weeks.",
        "The dockers' union [CDK] demands 12% and is offered no more than 3.5%.",
    ]
    headings = [
        text for text in shown if text in {"Key figures", "Quotes", "Stakeholders", "Disputes", "Findings"}
    ]
    assert headings == ["Key figures", "Quotes", "Stakeholders", "Disputes", "Findings"]
    for expected in (
        "nearly €2.4 million",
        "Ostrelec_Ports: losses since January",
        "2,4 millions d'euros",
        "dockers | CDK: wage rise demanded",
        "“is playing for time”",
        "«\u00a0joue la montre\u00a0»",
        "— speaker not named (part of a sentence)",
        "«\u00a0Nous avons tout essayé. Personne ne peut nous le reprocher.",
        "«\u00a0La suite dépend de la préfecture\u00a0»",
        "— Solenn Kervadec",
        "Ostrelec_Ports (organisation): company that runs the port",
        "How far wages at the port should rise",
        "syndicat des dockers [CDK]: Demands a rise of 12%.",
        "key_points S4: says a number that its evidence does not “five weeks” (number-unsupported, dropped)",
    ):
        assert expected in shown
    assert "24 calls, 5,120 tokens in (310 cached), 702 out, 31.4 s, $0.0012." in shown[-1]


def test_method(brief):
    """A brief writes itself as Markdown."""
    assert brief.to_markdown() == to_markdown(brief)


def test_table(brief):
    """Every row of the figures has three cells, whatever the text holds."""
    tokens = PARSER.parse(to_markdown(brief))
    assert sum(token.type == "td_open" for token in tokens) == 3 * len(brief.key_figures)


def test_empty(empty):
    """A section with nothing in it says so."""
    assert texts(to_markdown(empty)).count("None.") == 6


def test_empty_of_a_small_model(empty):
    """A plan that leaves out what it doubts does not say that there is nothing."""
    small = empty.model_copy(update={"provenance": empty.provenance.model_copy(update={"plan": "piecewise"})})
    page = texts(to_markdown(small))
    assert page.count("None was certain enough to be told.") == 5
    assert page.count("None.") == 1


def test_quote_of_blanks(brief):
    """A quotation in which nothing is to be seen is shown as such."""
    quote = Quote(source=Span(start=0, end=2, text="\u200e\u200e"), en="")
    assert "> «\u00a0\u00a0»" in to_markdown(brief.model_copy(update={"quotes": (quote,)}))


def test_unknown_left_out(brief):
    """What is not known of an article, a host and a cost is left out, not shown as None."""
    article = brief.article.model_copy(update={"title": None, "source": None, "published": None})
    provenance = brief.provenance.model_copy(update={"host": None, "cost": None, "calls": 1})
    shown = texts(to_markdown(brief.model_copy(update={"article": article, "provenance": provenance})))
    assert shown[1] == "92 words"
    assert "with local on 2025-03-15 09:30: 1 call, 5,120" in shown[-1]
    assert not any("None" in text for text in shown)
