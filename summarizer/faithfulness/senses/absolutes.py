"""Words that claim all or nothing, where the French claims less: “due solely to cost” for « due au coût »."""

from collections.abc import Mapping
from functools import cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.lexicon import read_lines
from summarizer.faithfulness.said import Said


def absolute_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A word of the list `absolutes` for which the cited French has no word."""
    table = _absolutes()
    for word in said.words:
        if word in table and not evidence.has_any(table[word]):
            written = as_written(said.text, word)
            return [Issue("direction", written, f"“{written}” claims more than the French; leave it out.")]
    return []


@cache
def _absolutes() -> Mapping[str, tuple[str, ...]]:
    rows = (line.partition("=") for line in read_lines("absolutes"))
    return {word: tuple(french.split(",")) for words, _, french in rows for word in words.split(",")}
