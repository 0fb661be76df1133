"""The commands over many articles: what is said of a run, on a terminal and elsewhere, and exit codes."""

import json
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.batch import tally
from summarizer.batch.status import RunStatus
from summarizer.cli import progress
from summarizer.cli.main import app
from summarizer.cli.progress import Rate
from summarizer.models import local
from tests.articles import BARE, STORY
from tests.batches import TEXTS, write
from tests.servers import Reply, scripted
from tests.sound import careless, sound


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No model is set up."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "is_installed", lambda: False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Five articles, one of them empty; the place from where commands are given."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "in", TEXTS | {"empty.txt": ""})


@pytest.fixture(scope="module")
def model():
    """Options that name a model that answers soundly."""
    with scripted(sound) as server:
        yield ["--model", "scripted", "--base-url", server.base_url]


@pytest.fixture
def always(monkeypatch):
    """Every step is worth a line."""
    monkeypatch.setattr(progress, "EVERY", 0.0)
    monkeypatch.setattr(tally, "SHOWN_EVERY", 0.0)


def run(*arguments):
    """Run the command line."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.usefixtures("folder", "always")
def test_a_run_is_told_in_lines(model):
    """On standard error: the model, how it stands, and at the end what failed and where things are."""
    said = run("batch", "in", "out", *model, "--price", "1,2")
    assert (said.exit_code, said.stdout) == (1, "")
    shown = said.stderr.splitlines()
    assert shown[0] == "model: scripted (named)"
    middle = [line for line in shown[1:] if " a minute, " in line and line.endswith(" left")]
    assert middle
    assert all("waiting; " in line and "tokens in" in line and "$0.0" in line for line in middle)
    end = shown[[line.startswith("4 done, 1 failed, 0 waiting") for line in shown].index(True) :]
    assert "  failed, no article: 1" in shown
    assert any(line.startswith("  findings: ") for line in end)
    assert "  briefs: out/briefs, out/briefs.jsonl" in end
    assert "  failures: out/failures.jsonl (--retry-failed tries them again)" in end
    assert "  journal: out/summarizer.sqlite" in end


@pytest.mark.usefixtures("folder")
def test_status_says_what_the_run_said(model):
    """From the journal alone; a folder that is none is told."""
    said = run("batch", "in", "out", *model).stderr.splitlines()
    status = run("status", "out")
    assert status.exit_code == 0
    assert status.stdout.splitlines() == said[-len(status.stdout.splitlines()) :]
    assert "is not the folder of a batch" in run("status", "in").stderr


@pytest.mark.usefixtures("folder", "always")
def test_json_lines(model):
    """Each is an object, with figures; the last has all there is to say."""
    said = run("batch", "in", "out", *model, "--log-json")
    records = [json.loads(line) for line in said.stderr.splitlines()]
    assert records[0]["message"] == "model: scripted (named)"
    assert records[-1]["message"] == "finished"
    last = records[-1]
    assert (last["done"], last["failed"], last["causes"], last["cost"]) == (4, 1, {"no article": 1}, None)
    assert len(records) > 2


@pytest.mark.usefixtures("folder", "always")
def test_quiet(model):
    """Says nothing but why it was stopped."""
    assert run("batch", "in", "out", *model, "--quiet").stderr == ""
    with scripted(Reply(status=401, body={})) as server:
        said = run("batch", "in", "new", "--model", "m", "--base-url", server.base_url, "--quiet")
    assert said.exit_code == 1
    (line,) = said.stderr.splitlines()
    assert line.startswith("stopped: m at 127.0.0.1 refuses (401)")


@pytest.mark.usefixtures("folder", "always")
def test_a_terminal_has_a_bar(model, monkeypatch):
    """With the same figures; it goes away at the end."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    said = run("batch", "in", "out", *model).stderr
    assert "\x1b[" in said
    assert "waiting; " in said
    assert said.rstrip().endswith("journal: out/summarizer.sqlite")


