"""A party noun where it stands: whether it names a party there, and the mention that it makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from summarizer.french.given_names import Gender, is_given_name
from summarizer.french.names.candidates import Found
from summarizer.french.names.capital_words import ACTION_VERBS
from summarizer.french.names.name_words import ORGANISATION_HEADS
from summarizer.french.names.party_nouns import Noun
from summarizer.french.names.party_phrases import BEFORE_NOUN, FUNCTION_WORDS, OFFICES, Phrase, read_phrase
from summarizer.french.names.proper import name_end, organisation_end
from summarizer.french.names.tokens import Tokens, is_capital

_SINGULAR = frozenset({"le", "la", "l'", "l’", "un", "une", "son", "sa", "ce", "cet", "cette", "du", "au"})
_PLURAL = frozenset({"les", "des", "aux", "ces", "ses", "leurs", "plusieurs"})
_FEMININE = frozenset({"la", "une", "cette", "première", "ancienne", "nouvelle"})
_MASCULINE = frozenset({"le", "un", "du", "au", "ce", "cet", "premier", "ancien", "nouveau"})
_ALWAYS_THING = frozenset({"en", "sans"})
# Bodies whose own name is the name that follows: « l'hôpital Pasteur » is not Pasteur.
_NAMED_AFTER = frozenset(
    {"hôpital", "université", "lycée", "collège", "école", "gouvernement", "institut", "musée", "théâtre"}
    | {"clinique", "fondation", "tribunal"}
)
_LINKS = frozenset({"de", "d'", "d’", "à", "par"})
_OF = frozenset({"de", "d'", "d’", "du", "des"})
_SINGULAR = frozenset({"la", "le", "l'", "l’", "un", "une", "cette", "ce", "cet", "son", "sa"})


def _is_middle(ahead: Sequence[str], phrase: Phrase) -> bool:
    """« le centre de la ville », « au centre d'une querelle »: a place, no body."""
    if not ahead or ahead[0] not in _OF or phrase.determiner not in {"le", "au", "du"}:
        return False
    return ahead[0] in {"du", "des"} or ahead[1:2] == [] or ahead[1] in _SINGULAR or is_capital(ahead[1])


def _is_most(ahead: Sequence[str], phrase: Phrase) -> bool:
    """« la grande majorité des habitants », « la majorité absolue »: a share, no party."""
    own = len(ahead) > 1 and is_capital(ahead[1])
    share = bool(ahead) and (ahead[0] in _OF or ahead[0] in {"absolue", "relative", "simple", "qualifiée"})
    return (share and not own) or phrase.determiner == "une"


_IDIOMS: dict[str, Callable[[Sequence[str], Phrase], bool]] = {
    "centre": _is_middle,
    "majorité": _is_most,
    "pilote": lambda ahead, _phrase: ahead[:1] == ["automatique"],
    "pouvoir": lambda _ahead, phrase: phrase.determiner == "au",
    "front": lambda ahead, _phrase: not ahead or ahead[0] not in {"national", "commun", "uni", "populaire"},
}
"""Nouns of bodies and people that name none in some phrases, by what follows and precedes them."""


def read_party(tokens: Tokens, nouns: Mapping[str, Noun], index: int, form: str) -> tuple[Found | None, int]:
    """The mention that the noun `form` at token `index` makes, if any, and the token to go on from."""
    noun = nouns[form]
    if form in BEFORE_NOUN and _noun_ahead(tokens, nouns, index + 1):
        return None, index + 1
    phrase = read_phrase(tokens, index, noun, lambda at: _any_end(tokens, at))
    if not _names_party(tokens, phrase, form):
        return None, index + 1
    phrase = replace(phrase, noun=_noun_in_place(tokens, phrase))
    noun = phrase.noun
    has_name = noun.kind == "organisation" and has_capital(tokens, phrase.narrow, phrase.last)
    named_after = noun.lemma in _NAMED_AFTER and has_capital(tokens, phrase.narrow, phrase.narrow + 1)
    if named_after:
        phrase = replace(phrase, last=name_end(tokens, phrase.narrow))
    if has_name:
        phrase = replace(phrase, last=max(phrase.last, organisation_end(tokens, index)))
    numbered = phrase.first > 0 and tokens.forms[phrase.first - 1][0].isdigit()
    found = Found(
        first=phrase.first - numbered,
        last=phrase.last,
        votes=((noun.kind, 3),),
        gender=noun.gender or _told_gender(tokens, phrase),
        phrase=phrase,
    )
    charge = noun.lemma in OFFICES and has_capital(tokens, phrase.narrow, phrase.last)
    if (
        charge
        or named_after
        or (has_name and form in ORGANISATION_HEADS and not _names_person(tokens, phrase))
    ):
        return found, phrase.last
    return found, max(index + 1, phrase.narrow)


def _any_end(tokens: Tokens, index: int) -> int:
    """Where the name that begins at `index` ends, be it a body's with lower-case words inside."""
    if tokens.forms[index].lower() in ORGANISATION_HEADS:
        return organisation_end(tokens, index)
    return name_end(tokens, index)


def has_capital(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a word in the stretch has a capital."""
    return any(is_capital(form) for form in tokens.forms[first:last])


def _names_party(tokens: Tokens, phrase: Phrase, form: str) -> bool:
    """Whether the noun stands for somebody here, as far as its determiner tells."""
    noun = phrase.noun
    if tokens.forms[max(0, phrase.head - 3) : phrase.head - 1] == ["droits", "de"]:
        return False
    if form in _IDIOMS and _IDIOMS[form](tokens.forms[phrase.head + 1 : phrase.head + 3], phrase):
        return False
    if phrase.determiner:
        return not (phrase.determiner in _SINGULAR and noun.plural and noun.lemma != form)
    before = tokens.forms[phrase.first - 1].lower() if phrase.first else ""
    if before in _LINKS:
        return noun.kind == "organisation" and has_capital(tokens, phrase.head + 1, phrase.last)
    return before not in _ALWAYS_THING


def _noun_in_place(tokens: Tokens, phrase: Phrase) -> Noun:
    """The noun with the number that its determiner gives it; a prime minister is no minister."""
    noun = phrase.noun
    if phrase.determiner in _PLURAL and not noun.plural:
        return replace(noun, plural=True, kind="group")
    if noun.lemma == "ministre" and tokens.forms[phrase.head - 1].lower() in {"premier", "première"}:
        return replace(noun, lemma="premier ministre")
    return noun


def _noun_ahead(tokens: Tokens, nouns: Mapping[str, Noun], index: int) -> bool:
    """Whether an adjective that is also a noun (« jeune ») stands before its noun here."""
    form = tokens.forms[index] if index < len(tokens.forms) else ""
    if form in nouns:
        return True
    return form.isalpha() and form.islower() and form not in FUNCTION_WORDS and form not in ACTION_VERBS


def _told_gender(tokens: Tokens, phrase: Phrase) -> Gender | None:
    """The gender that the words before a noun tell (« la ministre »)."""
    before = {form.lower() for form in tokens.forms[phrase.first : phrase.head]} | {phrase.determiner}
    if before & _FEMININE:
        return "f"
    return "m" if before & _MASCULINE else None


def _names_person(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the complement is a person (« le gouvernement de Paul Brunel »): to be found as well."""
    return any(is_given_name(form) for form in tokens.forms[phrase.narrow : phrase.last])
