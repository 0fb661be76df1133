"""The capitalised words of an English text that can be names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.english.words import is_name_as_well, is_ordinary_word
from summarizer.text.word_lists import read_list

_WORD = re.compile(r"(?:[a-z]+ )++|[A-Z]{1,3}\$|(?P<word>(?:[A-ZÀ-ÖØ-Þ]\.){2,}|[^\W\d_](?:[\w’'.&-]*\w)?)")
"""A run of words in small letters or a currency (“CA$”), which are passed over, or one word."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽ]|[a-z]{1,2}[A-Z]|(?:al|d|l|o)[-’'][A-Z]")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…]\s|[\"“”«»(\[—–•\n]\s?|--?\s|^['‘]|\s['‘])\s*\Z")
_NO_NAMES = frozenset(read_list("english", "capitals_that_are_no_names"))
_NAMES_IN_CAPITALS = frozenset({"US", "WHO", "IT"})
_FUNCTION_WORDS = frozenset(read_list("english", "function_words"))


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
        if written is not None and (known := _as_name(written)):
            word, ordinary, doubtful = known
            start = match.start()
            found.append(NameWord(start, start + len(word), word, ordinary, doubtful))
    return tuple(found)


@lru_cache(maxsize=16384)
def _as_name(written: str) -> tuple[str, bool, bool] | None:
    """A word that can be a name, without a possessive, and whether it is ordinary and doubtful."""
    if written.islower() or not _CAPITAL.match(written):
        return None
    word = _POSSESSIVE.sub("", written)
    lower = word.lower().rstrip(".")
    if lower in _NO_NAMES or (lower in _FUNCTION_WORDS and word not in _NAMES_IN_CAPITALS):
        return None
    parts = [part for part in _SEAM.split(word) if len(part) > 1] or [word]
    shout = word.isupper() and 1 < len(word) < 7
    ordinary = not shout and all(is_ordinary_word(part) for part in parts)
    return word, ordinary, ordinary and len(parts) == 1 and is_name_as_well(word)


_SEAM = re.compile(r"[-’'.&]")


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word that begins at `start` begins a sentence or a quotation."""
    return bool(_SENTENCE_START.search(text[max(0, start - 4) : start]))
