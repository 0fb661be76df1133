"""From an article to its brief, against a real server that answers soundly, wrongly or not at all."""

import asyncio
import json
import re
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel

from summarizer.articles.read import read_article
from summarizer.errors import ArticleError, ModelOutputError, ModelRefused, ModelUnavailable
from summarizer.french import find_numbers, find_quotations
from summarizer.models import retry as module
from summarizer.output.json_schema import json_schema
from summarizer.pipeline import Options, asummarize, summarize
from summarizer.schemas.brief import Brief, Span
from summarizer.sections import SECTIONS
from summarizer.verify import verify
from tests.articles import BARE
from tests.articles import STORY as TOLD
from tests.servers import Reply, completion, scripted
from tests.sound import WORDS, careless, chosen, passage_of, section_of, sound, sound_entries

# Of whom code cannot tell the title: the model is asked in every section.
STORY = TOLD.replace("la directrice financière d'Ostrelec", "une ingénieure du port de Kerlann")
FOLDER = Path(__file__).parents[1] / "seeds"
SEEDS = sorted(FOLDER.glob("*.txt"))
ENGLISH = (
    "The harbour stayed shut on Thursday while the owners and the dockers talked about the roof of the "
    "hall.\nNobody at the town hall wanted to say when the ferries would sail again."
)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Waits between tries are cut short."""
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)


@pytest.fixture(scope="module", params=["embedded", "hosted"])
def briefs(request):
    """The brief of every seed article, in both ways of asking."""
    with scripted(sound) as server:
        return {
            path.name: summarize(read_article(path), model=chosen(server, request.param)) for path in SEEDS
        }


def spans(value):
    """Give every span in a record of the contract."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)


@pytest.mark.parametrize("name", [path.name for path in SEEDS])
class TestEverySeed:
    """What holds of the brief of any article."""

    def test_spans_are_the_articles_words(self, briefs, name):
        """Every span has the words that stand at its place."""
        brief = briefs[name]
        found = list(spans(brief))
        assert found
        for span in found:
            assert brief.article.text[span.start : span.end] == span.text

    def test_json_is_the_contracts(self, briefs, name):
        """A brief's JSON fits its JSON Schema and reads back as the same brief."""
        written = briefs[name].model_dump_json()
        jsonschema.validate(json.loads(written), json_schema("brief"), jsonschema.Draft202012Validator)
        assert Brief.model_validate_json(written) == briefs[name]

    def test_verify_finds_no_fault(self, briefs, name):
        """As it was written, with the article beside it."""
        assert verify(briefs[name], read_article(FOLDER / name).text) == []

    def test_numbers_and_quotations_are_the_articles(self, briefs, name):
        """No figure and no quote that code has not found; values are written without an exponent."""
        brief = briefs[name]
        numbers = {(n.start, n.end): n for n in find_numbers(brief.article.text) if n.is_figure}
        quoted = {(q.start, q.end) for q in find_quotations(brief.article.text)}
        for figure in brief.key_figures:
            number = numbers[figure.source.start, figure.source.end]
            assert (figure.value, figure.upper, figure.unit) == (number.value, number.upper, number.unit)
            assert re.fullmatch(r"-?\d+(\.\d+)?", str(figure.value))
        assert {(quote.source.start, quote.source.end) for quote in brief.quotes} <= quoted

    def test_the_whole_is_bounded(self, briefs, name):
        """A brief is brief, however long the article."""
        brief = briefs[name]
        assert brief.headline.en
        assert 1 <= len(brief.key_points) <= 7
        assert len(brief.key_figures) <= 12
        assert len(brief.stakeholders) <= 10
        assert len(brief.disputes) <= 3


