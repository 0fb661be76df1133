"""The plugin for llm, run by llm itself: its command, its fragments, models with and without schemas."""

import contextlib
import importlib
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import openai
import pytest
from click.testing import CliRunner

from summarizer.schemas.brief import Brief
from tests.articles import STORY
from tests.briefs import make_brief
from tests.servers import Reply, completion, scripted
from tests.sound import passage_of, sound, whole_answer

pytest.importorskip("llm", reason="NO PLUGIN TESTED: pip install llm")

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "plugins" / "llm"
COMMANDS = re.findall(r"^\$ llm ((?:brief|-f) .+)$", (PLUGIN / "README.md").read_text("utf-8"), re.MULTILINE)
BRIEF, ARTICLE, WRITTEN = (shlex.split(line, comments=True) for line in COMMANDS)
# The commands that README shows; they are run with another model.


@pytest.fixture
def write_models(tmp_path):
    """Write the file that tells llm of a server's model."""

    def write(server, *, schemas=True):
        models = [{
            "model_id": "scripted", "model_name": "scripted", "api_base": server.base_url,
            "supports_schema": schemas,
        }]  # fmt: skip
        (tmp_path / "user" / "extra-openai-models.yaml").write_text(json.dumps(models))

    (tmp_path / "user").mkdir()
    return write


@pytest.fixture
def llm(tmp_path, write_models):
    """Run llm with the plugin as its pyproject.toml names it, and with models of a server."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text("utf-8"))["project"]
    told = tmp_path / "site" / f"llm_grounded_summarizer-{project['version']}.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    points = "".join(f"{name} = {home}\n" for name, home in project["entry-points"]["llm"].items())
    (told / "entry_points.txt").write_text(f"[llm]\n{points}")
    (tmp_path / "article.txt").write_text(STORY, "utf-8")
    (tmp_path / "brief.json").write_text(make_brief().model_dump_json(), "utf-8")
    paths = (tmp_path / "site", PLUGIN, ROOT)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "LLM_USER_PATH": str(tmp_path / "user"),
        "NO_PROXY": "127.0.0.1",
    }

    def run(server, *arguments, schemas=True, stdin=""):
        write_models(server, schemas=schemas)
        return subprocess.run(
            [sys.executable, "-m", "llm", *arguments], env=environment, cwd=tmp_path, input=stdin,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return run


def in_words(request):
    """Answer as a model without schemas does: JSON in a fence, with words around it."""
    assert "response_format" not in request
    assert "JSON Schema" in request["messages"][1]["content"]
    answer = json.dumps(whole_answer(passage_of(request)))
    return Reply(body=completion(f"Here it is:\n```json\n{answer}\n```\nAnything else?"))


@pytest.mark.parametrize("schemas", [True, False], ids=["schema", "no schema"])
def test_a_model_of_llm_writes_the_brief(llm, schemas):
    """With the article's figures; the brief says which model wrote it, and what it took."""
    with scripted(sound if schemas else in_words) as server:
        done = llm(server, *BRIEF[:-1], "scripted", "--json", schemas=schemas)
    assert done.returncode == 0, done.stderr
    brief = Brief.model_validate_json(done.stdout)
    assert "€2.4 million" in [figure.en for figure in brief.key_figures]
    made = brief.provenance
    assert (made.model, made.calls, made.tokens_in, made.tokens_out) == ("llm/scripted", 1, 10, 5)


def test_options_and_standard_input(llm):
    """`-o` reaches the model; Markdown is what is written."""
    with scripted(sound) as server:
        done = llm(server, "brief", "-", "-m", "scripted", "-o", "temperature", "0.3", stdin=STORY)
        assert server.asked[0]["temperature"] == 0.3
    assert done.stdout.startswith("# "), done.stderr


def test_fragments(llm):
    """An article with ids and figures, a brief as Markdown, before the user's words."""
    with scripted(Reply(body=completion("They object."))) as server:
        done = llm(server, "-m", "scripted", "--no-stream", *WRITTEN[:-1], *ARTICLE)
        shown = server.asked[0]["messages"][-1]["content"]
    assert done.stdout.strip() == "They object.", done.stderr
    assert "[S1] Ostrelec rachète Valdor" in shown
    assert "€2.4 million" in shown
    assert "Solenn Kervadec" in shown


@pytest.fixture
def closed_clients(monkeypatch):
    """Close the clients that llm opens in this process: it leaves them to the garbage collector."""
    with contextlib.ExitStack() as opened:

        def open_client(*arguments, **options):
            return opened.enter_context(client(*arguments, **options))

        client = openai.OpenAI
        monkeypatch.setattr(openai, "OpenAI", open_client)
        yield


@pytest.mark.usefixtures("llm", "closed_clients")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brief", "nowhere.txt", "-m", "scripted"], "nowhere.txt"),
        (["brief", "article.txt", "-m", "nonsense"], "no such model"),
        (["brief", "article.txt", "-m", "scripted"], "the key is missing or not valid"),
        (["-m", "scripted", "-f", "article:nowhere.txt", "x"], "nowhere.txt"),
        (["-m", "scripted", "-f", "brief:article.txt", "x"], "is no brief"),
    ],
    ids=["no file", "no model", "refused", "no article", "no brief"],
)
def test_faults_are_a_line(write_models, monkeypatch, tmp_path, arguments, words):
    """And exit code 1; in this process, with the plugin registered as llm does it."""
    monkeypatch.syspath_prepend(str(PLUGIN))
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path)
    commands = importlib.import_module("llm.cli").cli
    plugin = importlib.import_module("llm_grounded_summarizer")
    plugins = importlib.import_module("llm.plugins").pm
    plugins.register(plugin)
    plugin.register_commands(commands)
    try:
        with scripted(Reply(status=401, body={"error": {"message": "wrong key"}})) as server:
            write_models(server)
            done = CliRunner().invoke(commands, arguments)
    finally:
        plugins.unregister(plugin)
    assert done.exit_code == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
