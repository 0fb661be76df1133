"""Disputes: asked only where the article has signs of one, and never with fewer than two parties."""

import pytest

from summarizer.schemas.disputes import DisputeEntry, SideEntry
from summarizer.sections.piecewise import disputes
from tests.articles import BARE, answered, asked, assembled, key_of, story

MARKED = story()
COMPANY = key_of(MARKED.names, "Ostrelec")
UNION = key_of(MARKED.names, "CDK")
BUYS = "It rejects the accusations."
WANTS = "It demands 7% more pay."


def entry(*sides, disagree=True, issue="pay at the port"):
    """Make an answer of (party, position) pairs."""
    return DisputeEntry(
        disagree=disagree, issue=issue, sides=[SideEntry(party=party, position=says) for party, says in sides]
    )


def told(answer, marked=MARKED):
    """Answer the first question so, and assemble."""
    return assembled("disputes", marked, answered(disputes.questions(marked), {"D1": answer}))


SOUND = entry((UNION, WANTS), (COMPANY, BUYS))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (BARE, False),
        ("La société Valdor salue le geste de la société Ostrelec au port.\n", False),
        ("La société Valdor dénonce le geste de la société Ostrelec.\n", True),
        ("Le maire Jean Morvan accuse la société Ostrelec de mentir.\n", True),
        ("La société Valdor a refusé de commenter l'offre de la société Ostrelec.\n", False),
        ("Ostrelec dénonce la météo.\n", False),
    ],
    ids=["nobody", "praise", "denounces", "accuses", "no comment", "one party"],
)
def test_a_dispute_is_asked_about_only_where_there_is_a_sign_of_one(text, there):
    """A verb or noun of disagreement, and two who can disagree."""
    assert bool(disputes.questions(story(text))) is there


def test_passages_are_short_and_each_asked_once():
    """An embedded model sees some sentences around the sign, no sentence in two passages."""
    text = "La société Valdor dénonce Ostrelec. Ostrelec réfute. Le port attend. La ville aussi. Il part."
    found = disputes.questions(story(f"{text}\n\n" * 4))
    assert asked(found) == [f"D{n}" for n in range(1, len(found) + 1)]
    shown = [key for question in found for key in question.passage]
    assert len(shown) == len(set(shown))
    assert max(len(question.passage) for question in found) <= disputes.LONGEST


def test_a_passage_of_its_own_for_every_sign():
    """The sentence before is shown with it, in the same paragraph."""
    key = key_of(MARKED.sentences, "Le syndicat CDK")
    (question,) = disputes.questions(MARKED)
    assert question.passage[0] == key
    marked = story("La société Valdor a un projet. Le syndicat CDK dénonce ce projet.\n")
    assert disputes.around(marked, ["S2"]) == [["S1", "S2"]]


def test_only_parties_of_the_passage_can_be_named():
    """In the schema of an embedded model."""
    (question,) = disputes.questions(MARKED)
    schema = question.answer_type().model_json_schema()
    assert set(schema["$defs"]["SideEntry"]["properties"]["party"]["enum"]) == {COMPANY, UNION}


def test_sides_are_named_by_the_article():
    """Name, position, and the sentences that name the party; the issue rests on the passage."""
    (dispute,) = told(SOUND).fields["disputes"]
    assert [side.party for side in dispute.sides] == ["CDK", "Ostrelec"]
    assert [span.text[:20] for span in dispute.sides[0].position.evidence] == ["Le syndicat CDK déno"]
    assert len(dispute.issue.evidence) == 2


def test_evidence_is_the_passage_where_no_sentence_names_the_party():
    """A dispute always rests on something."""
    assert disputes.naming(MARKED, UNION, ["S2", "S3"]) == ["S2", "S3"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (entry((UNION, WANTS)), "sides"),
        (entry(), "sides"),
        (entry((UNION, WANTS), (UNION, BUYS)), "sides"),
        (entry((UNION, WANTS), ("E77", BUYS)), "id"),
    ],
    ids=["one party", "no party", "the same party twice", "unknown party"],
)
def test_what_is_no_dispute_of_the_article_is_dropped(answer, code):
    """Two parties, both of the article, and statements that it bears."""
    made = told(answer)
    assert made.fields["disputes"] == ()
    assert {finding.action for finding in made.findings} == {"dropped"}
    assert code is None or code in {finding.code for finding in made.findings}


def test_parties_that_do_not_disagree_make_no_dispute():
    """And no finding: it was asked, and the answer is no."""
    made = told(entry(disagree=False, issue="none"))
    assert made.fields["disputes"] == ()
    assert made.findings == ()


