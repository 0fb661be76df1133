"""Whether a statement is a statement at all: words, in printable characters, without addresses of its own."""

import re

from summarizer.faithfulness.issue import Issue

MOST = 10_000
"""Characters of the longest text that is checked as a statement, so that no text takes long."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”»)]{1,200}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@.])@\w{2,60}")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Control characters, and marks that change the direction of writing or take no room."""


def form_issues(english: str, known: str) -> list[Issue]:
    """What keeps a text from being a statement; `known` is the French text, article included."""
    if not english.isprintable() and (control := _CONTROL.search(english)):
        message = f"The sentence contains a control character (U+{ord(control[0]):04X}); write plain text."
        return [Issue("form", control[0], message, rule="control")]
    if len(english) > MOST:
        message = f"It has more than {MOST:,} characters; check it sentence by sentence."
        return [Issue("form", english[:60], message, rule="too_long")]
    if not any(map(str.isalnum, english)):
        return [Issue("form", english, "It has no words; write an English sentence.", rule="no_words")]
    if "@" not in english and "http" not in (lower := english.lower()) and "www." not in lower:
        return []
    for match in (*_ADDRESS.finditer(english), *_HANDLE.finditer(english)):
        said = match[0].rstrip(".,;:!?'’")
        if said.lower() not in known.lower():
            return [Issue("form", said, f"“{said}” does not stand in the article.", rule="address")]
    return []
