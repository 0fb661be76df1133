"""Numbers out of range, and faults that nobody foresaw: one line, an exit code, and nothing lost."""

import asyncio
import math

import pytest
from typer.testing import CliRunner

from summarizer import pipeline
from summarizer.batch.many import summarize_many
from summarizer.cli.main import app
from summarizer.errors import SummarizerError
from summarizer.models import local
from summarizer.models.choice import Choice
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.pipeline import Options
from tests.articles import BARE
from tests.attacks.bounds import bounded
from tests.batches import TEXTS, check_out, write
from tests.servers import scripted
from tests.sound import chosen, sound

OUT_OF_RANGE = [
    "inf",
    "-inf",
    "nan",
    "-1",
    "0",
    "1e400",
    "9" * 400,
    "-0.0",
    "٣x",
    "",
    "1,5",
    "0x10",
    "1e-400",
]
FLAGS = ["--rpm", "--tpm", "--jobs", "--context"]


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    """No model is set up; commands are given from a folder with articles."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "is_installed", lambda: False)
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in", TEXTS)


def run(*arguments):
    """Run the command line within bounds."""
    with bounded(seconds=10.0):
        return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("value", OUT_OF_RANGE, ids=lambda value: value[:6] or "empty")
def test_a_number_out_of_range(flag, value):
    """Wrong usage, told by the option's name; no request is sent."""
    with scripted(sound) as server:
        done = run("batch", "in", "out", "--model", "m", "--base-url", server.base_url, f"{flag}={value}")
    assert done.exit_code == 2
    assert flag in done.stderr
    assert server.asked == []


REFUSED = {
    "--max-cost": ["inf", "-inf", "nan", "-1", "1e400", "x"],
    "--price": [
        "inf,1",
        "nan,nan",
        "-1,1",
        "1e999999999,1",
        "1",
        "1,2,3,4",
        "",
        ",",
        "1;2",
        "9" * 5000 + ",1",
    ],
    "--watch": ["0s", "-5m", "inf", "1d", "9999999h", "m", "1.5h", "٣m"],
}


@pytest.mark.parametrize("flag", REFUSED)
def test_money_and_time_out_of_range(flag):
    """A line; nothing is sent."""
    with scripted(sound) as server:
        named = ("--model", "m", "--base-url", server.base_url, "--quiet")
        for value in REFUSED[flag]:
            done = run("batch", "in", "out", *named, f"{flag}={value}")
            assert done.exit_code in {1, 2}, value
            assert "fault of this program" not in done.output
    assert server.asked == []


@pytest.mark.parametrize("jobs", [-1, 0, 10**9, -(10**30)])
def test_jobs_of_a_program(jobs):
    """`summarize_many` refuses what `batch` refuses; it hung with -1."""

    async def take():
        return [result async for result in summarize_many([BARE], model=chosen(server), jobs=jobs)]

    with scripted(sound) as server, bounded(seconds=5.0), pytest.raises(SummarizerError, match="jobs is"):
        asyncio.run(take())


@pytest.mark.parametrize("value", [math.inf, math.nan, -1.0, 0.5, -math.inf])
@pytest.mark.parametrize("name", ["rpm", "tpm"])
def test_rates_of_a_program(name, value):
    """An endless rate made the limiter spin."""
    with pytest.raises(SummarizerError, match=f"{name} is"):
        ConcurrencyLimiter(1, **{name: value})


@pytest.mark.parametrize("reasks", [-1, -100, 10**6])
def test_reasks_of_a_program(reasks):
    """A model that is wrong each time was asked for ever."""
    with pytest.raises(SummarizerError, match="reasks is"):
        Options(reasks=reasks)


NO_CHOICE = [{"timeout": value} for value in (0, -1.0, math.nan, math.inf)] + [
    {"context": 0},
    {"context": -5},
]


@pytest.mark.parametrize("options", NO_CHOICE, ids=str)
def test_a_choice_of_a_program(options):
    """A time without end, or none."""
    with pytest.raises(SummarizerError, match="give a number from"):
        Choice(name="m", why="", **options)


FAULTS = [OSError("a\x1b[31m\nb"), MemoryError(), EOFError()]
# None of them is an article's: those are told of it alone (tests/test_batch_faults.py).


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_fault_that_nobody_foresaw(monkeypatch, tmp_path, fault):
    """One line with the request to report it, exit code 1; the run resumes later. --debug shows the trace."""
    calls = []

    def broken(*arguments, **options):
        calls.append(arguments)
        if len(calls) > 1:
            raise fault
        return whole(*arguments, **options)

    with scripted(sound) as server:
        named = (
            "batch",
            "in",
            "out",
            "--model",
            "m",
            "--base-url",
            server.base_url,
            "--jobs",
            "1",
            "--quiet",
        )
        from summarizer.batch import work  # noqa: PLC0415

        whole = pipeline.brief_of
        monkeypatch.setattr(work, "brief_of", broken)
        done = run(*named)
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1
        assert f"({type(fault).__name__}" in done.stderr
        assert "please report this" in done.stderr
        assert "\x1b" not in done.stderr
        shown = run(*named, "--debug")
        assert "Traceback" in shown.stderr
        assert shown.stderr.endswith(done.stderr.splitlines()[-1] + "\n")
        monkeypatch.setattr(work, "brief_of", whole)
        assert run(*named).exit_code == 0
    check_out(tmp_path / "out", sorted(TEXTS))
