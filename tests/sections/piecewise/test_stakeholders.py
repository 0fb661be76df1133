"""Stakeholders: who counts is the article's word, who they are the English of words beside the name."""

import pytest

from summarizer.schemas.brief import PLAIN_ROLES
from summarizer.schemas.stakeholders import RoleEntry
from summarizer.sections.piecewise import stakeholders
from summarizer.sections.piecewise.known_words import known_role
from summarizer.sections.piecewise.roles import role_span
from tests.articles import BARE, STORY, answered, assembled, key_of, story

MARKED = story(STORY.replace("la directrice financière d'Ostrelec", "une ingénieure du port de Kerlann"))
COMPANY = key_of(MARKED.names, "Ostrelec")
BOSS = key_of(MARKED.names, "Marie Kervadec")
UNION = key_of(MARKED.names, "CDK")


def told(marked=MARKED, confidence=None, **roles):
    """Answer the questions with these roles, each said with this confidence, and assemble."""
    entries = {key: RoleEntry(role=role) for key, role in roles.items()}
    states = answered(stakeholders.questions(marked), entries)
    for state in states:
        state.confidence |= {role: confidence for role in roles.values() if confidence is not None}
    return {party.name: party for party in assembled("stakeholders", marked, states).fields["stakeholders"]}


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Anne Roy, directrice du port, arrive.", "Anne Roy", "directrice du port"),
        ("Anne Roy, la directrice du port de Kerlann, arrive.", "Anne Roy", "directrice du port de Kerlann"),
        ("La directrice du port Anne Roy arrive.", "Anne Roy", "directrice du port"),
        ("Anne Roy, numéro deux de la banque à la radio, arrive.", "Anne Roy", "numéro deux de la banque"),
        ("Anne Roy, avocate de la ville, qui a signé, arrive.", "Anne Roy", "avocate de la ville"),
        ("Anne Roy, jeudi, arrive.", "Anne Roy", None),
        ("Deux millions de clients de Valdor, abonnés au port, arrivent.", "Valdor", None),
        ("Anne Roy, une grève, un accord : tout va.", "Anne Roy", None),
        ("Hier, Anne Roy a dormi.", "Anne Roy", None),
        ("La société Valdor, fabricant de grues, arrive.", "Valdor", "fabricant de grues"),
        (
            "Lors de la remise du prix par le maire Paul Roy, un enfant actionne un jouet.",
            "Paul Roy",
            "maire",
        ),
        ("Devant Paul Roy, un enfant actionne un jouet, puis part.", "Paul Roy", None),
        ("Devant Paul Roy, un enfant a dormi, puis est parti.", "Paul Roy", None),
        ("Paul Roy, ministre chargé des ports, arrive.", "Paul Roy", "ministre chargé des ports"),
        ("La société Valdor, spécialiste du gaz (naturel), arrive.", "Valdor", "spécialiste du gaz"),
        ("Cofondatrice de Valdor, Anne Roy refuse.", "Anne Roy", "Cofondatrice de Valdor"),
        ("Avocate depuis mai, Anne Roy refuse.", "Anne Roy", None),
        ("Vendredi soir, Anne Roy refuse.", "Anne Roy", None),
        ("Anne Roy, spécialiste du gaz (naturel), arrive.", "Anne Roy", "spécialiste du gaz"),
    ],
)
def test_a_role_stands_beside_its_name(text, words, role):
    """In apposition or right in front; a noun for a person or body, cut at the clause that follows."""
    marked = story(text + "\n")
    span = role_span(marked, marked.names[key_of(marked.names, words)])
    assert (marked.text[slice(*span)] if span else None) == role


@pytest.mark.parametrize(
    "text",
    [
        "Les blessés sont venus. Les blessés ont parlé de la Ville. La Ville a répondu. La Ville a payé.",
        "Les partis sont interdits.",
        "La Voie est longue. La Voie est belle.",
        "Il a travaillé avec Anne Roy, Paul Roy et Luc Roy.",
    ],
    ids=["counted people", "mentioned once", "a common noun", "only listed"],
)
def test_who_does_not_act_is_no_stakeholder(text):
    """People who are counted, a noun that stands once, « la Ville »."""
    assert stakeholders.choose(story(text + "\n")) == []


