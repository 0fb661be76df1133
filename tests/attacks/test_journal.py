"""A journal that is damaged, in a row or as a file: what it was about is done again, and nothing is lost."""

import pytest

from summarizer.batch.status import last_status, summary
from summarizer.errors import BatchError
from tests.attacks.commands import summarizer
from tests.attacks.journals import NAMES, change, tell
from tests.batches import check_out, run
from tests.servers import scripted
from tests.sound import sound

ROWS = {
    "name: number": "articles SET name = 7 WHERE name = 'a.txt'",
    "name: bytes": "articles SET name = x'ff00' WHERE name = 'a.txt'",
    "name: no UTF-8": "articles SET name = CAST(x'ff41' AS TEXT) WHERE name = 'a.txt'",
    "name: another": "articles SET name = '../../a' WHERE name = 'a.txt'",
    "path: number": "articles SET path = 3 WHERE name = 'a.txt'",
    "path: text": "articles SET path = 'elsewhere' WHERE name = 'a.txt'",
    "offset: text": "articles SET offset = 'x' WHERE name = 'a.txt'",
    "offset: negative": "articles SET offset = -4 WHERE name = 'a.txt'",
    "stamp: bytes": "articles SET stamp = x'00' WHERE name = 'a.txt'",
    "run: text": "articles SET run = 'first' WHERE name = 'a.txt'",
    "state: unknown": "articles SET state = 'odd' WHERE name = 'a.txt'",
    "state: bytes": "articles SET state = x'01' WHERE name = 'a.txt'",
    "state: failed for no cause": "articles SET state = 'failed' WHERE name = 'a.txt'",
    "setup: number": "articles SET setup = 1.5 WHERE name = 'a.txt'",
    "brief: no such": "articles SET brief = 'none' WHERE name = 'a.txt'",
    "findings: text": "articles SET findings = 'many' WHERE name = 'a.txt'",
    "source: another": "articles SET source = 'z.txt' WHERE name = 'a.txt'",
    "title: bytes": "articles SET title = x'00' WHERE name = 'a.txt'",
    "line: text": "articles SET line = 'x' WHERE name = 'a.txt'",
    "cause: bytes": "articles SET cause = x'ff' WHERE name = 'bad.txt'",
    "error: bytes": "articles SET error = x'ff' WHERE name = 'bad.txt'",
    "error: no UTF-8": "articles SET error = CAST(x'ff' AS TEXT) WHERE name = 'bad.txt'",
    "brief's key: another": "briefs SET key = 'none' WHERE brief LIKE '%a.txt%'",
    "spending: text": "spending SET calls = 'many', cost = 'much'",
    "spending: endless": "spending SET cost = 9e999",
    "spending: bytes": "spending SET tokens_in = x'00', tokens_out = NULL",
    "length of lines: text": "facts SET value = 'long' WHERE name = 'lines_end'",
    "length of lines: endless": "facts SET value = 9e999 WHERE name = 'lines_end'",
    "length of lines: less": "facts SET value = 10 WHERE name = 'lines_end'",
    "length of lines: more": "facts SET value = 10000000 WHERE name = 'lines_end'",
    "length of lines: gone": "facts SET name = 'odd' WHERE name = 'lines_end'",
}


@pytest.mark.parametrize("statement", ROWS.values(), ids=list(ROWS))
def test_a_damaged_row_is_set_aside_and_done_again(finished, statement):
    """With what is kept of the answers, so nothing is asked; the state can be told before and after."""
    out = change(finished.parent / "out", f"UPDATE {statement}")
    assert summary(last_status(out), out)
    with scripted(sound) as server:
        state = run(finished, server)
        assert (state.done, state.failed, state.waiting, state.stopped) == (3, 1, 0, None)
        assert server.asked == []
        assert run(finished, server).set_aside == 0
    assert bool(state.set_aside) == bool(tell(out, "SELECT 1 FROM sqlite_schema WHERE name = 'damaged'"))
    assert any(line.startswith("  damaged:") for line in summary(state, out)) == bool(state.set_aside)
    check_out(out, NAMES, failed=["bad.txt"])


