"""Figures that no brief lists: code finds them in the articles, and they join rows by their French."""

import re
from pathlib import Path

import pytest

from summarizer.articles.read import read_article
from summarizer.digest.french_likeness import alike_in_french, things_of, words_around
from summarizer.digest.measures import nodes_of
from summarizer.digest.records import record_of
from summarizer.output.render.digest_markdown import digest_to_markdown
from tests.digest.articles import brief, fire, later

SEEDS = Path(__file__).parents[2] / "seeds"


def seed(name, *listed):
    """Make a brief of an article of seeds/ that lists these figures alone."""
    article = read_article(SEEDS / f"{name}.fr.txt")
    made = brief(article.text, article.source, article.published, figures=listed)
    return made.model_copy(update={"article": article})


def rows_of(digest):
    """Give the rows of the first event as (language, relation, values)."""
    return {
        (row.language, row.relation, tuple(sorted({int(cell.value) for cell in row.cells})))
        for row in digest.events[0].rows
    }


def node(sentence, words):
    """Give the node of a figure that no brief lists."""
    (made,) = (
        f for f in record_of(brief(f"Titre\n\n{sentence}", "x", None)).found if f.entry.source.text == words
    )
    return nodes_of([made])[0]


def test_the_seeds_without_a_figure_in_a_brief(digested):
    """What one paper contradicts and another updates shows, though no model has listed anything."""
    dam = digested(*(seed(f"barrage-ordance-{n}") for n in (1, 2, 3, 4)))
    assert {
        ("fr", "contradiction", (480_000_000, 610_000_000)),
        ("fr", "updated", (3, 5)),
        ("fr", "updated", (11, 14)),
        ("fr", "rounded", (140, 150)),
    } <= rows_of(dam)
    foundry = digested(*(seed(f"fonderie-malescot-{n}") for n in (1, 2, 3)))
    assert ("fr", "contradiction", (198, 236, 310)) in rows_of(foundry)
    (row,) = (row for row in foundry.events[0].rows if len(row.cells) == 4)
    assert [(int(c.value), c.relation) for c in row.cells if c.value == 198] == [(198, "updated")]


def test_the_label_of_a_brief_names_the_row(digested):
    """One brief lists the cost, the other does not: the row has the label, and each cell its French."""
    cost = ("480 millions d'euros", 480_000_000, "dam: cost of the works", "EUR", "exact")
    made = digested(seed("barrage-ordance-1", cost), seed("barrage-ordance-2"))
    (row,) = (row for row in made.events[0].rows if row.unit == "EUR")
    assert (row.measure, row.language, row.relation) == ("cost of the works", "en", "contradiction")
    assert [(cell.value, cell.listed) for cell in row.cells if cell.value == 610_000_000] == [
        (610_000_000, False)
    ]
    for cell in row.cells:
        assert cell.source.text in cell.sentence


def test_a_row_without_a_label_is_shown_in_french(digested):
    """Between guillemets; what near copies of one text have alone is no row.

    Which of two briefs of one day comes first depends on their ids, and so on where the checkout is.
    """
    made = digested(*(seed(f"barrage-ordance-{n}") for n in (1, 2, 4)))
    row = r"« [^»]+ (?:480|610) millions d'euros »: \*\*contradiction\*\*"
    assert re.search(row, digest_to_markdown(made))
    assert not any("hélicoptères" in row.measure for row in made.events[0].rows)


def test_what_briefs_list_is_not_counted_twice(digested):
    """A title that has the figure again adds no cell."""
    made = digested(fire(), later())
    assert all(len({cell.brief for cell in row.cells}) == len(row.cells) for row in made.events[0].rows)
    assert all(cell.listed for row in made.events[0].rows for cell in row.cells)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Le pont coûtera 480 millions d'euros.", "480 millions d'euros"),
         ("Le coût atteindrait 610 millions d'euros.", "610 millions d'euros"), True),
        (("Le pont coûtera 480 millions d'euros.", "480 millions d'euros"),
         ("La ville paie une amende de 610 millions d'euros.", "610 millions d'euros"), False),
        (("L'éboulement a fait 12 morts.", "12 morts"), ("On compte 15 morts.", "15 morts"), True),
        (("L'éboulement a fait 12 morts.", "12 morts"), ("Dix hommes sont blessés.", "Dix hommes"), False),
        (("L'éboulement a fait 12 morts.", "12 morts"), ("On compte 900 morts.", "900 morts"), False),
        (("Il y a 31 blessés.", "31 blessés"), ("Il y a 31 blessés, dont 27 grièvement.", "27"), False),
        (("Les syndicats réclament 6 % de hausse.", "6 %"), ("La hausse atteint 3 %.", "3 %"), False),
        (("Le groupe vaut 2,4 milliards d'euros.", "2,4 milliards d'euros"),
         ("L'offre est de 2,4 milliards de dollars.", "2,4 milliards de dollars"), True),
(("Le bénéfice atteint 52 millions d'euros.", "52 millions d'euros"),
         ("Le bénéfice, lui, ne serait que de 41 millions d'euros.", "41 millions d'euros"), True),
        (("On compte 21 morts.", "21 morts"),
         ("Il y a 47 morts, et 38 personnes sont recherchées.", "38 personnes"), False),
        (("Trois ouvriers sont là.", "Trois ouvriers"), ("Trois écoles ferment.", "Trois écoles"), False),
    ],
)  # fmt: skip
def test_alike_in_french(one, other, same):
    """By the noun that is counted or by what the clause speaks of; another value needs more."""
    first, second = node(*one), node(*other)
    assert (alike_in_french(first, second) > 0) is same
    assert alike_in_french(first, second) == alike_in_french(second, first)


def test_what_french_says():
    """A phrase counts as a whole: what costs lives has no cost."""
    found = node("L'accident a coûté la vie à trois hommes, et la facture sera lourde.", "trois hommes")
    assert things_of(found) == {"dead"}
    assert words_around(found.figures[0]) == "L'accident a coûté la vie à trois hommes"


def test_two_values_of_one_article_are_two_things(digested):
    """One brief lists the provision and not the fine, which its article has: the fine is not 100 million."""
    fine = "Le régulateur inflige à la banque Corvel une amende de 145 millions d'euros pour blanchiment."
    other = f"{fine} La banque Corvel avait mis de côté 100 millions d'euros."
    listed = [
        ("145 millions d'euros", 145_000_000, "Corvel: fine", "EUR", "exact"),
        ("100 millions d'euros", 100_000_000, "Corvel: provision", "EUR", "exact"),
    ]
    papers = [
        brief(f"Corvel à l'amende\n\n{text}", str(n), "2026-03-18", figures=[one])
        for n, (text, one) in enumerate(zip((fine, other), listed, strict=True))
    ]
    (row,) = digested(*papers).events[0].rows
    assert (row.measure, row.relation) == ("fine", "agree")
