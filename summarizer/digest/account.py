"""A headline and three sentences on an event, written by a model, each tied to French sentences and checked.

The model is shown sentences of the event's reports behind ids, and answers with ids. What fails the check is
asked again; what still fails is left out and named in the account.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.answer_types import Answer
from summarizer.asking.check_loop import ask
from summarizer.asking.question import reask_turn
from summarizer.errors import ModelOutputError
from summarizer.faithfulness import Issue, check
from summarizer.french import split_sentences
from summarizer.models.client import Model
from summarizer.models.wires import Message
from summarizer.output.brief_files import brief_id
from summarizer.schemas.brief import Brief, Span
from summarizer.schemas.digest import Account, Digest, Event, Sentence

MOST = 10
"""Events that get an account, those with most reports."""
REPORTS = 6
"""Reports of an event that are shown, at most."""
EACH = 5
"""Sentences of a report that are shown, at most."""
SHORTEST = 3
"""Words of a statement, at least: the embedded model wrote “A2” where a sentence was asked for."""
FIELDS = ("headline", "first", "second", "third")
TOKENS = 500
"""That an answer may have."""


def _nothing(_event: Event, _reason: str) -> None:
    """Say nothing of what failed."""


class Told(BaseModel):
    """A statement, and the ids of the French sentences that it rests on."""

    model_config = ConfigDict(extra="forbid")

    en: str
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """The French sentences of an event, by id, each with its brief."""

    sentences: Mapping[str, tuple[str, Span]]

    def french(self, ids: Iterable[str]) -> list[str]:
        """Give the French of some ids."""
        return [self.sentences[key][1].text for key in ids if key in self.sentences]


@dataclass(frozen=True, slots=True)
class AccountQuestion:
    """The one question about an event, as `check_loop.ask` takes it."""

    shown: Shown
    bound: bool = False
    """Whether the schema names the ids: a small model copies sentences where ids are asked for."""
    section: str = "account"
    max_tokens: int = TOKENS

    @property
    def messages(self) -> Sequence[Message]:
        """The instructions, and the sentences behind their ids."""
        lines = [f"[{key}] {' '.join(span.text.split())}" for key, (_, span) in self.shown.sentences.items()]
        return [
            {"role": "system", "content": _instructions()},
            {"role": "user", "content": "\n".join(lines)},
        ]

    def answer_type(self, ids: Sequence[str] | None = None) -> type[Answer]:
        """Return the type of the answer: all four statements, or those that are asked again."""
        return _answer_type(tuple(FIELDS if ids is None else ids), tuple(self.shown.sentences) * self.bound)

    def entries_of(self, answer: Any, ids: Sequence[str] | None = None) -> list[tuple[str, Told]]:
        """Return the statements of an answer by their field."""
        return [(key, getattr(answer, key)) for key in (FIELDS if ids is None else ids)]

    def new_state(self) -> AnswerState[Told]:
        """Return an empty state: what is hard or firm asks again, the rest is a remark."""
        return AnswerState(ids=FIELDS, check=partial(check_told, self.shown), by_severity=True)

    def reask_turn(self, state: AnswerState[Told]) -> str:
        """Return the turn that names what fails."""
        return reask_turn(state, {})


def check_told(shown: Shown, key: str, told: Told) -> list[Issue]:
    """Return what speaks against a statement: unknown ids, no words, or what its French does not say."""
    del key
    unknown = [one for one in told.sentences if one not in shown.sentences]
    if unknown or not told.sentences:
        ids = ", ".join(shown.sentences)
        return [Issue("id", ", ".join(unknown), f"cite ids of the sentences shown: {ids}.", "hard")]
    if len(told.en.split()) < SHORTEST:
        return [Issue("length", told.en, "write a whole statement in English, not an id.", "hard")]
    everything = "\n".join(shown.french(shown.sentences))
    return check(told.en, shown.french(told.sentences), article=everything)


def sentences_of(event: Event, briefs: Mapping[str, Brief]) -> Shown:
    """Choose the French sentences that tell an event: what the reports' headlines and key points rest on."""
    found: dict[str, tuple[str, Span]] = {}
    for letter, report in zip("ABCDEFGH", event.reports[:REPORTS], strict=False):
        brief = briefs.get(report.brief)
        if brief is None:
            continue
        said = (brief.headline, *brief.key_points)
        spans = list(dict.fromkeys(span for one in said for span in one.evidence)) or _first(brief)
        for number, span in enumerate(sorted(spans[:EACH], key=lambda span: span.start), 1):
            found[f"{letter}{number}"] = (report.brief, span)
    return Shown(found)


