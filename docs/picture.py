"""The picture of the evidence page that README shows, from the brief that `make brief` wrote.

    python docs/picture.py [BRIEF.json] [PICTURE.webp]

The system's Chromium draws it, with a figure chosen. WebP, for it is a fourth of the PNG.
"""

import base64
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from summarizer.output.brief_files import read_brief
from summarizer.output.render.html import to_html

ROOT = Path(__file__).resolve().parents[1]
BRIEF = ROOT / "briefs" / "openai-400-millions.json"
PICTURE = ROOT / "docs" / "page.webp"
WIDTH, HEIGHT = 1280, 1160
CHOSEN = 2
"""The figure that is chosen, counted from 0."""


def main(brief: Path = BRIEF, picture: Path = PICTURE) -> None:
    """Draw the page with a figure and its French words in view."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        written = Path(folder) / "page.html"
        written.write_text(to_html(read_brief(brief)), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
        page.goto(written.as_uri())
        page.locator(".figure .go").nth(CHOSEN).click()
        page.evaluate("document.getElementById('article').scrollTop = 0; scrollTo(0, 0)")
        page.mouse.move(0, 0)
        shown = page.context.new_cdp_session(page).send(
            "Page.captureScreenshot", {"format": "webp", "quality": 60}
        )
        picture.write_bytes(base64.b64decode(shown["data"]))
        browser.close()
    print(f"wrote {picture}: {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
