"""Runs through a provider's batches: limits of money, bad input, the command line."""

import json
import shlex
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import BatchError, ModelRefused
from summarizer.pipeline import Options
from tests.articles import STORY
from tests.batches import TEXTS, write
from tests.engines.provider_runs import ANTHROPIC, OPENAI, many
from tests.engines.provider_server import provider_server

ROOT = Path(__file__).parents[2]


def test_a_limit_of_money_holds_for_batches(go, folder):
    """No more is submitted than could be paid; what fits is done, and the rest waits."""
    many(folder, 4)
    with provider_server() as server:
        status = go(server, max_cost=Decimal("0.02"))
        assert status.done > 0
        assert all(len(made.requests) < 4 for made in server.batches.values())
        stopped = go(
            server, max_cost=Decimal("0.001"), given=(str(write(folder.parent / "more", {"z.txt": STORY})),)
        )
    assert "--max-cost $0.001 would be passed" in stopped.stopped


def test_bad_input_is_one_clear_line(go, folder, monkeypatch):
    """A model without batches, a missing key, OUT of another model, a server without batches."""
    with provider_server(looks=10) as server:
        server.before = lambda _method, _path: 404
        with pytest.raises(BatchError, match=r"has no batches \(404\); leave --via out"):
            go(server)
        server.before = lambda _method, _path: 401
        with pytest.raises(ModelRefused, match="the key is missing or not valid"):
            go(server)
        server.before = lambda _method, _path: None
        assert go(server, collect=True).waiting == 4
        with pytest.raises(BatchError, match=f"a batch under way of '{OPENAI}'"):
            go(server, ANTHROPIC)
        with pytest.raises(BatchError, match="asks one model"):
            go(server, options=Options(second_reader="openai/other"))
        asked = ["batch", str(folder), str(folder.parent / "out"), "--model", OPENAI]
        ordinary = CliRunner().invoke(app, asked)
        assert ordinary.exit_code == 1
        assert "has a batch under way at the provider; add --via openai-batch" in ordinary.stderr
        monkeypatch.delenv("OPENAI_API_KEY")
        keyless = CliRunner().invoke(app, [*asked, "--via", "openai-batch"])
        assert "needs a key: set OPENAI_API_KEY" in keyless.stderr
        assert len(server.batches) == 1
    for model, words in (("mistral/large", "--via openai-batch is for openai/"), ("local", "is for openai/")):
        shown = CliRunner().invoke(
            app, [*asked[:2], str(folder.parent / "o"), "-m", model, "--via", "openai-batch"]
        )
        assert (shown.exit_code, words in shown.stderr) == (1, True)
    for options in (
        ["--collect"],
        ["--via", "openai-batch", "--watch", "1h"],
        ["--via", "openai-batch", "--service-tier", "flex"],
    ):
        assert CliRunner().invoke(app, [*asked, *options]).exit_code == 2


@pytest.mark.usefixtures("go")
def test_the_estimate_has_half_the_price(folder, monkeypatch):
    """Of batches, and of flex."""
    with provider_server(looks=0) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        command = ["batch", str(folder), str(folder.parent / "out"), "--model", OPENAI]
        costs = [
            json.loads(
                next(line for line in shown.stdout.splitlines() if line.startswith("cost"))[7:].split(";")[0]
            )
            for options in ([], ["--via", "openai-batch"], ["--service-tier", "flex"])
            if (shown := CliRunner().invoke(app, [*command, "--estimate", *options])).exit_code == 0
        ]
    assert costs[1] == costs[2] == pytest.approx(costs[0] / 2, abs=1e-4)


@pytest.mark.usefixtures("go")
def test_the_page_shows_what_the_command_says(tmp_path, monkeypatch):
    """Each command of docs/provider-batches.md, one after the other, and the lines that it shows."""
    write(tmp_path / "articles", TEXTS)
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "provider-batches.md").read_text("utf-8")
    shown = page.partition("```console\n")[2].partition("```")[0].split("$ ")[1:]
    with provider_server(looks=0) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        for command, *printed in (each.splitlines() for each in shown):
            done = CliRunner().invoke(app, shlex.split(command)[1:])
            assert [line for line in done.stderr.splitlines() if line in printed] == printed
    assert done.exit_code == 0
