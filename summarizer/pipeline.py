"""Mark, ask, check, assemble: from an article to its brief."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer.articles.read import make_article
from summarizer.asking.answer_cache import Answers, ask
from summarizer.asking.answers import Ledger
from summarizer.asking.prepare import SECTIONS, Prepared, excess, prepare
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Question
from summarizer.asking.templates import package_version, prompts_fingerprint, schemas_fingerprint
from summarizer.errors import ModelOutputError
from summarizer.models.choice import Choice, choose_model, open_model
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import RunStopped
from summarizer.schemas.brief import Article, Brief, Finding, Provenance

if TYPE_CHECKING:
    from summarizer.sections import Assembled

Progress = Callable[[str, int, int], None]
"""Called with a section's name, the questions answered and the questions in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a brief is made. `reasks`: how often a failing answer is asked again, at most.

    `strict`: whether everything that has a finding is dropped, also what is kept with one else.
    """

    reasks: int = 2
    strict: bool = False


async def asummarize(
    article: Article | str,
    *,
    model: Model | Choice | str | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
    answers: Answers | None = None,
) -> Brief:
    """The brief of a French article.

    `article` is an `Article` (see `read_article`) or its text. `model` is a name (`local`,
    `openai/…`, any provider string of instructor), a `Choice`, a model that is open already, or None
    for the one that the environment points to. `answers` are kept between runs (see `batch`).
    Raises ArticleError where a text is no article,
    ModelError where no model answers; what is wrong with single answers is in the brief's `findings`.
    """
    if isinstance(article, str):
        article = make_article(article)
    if not isinstance(model, Model):
        choice = model if isinstance(model, Choice) else choose_model(model)
        async with open_model(choice) as opened:
            return await asummarize(
                article, model=opened, options=options, progress=progress, answers=answers
            )
    prepared = prepare(article, model.profile)
    return await brief_of(prepared, model=model, options=options, progress=progress, answers=answers)


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
    answers: Answers | None = None,
) -> Brief:
    """The brief of an article that is prepared for a model of this profile; else as `asummarize`."""
    started, usage = time.monotonic(), Usage()
    options, progress = options or Options(), progress or _silent
    asked = prepared.asked
    total, done = sum(map(len, asked.values())), 0

    async def answer(question: Question) -> Ledger:
        nonlocal done
        try:
            _refuse_too_long(question, model.profile)
            ledger = await ask(question, model=model, reasks=options.reasks, usage=usage, answers=answers)
        except ModelOutputError as error:
            ledger = question.ledger()
            ledger.failure = str(error)
        done += 1
        progress(question.section, done, total)
        return ledger

    ledgers = await _all([answer(question) for questions in asked.values() for question in questions])
    if options.strict:
        for ledger in ledgers:
            ledger.drop_doubtful()
    fields: dict[str, object] = {}
    findings: list[Finding] = [*_language(prepared.article)]
    for name, section in SECTIONS.items():
        mine, ledgers = ledgers[: len(asked[name])], ledgers[len(asked[name]) :]
        assembled: Assembled = section.assemble(prepared.marked, mine)
        fields |= assembled.fields
        findings += assembled.findings
    return Brief(
        article=prepared.article,
        findings=tuple(findings),
        provenance=_provenance(model, usage, time.monotonic() - started),
        **fields,  # type: ignore[arg-type]
    )


def _refuse_too_long(question: Question, profile: Profile) -> None:
    reason = excess(question, profile)
    if reason:
        raise ModelOutputError(f"not asked: {reason}")


async def _all(work: list[Coroutine[None, None, Ledger]]) -> list[Ledger]:
    """Everything at once, paced by the model's gate; the first error ends the rest and is raised.

    Where a run is stopped, what is under way ends and is kept before that is raised.
    """
    stopped: list[RunStopped] = []

    async def to_its_end(item: Coroutine[None, None, Ledger]) -> Ledger:
        try:
            return await item
        except RunStopped as stop:
            stopped.append(stop)
            return Ledger((), lambda *_: [])

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(to_its_end(item)) for item in work]
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    if stopped:
        raise stopped[0]
    return [task.result() for task in tasks]


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
        tokens_in=usage.tokens_in,
        tokens_cached=usage.tokens_cached,
        tokens_out=usage.tokens_out,
        seconds=round(seconds, 3),
    )


def _silent(_section: str, _done: int, _total: int) -> None:
    pass
