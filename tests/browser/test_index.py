"""The index of a folder in a browser: found, filtered, sorted, by keys alone, and whatever it is made of."""

import io

import pytest

from summarizer.output.index import index_folder
from summarizer.output.render.index import write_index
from tests.briefs import make_brief
from tests.injections import MARKUP

COUNT = 1000


def brief_of(number):
    """Give a brief like no other: a fifth name Nadège Œuvrard, a tenth have no date and no findings."""
    brief = make_brief()
    month, day = number % 12 + 1, number % 28 + 1
    who = brief.stakeholders[1].model_copy(update={"name": "Nadège Œuvrard"})
    return brief.model_copy(
        update={
            "article": brief.article.model_copy(
                update={
                    "published": f"2025-{month:02}-{day:02}" if number % 10 else None,
                    "source": f"a/{number}.txt",
                    "words": number,
                }
            ),
            "headline": brief.headline.model_copy(update={"en": f"Line {number:04} of the port"}),
            "stakeholders": (*brief.stakeholders, who) if number % 5 == 0 else brief.stakeholders,
            "findings": brief.findings if number % 10 else (),
        }
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """Give the index of a thousand briefs, and one page for the first of them."""
    folder = tmp_path_factory.mktemp("out")
    place = folder / "index.html"
    with place.open("w", encoding="utf-8") as file:
        write_index(((f"./briefs/{n}.html", brief_of(n)) for n in range(COUNT)), file, name="Le dossier")
    (folder / "briefs").mkdir()
    (folder / "briefs" / "123.html").write_text(brief_of(123).to_html(), encoding="utf-8")
    return place


def said(page):
    """What the index says of what it found."""
    return page.locator("#found").text_content()


def headlines(page):
    """The headlines that are shown."""
    return page.locator(".row > a").all_text_contents()


def test_a_word_is_found(open_file, index):
    """By its beginning, in any case, with or without accents, in English and French; several all together."""
    page = open_file(index)
    assert page.locator("h1").inner_text() == "1,000 briefs"
    assert said(page) == "All 1,000 briefs"
    for words, found in {
        "0123": "1 of",
        "oeuv": "200 of",
        "NADEGE œuvrard": "200 of",
        "0125 nadège": "1 of",
        "0124 nadège": "0 of",
        "prefecture": "All 1,000",
        "joue montre": "All 1,000",
        "2.4": "All 1,000",
        "nothing like it": "0 of",
    }.items():
        page.locator("#q").fill(words)
        assert said(page).startswith(found), words
    page.locator("#again").click()
    assert said(page) == "All 1,000 briefs"


def test_filters_work_together(open_file, index):
    """A stakeholder named in the chart, a month of the chart, findings; and back to all."""
    page = open_file(index)
    page.locator("#named button", has_text="Nadège").click()
    assert said(page) == "200 of 1,000 briefs"
    page.locator("[data-day='2025-03']").click()
    assert page.locator("#from").input_value() == "2025-03-01"
    assert page.locator("#to").input_value() == "2025-03-31"
    chosen = [n for n in range(COUNT) if n % 5 == 0 and n % 10 and n % 12 + 1 == 3]
    assert said(page) == f"{len(chosen)} of 1,000 briefs"
    page.locator("[data-day='2025-03']").click()
    page.locator("#notes").check()
    assert said(page) == "100 of 1,000 briefs"
    page.locator("#clear").click()
    assert said(page) == "All 1,000 briefs"
    page.locator("#who").fill("nadege")
    assert page.locator("#names option").first.get_attribute("value") == "Nadège Œuvrard"
    assert said(page) == "200 of 1,000 briefs"


@pytest.mark.parametrize(
    ("order", "first"),
    [("new", "0083"), ("old", "0084"), ("name", "0000"), ("words", "0999"), ("findings", "0001")],
)
def test_order(open_file, index, order, first):
    """By date, where undated ones come last; by headline, length or findings."""
    page = open_file(index)
    page.locator("#sort").select_option(order)
    rows = headlines(page)
    assert rows[0] == f"Line {first} of the port"
    page.locator("#q").fill("of the port")
    assert headlines(page) == rows


def test_more_rows_come_as_they_are_scrolled_to(open_file, index):
    """A screenful at first, all in the end, none twice."""
    page = open_file(index)
    page.locator("#q").fill("nad")
    assert len(headlines(page)) < 100
    for _ in range(20):
        page.mouse.wheel(0, 20_000)
        page.wait_for_timeout(50)
    assert len(set(headlines(page))) == len(headlines(page)) == 200


def test_keys_and_the_way_back(open_file, index):
    """`/`, j, k, Enter and ? are enough; back from a brief the search stands as it was."""
    page = open_file(index)
    page.keyboard.press("/")
    page.keyboard.type("line 0123")
    page.keyboard.press("Enter")
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefs/123.html")
    page.go_back()
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#q").input_value() == "line 0123"
    assert headlines(page) == ["Line 0123 of the port"]
    page.keyboard.press("Escape")
    assert said(page) == "All 1,000 briefs"


def test_days_are_reached_by_arrows(open_file, index):
    """The chart is one stop of the tabulator."""
    page = open_file(index)
    page.locator("[data-day='2025-01']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#from").input_value() == "2025-02-01"
    assert page.locator(".days [tabindex='0']").count() == 1


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_hostile_folder(open_file, tmp_path, width):
    """Hostile words and names of files are shown as words, and each headline leads to its page."""
    names = ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "a b#c?d%20", "é\u202e🙂"]
    for number, (name, words) in enumerate(zip(names, (" ".join(MARKUP.values()),) * 4, strict=True)):
        brief = make_brief()
        brief = brief.model_copy(
            update={
                "headline": brief.headline.model_copy(update={"en": f"{number} {words}"}),
                "article": brief.article.model_copy(update={"title": words, "source": words}),
                "stakeholders": tuple(s.model_copy(update={"name": words}) for s in brief.stakeholders),
            }
        )
        (tmp_path / f"{name}.json").write_text(brief.model_dump_json(), encoding="utf-8")
    page = open_file(index_folder(tmp_path).place, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("main img, main script").count() == 0
    assert "</style><script>alert(1)</script>" in headlines(page)[0]
    for number in range(4):
        page.locator(".row > a").nth(number).click(position={"x": 5, "y": 5})
        page.wait_for_selector("article")
        page.go_back()
        page.wait_for_selector("html[data-ready]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(serious, index, scheme, width):
    """Contrast, names, landmarks, languages; with words marked and filters open."""

    def act(page):
        page.locator("#q").fill("line nadège")
        page.evaluate("document.getElementById('more').open = true")
        page.locator("#named button").first.click()

    assert serious(index, act, width=width, scheme=scheme) == []


def test_one_brief_needs_no_charts(open_page):
    """Where there is nothing to compare there is no chart."""
    out = io.StringIO()
    write_index([("./a.html", make_brief())], out, name="x")
    page = open_page(out.getvalue())
    assert page.locator("h1").inner_text() == "1 brief"
    assert not page.locator("#dates").is_visible()
    assert not page.locator("#named").is_visible()
