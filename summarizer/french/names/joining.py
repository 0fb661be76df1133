"""Mentions of one named party brought together: full names, short forms, acronyms, other spellings.

A mention joins a party only where the text leaves no other choice; else it stands alone, because a
party too many does less harm in a brief than two parties taken for one.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from summarizer.french.given_names import Gender
from summarizer.french.lexicon import entries
from summarizer.french.names.candidates import Found, Kind
from summarizer.french.names.capital_words import ACTION_VERBS
from summarizer.french.names.name_words import ORGANISATION_HEADS, ORGANISATION_WORDS
from summarizer.french.names.places import fold
from summarizer.french.names.tokens import Tokens

_SMALL = frozenset(entries("small_words_in_names"))
_VERB_MARKS = frozenset({"ne", "n'", "n’", "se", "s'", "s’"})
_LONGEST = 16  # words: what is longer is no name that a text shortens
_Key = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Party:
    """The mentions of one party so far, and what they tell. `named` is False for noun phrases alone.

    `lemmas` are the nouns that the text applies to it; `full` is the name that it abbreviates;
    `start` is its first token.
    """

    key: _Key
    members: list[Found] = field(default_factory=list)
    votes: dict[Kind, float] = field(default_factory=lambda: defaultdict(float))
    gender: Counter[Gender] = field(default_factory=Counter)
    lemmas: set[str] = field(default_factory=set)
    full: _Key = ()
    start: int = -1
    named: bool = True

    def add(self, found: Found) -> None:
        """Take a mention in; a noun phrase does not tell the kind of a named party."""
        self.members.append(found)
        self.start = found.first if self.start < 0 else min(self.start, found.first)
        if not self.named or found.phrase is None:
            for kind, weight in found.votes:
                self.votes[kind] += weight
        if found.gender:
            self.gender[found.gender] += 1 if found.phrase else 2
        if found.apposed:
            self.lemmas.add(found.apposed)

    @property
    def kind(self) -> Kind | None:
        """The kind with the most votes, None where next to nothing speaks for any."""
        kind = max(self.votes, key=self.votes.__getitem__, default=None)
        return kind if kind and self.votes[kind] > 0.4 else None


@dataclass(frozen=True, slots=True)
class _Index:
    """The names of more than one word, by their ends, their beginnings and their initials."""

    tails: dict[_Key, list[Party]]
    heads: dict[_Key, list[Party]]
    initials: dict[str, list[Party]]
    ends: dict[tuple[str, str], list[Party]]


def join_names(tokens: Tokens, found: list[Found]) -> list[Party]:
    """Parties with a proper name; every mention in `found` that is a name is in at most one."""
    keys = [_key(tokens, each) if each.phrase is None else () for each in found]
    sure = {key for key, each in zip(keys, found, strict=True) if each.phrase is None and each.sure}
    parts = {part for key in sure for part in (key[0], key[-1])}
    lower = {form for form in tokens.forms if form.islower()}
    parties: dict[_Key, Party] = {}
    for key, each in zip(keys, found, strict=True):
        if not key:
            continue
        backed = each.sure or key in sure or (len(key) == 1 and key[0] in parts)
        if not backed and not _stands_as_name(tokens, each, lower):
            continue
        party = parties.setdefault(key, Party(key))
        party.add(each)
        if each.expands >= 0:
            party.full = keys[each.expands]
    return _merge(tokens, parties)


def _key(tokens: Tokens, found: Found) -> _Key:
    name = fold(" ".join(tokens.forms[found.first : found.last])).replace("' ", "'")
    return tuple(name.split()) or (name,)


def _stands_as_name(tokens: Tokens, found: Found, lower: set[str]) -> bool:
    """Whether a capitalised word that begins a sentence is followed by a verb and is no common word."""
    if found.last >= len(tokens.forms) or tokens.forms[found.first].lower() in lower:
        return False
    ahead = tokens.forms[found.last]
    return ahead in ACTION_VERBS or ahead in _VERB_MARKS


def _index(tokens: Tokens, parties: dict[_Key, Party]) -> _Index:
    index = _Index(defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list))
    for key, party in parties.items():
        if len(key) > _LONGEST:
            continue
        for cut in range(1, len(key)):
            index.tails[key[cut:]].append(party)
        for cut in _short_forms(tokens, key, party):
            index.heads[key[:cut]].append(party)
        if len(key) > 1:
            words = [word for part in key for word in part.split("'") if word and word not in _SMALL]
            index.initials["".join(word[0] for word in words)].append(party)
            index.ends[key[0], key[-1]].append(party)
    return index


def _short_forms(tokens: Tokens, key: _Key, party: Party) -> list[int]:
    """How many words of the key's beginning can stand for the whole.

    A given name can, and what only adjectives (« Commission européenne ») or a legal form follow;
    « Vexa » is not « Vexa Voyages ».
    """
    if party.kind == "person":
        return list(range(1, len(key)))
    first = party.members[0]
    forms = tokens.forms[first.first : first.last]
    if len(forms) != len(key):
        return []
    return [
        cut
        for cut in range(1, len(key))
        if all((form.islower() and form not in _SMALL) or form in ORGANISATION_WORDS for form in forms[cut:])
    ]


def _merge(tokens: Tokens, parties: dict[_Key, Party]) -> list[Party]:
    """Short forms into the full names that they can only mean, along short → longer → longest."""
    index = _index(tokens, parties)
    target: dict[_Key, Party] = {}
    for key, party in parties.items():
        longer = parties.get(party.full) if party.full else _full_form(key, party, index)
        if longer is not None and longer is not party:
            target[key] = longer
    kept: list[Party] = []
    for key, party in parties.items():
        goal, seen = party, {key}
        while goal.key in target and target[goal.key].key not in seen:
            goal = target[goal.key]
            seen.add(goal.key)
        if goal is party:
            kept.append(party)
            continue
        for each in party.members:
            goal.add(each)
        goal.lemmas |= party.lemmas
    return kept


def _full_form(key: _Key, party: Party, index: _Index) -> Party | None:
    """The one longer name that a name is short for."""
    kind = party.kind
    if len(key) == 1 and len(key[0]) > 1 and kind == "organisation" and key[0] in index.initials:
        return _only([each for each in index.initials[key[0]] if each.kind in {"organisation", None}])
    plain = tuple(part for part in key if not (len(part) == 2 and part.endswith(".")))
    people = [each for each in index.tails.get(plain, []) if each is not party and each.kind == "person"]
    open_kind = kind in {"person", "group", None} or max(party.votes.values(), default=0) < 2
    if people and plain and open_kind:
        initial = key[0][0] if plain != key else ""
        return _bearer(party, people, initial)
    if len(key) == 1 and kind in {"organisation", None}:
        bodies = [each for each in index.tails.get(key, []) if len(each.key) == 2]
        bodies = [
            each for each in bodies if each.key[0] in ORGANISATION_HEADS and each.kind == "organisation"
        ]
        if bodies and party.votes.get("place", 0) < 1:
            return _only(bodies)
    return _other_form(key, party, index)


def _bearer(party: Party, people: list[Party], initial: str) -> Party | None:
    """Which bearer of a family name is meant: by title and initial, then the one mentioned most."""
    fitting = [
        each
        for each in people
        if (not party.gender or not each.gender or party.gender.keys() & each.gender.keys())
        and (not initial or each.key[0][0] == initial)
    ]
    if len({each.key[0] for each in fitting}) == 1:
        return max(fitting, key=lambda each: len(each.key))
    ranked = sorted(fitting, key=lambda each: -len(each.members))
    clear = len(ranked) > 1 and len(ranked[0].members) > len(ranked[1].members)
    return ranked[0] if clear else None


def _other_form(key: _Key, party: Party, index: _Index) -> Party | None:
    """A given name alone, a middle name left out, or the beginning of an organisation's name."""
    longer = [each for each in index.heads.get(key, []) if each is not party]
    if party.kind == "person":
        if len(key) == 1:
            return _only([each for each in longer if each.kind == "person"])
        same_ends = [each for each in index.ends.get((key[0], key[-1]), []) if len(each.key) > len(key)]
        return _only([each for each in {*longer, *same_ends} if each.kind == "person"])
    if party.kind == "organisation":
        bodies = [each for each in longer if each.kind == "organisation"]
        return _only([each for each in bodies if not any(part.isdigit() for part in each.key)])
    return None


def _only(parties: list[Party]) -> Party | None:
    return parties[0] if len(parties) == 1 else None
