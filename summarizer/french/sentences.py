"""Where French sentences begin and end, so that every statement of a brief can cite its evidence.

The library sentencex knows the abbreviations; what news adds stands here: quotations with a
reporting clause behind them, initials, eras, headings, lists and lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from summarizer.french.layout import Block

_HEADING_LENGTH = 200
# Over unbalanced marks sentencex takes quadratic time; it fails on spaces of several bytes (« A\u2028. »).
_MARKS = re.compile(
    '[«»“”„‟"‘‹›`´〈-】〔-〟()\\[\\]\ud800-\udfff\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]'
)
_UPPER = "A-ZÀ-ÖØ-ÞŒŸ"
_STARTERS = (
    "À|Ainsi|Alors|Après|Au|Aucune?|Aujourd'hui|Aux|Avant|Avec|Ce|Cela|Celle|Celui|Cependant|Ces|Cet|Cette|"
    "C|Chaque|Comme|Ça|D|Dans|De|Depuis|Des|Deux|Du|Elles?|En|Entre|Et|Grâce|Hier|Ils?|J|Je|L|La|Le|Les|Leurs?|"
    "Lors|Lui|Mais|Même|N|Ne|Nous|On|Or|Ou|Où|Par|Pendant|Plus|Plusieurs|Pour|Pourtant|Puis|Qu|Quand|Que|"
    "Quelques|Qui|S|Sa|Sans|Selon|Ses|Si|Son|Sous|Sur|Tous|Tout|Toutes?|Trois|Une?|Vous"
)
_STOP = re.compile(rf"[.…](?=\s+(?:[«“„\"(]\s*)?[{_UPPER}0-9])")
_ELLIPSIS = ("…", "...")
_OPENING = re.compile(r"\s+[«“„\"(]?\s*")
_DOUBTFUL = re.compile(rf"(?:\b[a-zà-ÿ]{{3,}}|\b[{_UPPER}0-9]|[»”\")]\s?)\.$")
_NO_STOP = re.compile(
    r"(?:^|(?<![\w.]))(?:M|MM|Mrs?|Mlles?|Mmes?|Me|Mgr|Drs?|Prs?|St|Ste|Sts|Stes|cf|Cf|art|av|apr|chap|éd"
    r"|env|ex"
    r"|fig|p|pp|tél|vol|n|N|no|gén|col|lt|cap|sgt|boul|bd|coll|dir|trad|rééd|hab|dép|ibid|op|c-à-d|J|i\.\s?e|[Mm]io|[Mm]ia)\.$"
)
_BEFORE_DIGITS = re.compile(r"(?<!\w)(?:Fr|fr|env|janv|févr?|avr|juil|sept|oct|nov|déc|r[ée]f|lic)\.$")
_FULL_INITIALS = re.compile(
    rf"(?<!\w)(?:[{_UPPER}][a-z]?\.-[{_UPPER}](?<!J\.-C)|(?:M|MM|Mme|Mlle|Me|Dr|Pr)\.?\s[{_UPPER}])\.$"
)
"""Initials that a name follows, whatever it begins with: « J.-P. Le Goff », « Mme A. Les … »."""
_INITIAL = re.compile(rf"(?:^|[\s.\-’'])(?:[{_UPPER}]|Th|Ch|Ph|J)\.$")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})\.")
_LONG_WORD = 6
"""A word of so many letters is no abbreviation known here, nor an initial or a number of a list."""
_CLOSERS = re.compile(r"(?:\s?[»”)\]]|[\"’](?!\w))+")
_SPACE = re.compile(r"\s*")
_GOES_ON = re.compile(r"[,;:.!?…)\]»”%]|[-–—]\s*[a-zà-ÿ]")
_STARTER = re.compile(rf"(?:{_STARTERS})\b")
_LIST_MARKER = re.compile(r"[-–—•*·▪◦‣]\s|\d{1,3}[.)]\s")
_NOT_LAST_OF_HEADING = tuple(".…:;,–—")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, a heading or a list item; code point offsets, end exclusive, no white space around.

    `paragraph` counts the stretches between blank lines from 0. `heading`: a line of its own that is
    no sentence (a title, a subheading).
    """

    start: int
    end: int
    text: str
    paragraph: int
    heading: bool


