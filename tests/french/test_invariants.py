"""What holds for any text: spans of one kind stay apart, more text changes nothing, figures read back."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summarizer.english import find_numbers as read_english
from summarizer.english import render_number
from summarizer.french import find_names, find_numbers, find_quotations, split_sentences

PARAGRAPHS = [
    "Le groupe supprime 1 200 emplois, dont 300 à Lyon, et versera 12,5 millions d'euros.",
    "« Rien n'est joué », a déclaré Anne Morel. « Nous irons jusqu'au bout. »",
    "Entre 10 et 15 % des élèves, soit près de deux mille, sont absents depuis le 3 mai 2021.",
    "Paul Garnier, 42 ans, dénonce « un affront fait à “tout un pays” » et demande un vote.",
    "– Vous venez ? demande le guide.\n– Dans une heure, dit-elle.",
    "Une dizaine de bus, 3 à 4 trains et un avion Airbus A320 partiront à 21 h 30.",
    "Le film « La Mer » dure 2 heures 10 minutes ; il a coûté plus de 3 M€.",
    "Selon la mairie, trois quarts des ponts datent du XIXe siècle.",
]
MARKS = [
    "«",
    "»",
    "“",
    "”",
    '"',
    "'",
    "— ",
    "– ",
    "\n",
    "\n\n",
    " ",
    ". ",
    ", dit-il",
    "mot",
    "Oui",
    "deux cent",
    "10 %",
]


@example("'««»'»")
@given(st.lists(st.sampled_from(MARKS), max_size=24).map("".join) | st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_spans_of_one_kind_stay_apart(text):
    """Numbers and sentences never overlap; quotations are apart, or one is inside the other."""
    numbers, sentences = find_numbers(text), split_sentences(text)
    for spans in ([(n.start, n.end) for n in numbers], [(s.start, s.end) for s in sentences]):
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
    quotations = find_quotations(text)
    for number, outer in enumerate(quotations):
        for inner in quotations[number + 1 :]:
            assert inner.start >= outer.end or inner.end <= outer.end
    for stretches in (numbers, sentences, quotations):
        for found in stretches:
            assert text[found.start : found.end] == found.text
    for name in find_names(text):
        assert all(text[mention.start : mention.end] == mention.text for mention in name.mentions)


@given(
    st.lists(st.sampled_from(PARAGRAPHS), max_size=3),
    st.sampled_from(PARAGRAPHS),
    st.lists(st.sampled_from(PARAGRAPHS), max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_text_before_and_after_changes_nothing(before, text, after):
    """Numbers, quotations and sentences of a paragraph are the same whatever paragraphs stand around it."""
    head = "".join(f"{paragraph}\n\n" for paragraph in before)
    tail = "".join(f"\n\n{paragraph}" for paragraph in after)

    def inside(found):
        return [one for one in found if len(head) <= one.start < len(head) + len(text)]

    whole = head + text + tail
    numbers = [
        (n.start + len(head), n.text, n.kind, n.value, n.upper, n.unit, n.qualifier)
        for n in find_numbers(text)
    ]
    around = inside(find_numbers(whole))
    assert [(n.start, n.text, n.kind, n.value, n.upper, n.unit, n.qualifier) for n in around] == numbers
    quotations = [(q.start + len(head), q.text, q.marks, q.said, q.partial) for q in find_quotations(text)]
    assert [
        (q.start, q.text, q.marks, q.said, q.partial) for q in inside(find_quotations(whole))
    ] == quotations
    sentences = [(s.start + len(head), s.text) for s in split_sentences(text)]
    assert [(s.start, s.text) for s in inside(split_sentences(whole))] == sentences


UNITS = [
    "euros",
    "dollars",
    "%",
    "km",
    "tonnes",
    "ans",
    "heures",
    "kg",
    "millions d'euros",
    "milliards de dollars",
    "€",
]


@pytest.mark.parametrize("unit", UNITS)
@given(value=st.integers(min_value=2, max_value=999_999) | st.decimals(min_value=2, max_value=999, places=1))
@settings(max_examples=25, deadline=None)
def test_a_figure_written_in_english_reads_back(unit, value):
    """A French figure rendered in English by code is read there with the same value and unit."""
    (figure,) = find_numbers(f"soit {value} {unit}".replace(".", ","))
    assume(figure.is_figure)
    back = read_english(render_number(figure))
    assert [(number.value, number.unit) for number in back] == [(figure.value, figure.unit)]


@given(low=st.integers(min_value=2, max_value=400), more=st.integers(min_value=1, max_value=500))
@settings(max_examples=25, deadline=None)
def test_a_range_written_in_english_reads_back(low, more):
    """Both ends of a range come back from its English."""
    (figure,) = find_numbers(f"entre {low} et {low + more} % des voix")
    (back,) = read_english(render_number(figure))
    assert (back.value, back.upper, back.unit) == (Decimal(low), Decimal(low + more), "%")
