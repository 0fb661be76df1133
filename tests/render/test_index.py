"""The index as it is written: what stands in it, that nothing in it runs, and that nothing is kept."""

import io
import json
import re
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.render.index import BLOCK, DIGITS, words_of, write_index
from summarizer.text.folding import plain_letters
from summarizer.text.printable import one_line
from tests.briefs import make_brief
from tests.injections import MARKUP


def written(briefs, name="x"):
    """Give an index as text."""
    out = io.StringIO()
    write_index(briefs, out, name=name)
    return out.getvalue()


def blocks(html):
    """Give what stands in the blocks of an index."""
    found = re.findall(r'<script type="application/json" class="rows">(.*?)</script>', html, re.DOTALL)
    return [json.loads(words) for words in found]


@pytest.mark.parametrize(
    ("words", "folded"),
    [("Électricité", "electricite"), ("Œuvre d’ÆON", "oeuvre d'aeon"), ("Straße ﬁ", "strasse ﬁ"), ("", "")],
)
def test_fold(words, folded):
    """Case and accents do not count."""
    assert plain_letters(words) == folded


@given(st.text(max_size=60))
def test_fold_is_done_once(words):
    """What is folded stays as it is but for letters whose lower case has a lower case."""
    assert plain_letters(plain_letters(plain_letters(words))) == plain_letters(plain_letters(words))


def test_words_of_all_parts(brief):
    """A brief is found by what each of its parts says, figures as they are written."""
    found = words_of(brief)
    expected = ("kerlann", "prefecture", "losses", "2.4", "2,4", "montre", "kervadec", "director", "beyond")
    assert set(expected) <= found
    assert all(word == plain_letters(word) for word in found)


def test_rows_of_words(brief):
    """Each word says which rows of its block hold it; blocks are full but for the last."""
    others = [brief.model_copy(update={"quotes": ()}) if n % 3 else brief for n in range(BLOCK + 40)]
    first, last = blocks(written((f"./{n}.html", other) for n, other in enumerate(others)))
    assert (len(first["rows"]), len(last["rows"])) == (BLOCK, 40)
    assert [row[0] for row in last["rows"]][:2] == [f"./{BLOCK}.html", f"./{BLOCK + 1}.html"]
    for start, block in ((0, first), (BLOCK, last)):
        places = block["held"][block["words"].index("montre")]
        pairs = [places[n : n + 2] for n in range(0, len(places), 2)]
        numbers = [DIGITS.index(pair[0]) * len(DIGITS) + DIGITS.index(pair[1]) for pair in pairs]
        assert numbers == [n - start for n in range(start, start + len(block["rows"])) if n % 3 == 0]
        assert block["words"] == sorted(block["words"])


def test_a_name_stands_once_in_a_block(brief):
    """Rows say names by their number."""
    (block,) = blocks(written([("./a.html", brief), ("./b.html", brief)]))
    assert block["names"] == ["Ostrelec_Ports", "Solenn Kervadec"]
    assert [row[-1] for row in block["rows"]] == [[0, 1], [0, 1]]


@pytest.mark.parametrize("published", ["2025-02-30T10:00", "yesterday", "2025-1", "12025", None])
def test_what_is_no_date_is_left_out(brief, published):
    """The contract allows dates of reduced precision; nothing else can be put in order."""
    article = brief.article.model_copy(update={"published": published})
    (block,) = blocks(written([("./a.html", brief.model_copy(update={"article": article}))]))
    assert block["rows"][0][4] == ""


@pytest.mark.parametrize("words", MARKUP.values(), ids=MARKUP)
def test_hostile_words_end_no_block(brief, words):
    """As text of a brief and as the folder's name; what is not seen but acts is left out."""
    article = brief.article.model_copy(update={"title": words, "source": words})
    hostile = brief.model_copy(update={"article": article})
    html = written([("./a.html", hostile)], name=words)
    plain = written([("./a.html", brief)])
    assert html.count("<script") == plain.count("<script")
    assert html.count("<img") == 0
    (block,) = blocks(html)
    assert block["rows"][0][2] == one_line(words)
    assert not set("\x00\u202e\u061c\u2067") & set(html)


def test_policy_allows_its_own_script_alone(brief):
    """By digest; the blocks are no scripts."""
    html = written([("./a.html", brief)])
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', html)
    assert "script-src &#39;sha256-" in policy
    assert "unsafe" not in policy
    assert " style=" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)


def test_memory_is_flat():
    """Three blocks take no more memory than one."""
    brief = make_brief()

    class Nowhere(io.StringIO):
        def write(self, words):
            return len(words)

    def peak(count):
        tracemalloc.start()
        write_index(((f"./{n}.html", brief) for n in range(count)), Nowhere(), name="x")
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(200)  # what is imported and compiled at first is not counted
    one = peak(BLOCK)
    assert peak(3 * BLOCK) < 1.5 * one
