"""An article that holds what acts upon a page, a terminal or an offset goes all the way, and stays text."""

import asyncio
import json

import pytest

from summarizer import read_article
from summarizer.errors import ArticleError, ModelOutputError
from summarizer.output.render import to_text
from summarizer.pipeline import asummarize
from summarizer.text.printable import printable
from summarizer.verify import verify
from tests.articles import STORY
from tests.injections import INJECTIONS, MARKUP
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, sound, sound_entries

WORDS = {name: words for name, words in (MARKUP | INJECTIONS).items() if "\x00" not in words}


def made(text, folder, answer=sound):
    """Give the brief of an article in a file of a hostile name."""
    path = folder / "<script>alert(1)<.script> \u202e.txt"
    path.write_text(text, encoding="utf-8")
    with scripted(answer) as server:
        return asyncio.run(asummarize(read_article(path), model=chosen(server)))


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_the_whole_way(tmp_path, words):
    """In title and text: spans hold, the brief verifies, and each rendering shows words."""
    title, *rest = STORY.split("\n")
    text = "\n".join((f"{title} {words[:80]}".replace("\n", " "), *rest, "", words))
    brief = made(text, tmp_path)
    assert brief.key_figures
    assert brief.quotes
    assert verify(brief) == []
    html = brief.to_html()
    assert html.count("<script") == 1
    assert "alert(1)<.script>" not in html
    article = html[html.index('<article lang="fr">') : html.index("</article>")]
    assert article.count("class=") > 3
    assert "<img" not in article
    printed = to_text(brief, width=80)
    assert printed == printable(printed)
    assert max(map(len, printed.splitlines())) <= 80


@pytest.mark.parametrize("name", ["script", "style end", "image", "link", "template"])
def test_hostile_answers_do_not_pass(tmp_path, name):
    """What is no part of an English sentence is refused, so that a brief of such answers is not written."""

    def answer(request):
        entries = sound_entries(request)
        for entry in entries.values():
            entry.update({key: MARKUP[name] for key in entry if key in {"en", "role", "measure"}})
        return Reply(body=completion(json.dumps(entries)))

    with pytest.raises(ModelOutputError):
        made(STORY, tmp_path, answer)


def test_null_bytes_are_refused_by_name(tmp_path):
    """A file that holds them is no text."""
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode() + b"\x00")
    with pytest.raises(ArticleError, match="binary"):
        read_article(path)
