"""Noun phrases brought to the named party that they plainly mean, or together where they name one alone."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Literal

from summarizer.french.names.candidates import Found, Kind
from summarizer.french.names.forms import is_demonym
from summarizer.french.names.joining import Party
from summarizer.french.names.name_words import ORGANISATION_HEADS
from summarizer.french.names.party_nouns import PartyKind, stand_ins
from summarizer.french.names.party_phrases import DEMONSTRATIVE, Phrase
from summarizer.french.names.places import fold
from summarizer.french.names.tokens import Tokens

_CLOSING = frozenset({",", ")", ".", ";", "\n"})
_INTRODUCED = ([",", "un"], [",", "une"])
_Key = tuple[str, ...]
_NEAR = 3
_STEM = 2
# « le directeur de Vexa, le Suédois Ilan Zorn »
_DEMONYM_BETWEEN = (",", "le", "Suédois")
_SHORTEST = 3
_BETWEEN = 5
_NAMING = frozenset(
    {
        "appelé",
        "appelée",
        "baptisé",
        "baptisée",
        "dénommé",
        "dénommée",
        "nommé",
        "nommée",
        "prénommé",
        "prénommée",
    }
)
# « le président sortant » still means the one president of the text.
_EMPTY_ADJECTIVES = frozenset({"actuel", "actuelle", "présumé", "présumée", "sortant", "sortante"})


def join_phrases(tokens: Tokens, found: list[Found], named: list[Party]) -> list[Party]:
    """Parties without a proper name; phrases that plainly mean one in `named` are added to it there."""
    owner = {id(each): party for party in named for each in party.members}
    roles: dict[str, dict[int, Party]] = defaultdict(dict)
    for party in named:
        for lemma in sorted(party.lemmas):
            roles[lemma][id(party)] = party
    left: list[Found] = []
    for position in range(len(found) - 1, -1, -1):
        each = found[position]
        if each.phrase is None:
            continue
        beside, is_mention = _beside(tokens, found, position, owner)
        if beside is None:
            left.append(each)
            continue
        roles[each.phrase.noun.lemma][id(beside)] = beside
        roles[_wording(tokens, each.phrase)][id(beside)] = beside
        if is_mention:
            beside.add(each)
            owner[id(each)] = beside
        elif each.gender and each.phrase.noun.kind == "person":
            beside.gender[each.gender] += 1
    left.reverse()
    return _group(tokens, _resolve(tokens, left, roles, _firms(tokens, named)))


def _resolve(
    tokens: Tokens, left: list[Found], roles: dict[str, dict[int, Party]], firms: list[Party]
) -> list[Found]:
    """Give the phrases that can only mean one named party to it; the others are returned."""
    alone: list[Found] = []
    for each in left:
        meant = _meant(tokens, each, roles, firms)
        if meant is None:
            alone.append(each)
        else:
            meant.add(each)
    return alone


def _beside(
    tokens: Tokens, found: list[Found], position: int, owner: dict[int, Party]
) -> tuple[Party | None, bool]:
    """The named party that the phrase stands beside, and whether the phrase counts as a mention."""
    each = found[position]
    phrase = each.phrase
    if phrase is None or phrase.noun.plural:
        return None, False
    kind = phrase.noun.kind
    for other in found[position + 1 : position + 1 + _NEAR]:
        party = owner.get(id(other))
        if party is None or other.first < each.last or not _agree(kind, party.kind):
            continue
        link = _link_ahead(tokens, each, other, phrase)
        if link:
            return party, link != "joined" and (kind == "person" or link == "naming")
    start = phrase.first - (1 if phrase.determiner else 0)
    for other in reversed(found[max(0, position - _NEAR) : position]):
        party = owner.get(id(other))
        apart = other.last == start - 1 and tokens.forms[start - 1] in {",", "("}
        if phrase.determiner and not _CLOSING.issuperset(tokens.forms[each.last : each.last + 1]):
            continue
        if party is not None and apart and _agree(kind, party.kind):
            return party, True
    return None, False


def _link_ahead(
    tokens: Tokens, each: Found, other: Found, phrase: Phrase
) -> Literal["", "joined", "naming", "comma"]:
    """How the phrase leads to the mention after it, if it does."""
    between = tokens.forms[each.last : other.first - other.titled]
    if other.phrase is not None:
        introduced = between in _INTRODUCED and phrase.noun.kind == "person"
        return "comma" if introduced else ""
    if not between:
        return "joined"
    if _named_after(tokens, each.last, other.first):
        return "naming"
    if len(between) == len(_DEMONYM_BETWEEN) and between[0] == "," and is_demonym(between[-1]):
        return "comma"
    comma = between == [","] or (between[0] == "(" and between[2:] == [")", ","])
    return "comma" if comma and phrase.determiner not in {"un", "une"} else ""


def _named_after(tokens: Tokens, last: int, first: int) -> bool:
    """Whether « nommé », « appelé » or « du nom de » leads from a phrase to the name after it."""
    between = [form.lower() for form in tokens.forms[last:first]]
    if not between or len(between) > _BETWEEN or "." in between:
        return False
    return between[-1] in _NAMING or between[-3:-1] == ["du", "nom"]


def _agree(noun: PartyKind, kind: Kind | None) -> bool:
    return kind in {noun, None} or (noun == "organisation" and kind == "group")


def _firms(tokens: Tokens, named: list[Party]) -> list[Party]:
    """Whom « l'entreprise » may mean where nobody is called one: the firm of the headline, else of the text.

    Organisations that are institutions by their name are no firms.
    """
    firms = [
        party
        for party in named
        if party.kind == "organisation" and party.key[0].replace("'", " ") not in ORGANISATION_HEADS
    ]
    end = next((at for at, form in enumerate(tokens.forms) if form == "\n" and at > _SHORTEST), 0)
    return [party for party in firms if party.start < end] or firms


def _meant(
    tokens: Tokens, found: Found, roles: dict[str, dict[int, Party]], firms: list[Party]
) -> Party | None:
    """The one named party that a bare « le ministre » or « le groupe » can mean."""
    phrase = found.phrase
    if phrase is None or phrase.noun.plural:
        return None
    if not phrase.bare and phrase.definite:
        repeated = _fitting(found, roles.get(_wording(tokens, phrase), {}).values(), before=True)
        if len(repeated) == 1:
            return repeated[0]
    if not _points_back(tokens, phrase):
        return None
    fitting = _fitting(found, roles.get(phrase.noun.lemma, {}).values(), before=True)
    kin = stand_ins(phrase.noun.lemma)
    if not fitting and len(kin) > 1:
        body = phrase.noun.kind == "organisation"
        related = {at: party for each in sorted(kin) for at, party in roles.get(each, {}).items()}
        fitting = _fitting(found, related.values(), before=body)
        if not fitting and body:
            fitting = _fitting(found, firms, before=True)
    return fitting[0] if len(fitting) == 1 else None


def _wording(tokens: Tokens, phrase: Phrase) -> str:
    """The noun with all that follows it, to know the same phrase again (« le patron de Vexa »)."""
    return fold(tokens.cut(phrase.head, phrase.last))


def _points_back(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the phrase leaves it to the context who is meant."""
    rest = tokens.forms[phrase.head + 1 : phrase.last]
    if len(stand_ins(phrase.noun.lemma)) > 1 and phrase.narrow == phrase.last:
        rest = []
    return (phrase.definite or phrase.determiner in DEMONSTRATIVE) and all(
        form in _EMPTY_ADJECTIVES for form in rest
    )


