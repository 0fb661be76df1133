"""Whether a statement takes one step or moment for another: convicted for accused, until for since."""

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said

_DENIALS = frozenset({"not", "never", "no", "without", "neither", "nor"})
_REACH = 3  # words
_CONVERSE = frozenset({"bought", "sold"})
"""“It was sold” tells what « rachetée par A » tells: the subject decides."""
_AUXILIARIES = frozenset({"has", "have", "had", "will"})

_BEFORE_VERB = frozenset({"will", "would", "could", "can", "may", "might", "should", "must", "to"})


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
        if title in evidence.senses or not other:
            continue
        if not _DENIALS.isdisjoint(said.words[max(0, at - _REACH) : at]):
            continue
        if said.words[at] == "last" and at and said.words[at - 1] in _BEFORE_VERB:  # “will last”
            continue
        if name in _CONVERSE and not _has_same_subject(at, other[0], said, evidence):
            continue
        word = as_written(said.text, said.words[at]) or said.words[at]
        french_word = evidence.words_at(other)[0]
        message = f"“{word}” is another {kind} than the French « {french_word} »."
        return [Issue(code, word, message)]
    return []


def _has_same_subject(at: int, other: int, said: Said, evidence: Evidence) -> bool:
    """Whether the word before an English verb stands before the French one as well: one subject, actives."""
    subject = at - 1
    while subject > 0 and said.words[subject] in _AUXILIARIES:
        subject -= 1
    before = evidence.words_in_order[max(0, other - _REACH) : other]
    return subject >= 0 and said.words[subject] in before and "ete" not in before
