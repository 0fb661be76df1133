"""Lists of words that the digest reads."""

from summarizer.text.word_lists import read_list


def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list, in its order."""
    return read_list("digest", name)
