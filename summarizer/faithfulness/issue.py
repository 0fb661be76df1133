"""What one rule of the check found in a statement."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """A code, the English words concerned, and a sentence that says what is wrong."""

    code: str
    words: str
    message: str


def as_written(english: str, word: str) -> str:
    """A folded word as the statement writes it: « friday » → « Friday »."""
    pattern = re.escape(word).replace("'", "['’]")
    match = re.search(rf"\b{pattern}\b", english, re.IGNORECASE)
    return match[0] if match else ""
