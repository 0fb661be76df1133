"""Disputes: only where code is certain that two parties each take a side, in a sentence of its own."""

import pytest

from summarizer.schemas.overview import OverviewEntry
from summarizer.sections.piecewise import disputes
from tests.articles import BARE, answered, asked, assembled, key_of, story

MARKED = story()
UNION = key_of(MARKED.sentences, "Le syndicat CDK")
COMPANY = key_of(MARKED.sentences, "Ostrelec rejette")
WANTS = "The CDK union denounces a project “dangerous for the whole port” and demands a 7% rise in wages."
REJECTS = "Ostrelec rejects these accusations and refuses to reopen the discussion."


def told(confidence=None, marked=MARKED, **english):
    """Answer the questions with these sentences, each said with this confidence, and assemble."""
    entries = {key: OverviewEntry(en=words) for key, words in english.items()}
    states = answered(disputes.questions(marked), entries)
    for state in states:
        state.confidence |= {words: confidence for words in english.values() if confidence is not None}
    return assembled("disputes", marked, states)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (BARE, False),
        ("La société Valdor salue le geste de la société Ostrelec au port.\n", False),
        ("La société Valdor dénonce Ostrelec. La société Ostrelec rejette ces accusations.\n", True),
        ("Le maire Jean Morvan accuse la société Ostrelec de mentir.\n", False),
        ("Ostrelec dénonce la météo.\n", False),
        ("La société Ostrelec refuse tout. « C'est une honte », dénonce son avocat Jean Morvan.\n", False),
        ("Jean Morvan accuse Anne Roy de mentir. Anne Roy rejette ces accusations.\n", True),
    ],
    ids=["nobody", "praise", "both act", "one sentence", "one party", "spokesman", "two people"],
)
def test_a_dispute_needs_two_who_each_take_a_side(text, there):
    """In sentences of their own; a body and a person may be one side."""
    assert bool(disputes.oppositions(story(text))) is there


def test_the_two_sentences_are_asked_and_become_positions():
    """Each side's position is its own sentence, in English, with that sentence as its evidence."""
    assert asked(disputes.questions(MARKED)) == [UNION, COMPANY]
    (dispute,) = told(**{UNION: WANTS, COMPANY: REJECTS}).fields["disputes"]
    assert [(side.party, side.position.en) for side in dispute.sides] == [
        ("CDK", WANTS),
        ("Ostrelec", REJECTS),
    ]
    assert dispute.sides[0].position.evidence == MARKED.spans([UNION])


@pytest.mark.parametrize(("confidence", "shown"), [(0.99, 1), (0.2, 0), (None, 1)])
def test_a_dispute_of_unsure_words_is_left_out(confidence, shown):
    """A server that gives no probabilities hides nothing."""
    made = told(confidence, **{UNION: WANTS, COMPANY: REJECTS})
    assert len(made.fields["disputes"]) == shown


def test_a_dispute_with_one_side_left_is_none():
    """The check refused the other."""
    assert told(**{UNION: "CDK demands 55% more pay.", COMPANY: REJECTS}).fields["disputes"] == ()


@pytest.mark.parametrize(("confidence", "complaints"), [(None, ["kept"]), (0.2, [])])
def test_of_a_dispute_that_is_not_shown_nothing_is_said(confidence, complaints):
    """What the check says of words that stand in no brief helps nobody."""
    doubted = WANTS.replace("demands a", "no longer demands a")
    made = told(confidence, **{UNION: doubted, COMPANY: REJECTS})
    assert [finding.action for finding in made.findings if finding.action == "kept"] == complaints


ANSWERED = (
    "Le groupe Ostrelec est né à Brest. Anne Roy, {title}, a parlé. Pour répondre aux accusations de Jean"
    " Morvan, qui affirme que le port est en ruine, celle-ci a affirmé qu'il était « mal informé »."
    " « Nous avons refait toutes les grues du port », insiste-t-elle.\n"
)
ACCUSES, ANSWERS = (
    "Jean Morvan claims that the port is in ruins.",
    "We have rebuilt all the cranes of the port",
)


@pytest.mark.parametrize(
    ("title", "party", "says"),
    [
        ("directrice financière d'Ostrelec", "Ostrelec", "Anne Roy, its chief financial officer, says: “"),
        ("cofondatrice d'Ostrelec", "Anne Roy", "says: “"),
    ],
)
def test_who_speaks_for_a_body_is_told_as_its_side(title, party, says):
    """A title with its body makes the body the party; a founder speaks for herself."""
    marked = story(ANSWERED.format(title=title))
    (accuser, answer) = disputes.oppositions(marked)[0]
    made = told(None, marked, **{accuser.key: ACCUSES, answer.key: ANSWERS})
    (dispute,) = made.fields["disputes"]
    assert dispute.issue.en == "Jean Morvan's accusations"
    assert [side.party for side in dispute.sides] == ["Jean Morvan", party]
    assert dispute.sides[1].position.en == f"{says}{ANSWERS}”"
