"""The options of a run over many articles, and the fingerprint of all that its briefs depend on."""

import hashlib
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from summarizer.asking.templates import package_version, prompts_fingerprint, schemas_fingerprint
from summarizer.batch.shards import Shard
from summarizer.models import choice as choices
from summarizer.models.choice import Choice, profile_of
from summarizer.models.prices import Price
from summarizer.pipeline import Options
from summarizer.sections import SECTIONS

REMOTE_JOBS = 16
# Requests at a time to a server that is not the embedded one.


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The options of a run. Money is in US dollars.

    `jobs` None: a number that suits the model's server. `formats`: the formats of a brief besides JSON, keys
    of `formats.FORMATS`. `allow_private`: whether addresses of this machine and its network may be fetched.
    `shard`: the part of the articles that this run does; `out` is then the shard's own folder. `answers`: the
    address of a store that runs share (see `answer_store`).
    """

    given: tuple[str, ...]
    out: Path
    options: Options = field(default_factory=Options)
    jobs: int | None = None
    formats: tuple[str, ...] = ()
    retry_failed: bool = False
    rpm: float | None = None
    tpm: float | None = None
    max_cost: Decimal | None = None
    price: Price | None = None
    allow_private: bool = False
    shard: Shard | None = None
    answers: str | None = field(default=None, repr=False)  # it may have a password

    @property
    def leave_out(self) -> Path:
        """Folder that is not searched for articles: OUT with all its shards."""
        return self.out if self.shard is None else self.out.parent


def jobs_for(choice: Choice) -> int:
    """Return how many requests at a time suit a model's server; one for the embedded server."""
    return 1 if profile_of(choice).name == "embedded" else REMOTE_JOBS


def price_for(plan: Plan, choice: Choice) -> Price | None:
    """Return the price in the plan, else the known price of the model; None if there is neither."""
    return plan.price or choices.price_for(choice)


def config_fingerprint(choice: Choice, options: Options) -> str:
    """Return a fingerprint of all that a brief depends on besides its article; 16 hexadecimal digits."""
    names = tuple(SECTIONS)
    weights = choice.model_path.name if choice.model_path else ""
    parts = (
        choice.name,
        weights,
        repr(profile_of(choice)),
        prompts_fingerprint(names),
        schemas_fingerprint(names),
        repr(replace(options, trace=None)),  # a trace changes no brief
        package_version(),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
