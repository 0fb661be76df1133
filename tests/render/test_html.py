"""A brief as a page, read back with an HTML parser; what a browser makes of it is in tests/browser."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.render.html import to_html
from summarizer.output.render.passages import Ground, cut
from summarizer.schemas.brief import Finding, Span
from summarizer.text.printable import printable


class Page(HTMLParser):
    """Tags with their attributes, the text by `data-of` key, and the whole text outside script and style."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.of, self.text, self._open = [], {}, "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Keep the tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "br"}:
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """Close what is open."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        """Keep the words."""
        if self._open and self._open[-1][0] in {"script", "style"}:
            return
        self.text += data
        for key in (self._open[-1][1].get("data-of") or "").split() if self._open else ():
            self.of[key] = self.of.get(key, "") + data


def changed(brief, **fields):
    """Give the brief with other fields."""
    return brief.model_copy(update=fields)


@pytest.mark.parametrize(
    ("key", "french"),
    [
        pytest.param("f2", "2,4 millions d'euros", id="figure"),
        pytest.param("q2", "joue la montre", id="quote"),
        pytest.param("s2", "Solenn Kervadec", id="stakeholder"),
        pytest.param("d1-1", "Le syndicat des dockers [CDK] juge", id="side"),
    ],
)
def test_entries_have_their_french(brief, key, french):
    """Each entry's French words are marked in the article, and it leads to the first of them."""
    page = Page(to_html(brief))
    assert french in page.of[key]
    link = next(attrs for tag, attrs in page.tags if attrs.get("data-go") == key)
    assert {"id": link["href"][1:]}.items() <= next(
        attrs for tag, attrs in page.tags if attrs.get("id") == link["href"][1:]
    ).items()


def test_whole_article_is_there(brief):
    """Cut and marked, the article still reads as it is written."""
    html = to_html(brief)
    body = html[html.index('<article lang="fr">') : html.index("</article>")]
    lines = [line for line in brief.article.text.split("\n") if line.strip()]
    assert [line for line in Page(body + "</article>").text.split("\n") if line.strip()] == lines


def test_both_languages_are_named(brief):
    """A screen reader reads the article in French and the brief in English; the regions have names."""
    tags = Page(to_html(brief)).tags
    assert ("html", {"lang": "en"}) in tags
    assert ("article", {"lang": "fr"}) in tags
    assert {"header", "main", "footer"} <= {tag for tag, _ in tags}


def test_nothing_runs_that_is_not_ours(brief):
    """The policy allows the page's own style and script by digest, and nothing else."""
    html = to_html(brief)
    page = Page(html)
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        words = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(words) == 1
        digest = base64.b64encode(hashlib.sha256(words[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]
    for _, attrs in page.tags:
        assert attrs.get("href", "#").startswith(("#", "data:,"))
        assert "src" not in attrs


HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("</style><script>alert(1)</script>", id="style end"),
    pytest.param("</script><img src=x onerror=alert(1)>", id="script end"),
    pytest.param('" onmouseover="alert(1)', id="attribute"),
    pytest.param("javascript:alert(1)", id="javascript"),
    pytest.param("{{ 7*7 }} {% raw %}", id="template"),
    pytest.param("<!-- x --> ]]> &lt;b&gt;", id="comment"),
    pytest.param("\u200b🙂\u200d🧵", id="zero width and emoji"),
    pytest.param("x" * 5000, id="long word"),
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(brief, words):
    """In the text, the title, the name of the file or an answer: shown as they are written."""
    kept = len(Page(to_html(brief)).tags)
    text = f"{brief.article.text}\n\n{words}"
    article = brief.article.model_copy(update={"text": text, "title": words, "source": words})
    headline = brief.headline.model_copy(update={"en": words})
    page = Page(to_html(changed(brief, article=article, headline=headline)))
    assert len(page.tags) == kept + 1  # the new paragraph
    assert page.text.count(words) == 4  # title of the page, headline, source, article
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_directions_and_controls_are_not_obeyed(brief):
    """What acts on the display without being seen is left out."""
    text = brief.article.text.replace("durcit", "dur\u202ecit\x00\x1b[31m")
    html = to_html(changed(brief, article=brief.article.model_copy(update={"text": text})))
    assert not set("\u202e\x00\x1b") & set(html)


def test_wrong_span_is_not_drawn(brief):
    """A span that does not fit its article is not highlighted; its entry says where it is wrong."""
    figure = brief.key_figures[1]
    moved = Span(start=figure.source.start + 1, end=figure.source.end + 1, text=figure.source.text)
    figures = (brief.key_figures[0], figure.model_copy(update={"source": moved}))
    page = Page(to_html(changed(brief, key_figures=figures)))
    assert "f2" not in page.of
    assert "key_figures[1].source" in page.text


def finding(**fields):
    """Give a finding that was kept."""
    return Finding(**{"code": "name", "message": "a note", "action": "kept", **fields})


@pytest.mark.parametrize(
    ("found", "after"),
    [
        pytest.param(finding(section="quotes", words="playing for time"), "joue la montre", id="entry"),
        pytest.param(finding(section="stakeholders", words="nowhere"), "its director", id="section"),
        pytest.param(finding(), "92 words", id="whole"),
    ],
)
def test_findings_stand_where_they_belong(brief, found, after):
    """With the one entry that says the words, else with the section, else above all."""
    page = Page(to_html(changed(brief, findings=(found,))))
    assert page.text.count("a note") == 1
    between = page.text[page.text.index(after) : page.text.index("a note")]
    assert len(between) < 160


def test_empty(empty):
    """A section with nothing in it says so."""
    assert Page(to_html(empty)).text.count("None.") == 5


def test_empty_of_a_small_model(empty):
    """A plan that leaves out what it doubts does not say that there is nothing."""
    small = empty.model_copy(update={"provenance": empty.provenance.model_copy(update={"plan": "piecewise"})})
    page = Page(to_html(small)).text
    assert page.count("None was certain enough to be told.") == 5
    assert page.count("None.") == 0


def test_method(brief):
    """A brief writes itself as a page."""
    assert brief.to_html() == to_html(brief)


@given(
    st.text("ab \n«1", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_cut_keeps_text_and_spans(text, ends):
    """Whatever overlaps: pieces give the lines whole, and each entry's pieces are its words."""
    spans = [Span(start=a, end=b, text=text[a:b]) for a, b in ends if a <= b <= len(text)]
    lines = cut(text, [Ground(f"p{n}", "", "evidence", span) for n, span in enumerate(spans)])
    shown = [line for line in text.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in line) for line in lines] == shown
    for n, span in enumerate(spans):
        mine = "".join(piece.text for line in lines for piece in line if f"p{n}" in piece.keys)
        assert mine.split() == span.text.split() or re.sub(r"\s", "", mine) == re.sub(r"\s", "", span.text)
    assert printable("a\nb") == "a\nb"