def test_the_same_parties_dispute_once():
    """The first passage counts; there are at most a few."""
    marked = story("\n\n".join(["Le syndicat CDK dénonce la société Valdor et son projet."] * 5) + "\n")
    one, other = list(marked.names)[:2]
    sides = entry((one, "It speaks of the project."), (other, "They hold another view."), issue="the project")
    found = disputes.questions(marked)
    assert len(found) > 1
    made = assembled("disputes", marked, answered(found, {key: sides for q in found for key in q.ids}))
    assert len(made.fields["disputes"]) == 1


def test_parties_that_hold_the_same_make_no_dispute():
    """Positions in the same words are one."""
    made = told(entry((UNION, WANTS), (COMPANY, WANTS)))
    assert made.fields["disputes"] == ()
    assert "sides" in {finding.code for finding in made.findings}


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("Valdor conteste le projet de Jean Morvan devant le tribunal de Kerlann.\n", "tribunal"),
        ("Valdor dénonce le silence de Jean Morvan lors du sommet de Brest.\n", "Brest"),
        (
            "Valdor accuse Jean Morvan de mentir à des personnes âgées, et « Barbe Bleue » est son nom.\n",
            "Barbe",
        ),
    ],
    ids=["court", "place", "nickname"],
)
def test_who_takes_no_side_is_offered_as_none(text, outside):
    """Where it happens, whom one turns to, and what somebody is called."""
    marked = story(text)
    group = list(marked.sentences)
    offered = [marked.names[key].text for key in disputes.parties_in(marked, group)]
    assert {"Valdor", "Jean Morvan"} <= set(offered)
    assert not any(outside in name for name in offered)


def test_a_name_alone_is_no_position():
    """It is asked again for what the party holds."""
    (question,) = disputes.questions(MARKED)
    named = entry((UNION, "The union"), (COMPANY, BUYS))
    assert "sides" in {finding.code for finding in disputes.check(MARKED, question.passage, "D1", named)}
    assert not disputes.check(MARKED, question.passage, "D1", SOUND)


@pytest.mark.parametrize(
    ("sides", "positions"),
    [
        (((UNION, "It demands 55% more pay."), (COMPANY, BUYS)), [disputes.SPEAKS_PLAINLY, BUYS]),
        (((UNION, WANTS), (COMPANY, "Ostrelec")), [WANTS, disputes.SPEAKS_PLAINLY]),
    ],
    ids=["a wrong number", "a name"],
)
def test_a_plain_dispute_stands_without_an_unsound_position(sides, positions):
    """The syntax shows who disagrees; of what the model said of them, what is sound is kept."""
    made = told(entry(*sides))
    (dispute,) = made.fields["disputes"]
    assert {side.party: side.position.en for side in dispute.sides} == dict(
        zip(("CDK", "Ostrelec"), positions, strict=True)
    )
    assert {finding.action for finding in made.findings} == {"dropped"}


def test_a_dispute_that_the_syntax_does_not_show_falls_with_its_answer():
    """Then nothing but the model says that there is one."""
    marked = story("Entre le syndicat CDK et la société Ostrelec, la polémique enfle : c'est un scandale.\n")
    one, other = (key_of(marked.names, name) for name in ("CDK", "Ostrelec"))
    sides = entry((one, "It demands 55% more pay."), (other, "They see it otherwise."), issue="a scandal")
    assert told(sides, marked).fields["disputes"] == ()


def test_an_issue_that_fails_is_said_plainly():
    """Who disagrees is known from the syntax."""
    made = told(entry((UNION, WANTS), (COMPANY, BUYS), issue="the 19 ferries of Jean Morvan"))
    (dispute,) = made.fields["disputes"]
    assert dispute.issue.en == "a disagreement between Ostrelec and CDK"
    assert {side.party: side.position.en for side in dispute.sides} == {"CDK": WANTS, "Ostrelec": BUYS}


def test_one_position_for_two_is_the_speakers():
    """« X dit que Y a tort »: the claim is X's, Y is spoken of."""
    marked = story("Le syndicat CDK affirme que la société Ostrelec refuse de payer.\n")
    union, company = (key_of(marked.names, name) for name in ("CDK", "Ostrelec"))
    claim = "Ostrelec refuses to pay."
    (dispute,) = told(entry((company, claim), (union, claim), issue="pay"), marked).fields["disputes"]
    assert {side.party: side.position.en for side in dispute.sides} == {
        "CDK": claim,
        "Ostrelec": disputes.NAMED_PLAINLY,
    }
