"""A mention of a possible party, as the pass over the text finds it and before mentions are joined."""

from dataclasses import dataclass
from typing import Literal

from summarizer.french.given_names import Gender
from summarizer.french.names.party_phrases import Phrase

Kind = Literal["person", "organisation", "group", "place", "work"]
Vote = tuple[Kind, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention in tokens (`last` exclusive). `phrase` is None for a name.

    `votes`: what its words and the words around it say of its kind. `sure` is False where the
    capital may be owed to the sentence's beginning. `apposed` is the lemma of the noun phrase that
    the text sets beside the name (« le groupe OpenAI »: `groupe`). `expands` is the position among
    the text's mentions of the name that this acronym in brackets abbreviates, or -1.
    """

    first: int
    last: int
    votes: tuple[Vote, ...] = ()
    gender: Gender | None = None
    sure: bool = True
    titled: bool = False
    phrase: Phrase | None = None
    apposed: str = ""
    expands: int = -1


def leaning(votes: tuple[Vote, ...]) -> dict[Kind, float]:
    """The votes summed by kind."""
    tally: dict[Kind, float] = {}
    for kind, weight in votes:
        tally[kind] = tally.get(kind, 0.0) + weight
    return tally
