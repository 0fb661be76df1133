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
    content = _content(english, french)
    return None if len(content) < _FEW else sum(there for _, there in content) / len(content)


def words_without_french(english: str, french: str | Sequence[str]) -> list[str]:
    """The content words of some English that the French has in no form, in small letters.

    >>> words_without_french("value of the company's stock", "L'entreprise est valorisée 3 millions.")
    ['stock']
    """
    return [word for word, there in _content(english, french) if not there]


def _content(english: str, french: str | Sequence[str]) -> list[tuple[str, bool]]:
    """The content words of an English text, and whether the French has each in some form."""
    said = read_statement(english)
    there = align(said, read_evidence(french)).english
    return [
        (word, at in there)
        for at, word in enumerate(said.words)
        if (len(word) > _SHORTEST or word.isdigit()) and not is_function_word(word)
    ]
