"""The seed articles are what seeds/README.md says that they are."""

import hashlib
import re
from pathlib import Path

import pytest

from summarizer.articles.read import read_article

SEEDS = Path(__file__).parents[1] / "seeds"
ROW = re.compile(r"^\| `(?P<name>[^`]+)` \| (?P<words>\d+) \| .+ \| (?P<form>.+) \|$", re.MULTILINE)
ROWS = [pytest.param(row, id=row["name"]) for row in ROW.finditer((SEEDS / "README.md").read_text("utf-8"))]


def text(name: str) -> str:
    """Give the text of a seed."""
    return read_article(SEEDS / f"{name}.fr.txt").text


def test_listing():
    """The table lists the articles that there are."""
    assert sorted(str(row.id) for row in ROWS) == sorted(path.name for path in SEEDS.glob("*.txt"))


@pytest.mark.parametrize("row", ROWS)
def test_row(row):
    """An article is French, as long as the table says, and in the encoding that it says."""
    path = SEEDS / row["name"]
    article = read_article(path)
    assert article.language == "fr"
    assert article.words == int(row["words"])
    data = path.read_bytes()
    if row["form"].startswith("UTF-8"):
        assert data.decode("utf-8")
        assert b"\r" not in data
    assert ("narrow no-break" in row["form"]) == ("\u202f" in article.text)
    assert ("no-break" in row["form"]) == ("\u00a0" in article.text or "\u202f" in article.text)


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("openai-400-millions", "2025-02"),
        ("resultats-talderic", "2025-10-23"),
        ("etude-sommeil", "2025-04-09"),
    ],
)
def test_leading_date(name, published):
    """The articles that start with a date give it up as the day of publication."""
    article = read_article(SEEDS / f"{name}.fr.txt")
    assert article.published == published
    assert not article.text.startswith("date")


def test_windows():
    """One article is Windows-1252 with CRLF newlines, and reads as if it were not."""
    data = (SEEDS / "tramway-valmerac.fr.txt").read_bytes()
    assert b"\r\n" in data
    assert text("tramway-valmerac") == data.decode("cp1252").replace("\r\n", "\n").rstrip()
    assert set("’…–€œ«»") <= set(text("tramway-valmerac"))


def test_utf16():
    """One article is UTF-16 with a byte order mark, which is no part of its text."""
    data = (SEEDS / "musee-horlogerie.fr.txt").read_bytes()
    assert data.startswith((b"\xff\xfe", b"\xfe\xff"))
    assert text("musee-horlogerie").startswith("Le musée")


def test_bare():
    """One article has neither a digit nor a quotation mark."""
    assert not re.search(r"[\d«»“”\"]", text("brume-marais"))


def test_nested():
    """One article has quotations inside others, and a quotation that goes on over paragraphs."""
    shown = text("verrerie-hautecombelle")
    assert re.search(r"«[^»]*“[^”»]*”[^»]*»", shown)
    assert re.search(r"«[^»]*\n\n«[^»]*\n\n«[^»]*»", shown)


def test_untouched():
    """The article that the project started from is byte for byte what was given."""
    data = (SEEDS / "openai-400-millions.fr.txt").read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "0ab427250efdaa258807e8074a3a20d053cfb610adafe262d609feea81038c14"
    )
