"""Mark, ask, check, assemble: from an article to its brief."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.articles.read import make_article
from summarizer.asking.answer_cache import AnswerCache, ask
from summarizer.asking.answer_state import AnswerState
from summarizer.asking.prepare import SECTIONS, Prepared, excess, prepare
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Question
from summarizer.asking.templates import package_version, prompts_fingerprint, schemas_fingerprint
from summarizer.errors import ModelOutputError
from summarizer.models.choice import Choice, choose_model, open_model
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import RunStopped
from summarizer.models.trace import Trace
from summarizer.schemas.brief import Article, Brief, Finding, Provenance

if TYPE_CHECKING:
    from summarizer.sections import Assembled

Progress = Callable[[str, int, int], None]
"""Called with a section's name, the questions answered and the questions in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a brief is made. `reasks`: how often a failing answer is asked again, at most.

    `strict`: whether everything that has a finding is dropped, also what is kept with one else.
    `trace`: a file to which each prompt, answer and finding is added, as JSON lines.
    """

    reasks: int = 2
    strict: bool = False
    trace: Path | None = None


async def asummarize(
    article: Article | str,
    *,
    model: Model | Choice | str | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
    cache: AnswerCache | None = None,
) -> Brief:
    """The brief of a French article.

    `article` is an `Article` (see `read_article`) or its text. `model` is a name (`local`,
    `openai/…`, any provider string of instructor), a `Choice`, a model that is open already, or None
    for the one that the environment points to. `cache` keeps answers between runs (see `batch`).
    Raises ArticleError where a text is no article,
    ModelError where no model answers; what is wrong with single answers is in the brief's `findings`.
    """
    if isinstance(article, str):
        article = make_article(article)
    if not isinstance(model, Model):
        choice = model if isinstance(model, Choice) else choose_model(model)
        async with open_model(choice) as opened:
            return await asummarize(article, model=opened, options=options, progress=progress, cache=cache)
    prepared = prepare(article, model.profile)
    return await brief_of(prepared, model=model, options=options, progress=progress, cache=cache)


def summarize(
    article: Article | str,
    *,
    model: Choice | str | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Brief:
    """As `asummarize`, for code that is not asynchronous; works where an event loop runs, too."""
    brief = asummarize(article, model=model, options=options, progress=progress)
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(brief)
    # a running loop (a notebook) cannot be waited on from within: run beside it
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    with ThreadPoolExecutor(max_workers=1) as beside:
        return beside.submit(asyncio.run, brief).result()


async def brief_of(
    prepared: Prepared,
    *,
    model: Model,
    options: Options | None = None,
    progress: Progress | None = None,
    cache: AnswerCache | None = None,
) -> Brief:
    """The brief of an article that is prepared for a model of this profile; else as `asummarize`."""
    started, usage = time.monotonic(), Usage()
    options, progress = options or Options(), progress or _silent
    if options.trace is not None:
        model = replace(model, trace=Trace(options.trace))
    asked = prepared.asked
    total, done = sum(map(len, asked.values())), 0

    async def answer(question: Question[Any]) -> AnswerState[Any]:
        nonlocal done
        try:
            _refuse_too_long(question, model.profile)
            state = await ask(question, model=model, reasks=options.reasks, usage=usage, cache=cache)
        except ModelOutputError as error:
            state = question.new_state()
            state.failure = str(error)
        done += 1
        progress(question.section, done, total)
        return state

    states = await _all([answer(question) for questions in asked.values() for question in questions])
    if options.strict:
        for state in states:
            state.drop_doubtful()
    fields: dict[str, object] = {}
    findings: list[Finding] = [*_language(prepared.article)]
    for name, section in SECTIONS.items():
        mine, states = states[: len(asked[name])], states[len(asked[name]) :]
        assembled: Assembled = section.assemble(prepared.marked, mine)
        fields |= assembled.fields
        findings += assembled.findings
    return Brief(
        article=prepared.article,
        findings=tuple(findings),
        provenance=_provenance(model, usage, time.monotonic() - started),
        **fields,  # type: ignore[arg-type]
    )


def _refuse_too_long(question: Question[Any], profile: Profile) -> None:
    reason = excess(question, profile)
    if reason:
        raise ModelOutputError(f"not asked: {reason}")


async def _all(work: list[Coroutine[None, None, AnswerState[Any]]]) -> list[AnswerState[Any]]:
    """Do everything at once, paced by the model's limiter; the first error ends the rest and is raised.

    If a run is stopped, what is under way ends and is kept before that is raised.
    """

    async def to_its_end(item: Coroutine[None, None, AnswerState[Any]]) -> AnswerState[Any] | RunStopped:
        try:
            return await item
        except RunStopped as stop:
            return stop

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(to_its_end(item)) for item in work]
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    states: list[AnswerState[Any]] = []
    for task in tasks:
        outcome = task.result()
        if isinstance(outcome, RunStopped):
            raise outcome
        states.append(outcome)
    return states


def _language(article: Article) -> list[Finding]:
    if article.language == "fr":
        return []
    return [
        Finding(
            code="not_french",
            words=article.language,
            message=f"The article seems to be in {article.language!r}, not French; "
            "the brief may be empty or wrong.",
        )
    ]


def _provenance(model: Model, usage: Usage, seconds: float) -> Provenance:
    return Provenance(
        model=model.name,
        host=model.host,
        prompts=prompts_fingerprint(tuple(SECTIONS)),
        schemas=schemas_fingerprint(tuple(SECTIONS)),
        version=package_version(),
        created=datetime.now(UTC),
        calls=usage.calls,
        tokens_in=usage.input_tokens,
        tokens_cached=usage.cached_tokens,
        tokens_out=usage.output_tokens,
        seconds=round(seconds, 3),
        cost=None if usage.cost is None else round(usage.cost, 6),
    )


def _silent(_section: str, _done: int, _total: int) -> None:
    pass
