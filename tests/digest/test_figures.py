"""Figures of the same thing in one row, and how they relate."""

from decimal import Decimal

import pytest

from summarizer.digest.article_figures import Figure  # noqa: TC001 - a dataclass that is made here
from summarizer.digest.claims import claim_of
from summarizer.digest.likeness import Words
from summarizer.digest.records import record_of
from summarizer.digest.rounding import compare
from summarizer.french import find_numbers
from tests.digest.articles import brief, fire, later

PEOPLE = "Marc Dutilleux. Léonie Varras : « Nous avons entendu des cris, puis plus rien »"
ABOUT = "Le feu de Brézac, rue des Tanneurs, hier soir."


def one_of(value, unit=None, qualifier="exact", words=None, upper=None):
    """Give a figure alone."""
    text = words or f"{value} {unit or ''}".strip()
    made = brief(f"Titre\n\nIl y a {text}.", "x", None, figures=[(text, value, "a: b", unit, qualifier)])
    return made.key_figures[0].model_copy(update={"upper": upper})


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (one_of(12), one_of(12), "agree"),
        (one_of(12), one_of("12.0"), "agree"),
        (one_of(1_360_000_000, "EUR"), one_of(1_400_000_000, "EUR", "nearly"), "rounded"),
        (one_of(1_360_000_000, "EUR"), one_of(1_400_000_000, "EUR"), "rounded"),
        (one_of(212), one_of(200, qualifier="more_than"), "rounded"),
        (one_of(190), one_of(200, qualifier="more_than"), None),
        (one_of(190), one_of(200, qualifier="nearly"), "rounded"),
        (one_of(210), one_of(200, qualifier="nearly"), None),
        (one_of("28.6", "%"), one_of(30, "%", "about"), "rounded"),
        (one_of("28.6", "%"), one_of(29, "%"), "rounded"),
        (one_of(3), one_of(3, upper=Decimal(4)), "rounded"),
        (one_of(12), one_of(15), None),
        (one_of(10), one_of(14), None),
        (one_of(40, "EUR"), one_of(40, "USD"), None),
        (one_of(34_000_000), one_of(34_000_000, "EUR"), "agree"),
        (one_of(34), one_of(34, "EUR"), None),
        (one_of(12, "month"), one_of(1, "year"), "agree"),
        (one_of(2, "year"), one_of(23, "month", "about"), "rounded"),
        (one_of(48, "hour"), one_of(2, "day"), "agree"),
        (one_of(8000, "m2"), one_of("0.8", "hectare"), "agree"),
        (one_of(3, "km"), one_of(3, "kg"), None),
        (one_of(10, qualifier="about", words="une dizaine"), one_of(12), "rounded"),
        (one_of(10, qualifier="about", words="environ 10"), one_of(12), None),
        (one_of(0), one_of(0), "agree"),
        (one_of(0), one_of(3), None),
    ],
)
def test_compare(one, other, relation):
    """By value, unit and qualifier; no unit is converted; in either order."""
    assert compare(one, other) == relation
    assert compare(other, one) == relation


def rows_of(digested, *briefs):
    """Give the rows of the first event as (relation, values)."""
    (event, *_) = digested(*briefs).events
    return {(row.measure, row.relation, tuple(int(cell.value) for cell in row.cells)) for row in event.rows}


def test_an_update(digested):
    """A new toll raises the old one, in whatever words the labels say it."""
    assert rows_of(digested, fire(), later()) == {
        ("death toll", "updated", (9, 12)),
        ("people injured", "updated", (27, 31)),
    }


def test_a_contradiction(digested):
    """Two papers of one day that differ, and say no word of an update, contradict each other."""
    text = f"Drame\n\n{ABOUT} Il y a quinze morts, selon un syndicat, et 27 blessés dans l'immeuble."
    other = fire("d/4.txt", text=f"{text} {PEOPLE}", dead=("quinze morts", 15))
    found = rows_of(digested, fire(), other)
    assert ("death toll", "contradiction", (9, 15)) in found or (
        "death toll",
        "contradiction",
        (15, 9),
    ) in found
    assert ("people injured", "agree", (27, 27)) in found


