"""Servers that misbehave: every one is an error of ours in a line, within its time and in little memory."""

import asyncio
import gzip
import json
import math
import zlib
from contextlib import ExitStack

import pytest
from pydantic import BaseModel, ConfigDict
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import ModelError, ModelRefused
from summarizer.models import http_client, local, retry
from summarizer.models.choice import Choice, open_model
from summarizer.models.faults import retry_after
from summarizer.models.usage import Usage
from tests.articles import BARE
from tests.attacks.bounds import bounded
from tests.attacks.raw_servers import OK, drip, flood, raw, said
from tests.servers import Reply, completion, scripted
from tests.sound import sound, sound_answer

TIMEOUT = 0.6


class Capital(BaseModel):
    """What is asked for."""

    model_config = ConfigDict(extra="forbid")

    city: str


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """No key is set; waits between tries are short, and there are few tries."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ANTHROPIC_API_KEY", "ant-0123456789")
    monkeypatch.setattr(local, "is_installed", lambda: False)
    monkeypatch.setattr(retry, "LONGEST_WAIT", 0.01)
    again = retry.RetryPolicy._again

    def once(policy, state):
        policy.faults = 1
        return again(policy, state)

    monkeypatch.setattr(retry.RetryPolicy, "_again", once)


@pytest.fixture(params=["openai", "anthropic"])
def ask(request, monkeypatch):
    """Ask a server for a capital, as one of the two kinds of client does."""

    def asked(base_url):
        name = "m"
        if request.param == "anthropic":
            name = "anthropic/m"
            monkeypatch.setenv("ANTHROPIC_BASE_URL", base_url.removesuffix("/v1"))
        choice = Choice(
            name=name, why="", base_url=base_url if name == "m" else None, profile="hosted", timeout=TIMEOUT
        )
        usage = Usage()

        async def complete():
            async with open_model(choice) as model:
                question = [{"role": "user", "content": "The capital of France?"}]
                return await model.complete(question, Capital, max_tokens=20, usage=usage)

        return asyncio.run(complete()), usage

    return asked


def chunk(data):
    """Give a chunk of a body in chunks."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def bomb(compress):
    """A body of some kilobytes that is large when it is unpacked."""
    return compress(b" " * (64 << 20))


def compressed(encoding, body):
    """Say a compressed body."""
    return said(OK + b"content-encoding: %s\r\ncontent-length: %d\r\n\r\n" % (encoding, len(body)), body)


