"""What is known of a kind of model, as data: how much it is shown at a time, and how it is spoken to.

The figures behind the choices are in benchmarks/RESULTS.md.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

Window = Literal["sentence", "paragraph", "article"]
SchemaMode = Literal["per_question", "shared"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How questions are put to a model.

    `windows`: what a question of each section shows. `schema_mode`: `per_question` if the server compiles a
    grammar in milliseconds (the ids are in the schema), `shared` if a schema that changes with every article
    would have to be compiled each time (the ids are checked when the answer is in). `concurrency`: how many
    questions are under way at once. `parameters`: what is sent along with every request; `limit`: the name
    of the parameter that bounds the answer's tokens.
    """

    name: str
    schema_mode: SchemaMode
    concurrency: int
    windows: dict[str, Window] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    limit: str = "max_tokens"
    allowance: int = 0
    """Tokens added to each answer's bound: a reasoning model thinks within it."""
    context: int | None = None
    """Tokens that a question and its answer may come to together; None: more than a question ever does."""


EMBEDDED = Profile(
    name="embedded",
    schema_mode="per_question",
    concurrency=1,
    windows={
        "overview": "sentence",
        "key_figures": "sentence",
        "quotes": "sentence",
        "stakeholders": "sentence",
        "disputes": "paragraph",
    },
    parameters={"temperature": 0, "seed": 1},
    context=16_384,
)

HOSTED = Profile(
    name="hosted",
    schema_mode="shared",
    concurrency=8,
    windows=dict.fromkeys(("overview", "key_figures", "quotes", "stakeholders", "disputes"), "article"),
    limit="max_completion_tokens",
    allowance=4000,
)


def within(profile: Profile, context: int) -> Profile:
    """The profile for a model that takes `context` tokens: a quarter of them at most is thought in."""
    return replace(profile, context=context, allowance=min(profile.allowance, context // 4))


PROFILES = {profile.name: profile for profile in (EMBEDDED, HOSTED)}
