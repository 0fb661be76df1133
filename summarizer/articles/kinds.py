"""The kind of a file, told by what it begins with; its name decides only between kinds of plain text."""
# ruff: noqa: SIM905 - lists of short words read better as a line

import io
import json
import lzma
import re
import struct
import zipfile
import zlib
from typing import Literal, get_args

BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    ValueError,
    LookupError,
    EOFError,
    RuntimeError,  # NotImplementedError, too: encrypted, or packed in a way that Python does not know
)
"""What is raised where an archive is damaged."""

Kind = Literal[
    "text", "markdown", "html", "pdf", "docx", "odt", "rtf", "epub", "eml", "newsml", "nitf", "wire", "feed",
    "opml", "json", "jsonl", "addresses",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
SUFFIXES = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".docx", ".odt", ".rtf",
    ".epub", ".eml", ".xml", ".newsml", ".nitf", ".rss", ".atom", ".json", ".jsonl", ".ndjson", ".opml",
)  # fmt: skip
"""Names that files of these kinds go by; a file of another name is looked into."""
HEAD = 4096
"""Bytes by which a kind is told."""

_ROOTS: dict[str, Kind] = {
    "html": "html", "rss": "feed", "feed": "feed", "rdf": "feed", "newsitem": "newsml",
    "newsmessage": "newsml", "newsml": "newsml", "packageitem": "newsml",
    "knowledgeitem": "newsml", "nitf": "nitf", "opml": "opml",
}  # fmt: skip
_PAGE_TAGS = frozenset(
    "head body meta title article section div p h1 h2 h3 main header table span link script "
    "style a ul ol center font blockquote b i em strong figure img nav br".split()
)  # fmt: skip
_PROLOGUE = re.compile(
    r"\s*(?:<\?[^>]{0,500}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*|<!(?!--)[^>\[]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>\s*)"
)
_ROOT = re.compile(r"\s*<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})[\s/>]")
_DOCTYPE_HTML = re.compile(r"\s*<!doctype\s+html", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,40}):[ \t]?.*\r?\n(?:[ \t].*\r?\n)*")
_MAIL = frozenset(
    "from to subject date message-id mime-version received return-path content-type reply-to "
    "delivered-to sender cc".split()
)  # fmt: skip
_MAIL_ONLY = frozenset(
    "message-id mime-version received return-path delivered-to".split()
)  # fmt: skip
_WIRE = re.compile(rb"[\r\n\x7f]{0,9}\x01[^\x02]{1,400}\x02", re.DOTALL)
"""How a message of IPTC 7901 begins, the form of news wires: SOH, a head, STX, the text, ETX."""
_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_LONE = {
    b"\xd0\xcf\x11\xe0": "is an old Word or Office file; save it as .docx",
    b"\x89PNG": "is an image; give the article as text",
    b"\xff\xd8\xff": "is an image; give the article as text",
    b"GIF8": "is an image; give the article as text",
    b"RIFF": "is an image or sound; give the article as text",
    b"ID3": "is sound; give the article as text",
    b"SQLite f": "is a database; give the article as text",
    b"7z\xbc\xaf": "is an archive; unpack it",
    b"Rar!": "is an archive; unpack it",
    b"\x1f\x9d": "is an archive; unpack it",
    b"BZh": "is an archive; unpack it",
    b"\xfd7zXZ": "is an archive; unpack it",
    b"\x28\xb5\x2f\xfd": "is an archive; unpack it",
    b"\x7fELF": "is a program; give the article as text",
}
"""How files begin that are no article, and what they are."""


def is_address(word: str) -> bool:
    """Whether a word is an http(s) address.

    >>> is_address("https://journal.example/a"), is_address("articles/")
    (True, False)
    """
    return word.lower().startswith(("http://", "https://"))


def kind_of(data: bytes, name: str = "") -> Kind | None:  # noqa: C901, PLR0911 - a kind a line
    """Tell the kind of a file that is read whole; None where it is no kind that contains an article.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"<!doctype html><p>Bonjour"), kind_of(b"Le port rouvre.", "a.md")
    ('pdf', 'html', 'markdown')
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if foreign(data):
        return None
    if _WIRE.match(data[:HEAD]):
        return "wire"
    head = _head(data)
    start = head.lstrip()
    if start.startswith("<"):
        found = _marked_up(head)
        if found:
            return found
    if start[:1] in {"{", "["}:
        return _json(data, name)
    if _is_mail(head):
        return "eml"
    if _are_addresses(head):
        return "addresses"
    return "markdown" if name.lower().removesuffix(".gz").endswith((".md", ".markdown")) else "text"


def foreign(data: bytes) -> str | None:
    """What bytes are that contain no article, if that shows by how they begin."""
    if data[4:8] == b"ftyp":
        return "is a film or sound; give the article as text"
    return next((says for magic, says in _LONE.items() if data.startswith(magic)), None)


def _head(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data[: 2 * HEAD].decode("utf-16", "replace")
    return data[:HEAD].decode("utf-8-sig", "replace")


def _marked_up(head: str) -> Kind | None:
    if _DOCTYPE_HTML.match(head):
        return "html"
    while (found := _PROLOGUE.match(head)) and found.end():
        if _DOCTYPE_HTML.match(found[0]):
            return "html"
        head = head[found.end() :]
    root = _ROOT.match(head)
    name = root[1].lower() if root else ""
    return _ROOTS.get(name) or ("html" if name in _PAGE_TAGS else None)


def _zipped(data: bytes) -> Kind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except BROKEN_ARCHIVE:
        return "docx" if b"word/" in data[:HEAD] else None
    if b"epub" in mimetype or "META-INF/container.xml" in names:
        return "epub"
    if b"opendocument.text" in mimetype:
        return "odt"
    return "docx" if any(name.startswith("word/") for name in names) else None


def _json(data: bytes, name: str) -> Kind:
    """JSON where the whole is one value, else a record a line; text that begins with a bracket is text."""
    if name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson")):
        return "jsonl"
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        named = name.lower().removesuffix(".gz").endswith(".json")
        return "json" if named or re.match(rb"[\[{]\s*[\"{\[]", data.lstrip()) else "text"
    return "jsonl" if data.lstrip().startswith(b"{") and data.strip().count(b"\n") else "json"


def _is_mail(head: str) -> bool:
    """Whether a text begins with the header lines of a mail."""
    names, at = set(), 0
    head = head.lstrip("\r\n")
    if head.startswith("From "):
        at = head.find("\n") + 1
    while (found := _HEADER.match(head, at)) is not None:
        names.add(found[1].lower())
        at = found.end()
    return (bool(names & _MAIL_ONLY) and len(names & _MAIL) >= 2) or len(names & _MAIL) >= 4


def _are_addresses(head: str) -> bool:
    lines = [line.strip() for line in head.split("\n")[:-1] or [head]]
    lines = [line for line in lines if line and not line.startswith("#")]
    return bool(lines) and all(_ADDRESS.match(line) for line in lines)
