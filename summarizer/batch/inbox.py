"""The articles that a batch fetches from the web: each becomes a file in OUT/inbox.

The run reads these files like any others, so it resumes without the web. An address that cannot be fetched
fails by name. `.state.json` keeps each address's ETag and date, so that an unchanged feed is not sent again.
"""

import asyncio
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarizer.articles.addresses import read_fetched
from summarizer.articles.article import with_title
from summarizer.articles.decoding import decode_markup
from summarizer.articles.feed import Item, find_items, read_list
from summarizer.articles.kinds import is_address, kind_of
from summarizer.articles.read import read_file, read_head, unpacked
from summarizer.articles.web import Fetched, Web
from summarizer.batch.outputs import write_whole
from summarizer.errors import ArticleError

STATE = ".state.json"
ENDINGS = {"pdf": ".pdf", "docx": ".docx", "odt": ".odt", "epub": ".epub", "rtf": ".rtf", "eml": ".eml"}
AT_ONCE = 8
# Addresses at a time; each host still gets one request at a time.
MAX_LISTS = 3
# How deep lists may lead to other lists.


@dataclass(slots=True)
class Inbox:
    """The folder of articles from the web. `new` and `failed` count those of this run."""

    folder: Path
    web: Web
    new: int = 0
    failed: int = 0
    state: dict[str, dict[str, str]] = field(default_factory=dict)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def collect(self, given: Sequence[str]) -> None:
        """Fetch the new articles of addresses, feeds and lists. If one fails, a file says why."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / STATE
        self.state = _read_state(path)
        await asyncio.gather(*(self._take(word, depth=0) for word in given))
        write_whole(path, json.dumps(self.state, ensure_ascii=False, indent=1) + "\n")

    async def _take(self, word: str, *, depth: int, feed: bool = False) -> None:
        """Take an address, or a file that lists addresses."""
        try:
            if not is_address(word):
                data = await asyncio.to_thread(lambda: unpacked(read_file(Path(word), word), word))
                await self._sort(word, Fetched(url=word, data=data), depth=depth, feed=feed)
                return
            known = self.state.get(word, {})
            if known.get("kind") == "page" and self._place(word, word).is_file():
                return  # an article is fetched once
            async with self._turns:
                fetched = await self.web.get(word, etag=known.get("etag"), modified=known.get("modified"))
            if fetched.fresh:
                await self._sort(word, fetched, depth=depth, feed=feed)
            self._place(word, word).unlink(missing_ok=True) if known.get("kind") == "failed" else None
        except ArticleError as error:
            self._fail(word, word, str(error))

    async def _sort(self, word: str, fetched: Fetched, *, depth: int, feed: bool) -> None:
        kind = kind_of(fetched.data, urlsplit(fetched.url).path)
        if kind == "feed":
            items = await asyncio.to_thread(lambda: list(find_items(fetched.data, word)))
            await asyncio.gather(*(self._item(item, word) for item in items))
            # last: an interrupted run asks for the whole feed again
            self._remember(word, fetched, "feed")
        elif kind in {"opml", "addresses"} and depth < MAX_LISTS:
            listed = await asyncio.to_thread(read_list, fetched.data, word)
            await asyncio.gather(*(self._take(line, depth=depth + 1, feed=kind == "opml") for line in listed))
            self._remember(word, fetched, "list")
        elif feed:
            raise ArticleError(f"{word!r} is a page, not a feed; give the address of the feed itself.")
        else:
            self._keep(word, word, fetched, {})
            self._remember(word, fetched, "page")

    async def _item(self, item: Item, feed: str) -> None:
        """Take a new item of a feed: its text in the feed, or its page."""
        url = item.said.get("url")
        place = self._place(url or item.key, item.key)
        if _is_whole(place) or any(place.with_suffix(end).exists() for end in ENDINGS.values()):
            return
        said = {key: value for key, value in item.said.items() if value}
        try:
            if item.whole or url is None:
                text = with_title(item.text, item.said.get("title"))
                self._write(place, {**said, "text": text, "feed": feed})
            else:
                async with self._turns:
                    fetched = await self.web.get(url)
                self._keep(url, item.key, fetched, said)
        except ArticleError as error:
            self._fail(url or item.key, item.key, str(error))

    def _keep(self, url: str, key: str, fetched: Fetched, said: dict[str, Any]) -> None:
        """Store a fetched page or document. It is read here, so that a login page fails at once."""
        first = next(read_fetched(fetched, source=url))
        place, kind = self._place(url, key), kind_of(fetched.data, urlsplit(fetched.url).path)
        if kind in ENDINGS:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.with_suffix(ENDINGS[kind]).write_bytes(fetched.data)
            place.unlink(missing_ok=True)
            self.new += 1
        elif kind == "html":
            page = decode_markup(fetched.data, fetched.charset)
            self._write(
                place, {**said, "url": said.get("url") or fetched.url, "html": f"<!doctype html>{page}"}
            )
        else:
            self._write(
                place, {**said, "url": url, "text": first.text, "title": first.title, "date": first.published}
            )

    def _write(self, place: Path, record: dict[str, Any]) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, json.dumps(record, ensure_ascii=False) + "\n")
        self.new += "error" not in record

    def _fail(self, url: str, key: str, message: str) -> None:
        self.failed += 1
        self.state[url] = {"kind": "failed"}
        self._write(self._place(url, key), {"error": message, "url": url})

    def _remember(self, word: str, fetched: Fetched, kind: str) -> None:
        said = {"kind": kind, "etag": fetched.etag, "modified": fetched.modified}
        self.state[word] = {key: value for key, value in said.items() if value}

    def _place(self, url: str, key: str) -> Path:
        """Return an article's file: `host/last-words-of-its-address-digest.json`."""
        parts = urlsplit(url) if is_address(url) else urlsplit("")
        words = re.sub(r"[^a-z0-9]+", "-", parts.path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()).strip("-")
        digest = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:12]
        host = re.sub(r"[^a-z0-9.-]+", "-", (parts.hostname or "feeds").lower())
        return self.folder / host / f"{words[:80] or 'article'}-{digest}.json"


def _is_whole(place: Path) -> bool:
    """Whether an article was fetched; one that failed is fetched again."""
    return place.is_file() and not place.read_bytes().startswith(b'{"error"')


def _read_state(path: Path) -> dict[str, dict[str, str]]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def from_web(given: Sequence[str]) -> tuple[list[str], list[str]]:
    """Separate what comes from the web (addresses, feeds, lists of addresses) from files."""
    web: list[str] = []
    files: list[str] = []
    for word in given:
        listed = not is_address(word) and Path(word).is_file() and _leads_on(word)
        (web if is_address(word) or listed else files).append(word)
    return web, files


def _leads_on(word: str) -> bool:
    """Whether a file is a feed or a list of addresses."""
    return kind_of(read_head(word), word) in {"feed", "opml", "addresses"}