BRIEFS = {
    "no JSON": "'{\"article\": '",
    "bytes": "x'00ff'",
    "number": "3",
    "list": "'[]'",
    "no article": "'{}'",
    "another form": '\'{"article": {"id": 3}}\'',
    "deep": f"'{'[' * 20000}'",
    "that of another article": "(SELECT brief FROM briefs ORDER BY brief LIKE '%b.txt%' DESC LIMIT 1)",
}
ANSWERS = {
    "answer: no JSON": "answer = '{'",
    "answer: bytes": "answer = x'ff'",
    "answer: number": "answer = '7'",
    "answer: list": "answer = '[\"answers\"]'",
    "answer: another form": 'answer = \'{"answers": [3], "rejected": {}}\'',
    "answer: deep": f"answer = '{'[' * 20000}'",
    "calls: text": "calls = 'many'",
    "tokens: none": "tokens_in = NULL",
    "tokens: fewer than none": "tokens_out = -1",
    "tokens: endless": "tokens_in = 9e999",
    "cost: text": "cost = 'free'",
    "cost: endless": "cost = 9e999",
    "cost: fewer than none": "cost = -1",
}


@pytest.mark.parametrize("words", BRIEFS.values(), ids=list(BRIEFS))
def test_a_damaged_brief_is_made_again(finished, words):
    """When its file is missing, or `briefs.jsonl` is written anew; never another article's in its place."""
    out = change(finished.parent / "out", f"UPDATE briefs SET brief = {words} WHERE brief LIKE '%a.txt%'")  # noqa: S608
    (out / "briefs" / "a.txt.json").unlink()
    (out / "briefs.jsonl").unlink()
    with scripted(sound) as server:
        state = run(finished, server)
        assert (state.done, state.failed, state.waiting, server.asked) == (3, 1, 0, [])
    assert state.set_aside or "another article" in words or "ORDER BY" in words
    check_out(out, NAMES, failed=["bad.txt"])


@pytest.mark.parametrize("words", ANSWERS.values(), ids=list(ANSWERS))
def test_a_damaged_answer_is_asked_again(finished, words):
    """And said; the one that comes takes its place."""
    damage = f"UPDATE answers SET {words} WHERE key = (SELECT min(key) FROM answers)"  # noqa: S608
    out = change(finished.parent / "out", damage, "DELETE FROM briefs")
    with scripted(sound) as server:
        state = run(finished, server)
        assert (state.done, state.failed, state.waiting, len(server.asked)) == (3, 1, 0, 1)
        assert state.set_aside
        change(out, "DELETE FROM briefs")
        assert run(finished, server).done == 3
        assert len(server.asked) == 1
    check_out(out, NAMES, failed=["bad.txt"])


def scribbled(journal):
    """Zeros over the second page, as a disk leaves them."""
    for name in ("-wal", "-shm"):
        journal.with_name(journal.name + name).unlink(missing_ok=True)
    with journal.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(4096 * 8))


def cut_in_half(journal):
    """As a copy that broke off."""
    with journal.open("r+b") as file:
        file.truncate(journal.stat().st_size // 2)


def something_else(journal):
    """A text."""
    journal.write_text("no database " * 1000, "utf-8")


def without_table(journal):
    """Somebody removed a table."""
    change(journal.parent, "DROP TABLE articles")


def of_the_future(journal):
    """A later release wrote it."""
    change(journal.parent, "PRAGMA user_version = 99")


@pytest.mark.parametrize("damage", [scribbled, cut_in_half, something_else, without_table, of_the_future])
def test_a_journal_that_cannot_be_read_is_said_in_a_line(finished, damage):
    """By each command that reads it; nothing of OUT is changed, and it is said what to do."""
    out = finished.parent / "out"
    damage(out / "summarizer.sqlite")
    before = {path: path.read_bytes() for path in (out / "briefs").rglob("*.json")}
    listed = (out / "briefs.jsonl").read_bytes()
    with scripted(sound) as server:
        with pytest.raises(BatchError, match=r"cannot be read|has version 99|no such table") as told:
            run(finished, server)
        assert "\n" not in str(told.value)
        named = ("--model", "scripted", "--base-url", server.base_url)
        if damage in {scribbled, of_the_future}:
            summarizer("status", out, code=1 if damage is scribbled else 0)
            summarizer("batch", finished, out, "--estimate", *named, code=1 if damage is scribbled else 0)
    assert {path: path.read_bytes() for path in (out / "briefs").rglob("*.json")} == before
    assert (out / "briefs.jsonl").read_bytes() == listed


@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_without_its_journal_the_lines_of_an_out_are_kept(finished, how):
    """Under another name: they may be of articles that are no longer there."""
    out = finished.parent / "out"
    listed = (out / "briefs.jsonl").read_bytes()
    for path in out.glob("summarizer.sqlite*"):
        path.unlink()
    if how == "emptied":
        (out / "summarizer.sqlite").touch()
    with scripted(sound) as server:
        assert run(finished, server).done == 3
    assert (out / "briefs.jsonl.earlier-1").read_bytes() == listed
    check_out(out, NAMES, failed=["bad.txt"])
