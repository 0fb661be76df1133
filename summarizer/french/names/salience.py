"""How central a party looks: where it stands, how often, whether it acts and speaks."""

from functools import cache
from math import log2

from summarizer.french.lexicon import entries
from summarizer.french.names.candidates import Found
from summarizer.french.names.capital_words import ACTION_VERBS, CLITICS, SPEECH_STEMS
from summarizer.french.names.forms import is_demonym
from summarizer.french.names.joining import Party
from summarizer.french.names.name_words import NEWS_OUTLETS, PLACE_NOUNS, TITLES
from summarizer.french.names.places import countries, fold
from summarizer.french.names.tokens import Tokens

_PREPOSITIONS = frozenset(entries("prepositions_before_names"))
_LISTED_DETERMINERS = """
le la les l' l’ un une ce cet cette ces son sa ses leur leurs
"""
_DETERMINERS = frozenset(_LISTED_DETERMINERS.split())
_OF = frozenset({"de", "du", "des", "d'", "d’"})
_LOCATING = frozenset({"à", "au", "aux", "en", "dans", "sur", "chaîne", "station", "aéroport", "stade"})
_COUNTING = frozenset({"deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "plusieurs"})
_INDEFINITE = frozenset({"un", "une"})
_SITES = PLACE_NOUNS | {"bâtiment", "bâtiments", "immeuble", "locaux", "parvis", "siège", "sièges"}
_PARTS_OF_WORKS = frozenset(entries("parts_of_works"))
_AUTHOR = 1.5
"""What a person weighs less of whom there is but a text, a song or a picture."""
_SETTING = 1.5
"""What a name weighs less that is only ever a place, a channel, an event or a product of the story."""
_SPEECH = tuple(SPEECH_STEMS)
_BETWEEN = frozenset({",", "surtout", "même", "aussi", "notamment", "et", "ou"})
_FAR = 14


def weigh(tokens: Tokens, party: Party) -> float:
    """A figure that ranks the parties of one text; above 0, comparable within the text only."""
    members = party.members
    size = max(1, len(tokens.text))
    first = min(members, key=lambda found: found.first)
    start = tokens.starts[first.first]
    acting = sum(is_subject(tokens, found) for found in members)
    speaking = any(is_speaker(tokens, found) for found in members)
    weight = 4.0 + 1.4 * log2(min(len(members), 16))
    if start < _headline_end(tokens):
        weight += 2.0
    elif start < max(450, size // 6):
        weight += 1.0
    weight += 1.1 * min(acting, 3) + (1.0 if speaking else 0.0)
    if party.named and party.kind != "person" and not acting and not speaking:
        weight -= _SETTING if all(_is_setting(tokens, found) for found in members) else 0.0
    return max(0.1, round(weight + _by_kind(tokens, party, acting), 3))


def _is_setting(tokens: Tokens, found: Found) -> bool:
    """Whether a name only says where or on what: « sur CNBC », « à la Carioca Arena », « un Canadair »."""
    index = found.first - 1
    articles = []
    nearest = index - _FAR
    while index >= 0 and index > nearest and tokens.forms[index].lower() in _DETERMINERS:
        articles.append(tokens.forms[index].lower())
        index -= 1
    word = tokens.forms[index].lower() if index >= 0 else ""
    if word in _LOCATING or word in _COUNTING or bool(_INDEFINITE.intersection(articles)):
        return True
    return _whole(tokens, found) in _SITES


def _whole(tokens: Tokens, found: Found) -> str:
    """The noun whose complement a mention is: « bâtiment » of « au bâtiment du Conseil européen »."""
    index = found.first - 1
    nearest = index - _FAR
    while index > 0 and index > nearest and tokens.forms[index].lower() in {"la", "l'", "l’"}:
        index -= 1
    of = index > 0 and tokens.forms[index].lower() in _OF
    return tokens.forms[index - 1].lower() if of else ""


def _by_kind(tokens: Tokens, party: Party, acting: int) -> float:
    """What the kind adds or takes."""
    if not party.named:
        return _by_phrases(party)
    if party.kind == "person":
        return _by_person(tokens, party)
    if party.kind == "place":
        city = " ".join(party.key) not in countries()
        return (-1.0 if acting else -2.5) - (1.5 if city else 0.0)
    if party.kind == "work":
        return -2.0
    if party.kind == "organisation" and " ".join(party.key) in _outlets():
        return -1.5
    return 0.5 if party.kind in {"organisation", "group"} else -0.5


@cache
def _outlets() -> frozenset[str]:
    return frozenset(map(fold, NEWS_OUTLETS))


def _by_phrases(party: Party) -> float:
    """Parties without a name: the vaguer and the less known to the reader, the lighter."""
    phrases = [found.phrase for found in party.members if found.phrase is not None]
    change = -0.4
    if all(phrase.noun.vague for phrase in phrases):
        change -= 1.0
    if not any(phrase.definite for phrase in phrases):
        change -= 0.5
    if all(phrase.bare for phrase in phrases) and phrases[0].noun.kind == "person":
        change -= 0.3
    return change


def _by_person(tokens: Tokens, party: Party) -> float:
    """A full name weighs; « le Français » alone does not."""
    first = party.members[0].first
    if (
        len(party.key) == 1
        and is_demonym(tokens.forms[first])
        and _before(tokens, party.members[0]) < first - 1
    ):
        return -1.0
    author = all(_whole(tokens, found) in _PARTS_OF_WORKS for found in party.members)
    full = any(found.last - found.first > 1 for found in party.members)
    return (1.0 if full else 0.0) - (_AUTHOR if author else 0.0)


def _headline_end(tokens: Tokens) -> int:
    """Where the first line of the text ends, if it is short enough for a headline."""
    stripped = len(tokens.text) - len(tokens.text.lstrip())
    end = tokens.text.find("\n", stripped)
    return end if 0 <= end < 200 else 0


def _before(tokens: Tokens, found: Found) -> int:
    """The token before a mention, its title and its article; -1 at the beginning."""
    index = found.first - 1
    nearest = index - _FAR
    while index > max(-1, nearest) and (
        tokens.forms[index] in TITLES or tokens.forms[index].lower() in _DETERMINERS
    ):
        index -= 1
    return index


def is_subject(tokens: Tokens, found: Found) -> bool:
    """Whether a finite verb follows the mention, with at most an apposition between."""
    before = _before(tokens, found)
    if before >= 0 and tokens.forms[before].lower() in _PREPOSITIONS:
        return False
    index = found.last
    forms = tokens.forms
    if index < len(forms) and forms[index] in {",", "("}:
        closing = ")" if forms[index] == "(" else ","
        stop = min(len(forms), index + _FAR)
        index = next((at + 1 for at in range(index + 1, stop) if forms[at] == closing), len(forms))
    elif index < len(forms) and forms[index] == "qui":
        return True
    elif index < len(forms) and forms[index] in {"et", "ou"}:
        index = _after_coordinate(forms, index)
    stop = min(len(forms), index + _FAR)
    while index < stop and forms[index] in CLITICS:
        if forms[index][0] in "ns":
            return True
        index += 1
    return index < len(forms) and _is_verb(forms[index])


def _is_verb(form: str) -> bool:
    """Whether a word after a noun is a finite verb: a known one, or by an ending that only verbs have."""
    if form in ACTION_VERBS:
        return True
    return len(form) > 4 and form.endswith(("aient", "èrent", "eront", "erait", "iront", "irait"))


def _after_coordinate(forms: list[str], index: int) -> int:
    """The token after what « et » adds to the subject (« La Norme et, surtout, la Vexe ont … »)."""
    stop = min(len(forms), index + _FAR)
    at = index + 1
    while at < stop and (forms[at][0].isupper() or forms[at] in _DETERMINERS or forms[at] in _BETWEEN):
        at += 1
    return at


def is_speaker(tokens: Tokens, found: Found) -> bool:
    """Whether a verb of speech stands before or after the mention, or « selon » before it."""
    forms = tokens.forms
    before = _before(tokens, found)
    word = forms[before].lower() if before >= 0 else ""
    if word in {"selon", "dixit"} or (word == "après" and before and forms[before - 1] in {"d'", "d’", "D'"}):
        return True
    if len(word) > 3 and word.startswith(_SPEECH) and word[-1] in "eétia":
        return True
    ahead = forms[found.last : found.last + 3]
    return bool(ahead) and (
        (ahead[0] in ACTION_VERBS and ahead[0].startswith(_SPEECH))
        or (len(ahead) > 1 and ahead[0] in {"a", "ont", "avait"} and ahead[1].startswith(_SPEECH))
    )
