"""Briefs made on a cluster of Ray's: each article once, faults as rows, nothing stored is asked again."""

import hashlib
import itertools
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.schemas.brief import Brief
from tests.articles import BARE
from tests.engines.clusters import batch, cluster, need_ray, start_batch
from tests.engines.postgres import PASSWORD, postgres
from tests.servers import Reply, scripted
from tests.sound import sound

pytestmark = pytest.mark.engines
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
need_ray()
TEXTS = {f"a{n}": f"Il pleut depuis {n} jours. {BARE}" for n in range(2, 90)}
PRICED = ("--price", "1000,1000")
ONE = ("--workers", "1")
LONGEST = 300.0
# Seconds: a limit for what hangs, not for a busy machine.


@pytest.fixture(scope="module")
def running():
    """Give a cluster that is running, for all tests of the module."""
    with cluster() as found:
        yield found


def write(path, texts):
    """Write articles as Parquet; give the path."""
    pq.write_table(pa.table({"id": list(texts), "text": list(texts.values())}), path)
    return path


def rows(out):
    """Give the rows that a run left."""
    return [row for path in (out / "briefs").glob("part-*") for row in pq.read_table(path).to_pylist()]


def check(out, texts, *, failed=()):
    """Each article has one row, with a valid brief of its own text; those `failed` have an error."""
    found = {row["id"]: row for row in rows(out)}
    assert len(found) == len(rows(out))
    assert sorted(found) == sorted(texts)
    assert sorted(name for name, row in found.items() if row["error"]) == sorted(failed)
    for name in set(texts) - set(failed):
        brief = Brief.model_validate_json(found[name]["brief"])
        assert (brief.article.source, brief.article.text) == (name, texts[name].rstrip())
    assert not [path for path in (out / "briefs").iterdir() if not path.name.startswith("part-")]


def in_journal(out, query):
    """Ask the journal of a run."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as journal:
        return journal.execute(query).fetchall()


def spent(said):
    """Give what a run says at its end of its calls, tokens and cost."""
    return re.findall(r"waiting; (.+)", said)[-1]


def words(request):
    """Give the digest by which the journal knows what was asked."""
    return hashlib.sha256(json.dumps(request["messages"], sort_keys=True).encode()).hexdigest()


class Held:
    """A server's answers: none before both workers are there, and only `FIRST` before one is killed."""

    FIRST = 20

    def __init__(self):
        self.numbers = itertools.count(1)
        self.started, self.killed = threading.Event(), threading.Event()

    def __call__(self, request):
        """Answer soundly, when it is time."""
        (self.started if next(self.numbers) <= self.FIRST else self.killed).wait(LONGEST)
        return sound(request)


def wait_for(found, process):
    """Wait until `found` gives something, and give it; the run must go on meanwhile."""
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        if what := found():
            return what
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.05)
    pytest.fail("it did not come to that")


def test_a_worker_is_killed(running, tmp_path):
    """What was under way is done again, what was stored is not asked again, and nothing is lost or twice."""
    texts = {**TEXTS, "empty": "", "nothing": None}
    given, out, held = write(tmp_path / "in.parquet", texts), tmp_path / "out", Held()
    with scripted(held) as server:
        with start_batch(running, given, out, server.base_url) as process:
            workers = wait_for(lambda: [*running.workers()][1:] and running.workers(), process)
            held.started.set()
            wait_for(lambda: len(server.asked) > held.FIRST, process)
            query = "SELECT words FROM answers"
            kept = wait_for(
                lambda: in_journal(out, query)[held.FIRST - 1 :] and in_journal(out, query), process
            )
            os.kill(workers[0], signal.SIGKILL)
            before = len(server.asked)
            held.killed.set()
            said = process.communicate(timeout=LONGEST)[1]
        assert len(workers) == 2
        assert held.FIRST < before < len(TEXTS)
        assert "88 done, 2 failed, 0 waiting" in said
        asked = [words(request) for request in server.asked]
        assert not {key for (key,) in kept} & set(asked[before:])
        assert len(asked) - len(set(asked)) <= 4  # those that the worker was asking about
        check(out, texts, failed=("empty", "nothing"))
        code, said = batch(running, given, out, server.base_url, *ONE)
        assert (code, len(server.asked)) == (1, len(asked))  # two have failed
        assert "88 done, 2 failed, 0 waiting; 0 calls" in said
        check(out, texts, failed=("empty", "nothing"))


