"""The contract as JSON Schema: the brief, and what each section asks a hosted model for."""

from typing import Any

from pydantic import BaseModel

from summarizer.asking.answer_types import answer_type
from summarizer.schemas.brief import SCHEMA_VERSION, Brief
from summarizer.schemas.digest import DIGEST_VERSION, Digest
from summarizer.schemas.disputes import DisputeEntry
from summarizer.schemas.key_figures import KeyFigureEntry
from summarizer.schemas.overview import OverviewEntry
from summarizer.schemas.quotes import QuoteEntry
from summarizer.schemas.stakeholders import StakeholderEntry

DRAFT = "https://json-schema.org/draft/2020-12/schema"

ENTRIES: dict[str, type[BaseModel]] = {
    "overview": OverviewEntry,
    "key_figures": KeyFigureEntry,
    "quotes": QuoteEntry,
    "stakeholders": StakeholderEntry,
    "disputes": DisputeEntry,
}
SCHEMAS = ("brief", "digest", *ENTRIES)


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of the brief or the digest as written, or of a section's answer in the shared mode.

    The first two name their version, and stand in schemas/ of the package, too.
    Raises KeyError for a name that is not in `SCHEMAS`.
    """
    if name == "brief":
        own = Brief.model_json_schema(mode="serialization")
        return {"$schema": DRAFT, "$id": f"urn:grounded-summarizer:brief:{SCHEMA_VERSION}", **own}
    if name == "digest":
        own = Digest.model_json_schema(mode="serialization")
        return {"$schema": DRAFT, "$id": f"urn:grounded-summarizer:digest:{DIGEST_VERSION}", **own}
    return answer_type("shared", ENTRIES[name]).model_json_schema()
