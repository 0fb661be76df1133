"""Plainer French for what a small model misreads: common words help it more than a hint."""

import re
from functools import cache

from summarizer.english.lemmas import is_finite
from summarizer.french import Mention
from summarizer.marking.hints import STANDS_FOR, STRESSED, opening_name
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.mixed_text import neutral
from summarizer.text.word_lists import read_list

_GAP = r"((?:[^\s,.;:«»“”]+\s){0,5}[^\s,.;:«»“”]+)"
_GLOSS = re.compile(r"\s\([a-z]+\)(?=[\s,.;:]|$)")
"""« l'informatique à distance (cloud) »: one word that says the same again."""
_TWO = re.compile(
    r"^((?:Avant de|Pour|Sans|Afin de)\s[^,;:.]*?\bune?\s[^,;:.]{2,40}), "
    r"(une?\s[^,;:.]{2,40}, (?:nous|je|on|il|elle|ils|elles)\b)"
)
"""« Avant de vendre un pont, un nouveau quai, nous … »: a small model takes the second for an apposition."""


_WORD = re.compile(r"\s([^\W\d_]+)")
_ITS_ARTICLE = re.compile(r"(?<![\w’'])((?:du|au)\s|(?:(?:de|à)\s)?(?:la\s|l['’])|le\s)$", re.IGNORECASE)
_ELIDED = re.compile(r"(?<=\bqu)e (?=[AEIOUYÉÈ][^\W\d_])")
_AFTER_NOUN = frozenset({
    "a", "au", "aux", "avait", "dans", "de", "depuis", "des", "du", "en", "est", "et", "ne", "ont", "par",
    "pour", "pourra", "pourrait", "qui", "sera", "serait", "se", "sur",
})  # fmt: skip
"""Words behind « le groupe » that are no part of it; « le groupe américain » may be another."""


_BECOMES = re.compile(
    r"\bpasser (?:de\s|d['’])(?P<was>(?!la\s|l['’]|un)[a-zà-ÿ][^,;:.«»\d]{3,40}?) "
    r"à (?P<is>(?!la\s|l['’]|un|plus|près|[a-zà-ÿ]+(?:er|ir|re)\s)[a-zà-ÿ]+\s[^,;:.«»\d]{2,30}?)"
    r"(?=\s(?:afin|pour|en|dès)\b|[,.;]|$)"
)
"""« passer d'organisme public à société cotée »: a small model takes the first for what comes of it."""
_GROWN = re.compile(
    r"^(En\s(?:hausse|baisse|progression|recul|augmentation|repli)\s(?:de\s|d['’])[^,;:.]{2,60}), "
    r"((?:[A-ZÀ-Þ]|l['’]|les?\s|la\s)[^,;:.«»“”]{8,120})(?=[,.]|$)"
)
"""« En hausse d'un tiers, X revendique 40 abonnés »: read first, the share is taken for the figure's own."""


def show_plainly(marked: MarkedArticle, start: int, end: int) -> str:
    """A stretch of the article on one line in plainer words, in which each party has its name."""
    name, at = opening_name(marked, start)
    shown = name + STRESSED.sub(" ", _with_names(marked, at, end))
    return neutral(make_plainer(" ".join(shown.split())))


def make_plainer(french: str) -> str:
    """A sentence in plainer words; it says the same.

    >>> make_plainer("Le port a assigné la ville en justice.")
    'Le port a engagé une action en justice contre la ville.'
    >>> make_plainer("Avant de vendre un pont, un nouveau quai, nous votons.")
    'Avant de vendre un pont ou un nouveau quai, nous votons.'
    """
    for pattern, plainer in _wordings():
        french = pattern.sub(plainer, french)
    french = _GROWN.sub(_grown_last, french)
    french = _BECOMES.sub(_become, french)
    return _TWO.sub(r"\1 ou \2", _GLOSS.sub("", french))


def _become(found: re.Match[str]) -> str:
    """« devenir société cotée au lieu d'organisme public »."""
    link = "d'" if found["was"][0] in "aeiouyéèêh" else "de "
    return f"devenir {found['is']} au lieu {link}{found['was']}"


def _grown_last(found: re.Match[str]) -> str:
    """The main clause first: « X revendique 40 abonnés, en hausse d'un tiers »."""
    return f"{found[2][0].upper()}{found[2][1:]}, e{found[1][1:]}"


@cache
def _wordings() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = []
    for line in read_list("french", "plainer"):
        wording, plainer = line.split(" = ")
        pattern = re.escape(wording).replace("'", "['’]").replace("…", _GAP)
        found.append((re.compile(rf"\b{pattern}(?!\w)", re.IGNORECASE), plainer.replace("…", r"\1")))
    return tuple(found)


def _with_names(marked: MarkedArticle, start: int, end: int) -> str:
    """A stretch of the article in which every party has its name: also « OpenAi », « le groupe »."""
    named = []
    for name in marked.names.values():
        for mention in name.mentions:
            if start <= mention.start and mention.end <= end:
                if mention.text.casefold() == name.text.casefold() and mention.text[0].isupper():
                    named.append((mention.start, mention.end, name.text))
                elif stands_in := _stands_in(marked, name.text, mention):
                    named.append(stands_in)
    pieces, at = [], start
    for left, right, words in sorted(named):
        if left >= at:
            pieces += [marked.text[at:left], words]
            at = right
    return _ELIDED.sub("'", "".join((*pieces, marked.text[at:end])))


def _has_a_name(marked: MarkedArticle, name: str) -> bool:
    """Whether a name stands without an article everywhere, or once behind its noun: « le groupe OpenAI ».

    « l'Ordance » may be a river from which a body has its name.
    """
    with_article = re.search(
        rf"(?<!\w)(?:l['’]|(?:la|le|du)\s){re.escape(name)}\b", marked.text, re.IGNORECASE
    )
    nouns = "|".join(sorted(STANDS_FOR))
    return not with_article or bool(re.search(rf"\b(?:{nouns})\s{re.escape(name)}\b", marked.text))


def _stands_in(marked: MarkedArticle, name: str, mention: Mention) -> tuple[int, int, str] | None:
    """What « le groupe » gives way to where it surely is a name and no adjective follows: extent, words."""
    if mention.text.lower() not in STANDS_FOR or name == name.lower():
        return None
    if not _has_a_name(marked, name):
        return None
    article = _ITS_ARTICLE.search(marked.text, max(mention.start - 6, 0), mention.start)
    following = _WORD.match(marked.text, mention.end)
    alone = following is None or following[1] in _AFTER_NOUN or is_finite(following[1])
    if (
        article is None
        or not alone
        or any(q.start <= mention.start < q.end for q in marked.quotations.values())
    ):
        return None
    before = article[1].lower().split()[0] if article[1] else ""
    link = {"du": "de ", "de": "de ", "au": "à ", "à": "à "}.get(before, "")
    if link == "de " and name[0] in "AEIOUYÉÈ":
        link = "d'"
    return article.start(), mention.end, link + name
