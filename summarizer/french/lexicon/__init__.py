"""Lists of French words, each fact once: files of one entry a line, sorted, with their source.

tests/french/test_lexicon.py checks order and repeats.
"""

from summarizer.text.word_lists import read_list


def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list.

    >>> entries("verbs_of_intention")[0]
    'compter'
    """
    return read_list("french", name)
