"""How much of a statement a French text has words for: the measure of whether the two speak of one thing."""

from collections.abc import Sequence

from summarizer.faithfulness.alignment import align, is_function_word
from summarizer.faithfulness.evidence import read_evidence
from summarizer.faithfulness.said import read_statement

_SHORTEST = 3  # letters
_FEW = 4  # content words: fewer tell nothing


def likeness(english: str, french: str | Sequence[str]) -> float | None:
    """Return the share of a statement's content words that the French has in some form.

    Names, digits, words of one origin and what the dictionary of press French translates are found; None
    where the statement has too few content words to tell.

    >>> likeness("The mayor of Vannes signed the budget in March.", "Le maire de Vannes a signé le budget.")
    0.8
    """
    said, evidence = read_statement(english), read_evidence(french)
    alignment = align(said, evidence)
    content = [
        at
        for at, word in enumerate(said.words)
        if (len(word) > _SHORTEST or word.isdigit()) and not is_function_word(word)
    ]
    if len(content) < _FEW:
        return None
    return sum(at in alignment.english for at in content) / len(content)