def _first(brief: Brief) -> list[Span]:
    """Give the first sentences of an article whose brief names none."""
    text = brief.article.text
    return [
        Span(start=sentence.start, end=sentence.end, text=text[sentence.start : sentence.end])
        for sentence in split_sentences(text)
        if not sentence.heading
    ]


async def add_accounts(
    digest: Digest, briefs: Iterable[Brief], model: Model, *, failed: Callable[[Event, str], None] = _nothing
) -> Digest:
    """Give a digest with accounts of its largest events; `briefs` are those that it was made of.

    `failed` is told an event of which the model wrote no account that holds, and why.
    """
    chosen = [event for event in digest.events if len(event.reports) > 1][:MOST]
    wanted = {report.brief for event in chosen for report in event.reports[:REPORTS]}
    known = {key: brief for brief in briefs if (key := brief_id(brief)) in wanted}
    told = await asyncio.gather(*(account_of(event, known, model) for event in chosen))
    by_id = {}
    for event, account in zip(chosen, told, strict=True):
        if isinstance(account, str):
            failed(event, account)
        else:
            by_id[event.id] = account
    events = (event.model_copy(update={"account": by_id.get(event.id)}) for event in digest.events)
    return digest.model_copy(update={"events": tuple(events)})


async def account_of(event: Event, briefs: Mapping[str, Brief], model: Model) -> Account | str:
    """Ask for the account of an event; why there is none, if no headline and sentence hold.

    Raises ModelUnavailable or ModelRefused.
    """
    shown = sentences_of(event, briefs)
    if not shown.sentences:
        return "its briefs cite no French"
    try:
        state = await ask(AccountQuestion(shown, bound=model.profile.plan == "piecewise"), model=model)
    except ModelOutputError as error:
        return str(error)
    said = {state.accepted[key].en: key for key in reversed(FIELDS) if key in state.accepted}
    kept = {key: state.accepted[key] for key in FIELDS if key in said.values()}
    if "headline" not in kept or len(kept) < 2:
        reasons = [f"{key}: {issues[0].message}" for key, (_, issues) in state.rejected.items() if issues]
        return reasons[0] if reasons else "it says the same in each sentence"
    headline, *sentences = (_sentence(told, shown) for told in kept.values())
    dropped = tuple(f"{key}: {issues[0].message}" for key, (_, issues) in state.rejected.items() if issues)
    return Account(headline=headline, sentences=tuple(sentences), model=model.name, dropped=dropped)


def _sentence(told: Told, shown: Shown) -> Sentence:
    return Sentence(en=told.en, evidence=tuple(shown.sentences[key] for key in dict.fromkeys(told.sentences)))


@cache
def _instructions() -> str:
    return (files("summarizer.digest") / "account.md").read_text("utf-8")


@lru_cache(MOST)
def _answer_type(fields: tuple[str, ...], ids: tuple[str, ...]) -> type[Answer]:
    """Make the type of an answer; with `ids` a server can give no other."""
    told: type[Told] = Told
    if ids:
        one: Any = Annotated[str, Field(json_schema_extra={"enum": list(ids)})]
        told = create_model("Told", __base__=Told, sentences=(list[one], Field(min_length=1)))
    given: dict[str, Any] = dict.fromkeys(fields, (told, ...))
    return create_model("AccountAnswer", __base__=Answer, **given)
