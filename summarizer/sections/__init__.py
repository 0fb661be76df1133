"""One module a section: what its questions show, and how their answers become entries of the brief.

Each has `questions(marked, profile)` and `assemble(marked, states)`, the states in the order of
the questions; `prepare.SECTIONS` is the order in which they are asked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from summarizer.asking.answer_state import AnswerState, Check
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Question
from summarizer.asking.templates import load_template
from summarizer.faithfulness import check
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle, Passage
from summarizer.schemas.brief import Action, Finding

E = TypeVar("E", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What a section gives the brief: fields by name, and the findings."""

    fields: dict[str, Any]
    findings: tuple[Finding, ...]


def ask_about(  # noqa: PLR0913 - what a question is made of
    passage: Passage,
    *,
    section: str,
    profile: Profile,
    entry: type[E],
    check: Check[E],
    max_tokens: int,
    choices: Sequence[str] = (),
) -> Question[E]:
    """The question that a section puts about a passage."""
    return Question(
        section=section,
        messages=load_template(section).messages(passage.text, profile.schema_mode),
        ids=passage.ids,
        entry=entry,
        check=check,
        max_tokens=max_tokens,
        passage=passage.sentences,
        choices=tuple(choices),
    )


_NO_WORDS = re.compile(r"[{}\[\]<>|\\]|\b[SNQED]\d+\b(?=[:\]])")


_BROKEN_OFF = re.compile(
    r"\b(the|an?|of|and|or|but|as|was|were|is|are|has|have|had|its|their|which|than|because|when|while|does|not)\W*$",
    re.IGNORECASE,
)
"""Words on which no English sentence ends: the answer came to its bound there."""


def check_words(english: str, evidence: str | Sequence[str], marked: MarkedArticle) -> list[Issue]:
    """What speaks against English words: brackets of the answer or the passage, and what the check finds."""
    stray = _NO_WORDS.search(english)
    if stray:
        message = f"“{stray[0]}” is no part of an English sentence; write words alone."
        return [Issue("form", stray[0], message, "hard")]
    broken = _BROKEN_OFF.search(english)
    if broken:
        message = f"The sentence breaks off at “{broken[1]}”; write a shorter one that ends."
        return [Issue("form", broken[1], message, "hard")]
    pieces = [evidence] if isinstance(evidence, str) else evidence
    return check(english, pieces, article=marked.text)


def accepted(states: Iterable[AnswerState[E]]) -> dict[str, E]:
    """Return the entries that passed, of all the section's questions."""
    return {key: entry for state in states for key, entry in state.accepted.items()}


def findings_of(states: Iterable[AnswerState[E]], *, section: str, kept: bool = False) -> tuple[Finding, ...]:
    """Return what readers should know of a section's answers: asked again, dropped or kept, never given."""
    found: list[Finding] = []
    for state in states:
        for key, issues in state.reasked.items():
            mended = [issue for issue in issues if issue not in state.warnings.get(key, ())]
            if key in state.accepted:
                found += [_finding(issue, key, section, "reasked") for issue in mended]
        for key, issues in state.warnings.items():
            found += [_finding(issue, key, section, "kept") for issue in issues]
        for key, (_, issues) in state.rejected.items():
            action: Action = "kept" if kept and key in state.doubtful else "dropped"
            found += [_finding(issue, key, section, action) for issue in issues]
        for key in state.missing:
            why = state.failure or "the model gave no entry for it"
            found.append(_finding(Issue("no_answer", "", why), key, section, "dropped"))
        for key in state.unknown:
            message = f"The model gave an entry for {key!r}, which was not asked."
            found.append(_finding(Issue("id", key, message), "", section, "dropped"))
    return tuple(found)


def _finding(issue: Issue, key: str, section: str, action: Action) -> Finding:
    return Finding(
        code=issue.code, section=section, item=key, words=issue.words, message=issue.message, action=action
    )
