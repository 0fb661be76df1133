"""Whether a word was rendered by its look: “pretended” for « prétendent », “tutors” for « tuteurs ».

A look-alike is a fault only where nothing else in the French can stand behind the English word.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, read_lines
from summarizer.faithfulness.said import Said


def false_friend_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """Look-alikes of French words of the evidence, in the place of what the words mean."""
    lexicon, phrases = _looks(), _phrases()
    for word in said.words:
        for name in lexicon.classes_of(word):
            french = next((each for each in phrases[name] if f" {each} " in evidence.folded), None)
            if french is None or not _stands_only_for(word, french, evidence):
                continue
            written = as_written(said.text, word) or word
            return [Issue("wording", written, f"“{written}” is not what the French « {french} » means.")]
    return []


def _stands_only_for(word: str, french: str, evidence: Evidence) -> bool:
    """Whether an English word can stand for no French word but those of a phrase."""
    own = {at for part in french.split() for at in evidence.positions.get(part, ())}
    alike = {at for other in _phrases_with(french) for at in evidence.positions.get(other, ())}
    return set(evidence.places_of(word)) <= own | alike


def _phrases_with(french: str) -> Sequence[str]:
    """The single words of the same row: « prétendu » may stand beside « prétend »."""
    return [each for row in _phrases().values() if french in row for each in row if " " not in each]


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    rows = (line.partition("=") for line in read_lines("false_friends"))
    return {french: tuple(french.split(",")) for french, _, _ in rows}


@cache
def _looks() -> Lexicon:
    rows = (line.partition("=") for line in read_lines("false_friends"))
    return build_lexicon({french: english.replace(",", " ") for french, _, english in rows})
