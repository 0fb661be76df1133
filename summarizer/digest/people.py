"""People and bodies: one entry each over all articles, whatever forms of the name the articles use.

Within an event a surname alone is the one person of that surname. Over events two people are one where the
whole name is the same, unless nothing else that is known of them is: then the name is shared by two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from summarizer.digest.lexicon import entries
from summarizer.digest.records import Named
from summarizer.digest.words import content, fold, tokens
from summarizer.schemas.digest import Entity

_ACRONYM = re.compile(r"[A-ZÉ]{2,6}\Z")
_SMALL = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "et", "pour", "en", "a", "au", "aux"])


@dataclass(eq=False)
class Someone:
    """A person or body of one event: what the event's briefs say of it.

    Entry n of `briefs`, `names`, `said` (the roles) and `forms` is one brief's. They are columns because ten
    thousand briefs have fifty thousand such entries, and a state is read much faster without an object each.
    """

    kind: str
    event: str
    briefs: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    forms: list[tuple[str, ...]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """The folded names."""
    entity: Entity | None = None
    """What was made of somebody who is in no other event."""

    @cached_property
    def roles(self) -> frozenset[str]:
        """What the roles speak of."""
        return frozenset().union(*map(content, self.said))

    def add(self, named: Named, key: str) -> None:
        """Take in what a brief says of it; `key` is the folded name."""
        self.briefs.append(named.brief)
        self.names.append(named.name)
        self.said.append(named.role)
        self.forms.append(named.forms)
        self.keys.add(key)


@lru_cache(maxsize=200_000)
def key_of(name: str, kind: str) -> str:
    """Give a name folded, without titles before a person and common heads before a body."""
    words = tokens(name)
    heads = entries("titles" if kind == "person" else "heads")
    while len(words) > 1 and words[0] in heads:
        words = words[1:]
    return " ".join(words)


def find_people(events: Iterable[tuple[Sequence[Someone], frozenset[str]]]) -> list[list[Someone]]:
    """Join the people of all events, given in a fixed order with the names of each event's briefs."""
    by_key: defaultdict[tuple[str, str], list[list[Someone]]] = defaultdict(list)
    company: dict[str, frozenset[str]] = {}
    found: list[list[Someone]] = []
    for people, names in events:
        for someone in people:
            company[someone.event] = names
            key = max(someone.keys, key=lambda key: (len(key.split()), key))
            if someone.kind == "person" and len(key.split()) < 2:
                found.append([someone])  # a surname alone says little outside its event
                continue
            slot = by_key[someone.kind, key]
            same = next((group for group in slot if _are_one(group, someone, company)), None)
            if same is None:
                slot.append([someone])
                found.append(slot[-1])
            else:
                same.append(someone)
    return found


def best_name(group: Sequence[Someone]) -> str:
    """Give the most complete form of a name, of equals the one that most briefs have."""
    counts = Counter(name for someone in group for name in someone.names)
    kind = group[0].kind
    return max(counts, key=lambda name: (len(key_of(name, kind).split()), counts[name], name))


def join_in_event(event: str, named: Sequence[Named]) -> list[Someone]:
    """Join the names of one event: equal ones, parts of a name, initials, and slips of one letter."""
    found: list[Someone] = []
    held: defaultdict[str, list[Someone]] = defaultdict(list)
    order = sorted(named, key=lambda n: (-len(key_of(n.name, n.kind).split()), n.brief, n.name))
    for one in order:
        if one.kind not in {"person", "organisation"}:
            continue
        key = key_of(one.name, one.kind)
        near = {id(s): s for handle in _handles(key, one) for s in held[handle] if s.kind == one.kind}
        exact = [s for s in near.values() if key in s.keys]
        fits = exact or [s for s in near.values() if any(_fits(key, k, one, s) for k in s.keys)]
        chosen = exact or (fits if len(fits) == 1 else [])
        if chosen:
            chosen[0].add(one, key)
            continue
        found.append(Someone(one.kind, event))
        found[-1].add(one, key)
        for handle in _handles(key, one):
            held[handle].append(found[-1])
    return found


def _handles(key: str, named: Named) -> set[str]:
    """Give what two forms of one name may share: a word, the initials, the first letters."""
    handles = {*key.split(), f"{key[:3]}…"}
    return handles | {fold(named.name) if _ACRONYM.match(named.name) else _initials(named.name)}


def _fits(short: str, whole: str, named: Named, someone: Someone) -> bool:
    """Whether a name can be a form of a more complete one."""
    if short == whole:
        return True
    few, many = short.split(), whole.split()
    if named.kind == "person":
        if len(few) < len(many):
            return few == many[-len(few) :] or (len(few) > 1 and few[-1] == many[-1] and many[0][0] == few[0])
        return len(few) == len(many) > 1 and (_initial(few, many) or _slip(short, whole))
    if _ACRONYM.match(named.name):
        return fold(named.name) in {_initials(name) for name in someone.names}
    return (
        len(few) < len(many)
        and (few == many[: len(few)] or few == many[-len(few) :])
        and _proper(named, someone)
    )


def _proper(named: Named, someone: Someone) -> bool:
    """Whether a short name of a body is a proper one, and not « le ministère »."""
    return named.name[:1].isupper() and someone.names[0][:1].isupper() and len(named.name) > 3


def _initial(few: Sequence[str], many: Sequence[str]) -> bool:
    return few[1:] == many[1:] and (len(few[0]) == 1 or len(many[0]) == 1) and few[0][0] == many[0][0]


def _initials(name: str) -> str:
    return "".join(word[0] for word in tokens(name) if word not in _SMALL)


def _slip(one: str, other: str) -> bool:
    """Whether two long names differ by one letter: « Zelensky », « Zelenskyy »."""
    if min(len(one), len(other)) < 9 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def company_of(named: Iterable[Named]) -> frozenset[str]:
    """Give the folded proper names of an event's briefs."""
    return frozenset(fold(one.name) for one in named if len(one.name) > 3 and one.name[0].isupper())


def _are_one(group: Sequence[Someone], other: Someone, company: Mapping[str, frozenset[str]]) -> bool:
    """Whether two of one name in different events are the same: by role, or by who else is in the story."""
    if other.kind != "person":
        return True
    for one in group:
        if not one.roles or not other.roles or one.roles & other.roles:
            return True
        own = {fold(name) for name in (*one.names, *other.names)}
        if (company[one.event] & company[other.event]) - own:
            return True
    return False
