"""Sections that a user brings are asked in both plans, checked and assembled as the others."""

import asyncio
import json
from dataclasses import replace
from typing import TypeVar

import pytest

from summarizer.articles.article import make_article
from summarizer.articles.read import read_article
from summarizer.asking.prepare import prepare
from summarizer.asking.profiles import EMBEDDED, HOSTED
from summarizer.pipeline import Options, asummarize
from summarizer.schemas.brief import Brief, Figure, Named, Quote, Statement
from summarizer.sections.own import Issue, OwnSection, read_section
from summarizer.sections.own.piece_question import PieceQuestion
from summarizer.verify import verify
from tests.sections.own.spending import (
    ARTICLE,
    DEADLINES,
    FUND,
    RAIL,
    SPENDING,
    VOTE,
    answering,
    both,
    briefed,
)
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, passage_of, sound_answer

V = TypeVar("V")


def keys(questions):
    """Give the keys of questions about pieces."""
    assert all(isinstance(question, PieceQuestion) for question in questions)
    return [question.key for question in questions]


def value(entry, name, kind: type[V]) -> V:
    """Give the value of an entry's field, which is of that type."""
    given = entry.values[name]
    assert isinstance(given, kind)
    return given


def test_it_is_asked_and_assembled(brief):
    """Figures are read by code, quotations are the article's, names have their mentions."""
    spending, deadlines = brief.extensions
    assert (spending.title, len(spending.entries), len(deadlines.entries)) == ("Spending", 2, 1)
    fund, rail = (entry.values for entry in spending.entries)
    assert isinstance(fund["amount"], Figure)
    assert (fund["amount"].en, fund["amount"].unit, fund["payer"]) == ("€2.5 million", "EUR", None)
    assert isinstance(rail["payer"], Named)
    assert rail["payer"].mentions[0].text == "Apolline Vernoux"
    assert isinstance(rail["words"], Quote)
    assert rail["words"].source.text.startswith("À ce prix-là")
    assert isinstance(rail["purpose"], Statement)
    assert rail["purpose"].evidence[0].text.startswith("«\u00a0À ce prix-là")
    assert brief.provenance.sections == {section.name: section.fingerprint for section in both()}
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


def test_a_model_is_told_of_it_in_both_plans():
    """In the prompt, the schema and the worked answer; without a section nothing changes."""
    article = read_article(ARTICLE)
    (whole,) = prepare(article, HOSTED, None, both()).questions
    shown = json.dumps(whole.messages, ensure_ascii=False)
    assert "every sum that somebody spends" in shown
    assert '\\"state\\":\\"spent\\"' in shown
    assert {"spending", "deadlines"} < set(whole.answer_type().model_json_schema()["properties"])
    assert (
        prepare(article, HOSTED, None, ()).questions[0].messages
        == prepare(article, HOSTED).questions[0].messages
    )
    pieces = prepare(article, EMBEDDED, None, both()).pieces
    assert keys(pieces["spending"]) == ["S3", "S5", "S12"]
    assert keys(pieces["deadlines"])[-2:] == ["S6", "S15"]
    asked = pieces["spending"][0]
    assert "N2 = 487 millions d’euros" in asked.messages[-1]["content"]
    assert '"amount": "N3"' in asked.messages[2]["content"]
    entry = next(iter(asked.answer_type().model_json_schema()["$defs"].values()))
    assert entry["properties"]["amount"]["enum"] == ["N1", "N2", "N3", ""]


