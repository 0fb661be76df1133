"""The options of `batch` that ask through a provider's batches."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.terminal import wrong_usage

if TYPE_CHECKING:
    from summarizer.batch.plan import Plan
    from summarizer.batch.run import WorkThrough
    from summarizer.models.choice import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchWay:
    """The options about a provider's batches."""

    via: Annotated[
        Literal["openai-batch", "anthropic-batch"] | None,
        typer.Option("--via", help="ask by the provider's batches: half price, within a day"),
    ] = None
    collect: Annotated[
        bool,
        typer.Option("--collect", help="with --via: do not wait; take what has come, submit what is next"),
    ] = False
    reask_now: Annotated[
        bool, typer.Option("--reask-now", help="with --via: ask again at once, at the full price")
    ] = False

    def choose(self, choice: "Choice", *, watched: bool, engine: str | None) -> "Choice":
        """Return the model, asked by its provider's batches. Exit code 2 if options contradict each other."""
        if self.via is None:
            if self.collect or self.reask_now:
                wrong_usage("--collect and --reask-now are for --via openai-batch or --via anthropic-batch")
            return choice
        if watched:
            wrong_usage("--watch does not go with --via; give the same command with --collect now and then")
        if choice.service_tier is not None:
            wrong_usage("--service-tier does not go with --via: batches have one price of their own")
        if engine is not None:
            wrong_usage("--via does not go with --engine: batches are submitted by one process")
        return replace(choice, via=self.via)

    def work(self, plan: "Plan", say: Callable[[str], None]) -> "WorkThrough | None":
        """Return the way to do the articles; None for the ordinary one. `say` shows a line.

        Raises BatchError if OUT has batches under way, which an ordinary run would pay for again.
        """
        from summarizer.engines import provider_batch  # noqa: PLC0415

        if self.via is None:
            provider_batch.refuse_open_batches(plan.out)
            return None
        how = provider_batch.Via(collect=self.collect, reask_now=self.reask_now, say=say)
        return partial(provider_batch.work_by_batches, via=how)
