"""Stakeholders: who counts is the article's word, who they are is asked and checked."""

import pytest

from summarizer.schemas.stakeholders import RoleEntry, StakeholderEntry
from summarizer.sections.piecewise import stakeholders
from tests.articles import BARE, answered, asked, assembled, key_of, story

MARKED = story()
COMPANY = key_of(MARKED.names, "Ostrelec")
BOSS = key_of(MARKED.names, "Marie Kervadec")
UNION = key_of(MARKED.names, "CDK")


def told(marked=MARKED, **roles):
    """Answer the questions about names with these roles, and assemble."""
    entries = {key: RoleEntry(role=role) if isinstance(role, str) else role for key, role in roles.items()}
    return assembled("stakeholders", marked, answered(stakeholders.questions(marked), entries))


def test_only_parties_are_asked_about_and_each_once():
    """Without a name there is no question."""
    assert sorted(asked(stakeholders.questions(MARKED))) == sorted(stakeholders.choose(MARKED))
    assert stakeholders.questions(story(BARE)) == []


def test_parties_are_few_and_names_go_first():
    """The weightiest, not the first; a place is no party."""
    people = "".join(f"{name} Morvan a parlé à {name}. " for name in ("Anne", "Jean", "Luc", "Marc", "Paul"))
    marked = story(
        f"{people}Le port de Kerlann a écouté les dockers, les marins, les élus et les ouvriers.\n"
    )
    chosen = stakeholders.choose(marked, most=3)
    assert len(chosen) <= 3
    assert all(marked.names[key].text != marked.names[key].text.lower() for key in chosen)
    assert stakeholders.choose(MARKED)[0] == COMPANY


def test_the_name_and_its_mentions_are_the_articles():
    """The most complete form, every mention, the sentence that introduces it."""
    (boss,) = told(**{BOSS: "chief financial officer of Ostrelec"}).fields["stakeholders"]
    assert (boss.name, boss.kind) == ("Marie Kervadec", "person")
    assert boss.mentions[0].text == "Marie Kervadec"
    assert boss.role.en == "chief financial officer of Ostrelec"
    assert [span.text[:10] for span in boss.role.evidence] == ["« Nous all"]


@pytest.mark.parametrize(
    ("role", "sound"),
    [
        ("chief financial officer of Ostrelec", True),
        ("officer of Ostrelec and Marie Kervadec", False),
        ("officer beside Kervadec", False),
        ("Kervadec, the chief financial officer", True),
        ("officer of Ostrelec and Marie Kervadec who is financial", True),
    ],
)
def test_a_role_does_not_name_its_person_again(role, sound):
    """It says who that is."""
    assert (stakeholders.check(MARKED, BOSS, RoleEntry(role=role)) == []) is sound


def test_a_persons_own_name_is_taken_from_the_role():
    """Where nothing else changes by that; a firm's name may stand in what it is."""
    boss, company = MARKED.names[BOSS], MARKED.names[COMPANY]
    bare = stakeholders.bare_role
    assert bare(boss, "Marie Kervadec, the chief officer") == "the chief officer"
    assert bare(boss, "officer of Ostrelec and Kervadec who leads it") == "officer of Ostrelec who leads it"
    assert bare(company, "Ostrelec, a group") == "Ostrelec, a group"


def test_parties_stand_by_their_weight():
    """Whatever the order of the answers."""
    made = told(**{UNION: "union", BOSS: "officer of Ostrelec", COMPANY: "buyer of Valdor"})
    names = [party.name for party in made.fields["stakeholders"]]
    weights = {name.text: name.weight for name in MARKED.names.values()}
    assert names == sorted(names, key=lambda name: -weights[name])
    assert len(names) == 3


@pytest.mark.parametrize(
    ("key", "plain"),
    [(BOSS, "quoted in the article"), (COMPANY, "named in the article")],
    ids=["quoted", "named"],
)
def test_a_refused_role_gives_way_to_what_is_plain(key, plain):
    """And the finding says what was refused."""
    made = told(**{key: "winner of 19 medals"})
    (party,) = made.fields["stakeholders"]
    assert party.role.en == plain
    assert key in {finding.item for finding in made.findings}


def test_the_kind_that_code_knows_is_not_asked():
    """And wins where a hosted model's one schema asks for it all the same."""
    known = [question for question in stakeholders.questions(MARKED) if COMPANY in question.ids]
    assert set(known[0].entry.model_fields) == {"role"}
    made = told(**{BOSS: StakeholderEntry(role="officer of Ostrelec", kind="group")})
    assert made.fields["stakeholders"][0].kind == "person"


def test_a_kind_that_code_does_not_know_is_asked():
    """The answer decides."""
    from dataclasses import replace  # noqa: PLC0415

    unknown = replace(MARKED, names={**MARKED.names, UNION: replace(MARKED.names[UNION], kind=None)})
    question = next(q for q in stakeholders.questions(unknown) if UNION in q.ids)
    assert set(question.entry.model_fields) == {"role", "kind"}
    made = told(unknown, **{UNION: StakeholderEntry(role="union of the port", kind="group")})
    assert [(party.name, party.kind) for party in made.fields["stakeholders"]] == [("CDK", "group")]


def test_parties_never_answered_are_left_out_and_said():
    """A finding for each."""
    made = told()
    assert made.fields["stakeholders"] == ()
    assert {finding.item for finding in made.findings} == set(stakeholders.choose(MARKED))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« Les riverains en parlent », a déclaré Jean Morvan. Jean Morvan dirige Valdor.\n", "riverains"),
        ("Jean Morvan a payé 900 FCFA. La société Valdor a payé 400 FCFA à Jean Morvan.\n", "FCFA"),
    ],
    ids=["in others' words alone", "a currency"],
)
def test_what_is_no_party_is_not_asked_about(text, words):
    """People without a name whom a quotation mentions, and money."""
    marked = story(text)
    assert not any(words in marked.names[key].text for key in stakeholders.choose(marked))