def test_roles_are_the_english_of_words_beside_the_name():
    """Where there are none, code says what is plain."""
    parties = told(**{BOSS: "chief financial officer of Ostrelec"})
    assert parties["Marie Kervadec"].role.en == "chief financial officer of Ostrelec"
    assert parties["Ostrelec"].role.en in PLAIN_ROLES
    assert parties["Ostrelec"].shown_role == ""
    assert parties["Marie Kervadec"].role.evidence[0].text.startswith("« Nous all")


def test_only_words_beside_a_name_are_asked_about():
    """One question each; an article without names asks nothing."""
    (question,) = [q for q in stakeholders.questions(MARKED) if q.ids == (BOSS,)]
    assert question.messages[-1]["content"].endswith(f"[{BOSS}] ingénieure du port de Kerlann")
    assert stakeholders.questions(story(BARE)) == []


@pytest.mark.parametrize(("confidence", "role"), [(0.9, "chief officer"), (0.1, "quoted in the article")])
def test_an_unsure_role_is_not_said(confidence, role):
    """What is plain stands in its place."""
    assert told(confidence=confidence, **{BOSS: "chief officer"})["Marie Kervadec"].role.en == role


def test_a_refused_role_gives_way_to_what_is_plain():
    """The check's word counts."""
    assert told(**{BOSS: "winner of 19 medals"})["Marie Kervadec"].role.en == "quoted in the article"


def test_a_common_noun_is_shown_in_english():
    """By the dictionary; its French stays beside it."""
    marked = story(
        "Les grévistes bloquent le port. Les grévistes réclament une hausse. « Nous restons », ont dit les"
        " grévistes.\n"
    )
    party = told(marked)["grévistes"]
    assert (party.name, party.name_en) == ("grévistes", "strikers")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« Les riverains en parlent », a déclaré Jean Morvan. Jean Morvan dirige Valdor.\n", "riverains"),
        ("Jean Morvan a payé 900 FCFA. La société Valdor a payé 400 FCFA à Jean Morvan.\n", "FCFA"),
        ("Jean Morvan aime Kerlann. À Kerlann, Jean Morvan dort. Kerlann dort.\n", "Kerlann"),
    ],
    ids=["in others' words alone", "a currency", "a place"],
)
def test_what_is_no_party_is_none(text, words):
    """People without a name whom a quotation mentions, money, places."""
    marked = story(text)
    assert not any(words in marked.names[key].text for key in stakeholders.choose(marked))


def test_parties_are_few_and_stand_by_their_weight():
    """The weightiest first."""
    people = "".join(f"{name} Morvan a parlé à {name}. " for name in ("Anne", "Jean", "Luc", "Marc", "Paul"))
    chosen = stakeholders.choose(story(people + "\n"), most=3)
    assert len(chosen) <= 3
    weights = [MARKED.names[key].weight for key in stakeholders.choose(MARKED)]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anne Roy, directrice financière d'Ostrelec, arrive.", "chief financial officer of Ostrelec"),
        ("Cofondateur d'Ostrelec, Jean Roy refuse.", "co-founder of Ostrelec"),
        ("Anne Roy, numéro deux du groupe, arrive.", "second-in-command of Ostrelec"),
        ("Anne Roy, porte-parole du groupe, arrive.", "spokesperson for Ostrelec"),
        ("Anne Roy, directrice financière de l'Ostrelec, arrive.", None),
        ("Anne Roy, grande prêtresse d'Ostrelec, arrive.", None),
    ],
    ids=["feminine", "opening", "noun for it", "preposition", "article", "unknown title"],
)
def test_a_title_with_its_body_is_told_without_a_model(text, role):
    """Where the dictionary has the title, and the words behind it are a name of the article."""
    marked = story(f"Le groupe Ostrelec ferme. {text}\n")
    span = role_span(marked, marked.names[key_of(marked.names, "Roy")])
    assert (known_role(marked, *span) if span else None) == role