def test_provenance_says_what_it_took():
    """Calls and tokens as the server counts them; model, host, fingerprints and version."""
    with scripted(sound) as server:
        made = summarize(STORY, model=chosen(server)).provenance
    assert (made.model, made.host) == ("scripted", "127.0.0.1")
    assert made.calls == len(server.asked)
    assert (made.tokens_in, made.tokens_out) == (10 * made.calls, 5 * made.calls)
    assert re.fullmatch(r"[0-9a-f]{16}", made.prompts)
    assert re.fullmatch(r"[0-9a-f]{16}", made.schemas)
    assert made.prompts != made.schemas


def test_the_plan_decides_what_is_shown_at_a_time():
    """A hosted model is asked once, and shown everything."""
    with scripted(sound) as small:
        summarize(STORY, model=chosen(small, "embedded"))
    with scripted(sound) as large:
        summarize(STORY, model=chosen(large, "hosted"))
    assert len(large.asked) == 1 < len(small.asked)
    assert max(map(len, map(passage_of, large.asked))) > max(map(len, map(passage_of, small.asked)))


def test_progress_is_told_question_by_question():
    """Each section's name, and a count that reaches the total."""
    steps = []
    with scripted(sound) as server:
        summarize(STORY, model=chosen(server), progress=lambda *step: steps.append(step))
    assert {section for section, _, _ in steps} == set(SECTIONS)
    assert [done for _, done, _ in steps] == list(range(1, len(server.asked) + 1))
    assert {total for _, _, total in steps} == {len(server.asked)}


def test_it_works_where_a_loop_already_runs():
    """In a notebook `summarize` gives its brief, too."""

    async def cell(server):
        return summarize(BARE, model=chosen(server))

    with scripted(sound) as server:
        assert asyncio.run(cell(server)).headline.en


def test_an_open_model_is_taken_and_left_open():
    """Several articles go through one model; each brief counts its own calls."""
    from summarizer.models.choice import open_model  # noqa: PLC0415

    async def run(server):
        async with open_model(chosen(server)) as model:
            return [await asummarize(text, model=model) for text in (BARE, STORY)]

    with scripted(sound) as server:
        made = asyncio.run(run(server))
    assert sum(brief.provenance.calls for brief in made) == len(server.asked)


def test_the_environment_names_the_model(monkeypatch):
    """Without a model, the one that the environment points to; where it cannot be opened, an error."""
    monkeypatch.setenv("SUMMARIZER_MODEL", "nobody/model")
    with pytest.raises(ModelUnavailable, match="nobody/model"):
        summarize(BARE)


def test_an_empty_text_is_no_article():
    """Nothing is asked."""
    with scripted(sound) as server, pytest.raises(ArticleError):
        summarize("  \n", model=chosen(server))
    assert not server.asked


@pytest.mark.parametrize("section", ["key_figures", "quotes", "stakeholders", "disputes"])
@pytest.mark.parametrize("content", ["Sorry, no.", "{}", '{"S99": {}}'], ids=["prose", "empty", "another id"])
def test_a_fault_in_one_section_becomes_a_finding(section, content):
    """The rest of the brief stands; stakeholders stay with the roles that need no model."""

    def mostly_sound(request):
        return Reply(body=completion(content)) if section_of(request) == section else sound(request)

    with scripted(mostly_sound) as server:
        brief = summarize(STORY, model=chosen(server))
    if section == "stakeholders":
        assert WORDS["role"] not in {holder.role.en for holder in brief.stakeholders}
    elif section == "key_figures":  # what is counted is known without a model
        assert WORDS["measure"] not in {figure.measure for figure in brief.key_figures}
    else:
        assert not getattr(brief, section)
    told = [finding for finding in brief.findings if finding.code != "repeat"]
    assert {finding.section for finding in told} == {section}
    assert {(finding.code, finding.action) for finding in told} == {("no_answer", "dropped")}
    rest = {"key_points", "key_figures", "quotes", "stakeholders", "disputes"} - {section}
    assert all(getattr(brief, other) for other in {"stakeholders", *rest})


