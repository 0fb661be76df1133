"""The second reader: a model that judges each statement of a brief by the French that it rests on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from summarizer.asking.answer_state import WHOLE, AnswerState
from summarizer.asking.answer_types import StrictAnswer
from summarizer.asking.plans.whole import section_of
from summarizer.asking.plans.whole_prompt import Own
from summarizer.asking.templates import read_prompt
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import known_sentences
from summarizer.marking.whole_view import plain_words
from summarizer.models.wires import Message
from summarizer.schemas.brief import Verdict
from summarizer.sections.base import Claim, with_before

TOKENS_A_CLAIM = 60
"""Of the answer, for each statement, at most: most are a number in a list."""


class Objection(BaseModel):
    """A statement that is not fully supported, and why."""

    model_config = ConfigDict(extra="forbid")

    statement: str
    verdict: Literal["partly", "not"]
    reason: str


class ReadingAnswer(StrictAnswer):
    """What a second reader answers: the statements that hold, and what is wrong with the others."""

    supported: list[str]
    objections: list[Objection]


class Judgement(BaseModel):
    """What a second reader says of one statement; the reason is empty if it is supported."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingQuestion:
    """The question about some drafts of a brief. `claims`: what each says, under the draft's key."""

    marked: MarkedArticle
    claims: tuple[tuple[str, Claim], ...]
    section: str = "second_reader"

    @property
    def max_tokens(self) -> int:
        """Enough for an objection to each statement."""
        return 200 + TOKENS_A_CLAIM * len(self.claims)

    @property
    def messages(self) -> tuple[Message, ...]:
        """The static instructions, the French that is cited, and the statements."""
        return ({"role": "system", "content": _instructions()}, {"role": "user", "content": self._shown()})

    def _shown(self) -> str:
        cited = [key for _, claim in self.claims for key in claim.sentences]
        french = [
            f"[{key}] {plain_words(self.marked.sentences[key].text)}"
            for key in with_before(self.marked, cited)
        ]
        statements = [
            f"{n}. {claim.en}\n   {self._rests_on(claim)}"
            for n, (_, claim) in enumerate(self.claims, start=1)
        ]
        return "FRENCH\n" + "\n".join(french) + "\n\nSTATEMENTS\n" + "\n".join(statements)

    def _rests_on(self, claim: Claim) -> str:
        if claim.french is not None:
            return f"translates « {plain_words(claim.french)} »"
        return ", ".join(known_sentences(self.marked, claim.sentences))

    def answer_type(self, _ids: Sequence[str] | None = None) -> type[StrictAnswer]:
        """The one type for all articles."""
        return ReadingAnswer

    def entries_of(self, answer: Any, ids: Sequence[str] | None = None) -> list[tuple[str, Judgement]]:
        """The judgements by the statements' numbers; an objection counts where a number stands in both."""
        known = {str(n) for n in range(1, len(self.claims) + 1)} if ids is None else set(ids)
        found = {key: Judgement(verdict="supported") for key in map(_number, answer.supported)}
        found |= {
            _number(each.statement): Judgement(verdict=each.verdict, reason=" ".join(each.reason.split()))
            for each in answer.objections
        }
        return [(key, judgement) for key, judgement in found.items() if key in known]

    def new_state(self) -> AnswerState[Judgement]:
        """An empty state that wants a judgement of each statement."""
        return AnswerState(ids=tuple(str(n) for n in range(1, len(self.claims) + 1)), check=check)

    def reask_turn(self, state: AnswerState[Judgement]) -> str:
        """Ask for the judgements that are missing."""
        lines = [*state.reasons.get(WHOLE, ()), f"Judge these as well: {', '.join(state.failing)}."]
        return "\n".join(lines)


def check(_key: str, judgement: Judgement) -> list[Issue]:
    """What speaks against a judgement: an objection without a reason."""
    if judgement.verdict != "supported" and not judgement.reason:
        message = "The objection has no reason; give one, or say supported."
        return [Issue("form", judgement.verdict, message, "hard")]
    return []


def claims_of(
    marked: MarkedArticle, drafts: Mapping[str, Any], own: Own = ()
) -> tuple[tuple[str, Claim], ...]:
    """What the drafts say, each claim under its draft's key."""
    return tuple(
        (key, claim) for key, draft in drafts.items() for claim in section_of(key, own).claims(marked, draft)
    )


def judgements_by_draft(
    question: ReadingQuestion, state: AnswerState[Judgement]
) -> dict[str, list[tuple[Claim, Judgement]]]:
    """What was said of each draft's claims, by the draft's key; a claim that nobody judged is left out."""
    found: dict[str, list[tuple[Claim, Judgement]]] = {}
    for n, (key, claim) in enumerate(question.claims, start=1):
        judgement = state.accepted.get(str(n))
        if judgement is not None:
            found.setdefault(key, []).append((claim, judgement))
    return found


def worst(judgements: Sequence[tuple[Claim, Judgement]]) -> Verdict:
    """The hardest verdict on a draft's claims."""
    verdicts = {judgement.verdict for _, judgement in judgements}
    return "not" if "not" in verdicts else "partly" if "partly" in verdicts else "supported"


def _number(words: str) -> str:
    found = re.search(r"\d+", words)
    return found[0].lstrip("0") if found else words


@cache
def _instructions() -> str:
    return read_prompt("second_reader").partition("## System")[2].strip()
