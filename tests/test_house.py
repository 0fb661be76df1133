"""How the code is kept: files of a size to be read, word lists as data, one meaning for a module's name."""

import ast
import re
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACES = ("summarizer", "schemas", "tests", "benchmarks", "docs", "plugins")
SOURCES = sorted(path for place in PLACES for path in (ROOT / place).rglob("*.py"))
PACKAGE = [path for path in SOURCES if path.is_relative_to(ROOT / "summarizer")]
MOST_LINES = 400
MOST_WORDS = 100
"""A class of small words, such as articles and prepositions, may stand beside its rule."""
SAME_MEANING = {
    "base": "what the sections of a plan have in common",
    "dates": "the dates of a room's texts",
    "dictionary": "a dictionary and how it is looked up",
    "disputes": "the section: whole, piecewise; and the disputes of an event",
    "figures": "the figures of an English reader: written, and put together over briefs",
    "folding": "the plain form in which a room compares text",
    "fractions": "fractions, multiples and vague quantities of a language",
    "index": "the index of a folder: the files, and their page",
    "joining": "what belongs together, joined: numbers, mentions of a name",
    "key_figures": "the section: whole, piecewise",
    "article_marks": "what code finds in an article: on a terminal, and as JSON",
    "kinds": "the kind of what a room reads: a file, a number, a quotation",
    "likeness": "how alike two texts are",
    "merge": "merging folders: the command, and the work",
    "overview": "the section: whole, piecewise",
    "parties": "the parties of disputes: whole, piecewise",
    "people": "the people of a text, and of several briefs",
    "qualifiers": "qualifiers of a number: French, English",
    "quotes": "the section: whole, piecewise",
    "search": "the finder of a French room: numbers, quotations, names",
    "stakeholders": "the section: whole, piecewise",
    "terminal": "the terminal: what may be shown there, and a brief on it",
    "units": "the units of a number: French, English, compared",
    "words": "the words of a room's language, one by one",
}
"""Names of several modules, and the one meaning that they have in each room."""


def test_a_file_can_be_read_in_one_go():
    """It has at most 400 lines."""
    sizes = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


WORD = re.compile(r"[^\W\d_]+(?:[-'’ .*/&][^\W\d_]+)*[-'’.*]?")


def lists(source):
    """Give the sizes of the word lists of a module: collections of words, and words in a string."""
    tree = ast.parse(source)
    prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            found = [each.value for each in node.elts if isinstance(each, ast.Constant)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in prose:
            found = re.split(r"\s*[,|]\s*|\s+", node.value.strip())
        else:
            continue
        words = [each for each in found if isinstance(each, str) and WORD.fullmatch(each)]
        if len(words) > 0.9 * len(found):
            yield len(words)


def test_word_lists_are_data():
    """A list of words is a file of a lexicon, which somebody who knows the language can read and correct."""
    found = {
        path.relative_to(ROOT / "summarizer").as_posix(): max(lists(path.read_text("utf-8")), default=0)
        for path in PACKAGE
    }
    assert {path: size for path, size in found.items() if size > MOST_WORDS} == {}


def test_the_count_of_words_sees_every_way_to_write_a_list():
    """Collections, strings that are split, alternatives of a pattern; a sentence is no list."""
    assert [*lists('W = {"le", "la", "États-Unis"}')] == [3, 1, 1, 1]
    assert [*lists('W = "le la les parc".split()')] == [4]
    assert [*lists('W = "le|la|les"')] == [3]
    assert [*lists('W = "New York| Los Angeles"')] == [4]
    assert [*lists('say("An article (or two): 3 found.")')] == []
    assert [*lists('def f():\n    """Give the words."""')] == []


def bodies(source):
    """Give the functions of a module by what they do: their bodies without docstrings."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            yield "\n".join(map(ast.dump, body)), node.name


def test_no_function_is_written_twice():
    """A function that a second module needs is imported; bodies of a few names are let pass."""
    found = defaultdict(list)
    for path in PACKAGE:
        for body, name in bodies(path.read_text("utf-8")):
            found[body].append(f"{path.relative_to(ROOT)}: {name}")
    assert [names for body, names in found.items() if len(names) > 1 and len(body) > 150] == []


def test_a_name_has_one_meaning():
    """Modules of one name are about one thing, each in its room."""
    count = Counter(path.stem for path in PACKAGE if path.stem != "__init__")
    assert {name for name in count if count[name] > 1} == set(SAME_MEANING)
