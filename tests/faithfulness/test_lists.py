"""The word lists of the check: sorted, each entry once, each list with its source."""

from pathlib import Path

import pytest

from summarizer.faithfulness import lexicon

LISTS = sorted(Path(lexicon.__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_sorted_and_says_each_thing_once(path):
    """In every class the entries stand in order, none twice; the file says what it is."""
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("#")
    titles = [line for line in lines if line.startswith("[")]
    assert len(titles) == len(set(titles))
    entries: list[str] = []
    for line in [*lines, "["]:
        if line.startswith(("[", "#")):
            assert entries == sorted(set(entries))
            entries = []
        elif line:
            assert line == line.strip()
            entries.append(line)


def test_a_class_is_read_in_its_language():
    """A class has the entries under its title, in the language asked for."""
    english, french = lexicon.read_classes("counted", "en"), lexicon.read_classes("counted", "fr")
    assert english.keys() == french.keys()
    assert "farmers" in english["farmers"].split()
    assert "paysan*" in french["farmers"].split()
