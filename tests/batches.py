"""Runs over folders of articles in tests, and what has to be left behind by them."""

import asyncio
import json

from summarizer.batch.plan import Plan
from summarizer.batch.run import run_batch
from summarizer.models.choice import Choice
from summarizer.schemas.brief import Brief
from tests.articles import BARE, STORY
from tests.servers import Scripted
from tests.sound import chosen

TEXTS = {"a.txt": STORY, "b.txt": BARE, "sous dossier/é.txt": f"Il pleut. {BARE}", "c.txt": BARE}
"""Four articles, two of them identical."""
NAMES = sorted(TEXTS)


def write(folder, texts):
    """Write articles into a folder; gives the folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def run(folder, server, *, profile="hosted", **plan):
    """Run a batch over a folder into the folder `out` beside it; `server` may be a Choice."""
    plan = {"out": folder.parent / "out", "given": (str(folder),), **plan}
    choice = server if isinstance(server, Choice) else chosen(server, profile)
    assert isinstance(server, Choice | Scripted)
    return asyncio.run(run_batch(Plan(**plan), choice))


def lines(path):
    """Give the records of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def failures(out):
    """Give what failed, by name: its cause and why."""
    return {record["article"]: (record["cause"], record["error"]) for record in lines(out / "failures.jsonl")}


def check_out(out, names, *, failed=()):
    """Every article of `names` has exactly one valid brief, in its file and in `briefs.jsonl`.

    Those `failed` have none, and stand by name in `failures.jsonl`; there is nothing else.
    """
    listed = [Brief.model_validate(record) for record in lines(out / "briefs.jsonl")] if names else []
    assert sorted(str(brief.article.source) for brief in listed) == sorted(names)
    files = [path for path in (out / "briefs").rglob("*") if path.is_file()]
    written = [Brief.model_validate_json(path.read_text("utf-8")) for path in files if path.suffix == ".json"]
    assert len(written) == len(files) == len(listed)
    briefs = {brief.article.source: brief for brief in written}
    assert all(brief == briefs[brief.article.source] for brief in listed)
    assert sorted(failures(out)) == sorted(failed)
