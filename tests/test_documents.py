"""Files of every kind become articles; what cannot be read fails by name."""

import gzip
import io
import json

import pytest

from summarizer.articles.formats import read_document
from summarizer.batch.sources import find_entries, read_entry
from summarizer.errors import ArticleError, BatchError
from tests.articles import BARE


def _word():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(BARE.strip())
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le marais</title></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Le marais sous le brouillard</h1><p>{BARE.strip()}</p>
<p>Le marais de Brémont couvre 120 hectares et compte trois villages, selon la mairie.</p></article>
<footer>Mentions légales</footer></body></html>"""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", BARE.encode()),
        ("a.html", PAGE.encode()),
        ("a.html.gz", gzip.compress(PAGE.encode())),
        ("a.txt.gz", gzip.compress(BARE.encode())),
        ("a.md", f"# Titre\n\n**{BARE.strip()}**".encode()),
        ("a.docx", _word()),
    ],
    ids=["text", "page", "page, gzip", "gzip", "Markdown", "Word"],
)
def test_the_text_is_found(tmp_path, name, data):
    """Without marks of its format."""
    (tmp_path / name).write_bytes(data)
    article = read_document(tmp_path / name, source=name)
    assert BARE.strip() in article.text
    assert article.source == name
    assert "*" not in article.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"no PDF"),
        ("a.docx", b"no archive"),
        ("a.html", b""),
        ("a.txt.gz", b"no gzip"),
        ("a.txt", b"\x00\x01\x02" * 50),
        ("a.txt", b"a" * 5_000_001),
        ("a.pdf", b"a" * 20_000_001),
    ],
    ids=["PDF", "Word", "page", "gzip", "binary", "large", "large PDF"],
)
def test_what_is_none_fails(tmp_path, name, data):
    """With its name."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ArticleError, match=name):
        read_document(tmp_path / name, source=name)


def test_a_folder_is_walked_once(tmp_path):
    """Links that lead back up, hidden files, other kinds and OUT are passed over."""
    for name in ("a.txt", "x/a.txt", "x/n\nm é.txt", ".hidden.txt", "image.png", "out/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BARE, "utf-8")
    (tmp_path / "x" / "up").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    entries = list(find_entries([str(tmp_path)], leave_out=tmp_path / "out"))
    assert [entry.name for entry in entries] == ["a.txt", "gone.txt", "x/a.txt", "x/n\nm é.txt"]
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
