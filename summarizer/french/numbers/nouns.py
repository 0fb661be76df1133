"""Finds the noun that a number counts, by the words next to it."""

import re

from summarizer.french.lexicon import entries
from summarizer.french.numbers.folding import Folded

STOP = frozenset(entries("no_counted_nouns"))
ADJECTIVES = frozenset(entries("adjectives_of_counted"))
_NEXT_WORD = re.compile(r" {1,2}([^\W\d_][\w-]*'?)")
_OF_WORD = re.compile(
    r" {1,2}d(?:(?:es |e (?:ses |leurs |ces |nos |mes |vos ))(?:(?:\d[\d ,.]{0,16}|deux|trois|quatre|cinq|six"
    r"|sept|huit|neuf|dix|onze|douze|vingt|cent) )?|(?:e |' ?)(?:les |ce |cette |l'|la |entre )?)"
    r"([^\W\d_][\w-]*)"
)


def _may_be_plural(source: Folded, match: re.Match[str]) -> bool:
    """Tell whether a word may stand after a number above one: a plural, or a proper noun."""
    return match[1].endswith(("s", "x", "z")) or source.text[match.start(1)].isupper()


def next_noun(source: Folded, end: int, *, plural: bool = False) -> tuple[int, int, bool] | None:
    """Return start and end of the noun that a number ending at `end` counts, and whether it is adjacent.

    An adjective between (« deux prochaines années ») is passed over.
    """
    text, adjacent = source.plain, True
    young = None
    for _ in range(3):
        match = _NEXT_WORD.match(text, end)
        if not match or match[1].endswith("'") or match[1] in STOP or len(match[1]) == 1:
            return young
        if match[1] in {"jeune", "jeunes"}:
            young = (match.start(1), match.end(1), adjacent)
        if match[1].endswith("ment"):  # an adverb: a noun after a number would end in -ments
            return None
        if match[1] not in ADJECTIVES:
            if plural and not _may_be_plural(source, match):
                return None
            return match.start(1), match.end(1), adjacent
        end, adjacent = match.end(1), False
    return None


_WORD_LEFT = re.compile(r"([^\W\d_]{3,}) $")


def is_labelled_by_word(source: Folded, start: int) -> bool:
    """Tell whether a noun stands right before a number and is named by it (« calibre 7,65 »)."""
    match = _WORD_LEFT.search(source.plain[max(0, start - 24) : start])
    verb = ("ent", "ait", "er", "ant")
    return match is not None and match[1] not in STOP and not match[1].endswith(verb)


def noun_of(source: Folded, end: int) -> tuple[int, int] | None:
    """Return the noun after « de » right behind a number: « des milliers de manifestants »."""
    match = _OF_WORD.match(source.plain, end)
    if not match:
        return None
    start, stop = match.span(1)
    if match[1] in {"affilee", "abord", "ailleurs", "avance", "ecart", "affilée"}:
        return None
    if match[1] in ADJECTIVES:
        noun = next_noun(source, stop)
        return (noun[0], noun[1]) if noun else None
    return start, stop