def test_an_answer_that_is_cut_off_costs_its_own_question():
    """What was asked in other windows is there."""

    def cut(request):
        if section_of(request) == "key_figures" and "1,200" in passage_of(request):
            return Reply(body=completion('{"N2": {"sub', finish="length"))
        return sound(request)

    with scripted(cut) as server:
        brief = summarize(STORY, model=chosen(server))
    assert "1 200 personnes" not in [figure.source.text for figure in brief.key_figures]
    assert brief.key_figures
    assert any("cut off" in finding.message for finding in brief.findings)


@pytest.mark.parametrize("reasks", [0, 1])
def test_reasks_bound_how_often_a_failing_answer_is_asked_again(reasks):
    """An amount that the article has not is dropped, however often it is told."""

    def inventive(request):
        entries = sound_entries(request)
        if section_of(request) == "key_figures":
            for entry in entries.values():
                entry["measure"] = f"a share of the {17 + len(request['messages'])} ferries"
        return Reply(body=completion(json.dumps(entries)))

    with scripted(inventive) as server:
        brief = summarize(STORY, model=chosen(server), options=Options(reasks=reasks))
    figures = [request for request in server.asked if section_of(request) == "key_figures"]
    windows = {passage_of(request) for request in figures}
    assert not [figure for figure in brief.key_figures if "ferries" in figure.measure]
    assert len(figures) == (reasks + 1) * len(windows)
    assert {finding.action for finding in brief.findings if finding.code != "repeat"} == {"dropped"}


def test_an_answer_put_right_is_kept_and_said_to_have_been_asked_again():
    """The finding says what the first answer had."""

    def learning(request):
        entries = sound_entries(request)
        if section_of(request) == "overview" and len(request["messages"]) == _turns(request):
            for entry in entries.values():
                entry["en"] = "It costs 987 euros."
        return Reply(body=completion(json.dumps(entries)))

    with scripted(learning) as server:
        brief = summarize(STORY, model=chosen(server))
    assert "987" not in brief.headline.en + "".join(point.en for point in brief.key_points)
    assert {finding.action for finding in brief.findings if finding.code != "repeat"} == {"reasked"}
    assert {finding.item for finding in brief.findings} >= {"H1"}


def test_strictly_nothing_that_has_a_finding_is_kept():
    """A dropped qualifier is a remark else; a translation with another number is kept else."""
    with scripted(careless) as server:
        lenient = summarize(STORY, model=chosen(server))
        strict = summarize(STORY, model=chosen(server), options=Options(strict=True))
    assert [finding.action for finding in lenient.findings if finding.section == "quotes"].count("kept") > 0
    assert lenient.quotes
    assert not strict.quotes
    assert "kept" not in {finding.action for finding in strict.findings}


def _turns(request):
    own = [turn for turn in request["messages"] if turn["content"] == passage_of(request)]
    return request["messages"].index(own[0]) + 1


def test_a_refused_key_fails_the_article():
    """The first refusal ends the rest."""
    with (
        scripted(Reply(status=401, body={"error": {"message": "no"}})) as server,
        pytest.raises(ModelRefused),
    ):
        summarize(STORY, model=chosen(server))


def test_without_any_overview_there_is_no_brief():
    """A headline that the article does not bear is not made up for."""

    def inventive(request):
        entries = sound_entries(request)
        if section_of(request) == "overview":
            entries = {key: {"en": "Fifty-seven dragons landed on 3 May 1987."} for key in entries}
        return Reply(body=completion(json.dumps(entries)))

    with scripted(inventive) as server, pytest.raises(ModelOutputError, match="overview"):
        summarize(STORY, model=chosen(server))


def test_an_article_that_is_not_french_is_said_to_be_so():
    """A finding, and no crash."""
    with scripted(sound) as server:
        brief = summarize(ENGLISH, model=chosen(server))
    assert brief.findings[0].code == "not_french"
    assert brief.findings[0].words == "en"
