"""Noun phrases that name a party by a common noun: « le porte-parole du ministère », « les syndicats ».

Where the noun is known, its phrase is found without parsing: determiner and adjectives before it,
adjectives (told by their endings: Grevisse, Le Bon Usage, § 546-560) and one complement after it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.french.lexicon import entries
from summarizer.french.names.adjectives import is_adjective
from summarizer.french.names.party_nouns import Noun
from summarizer.french.names.tokens import Tokens, is_capital

DEFINITE = frozenset({"au", "aux", "du", "l'", "la", "le", "les", "l’"})
POSSESSIVE = frozenset(
    {"leur", "leurs", "ma", "mes", "mon", "nos", "notre", "sa", "ses", "son", "vos", "votre"}
)
DEMONSTRATIVE = frozenset({"ce", "ces", "cet", "cette"})
ARTICLES = frozenset(
    {"au", "aux", "ce", "ces", "cette", "des", "du", "l'", "la", "le", "les", "l’", "un", "une"}
)
_AFTER_OF = frozenset({"ce", "cette", "l'", "la", "le", "les", "l’"})
INDEFINITE = frozenset(entries("indefinite_determiners"))
_QUANTITIES = frozenset(entries("quantity_nouns"))
BEFORE_NOUN = frozenset(entries("adjectives_before_nouns"))
_PREPOSITIONS = frozenset({"d'", "de", "des", "du", "d’"})
_POSTS = frozenset({"au", "auprès", "aux", "à"})
_DETERMINERS = DEFINITE | POSSESSIVE | DEMONSTRATIVE | INDEFINITE
_FAR = 4
_CHARGES = 20
_MOST_ADJECTIVES = 6
_POSTED = frozenset(entries("posted_people"))
OFFICES = frozenset({"ministre", "ministère", "secrétaire", "commissaire", "vice-ministre", "secrétariat"})
_INFINITIVE_ENDINGS = ("er", "ir", "dre", "tre", "oir", "ire", "aire")
_NOUNS_IN_ER = ("ier", "mer", "fer", "leader", "dealer", "hacker")
FUNCTION_WORDS = frozenset(entries("function_words_in_phrases"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase in tokens: `first` is its first word after the determiner, `last` is exclusive.

    `determiner` is in lower case, empty where there is none; `narrow` is exclusive of the complement
    with « de ».
    """

    noun: Noun
    first: int
    head: int
    narrow: int
    last: int
    determiner: str

    @property
    def bare(self) -> bool:
        """Whether the noun stands alone, so that only the context tells who is meant."""
        return self.last == self.head + 1

    @property
    def definite(self) -> bool:
        """Whether the reader is supposed to know who is meant."""
        return self.determiner in DEFINITE


def _is_infinitive(form: str) -> bool:
    return form.endswith(_INFINITIVE_ENDINGS) and not form.endswith(_NOUNS_IN_ER)


def skip_adjectives(tokens: Tokens, index: int) -> int:
    """The first token from `index` on that is no adjective (« et » between two adjectives goes along)."""
    forms = tokens.forms
    stop = min(len(forms), index + _MOST_ADJECTIVES)
    while index < stop:
        step = 2 if forms[index] == "et" else 1
        if not is_adjective(forms[min(index + step, len(forms)) - 1]):
            break
        index += step
    return min(index, len(forms))


def complement_end(tokens: Tokens, index: int, name_end: Callable[[int], int], *, role: bool = False) -> int:
    """Where a complement with « de » that begins at `index` ends; `index` where there is none.

    `name_end` gives the end of the capitalised name that begins at a token. After the noun of a `role`
    the complement may begin with « à » or « auprès de » (« ambassadeur à l'ONU »).
    """
    forms = tokens.forms
    here = forms[index : index + 3]
    if here and role and here[0] in _POSTS:
        return _post_end(tokens, index, name_end)
    if len(here) < 2 or here[0] not in _PREPOSITIONS:
        return index
    article = here[0] not in {"de", "d'", "d’"} or here[1] in _AFTER_OF
    after = index + (2 if here[1] in _AFTER_OF else 1)
    form = forms[after] if after < len(forms) else "."
    if is_capital(form):
        return skip_adjectives(tokens, max(name_end(after), after + 1))
    if form.isdigit() and forms[after + 1 : after + 2] == ["ans"]:
        return after + 2
    no_noun = not form[0].isalpha() or form in FUNCTION_WORDS or form == "nom" or form in POSSESSIVE
    if no_noun or (not article and _is_infinitive(form)):
        return index
    return skip_adjectives(tokens, after + 1)


def _post_end(tokens: Tokens, index: int, name_end: Callable[[int], int]) -> int:
    """Where « à l'ONU » or « auprès de Lyon » ends, after a role; `index` unless a name stands there."""
    forms = tokens.forms
    after = index + 1
    while after < min(len(forms), index + _FAR) and forms[after] in {"la", "l'", "l’", "de", "du", "des"}:
        after += 1
    if after < len(forms) and is_capital(forms[after]):
        return max(name_end(after), after + 1)
    return index


def determiner_before(tokens: Tokens, index: int) -> tuple[int, str]:
    """The first word of the phrase and its determiner (« » where the noun has none)."""
    forms = tokens.forms
    first = index
    while first > max(0, index - _FAR) and forms[first - 1].lower() in BEFORE_NOUN:
        first -= 1
    before = forms[first - 1].lower() if first else ""
    if before in _DETERMINERS:
        return first, before
    if before[:1].isdigit():
        return first, "1"
    if before in {"de", "d'", "d’"}:
        quantity = forms[first - 2].lower() if first > 1 else ""
        return first, "des" if quantity in _QUANTITIES or quantity[:1].isdigit() else ""
    if first < index and forms[first].lower() in INDEFINITE:
        return first + 1, forms[first].lower()
    return first, ""


def _names_ahead(tokens: Tokens, index: int) -> bool:
    """Whether the complement that begins at `index` is a name (« … d'Europol »)."""
    return any(form[0].isupper() for form in tokens.forms[index + 1 : index + 3])


def read_phrase(tokens: Tokens, head: int, noun: Noun, name_end: Callable[[int], int]) -> Phrase:
    """The phrase around the party noun at token `head`."""
    first, determiner = determiner_before(tokens, head)
    narrow = skip_adjectives(tokens, head + 1)
    role = noun.lemma in _POSTED and not noun.plural
    last = complement_end(tokens, narrow, name_end, role=role)
    if narrow < last < len(tokens.forms):
        if noun.lemma in OFFICES:
            last = _portfolio_end(tokens, last, name_end)
        if noun.kind == "organisation" or _names_ahead(tokens, last):
            last = complement_end(tokens, last, name_end, role=role)
    return Phrase(noun=noun, first=first, head=head, narrow=narrow, last=last, determiner=determiner)


def _portfolio_end(tokens: Tokens, index: int, name_end: Callable[[int], int]) -> int:
    """Where a list of charges ends (« … de la Mer, des Ports et de la Pêche »)."""
    forms = tokens.forms
    for _ in range(_CHARGES):
        if index + 2 >= len(forms) or forms[index] not in {",", "et"}:
            break
        after = complement_end(tokens, index + 1, name_end)
        if after == index + 1 or not any(is_capital(form) for form in forms[index + 1 : after]):
            break
        index = after
    return index
