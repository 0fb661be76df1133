"""Addresses and feeds: what is fetched, what is refused, what is not fetched twice."""

# ruff: noqa: E501, S104 - addresses and markup read better on their line

import asyncio
import json
import resource

import pytest

from summarizer.articles.addresses import read_address
from summarizer.articles.hosts import refuse_private
from summarizer.articles.web import Limits, Web
from summarizer.batch.entries import read_entry
from summarizer.batch.inbox import Inbox
from summarizer.batch.sources import find_entries
from summarizer.errors import ArticleError
from tests.files import FILES, FIRST, PAGE, TITLE
from tests.pages import site

QUICK = Limits(seconds=1.0, silence=0.5, size=1_000_000, pause=0.0)


@pytest.fixture
def local():
    """A site on this machine."""
    with site() as running:
        yield running


def fetch(url, *, allow_private=True, limits=QUICK):
    """Read the articles of an address."""

    async def go():
        async with Web(allow_private=allow_private, limits=limits) as web:
            return await read_address(url, web)

    return asyncio.run(go())


def collect(folder, *given, allow_private=True):
    """Collect what is new; gives how many are new and failed."""

    async def go():
        async with Web(allow_private=allow_private, limits=QUICK) as web:
            inbox = Inbox(folder, web)
            await inbox.collect(given)
            return inbox.new, inbox.failed

    return asyncio.run(go())


def articles(folder):
    """What is read of an inbox: texts, and errors."""
    found = []
    for entry in find_entries([], leave_out=folder.parent, inbox=folder):
        try:
            found.append(read_entry(entry).text)
        except ArticleError as error:
            found.append(str(error))
    return found


def test_a_page_is_read_by_its_address(local):
    """Which is its source and, where the page names no other, its url."""
    (article,) = fetch(
        local.page("/a", PAGE.replace('<link rel="canonical" href="https://courrier.example/port">', ""))
    )
    assert (article.title, article.source, article.url) == (TITLE, f"{local.url}/a", f"{local.url}/a")
    assert FIRST in article.text


@pytest.mark.parametrize("name", ["a.pdf", "a.json", "a.newsml", "a.docx"])
def test_other_kinds_are_read_by_their_address(local, name):
    """By content, as files are."""
    assert FIRST in " ".join(fetch(local.page(f"/{name}", FILES[name]))[0].text.split())


def test_the_servers_charset_counts(local):
    """Before what the page declares; ISO-8859-1 means windows-1252, as in browsers."""
    page = PAGE.replace('<meta charset="utf-8">', '<meta charset="utf-16">').replace(
        "dockers", "dockers\u0153"
    )
    url = local.page("/a", page.encode("cp1252"), Content_Type="text/html; charset=ISO-8859-1")
    assert "dockers\u0153" in fetch(url)[0].text


