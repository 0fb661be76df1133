"""Every regular expression of the package does at most quadratic work on hostile text."""

import importlib
import pkgutil
import re
import sys

import pytest

import summarizer
from tests.regex_work import Matcher, TooMuchWorkError

pytestmark = (
    pytest.mark.no_cover
)  # no line of ours runs but the modules' own, in a fixture, which is measured
UNITS = [
    *("A", "a", "1", " ", "A ", "a ", "1 ", "1,", "1.", "é", "'", "d'", "« ", "(", "-", "A-", "A.", ".", ","),
    *(
        "de ",
        "la ",
        "un ",
        "ne pas ",
        "\n",
        '"',
        "10 000 ",
        "a,",
        "www.",
        "@a",
        "*",
        "#",
        "<a ",
        "&a;",
        "[",
        "|",
    ),
]
"""What a hostile text repeats: runs of every class of character, alternations, marks that never close."""
SHORT, LONG = 12, 24
GROWTH = 5
"""Twice the text may take four times the work, and a little for what is done once."""
LITTLE = 6_000
"""Steps that are few whatever their growth."""
CUBIC = {
    "summarizer.articles.article._TITLE",
    "summarizer.french.numbers.number_words._CHAIN",
    "summarizer.french.quotations.clauses._PREPOSITION",
    "summarizer.french.quotations.clauses._SHORT_PP",
    "summarizer.french.quotations.clauses._TIME",
    "summarizer.french.quotations.lead_ins._PASSIVE",
    "summarizer.french.quotations.subjects._RELATIVE",
}
"""Patterns that take cubic work on a run of spaces or hyphens. They are matched on short stretches."""


@pytest.fixture(scope="module")
def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module of the package holds, by the name it is first found under."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}

    def walk(value: object, name: str, depth: int) -> None:
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            found.setdefault((value.pattern, value.flags), (name, value))
        elif depth and isinstance(value, (tuple, list, set, frozenset, dict)) and len(value) < 500:
            inner = value.values() if isinstance(value, dict) else value
            for each in inner:
                walk(each, name, depth - 1)

    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
        try:
            inside = vars(importlib.import_module(module.name))
        except ModuleNotFoundError as error:
            if error.name not in EXTRAS:  # of an extra that is not installed
                raise
            continue
        for name, value in list(inside.items()):
            walk(value, f"{module.name}.{name}", 4)
    names: dict[str, re.Pattern[str]] = {}
    for name, pattern in found.values():
        names[name if name not in names else f"{name}#{len(names)}"] = pattern
    return {name: pattern for name, pattern in names.items() if _REPEATS.search(pattern.pattern)}


EXTRAS = {"fsspec", "psycopg", "ray"}
_REPEATS = re.compile(r"[*+}]")


def work(pattern: re.Pattern[str], text: str, limit: int = 400_000) -> int:
    """Steps to look for a pattern everywhere in a text; the limit where it is reached."""
    try:
        return Matcher(pattern, text, limit).search_all()
    except TooMuchWorkError:
        return limit


@pytest.fixture(autouse=True)  # the matcher recurs
def deep():
    """Let the matcher, which recurs, reach the end of a text."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(before)


def test_no_pattern_takes_more_than_quadratic_work(patterns):
    """Twice as much of any hostile text takes at most some four times the steps."""
    slow = []
    for name, pattern in patterns.items():
        for unit in UNITS:
            long = (unit * LONG)[:LONG] + "!"
            if work(pattern, long, LITTLE + 1) <= LITTLE:
                continue
            bound = GROWTH * work(pattern, (unit * SHORT)[:SHORT] + "!")
            if work(pattern, long, bound + 1) > bound:
                slow.append((name, unit))
    assert {name for name, _ in slow} <= CUBIC, slow


@pytest.mark.parametrize(
    "pattern", [r"(?:[A-Z]\w*(?:\s(?=[A-Z]))?)+!?\d", r"(a+)+$", r"(?:a|a)+b", r"(?:\w+\s?)*:"]
)
def test_the_count_sees_exponential_work(pattern):
    """A pattern with an optional separator in a repeated group reaches the limit."""
    assert (
        work(re.compile(pattern), "A" * LONG + "!") == 400_000
        or work(re.compile(pattern), "a" * LONG + "!") == 400_000
    )


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(\w+)\s\1\b", "la la"),
        (r"(?<!\d)\d{2,3}?(?=€)", "12€ 345€"),
        (r"(?:a++)b|[^x-z]", "aab"),
        (r"(?i:selon)\s(?P<who>.*?),", "Selon le maire, oui"),
        (r"^(?>ab|a)c$", "abc"),
    ],
)
def test_the_count_matches_as_the_engine_does(pattern, text):
    """The matcher that counts finds what `re` finds."""
    compiled = re.compile(pattern)
    matcher = Matcher(compiled, text, 10_000)
    ends: list[int] = []

    def note(end):
        ends.append(end)
        return True

    for start in range(len(text) + 1):
        matcher.groups = {}
        if matcher._run(matcher.tree, 0, start, note):
            break
    match = compiled.search(text)
    assert match is not None
    assert (start, ends[-1]) == match.span()
