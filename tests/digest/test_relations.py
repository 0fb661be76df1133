"""How figures of one row relate, by what the French around them says; each rule with its false sister."""

from dataclasses import replace

import pytest

from summarizer.digest.changes import is_update
from summarizer.digest.claims import are_two_claims, claim_of, is_contested, mode_of
from summarizer.digest.records import record_of
from summarizer.digest.relations import Dated, relate
from tests.digest.articles import brief
from tests.digest.newer_cases import NEWER
from tests.digest.relation_cases import CASES, FIRST, LATER, NEXT


def figure(
    sentence, words, value, *, date="2026-03-03", qualifier="exact", source="a", label="x: y", unit=None
):
    """Make the figure of one sentence as the digest keeps it."""
    made = brief(f"Titre\n\n{sentence}", source, date, figures=[(words, value, label, unit, qualifier)])
    return record_of(made).figures[0]


def told(case):
    """Say how the figures of a case relate."""
    figures = [
        figure(sentence, words, value, date=date, source=f"paper {n}", label=f"x: {case.label}",
               qualifier=rest[0] if rest else "exact")
        for n, (date, sentence, words, value, *rest) in enumerate(case.papers)
    ]  # fmt: skip
    return relate([Dated(one, one.brief) for one in figures], case.label)[0]


@pytest.mark.parametrize("case", [*CASES.values(), *NEWER.values()], ids=[*CASES, *NEWER])
def test_relations(case):
    """A row is told as a careful reader would tell it."""
    assert told(case) == case.relation


@pytest.mark.parametrize(
    ("sentences", "words", "two"),
    [
        (["La CGT revendique 72 % de grévistes ; la direction, elle, compte 38 %."], ("72 %", "38 %"), True),
        (["L'accusation évalue le vol à 39 euros.", "Le prévenu en admet 12."], ("39 euros", "12"), True),
        (["Le parquet parle de 72 blessés.", "Les secours en dénombrent 38."], ("72", "38"), True),
        (["La CGT revendique 72 postes.", "Le plan prend en compte 38 postes."], ("72", "38"), False),
        (["L'école compte 72 élèves ; elle en recense 38 en ville."], ("72", "38"), False),
        (["La CGT revendique 72 grévistes.", "L'usine compte 38 salariés."], ("72", "38"), False),
        (["La CGT revendique 72 % de grévistes, la grève a pris à 38 %."], ("72 %", "38 %"), False),
    ],
)
def test_two_claims_of_one_article(sentences, words, two):
    """Whose two figures are, each by its own words; a count that nobody contests is no claim."""
    own = [figure(next(s for s in sentences if w in s), w, int(w.split()[0])) for w in words]
    assert are_two_claims(*own) is two


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Pour le syndicat CDS, 310 emplois sont menacés.", "Pour le syndicat CDS"),
        ("Pour les familles, 310 emplois sont menacés.", "Pour les familles"),
        ("Pour la première fois, 310 emplois sont menacés.", None),
        ("310 emplois sont menacés, a-t-on dit en début d'après-midi.", None),
        ("310 emplois sont menacés, d'après la mairie.", "d'après la mairie"),
    ],
)
def test_claims(sentence, claim):
    """« Pour le syndicat » claims, « pour la première fois » and « d'après-midi » do not."""
    assert claim_of(figure(sentence, "310 emplois", 310)) == claim


@pytest.mark.parametrize(
    ("sentence", "contested", "newer"),
    [
        ("En réalité, 310 emplois sont menacés.", True, False),
        ("310 emplois sont menacés.", False, False),
        ("Le groupe a porté à 310 emplois les suppressions.", False, True),
        ("Le groupe a ramené vendredi de 350 à 310 emplois les suppressions.", False, True),
        ("Des documents internes parlent de 310 emplois.", True, False),
    ],
)
def test_words_beside_a_figure(sentence, contested, newer):
    """What sets a figure against another one, and what makes it newer."""
    found = figure(sentence, "310 emplois", 310)
    assert is_contested(found) is contested
    assert is_update(found) is newer


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Les organisateurs espéraient 310 entrées.", "foreseen"),
        ("Le syndicat réclame 310 euros.", "asked"),
        ("La direction propose 310 euros.", "offered"),
        ("Le festival a eu 310 entrées, mais en espérait davantage.", None),
        ("Il a eu 310 entrées.", None),
    ],
)
def test_modes(sentence, mode):
    """A forecast, a demand and an offer are told by the figure's own clause."""
    words = next(w for w in ("310 entrées", "310 euros") if w in sentence)
    assert mode_of(figure(sentence, words, 310)) == mode


def test_a_forecast_is_no_row_with_the_result(digested):
    """What was hoped for and what came are two things, however alike their labels are."""
    label = "festival: attendance"
    hoped = brief(
        "Rives claires\n\nLe festival des Rives claires de Savary espère 60 000 entrées.",
        "a",
        FIRST,
        figures=[("60 000 entrées", 60000, label, None, "exact")],
    )
    came = brief(
        "Rives claires\n\nLe festival des Rives claires de Savary a eu 52 000 entrées.",
        "b",
        NEXT,
        figures=[("52 000 entrées", 52000, label, None, "exact")],
    )
    found = digested(hoped, came)
    assert len(found.events) == 1
    assert not found.events[0].rows


def test_of_a_row_that_is_contested_the_update_is_told_apart():
    """The firm's own count goes down while the union's stands against it."""
    papers = [
        (FIRST, "Le groupe supprime 236 emplois.", "236 emplois", 236),
        (NEXT, "Pour le syndicat, la fermeture menace en réalité 310 emplois.", "310 emplois", 310),
        (LATER, "Le groupe a ramené à 198 le nombre d'emplois supprimés.", "198", 198),
        (LATER, "Le plan supprime 198 emplois.", "198 emplois", 198),
    ]
    figures = [
        figure(words, said, value, date=date, source=f"paper {n}")
        for n, (date, words, said, value) in enumerate(papers)
    ]
    row, closest = relate([Dated(one, one.brief) for one in figures], "jobs cut")
    assert row == "contradiction"
    assert closest == (None, "contradiction", "updated", "agree")


@pytest.mark.parametrize(
    ("title", "relation"),
    [("Le bilan monte à neuf", "contradiction"), ("Le bilan monte à 9 maisons", "updated")],
    ids=["of another figure", "of this one"],
)
def test_a_title_says_that_its_figure_is_newer(title, relation):
    """Where the figure stands in it as it does in the text."""
    old = figure("Le feu a détruit 4 maisons.", "4 maisons", 4)
    new = figure("Le feu a détruit 9 maisons.", "9 maisons", 9, source="b")
    cells = [Dated(old, "a"), Dated(replace(new, title=title), "b")]
    assert relate(cells, "price of homes")[0] == relation
