"""The headline and the key points: which sentences are asked about, and what becomes of the answers."""

import pytest

from summarizer.errors import ModelOutputError
from summarizer.faithfulness.issue import Issue
from summarizer.schemas.overview import OverviewEntry
from summarizer.sections.piecewise import base, overview
from summarizer.sections.piecewise.key_sentences import choose, reads_alone
from tests.articles import answered, asked, assembled, key_of, story

MARKED = story()
LEAD = key_of(MARKED.sentences, "a annoncé jeudi")
UNION = key_of(MARKED.sentences, "Le syndicat CDK")


def said(**english):
    """Answer the embedded questions with these sentences, and assemble."""
    entries = {key: OverviewEntry(en=words) for key, words in english.items()}
    return assembled("overview", MARKED, answered(overview.questions(MARKED), entries))


def test_the_headline_and_each_key_sentence_are_asked_once():
    """In either profile the same ids; a heading is no key point."""
    ids = asked(overview.questions(MARKED))
    assert ids[0] == overview.HEADLINE
    assert sorted(ids[1:]) == sorted(choose(MARKED))
    assert not any(MARKED.sentences[key].heading for key in ids[1:])


def test_statements_rest_on_their_sentences():
    """The headline on the title, a point on its own sentence; nothing is found."""
    made = said(H1="Ostrelec buys Valdor", **{LEAD: "Ostrelec is buying Valdor for €2.4 million."})
    headline, (point,) = made.fields["headline"], made.fields["key_points"]
    assert (headline.en, headline.evidence) == ("Ostrelec buys Valdor", MARKED.spans(["S1"]))
    assert point.evidence == MARKED.spans([LEAD])


def test_points_stand_in_the_order_of_the_text():
    """Whatever the order of the answers."""
    made = said(
        **{UNION: "The CDK union wants 7% more.", LEAD: "Ostrelec is buying Valdor."}, H1="Ostrelec buys"
    )
    assert [point.evidence for point in made.fields["key_points"]] == [
        MARKED.spans([LEAD]),
        MARKED.spans([UNION]),
    ]


def test_a_point_that_the_article_does_not_bear_is_dropped_and_said_to_be():
    """With its reason; the first sound point stands for a headline that failed."""
    made = said(
        H1="Ostrelec buys 19 ports", **{LEAD: "Ostrelec is buying Valdor.", UNION: "CDK wants 55% more."}
    )
    assert made.fields["headline"] == made.fields["key_points"][0]
    assert [point.en for point in made.fields["key_points"]] == ["Ostrelec is buying Valdor."]
    dropped = {finding.item: finding for finding in made.findings if finding.code != "no_answer"}
    assert set(dropped) == {"H1", UNION}
    assert {finding.action for finding in dropped.values()} == {"dropped"}
    assert {finding.section for finding in made.findings} == {"overview"}


def test_what_was_never_answered_is_said():
    """A finding for each id."""
    made = said(H1="Ostrelec buys Valdor")
    assert {finding.item for finding in made.findings} == set(choose(MARKED))
    assert {finding.code for finding in made.findings} == {"no_answer"}


def test_without_a_sound_statement_there_is_no_overview():
    """The error says what to do."""
    with pytest.raises(ModelOutputError, match="stronger --model"):
        said(H1="Ostrelec buys 19 ports")


def test_a_pronoun_of_whom_code_is_certain_is_told():
    """The name is shown in place of « Elle »."""
    marked = story("Anne Roy dirige le port. Elle a promis 40 millions d'euros aux dockers de Kerlann.\n")
    key = key_of(marked.sentences, "Elle a promis")
    assert reads_alone(marked, key)
    (question,) = [q for q in overview.questions(marked) if q.ids == (key,)]
    assert f"[{key}] Anne Roy a promis" in question.messages[-1]["content"]


LONG = story(
    "La grève est finie\n\nLe port de Kerlann a vendu hier deux grues géantes à la ville de Roscanvel,"
    " qui doit les payer en dix ans.\n\nLe syndicat CDK réclame 40 nouveaux emplois au port.\n"
)
SOLD = key_of(LONG.sentences, "a vendu hier")


def sure(confidence, marked=MARKED, **english):
    """The states of answers of which the model was so sure."""
    states = answered(overview.questions(marked), {k: OverviewEntry(en=w) for k, w in english.items()})
    for state in states:
        state.confidence |= dict.fromkeys(english.values(), confidence)
    return states


def test_what_the_model_was_not_sure_of_gives_way():
    """The headline is asked as mixed text, another sentence in a point's place; what it was sure of stays."""
    english = {
        "H1": "Ostrelec buys Valdor despite dockers' anger",
        LEAD: "Ostrelec is buying Valdor for €2.4 million.",
    }
    first = set(asked(overview.questions(MARKED)))
    assert not {"H1", LEAD} & set(asked(overview.again(MARKED, sure(0.99, **english))))
    asked_again = asked(overview.again(MARKED, sure(0.2, **english)))
    assert "H1" in asked_again
    assert set(asked_again[1:]) - first
    assert 1 < len(asked_again) <= overview.MOST_AGAIN


def test_a_long_sentence_is_asked_by_its_main_clause():
    """Its relative clause is left out, and the sentence stays the evidence."""
    (question,) = [
        q
        for q in overview.again(LONG, sure(0.2, LONG, **{SOLD: "The port sold two cranes."}))
        if q.ids == (SOLD,)
    ]
    assert question.messages[-1]["content"].endswith("grues géantes à la ville de Roscanvel")


