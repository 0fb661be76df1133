"""The evidence page in a browser: choosing, keys, hostile words, and what axe-core finds."""

import pytest

from summarizer.output.render.html import to_html
from summarizer.text.printable import printable
from tests.briefs import make_brief
from tests.injections import MARKUP


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


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_hostile_words_do_nothing(open_page, width):
    """In text, title, file name and every answer: no script runs, nothing is asked for, no line is too wide.

    And the French that a figure leads to is still its own.
    """
    brief = hostile()
    page = open_page(to_html(brief), width=width)
    page.locator("[data-go=f2]").click()
    assert page.locator("article .on").all_inner_texts() == ["2,4 millions d'euros"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("article img, article script, main img, main script, header a:not(.go)").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    shown = page.locator("#p1 .go").text_content()
    for words in MARKUP.values():
        assert printable(words) in shown


def hostile():
    """Give a brief that says what it should not wherever it can, before and after all of its spans."""
    brief = make_brief()
    words = " ".join(MARKUP.values())
    text = f"{brief.article.text}\n\n{words}"
    article = brief.article.model_copy(update={"text": text, "title": words, "source": words})
    return brief.model_copy(
        update={
            "article": article,
            "headline": brief.headline.model_copy(update={"en": words}),
            "key_points": tuple(point.model_copy(update={"en": words}) for point in brief.key_points),
            "key_figures": tuple(
                f.model_copy(update={"subject": words, "measure": words, "unit": words})
                for f in brief.key_figures
            ),
            "quotes": tuple(q.model_copy(update={"en": words, "speaker": words}) for q in brief.quotes),
            "stakeholders": tuple(s.model_copy(update={"name": words}) for s in brief.stakeholders),
            "findings": tuple(f.model_copy(update={"words": words, "code": words}) for f in brief.findings),
        }
    )


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_is_wider_than_the_window(open_page, html, width):
    """From a small phone to a wide screen."""
    page = open_page(html, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_french_leads_to_its_entries(open_page, html):
    """Words on which several entries rest lead to one after the other."""
    page = open_page(html)
    words = page.locator("article a.figure", has_text="2,4 millions")
    seen = []
    for _ in range(3):
        words.click()
        page.wait_for_timeout(300)
        seen.append(page.locator("[aria-current=true]").get_attribute("id"))
    assert seen[0] == "f2"
    assert len(set(seen)) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(serious, tmp_path, html, scheme, width):
    """Contrast, names, landmarks, languages; with an entry chosen."""
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    assert serious(path, lambda page: page.locator("[data-go=q1]").click(), width=width, scheme=scheme) == []
