"""The benchmarks' scoring: what counts as right, found and given."""

from decimal import Decimal

import pytest

from benchmarks.outcome import Amount, Claim, Outcome, Party, Quoted, find_words, read_amount
from benchmarks.rates import rate
from benchmarks.scoring import (
    dispute_marks,
    fact_marks,
    figure_marks,
    first_answer_marks,
    party_marks,
    quote_marks,
    same_name,
    statement_marks,
)

TEXT = (
    "La mairie de Plougarec a dépensé 3,5 millions d'euros pour la digue. « Il fallait agir », dit le "
    "maire, Yann Kerbrat. La « digue rouge » inquiète l'association Grève vive, qui juge le chantier inutile."
)
FIRST = "La mairie de Plougarec a dépensé 3,5 millions d'euros pour la digue."


def place(words):
    """Where words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def span(words):
    """The same, as the annotations write it."""
    start, end = place(words)
    return {"start": start, "end": end, "text": words}


GOLD = {
    "id": "a",
    "quotes": [
        span("Il fallait agir") | {"said": True, "speaker": "Yann Kerbrat", "speaker_aliases": ["le maire"]},
        span("digue rouge") | {"said": False, "speaker": None, "speaker_aliases": []},
    ],
    "figures": [
        span("3,5 millions d'euros")
        | {
            "core": span("3,5 millions"),
            "value": "3500000",
            "upper": None,
            "unit": "EUR",
            "key": True,
            "about_en": "cost of the sea wall",
        }
    ],
    "stakeholders": [
        {"name": "mairie de Plougarec", "kind": "organisation", "aliases": [], "central": True},
        {"name": "Yann Kerbrat", "kind": "person", "aliases": ["le maire"], "central": True},
        {"name": "Grève vive", "kind": "organisation", "aliases": ["l'association"], "central": False},
    ],
    "disputes": [{"sides": [{"party": "Yann Kerbrat"}, {"party": "l'association Grève vive"}]}],
    "key_facts": [
        {
            "en": "The town spent 3.5 million euros on the wall.",
            "evidence": [span(FIRST)],
        }
    ],
}


def same_words(one, other):
    """A stand-in for similarity: the share of words in common."""
    left, right = set(one.casefold().split()), set(other.casefold().split())
    return len(left & right) / max(len(left | right), 1)


def amount(words="3,5 millions d'euros", value="3500000", unit="EUR", label="cost of the sea wall"):
    """A figure that a system gives."""
    where = place(words) if words in TEXT else None
    return Amount(text=words, place=where, value=Decimal(value), unit=unit, label=label)


def quoted(words, speaker=None):
    """A quotation that a system gives."""
    return Quoted(text=words, place=find_words(TEXT, words), speaker=speaker)


@pytest.mark.parametrize(
    ("candidate", "names", "same"),
    [
        pytest.param("Kerbrat", ["Yann Kerbrat"], True, id="part-of-name"),
        pytest.param("le maire Yann Kerbrat", ["Yann Kerbrat"], True, id="with-function"),
        pytest.param("L’ASSOCIATION", ["l'association"], True, id="case-and-apostrophe"),
        pytest.param("Francois Fe", ["François Fé"], True, id="accents"),
        pytest.param("Ker", ["Yann Kerbrat"], False, id="part-of-word"),
        pytest.param("", ["Yann Kerbrat"], False, id="nothing"),
        pytest.param(None, ["Yann Kerbrat"], False, id="none"),
    ],
)
def test_names_are_the_same_by_whole_words(candidate, names, same):
    """One name may hold the other, as whole words, in whatever case."""
    assert same_name(candidate, names) is same


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("« Il fallait agir »", "Il fallait agir", id="marks-aside"),
        pytest.param("Il  fallait\nagir", "Il fallait agir", id="spaces"),
        pytest.param("d’euros", "d'euros", id="apostrophes"),
        pytest.param("Il fallait réagir", None, id="another-word"),
        pytest.param("«»", None, id="marks-alone"),
    ],
)
def test_words_are_found_word_for_word(words, found):
    """Marks, kinds of spaces and apostrophes do not matter; words do."""
    assert find_words(TEXT, words) == (place(found) if found else None)


def test_a_taken_place_is_passed_over():
    """The same words given twice are two quotations only if they stand there twice."""
    first = find_words("oui, oui", "oui")
    assert first
    assert find_words("oui, oui", "oui", taken=[first]) == (5, 8)
    assert find_words("oui", "oui", taken=[(0, 3)]) is None


@pytest.mark.parametrize(
    ("value", "unit", "read"),
    [
        pytest.param("97.4", "billion dollars", (Decimal("97.4e9"), "USD"), id="scale-in-unit"),
        pytest.param("400 million", "users", (Decimal("400e6"), None), id="scale-in-value"),
        pytest.param("1,234,567", "%", (Decimal(1234567), "%"), id="thousands"),
        pytest.param("12,5", "per cent", (Decimal("12.5"), "%"), id="decimal-comma"),
        pytest.param("400000000", "million users", (Decimal(400000000), None), id="scale-applied-already"),
        pytest.param("-3", "ans", (Decimal(-3), "year"), id="negative-french-unit"),
        pytest.param("many", "people", (None, None), id="no-number"),
    ],
)
def test_a_models_own_figures_are_read_with_good_will(value, unit, read):
    """Scales, separators and names of units are understood wherever a model puts them."""
    assert read_amount(value, unit) == read


@pytest.mark.parametrize(
    ("given", "precision", "recall", "speaker"),
    [
        pytest.param([quoted("Il fallait agir", "le maire")], 1, 1, 1, id="right"),
        pytest.param([quoted("Il fallait agir", "Grève vive")], 1, 1, 0, id="wrong-speaker"),
        pytest.param([quoted("Il fallait", "Kerbrat")], 0, 0, 1, id="too-short"),
        pytest.param([quoted("Il fallait agir"), quoted("digue rouge")], 0.5, 1, 0, id="scare-quotes-given"),
        pytest.param([quoted("Nous devions agir")], 0, 0, None, id="not-in-the-text"),
        pytest.param([], None, 0, None, id="none"),
    ],
)
def test_quotations_are_right_by_their_span(given, precision, recall, speaker):
    """Only words that were said count, strictly from mark to mark; speakers go with overlapping spans."""
    marks = list(quote_marks(Outcome(quotes=tuple(given)), GOLD, TEXT))
    found = rate(marks, "quotations")
    assert (found.precision, found.recall) == (precision, recall)
    assert rate(marks, "speaker right").share == speaker


@pytest.mark.parametrize(
    ("given", "precision", "recall", "value", "measure"),
    [
        pytest.param(amount(), 1, 1, 1, 1, id="right"),
        pytest.param(amount(value="3.5"), 1, 1, 0, 1, id="scale-lost"),
        pytest.param(amount(unit=None), 1, 1, 0, 1, id="unit-lost"),
        pytest.param(amount(label="amount of money"), 1, 1, 1, 0, id="vague-measure"),
        pytest.param(amount(words="3.5 million euros"), 0, 0, 0, None, id="not-in-the-text"),
    ],
)
def test_figures_are_right_by_place_value_and_measure(given, precision, recall, value, measure):
    """A figure is found where its number stands; value, unit and measure are asked apart."""
    marks = list(figure_marks(Outcome(amounts=(given,)), GOLD, same_words))
    found = rate(marks, "key figures")
    assert (found.precision, found.recall) == (precision, recall)
    assert rate(marks, "value and unit right").share == value
    assert rate(marks, "measure acceptable").share == measure


def test_stakeholders_by_any_of_their_names():
    """Precision asks for any stakeholder, recall for the central ones, the kind of those that match."""
    given = (
        Party(name="le maire", kind="person"),
        Party(name="Grève vive", kind="group"),
        Party(name="les riverains", kind="group"),
    )
    marks = list(party_marks(Outcome(parties=given), GOLD))
    found = rate(marks, "stakeholders")
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == 0.5
    assert rate(marks, "kind right").share == 0.5


@pytest.mark.parametrize(
    ("disputes", "apart", "precision", "recall"),
    [
        pytest.param((("le maire", "Grève vive"),), 1, 1, 1, id="right"),
        pytest.param((("le maire", "SNCF"),), 1, 0.5, 0.5, id="one-party-wrong"),
        pytest.param((), 0, None, 0, id="none-seen"),
    ],
)
def test_disputes_by_their_parties(disputes, apart, precision, recall):
    """An article has a dispute or not; where it has, parties go by all names of the stakeholder."""
    marks = list(dispute_marks(Outcome(disputes=disputes), GOLD))
    found = rate(marks, "dispute parties")
    assert rate(marks, "disputes told apart").share == apart
    assert (found.precision, found.recall) == (precision, recall)


@pytest.mark.parametrize(
    ("claim", "covered"),
    [
        pytest.param(Claim(en="The town spent 3.5 million euros on the wall."), 1, id="no-evidence-named"),
        pytest.param(
            Claim(en="The town spent 3.5 million euros on the wall.", evidence=(place("3,5 millions"),)),
            1,
            id="its-sentence",
        ),
        pytest.param(
            Claim(en="The town spent 3.5 million euros on the wall.", evidence=(place("chantier"),)),
            0,
            id="another-sentence",
        ),
        pytest.param(Claim(en="An association is worried."), 0, id="another-fact"),
    ],
)
def test_facts_are_covered_by_likeness_and_evidence(claim, covered):
    """A statement tells a fact if it is alike and, where it names evidence, rests on the fact's own."""
    marks = list(fact_marks(Outcome(claims=(claim,)), GOLD, same_words))
    assert rate(marks, "key facts covered").share == covered


