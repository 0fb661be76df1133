"""What a model refers to, found in the article: by its id, or by the article's own words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from summarizer.french import Name, Quotation
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Span
from summarizer.text.locate import locate_all, nearest_words
from summarizer.text.number import Number

_ID = re.compile(r"\W*([SNQ]\d+)\W*", re.IGNORECASE)
_ID_AND_WORDS = re.compile(r"\W*([SNQ]\d+)(?:\W.*)?", re.IGNORECASE | re.DOTALL)
_DETERMINER = re.compile(
    r"(?:l['’]|(?:les?|la|une?|des?|du|aux?|ce(?:tte|s|t)?|ses?|son|sa|leurs?)\s+)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_MARKS_AROUND = ' \t\n\u00a0\u202f«»“”"'
_WORD = re.compile(r"\w+")
_TITLES = frozenset({"m", "mm", "mme", "mmes", "mlle", "me", "dr", "pr", "monsieur", "madame"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person, organisation or group that a model named: `name` as the article writes it in full.

    `mentions` are the places where the article speaks of it by a name, in order; `name_id` the id of the
    name that code knows it by, None where code has none.
    """

    name: str
    mentions: tuple[Span, ...]
    name_id: str | None


def as_id(reference: str) -> str:
    """An id as code writes it, from what a model made of it: `[s4]` is `S4`; other words stay."""
    found = _ID.fullmatch(reference)
    return found[1].upper() if found else reference


def _id_before_words(reference: str) -> str:
    """The id that stands before words: of `N3 « 97,4 milliards »` it is `N3`."""
    found = _ID_AND_WORDS.fullmatch(reference)
    return found[1].upper() if found else ""


def known_sentences(marked: MarkedArticle, ids: Iterable[str]) -> tuple[str, ...]:
    """Those of `ids` that are sentences of the article, each once, in the order of the text."""
    given = [key for each in ids for key in (as_id(each), _id_before_words(each))]
    known = {key for key in given if key in marked.sentences}
    return tuple(sorted(known, key=marked.extent))


def find_figure(marked: MarkedArticle, reference: str) -> Number | None:
    """The figure that an id or exact French words refer to; None where the article has none there.

    Words are read by code: of the numbers in them, the first that has a value and is no date.
    """
    key = as_id(reference)
    if key in marked.numbers:
        return marked.numbers[key]
    places = locate_all(reference.strip(_MARKS_AROUND), marked.text)
    if here := _figures_in(marked, places):
        return here[0]
    return marked.numbers.get(_id_before_words(reference)) or _with_these_digits(marked, reference)


def _with_these_digits(marked: MarkedArticle, words: str) -> Number | None:
    """The one figure in the nearest words of the article, if these have the digits that the words have."""
    near = nearest_words(words, marked.text)
    if near is None or not _DIGITS.search(words) or _DIGITS.findall(near) != _DIGITS.findall(words):
        return None
    found = _figures_in(marked, locate_all(near, marked.text))
    return found[0] if len({(number.value, number.unit) for number in found}) == 1 else None


def _figures_in(marked: MarkedArticle, places: Iterable[tuple[int, int]]) -> list[Number]:
    """The figures with a value that stand at the places, in their order."""
    return [
        number
        for start, end in places
        for number in marked.all_numbers
        if start <= number.core_start and number.core_end <= end
        if number.value is not None and number.is_figure
    ]


def find_quotation(marked: MarkedArticle, reference: str) -> Quotation | None:
    """The quotation that an id or exact words refer to; None where no such words stand between marks."""
    key = as_id(reference)
    if key in marked.quotations:
        return marked.quotations[key]
    for start, end in locate_all(reference.strip(_MARKS_AROUND), marked.text):
        for quotation in marked.all_quotations:
            if quotation.start <= start and end <= quotation.end:
                if (start, end) == (quotation.start, quotation.end):
                    return quotation
                return replace(
                    quotation, start=start, end=end, text=marked.text[start:end], said=True, partial=True
                )
    return marked.quotations.get(_id_before_words(reference))


def find_party(marked: MarkedArticle, words: str, *, near: int = 0) -> Party | None:
    """The party that words of the article name; None where they do not stand in it.

    The article's fullest form of the same name is shown, and all its mentions are found. A determiner may
    differ, and a capital: « Le conseil », « du conseil ».
    """
    places = _places(marked, words.strip(_MARKS_AROUND))
    if not places:
        return None
    start, end = min(places, key=lambda place: abs(place[0] - near))
    here = marked.text[start:end]
    key = _name_at(marked, start, end)
    if key is None:
        return Party(name=here, mentions=tuple(marked.span(*place) for place in places), name_id=None)
    known = marked.names[key]
    apposed = known.text[:1].isupper() and here.endswith(f" {known.text}")
    if known.text != here and (_is_fuller(known.text, here) or apposed):
        return find_party(marked, known.text, near=known.mentions[0].start)
    mentions = sorted({(m.start, m.end) for m in known.mentions} | _outside(known, places))
    return Party(name=here, mentions=tuple(marked.span(*place) for place in mentions), name_id=key)


def _places(marked: MarkedArticle, words: str) -> list[tuple[int, int]]:
    bare = _DETERMINER.sub("", words, count=1) if _DETERMINER.match(words) else words
    return (
        locate_all(words, marked.text)
        or locate_all(words, marked.text, any_case=True)
        or locate_all(bare, marked.text, any_case=True)
    )


def _name_at(marked: MarkedArticle, start: int, end: int) -> str | None:
    """The id of the name that the words at a place are: a mention, a part of a person's, or end on one."""
    best, most = None, 0
    for key, name in marked.names.items():
        for mention in name.mentions:
            shared = min(end, mention.end) - max(start, mention.start)
            outside = (end - start) + (mention.end - mention.start) - 2 * shared
            inside = mention.start <= start and end == mention.end and name.kind == "person"
            apposed = start <= mention.start and end == mention.end and mention.text[:1].isupper()
            if shared > most and (outside <= shared or inside or apposed):
                best, most = key, shared
    return best


def _outside(name: Name, places: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The places that no mention of the name overlaps."""
    return {
        (start, end)
        for start, end in places
        if not any(mention.start < end and start < mention.end for mention in name.mentions)
    }


def _is_fuller(full: str, short: str) -> bool:
    """Whether one form of a name has all the words of another, and more."""
    few, many = (set(_WORD.findall(_DETERMINER.sub("", form, count=1).casefold())) for form in (short, full))
    return few - _TITLES < many
