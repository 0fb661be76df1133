"""How sure a model was of its words."""

import json
import math

import pytest

from benchmarks.doubt import SENTENCES, features, fit, read
from summarizer.asking.doubt import Certainty, confidences, read_certainty
from summarizer.sections.piecewise.base import SHOWN, SURE


def tokens(*pairs):
    """Tokens of one text, each with its log probability."""
    return list(pairs)


WOOD = tokens(
    ('{"S1": {"en": "', 0.0), ("The", -3.0), (" wo", -1.1), ("od", -0.2), (" burned", -0.1), ('"}}', 0.0)
)


def test_the_least_likely_content_words_count():
    """A word is as likely as its least likely token; « the » says nothing."""
    assert read_certainty(WOOD, "The wood burned") == Certainty(weakest=(-1.1, -0.1), words=3)


def test_words_that_are_not_there_have_no_certainty():
    """The answer was put together otherwise."""
    assert read_certainty(WOOD, "The forest burned") is None


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (Certainty((-0.1, -0.1), 8), Certainty((-2.0, -0.1), 8)),
        (Certainty((-0.5,), 8), Certainty((-0.5,), 40)),
        (Certainty((-0.1, -0.1), 8), Certainty((-0.1, -3.0), 8)),
    ],
    ids=["a guessed word", "length", "a second guess"],
)
def test_guesses_and_length_lower_confidence(surer, less_sure):
    """Between 0 and 1."""
    assert 0 <= less_sure.confidence < surer.confidence <= 1


def test_every_string_of_an_answer_has_its_confidence():
    """By its words; none without probabilities, or where the answer is no JSON."""
    text = json.dumps({"S1": {"en": "The wood burned"}})
    assert set(confidences(WOOD, text)) == {"The wood burned"}
    assert confidences(None, text) == {}
    assert confidences(WOOD, "{") == {}


def test_the_weights_are_those_of_the_judged_statements():
    """What the fit gives on the calibrating half, to a hundredth; there the bars of doubt hold."""
    judged = [one for one in read() if one.half == "calibrate" and one.kind in SENTENCES]
    weights = fit(judged)
    for one in judged:
        weight = sum(w * x for w, x in zip(weights, features(one.certainty), strict=True))
        assert one.certainty.confidence == pytest.approx(1 / (1 + math.exp(-weight)), abs=0.011)
    for threshold, bar in ((SURE, 0.10), (SHOWN, 0.18)):
        shown = [one for one in judged if one.passed and one.certainty.confidence >= threshold]
        assert len(shown) > 5
        assert sum(one.faulty for one in shown) <= bar * len(shown)
