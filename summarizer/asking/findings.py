"""What readers should know of a model's answers: what was asked again, dropped or doubted."""

from collections.abc import Callable, Iterable
from typing import Any

from summarizer.asking.answer_state import AnswerState
from summarizer.faithfulness.issue import Issue
from summarizer.schemas.brief import Action, Finding

WITHDRAWN = "withdrawn"
"""Code of an entry that the model emptied when it was asked again."""


def findings_of(
    states: Iterable[AnswerState[Any]], *, section_of: Callable[[str], str], kept: bool = False
) -> tuple[Finding, ...]:
    """Return the findings of some answers. `section_of`: the section of an entry, by its key.

    `kept`: whether rejected entries are kept all the same, as translations of quotations are.
    """
    found: list[Finding] = []
    for state in states:
        for key, issues in state.reasked.items():
            if key in state.accepted:
                mended = [issue for issue in issues if issue not in state.warnings.get(key, ())]
                found += [_finding(issue, key, section_of, "reasked") for issue in mended]
        for key, issues in state.warnings.items():
            action: Action = "dropped" if is_withdrawn(issues) else "kept"
            found += [_finding(issue, key, section_of, action) for issue in issues]
        for key, (_, issues) in state.rejected.items():
            action = "kept" if kept and key in state.doubtful else "dropped"
            found += [_finding(issue, key, section_of, action) for issue in issues]
        for key in state.missing:
            why = state.failure or "the model gave no entry for it"
            found.append(_finding(Issue("no_answer", "", why), key, section_of, "dropped"))
        for key in state.unknown:
            message = f"The model gave an entry for {key!r}, which was not asked."
            section = section_of(key)
            found.append(Finding(code="id", section=section, words=key, message=message, action="dropped"))
    return tuple(found)


def is_withdrawn(issues: Iterable[Issue]) -> bool:
    """Whether the model took an entry back."""
    return any(issue.code == WITHDRAWN for issue in issues)


def _finding(issue: Issue, key: str, section_of: Callable[[str], str], action: Action) -> Finding:
    return Finding(
        code=issue.code,
        section=section_of(key),
        item=key,
        words=issue.words,
        message=issue.message,
        action=action,
    )
