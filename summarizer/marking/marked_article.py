"""An article with everything in it that can be spoken of by id: sentences `S1`, figures `N1`,
quotations `Q1` and names `E1`; and the text as a model is shown it, with the ids in place.

What is shown is for the model alone. The article's own brackets and angle brackets are shown as
others, so that nothing in an article can pass for a mark, a template or a chat model's token, and
straight quotation marks are shown curved, since small models end their JSON strings at straight ones.
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Literal, TypeVar

from summarizer.english import render_number
from summarizer.english.glossary import find_terms
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

LONGEST_PARAGRAPH = 1_500
LEANS_BELOW = 90
"""Characters below which a sentence is taken to need the one before it."""
LEANS_BACK = re.compile(
    r"(?:et |mais |or )?(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|cela|ce|c['’]|cette|ces|lui|son|sa|ses"
    r"|leurs?|un nombre|d['’]autres|parmi)\b",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it and says little alone."""
SHORT_QUOTATION = 40
"""Characters up to which a quotation is shown where only its surroundings matter."""

T = TypeVar("T")
Shown = tuple[int, int, str]
"""A stretch of the text, and what is shown in its place."""
Spot = tuple[int, int, str]
"""A stretch of the text, and the id of what stands there."""
Scope = Literal["sentence", "paragraph"]
"""How much a question about some ids shows around them."""

_SHOWN_AS = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›", "{": "(", "}": ")"})
SHOWN_IN_ENGLISH = frozenset({"money", "percent", "count", "measure", "fraction", "duration", "rank"})
"""The kinds of figures whose English form fits where the French one stood."""

