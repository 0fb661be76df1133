"""Every form of a noun that can name a party, with what it then stands for.

Plurals follow the rules of French grammar (Grevisse, Le Bon Usage, § 522-530): -al → -aux,
-eau and -eu take -x, -s, -x and -z stay, all others take -s.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from summarizer.french.given_names import Gender
from summarizer.french.lexicon import entries

PartyKind = Literal["person", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Noun:
    """What one form stands for. `lemma` joins its forms; `gender` is None where it tells nothing."""

    lemma: str
    kind: PartyKind
    gender: Gender | None
    plural: bool
    vague: bool
    role: bool = False


_PLURALS: tuple[tuple[str, Gender, PartyKind], ...] = (
    ("autorités", "f", "organisation"),
    ("services", "m", "organisation"),
    ("secours", "m", "group"),
    ("gens", "m", "group"),
    ("pouvoirs", "m", "organisation"),
)
# Forms whose plural is a body of its own, or that have no singular.
_INVARIABLE = frozenset(
    {"porte-parole", "sans-abri", "dga", "pdg", "drh", "ceo", "ong", "pme", "numéro-deux"}
)


def pluralise(noun: str) -> str:
    """The plural of a French noun given in lower case."""
    if noun in _INVARIABLE or noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith(("eau", "eu")):
        return noun + "x"
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + "s"


def _people(listed: Sequence[str], *, role: bool, vague: frozenset[str]) -> dict[str, Noun]:
    """Forms of nouns for people, singular and plural, masculine and feminine."""
    forms: dict[str, Noun] = {}
    for entry in listed:
        masculine, _, feminine = entry.partition("/")
        gender: Gender | None = "m" if feminine else None
        if masculine in {"dame", "fillette"}:
            gender = "f"
        pairs: list[tuple[str, Gender | None]] = [(masculine, gender)]
        if feminine:
            pairs.append((feminine, "f"))
        for form, its_gender in pairs:
            unsure = masculine in vague
            lemma = masculine if role else form
            plural = Noun(lemma, "group", its_gender, plural=True, vague=unsure, role=role)
            forms.setdefault(pluralise(form), plural)
            forms[form] = Noun(lemma, "person", its_gender, plural=False, vague=unsure, role=role)
    return forms


def _bodies(
    listed: Sequence[str], gender: Gender, kind: PartyKind, *, vague: frozenset[str]
) -> dict[str, Noun]:
    """Forms of nouns for bodies and crowds; several bodies are a group."""
    forms: dict[str, Noun] = {}
    for noun in listed:
        unsure = noun in vague
        forms[pluralise(noun)] = Noun(noun, "group", gender, plural=True, vague=unsure)
        forms[noun] = Noun(noun, kind, gender, plural=False, vague=unsure)
    return forms


@cache
def party_nouns() -> dict[str, Noun]:
    """Every form in lower case; where plural and singular are alike, the singular is given."""
    vague = frozenset(entries("party_nouns_vague"))
    forms = _people(entries("party_people"), role=False, vague=vague)
    forms |= _bodies(entries("party_crowds_masculine"), "m", "group", vague=vague)
    forms |= _bodies(entries("party_crowds_feminine"), "f", "group", vague=vague)
    forms |= _people(entries("party_roles"), role=True, vague=vague)
    forms |= _bodies(entries("party_bodies_masculine"), "m", "organisation", vague=vague)
    forms |= _bodies(entries("party_bodies_feminine"), "f", "organisation", vague=vague)
    for form, gender, kind in _PLURALS:
        forms[form] = Noun(form, kind, gender, plural=True, vague=False)
    return forms


@cache
def stand_ins(lemma: str) -> frozenset[str]:
    """The lemmas that may name the same party as `lemma` (« groupe », « start-up »), itself included."""
    for listed in (entries("stand_ins_for_firms"), entries("stand_ins_for_culprits")):
        if lemma in listed:
            return frozenset(listed)
    return frozenset({lemma})
