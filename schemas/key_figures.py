"""Section `key_figures`: what a model answers for each figure. It never writes the figure itself."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=90)]


class KeyFigureDraft(BaseModel):
    """A figure that matters, by its id or its exact French words: whose it is and what it measures."""

    model_config = ConfigDict(extra="forbid")

    figure: str
    subject: str
    measure: str


class KeyFigureEntry(BaseModel):
    """What a figure measures, and whose it is, in a few English words."""

    model_config = ConfigDict(extra="forbid")

    measure: Label
