"""Capitalised names in French text: where each one begins and ends."""

from summarizer.french.given_names import is_given_name
from summarizer.french.names import name_words
from summarizer.french.names.adjectives import is_adjective
from summarizer.french.names.capital_words import OPENERS
from summarizer.french.names.forms import is_acronym, is_camel
from summarizer.french.names.known import known_name, number_belongs
from summarizer.french.names.party_phrases import skip_adjectives
from summarizer.french.names.places import fold, places
from summarizer.french.names.tokens import Tokens, is_capital

_DE = frozenset({"d'", "de", "des", "du", "d’"})
_ARTICLES_INSIDE = frozenset({"la", "l'", "l’", "le", "les"})
_CAPITAL_ARTICLES = frozenset({"Le", "La", "El", "Al"})
_NOT_INSIDE = name_words.NO_NAMES | {"le", "la", "les", "du", "des", "mais", "et", "selon"}
_LONGEST = 7
_COMPLEMENTS = 4


def _is_word(form: str) -> bool:
    return is_capital(form) and form.lower() not in name_words.NO_NAMES


def name_end(tokens: Tokens, index: int) -> int:
    """Where the capitalised sequence that begins at `index` ends, with the particles inside it."""
    forms = tokens.forms
    size = len(forms)
    known = known_name(tokens, index)
    if known:
        return known[0]
    last = index + 1
    while last < size and last - index < _LONGEST:
        form = forms[last]
        ahead_capital = last + 1 < size and is_capital(forms[last + 1])
        if is_capital(form) and form.lower() not in _NOT_INSIDE and (ahead_capital or form[-1] not in "'’"):
            last += 1
        elif form in _CAPITAL_ARTICLES and ahead_capital and _leads_on(forms[last - 1]):
            last += 2
        elif (joined := _particle_end(tokens, index, last)) > last:
            last = joined
        elif form.isdigit() and len(form) < 4 and last == index + 1 and number_belongs(tokens, index, last):
            last += 1
        else:
            break
    last = _before_person(forms, index, last)
    if forms[index] == "Les" and last < size and forms[last] in _DE:
        after = _link_end(tokens, index, last)
        last = after + 1 if after < size and is_capital(forms[after]) else last
    return last


def _leads_on(form: str) -> bool:
    """Whether a family name with its article may follow: after a word or « J.-P. », not after « D. »."""
    return not form.endswith(".") or "-" in form


def _before_person(forms: list[str], index: int, last: int) -> int:
    """« la députée du Labour Anne Roy »: after « du » and « la », a person's full name is another name."""
    led = index and forms[index - 1] in {"du", "la", "au", "d'", "d’", "l'", "l’"}
    if led and not is_given_name(forms[index]):
        for at in range(index + 1, last - 1):
            if is_given_name(forms[at]):
                return at
    return last


def _particle_end(tokens: Tokens, first: int, at: int) -> int:
    """The end of a particle and the capitalised word after it, `at` where there is none."""
    forms = tokens.forms
    ahead = at
    strong = False
    while ahead < len(forms) and ahead - at < 3 and forms[ahead] in name_words.PARTICLES:
        strong = strong or forms[ahead] in name_words.STRONG_PARTICLES
        ahead += 1
    if ahead == at or ahead >= len(forms) or not _is_word(forms[ahead]) or is_acronym(forms[ahead]):
        return at
    if strong:
        return ahead + 1
    if not is_given_name(forms[first]):
        return at
    if at - first == 1 and ahead - at == 2:
        return ahead + 1
    bare = forms[at] in {"de", "d'", "d’", "du"} and ahead - at == 1
    return ahead + 1 if bare and at - first < 3 and _may_be_family(forms[ahead]) else at


def _may_be_family(form: str) -> bool:
    """Whether a capitalised word after « de » may end a person's name (« Roux de Vézin »)."""
    other = form.lower() in name_words.ORGANISATION_HEADS or is_camel(form)
    return not other and fold(form) not in places()


def organisation_end(tokens: Tokens, index: int) -> int:
    """Where the name of an organisation ends that begins with a head noun (« Cour des comptes »).

    Adjectives and complements with « de », « pour », « et », « à » may be in lower case.
    """
    forms = tokens.forms
    last = skip_adjectives_and_capitals(tokens, index + 1)
    for _ in range(_COMPLEMENTS):
        after = _link_end(tokens, index, last)
        if after == last or after >= len(forms):
            break
        bare = after == last + 1 and forms[last] in {"de", "d'", "d’", "pour"}
        if not forms[after][0].isalpha() or (forms[after] in OPENERS and bare):
            break
        end = name_end(tokens, after) if is_capital(forms[after]) else after + 1
        last = skip_adjectives_and_capitals(tokens, end)
    return last


def _link_end(tokens: Tokens, index: int, at: int) -> int:
    """The end of the preposition or « et » that leads on inside an organisation's name, `at` if none."""
    forms = tokens.forms
    here = forms[at] if at < len(forms) else ""
    after = at + 1
    if here == "et" and at > index + 1 and after < len(forms) and _coordinates(tokens, index, at):
        skipped = _ARTICLES_INSIDE | _DE
    elif here in _DE or here in {"pour", "aux"}:
        skipped = _ARTICLES_INSIDE
    else:
        return at
    while after < min(len(forms), at + _LONGEST) and forms[after] in skipped:
        after += 1
    if here == "pour" and after == at + 1 and not (after < len(forms) and is_capital(forms[after])):
        return at
    return after


def _coordinates(tokens: Tokens, index: int, at: int) -> bool:
    """Whether « et » goes on with the complement: « … de la santé et des affaires sociales (… »."""
    forms = tokens.forms
    ahead = forms[at + 1]
    if is_adjective(ahead):
        return True
    return (
        forms[at - 1].islower()
        and ahead in {"des", "de", "du"}
        and any(form in _DE for form in forms[index:at])
    )


def _ends_before_person(form: str) -> bool:
    """Whether no person's name can go on a body's name behind this word."""
    return form.islower() or form in {"Etat", "État"}


def _is_full_name(forms: list[str], index: int) -> bool:
    """Whether a first name and a family name stand at token `index`."""
    return index + 1 < len(forms) and is_given_name(forms[index]) and is_capital(forms[index + 1])


def skip_adjectives_and_capitals(tokens: Tokens, index: int) -> int:
    """The first token from `index` on that neither is an adjective nor has a capital of its own."""
    forms = tokens.forms
    stop = min(len(forms), index + _LONGEST)
    while index < stop:
        form = forms[index]
        if is_capital(form) and form not in name_words.TITLES and form.lower() not in name_words.NO_NAMES:
            if _ends_before_person(forms[index - 1]) and _is_full_name(forms, index):
                break  # « le président du Conseil italien Anne Roy »
            index = name_end(tokens, index)
        elif is_adjective(form):
            index = skip_adjectives(tokens, index)
        else:
            break
    return index