PARTIES = frozenset({"person", "organisation", "group"})
_COLLECTIVE = re.compile(r"(?:une? )?(?:\w+aines?|milliers?)\b", re.IGNORECASE)
"""« des milliers », « une centaine »: French keeps its article with them, and a model reads them well."""
_PRONOUN = re.compile(
    r"(?:Il|Elle)\b(?! (?:faut|fallait|faudra|y a|s['’]agit|est (?:vrai|possible|clair|temps)))"
)
_OPENING = re.compile(r"(?<![^\s(\u00a0«“‘—–-])\"(?=\S)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the marked article as a question shows it, and the ids that are asked about."""

    text: str
    ids: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class MarkedArticle:
    """An article and what code has found in it, by id, each mapping in the order of the text."""

    article: Article
    sentences: Mapping[str, Sentence]
    numbers: Mapping[str, Number]
    quotations: Mapping[str, Quotation]
    names: Mapping[str, Name]
    shown_as: tuple[Shown, ...] = ()
    """What a model is shown in place of stretches of the text, in order: (start, end, words)."""
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
    def _keys(self) -> list[str]:
        return list(self.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences.values()]

    @cached_property
    def _paragraphs(self) -> dict[int, int]:
        """Where each paragraph's first sentence starts."""
        return {s.paragraph: s.start for s in reversed(list(self.sentences.values()))}

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

    def show(self, start: int, end: int, ids: Collection[str] = (), *, quotes: bool = True) -> str:
        """The stretch as a model is shown it, with `[id: …]` around what each of `ids` names.

        Amounts and words of function stand in English already, written by code, and who a « groupe » or
        an « il » is stands behind it: what a model need not convert or guess it cannot get wrong.
        What reaches beyond the stretch is marked as far as it stands in it. Without `quotes`, long
        quotations are shown as « (…) ».
        """
        shown = self.shown_as if quotes else self._without_quotes()
        return self._show(start, end, self._spots(ids), shown)

    def _spots(self, ids: Iterable[str]) -> list[Spot]:
        return [(left, right, key) for key in ids for left, right in self._extents(key)]

    def _show(self, start: int, end: int, spots: Iterable[Spot], shown: Sequence[Shown]) -> str:
        extents = sorted(
            (max(left, start), -min(right, end), key)
            for left, right, key in spots
            if left < end and right > start
        )
        pieces: list[str] = []
        open_until: list[int] = []
        at = start

        def go_on(to: int) -> None:
            nonlocal at
            pieces.append(self._plain(at, to, shown))
            at = to

        for left, negative, key in extents:
            while open_until and open_until[-1] <= left:
                go_on(open_until.pop())
                pieces.append("]")
            if open_until and -negative > open_until[-1]:
                continue  # marks that cross each other cannot both be shown
            go_on(left)
            pieces.append(f"[{key}: ")
            open_until.append(-negative)
        while open_until:
            go_on(open_until.pop())
            pieces.append("]")
        go_on(end)
        return _curve("".join(pieces))

    def _without_quotes(self) -> tuple[Shown, ...]:
        long = [q for q in self.quotations.values() if q.end - q.start > SHORT_QUOTATION]
        kept = [s for s in self.shown_as if not any(q.start <= s[0] < q.end for q in long)]
        return tuple(sorted([*kept, *((q.start, q.end, "(…)") for q in long)]))

    def _without_referents(self) -> tuple[Shown, ...]:
        return tuple(item for item in self.shown_as if item[0] != item[1])

    def _plain(self, start: int, end: int, shown: Sequence[Shown]) -> str:
        pieces = []
        at = start
        for place in range(bisect.bisect_left(shown, (start, start, "")), len(shown)):
            left, right, english = shown[place]
            if right > end:
                break
            if left >= at and (right > start or left != right):  # an addition belongs to what it follows
                pieces += [self.text[at:left].translate(_SHOWN_AS), english.translate(_SHOWN_AS)]
                at = right
        return "".join([*pieces, self.text[at:end].translate(_SHOWN_AS)])

    def _extents(self, key: str) -> list[tuple[int, int]]:
        if key in self.names:
            return [(mention.start, mention.end) for mention in self.names[key].mentions]
        if key in self.numbers:
            return [_amount(self.numbers[key])]
        return [self.extent(key)]

    def alone(self, key: str) -> Passage:
        """A passage of nothing but what `key` names, without referents: nothing but its own words."""
        start, end = self.extent(key)
        shown = " ".join(_curve(self._plain(start, end, self._without_referents())).split())
        return Passage(f"[{key}] {shown}", (key,), (self.sentence_at(start),))

    def passages(
        self, ids: Iterable[str], scope: Scope, *, also: Collection[str] = (), quotes: bool = True
    ) -> list[Passage]:
        """The passages that together show all of `ids`, each once, in the order of the text.

        A sentence's passage has the sentence before it if it leans on that one. Marked are the
        ids asked about and those of `also`.
        """
        groups: dict[object, list[str]] = {}
        place = self._place(scope)
        for key in sorted(ids, key=self.extent):
            groups.setdefault(place(self.sentence_at(self.extent(key)[0])), []).append(key)
        return [self._passage(keys, scope, place, also, quotes=quotes) for keys in groups.values()]

    def _place(self, scope: Scope) -> Callable[[str], object]:
        if scope == "sentence":
            return lambda key: key
        return lambda key: (
            self.sentences[key].paragraph,
            (self.sentences[key].start - self._paragraphs[self.sentences[key].paragraph])
            // LONGEST_PARAGRAPH,
        )

    def _passage(
        self,
        keys: list[str],
        scope: Scope,
        place: Callable[[str], object],
        also: Collection[str],
        *,
        quotes: bool,
    ) -> Passage:
        own = self.sentence_at(self.extent(keys[0])[0])
        reach = max(self.extent(key)[1] for key in keys)  # a quotation may go on over sentences
        at = self.sentences[own].start
        here, own_place = self._places[own], place(own)
        first = last = here
        while first and place(self._keys[first - 1]) == own_place:
            first -= 1
        for key in self._keys[here + 1 :]:
            if place(key) != own_place and not at < self.sentences[key].start < reach:
                break
            last += 1
        shown = self._keys[first : last + 1]
        before = self.context_of(shown[0]) if scope == "sentence" else None
        marked = {*keys, *also}
        spots = self._by_sentence(self._spots(marked))
        in_place = self.shown_as if quotes else self._without_quotes()
        lines = [self._line(before, (), (), in_place)] if before else []
        previous = None
        for key in shown:
            sentence = self.sentences[key]
            if previous is not None and sentence.paragraph != previous.paragraph:
                lines.append("")
            lines.append(self._line(key, marked, spots.get(key, ()), in_place))
            previous = sentence
        return Passage("\n".join(lines), tuple(keys), tuple(shown))

    def _by_sentence(self, spots: Iterable[Spot]) -> Mapping[str, list[Spot]]:
        """The spots by the sentences that they stand in; a quotation may go on over several."""
        held: defaultdict[str, list[Spot]] = defaultdict(list)
        for spot in spots:
            first, last = (self._places[self.sentence_at(at)] for at in (spot[0], max(spot[1] - 1, spot[0])))
            for key in self._keys[first : last + 1]:
                held[key].append(spot)
        return held

    def _line(
        self, key: str, marked: Collection[str], spots: Iterable[Spot], in_place: Sequence[Shown]
    ) -> str:
        sentence = self.sentences[key]
        others = [spot for spot in spots if spot[2] != key]
        shown = " ".join(self._show(sentence.start, sentence.end, others, in_place).split())
        return f"[{key}] {shown}" if key in marked else shown


def shown_as(marked: MarkedArticle) -> tuple[Shown, ...]:
    """What a model is shown in place of the French: amounts and functions in English, and referents."""
    found = [
        (*_amount(number), render_number(replace(number, qualifier="exact", counted=None)))
        for number in marked.numbers.values()
        if number.kind in SHOWN_IN_ENGLISH and number.value is not None
        if not _is_first(number) and not _COLLECTIVE.match(number.text)
    ]
    inside_a_name = _name_spans(marked)
    house = marked.glossary.find(marked.text)
    theirs = {at for start, end, _ in house for at in range(start, end)}
    found += [
        term
        for term in find_terms(marked.text)
        if not inside_a_name(*term[:2]) and theirs.isdisjoint(range(*term[:2]))
    ]
    found += [term for term in house if not inside_a_name(*term[:2])]
    found += [(end, end, f" ({name})") for end, name in referents(marked)]
    kept: list[tuple[int, int, str]] = []
    for start, end, words in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, words))
    return tuple(kept)


