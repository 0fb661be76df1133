"""The plan `whole`, from a real server's answers to a brief: what is asked, asked again, kept and dropped."""

import asyncio
import json

import pytest

from summarizer.asking.plans.whole import WholeQuestion
from summarizer.asking.plans.whole_prompt import opening, parse_frame, parse_part, whole_answer_type
from summarizer.asking.templates import read_prompt
from summarizer.errors import ModelOutputError
from summarizer.models.choice import Choice
from summarizer.pipeline import asummarize
from summarizer.sections import SECTIONS
from summarizer.verify import verify
from tests.articles import STORY, story
from tests.asking.whole_briefs import briefed, found
from tests.servers import scripted
from tests.whole_answers import STORY_ANSWER, altered, last_turns, only, writer


def test_one_call_gives_the_whole_brief():
    """Its words are the model's; figures and quotations are the article's; it verifies."""
    brief, server = briefed(STORY_ANSWER)
    assert len(server.asked) == 1
    assert brief.headline.en == STORY_ANSWER["headline"]["en"]
    assert [point.en for point in brief.key_points] == [point["en"] for point in STORY_ANSWER["key_points"]]
    assert [(figure.en, figure.source.text) for figure in brief.key_figures] == [
        ("€2.4 million", "2,4 millions d'euros")
    ]
    assert brief.quotes[0].source.text == "Nous allons embaucher au printemps"
    assert {side.party_en or side.party for side in brief.disputes[0].sides} == {"the CDK union", "Ostrelec"}
    assert (brief.provenance.plan, brief.provenance.reasks, brief.provenance.calls) == ("whole", 0, 1)
    assert brief.findings == ()
    assert verify(brief) == []


def test_the_static_part_comes_first_and_the_article_last():
    """So that a provider's cache serves it; the schema is the same for every article, and strict."""
    asked = [
        briefed(STORY_ANSWER, text=text)[1].asked[0] for text in (STORY, STORY.replace("jeudi", "lundi"))
    ]
    assert asked[0]["messages"][:-1] == asked[1]["messages"][:-1]
    assert asked[0]["messages"][-1] != asked[1]["messages"][-1]
    assert asked[0]["response_format"] == asked[1]["response_format"]
    schema = asked[0]["response_format"]["json_schema"]["schema"]
    for record in (schema, *schema["$defs"].values(), schema["properties"]["quotes"]["items"]):
        assert record["additionalProperties"] is False
        assert sorted(record["required"]) == sorted(record["properties"])
    assert not {"maxLength", "minLength", "maxItems", "pattern"} & set(json.dumps(schema).split('"'))


def test_the_worked_example_is_sound():
    """By the rules that hold for every answer; its answer has every section's fields."""
    answer = whole_answer_type().model_validate_json(opening()[2]["content"])
    question = WholeQuestion(marked=story(parse_frame(read_prompt("whole"))[1]))
    state = question.new_state()
    state.enter(question.entries_of(answer))
    assert (state.rejected, state.warnings) == ({}, {})
    assert set(type(answer).model_fields) == {name for s in SECTIONS.values() for name in s.FIELDS}


@pytest.mark.parametrize(
    ("read", "words"),
    [(parse_part, "## System\n\nHello"), (parse_frame, "## System\n\nHello"), (parse_frame, "Hello")],
    ids=["part", "frame without a slot", "no frame"],
)
def test_a_prompt_without_its_parts_is_refused(read, words):
    """The message names the headings that are missing."""
    with pytest.raises(ValueError, match="##"):
        read(words)


def test_only_what_fails_is_asked_again():
    """With the reason and the French; the entry that comes back takes its place, the others stand."""
    wrong = altered(
        key_points=[STORY_ANSWER["key_points"][0], {"en": "CDK wants 55% more.", "sentences": ["S8"]}]
    )
    mended = only(key_points=[{"en": "CDK wants 7% more.", "sentences": ["S8"]}])
    brief, server = briefed(wrong, mended)
    again = last_turns(server.asked)[1]
    assert "CDK wants 55% more." in again
    assert "“55%” is not in the French text" in again
    assert "réclame une hausse de 7 %" in again
    assert "Ostrelec has announced" not in again
    recalled = server.asked[1]["messages"][-2]["content"]
    assert "CDK wants 55% more." in recalled
    assert STORY_ANSWER["key_points"][0]["en"] not in recalled
    assert [point.en for point in brief.key_points] == [
        STORY_ANSWER["key_points"][0]["en"],
        "CDK wants 7% more.",
    ]
    assert brief.provenance.reasks == 1
    assert found(brief, "number") == [("key_points.2", "reasked")]


HARD = {
    "a number from nowhere": ({"en": "CDK wants 55% more.", "sentences": ["S8"]}, "number"),
    "ids of nothing": ({"en": "CDK wants 7% more.", "sentences": ["S88"]}, "id"),
    "the French again": ({"en": "Le syndicat réclame une hausse.", "sentences": ["S8"]}, "language"),
    "a full stop": ({"en": ".", "sentences": ["S8"]}, "form"),
    "an ellipsis": ({"en": "…", "sentences": ["S8"]}, "form"),
    "an emoji": ({"en": "🙂", "sentences": ["S8"]}, "form"),
}


@pytest.mark.parametrize("kind", HARD)
def test_what_is_wrong_beyond_doubt_is_dropped(kind):
    """After it was asked again twice at most; the brief says so, and has the rest."""
    entry, code = HARD[kind]
    wrong = altered(key_points=[STORY_ANSWER["key_points"][0], entry])
    brief, server = briefed(wrong, only(key_points=[entry]))
    assert 2 <= len(server.asked) <= 3
    assert len(brief.key_points) == 1
    assert (code, "dropped") in {(f.code, f.action) for f in brief.findings}
    assert len(brief.quotes) == 1


