"""The quotations of a French text, so that nothing is ever quoted that the text does not hold.

What stands between marks or behind a dash, whether anybody said it, and who.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.french.document import Document, read_document
from summarizer.french.quotations.attribution import Attribution, Context, attribute, make_context, resolve
from summarizer.french.quotations.certainty import Doubt
from summarizer.french.quotations.dialogue import Speech, find_turns, part_quoted
from summarizer.french.quotations.handing_on import share_speakers
from summarizer.french.quotations.kinds import Setting, is_called, is_partial, is_said
from summarizer.french.quotations.marks import Pair, find_pairs
from summarizer.french.quotations.verbs import Form, form_of
from summarizer.text.span import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a text set off as somebody else's; code point offsets, end exclusive.

    `start`, `end`, `text`: inside the marks, without the spaces that typography puts there.
    `marks`: opener and closer (« «» », `""`, `—`); one of them alone where a quotation goes on over
    paragraphs. `said`: speech or writing that is reported, as far as form tells, against a title, a
    name, a word mentioned. `partial`: a fragment inside the journalist's sentence, against a whole
    utterance. `verb`: where the reporting verb stands. `speaker`: the nearest candidate where syntax
    is plain; a pronoun is replaced by the person named before. `speaker_doubt`: why no speaker is given
    for what was said.

    >>> (quotation,) = find_quotations("« Le port rouvre lundi », a annoncé Jeanne Morvan.")
    >>> quotation.text, quotation.start, quotation.end, quotation.speaker.text
    ('Le port rouvre lundi', 2, 22, 'Jeanne Morvan')
    """

    start: int
    end: int
    text: str
    marks: str
    said: bool
    partial: bool
    verb: tuple[int, int] | None = None
    speaker: Mention | None = None
    speaker_doubt: Doubt | None = None


def find_quotations(text: str) -> list[Quotation]:
    """Give the quotations of `text` in order of their start, an outer one before those inside it.

    One that a reporting clause interrupts (« …, dit-il, … ») gives a quotation for each piece; so
    does one that runs over paragraphs.
    """
    document = read_document(text)
    quotations = _find(document)
    if document.is_as_given:
        return quotations
    return [_as_given(document, quotation) for quotation in quotations]


def _as_given(document: Document, quotation: Quotation) -> Quotation:
    """Give the quotation with its places in the text as given."""
    speaker, verb = quotation.speaker, quotation.verb
    if document.stands(quotation.start, quotation.end, quotation.text) and (
        (speaker is None or document.stands(speaker.start, speaker.end, speaker.text))
        and (verb is None or document.span(*verb) == verb)
    ):
        return quotation
    place = document.mention(quotation.start, quotation.end)
    return replace(
        quotation,
        start=place.start,
        end=place.end,
        text=place.text,
        verb=verb and document.span(*verb),
        speaker=speaker and document.mention(speaker.start, speaker.end),
    )


def _find(document: Document) -> list[Quotation]:
    text, blocks = document.text, document.blocks
    pairs = find_pairs(text, blocks)
    turns = list(find_turns(text, blocks))
    if not pairs and not turns:
        return []
    spans = [(pair.outer_start, pair.outer_end) for pair in pairs]
    context = make_context(text, document.sentences, spans)
    found = [quotation for speech in turns if (quotation := _turn(context, speech)) is not None]
    number = 0
    for pair in pairs:
        while blocks[number].end < pair.outer_end:
            number += 1
        found.extend(_quoted(context, pair, blocks[number].end))
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return share_speakers(context, _without_terms(text, found))


_LONGEST_TERM = 5


def _without_terms(text: str, found: list[Quotation]) -> list[Quotation]:
    """Take as said by nobody what the text calls a name elsewhere: « le label « Terre de jeux » »."""
    terms = {one.text.casefold() for one in found if not one.said and is_called(text, one.start)}
    return [
        replace(one, said=False, verb=None, speaker_doubt=None)
        if one.said
        and one.speaker is None
        and len(one.text.split()) <= _LONGEST_TERM
        and one.text.casefold() in terms
        else one
        for one in found
    ]


def _turn(context: Context, speech: Speech) -> Quotation | None:
    """Make the quotation of a piece of speech behind a dash."""
    start, end = _trim(context.text, speech.start, speech.end)
    if start == end or context.is_quoted(start):
        return None
    attribution = resolve(context, speech.clause, start) if speech.clause else Attribution(doubt="no_clause")
    return Quotation(
        start=start,
        end=end,
        text=context.text[start:end],
        marks="—",
        said=True,
        partial=False,
        verb=attribution.verb,
        speaker=attribution.speaker,
        speaker_doubt=attribution.doubt,
    )


def _quoted(context: Context, pair: Pair, limit: int) -> Iterator[Quotation]:
    """Make the quotations of what stands between two marks: one for each piece of it."""
    for piece in part_quoted(context.text, pair.start, pair.end):
        start, end = _trim(context.text, piece.start, piece.end)
        if start < end:
            if piece.clause is not None:
                attribution = resolve(context, piece.clause, pair.outer_start)
            else:
                attribution = attribute(context, (pair.outer_start, pair.outer_end), limit)
            yield _quotation(context, pair, (start, end), attribution)


def _quotation(context: Context, pair: Pair, span: tuple[int, int], attribution: Attribution) -> Quotation:
    start, end = span
    setting = Setting(
        before=pair.outer_start,
        behind=pair.outer_end,
        reported=attribution.verb is not None or attribution.speaker is not None,
        clause=attribution.verb is not None and attribution.verb[0] >= pair.start,
        far=attribution.verb is not None and "," in context.plain[attribution.verb[1] : pair.outer_start],
    )
    said = is_said(context.text, start, end, setting)
    if said and _is_far_word(context, attribution, (start, end), pair.outer_start):
        said = False
    sentence = context.sentences[context.sentence_number(pair.outer_start)].start
    return Quotation(
        start=start,
        end=end,
        text=context.text[start:end],
        marks=pair.marks,
        said=said,
        partial=is_partial(context.text, start, before=pair.outer_start, sentence=sentence),
        verb=attribution.verb if said else None,
        speaker=attribution.speaker if said else None,
        speaker_doubt=attribution.doubt if said else None,
    )


_FEW, _SOME = 2, 3
_LONG_WAY = 60
_UNSURE = frozenset({"far_subject", "several", "not_a_party", "nobody_named"})


def _is_far_word(context: Context, attribution: Attribution, span: tuple[int, int], before: int) -> bool:
    """Tell a word or two set in marks that nobody says: « annonce … dans notre « proche » voisinage »."""
    verb = attribution.verb
    if verb is None or verb[1] > before or not context.text[span[0]].islower():
        return False
    words = len(context.text[slice(*span)].split())
    if _SUBORDINATE.search(context.plain, verb[1], before):
        return False
    if attribution.doubt in _UNSURE:
        return words <= _SOME
    form = form_of(context.text[slice(*verb)])
    intends = form & (Form.INTENDS | Form.SAYS | Form.JUDGES | Form.FINITE) == Form.INTENDS | Form.FINITE
    return words <= _FEW and (intends or before - verb[1] > _LONG_WAY)


_SUBORDINATE = re.compile(r"\b(?:que|qui)\b|\bqu['’]|_")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
