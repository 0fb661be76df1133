"""The command line besides `brief`: what the other commands show, help, faults, and exit codes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import ModelRefused
from summarizer.models import local
from summarizer.output.json_schema import SCHEMAS
from tests.articles import BARE, STORY
from tests.cli.runner import run

COMMANDS = ("brief", "mark", "schema", "doctor")


@pytest.mark.parametrize("command", ["brief", "mark"])
def test_an_article_comes_from_standard_input(model, command):
    """Named `-`, in any encoding that files may have."""
    options = model if command == "brief" else []
    shown = run(command, "-", *options, stdin=STORY.encode("cp1252"))
    assert shown.exit_code == 0, shown.stderr
    assert "Marie Kervadec" in shown.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["brief", "x.txt", "--format", "pdf"],
        ["brief", "x.txt", "--profile", "huge"],
        ["brief", "x.txt", "--no-such-option"],
        ["doctor", "--profile", "huge"],
        ["schema", "moods"],
        ["translate"],
    ],
    ids=["no file", "format", "profile", "option", "doctor's profile", "schema", "command"],
)
def test_bad_usage(arguments):
    """Exit code 2, and what there is in place of it."""
    shown = run(*arguments)
    assert shown.exit_code == 2
    assert shown.stderr
    assert "Traceback" not in shown.stderr


def test_no_model_is_set_up(article):
    """The three ways to one, on one line; exit code 1."""
    shown = run("brief", article)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert len(shown.stderr.splitlines()) == 1
    for way in ("(1)", "(2)", "(3)"):
        assert way in shown.stderr


def test_a_model_file_means_the_embedded_model(article):
    """Without another name."""
    shown = run("brief", article, "--model-path", "no.gguf")
    assert shown.exit_code == 1
    assert "model: local (named)" in shown.stderr


def test_debug_shows_where_it_failed(article):
    """The traceback, and the line that is shown without it."""
    shown, plain = run("brief", article, "--debug"), run("brief", article)
    assert "Traceback" in shown.stderr
    assert shown.stderr.endswith(plain.stderr)
    assert plain.stderr.count("\n") == 1
    assert shown.exit_code == plain.exit_code == 1


def test_mark_shows_what_code_finds(article):
    """Figures, quotations and names with their ids; no model is needed."""
    shown = run("mark", article)
    assert shown.exit_code == 0, shown.stderr
    for words in ("2400000", "S1", "N1", "Q1", "Marie Kervadec"):
        assert (
            words in shown.stdout.replace(" ", "").replace("\u202f", "").replace(",", "")
            or words in shown.stdout
        )
    assert run("mark", "no.txt").exit_code == 1


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_prints_json_schema(name):
    """Of the brief and of each section's answer."""
    assert json.loads(run("schema", name).stdout)["type"] == "object"


def test_schema_is_the_briefs_where_none_is_named():
    """The one that other programs read."""
    assert json.loads(run("schema").stdout)["title"] == "Brief"


def test_doctor_on_a_sound_machine(model, monkeypatch, tmp_path):
    """Every line says what was looked at; exit code 0."""
    monkeypatch.setattr(local, "cache_folder", lambda: tmp_path)
    shown = run("doctor", *model)
    assert shown.exit_code == 0, shown.stdout
    assert "ok     model: scripted (named)" in shown.stdout
    assert "FAULT" not in shown.stdout


def test_doctor_finds_a_fault():
    """It is marked, and the exit code is 1."""
    shown = run("doctor")
    assert shown.exit_code == 1
    assert "FAULT  model: no model is set up" in shown.stdout


def test_help_lists_the_commands():
    """Each with its phrase and an example of its own."""
    shown = run("--help").stdout
    for command in COMMANDS:
        assert command in shown
        assert "Example: summarizer " + command in run(command, "--help").stdout
    assert "Show what code finds in an article" in shown


def test_the_version_is_shown():
    """And nothing else."""
    shown = run("--version")
    assert shown.exit_code == 0
    assert shown.stdout.split()[0] == "summarizer"


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (ModelRefused("no key"), 1, "summarizer: no key\n"),
        (KeyboardInterrupt(), 130, "summarizer: stopped\n"),
    ],
    ids=["error", "interrupt"],
)
def test_an_end_before_the_end_is_a_line(monkeypatch, error, code, line):
    """With its exit code."""

    def ended(*_args, **_options):
        raise error

    monkeypatch.setattr("summarizer.models.choice.choose_model", ended)
    shown = run("brief", "a.txt")
    assert shown.exit_code == code
    assert shown.stderr == line


def test_the_installed_command(tmp_path):
    """In a process of its own, from a pipe to a pipe, in UTF-8."""
    command = Path(sys.executable).with_name("summarizer")
    done = subprocess.run(
        [command, "mark", "-"], input=STORY.encode(), capture_output=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    shown = io.TextIOWrapper(io.BytesIO(done.stdout), encoding="utf-8").read()
    assert "Ostrelec" in shown
    missing = subprocess.run([command, "mark", "no.txt"], capture_output=True, cwd=tmp_path, check=False)
    assert missing.returncode == 1
    assert missing.stderr.decode().count("\n") == 1


def test_a_fault_that_nobody_foresaw_is_a_line(monkeypatch, tmp_path):
    """With the request to report it, and exit code 1; --debug shows the traceback."""

    def broken(*_args, **_options):
        raise KeyError("title\nand more")

    monkeypatch.setattr("summarizer.models.choice.choose_model", broken)
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    done = run("brief", str(article), "--model", "x")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "KeyError" in done.stderr
    assert "please report this" in done.stderr
    shown = run("brief", str(article), "--model", "x", "--debug")
    assert "Traceback" in shown.stderr
    assert shown.exit_code == 1


def test_a_reader_of_the_output_that_goes_away_is_no_fault():
    """Exit code 1, and nothing on standard error."""
    script = """
from summarizer.cli import main
import sys
def write(*_):
    while True:
        sys.stdout.write("x" * 100_000)
main.write_json = write
sys.argv = ["summarizer", "schema"]
main.main()
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read()
    assert b"fault of this program" not in said
    assert b"BrokenPipe" not in said
