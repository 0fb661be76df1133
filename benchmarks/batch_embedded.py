"""How much of a batch's time is the embedded model's own: the server's answering, seen from before it."""

import asyncio
import json
import shutil
import time
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.answer_cache import remembering
from summarizer.batch.run import Plan, run_batch
from summarizer.models.choice import Choice, open_model

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Seconds of a run, and those of them in which the model was at work."""

    articles: int
    calls: int
    seconds: float
    model: float

    @property
    def share(self) -> float:
        """The model's share of the time."""
        return self.model / self.seconds


def measure(data: Path, work: Path, *, number: int, model_path: Path | None = None) -> Own:
    """A batch over `number` articles, half of seeds/, half of gold_dev.jsonl where it is there."""
    folder = work / "in"
    folder.mkdir(parents=True)
    gold = data / "articles_wikinews.jsonl"
    texts = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]
    if gold.exists():
        wanted = {json.loads(line)["id"] for line in (data / "gold_dev.jsonl").open(encoding="utf-8")}
        records = map(json.loads, gold.open(encoding="utf-8"))
        found = [record["text"].encode() for record in records if record["id"] in wanted]
        texts = texts[: number - number // 2] + found
    else:
        print(f"{gold} is not there: articles of seeds/ alone")
    for each, text in enumerate(texts[:number]):
        (folder / f"{each}.txt").write_bytes(text)
    with remembering(fresh=True, folder=work / "answers", model_path=model_path) as door:
        url, _ = door.open()
        choice = Choice(name="local", why="a benchmark", base_url=url, profile="embedded")
        asyncio.run(_loaded(choice))
        url, tally = door.open()
        choice = replace(choice, base_url=url)
        started = time.perf_counter()
        state = asyncio.run(run_batch(Plan(given=(str(folder),), out=work / "out"), choice))
        seconds = time.perf_counter() - started
        if state.waiting:
            raise SystemExit(f"the run was stopped: {state.stopped}")
        own = Own(articles=state.done, calls=tally.calls, seconds=seconds, model=tally.seconds)
    shutil.rmtree(work)
    return own


async def _loaded(choice: Choice) -> None:
    async with open_model(choice) as model:
        await model.ping()
