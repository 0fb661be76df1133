"""French text as words and signs with their places: what the search for names reads, once, left to right."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      [NMTO]['’](?=[A-ZÀ-ÖØ-Þ])\w+(?:[-‑]\w+)*             # N'Golo, M'Bappé, O'Brien
    | (?:[cdjlmnstCDJLMNST]|(?:jus|lors|puis|quoi)?qu|Qu|Jusqu|Lorsqu|Puisqu|Quoiqu)\s?['’]   # elision
    | (?:[A-ZÀ-ÖØ-Þ]\.[-‑]?)+(?=\s?\w)                      # initials, « M. »
    | (?:MM|Mr|Mrs|Ms|Dr|Pr|Prof|Mgr|St)\.
    | \d+(?:[\u00a0\u202f .,]\d+)*
    | \w+(?:[-‑'’&]\w+)*\+?
    | \n
    | [^\w\s]
    """,
    re.VERBOSE,
)
_SENTENCE_SIGNS = frozenset('.!?…:«“"„—–-•\n*[]')
_SHOUTED = 12


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text. `starts` and `ends` are code points; a line's end is a token of its own.

    `shouted`: the tokens that stand in lines all in capitals, where capitals tell nothing.
    """

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]
    shouted: frozenset[int]

    def begins_sentence(self, index: int) -> bool:
        """Whether a capital may be owed to the token's place alone."""
        if index == 0:
            return True
        before = self.forms[index - 1]
        if before in _SENTENCE_SIGNS:
            return True
        return before in "»”)" and index > 1 and self.forms[index - 2] in _SENTENCE_SIGNS

    def cut(self, first: int, last: int) -> str:
        """The text from token `first` to before token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenise(text: str) -> Tokens:
    """Words, numbers, signs and line ends in order; every word of the text is in exactly one token."""
    matches = list(_TOKEN.finditer(text))
    forms = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [start + len(form) for start, form in zip(starts, forms, strict=True)]
    return Tokens(text, forms, starts, ends, _shouted(forms))


def _shouted(forms: list[str]) -> frozenset[int]:
    """The tokens of lines of at least three words whose letters are all capitals."""
    found: set[int] = set()
    first = 0
    for index, form in enumerate([*forms, "\n"]):
        if form == "\n":
            words = [word for word in forms[first:index] if word[0].isalpha()]
            if len(words) > 2 and sum(map(len, words)) > _SHOUTED and all(word.isupper() for word in words):
                found.update(range(first, index))
            first = index + 1
    return frozenset(found)


_ARABIC = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ed", "er", "es", "ez"})


def is_capital(form: str) -> bool:
    """Whether a word begins with a capital letter, if need be behind the Arabic article (« al-Assad »)."""
    return form[0].isupper() or (form[2:3] == "-" and form[:2] in _ARABIC and form[3:4].isupper())
