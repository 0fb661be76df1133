"""What a run over many articles is to do, and the fingerprint of all that its briefs depend on."""

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
"""Requests at once to a server that is not ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run is to do. `jobs` None: what the model's server gains from. Money in US dollars.

    `also`: the forms of a brief besides JSON, keys of `forms.FORMS`. `allow_private`: whether addresses of
    this machine and its network may be fetched. `shard`: the part of the articles that this run is about;
    `out` is the shard's own folder then.
    """

    given: tuple[str, ...]
    out: Path
    options: Options = field(default_factory=Options)
    jobs: int | None = None
    also: tuple[str, ...] = ()
    retry_failed: bool = False
    rpm: float | None = None
    tpm: float | None = None
    max_cost: Decimal | None = None
    price: Price | None = None
    allow_private: bool = False
    shard: Shard | None = None

    @property
    def leave_out(self) -> Path:
        """Folder in which no articles are looked for: OUT, with all its shards."""
        return self.out if self.shard is None else self.out.parent


def jobs_for(choice: Choice) -> int:
    """How many requests at once a model's server gains from; the embedded one, from one after the other."""
    return 1 if profile_of(choice).name == "embedded" else REMOTE_JOBS


def price_for(plan: Plan, choice: Choice) -> Price | None:
    """The price given, else the one known; None where there is neither."""
    return plan.price or choices.price_for(choice)


def setup_of(choice: Choice, options: Options) -> str:
    """Fingerprint of all that a brief depends on besides its article."""
    names = tuple(SECTIONS)
    weights = choice.model_path.name if choice.model_path else ""
    parts = (
        choice.name,
        weights,
        repr(profile_of(choice)),
        prompts_fingerprint(names),
        schemas_fingerprint(names),
        repr(replace(options, trace=None)),  # which changes no brief
        package_version(),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
