"""One module a section: what its questions show, and how their answers become entries of the brief.

Each has `questions(marked, profile)` and `assemble(marked, ledgers)`, the ledgers in the order of
the questions; `prepare.SECTIONS` is the order in which they are asked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.asking.answers import Check, Ledger
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Question
from summarizer.asking.templates import load_template
from summarizer.faithfulness import check_statement
from summarizer.marking.marked_article import MarkedArticle, Passage
from summarizer.schemas.brief import Action, Finding


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
    entry: type[BaseModel],
    check: Check,
    max_tokens: int,
    among: Sequence[str] = (),
) -> Question:
    """The question that a section puts about a passage."""
    return Question(
        section=section,
        messages=load_template(section).messages(passage.text, profile.face),
        ids=passage.ids,
        entry=entry,
        check=check,
        max_tokens=max_tokens,
        passage=passage.sentences,
        among=tuple(among),
    )


_NO_WORDS = re.compile(r"[{}\[\]<>|\\]|\b[SNQED]\d+\b(?=[:\]])")


_BROKEN_OFF = re.compile(
    r"\b(the|an?|of|and|or|but|as|was|were|is|are|has|have|had|its|their|which|than|because|when|while|does|not)\W*$",
    re.IGNORECASE,
)
"""Words on which no English sentence ends: the answer came to its bound there."""


def check_words(english: str, evidence: str | Sequence[str], marked: MarkedArticle) -> list[Finding]:
    """What speaks against English words: brackets of the answer or the passage, and `check_statement`'s."""
    stray = _NO_WORDS.search(english)
    if stray:
        message = f"“{stray[0]}” is no part of an English sentence; write words alone."
        return [Finding(code="form", words=stray[0], message=message)]
    broken = _BROKEN_OFF.search(english)
    if broken:
        message = f"The sentence breaks off at “{broken[1]}”; write a shorter one that ends."
        return [Finding(code="form", words=broken[1], message=message)]
    return check_statement(english, evidence, article=marked.text)


def accepted(ledgers: Iterable[Ledger]) -> dict[str, Any]:
    """The entries that passed, of all the section's questions."""
    return {key: entry for ledger in ledgers for key, entry in ledger.accepted.items()}


def findings_of(ledgers: Iterable[Ledger], *, section: str, kept: bool = False) -> tuple[Finding, ...]:
    """What readers should know of a section's answers: asked again, dropped (or kept), never given."""
    found: list[Finding] = []
    for ledger in ledgers:
        for key, findings in ledger.reasked.items():
            if key in ledger.accepted:
                found += [_about(finding, key, section, "reasked") for finding in findings]
        for key, findings in ledger.noted.items():
            found += [_about(finding, key, section, "kept") for finding in findings]
        for key, (_, findings) in ledger.refused.items():
            action: Action = "kept" if kept and key in ledger.doubtful else "dropped"
            found += [_about(finding, key, section, action) for finding in findings]
        for key in ledger.missing:
            why = ledger.failure or "the model gave no entry for it"
            found.append(_about(Finding(code="no_answer", message=why), key, section, "dropped"))
    return tuple(found)


def _about(finding: Finding, key: str, section: str, action: Action) -> Finding:
    return finding.model_copy(update={"section": section, "item": key, "action": action})
