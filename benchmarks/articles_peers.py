"""Other readers of pages, run in an environment of their own: a JSON line in for each page, one out.

In: `reader`, `html`, `url`. Out: `text`, `title`, `date`; empty where nothing was found.
"""

import json
import sys
from typing import Any

Found = dict[str, Any]


def trafilatura_alone(html: str, url: str | None) -> Found:
    """Trafilatura with its own settings, tables included as it does by itself."""
    import trafilatura  # noqa: PLC0415

    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    return {name: getattr(found, name) for name in ("text", "title", "date")}


def newspaper4k(html: str, url: str | None) -> Found:
    """newspaper4k."""
    import newspaper  # noqa: PLC0415

    article = newspaper.Article(url or "https://example.org/a", language="fr", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {
        "text": article.text,
        "title": article.title,
        "date": str(article.publish_date or "")[:10] or None,
    }


def readability(html: str, url: str | None) -> Found:  # noqa: ARG001
    """readability-lxml; it reads no date."""
    import lxml.html  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    document = Document(html)
    blocks = lxml.html.document_fromstring(document.summary()).iter("p", "li", "h2", "h3", "blockquote", "td")
    return {
        "text": "\n".join(" ".join(block.text_content().split()) for block in blocks),
        "title": document.short_title(),
    }


READERS = {reader.__name__: reader for reader in (trafilatura_alone, newspaper4k, readability)}


def main() -> None:
    """Answer each line."""
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            found = READERS[asked["reader"]](asked["html"], asked["url"])
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is its answer
            found = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(found, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
