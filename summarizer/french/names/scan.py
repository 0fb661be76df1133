"""One pass over a text that finds every mention of a possible party: names and noun phrases."""

from dataclasses import dataclass, field

from summarizer.french.given_names import Gender, is_given_name
from summarizer.french.names import name_words
from summarizer.french.names.adjectives import is_adjective
from summarizer.french.names.candidates import Found, Vote
from summarizer.french.names.capital_words import OPENERS
from summarizer.french.names.context import context
from summarizer.french.names.forms import is_acronym, is_camel, is_demonym, read_sequence
from summarizer.french.names.known import known_name
from summarizer.french.names.party_nouns import Noun, party_nouns
from summarizer.french.names.party_phrases import ARTICLES, BEFORE_NOUN, INDEFINITE
from summarizer.french.names.party_reading import has_capital, read_party
from summarizer.french.names.proper import name_end, organisation_end
from summarizer.french.names.tokens import Tokens, is_capital

_SINGULAR = frozenset({"le", "la", "l'", "l’", "un", "une", "du", "au", "ce", "cette"})
_PLURAL = frozenset({"aux", "ces", "des", "les", "leurs", "plusieurs", "ses"})
_COMPLEMENT = frozenset({"d'", "de", "des", "du", "d’", "pour"})


@dataclass(slots=True)
class _Scan:
    """The pass so far."""

    tokens: Tokens
    nouns: dict[str, Noun]
    found: list[Found] = field(default_factory=list)


def scan(tokens: Tokens) -> list[Found]:
    """Every mention in the order of its head; phrases may hold names (« le maire de Lyon »)."""
    state = _Scan(tokens, party_nouns())
    forms = tokens.forms
    nouns = state.nouns
    index = 0
    size = len(forms)
    while index < size:
        form = forms[index]
        if form[0].isupper():
            index = _read_capital(state, index) if index not in tokens.shouted else index + 1
        elif form in nouns:
            index = _read_noun(state, index, form)
        elif (form[2:3] == "-" and is_capital(form)) or (
            len(form) > 3 and form[1].isupper() and is_camel(form)
        ):
            index = _read_name(state, index)
        else:
            index += 1
    return state.found


def _read_noun(state: _Scan, index: int, form: str) -> int:
    """A party noun in lower case, or a role with a capital (« le Président »)."""
    found, onward = read_party(state.tokens, state.nouns, index, form)
    if found is not None:
        state.found.append(found)
    return onward


def _read_capital(state: _Scan, index: int) -> int:  # noqa: PLR0911 - one return for each kind of word
    """A capitalised word: a title, an opener, an organisation's or a party's head, or a name."""
    tokens = state.tokens
    forms = tokens.forms
    form = forms[index]
    low = form.lower()
    initial = tokens.begins_sentence(index)
    ahead = forms[index + 1] if index + 1 < len(forms) else ""
    before_capital = bool(ahead) and is_capital(ahead)
    if form[-1] in "'’":
        part_of_name = form[0] == "L" and not initial and before_capital
        return _read_name(state, index) if part_of_name else index + 1
    if form in name_words.TITLES and (before_capital or ahead in name_words.PARTICLES):
        return index + 1 if before_capital else _read_name(state, index + 1)
    if known_name(tokens, index):
        return _read_name(state, index)
    if before_capital and is_given_name(form) and low not in name_words.ORGANISATION_HEADS:
        return _read_name(state, index)
    names_nobody = low in name_words.NO_NAMES or form in name_words.NO_PARTIES
    heads = low in name_words.ORGANISATION_HEADS and not initial
    if names_nobody or (low in OPENERS and not heads and (initial or not before_capital)):
        return index + 1
    if low in name_words.ORGANISATION_HEADS and not (
        initial and low not in state.nouns and not _complement_ahead(ahead)
    ):
        return _read_organisation(state, index, initial=initial)
    if low in state.nouns:
        return _read_noun(state, index, low)
    if is_demonym(form) and index and _counts_or_points(forms[index - 1].lower()):
        return _read_demonym(state, index)
    return _read_name(state, index)


def _counts_or_points(before: str) -> bool:
    """Whether a word before a demonym makes it a noun (« les », « deux », « 44 »)."""
    return before in ARTICLES or before in INDEFINITE or before in BEFORE_NOUN or before[0].isdigit()


def _complement_ahead(ahead: str) -> bool:
    return ahead in _COMPLEMENT or bool(ahead and (is_adjective(ahead) or is_capital(ahead)))


