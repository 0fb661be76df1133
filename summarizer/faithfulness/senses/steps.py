"""Whether a statement takes one step for another: convicted for accused, bought for sold."""

from functools import cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, find_classes, read_classes
from summarizer.faithfulness.said import Said

_DENIALS = frozenset({"not", "never", "no", "without", "neither", "nor"})
_REACH = 3  # words
_CONVERSE = {"bought": "from", "sold": "to"}
"""“A bought it from B” tells what « B l'a vendu à A » tells."""


@cache
def _lexicons() -> tuple[Lexicon, Lexicon, Lexicon]:
    english, french, against = (read_classes("steps", tongue) for tongue in ("en", "fr", "against"))
    return build_lexicon(english), build_lexicon(french), build_lexicon(against)


def step_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A step that the statement names, that no French word is for, where the French names another."""
    english, french, against = _lexicons()
    told = find_classes(english, said.words)
    if not told:
        return []
    meant = find_classes(french, evidence.words_in_order)
    other = find_classes(against, evidence.words_in_order)
    for name, places in told.items():
        at = places[0]
        if name in meant or name not in other or _CONVERSE.get(name) in said.words:
            continue
        if not _DENIALS.isdisjoint(said.words[max(0, at - _REACH) : at]):
            continue
        word = as_written(said.text, said.words[at]) or said.words[at]
        french_word = evidence.words_at(other[name])[0]
        message = f"“{word}” is another step than the French « {french_word} »."
        return [Issue("direction", word, message)]
    return []
