"""Section `quotes`: what a model answers for each quotation. It never writes the French."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, create_model

NOBODY = "nobody"
"""The answer where the passage does not say who speaks."""


class QuoteDraft(BaseModel):
    """A quotation by its id or its exact French words, in English; who says it, in the article's words."""

    model_config = ConfigDict(extra="forbid")

    quotation: str
    en: str
    speaker: str | None
    speaker_en: str | None


class TranslatedEntry(BaseModel):
    """A quotation in English; who speaks is known already."""

    model_config = ConfigDict(extra="forbid")

    en: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=900)]


class QuoteEntry(TranslatedEntry):
    """A quotation in English and the id of the name that speaks it, or `nobody`."""

    speaker: str

    @classmethod
    def among(cls, speakers: Sequence[str]) -> "type[QuoteEntry]":
        """The entry made for a passage: the speaker is one of `speakers`, ids of names, or nobody."""
        choice: Any = Literal[(*speakers, NOBODY)]
        return create_model("QuoteEntry", __base__=QuoteEntry, speaker=(choice, ...))
