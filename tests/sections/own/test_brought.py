"""How sections of a user's own come in: files, installed packages, commands, batches; and what is refused."""

import json
import pickle
import sys
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import SummarizerError
from summarizer.pipeline import Options
from summarizer.schemas.brief import Brief
from summarizer.sections.own import OwnSection, definition, find_section, read_section
from tests.batches import run, write
from tests.sections.own.spending import (
    ARTICLE,
    DEADLINES,
    FUND,
    PLUGINS,
    RAIL,
    SPENDING,
    VOTE,
    answering,
    both,
    briefed,
)
from tests.servers import scripted


def test_a_batch_takes_it(tmp_path):
    """In its other process, the rule included; another section is another setup, the same one is not."""
    folder = write(tmp_path / "in", {"a.txt": ARTICLE.read_bytes()})
    with scripted(answering(([FUND], [VOTE | {"when": "soon"}]))) as server:
        for sections, asked in ((both(), 2), (both(), 2), ((), 3), (both()[:1], 4)):
            run(folder, server, options=Options(sections=sections, reasks=1))
            assert len(server.asked) == asked
    (record,) = (tmp_path / "out" / "briefs.jsonl").read_text("utf-8").splitlines()
    assert list(json.loads(record)["provenance"]["sections"]) == ["spending"]


def test_its_rule_is_found_in_another_process(monkeypatch):
    """By its file; a rule that no other process can have says so in the brief's findings."""
    plain = OwnSection(**read_section(SPENDING).model_dump(), rule=lambda _marked, _draft: ())
    for section, rule in (
        (read_section(DEADLINES), "has_a_time"),
        (read_section(SPENDING), None),
        (plain, ""),
    ):
        sent = pickle.dumps(section)
        assert pickle.loads(sent) is section  # noqa: S301 - our own
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(definition, "_KNOWN", {})
            found = pickle.loads(sent)  # noqa: S301
        assert (found is not section, found.fingerprint) == (True, section.fingerprint)
        if rule:
            assert found.rule.__name__ == rule
        elif rule is None:
            assert found.rule is None
        else:
            (issue,) = found.ruled(None, None)
            assert "this process cannot find it" in issue.message


def test_the_command_takes_it(brief):
    """Both kinds of files; the schema of a section, and of an answer with it, can be printed."""
    with scripted(answering(([FUND, RAIL], [VOTE]))) as server:
        command = ["brief", str(ARTICLE), "-q", "--model", "scripted", "--base-url", server.base_url]
        command += ["--profile", "hosted", "--format", "json"]
        done = CliRunner().invoke(app, [*command, "--section", str(SPENDING), "--section", str(DEADLINES)])
    assert done.exit_code == 0, done.stderr
    assert Brief.model_validate_json(done.stdout).extensions == brief.extensions
    done = CliRunner().invoke(app, ["schema", "section", "--section", str(SPENDING)])
    assert json.loads(done.stdout)["properties"]["name"]["const"] == "spending"
    done = CliRunner().invoke(app, ["schema", "answer", "--section", str(SPENDING)])
    assert "spending" in json.loads(done.stdout)["properties"]
    assert CliRunner().invoke(app, ["schema", "section"]).exit_code == 2


def test_the_documentation_is_run(brief):
    """Its TOML is the example that the tests use; its Python is a section."""
    page = (PLUGINS.parents[1] / "docs" / "sections.md").read_text("utf-8")
    blocks = {language: page.split(f"```{language}\n")[1].split("```")[0] for language in ("toml", "python")}
    assert SPENDING.read_text("utf-8").partition("\n")[2] == blocks["toml"]
    names: dict[str, Any] = {}
    exec(blocks["python"], names)  # noqa: S102 - our own page
    soon = {"what": VOTE["what"], "when": "soon", "sentences": ["S14"]}
    late, _ = briefed(([], [soon]), sections=(names["SECTION"],))
    assert ("deadline", "dropped") in {(f.code, f.action) for f in late.findings}
    options = page.split("```python\n")[2].split("```")[0]
    shown = [line for line in options.splitlines() if line.startswith(("for ", "    print"))]
    exec("\n".join(shown), {"brief": brief})  # noqa: S102


