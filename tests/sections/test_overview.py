"""The headline and the key points of a strong model: what is refused, and what becomes of the rest."""

import pytest

from summarizer.errors import ModelOutputError
from summarizer.sections import overview
from tests.articles import story
from tests.sections.drafts import point

MARKED = story()
BUYS = "Ostrelec is buying Valdor for €2.4 million."


@pytest.mark.parametrize(
    ("en", "sentences", "code", "severity"),
    [
        pytest.param(BUYS, ["S2"], None, None, id="sound"),
        pytest.param(
            "Ostrelec is buying Valdor for €2.4 million.", ["S99"], "id", "hard", id="no such sentence"
        ),
        pytest.param(BUYS, [], "id", "hard", id="no sentence"),
        pytest.param("Ostrelec is buying 19 ports.", ["S2"], "number", "hard", id="a number from nowhere"),
        pytest.param("Le groupe rachète la société.", ["S2"], "language", "hard", id="French"),
        pytest.param(".", ["S2"], "form", "hard", id="a full stop"),
        pytest.param("…", ["S2"], "form", "hard", id="an ellipsis"),
        pytest.param("🚢", ["S2"], "form", "hard", id="an emoji"),
        pytest.param("[S2] Ostrelec is buying Valdor.", ["S2"], "form", "hard", id="an id in the words"),
        pytest.param(
            "Ostrelec is buying Valdor, see https://spam.example", ["S2"], "form", "hard", id="an address"
        ),
        pytest.param("Ostrelec is buying Valdor, says @portwatch", ["S2"], "form", "hard", id="a handle"),
    ],
)
def test_what_speaks_against_a_statement(en, sentences, code, severity):
    """Ids of nothing, words that are none, another language, what no article says."""
    issues = overview.check(MARKED, point(en).model_copy(update={"sentences": sentences}))
    assert (code is None and not issues) or (code, severity) in {(i.code, i.severity) for i in issues}


def test_a_number_of_another_sentence_widens_the_evidence():
    """It is no fault: the sentence in which it stands is cited as well."""
    draft = point("Ostrelec, which employs 1,200 people, is buying Valdor.", "S2")
    assert overview.check(MARKED, draft) == []
    (said,) = overview.assemble(MARKED, {"key_points": [draft]}).fields["key_points"]
    assert [span.text[:30] for span in said.evidence] == [
        "Le groupe Ostrelec a annoncé j",
        "Le groupe emploie 1 200 person",
    ]


@pytest.mark.parametrize(
    ("en", "severity"),
    [
        pytest.param("The race took 1 hour, 19 minutes and 26 seconds.", "firm", id="digits of the article"),
        pytest.param("The race took 1 hour, 21 minutes and 26 seconds.", "hard", id="other digits"),
        pytest.param("Three hundred runners won in Brest and Kerlann.", "hard", id="an invented number"),
    ],
)
def test_a_number_that_code_may_have_failed_to_read_is_not_dropped(en, severity):
    """It is asked again once; if the model stays with it, it is kept with a finding."""
    marked = story("Anne Roy l'emporte en 01:19:26 à Brest, Luc Blin et Zoé Morvan à Kerlann.\n")
    issues = overview.check(marked, point(en, "S1"))
    assert {issue.severity for issue in issues if issue.code == "number"} == {severity}


def test_statements_stand_in_the_models_order():
    """The most important first, each with its own sentences."""
    drafts = [point("The CDK union demands 7% more pay.", "S8"), point()]
    made = overview.assemble(
        MARKED, {"headline": [point("Ostrelec buys Valdor", "S1")], "key_points": drafts}
    )
    assert [said.en for said in made.fields["key_points"]] == [draft.en for draft in drafts]
    assert made.fields["headline"].evidence == MARKED.spans(["S1"])
    assert made.findings == ()


def test_a_point_that_repeats_another_is_dropped():
    """And a finding says so."""
    again = point("Ostrelec is now buying Valdor for €2.4 million.")
    made = overview.assemble(MARKED, {"key_points": [point(), again]})
    assert len(made.fields["key_points"]) == 1
    assert [(f.code, f.action) for f in made.findings] == [("repeat", "dropped")]


def test_a_hundred_key_points_are_not_a_summary():
    """The first ones are kept, and each other one is said to be left out."""
    words = [
        "pier",
        "crane",
        "dock",
        "ship",
        "quay",
        "mast",
        "sail",
        "hull",
        "deck",
        "helm",
        "buoy",
        "rope",
        "keel",
    ]
    drafts = [
        point(f"{one} {two} wait {one} at the port {two}") for one in words for two in words if one != two
    ]
    made = overview.assemble(MARKED, {"key_points": drafts[:100]})
    assert len(made.fields["key_points"]) <= overview.MOST
    assert len(made.fields["key_points"]) + len(made.findings) == 100


def test_the_first_point_stands_for_a_headline_that_failed():
    """A brief always has a headline."""
    made = overview.assemble(MARKED, {"key_points": [point()]})
    assert made.fields["headline"] == made.fields["key_points"][0]


def test_without_a_statement_there_is_no_brief():
    """The error says what to do."""
    with pytest.raises(ModelOutputError, match="stronger --model"):
        overview.assemble(MARKED, {})
