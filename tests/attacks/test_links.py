"""Links in a folder of articles: none leads to a file that nobody named."""

import pytest

from summarizer.batch.sources import find_entries
from tests.articles import BARE, STORY
from tests.batches import run, write
from tests.servers import scripted
from tests.sound import sound


@pytest.mark.parametrize("how", ["file", "folder", "up and out", "chain"])
def test_a_link_that_leads_out_of_the_folder_is_left_out(tmp_path, how):
    """And listed with its reason: an unpacked archive may lead to any file of this machine."""
    folder = write(tmp_path / "in", {"a.txt": BARE, "sub/b.txt": STORY})
    secret = write(tmp_path / "secret", {"key.txt": f"Le mot de passe est rossignol. {BARE}"})
    if how == "file":
        (folder / "link.txt").symlink_to(secret / "key.txt")
    elif how == "folder":
        (folder / "sub" / "link").symlink_to(secret)
    elif how == "up and out":
        (folder / "sub" / "link.txt").symlink_to("../../secret/key.txt")
    else:
        (folder / "hop.txt").symlink_to(folder / "sub" / ".hop")
        (folder / "sub" / ".hop").symlink_to(secret / "key.txt")
    with scripted(sound) as server:
        state = run(folder, server)
        assert (state.done, state.failed, state.left_out) == (2, 0, 1)
        assert "rossignol" not in str(server.asked)
    assert "leads out of the folder" in (tmp_path / "out" / "left_out.txt").read_text("utf-8")


def test_a_link_inside_the_folder_is_read(tmp_path):
    """Also if the folder is itself named by a link."""
    folder = write(tmp_path / "in", {"a.txt": BARE, "sub/b.txt": STORY})
    (folder / "link.txt").symlink_to("sub/b.txt")
    (tmp_path / "named").symlink_to(folder)
    found = find_entries([str(tmp_path / "named")], leave_out=tmp_path / "out")
    assert [entry.name for entry in found] == ["a.txt", "link.txt", "sub/b.txt"]