def _fitting(found: Found, parties: Iterable[Party], *, before: bool) -> list[Party]:
    """The first two parties that a phrase may mean by gender and by the order of the text."""
    fitting = (
        party
        for party in parties
        if (not before or party.start < found.first)
        and not (party.kind == "person" and found.gender and party.gender and not party.gender[found.gender])
    )
    return list(islice(fitting, 2))


def _group(tokens: Tokens, alone: list[Found]) -> list[Party]:
    """Phrases with the same noun and complement; a shorter phrase joins the one that says more."""
    parties: dict[_Key, Party] = {}
    for each in alone:
        phrase = each.phrase
        if phrase is None or not (phrase.determiner or _may_lack_determiner(tokens, phrase)):
            continue
        rest = fold(tokens.cut(phrase.head + 1, phrase.last)).split() if not phrase.bare else []
        key = (phrase.noun.lemma, str(phrase.noun.plural), *(word.rstrip("s") for word in rest))
        parties.setdefault(key, Party(key, named=False)).add(each)
    longer: dict[_Key, list[Party]] = defaultdict(list)
    for key, party in parties.items():
        for cut in range(_STEM, len(key)):
            longer[key[:cut]].append(party)
    kept: list[Party] = []
    for key, party in parties.items():
        options = longer.get(key, [])
        fullest = max(options, key=lambda option: len(option.key), default=None)
        if fullest is None or any(option.key != fullest.key[: len(option.key)] for option in options):
            kept.append(party)
            continue
        for each in party.members:
            fullest.add(each)
    return kept


def _may_lack_determiner(tokens: Tokens, phrase: Phrase) -> bool:
    """Plurals in headlines and lists (« Agriculteurs et routiers … ») and bodies with a complement."""
    if phrase.noun.plural:
        return tokens.begins_sentence(phrase.first)
    return phrase.noun.kind == "organisation" and not phrase.bare
