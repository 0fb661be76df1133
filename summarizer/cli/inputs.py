"""The inputs of commands: files, addresses, standard input. Each may contain several articles."""

import asyncio
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.articles.kinds import is_address
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.cli.progress import ArticleProgress
    from summarizer.schemas.brief import Article


async def read_all(
    given: Sequence[str], progress: "ArticleProgress", *, allow_private: bool
) -> "tuple[list[Article], int]":
    """Read all inputs; return the articles, and how many inputs failed. Each failure is a line."""
    articles, failed = [], 0
    for word in given:
        try:
            articles += await read_given(word, allow_private=allow_private)
        except SummarizerError as error:
            progress.say(f"summarizer: {error}", error=True)
            failed += 1
    return articles, failed


async def read_given(word: str, *, allow_private: bool = False) -> "list[Article]":
    """Read the articles of a file, an address, or (`-`) standard input. Raises ArticleError."""
    from summarizer.articles.read import MAX_DOCUMENT, read_articles, read_bytes  # noqa: PLC0415

    if word == "-":
        return list(read_bytes(sys.stdin.buffer.read(MAX_DOCUMENT + 1), source="standard input"))
    if not is_address(word):
        return await asyncio.to_thread(lambda: list(read_articles(word)))
    from summarizer.articles.addresses import read_address  # noqa: PLC0415
    from summarizer.articles.web import Web  # noqa: PLC0415

    async with Web(allow_private=allow_private) as web:
        return await read_address(word, web)


def stem(file: str) -> str:
    """Return the name of a brief's files in a folder: `x` for `seeds/x.fr.txt`."""
    if is_address(file):
        parts = urlsplit(file)
        name = parts.path.rstrip("/").rsplit("/", 1)[-1] or parts.hostname or "article"
        number = f"-{parts.fragment}" if parts.fragment.isdigit() else ""
        return re.sub(r"[^\w.-]+", "-", name.removesuffix(".html").removesuffix(".htm"))[:100] + number
    return (
        re.sub(r"#(?=\d+\Z)", "-", Path(file).name).removesuffix(".txt").removesuffix(".fr").replace(" ", "-")
    )
