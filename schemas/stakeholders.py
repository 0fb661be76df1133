"""Section `stakeholders`: what a model answers for each name. It never writes the name itself."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from summarizer.schemas.brief import Kind


class StakeholderDraft(BaseModel):
    """Somebody who counts in the story: the article's own words, their English form, kind and role."""

    model_config = ConfigDict(extra="forbid")

    name: str
    name_en: str
    kind: Kind
    role: str
    sentences: list[str]


class RoleEntry(BaseModel):
    """Who someone whose kind is known is in this article, in a few English words."""

    model_config = ConfigDict(extra="forbid")

    role: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class StakeholderEntry(RoleEntry):
    """Who or what a name stands for, and whether it is a person, an organisation or a group."""

    kind: Kind
