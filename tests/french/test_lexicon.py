"""The lists of words: sorted, without repeats, with a comment at their head."""

from pathlib import Path

import pytest

import summarizer

ROOMS = Path(summarizer.__file__).parent
FILES = sorted((ROOMS / "french" / "lexicon").glob("*.txt"))
FILES += [
    ROOMS / "english" / "lexicon" / f"{name}.txt" for name in ("capitals_that_are_no_names", "function_words")
]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_order_and_repeats(path):
    """One entry a line, sorted by code point, each once; the first line says what the list is."""
    lines = path.read_text("utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert listed == sorted(set(listed))
    assert all(line == line.strip() for line in listed)
