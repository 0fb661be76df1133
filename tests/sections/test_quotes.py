"""Quotes of a strong model: the French is the article's, the speaker is named by its words."""

import pytest

from summarizer.sections import quotes
from tests.articles import story
from tests.sections.drafts import quote

MARKED = story()


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        pytest.param(quote(), None, id="sound"),
        pytest.param(quote("Nous allons embaucher au printemps"), None, id="by words"),
        pytest.param(quote("Nous allons embaucher"), None, id="a part of it"),
        pytest.param(quote("Nous voulons embaucher au printemps"), "quotation", id="altered words"),
        pytest.param(quote("Le groupe emploie 1 200 personnes"), "quotation", id="nobody says it"),
        pytest.param(quote("Q7"), "quotation", id="no such id"),
        pytest.param(quote(en="We are going to hire 300 people"), "number", id="another number"),
        pytest.param(quote(en="Nous allons embaucher au printemps"), "copy", id="the French again"),
        pytest.param(quote(speaker="Marie Kermarec"), "speaker", id="a speaker who is not there"),
        pytest.param(quote(speaker=None, speaker_en=None), None, id="no speaker"),
    ],
)
def test_what_speaks_against_a_quote(draft, code):
    """Words that nobody says, a translation that is none, a speaker whom the article does not name."""
    issues = [issue for issue in quotes.check(MARKED, draft) if issue.severity != "soft"]
    assert (code is None and not issues) or code in {issue.code for issue in issues}


def test_another_speaker_than_the_clause_names_is_a_remark():
    """The model decides, the brief says what the clause seems to say."""
    issues = quotes.check(MARKED, quote(speaker="CDK", speaker_en="CDK"))
    assert [(issue.code, issue.severity) for issue in issues] == [("speaker", "soft")]
    (made,) = quotes.assemble(MARKED, {"quotes": [quote(speaker="CDK")]}).fields["quotes"]
    assert made.speaker == "CDK"


def test_the_speaker_is_named_in_full_with_its_place():
    """By the fullest form of the name, at the mention nearest to the quotation."""
    marked = story("Marie Kervadec dirige le port. « La grue est cassée », a dit Mme Kervadec.\n")
    draft = quote(en="The crane is broken", speaker="Mme Kervadec", speaker_en="Marie Kervadec")
    (made,) = quotes.assemble(marked, {"quotes": [draft]}).fields["quotes"]
    assert (made.speaker, made.speaker_en) == ("Marie Kervadec", None)
    assert made.speaker_source.start > 40


def test_a_common_noun_has_its_english_form():
    """The French stays beside it."""
    marked = story("« La grue est cassée », ont dit les secours.\n")
    draft = quote(en="The crane is broken", speaker="les secours", speaker_en="the emergency services")
    assert quotes.check(marked, draft) == []
    (made,) = quotes.assemble(marked, {"quotes": [draft]}).fields["quotes"]
    assert (made.speaker, made.speaker_en) == ("les secours", "the emergency services")


def test_quotes_stand_in_the_order_of_the_text_and_once():
    """Whatever the order of the drafts; a part of a quote that is listed is left out."""
    port = quote("dangereux pour tout le port", "dangerous for the whole port", speaker="CDK")
    made = quotes.assemble(MARKED, {"quotes": [port, quote(), quote("embaucher au printemps")]})
    assert [each.source.text[:5] for each in made.fields["quotes"]] == ["Nous ", "dange"]
    assert [finding.code for finding in made.findings] == ["repeat"]


def test_the_same_words_of_the_same_speaker_stand_once():
    """A title often has what its text says again; « oui » of two people is two quotes."""
    marked = story(
        "« Oui », a dit Marie Kervadec. « Oui », a dit Paul Durand. « Oui », redit Marie Kervadec.\n"
    )
    drafts = [
        quote(f"Q{n}", en="Yes", speaker=who)
        for n, who in enumerate(["Marie Kervadec", "Paul Durand", "Marie Kervadec"], start=1)
    ]
    made = quotes.assemble(marked, {"quotes": drafts})
    assert [each.speaker for each in made.fields["quotes"]] == ["Marie Kervadec", "Paul Durand"]
