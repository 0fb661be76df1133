"""Briefs of French news articles by any model that llm knows: `llm brief FILE`, and two fragment loaders."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
import llm
import pydantic

from summarizer import SummarizerError, asummarize, read_article
from summarizer.articles.read import MAX_DOCUMENT, read_article_bytes
from summarizer.asking.profiles import HOSTED
from summarizer.marking.marked_article import mark
from summarizer.marking.whole_view import show_article
from summarizer.models.client import Model
from summarizer.models.faults import RequestFault
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.usage import Usage
from summarizer.models.wires import Ending, Outgoing
from summarizer.output.brief_files import read_brief
from summarizer.schemas.brief import Article, Brief

A = TypeVar("A", bound=pydantic.BaseModel)
ROLES = {"system": llm.system, "user": llm.user, "assistant": llm.assistant}
NO_SCHEMA = "Answer with one JSON object that fits this JSON Schema, and nothing else:\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model of llm answered: its text, and the tokens that it says it took."""

    text: str
    input_tokens: int
    output_tokens: int


@dataclass(frozen=True, slots=True)
class LlmWire:
    """A model of llm as the summarizer asks one. `options`: the model's own, as `-o` gives them."""

    model: Any
    key: str | None
    options: dict[str, Any]

    async def send(self, request: Outgoing) -> Answer:
        """Send a request in a thread: most plugins have no asynchronous model."""
        try:
            async with asyncio.timeout(request.timeout):
                return await asyncio.to_thread(self._ask, request)
        except TimeoutError as error:
            raise RequestFault(str(error), kind="late") from error
        except (llm.NeedsKeyException, pydantic.ValidationError) as error:
            raise RequestFault(str(error).split("\n")[0], kind="status", status=401) from error
        except llm.ModelError as error:
            raise RequestFault(str(error), kind="status", status=400) from error
        except Exception as error:  # each plugin has a client, and errors, of its own
            status = getattr(error, "status_code", None)
            kind = "status" if isinstance(status, int) else "unreachable"
            raise RequestFault(str(error), kind=kind, status=status) from error

    def _ask(self, request: Outgoing) -> Answer:
        messages = [ROLES[message["role"]](message["content"]) for message in request.messages]
        schema = request.answer_type.model_json_schema()
        if not self.model.supports_schema:
            messages.insert(1, llm.system(NO_SCHEMA + json.dumps(schema)))
        arguments: dict[str, Any] = {"messages": messages, "stream": False, **self.options}
        if self.model.supports_schema:
            arguments["schema"] = schema
        if self.model.needs_key:
            arguments["key"] = self.key
        response = self.model.prompt(**arguments)
        text = response.text()
        usage = response.usage()
        return Answer(text, usage.input or 0, usage.output or 0)

    def ending(self, completion: Answer) -> tuple[Ending, str]:
        """Return how an answer ended: llm does not say whether it was cut off, its JSON does."""
        text = completion.text
        start, end = text.find("{"), text.rfind("}")
        return ("whole", text[start : end + 1]) if 0 <= start < end else ("empty", text)

    def usage(self, completion: Answer) -> Usage:
        """Return what an answer took."""
        return Usage(calls=1, input_tokens=completion.input_tokens, output_tokens=completion.output_tokens)

    def logprobs(self, _completion: Answer) -> None:
        """Return nothing: llm has no probabilities."""
        return

    async def read(self, completion: Answer, answer_type: type[A]) -> A:
        """Read an answer into its type."""
        return answer_type.model_validate_json(self.ending(completion)[1])


async def make_brief(article: Article, model: Any, *, key: str | None, options: dict[str, Any]) -> Brief:
    """Return the brief of an article by a model of llm."""
    opened = Model(
        name=f"llm/{model.model_id}",
        host=None,
        profile=HOSTED,
        wire=LlmWire(model, key, options),
        limiter=ConcurrencyLimiter(HOSTED.concurrency),
        price=None,
    )
    return await asummarize(article, model=opened)


@llm.hookimpl
def register_commands(cli: click.Group) -> None:
    """Add `llm brief`."""

    @cli.command(name="brief")
    @click.argument("file", type=click.Path(allow_dash=True))
    @click.option("-m", "--model", "model_id", help="Model to use")
    @click.option(
        "options", "-o", "--option", type=(str, str), multiple=True, help="key/value options for the model"
    )
    @click.option("--key", help="API key to use")
    @click.option("--json", "form", flag_value="json", help="Write the brief as JSON")
    @click.option("--html", "form", flag_value="html", help="Write the brief as its evidence page")
    def brief(
        file: str,
        model_id: str | None,
        options: tuple[tuple[str, str], ...],
        key: str | None,
        form: str | None,
    ) -> None:
        """Write the brief of a French news article in English.

        Example: llm brief article.txt -m gpt-5.6-luna
        """
        try:
            model = llm.get_model(model_id or llm.get_default_model())
        except llm.UnknownModelError as error:
            raise click.ClickException(f"no such model: {error}") from error
        try:
            article = _read(file)
            made = asyncio.run(make_brief(article, model, key=_key(model, key), options=dict(options)))
        except SummarizerError as error:
            raise click.ClickException(str(error)) from error
        forms = {"json": lambda: made.model_dump_json(indent=2), "html": made.to_html}
        click.echo(forms.get(form or "", made.to_markdown)())


def _read(file: str) -> Article:
    if file == "-":
        return read_article_bytes(
            click.get_binary_stream("stdin").read(MAX_DOCUMENT + 1), source="standard input"
        )
    return read_article(file)


def _key(model: Any, given: str | None) -> str | None:
    """The key that llm knows for a model."""
    return llm.get_key(input=given, alias=model.needs_key, env=model.key_env_var) if model.needs_key else None


@llm.hookimpl
def register_fragment_loaders(register: Any) -> None:
    """Add `-f article:FILE` and `-f brief:FILE`."""
    register("article", load_article)
    register("brief", load_brief)


def load_article(file: str) -> llm.Fragment:
    """A French article (any kind of file) with ids, figures and quotations."""
    try:
        article = _read(file)
    except SummarizerError as error:
        raise ValueError(str(error)) from error
    return llm.Fragment(show_article(mark(article)), source=f"article:{file}")


def load_brief(file: str) -> llm.Fragment:
    """A brief's JSON as Markdown."""
    try:
        brief = read_brief(Path(file))
    except SummarizerError as error:
        raise ValueError(str(error)) from error
    return llm.Fragment(brief.to_markdown(), source=f"brief:{file}")
