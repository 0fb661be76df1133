"""A mail becomes an article: its text or its page, its subject, sender and date; articles attached to it."""

import email
import email.policy
import re
from collections.abc import Callable, Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from summarizer.articles.article import Said, make_article, named, with_title
from summarizer.articles.cleaning import fragment_text
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_markup, decode_text
from summarizer.articles.page_metadata import clean_authors
from summarizer.articles.several import part_text
from summarizer.articles.wrapped import join_lines
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

FEW_WORDS = 15
"""Words of a mail that only goes along with what is attached to it."""
MAX_ATTACHMENTS = 50
_FORWARDED = re.compile(r"\s*(?:(?:re|fw|fwd|tr|rép|réf|i)\s?:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_FOOT = re.compile(
    r"(?:pour (?:vous )?(?:se )?d[ée]s(?:inscrire|abonner)|se d[ée]s(?:inscrire|abonner)"
    r"|vous recevez (?:ce|cet|cette)|unsubscribe)",
    re.IGNORECASE,
)

Read = Callable[[bytes, str], Iterator[Article]]


def read_mail(data: bytes, source: str | None, read_attached: Read) -> Iterator[Article]:
    """Read a mail. `read_attached` reads the bytes of an attachment under its name.

    Raises ArticleError where neither the mail nor what is attached to it contains an article.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
        text = _text(message)
        said = _said(message)
    except (MessageError, LookupError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise ArticleError(f"{named(source)} is a damaged mail ({error}); save its text.") from error
    found = 0
    if len(text.split()) >= FEW_WORDS:
        parts = part_text(text)
        for number, part in enumerate(parts, 1):
            about = said if len(parts) == 1 else Said(published=said.get("published"), site=said.get("site"))
            yield make_article(
                with_title(part, about.get("title")),
                source=f"{source}#{number}" if len(parts) > 1 else source,
                **about,
            )
            found += 1
    for name, attached in _attached(message):
        try:
            for article in read_attached(attached, f"{source}/{name}"):
                if article.words >= FEW_WORDS:
                    yield article
                    found += 1
        except ArticleError:
            continue
    if not found:
        raise ArticleError(f"{named(source)} is a mail without an article; save the article by itself.")


def _said(message: EmailMessage) -> Said:
    name, address = parseaddr(str(message.get("From") or ""))
    subject = _FORWARDED.sub("", " ".join(str(message.get("Subject") or "").split()))
    return Said(
        title=subject or None,
        published=read_date(str(message.get("Date") or "")),
        site=name or address.rpartition("@")[2] or None,
        authors=clean_authors([name]) if name else (),
    )


def _text(message: EmailMessage) -> str:
    """The mail's text: the plain one where it is as long as the page."""
    plain = message.get_body(preferencelist=("plain",))
    page = message.get_body(preferencelist=("html",))
    words = _plain(plain) if isinstance(plain, EmailMessage) else ""
    shown = ""
    if isinstance(page, EmailMessage):
        payload = page.get_payload(decode=True)
        shown = (
            fragment_text(decode_markup(payload, page.get_content_charset()))
            if isinstance(payload, bytes)
            else ""
        )
    text = words if len(words.split()) >= 0.6 * len(shown.split()) else shown
    blocks = text.split("\n\n")
    while blocks and _FOOT.search(blocks[-1]) and len(blocks[-1].split()) < 60:
        blocks.pop()
    return "\n\n".join(blocks)


def _plain(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset()
    try:
        text = payload.decode(charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = decode_text(payload, "The mail")
    text = _SIGNATURE.sub("", text.replace("\r\n", "\n"))
    return "\n\n".join(join_lines(text.split("\n")))


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for number, part in enumerate(message.iter_attachments(), 1):
        if number > MAX_ATTACHMENTS:
            return
        name = part.get_filename() or f"{number}"
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, EmailMessage):
                yield name, inner.as_bytes()
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and part.get_content_maintype() not in {"image", "audio", "video"}:
            yield name, payload
