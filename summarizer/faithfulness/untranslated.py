"""Whether a statement is in English at all, and not the French words again."""

import re

from summarizer.english.language import is_english
from summarizer.english.words import is_known_english
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue

_FEW = 3
_LETTERS = re.compile(r"[^\W\d_]+")


def language_issues(english: str) -> list[Issue]:
    """A statement that is French where English was wanted."""
    if is_english(english):
        return []
    return [Issue("language", english, "The sentence is French; say it in English.")]


def copy_issues(english: str, evidence: Evidence) -> list[Issue]:
    """A statement that repeats a stretch of the French word for word.

    Names and words that both languages have (« possible ») may be the same; a statement is a copy
    when it stands in the French as it is and some word of it is no English word.
    """
    folded = fold(english)
    if not folded or f" {folded} " not in evidence.folded:
        return []
    plain = [word for word in _LETTERS.findall(english) if word.islower()]
    foreign = [word for word in plain if not is_known_english(word)]
    if not foreign and len(plain) <= _FEW:
        return []
    return [Issue("copy", english, "The words are the French ones again; translate them into English.")]
