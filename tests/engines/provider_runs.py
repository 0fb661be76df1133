"""Runs over the folder of a test through the batches of a provider's server."""

import asyncio
from functools import partial

from summarizer.batch.plan import Plan
from summarizer.batch.run import run_batch
from summarizer.engines.provider_batch import Via, work_by_batches
from summarizer.models.choice import Choice
from tests.articles import BARE
from tests.batches import write

OPENAI, ANTHROPIC = "openai/gpt-5.6-luna", "anthropic/claude-sonnet-5"
VIAS = {OPENAI: "openai-batch", ANTHROPIC: "anthropic-batch"}
KEY = "sk-test-0123456789"


def run_through(folder, model=OPENAI, *, collect=False, reask_now=False, said=None, **plan):
    """Run a batch over a folder into the folder `out` beside it."""
    choice = Choice(name=model, why="a test", via=VIAS[model])
    say = [].append if said is None else said.append
    via = Via(collect=collect, reask_now=reask_now, poll=0.01, say=say)
    what = Plan(**{"given": (str(folder),), "out": folder.parent / "out", **plan})
    return asyncio.run(run_batch(what, choice, work=partial(work_by_batches, via=via)))


def many(folder, number):
    """Write so many short articles in place of those that are there."""
    for path in folder.rglob("*.txt"):
        path.unlink()
    return write(folder, {f"{n:02}.txt": f"Il pleut depuis {n + 2} jours. {BARE}" for n in range(number)})
