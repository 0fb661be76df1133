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
from summarizer.asking.templates import load_template
from summarizer.models.choice import Choice
from summarizer.pipeline import asummarize
from summarizer.schemas.brief import Brief
from summarizer.sections.piecewise import PIECEWISE
from tests.servers import Reply, Scripted, completion, scripted

SEEDS = Path(__file__).parents[1] / "seeds"
MARK = re.compile(r"\[([A-Z]\d+)[:\]]")
LINE = re.compile(r"^\[(S\d+)\] (.*)$", re.MULTILINE)
SPEAKER = re.compile(r"^Q\d+ «.*» in S\d+, by (.+)$", re.MULTILINE)
STATEMENT = re.compile(r"^(\d+)\. ", re.MULTILINE)
WORDS = {
    "en": "It says so.",
    "subject": "the subject",
    "measure": "total amount",
    "role": "party to the story",
    "issue": "what to do",
}
POSITIONS = ("It says so.", "They hold another view.")


def sound(request: Any) -> Reply:
    """Answer a request with the entries that it asks for."""
    return Reply(body=completion(json.dumps(sound_answer(request))))


def sound_answer(request: Any) -> dict[str, Any]:
    """A sound answer, whatever the plan."""
    fields = _schema(request)["properties"]
    if list(fields) == ["yes"]:  # `Model.ping`
        return {"yes": True}
    if fields.get("headline") == {"type": "string"}:
        return everything(passage_of(request))
    if "headline" in fields:
        return whole_answer(passage_of(request))
    if "objections" in fields:
        return {"supported": STATEMENT.findall(passage_of(request)), "objections": []}
    return sound_entries(request)


def everything(shown: str) -> dict[str, Any]:
    """Choose among the drafts of a long article's parts, from all of them."""
    keys = re.findall(r"^\[([a-z_]+\.\d+)\]", shown, re.MULTILINE)
    names = ("key_points", "key_figures", "quotes", "stakeholders", "disputes")
    chosen_ids = {name: _spread([key for key in keys if key.startswith(f"{name}.")]) for name in names}
    return {"headline": "headline.1", **chosen_ids}


def _spread(keys: Sequence[Any]) -> list[Any]:
    """Eight of many, from the first to the last."""
    return [*keys] if len(keys) <= 8 else [keys[n * (len(keys) - 1) // 7] for n in range(8)]


def careless(request: Any) -> Reply:
    """Answer soundly, but translate every quotation with a name that the article has not."""
    answer = sound_answer(request)
    quotes = answer.get("quotes", [])
    if not quotes and asked_ids(request)[0].startswith("Q"):
        quotes = answer.values()
    for entry in quotes:
        entry["en"] = "We will hire with Bernard Quark"
    return Reply(body=completion(json.dumps(answer)))


def whole_answer(shown: str) -> dict[str, Any]:
    """A sound answer about an article as it is shown: every figure and quotation, and two statements."""
    article, _, found = shown.partition("\n\nFIGURES\n")
    lines = LINE.findall(article)
    first, last = lines[0][0], lines[-1][0]
    speakers = list(dict.fromkeys(SPEAKER.findall(found or shown)))
    sides = [
        {"party": party, "party_en": party.upper(), "position": says, "sentences": [first]}
        for party, says in zip(speakers, POSITIONS, strict=False)
    ]
    return {
        "headline": {"en": WORDS["en"], "sentences": [first]},
        "key_points": [
            {"en": WORDS["en"], "sentences": [first]},
            {"en": "They hold another view there.", "sentences": [last]},
        ],
        "key_figures": [
            {"figure": key, "subject": WORDS["subject"], "measure": WORDS["measure"]}
            for key in re.findall(r"(?:: |; )(N\d+) «", found.partition("\n\n")[0])[:10]
        ],
        "quotes": [
            {
                "quotation": key,
                "en": WORDS["en"],
                "speaker": speaker or None,
                "speaker_en": speaker.upper() or None,
            }
            for key, speaker in _spread(
                re.findall(r"^(Q\d+) «.*» in S\d+(?:, by (.+))?$", shown, re.MULTILINE)
            )
        ],
        "stakeholders": [
            {
                "name": who,
                "name_en": who.upper(),
                "kind": "person",
                "role": WORDS["role"],
                "sentences": [first],
            }
            for who in speakers[:10]
        ],
        "disputes": [{"issue": WORDS["issue"], "sentences": [first], "sides": sides}][: len(sides) // 2],
    }


def section_of(request: Any) -> str:
    """The section of the plan for small models that a request is of, by its instructions."""
    instructions = request["messages"][0]["content"]
    return next(name for name in PIECEWISE if load_template(name).turns[0][1] == instructions)


def asked_ids(request: Any) -> list[str]:
    """The ids that a request asks about, in order."""
    return list(_schema(request)["properties"])


def passage_of(request: Any) -> str:
    """The words of the request's last turn, or the article's; what is asked again is left out."""
    own = [turn["content"] for turn in request["messages"] if turn["role"] == "user"]
    articles = [words for words in own if words.startswith("ARTICLE")]
    return articles[-1] if articles else next(words for words in reversed(own) if not words.startswith(REASK))


def sound_entries(request: Any) -> dict[str, dict[str, Any]]:
    """An entry for each id that is asked about."""
    parties = [key for key in dict.fromkeys(MARK.findall(passage_of(request))) if key[0] == "E"]
    fields = _entry_fields(_schema(request))
    return {key: _entry(fields, parties) for key in asked_ids(request)}


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
