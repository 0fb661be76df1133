"""Addresses and keys that are none: a line at once, without the password or the key."""

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import ModelRefused
from summarizer.models import http_client, local
from tests.articles import BARE
from tests.attacks.bounds import bounded
from tests.servers import scripted
from tests.sound import sound


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No model and no key is set up."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "is_installed", lambda: False)


ADDRESSES = {
    "half an IPv6": "http://[::1/v1", "no host": "http:///v1", "no scheme": "localhost:8080/v1",
    "only a name": "gateway", "file": "file:///etc/passwd", "ftp": "ftp://h/v1", "port": "http://h:99999/v1",
    "words as port": "http://h:abc/v1", "port 0": "http://127.0.0.1:0/v1", "space": "http://h h/v1",
    "line": "http://h\n/v1", "null": "http://h\x00/v1", "user": "http://anna@127.0.0.1:9/v1",
    "password": "http://anna:gEheim-Wort@127.0.0.1:9/v1", "password of signs": "http://a:gEheim@Wort@h/v1",
    "password with a slash": "http://anna:gEheim/Wort@h/v1", "query": "http://h/v1?key=gEheim-Wort",
    "fragment": "http://h/v1#gEheim", "long label": f"http://{'a' * 64}.example/v1", "dots": "http://a..b/v1",
    "colour": "http://h\x1b[31m/v1", "percent": "http://%zz/v1", "blank": " ",
}  # fmt: skip


@pytest.mark.parametrize("command", ["brief", "doctor"])
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_that_is_none(tmp_path, address, command):
    """One line at once, and no password in it."""
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    arguments = [str(article), "--quiet"] if command == "brief" else []
    with bounded(seconds=5.0):
        done = CliRunner().invoke(app, [command, *arguments, "--model", "m", "--base-url", address])
    assert done.exit_code == 1
    assert "fault of this program" not in done.output
    assert command == "doctor" or done.stderr.count("\n") == 1
    assert "gEheim" not in done.output
    assert "\x1b" not in done.output
    assert "reach" not in done.output  # nobody was asked, so nobody was waited for


@pytest.mark.parametrize(
    "key", ["sk-abc\ndefgh123", "sk-ab\r\nX-Evil: 1", "clé-secrète", "a b c d e f", "k\x00ey12345"]
)
def test_a_key_that_is_none(monkeypatch, tmp_path, key):
    """One line at once, without the key."""
    if "\x00" in key:
        with pytest.raises(ModelRefused, match="the key contains"):
            http_client.check_key(key)
        return
    monkeypatch.setenv("SUMMARIZER_API_KEY", key)
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    with bounded(seconds=5.0):
        done = CliRunner().invoke(
            app, ["brief", str(article), "--quiet", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"]
        )
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "the key contains" in done.stderr
    assert key not in done.stderr


def test_a_key_with_a_line_break_at_its_end_works(monkeypatch, tmp_path):
    """As a file of a secret has it."""
    monkeypatch.setenv("SUMMARIZER_API_KEY", "sk-0123456789\n")
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    with scripted(sound) as server:
        named = ["--quiet", "--model", "m", "--base-url", server.base_url]
        assert CliRunner().invoke(app, ["brief", str(article), *named]).exit_code == 0
    assert server.headers[0]["authorization"] == "Bearer sk-0123456789"
