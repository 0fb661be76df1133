"""A batch over feeds and addresses, and over a folder that contains other files, too."""

import pytest
from typer.testing import CliRunner

from summarizer.cli.batch import _seconds
from summarizer.cli.main import app
from tests.articles import BARE
from tests.batches import check_out, failures, lines, run, write
from tests.files import FILES, SECOND
from tests.pages import site
from tests.servers import scripted
from tests.sound import sound


@pytest.fixture
def local():
    """A site on this machine."""
    with site() as running:
        yield running


def done(state):
    """The figures that matter here."""
    return state.done, state.failed, state.waiting


def test_a_feed_is_taken_up_where_it_was_left(tmp_path, local):
    """Each article has its brief once; what is new is added, what failed is told by name."""
    feed = local.feed("/feed", local.page("/a"), local.page("/b", status=403))
    given = {"given": (feed,), "allow_private": True}
    with scripted(sound) as server:
        assert done(run(tmp_path / "in", server, **given)) == (1, 1, 0)
        (told,) = failures(tmp_path / "out").values()
        assert told[0] == "no article"
        assert "403" in told[1]
        asked = len(server.asked)
        page = FILES["a.html"].decode().replace(SECOND, "Le chantier a coûté 13 millions d'euros à la ville.")
        local.page("/b", page)
        assert done(run(tmp_path / "in", server, **given)) == (2, 0, 0)
        assert len(server.asked) > asked
        assert local.count("/a") == 1
    articles = [record["article"] for record in lines(tmp_path / "out" / "briefs.jsonl")]
    assert {article["site"] for article in articles} == {"Le Courrier de Brémont"}
    check_out(tmp_path / "out", [article["source"] for article in articles])


def test_an_address_that_is_private_fails_by_name(tmp_path, local):
    """Unless it is allowed."""
    with scripted(sound) as server:
        assert done(run(tmp_path / "in", server, given=(local.page("/a"),))) == (0, 1, 0)
    assert "private" in next(iter(failures(tmp_path / "out").values()))[1]
    assert local.asked == []


def test_what_contains_no_article_is_counted_and_listed(tmp_path):
    """Never left out in silence."""
    folder = write(
        tmp_path / "in", {"a.txt": BARE, "image.png": b"\x89PNG\r\n\x1a\n", "x/table.csv": "a;b\n1;2\n"}
    )
    with scripted(sound) as server:
        state = run(folder, server)
    assert (done(state), state.left_out) == ((1, 0, 0), 2)
    listed = (tmp_path / "out" / "left_out.txt").read_text("utf-8")
    assert [name in listed for name in ("image.png", "table.csv", "a.txt")] == [True, True, False]


def test_articles_of_one_file_are_several(tmp_path):
    """Each with a brief of its own."""
    records = "\n".join(f'{{"text": "Le bateau {n} part. {BARE.strip()}"}}' for n in range(3))
    folder = write(tmp_path / "in", {"all.json": f"[{records.replace(chr(10), ',')}]"})
    with scripted(sound) as server:
        assert done(run(folder, server)) == (3, 0, 0)
    check_out(tmp_path / "out", ["all.json-1", "all.json-2", "all.json-3"])


def test_twins_with_other_metadata_keep_their_own(tmp_path):
    """Identical texts share the answers, not the author."""
    text = BARE.strip()
    folder = write(
        tmp_path / "in",
        {f"{name}.json": f'{{"text": "{text}", "author": "{name} Roux"}}' for name in ("Jean", "Anne")},
    )
    with scripted(sound) as server:
        run(folder, server)
    briefs = lines(tmp_path / "out" / "briefs.jsonl")
    assert {tuple(record["article"]["authors"]) for record in briefs} == {("Jean Roux",), ("Anne Roux",)}


@pytest.mark.parametrize(("words", "seconds"), [("90s", 90), ("15m", 900), ("2h", 7200)])
def test_a_time_to_watch(words, seconds):
    """In seconds, minutes or hours."""
    assert _seconds(words) == seconds


@pytest.mark.parametrize("words", ["", "0m", "15", "m", "1d", "-5m"])
def test_no_time_to_watch(words, tmp_path):
    """Exit code 2 and a line."""
    shown = CliRunner().invoke(
        app, ["batch", str(tmp_path), str(tmp_path / "out"), "--watch", words, "--model", "local"]
    )
    assert shown.exit_code == 2 or words == ""


def test_watching_goes_on(tmp_path, local, monkeypatch):
    """The feed is asked again after the time given, and a new article has its brief."""
    feed = local.feed("/feed", local.page("/a"))
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) > 1:
            raise KeyboardInterrupt
        local.feed(
            "/feed",
            f"{local.url}/a",
            local.page("/b", FILES["a.html"].decode().replace(SECOND, "Le chantier est fini.")),
        )

    monkeypatch.setattr("summarizer.cli.batch._pause", sleep)
    with scripted(sound) as server:
        arguments = ["batch", feed, str(tmp_path / "out"), "--watch", "15m", "--allow-private", "-q"]
        model = ["--model", "m", "--base-url", server.base_url, "--profile", "hosted"]
        shown = CliRunner().invoke(app, [*arguments, *model])
    assert shown.exit_code == 130
    assert len(lines(tmp_path / "out" / "briefs.jsonl")) == 2
    assert all(0 < seconds <= 900 for seconds in slept)


def test_an_address_is_briefed(local):
    """By `brief`, as JSON, with what the page says of it."""
    with scripted(sound) as server:
        model = ["--model", "m", "--base-url", server.base_url, "--profile", "hosted"]
        shown = CliRunner().invoke(
            app, ["brief", local.page("/a"), "--allow-private", "-f", "json", "-q", *model]
        )
    assert shown.exit_code == 0, shown.stderr
    assert '"site": "Le Courrier de Brémont"' in shown.stdout


@pytest.mark.parametrize("name", FILES)
def test_mark_reads_every_kind(tmp_path, name):
    """As `brief` and `batch` do."""
    (tmp_path / name).write_bytes(FILES[name])
    shown = CliRunner().invoke(app, ["mark", str(tmp_path / name)])
    assert shown.exit_code == 0, shown.stderr
    assert "12,5 millions" in " ".join(shown.stdout.split())
