"""A run of a batch that is done, for attacks on what it left."""

import shutil

import pytest

from tests.attacks.journals import TEXTS
from tests.batches import run, write
from tests.servers import scripted
from tests.sound import sound


@pytest.fixture(scope="session")
def done_run(tmp_path_factory):
    """Three articles, a file that is none, and the OUT of their run; tests take copies."""
    root = tmp_path_factory.mktemp("done")
    folder = write(root / "in", {**TEXTS, "bad.txt": b""})
    with scripted(sound) as server:
        assert run(folder, server).done == 3
    return root


@pytest.fixture
def finished(done_run, tmp_path):
    """The folder of articles whose run is done; OUT is beside it."""
    shutil.copytree(done_run, tmp_path, dirs_exist_ok=True)
    return tmp_path / "in"
