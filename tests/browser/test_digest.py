"""The page of a digest in a browser: searched, read by keys alone, and whatever it is made of."""

import io

import pytest

from summarizer.digest import digest
from summarizer.digest.likeness import Words
from summarizer.output.render.digest_page import write_digest_page
from tests.digest.articles import fire, harbour, later
from tests.digest.test_page import hostile
from tests.injections import MARKUP


def dead_alone(made):
    """Take the injured from a brief's figures: only code finds them."""
    return made.model_copy(update={"key_figures": made.key_figures[:1]})


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Give the page of an event with two updates, one of them in no brief, and of thirty others."""
    folder = tmp_path_factory.mktemp("out")
    papers = [
        *map(dead_alone, (fire(), fire("z/copy.txt"), later())),
        *(harbour(f"{n}.txt", f"{1990 + n}-01-01") for n in range(30)),
    ]
    path = folder / "digest.html"
    with path.open("w", encoding="utf-8") as file:
        write_digest_page(digest(papers, likeness=Words()), file, name="Le dossier")
    return path


def says(page, beginning):
    """Wait until what the page says that it found begins so."""
    page.wait_for_function("it => document.querySelector('#found').textContent.startsWith(it)", arg=beginning)


def test_search(open_file, place):
    """By the beginning of words, without case and accents, in events and people."""
    page = open_file(place)
    assert page.locator("h1").inner_text() == "31 events"
    says(page, "All 31 events")
    for words, found in {
        "brezac": "1 of",
        "BRÉZ": "1 of",
        "kerlann": "30 of",
        "ezac": "0 of",
        "dead brezac": "1 of",
    }.items():
        page.locator("#q").fill(words)
        says(page, found)
    page.locator("#again").or_(page.locator("#q")).first.wait_for()
    page.locator("#q").fill("varras")
    page.locator("#tab-people").click()
    says(page, "1 of")


def test_an_event(open_file, place):
    """Figures with their French, a chart of the update, who said what, near copies told."""
    page = open_file(place)
    page.locator("#q").fill("brezac")
    page.locator(".event a").first.click()
    page.wait_for_selector("#detail h2")
    text = page.locator("#detail").inner_text()
    assert "updated" in text
    assert "2 independent reports" in text
    assert "near copy of" in text
    assert page.locator("#detail mark").first.inner_text() == "neuf personnes"
    caption = page.locator("#detail caption", has_text="27 blessés")
    assert caption.locator("[lang=fr]").inner_text() == "« parle de 27 blessés »"
    assert page.get_by_text("not in its brief").count() == 3
    assert "9" in page.locator("svg[role=img]").first.get_attribute("aria-label")
    page.locator("#detail .who a", has_text="Varras").click()
    page.wait_for_function("document.querySelector('#detail h2').textContent === 'Léonie Varras'")
    assert "Nous avons entendu des cris" in page.locator("#detail").inner_text()
    assert "other wording" in page.locator("#detail").inner_text()
    page.go_back()
    page.wait_for_function("document.querySelector('#detail h2').textContent !== 'Léonie Varras'")
    page.keyboard.press("Escape")
    page.wait_for_selector("#lists:not([hidden])")
    assert page.locator("#q").input_value() == "brezac"


def test_keys_are_enough(open_file, place):
    """`/`, j, k, Enter, Escape and ? are enough; focus goes to what is opened and back."""
    page = open_file(place)
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'q'")
    page.keyboard.type("kerlann")
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_selector("#detail h2")
    page.wait_for_function("document.activeElement.tagName === 'H2'")
    page.keyboard.press("Escape")
    page.wait_for_selector("#lists:not([hidden])")
    page.wait_for_function("document.activeElement.closest('.event') !== null")
    page.keyboard.press("?")
    page.wait_for_selector("dialog", state="visible")


def test_order_and_days(open_file, place):
    """Newest first, and since a day."""
    page = open_file(place)
    page.locator("#sort").select_option("new")
    page.locator(".event").first.get_by_text("2026-03-03").first.wait_for()
    page.locator("#from").fill("2010-01-01")
    page.locator("#from").dispatch_event("change")
    says(page, "11 of 31 events")


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
def test_hostile_words_do_nothing(open_page, width):
    """In headlines, names, roles, sources and figures: shown as words, no line too wide."""
    out = io.StringIO()
    write_digest_page(hostile(" ".join(MARKUP.values())), out, name="x")
    page = open_page(out.getvalue(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".event a").first.click(position={"x": 5, "y": 5})
    page.wait_for_selector("#detail h2")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("main img, main script").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator("#detail h2").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["list", "event", "person"])
def test_axe_finds_nothing_serious(serious, place, scheme, width, kind):
    """Contrast, names, landmarks, languages, in the list, an event and a person."""

    def act(page):
        page.locator("#q").fill("brezac")
        if kind != "list":
            page.locator(".event a").first.click()
            page.wait_for_selector("#detail h2")
        if kind == "person":
            page.locator("#detail .who a").first.click()
            page.wait_for_function("document.querySelector('#detail .who') === null")

    assert serious(place, act, width=width, scheme=scheme) == []
