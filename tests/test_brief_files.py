"""Briefs on disk: what is one and what is not, and that those of every release are read."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import SummarizerError
from summarizer.output.brief_files import find_briefs, find_files, parse_brief, read_brief
from summarizer.output.json_schema import json_schema
from tests.briefs import make_brief


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param("[]", "is no brief", id="list"),
        pytest.param("{", "is no brief", id="broken"),
        pytest.param(None, "cannot read", id="none"),
        pytest.param("version 9", "schema version '9', this release reads '1'", id="version"),
    ],
)
def test_no_brief(tmp_path, words, message):
    """What is no brief is one line that says why."""
    path = tmp_path / "x.json"
    if words is not None:
        values = {**json.loads(make_brief().model_dump_json()), "schema_version": "9"}
        path.write_text(json.dumps(values) if words == "version 9" else words, encoding="utf-8")
    with pytest.raises(SummarizerError, match=message):
        read_brief(path)
    assert CliRunner().invoke(app, ["check", str(path)]).exit_code == 1


def test_briefs_of_a_folder(tmp_path):
    """A brief, a folder of them with other JSON beside them, or lines."""
    brief = make_brief()
    inside = tmp_path / "briefs" / "x"
    inside.mkdir(parents=True)
    (inside / "a.json").write_text(brief.model_dump_json(), encoding="utf-8")
    (inside / "report.json").write_text("{}", encoding="utf-8")
    assert list(find_briefs(tmp_path)) == list(find_briefs(inside / "a.json")) == [brief]
    (tmp_path / "briefs.jsonl").write_text(f"{brief.model_dump_json()}\n\n" * 2, encoding="utf-8")
    assert list(find_briefs(tmp_path)) == [brief, brief]
    (inside / "broken.json").write_text("{", encoding="utf-8")
    with pytest.raises(SummarizerError, match="broken"):
        list(find_briefs(inside))
    (tmp_path / "empty").mkdir()
    with pytest.raises(SummarizerError, match="no brief in"):
        list(find_briefs(tmp_path / "empty"))
    with pytest.raises(SummarizerError, match=r"x\.jsonl:1"):
        parse_brief("{}", "x.jsonl:1")


def has_all(written, old):
    """Whether what a release wrote is there again; fields that came later may stand beside it."""
    if isinstance(old, dict):
        return all(key in written and has_all(written[key], value) for key, value in old.items())
    if isinstance(old, list):
        return len(written) == len(old) and all(map(has_all, written, old))
    return written == old


@pytest.mark.parametrize("name", ["brief_v1.json", "brief_v1_seed.json"])
def test_the_first_releases_briefs_load(name, tmp_path):
    """As release 0.1.0 wrote them: with every field filled, and as the embedded model made it of the seed.

    They fit the published schema, nothing of them is lost, and every rendering takes them.
    """
    words = (Path(__file__).parent / name).read_text("utf-8").strip()
    brief = parse_brief(words, name)
    assert has_all(json.loads(brief.model_dump_json()), json.loads(words))
    jsonschema.validate(json.loads(words), json_schema("brief"), jsonschema.Draft202012Validator)
    assert brief.to_html().count("data-entry=") > len(brief.key_points) + len(brief.key_figures)
    assert brief.to_markdown().startswith("# ")
    (tmp_path / "a.json").write_text(words, encoding="utf-8")
    assert list(find_files(tmp_path)) == [(tmp_path / "a.json", brief)]