def _read_organisation(state: _Scan, index: int, *, initial: bool) -> int:
    """A name that begins with the noun of a body: « Cour des comptes », « Banque Postale »."""
    tokens = state.tokens
    last = organisation_end(tokens, index)
    low = tokens.forms[index].lower()
    noun = state.nouns.get(low)
    alone = last == index + 1
    if noun is None:
        if alone and initial:
            return last
    elif (initial and not has_capital(tokens, index + 1, last)) or (noun.plural and (initial or alone)):
        return _read_noun(state, index, low)
    if _is_state_phrase(tokens, index) and (alone or not has_capital(tokens, index + 1, last)):
        return last
    sure = not initial or not alone
    state.found.append(Found(first=index, last=last, votes=(("organisation", 4),), sure=sure))
    return _read_acronym(state, last)


def _is_state_phrase(tokens: Tokens, index: int) -> bool:
    """Whether « État » only belongs to a role or an event (« chef de l'État », « coup d'État »)."""
    before = [form.lower() for form in tokens.forms[max(0, index - 3) : index]]
    return tokens.forms[index] == "État" and (
        before[-1:] in (["d'"], ["d’"]) or "chef" in before or "chefs" in before
    )


def _read_demonym(state: _Scan, index: int) -> int:
    """« les Français » is a group, « le Français Lionel Baud » a person whose name follows."""
    forms = state.tokens.forms
    article = forms[index - 1].lower()
    ahead = forms[index + 1] if index + 1 < len(forms) else ""
    if article == "des" and index > 1 and forms[index - 2].lower() in name_words.PLACE_NOUNS:
        return index + 1
    shared = ahead == "sur" and index + 2 < len(forms)  # « un Français sur cinq »
    if shared or (forms[index][-1] in "sx" and article not in _SINGULAR):
        state.found.append(Found(first=index, last=index + 1, votes=(("group", 3),)))
    elif ahead and is_capital(ahead):
        gender: Gender | None = (
            "f" if article in {"la", "une"} else "m" if article in {"le", "un", "du", "au"} else None
        )
        return _read_name(state, index + 1, extra=(("person", 2.0),), gender=gender)
    elif not (forms[index - 2] == "," and state.found and state.found[-1].last == index - 2):
        state.found.append(Found(first=index, last=index + 1, votes=(("person", 3),)))
    return index + 1


def _read_name(
    state: _Scan, index: int, *, extra: tuple[Vote, ...] = (), gender: Gender | None = None
) -> int:
    """A capitalised sequence, with the votes of what stands around it."""
    tokens = state.tokens
    form = tokens.forms[index]
    known = known_name(tokens, index)
    last = known[0] if known else name_end(tokens, index)
    alone = last == index + 1
    thing = form[1:2] == "-" and form[2:3].islower()  # « T-shirt », « e-mail »
    if alone and (thing or form in name_words.NO_PARTIES or len(form.rstrip(".")) < 2):
        return last
    votes, its_gender = read_sequence(tokens.forms[index:last])
    if known:
        votes, its_gender = ((known[1], 4),), None
    around, titled, told = context(tokens, state.found, state.nouns, first=index, last=last)
    state.found.append(
        Found(
            first=index,
            last=last,
            votes=(*votes, *extra, *around),
            gender=told or gender or its_gender,
            sure=not tokens.begins_sentence(index) or titled or not alone or bool(votes),
            titled=titled,
            apposed=_apposed(state, index),
        )
    )
    return _read_acronym(state, last)


def _apposed(state: _Scan, index: int) -> str:
    """The lemma of the noun phrase right before the name (« le groupe OpenAI »), if any."""
    for before in reversed(state.found[-2:]):
        if before.phrase is None or not before.phrase.determiner:
            continue
        quoted = before.last == index - 1 and state.tokens.forms[index - 1] in {",", "«", '"', "“"}
        if before.last == index or quoted:
            return before.phrase.noun.lemma
    return ""


def _read_acronym(state: _Scan, last: int) -> int:
    """« Organisation mondiale de la santé (OMS) »: the acronym in brackets is the same name."""
    forms = state.tokens.forms
    if forms[last : last + 1] != ["("] or forms[last + 2 : last + 3] != [")"]:
        return last
    if not is_acronym(forms[last + 1]) and not is_camel(forms[last + 1]):
        return last
    before = state.found[-1]
    letters = {form[0].casefold() for form in forms[before.first : before.last]}
    if forms[last + 1][0].casefold() not in letters or before.last - before.first < 2:
        return last
    position = len(state.found) - 1
    state.found.append(Found(first=last + 1, last=last + 2, votes=(("organisation", 2),), expands=position))
    return last + 3
