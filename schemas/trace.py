"""A line of the trace (`--trace FILE`): one request to a model, its answer, and what the check found."""

from typing import Literal

from pydantic import AwareDatetime, Field

from summarizer.schemas.brief import Count, Record

TRACE_VERSION: Literal["1"] = "1"


class Message(Record):
    """A message of the request, as it was sent."""

    role: Literal["system", "user", "assistant"]
    content: str


class TraceLine(Record):
    """A request and its answer.

    `at` is when the line was written, with its time zone. `answer` is the text as it came.
    `findings` maps an entry of the answer to the reasons for which it is asked again; the name is empty if
    the reasons concern the whole answer. Keys of servers are replaced by `[key]`.
    """

    at: AwareDatetime
    model: str
    section: str
    messages: tuple[Message, ...]
    answer: str
    findings: dict[str, tuple[str, ...]]
    input_tokens: Count
    cached_tokens: Count
    output_tokens: Count
    seconds: float = Field(ge=0)
