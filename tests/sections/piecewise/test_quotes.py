"""Quotes: the French is the article's, the speaker the article's where its syntax is plain."""

import pytest

from summarizer.schemas.quotes import TranslatedEntry
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
    assert question.messages[-1]["content"].endswith(f"[{HIRING}] Nous allons embaucher au printemps")
    assert set(question.entry.model_fields) == {"en"}


def test_the_french_and_its_place_are_the_articles():
    """The answer gives the English alone."""
    made = quoted(**{HIRING: TranslatedEntry(en=HIRING_EN)})
    (quote,) = made.fields["quotes"]
    assert quote.source == MARKED.span(*MARKED.extent(HIRING))
    assert quote.source.text == "Nous allons embaucher au printemps"
    assert (quote.en, quote.partial) == (HIRING_EN, False)


def test_the_speaker_is_given_by_the_most_complete_form_of_the_name():
    """And the place where the article says so, as it says it."""
    marked = story("Marie Kervadec dirige le port de Kerlann. « La grue est cassée », a dit Mme Kervadec.\n")
    (quote,) = quoted(marked, Q1=TranslatedEntry(en="The crane is broken")).fields["quotes"]
    assert quote.speaker == "Marie Kervadec"
    assert quote.speaker_source.text.endswith("Kervadec")
    assert quote.speaker_source.start > 40


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


def test_quotations_without_an_answer_are_left_out_and_said():
    """No English, no quote."""
    made = quoted()
    assert made.fields["quotes"] == ()
    assert {(f.item, f.action) for f in made.findings} == {(key, "dropped") for key in MARKED.quotations}


def test_nobody_is_made_a_speaker():
    """Where no clause names one there is none."""
    (quote,) = quoted(OPEN, Q1=TranslatedEntry(en="The crane on the pier is broken.")).fields["quotes"]
    assert (quote.speaker, quote.speaker_source) == (None, None)


def test_a_line_of_dictionary_stands_in_front():
    """For what is hard in the quotation."""
    marked = story("« Il faut songer à se faire coter », a déclaré Marie Kervadec.\n")
    (question,) = quotes.questions(marked)
    shown = question.messages[-1]["content"]
    assert shown.startswith("Dictionary: ")
    assert "se faire coter = go public" in shown
    assert shown.endswith("[Q1] Il faut songer à se faire coter")


@pytest.mark.parametrize(("confidence", "kept"), [(0.9, 1), (0.1, 0)])
def test_unsure_words_are_left_out_and_said_to_be_unsure(confidence, kept):
    """A quotation whose English is a guess is not shown."""
    states = answered(quotes.questions(MARKED), {HIRING: TranslatedEntry(en=HIRING_EN)})
    for state in states:
        state.confidence[HIRING_EN] = confidence
    made = assembled("quotes", MARKED, states)
    assert len(made.fields["quotes"]) == kept
    assert [f.action for f in made.findings if f.code == "unsure"] == ["dropped"] * (1 - kept)


def test_long_articles_have_their_best_quotations_asked():
    """At most `MOST`; those with a speaker go first."""
    text = "".join(f"« La grue {n} du port est cassée », a dit Anne Roy. " for n in range(12))
    marked = story(f"« Le quai est vide ce soir. »\n\n{text}\n")
    chosen = quotes.choose(marked)
    assert len(chosen) == quotes.MOST
    assert all(marked.quotations[key].speaker for key in chosen)


@pytest.mark.parametrize(
    ("french", "english", "told"),
    [
        ("peut-être vendre le port", "Perhaps sell the port", "perhaps sell the port"),
        ("vendre le port", "Monday is the day to sell the port", "Monday is the day to sell the port"),
        ("Vendre le port en mars", "Selling the port in March", "Selling the port in March"),
        ("d'une attaque contre le port", "of an attack on the port", "an attack on the port"),
        ("des attaques contre le port", "Of attacks on the port", "attacks on the port"),
    ],
)
def test_part_of_a_sentence_begins_with_a_small_letter(french, english, told):
    """As its French does; a name keeps its capital, and « d'une attaque » is an attack."""
    marked = story(f"Anne Roy a dit vouloir « {french} ».\n")
    (quote,) = quoted(marked, Q1=TranslatedEntry(en=english)).fields["quotes"]
    assert quote.en == told


@pytest.mark.parametrize(
    ("speaker", "english"),
    [
        ("un responsable de l'administration de Paul Roc", "an official of Paul Roc's administration"),
        ("un responsable d'Ostrelec", "an official of Ostrelec"),
        ("une porte-parole de la Maison-Blanche", "a spokesperson for the White House"),
        ("le chef de mission d'Ostrelec", "the head of mission of Ostrelec"),
        ("les grévistes", "the strikers"),
        ("le responsable d'Ostrelec", None),
        ("un responsable de l'administration du port", None),
        ("un porte-parole du groupement des ports", None),
        ("Paul Roc", None),
        ("la directrice d'Ostrelec Anne Roy", None),
    ],
)
def test_a_speaker_who_is_only_described_has_english(speaker, english):
    """By the titles that code knows; a name stays, and what is not certain stays French."""
    marked = story(f"Le groupe Ostrelec ferme. « La grue est cassée », selon {speaker}.\n")
    (quote,) = quoted(marked, Q1=TranslatedEntry(en="The crane is broken")).fields["quotes"]
    assert quote.speaker_en == english
