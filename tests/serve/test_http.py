"""The HTTP server, as a process of its own, spoken to by httpx and by a browser."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.schemas.brief import Brief
from tests.articles import STORY
from tests.briefs import make_brief
from tests.servers import Reply, scripted
from tests.sound import sound

httpx = pytest.importorskip("httpx", reason="NO HTTP TESTED: pip install httpx 'grounded-summarizer[http]'")
pytest.importorskip("fastapi", reason="NO HTTP TESTED: pip install 'grounded-summarizer[http]'")

PROGRAM = "from summarizer.cli.main import main; main()"
PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le port</title></head><body>
<article><h1>Le port de Brémont rouvre</h1><p>Le port de Brémont rouvre lundi, a annoncé la mairie.</p>
<p>Le chantier a coûté 12,5 millions d'euros et occupé 140 personnes.</p></article></body></html>"""


@contextmanager
def serving(*options, key=None):
    """Start the command on a free port; give a client of it."""
    environment = {**os.environ, "SUMMARIZER_SERVE_KEY": key or ""}
    command = [sys.executable, "-c", PROGRAM, "serve", "http", "--port", "0", *map(str, options)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            address = re.search(r"http://\S+", process.stderr.readline())
            assert address
            with httpx.Client(base_url=address[0], timeout=30, trust_env=False) as client:
                yield client
        finally:
            process.terminate()
            process.communicate(timeout=20)


@pytest.fixture(scope="module")
def client(folder, model_options):
    """Give a client of a server without a key, with small limits."""
    with serving("--briefs", folder, "--max-bytes", 50_000, *model_options) as client:
        yield client


def test_a_brief_and_its_page(client, model):
    """The article's text in, the brief out; its page is where Location says; asked once only."""
    made = client.post("/brief", content=STORY.encode(), headers={"content-type": "text/plain"})
    assert made.status_code == 200, made.text
    assert Brief.model_validate(made.json()).article.title == STORY.splitlines()[0]
    asked = len(model.asked)
    again = client.post("/brief", content=STORY.encode())
    assert again.json() == made.json()
    assert len(model.asked) == asked
    page = client.get(made.headers["location"])
    assert "2,4 millions d" in page.text
    assert page.headers["content-type"].startswith("text/html")


def test_an_article_is_any_file(client):
    """A page, or JSON with a title and a date."""
    page = client.post("/mark", content=PAGE.encode(), headers={"content-type": "text/html"})
    assert "€12.5 million" in [figure["en"] for figure in page.json()["figures"]]
    told = client.post("/mark", json={"text": STORY, "title": "Le titre", "date": "2025-02-21"}).json()
    assert (told["article"]["title"], told["article"]["published"]) == ("Le titre", "2025-02-21")
    text = told["article"]["text"]
    for kind in ("sentences", "figures", "quotations"):
        assert told[kind]
        for found in told[kind]:
            span = found["source"]
            assert text[span["start"] : span["end"]] == span["text"]


def test_statements_and_briefs_are_checked(client):
    """A true one is sound, a false one has findings; so has a brief whose figure was changed."""
    french = "Le groupe a payé 2,4 millions d'euros."
    for english, sound_ in (("It paid €2.4 million.", True), ("It paid €3 million.", False)):
        assert client.post("/check", json={"english": english, "french": french}).json()["sound"] is sound_
    brief = make_brief().model_dump(mode="json")
    before = client.post("/verify", json=brief).json()["failures"]
    brief["key_figures"][0]["value"] = "7"
    assert len(client.post("/verify", json=brief).json()["failures"]) > len(before)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_documented_requests(client, tmp_path):
    """Those of docs/serve.md, by curl."""
    (tmp_path / "article.html").write_text(PAGE, "utf-8")
    page = (Path(__file__).parents[2] / "docs" / "serve.md").read_text("utf-8")
    replies = []
    for line in re.findall(r"^\$ (curl .+)$", page, re.MULTILINE):
        words = shlex.split(line.replace("http://127.0.0.1:8000", str(client.base_url).rstrip("/")))
        ran = subprocess.run(
            [*words, "--silent", "--noproxy", "*"], cwd=tmp_path, capture_output=True, timeout=60, check=True
        )
        replies.append(json.loads(ran.stdout))
    brief, found = replies
    assert Brief.model_validate(brief).article.title == "Le port de Brémont rouvre"
    assert (found["sound"], found["findings"][0]["code"]) == (False, "number")


def test_a_brief_of_the_folder_is_shown(client, known_id):
    """By its id; another id is not there."""
    assert "Kerlann" in client.get(f"/briefs/{known_id}").text
    missing = client.get("/briefs/nonsense")
    assert (missing.status_code, missing.json()["kind"]) == (404, "NoBrief")


def test_openapi_says_what_is_answered(client):
    """Every path, with its records."""
    told = client.get("/openapi.json").json()
    assert set(told["paths"]) == {"/health", "/brief", "/mark", "/check", "/verify", "/briefs/{id}"}
    assert {"Brief", "Marks", "Findings", "Fault"} <= set(told["components"]["schemas"])
    assert client.get("/health").json()["status"] == "ok"


def slow_body():
    """Give a body whose length is not said beforehand."""
    for _ in range(100):
        yield b"a" * 10_000


@pytest.mark.parametrize(
    ("path", "sent", "status", "kind"),
    [
        ("/mark", {"content": b""}, 422, "ArticleError"),
        ("/mark", {"content": b"\x00\x01\x02binary"}, 422, "ArticleError"),
        ("/mark", {"content": b"a" * 50_001}, 413, "TooLarge"),
        ("/mark", {"content": slow_body()}, 413, "TooLarge"),
        ("/check", {"json": {"english": "It rose."}}, 422, "BadRequest"),
        ("/check", {"content": b"{"}, 422, "BadRequest"),
        ("/verify", {"json": {"schema_version": "1"}}, 422, "BadRequest"),
        ("/verify", {"content": slow_body(), "headers": {"content-type": "text/json"}}, 413, "TooLarge"),
        ("/mark", {"content": b"Un texte.", "headers": {"origin": "https://a.example"}}, 403, "ForeignPage"),
    ],
    ids=["empty", "binary", "large", "chunked", "no French", "no JSON", "no brief",
         "chunked JSON", "another site"],
)  # fmt: skip
def test_faults_have_a_status_and_a_sentence(client, path, sent, status, kind):
    """Each of its own; the server goes on."""
    answer = client.post(path, **sent)
    assert (answer.status_code, answer.json()["kind"]) == (status, kind)
    assert answer.json()["error"]
    assert client.get("/health").status_code == 200


def test_a_key_is_asked_for(folder, known_id):
    """As a bearer's, in X-API-Key or as a password; not for health."""
    with serving("--briefs", folder, key="secret-é") as client:
        assert client.get("/health").status_code == 200
        page = f"/briefs/{known_id}"
        for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": "Basic ???"}):
            assert client.get(page, headers=headers).status_code == 401
        for raw in ({"authorization": b"Bearer secret-\xc3\xa9"}, {"x-api-key": b"secret-\xc3\xa9"}):
            assert client.get(page, headers=raw).status_code == 200
        assert client.get(page, auth=("anybody", "secret-é")).status_code == 200


def test_time_and_places_are_limited():
    """A model that is too slow: 504. More requests than there are places: 503, at once."""
    hold = threading.Event()

    def late(request):
        hold.wait(20)
        return sound(request)

    with scripted(late) as model:
        options = ["--model", "scripted", "--base-url", model.base_url, "--profile", "hosted"]
        with serving("--timeout", "2", "--jobs", "1", "--waiting", "1", *options) as client:
            with ThreadPoolExecutor(4) as pool:
                texts = [f"{STORY} Numéro {n}." for n in range(4)]
                answers = list(pool.map(lambda text: client.post("/brief", content=text.encode()), texts))
            hold.set()
    assert sorted(answer.status_code for answer in answers) == [503, 503, 504, 504]
    assert {answer.headers.get("retry-after") for answer in answers} == {None, "5"}


def test_a_model_that_fails_is_told():
    """A refused key is 502, with the server's words."""
    with scripted(Reply(status=401, body={"error": {"message": "wrong key"}})) as model:
        options = ["--model", "scripted", "--base-url", model.base_url, "--profile", "hosted"]
        with serving(*options) as client:
            answer = client.post("/brief", content=STORY.encode())
    assert (answer.status_code, answer.json()["kind"]) == (502, "ModelRefused")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--host", "0.0.0.0"], "others can reach '0.0.0.0': set SUMMARIZER_SERVE_KEY"),  # noqa: S104
        (["--briefs", "nowhere"], "there is no folder 'nowhere'"),
        (["--host", "192.0.2.1"], "set SUMMARIZER_SERVE_KEY"),
        (["--host", "192.0.2.1", "--api-key", "k"], "cannot listen on 192.0.2.1:0"),
    ],
    ids=["open to all", "no folder", "another address", "not ours"],
)
def test_what_cannot_be_served_is_a_line(options, words):
    """And exit code 1."""
    done = CliRunner().invoke(app, ["serve", "http", "--port", "0", *options])
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert words in done.stderr
