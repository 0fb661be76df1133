"""What was sent and answered can be seen afterwards; keys cannot."""

import json
import logging

import jsonschema
import pytest
from typer.testing import CliRunner

from summarizer import Options, summarize
from summarizer.cli.main import app
from summarizer.errors import SummarizerError
from summarizer.models import retry
from summarizer.models.choice import Choice
from summarizer.output.json_schema import json_schema
from summarizer.text.secrets import without_secrets
from tests.articles import STORY
from tests.servers import Reply, completion, scripted
from tests.sound import careless, chosen, sound

KEY = "wk0123456789abcdef"
"""A key that does not look like one: only who is asked with it can know it."""


@pytest.fixture(autouse=True)
def silent(monkeypatch):
    """The log is as a program finds it, and waits between tries are short."""
    monkeypatch.setattr(retry, "LONGEST_WAIT", 0.01)
    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    log = logging.getLogger("summarizer")
    kept = log.handlers, log.level
    yield
    log.handlers, level = kept
    log.setLevel(level)


def lines(path):
    """Give the records of a trace; each fits the schema that is published for it."""
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    validator = jsonschema.Draft202012Validator(json_schema("trace"))
    for line in found:
        validator.validate(line)
    return found


def test_every_request_is_a_line(tmp_path):
    """With its prompt, its answer as it came, the findings, tokens and time."""
    path = tmp_path / "trace.jsonl"
    with scripted(careless) as server:
        summarize(STORY, model=chosen(server), options=Options(trace=path))
    found = lines(path)
    assert len(found) == len(server.asked)
    by_messages = {json.dumps(request["messages"]) for request in server.asked}
    assert {json.dumps(line["messages"]) for line in found} == by_messages
    line = next(line for line in found if line["section"] == "quotes" and line["findings"])
    assert json.loads(line["answer"])
    assert "Bernard" in json.dumps(line["findings"])
    assert (line["model"], line["input_tokens"], line["output_tokens"]) == ("scripted", 10, 5)
    assert line["seconds"] >= 0


def test_an_answer_of_no_use_is_a_line_too(tmp_path):
    """It says why."""
    path = tmp_path / "trace.jsonl"
    withheld = Reply(body=completion("", finish="content_filter"))
    with scripted(withheld) as server, pytest.raises(SummarizerError):
        summarize(STORY, model=chosen(server), options=Options(trace=path))
    assert all("content filter" in json.dumps(line["findings"]) for line in lines(path))


def echo(request, headers):
    """A server that says in its answers what it was sent, the key included."""
    return f"You sent {headers['authorization']} and {len(request['messages'])} messages"


@pytest.mark.parametrize("status", [200, 400, 500])
def test_no_key_is_in_a_trace_a_log_or_an_error(tmp_path, caplog, status):
    """Not even if a server repeats what it was sent."""
    path = tmp_path / "trace.jsonl"

    def answer(request):
        words = echo(request, server.headers[-1])
        body = completion(words) if status == 200 else {"error": {"message": words}}
        return Reply(status=status, body=body)

    with scripted(answer) as server:
        choice = Choice(name="m", why="a test", base_url=server.base_url, timeout=20.0)
        with caplog.at_level(logging.DEBUG, logger="summarizer"), pytest.raises(SummarizerError) as caught:
            summarize(STORY, model=choice, options=Options(trace=path))
    assert f"Bearer {KEY}" == server.headers[0]["authorization"]
    shown = [caplog.text, str(caught.value), path.read_text("utf-8")]
    assert not [words for words in shown if KEY in words]
    words = {200: "contains the key", 400: "You sent Bearer [key]", 500: "fails (500)"}
    assert words[status] in shown[2]


def test_a_trace_that_cannot_be_written_is_told(tmp_path):
    """In a line, with what to do."""
    with scripted(sound) as server, pytest.raises(SummarizerError, match="choose another --trace"):
        summarize(STORY, model=chosen(server), options=Options(trace=tmp_path / "no" / "trace.jsonl"))


@pytest.mark.parametrize(("level", "said"), [("debug", True), ("warning", False)])
def test_the_command_line_traces_and_logs(tmp_path, level, said):
    """`--trace FILE` and `--log-level`: prompts on standard error at the level debug alone."""
    article, path = tmp_path / "a.txt", tmp_path / "trace.jsonl"
    article.write_text(STORY, encoding="utf-8")
    with scripted(sound) as server:
        options = ["--model", "m", "--base-url", server.base_url, "--profile", "hosted", "-q"]
        arguments = ["--log-level", level, "brief", str(article), *options, "--trace", str(path)]
        shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 0
    assert len(lines(path)) == len(server.asked)
    assert ("Ostrelec a annoncé jeudi" in shown.stderr) is said
    assert KEY not in shown.stderr


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("key sk-proj-abcdef123 is wrong", "key [key] is wrong"),
        ("hf_abcdefgh12 and gsk_abcdefgh12", "[key] and [key]"),
        ("the task-force and the sk-", "the task-force and the sk-"),
        ("no key at all: none", "no key at all: none"),
    ],
    ids=["OpenAI's", "others'", "words", "short"],
)
def test_what_looks_like_a_key_is_taken_out(words, shown):
    """And words of an article are not."""
    assert without_secrets(words) == shown


def test_it_is_quick_on_hostile_words():
    """A long run of a key's characters."""
    assert without_secrets("sk-" + "a-" * 50_000).startswith("[key]")
    assert without_secrets("sk-sk-" * 50_000)
