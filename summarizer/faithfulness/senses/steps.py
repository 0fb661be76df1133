"""Whether a statement takes one step or moment for another: convicted for accused, until for since."""

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said

_DENIALS = frozenset({"not", "never", "no", "without", "neither", "nor"})
_REACH = 3  # words
_CONVERSE = {"bought": "from", "sold": "to"}
"""“A bought it from B” tells what « B l'a vendu à A » tells."""


def step_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A step that the statement names, that no French word is for, where the French names another."""
    return _exchanged("step", "direction", said, evidence)


def moment_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A moment that the statement names, that no French word is for, where the French names another."""
    return _exchanged("moment", "time_unit", said, evidence)


def _exchanged(kind: str, code: str, said: Said, evidence: Evidence) -> list[Issue]:
    for title, places in said.classes.items():
        if not title.startswith(f"{kind} "):
            continue
        name = title.removeprefix(f"{kind} ")
        other = evidence.senses.get(f"against {title}", ())
        at = places[0]
        if title in evidence.senses or not other or _CONVERSE.get(name) in said.words:
            continue
        if not _DENIALS.isdisjoint(said.words[max(0, at - _REACH) : at]):
            continue
        word = as_written(said.text, said.words[at]) or said.words[at]
        french_word = evidence.words_at(other)[0]
        message = f"“{word}” is another {kind} than the French « {french_word} »."
        return [Issue(code, word, message)]
    return []
