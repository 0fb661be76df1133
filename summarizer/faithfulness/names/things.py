"""Whether the article speaks at all of the people and things that a statement names with common nouns.

“helicopters”, “neighbours”, “the manufacturer” can be said in French in a few ways only. Where the whole
article has none of them, the statement has made the thing up, or given something to somebody else.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from summarizer.english.words import english_lemma
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.lexicon import read_lines
from summarizer.faithfulness.said import Said


def thing_issues(said: Said, whole: Evidence) -> list[Issue]:
    """Nouns of the list `things` for which the French has no word, names left aside."""
    issues = []
    for word in dict.fromkeys(said.words):
        forms = _french_of(word)
        if not forms or whole.has_any(forms) or whole.places_of(word):
            continue
        written = as_written(said.text, word)
        if written.islower():
            issues.append(Issue("invented", written, f"“{written}”: the article has no word for it."))
    return issues


@lru_cache(maxsize=16384)
def _french_of(word: str) -> tuple[str, ...]:
    """The French for a noun of the list, in any form; empty for all other words."""
    return _things().get(english_lemma(word), ())


@cache
def _things() -> Mapping[str, tuple[str, ...]]:
    rows = (line.partition("=") for line in read_lines("things"))
    return {noun: tuple(french.split(",")) for english, _, french in rows for noun in english.split(",")}
