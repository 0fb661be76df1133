"""Stakeholders of a strong model: named by the article's words, each once, in English."""

import pytest

from summarizer.sections import stakeholders
from tests.articles import story
from tests.sections.drafts import party

MARKED = story()
UNION = party("Le syndicat CDK", "the CDK union", role="trade union", sentences=["S8"])


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        pytest.param(party(), None, id="sound"),
        pytest.param(
            party("Le syndicat CDK", "the CDK union", role="trade union", sentences=["S8"]), None, id="group"
        ),
        pytest.param(party("Marie Kermarec"), "name", id="not in the article"),
        pytest.param(party("aux sous-traitants", ""), "name", id="no English form"),
        pytest.param(party("les dockers", "les dockers"), "language", id="a French form"),
        pytest.param(party(role="officer of 19 ferries"), "number", id="a number from nowhere"),
        pytest.param(party(sentences=["S77"]), "id", id="no such sentence"),
    ],
)
def test_what_speaks_against_a_stakeholder(draft, code):
    """A name that does not stand there, French left standing, a role without support."""
    issues = [issue for issue in stakeholders.check(MARKED, draft) if issue.severity != "soft"]
    assert (code is None and not issues) or code in {issue.code for issue in issues}


def test_the_name_and_its_mentions_are_the_articles():
    """The fullest form, every mention; an English form that is the same is not repeated."""
    (made,) = stakeholders.assemble(MARKED, {"stakeholders": [party()]}).fields["stakeholders"]
    assert (made.name, made.name_en, made.kind) == ("Marie Kervadec", None, "person")
    assert all(MARKED.text[m.start : m.end] == m.text for m in made.mentions)
    assert made.role.evidence == MARKED.spans(["S5"])


def test_a_common_noun_is_shown_in_english():
    """Beside the article's own words."""
    draft = party(
        "la colère des dockers",
        "the dockers' anger",
        kind="group",
        role="oppose the takeover",
        sentences=["S1"],
    )
    (made,) = stakeholders.assemble(MARKED, {"stakeholders": [draft]}).fields["stakeholders"]
    assert made.name_en == "the dockers' anger"


def test_each_is_listed_once():
    """Two forms of one name are one stakeholder."""
    drafts = [
        party("Ostrelec", kind="organisation"),
        party("Le groupe Ostrelec", "Ostrelec", kind="organisation"),
    ]
    made = stakeholders.assemble(MARKED, {"stakeholders": drafts})
    assert len(made.fields["stakeholders"]) == 1
    assert [finding.code for finding in made.findings] == ["repeat"]
