"""The evidence page as the HTTP server shows it, in a browser, behind a key."""

import pytest

pytest.importorskip("fastapi", reason="NO HTTP TESTED: pip install 'grounded-summarizer[http]'")
pytest.importorskip("httpx", reason="NO HTTP TESTED: pip install httpx")

from summarizer.output.brief_files import brief_id
from tests.briefs import make_brief
from tests.serve.test_http import serving


def test_a_page_behind_a_key(chromium, tmp_path):
    """The browser sends the key as a password; the page's script runs, and nothing is blocked."""
    (tmp_path / "kerlann.json").write_text(make_brief().model_dump_json(), "utf-8")
    said = []
    with serving("--briefs", tmp_path, key="secret") as client:
        context = chromium.new_context(http_credentials={"username": "reader", "password": "secret"})
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{str(client.base_url).rstrip('/')}/briefs/{brief_id(make_brief())}")
        page.locator("[data-go=f1]").click()
        page.wait_for_selector("article .on")
        context.close()
    assert [line for line in said if "401" not in line and "favicon" not in line] == []