def _name_spans(marked: MarkedArticle) -> Callable[[int, int], bool]:
    """A test whether words stand inside a proper name, not at its start: « Fédération des syndicats »."""
    spans = sorted(
        (mention.start, mention.end)
        for name in marked.names.values()
        for mention in name.mentions
        if mention.text[0].isupper()
    )
    starts = [start for start, _ in spans]
    farthest = list(accumulate((end for _, end in spans), max))

    def inside(start: int, end: int) -> bool:
        before = bisect.bisect_left(starts, start)
        return before > 0 and farthest[before - 1] >= end

    return inside


def _is_first(number: Number) -> bool:
    """Whether a rank that French also says of other things: « premier ministre », « seconde »."""
    return number.kind == "rank" and number.value is not None and number.value < 3


def referents(marked: MarkedArticle) -> list[tuple[int, str]]:
    """Where a common noun or a pronoun stands for a name, and which: (end of the words, name).

    A noun is one that `find_names` has joined to a name of its own. « Il » or « elle » at a sentence's
    start is the one person of that gender in the sentence before, in the same paragraph, or whom that
    sentence's own pronoun stands for; where there are two, nobody.
    """
    people = [name for name in marked.names.values() if name.kind == "person" and _is_proper(name.text)]
    parties = [name for name in marked.names.values() if name.kind in PARTIES and _is_proper(name.text)]
    found = [
        (mention.end, name.text)
        for name in parties
        for mention in name.mentions
        if mention.text == mention.text.lower()
    ]
    there_by_sentence: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    for name in people:
        for mention in name.mentions:
            there_by_sentence[marked.sentence_at(mention.start)][name.text] = name.gender
    stood_for: dict[str, str] = {}
    for key, sentence in marked.sentences.items():
        before = marked.sentence_before(key)
        pronoun = _PRONOUN.match(sentence.text)
        if pronoun is None or before is None:
            continue
        gender = "m" if pronoun[0].lower() == "il" else "f"
        there = {text for text, its in there_by_sentence[before].items() if its in {gender, None}}
        if not there and before in stood_for:
            there = {stood_for[before]}
        known = {its for text, its in there_by_sentence[before].items() if text in there}
        if len(there) == 1 and known <= {gender}:  # of whom the gender is not known may be meant or not
            stood_for[key] = there.pop()
            found.append((sentence.start + pronoun.end(), stood_for[key]))
    return found


def _is_proper(name: str) -> bool:
    return name != name.lower()


def mark(article: Article, glossary: Glossary | None = None) -> MarkedArticle:
    """Find sentences, figures, quotations that may be speech, and names, and give each an id.

    `glossary`: how the house wants French terms said.
    """
    text = article.text
    figures = [number for number in find_numbers(text) if number.is_figure]
    sentences = split_sentences(text)
    said = [quotation for quotation in with_interviewee(find_quotations(text), article) if quotation.said]
    marked = MarkedArticle(
        article=article,
        sentences=_numbered("S", sentences),
        numbers=_numbered("N", figures),
        quotations=_numbered("Q", said),
        names=_numbered("E", find_names(text)),
        glossary=glossary or NO_GLOSSARY,
    )
    return replace(marked, shown_as=shown_as(marked))


def _numbered(letter: str, found: Iterable[T]) -> dict[str, T]:
    return {f"{letter}{n}": item for n, item in enumerate(found, start=1)}


def _amount(number: Number) -> tuple[int, int]:
    """What of a number its English form stands for: with its unit, without the noun that it counts."""
    if number.counted is None:
        return number.start, number.end
    return number.core_start, number.core_end


def neutral(text: str) -> str:
    """The text without the signs by which a question marks its own parts; straight quotes are curved.

    >>> neutral('[S1] "Oui"')
    '(S1) “Oui”'
    """
    return _curve(text.translate(_SHOWN_AS))


def _curve(shown: str) -> str:
    return _OPENING.sub("“", shown).replace('"', "”")
