"""An address becomes an article: what it answered is read by its kind, and a login page is told apart."""

import asyncio
import re
from collections.abc import Iterator

from summarizer.articles.article import named
from summarizer.articles.hosts import split_address
from summarizer.articles.kinds import kind_of
from summarizer.articles.read import read_bytes
from summarizer.articles.web import Fetched, Web
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

_LOGIN = re.compile(
    r"/(?:log-?in|sign-?in|connexion|connect|identification|auth|sso|account/login|abonnement)(?:[/?.]|\Z)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(rb"<input[^>]{0,300}type\s?=\s?[\"']?password", re.IGNORECASE)
LOGIN_WORDS = 120
"""Words below which a page that asks for a password shows no article."""


def read_fetched(fetched: Fetched, *, source: str) -> Iterator[Article]:
    """Read what an address answered. Raises ArticleError, also where it is a page that asks for a login."""
    if not fetched.data.strip():
        raise ArticleError(f"{named(source)} answers nothing; open it in a browser.")
    path = split_address(fetched.url).path
    if _LOGIN.search(path) and not _LOGIN.search(split_address(source).path):
        raise ArticleError(f"{named(source)} leads to a login page; save the page from your browser.")
    if kind_of(fetched.data, path) != "html":
        yield from read_bytes(fetched.data, source=source, name=path)
        return
    from summarizer.articles.page import read_page  # noqa: PLC0415 - slow to load

    asks = _PASSWORD.search(fetched.data) is not None
    try:
        articles = list(read_page(fetched.data, source=source, url=fetched.url, charset=fetched.charset))
    except ArticleError:
        if not asks:
            raise
        articles = []
    if asks and sum(article.words for article in articles) < LOGIN_WORDS:
        raise ArticleError(f"{named(source)} asks for a login; save the page from your browser.")
    yield from articles


async def read_address(url: str, web: Web) -> list[Article]:
    """Fetch an address and read its article, or its articles. Raises ArticleError."""
    fetched = await web.get(url)
    return await asyncio.to_thread(lambda: list(read_fetched(fetched, source=url)))
