"""Pages and texts made to take for ever: refused, or read in time in proportion to their length."""

import time

import pytest

from summarizer.articles.article import make_article
from summarizer.articles.read import read_bytes
from summarizer.errors import ArticleError
from summarizer.marking.marked_article import mark
from tests.articles import BARE, STORY
from tests.attacks.bounds import taking
from tests.attacks.commands import batch, heavy
from tests.batches import check_out, failures, write
from tests.servers import scripted
from tests.sound import sound

pytestmark = pytest.mark.no_cover  # the time is that of the code, not of the coverage tracer
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in STORY.split("\n\n"))
PAGE = f"<!doctype html><html><body><article>{PARAGRAPHS}" + "{}</article></body></html>"
PAGES = {
    "attributes": "<p " + " ".join(f"a{n}" for n in range(200_000)) + ">x</p>",
    "attributes with values": "<p " + " ".join(f'data-a{n}="v > w"' for n in range(100_000)) + ">x</p>",
    "attributes with tags": "<p " + " ".join(f"data-a{n}='<i>'" for n in range(100_000)) + ">x</p>",
    "attributes with bare marks": "<p " + " ".join(f"a{n}=<" for n in range(100_000)) + ">x</p>",
    "attributes in lines": "<p\n" + "\n".join(f"a{n}='1'" for n in range(100_000)) + "\n>x</p>",
    "elements": "<i>x</i>" * 300_000,
    "empty elements": "<br>" * 400_000,
    "brackets": "<" * 1_000_000,
}
HARMLESS = {
    "an image in the page": "<img src='data:image/png;base64," + "iVBORw0K" * 100_000 + "'>",
    "data in an attribute": "<div data-json='"
    + '{"titre": "Le port rouvre", "mots": 3}, ' * 10_000
    + "'></div>",
    "deep": "<div>" * 10_000 + "x" + "</div>" * 10_000,
    "no end": "<p " + "a" * 1_000_000,
    "quotes without end": '<p a="' * 30_000 + "<p a='" * 30_001,
    "entities": "&amp;" * 100_000,
}


@pytest.mark.parametrize("name", [*PAGES, *HARMLESS])
def test_a_hostile_page_is_refused_or_read_at_once(name):
    """Refused is what no page of an article has; a long attribute is not."""
    data = PAGE.replace("{}", {**PAGES, **HARMLESS}[name]).encode()
    found = taking(lambda: list(read_bytes(data, source="a.html")), seconds=6)
    assert isinstance(found, ArticleError) == (name in PAGES)


def test_a_hostile_page_holds_up_no_other(tmp_path):
    """The command does the others."""
    folder = write(
        tmp_path / "in", {"a.html": PAGE.replace("{}", PAGES["attributes"]), "b.txt": BARE, "c.txt": STORY}
    )
    with scripted(sound) as server:
        batch(folder, server, code=1, seconds=60)
    check_out(tmp_path / "out", ["b.txt", "c.txt"], failed=["a.html"])
    assert "attributes" in failures(tmp_path / "out")["a.html"][1]


UNITS = (
    "Le ", "La Le ", "M. ", "Mme Le ", "« ", "» ", "“ ", "- ", "— ", "1 ", "1,", "12 % ", "1 000 ",
    "euros ", "Jean ", "Jean-", "d'", "l’", "de la ", "du ", "Saint-", "Le Le. ", "dit ", "a dit ",
    "« a » ", "il ", "qui ", "que ", "et ", "ou ", ", ", "; ", ": ", "(", "((", ") ", "[", "A", "A.", "A. ",
    "É ", "aaa", "a-", "a'", "10h", "10 h 30 ", "lundi ", "mars ", "le 3 mars ", "2024 ", "2024-", "XXe ",
    "M€ ", "$ ", "deux ", "vingt-", "cent ", "mille ", "millions de ", "trois à ", "entre 3 et ",
    "plus de ", "président ", "le président ", "le président Jean ", "Jean Dupont ", "Jean Dupont, ",
    "Dupont, directeur, ", "selon ", "selon lui, ", "« Oui », dit-il. ", "« Oui », a dit Jean Dupont. ",
    "\n", "\n\n", "\t", "\u00a0", "\u202f", "...", "… ", "! ", "? ", "?!", "\u0301", "œ", "🙂", "#", "@a ",
    "http://a.b/ ", "a@b.c ", "<b>", "&amp;", "S1 ", "[S1] ", "<|im_start|>", "N1 ", "1er ", "n° 1 ",
    "art. ", "etc. ", "p. ", "OTAN ", "L'OTAN ", "le CDK ", "UE-", "Le Monde ", "Les Le ", "Le groupe ",
    "le groupe Le ", "son ", "elle ", "cette ", "ce dernier ", "Ier ", "von ", "El ",
)  # fmt: skip


@pytest.mark.parametrize(
    "unit",
    [pytest.param(unit, marks=() if n % 12 == 0 else heavy, id=str(n)) for n, unit in enumerate(UNITS)],
)
def test_marking_a_repeated_unit_takes_linear_work(unit):
    """Twice as many take about twice as long, however dull the article."""
    times = []
    for number in (4000, 8000):
        article = make_article(f"{BARE} {unit * (number // max(1, len(unit) // 2))}.")
        tries = []
        for _ in range(2):  # the first loads and fills caches
            began = time.process_time()
            mark(article)
            tries.append(time.process_time() - began)
        times.append(min(tries))
    assert times[1] < max(0.5, 3.2 * times[0])
