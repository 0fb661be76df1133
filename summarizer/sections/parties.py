"""People, organisations and groups as the brief shows them: the article's words, and their English form."""

from summarizer.english.language import is_english
from summarizer.faithfulness.issue import Issue

_LONGEST = 100
"""Characters of an English form: a longer one is a sentence, not a name."""


def english_form(name: str, english: str | None) -> str | None:
    """The English form to show beside a name; None where it is the name itself, or says nothing."""
    shown = " ".join((english or "").split()).strip(' \t«»“”"')
    return shown if shown and shown.casefold() != name.casefold() else None


def is_english_form(english: str, name: str) -> list[Issue]:
    """What speaks against an English form: a French common noun that it leaves, a sentence in its place."""
    shown = " ".join(english.split())
    if not shown:
        return [Issue("name", name, f"« {name} » has no English form; give one.", "hard")]
    if len(shown) > _LONGEST:
        return [Issue("name", shown, f"“{shown}” is no name; give how English calls « {name} ».", "hard")]
    if shown.islower() and not is_english(shown):
        return [Issue("language", shown, f"“{shown}” is French; say it in English.", "hard")]
    return []
