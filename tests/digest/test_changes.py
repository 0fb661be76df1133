"""A change that one sentence tells of, « ramené de 236 à 198 », and a part of what it counts."""

import pytest

from summarizer.digest.changes import has_become, is_update
from summarizer.digest.relations import Dated, relate
from tests.digest.articles import brief
from tests.digest.relation_cases import FIRST, LATER, NEXT
from tests.digest.test_relations import figure

FOUNDRY = "La fonderie Torvelis de Malescot, dans la vallée de l'Aurence, ferme ses portes."
SLIDE = "L'éboulement du barrage de l'Ordance, à Castelroc, a frappé le chantier de Hydralys."
FROM_TO = [
    ("236", 236, "Malescot foundry: jobs under the earlier plan", None, "exact"),
    ("198", 198, "Malescot foundry: jobs under the plan as revised", None, "exact"),
]


def cells(row):
    """Give the values of a row with how each relates to those before it."""
    return [(int(cell.value), cell.relation) for cell in row.cells]


@pytest.mark.parametrize(
    ("sentence", "words", "become"),
    [
        ("Le groupe a ramené vendredi de 236 à 198 le nombre d'emplois.", ("236", "198"), True),
        ("Le bilan est passé de 12 morts à 15 morts.", ("12 morts", "15 morts"), True),
        ("Le prix est relevé de plus de 20 euros à près de 25 euros.", ("20 euros", "25 euros"), True),
        ("Le groupe a ramené de 236 à 198 le nombre d'emplois.", ("198", "236"), False),
        ("Le prix a augmenté de 3 % à 5 % selon les villes.", ("3 %", "5 %"), False),
        ("Il a ramené de Paris 12 tableaux à 15 amis.", ("12 tableaux", "15 amis"), False),
        ("Le délai passe de 12 jours, et 15 maires protestent.", ("12 jours", "15 maires"), False),
    ],
)
def test_what_has_become_what(sentence, words, become):
    """A verb that sets a value, « de » before the one figure and « à » before the other."""
    own = [figure(sentence, word, int(word.split()[0])) for word in words]
    assert has_become(*own) is become


def test_the_old_value_of_a_change_is_in_its_row_whatever_its_label(digested):
    """The firm goes from 236 to 198; what the union counts is no value that it gave up."""
    label = "Malescot foundry: jobs to be eliminated"
    told = f"{FOUNDRY} Torvelis a ramené vendredi de 236 à 198 le nombre d'emplois supprimés."
    papers = [
        brief(f"Fonderie\n\n{FOUNDRY} L'opération supprimera 236 emplois.", "a", FIRST,
              figures=[("236 emplois", 236, label, None, "exact")]),
        brief(f"Fonderie\n\n{FOUNDRY} Pour le syndicat, elle menace en réalité 310 emplois.", "b", NEXT,
              figures=[("310 emplois", 310, "Malescot foundry: jobs threatened", None, "exact")]),
        brief(f"Fonderie\n\n{told}", "c", LATER,
              figures=FROM_TO),
    ]  # fmt: skip
    (row,) = digested(*papers).events[0].rows
    assert row.relation == "contradiction"
    assert dict(cells(row)) == {236: "agree", 310: "contradiction", 198: "updated"}
    earlier, later = papers[2], brief(f"Fonderie\n\n{told} Rien d'autre.", "d", LATER, figures=FROM_TO)
    rows = digested(earlier, later).events[0].rows
    assert sorted(cells(row) for row in rows) == [
        [(198, None), (198, "agree")],
        [(236, None), (236, "agree")],
    ]


@pytest.mark.parametrize(("was", "relation"), [(236, "contradiction"), (310, "updated")])
def test_a_change_of_another_figure(was, relation):
    """What a party counts is replaced by a change from its own value alone."""
    union = figure("Pour le syndicat, le plan menace en réalité 310 emplois.", "310 emplois", 310)
    firm = figure(
        f"Le groupe a ramené de {was} à 198 le nombre d'emplois.", "198", 198, date=LATER, source="b"
    )
    assert relate([Dated(union, "a"), Dated(firm, "b")], "jobs cut")[0] == relation


@pytest.mark.parametrize(
    ("sentence", "newer"),
    [
        ("310 emplois sont menacés, et non quatre cents.", True),
        ("310 emplois seulement sont menacés, au lieu des quatre cents prévus.", True),
        ("310 emplois sont menacés, c'est un plan et non un accident.", False),
        ("310 emplois sont menacés au lieu d'une usine.", False),
    ],
)
def test_a_number_in_words_takes_an_older_one_back(sentence, newer):
    """« Et non quatre cents » as « et non 400 »; « un » and « une » are articles there."""
    assert is_update(figure(sentence, "310 emplois", 310)) is newer


@pytest.mark.parametrize(
    ("label", "told"), [("sheep killed", "contradiction"), ("people missing", "updated")]
)
def test_a_toll_does_not_fall_by_itself(label, told):
    """63 sheep killed, and 41 a day later, are two counts; of 63 missing 41 may be left."""
    early = figure("Il y en a 63 ce soir.", "63", 63, date=FIRST)
    late = figure("Il y en a 41 ce soir.", "41", 41, date=NEXT, source="b")
    assert relate([Dated(early, "a"), Dated(late, "b")], label)[0] == told


def test_a_part_is_no_newer_value_of_the_whole(digested):
    """A new toll of fourteen, two of them badly hurt, does not say that two are hurt."""
    counted = "Un nouveau bilan fait état de quatorze blessés, dont deux dans un état grave."
    label = "Ordance landslide: people injured"
    first = brief(f"Ordance\n\n{SLIDE} On compte onze blessés.", "a", FIRST,
                  figures=[("onze blessés", 11, label, None, "exact")])  # fmt: skip
    second = brief(f"Ordance\n\n{SLIDE} {counted}", "b", NEXT,
                   figures=[("quatorze blessés", 14, f"{label}, by a new count", None, "exact"),
                            ("deux", 2, "Ordance landslide: badly injured people", None, "exact")],
                   )  # fmt: skip
    (row,) = digested(first, second).events[0].rows
    assert cells(row) == [(11, None), (14, "updated")]
