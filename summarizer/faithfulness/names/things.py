"""Whether the article speaks at all of the people and things that a statement names with common nouns.

“helicopters”, “neighbours”, “the manufacturer” can be said in French in a few ways only. Where the whole
article has none of them, the statement has made the thing up, or given something to somebody else.
"""

from collections.abc import Mapping
from functools import cache

from summarizer.english.words import english_lemma
from summarizer.faithfulness.alignment import french_places
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.lexicon import read_lines
from summarizer.faithfulness.said import Said


def thing_issues(said: Said, whole: Evidence) -> list[Issue]:
    """Nouns of the list `things` for which the French has no word, names left aside."""
    issues = []
    for word in dict.fromkeys(said.words):
        forms = _things().get(english_lemma(word))
        if not forms or whole.has_any(forms) or french_places(word, whole):
            continue
        written = as_written(said.text, word)
        if written.islower():
            issues.append(Issue("invented", written, f"“{written}”: the article has no word for it."))
    return issues


@cache
def _things() -> Mapping[str, tuple[str, ...]]:
    rows = (line.partition("=") for line in read_lines("things"))
    return {noun: tuple(french.split(",")) for english, _, french in rows for noun in english.split(",")}
