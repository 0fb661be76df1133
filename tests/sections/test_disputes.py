"""Disputes of a strong model: two parties of the article, each with a position of its own."""

import pytest

from summarizer.sections import disputes
from tests.articles import story
from tests.sections.drafts import dispute, side

MARKED = story()
COMPANY = side("Ostrelec", "Ostrelec", "rejects the accusations", "S9")


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        pytest.param(dispute(), None, id="sound"),
        pytest.param(dispute(side()), "sides", id="one side"),
        pytest.param(dispute(side(), side(position="rejects it")), "sides", id="the same party twice"),
        pytest.param(dispute(side(), side("Ostrelec", "Ostrelec")), "sides", id="the same position twice"),
        pytest.param(
            dispute(side(), side("Valdor", "Valdor"), COMPANY), None, id="two of three hold the same"
        ),
        pytest.param(dispute(side("Le syndicat FDT", "the FDT union"), COMPANY), "party", id="no such party"),
        pytest.param(dispute(side(party_en="le syndicat de la ville"), COMPANY), "language", id="in French"),
        pytest.param(dispute(side(party_en=""), COMPANY), "name", id="no English form"),
        pytest.param(dispute(side(position="demands 55% more pay"), COMPANY), "number", id="another number"),
        pytest.param(dispute(issue="the 19 ferries"), "number", id="another number in the issue"),
        pytest.param(dispute(sentences=[]), "id", id="an issue without a sentence"),
    ],
)
def test_what_speaks_against_a_dispute(draft, code):
    """A party that is none, fewer than two sides, positions alike, words without support."""
    issues = [issue for issue in disputes.check(MARKED, draft) if issue.severity != "soft"]
    assert (code is None and not issues) or code in {issue.code for issue in issues}


def test_sides_are_named_by_the_article_and_shown_in_english():
    """Each position with its own sentences; the issue rests on all of them."""
    (made,) = disputes.assemble(MARKED, {"disputes": [dispute(sentences=["S8"])]}).fields["disputes"]
    assert [(each.party, each.party_en) for each in made.sides] == [
        ("CDK", "the CDK union"),
        ("Ostrelec", None),
    ]
    assert made.sides[0].position.evidence == MARKED.spans(["S8"])
    assert made.issue.evidence == MARKED.spans(["S8", "S9"])


def test_a_dispute_without_two_parties_is_none():
    """Nothing of it is shown."""
    made = disputes.assemble(MARKED, {"disputes": [dispute(side(), side(position="rejects it"))]})
    assert made.fields["disputes"] == ()
