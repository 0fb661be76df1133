"""The MCP server, spoken to by the SDK's own client over standard input and output."""

import asyncio
import io
import json
import os
import re
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytest.importorskip("mcp", reason="NO MCP TESTED: pip install 'grounded-summarizer[mcp]'")

from mcp import Client, MCPError, StdioServerParameters

from summarizer.schemas.brief import Brief
from summarizer.serve.stdin import TOO_LARGE, BoundedLines
from tests.articles import STORY

FRENCH = "Le groupe a payé 2,4 millions d'euros comptant."
ROOT = Path(__file__).parents[2]
PROGRAM = "from summarizer.cli.main import main; main()"


@asynccontextmanager
async def connected(*options):
    """Start the command and connect the SDK's client to it."""
    arguments = ["-c", PROGRAM, "serve", "mcp", *map(str, options)]
    async with Client(StdioServerParameters(command=sys.executable, args=arguments)) as client:
        yield client


def test_tools_answer(folder, model_options):
    """Each of them, in one session; they say what they take."""

    async def session():
        async with connected("--briefs", folder, *model_options) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert set(tools) == {
                "brief", "check_statement", "find_figures", "find_quotations", "digest",
            }  # fmt: skip
            assert all(tool.description and tool.input_schema["properties"] for tool in tools.values())
            brief = await client.call_tool("brief", {"article": STORY})
            wrong, right = [
                await client.call_tool("check_statement", {"english": words, "french": FRENCH})
                for words in ("It paid €3 million.", "It paid €2.4 million.")
            ]
            figures = await client.call_tool("find_figures", {"text": FRENCH})
            quotations = await client.call_tool("find_quotations", {"text": STORY})
            digest = await client.call_tool("digest", {})
            return brief, wrong, right, figures, quotations, digest

    brief, wrong, right, figures, quotations, digest = asyncio.run(session())
    made = Brief.model_validate(brief.structured_content)
    assert made.article.title == STORY.splitlines()[0]
    assert "€2.4 million" in brief.content[0].text
    assert [found["code"] for found in wrong.structured_content["findings"]] == ["number"]
    assert right.structured_content == {"sound": True, "findings": []}
    assert figures.structured_content["figures"][0]["en"] == "€2.4 million"
    assert {found["speaker"] for found in quotations.structured_content["quotations"]} >= {"Marie Kervadec"}
    assert "Kerlann" in digest.content[0].text


def test_the_documented_example_runs(tmp_path):
    """As docs/serve.md has it, with `summarizer` on the path."""
    command = tmp_path / "summarizer"
    command.write_text(f"#!{sys.executable}\nimport sys; sys.path.insert(0, {str(ROOT)!r})\n{PROGRAM}\n")
    command.chmod(0o755)
    page = (ROOT / "docs/serve.md").read_text("utf-8")
    example = next(code for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "mcp" in code)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [sys.executable, "-c", example],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "2,4 millions d'euros" in done.stdout


def test_briefs_are_resources(folder, known_id):
    """Those of the folder are listed and read; files that are none are left out."""

    async def session():
        async with connected("--briefs", folder) as client:
            listed = (await client.list_resources()).resources
            read = await client.read_resource(f"brief://{known_id}")
            with pytest.raises(MCPError, match="there is no brief 'nonsense'"):
                await client.read_resource("brief://nonsense")
            return listed, read

    listed, read = asyncio.run(session())
    assert [str(resource.uri) for resource in listed] == [f"brief://{known_id}"]
    assert Brief.model_validate_json(read.contents[0].text).article.source == "kerlann.fr.txt"


FAULTS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("brief", {"article": STORY}, "no model is set up"),
    ("brief", {"article": "  "}, "no model is set up"),
    ("digest", {}, "--briefs OUT"),
    ("find_figures", {"text": "é" * 1_000_001}, "2,000,002 bytes; send 2,000,000 at most"),
    ("find_figures", {}, "text"),
    ("nonsense", {}, "nonsense"),
)
NO_MODEL = f"from summarizer.models import local; local.is_installed = lambda: False; {PROGRAM}"


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_faults_are_answers(mode):
    """A tool that fails says why in its answer, 100 MB are refused as they come, and the session goes on."""
    started = StdioServerParameters(command=sys.executable, args=["-c", NO_MODEL, "serve", "mcp"])

    async def session():
        async with Client(started, mode=mode) as client:
            for tool, arguments, words in FAULTS:
                failed = await client.call_tool(tool, arguments)
                assert failed.is_error
                [told] = failed.content
                assert told.type == "text"
                assert words in told.text
            with pytest.raises(MCPError, match="too large; send 2,000,000 bytes at most"):
                await client.call_tool("find_figures", {"text": "a" * 100_000_000})
            return await client.call_tool("find_figures", {"text": FRENCH})

    assert asyncio.run(session()).structured_content["figures"]


def test_a_client_that_goes_is_no_fault():
    """It hangs up while it is answered: the server ends without a word."""
    hello = {
        "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a test", "version": "1"},
    }  # fmt: skip
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}
    command = [sys.executable, "-c", PROGRAM, "serve", "mcp"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        server.stdout.close()
        server.stdin.write(json.dumps(asked).encode() + b"\n")
        server.stdin.close()
        said = server.stderr.read().decode()
        assert (server.wait(60), said) == (0, "")


def lines_of(data, most):
    """Give the lines of bytes, as the server reads them."""

    async def read():
        return [line async for line in BoundedLines(io.BytesIO(data), most, meta={})]

    return asyncio.run(read())


LONG = "x" * 300_000


@pytest.mark.parametrize(
    ("message", "identity"),
    [
        (f'{{"jsonrpc":"2.0","id":7,"method":"m","params":{{"id":9,"t":"{LONG}"}}}}', 7),
        (f'{{"method":"m","jsonrpc":"2.0","id":"a\\"b","params":{{"t":"{LONG}"}}}}', 'a"b'),
        (f'{{"method":"m","params":{{"id":9,"t":"{LONG}"}},"jsonrpc":"2.0","id":7}}', 7),
        (f'{{"method":"m","params":{{"t":"{LONG}"}},"id":7,"jsonrpc":"2.0"}}', 7),
        (f'{{"jsonrpc":"2.0","method":"m","params":{{"id":9,"t":"{LONG}"}}}}', None),
        (LONG, None),
    ],
    ids=["id first", "text id", "id last", "id before version", "notification", "no JSON"],
)
def test_a_long_line_is_replaced(message, identity):
    """By a request that fails, with the same id; the lines around it stay."""
    first, middle, last = lines_of(f'{{"a":1}}\n{message}\n{{"b":2}}\n'.encode(), 1000)
    assert (first, last) == ('{"a":1}\n', '{"b":2}\n')
    refused = json.loads(middle)
    assert refused["method"] == TOO_LARGE
    assert refused.get("id") == identity
