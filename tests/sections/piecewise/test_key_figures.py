"""Key figures: which numbers matter, and that the figures themselves are the article's."""

from decimal import Decimal

import pytest

from summarizer.schemas.key_figures import KeyFigureEntry
from summarizer.sections.piecewise import key_figures
from tests.articles import BARE, answered, asked, assembled, key_of, story

MARKED = story()
PRICE = key_of(MARKED.numbers, "2,4 millions")
STAFF = key_of(MARKED.numbers, "1 200")
LABEL = KeyFigureEntry(measure="price of the takeover")


def labelled(**entries):
    """Answer the embedded questions with these labels, and assemble."""
    return assembled("key_figures", MARKED, answered(key_figures.questions(MARKED), entries))


def test_only_figures_are_asked_about_and_each_once():
    """Without a number there is no question."""
    assert asked(key_figures.questions(MARKED)) == key_figures.choose(MARKED)
    assert key_figures.questions(story(BARE)) == []


def test_the_same_amount_told_twice_is_one_figure():
    """The first place counts."""
    chosen = [MARKED.numbers[key] for key in key_figures.choose(MARKED)]
    assert [number.start for number in chosen if number.unit == "EUR"] == [MARKED.extent(PRICE)[0]]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("avec Jean, âgé de 42 ans", False),
        ("le 3 mai 2021", False),
        ("pour 300 euros", True),
        ("à 12 %", True),
        ("avec 4 500 ouvriers", True),
        ("sur 14 km", True),
    ],
)
def test_ages_and_dates_are_left_out(words, there):
    """What says little does not take the place of what matters."""
    assert bool(key_figures.choose(story(f"Le maire de Kerlann est parti {words}.\n"))) is there


def test_a_round_of_a_tournament_is_no_figure():
    """It says where, not how many."""
    assert (
        key_figures.choose(story("Anne Roy sort du tableau de 32. Zoé sort du tableau principal de 16.\n"))
        == []
    )


def test_how_long_before_or_after_is_no_figure():
    """It says when; how long something takes or lasts is one."""
    marked = story("Une semaine auparavant, le port fermait. Les travaux durent deux semaines.\n")
    assert [marked.numbers[key].text for key in key_figures.choose(marked)] == ["deux semaines"]


def test_figures_are_few_however_many_there_are():
    """The weightiest, in the order of the text."""
    marked = story(
        "\n".join(f"La ville paie {n} millions d'euros et gagne {n} heures." for n in range(11, 40))
    )
    chosen = key_figures.choose(marked)
    assert len(chosen) == key_figures.MOST
    assert chosen == sorted(chosen, key=marked.extent)
    assert {marked.numbers[key].unit for key in chosen} == {"EUR"}


def test_the_figure_is_the_articles_and_its_english_codes():
    """A label is all that an answer gives."""
    figure = next(f for f in labelled(**{PRICE: LABEL}).fields["key_figures"] if f.unit == "EUR")
    assert figure.source == MARKED.span(*MARKED.extent(PRICE))
    assert (figure.value, figure.upper, figure.unit) == (Decimal(2_400_000), None, "EUR")
    assert figure.en == "€2.4 million"
    assert (figure.subject, figure.measure) == ("", "price of the takeover")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("400 blessés sont soignés", "injured"),
        ("400 salariés sont partis", "employees"),
        ("400 zorglubs sont partis", None),
        ("400 euros ont disparu", None),
    ],
    ids=["people", "plural", "unknown", "money"],
)
def test_what_is_counted_is_known_without_a_model(words, label):
    """The dictionary's English of the counted noun, where the model was not sure or said nothing."""
    marked = story(f"À Kerlann, {words} mardi.\n")
    (key,) = key_figures.choose(marked)
    assert key_figures.counted(marked.numbers[key]) == label
    for confidence in (0.1, None):
        states = answered(key_figures.questions(marked), {key: LABEL} if confidence else {})
        states[0].confidence[LABEL.measure] = confidence or 1.0
        figures = assembled("key_figures", marked, states).fields["key_figures"]
        assert [figure.measure for figure in figures] == ([label] if label else [])


