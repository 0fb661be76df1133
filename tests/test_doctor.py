"""What `doctor` says of a machine, sound or not."""

import hashlib
from dataclasses import replace

import pytest

from summarizer.cli import doctor
from summarizer.errors import ModelUnavailable
from summarizer.models import local
from summarizer.models.choice import Choice, choose_model
from tests.servers import Reply, scripted
from tests.sound import chosen, sound


@pytest.fixture(autouse=True)
def machine(monkeypatch, tmp_path):
    """A machine with an empty cache and no weights."""
    monkeypatch.setattr(local, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(local, "QWEN", replace(local.QWEN, parts=(("no_such_part", "x"),)))
    monkeypatch.setattr(local, "is_installed", lambda: True)
    return tmp_path


def looked_at(choose):
    """Give what was said, by what was looked at."""
    return {line.what: line for line in doctor.examine(choose)}


@pytest.mark.parametrize("profile", ["embedded", "hosted"])
def test_a_sound_machine(profile):
    """Versions, the model and why, and that it answers, in either way of asking."""
    with scripted(sound) as server:
        lines = looked_at(lambda: chosen(server, profile))
    assert lines["python"].says.startswith("3.")
    assert lines["pydantic"].says[0].isdigit()
    assert (lines["model"].says, lines["model"].sound) == ("scripted (a test)", True)
    assert lines["answers"].sound is True
    assert not any(line.sound is False for line in lines.values())


def test_a_model_that_does_not_answer():
    """The last line is the fault, in words."""
    with scripted(Reply(status=401, body={"error": {"message": "no"}})) as server:
        lines = looked_at(lambda: chosen(server))
    assert lines["answers"].sound is False
    assert "key" in lines["answers"].says


def test_no_model_at_all(monkeypatch):
    """The three ways to one; nothing is asked."""
    monkeypatch.setattr(local, "is_installed", lambda: False)
    lines = looked_at(lambda: choose_model(environment={}))
    assert lines["model"].sound is False
    assert "no model is set up" in lines["model"].says
    assert "answers" not in lines
    assert "pip install" in lines["embedded model's server"].says


def test_a_package_that_is_not_there(monkeypatch):
    """Is said, and is no fault by itself."""
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package",))
    line = looked_at(_nobody)["no-such-package"]
    assert (line.says, line.sound) == ("not installed", None)


def test_the_weights_are_looked_at(machine):
    """Not there yet, damaged, whole."""
    lines = looked_at(_nobody)
    assert lines["embedded model's parts"].says == "0 of 1 installed"
    assert lines["embedded model's file"].sound is None
    (machine / local.QWEN.name).write_bytes(b"GGUF")
    damaged = looked_at(_nobody)["embedded model's file"]
    assert damaged.sound is False
    assert "delete it" in damaged.says


def test_whole_weights_are_told_by_their_digest(machine, monkeypatch):
    """The one that their publisher gives."""
    small = replace(local.QWEN, size=4, sha256=hashlib.sha256(b"GGUF").hexdigest())
    verify = local.verify_weights
    monkeypatch.setattr(local, "verify_weights", lambda path: verify(path, small))
    (machine / local.QWEN.name).write_bytes(b"GGUF")
    assert looked_at(_nobody)["embedded model's file"].sound is True


def _nobody() -> Choice:
    raise ModelUnavailable("nobody")