def test_what_changes_is_done_again(running, tmp_path):
    """A text that has changed replaces its row; what failed is tried again when it is asked for."""
    texts = dict(list(TEXTS.items())[:6]) | {"bad": "Un texte refusé. " + BARE}

    def refusing(request):
        refused = "refusé" in json.dumps(request, ensure_ascii=False)
        return Reply(status=400, body={"error": {"message": "no"}}) if refused else sound(request)

    with scripted(refusing) as server:
        given, out = write(tmp_path / "in.parquet", texts), tmp_path / "out"
        code, said = batch(running, given, f"file://{out}", server.base_url, *ONE)
        assert (code, "6 done, 1 failed" in said) == (1, True), said
        assert next(row for row in rows(out) if row["id"] == "bad")["cause"] == "refused"
        asked = len(server.asked)
        shown = CliRunner().invoke(app, ["status", str(out)])
        assert (shown.exit_code, shown.stdout.splitlines()[0]) == (0, f"6 done, 1 failed; {spent(said)}")
        assert "  failed, refused: 1" in shown.stdout.splitlines()
    texts["a2"] = TEXTS["a80"]
    with scripted(sound) as server:
        write(given, texts)
        code, said = batch(running, given, out, server.base_url, "--retry-failed", *ONE)
        assert (code, "7 done, 0 failed" in said) == (0, True), said
        assert len(server.asked) == 2 < asked
    check(out, texts)


def test_money_is_limited_over_all_workers(running, tmp_path):
    """Both workers together stay below the limit, and what is not asked about is not in OUT."""
    given, out = write(tmp_path / "in.parquet", TEXTS), tmp_path / "out"
    usage = {"prompt_tokens": 10_000, "completion_tokens": 5_000, "total_tokens": 15_000}

    def dear(request):
        return Reply(body=sound(request).body | {"usage": usage})

    with scripted(dear) as server:
        code, said = batch(running, given, out, server.base_url, *PRICED, "--max-cost", "300")
        assert code == 1
        assert "stopped: --max-cost $300" in said
        (spent,) = in_journal(out, "SELECT sum(cost) FROM spending")[0]
        assert 0 < spent <= 300
        assert len(rows(out)) < len(TEXTS)
        assert not any(row["error"] for row in rows(out))


def test_a_server_that_refuses_all_stops_the_run(running, tmp_path):
    """No article fails for the server's fault."""
    given, out = write(tmp_path / "in.parquet", TEXTS), tmp_path / "out"
    with scripted(Reply(status=401, body={"error": {"message": "wrong key"}})) as server:
        code, said = batch(running, given, out, server.base_url, *ONE)
    assert code == 1
    assert "stopped: " in said
    assert f"0 done, 0 failed, {len(TEXTS)} waiting" in said
    assert rows(out) == []


def test_a_store_that_is_gone_stops_the_run(running, tmp_path):
    """What was answered is in the journal; the next run shares it, and asks for the rest alone."""
    given, out = write(tmp_path / "in.parquet", TEXTS), tmp_path / "out"
    with postgres() as store:
        asked = []

        def gone(request):
            asked.append(request)
            if len(asked) == 10:
                store.stop()
            return sound(request)

        with scripted(gone) as server:
            code, said = batch(running, given, out, server.base_url, "--answers", store.address, *ONE)
            assert code == 1
            assert "stopped: the answer store 'postgresql://127.0.0.1/postgres' cannot be used" in said
            assert PASSWORD not in said
            assert len(in_journal(out, "SELECT key FROM answers")) == len(asked) < len(TEXTS)
            store.start()
            code, said = batch(running, given, out, server.base_url, "--answers", store.address, *ONE)
            assert (code, len(asked)) == (0, len(TEXTS)), said
    check(out, TEXTS)


BLOCKED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "summarizer":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked())
"""


def test_a_worker_without_the_package(running, tmp_path):
    """A machine of the cluster on which it is not installed: one line."""
    (tmp_path / "sitecustomize.py").write_text(BLOCKED)
    given = write(tmp_path / "in.parquet", TEXTS)
    job = {"runtime_env": {"env_vars": {"PYTHONPATH": str(tmp_path)}}}
    without = replace(
        running, environment={**running.environment, "RAY_JOB_CONFIG_JSON_ENV_VAR": json.dumps(job)}
    )
    code, said = batch(without, given, tmp_path / "out", "http://127.0.0.1:9/v1", "--quiet")
    assert code == 1
    [line] = said.splitlines()
    assert "has no 'summarizer'" in line
    assert "grounded-summarizer[ray]" in line


def test_the_example_of_the_documentation(running, tmp_path):
    """It runs as it stands, but for the model and the cluster."""
    page = (Path(__file__).parents[2] / "docs" / "ray.md").read_text("utf-8")
    code = page.split("```python\n", 1)[1].split("```", 1)[0]
    assert "brief_dataset" in code
    write(tmp_path / "articles.parquet", dict(list(TEXTS.items())[:5]))
    with scripted(sound) as server:
        model = f'Choice(name="scripted", why="a test", base_url={server.base_url!r}, profile="hosted")'
        start = f"import ray; ray.init({running.address!r}, log_to_driver=False)\n"
        start += "from summarizer.models.choice import Choice\n"
        code = start + code.replace('"openai/gpt-5.6-luna"', model)
        for name in ("articles.parquet", "briefs"):  # a cluster's processes have folders of their own
            code = code.replace(f'("{name}")', f'("{tmp_path / name}")')
        ran = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, **running.environment},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    found = [
        row for path in (tmp_path / "briefs").glob("*.parquet") for row in pq.read_table(path).to_pylist()
    ]
    assert sorted(row["id"] for row in found) == sorted(list(TEXTS)[:5])
    assert all(Brief.model_validate_json(row["brief"]) for row in found)
