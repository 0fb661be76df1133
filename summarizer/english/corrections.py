"""What a small model often gets wrong and code can put right: wordings, a doubled hedge, a cut list."""

import re
from functools import cache, partial

from summarizer.text.word_lists import read_list

_OF_SECURITY = frozenset({"defence", "justice", "politics"})
_ACCORDING = re.compile(r"According to [^.;]*?\b(reportedly |allegedly )")
_TWO_FRENCH = re.compile(r"\b(?:Avant de|Sans)\s[^,;:.]*?\bune?\s[^,;:.]{2,40}, une?\s[^,;:.]{2,40}, [a-z]")
_TWO_ENGLISH = re.compile(
    r"^((?:Before|Without) [a-z]+ing an? [a-z-]+(?: [a-z-]+)??)( (?:away|back|down|in|off|on|online|out|up))?"
    r", (an? [^,;:.]{2,40}), (?=[a-z])"
)
_ALSO = re.compile(r"(?<=\w) also(?= \w)")
_ADDS = re.compile(r"\b(?:a|ont|avait|avaient|est|sont|était|étaient) (?:également|aussi)\b")


def correct(english: str, french: str, domain: str = "") -> str:
    """A small model's English with what code knows to be wrong in it put right.

    >>> correct("The people vote.", "Les gens votent.")
    'People vote.'
    >>> correct("According to Ostrelec, it reportedly has 40 ships.", "Selon Ostrelec, il aurait 40 navires.")
    'According to Ostrelec, it has 40 ships.'
    """
    plain = french.lower().replace("’", "'")
    for guarded, words, wrong, right in _wordings():
        if words in plain and not (guarded and domain in _OF_SECURITY):
            english = wrong.sub(partial(_as, right), english)
    hedged = _ACCORDING.match(english)
    if hedged:
        english = english[: hedged.start(1)] + english[hedged.end(1) :]
    if _TWO_FRENCH.search(french):
        english = _TWO_ENGLISH.sub(r"\1 or \3\2, ", english)
    return english


def without_addition(english: str, french: str) -> str:
    """A sentence without the “also” by which it adds to one that the reader does not see.

    >>> without_addition("Anne Roy has also made an offer.", "Anne Roy a également fait une offre.")
    'Anne Roy has made an offer.'
    """
    return _ALSO.sub("", english, count=1) if _ADDS.search(french) else english


def _as(right: str, found: re.Match[str]) -> str:
    """The right words with the capital of those found."""
    return right[0].upper() + right[1:] if found[0][0].isupper() else right


@cache
def _wordings() -> tuple[tuple[bool, str, re.Pattern[str], str], ...]:
    found = []
    for line in read_list("english", "corrections"):
        french, wrong, right = line.removeprefix("! ").split(" = ")
        found.append(
            (line.startswith("! "), french, re.compile(rf"\b{re.escape(wrong)}\b", re.IGNORECASE), right)
        )
    return tuple(found)
