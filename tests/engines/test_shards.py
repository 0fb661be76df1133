"""Shards, and their folders put together: the same as one run, whatever the order, or a clear refusal."""

import json
import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import filelock
import pytest
from typer.testing import CliRunner

from summarizer.batch.shards import Shard, parse_shard
from summarizer.cli.main import app
from summarizer.engines.merge import merge_folders
from summarizer.errors import BatchError
from summarizer.pipeline import Options
from summarizer.schemas.brief import Brief
from summarizer.seal import check_seal
from tests.articles import BARE, STORY
from tests.batches import lines, run, write
from tests.servers import scripted
from tests.sound import sound

COUNT = 4
TEXTS = {f"dossier {n % 3}/{n}.txt": f"Il pleut depuis {n} jours. {BARE}" for n in range(20)} | {
    "été.txt": STORY,
    "vide.txt": "",
}
DONE = sorted(set(TEXTS) - {"vide.txt"})
TIMES = ("created", "seconds")


def sharded(folder, server, out, **plan):
    """Run all shards, one after the other; give their folders."""
    shards = [Shard(number, COUNT) for number in range(1, COUNT + 1)]
    for shard in shards:
        run(folder, server, out=shard.folder(out), shard=shard, **plan)
    return [shard.folder(out) for shard in shards]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Give a folder of articles, one run over it, its shards, and what was asked for each."""
    root = tmp_path_factory.mktemp("shards")
    folder = write(root / "in", TEXTS)
    with scripted(sound) as server:
        run(folder, server, out=root / "one", formats=("md",))
        asked = len(server.asked)
        shards = sharded(folder, server, root / "out", formats=("md",))
        return folder, root / "one", shards, (asked, len(server.asked) - asked)


def without_times(text):
    """Give a brief's JSON without the times of its making, and without the seal that is over them."""
    assert check_seal(Brief.model_validate_json(text)) == []
    brief = json.loads(text)
    assert brief.pop("seal") is not None
    for name in TIMES:
        assert brief["provenance"].pop(name) is not None
    return json.dumps(brief)


