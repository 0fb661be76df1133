"""Files of every kind with one invented article in them, written by hand."""

# ruff: noqa: E501 - markup reads better on its line

import io
import json
import zipfile
from email.message import EmailMessage

TITLE = "Le port de Brémont rouvre lundi"
FIRST = "Le port de Brémont rouvre lundi après trois mois de travaux, a annoncé la mairie."
SECOND = "Le chantier a coûté 12,5 millions d'euros et occupé 140 personnes pendant l'hiver."
THIRD = "« Nous sommes soulagés », a déclaré Léa Morin, la directrice du port, devant les dockers réunis."
PARAGRAPHS = (FIRST, SECOND, THIRD)
SAID = {
    "title": TITLE,
    "published": "2025-02-21",
    "authors": ["Jean Roux"],
    "site": "Le Courrier de Brémont",
    "url": "https://courrier.example/port",
    "section": "Économie",
}
HTML_BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{TITLE} - Le Courrier de Brémont</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Le Courrier de Brémont">
<meta property="article:published_time" content="2025-02-21T23:30:00+01:00">
<meta property="article:section" content="Économie"><meta name="author" content="Jean Roux">
<link rel="canonical" href="https://courrier.example/port"></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>{TITLE}</h1>{HTML_BODY}</article>
<footer>Mentions légales</footer></body></html>"""


def zipped(parts):
    """An archive of named parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = f"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{TITLE}</dc:title>
<dc:creator>Jean Roux</dc:creator><dcterms:created>2025-02-21T09:00:00Z</dcterms:created></cp:coreProperties>"""


def word(body=None):
    """A Word document with a body of WordprocessingML."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in (TITLE, *PARAGRAPHS))
    document = f"<w:document {W}><w:body>{body or paragraphs}</w:body></w:document>"
    return zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": CORE}
    )


def opendocument():
    """An OpenDocument text in which words were deleted and remarked upon."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    )
    paragraphs = "".join(f"<text:p>{words}</text:p>" for words in PARAGRAPHS)
    content = (
        f"<office:document-content {spaces}><office:body><office:text><text:tracked-changes><text:p>effacé</text:p>"
        f'</text:tracked-changes><text:h text:outline-level="1">{TITLE}</text:h>{paragraphs}</office:text>'
        "</office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {spaces}><office:meta><dc:title>{TITLE}</dc:title><dc:creator>Jean Roux</dc:creator>"
        "<dc:date>2025-02-21T09:00:00</dc:date></office:meta></office:document-meta>"
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta}
    )


def book(chapters=((TITLE, PARAGRAPHS),)):
    """An EPUB with a file for each chapter."""
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{TITLE}</dc:title><dc:creator>Jean Roux</dc:creator><dc:date>2025-02-21</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OEBPS/content.opf": package,
    }
    for number, (title, paragraphs) in enumerate(chapters):
        text = "".join(f"<p>{words}</p>" for words in paragraphs)
        parts[f"OEBPS/c{number}.xhtml"] = (
            f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{title}</h1>{text}</body></html>'
        )
    return zipped(parts)


def rtf(words=(TITLE, *PARAGRAPHS)):
    """RTF as Word writes French."""

    def escaped(words):
        return "".join(char if char < "\x7f" else f"\\u{ord(char)}?" for char in words)

    paragraphs = "\\par\n".join(escaped(line) for line in words)
    info = f"{{\\info{{\\title {escaped(TITLE)}}}{{\\author Jean Roux}}{{\\creatim\\yr2025\\mo2\\dy21\\hr9\\min0}}}}"
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0" + info + "\n" + paragraphs + "\\par}").encode("ascii")


def pdf(lines=None, *, title=TITLE):
    """A PDF of one page or several (lists of lines), its font in windows-1252."""
    pages = lines if lines and isinstance(lines[0], list) else [lines or [TITLE, "", *_wrap(PARAGRAPHS)]]
    objects = []

    def add(body):
        objects.append(body if isinstance(body, bytes) else body.encode("cp1252"))
        return len(objects)

    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    add("<< /Type /Catalog /Pages 2 0 R >>")
    add(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, page in enumerate(pages):
        shown = "".join(f"({_escaped(line)}) Tj T*\n" if line else "T*\n" for line in page)
        stream = f"BT /F1 11 Tf 14 TL 50 800 Td\n{shown}ET".encode("cp1252")
        add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    information = add(f"<< /Title ({_escaped(title)}) /CreationDate (D:20250221090000+01'00') >>")
    return _assembled(objects, information)


def _escaped(words):
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("’", "'")


def _assembled(objects, information):
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        information,
        start,
    )
    return bytes(out)


def _wrap(paragraphs, width=60):
    for words in paragraphs:
        line = ""
        for word_ in words.split(" "):
            if len(line) + len(word_) > width:
                yield line
                line = ""
            line = f"{line} {word_}".strip()
        yield line
        yield ""


def mail(*, html=False, attached=None):
    """A mail as a newsroom's programme sends it."""
    message = EmailMessage()
    message["From"], message["To"] = (
        "Le Courrier de Brémont <redaction@courrier.example>",
        "veille@cabinet.example",
    )
    message["Subject"], message["Date"] = f"TR: {TITLE}", "Fri, 21 Feb 2025 09:00:00 +0100"
    message["Message-ID"] = "<1@courrier.example>"
    message.set_content("\n\n".join(PARAGRAPHS))
    if html:
        message.add_alternative(PAGE, subtype="html")
    if attached:
        name, data = attached
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


