"""Files of every kind become articles, by content; what cannot be read fails by name."""

# ruff: noqa: E501 - markup reads better on its line

import gzip
import json
import textwrap

import pytest

from summarizer.articles.kinds import KINDS, kind_of
from summarizer.articles.read import read_article, read_articles, read_bytes
from summarizer.batch.entries import read_entry
from summarizer.batch.sources import find_entries
from summarizer.errors import ArticleError, BatchError
from tests.articles import BARE
from tests.files import (
    FILES,
    FIRST,
    NEWSML,
    PAGE,
    PARAGRAPHS,
    RECORD,
    RSS,
    SAID,
    TITLE,
    book,
    mail,
    pdf,
    rtf,
    word,
    zipped,
)

DATED = (
    "a.md",
    "a.html",
    "a.docx",
    "a.odt",
    "a.rtf",
    "a.epub",
    "a.eml",
    "a.newsml",
    "a.nitf",
    "a.wire",
    "a.rss",
    "a.atom",
    "a.json",
    "a.jsonl",
)
"""Files that say when the article was published."""


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize("name", FILES)
def test_a_good_file_of_each_kind_is_read(tmp_path, name, suffix):
    """Whole, without marks of its format, with its title; also compressed."""
    path = tmp_path / (name + suffix)
    path.write_bytes(gzip.compress(FILES[name]) if suffix else FILES[name])
    article = read_article(path)
    flat = " ".join(article.text.split())
    for words in PARAGRAPHS:
        assert words in flat
    assert not {"<", "*", "{", "\\"} & set(article.text)
    assert article.title == TITLE
    assert article.source == str(path)
    assert flat.count(TITLE) == flat.count(FIRST) + 1  # the first sentence begins with the title


@pytest.mark.parametrize("name", DATED)
def test_what_a_file_says_of_its_article(name):
    """Date and authors, where its kind has them."""
    article = next(read_bytes(FILES[name], name=name))
    assert article.published == "2025-02-21"
    if name not in {"a.md", "a.eml", "a.wire"}:
        assert article.authors == ("Jean Roux",)


def test_a_record_keeps_what_it_says():
    """Under the names of `Article`."""
    article = next(read_bytes(json.dumps(RECORD).encode()))
    assert {name: getattr(article, name) for name in SAID} == {**SAID, "authors": ("Jean Roux",)}


def test_an_agency_says_dateline_and_slug():
    """And who it is."""
    article = next(read_bytes(NEWSML.encode()))
    assert (article.dateline, article.slug, article.site) == (
        "Brémont, 21 fév 2025 (AE) -",
        "port-travaux",
        "Agence Exemple",
    )


@pytest.mark.parametrize("name", FILES)
def test_the_kind_is_told_by_content(tmp_path, name):
    """A wrong name changes nothing."""
    if name in {"a.md", "a.txt"}:
        pytest.skip("plain text and Markdown differ by name alone")
    (tmp_path / "a.txt").write_bytes(FILES[name])
    assert TITLE in read_article(tmp_path / "a.txt").text


