"""An article with everything in it that can be spoken of by id: sentences `S1`, figures `N1`,
quotations `Q1` and names `E1`.
"""

import bisect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from summarizer.english.dictionary import find_domain, load_dictionary
from summarizer.english.house_glossary import NO_GLOSSARY, Glossary
from summarizer.french import (
    Name,
    Quotation,
    Sentence,
    find_names,
    find_numbers,
    find_quotations,
    split_sentences,
)
from summarizer.marking.interview import with_interviewee
from summarizer.schemas.brief import Article, Span
from summarizer.text.number import Number

LEANS_BELOW = 90
"""Characters below which a sentence is taken to need the one before it."""
LEANS_BACK = re.compile(
    r"(?:et |mais |or )?(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|cela|ce|c['’]|cette|ces|lui|son|sa|ses"
    r"|leurs?|un nombre|d['’]autres|parmi)\b",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it and says little alone."""

T = TypeVar("T")


@dataclass(frozen=True)
class MarkedArticle:
    """An article and what code has found in it, by id, each mapping in the order of the text.

    >>> from summarizer.articles.article import make_article
    >>> text = "Le port rouvre lundi. « Il a coûté 12 millions d'euros », a dit Jeanne Morvan."
    >>> marked = mark(make_article(text))
    >>> list(marked.sentences), list(marked.numbers), list(marked.quotations), list(marked.names)
    (['S1', 'S2'], ['N1'], ['Q1'], ['E1'])
    >>> marked.numbers["N1"].text
    "12 millions d'euros"
    """

    article: Article
    sentences: Mapping[str, Sentence]
    numbers: Mapping[str, Number]
    quotations: Mapping[str, Quotation]
    names: Mapping[str, Name]
    glossary: Glossary = NO_GLOSSARY
    """How the house wants French terms said."""

    @property
    def text(self) -> str:
        """The article's text, into which all offsets point."""
        return self.article.text

    def extent(self, key: str) -> tuple[int, int]:
        """Start and end of what `key` names; of a name, its first mention."""
        if key in self.names:
            first = self.names[key].mentions[0]
            return first.start, first.end
        for found in (self.sentences, self.numbers, self.quotations):
            if key in found:
                return found[key].start, found[key].end
        raise KeyError(key)

    def sentence_at(self, offset: int) -> str:
        """The id of the sentence that holds `offset`, or of the nearest one before it."""
        return self._keys[max(bisect.bisect_right(self._starts, offset) - 1, 0)]

    @cached_property
    def outer_quotations(self) -> dict[str, Quotation]:
        """The quotations that do not stand inside another one."""
        kept: dict[str, Quotation] = {}
        end = -1
        for key, quotation in self.quotations.items():
            if quotation.start >= end:
                kept[key] = quotation
                end = quotation.end
        return kept

    @cached_property
    def all_quotations(self) -> tuple[Quotation, ...]:
        """Everything between quotation marks, titles and single words as well."""
        return tuple(find_quotations(self.text))

    @cached_property
    def all_numbers(self) -> tuple[Number, ...]:
        """Every number of the text, dates and references as well."""
        return tuple(find_numbers(self.text))

    @cached_property
    def domain(self) -> str:
        """The domain of the article's vocabulary: justice, sport, economy; "" where none leads."""
        return find_domain(load_dictionary().find(self.text))

    @cached_property
    def _keys(self) -> list[str]:
        return list(self.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences.values()]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: place for place, key in enumerate(self.sentences)}

    def sentence_before(self, key: str) -> str | None:
        """The id of the sentence before `key` in the same paragraph, headings left out."""
        place = self._places[key] - 1
        if place < 0:
            return None
        other = self._keys[place]
        before, this = self.sentences[other], self.sentences[key]
        return other if before.paragraph == this.paragraph and not before.heading else None

    def context_of(self, key: str) -> str | None:
        """The id of the sentence before, where `key` leans on it: begins with a pronoun, or says little."""
        sentence = self.sentences[key].text
        leans = LEANS_BACK.match(sentence) or len(sentence) < LEANS_BELOW
        return self.sentence_before(key) if leans else None

    def spans(self, keys: Iterable[str]) -> tuple[Span, ...]:
        """The contract's spans of what `keys` name."""
        return tuple(self.span(*self.extent(key)) for key in keys)

    def span(self, start: int, end: int) -> Span:
        """The contract's span of a stretch of the text."""
        return Span(start=start, end=end, text=self.text[start:end])


def mark(article: Article, glossary: Glossary | None = None) -> MarkedArticle:
    """Find sentences, figures, quotations that may be speech, and names, and give each an id.

    `glossary`: how the house wants French terms said.
    """
    text = article.text
    figures = [number for number in find_numbers(text) if number.is_figure]
    sentences = split_sentences(text)
    said = [quotation for quotation in with_interviewee(find_quotations(text), article) if quotation.said]
    return MarkedArticle(
        article=article,
        sentences=_numbered("S", sentences),
        numbers=_numbered("N", figures),
        quotations=_numbered("Q", said),
        names=_numbered("E", find_names(text)),
        glossary=glossary or NO_GLOSSARY,
    )


def _numbered(letter: str, found: Iterable[T]) -> dict[str, T]:
    return {f"{letter}{n}": item for n, item in enumerate(found, start=1)}
