"""The MCP server: tools that write, check and mark, and the briefs as resources. mcp is imported here alone.

The official SDK, not fastmcp 3: the SDK is what the protocol's authors keep up, and five tools need no more.
"""

import asyncio
import io
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar, cast

import anyio
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult, Resource, TextContent, ToolAnnotations
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import Field

from summarizer.asking.templates import package_version
from summarizer.errors import SummarizerError
from summarizer.output.render.digest_markdown import digest_to_markdown
from summarizer.output.render.markdown import to_markdown
from summarizer.schemas.brief import Brief
from summarizer.serve.article_marks import Figures, Findings, Quotations
from summarizer.serve.service import Service
from summarizer.serve.stdin import TOO_LARGE, BoundedLines, give_up, take_stdin, take_stdout

T = TypeVar("T")
INVALID_REQUEST = -32600
LISTED = 500
"""Briefs that are listed as resources, at most; the others are read by their id."""
SHOWN = 60_000
"""Characters of a digest that are shown; a filter gives less."""
INSTRUCTIONS = (
    "Briefs of French news articles in English. Figures and French quotations are the article's own "
    "characters; every statement names the French it rests on. `brief` needs a model and takes a while; "
    "the others do not. Give the article's text as it is, with its title in the first line."
)
ENVELOPE = {
    "io.modelcontextprotocol/protocolVersion": MODERN_PROTOCOL_VERSIONS[-1],
    "io.modelcontextprotocol/clientCapabilities": {},
}
"""What the protocol wants of every request since 2026-07; the one that replaces another has it as well."""
ReadOnly = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

ArticleText = Annotated[str, Field(description="the text of a French news article, its title first")]
FrenchText = Annotated[str, Field(description="French text")]


class BriefServer(MCPServer[Any]):
    """An MCP server over a service; the briefs of the shelf are its resources."""

    def __init__(self, service: Service) -> None:
        super().__init__(
            "summarizer", instructions=INSTRUCTIONS, version=package_version(), log_level="WARNING"
        )
        self._service = service
        self.middleware.append(_refuse_too_large(service.limits.bytes))
        self._add_tools()
        self.resource("brief://{id}", name="brief", mime_type="application/json", title="A brief as JSON")(
            self._brief_resource
        )

    async def run_stdio_async(self) -> None:
        """Serve over standard input and output until the client hangs up."""
        server = self._lowlevel_server
        bounded = BoundedLines(take_stdin(), 2 * self._service.limits.bytes, meta=ENVELOPE)
        lines = cast("anyio.AsyncFile[str]", bounded)  # the SDK does no more than take its lines
        out = take_stdout()
        try:
            async with stdio_server(
                stdin=lines, stdout=anyio.wrap_file(io.TextIOWrapper(out, encoding="utf-8"))
            ) as (read, write):
                await server.run(read, write, server.create_initialization_options())
        except* BrokenPipeError:  # the client has gone while it was answered
            give_up(out)
        finally:
            await self._service.close()

    async def list_resources(self) -> list[Resource]:
        """List the briefs that were made here and those of the folder."""
        listed = await asyncio.to_thread(self._service.shelf.listed)
        return [
            Resource(
                uri=f"brief://{each.id}",
                name=each.headline or each.id,
                description=each.source or None,
                mime_type="application/json",
            )
            for each in listed[:LISTED]
        ]

    async def _brief_resource(self, id: str) -> str:  # noqa: A002 - the name in the address
        try:
            brief = await self._service.find(id)
        except SummarizerError as error:
            raise ResourceError(str(error)) from error
        if brief is None:
            raise ResourceNotFoundError(f"there is no brief {id!r}; list the resources")
        return brief.model_dump_json()

    def _add_tools(self) -> None:
        service = self._service

        @self.tool(annotations=ReadOnly.model_copy(update={"open_world_hint": True}))
        async def brief(article: ArticleText, ctx: Context[Any, Any]) -> Annotated[CallToolResult, Brief]:
            """Write the brief of a French news article in English: headline, key points, figures,
            stakeholders, disputes and quotes, each with the French that it rests on.
            """
            with _Told(ctx) as progress:
                made = await _told(service.brief(article, progress=progress))
            return CallToolResult(
                content=[TextContent(type="text", text=to_markdown(made))],
                structured_content=made.model_dump(mode="json"),
            )

        @self.tool(annotations=ReadOnly)
        async def check_statement(
            english: Annotated[str, Field(description="an English statement")],
            french: Annotated[str, Field(description="the French text that it should be true to")],
            article: Annotated[str | None, Field(description="the whole French article, if known")] = None,
        ) -> Findings:
            """Check whether an English statement is true to a French text: numbers, units, names, dates,
            negation, direction. `sound` means that no rule objects, not that it must be true.
            """
            return await _told(service.check(english, french, article))

        @self.tool(annotations=ReadOnly)
        async def find_figures(text: FrenchText) -> Figures:
            """Find the figures of a French text, with value, unit, qualifier and English form."""
            return await _told(service.figures(text))

        @self.tool(annotations=ReadOnly)
        async def find_quotations(text: FrenchText) -> Quotations:
            """Find the quotations of a French text and who says them, where the syntax shows it."""
            return await _told(service.quotations(text))

        @self.tool(annotations=ReadOnly, structured_output=False)
        async def digest(
            since: Annotated[str | None, Field(description="events seen on this day or later")] = None,
            about: Annotated[str | None, Field(description="events that name somebody")] = None,
            event: Annotated[str | None, Field(description="one event, by number or id")] = None,
        ) -> str:
            """Say what the briefs of the server's folder tell together: events, figures that differ between
            papers, who said what.
            """
            found = await _told(service.digest(since=since, about=about, event=event))
            text = await asyncio.to_thread(digest_to_markdown, found)
            cut = "\n\n(cut off: narrow it with since, about or event)"
            return text if len(text) <= SHOWN else text[:SHOWN] + cut


async def _told(work: Awaitable[T]) -> T:
    """Await work; an error of this package reaches the client as the tool's answer."""
    try:
        return await work
    except SummarizerError as error:
        raise ToolError(str(error)) from error


class _Told:
    """Progress that the client is told: so many questions answered of so many."""

    def __init__(self, context: Context[Any, Any]) -> None:
        self._context = context
        self._tasks: set[asyncio.Task[None]] = set()

    def __enter__(self) -> Callable[[str, int, int], None]:
        return self._tell

    def __exit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()

    def _tell(self, section: str, done: int, total: int) -> None:
        task = asyncio.ensure_future(self._context.report_progress(done, total, section))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _refuse_too_large(most: int) -> Any:
    """What answers a message that was too long to be read; see `stdin`."""

    async def middleware(ctx: Any, call_next: Callable[[Any], Awaitable[Any]]) -> Any:
        if ctx.method == TOO_LARGE:
            raise MCPError(
                code=INVALID_REQUEST, message=f"the message is too large; send {most:,} bytes at most"
            )
        return await call_next(ctx)

    return middleware
