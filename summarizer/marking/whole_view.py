"""The whole article as a strong model is shown it: its own French, with the ids of what code found."""

import re
from collections.abc import Sequence

from summarizer.english import render_number
from summarizer.english.house_glossary import HouseTerm
from summarizer.french import Quotation
from summarizer.marking.interview import show_interview
from summarizer.marking.marked_article import MarkedArticle
from summarizer.text.number import Number

_LOOKS_LIKE_A_MARK = re.compile(r"\[(?=[A-Z]\d+[\]:])|<(?=[|/]?[a-z_]+[|>])")
"""An id in brackets, or a chat model's token, that the article itself has; see `_OTHERS`."""
_OTHERS = {"[": "(", "<": "‹"}
_SELDOM_NEWS = frozenset({"age", "rank"})
"""Kinds of figures that a brief lists so rarely that showing them costs more than it gives."""
_WORDS_SHOWN = 6
"""Words of a quotation that are enough to find it in the article."""


def show_article(marked: MarkedArticle, keys: Sequence[str] | None = None) -> str:
    """The sentences `keys` (all, where None), one a line behind its id, and what code found in them.

    >>> from summarizer.articles.article import make_article
    >>> from summarizer.marking.marked_article import mark
    >>> print(show_article(mark(make_article("Le port a reçu 12 millions d’euros. C’est peu."))))
    ARTICLE
    [S1] Le port a reçu 12 millions d’euros.
    [S2] C’est peu.
    <BLANKLINE>
    FIGURES
    S1: N1 « 12 millions d’euros » = €12 million
    """
    shown = list(marked.sentences if keys is None else keys)
    published = marked.article.published
    parts = [f"ARTICLE{f' of {published}' if published else ''}\n" + _lines(marked, shown)]
    here = set(shown)
    by_sentence: dict[str, list[str]] = {}
    for key, number in marked.numbers.items():
        sentence = marked.sentence_at(number.start)
        if number.kind not in _SELDOM_NEWS and sentence in here:
            by_sentence.setdefault(sentence, []).append(_figure(key, number))
    figures = [f"{sentence}: {'; '.join(found)}" for sentence, found in by_sentence.items()]
    quotations = [
        _quotation(marked, key, quotation)
        for key, quotation in marked.outer_quotations.items()
        if marked.sentence_at(quotation.start) in here
    ]
    parts += ["FIGURES\n" + "\n".join(figures)] if figures else []
    parts += ["QUOTATIONS\n" + "\n".join(quotations)] if quotations else []
    answers = list(show_interview(marked.article, {marked.sentences[key].start: key for key in shown}))
    parts += ["INTERVIEW\n" + "\n".join(answers)] if answers else []
    terms = [_term(term) for term in marked.glossary.terms_in(_lines(marked, shown))]
    parts += ["GLOSSARY, how these terms are said here\n" + "\n".join(terms)] if terms else []
    return "\n\n".join(parts)


def _lines(marked: MarkedArticle, keys: Sequence[str]) -> str:
    lines: list[str] = []
    paragraph = None
    for key in keys:
        sentence = marked.sentences[key]
        if paragraph not in {None, sentence.paragraph}:
            lines.append("")
        paragraph = sentence.paragraph
        lines.append(f"[{key}] {plain_words(sentence.text)}")
    return "\n".join(lines)


def plain_words(french: str) -> str:
    """French on one line, in which nothing can pass for a mark of ours or a chat model's token."""
    return " ".join(_LOOKS_LIKE_A_MARK.sub(lambda found: _OTHERS[found[0]], french).split())


def _term(term: HouseTerm) -> str:
    """A term of the house, as `« dockers » = dockworkers, not longshoremen`."""
    instead = f", not {' or '.join(term.forbidden)}" if term.forbidden else ""
    return plain_words(f"« {term.french} » = {term.english}{instead}")


def _figure(key: str, number: Number) -> str:
    """A figure with its English; without, if English writes it alike: « 9 % », « 73 dossiers »."""
    french = plain_words(number.text)
    english = render_number(number) if number.value is not None else ""
    alike = "".join(english.split()) in "".join(french.split()).replace(",", ".")
    return f"{key} « {french} »" + ("" if alike else f" = {english}")


def _quotation(marked: MarkedArticle, key: str, quotation: Quotation) -> str:
    words = plain_words(quotation.text).split()
    shown = " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
    by = f", by {quotation.speaker.text}" if quotation.speaker else ""
    return f"{key} « {shown} » in {marked.sentence_at(quotation.start)}{by}"
