"""Direct speech behind dashes, and the reporting clauses that interrupt speech.

A line that starts with a dash is speech where it reads like it, against a list item or the name under
a quotation (Lacroux, Orthotypographie, « Dialogues » ; Imprimerie nationale, « Guillemets »). A clause
that interrupts (« – Oui, dit-elle, je viens. ») belongs to nobody's words, so it parts them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.french.layout import Block
from summarizer.french.quotations.appositions import apposition_end
from summarizer.french.quotations.clauses import ReportingClause, read_clause_after
from summarizer.french.quotations.verbs import Form, form_of

_DASH = re.compile(r"(?:[—–―]|--?(?=\s))\s*")
_ANY_DASH = re.compile(r"[—―–-](?:(?<=[—―–])|(?<!\S-)-?(?=\s))")
_TURN = re.compile(
    r"\s(?:(?<=[.!?…:»\"”]\s)\s*[—―]\s*(?=[«A-ZÀ-ÖØ-ÝŒ…])|(?<=[.!?…:]\s)\s*–\s*(?=[A-ZÀ-ÖØ-ÝŒ]))"
)
_PERSON = (
    r"\b(?:je|tu|vous|nous|moi|toi|mon|ma|mes|ton|ta|tes|votre|vos|notre|nos|me|te|monsieur|madame"
    r"|mademoiselle"
    r"|oui|non|eh|ah|oh|bah|hein|allons|merci|bonjour|adieu)\b|\b[jmt]['’]"
)
_SPOKEN = re.compile(_PERSON, re.IGNORECASE)
_ADDRESSED = re.compile(_PERSON.replace("|monsieur|madame|mademoiselle", ""), re.IGNORECASE)
_SUBJECT = (
    r"(?:(?:Et|Puis|Alors|Mais|Aussitôt|En \w+ant[^.,]*,)\s+)*(?:[Ii]ls?|[Ee]lles?|[Oo]n|(?:[Ll][ea]s?"
    r"|[Uu]ne?|[Ss]on"
    r"|[Ss]a|[Ss]es|[Dd]es|[Cc]et?t?e?)\s[^,.;]{2,24}?|[Ll]['’][^,.;]{2,24}?"
    r"|[A-ZÀ-Ý][\w-]+(?:\s[A-ZÀ-Ý][\w-]+)?)\s"
    r"(?:(?:se|lui|leur|la|le|les|y|en|ne)\s|[snl]['’])*"
)
_NARRATED = re.compile(
    _SUBJECT + r"(?:[^\W\d_]*(?:[^\Wr\d_]a|èrent|[^\W\d_]{2}it|irent|[^\W\d_]{2}ut|urent|int|inrent)"
    r"|fut|eut|vit|mit|prit|fit)\b"
)
_TOLD = re.compile(
    r"\b[^\W\d_]{2,}(?:èrent|irent|inrent)\b|\b(?:ils?|elles?|on|l['’][^\W\d_]+"
    r"|l[ea]s? [^\W\d_]+)\s(?:(?:se|lui|leur|la|le|les|y|en|ne)\s|[snl]['’])*"
    r"(?:[^\W\d_]*(?:[^\Wr\d_]a|[^\W\d_]{2}it|[^\W\d_]{2}ut|urent|int)|fut|eut|vit|mit|prit|fit)\b"
)
_NOT_PAST = re.compile(
    r"\b(?:fait|doit|voit|croit|soit|boit|reçoit|peut|veut|dit|faut|vaut|a|va|là|déjà|cela|suit|sait|fait"
    r"|plaît|droit|petit|esprit|bruit|nuit|produit|fruit|lit|tout|début|but|salut|bout|goût|point|saint)$"
)
_INCISE = re.compile(r"(?:[,;]|[!?…](?:\s*,)?|(?<=\.)\s*,)\s*(?=[a-zà-ÿ])")
_ADJUNCT = re.compile(
    r"\s*(?:d['’]une?|d['’]un|en\s[^\W\d_]+ant|avec|sans|toute?s?|[^\W\d_]+ant|[^\W\d_]+ée?|qui|dont"
    r"|à (?:voix|mi-voix|part|demi)"
    r"|au|dans|sur|les? [^\W\d_]+ [^\W\d_]+,|comme|après|pour|par)\b"
)
_LAST_WORD = re.compile(r"\s*[^\W\d_]+(?:\s*\.)?\s*$")
_INCISE_END = re.compile(r"[,;:.!?…]")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-ÖØ-ÝŒ])")
_SUBORDINATE = re.compile(r"Qu(?:e\s|['’])")
"""An item that completes the sentence above it: « notamment : – Que les moyens … »."""
_SPEECH_ENDS = tuple('.!?…»”"')
_NOTE = re.compile(r"\[{1,2}Note\b[^\]]{0,600}\]")
_INCISE_REACH = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A piece of direct speech at `start:end`, with the clause that reports it, if one does."""

    start: int
    end: int
    clause: ReportingClause | None


