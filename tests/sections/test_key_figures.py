"""Key figures of a strong model: it chooses and labels them; code reads what they are."""

from decimal import Decimal

import pytest

from summarizer.sections import key_figures
from tests.articles import story
from tests.sections.drafts import figure

MARKED = story()


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        pytest.param(figure(), None, id="by id"),
        pytest.param(figure("2,4 millions d'euros"), None, id="by words"),
        pytest.param(figure("N99"), "figure", id="no such id"),
        pytest.param(figure("3,4 millions d'euros"), "figure", id="words that are not there"),
        pytest.param(figure("le rachat de la société"), "figure", id="words without a figure"),
        pytest.param(figure(measure="price of 19 ferries"), "number", id="a label with another number"),
        pytest.param(figure(measure="le prix que le groupe a payé"), "language", id="a French label"),
    ],
)
def test_what_speaks_against_a_figure(draft, code):
    """A figure that code cannot read, or a label that says what the article does not."""
    assert code in {None, *(issue.code for issue in key_figures.check(MARKED, draft))}
    assert (code is None) is (key_figures.check(MARKED, draft) == [])


def test_the_nearest_words_are_shown():
    """So that a model can mend what it copied wrongly."""
    (issue,) = key_figures.check(MARKED, figure("3,4 millions d'euros"))
    assert "2,4 millions d'euros" in issue.message


def test_the_figure_is_the_articles_and_its_english_codes():
    """Value, unit, rendering and place are read from the French."""
    (made,) = key_figures.assemble(MARKED, {"key_figures": [figure("2,4\u00a0millions d’euros")]}).fields[
        "key_figures"
    ]
    assert MARKED.text[made.source.start : made.source.end] == made.source.text == "2,4 millions d'euros"
    assert (made.value, made.unit, made.en) == (Decimal(2_400_000), "EUR", "€2.4 million")
    assert (made.subject, made.measure) == ("Ostrelec", "price of the takeover of Valdor")


def test_the_same_figure_is_listed_once():
    """Whether it was given by id or by words."""
    made = key_figures.assemble(MARKED, {"key_figures": [figure(), figure("2,4 millions d'euros")]})
    assert len(made.fields["key_figures"]) == 1
    assert [finding.code for finding in made.findings] == ["repeat"]


def test_a_range_keeps_both_ends():
    """And its unit."""
    marked = story("Le port restera fermé trois à quatre semaines.\n")
    (made,) = key_figures.assemble(marked, {"key_figures": [figure()]}).fields["key_figures"]
    assert (made.value, made.upper, made.unit) == (Decimal(3), Decimal(4), "week")
