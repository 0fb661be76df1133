"""Keys and passwords are removed from all text that leaves the program: here, and nowhere else.

Whoever opens a model names its key once, with `protect`. Messages, logs, traces and the journal then pass
through `without_secrets`, so a server that repeats what it was sent cannot put a key into them.
"""

import base64
import html
import json
import re
from urllib.parse import quote

HIDDEN = "[key]"
SHORTEST = 8
# A shorter "key" is none ("none", "ollama"), and could be a word of the article.

_PROTECTED: dict[str, tuple[str, ...]] = {}
# The keys of this process, each with the forms in which a server may repeat it, the longest first.

_PATTERNS = (
    # keys by the way they begin: OpenAI's and others', Google's, Amazon's, GitHub's
    (re.compile(r"\b(?:sk|pk|rk|gsk|xai|hf|csk|nvapi|glpat|gh[pousr])[-_][A-Za-z0-9*._-]{6,}"), HIDDEN),
    (re.compile(r"\bAIza[A-Za-z0-9_-]{20,}|\bAKIA[A-Z0-9]{16}\b"), HIDDEN),
    # a header or a field of JSON: Authorization: Bearer …, "api_key": "…"
    (
        re.compile(
            r"""\b((?:proxy-)?authorization|(?:[a-z]{1,12}-)?api[-_]key|access[-_]token|client[-_]secret)"""
            r"""(\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?:(?:bearer|basic|token|key)\s{1,3})?)[^\s"'\\,;&<>]{4,}""",
            re.IGNORECASE,
        ),
        rf"\1\2{HIDDEN}",
    ),
    (re.compile(r"\b(bearer\s{1,3})(?=[^\s\"']{0,200}\d)[\w.~+/=-]{8,}", re.IGNORECASE), rf"\1{HIDDEN}"),
    # an address: https://user:password@host, ?key=…
    (re.compile(r"(?<=://)[^\s/?#\"'<>]{1,500}@"), f"{HIDDEN}@"),
    (
        re.compile(
            r"([?&](?:api[-_]?key|key|token|access_token|sig|signature|password)=)[^\s&#\"'<>]{4,}",
            re.IGNORECASE,
        ),
        rf"\1{HIDDEN}",
    ),
)


def protect(key: str) -> None:
    """Name a key or password that no text of this process may contain from now on."""
    if len(key) < SHORTEST:
        return
    encoded = base64.b64encode(key.encode()).decode()
    forms = {key, quote(key), quote(key, safe=""), json.dumps(key)[1:-1], html.escape(key), encoded}
    _PROTECTED[key] = tuple(sorted(forms, key=len, reverse=True))


def contains_key(words: str) -> bool:
    """Whether words contain a key that was named with `protect`."""
    small = words.lower()
    return any(form.lower() in small for forms in _PROTECTED.values() for form in forms)


def without_secrets(words: str) -> str:
    """Return words without the keys that are protected, and without what looks like a key or a password.

    >>> without_secrets("Incorrect API key provided: sk-proj-0123456789.")
    'Incorrect API key provided: [key]'
    >>> without_secrets("cannot reach https://anna:secret@host.example/v1")
    'cannot reach https://[key]@host.example/v1'
    """
    for forms in _PROTECTED.values():
        for form in forms:
            words = _without(words, form)
    for pattern, replacement in _PATTERNS:
        words = pattern.sub(replacement, words)
    return words


def _without(words: str, key: str) -> str:
    """Return words without a key, in any case, and without its beginning: some servers cut it off."""
    least = max(SHORTEST, len(key) // 2)
    small, begins = words.lower(), key.lower()
    if len(small) != len(words):  # a letter whose small form is longer: İ
        return words.replace(key, HIDDEN)
    pieces: list[str] = []
    at = 0
    while (found := small.find(begins[:least], at)) >= 0:
        end = found + least
        while end - found < len(key) and small[end : end + 1] == begins[end - found]:
            end += 1
        pieces += (words[at:found], HIDDEN)
        at = end
    return "".join((*pieces, words[at:]))