def find_turns(text: str, blocks: Sequence[Block]) -> Iterator[Speech]:
    """Give the pieces of speech that dashes introduce, in order."""
    for number in range(len(blocks)):
        for start, end in _turns(text, blocks, number):
            if not text.startswith(("«", "“", '"'), start):
                yield from part_speech(text, start, end, narrated=True)


def _turns(text: str, blocks: Sequence[Block], number: int) -> Iterator[tuple[int, int]]:
    """Give what follows each dash of a block that starts a turn of speech."""
    block = blocks[number]
    if not _ANY_DASH.search(text, block.start, block.end):
        return
    opening = _DASH.match(text, block.start, block.end)
    inline = list(_TURN.finditer(text, block.start + 1, block.end))
    if opening is None and not _introduces(text, block, inline):
        return
    starts = [match.end() for match in inline]
    ends = [match.start() for match in inline]
    if opening is not None:
        if not _reads_as_speech(text, blocks, number, opening.end()):
            return
        starts.insert(0, opening.end())
    else:
        ends = ends[1:]
    for start, end in zip(starts, [*ends, block.end], strict=True):
        if start < end:
            yield start, end


def _introduces(text: str, block: Block, inline: list[re.Match[str]]) -> bool:
    """Tell whether dashes inside a block start turns: more than one does, and somebody speaks."""
    if not inline or "–" in inline[0][0]:
        return False
    limit = min(block.end, inline[0].end() + _INCISE_REACH)
    if _SPOKEN.search(text, inline[0].end(), limit):
        return True
    return next(_incises(text, inline[0].end(), limit), None) is not None


def _reads_as_speech(text: str, blocks: Sequence[Block], number: int, start: int) -> bool:
    """Tell a line of dialogue from a list item and from a name under a quotation."""
    block = blocks[number]
    if block.end - start < 2 or text[start].islower():
        return False
    if next(_incises(text, start, min(block.end, start + _INCISE_REACH)), None) is not None:
        return True
    if not text.endswith(_SPEECH_ENDS, start, block.end):
        return False
    if text[block.start] == "-" and (
        not _SPOKEN.search(text, start, block.end)
        or (text[block.end - 1] != "?" and _SUBORDINATE.match(text, start))
    ):
        return False
    if text[block.end - 1] in "!?" or _SPOKEN.search(text, start, block.end):
        return True
    introduced = number > 0 and text[blocks[number - 1].end - 1] == ":"
    return introduced or any(
        0 <= other < len(blocks)
        and _DASH.match(text, blocks[other].start)
        and (
            text[blocks[other].end - 1] in "!?"
            or _SPOKEN.search(text, blocks[other].start, blocks[other].end)
        )
        for other in (number - 1, number + 1)
    )


def part_quoted(text: str, start: int, end: int) -> Iterator[Speech]:
    """Part what stands between marks: at the dashes that change the speaker, at clauses that interrupt."""
    for match in _TURN.finditer(text, start, end):
        if "–" not in match[0] and match.start() > start:
            yield from part_speech(text, start, match.start(), narrated=False)
            start = match.end()
    yield from part_speech(text, start, end, narrated=False)


