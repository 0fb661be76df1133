"""A model's account of an event: by id, checked, asked again, left out; against a scripted server."""

import asyncio
import json

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.digest import digest
from summarizer.digest.account import FIELDS, Told, add_accounts, check_told, sentences_of
from summarizer.digest.likeness import Words
from summarizer.models.choice import Choice, open_model
from summarizer.output.brief_files import brief_id
from tests.digest.articles import fire, harbour, later
from tests.servers import Reply, completion, scripted

GOOD = {"en": "At least nine people died in the fire.", "sentences": ["A1"]}
SOUND = {
    "headline": GOOD,
    "first": {**GOOD, "en": "The fire killed at least nine people."},
    "second": {**GOOD, "en": "At least nine people have died."},
    "third": {**GOOD, "en": "At least nine people were killed."},
}
BAD = {"en": "At least 87 people died in the fire.", "sentences": ["A1"]}
STRANGE = {"en": "At least nine people died in the fire.", "sentences": ["Z9"]}


def answering(**told):
    """Answer each field that is asked for: from `told`, soundly where it is asked again."""
    asked = []

    def reply(request):
        fields = request["response_format"]["json_schema"]["schema"]["properties"]
        asked.append(list(fields))
        first = len(asked) == 1
        return Reply(
            body=completion(
                json.dumps({key: told.get(key, SOUND[key]) if first else SOUND[key] for key in fields})
            )
        )

    return reply, asked


def stubborn(_request):
    """Give the same wrong figures whatever is said."""
    fields = _request["response_format"]["json_schema"]["schema"]["properties"]
    return Reply(body=completion(json.dumps(dict.fromkeys(fields, BAD))))


def accounts(reply, *briefs, profile="hosted", failed=lambda *_: None):
    """Give the digest with accounts that a server writes."""

    async def asked(server):
        choice = Choice(
            name="scripted", why="a test", base_url=server.base_url, profile=profile, timeout=20.0
        )
        async with open_model(choice) as model:
            return await add_accounts(digest(briefs, likeness=Words()), briefs, model, failed=failed)

    with scripted(reply) as server:
        return asyncio.run(asked(server))


def test_an_account_cites_briefs_and_sentences():
    """Each statement has the French on which it rests; an event of one report has none."""
    reply, asked = answering()
    made = accounts(reply, fire(), later(), harbour())
    (told, none) = made.events
    assert none.account is None
    assert told.account.headline.en == GOOD["en"]
    assert len(told.account.sentences) == 3
    brief, span = told.account.sentences[0].evidence[0]
    assert brief in {brief_id(fire()), brief_id(later())}
    assert "neuf personnes" in span.text or "douze personnes" in span.text
    assert asked == [list(FIELDS)]


@pytest.mark.parametrize("wrong", [BAD, STRANGE], ids=["figure", "id"])
def test_what_fails_is_asked_again_alone(wrong):
    """A figure that stands nowhere, an id that was not shown."""
    reply, asked = answering(second=wrong)
    made = accounts(reply, fire(), later())
    assert asked == [list(FIELDS), ["second"]]
    assert len(made.events[0].account.sentences) == 3


def test_what_does_not_hold_leaves_no_account():
    """A model that stays with wrong figures writes nothing here, and the reader is told."""
    told = []
    made = accounts(stubborn, fire(), later(), failed=lambda event, reason: told.append((event.id, reason)))
    assert made.events[0].account is None
    ((event, reason),) = told
    assert event == made.events[0].id
    assert "87" in reason


def test_a_small_model_can_name_no_other_id():
    """Its schema lists the ids; a model that says one thing four times has no account."""
    asked = []

    def reply(request):
        schema = request["response_format"]["json_schema"]["schema"]
        asked.append(schema)
        return Reply(body=completion(json.dumps(dict.fromkeys(FIELDS, GOOD))))

    told = []
    made = accounts(reply, fire(), later(), profile="embedded", failed=lambda _, reason: told.append(reason))
    assert made.events[0].account is None
    assert told == ["it says the same in each sentence"]
    assert '"A1"' in json.dumps(asked[0])


def test_check():
    """No ids, unknown ids, wrong figures; a sound statement passes."""
    made = digest([fire(), later()], likeness=Words())
    shown = sentences_of(made.events[0], {brief_id(b): b for b in (fire(), later())})
    assert {key[0] for key in shown.sentences} == {"A", "B"}
    first = next(key for key, (_, span) in shown.sentences.items() if "neuf" in span.text)
    assert check_told(shown, "first", Told(en="At least nine people died.", sentences=[first])) == []
    for told in (
        Told(en="x", sentences=[]),
        Told(en="x", sentences=["Q7"]),
        Told(en="87 people died.", sentences=[first]),
        Told(en=first, sentences=[first]),
    ):
        assert any(issue.severity == "hard" for issue in check_told(shown, "first", told))


def test_the_command(tmp_path):
    """`--base-url` lets a server write; the account stands in all three files."""
    lines = [brief.model_dump_json() for brief in (fire(), later())]
    (tmp_path / "briefs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    reply, _ = answering()
    with scripted(reply) as server:
        arguments = ["digest", str(tmp_path), "--model", "scripted", "--base-url", server.base_url]
        found = CliRunner().invoke(app, arguments)
    assert found.exit_code == 0, found.output
    assert f"## {GOOD['en']}" in found.stdout
    for name in ("digest.json", "digest.html", "digest.md"):
        assert GOOD["en"] in (tmp_path / name).read_text("utf-8")