def files_of(out):
    """Give the bytes of what lies in a folder, by name; of the journal its articles and answers."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.name not in {".lock", "summarizer.sqlite-wal", "summarizer.sqlite-shm"}:
            found[path.relative_to(out).as_posix()] = path.read_bytes()
    return found


def test_every_article_is_in_one_shard():
    """Its name alone decides; shards are of about the same size."""
    names = [f"a/{n}.txt" for n in range(1600)]
    homes = [[n for n in range(1, 17) if Shard(n, 16).has(name)] for name in names]
    assert all(len(home) == 1 for home in homes)
    sizes = [homes.count([n]) for n in range(1, 17)]
    assert min(sizes) > 60
    some = ("a", "b", "é/c", "d~2", "x/y.txt")
    assert [next(n for n in (1, 2, 3) if Shard(n, 3).has(name)) for name in some] == [2, 2, 3, 3, 3]


def test_merged_shards_are_as_one_run(made, tmp_path):
    """Files, lines, failures; what they took is all there; nothing was asked twice."""
    _, one, shards, (asked, asked_in_shards) = made
    merged = merge_folders(shards, tmp_path / "merged")
    assert (merged.folders, merged.done, merged.failed, merged.waiting) == (COUNT, len(DONE), 1, 0)
    assert asked == asked_in_shards
    expected, found = files_of(one), files_of(tmp_path / "merged")
    assert sorted(expected) == sorted(found)
    for name in expected:
        if name.endswith(".json"):
            assert without_times(found[name]) == without_times(expected[name])
        elif name == "failures.jsonl":
            assert found[name] == expected[name]
    texts = [sorted(map(without_times, files["briefs.jsonl"].splitlines())) for files in (expected, found)]
    assert texts[0] == texts[1]


def test_a_merge_is_the_same_again(made, tmp_path):
    """In any order of the folders, and over what is there, to the byte; the journal as well."""
    _, _, shards, _ = made
    merge_folders(shards, tmp_path / "a")
    merge_folders([*reversed(shards), shards[0]], tmp_path / "b")
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")
    before = files_of(tmp_path / "a")
    merge_folders(shards, tmp_path / "a")
    assert files_of(tmp_path / "a") == before


def test_a_batch_goes_on_from_what_was_merged(made, tmp_path):
    """It asks for nothing that a shard has paid for, and the spending of all is there."""
    folder, one, shards, _ = made
    merge_folders(shards, tmp_path / "merged")
    with scripted(sound) as server:
        state = run(folder, server, out=tmp_path / "merged", formats=("md",))
        assert server.asked == []
    assert (state.done, state.failed) == (len(DONE), 1)
    spent = [closing(sqlite3.connect(out / "summarizer.sqlite")) for out in (one, tmp_path / "merged")]
    query = "SELECT section, sum(calls), sum(tokens_in), sum(tokens_out) FROM spending GROUP BY section"
    with spent[0] as first, spent[1] as second:
        assert first.execute(query).fetchall() == second.execute(query).fetchall()


def test_missing_shards_are_named(made, tmp_path):
    """--partial merges what is there; the whole can be merged over it later."""
    _, _, shards, _ = made
    with pytest.raises(BatchError, match=r"shards are missing: 2; name their folders, or give --partial"):
        merge_folders([shards[0], *shards[2:]], tmp_path / "merged")
    some = merge_folders([shards[0], *shards[2:]], tmp_path / "merged", partial=True)
    whole = merge_folders(shards, tmp_path / "merged")
    assert some.done < whole.done == len(DONE)
    with pytest.raises(BatchError, match="which none of the folders has"):
        merge_folders(shards[:1], tmp_path / "merged", partial=True)
    assert len(lines(tmp_path / "merged" / "briefs.jsonl")) == len(DONE)


def test_two_at_once_are_refused(made, tmp_path):
    """Two merges into one folder, or a merge of a folder in which a run is at work."""
    _, _, shards, _ = made
    for folder in (tmp_path / "merged", shards[1]):
        folder.mkdir(exist_ok=True)
        with filelock.FileLock(folder / ".lock"), pytest.raises(BatchError, match="writes to"):
            merge_folders(shards, tmp_path / "merged")


def test_folders_that_do_not_belong_together(made, tmp_path):
    """Other options, another text under the same name, no batch, itself."""
    folder, one, shards, _ = made
    with scripted(sound) as server:
        shard = Shard(2, COUNT)
        other = shard.folder(tmp_path / "other")
        run(folder, server, out=other, shard=shard, options=Options(strict=True))
        with pytest.raises(BatchError, match="different models, options or releases"):
            merge_folders([shards[0], other, *shards[2:]], tmp_path / "merged")
        changed = write(tmp_path / "in", {DONE[0]: STORY})
        run(changed, server, out=tmp_path / "changed")
    with pytest.raises(BatchError, match="is another text in"):
        merge_folders([one, tmp_path / "changed"], tmp_path / "merged")
    with pytest.raises(BatchError, match="shards of different batches"):
        merge_folders([one, *shards], tmp_path / "merged")
    with pytest.raises(BatchError, match=r"no folder of a batch"):
        merge_folders([folder], tmp_path / "merged")
    with pytest.raises(BatchError, match="merged into itself"):
        merge_folders(shards, shards[0])
    assert not (tmp_path / "merged" / "briefs.jsonl").exists()


def damaged(out: Path, change: str) -> None:
    """Change a folder's journal behind its back."""
    with closing(sqlite3.connect(out / "summarizer.sqlite")) as db:
        db.execute(change)
        db.commit()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE briefs SET brief = replace(brief, 'Il pleut', 'Il neige')", "is damaged"),
        (
            "UPDATE briefs SET brief = replace(json_remove(brief, '$.seal'), 'Il pleut', 'Il neige')",
            "is of another text",
        ),
        ("UPDATE briefs SET brief = substr(brief, 1, 100)", "is damaged"),
        ("DELETE FROM briefs", "is damaged"),
        ("PRAGMA user_version = 99", "another release"),
    ],
    ids=["text", "text without a seal", "cut off", "gone", "version"],
)
def test_what_is_damaged_is_named(tmp_path, change, words):
    """And OUT gets no journal."""
    folder = write(tmp_path / "in", {"a.txt": f"Il pleut. {BARE}"})
    with scripted(sound) as server:
        run(folder, server)
    damaged(tmp_path / "out", change)
    with pytest.raises(BatchError, match=words):
        merge_folders([tmp_path / "out"], tmp_path / "merged")
    assert not (tmp_path / "merged" / "summarizer.sqlite").exists()


@pytest.mark.parametrize("words", ["0/4", "5/4", "x", "1/0", "-1/4", "1/99999", "1/2/3", ""])
def test_what_is_no_shard(words):
    """Is refused with an example."""
    with pytest.raises(BatchError, match="is not a shard; give 1/16"):
        parse_shard(words)


def test_the_commands(tmp_path, monkeypatch):
    """Those of docs/scale.md: shards, and their folders merged; a feed is refused."""
    write(tmp_path / "archive", TEXTS)
    monkeypatch.chdir(tmp_path)
    page = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")
    commands = [shlex.split(line) for line in re.findall(r"^\$ summarizer (.+)$", page, re.MULTILINE)]
    assert [command[0] for command in commands] == ["batch", "batch", "merge"]

    def said(arguments):
        return CliRunner().invoke(app, arguments)

    with scripted(sound) as server:
        model = ["--base-url", server.base_url, "--profile", "hosted", "-q"]
        codes = [said([*command, *model]).exit_code for command in commands[:2]]
        feed = said(
            ["batch", "https://a.example/rss", "out", "--shard", "1/2", "--model", "scripted", *model]
        )
    assert sorted(codes) == [0, 1]  # one of them has the empty file
    assert "--shard is for files" in feed.stderr
    folders = [str(path) for path in sorted(Path().glob(commands[2][1]))]  # as a shell does it
    merged = said(["merge", *folders, *commands[2][2:]])
    assert merged.exit_code == 1
    assert f"{len(DONE)} done, 1 failed, 0 waiting, from 2 folders" in merged.stderr
    assert len(lines(Path("merged") / "briefs.jsonl")) == len(DONE)