def test_complete_is_exit_code_0(folder, model):
    """Nothing failed, nothing waits."""
    (folder / "empty.txt").unlink()
    assert run("batch", "in", "out", *model, "--format", "md", "-f", "json").exit_code == 0
    assert (folder.parent / "out" / "briefs" / "a.txt.md").is_file()


def test_an_estimate(folder, model):
    """Is told on standard output; no OUT is made."""
    said = run("batch", "in", "out", *model, "--estimate", "--price", "0.2,1.2")
    assert said.exit_code == 0
    *lines, how = said.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["model", "articles", "calls", "tokens", "cost"]
    assert how.startswith("Based on all 5 articles.")
    assert "articles: 5 (1 unreadable)" in said.stdout
    assert not (folder.parent / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("batch", "in"), "name the articles and the folder OUT"),
        (("batch", "in", "out", "--format", "pdf"), "no format 'pdf'; choose md"),
        (("batch", "in", "out", "--profile", "huge"), "no profile 'huge'"),
        (("batch", "in", "out", "--jobs", "0"), "Invalid value for '--jobs'"),
        (("batch", "in", "out", "--workers", "3"), "are for --engine ray"),
        (("batch", "in", "out", "--engine", "ray", "--format", "md"), "--format is not for --engine ray"),
        (("batch", "in", "also", "out", "--engine", "ray"), "--engine ray reads one IN"),
        (("batch", "in", "out", "--engine", "ray", "--estimate"), "--estimate is not for --engine ray"),
    ],
    ids=["no OUT", "format", "profile", "jobs", "workers", "ray format", "ray IN", "ray estimate"],
)
@pytest.mark.usefixtures("folder")
def test_wrong_usage_is_exit_code_2(model, arguments, says):
    """And a line that says what is right."""
    said = run(*arguments, *model)
    assert said.exit_code == 2
    assert says in said.stderr


@pytest.mark.usefixtures("folder")
def test_errors_are_a_line(model):
    """Nothing there, a price that is none, money without a price."""
    for arguments, says in (
        (("nothing", "out"), "no file or folder 'nothing'"),
        (("in", "out", "--price", "cheap"), "'cheap' is no price"),
        (("in", "out", "--max-cost", "1"), "give --price"),
    ):
        said = run("batch", *arguments, *model)
        assert said.exit_code == 1
        (line,) = said.stderr.splitlines()[-1:]
        assert says in line


def test_the_context_reaches_the_run(folder, model):
    """One that is too small for the prompts fails every article with its reason."""
    write(folder, {"a.txt": BARE})
    run("batch", folder / "a.txt", "out", *model, "--context", "500")
    assert "the model takes 500" in (folder.parent / "out" / "failures.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("seconds", "waiting", "left"), [(60, 2, "40 s"), (60, 6, "2 min 00 s"), (60, 600, "3 h 20 min")]
)
def test_the_rate_and_the_time_left(monkeypatch, seconds, waiting, left):
    """From what was done since it was first seen, not before."""
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)

    def state(done, waiting):
        return RunStatus(
            done=done, waiting=waiting, causes={}, cost=0.0,
            failed=0, findings=0, calls=0, tokens_in=0, tokens_out=0,
        )  # fmt: skip

    rate = Rate()
    assert rate.describe(state(1000, waiting + 3)) == ""
    now += seconds
    assert rate.describe(state(1003, waiting)) == f"; 3 a minute, {left} left"


def test_strict_holds_for_many_articles(folder):
    """A doubtful entry is left out of every brief."""
    (folder / "story.txt").write_text(STORY, "utf-8")
    with scripted(careless) as server:
        for options, kept in (([], True), (["--strict"], False)):
            run("batch", folder, "out", "--quiet", "--model", "m", "--base-url", server.base_url, *options)
            brief = json.loads(Path("out/briefs/story.txt.json").read_text("utf-8"))
            assert bool(brief["quotes"]) is kept