def test_statements_are_held_against_their_evidence():
    """A number of another sentence is unsupported; one of nowhere is not in the article either."""
    claims = (
        Claim(en="The wall cost 3.5 million euros.", evidence=(place(FIRST),)),
        Claim(en="The wall cost 3.5 million euros.", evidence=(place("Il fallait agir"),)),
        Claim(en="The wall cost 7 million euros."),
    )
    marks = list(statement_marks(Outcome(checked=claims), TEXT))
    assert rate(marks, "unsupported statements").share == pytest.approx(2 / 3)
    assert rate(marks, "number or name not there").share == pytest.approx(1 / 3)
    assert rate(marks, "in English").share == 1


def test_refused_first_answers_count_among_all():
    """What was asked again, dropped or kept was refused once; the rest was sound at once."""
    outcome = Outcome(checked=(Claim(en="a"),) * 8, first_answers={"reasked": 3, "dropped": 2, "kept": 1})
    assert rate(first_answer_marks(outcome), "unsupported before asking again").share == 0.6


def test_a_system_without_an_answer_missed_everything():
    """Recall is 0, precision is of nothing, and F1 is 0."""
    found = rate(quote_marks(Outcome(failure="cut off"), GOLD, TEXT), "quotations")
    assert (found.precision, found.recall, found.f1) == (None, 0, 0)
