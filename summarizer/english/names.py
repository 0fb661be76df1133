"""The capitalised words of an English text that can be names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.english.words import is_name_as_well, is_ordinary_word

_WORD = re.compile(r"(?:[a-z]+ )++|(?P<word>(?:[A-ZÀ-ÖØ-Þ]\.){2,}|[^\W\d_](?:[\w’'.&-]*\w)?)")
"""A run of words in small letters, which is passed over, or one word."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽ]|[a-z]{1,2}[A-Z]|(?:al|d|l|o)[-’'][A-Z]")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…]\s|[\"“”«»(\[—–•\n]\s?|--?\s|^['‘]|\s['‘])\s*\Z")
_NO_NAMES_TEXT = """
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
saturdays sundays january february march april may june july august september october november december jan
feb mar apr jun jul aug sep sept oct nov dec i i'm i've i'd i'll mr mrs ms miss mister dr prof sir lady lord
madam st ltd inc plc co no vs ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi am pm
a.m p.m gmt bc ad ok euro euros eur dollar dollars pound pounds yen blvd ave capt col sgt lt maj rev hon gov
sen rep jr sr mt ce bce
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())
_NAMES_IN_CAPITALS = frozenset({"US", "WHO", "IT"})
_FUNCTION_WORDS_TEXT = """
a an the this that these those it its he his him she her they their them we our us you your my me who whom
whose which what when where why how and or but nor so yet if as at by for from in into of off on onto out
over per since than then there through to under until up upon via with within without about above across
after against along among around before behind below beneath beside besides between beyond despite down
during except inside like near outside past toward towards underneath unlike not no only also even just
still already both either neither each every all any some such same other another more most less least many
much few several one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
sixty seventy eighty ninety hundred thousand million billion is are was were be been being has have had do
does did will would can could shall should may might must here now today yesterday tomorrow however
according while although though because whether
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORDS_TEXT.split())


@dataclass(frozen=True, slots=True)
class NameWord:
    """A capitalised word. Offsets are code points into the text, end exclusive, without a possessive.

    `ordinary`: a dictionary word, whose capital may be that of a title or of a sentence's start.
    `doubtful`: an ordinary word that is a name as well (« Brown », « Smith », « War »).
    """

    start: int
    end: int
    text: str
    ordinary: bool
    doubtful: bool


@lru_cache(maxsize=64)
def find_name_words(text: str) -> tuple[NameWord, ...]:
    """The words of an English text whose capital can be that of a name, in order.

    Left out: weekdays, months, titles, and function words at the start of a sentence.
    """
    found: list[NameWord] = []
    for match in _WORD.finditer(text):
        written = match["word"]
        if written is None or written.islower() or not _CAPITAL.match(written):
            continue
        word = _POSSESSIVE.sub("", written)
        lower = word.lower().rstrip(".")
        if lower in _NO_NAMES or (lower in _FUNCTION_WORDS and word not in _NAMES_IN_CAPITALS):
            continue
        start = match.start()
        parts = [part for part in _SEAM.split(word) if len(part) > 1] or [word]
        shout = word.isupper() and 1 < len(word) < 7
        ordinary = not shout and all(is_ordinary_word(part) for part in parts)
        doubtful = ordinary and len(parts) == 1 and is_name_as_well(word)
        found.append(NameWord(start, start + len(word), word, ordinary, doubtful))
    return tuple(found)


_SEAM = re.compile(r"[-’'.&]")


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word that begins at `start` begins a sentence or a quotation."""
    return bool(_SENTENCE_START.search(text[max(0, start - 4) : start]))
