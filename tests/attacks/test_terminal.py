"""Text from outside that acts on a terminal is never shown raw, whatever door it comes through."""

import ast
import json
import logging
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.cli.terminal import LOGS, log_to_terminal
from summarizer.models import local, retry
from summarizer.text.printable import one_line, printable
from tests.articles import BARE, STORY
from tests.attacks.bounds import bounded
from tests.briefs import make_brief
from tests.servers import Reply, completion, scripted
from tests.sound import sound, sound_answer

PAYLOADS = {
    "colour": "\x1b[31mred",
    "clear": "a\x1b[2J\x1b[Hb",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;cm0gLXJm\x1b\\",
    "link": "\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\",
    "device": "\x1bP$q\x1b\\",
    "C1": "\x9b31mred\x9c",
    "carriage": "fine\rrm -rf",
    "back": "a\x08\x08\x08b",
    "bell": "\x07\x07",
    "direction": "\u202etxt.exe\u2066",
    "half a code": "\x1b[",
    "nested": "\x1b\x1b[31m[31mred",
    "next line": "a\x85b\u2028c",
}
HOSTILE = "".join(PAYLOADS.values())
SOME = {"codes": HOSTILE, "carriage": "fine\rrm -rf"}
"""Those that the doors are tried with; the function itself is tried with each."""


def acts(text):
    """Give the characters of a text that act on a terminal."""
    return {
        c
        for c in text
        if c != "\n" and (unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in "\u202e\u2066")
    }


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """No model is set up; waits between tries are short; the log is as it was."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "is_installed", lambda: False)
    monkeypatch.setattr(retry, "LONGEST_WAIT", 0.01)
    logs = [logging.getLogger(name) for name in LOGS]
    before = [(log.handlers, log.level) for log in logs]
    yield
    for log, (handlers, level) in zip(logs, before, strict=True):
        log.handlers, log.level = handlers, level


def run(*arguments):
    """Run the command line; nothing that acts may come out."""
    with bounded():
        done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert not acts(done.output), done.output
    return done


def name_of(payload):
    """A file's name with a payload in it."""
    return payload.replace("/", "_") + ".txt"


@pytest.mark.parametrize("payload", SOME.values(), ids=SOME)
def test_the_names_of_files(tmp_path, payload):
    """An article, a folder, a brief and what is no article: each command that names a file."""
    folder = tmp_path / name_of(payload)
    folder.mkdir()
    article, binary, bad = folder / name_of(payload), folder / f"x{name_of(payload)}", folder / "b.json"
    article.write_text(BARE, encoding="utf-8")
    binary.write_bytes(b"\x00\x01" * 100)
    bad.write_text("{}", encoding="utf-8")
    with scripted(sound) as server:
        named = ("--model", "m", "--base-url", server.base_url)
        assert run("brief", article, *named).exit_code == 0
        assert run("brief", article, *named, "-o", folder / "out/").exit_code == 0
        assert run("batch", folder, tmp_path / f"o{name_of(payload)}", *named).exit_code in {0, 1}
    for command in ("mark", "check", "index", "status", "digest", "export --to csv"):
        words, *options = command.split()
        run(words, binary, *options)
        run(words, folder / "nothing" / name_of(payload), *options)
    run("check", bad)
    run("index", folder)


def test_a_received_brief(tmp_path):
    """An extra field, a wrong value, a version: what is wrong is told without what acts."""
    brief = json.loads(make_brief().model_dump_json())
    for number, change in enumerate((
        {HOSTILE: 1},
        {"schema_version": HOSTILE},
        {"headline": {HOSTILE: 1}},
        {"provenance": brief["provenance"] | {"version": HOSTILE}},
        {"article": brief["article"] | {"id": HOSTILE, "source": HOSTILE, "title": HOSTILE}},
        {"findings": [{"code": HOSTILE, "message": HOSTILE, "section": HOSTILE, "words": HOSTILE}]},
        {"headline": brief["headline"] | {"en": HOSTILE}},
        {"key_figures": [brief["key_figures"][0] | {"en": HOSTILE, "unit": HOSTILE, "subject": HOSTILE}]},
    )):  # fmt: skip
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(brief | change), encoding="utf-8")
        done = run("check", path)
        assert done.exit_code in {0, 1}
        assert done.output.strip()
        run("export", path, "--to", "md", "-o", tmp_path / "md")


@pytest.mark.parametrize("payload", SOME.values(), ids=SOME)
def test_the_words_of_a_server(tmp_path, payload):
    """A refusal, an error, an answer of no use, a redirect: in messages, traceback and log."""
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    replies = (
        Reply(body=completion(None, refusal=payload)),
        Reply(status=400, body={"error": {"message": payload, "code": payload}}),
        Reply(body=completion(payload)),
        Reply(body=completion(json.dumps({payload: payload}))),
        Reply(body={"error": payload}),
    )
    for reply in replies:
        with scripted(reply) as server:
            named = ("--model", f"m{payload}", "--base-url", server.base_url, "--debug")
            assert run("--log-level", "debug", "brief", article, *named).exit_code == 1


