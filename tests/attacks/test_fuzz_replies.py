"""Any JSON in place of an answer or of a part of a brief: it is read, or refused with an error of ours."""

import asyncio
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from summarizer.errors import ModelError, SummarizerError
from summarizer.models import retry
from summarizer.models.choice import Choice, open_model
from summarizer.output.brief_files import parse_brief
from summarizer.output.export import rows
from summarizer.output.render import to_markdown, to_text
from tests.attacks.bounds import bounded
from tests.briefs import make_brief
from tests.servers import Reply, completion, scripted

HUGE = [10**400, -(10**30), 2**63, "1E+999999999", "x" * 5000]
LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
LEAF |= st.sampled_from([*HUGE, "NaN", "\x1b]0;x\x07", "\u202e", "=1+1", ""])
KEYS = st.text(max_size=8)
ANY = st.recursive(LEAF, lambda part: st.lists(part, max_size=3) | st.dictionaries(KEYS, part, max_size=3))
SOUND_BRIEF = json.loads(make_brief().model_dump_json())
SOUND_REPLY = completion('{"city": "Paris"}') | {"usage": {"prompt_tokens": 1, "completion_tokens": 1}}


def places(value, path=()):
    """Give the path of every part of a JSON value."""
    yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from places(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value[:2]):
            yield from places(part, (*path, number))


def changed(whole, path, part):
    """Give a JSON value with another part at a path."""
    if not path:
        return part
    copy = json.loads(json.dumps(whole))
    inner = copy
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = part
    return copy


class Capital(BaseModel):
    """What is asked for."""

    model_config = ConfigDict(extra="forbid")

    city: str


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(path=st.sampled_from(list(places(SOUND_BRIEF))), part=ANY)
def test_any_part_of_a_brief(path, part):
    """A brief that is read can be shown and exported; another is an error of one line."""
    with bounded(seconds=5.0):
        try:
            brief = parse_brief(json.dumps(changed(SOUND_BRIEF, path, part)), "b.json")
        except SummarizerError as error:
            assert "\n" not in str(error)  # noqa: PT017 - both ends are right
            return
        assert to_text(brief)
        assert to_markdown(brief)
        assert brief.to_html()
        assert list(rows(brief))


def test_any_part_of_a_reply(monkeypatch):
    """A reply is an answer of its type, or an error of ours."""
    monkeypatch.setattr(retry.RetryPolicy, "_again", lambda _policy, _state: False)
    body = {}
    ended = {"read": 0, "refused": 0}

    async def ask(base_url, bodies):
        async with open_model(Choice(name="m", why="", base_url=base_url, timeout=10.0)) as model:
            for one in bodies:
                body["now"] = one
                try:
                    reply = await model.complete(
                        [{"role": "user", "content": "The capital of France?"}], Capital, max_tokens=20
                    )
                except ModelError as error:
                    assert "\n" not in str(error)  # noqa: PT017 - both ends are right
                    ended["refused"] += 1
                else:
                    assert isinstance(reply.answer.city, str)
                    assert reply.usage.input_tokens >= 0
                    ended["read"] += 1

    with scripted(lambda _request: Reply(body=body["now"])) as server:

        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.lists(st.tuples(st.sampled_from(list(places(SOUND_REPLY))), ANY), min_size=4, max_size=8))
        def run(changes):
            with bounded(seconds=5.0):
                asyncio.run(ask(server.base_url, [changed(SOUND_REPLY, *change) for change in changes]))

        run()
    assert min(ended.values()) > 5