def test_one_label_for_two_figures_is_believed_once():
    """The second one of a sentence has what it counts, if that is known."""
    marked = story("Le port supprime 148 des 312 emplois et vend 3 millions de parts à 4 millions.\n")
    jobs, all_jobs, *money = key_figures.choose(marked)
    entries = {
        jobs: KeyFigureEntry(measure="jobs to be cut at the port"),
        all_jobs: KeyFigureEntry(measure="number of jobs to be cut at the port"),
    } | {key: KeyFigureEntry(measure="price of the shares") for key in money}
    states = answered(key_figures.questions(marked), entries)
    figures = assembled("key_figures", marked, states).fields["key_figures"]
    assert [(int(f.value), f.measure) for f in figures] == [
        (148, "jobs to be cut at the port"),
        (312, "jobs"),
        (3_000_000, "price of the shares"),
        (4_000_000, "price of the shares"),
    ]


def test_figures_are_shown_in_untouched_french():
    """With a mark around the number alone; a pronoun gives way to a name that is certain."""
    marked = story("Anne Roy dirige le port. Elle a vendu 300 bateaux et 4,5 millions d'actions.\n")
    shown = key_figures.questions(marked)[0].messages[-1]["content"].splitlines()[-1]
    assert shown == "Anne Roy a vendu [N1: 300] bateaux et [N2: 4,5 millions] d'actions."


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        ("3-1", "number of goals scored", "score"),
        ("3-1", "final score", "final score"),
        ("4 tab 3", "number of players", "score of the penalty shoot-out"),
    ],
)
def test_a_score_is_called_one(words, label, expected):
    """Its kind is read by code."""
    marked = story(f"Kerlann a battu Valdor {words} mardi soir.\n")
    (key,) = key_figures.choose(marked)
    entry = KeyFigureEntry(measure=label)
    assert key_figures._measure(marked, key, entry.measure) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Les triples championnes d'Europe ont perdu mardi.", "titles won"),
        ("La double tenante du titre s'incline au deuxième tour.", "titles won"),
        ("Kerlann a battu mardi le quadruple vainqueur du tournoi.", "victories"),
        ("Le skieur, quatre fois médaillé d'argent, prend sa retraite.", "medals won"),
        ("Le groupe a triplé ses ventes en mars.", "number of players"),
        ("La ville a doublé lauréats et candidats.", "number of players"),
        ("Les dons ont été multipliés par deux\nLauréate du prix, elle remercie.", "number of players"),
    ],
)
def test_what_was_won_so_many_times_is_known(sentence, expected):
    """A multiple before « champion » counts titles, whatever the model says of it; others are the model's."""
    marked = story(f"{sentence}\n")
    (key,) = [key for key, number in marked.numbers.items() if number.kind == "multiple"]
    label = KeyFigureEntry(measure="number of players")
    assert key_figures._measure(marked, key, label.measure) == expected


def test_figures_stand_in_the_order_of_the_text():
    """Whatever the order of the answers."""
    made = labelled(**{STAFF: LABEL, PRICE: LABEL})
    assert [figure.source for figure in made.fields["key_figures"]] == list(MARKED.spans([PRICE, STAFF]))


@pytest.mark.parametrize(
    "label",
    [
        KeyFigureEntry(measure="price of 19 ferries"),
        KeyFigureEntry(measure="price of the takeover by Jean Morvan"),
        KeyFigureEntry(measure="le prix que le groupe a payé"),
    ],
    ids=["number", "name", "French"],
)
def test_a_label_that_the_sentences_do_not_bear_is_dropped(label):
    """The finding says why."""
    made = labelled(**{PRICE: label})
    assert label.measure not in {figure.measure for figure in made.fields["key_figures"]}
    assert ("key_figures", PRICE, "dropped") in {(f.section, f.item, f.action) for f in made.findings}


def test_figures_never_answered_are_said():
    """A finding for each."""
    assert {finding.item for finding in labelled().findings} == set(key_figures.choose(MARKED))


def test_one_of_a_thing_is_no_figure():
    """« un blessé » is left out, « 25 blessés » is not."""
    marked = story("L'accident a fait un blessé léger à Kerlann et 25 blessés à Brest.\n")
    assert [marked.numbers[key].value for key in key_figures.choose(marked)] == [25]
