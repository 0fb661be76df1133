"""The page and the Markdown as written: what stands in them, and that nothing in them runs."""

import io
import json
import re

import pytest

from summarizer.digest import digest
from summarizer.digest.likeness import Words
from summarizer.output.render.digest_markdown import digest_to_markdown
from summarizer.output.render.digest_page import BLOCK, write_digest_page
from summarizer.output.render.index import write_index
from tests.digest.articles import FIRE, fire, harbour, later
from tests.injections import MARKUP


def written(made, name="x"):
    """Give the page as text."""
    out = io.StringIO()
    write_digest_page(made, out, name=name)
    return out.getvalue()


def blocks(html, kind):
    """Give what stands in the blocks of a kind."""
    found = re.findall(rf'<script type="application/json" class="{kind}">(.*?)</script>', html, re.DOTALL)
    return [item for block in found for item in json.loads(block)]


def hostile(words):
    """Give a digest of briefs that say `words` wherever they can."""
    return digest([_saying(made, words) for made in (fire(), later(), harbour())], likeness=Words())


def _saying(made, words):
    return made.model_copy(
        update={
            "article": made.article.model_copy(
                update={"title": words, "source": f"{words}{made.article.id}"}
            ),
            "headline": made.headline.model_copy(update={"en": words}),
            "stakeholders": tuple(
                who.model_copy(
                    update={
                        "name": f"{words} {who.name}",
                        "role": who.role.model_copy(update={"en": words}),
                    }
                )
                for who in made.stakeholders
            ),
            "key_figures": tuple(
                f.model_copy(update={"subject": words, "en": words}) for f in made.key_figures
            ),
            "quotes": tuple(q.model_copy(update={"en": words, "speaker": words}) for q in made.quotes),
        }
    )


@pytest.mark.parametrize("words", MARKUP.values(), ids=MARKUP)
def test_hostile_words_end_no_block(words):
    """As text of a brief and as the folder's name."""
    html = written(hostile(words), name=words)
    plain = written(digest([fire(), later(), harbour()], likeness=Words()))
    assert html.count("<img") == 0
    assert html.count("<script>") == plain.count("<script>") == 1
    assert len(blocks(html, "event")) == len(blocks(html, "events"))
    assert not set("\x00\u202e\u061c\u2067") & set(html)
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', html)
    assert policy
    assert "unsafe" not in policy[1]
    assert "<script" not in digest_to_markdown(hostile(words)).replace("\\<script", "")


def test_details_are_in_the_order_of_the_lists():
    """The nth event of the list is the nth of the details, over all blocks."""
    papers = [harbour(f"{n}.txt", f"20{n % 50 + 20}-01-01") for n in range(30)] + [fire(), later()]
    html = written(digest(papers, likeness=Words()))
    assert [line[0] for line in blocks(html, "events")] == [event["id"] for event in blocks(html, "event")]
    assert [line[0] for line in blocks(html, "people")] == [person["id"] for person in blocks(html, "person")]
    assert BLOCK > 0


def test_a_cell_shows_its_figure_in_its_sentence():
    """Three parts that together are the sentence."""
    html = written(digest([fire(), later()], likeness=Words()))
    (event,) = blocks(html, "event")
    cell = event["rows"][0]["cells"][0]
    assert "".join(cell[5:8]).strip().startswith("Au moins neuf personnes ont péri")
    assert cell[6] == "neuf personnes"


def test_markdown_of_an_empty_digest():
    """Nothing to tell is told."""
    assert digest_to_markdown(digest([])) == "# Digest of 0 briefs: 0 events\n"


def test_one_text_in_two_papers_is_one_report():
    """Its figures agree because they are the same; nobody has counted twice."""
    copied = digest([fire(), fire("b/2.txt", text=FIRE.replace("le préfet", "préfet"))], likeness=Words())
    assert {row.reports for row in copied.events[0].rows} == {1}
    told = digest_to_markdown(copied)
    assert ": one report: " in told
    assert ": agree: " not in told


def test_the_words_that_say_that_a_figure_is_newer_are_shown():
    """In the page beside the figure, as whose claim it is."""
    html = written(digest([fire(), later()], likeness=Words()))
    (event,) = blocks(html, "event")
    dead = next(row for row in event["rows"] if row["relation"] == "updated")
    assert [cell[10] for cell in dead["cells"]] == ["", "nouveau bilan"]


def test_its_head_is_that_of_the_other_pages():
    """Index and digest allow the same: their own style and script, and no request."""
    index = io.StringIO()
    write_index([("a.html", fire())], index, name="x")
    heads = [
        re.sub(r"sha256-[^&']+", "sha256", html.partition("<title>")[0])
        for html in (index.getvalue(), written(digest([fire()], likeness=Words())))
    ]
    assert heads[0] == heads[1]
    assert "default-src &#39;none&#39;" in heads[0]
