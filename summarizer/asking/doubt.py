"""How sure a model was of its words, from the probability that it gave each token.

A small model guesses what it does not know, and its guesses have low probabilities: "wood" for « parquets »
had .34, "haircut" for « se faire coter » .08. A statement is as sure as its least likely content words; long
statements are less sure than short ones. The weights were fitted on judged statements (benchmarks/doubt.py).
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Logprobs = Sequence[tuple[str, float]]

# Words of grammar: a model that hesitates between "the" and "a" is not in doubt of what is said.
_GRAMMAR = frozenset(
    word
    for line in """
    a an the of to in on at by for from with as and or but that which who whom whose this these those it its
    he she they them his her their is are was were be been being has have had do does did will would could
    should may might can not no so than then there here also after before during into over under about
    between while when where if because since until some any all both each other such more most very just
    only one two up out off
    """.splitlines()
    for word in line.split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WEAKEST = 3
# A logistic regression on the half `calibrate` of benchmarks/judged/: `python benchmarks/doubt.py --fit`.
_BASE, _FOR_WEAKEST, _FOR_WEAK_MEAN, _FOR_LENGTH = 4.68, 0.26, 2.78, 0.084


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a model was of some words.

    Attributes:
        weakest: Natural logarithms of the probabilities of the least likely content words, lowest first.
        words: How many words there are.

    """

    weakest: tuple[float, ...]
    words: int

    @property
    def confidence(self) -> float:
        """How likely the words are right: 0 to 1, to two places."""
        if not self.weakest:
            return 1.0
        mean = sum(self.weakest) / len(self.weakest)
        weight = _BASE + _FOR_WEAKEST * self.weakest[0] + _FOR_WEAK_MEAN * mean - _FOR_LENGTH * self.words
        return round(1 / (1 + math.exp(-weight)), 2)


def read_certainty(logprobs: Logprobs, words: str) -> Certainty | None:
    """How sure the model was of `words` within the text that the tokens make up; None if they are not there.

    >>> tokens = [('{"en": "', 0.0), ("The", -0.1), (" wood", -1.1), ('en"', -0.1), ("}", 0.0)]
    >>> read_certainty(tokens, "The wooden")
    Certainty(weakest=(-1.1,), words=2)
    """
    text = "".join(token for token, _ in logprobs)
    for written in (words, json.dumps(words, ensure_ascii=False)[1:-1], json.dumps(words)[1:-1]):
        start = text.find(written)
        if start >= 0 and written:
            return _certainty(logprobs, written, start)
    return None


def _certainty(logprobs: Logprobs, written: str, start: int) -> Certainty:
    spans = list(_spans(logprobs))
    found, words = [], 0
    for match in _WORD.finditer(written):
        words += 1
        if match[0].lower() in _GRAMMAR or len(match[0]) < 3:
            continue
        left, right = start + match.start(), start + match.end()
        found.append(min(low for begin, end, low in spans if begin < right and end > left))
    return Certainty(tuple(sorted(found)[:_WEAKEST]), words)


def _spans(logprobs: Logprobs) -> Iterator[tuple[int, int, float]]:
    at = 0
    for token, low in logprobs:
        yield at, at + len(token), low
        at += len(token)


def confidences(logprobs: Logprobs | None, text: str) -> dict[str, float]:
    """The confidence of every string of an answer; empty where the server gave no probabilities."""
    if not logprobs:
        return {}
    try:
        answer = json.loads(text)
    except ValueError:
        return {}
    found = {}
    for words in _strings(answer):
        certainty = read_certainty(logprobs, words)
        if certainty is not None:
            found[words.strip()] = certainty.confidence
    return found


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
