"""Spans of briefs and requests, in OpenTelemetry's in-memory exporter; nothing where it is not installed."""

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import ModelRefused
from summarizer.pipeline import asummarize
from tests.articles import STORY
from tests.servers import Reply, scripted
from tests.sound import chosen, sound

WHY = "NO SPANS TESTED: pip install 'grounded-summarizer[otel]'"
sdk = pytest.importorskip("opentelemetry.sdk.trace", reason=WHY)
export = pytest.importorskip("opentelemetry.sdk.trace.export", reason=WHY)
memory = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter", reason=WHY)
api = pytest.importorskip("opentelemetry.trace", reason=WHY)


@pytest.fixture(scope="module")
def exporter():
    """Give an exporter that keeps all spans of this process from now on."""
    kept = memory.InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(kept))
    api.set_tracer_provider(provider)
    return kept


def spans_of(exporter, reply):
    """Make a brief of a model that gives this reply; give the spans, in the order of their ends."""
    exporter.clear()
    error = None
    with scripted(reply) as server:
        try:
            asyncio.run(asummarize(STORY, model=chosen(server, "hosted")))
        except ModelRefused as refused:
            error = refused
    return exporter.get_finished_spans(), error


def test_a_request_is_a_span_within_its_brief(exporter):
    """By the conventions: operation, model, server, tokens; no words of the article or the answer."""
    (request, brief), _ = spans_of(exporter, sound)
    assert (request.name, brief.name) == ("chat scripted", "summarizer.brief")
    assert request.parent.span_id == brief.context.span_id
    assert request.kind.name == "CLIENT"
    told = dict(request.attributes)
    assert told == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "summarizer",
        "gen_ai.request.model": "scripted",
        "gen_ai.request.max_tokens": 6000,
        "gen_ai.output.type": "json",
        "gen_ai.usage.input_tokens": 10,
        "gen_ai.usage.output_tokens": 5,
        "gen_ai.usage.cache_read.input_tokens": 0,
        "server.address": told["server.address"],
        "summarizer.section": "whole",
    }
    assert told["server.address"].startswith("127.0.0.1")


def test_a_fault_is_named_by_its_type(exporter):
    """Its message, which may quote an answer, is not in the span."""
    spans, error = spans_of(exporter, Reply(status=401, body={"error": {"message": "secret words"}}))
    assert error is not None
    for span in spans:
        assert span.attributes["error.type"] == "ModelRefused"
        assert span.status.status_code.name == "ERROR"
        assert "secret" not in span.to_json()
    assert [span.name for span in spans] == ["chat scripted", "summarizer.brief"]


def test_without_it_nothing_happens():
    """A program without opentelemetry makes its briefs as before.

    Nor does it load Anthropic's client, which takes more than a second, for a model of another provider.
    """
    program = f"""
import asyncio, sys
sys.modules["opentelemetry"] = None
from summarizer.pipeline import asummarize
from tests.servers import scripted
from tests.sound import chosen, sound
with scripted(sound) as server:
    print(asyncio.run(asummarize({STORY!r}, model=chosen(server, "hosted"))).provenance.calls)
    print("anthropic" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["1", "False"]


def test_the_documented_example_runs(tmp_path):
    """As docs/serve.md has it, with another model; it prints its spans."""
    root = Path(__file__).parents[1]
    page = (root / "docs" / "serve.md").read_text("utf-8")
    example = next(code for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "trace" in code)
    (tmp_path / "article.txt").write_text(STORY, "utf-8")
    with scripted(sound) as server:
        model = f'Choice(name="scripted", why="a test", base_url={server.base_url!r}, profile="hosted")'
        start = (
            f"import sys; sys.path.insert(0, {str(root)!r})\nfrom summarizer.models.choice import Choice\n"
        )
        ran = subprocess.run(
            [sys.executable, "-c", start + example.replace('"local"', model)],
            cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert re.findall(r'^    "name": "(.+)"', ran.stdout, re.MULTILINE) == [
        "chat scripted",
        "summarizer.brief",
    ]
