"""What is known of a kind of model, as data: by which plan it is asked, and how it is spoken to.

The figures behind the choices are in benchmarks/RESULTS.md.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

PlanName = Literal["whole", "piecewise"]
"""`whole`: one question about the whole article. `piecewise`: many small ones, for small models."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How questions are put to a model.

    `plan`: how an article is put to the model. `concurrency`: how many questions are under way at once.
    `parameters`: what is sent along with every request; `limit`: the name of the parameter that bounds the
    answer's tokens.

    >>> replace(HOSTED, context=32_768).plan
    'whole'
    """

    name: str
    plan: PlanName
    concurrency: int
    parameters: dict[str, Any] = field(default_factory=dict)
    limit: str = "max_tokens"
    thinking_tokens: int = 0
    """Tokens added to each answer's limit: a reasoning model thinks within it."""
    context: int | None = None
    """Context limit in tokens, question and answer together. None: no limit in practice."""


EMBEDDED = Profile(
    name="embedded",
    plan="piecewise",
    concurrency=1,
    parameters={"temperature": 0, "seed": 1, "logprobs": True},
    context=16_384,
)

HOSTED = Profile(
    name="hosted",
    plan="whole",
    concurrency=8,
    limit="max_completion_tokens",
    thinking_tokens=4000,
)


SMALLEST_WHOLE = 10_000
"""Tokens of context from which a model can be asked about a whole article."""


def with_context(profile: Profile, context: int) -> Profile:
    """The profile for a model that takes `context` tokens, of which it thinks in a quarter at most.

    A model that takes few is asked by the plan `piecewise`: the worked example and an answer of the plan
    `whole` alone would fill it.
    """
    thinking = min(profile.thinking_tokens, context // 4)
    plan = profile.plan if context >= SMALLEST_WHOLE else "piecewise"
    return replace(profile, plan=plan, context=context, thinking_tokens=thinking)


PLANS: dict[str, PlanName] = {"whole": "whole", "piecewise": "piecewise"}
PROFILES = {profile.name: profile for profile in (EMBEDDED, HOSTED)}
