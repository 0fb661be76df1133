"""The possible parties of a French article: named or not, each with all its mentions.

The model that writes the brief answers by the ids of these parties, so whoever is not found here can
never be briefed. Found by rules and lexicons.
"""

from dataclasses import dataclass, replace

from summarizer.french.document import read_document
from summarizer.french.given_names import Gender
from summarizer.french.lexicon import entries
from summarizer.french.names.candidates import Found, Kind
from summarizer.french.names.joining import Party, join_names
from summarizer.french.names.party_phrases import POSSESSIVE
from summarizer.french.names.phrase_joining import join_phrases
from summarizer.french.names.salience import weigh
from summarizer.french.names.scan import scan
from summarizer.french.names.tokens import Tokens, tokenise
from summarizer.text.span import Mention

FAR = 8
"""Words between the noun and its acronym, at most."""
TEXTS = frozenset(entries("text_nouns"))
"""Nouns of what is agreed, levied or measured: their acronyms name no party."""
_STOPS = frozenset({".", ";", ":", ",", ")", "!", "?"})


@dataclass(frozen=True, slots=True)
class Name:
    """A party. `text`: its most complete form as the article writes it; `mentions` in order.

    `kind` is None where nothing tells it, `gender` likewise. `weight` ranks the parties of one text.
    """

    text: str
    mentions: tuple[Mention, ...]
    kind: Kind | None
    gender: Gender | None
    weight: float


def find_names(text: str) -> list[Name]:
    """The parties of `text` in the order of their first mentions.

    Offsets are code points into `text`, end exclusive, and `text[m.start:m.end] == m.text`; the
    mentions of one name do not overlap, those of two may (« le maire de Lyon », « Lyon »). Titles and
    articles are no part of a mention, possessives and numbers are. Never fails on any text.
    """
    document = read_document(text)
    names = _find(document.text)
    if document.is_as_given:
        return names
    return [
        replace(name, mentions=tuple(document.mention(m.start, m.end) for m in name.mentions))
        for name in names
    ]


def _find(text: str) -> list[Name]:
    tokens = tokenise(text)
    found = scan(tokens)
    named = join_names(tokens, found)
    parties = named + join_phrases(tokens, found, named)
    names = [_name(tokens, party) for party in parties if party.members]
    return sorted(names, key=lambda name: (name.mentions[0].start, name.mentions[0].end))


def _name(tokens: Tokens, party: Party) -> Name:
    """The finished record of a party."""
    mentions: list[Mention] = []
    for found in sorted(party.members, key=lambda each: (each.first, -each.last)):
        mention = _mention(tokens, found)
        if not mentions or mention.start >= mentions[-1].end:
            mentions.append(mention)
    kind = party.kind
    if kind == "organisation" and any(_abbreviates_a_text(tokens, found) for found in party.members):
        kind = "work"
    gender = party.gender.most_common(1)[0][0] if party.gender and kind == "person" else None
    return Name(_fullest(tokens, party), tuple(mentions), kind, gender, weigh(tokens, party))


def _abbreviates_a_text(tokens: Tokens, found: Found) -> bool:
    """Whether an acronym in brackets stands for a treaty, a tax or a measure: « un accord … (AECG) »."""
    forms, index = tokens.forms, found.first - 1
    if index < 0 or forms[index] != "(":
        return False
    for form in reversed(forms[max(0, index - FAR) : index]):
        if form.lower() in TEXTS:
            return True
        if form in _STOPS:
            return False
    return False


def _mention(tokens: Tokens, found: Found) -> Mention:
    first = found.first
    if found.phrase is not None and first and tokens.forms[first - 1].lower() in POSSESSIVE:
        first -= 1
    return Mention(tokens.starts[first], tokens.ends[found.last - 1], tokens.cut(first, found.last))


def _fullest(tokens: Tokens, party: Party) -> str:
    """The most complete form: of a name the one with most words, of a phrase the longest."""
    chosen = [found for found in party.members if found.phrase is None] or party.members
    best = max(chosen, key=lambda found: (found.last - found.first, -found.first))
    return _mention(tokens, best).text
