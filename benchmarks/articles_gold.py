"""Real pages with what they say, from checkouts of public repositories; none is copied into this project.

`SOURCES` holds clones of them, by repository name; one that is absent is skipped, and named.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORIES = {
    "fundus": "https://github.com/flairNLP/fundus (MIT): 258 pages, whole text, title, date",
    "trafilatura": "https://github.com/adbar/trafilatura (Apache-2.0): passages to be kept and not",
    "readability": "https://github.com/mozilla/readability (Apache-2.0): the text as HTML, title",
    "goose3": "https://github.com/goose3/goose3 (Apache-2.0): how the text begins",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A page and what is known of it. `whole`: `wanted` is the whole text; else passages of it."""

    name: str
    data: bytes
    url: str | None = None
    title: str | None = None
    date: str | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    whole: bool = True

    @property
    def seen(self) -> bool:
        """Whether the page may be read while building; the others are only scored."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 2 == 0


def find_pages(folder: Path) -> Iterator[Gold]:
    """Every page with something known of it."""
    for name, read in (
        ("fundus", _fundus),
        ("trafilatura", _trafilatura),
        ("readability", _readability),
        ("goose3", _goose),
    ):
        if (folder / name).is_dir():
            yield from read(folder / name)
        else:
            print(f"skipped: no {name} in {folder} ({REPOSITORIES[name]})")


def _fundus(folder: Path) -> Iterator[Gold]:
    for gold in sorted((folder / "tests/resources/parser/test_data").glob("*/*.json")):
        about = json.loads(gold.with_name("meta.info").read_text("utf-8"))
        pages = sorted(gold.parent.glob(f"{gold.stem}_2*.html.gz"))
        versions = list(json.loads(gold.read_text("utf-8")).values())
        if len(pages) != len(versions):
            continue
        for page, version in zip(pages, versions, strict=True):
            body = version.get("body") or {}
            wanted = [*body.get("summary", ())]
            for section in body.get("sections", ()):
                wanted += [*section["headline"], *section["paragraphs"]]
            if not wanted:
                continue
            yield Gold(
                name=f"{gold.parent.name}/{page.name.removesuffix('.html.gz')}",
                data=gzip.decompress(page.read_bytes()),
                url=about.get(page.name, {}).get("url"),
                title=version.get("title"),
                date=str(version.get("publishing_date") or "")[:10] or None,
                wanted=tuple(wanted),
            )


def _trafilatura(folder: Path) -> Iterator[Gold]:
    for url, known in json.loads((folder / "tests/evaldata.json").read_text("utf-8")).items():
        page = next(
            (
                path
                for part in ("eval", "cache")
                if (path := folder / "tests" / part / known["file"]).is_file()
            ),
            None,
        )
        if page is not None:
            yield Gold(
                name=known["file"],
                data=page.read_bytes(),
                url=url,
                title=known.get("title") or None,
                date=known.get("date") or None,
                wanted=tuple(known.get("with") or ()),
                unwanted=tuple(known.get("without") or ()),
                whole=False,
            )


def _readability(folder: Path) -> Iterator[Gold]:
    import lxml.html  # noqa: PLC0415

    for page in sorted((folder / "test/test-pages").glob("*/source.html")):
        about = json.loads((page.parent / "expected-metadata.json").read_text("utf-8"))
        text = lxml.html.document_fromstring((page.parent / "expected.html").read_bytes().decode("utf-8"))
        paragraphs = [" ".join(p.text_content().split()) for p in text.iter("p")]
        yield Gold(
            name=f"readability/{page.parent.name}",
            data=page.read_bytes(),
            title=about.get("title"),
            date=(about.get("publishedTime") or "")[:10] or None,
            wanted=tuple(words for words in paragraphs if len(words.split()) > 8),
        )


def _goose(folder: Path) -> Iterator[Gold]:
    for gold in sorted((folder / "tests/data/content").glob("*.json")):
        page, known = gold.with_suffix(".html"), json.loads(gold.read_text("utf-8"))
        words = (known.get("expected") or {}).get("cleaned_text")
        if page.is_file() and words:
            first = words.strip().split("\n\n")[0]
            yield Gold(
                name=f"goose3/{gold.stem}",
                data=page.read_bytes(),
                url=known.get("url"),
                wanted=(first,),
                whole=False,
            )
