"""What the tests of the servers share: a folder of briefs, and options that name a model."""

import pytest

from summarizer.output.brief_files import brief_id
from tests.briefs import make_brief
from tests.servers import scripted
from tests.sound import sound


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Give a folder with one brief, as `batch` leaves it, and files that are none."""
    out = tmp_path_factory.mktemp("out")
    (out / "briefs").mkdir()
    (out / "briefs" / "kerlann.json").write_text(make_brief().model_dump_json(), "utf-8")
    (out / "briefs" / "damaged.json").write_text('{"article":', "utf-8")
    (out / "briefs" / "other.json").write_text("[1]", "utf-8")
    return out


@pytest.fixture(scope="module")
def known_id():
    """Give the id of the folder's brief."""
    return brief_id(make_brief())


@pytest.fixture(scope="module")
def model():
    """Give a server of a model that answers soundly."""
    with scripted(sound) as server:
        yield server


@pytest.fixture(scope="module")
def model_options(model):
    """Give the options that name the model."""
    return ["--model", "scripted", "--base-url", model.base_url, "--profile", "hosted"]
