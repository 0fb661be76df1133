"""A model that answers any question soundly and says nothing, to see what code makes of an article.

What is asked for is read from the request's schema, in either schema mode; the ids from the schema's keys or,
where the schema has none, from the marks of the passage.
"""

import asyncio
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from summarizer.articles.read import read_article
from summarizer.asking.question import REASK
from summarizer.models.choice import Choice
from summarizer.pipeline import asummarize
from summarizer.schemas.brief import Brief
from tests.servers import Reply, Scripted, completion, scripted

SEEDS = Path(__file__).parents[1] / "seeds"
MARK = re.compile(r"\[([A-Z]\d+)[:\]]")
WORDS = {
    "en": "It says so.",
    "subject": "the subject",
    "measure": "what is told there",
    "role": "party to the story",
    "issue": "what to do",
}
POSITIONS = ("It says so.", "They hold another view.")
LETTERS = {"measure": "N", "role": "E", "speaker": "Q", "disagree": "D", "en": "SH"}
"""The letters of the ids that a section asks about, by a field of its entries."""


def sound(request: Any) -> Reply:
    """Answer a request with the entries that it asks for."""
    if list(_schema(request)["properties"]) == ["yes"]:  # `Model.ping`
        return Reply(body=completion('{"yes": true}'))
    return Reply(body=completion(json.dumps(shaped(request, sound_entries(request)))))


def careless(request: Any) -> Reply:
    """Answer soundly, but translate every quotation with a number that the article has not."""
    entries = sound_entries(request)
    if section_of(request) == "speaker" or passage_of(request).startswith("[Q"):
        for entry in entries.values():
            entry["en"] = "We will hire 987 people"
    return Reply(body=completion(json.dumps(shaped(request, entries))))


def section_of(request: Any) -> str:
    """The field by which the entries of a request's section are known: a key of `LETTERS`."""
    fields = _entry_fields(_schema(request))
    return next(field for field in LETTERS if field in fields)


def asked_ids(request: Any) -> list[str]:
    """The ids that a request asks about, in order."""
    schema = _schema(request)
    if "entries" not in schema["properties"]:
        return list(schema["properties"])
    letters = LETTERS[section_of(request)]
    return [key for key in dict.fromkeys(MARK.findall(passage_of(request))) if key[0] in letters]


def passage_of(request: Any) -> str:
    """The words of the request's last turn, corrections of an answer left out."""
    own = [turn for turn in request["messages"] if turn["role"] == "user"]
    return next(turn["content"] for turn in reversed(own) if not turn["content"].startswith(REASK))


def sound_entries(request: Any) -> dict[str, dict[str, Any]]:
    """An entry for each id that is asked about."""
    parties = [key for key in dict.fromkeys(MARK.findall(passage_of(request))) if key[0] == "E"]
    fields = _entry_fields(_schema(request))
    return {key: _entry(fields, parties) for key in asked_ids(request)}


def shaped(request: Any, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Entries in the schema mode that the request asks for."""
    if "entries" in _schema(request)["properties"]:
        return {"entries": [{"id": key, **entry} for key, entry in entries.items()]}
    return {key: dict(entry) for key, entry in entries.items()}


def chosen(server: Scripted, profile: str = "embedded") -> Choice:
    """The scripted server as the model to use."""
    return Choice(name="scripted", why="a test", base_url=server.base_url, profile=profile, timeout=20.0)


def summarized(name: str) -> Brief:
    """The brief of a seed, its English from this model."""
    with scripted(sound) as server:
        return asyncio.run(asummarize(read_article(SEEDS / name), model=chosen(server)))


def _schema(request: Any) -> Any:
    return request["response_format"]["json_schema"]["schema"]


def _entry_fields(schema: Any) -> dict[str, Any]:
    field = next(iter(schema["properties"].values()))
    name = field.get("items", field)["$ref"].rsplit("/", 1)[1]
    return {key: value for key, value in schema["$defs"][name]["properties"].items() if key != "id"}


def _entry(fields: Mapping[str, Any], parties: Sequence[str]) -> dict[str, Any]:
    special = {
        "speaker": parties[0] if parties else "nobody",
        "kind": "organisation",
        "disagree": len(parties) >= 2,
        "sides": [
            {"party": party, "position": says} for party, says in zip(parties, POSITIONS, strict=False)
        ],
    }
    return {name: special[name] if name in special else WORDS[name] for name in fields}
