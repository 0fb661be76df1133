"""Section `disputes`: what a model answers for each passage in which parties may disagree."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
MOST_SIDES = 3


class SideDraft(BaseModel):
    """A party in the article's own words, their English form, and what the party itself holds."""

    model_config = ConfigDict(extra="forbid")

    party: str
    party_en: str
    position: str
    sentences: list[str]


class DisputeDraft(BaseModel):
    """Something that parties disagree on."""

    model_config = ConfigDict(extra="forbid")

    issue: str
    sentences: list[str]
    sides: list[SideDraft]


class SideEntry(BaseModel):
    """A party, by the id of its name, and what it holds."""

    model_config = ConfigDict(extra="forbid")

    party: str
    position: Words


class DisputeEntry(BaseModel):
    """Whether parties disagree with one another, on what, and what each holds; no sides where they do not."""

    model_config = ConfigDict(extra="forbid")

    disagree: bool
    issue: Words
    sides: Annotated[list[SideEntry], Field(max_length=MOST_SIDES)]

    @classmethod
    def among(cls, parties: Sequence[str]) -> "type[DisputeEntry]":
        """The entry made for a passage: the parties named in it are the only ones there are."""
        party: Any = Literal[tuple(parties)]
        side = create_model("SideEntry", __base__=SideEntry, party=(party, ...))
        sides = Annotated[list[side], Field(max_length=MOST_SIDES)]  # type: ignore[valid-type]
        return create_model("DisputeEntry", __base__=DisputeEntry, sides=(sides, ...))
