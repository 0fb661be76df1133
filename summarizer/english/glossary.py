"""English for the terms of French news that a word-for-word rendering gets wrong.

Shown to a model in place of the French, as amounts are: « numéro deux », « grévistes » and « porte-parole »
are what small models turn into something else. Only terms that one English term renders in nearly any
news context; where the word has other common senses, its surroundings decide, or it is left out.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from summarizer.english.glossary_forms import Form, read_forms

_FOLDED = (
    ("’", "'"),
    ("ʼ", "'"),
    ("‑", "-"),
    ("\n", " "),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("İ", "I"),
)
"""One character for one, so that offsets stay (« İ » alone grows in small letters)."""

_WORD = re.compile(r"(?<!\w)(?:(?<![@./#·-])|(?<=\bex-))[^\W_]+")
_ENDS = re.compile(r"(?!\w|['-]\w|·|\(\w|[./@]\w)")
_NAME_FOLLOWS = re.compile(r"[ -](?:l')?[^\W\d_]")
_WORD_BEFORE = re.compile(r"(\w+)[ ']$")
_INITIALS = re.compile(r"\b[A-Z]\w?\.$")
_CLAUSE_END = re.compile(r"[.,;:!?»]")
_GAP = 60
"""How far the second half of an expression may stand from the first, in characters."""
_CONTEXT = 24
"""How many characters before a word hold the word before it."""


def read_terms() -> str:
    """The glossary's entries, one a line, as the package ships them."""
    text = files("summarizer.english").joinpath("lexicon", "terms.txt").read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    """The forms by their first word in small letters, the longest first."""
    by_word: dict[str, list[Form]] = {}
    for form in read_forms(read_terms()):
        first = re.split(r"[ '-]", form.french.lower(), maxsplit=1)[0]
        by_word.setdefault(first, []).append(form)
    ranked = {word: sorted(forms, key=_weight, reverse=True) for word, forms in by_word.items()}
    return {word: tuple(forms) for word, forms in ranked.items()}


def _weight(form: Form) -> tuple[int, bool, bool]:
    return len(form.french), bool(form.follows), form.after is not None


def find_terms(french: str) -> list[tuple[int, int, str]]:
    """Where the glossary's terms stand in a French text, and their English: (start, end, English).

    Offsets are code points, end exclusive; in order, without overlap; of two terms that begin at the same
    word the longer. The English bears a capital where the French opens a sentence with one. Words with a
    capital of their own (« Prime Video », « Direction générale … ») are left alone. Linear in the text.
    """
    return [term for term in _found(french) if term is not None]


def _found(french: str) -> Iterator[tuple[int, int, str] | None]:
    """The terms in order, None for each expression that is to stay French."""
    folded = _fold(french)
    forms = _forms()
    reached = 0
    for word in _WORD.finditer(folded):
        candidates = forms.get(word[0])
        if candidates is None or word.start() < reached:
            continue
        start = word.start()
        for form in candidates:
            if folded.startswith(form.small, start) and _stands(form, french, folded, start):
                reached = end = start + len(form.french)
                yield (start, end, _in_case(form.english, french, start)) if form.english else None
                break


def _fold(french: str) -> str:
    """Small letters, plain spaces, apostrophes and hyphens; of the same length."""
    for mark, plain in _FOLDED:
        french = french.replace(mark, plain)
    return french.lower()


def _stands(form: Form, french: str, folded: str, start: int) -> bool:
    """Whether the form, whose letters stand at `start`, also fits in case, context and continuation."""
    end = start + len(form.french)
    if not form.small.endswith("'") and not _ENDS.match(folded, end):
        return False
    if not _case_fits(form.french, french, start):
        return False
    if form.after is not None or form.never_after:
        before = _WORD_BEFORE.search(folded, max(0, start - _CONTEXT), start)
        word = before[1] if before else ""
        if word in form.never_after or (form.after is not None and not _is_among(word, form.after)):
            return False
    if not form.follows:
        return True
    at = folded.find(f" {form.follows}", end, end + _GAP)
    return at >= 0 and not _CLAUSE_END.search(folded, end, at)


def _is_among(word: str, expected: frozenset[str]) -> bool:
    """Whether the word is expected; any number in digits goes where numerals do."""
    return word in expected or (word.isdigit() and "deux" in expected)


def _case_fits(form: str, french: str, start: int) -> bool:
    written = french[start : start + len(form)]
    if form.isupper():
        return written == form
    first, entry = written[0], form[0]
    if first.isupper() and entry.islower():
        follows = _NAME_FOLLOWS.match(french, start + len(form))
        if not opens_sentence(french, start) or (follows and follows[0][-1].isupper()):
            return False
    return all(
        a.islower() or not a.isalpha() or b.isupper() for a, b in zip(written[1:], form[1:], strict=True)
    )


def _in_case(english: str, french: str, start: int) -> str:
    if french[start].isupper() and opens_sentence(french, start):
        return english[0].upper() + english[1:]
    return english


def opens_sentence(text: str, at: int) -> bool:
    """Whether nothing of its sentence or line stands before `at`; an initial's stop (« M. ») ends none."""
    before = text[max(0, at - _CONTEXT) : at]
    bare = before.rstrip(' \t\u00a0\u202f«“"—–-•')
    if not bare:
        return at <= _CONTEXT or before != bare
    if bare[-1] not in ".!?…\n\r" and bare == before.rstrip(" \t\u00a0\u202f"):
        return False
    return bare[-1] != "." or not _INITIALS.search(bare)
