"""Quotes: the French is the article's, the speaker the article's where its syntax is plain."""

import pytest

from summarizer.schemas.quotes import QuoteEntry, TranslatedEntry
from summarizer.sections.piecewise import quotes
from tests.articles import BARE, answered, asked, assembled, key_of, story

MARKED = story()
HIRING = key_of(MARKED.quotations, "embaucher")
PORT = key_of(MARKED.quotations, "dangereux")
HIRING_EN = "We are going to hire in spring"
OPEN = story("Marie Kervadec a reçu hier Jean Morvan à Kerlann.\n\n« La grue de la jetée est cassée. »\n")
"""Nobody says who speaks."""


def quoted(marked=MARKED, **entries):
    """Answer the questions about quotations with these entries, and assemble."""
    return assembled("quotes", marked, answered(quotes.questions(marked), entries))


def test_only_quotations_are_asked_about_and_each_once():
    """Without a quotation there is no question."""
    assert sorted(asked(quotes.questions(MARKED))) == sorted(MARKED.quotations)
    assert quotes.questions(story(BARE)) == []


def test_a_quotation_inside_another_is_part_of_it():
    """Only the outer one is asked about."""
    marked = story(
        "« J'ai dit à Jean : “Apporte-moi un projet qui tienne debout” », raconte Marie Kervadec.\n"
    )
    assert len(marked.quotations) == 2
    assert list(marked.outer_quotations) == ["Q1"]


def test_where_the_speaker_is_known_only_english_is_asked():
    """An embedded model sees nothing but the quotation, and is not asked who speaks."""
    question = next(q for q in quotes.questions(MARKED) if q.ids == (HIRING,))
    assert question.messages[-1]["content"] == f"[{HIRING}] Nous allons embaucher au printemps"
    assert set(question.entry.model_fields) == {"en"}


def test_where_the_speaker_is_not_known_the_names_around_are_offered():
    """Those who can speak, and nobody; not another paragraph's."""
    marked = story("La société Valdor et Jean Morvan ont répondu : « La grue est cassée depuis un an. »\n")
    (question,) = quotes.questions(marked)
    assert "speaker" in question.entry.model_fields
    assert set(question.choices) == set(marked.names)
    (question,) = quotes.questions(OPEN)
    assert not set(question.entry.model_fields) - {"en", "speaker"}


def test_the_french_and_its_place_are_the_articles():
    """The answer gives the English alone."""
    made = quoted(**{HIRING: TranslatedEntry(en=HIRING_EN)})
    (quote,) = made.fields["quotes"]
    assert quote.source == MARKED.span(*MARKED.extent(HIRING))
    assert quote.source.text == "Nous allons embaucher au printemps"
    assert (quote.en, quote.partial) == (HIRING_EN, False)


@pytest.mark.parametrize("claimed", ["nobody", "E1", "E2"])
def test_the_speaker_of_the_reporting_clause_wins(claimed):
    """Whoever the model says it was."""
    entry = QuoteEntry(en=HIRING_EN, speaker=claimed)
    (quote,) = quoted(**{HIRING: entry, PORT: entry}).fields["quotes"][:1]
    assert quote.speaker == "Marie Kervadec"
    assert quote.speaker_source.text == "Marie Kervadec"


def test_the_speaker_is_given_by_the_most_complete_form_of_the_name():
    """And the place where the article says so, as it says it."""
    marked = story("Marie Kervadec dirige le port de Kerlann. « La grue est cassée », a dit Mme Kervadec.\n")
    (quote,) = quoted(marked, Q1=TranslatedEntry(en="The crane is broken")).fields["quotes"]
    assert quote.speaker == "Marie Kervadec"
    assert quote.speaker_source.text.endswith("Kervadec")
    assert quote.speaker_source.start > 40


def test_a_speaker_whom_syntax_does_not_give_is_asked_for():
    """By id; the nearest mention is its source."""
    person = key_of(OPEN.names, "Jean Morvan")
    entry = QuoteEntry(en="The crane on the pier is broken.", speaker=person)
    (quote,) = quoted(OPEN, Q1=entry).fields["quotes"]
    assert (quote.speaker, quote.speaker_source.text) == ("Jean Morvan", "Jean Morvan")


@pytest.mark.parametrize("named", ["nobody", "E77"])
def test_nobody_is_made_a_speaker(named):
    """Neither by `nobody` nor by an id that names no one; the latter is refused and said."""
    made = quoted(OPEN, Q1=QuoteEntry(en="The crane on the pier is broken.", speaker=named))
    (quote,) = made.fields["quotes"]
    assert (quote.speaker, quote.speaker_source) == (None, None)
    assert ("speaker" in {finding.code for finding in made.findings}) is (named == "E77")


def test_a_fragment_is_said_to_be_one():
    """Part of the journalist's own sentence."""
    made = quoted(**{PORT: TranslatedEntry(en="dangerous for the whole port")})
    assert made.fields["quotes"][0].partial is True


def test_a_doubtful_translation_is_kept_and_said_to_be_doubtful():
    """The quotation is the article's all the same."""
    made = quoted(**{HIRING: TranslatedEntry(en="We are going to hire 300 people in spring")})
    (quote,) = made.fields["quotes"]
    assert "300" in quote.en
    assert (HIRING, "kept") in {(finding.item, finding.action) for finding in made.findings}


def test_strictly_a_doubtful_translation_is_dropped():
    """With its quotation; the finding says so."""
    states = answered(quotes.questions(MARKED), {HIRING: TranslatedEntry(en="We hire 300 people")})
    for state in states:
        state.drop_doubtful()
    made = assembled("quotes", MARKED, states)
    assert made.fields["quotes"] == ()
    assert {finding.action for finding in made.findings if finding.item == HIRING} == {"dropped"}


def test_where_model_and_clause_name_different_speakers_the_clause_stands():
    """And a finding says so; there is none where they agree."""
    right, wrong = key_of(MARKED.names, "Marie Kervadec"), key_of(MARKED.names, "Valdor")
    for named, codes in ((right, []), (wrong, ["speaker"])):
        made = quoted(**{HIRING: QuoteEntry(en=HIRING_EN, speaker=named)})
        assert made.fields["quotes"][0].speaker == "Marie Kervadec"
        assert [finding.code for finding in made.findings if finding.item == HIRING] == codes


def test_quotations_without_an_answer_are_left_out_and_said():
    """No English, no quote."""
    made = quoted()
    assert made.fields["quotes"] == ()
    assert {(f.item, f.action) for f in made.findings} == {(key, "dropped") for key in MARKED.quotations}


def test_strictly_a_quotation_of_two_speakers_is_dropped():
    """Where model and clause disagree on who speaks, and the finding says that it is dropped."""
    entry = QuoteEntry(en=HIRING_EN, speaker=key_of(MARKED.names, "Valdor"))
    states = answered(quotes.questions(MARKED), {HIRING: entry})
    for state in states:
        state.drop_doubtful()
    made = assembled("quotes", MARKED, states)
    assert made.fields["quotes"] == ()
    assert ("speaker", "dropped") in {(finding.code, finding.action) for finding in made.findings}
