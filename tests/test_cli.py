"""The command line: what is written where, what is said on standard error, and exit codes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import ModelRefused
from summarizer.models import local
from summarizer.output.json_schema import SCHEMAS
from summarizer.schemas.brief import Brief
from tests.articles import BARE, STORY
from tests.servers import Reply, scripted
from tests.sound import careless, sound

COMMANDS = ("brief", "mark", "schema", "doctor")


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No model is set up."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "is_installed", lambda: False)


@pytest.fixture
def article(tmp_path):
    """A file with an article."""
    path = tmp_path / "port.fr.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def model():
    """Options that name a model that answers soundly."""
    with scripted(sound) as server:
        yield ["--model", "scripted", "--base-url", server.base_url, "--profile", "hosted"]


def run(*arguments, stdin=None):
    """Run the command line."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def test_a_brief_is_shown(article, model):
    """As text; which model and why is said on standard error."""
    shown = run("brief", article, *model)
    assert shown.exit_code == 0, shown.stderr
    assert "€2.4 million" in shown.stdout
    assert "Nous allons embaucher" in shown.stdout
    assert "model: scripted (named)" in shown.stderr
    assert "%)" in shown.stderr


def test_quiet_says_nothing(article, model):
    """But the brief."""
    shown = run("brief", article, *model, "--quiet")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_formats(article, model, form):
    """JSON reads back as a brief; Markdown has headings."""
    shown = run("brief", article, *model, "-q", "--format", form)
    assert shown.exit_code == 0
    if form == "json":
        assert Brief.model_validate_json(shown.stdout).article.source == str(article)
    assert shown.stdout.startswith("#") is (form == "md")


@pytest.mark.parametrize(("name", "starts"), [("b.json", "{"), ("b.md", "#"), ("b.txt", ""), ("b.out", "")])
def test_a_files_name_tells_its_format(article, model, tmp_path, name, starts):
    """Nothing is shown then but that it was written."""
    target = tmp_path / name
    shown = run("brief", article, *model, "-o", target)
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert f"wrote {target}" in shown.stderr
    written = target.read_text("utf-8")
    assert written.startswith(starts)
    assert "2.4 million" in written


def test_the_format_that_is_asked_for_goes_before_the_name(article, model, tmp_path):
    """`-f json -o brief.md` is JSON."""
    run("brief", article, *model, "-f", "json", "-o", tmp_path / "b.md")
    assert json.loads((tmp_path / "b.md").read_text("utf-8"))["schema_version"] == "1"


@pytest.mark.parametrize(
    ("options", "names"),
    [([], {"port.json", "port.md"}), (["-f", "text"], {"port.txt"}), (["-f", "md"], {"port.md"})],
    ids=["both", "text", "Markdown"],
)
def test_a_folder_gets_files_named_after_the_article(article, model, tmp_path, options, names):
    """It is made if need be; without a format the brief is shown as well."""
    shown = run("brief", article, *model, "-o", f"{tmp_path}/new/briefs/", *options)
    assert shown.exit_code == 0, shown.stderr
    assert {path.name for path in (tmp_path / "new" / "briefs").iterdir()} == names
    assert bool(shown.stdout) is (not options)


@pytest.mark.parametrize("command", ["brief", "mark"])
def test_an_article_comes_from_standard_input(model, command):
    """Named `-`, in any encoding that files may have."""
    options = model if command == "brief" else []
    shown = run(command, "-", *options, stdin=STORY.encode("cp1252"))
    assert shown.exit_code == 0, shown.stderr
    assert "Marie Kervadec" in shown.stdout


def test_one_bad_article_does_not_stop_the_others(article, model, tmp_path):
    """One line on standard error for it, and exit code 1."""
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "bare.txt").write_text(BARE)
    files = [article, *(tmp_path / name for name in ("empty.txt", "no.txt", "bare.txt"))]
    shown = run("brief", *files, *model, "-q", "-o", tmp_path / "briefs")
    assert shown.exit_code == 1
    assert [line.split(":")[0] for line in shown.stderr.splitlines()] == ["summarizer"] * 2
    names = {path.name for path in (tmp_path / "briefs").iterdir()}
    assert names == {"port.json", "port.md", "bare.json", "bare.md"}


def test_no_article_at_all(tmp_path):
    """Nothing is opened for it."""
    shown = run("brief", tmp_path / "no.txt", "--model", "nobody/model")
    assert shown.exit_code == 1
    assert "no.txt" in shown.stderr
    assert "nobody" not in shown.stderr.replace("model: nobody/model (named)", "")


@pytest.mark.parametrize(("options", "code", "kept"), [([], 0, True), (["--strict"], 3, False)])
def test_strictly_a_doubtful_entry_is_left_out(article, options, code, kept):
    """The exit code and a line on standard error say so; without --strict it is shown with its finding."""
    with scripted(careless) as server:
        made = ["--model", "m", "--base-url", server.base_url, "--profile", "hosted", "--format", "json"]
        shown = run("brief", article, *made, *options)
    assert shown.exit_code == code, shown.stderr
    assert bool(Brief.model_validate_json(shown.stdout).quotes) is kept
    assert ("--strict dropped" in shown.stderr) is bool(options)


def test_an_article_that_the_model_refuses(article, tmp_path):
    """The file is named, and the next one is tried."""
    (tmp_path / "bare.txt").write_text(BARE)
    with scripted(Reply(status=401, body={"error": {"message": "no"}})) as server:
        shown = run(
            "brief", article, tmp_path / "bare.txt", "-q", "--model", "m", "--base-url", server.base_url
        )
    assert shown.exit_code == 1
    lines = shown.stderr.splitlines()
    assert [("port.fr.txt" in line, "bare.txt" in line) for line in lines] == [(True, False), (False, True)]
    assert all("401" in line for line in lines)


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


@pytest.mark.parametrize("output", ["no/such/brief.json", "port.fr.txt/"], ids=["no folder", "a file"])
def test_what_cannot_be_written_is_told(article, model, tmp_path, output):
    """In a line, with what to do; exit code 1."""
    shown = run("brief", article, *model, "-q", "-o", f"{tmp_path}/{output}")
    assert shown.exit_code == 1
    assert "cannot write" in shown.stderr
    assert "--output" in shown.stderr
    assert isinstance(shown.exception, SystemExit)


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


def test_two_articles_of_one_name_are_refused_before_any_is_asked(tmp_path):
    """In a folder the second would be written over the first."""
    files = [tmp_path / folder / "a.fr.txt" for folder in ("one", "two")]
    done = run("brief", *files, "-o", str(tmp_path / "out") + "/")
    assert done.exit_code == 2
    assert "two articles would be written to 'a'" in done.stderr


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


def test_the_service_tier_is_handed_on(tmp_path):
    """From the command line to the request; another word is refused."""
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    with scripted(sound) as server:
        options = ("--model", "m", "--base-url", server.base_url, "--quiet")
        assert run("brief", str(article), *options, "--service-tier", "flex").exit_code == 0
        assert {request["service_tier"] for request in server.asked} == {"flex"}
        assert run("brief", str(article), *options, "--service-tier", "soon").exit_code == 2


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