NEWSML = f"""<?xml version="1.0" encoding="utf-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="fr" guid="urn:1" version="1">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Agence Exemple"/>
<versionCreated>2025-02-21T09:00:00+01:00</versionCreated></itemMeta>
<contentMeta><contentCreated>2025-02-21T08:00:00+01:00</contentCreated><headline>{TITLE}</headline>
<by>Jean Roux</by><dateline>Brémont, 21 fév 2025 (AE) -</dateline><slugline>port-travaux</slugline></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>{HTML_BODY}</body></html></inlineXML></contentSet></newsItem>"""
NITF = f"""<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20250221T080000Z"/></docdata></head><body>
<body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>Par Jean Roux</byline><dateline>Brémont, 21 fév</dateline>
</body.head><body.content>{HTML_BODY}</body.content></body></nitf>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Courrier de Brémont</title><item><title>{TITLE}</title>
<link>https://courrier.example/port</link><guid>1</guid><pubDate>Fri, 21 Feb 2025 09:00:00 +0100</pubDate>
<category>Économie</category><dc:creator>Jean Roux</dc:creator><description>Le port rouvre.</description>
<content:encoded><![CDATA[{HTML_BODY * 3}]]></content:encoded></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Le Courrier de Brémont</title>
<entry><id>1</id><title>{TITLE}</title><link href="https://courrier.example/port"/>
<published>2025-02-21T09:00:00+01:00</published><author><name>Jean Roux</name></author>
<content type="html">{HTML_BODY.replace("<", "&lt;") * 3}</content></entry></feed>"""
WIRE = (
    "\r\n\x01exa0012 3 ec 121   exa 967\r\n\r\nBrémont\r\n\x02"
    + TITLE
    + " =\r\n\r\n"
    + "\r\n".join(
        "   " + words if first else words
        for first, words in [
            (True, "Brémont (ae) - " + FIRST[:50].rsplit(" ", 1)[0]),
            (False, FIRST[len(FIRST[:50].rsplit(" ", 1)[0]) + 1 :]),
            (True, SECOND),
            (True, THIRD),
        ]
    )
    + "\r\n\r\n(AE\\/jr)\r\n\r\n\x03210923 fév 25\r\n\x04"
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"
RECORD = {**SAID, "text": TEXT}
FILES = {
    "a.txt": TEXT.encode(),
    "a.md": f"---\ntitle: {TITLE}\ndate: 2025-02-21\n---\n# {TITLE}\n\n**{FIRST}**\n\n{SECOND}\n\n{THIRD}\n".encode(),
    "a.html": PAGE.encode(),
    "a.pdf": pdf(),
    "a.docx": word(),
    "a.odt": opendocument(),
    "a.rtf": rtf(),
    "a.epub": book(),
    "a.eml": mail(),
    "a.newsml": NEWSML.encode(),
    "a.nitf": NITF.encode(),
    "a.wire": WIRE.encode("cp1252"),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.json": json.dumps(RECORD, indent=1).encode(),
    "a.jsonl": json.dumps(RECORD).encode() + b"\n",
}
"""A good file of each kind, by a name that it goes by."""