@pytest.mark.parametrize(("surer", "shown"), [(0.8, "The port of Kerlann sold two cranes."), (0.1, None)])
def test_the_surer_answer_wins(surer, shown):
    """Whichever way it was asked; a finding about an answer that gave way is none of the brief."""
    states = sure(0.2, LONG, **{SOLD: "The port sold two doors."})
    for state in states:
        if state.ids and SOLD in state.ids:
            state.reasked[SOLD] = (Issue("number", "19", "no such number"),)
    again = [question.new_state() for question in overview.again(LONG, states)]
    for state in again:
        if state.ids and SOLD in state.ids:
            state.enter([(SOLD, OverviewEntry(en="The port of Kerlann sold two cranes."))])
            state.confidence["The port of Kerlann sold two cranes."] = surer
    made = assembled("overview", LONG, [*states, *again])
    assert [point.en for point in made.fields["key_points"]] == [shown or "The port sold two doors."]
    told = [(finding.item, finding.action) for finding in made.findings if finding.code == "number"]
    assert told == ([] if shown else [(SOLD, "reasked")])


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ("Union ends strike.", "Union ends strike"),
        ("A" * 50 + ", " + "b" * 60, "A" * 50),
        ("A" * 20 + ", " + "b" * 90, "A" * 20 + ", " + "b" * 90),
        ("A" * 60 + " after " + "b" * 30 + " while " + "c" * 20, "A" * 60),
        ("A" * 60 + " unless " + "b" * 30, "A" * 60 + " unless " + "b" * 30),
    ],
    ids=["stop", "last clause", "too short without it", "two clauses", "a condition"],
)
def test_a_headline_is_short(english, shown):
    """Its last clauses are left out where enough is left."""
    assert overview.short_headline(english) == shown


@pytest.mark.parametrize(
    ("english", "word"),
    [
        ("The mayor spoke before medusated councillors.", "medusated"),
        ("The viaduc of Kerlann collapsed.", "viaduc"),
        ("The jihadist spoke before stunned councillors in Kerlann.", None),
        ("The carmaker's subcontractors build trams.", None),
    ],
)
def test_words_that_are_no_english_are_told(english, word):
    """A small model makes words up, or leaves French ones."""
    marked = story("Le maire de Kerlann a parlé devant des élus médusés du viaduc.\n")
    (key,) = choose(marked)
    issues = overview.check(marked, key, OverviewEntry(en=english))
    found = [issue.words for issue in issues if issue.rule != "thing"]
    assert (word in found) if word else not set(found) & set(english.replace(".", "").split())


def test_a_sentence_that_breaks_off_is_dropped():
    """A small model ends an answer at a quotation mark; the rest of the sentence lacks."""
    marked = story(
        "Le maire juge l'offre « trop basse » et refuse de vendre le port de Kerlann aux dockers du syndicat "
        "avant la fin du mois.\n"
    )
    (key,) = choose(marked)
    for english, issues in (
        ("The mayor judges the offer", 1),
        ("The mayor judges the offer “too low” and refuses to sell the port to the union's dockers.", 0),
    ):
        assert len(overview.check(marked, key, OverviewEntry(en=english))) == issues


def test_what_the_model_was_unsure_of_is_left_out():
    """Also where no key point is left."""
    keys = choose(MARKED)
    told = (
        "Workers are angry about pay and about their future.",
        "A ferry will sail to the islands in the morning.",
        "Everybody hopes that the weather will be better soon.",
        "Houses near the beach are expensive and hard to find.",
        "Children play football behind the old school.",
        "Some people would rather read a good book.",
    )
    english = {overview.HEADLINE: "Ostrelec buys Valdor", **dict(zip(keys, told, strict=False))}
    states = answered(overview.questions(MARKED), {k: OverviewEntry(en=w) for k, w in english.items()})
    for state in states:
        state.confidence |= dict.fromkeys(english.values(), 0.1)
    made = assembled("overview", MARKED, states)
    assert not made.fields["key_points"]
    assert {finding.item for finding in made.findings if finding.code == "unsure"} == set(keys)
    states[-1].confidence[english[keys[-1]]] = base.SHOWN / base.GUESSED + 0.01
    made = assembled("overview", MARKED, states)
    assert [point.en for point in made.fields["key_points"]] == [english[keys[-1]]]
    assert {finding.item for finding in made.findings if finding.code == "unsure"} == set(keys[:-1])


def test_an_article_of_no_sentences_asks_nothing():
    """Nothing to rest a headline on."""
    marked = type(MARKED)(MARKED.article, {}, {}, {}, {})
    assert overview.questions(marked) == []
    assert overview.evidence(marked, overview.HEADLINE) == []


@pytest.mark.parametrize(
    ("english", "ends"),
    [
        ("The port of Kerlann buys Valdor, which is a company of the", False),
        ("The port of Kerlann buys Valdor, and", False),
        ("The port of Kerlann buys Valdor", True),
    ],
    ids=["article", "conjunction", "whole"],
)
def test_a_sentence_that_breaks_off_is_refused(english, ends):
    """The answer came to its bound; nobody is shown half a sentence."""
    entry = OverviewEntry(en=english)
    codes = [finding.code for finding in overview.check(MARKED, LEAD, entry)]
    assert ("form" in codes) is not ends
