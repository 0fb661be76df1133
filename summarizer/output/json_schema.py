"""The contract as JSON Schema: the brief, the digest, and what a model is asked for in the plan `whole`."""

from typing import Any

from summarizer.asking.plans.whole_prompt import whole_answer_type
from summarizer.schemas.brief import SCHEMA_VERSION, Brief
from summarizer.schemas.digest import DIGEST_VERSION, Digest

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = ("brief", "digest", "answer")


def json_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the brief or the digest as written, or of a model's answer about an article.

    The first two name their version, and are in schemas/ of the package, too.
    Raises KeyError for a name that is not in `SCHEMAS`.
    """
    if name == "brief":
        own = Brief.model_json_schema(mode="serialization")
        return {"$schema": DRAFT, "$id": f"urn:grounded-summarizer:brief:{SCHEMA_VERSION}", **own}
    if name == "digest":
        own = Digest.model_json_schema(mode="serialization")
        return {"$schema": DRAFT, "$id": f"urn:grounded-summarizer:digest:{DIGEST_VERSION}", **own}
    if name == "answer":
        return {"$schema": DRAFT, **whole_answer_type().model_json_schema()}
    raise KeyError(name)
