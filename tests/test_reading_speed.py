"""Reading takes time in proportion to the text, whatever it repeats."""

import time

import pytest

from summarizer.articles.article import make_article
from summarizer.articles.boilerplate import is_boilerplate
from summarizer.articles.cleaning import fragment_text
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_markup
from summarizer.articles.kinds import kind_of
from summarizer.articles.page_metadata import clean_authors
from summarizer.articles.page_title import without_site
from summarizer.articles.parts import find_parts
from summarizer.articles.paywall import cut_said
from summarizer.articles.several import part_text
from summarizer.articles.wrapped import join_lines

pytestmark = pytest.mark.no_cover  # the time is that of the code, not of the coverage tracer
HOSTILE = [
    "a",
    "A",
    " ",
    "\n",
    "a\n\n",
    "14h05\n\n",
    "Qui ?\n\n",
    "Abc ",
    "Abc-",
    "par ",
    " - ",
    "| ",
    "<",
    "<p",
    "<q>",
    "<sup>1",
    "&",
    "=",
    "========\n",
    "Document 1 de 2\n",
    "1 ",
    "12/",
    "{",
    '["',
    "From: a\n",
    "abonnez-vous pour ",
    "il vous reste ",
]
LONGEST = 200_000


def pages(text):
    """Read as a page's bytes."""
    return decode_markup(text.encode())


@pytest.mark.parametrize(
    "read",
    [
        is_boilerplate,
        read_date,
        pages,
        lambda text: kind_of(text.encode()),
        fragment_text,
        lambda text: clean_authors([text]),
        lambda text: without_site(text, "Le Courrier", "courrier.example"),
        find_parts,
        cut_said,
        part_text,
        lambda text: join_lines(text.split("\n")),
    ],
    ids=[
        "boilerplate",
        "date",
        "charset",
        "kind",
        "markup",
        "authors",
        "title",
        "parts",
        "paywall",
        "several",
        "lines",
    ],
)
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_long_repetitions(read, piece):
    """Two hundred thousand characters are read in the blink of an eye."""
    started = time.process_time()
    read((piece * LONGEST)[:LONGEST])
    assert time.process_time() - started < 3


def test_an_article_of_a_million_characters():
    """Takes a second or two at most."""
    started = time.process_time()
    make_article("Le port rouvre lundi, dit la mairie. " * 27_000)
    assert time.process_time() - started < 4