def split_blocks(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """Split the blocks of `text` into sentences, in order and without overlap.

    Every non-space character is in a sentence. No sentence leaves its block. A quotation of several
    sentences is split at their ends, but its closing mark stays with what it closes, and a clause that
    follows the mark (« …, dit-il ») with the quotation.
    """
    ends = _candidate_ends(text)
    sentences: list[Sentence] = []
    position = 0
    for block in blocks:
        start = block.start
        while position < len(ends) and ends[position] <= start:
            position += 1
        while position < len(ends) and ends[position] < block.end:
            end = _sentence_end(text, start, ends[position], block)
            position += 1
            if end is not None and start < end < block.end:
                _add(text, sentences, _sentence(text, start, end, block), block)
                start = skip_space(text, end)
        _add(text, sentences, _sentence(text, start, block.end, block), block)
    return sentences


def _add(text: str, sentences: list[Sentence], sentence: Sentence, block: Block) -> None:
    """Append a sentence; signs without a word (« . – ») go to the sentence before them in the block."""
    words = sentence.text
    if sentence.start > block.start and not words[0].isalnum() and not any(char.isalnum() for char in words):
        before = sentences.pop()
        sentence = replace(before, end=sentence.end, text=text[before.start : sentence.end])
    sentences.append(sentence)


def _candidate_ends(text: str) -> list[int]:
    """Give the offsets behind full stops that may end a sentence, in order."""
    plain = _MARKS.sub(" ", text.replace("'", "’"))
    ends = {
        boundary["start_index"] + len(boundary["text"].rstrip())
        for boundary in get_sentence_boundaries("fr", plain)
    }
    stops = {match.end() for match in _STOP.finditer(text)} - ends
    ends.update(stop for stop in stops if _ends_too(text, stop))
    return sorted(ends)


def _ends_too(text: str, end: int) -> bool:
    """Tell a full stop that ends a sentence though sentencex doubts it: « … », etc., plan B, « S » ."""
    if text.endswith(_ELLIPSIS, 0, end):
        return True
    head = text[max(0, end - 5) : end]
    if not _DOUBTFUL.search(head):
        return False
    if head[-2:-1] in "»”" or head[-3:-1] in {"» ", "” ", "»\u00a0", "»\u202f"}:
        return True
    opening = _OPENING.match(text, end)
    return opening is not None and _STARTER.match(text, opening.end()) is not None


def _sentence_end(text: str, start: int, end: int, block: Block) -> int | None:
    """Give the end of the sentence whose full stop ends at `end`, or None where it goes on."""
    if end <= start:
        return None
    closers = _CLOSERS.match(text, end, block.end)
    stop = closers.end() if closers else end
    following = skip_space(text, stop)
    if following >= block.end or following == stop:
        return None
    if text[following].islower() or _GOES_ON.match(text, following):
        return None
    if closers is None and _is_abbreviation(text, start, end, following):
        return None
    return stop


def _is_abbreviation(text: str, start: int, end: int, following: int) -> bool:
    """Tell whether the full stop before `end` belongs to its word: M., n°, J. K., 1."""
    head = text[max(start, end - 12) : end]
    if not head.endswith(".") or (len(head) > _LONG_WORD and head[-_LONG_WORD - 1 : -1].isalpha()):
        return False
    if _LIST_NUMBER.fullmatch(text, start, end):
        return True
    if _NO_STOP.search(head):
        return True
    if _FULL_INITIALS.search(head) or (text[following].isdigit() and _BEFORE_DIGITS.search(head)):
        return True
    return bool(_INITIAL.search(head)) and not _STARTER.match(text, following)


def skip_space(text: str, position: int) -> int:
    """Give the offset of the first character from `position` on that is not white space."""
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _sentence(text: str, start: int, end: int, block: Block) -> Sentence:
    while text[end - 1].isspace():
        end -= 1
    return Sentence(
        start=start,
        end=end,
        text=text[start:end],
        paragraph=block.paragraph,
        heading=(start, end) == (block.start, block.end) and _is_heading(text, block),
    )


def _is_heading(text: str, block: Block) -> bool:
    """Tell whether a block of one sentence is a title: short, on its own, no full stop.

    A question or an exclamation is one only at the head of the text.
    """
    last = text[block.end - 1]
    return (
        block.alone
        and block.end - block.start <= _HEADING_LENGTH
        and last not in _NOT_LAST_OF_HEADING
        and (last not in '!?»”"' or block.paragraph == 0)
        and not text[block.start].islower()
        and not _LIST_MARKER.match(text, block.start, block.end)
        and any(character.isalpha() for character in text[block.start : block.end])
    )
