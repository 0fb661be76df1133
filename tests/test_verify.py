"""Briefs of the seed articles hold when they are verified again, and no tampering passes."""

import hashlib
import json
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer import read_article
from summarizer.cli.main import app
from summarizer.faithfulness import check_statement
from summarizer.schemas.brief import Brief
from summarizer.verify import verify
from tests.sound import SEEDS, summarized

ONE = "tramway-valmerac.fr.txt"


@pytest.fixture(scope="module")
def written():
    """Give a brief with all sections as the values that its JSON holds."""
    return summarized(ONE).model_dump_json()


def moved(span, text, by=1):
    """Move a span, its words those of the new place."""
    start, end = span["start"] + by, span["end"] + by
    span.update(start=start, end=end, text=text[start:end])


def shifted(brief):
    """Move a span's place, not its words."""
    brief["key_figures"][0]["source"]["start"] += 1
    brief["key_figures"][0]["source"]["end"] += 1


def reworded(brief):
    """Change a letter of a quote."""
    words = brief["quotes"][0]["source"]["text"]
    brief["quotes"][0]["source"]["text"] = words.replace("e", "a", 1)


def swapped(brief):
    """Swap two speakers' names."""
    first, second = (q for q in _speaking(brief)[:2])
    first["speaker"], second["speaker"] = second["speaker"], first["speaker"]


def swapped_whole(brief):
    """Swap two speakers with their places."""
    first, second = (q for q in _speaking(brief)[:2])
    for name in ("speaker", "speaker_source"):
        first[name], second[name] = second[name], first[name]


def _speaking(brief):
    found: dict[str, list[Any]] = {}
    for quote in brief["quotes"]:
        if quote["speaker"]:
            found.setdefault(quote["speaker"], quote)
    return list(found.values())


def parties_swapped(brief):
    """Swap two parties, one of them another's name."""
    one, two = brief["disputes"][0]["sides"][:2]
    one["party"], two["party"] = two["party"], one["party"]
    one["party"] += " bis"


def rewritten(brief):
    """Change the article and its digest, every offset still in place."""
    text = brief["article"]["text"]
    places = (n for f in brief["key_figures"] for n in range(f["source"]["start"], f["source"]["end"]))
    digit = next(n for n in places if text[n].isdigit())
    other = "7" if text[digit] != "7" else "8"
    changed = text[:digit] + other + text[digit + 1 :]
    brief["article"].update(text=changed, id=hashlib.sha256(changed.encode()).hexdigest())
    for span in _spans(brief):
        span["text"] = changed[span["start"] : span["end"]]


def _spans(value):
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        else:
            for part in value.values():
                yield from _spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from _spans(part)


def put(path, value):
    """Give a tampering that puts `value` at `path`: keys and indices, parted by dots."""

    def tamper(brief):
        *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
        for part in way:
            brief = brief[part]
        brief[last] = value(brief[last]) if callable(value) else value

    return tamper


