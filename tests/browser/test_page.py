"""The evidence page in a browser: choosing, keys, hostile words, and what axe-core finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from summarizer.render.html import to_html
from tests.briefs import make_brief

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script><style>",
    "<img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "{{ 7*7 }}",
    "x" * 5000,
    "\u202eabc 🙂\u200b\u200d",
)


@pytest.fixture
def html():
    """Give a page on which the article is long: what is chosen may be out of view."""
    brief = make_brief()
    filler = "\n\n".join(f"Le port numéro {n} reste ouvert à tous les bateaux." for n in range(80))
    text = f"{brief.article.text}\n\n{filler}"
    return to_html(brief.model_copy(update={"article": brief.article.model_copy(update={"text": text})}))


def in_view(locator):
    """Whether the middle of an element is what is seen there."""
    return locator.evaluate(
        "e => { const b = e.getClientRects()[0]; const x = b.left + b.width / 2, y = b.top + b.height / 2;"
        " const at = document.elementFromPoint(x, y); return at !== null && (e.contains(at) || at === e) }"
    )


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_a_figure_shows_its_french(open_page, html, width):
    """Its words are lit and in view; they lead back."""
    page = open_page(html, width=width)
    page.locator("[data-go=f2]").click()
    page.wait_for_timeout(900)
    lit = page.locator("article .on")
    assert lit.all_inner_texts() == ["2,4 millions d'euros"]
    assert in_view(lit.first)
    assert page.locator("#f2").get_attribute("aria-current") == "true"
    page.locator("article a.figure").nth(2).click()
    page.wait_for_timeout(900)
    assert page.locator("[aria-current=true]").get_attribute("id") == "f3"
    assert in_view(page.locator("#f3 .go"))


def test_keys_are_enough(open_page, html):
    """Entry by entry, to the French and back, the list of keys, and nothing chosen."""
    page = open_page(html)
    for _ in range(4):
        page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.go") == "p2"
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "trois à quatre semaines"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.go") is not None
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_words_do_nothing(open_page, width):
    """No script runs, nothing is asked for, and the page is no wider than its window."""
    brief = make_brief()
    words = " ".join(HOSTILE)
    article = brief.article.model_copy(
        update={"text": f"{brief.article.text}\n\n{words}", "title": words, "source": words}
    )
    points = tuple(point.model_copy(update={"en": words}) for point in brief.key_points)
    page = open_page(
        to_html(brief.model_copy(update={"article": article, "key_points": points})), width=width
    )
    page.locator("[data-go=f2]").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("article img, article script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(chromium, tmp_path, html, scheme, width):
    """Contrast, names, landmarks, languages; with an entry chosen."""
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    context = chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator("[data-go=q1]").click()
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}] == []