def test_redirects_are_followed(local):
    """A few; the article is the one at the end."""
    local.page("/b")
    assert FIRST in fetch(local.page("/a", "", status=301, Location="/b"))[0].text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/none", "404"),
        ("/endless", "larger than 1 MB"),
        ("/large", "larger than 1 MB"),
        ("/silent", "does not answer in time"),
        ("/slow", "does not answer in time"),
        ("/closed", "cannot be fetched"),
        ("/empty", "answers nothing"),
        ("/round", "more than 5 times"),
    ],
)
def test_a_site_that_misbehaves(local, path, said):
    """Fails in one line that names the address, in bounded time and memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ArticleError, match=said) as raised:
        fetch(local.url + path)
    assert local.url in str(raised.value)
    assert "\n" not in str(raised.value)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


@pytest.mark.parametrize(
    ("status", "said"), [(403, "refuses programs"), (401, "password"), (429, "fewer"), (503, "try again")]
)
def test_an_answer_that_is_no_page(local, status, said):
    """Says what it means and what to do."""
    with pytest.raises(ArticleError, match=f"answers {status}.*{said}"):
        fetch(local.page("/a", status=status))


LOGIN = '<html><body><form><p>Identifiez-vous</p><input type="password" name="p"></form></body></html>'


def test_a_login_page_is_told(local):
    """By its form, or by where it leads."""
    with pytest.raises(ArticleError, match="asks for a login"):
        fetch(local.page("/a", LOGIN))
    local.page("/login?to=b")
    with pytest.raises(ArticleError, match="leads to a login"):
        fetch(local.page("/b", "", status=302, Location="/login?to=b"))


def test_robots_are_respected(local):
    """A path that robots.txt forbids is not asked for; another is."""
    local.page("/robots.txt", "User-agent: *\nDisallow: /prive/*.html\n")
    with pytest.raises(ArticleError, match=r"robots\.txt"):
        fetch(local.page("/prive/a.html"))
    assert local.count("/prive/a.html") == 0
    assert fetch(local.page("/public/a.html"))
    local.page("/robots.txt", "", status=500)
    with pytest.raises(ArticleError, match=r"robots\.txt"):
        fetch(local.url + "/public/a.html")


def test_private_addresses_are_refused(local):
    """By name, by number, however it is written, and behind a redirect; nothing is asked of them."""
    port = local.url.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):
        with pytest.raises(ArticleError):
            fetch(f"http://{host}:{port}/a", allow_private=False)
    assert local.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "64:ff9b::7f00:1",
        "::ffff:10.0.0.1",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_an_address_that_is_not_public(address):
    """Whatever its family."""
    with pytest.raises(ArticleError, match="private"):
        refuse_private(address, "name.example")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_an_address_that_is_public(address):
    """Is let through."""
    refuse_private(address, "name.example")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://", "http://[::1", "http://a:b@c.example/", "ftp://a.example/x"]
)
def test_an_address_that_is_none(url):
    """Is refused before anything is asked."""
    with pytest.raises(ArticleError):
        fetch(url)


def test_a_host_is_asked_politely(local):
    """One request after the other, with a pause between them."""
    urls = [local.page(f"/{n}") for n in range(3)]

    async def go():
        async with Web(allow_private=True, limits=Limits(pause=0.1)) as web:
            started = asyncio.get_running_loop().time()
            await asyncio.gather(*map(web.get, urls))
            return asyncio.get_running_loop().time() - started

    assert asyncio.run(go()) >= 0.2


def test_a_feed_gives_what_is_new(tmp_path, local):
    """Each page once; a feed that has not changed is not sent again."""
    feed = local.feed("/feed", local.page("/a"), local.page("/b"), etag='"1"')
    assert collect(tmp_path / "inbox", feed) == (2, 0)
    assert collect(tmp_path / "inbox", feed) == (0, 0)
    assert local.count("/a") == 1
    local.feed("/feed", f"{local.url}/a", f"{local.url}/b", local.page("/c"), etag='"2"')
    assert collect(tmp_path / "inbox", feed) == (1, 0)
    found = articles(tmp_path / "inbox")
    assert len(found) == 3
    assert all(FIRST in text for text in found)


def test_a_feed_that_gives_the_whole_article(tmp_path, local):
    """Its pages are not fetched."""
    feed = local.page("/feed", FILES["a.rss"])
    assert collect(tmp_path / "inbox", feed) == (1, 0)
    assert local.asked == ["/robots.txt", "/feed"]


def test_what_fails_is_told_and_tried_again(tmp_path, local):
    """The rest goes on; the next run asks again for what failed."""
    feed = local.feed("/feed", local.page("/a"), local.page("/b", status=403), f"{local.url}/gone")
    assert collect(tmp_path / "inbox", feed, f"{local.url}/empty") == (1, 3)
    found = articles(tmp_path / "inbox")
    assert sum(FIRST in text for text in found) == 1
    # the port of the local server may hold a status in its digits
    told = [text.replace(local.url, "") for text in found]
    assert sorted(word for text in told for word in ("403", "404", "answers nothing") if word in text) == [
        "403",
        "404",
        "answers nothing",
    ]
    local.page("/b")
    assert collect(tmp_path / "inbox", feed)[0] == 1


def test_a_list_of_addresses_and_an_opml_of_feeds(tmp_path, local):
    """Lead to pages and feeds; a page where a feed should be is told."""
    feed = local.feed("/feed", local.page("/a"))
    (tmp_path / "list.txt").write_text(f"# les miens\n{local.page('/b')}\n{feed}\n", "utf-8")
    opml = f'<opml><body><outline text="x"><outline xmlUrl="{feed}"/></outline><outline xmlUrl="{local.url}/b"/></body></opml>'
    (tmp_path / "feeds.opml").write_text(opml, "utf-8")
    assert collect(tmp_path / "one", str(tmp_path / "list.txt")) == (2, 0)
    assert collect(tmp_path / "two", str(tmp_path / "feeds.opml")) == (1, 1)
    assert any("is a page, not a feed" in text for text in articles(tmp_path / "two"))


def test_what_the_feed_says_goes_to_the_article(tmp_path, local):
    """Where the page does not say it itself."""
    page = PAGE.replace('<meta property="article:section" content="Économie">', "")
    link = local.page("/a", page)
    local.page(
        "/feed",
        FILES["a.rss"].decode().split("<description>", 1)[0].replace("https://courrier.example/port", link)
        + "</item></channel></rss>",
    )
    collect(tmp_path / "inbox", f"{local.url}/feed")
    (entry,) = find_entries([], leave_out=tmp_path, inbox=tmp_path / "inbox")
    article = read_entry(entry)
    assert (article.section, article.title, article.published) == ("Économie", TITLE, "2025-02-21")
    assert json.loads(entry.path.read_text("utf-8"))["html"].startswith("<!doctype html>")
