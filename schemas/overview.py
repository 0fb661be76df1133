"""Section `overview`: what a model answers for the headline (`H1`) and for each key sentence."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class OverviewEntry(BaseModel):
    """A French sentence said in English: whole, or as a headline."""

    model_config = ConfigDict(extra="forbid")

    en: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
