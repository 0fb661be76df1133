"""What the words around a capitalised name tell of its kind and gender."""

from collections.abc import Mapping, Sequence

from summarizer.french.given_names import Gender, is_given_name
from summarizer.french.lexicon import entries
from summarizer.french.names import name_words
from summarizer.french.names.candidates import Found, Vote, leaning
from summarizer.french.names.capital_words import SPEECH_STEMS
from summarizer.french.names.forms import is_acronym
from summarizer.french.names.party_nouns import Noun
from summarizer.french.names.party_phrases import ARTICLES
from summarizer.french.names.tokens import Tokens

_PLURAL_ARTICLES = frozenset({"aux", "ces", "des", "les"})
_DE = frozenset({"d'", "de", "d’"})
_MARKS = frozenset({"«", '"', "“"})
_PAPERS = frozenset({"revue", "journal", "quotidien", "hebdomadaire", "magazine", "mensuel", "site"})
_SPEECH = tuple(SPEECH_STEMS)
# Roles that firms hold as well as people (« Vexa, leader de … »).
_EITHER = frozenset(entries("roles_of_firms"))
_BEFORE_ROLE = frozenset(
    {
        "ancien",
        "ancienne",
        "ex",
        "jeune",
        "l'",
        "la",
        "le",
        "l’",
        "nouveau",
        "nouvelle",
        "premier",
        "première",
        "un",
        "une",
        "vice",
    }
)


def context(
    tokens: Tokens, found: Sequence[Found], nouns: Mapping[str, Noun], *, first: int, last: int
) -> tuple[list[Vote], bool, Gender | None]:
    """Votes from both sides of the name at `first:last`; whether a title precedes it; its gender.

    `found` are the mentions before it.
    """
    forms = tokens.forms
    before = forms[first - 1] if first else ""
    gender: Gender | None = None
    titled = before in name_words.TITLES
    if titled:
        told = name_words.TITLES[before]
        gender = "f" if told == "f" else "m" if told == "m" else None
        votes: list[Vote] = [("person", 4)]
    else:
        votes = _word_before(tokens, found, first=first, last=last)
        by_phrase = _phrase_votes(forms, found, first)
        votes.extend(by_phrase)
        if by_phrase and found[-1].last == first and found[-1].gender and by_phrase[0][0] == "person":
            gender = found[-1].gender
    after, after_gender = _after(forms[last : last + 6], nouns)
    return votes + after, titled, gender or after_gender


def _word_before(  # noqa: C901, PLR0911 - one return for each word that tells something
    tokens: Tokens, found: Sequence[Found], *, first: int, last: int
) -> list[Vote]:
    """Votes of the word right before the name."""
    forms = tokens.forms
    low = forms[first - 1].lower() if first else ""
    if low in _MARKS and first > 1:
        return _titled_thing(forms[first - 2].lower())
    if low in name_words.WORK_NOUNS:
        return [("work", 3)]
    if low in name_words.PLACE_NOUNS:
        return [("place", 2.5)]
    if low in _PLURAL_ARTICLES and last == first + 1 and not is_acronym(forms[first]):
        return [("group", 1.5)]
    if low in ARTICLES:
        if _place_noun_before(forms, first):
            return [("place", 2.5)]
        return [("organisation", 1), ("person", -1.5)]
    if low in {"à", "en", "vers"}:
        nobody = last - first > 1 and not is_given_name(forms[first])  # « à Belo Horizonte »
        return [("place", 2 if low == "en" else 1.6 if nobody else 1)]
    if low == "chez":
        return [("organisation", 1)]
    if low == "(" and found and not is_acronym(forms[first]):
        return _bracketed(found[-1], first)
    if low in _DE and first > 1:
        return _after_de(forms, found, first)
    if low in {",", "et", "ou"} and found and found[-1].last == first - 1:
        return _listed(found[-1])
    return []


def _titled_thing(low: str) -> list[Vote]:
    """Votes of the word before a name in marks: « la revue « Nature » » against « le film « Nature » »."""
    if low in _PAPERS:
        return [("organisation", 3)]
    return [("work", 3)] if low in name_words.WORK_NOUNS else []


def _after_de(forms: list[str], found: Sequence[Found], first: int) -> list[Vote]:
    """« la ville de X » is a place, « le diocèse de X » leans to one."""
    if forms[first - 2].lower() in name_words.PLACE_NOUNS:
        return [("place", 2)]
    before = found[-1].phrase if found else None
    if before is not None and before.noun.kind == "organisation" and before.narrow == first - 1:
        return [("place", 0.6)]
    return []


def _place_noun_before(forms: list[str], first: int) -> bool:
    """Whether « place de la » or « lac du » stands before the token."""
    if forms[first - 1].lower() in {"du", "des"}:
        return first > 1 and forms[first - 2].lower() in name_words.PLACE_NOUNS
    return (
        first > 2 and forms[first - 2] in {"de", "à"} and forms[first - 3].lower() in name_words.PLACE_NOUNS
    )


def _listed(before: Found) -> list[Vote]:
    """Names in an enumeration tend to be of one kind."""
    tally = leaning(before.votes)
    if before.phrase is not None or not tally:
        return []
    kind = max(tally, key=lambda each: tally[each])
    return [(kind, 0.6)] if tally[kind] > 0.5 else []


def _bracketed(before: Found, first: int) -> list[Vote]:
    """A name in brackets: a place after a place, else mostly a product of the firm before it."""
    if before.last != first - 1:
        return []
    tally = leaning(before.votes)
    if tally.get("place", 0) > 1:
        return [("place", 2)]
    return [("work", 2.5), ("person", -1)] if tally.get("organisation", 0) > 1 else []


def _phrase_votes(forms: list[str], found: Sequence[Found], first: int) -> list[Vote]:
    """Votes of a noun phrase right before the name (« le milliardaire Elon Musk »)."""
    for before in reversed(found[-2:]):
        phrase = before.phrase
        if phrase is None or before.last not in {first, first - 1}:
            continue
        if phrase.noun.plural:
            return [("organisation", 2)] if phrase.noun.role and before.last == first else []
        apart = before.last == first - 1
        if apart and (forms[first - 1] != "," or phrase.noun.kind != "person"):
            continue
        if phrase.noun.kind == "person" and is_acronym(forms[first]):
            return [("organisation", 1)]
        if phrase.noun.lemma not in _EITHER and phrase.noun.kind != "group":
            return [(phrase.noun.kind, 2 if apart else 3)]
    return []


def _after(  # noqa: PLR0911 - one return for each thing that may follow
    forms: list[str], nouns: Mapping[str, Noun]
) -> tuple[list[Vote], Gender | None]:
    """Votes of an age, an apposed role, or a verb of speech after a name; the gender of the role."""
    if len(forms) < 2:
        return [], None
    if forms[0] in {"a", "avait"} and forms[1].startswith(_SPEECH):
        return [("person", 0.5)], None
    if forms[0] in {",", "("} and forms[1].isdigit() and (forms[2:3] == ["ans"] or forms[0] == ","):
        return ([("person", 3)] if forms[2:3] == ["ans"] else []), None
    if forms[0] != ",":
        return [], None
    at = 1
    while at < len(forms) - 1 and forms[at] in _BEFORE_ROLE:
        at += 1
    noun = nouns.get(forms[at].lower())
    if noun is None or noun.kind != "person" or noun.plural:
        return [], None
    if noun.lemma in _EITHER:
        return [("organisation", 1)], None
    return [("person", 3)], noun.gender