TAMPERINGS = {
    "a digit in a value": put("key_figures.0.value", lambda value: str(int(float(value)) + 1)),
    "a range": put("key_figures.0.upper", "999999"),
    "a unit": put("key_figures.0.unit", "GBP"),
    "a qualifier": put("key_figures.0.qualifier", lambda value: "about" if value != "about" else "exact"),
    "a digit in the English figure": put("key_figures.0.en", lambda value: value + "0"),
    "a label's number": put("key_figures.0.measure", "share of the 987 members who agree"),
    "a label's name": put("key_figures.0.subject", "Margaret Wellington"),
    "a span moved by one": shifted,
    "a span moved with its words": lambda b: moved(b["key_figures"][0]["source"], b["article"]["text"]),
    "a quote's word": reworded,
    "a quote cut short": lambda b: b["quotes"][0]["source"].update(
        end=b["quotes"][0]["source"]["end"] - 1, text=b["quotes"][0]["source"]["text"][:-1]
    ),
    "a translation's number": put("quotes.0.en", "It says so, and 4,321 times."),
    "a translation in French": put(
        "quotes.0.en", "Nous ne voulons pas que cette usine ferme et nous le disons depuis des mois."
    ),
    "a swapped speaker": swapped,
    "a speaker swapped with its place": swapped_whole,
    "a speaker taken away": lambda b: _speaking(b)[0].update(speaker=None, speaker_source=None),
    "a fragment made whole": put("quotes.0.partial", lambda value: not value),
    "a headline's number": put("headline.en", "It says so to 4,321 people."),
    "a headline of nothing": put("headline.en", " "),
    "a key point's name": put("key_points.0.en", "Margaret Wellington says so."),
    "evidence moved": lambda b: moved(b["key_points"][0]["evidence"][0], b["article"]["text"]),
    "evidence taken away": put("key_points.0.evidence", []),
    "a stakeholder's name": put("stakeholders.0.name", lambda value: value + " fils"),
    "a stakeholder's kind": put(
        "stakeholders.0.kind", lambda value: "person" if value != "person" else "group"
    ),
    "a mention left out": put("stakeholders.0.mentions", lambda value: value[1:]),
    "a role's number": put("stakeholders.0.role.en", "owner of 4,321 boats"),
    "a role's evidence": lambda b: b["stakeholders"][0]["role"].update(
        evidence=b["stakeholders"][-1]["role"]["evidence"]
    ),
    "a party": parties_swapped,
    "a dispute of one": put("disputes.0.sides", lambda value: value[:1]),
    "a position's number": put("disputes.0.sides.0.position.en", "It asks for 4,321 more."),
    "a position's evidence": lambda b: b["disputes"][0]["sides"][0]["position"].update(
        evidence=b["stakeholders"][-1]["role"]["evidence"]
    ),
    "a figure's upper end taken for its value": lambda b: b["key_figures"][0].update(
        value=b["key_figures"][1]["value"], en=b["key_figures"][1]["en"]
    ),
    "another figure's words": lambda b: b["key_figures"][0].update(source=b["key_figures"][1]["source"]),
    "evidence of other words": lambda b: b["key_points"][0]["evidence"][0].update(
        text=b["key_points"][0]["evidence"][0]["text"].swapcase()
    ),
    "half a sentence of evidence": lambda b: b["headline"]["evidence"][0].update(
        end=b["headline"]["evidence"][0]["end"] - 3, text=b["headline"]["evidence"][0]["text"][:-3]
    ),
    "a mention moved": lambda b: moved(b["stakeholders"][0]["mentions"][0], b["article"]["text"]),
    "another's mentions": put("stakeholders.0.mentions", lambda value: value + value[:1]),
    "a side without evidence": put("disputes.0.sides.0.position.evidence", []),
    "an issue without evidence": put("disputes.0.issue.evidence", []),
    "the article's digest": put("article.id", "0" * 64),
    "the article": put("article.text", lambda value: value.replace("a", "o", 1)),
    "the article and its digest": rewritten,
    "the count of words": put("article.words", 3),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_fails(written, name):
    """Whatever is changed, the verification names a place."""
    values = json.loads(written)
    TAMPERINGS[name](values)
    assert json.dumps(values) != json.dumps(json.loads(written)), "nothing was changed"
    assert verify(Brief.model_validate(values))


def test_another_article_fails(written):
    """A brief that is sound in itself is not one of another article."""
    brief = Brief.model_validate_json(written)
    (failure,) = verify(brief, brief.article.text + " Fin.")
    assert failure.path == "article.text"
    assert str(len(brief.article.text)) in failure.message


@pytest.mark.parametrize(("name", "value"), [("title", "Un autre titre"), ("published", "1999-01-01")])
def test_another_title_or_date_fails(written, name, value):
    """Where the article given has one; a title that is its sender's own word is not looked at."""
    given = read_article(SEEDS / ONE)
    values = json.loads(written)
    values["article"][name] = value
    brief = Brief.model_validate(values)
    known = given.model_copy(update={name: value + "0"})
    assert [failure.path for failure in verify(brief, known)] == [f"article.{name}"]
    unknown = given.model_copy(update={"title": None, "published": None})
    assert verify(brief, unknown) == verify(brief, given.text) == []


def kept(values, english):
    """Put a translation into the first quote, with what the check says of it as kept findings."""
    values["quotes"][0]["en"] = english
    french = values["quotes"][0]["source"]["text"]
    notes = check_statement(english, french, article=values["article"]["text"])
    values["findings"] = [{**note.model_dump(), "section": "quotes", "action": "kept"} for note in notes]
    return values


def test_kept_findings_are_no_failures(written):
    """What the brief says of itself is known; the same taken out of its findings is a failure."""
    values = kept(json.loads(written), "It says so to Margaret Wellington.")
    assert verify(Brief.model_validate(values)) == []
    values["findings"] = []
    assert {failure.path for failure in verify(Brief.model_validate(values))} == {"quotes[0].en"}


def test_a_number_of_nowhere_is_never_excused(written):
    """A finding that no brief keeps stays a failure, whatever the brief says of itself."""
    values = kept(json.loads(written), "It says so to 4,321 people.")
    assert {failure.path for failure in verify(Brief.model_validate(values))} == {"quotes[0].en"}


def test_command(written, tmp_path):
    """Exit code 0 and a line, or 1 and a line for each failure."""
    path = tmp_path / "brief.json"
    path.write_text(written, encoding="utf-8")
    run = CliRunner().invoke(app, ["check", str(path), str(SEEDS / ONE)])
    assert (run.exit_code, "sound" in run.output) == (0, True)
    other = CliRunner().invoke(app, ["check", str(path), str(SEEDS / "cacao-bonagui.fr.txt")])
    assert (other.exit_code, "article.text: is not the article given" in other.output) == (1, True)
    values = json.loads(written)
    values["key_figures"][0]["unit"] = "GBP"
    values["quotes"][0]["partial"] = not values["quotes"][0]["partial"]
    path.write_text(json.dumps(values), encoding="utf-8")
    run = CliRunner().invoke(app, ["check", str(path)])
    assert run.exit_code == 1
    places = [line.split(":")[0] for line in run.stdout.splitlines()]
    assert places == ["seal.sha256", "key_figures[0].unit", "quotes[0].partial"]


def test_command_says_what_was_kept(tmp_path, written):
    """A sender cannot hide behind findings of its own: the line names them."""
    values = json.loads(written) | {"seal": None}  # as a sender writes it that seals nothing
    values["findings"] = [
        {"code": "number", "section": "quotes", "words": "", "message": "no", "action": "kept"}
    ]
    path = tmp_path / "brief.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    run = CliRunner().invoke(app, ["check", str(path)])
    assert (run.exit_code, "1 of its findings were kept" in run.output) == (0, True)


@pytest.mark.parametrize("name", ["article.md", "article.html"])
def test_command_reads_the_article_as_the_brief_was(written, tmp_path, name):
    """The same words in a file of another kind: as `brief` reads it, whatever its name."""
    path, article = tmp_path / "brief.json", tmp_path / name
    path.write_text(written, encoding="utf-8")
    article.write_bytes((SEEDS / ONE).read_bytes())
    run = CliRunner().invoke(app, ["check", str(path), str(article)])
    assert (run.exit_code, "sound" in run.output) == (0, True)