def part_speech(text: str, start: int, end: int, *, narrated: bool) -> Iterator[Speech]:
    """Part speech at `start:end` at the clauses and the editor's notes that interrupt it.

    `narrated`: no closing mark ends the speech, so what a clause leads on to may be narration.
    """
    for note in _NOTE.finditer(text, start, end):
        yield from _part(text, start, note.start(), narrated=narrated)
        start = note.end()
    yield from _part(text, start, end, narrated=narrated)


def _part(text: str, start: int, end: int, *, narrated: bool) -> Iterator[Speech]:
    """Part speech between notes at the clauses that interrupt it."""
    first = None
    position = start
    for opening, clause in _incises(text, start, end):
        if opening < position:
            continue
        first = first or clause
        piece_end = _narration(text, position, opening, end) if narrated else opening
        yield Speech(start=position, end=piece_end, clause=clause)
        position = _clause_end(text, clause.end, end)
        if narrated and _is_narration(text, position, end):
            return
    if position < end:
        if first is not None and not text[position:end].strip(' .,;»”"\u00a0\u202f'):
            return
        stop = _narration(text, position, end, end) if narrated else end
        yield Speech(start=position, end=stop, clause=first)


def _incises(text: str, start: int, end: int) -> Iterator[tuple[int, ReportingClause]]:
    """Give each clause that interrupts or closes the speech, with where the words before it end."""
    for match in _INCISE.finditer(text, start, end):
        clause = read_clause_after(text, match.end(), end)
        if clause is None or not _interrupts(text, clause, match.end()):
            continue
        opening = match.start() + (0 if text[match.start()] in ",;" else len(match[0].rstrip(" ,")))
        yield opening, clause


def _interrupts(text: str, clause: ReportingClause, position: int) -> bool:
    """Tell a clause that interrupts from an aside or a question of the speaker: « …, n'est-il pas ? »."""
    verb = text[slice(*clause.verb)]
    if clause.verb[0] > position + 24 or verb.lower() in _NO_INCISE:
        return False
    if text.startswith("-je", clause.verb[1]):
        return _FIRST_PERSON.match(verb) is not None
    if clause.subject is None:
        return False
    return form_of(verb) & (Form.SAYS | Form.PARTICIPLE | Form.FINITE) != Form(0)


_NO_INCISE = frozenset(["selon", "pour", "dixit", "d'après", "d’après"])
_FIRST_PERSON = re.compile(r"(?:dis|disais|fis|faisais|repris|répondis|écrivis|reprenais|[^\W\d_]+ai(?:s)?)$")


def _clause_end(text: str, position: int, end: int) -> int:
    """Give where a clause read to `position` ends: at a full stop, or a comma that no adjunct follows."""
    position = apposition_end(text, position, end)
    for match in _INCISE_END.finditer(text, position, min(end, position + _INCISE_REACH)):
        if match[0] == "," and (
            _ADJUNCT.match(text, match.end(), end) or _LAST_WORD.match(text, match.end(), end)
        ):
            continue
        return match.end()
    return end


def _is_narration(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence at `start` tells a story rather than speaks."""
    while start < end and not text[start].isalnum():
        start += 1
    stop = _SENTENCE_END.search(text, start, end)
    limit = stop.end() if stop else end
    if text[start:limit].rstrip().endswith(("?", "!")) or _ADDRESSED.search(text, start, limit):
        return False
    told = _NARRATED.match(text, start, limit) or _TOLD.search(text, start, limit)
    return told is not None and not _NOT_PAST.search(told[0])


def _narration(text: str, start: int, stop: int, end: int) -> int:
    """Give where speech at `start:stop` gives way to narration, at the latest `stop`."""
    for match in _SENTENCE_END.finditer(text, start, stop):
        if _is_narration(text, match.end(), end):
            return match.end()
    return stop
