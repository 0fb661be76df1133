"""A server that repeats what it was sent puts no key into anything that the program writes or shows."""

import ast
import base64
import html
import json
import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import SummarizerError
from summarizer.models import local, retry
from summarizer.text.secrets import HIDDEN, protect, without_secrets
from tests.articles import BARE
from tests.attacks.bounds import bounded
from tests.servers import Reply, completion, scripted

KEY = "qz7/Kd+92&hW<xLp03~vv81"
"""A key that begins like no provider's, with characters that JSON, HTML and addresses escape."""
ECHOES = {
    "header": lambda key: f"You sent Authorization: Bearer {key}",
    "bare": lambda key: f"no such key: {key}!",
    "small letters": lambda key: f"authorization {key.lower()}",
    "in JSON": lambda key: json.dumps({"headers": {"authorization": f"Bearer {key}"}}),
    "in HTML": lambda key: f"<pre>{html.escape(key)}</pre>",
    "percent": lambda key: f"/v1?k={quote(key, safe='')}",
    "base64": lambda key: f"basic {base64.b64encode(key.encode()).decode()}",
    "cut off": lambda key: f"key {key[:15]}…",
    "at the cut": lambda key: "x" * 288 + key,
    "twice": lambda key: f"{key}{key}",
    "colour": lambda key: f"\x1b[31m{key}\x1b[0m",
}
SHOWN = 8
"""So many characters of the key in a row are a leak."""


def leaks(text):
    """Whether text contains a stretch of the key, in whatever case or encoding."""
    small = text.lower()
    forms = (KEY, html.escape(KEY), quote(KEY, safe=""), base64.b64encode(KEY.encode()).decode())
    return any(
        form[at : at + SHOWN].lower() in small for form in forms for at in range(len(form) - SHOWN + 1)
    )


@pytest.fixture(autouse=True)
def keyed(monkeypatch):
    """The key is set, as a user sets it; waits between tries are short."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    monkeypatch.setattr(local, "is_installed", lambda: False)
    monkeypatch.setattr(retry, "LONGEST_WAIT", 0.01)
    log = logging.getLogger("summarizer")
    before = log.handlers, log.level
    yield
    log.handlers, log.level = before


def everything_under(folder):
    """Give the words of every file under a folder, and every row of a journal."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".sqlite":
            with closing(sqlite3.connect(path)) as db:
                yield from db.iterdump()
        elif path.is_file():
            yield path.read_bytes().decode("utf-8", "replace")


REPLIES = [(400, name, name == "bare") for name in ECHOES] + [(200, "header", False), (200, "cut off", False)]
REPLIES += [(302, "bare", True), (403, "bare", False), (429, "in JSON", False), (500, "bare", True)]


@pytest.mark.parametrize(("status", "echo", "debug"), REPLIES)
def test_no_door_lets_a_key_out(tmp_path, status, echo, debug):
    """Messages, log, trace, journal, failures: a run on a server that repeats the key, and what follows."""
    words = ECHOES[echo](KEY)
    body = completion(words) if status == 200 else {"error": {"message": words, "code": words}}
    headers = {"location": f"http://h/{quote(KEY)}?k={quote(KEY, safe='')}"} if status == 302 else {}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(BARE, encoding="utf-8")
    out, runner = tmp_path / "out", CliRunner()
    with scripted(Reply(status=status, body=body, headers=headers)) as server, bounded():
        named = ["--model", "m", "--base-url", server.base_url, *(["--debug"] if debug else [])]
        trace = ["--trace", str(tmp_path / "trace.jsonl")]
        runs = [
            runner.invoke(
                app, ["--log-level", "debug", "batch", str(tmp_path / "in"), str(out), *named, *trace]
            ),
            runner.invoke(app, ["status", str(out)]),
            runner.invoke(app, ["brief", str(tmp_path / "in" / "a.txt"), *named]),
        ]
    assert {h["authorization"] for h in server.headers} == {f"Bearer {KEY}"}
    shown = [run.output for run in runs] + list(everything_under(tmp_path))
    assert len(shown) > 5
    assert not [text for text in shown if leaks(text)]


def test_a_reader_of_results_gets_no_key():
    """An error that a program catches has no key in it, and neither has a log record of it."""
    protect(KEY)
    error = SummarizerError(f"cannot reach http://anna:{KEY}@host/v1: {KEY}\n{KEY.upper()}")
    assert not leaks(str(error))
    assert str(error) == f"cannot reach http://{HIDDEN}@host/v1: {HIDDEN} {HIDDEN}"
    assert str(error) in str(logging.makeLogRecord({"msg": "%s", "args": (error,)}).getMessage())


LOOKING_LIKE = {
    "OpenAI": ("key sk-proj-abcdef123 is wrong", "key [key] is wrong"),
    "header": ("x-api-key: 0123456789abcdef", "x-api-key: [key]"),
    "JSON": ('{"api_key": "0123456789"}', '{"api_key": "[key]"}'),
    "escaped JSON": (r"{\"api-key\": \"0123456789\"}", r"{\"api-key\": \"[key]\"}"),
    "bearer": ("Bearer eyJhbGciOi12", "Bearer [key]"),
    "basic": ("Authorization: Basic YTpi", "Authorization: Basic [key]"),
    "address": ("at https://anna:p@ss@h.example/x", "at https://[key]@h.example/x"),
    "token": ("git clone https://ghp_abcdefgh@h/x", "git clone https://[key]@h/x"),
    "query": ("http://h/x?key=abcd1234&a=b", "http://h/x?key=[key]&a=b"),
    "Google": ("AIzaSyA-0123456789abcdefghijk", "[key]"),
    "Amazon": ("AKIAIOSFODNN7EXAMPLE is no key", "[key] is no key"),
}
NO_KEYS = (
    "The task-force said sk- and no more.",
    "Bearer bonds fell; the bearer of the news is glad.",
    "« La clé : le mot de passe », a dit la directrice à 10:30.",
    "écrire à contact@journal.example ou https://journal.example/a@b",
    "Authorization was given on Monday.",
)


@pytest.mark.parametrize(("words", "shown"), LOOKING_LIKE.values(), ids=LOOKING_LIKE)
def test_what_looks_like_a_key_is_removed(words, shown):
    """Also a key that nobody named: that of another program, or of a feed."""
    assert without_secrets(words) == shown


@pytest.mark.parametrize("words", NO_KEYS)
def test_words_of_an_article_stay(words):
    """The pairs of those above."""
    assert without_secrets(words) == words


@pytest.mark.parametrize(
    "unit", ["sk-", "a-", "://", "://a@", "authorization: ", "bearer ", "api_key=", "?key=", '\\"', KEY[:9]]
)
def test_it_is_quick_on_hostile_words(unit):
    """A long run of a key's beginning."""
    protect(KEY)
    with bounded(seconds=2.0):
        without_secrets(unit * (400_000 // len(unit)))


def test_errors_traces_and_logs_pass_through_it():
    """Every place that writes what a model's server said calls the one function; read in the source."""
    package = Path(__file__).parents[2] / "summarizer"
    ways = {"errors.py", "models/trace.py", "models/faults.py", "asking/check_loop.py", "cli/terminal.py"}
    users = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "without_secrets"
    }
    assert users - {"text/secrets.py"} == ways
