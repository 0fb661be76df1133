"""Hands a speaker on between neighbouring quotations, where only one of them has a reporting clause.

« A », « B », a dit X · « A », a dit X. « B » · words of an earlier quotation taken up again.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.french.quotations.attribution import Context
    from summarizer.french.quotations.search import Quotation

_LISTED = re.compile(
    r"\s*[»”\"’›]?\s*,?\s*(?:et|ou|puis|mais|ni|voire|comme|encore)?\s*(?:encore\s*)?(?:l[ea]s?\s|une?\s"
    r"|des?\s"
    r"|d['’]|l['’]|qu['’]|que\s|à\s)?\s*[«“\"‘‹]?\s*"
)
_OPEN = frozenset(["«", "“", "„", '"', "‹", ""])
"""Marks of a quotation that goes on in the next paragraph."""
_CLAUSE_BEHIND = re.compile(r"\s?[»”\"’›]\s?,\s[a-zà-ÿ]")
"""A clause of its own, of which no speaker was read: « …», lui a fait écho le syndicat »."""
_LISTED_REACH = 40
_TAKEN_UP = 3
_REMEMBERED = 10


def _neighbour(found: list["Quotation"], number: int) -> "Quotation | None":
    """Give the quotation before, the outer one where others stand inside it."""
    earlier = [one for one in found[max(0, number - 4) : number] if one.end <= found[number].start]
    inner = [one for one in earlier if any(o.start < one.start and one.end <= o.end for o in earlier)]
    return next((one for one in reversed(earlier) if one not in inner), None)


def _taken_up(earlier: list["Quotation"], words: str, start: int) -> "Quotation | None":
    """Find the quotation not far before that holds the same words, if they are enough to tell."""
    if len(words.split()) < _TAKEN_UP:
        return None
    return next(
        (
            one
            for one in reversed(earlier)
            if one.speaker and one.end <= start and words in one.text.casefold()
        ),
        None,
    )


def share_speakers(context: "Context", found: list["Quotation"]) -> list["Quotation"]:
    """Give the quotations with the speakers that neighbours tell."""
    shared = list(found)
    for number, quotation in enumerate(shared):
        words = quotation.text.casefold()
        if not quotation.said and words[0] != quotation.text[0]:
            continue
        if quotation.speaker is None and quotation.verb is None:
            source = _taken_up(shared[max(0, number - _REMEMBERED) : number], words, quotation.start)
            before = _neighbour(shared, number) if quotation.said else None
            if source is None and before is not None and _goes_on(context, before, quotation):
                source = before
            if source is not None and source.speaker is not None:
                shared[number] = replace(quotation, said=True, speaker=source.speaker, speaker_doubt=None)
    for number in range(len(shared) - 2, -1, -1):
        here, after = shared[number], shared[number + 1]
        if "\n" in context.text[here.end : after.start] and here.marks not in _OPEN:
            continue  # words in a paragraph of their own may be anybody's
        if after.said and here.verb is None and here.speaker is None and _listed(context, here, after):
            shared[number] = replace(
                here, said=True, speaker=after.speaker, speaker_doubt=after.speaker_doubt
            )
    return shared


def _goes_on(context: "Context", before: "Quotation", here: "Quotation") -> bool:
    """Tell whether the speaker before speaks on: listed with it, or a new sentence that is all quotation."""
    if not before.said or before.speaker is None or before.end > here.start:
        return False
    if _listed(context, before, here):
        return True
    if before.marks in _OPEN:
        return True
    first, second = context.sentence_number(before.end), context.sentence_number(here.start)
    starts = context.sentences[second].start >= here.start - 2
    same = context.sentences[first].paragraph == context.sentences[second].paragraph
    if not (starts and same and second == first + 1) or here.partial:
        return False
    return _CLAUSE_BEHIND.match(context.text, here.end) is None


def _listed(context: "Context", first: "Quotation", second: "Quotation") -> bool:
    if first.end > second.start:
        return False
    if first.marks in _OPEN:
        return True
    if second.start - first.end > _LISTED_REACH:
        return False
    return _LISTED.fullmatch(context.text, first.end, second.start) is not None
