"""What all tests share: how cassettes are kept, and the embedded model, recorded or real."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from summarizer.asking.profiles import EMBEDDED
from summarizer.models.choice import Choice, open_model
from summarizer.models.local import ready_weights, serving
from tests import cassette_yaml

settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("FUZZ", "same"))
# Each run tries the same examples: a failure is the fault of a change. `FUZZ=search` looks for new ones.

ROOT = Path(__file__).parents[1]
REPLAYED = "http://embedded.invalid/v1"
LONGEST = (
    "test_batch_kill", "test_patterns", "test_out", "test_journal", "test_texts", "test_files", "test_fuzz",
    "test_signals", "test_reading_speed", "test_long_articles", "test_batch_reader", "test_bad_files",
    "test_options",
)  # fmt: skip
# Files of tests that take a minute or more, or wait for other processes.


def pytest_collection_modifyitems(items):
    """Begin with the files that take longest, so that none is left for one process at the end."""
    rank = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(rank)))


def pytest_recording_configure(config, vcr):  # noqa: ARG001
    """Cassettes are YAML that a person can read."""
    vcr.register_serializer("yaml", cassette_yaml)


@pytest.fixture(scope="module")
def vcr_cassette_dir(request):
    """Where the cassettes of a test module are kept."""
    return str(ROOT / "cassettes" / request.node.path.stem)


@pytest.fixture
def vcr_config():
    """Requests are told apart by method, path and body; of the headers only the type is kept."""
    return {
        "match_on": ("method", "path", "body"),
        "allow_playback_repeats": False,
        "before_record_request": _bare_request,
        "before_record_response": _bare_response,
        "serializer": "yaml",
        "record_on_exception": False,
    }


@pytest.fixture(autouse=True)
def played_whole(request, vcr, record_mode) -> Iterator[None]:
    """A recording of which a part is not asked for is out of date."""
    yield
    if vcr is not None and record_mode == "none" and vcr.play_count != len(vcr):
        report = request.node.stash.get(_FAILED, None)
        if not report:
            pytest.fail(f"{vcr.play_count} of the cassette's {len(vcr)} answers were used; make record")


_FAILED: pytest.StashKey[bool] = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember whether the test itself failed."""
    report = yield
    if call.when == "call":
        item.stash[_FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def embedded_url(record_mode) -> Iterator[str]:
    """The embedded model's server: a real one while recording, else an address that is not there."""
    if record_mode == "none":
        yield REPLAYED
        return
    with serving(ready_weights()) as url:
        yield url


@pytest.fixture
def embedded(embedded_url):
    """Opens the embedded model as `async with embedded() as model`."""
    choice = Choice(name="local", why="a test", base_url=embedded_url, profile=EMBEDDED.name)
    return lambda: open_model(choice)


@pytest.fixture(scope="session")
def large_url(record_mode) -> str:
    """The server of a large model: while recording, the one that RECORD_URL names."""
    if record_mode == "none":
        return REPLAYED
    if "RECORD_URL" not in os.environ:
        pytest.skip("set RECORD_URL to the address of a server with a large model")
    return os.environ["RECORD_URL"]


@pytest.fixture
def large(large_url, monkeypatch) -> Choice:
    """A large model, recorded or real, asked by the plan `whole`."""
    monkeypatch.setenv("OPENAI_API_KEY", "replayed")
    return Choice(name="openai/large-model", why="a test", base_url=large_url)


def _bare_request(request):
    request.headers = {"content-type": request.headers.get("content-type", "application/json")}
    request.uri = REPLAYED.removesuffix("/v1") + request.path
    return request


def _bare_response(response):
    kind = next(
        (v for k, v in response["headers"].items() if k.lower() == "content-type"), ["application/json"]
    )
    response["headers"] = {"content-type": kind}
    body = json.loads(response["body"]["string"])
    body["model"] = Path(body["model"]).name  # llama.cpp gives the file's whole path
    for choice in body["choices"]:
        told = (choice.get("logprobs") or {}).get("content")
        if told:  # of each token its probability alone: bytes and other tokens fill thousands of lines
            choice["logprobs"]["content"] = [
                {"token": token["token"], "logprob": round(token["logprob"], 4)} for token in told
            ]
    response["body"]["string"] = json.dumps(
        {key: body[key] for key in ("id", "object", "created", "model", "choices", "usage") if key in body},
        ensure_ascii=False,
    ).encode()
    return response


@pytest.fixture
def mounted(tmp_path):
    """A small file system of its own, on `out`; gives a function that mounts it again, otherwise."""
    out = tmp_path / "out"
    out.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", out], check=False).returncode:  # noqa: S607
        pytest.skip("mounting is not allowed here")
    yield lambda how: subprocess.run(["mount", "-o", f"remount,{how}", out], check=True)  # noqa: S607
    subprocess.run(["umount", out], check=True)  # noqa: S607
