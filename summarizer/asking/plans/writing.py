"""What the plan `whole` does with an article: ask, choose among parts, have it read again, settle.

A draft that the second reader calls unsupported and that the writer does not mend is dropped; one that is
supported in part is kept with a finding.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.findings import findings_of, is_withdrawn
from summarizer.asking.plans.correction import CorrectionQuestion
from summarizer.asking.plans.long_article import ChoosingQuestion, renumbered
from summarizer.asking.plans.second_reading import (
    Judgement,
    ReadingQuestion,
    claims_of,
    judgements_by_draft,
    worst,
)
from summarizer.asking.plans.whole import WholeQuestion, is_empty, section_of
from summarizer.asking.plans.whole_prompt import Own, field_of, whole_answer_type
from summarizer.asking.plans.written import Ask, Written, ask_all, first_failure
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Action, Finding, Verdict
from summarizer.sections.base import Claim, tidy

Drafts = dict[str, BaseModel]
Said = list[tuple[Claim, Judgement]]


async def write_whole(
    marked: MarkedArticle, questions: Sequence[WholeQuestion], *, ask: Ask, read: Ask | None, strict: bool
) -> Written:
    """Write the drafts of an article's brief. `read` asks the second reader; None: there is none."""
    states = await ask_all(ask, questions)
    if strict:
        for state in states:
            state.drop_doubtful()
    own = questions[0].own
    findings = [*findings_of(states, section_of=lambda key: section_of(key, own).SECTION)]
    drafts = [_standing(state, own) for state in states]
    chosen = drafts[0]
    if len(questions) > 1:
        choosing = ChoosingQuestion(marked=marked, drafts=renumbered(drafts), own=own)
        states.append(await ask(choosing))
        chosen = choosing.chosen(states[-1])
    verdicts: Mapping[str, Verdict] = {}
    if read is not None and chosen:
        reading = SecondReading(whole=questions[0], drafts=chosen, ask=ask, read=read, strict=strict)
        chosen, verdicts = await reading.settle()
        findings += reading.findings
        states += reading.states
    return Written(
        drafts=_by_field(chosen),
        findings=tuple(findings),
        verdicts=verdicts,
        reasks=sum(state.reasks for state in states),
        failure=first_failure(states),
    )


@dataclass(kw_only=True)
class SecondReading:
    """Has the drafts judged, puts the objections to the writer once, and has what changed judged again."""

    whole: WholeQuestion
    drafts: Drafts
    ask: Ask
    read: Ask
    strict: bool
    findings: list[Finding] = field(default_factory=list)
    states: list[AnswerState[Any]] = field(default_factory=list)

    async def settle(self) -> tuple[Drafts, dict[str, Verdict]]:
        """The drafts that stand, and what was said last of their words."""
        judged = await self._judge(self.drafts)
        objected = {key: said for key, said in judged.items() if worst(said) != "supported"}
        standing = dict(self.drafts)
        if objected:
            mended = await self._mended(objected)
            again = await self._judge({key: draft for key, draft in mended.items() if not is_empty(draft)})
            for key, said in objected.items():
                last = again.get(key, [] if key in mended else said)
                judged[key] = last
                if self._keeps(key, said, last, withdrawn=is_empty(mended.get(key, self.drafts[key]))):
                    standing[key] = mended.get(key, self.drafts[key])
                else:
                    del standing[key]
        return standing, _verdicts(judged)

    async def _judge(self, drafts: Drafts) -> dict[str, Said]:
        """What the second reader says of the drafts, by key; if it says nothing usable, a finding."""
        claims = claims_of(self.whole.marked, drafts, self.whole.own)
        question = ReadingQuestion(marked=self.whole.marked, claims=claims)
        if not question.claims:
            return {}
        state = await self.read(question)
        self.states.append(state)
        unread = [
            claim.words for n, (_, claim) in enumerate(question.claims, 1) if str(n) not in state.accepted
        ]
        for words in unread:
            why = state.failure or "the second reader gave no judgement of it"
            self.findings.append(
                Finding(code="no_answer", section="second_reader", words=tidy(words), message=why)
            )
        return judgements_by_draft(question, state)

    async def _mended(self, objected: Mapping[str, Said]) -> Drafts:
        """The drafts that the writer has changed, or emptied, after the objections."""
        correction = CorrectionQuestion(whole=self.whole, drafts=self.drafts, objections=objected)
        state = await self.ask(correction)
        self.states.append(state)
        return {key: draft for key, draft in state.accepted.items() if draft != self.drafts[key]}

    def _keeps(self, key: str, first: Said, last: Said, *, withdrawn: bool) -> bool:
        """Whether a draft stays after the last word on it; enters what readers should know."""
        verdict = worst(last)
        keeps = not withdrawn and (verdict == "supported" or (verdict == "partly" and not self.strict))
        action: Action = "dropped" if not keeps else "reasked" if verdict == "supported" else "kept"
        section = section_of(key, self.whole.own).SECTION
        self.findings += _objections(key, section, first if verdict == "supported" else last, action)
        return keeps


def _verdicts(judged: Mapping[str, Said]) -> dict[str, Verdict]:
    """The hardest verdict on each statement's words."""
    said: dict[str, Said] = {}
    for pairs in judged.values():
        for claim, judgement in pairs:
            said.setdefault(tidy(claim.words), []).append((claim, judgement))
    return {words: worst(pairs) for words, pairs in said.items()}


def _by_field(drafts: Drafts) -> dict[str, list[BaseModel]]:
    """The drafts of each field in their order."""
    found: dict[str, list[BaseModel]] = {}
    for key, draft in drafts.items():
        found.setdefault(field_of(key), []).append(draft)
    return found


def _standing(state: AnswerState[BaseModel], own: Own) -> Drafts:
    """The accepted drafts, in the order of the answer, without those that the model withdrew."""
    order = list(whole_answer_type(own).model_fields)

    def place(key: str) -> tuple[int, int]:
        name, _, number = key.partition(".")
        return order.index(name), int(number or 0)

    keys = sorted(state.accepted, key=place)
    return {key: state.accepted[key] for key in keys if not is_withdrawn(state.warnings.get(key, ()))}


def _objections(key: str, section: str, said: Said, action: Action) -> Iterator[Finding]:
    for claim, judgement in said:
        if judgement.verdict != "supported":
            yield Finding(
                code="second_reader",
                section=section,
                item=key,
                words=tidy(claim.words),
                message=judgement.reason,
                action=action,
            )
