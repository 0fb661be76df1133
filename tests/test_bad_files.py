"""Files made to harm, or damaged: one line each, in bounded time and memory."""

# ruff: noqa: E501 - markup reads better on its line

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from summarizer.articles.read import read_articles
from summarizer.errors import ArticleError
from tests.files import FILES, TITLE, pdf, word

LOOPING = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >> endobj
trailer << /Root 1 0 R >>
"""
IMAGES = pdf([""])


def encrypted():
    """A PDF that a password protects."""
    import pypdf  # noqa: PLC0415

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(FILES["a.pdf"]))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb(name="word/document.xml", megabytes=300):
    """An archive of some kilobytes that unpacks to hundreds of megabytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open(name, "w") as part,
    ):
        for _ in range(megabytes):
            part.write(b" " * 1_000_000)
    return out.getvalue()


def entities(root="nitf"):
    """XML whose entities grow a thousand million times, and name a file of this machine."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a0 "le port">{levels}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<{root}><body><body.content><p>&a9; &x;</p></body.content></body></{root}>"
    ).encode()


NESTED = b"<!doctype html><html><body>" + b"<div>" * 100_000 + b"Le port rouvre." + b"</div>" * 100_000
BAD = {
    "encrypted.pdf": (encrypted, "encrypted"),
    "images.pdf": (lambda: IMAGES, "images without text"),
    "truncated.pdf": (lambda: FILES["a.pdf"][:400], "PDF|no word|images"),
    "looping.pdf": (lambda: LOOPING, "PDF|cannot be read|images"),
    "bomb.docx": (bomb, "unpacks to more than"),
    "bomb.epub": (lambda: bomb("META-INF/container.xml"), "unpacks to more than|no readable"),
    "truncated.docx": (lambda: word()[:300], "damaged|no article"),
    "entities.xml": (entities, "without text|no word|empty"),
    "feed.rss": (lambda: entities("rss"), "no feed|without items"),
    "nested.html": (lambda: NESTED, "no article is found|empty page|more than 200,000 tags"),
    "page.rss": (lambda: b"<html><body><p>Le port</p></body></html>", "no article is found"),
    "deep.json": (lambda: b"[" * 200_000, "no JSON|no article"),
    "bomb.txt.gz": (lambda: __import__("gzip").compress(b" " * 300_000_000), "larger than|no word"),
    "broken.eml": (
        lambda: (
            b"From: a@b.example\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        ),
        "without an article|damaged",
    ),
    "broken.rtf": (lambda: b"{\\rtf1 " + b"{" * 50_000, "empty|damaged|no word"),
}


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    """A folder of them all: the bombs take seconds to make."""
    folder = tmp_path_factory.mktemp("bad")
    for name, (make, _) in BAD.items():
        (folder / name).write_bytes(make())
    return folder


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_fails_in_a_line(bad, name):
    """That names it, and says what it is."""
    _, said = BAD[name]
    with pytest.raises(ArticleError, match=said) as raised:
        list(read_articles(bad / name))
    assert name in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "root:" not in str(raised.value)


MEASURED = """
import re, sys
from pathlib import Path
from summarizer.articles.read import read_articles
from summarizer.errors import ArticleError
for name in sys.argv[1:]:
    try:
        list(read_articles(name))
    except ArticleError as error:
        print(error)
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1000)
"""
"""Not `ru_maxrss`, which begins with what the parent process had."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux says how much memory was taken")
def test_all_of_them_together_take_little_memory(bad):
    """Under 500 MB, in a process of their own; a good file after them is read."""
    names = [str(bad / name) for name in BAD]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *names], capture_output=True, text=True, check=True, timeout=120
    )
    *lines, megabytes = done.stdout.splitlines()
    assert len(lines) == len(BAD)
    assert int(megabytes) < 500


def test_an_entity_reads_no_file(tmp_path):
    """Text beside it is read; what it names is not."""
    data = entities().replace(b"&a9;", f"{TITLE}. Le chantier a coûté 12 millions.".encode())
    (tmp_path / "a.xml").write_bytes(data)
    (article,) = read_articles(tmp_path / "a.xml")
    assert "root:" not in article.text
    assert TITLE in article.text
