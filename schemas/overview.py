"""Section `overview`: what a model answers for the headline and the key points.

`StatementDraft` is what the plan `whole` asks for; `OverviewEntry` what the plan `piecewise` asks about one
sentence, the headline's being `H1`.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class StatementDraft(BaseModel):
    """A headline or key point, and the ids of all sentences that support it."""

    model_config = ConfigDict(extra="forbid")

    en: str
    sentences: list[str]


class OverviewEntry(BaseModel):
    """A French sentence said in English: whole, or as a headline."""

    model_config = ConfigDict(extra="forbid")

    en: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