def test_contradictions_come_first(digested):
    """And a cell leads to its French words."""
    text = f"Drame\n\n{ABOUT} quinze morts et 27 blessés. {PEOPLE}"
    (event,) = digested(fire(), fire("d", text=text, dead=("quinze morts", 15))).events
    assert [row.relation for row in event.rows] == ["contradiction", "agree"]
    cells = {cell.value: cell for cell in event.rows[0].cells}
    assert cells[15].source.text == "quinze morts"
    assert "quinze morts" in cells[15].sentence
    assert cells[9].claimed_by == "selon les pompiers"


def test_currencies_are_not_converted(digested):
    """The same digits in two currencies are one row, in contradiction, without a unit."""
    texts = [
        f"Rachat de Lumica\n\nOrbane rachète Lumica pour 40 milliards {money}, lundi."
        for money in ("d'euros", "de dollars")
    ]
    papers = [
        brief(
            text,
            str(n),
            "2026-05-11",
            figures=[(f"40 milliards {m}", 40_000_000_000, "Orbane: purchase price", unit, "exact")],
        )
        for n, (text, m, unit) in enumerate(
            zip(texts, ("d'euros", "de dollars"), ("EUR", "USD"), strict=True)
        )
    ]
    (event,) = digested(*papers).events
    (row,) = event.rows
    assert (row.relation, row.unit, {cell.unit for cell in row.cells}) == (
        "contradiction",
        None,
        {"EUR", "USD"},
    )


def test_two_values_of_one_article_are_two_things(digested):
    """Dead and injured are never one row, nor are two percentages that an article has beside each other."""
    (event,) = digested(fire(), later()).events
    for row in event.rows:
        assert len({cell.brief for cell in row.cells}) == len(row.cells)


def test_what_one_article_has_is_no_row(digested):
    """A row takes two briefs."""
    assert digested(fire()).events[0].rows == ()


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Il y avait 900 000 personnes selon la CGO.", "selon la CGO"),
        ("Selon la préfecture, il y avait 310 personnes.", "Selon la préfecture"),
        ("Ils étaient 310 selon la police, 900 selon la CGO.", "selon la police"),
        (
            "D’après un syndicat de conducteurs, la rame filait à 140 km/h.",
            "D’après un syndicat de conducteurs",
        ),
        ("Il y avait 12 personnes.", None),
        ("Selon le maire ; 12 personnes.", None),
    ],
)
def test_whose_claim_it_is(sentence, claim):
    """The nearest words that name somebody, if no other figure stands between."""
    digits = next(word for word in sentence.replace("900 000", "900000").split() if word[0].isdigit())
    words = "900 000" if digits == "900000" else digits
    made = brief(f"Titre\n\n{sentence}", "x", None, figures=[(words, 1, "a: b", None, "exact")])
    assert claim_of(record_of(made).figures[0]) == claim


def test_labels_that_mean_the_same():
    """Synonyms count as one; what is counted does not change places."""
    words = Words()
    assert words.labels("death toll", "people killed") > words.labels("death toll", "people injured")
    assert words.labels("wage increase demanded", "pay rise demanded") == pytest.approx(1.0)
    assert words.labels("", "people killed") == 0.0


def test_a_figures_sentence():
    """It is cut at stops, and the figure's place in it is right."""
    text = "Titre\n\nUn mot. Il y a 12 morts, dit-on. Rien de plus."
    figure: Figure = record_of(
        brief(text, "x", None, figures=[("12 morts", 12, "a: b", None, "exact")])
    ).figures[0]
    assert figure.sentence.strip() == "Il y a 12 morts, dit-on."
    assert figure.sentence[figure.at :].startswith("12 morts")


@pytest.mark.parametrize(
    ("label", "one", "other", "rows"),
    [
        ("hospital: beds", "620 lits", "24 lits", 0),
        ("hospital: beds", "620 lits", "500 lits", 1),
        ("hospital: patients infected", "2 patients", "60 patients", 1),
        ("hospital: cost", "40 millions d'euros", "40 milliards d'euros", 1),
    ],
)
def test_values_too_far_apart_are_of_two_things(digested, label, one, other, rows):
    """A hospital has 620 beds and closes 24; what spreads may well grow thirtyfold, and a unit may slip."""
    papers = []
    for n, words in enumerate((one, other)):
        (number,) = find_numbers(words)
        own = [(words, number.value, label, number.unit, "exact")]
        text = f"Hôpital\n\nL'hôpital de Morlanne est en grève ; Mehdi Rousset parle de {words} à Morlanne."
        papers.append(brief(f"{text} {n}", str(n), f"2026-03-0{n + 3}", figures=own))
    assert len(digested(*papers).events[0].rows) == rows
