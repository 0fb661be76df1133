"""The command `brief`: what is written where, what is said on standard error, and exit codes."""

import json

import pytest

from summarizer.schemas.brief import Brief
from tests.articles import BARE
from tests.cli.runner import run
from tests.servers import Reply, scripted
from tests.sound import careless, sound


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


@pytest.mark.parametrize("output", ["no/such/brief.json", "port.fr.txt/"], ids=["no folder", "a file"])
def test_what_cannot_be_written_is_told(article, model, tmp_path, output):
    """In a line, with what to do; exit code 1."""
    shown = run("brief", article, *model, "-q", "-o", f"{tmp_path}/{output}")
    assert shown.exit_code == 1
    assert "cannot write" in shown.stderr
    assert "--output" in shown.stderr
    assert isinstance(shown.exception, SystemExit)


def test_two_articles_of_one_name_are_refused_before_any_is_asked(tmp_path):
    """In a folder the second would be written over the first."""
    files = [tmp_path / folder / "a.fr.txt" for folder in ("one", "two")]
    done = run("brief", *files, "-o", str(tmp_path / "out") + "/")
    assert done.exit_code == 2
    assert "two articles would be written to 'a'" in done.stderr


def test_the_service_tier_is_handed_on(tmp_path):
    """From the command line to the request; another word is refused."""
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    with scripted(sound) as server:
        options = ("--model", "m", "--base-url", server.base_url, "--quiet")
        assert run("brief", str(article), *options, "--service-tier", "flex").exit_code == 0
        assert {request["service_tier"] for request in server.asked} == {"flex"}
        assert run("brief", str(article), *options, "--service-tier", "soon").exit_code == 2