FAULTS = {
    "a number of nowhere": (FUND | {"purpose": "a fund for 4,321 shopkeepers"}, "number"),
    "an unknown sentence": (FUND | {"sentences": ["S99"]}, "id"),
    "no sentence": (FUND | {"sentences": []}, "id"),
    "no figure": (FUND | {"amount": "beaucoup"}, "figure"),
    "a figure that is none": (FUND | {"amount": "N99"}, "figure"),
    "words never said": (RAIL | {"words": "le tram est gratuit"}, "quotation"),
    "a translation's number": (RAIL | {"words_en": "It costs 39 million"}, "number"),
    "a name that is not there": (FUND | {"payer": "Margaux Wellington", "payer_en": "M. W."}, "name"),
    "a name left in French": (RAIL | {"payer": "commerçants", "payer_en": "les commerçants"}, "language"),
    "French for English": (FUND | {"purpose": "le fonds d'indemnisation des commerçants"}, "language"),
    "nothing said": (FUND | {"purpose": " "}, "form"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_asked_again_and_then_dropped(name):
    """As in the sections of the contract: with the reason; what is mended stays."""
    wrong, code = FAULTS[name]
    brief, asked = briefed(([wrong, RAIL], [VOTE]), ([FUND], []))
    assert len(asked) == 2
    assert len(brief.extensions[0].entries) == 2
    assert (code, "spending", "reasked") in {(f.code, f.section, f.action) for f in brief.findings}
    stubborn, _ = briefed(([wrong, RAIL], [VOTE]), ([wrong], []))
    assert code in {f.code for f in stubborn.findings if f.section == "spending" and f.action != "reasked"}
    assert verify(stubborn, sections=both()) == []


def test_its_own_rule_asks_again():
    """A deadline that does not say when is dropped if the model stays with it."""
    late = VOTE | {"when": "soon"}
    brief, asked = briefed(([FUND], [late]), ([], [late]))
    assert "“soon” does not say when" in asked[1]["messages"][-1]["content"]
    assert brief.extensions[1].entries == ()
    assert ("deadline", "dropped") in {(f.code, f.action) for f in brief.findings}


def test_a_rule_that_fails_costs_no_answer():
    """It is a remark in the brief: the entry stays, and the rest of the brief."""

    def broken(_marked, draft):
        return [Issue(draft.nonsense, "", "")]

    spending = OwnSection(**read_section(SPENDING).model_dump(), rule=broken)
    brief, asked = briefed(([FUND], []), sections=(spending, read_section(DEADLINES)))
    assert (len(asked), len(brief.extensions[0].entries)) == (1, 1)
    (told,) = [f.message for f in brief.findings if f.code == "rule"]
    assert told.startswith("The rule of the section 'spending' failed: AttributeError: ")


def test_entries_are_listed_once_and_in_number():
    """The same entry again, or one too many, is left out with a finding. An empty one is withdrawn."""
    kinds = ("relief", "support", "aid", "welfare", "rescue", "public", "special", "help")
    brief, _ = briefed(([FUND, FUND, *({**FUND, "purpose": f"{kind} fund"} for kind in kinds)], []))
    assert len(brief.extensions[0].entries) == 8
    assert [f.code for f in brief.findings if f.section == "spending" and f.action == "dropped"] == [
        "repeat",
        "too_many",
    ]
    nothing = dict.fromkeys(FUND, "") | {"state": "spent", "sentences": []}
    withdrawn, _ = briefed(([nothing], []))
    assert [f.code for f in withdrawn.findings if f.section == "spending"] == ["withdrawn"]


def test_a_second_reader_judges_it():
    """Each entry as a whole, further words alone, a translation at its own words."""
    ordinary = answering(([FUND, RAIL], [VOTE]))

    def reply(request):
        if "objections" not in request["response_format"]["json_schema"]["schema"]["properties"]:
            return ordinary(request)
        answer = sound_answer(request)
        lines = passage_of(request).splitlines()
        bad = next(line.split(".")[0] for line in lines if "Spending: Purpose: compensation fund" in line)
        objection = {"statement": bad, "verdict": "not", "reason": "It is for shops."}
        supported = [number for number in answer["supported"] if number != bad]
        return Reply(body=completion(json.dumps({"supported": supported, "objections": [objection]})))

    with scripted(reply) as server:
        options = Options(sections=both(), second_reader="same")
        made = asummarize(read_article(ARTICLE), model=chosen(server, "hosted"), options=options)
        brief = asyncio.run(made)
    rail, *others = brief.extensions[0].entries
    assert (value(rail, "purpose", Statement).second_reading, others) == ("supported", [])
    assert ("second_reader", "spending", "dropped") in {(f.code, f.section, f.action) for f in brief.findings}


def test_a_small_model_is_asked_sentence_by_sentence():
    """It says whether the sentence tells of the matter; ids are chosen, and code reads them."""

    def reply(request):
        schema = request["response_format"]["json_schema"]["schema"]
        (entry, *_) = schema.get("$defs", {"": {}}).values()
        if "applies" not in entry.get("properties", {}):
            return Reply(body=completion(json.dumps(sound_answer(request))))
        (key,) = schema["properties"]
        said = dict.fromkeys(entry["properties"], "") | {"applies": key in {"S12", "S15"}}
        if key == "S12":
            said |= {"purpose": "The compensation fund.", "amount": "N12", "state": "planned"}
            said |= dict.fromkeys(("payer", "words"), "none")
        elif key == "S15":
            said |= {"what": "A public meeting.", "when": "Tuesday at 6:30 p.m.", "who": "none"}
        return Reply(body=completion(json.dumps({key: said})))

    with scripted(reply) as server:
        made = asummarize(
            read_article(ARTICLE), model=chosen(server), options=Options(sections=both(), reasks=0)
        )
        brief = asyncio.run(made)
    spending, deadlines = brief.extensions
    assert [value(entry, "amount", Figure).en for entry in spending.entries] == ["€2.5 million"]
    assert [value(entry, "when", Statement).en for entry in deadlines.entries] == ["Tuesday at 6:30 p.m."]
    assert (value(spending.entries[0], "purpose", Statement).confidence or 0.0) > 0.8
    assert verify(brief, sections=both()) == []


def test_a_long_article_is_chosen_from():
    """The drafts of all parts are put to the model with their ids, those of a user's section too."""
    text = "\n\n".join(ARTICLE.read_text("cp1252") for _ in range(6))
    with scripted(answering(([FUND], []))) as server:
        choice = replace(chosen(server, "hosted"), context=14_000)
        asyncio.run(asummarize(make_article(text), model=choice, options=Options(sections=both())))
        asked = server.asked[-1]["messages"]
    assert '"spending": up to 8 that differ.' in asked[0]["content"]
    assert "[spending.1] Spending: Purpose: compensation fund" in asked[1]["content"]
