"""The system's Chromium, driven by Playwright; skipped, and said so, where it is not installed."""

import itertools
import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def chromium():
    """Give the browser."""
    if CHROMIUM is None:
        (pytest.fail if os.environ.get("BROWSER_TESTS") == "required" else pytest.skip)(
            "NO BROWSER TESTED: there is no chromium; apt-get install chromium"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_file(chromium):
    """Opens pages from disk; at the end nothing was requested but pages, and nothing said to the console."""
    said, asked, pages = [], [], []

    def opened(path, *, width=1280, scheme="light"):
        page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        pages.append(page)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it takes no built-in
        page.goto(path.as_uri())
        return page

    yield opened
    for page in pages:
        page.close()
    assert said == []
    own = [request for request in asked if not request.url.startswith("data:")]
    assert all(request.url.startswith("file:") and request.is_navigation_request() for request in own)
    assert len(own) >= len(pages)


@pytest.fixture
def open_page(open_file, tmp_path):
    """Opens HTML as `open_file` does a file."""
    count = itertools.count()

    def opened(html, **options):
        path = tmp_path / f"page{next(count)}.html"
        path.write_text(html, encoding="utf-8")
        return open_file(path, **options)

    return opened


@pytest.fixture
def serious(chromium):
    """What axe-core finds that is serious in a page at a path, after something was done in it."""

    def found(path, act, *, width, scheme):
        size = {"width": width, "height": 800}
        context = chromium.new_context(color_scheme=scheme, viewport=size, bypass_csp=True)
        page = context.new_page()
        page.goto(path.as_uri())
        act(page)
        violations = Axe().run(page).response["violations"]
        context.close()
        return [
            (v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in {"serious", "critical"}
        ]

    return found
