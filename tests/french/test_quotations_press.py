"""Quotations as real press files have them: marks, clauses, speakers, each kind of fault varied.

A line of quotations_press.jsonl gives what is said, and by whom; « - » where the rules must leave the
speaker open.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from summarizer.french import find_quotations

PRESS = [
    json.loads(line)
    for line in (Path(__file__).parent / "quotations_press.jsonl").read_text(encoding="utf-8").splitlines()
]
ROWS = [pytest.param(row, id=f"{row['kind']}-{place}") for place, row in enumerate(PRESS)]


@pytest.mark.parametrize("row", ROWS)
def test_press(row):
    """What is said is found, no word more or less, with a speaker where that is certain, else why not."""
    found = [quotation for quotation in find_quotations(row["text"]) if quotation.said]
    assert [quotation.text for quotation in found] == row["said"]
    speakers = {quotation.speaker.text if quotation.speaker else "-" for quotation in found}
    assert speakers == ({row["speaker"]} if row["said"] else set())
    assert all((quotation.speaker is None) == (quotation.speaker_doubt is not None) for quotation in found)


def test_each_kind_is_varied():
    """A fault stands for its kind: nine texts at least."""
    assert min(Counter(row["kind"] for row in PRESS).values()) >= 9


@pytest.mark.parametrize("dash", ["-", "- "])
def test_items_that_complete_a_sentence_are_not_said(dash):
    """« – Que nous … » below a colon goes on with the sentence above it."""
    text = f"Le texte rappelle :\n\n- Que nous avançons pas à pas.\n\n{dash} Qu’il nous faut du temps."
    assert not [quotation for quotation in find_quotations(text) if quotation.said]


def test_a_question_behind_a_dash_is_said():
    """« Qu’est-ce que » asks."""
    said = [
        q.text
        for q in find_quotations("Ils parlent :\n\n- Qu’est-ce que vous voulez ?\n\n- Rien, merci.")
        if q.said
    ]
    assert said == ["Qu’est-ce que vous voulez ?", "Rien, merci."]


def test_words_in_a_paragraph_of_their_own_take_no_speaker_from_the_next():
    """Whoever is quoted below did not say what stands above."""
    first, second = find_quotations("« Je souffre de ce mal. »\n\n« Ils vont mal », note le psychiatre.")
    assert first.speaker is None
    assert second.speaker is not None
    assert second.speaker.text == "le psychiatre"
