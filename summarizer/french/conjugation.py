"""The forms of French verbs in which the press reports words: third persons, participles, gerund, infinitive.

Models of Bescherelle: the first group with its changes of stem, the second group; irregular verbs are
listed by their forms. tests/french/test_verbs.py holds every form to a dictionary.
"""

import re
from enum import Flag, auto
from functools import lru_cache

from summarizer.french.lexicon import entries
from summarizer.text.dictionary import is_known_french


class Form(Flag):
    """What a verb form is: it reports a clause (`SAYS`), or judges or names somebody's words (`JUDGES`)."""

    FINITE = auto()
    PARTICIPLE = auto()
    GERUND = auto()
    INFINITIVE = auto()
    SAYS = auto()
    JUDGES = auto()
    INTENDS = auto()


_PRESENT = ("e", "ent")
_PAST = ("ait", "aient", "a", "èrent")
_FUTURE = ("era", "eront", "erait", "eraient")
_SECOND_GROUP = ("t", "ssent", "ssait", "ssaient", "rent", "ra", "ront", "rait", "raient")
# Verbs in -eler and -eter that double their consonant; the others take « è » (Bescherelle, tables 12 to 14).
_DOUBLED = re.compile(r"(?:jet|ppel|mmel|feuillet|chancel|étincel|ruissel|renouvel)$")
_MUTE = re.compile(r"[^ée]e([lmnstvcgprd])$")
_ACUTE = re.compile(r"é([^aeiouyéèêu]{1,2}|gu|qu)$")


def conjugate_first_group(infinitive: str) -> dict[str, Form]:
    """Return the forms of a verb in -er.

    >>> forms = conjugate_first_group("rejeter")
    >>> "rejette" in forms, "rejète" in forms
    (True, False)
    """
    stem = infinitive[:-2]
    strong, future = _stems(stem)
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    forms = dict.fromkeys((strong + ending for ending in _PRESENT), Form.FINITE)
    forms |= dict.fromkeys(((stem if ending[0] == "è" else soft) + ending for ending in _PAST), Form.FINITE)
    forms |= dict.fromkeys((base + ending for base in future for ending in _FUTURE), Form.FINITE)
    forms |= {soft + "ant": Form.GERUND, infinitive: Form.INFINITIVE}
    return forms | dict.fromkeys((stem + ending for ending in ("é", "ée", "és", "ées")), Form.PARTICIPLE)


def _stems(stem: str) -> tuple[str, tuple[str, ...]]:
    """Return the stem of the present and those of the future."""
    if _MUTE.search(stem):
        doubled = stem + stem[-1] if _DOUBLED.search(stem) else stem[:-2] + "è" + stem[-1]
        return doubled, (doubled,)
    if match := _ACUTE.search(stem):
        grave = stem[: match.start()] + "è" + match[1]
        return grave, (stem, grave)  # « régnera », and « règnera » since 1990
    if stem.endswith(("uy", "oy")):
        return stem[:-1] + "i", (stem[:-1] + "i",)
    return stem, (stem,)


def conjugate_second_group(infinitive: str) -> dict[str, Form]:
    """Return the forms of a verb in -ir with -iss-."""
    stem = infinitive[:-1]
    forms = dict.fromkeys((stem + ending for ending in _SECOND_GROUP), Form.FINITE)
    forms |= {stem + "ssant": Form.GERUND, infinitive: Form.INFINITIVE}
    for ending in ("", "e", "s", "es"):
        forms[stem + ending] = forms.get(stem + ending, Form(0)) | Form.PARTICIPLE
    return forms


def read_irregular(entry: str) -> tuple[str, dict[str, Form]]:
    """Return the infinitive and the forms of an entry of `verbs_of_saying_irregular`."""
    infinitive, _, listed = entry.partition(": ")
    forms = {infinitive: Form.INFINITIVE}
    kinds = (Form.FINITE, Form.PARTICIPLE, Form.GERUND)
    for words, kind in zip(listed.split("/"), kinds, strict=True):
        for word in words.split():
            forms[word] = forms.get(word, Form(0)) | kind
    return infinitive, forms


_SHORTEST = 3
_FINITE_ENDINGS = (
    ("aient", ("er", "ir", "re")), ("ait", ("er", "ir", "re")), ("ent", ("er", "re", "ir")),
    ("it", ("ir", "re", "ire")),
    ("a", ("er",)), ("e", ("er",)), ("d", ("dre",)),
)  # fmt: skip
_NO_VERBS = frozenset(entries("nouns_like_verbs"))


@lru_cache(maxsize=16384)
def is_finite_verb(word: str) -> bool:
    """Whether a word is a verb in the third person, by its infinitive, which a dictionary has.

    >>> is_finite_verb("sourit"), is_finite_verb("contre")
    (True, False)
    """
    if len(word) < _SHORTEST or word in _NO_VERBS:
        return False
    for ending, infinitives in _FINITE_ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return any(is_known_french(stem + infinitive) for infinitive in infinitives)
    return False