MANY = b"x-%d: " + b"y" * 200 + b"\r\n"
WIRES = {
    "a byte now and then": lambda: drip(OK + b"content-length: 100000\r\n\r\n{"),
    "slow chunks": lambda: drip(OK + b"transfer-encoding: chunked\r\n\r\n", chunk(b" ")),
    "slow headers": lambda: drip(b"HTTP/1.1 200 OK\r\n", b"a: b\r\n"),
    "slow status": lambda: drip(b"HTTP/1.1 2", b"0"),
    "nothing": lambda: drip(b"", b""),
    "endless body": lambda: flood(OK + b"\r\n", b" " * 65536),
    "endless chunks": lambda: flood(OK + b"transfer-encoding: chunked\r\n\r\n", chunk(b" " * 65536)),
    "endless headers": lambda: flood(OK, MANY * 100),
    "endless line": lambda: flood(b"HTTP/1.1 200 ", b"O" * 65536),
    "endless continue": lambda: flood(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    "gzip bomb": lambda: compressed(b"gzip", bomb(gzip.compress)),
    "deflate bomb": lambda: compressed(b"deflate", bomb(zlib.compress)),
    "bomb in a bomb": lambda: compressed(b"gzip, gzip", gzip.compress(bomb(gzip.compress))),
    "no gzip": lambda: compressed(b"gzip", b"{}"),
    "unknown encoding": lambda: compressed(b"rot13", b"{}"),
    "too long a length": lambda: said(OK + b"content-length: 99999999999\r\n\r\n{}"),
    "a length below zero": lambda: said(OK + b"content-length: -5\r\n\r\n{}"),
    "two lengths": lambda: said(OK + b"content-length: 2\r\ncontent-length: 5\r\n\r\n{}"),
    "broken chunks": lambda: said(OK + b"transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
    "a huge chunk": lambda: said(OK + b"transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n{}"),
    "no HTTP": lambda: said(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "TLS": lambda: said(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    "closed": lambda: said(b""),
    "half a head": lambda: said(b"HTTP/1.1 200 OK\r\ncontent-ty"),
    "status 0": lambda: said(b"HTTP/1.1 000 X\r\ncontent-length: 0\r\n\r\n"),
    "status 999": lambda: said(b"HTTP/1.1 999 X\r\ncontent-length: 0\r\n\r\n"),
    "status 204": lambda: said(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "switching": lambda: said(b"HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\n\r\n"),
    "null bytes": lambda: said(OK + b"a: b\x00c\r\ncontent-length: 2\r\n\r\n{}"),
}


@pytest.mark.parametrize("speak", WIRES.values(), ids=WIRES)
def test_bytes_that_are_no_answer(monkeypatch, ask, speak):
    """A line, soon, and in little memory."""
    monkeypatch.setattr(http_client, "LARGEST_REPLY", 4 << 20)
    with raw(speak()) as server, bounded(seconds=8.0, megabytes=150), pytest.raises(ModelError) as caught:
        ask(server.base_url)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 600


def message(**fields):
    """A completion with one choice of these fields."""
    return {"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **fields}}]}


SOUND = '{"city": "Paris"}'
DEEP = b"[" * 100_000
BODIES = {
    "nothing": b"", "null": b"null", "a list": b"[]", "a string": b'"x"', "a number": b"7", "true": b"true",
    "HTML": b"<html>502</html>", "half": b'{"choices": [', "no UTF-8": b'{"choices": "\xff\xfe"}',
    "UTF-16": '{"choices": []}'.encode("utf-16"), "deep": DEEP, "deep objects": b'{"a":' * 50_000,
    "deep content": json.dumps(completion("[" * 100_000)).encode(),
    "a long number": b'{"choices": ' + b"9" * 100_000 + b"}",
    "a long number inside": json.dumps(completion('{"city": ' + "9" * 100_000 + "}")).encode(),
    "NaN": b'{"choices": NaN}', "events": b'data: {"choices": []}\n\ndata: [DONE]\n',
    "empty": {}, "choices null": {"choices": None}, "choices words": {"choices": "many"},
    "choices object": {"choices": {"0": {}}},
    "choice null": {"choices": [None]}, "choice word": {"choices": ["x"]},
    "choice list": {"choices": [[]]}, "message null": {"choices": [{"message": None}]},
    "message word": {"choices": [{"message": "x"}]}, "no message": {"choices": [{}]},
    "content number": message(content=7), "content list": message(content=["x"]),
    "content object": message(content={"city": "Paris"}), "content null": message(content=None),
    "content blank": message(content=" \n"), "refusal object": message(content=SOUND, refusal={"a": 1}),
    "refusal list": message(content=SOUND, refusal=["no"]),
    "calls word": message(content=None, tool_calls="x"),
    "call null": message(content=None, tool_calls=[None]),
    "no function": message(content=None, tool_calls=[{}]),
    "finish number": {"choices": [{"finish_reason": 7, "message": {"content": SOUND}}]},
    "error in 200": {"error": {"message": "no \x1b[31mmodel", "code": 500}},
    "error word": {"error": "no model"}, "another type": completion('{"town": 1}'),
    "many fields": completion(json.dumps({f"x{n}": n for n in range(20_000)})),
    "a long field": completion(json.dumps({"x" * 1_000_000: 1})),
    "repeated": completion('{"city": "a", "city": ["b"]}'), "two answers": completion(f"{SOUND}{SOUND}"),
    "surrogates": json.dumps(completion('{"city": "\ud800"}')).encode(),
    "content words": {"type": "message", "content": "x", "stop_reason": "end_turn"},
    "block null": {"type": "message", "content": [None]}, "block word": {"type": "message", "content": ["x"]},
    "text number": {"type": "message", "content": [{"type": "text", "text": 7}]},
    "input word": {"type": "message", "content": [{"type": "tool_use", "name": "Capital", "input": "x"}]},
    "input null": {"type": "message", "content": [{"type": "tool_use", "name": "Capital", "input": None}]},
    "no type": {"type": "message", "content": [{"text": "x"}]},
}  # fmt: skip


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_json_that_is_no_answer(ask, body):
    """Whatever is in it, the error is ours."""
    with scripted(Reply(body=body)) as server, bounded(seconds=8.0, megabytes=200):
        with pytest.raises(ModelError) as caught:
            ask(server.base_url)
        assert str(caught.value) == " ".join(str(caught.value).split("\n"))
        assert "\x1b" not in str(caught.value)
        assert len(str(caught.value)) < 600


COUNTS = [10**30, -5, "many", "12", 1.5, math.inf, True, None, [], {"a": 1}, 2**63, 10**400]


@pytest.mark.parametrize("count", COUNTS, ids=lambda count: str(count)[:12])
def test_counts_that_are_none(tmp_path, count):
    """The answer is used, and its usage counts as nothing, so every table and database takes it."""
    usage = {
        "prompt_tokens": count,
        "completion_tokens": count,
        "prompt_tokens_details": {"cached_tokens": count},
        "completion_tokens_details": count,
    }
    words = json.dumps(usage, allow_nan=True).replace("Infinity", "1e999")

    def answer(request):
        body = completion(json.dumps(sound_answer(request)))
        del body["usage"]
        return Reply(body=(json.dumps(body)[:-1] + f', "usage": {words}}}').encode())

    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    with scripted(answer) as server, bounded():
        named = ["--model", "m", "--base-url", server.base_url, "--quiet", "--format", "json"]
        done = CliRunner().invoke(app, ["brief", str(article), *named])
        assert done.exit_code == 0, done.output
    made = json.loads(done.stdout)["provenance"]
    assert made["calls"] > 0
    told = {"12": 12, "True": 1}.get(str(count), 0)  # which are numbers, if oddly written
    assert {made["tokens_in"], made["tokens_out"], made["tokens_cached"]} <= {0, told * made["calls"]}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("same", [False, True], ids=["another host", "the same host"])
def test_no_article_is_sent_on(ask, status, same):
    """A redirect is refused at once, and told with where it leads."""
    with ExitStack() as stack:
        other = stack.enter_context(scripted(sound))
        there = "/elsewhere" if same else f"{other.base_url}/chat/completions"
        here = stack.enter_context(scripted(Reply(status=status, headers={"location": there})))
        with pytest.raises(ModelRefused, match="redirects to") as caught:
            ask(here.base_url)
        assert there in str(caught.value)
        assert (len(here.asked), len(other.asked)) == (1, 0)


def test_a_wrong_answer_of_megabytes_is_not_sent_back(tmp_path):
    """It is too long for the tokens that were asked for: the question is asked again without it."""
    article = tmp_path / "a.txt"
    article.write_text(BARE, encoding="utf-8")
    with scripted(Reply(body=completion("x" * 5_000_000))) as server, bounded(megabytes=400):
        named = ["--model", "m", "--base-url", server.base_url, "--profile", "hosted"]
        done = CliRunner().invoke(app, ["brief", str(article), *named])
    assert done.exit_code == 1
    assert "too many for" in done.stderr or "too long" in done.stderr
    assert max(len(json.dumps(request)) for request in server.asked) < 200_000


@pytest.mark.parametrize(
    "value",
    ["nan", "inf", "-inf", "1e400", "-7", "soon", "", "0x10", "9" * 5000, "Fri, 31 Dec 9999 23:59:59 GMT",
     "Mon, 99 Foo 0000 99:99:99", "Thu, 01 Jan 1970 00:00:00 GMT", "١٢"],
)  # fmt: skip
def test_a_wait_that_is_none(value):
    """`Retry-After` gives seconds that can be waited, or nothing."""
    seconds = retry_after({"retry-after": value})
    assert seconds is None or (math.isfinite(seconds) and seconds >= 0)


@pytest.mark.parametrize("value", ["nan", "inf", "1e400", "-7", "999999999999"])
def test_a_server_that_asks_for_too_long_a_wait(ask, value):
    """It is asked again after the longest wait of ours."""
    with scripted(Reply(status=429, body={}, headers={"retry-after": value})) as server:
        with bounded(seconds=5.0), pytest.raises(ModelRefused):
            ask(server.base_url)
        assert len(server.asked) == 2


def test_probabilities_that_are_none():
    """Of any form: the answer is used without them."""
    wrong: tuple[object, ...] = (
        "x",
        [None],
        [{"token": 1}],
        [{"token": "a", "logprob": "b"}],
        {"a": 1},
        [[]],
    )
    for content in wrong:
        body = completion(SOUND)
        body["choices"][0]["logprobs"] = {"content": content}

        async def complete(base_url):
            async with open_model(Choice(name="m", why="", base_url=base_url, timeout=5.0)) as model:
                question = [{"role": "user", "content": "The capital of France?"}]
                return await model.complete(question, Capital, max_tokens=20)

        with scripted(Reply(body=body)) as server:
            assert asyncio.run(complete(server.base_url)).logprobs is None