def test_there_is_a_good_file_of_every_kind():
    """A kind that nobody tests is none."""
    tested = {kind_of(data, name) for name, data in FILES.items()}
    assert tested == set(KINDS) - {"opml", "addresses"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"From : Paris, le maire a dit non.\nDate : hier.\n", "text"),
        (b"[Exclusif] Le port rouvre lundi.\n\nLa mairie l'annonce.", "text"),
        (b"{Exclusif} Le port rouvre.", "text"),
        (b"<< Le port rouvre >>, dit-elle.", "text"),
        (b"<p>Le port rouvre.</p>", "html"),
        (b"<!-- x -->\n<!DOCTYPE html>\n<html>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss>', "feed"),
        (b"https://a.example/1\n# x\nhttps://a.example/2\n", "addresses"),
        (b"https://a.example/1 est l'adresse.\n", "text"),
        (b"\x89PNG\r\n\x1a\n", None),
        (zipped({"a.txt": "Le port"}), None),
    ],
    ids=[
        "headers of no mail",
        "bracket",
        "brace",
        "guillemets",
        "fragment",
        "comment",
        "doctype",
        "addresses",
        "an address",
        "image",
        "zip",
    ],
)
def test_kinds_that_look_like_others(data, kind):
    """True and false sisters."""
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7 no PDF"),
        ("a.docx", b"PK\x03\x04 word/ no archive"),
        ("a.html", b""),
        ("a.txt.gz", b"\x1f\x8bno gzip"),
        ("a.txt", b"\x00\x01\x02" * 50),
        ("a.txt", b"a" * 5_000_001),
        ("a.pdf", b"%PDF-1.7" + b"a" * 20_000_001),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.zip", zipped({"a.txt": "Le port"})),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
    ids=["PDF", "Word", "page", "gzip", "binary", "large", "large PDF", "image", "archive", "old Word"],
)
def test_what_is_none_fails(tmp_path, name, data):
    """With its name, in one line."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ArticleError, match=name) as raised:
        read_article(tmp_path / name)
    assert "\n" not in str(raised.value)


def test_word_is_read_as_word_shows_it():
    """Insertions, fields, content controls and smart tags in; deletions out; tables and text boxes in place."""
    body = (
        "<w:p><w:r><w:t>Le plan coûte </w:t></w:r><w:del><w:r><w:delText>90 </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>121 </w:t></w:r></w:ins><w:smartTag><w:r><w:t>millions</w:t></w:r></w:smartTag>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:noBreakHyphen/></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Contrôle</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Parti</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12 %</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>Encadré :</w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>Dans la boîte</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    )
    article = next(read_bytes(word(body)))
    assert article.text.split("\n\n") == [
        "Le plan coûte 121 millions-",
        "Contrôle",
        "Parti | 12 %",
        "Encadré :",
        "Dans la boîte",
    ]


LONG = " ".join(PARAGRAPHS * 2)
SEVERAL = {
    "database export": f"Document 1 de 2\n\n{TITLE}\n21 février 2025\n\n{LONG}\n\nDocument 2 de 2\n\nLe musée ferme\n\n{LONG}",
    "newsletter": f"{TITLE}\n\n{LONG}\n\n==========\n\nLe musée ferme ses portes\n\n{LONG}",
    "JSON list": json.dumps({"articles": [RECORD, RECORD]}),
    "feed": RSS.replace(
        "</item>",
        "</item><item><title>Le musée ferme</title><guid>2</guid><description>Le musée ferme lundi.</description></item>",
    ),
}


@pytest.mark.parametrize("text", SEVERAL.values(), ids=list(SEVERAL))
def test_a_file_of_several_articles(tmp_path, text):
    """Each is one, in every command; one that asks for the article says that there are several."""
    path = tmp_path / "all.txt"
    path.write_text(text + "\n" * 20_000, "utf-8")
    articles = list(read_articles(path))
    assert [article.source for article in articles] == [f"{path}#1", f"{path}#2"]
    with pytest.raises(ArticleError, match="several articles"):
        read_article(path)
    entries = list(find_entries([str(path)], leave_out=tmp_path / "out"))
    assert [entry.name for entry in entries] == ["all.txt-1", "all.txt-2"]
    assert [read_entry(entry).text for entry in entries] == [article.text for article in articles]


EXPORT = ["Document 1 de 2", TITLE, LONG, "Document 2 de 2", "Le musée ferme", LONG]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("export.rtf", rtf(EXPORT)),
        ("export.pdf", pdf([line for words in EXPORT for line in (*textwrap.wrap(words, 80), "")])),
        ("export.docx", word("".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in EXPORT))),
    ],
)
def test_an_export_of_several_articles_in_a_batch(tmp_path, name, data):
    """A batch takes each article of a document, however small the document is."""
    (tmp_path / name).write_bytes(data)
    entries = list(find_entries([str(tmp_path)], leave_out=tmp_path / "out"))
    assert [entry.name for entry in entries] == [f"{name}-1", f"{name}-2"]
    assert all("140 personnes" in read_entry(entry).text for entry in entries)


def test_a_book_of_articles():
    """Each chapter that has a heading and is long enough."""
    articles = list(read_bytes(book(((TITLE, PARAGRAPHS * 2), ("Le musée ferme", PARAGRAPHS * 2)))))
    assert [article.title for article in articles] == [TITLE, "Le musée ferme"]


def test_an_article_attached_to_a_mail():
    """Is read as if it came by itself."""
    data = mail(attached=("a.docx", word()))
    assert [article.title for article in read_bytes(data)] == [TITLE, TITLE]


def test_a_page_in_a_mail():
    """The text goes before it, where it is as long."""
    assert "Accueil" not in next(read_bytes(mail(html=True))).text


@pytest.mark.parametrize(
    "date",
    ["hier", "2025-13-01", "31/02/2025", "le 32 mars 2025", float("inf"), float("nan"), 10**400, -1, 1e300],
)
def test_a_date_that_is_none_is_refused(date):
    """In one line that says how to write it."""
    with pytest.raises(ArticleError, match="no date; write it as"):
        next(read_bytes(json.dumps({"text": BARE, "date": date}).encode()))


def test_a_folder_is_walked_once(tmp_path):
    """Links that lead back up, hidden files and OUT are passed over; files that are no article are told."""
    for name in ("a.txt", "x/a.txt", "x/n\nm é.txt", ".hidden.txt", "table.csv", "out/b.txt", "sans nom"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BARE, "utf-8")
    (tmp_path / "page.aspx").write_text(PAGE, "utf-8")
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "x" / "up").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    left = []
    entries = list(
        find_entries(
            [str(tmp_path)], leave_out=tmp_path / "out", passed_over=lambda path, _: left.append(path)
        )
    )
    names = ["a.txt", "gone.txt", "page.aspx", "sans nom", "x/a.txt", "x/n\nm é.txt"]
    assert [entry.name for entry in entries] == names
    assert left == [str(tmp_path / "image.png"), str(tmp_path / "table.csv")]
    with pytest.raises(ArticleError, match=r"gone\.txt"):
        read_entry(entries[1])


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_records_are_articles(tmp_path, suffix):
    """By their ids, the second of one id numbered; a bad line fails alone."""
    records = [{"id": "a", "text": BARE, "date": "2025-01-02"}, {"id": "a", "text": BARE}, {"id": "b"}]
    data = "\n".join(map(json.dumps, records)).encode() + b"\n{bad\n"
    path = tmp_path / f"all.{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    entries = list(find_entries([str(path)], leave_out=tmp_path / "out"))
    assert [entry.name for entry in entries] == ["a", "a~2", "b", f"all.{suffix}-4"]
    assert read_entry(entries[0]).published == "2025-01-02"
    for entry in entries[2:]:
        with pytest.raises(ArticleError):
            read_entry(entry)


def test_what_is_not_there_is_told(tmp_path):
    """Before anything begins."""
    with pytest.raises(BatchError, match="no file or folder"):
        list(find_entries([str(tmp_path / "none*")], leave_out=tmp_path))
