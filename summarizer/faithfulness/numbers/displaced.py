"""Whether a number of the article stands in a sentence about something else: another's age, another sum.

A statement may take a number from a sentence that it does not cite. It speaks of that sentence then, and
shares a word with it. Where it shares none, and the cited sentences give another number of that sort which
the statement leaves out, the number has been taken from elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

from summarizer.english.words import english_lemma
from summarizer.faithfulness.alignment import is_function_word
from summarizer.faithfulness.evidence import Evidence, read_evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.numbers.units import is_money
from summarizer.faithfulness.numbers.values import number_issues
from summarizer.faithfulness.said import Said
from summarizer.french import split_sentences
from summarizer.text.number import Number

_PLAIN = frozenset({"count", "fraction"})
_DATELINE = 6  # words
_SHORTEST = 3  # letters
_ALIKE = 5  # letters at the beginning of two words of one origin
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_APPOSED = re.compile(r", \d{1,3},")
_SIZED = frozenset({"money", "percent", "measure", "duration", "date", "age"})
"""Kinds whose words behind the number name its unit, and no thing that a sentence can be about."""


def displaced_issues(said: Said, words: Iterable[str], cited: Evidence, article: str) -> list[Issue]:
    """Of the numbers with these words, which the cited sentences lack, those from unrelated sentences."""
    wanted = set(words)
    issues = []
    for number in said.numbers:
        several = _is_one_of_several(number, wanted, said, cited)
        if number.text in wanted and (several or _has_rival(number, said, cited)):
            homes = [home for home in _sentences(article) if _is_there(number, said, read_evidence(home))]
            related = any(
                (number.kind == "date" and _is_dateline(home)) or _is_about(said, number, read_evidence(home))
                for home in homes
            )
            if homes and (several or not related):
                message = f"“{number.text}” is from a sentence about something else: « {homes[0].strip()} »."
                issues.append(Issue("number", number.text, message, rule="elsewhere"))
    return issues


def _is_dateline(sentence: str) -> bool:
    """Whether a sentence only dates the article: « 2 février 2016. – »."""
    return len(sentence.split()) <= _DATELINE


@lru_cache(maxsize=64)
def _sentences(article: str) -> Sequence[str]:
    return [sentence.text for sentence in split_sentences(article)]


def _is_there(number: Number, said: Said, evidence: Evidence) -> bool:
    return not number_issues(replace(said, numbers=[number]), evidence)


def _has_rival(number: Number, said: Said, cited: Evidence) -> bool:
    """Whether the cited sentences have a number of the same sort that the statement does not give."""
    values = [abs(end) for each in said.numbers for end in (each.value, each.upper) if end is not None]
    return any(
        _same_sort(number, each, said) and abs(each.value) not in values
        for each in cited.numbers
        if each.value is not None
    )


def _is_one_of_several(number: Number, wanted: AbstractSet[str], said: Said, cited: Evidence) -> bool:
    """Whether it alone is not cited of as many days as the cited sentences have: another's took its place."""
    told = [each for each in said.numbers if each.kind == "date" and _DAY.search(each.text)]
    meant = [each for each in cited.numbers if each.kind == "date" and _DAY.search(each.text)]
    lacking = [each for each in told if each.text in wanted]
    return lacking == [number] and len(told) == len(meant) > 1


def _is_apposed_age(number: Number, said: Said) -> bool:
    """“Claude Vasseur, 52, heads the group”."""
    return bool(_APPOSED.match(said.text, number.start - 2)) and number.text.isdigit()


def _same_sort(number: Number, other: Number, said: Said) -> bool:
    if number.kind == "date" or other.kind == "date":
        return number.kind == other.kind and number.text.isdigit() and other.text.isdigit()  # years alone
    if other.kind == "age" and number.kind == "count":
        return _is_apposed_age(number, said) and other.unit == "year"
    if is_money(number.unit) or is_money(other.unit):
        return is_money(number.unit) and is_money(other.unit)
    if number.kind in _PLAIN and other.kind in _PLAIN:
        return number.unit == other.unit
    return number.kind == other.kind and number.unit == other.unit


def _is_about(said: Said, number: Number, home: Evidence) -> bool:
    """Whether a statement shares a word with a sentence, the number and its unit left aside."""
    end = number.end if number.kind in _SIZED else number.core_end
    own = set(fold(said.text[number.start : end]).split())
    return any(
        len(word) > _SHORTEST
        and word not in own
        and not is_function_word(word)
        and (word in home.words or word[:_ALIKE] in home.openings or home.renders(english_lemma(word)))
        for word in said.words
    )
