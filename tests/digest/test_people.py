"""One entry per person over all articles; disputes with all parties."""

import pytest

from summarizer.digest.people import join_in_event, key_of
from summarizer.digest.records import Named
from tests.digest.articles import brief, fire, harbour, later


def named(name, kind="person", role="mayor", number=0):
    """Give a name in a brief."""
    return Named(f"b{number}", name, kind, role, (name,))


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("M. Dutilleux", "person", "dutilleux"),
        ("Mme Élodie Œuvrard", "person", "elodie oeuvrard"),
        ("le groupe Embralis", "organisation", "embralis"),
        ("Groupe", "organisation", "groupe"),
        ("Le", "person", "le"),
    ],
)
def test_key(name, kind, key):
    """Case, accents, titles and common heads do not count."""
    assert key_of(name, kind) == key


@pytest.mark.parametrize(
    ("names", "kind", "count"),
    [
        (["Marc Dutilleux", "Dutilleux", "M. Dutilleux"], "person", 1),
        (["Marc Dutilleux", "M. Dutilleux", "Anne Dutilleux"], "person", 3),
        (["Marc Dutilleux", "Anne Dutilleux"], "person", 2),
        (["Volodymyr Zelensky", "Volodymyr Zelenskyy"], "person", 1),
        (["Marc Dutilleux", "Marc Dutilleul"], "person", 1),
        (["Jean Roy", "Jean Ray"], "person", 2),
        (["M. Dutilleux", "Dutilleux"], "person", 1),
        (["Marc-Antoine Le Gal", "Le Gal"], "person", 1),
        (["J. Moreau", "Julien Moreau"], "person", 1),
        (["Ligue de protection des oiseaux", "LPO"], "organisation", 1),
        (["Banque centrale européenne", "BCE", "BNP"], "organisation", 2),
        (["Velmont", "le groupe Velmont", "Velmont Automobile"], "organisation", 1),
        (["Velmont Nord", "Velmont Sud"], "organisation", 2),
    ],
)
def test_forms_of_a_name_in_one_event(names, kind, count):
    """A surname is its one bearer's; of two bearers it is nobody's."""
    given = [named(name, kind, number=n) for n, name in enumerate(names)]
    assert len(join_in_event("E-1", given)) == count
    assert len(join_in_event("E-1", given[::-1])) == count


def test_one_entry_with_roles_and_sayings(digested):
    """Name forms, roles and quotations of all papers, in order of time."""
    found = digested(fire(), later(), harbour())
    people = {entity.name: entity for entity in found.entities}
    assert set(people) == {"Marc Dutilleux", "Léonie Varras", "Solenn Kervadec", "Ostrelec"}
    assert people["Marc Dutilleux"].forms == ("Dutilleux", "Marc Dutilleux")
    assert {role.en for role in people["Marc Dutilleux"].roles} == {"prefect", "prefect of the department"}
    (saying,) = (s for s in found.sayings if s.id in people["Léonie Varras"].sayings)
    assert saying.speaker == "Léonie Varras"
    assert {wording.change for wording in saying.wordings} == {"whole", "altered"}


def moreau(role, town, number):
    """Give a brief of its own event, of a Julien Moreau."""
    text = f"Titre {town}\n\nJulien Moreau a parlé longuement du dossier {town} et de {town}{number} hier."
    return brief(text, f"{number}.txt", f"2026-0{number}-01", people=[("Julien Moreau", role, "person")])


@pytest.mark.parametrize(
    ("roles", "count"),
    [
        (("mayor of Montclar", "mayor"), 1),
        (("mayor of Montclar", "coach of Aiglon"), 2),
        (("mayor of Montclar", ""), 1),
    ],
)
def test_homonyms_over_events(digested, roles, count):
    """The same whole name is one person, unless role and company are others."""
    found = digested(moreau(roles[0], "Montclar", 1), moreau(roles[1], "Aiglon", 5))
    assert len(found.events) == 2
    assert len([e for e in found.entities if e.name == "Julien Moreau"]) == count


ISSUE = "How far wages at the port should rise"


def test_disputes_of_one_issue(digested):
    """All parties of both articles, each with what each article says it holds."""
    papers = [
        arguing("a", ISSUE, ("Ostrelec", "Refuses."), ("dockers", "Want 12%.")),
        arguing("b", "wage rise at the port", ("Ostrelec", "Offers 3%."), ("prefect", "Waits.")),
    ]
    (event,) = digested(*papers).events
    (found,) = event.disputes
    assert {party.name: len(party.stances) for party in found.parties} == {
        "Ostrelec": 2,
        "dockers": 1,
        "prefect": 1,
    }
    assert next(party for party in found.parties if party.name == "Ostrelec").entity is not None


def arguing(source, issue, *sides):
    """Give a brief of the harbour with a dispute."""
    return harbour(source).model_copy(update={"disputes": dispute(issue, *sides)})


def dispute(issue, *sides):
    """Give the disputes of a brief."""
    return brief("Titre\n\nMot.", "x", None, disputes=[(issue, sides)]).disputes


def test_two_issues_are_two_disputes(digested):
    """Another issue between other parties stays by itself."""
    papers = [
        arguing("a", ISSUE, ("Ostrelec", "Refuses."), ("dockers", "Want.")),
        arguing("b", "safety of cranes", ("inspectors", "Warn."), ("maker", "Denies.")),
    ]
    assert len(digested(*papers).events[0].disputes) == 2
