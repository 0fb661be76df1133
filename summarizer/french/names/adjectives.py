"""Whether a word after a noun reads as an adjective, told by its ending and two short lists.

Source: the endings that form adjectives (Grevisse, Le Bon Usage, § 167-171 and 541-560).
"""

from functools import cache

from summarizer.french.lexicon import entries

_ENDINGS = entries("adjective_endings")


@cache
def _listed() -> frozenset[str]:
    """The listed adjectives in all their forms."""
    forms = set(entries("adjectives_irregular"))
    for word in entries("adjectives"):
        forms |= {word, word + "s", word + "e", word + "es"}
        if word.endswith("e"):
            forms -= {word + "e", word + "es"}
        if word.endswith("al"):
            forms.add(word[:-2] + "aux")
        if word.endswith("er"):
            forms |= {word[:-2] + "ère", word[:-2] + "ères"}
        if word.endswith(("en", "el")):
            forms |= {word + word[-1] + "e", word + word[-1] + "es"}
    return frozenset(forms)


@cache
def _refused() -> frozenset[str]:
    return frozenset(entries("nouns_like_adjectives"))


def is_adjective(form: str) -> bool:
    """Whether a lower-case word after a noun reads as an adjective (« mondiale », « européens »)."""
    if form in _listed():
        return True
    return len(form) > 4 and form[0].islower() and form.endswith(_ENDINGS) and form not in _refused()
