"""Key figures: which numbers matter, and that the figures themselves are the article's."""

from decimal import Decimal

import pytest

from summarizer.schemas.key_figures import KeyFigureEntry
from summarizer.sections.piecewise import key_figures
from summarizer.sections.piecewise.figure_labels import measure_of, what_is_counted
from summarizer.sections.piecewise.label_grounds import label_stands
from tests.articles import BARE, answered, asked, assembled, key_of, story

MARKED = story()
PRICE = key_of(MARKED.numbers, "2,4 millions")
STAFF = key_of(MARKED.numbers, "1 200")
LABEL = KeyFigureEntry(measure="amount of the takeover")


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
    assert (figure.subject, figure.measure) == ("", "amount of the takeover")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("400 blessés sont soignés", "injured"),
        ("400 salariés sont partis", "employees"),
        ("400 zorglubs sont partis", None),
        ("400 euros ont disparu", None),
        ("400 abonnés hebdomadaires en 2020", "weekly subscribers"),
        ("400 salariés présents, en grève", "employees"),
        ("400 salariés licenciés, en grève", "employees"),
        ("plus de 400 sont clients du port", "customers"),
        ("plus de 400 sont français", None),
    ],
    ids=[
        "people",
        "plural",
        "unknown",
        "money",
        "adjective",
        "of a moment",
        "participle",
        "said to be",
        "said of",
    ],
)
def test_what_is_counted_is_known_without_a_model(words, label):
    """The dictionary's English of the counted noun, where the model was not sure or said nothing."""
    marked = story(f"À Kerlann, {words} mardi.\n")
    (key,) = key_figures.choose(marked)
    assert what_is_counted(marked, marked.numbers[key]) == label
    for confidence in (0.1, None):
        states = answered(key_figures.questions(marked), {key: LABEL} if confidence else {})
        assert bool(states) is (label is None or " " not in label)
        for state in states:
            state.confidence[LABEL.measure] = confidence or 1.0
        figures = assembled("key_figures", marked, states).fields["key_figures"]
        assert [figure.measure for figure in figures] == ([label] if label else [])


def test_one_label_for_two_figures_is_believed_once():
    """The second one of a sentence has what it counts, if that is known."""
    marked = story("Le port supprime 148 des 312 emplois et vend 3 millions de parts à 4 millions.\n")
    jobs, all_jobs, *money = key_figures.choose(marked)
    entries = {
        jobs: KeyFigureEntry(measure="jobs to be cut at the port"),
        all_jobs: KeyFigureEntry(measure="number of jobs to be cut at the port"),
    } | {key: KeyFigureEntry(measure="shares to be sold") for key in money}
    states = answered(key_figures.questions(marked), entries)
    figures = assembled("key_figures", marked, states).fields["key_figures"]
    assert [(int(f.value), f.measure) for f in figures] == [
        (148, "jobs to be cut at the port"),
        (312, "jobs"),
        (3_000_000, "shares to be sold"),
        (4_000_000, "shares to be sold"),
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
    assert measure_of(marked, marked.numbers[key], entry.measure) == expected


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
    assert measure_of(marked, marked.numbers[key], label.measure) == expected


def test_figures_stand_in_the_order_of_the_text():
    """Whatever the order of the answers."""
    made = labelled(**{STAFF: LABEL, PRICE: LABEL})
    sources = [figure.source for figure in made.fields["key_figures"]]
    assert set(MARKED.spans([PRICE, STAFF])) <= set(sources)
    assert sources == sorted(sources, key=lambda span: span.start)


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


@pytest.mark.parametrize(
    ("label", "french", "holds"),
    [
        ("number of jobs", "Le groupe supprime 148 emplois.", True),
        ("amount offered for a takeover bid", "Il a soumis une offre de rachat de 9 millions.", True),
        ("value of the company's stock", "Le tour valorise l'entreprise à 9 millions.", False),
        ("lowest temperature in Alberta", "La température oscille entre -21 et -27 °C en Alberta.", False),
        ("bonus offered to Anne Roy", "Anne Roy propose une prime de 9 000 euros.", False),
        ("bonus offered to Anne Roy", "Le groupe propose à Anne Roy une prime de 9 000 euros.", True),
        ("temperature below 35", "La température tombe sous les 35 °C.", False),
        ("soldiers held by the US", "Une dizaine de soldats américains ont été appréhendés.", False),
        ("rocket hits by the hospital", "L'hôpital a été touché par quatre roquettes.", False),
        ("homes destroyed by the fire", "Le feu a détruit 600 maisons.", True),
        ("homes destroyed by the fire", "600 maisons ont été détruites par le feu.", True),
        ("offer by the bank", "L'offre de la banque est de 40 millions d'euros.", True),
    ],
)
def test_a_label_says_what_the_french_says(label, french, holds):
    """No word of the model's own, nobody at the wrong end, not the figure again."""
    assert label_stands(label, [french]) is holds


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Il a soumis une offre de rachat de 97 millions d'euros.", "takeover bid"),
        ("Elle propose une prime de départ de 18 000 euros.", "severance bonus"),
        ("Un investissement de plus de 25 millions d'euros est prévu.", "investment"),
        ("Le taux est en hausse de 4 %.", None),
        ("La sonde coûte un peu plus de 3 millions d'euros.", None),
        ("Il vend sa maison 97 millions d'euros.", None),
        ("Le site perd 700 000 euros par mois.", "loss"),
        ("Le tour de table valorise l'entreprise californienne à 300 milliards de dollars.", "valuation"),
        ("Le projet doit engager plus de 500 milliards de dollars.", "planned commitment"),
        ("Le stock est estimé par la direction à près de 4 millions d'euros.", "estimated value"),
        ("Il estime que le groupe reste à 4 millions d'euros près.", None),
    ],
)
def test_the_words_before_a_figure_say_what_it_measures(text, measure):
    """A noun that hangs together with it by « de », a verb whose object it is; else nothing."""
    marked = story(text + "\n")
    (key,) = key_figures.choose(marked)
    assert measure_of(marked, marked.numbers[key], None) == measure


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Un nombre qui a plus que doublé depuis juin.", "weekly subscribers, since June"),
        ("Ce chiffre a doublé.", "weekly subscribers"),
        ("La direction a doublé le prix.", None),
    ],
)
def test_what_has_doubled_is_what_was_counted(text, label):
    """« Un nombre qui a doublé » tells of the one figure of the sentence before."""
    marked = story(f"Le port compte 400 abonnés hebdomadaires. {text}\n")
    (number,) = (n for n in marked.numbers.values() if n.kind == "multiple")
    assert measure_of(marked, number, None) == label
