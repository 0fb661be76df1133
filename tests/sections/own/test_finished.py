"""A finished brief with sections of a user's own is verified, read again, shown and exported."""

import asyncio
import json
import sqlite3

import jsonschema
import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.output.export import export_briefs
from summarizer.output.json_schema import section_schema
from summarizer.output.render import to_markdown, to_text
from summarizer.schemas.brief import Brief
from summarizer.verify import read_again, verify
from tests.sections.own.spending import (
    ARTICLE,
    DEADLINES,
    SPENDING,
    both,
)
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, passage_of

TAMPERINGS = {
    "a value": lambda e: e["entries"][0]["values"]["amount"].update(value="3500000"),
    "words": lambda e: e["entries"][0]["values"]["purpose"].update(en="a fund of 4,321 shopkeepers"),
    "a quotation": lambda e: e["entries"][1]["values"]["words"].update(en="It costs 39 million"),
    "a speaker": lambda e: e["entries"][1]["values"]["words"].update(speaker="Ludovic Éberlin"),
    "a mention": lambda e: e["entries"][1]["values"]["payer"].update(mentions=[]),
    "a choice": lambda e: e["entries"][0]["values"].update(state="gone"),
    "another type": lambda e: e["entries"][0]["values"].update(amount="much"),
    "a field that is missing": lambda e: e["entries"][0]["values"].pop("state"),
    "no evidence": lambda e: e["entries"][0].update(evidence=[]),
    "an entry twice": lambda e: e["entries"].append(e["entries"][0]),
    "a name of the contract": lambda e: e.update(name="quotes"),
    "a name without a fingerprint": lambda e: e.update(name="costs"),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_fails_without_the_sections_file(brief, name):
    """A brief says itself what its sections have."""
    values = json.loads(brief.model_dump_json())
    TAMPERINGS[name](values["extensions"][0])
    assert verify(Brief.model_validate(values))


def test_it_is_verified_by_the_command(brief, tmp_path):
    """With the file at hand and without; another version of the file, or no such section, is a failure."""
    path, other = tmp_path / "brief.json", tmp_path / "spending.toml"
    path.write_text(brief.model_dump_json(), "utf-8")
    other.write_text(SPENDING.read_text("utf-8").replace("most = 8", "most = 9"), "utf-8")
    outcomes = {}
    for name, given in {"none": (), "both": (SPENDING, DEADLINES), "other": (other,)}.items():
        named = [word for file in given for word in ("--section", str(file))]
        done = CliRunner().invoke(app, ["check", str(path), str(ARTICLE), *named])
        outcomes[name] = (done.exit_code, done.stdout)
    assert [code for code, _ in outcomes.values()] == [0, 0, 1]
    assert "2 spending, 1 deadlines" in outcomes["none"][1]
    assert "another version of 'spending'" in outcomes["other"][1]
    bare = brief.model_copy(update={"extensions": ()})
    assert {f.path for f in verify(bare, sections=both())} == {"extensions", "provenance.sections"}
    late = json.loads(brief.model_dump_json())
    late["extensions"][1]["entries"][0]["values"]["when"]["en"] = "soon"
    assert [f.path for f in verify(Brief.model_validate(late), sections=both())] == [
        "extensions[1].entries[0]"
    ]


def test_a_second_reader_of_a_finished_brief_sees_it(brief):
    """Its entries are statements among the others, each with its place in the brief."""

    def reply(request):
        lines = passage_of(request).splitlines()
        numbers = [line.split(".")[0] for line in lines if line[:1].isdigit() and ". " in line]
        bad = next(line.split(".")[0] for line in lines if "Spending: Purpose: each kilometer" in line)
        objection = {"statement": bad, "verdict": "partly", "reason": "She says so."}
        body = {"supported": [n for n in numbers if n != bad], "objections": [objection]}
        return Reply(body=completion(json.dumps(body)))

    async def again(choice):
        from summarizer.models.choice import open_model  # noqa: PLC0415

        async with open_model(choice) as model:
            return await read_again(brief, model)

    with scripted(reply) as server:
        found = asyncio.run(again(chosen(server, "hosted")))
    assert [failure.path for failure in found] == ["extensions[0].entries[1]"]


def test_it_is_shown_and_exported(brief, tmp_path):
    """In Markdown, on a terminal, on the page, in tables; its JSON has a schema of its own."""
    assert "| compensation fund for shopkeepers | €2.5 million |" in to_markdown(brief)
    assert "Amount: €2.5 million" in to_text(brief)
    page = brief.to_html()
    assert 'id="own-spending"' in page
    assert 'data-entry="x1-2"' in page
    assert 'data-of="x1-1' in page or " x1-1" in page
    (tmp_path / "briefs.jsonl").write_text(brief.model_dump_json() + "\n", "utf-8")
    export_briefs(tmp_path, to="sqlite", output=tmp_path / "briefs.db")
    base = sqlite3.connect(tmp_path / "briefs.db")
    rows = base.execute(
        "SELECT position, field, en, value FROM extensions WHERE section = 'spending'"
    ).fetchall()
    base.close()
    assert (1, "amount", "€2.5 million", "2500000") in rows
    assert len(rows) == 3 + 5
    for section, given in zip(both(), json.loads(brief.model_dump_json())["extensions"], strict=True):
        jsonschema.validate(given, section_schema(section), jsonschema.Draft202012Validator)
        given["entries"][0]["values"] = {"mood": "sad"}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(given, section_schema(section), jsonschema.Draft202012Validator)


def test_markup_in_a_section_is_shown_as_it_is(brief):
    """A brief comes from others: neither title, label nor words can be markup."""
    values = json.loads(brief.model_dump_json())
    values["extensions"][0]["title"] = "<script>x</script>"
    values["extensions"][0]["fields"]["purpose"]["label"] = "[bold]*x*|"
    values["extensions"][0]["entries"][0]["values"]["purpose"]["en"] = "<img src=x>"
    shown = Brief.model_validate(values)
    assert "<script>x" not in shown.to_html()
    assert "<img" not in shown.to_html()
    assert "\\<script" in to_markdown(shown)
    assert "\\|" in to_markdown(shown)
