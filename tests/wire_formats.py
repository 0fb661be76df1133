"""Sound answers in the formats of several providers: each request as `tests.sound` reads it, and back."""

import json

from tests.servers import Reply
from tests.sound import sound


def openai_structured(request):
    """Structured outputs: what `sound` speaks itself."""
    return sound(request)


def openai_tool(request):
    """A tool that must be called, as DeepSeek's server has it."""
    (tool,) = request["tools"]
    assert request["tool_choice"]["function"]["name"] == tool["function"]["name"]
    content = _content(request["messages"], tool["function"]["parameters"])
    call = {"id": "call_1", "type": "function", "function": {"name": "Answer", "arguments": content}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    return Reply(
        body={
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": "scripted",
            "choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}],
            "usage": {
                "prompt_tokens": 10,
                "completion_tokens": 5,
                "prompt_tokens_details": {"cached_tokens": 4},
                "completion_tokens_details": {"reasoning_tokens": 2},
            },
        }
    )


def anthropic_tool(request):
    """Anthropic's messages, with a tool that must be used."""
    (tool,) = request["tools"]
    assert request["tool_choice"]["name"] == tool["name"]
    assert all(message["role"] in {"user", "assistant"} for message in request["messages"])
    messages = [{"role": m["role"], "content": _words(m["content"])} for m in request["messages"]]
    content = json.loads(_content(messages, tool["input_schema"]))
    return Reply(body=anthropic_message({"type": "tool_use", "id": "t1", "name": "Answer", "input": content}))


def anthropic_message(*blocks, stop="tool_use"):
    """A message of Anthropic's server."""
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "scripted",
        "content": list(blocks),
        "stop_reason": stop,
        "stop_sequence": None,
        "usage": {
            "input_tokens": 3,
            "cache_read_input_tokens": 5,
            "cache_creation_input_tokens": 2,
            "output_tokens": 5,
        },
    }


def _words(content):
    return content if isinstance(content, str) else "".join(block["text"] for block in content)


def _content(messages, schema):
    """The JSON text of a sound answer to messages, in a schema."""
    asked = {"messages": messages, "response_format": {"json_schema": {"schema": schema}}}
    return sound(asked).body["choices"][0]["message"]["content"]
