"""The headline and the key points: which sentences are asked about, and what becomes of the answers."""

import pytest

from summarizer.errors import ModelOutputError
from summarizer.schemas.overview import OverviewEntry
from summarizer.sections.piecewise import overview
from tests.articles import BARE, answered, asked, assembled, key_of, story

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
    assert sorted(ids[1:]) == sorted(overview.choose(MARKED))
    assert not any(MARKED.sentences[key].heading for key in ids[1:])


@pytest.mark.parametrize(
    ("sentences", "fewest", "most"), [(1, 1, 1), (2, 2, 2), (10, 3, 7), (80, 3, 7)], ids=str
)
def test_key_points_are_few_however_long_the_article(sentences, fewest, most):
    """Each a sentence of the article, none twice, in the order of the text."""
    marked = story(
        "\n\n".join(f"Le quai {n} du port de Kerlann ferme pour {n} mois." for n in range(sentences))
    )
    chosen = overview.choose(marked)
    assert fewest <= len(chosen) <= most
    assert chosen == sorted(set(chosen), key=marked.extent)


def test_the_story_goes_before_what_only_leans_on_it():
    """The lead sentence is a key point; a pronoun's sentence and a bare question are not."""
    marked = story(
        BARE.strip() + " Pourquoi ? Le maire de Kerlann a promis 40 millions d'euros au port. Lui, non.\n"
    )
    texts = [marked.sentences[key].text for key in overview.choose(marked)]
    assert any("40 millions" in text for text in texts)
    assert "Pourquoi ?" not in texts
    assert "Lui, non." not in texts


def test_a_figure_told_twice_is_one_point():
    """The sentence that repeats the lead's amount gives way to another."""
    assert not {key_of(MARKED.sentences, "Il a payé")} & set(overview.choose(MARKED))


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
    assert {finding.item for finding in made.findings} == set(overview.choose(MARKED))
    assert {finding.code for finding in made.findings} == {"no_answer"}


def test_without_a_sound_statement_there_is_no_overview():
    """The error says what to do."""
    with pytest.raises(ModelOutputError, match="stronger --model"):
        said(H1="Ostrelec buys 19 ports")


def test_an_article_of_no_sentences_asks_nothing():
    """Nothing to rest a headline on."""
    marked = type(MARKED)(MARKED.article, {}, {}, {}, {})
    assert overview.questions(marked) == []
    assert overview.evidence(marked, overview.HEADLINE) == []


@pytest.mark.parametrize(
    ("opening", "line"),
    [
        ("26 juillet 2016.", True),
        ("Paris, le 12 mars 2024 (AFP).", True),
        ("Mis à jour le 3 mai 2024 à 14 h 05.", True),
        ("Le seize juin mil neuf cent quatre-vingt-dix-neuf (AFP).", True),
        ("Le 12 mars 2024, Paris a voté.", False),
        ("Paris dort.", False),
    ],
    ids=["date", "agency", "updated", "in words", "a sentence with a date", "no date"],
)
def test_a_dateline_is_no_sentence_of_the_story(opening, line):
    """When and where an article was written is neither its headline nor a key point."""
    marked = story(f"{opening}\n\n{BARE}")
    first = next(iter(marked.sentences))
    assert overview.is_dateline(marked, first) is line
    assert (first in overview.choose(marked)) is not line
    assert (overview.headline_sentence(marked) == first) is not line


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