def test_what_a_model_stays_with_is_kept_with_a_finding():
    """A name without a counterpart may be right: it is asked again once, then kept and said."""
    entry = {"en": "The CDK union of Jean Morvan demands a 7% rise.", "sentences": ["S8"]}
    wrong = altered(key_points=[STORY_ANSWER["key_points"][0], entry])
    brief, server = briefed(wrong, only(key_points=[entry]))
    assert len(server.asked) == 2
    assert [point.en for point in brief.key_points][1] == entry["en"]
    assert set(found(brief, "name")) == {("key_points.2", "kept")}
    strict, _ = briefed(wrong, only(key_points=[entry]), strict=True)
    assert len(strict.key_points) == 1


def test_an_entry_that_is_emptied_is_withdrawn():
    """It is not asked a third time."""
    wrong = altered(
        stakeholders=[*STORY_ANSWER["stakeholders"], {**STORY_ANSWER["stakeholders"][0], "name": "Valdaure"}]
    )
    empty = {"name": "", "name_en": "", "kind": "group", "role": "", "sentences": []}
    brief, server = briefed(wrong, only(stakeholders=[empty]))
    assert len(server.asked) == 2
    assert [party.name for party in brief.stakeholders] == ["Ostrelec"]
    assert found(brief, "withdrawn") == [("stakeholders.2", "dropped")]


def test_an_empty_list_of_key_points_is_asked_again():
    """A brief without them is none."""
    brief, server = briefed(altered(key_points=[]), only(key_points=STORY_ANSWER["key_points"]))
    assert "There are no key points" in last_turns(server.asked)[1]
    assert len(brief.key_points) == 2


def test_an_answer_with_nothing_in_it_is_an_error():
    """In one line that names the model's fault."""
    with pytest.raises(ModelOutputError, match=r"no statement|nothing usable"):
        briefed(only())


def test_a_hundred_key_points_are_cut():
    """And each that is left out is said."""
    words = [f"Ostrelec is buying Valdor, {'very ' * n}soon." for n in range(100)]
    brief, _ = briefed(altered(key_points=[{"en": each, "sentences": ["S2"]} for each in words]))
    assert 1 <= len(brief.key_points) <= 10
    assert len(brief.key_points) + sum(f.action == "dropped" for f in brief.findings) == 100


def long_story(parts=40):
    """A text of many paragraphs, each with a name and an amount of its own."""
    paragraphs = [
        f"La commune de Kerbrac{n} a payé {n + 11} millions d'euros pour son port. Le maire y tient beaucoup."
        for n in range(parts)
    ]
    return "\n\n".join(paragraphs) + "\n"


def in_parts(request):
    """Draft a point for the first sentence of each part; choose every draft."""
    shown = request["messages"][-1]["content"]
    if request["messages"][0]["content"].startswith("A long French article"):
        keys = [line.split("]")[0][1:] for line in shown.splitlines()]
        answer = {name: [key for key in keys if key.startswith(f"{name}.")] for name in only()}
        return writer({**answer, "headline": "headline.2"})(request)
    key, words = shown.split("[", 1)[1].split("] ", 1)
    town, amount = words.split()[3], words.split()[6]
    en = f"{town} paid €{amount} million for its port."
    return writer(
        only(
            headline={"en": f"{town} pays for its port", "sentences": [key]},
            key_points=[{"en": en, "sentences": [key]}],
        )
    )(request)


def test_a_long_article_is_drafted_in_parts_and_chosen_from():
    """As few parts as fit the context; what is chosen may come from any of them."""
    with scripted(in_parts) as server:
        choice = Choice(
            name="openai/scripted", why="a test", base_url=server.base_url, context=16_000, timeout=20.0
        )
        brief = asyncio.run(asummarize(long_story(200), model=choice))
    assert len(server.asked) >= 3
    assert len(brief.key_points) == len(server.asked) - 1
    assert brief.headline.evidence[0].start > len(brief.article.text) // (2 * len(server.asked))
    assert verify(brief) == []


def test_a_long_article_is_one_question_where_it_fits():
    """A hosted model takes more than any article."""
    brief, server = briefed(
        only(
            headline={"en": "Kerbrac0 pays for its port", "sentences": ["S1"]},
            key_points=[{"en": "Kerbrac0 paid €11 million for its port.", "sentences": ["S1"]}],
        ),
        text=long_story(2000),
    )
    assert len(server.asked) == 1
    assert len(brief.key_points) == 1


UNCERTAIN = {
    "a count of what is listed": ("The CDK union asks for four things.", "S8"),
    "a place in English": ("The CDK union of Luhansk demands a 7% rise.", "S8"),
}


@pytest.mark.parametrize("kind", UNCERTAIN)
def test_what_is_seldom_right_is_not_asked_again(kind):
    """One call, no remark: such complaints about a large model were never right."""
    en, key = UNCERTAIN[kind]
    points = [STORY_ANSWER["key_points"][0], {"en": en, "sentences": [key]}]
    brief, server = briefed(altered(key_points=points))
    assert (len(server.asked), brief.findings) == (1, ())
    assert [point.en for point in brief.key_points][1] == en
    assert verify(brief) == []


def test_words_that_hold_no_figure_are_dropped_at_once():
    """A model that is asked again withdraws them."""
    figure = {"figure": "la société Valdor", "subject": "Valdor", "measure": "buyer"}
    brief, server = briefed(altered(key_figures=[*STORY_ANSWER["key_figures"], figure]))
    assert len(server.asked) == 1
    assert len(brief.key_figures) == len(STORY_ANSWER["key_figures"])
    assert [f.action for f in brief.findings] == ["dropped"]