GOOD = 'name = "risks"\ntitle = "Risks"\ninstruction = "what may go wrong"\n[fields.risk]\ntype = "text"\n'
BAD: dict[str, tuple[str, str | bytes | None, str]] = {
    "no TOML": ("a.toml", "name = ", "is no TOML"),
    "not UTF-8": ("a.toml", b"name = '\xff'", "is not UTF-8"),
    "a name of the contract": (
        "a.toml",
        GOOD.replace("risks", "quotes"),
        "the brief has 'Risks' \\(quotes\\) already",
    ),
    "a title of the contract": ("a.toml", GOOD.replace("Risks", "Key points"), "the brief has 'Key points'"),
    "a name that is none": ("a.toml", GOOD.replace("risks", "Risks!"), "name: String should match pattern"),
    "a name of Python's": ("a.toml", GOOD.replace("risks", "json"), "'json' cannot be a section's name"),
    "a bad type": ("a.toml", GOOD.replace('"text"', '"date"'), "fields.risk.type: Input should be 'text'"),
    "a field that is there": (
        "a.toml",
        GOOD.replace("fields.risk", "fields.sentences"),
        "'sentences' cannot be",
    ),
    "a name's English twice": (
        "a.toml",
        GOOD + '[fields.who]\ntype = "name"\n[fields.who_en]\ntype = "text"\n',
        "'who_en' cannot be a field's name",
    ),
    "a choice of nothing": ("a.toml", GOOD.replace('"text"', '"choice"'), "a field has choices if"),
    "no fields": ("a.toml", GOOD.partition("[")[0], "fields: Field required"),
    "a word too many": ("a.toml", "mood = 1\n" + GOOD, "mood: Extra inputs"),
    "an example that does not fit": ("a.toml", GOOD + "[[example]]\nrisk = 1\n", "example 1: risk: "),
    "an example that is false": (
        "a.toml",
        GOOD + '[[example]]\nrisk = "A fire of 99 days"\nsentences = ["S1"]\n',
        "example 1: “99 days”",
    ),
    "a rule in TOML": ("a.toml", "rule = 1\n" + GOOD, "a rule needs a .py file"),
    "Python that is broken": ("a.py", "SECTION = (", "cannot be used: SyntaxError"),
    "Python that fails": ("a.py", "1 / 0", "cannot be used: ZeroDivisionError"),
    "Python that leaves": ("a.py", "raise SystemExit(0)", "cannot be used: SystemExit"),
    "Python without a section": ("a.py", "x = 1", "has no section: SECTION must be an OwnSection"),
    "Python with a bad section": (
        "a.py",
        "from summarizer.sections.own import OwnSection\nOwnSection(name='risks')",
        "cannot be used: title: Field required",
    ),
    "another kind of file": ("a.txt", GOOD, "no section '.*a.txt': name a .toml or .py file"),
    "a large file": ("a.toml", b"#" * 1_000_001, "is larger than 1 MB"),
    "no file": ("a.toml", None, "cannot read the section"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_section(tmp_path, name):
    """Is refused with one line that names the file and the fault."""
    file, text, words = BAD[name]
    path = tmp_path / file
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SummarizerError, match=words) as refused:
        find_section(str(path))
    assert "\n" not in str(refused.value)


def test_the_commands_refuse_with_one_line(tmp_path):
    """And an exit code; nothing is asked. Two sections of one name are refused, too."""
    command = ["brief", str(ARTICLE), "-q", "--model", "openai/none", "--section"]
    for given in ([str(tmp_path / "no.toml")], [str(SPENDING), "--section", str(SPENDING)]):
        failed = CliRunner().invoke(app, [*command, *given])
        assert (failed.exit_code, failed.stderr.count("\n")) == (1, 1)
    with pytest.raises(SummarizerError, match="two sections are called 'spending'"):
        Options(sections=(read_section(SPENDING), read_section(SPENDING)))


def test_an_installed_one_is_found_by_its_name(tmp_path, monkeypatch):
    """As the example's pyproject.toml names it; one that is not there, or is broken, is a line."""
    told = tmp_path / "deadlines-0.1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: deadlines\nVersion: 0.1.0\n")
    project = (PLUGINS / "pyproject.toml").read_text("utf-8")
    assert '[project.entry-points."grounded_summarizer.sections"]' in project
    (named,) = [line.replace('"', "") for line in project.splitlines() if line.startswith("deadlines = ")]
    points = f"[grounded_summarizer.sections]\n{named}\nbroken = deadlines:nothing\n"
    (told / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(PLUGINS)
    try:
        assert find_section("deadlines") == read_section(DEADLINES)
        with pytest.raises(SummarizerError, match="'broken' cannot be used: AttributeError"):
            find_section("broken")
        with pytest.raises(SummarizerError, match=r"installed one \(installed: broken, deadlines\)"):
            find_section("moods")
    finally:
        sys.modules.pop("deadlines", None)