def test_the_words_of_an_answer(tmp_path):
    """In each field of an answer, in every format on standard output; JSON loses nothing."""

    def answer(request):
        def hostile(value):
            if isinstance(value, dict):
                return {key: hostile(part) for key, part in value.items()}
            if isinstance(value, list):
                return [hostile(part) for part in value]
            return f"{value} {HOSTILE}" if isinstance(value, str) and " " in value else value

        return Reply(body=completion(json.dumps(hostile(sound_answer(request)))))

    article = tmp_path / "a.txt"
    article.write_text(STORY.replace("Marie", f"{PAYLOADS['colour']}{PAYLOADS['direction']}Marie"), "utf-8")
    for replies in (answer, sound):
        with scripted(replies) as server:
            named = ("--model", "m", "--base-url", server.base_url)
            for form in ("text", "json", "md", "html"):
                done = run("brief", article, *named, "--format", form)
                if form == "json" and done.exit_code == 0:
                    assert "\u202e" in json.loads(done.stdout)["article"]["text"]
            run("batch", article, tmp_path / "out", *named, "--log-json")
    run("mark", article)


@pytest.mark.parametrize("payload", SOME.values(), ids=SOME)
def test_the_words_of_the_command_line(tmp_path, payload):
    """A wrong option, command, format, price, model: as a script that passes on a name may write them."""
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    for arguments in (
        (f"--{payload}",),
        (payload,),
        ("brief", article, f"--{payload}"),
        ("brief", article, "--format", payload),
        ("brief", article, "--model", payload),
        ("brief", article, "--profile", payload),
        ("brief", article, "--model", "m", "--base-url", f"http://{payload}/v1"),
        ("batch", article, tmp_path / "o", "--watch", payload),
        ("batch", article, tmp_path / "o", "--price", payload),
        ("batch", article, tmp_path / "o", "--jobs", payload),
        ("batch", article, tmp_path / "o", "--format", payload),
        ("schema", payload),
    ):
        assert run(*arguments).exit_code in {1, 2}


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_a_terminal_of_another_encoding(tmp_path, encoding):
    """Bytes that are no UTF-8 in a file's name, words that the encoding lacks: shown, with exit code 1."""
    command = [sys.executable, "-c", "from summarizer.cli.main import main; main()"]
    name = os.fsencode(tmp_path) + b"/\xff\xfe\xe9\xe2\x82\xac.txt"
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run([*command, "mark", name], capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"fault of this program" not in done.stderr
    assert not acts(done.stderr.decode(errors="replace"))


UNITS = [
    "\x1b",
    "\x1b[",
    "\x1b]",
    "\x1b]a",
    "\x1b[0",
    "\x9b",
    "\x9b1;",
    "\x1bP",
    "\u202e",
    "\r",
    " ",
    "\n",
    "\x1b(",
]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_it_is_quick_on_hostile_words(unit):
    """A long run of a code that does not end."""
    with bounded(seconds=2.0):
        assert not acts(printable(unit * 300_000))
        one_line(unit * 300_000)


def test_the_log_of_the_http_server_is_clean(capsys):
    """It contains what a client sends: codes for a terminal, and a key."""
    log_to_terminal("INFO")
    line = '%s - "%s %s HTTP/%s" %d'
    logging.getLogger("uvicorn.access").info(line, "1.2.3.4:5", "GET", f"/{HOSTILE}", "1.1", 404)
    logging.getLogger("uvicorn.error").warning("bad request: sk-a-key-of-ours-0123456789")
    said = capsys.readouterr().err
    assert "404" in said
    assert "bad request" in said
    assert not acts(said)
    assert "0123456789" not in said


def test_nothing_else_shows_anything():
    """Only one file writes to the terminal, and what it writes is clean; read in the source."""
    package = Path(__file__).parents[2] / "summarizer"
    ways = re.compile(r"(print|sys\.(__)?std(out|err)(__)?|(typer|click|rich)\.(print|echo|secho))\Z")
    loud: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            place = ""
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = node.func.id
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                place = f"{node.value.id}.{node.attr}"
            if ways.match(place):
                loud.setdefault(path.relative_to(package).as_posix(), set()).add(place)
    assert set(loud) == {"cli/terminal.py", "cli/commands.py"}
    assert loud["cli/commands.py"] == {"sys.stdout"}  # whose descriptor is closed after a broken pipe
    shown = (package / "cli" / "terminal.py").read_text("utf-8")
    functions = {f.name: ast.unparse(f) for f in ast.parse(shown).body if isinstance(f, ast.FunctionDef)}
    writers = {name for name, words in functions.items() if ".write(" in words or "typer.echo(" in words}
    assert writers == {"say", "write", "write_json"}
    assert all(re.search(r"clean\(|_RAW\.sub\(", functions[name]) for name in writers)
