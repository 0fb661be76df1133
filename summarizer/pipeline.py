"""Mark, ask, check, assemble: from an article to its brief."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from summarizer.articles.article import make_article
from summarizer.asking.answer_cache import AnswerCache, ask
from summarizer.asking.answer_state import AnswerState
from summarizer.asking.plans.piecewise import write_piecewise
from summarizer.asking.plans.writing import write_whole
from summarizer.asking.plans.written import Ask, Written
from summarizer.asking.prepare import Prepared, prepare, why_too_long
from summarizer.asking.question import Askable
from summarizer.asking.templates import package_version, prompts_fingerprint, schemas_fingerprint
from summarizer.english.house_glossary import Glossary
from summarizer.errors import ModelOutputError, check_range
from summarizer.models.choice import Choice, choose_model, open_model
from summarizer.models.client import Model, Usage
from summarizer.models.self_test import with_plan
from summarizer.models.telemetry import traced
from summarizer.models.trace import Trace
from summarizer.schemas.brief import Article, Brief, Finding, Provenance
from summarizer.seal import sealed
from summarizer.sections import SECTIONS, sections_with
from summarizer.sections.own import OwnSection, refuse_twice

Progress = Callable[[str, int, int], None]
"""Called with a section's name, the questions answered and the questions so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a brief is made.

    `reasks`: how often a failing answer is asked again, at most. `strict`: whether everything with a finding
    is dropped, also what is otherwise kept with one. `second_reader`: a model that judges each statement by
    its French: `same` as the writer, a model's name, or `none`. It has an effect with the plan `whole`.
    `trace`: a file to which each prompt, answer and finding is added, as JSON lines. `glossary`: how the
    house wants French terms said (`english.house_glossary.read_glossary`). `sections`: sections of your own
    (`sections.own.read_section`; see docs/sections.md).

    >>> Options(second_reader="same").reasks
    2
    """

    reasks: int = 2
    strict: bool = False
    second_reader: str = "none"
    trace: Path | None = None
    glossary: Glossary | None = None
    sections: tuple[OwnSection, ...] = ()

    def __post_init__(self) -> None:
        """Raise SummarizerError for a number that is out of range, or a section that is given twice."""
        check_range("reasks", self.reasks, 0, 100)
        refuse_twice(self.sections)


async def asummarize(
    article: Article | str,
    *,
    model: Model | Choice | str | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
    cache: AnswerCache | None = None,
) -> Brief:
    """Return the brief of a French article.

    `article` is an `Article` (see `read_article`) or its text. `model` is a name (`local`, `openai/…`, any
    provider string of instructor), a `Choice`, a model that is open already, or None for the one that the
    environment points to. `cache` keeps answers between runs (see `batch`).

    Raises ArticleError if a text is no article, ModelError if no model answers. What is wrong with single
    answers is in the brief's `findings`.
    """
    if isinstance(article, str):
        article = make_article(article)
    if not isinstance(model, Model):
        choice = await with_plan(model if isinstance(model, Choice) else choose_model(model))
        async with open_model(choice) as opened:
            return await asummarize(article, model=opened, options=options, progress=progress, cache=cache)
    options = options or Options()
    prepared = prepare(article, model.profile, options.glossary, options.sections)
    async with open_reader(options, model) as reader:
        return await brief_of(
            prepared, model=model, reader=reader, options=options, progress=progress, cache=cache
        )


def summarize(
    article: Article | str,
    *,
    model: Choice | str | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Brief:
    """Return the brief of an article, as `asummarize` does, for code that is not asynchronous.

    It works if an event loop runs, too.

    >>> from summarizer import read_article, summarize
    >>> brief = summarize(read_article("article.txt"), model="local")  # doctest: +SKIP
    >>> brief.key_figures[0].en  # doctest: +SKIP
    '$97.4 billion'
    """
    brief = asummarize(article, model=model, options=options, progress=progress)
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(brief)
    # a running loop (a notebook) cannot be waited on from within: run beside it
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    with ThreadPoolExecutor(max_workers=1) as beside:
        return beside.submit(asyncio.run, brief).result()


@asynccontextmanager
async def open_reader(options: Options, model: Model) -> AsyncIterator[Model | None]:
    """Open the second reader that the options name; None if there is none, or the plan has no use for it."""
    if options.second_reader == "none" or model.profile.plan != "whole":
        yield None
    elif options.second_reader == "same":
        yield model
    else:
        async with open_model(choose_model(options.second_reader), limiter=model.limiter) as reader:
            yield reader


@traced("summarizer.brief")
async def brief_of(  # noqa: PLR0913 - an article, and how its brief is made
    prepared: Prepared,
    *,
    model: Model,
    reader: Model | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
    cache: AnswerCache | None = None,
) -> Brief:
    """Return the brief of an article that is prepared for a model of this profile; else as `asummarize`."""
    started, usage, options = time.monotonic(), Usage(), options or Options()
    tell = _Counter(progress or _silent, len(prepared.questions))
    if options.trace is not None:
        trace = Trace(options.trace)
        model = replace(model, trace=trace)
        reader = replace(reader, trace=trace) if reader else None

    def asking(whom: Model) -> Ask:
        async def answer(question: Askable[Any]) -> AnswerState[Any]:
            try:
                _refuse_too_long(question, whom)
                state = await ask(question, model=whom, reasks=options.reasks, usage=usage, cache=cache)
            except ModelOutputError as error:
                state = question.new_state()
                state.failure = str(error)
            tell(question.section)
            return state

        return answer

    written = await _write(prepared, asking(model), asking(reader) if reader else None, options)
    fields, findings = _assemble(prepared, written, options.sections)
    brief = Brief(
        article=prepared.article,
        findings=(*_language(prepared.article), *_cut_off(prepared.article), *written.findings, *findings),
        provenance=_provenance(model, reader, usage, written, options, time.monotonic() - started),
        **fields,
    )
    return sealed(brief)


def _refuse_too_long(question: Askable[Any], model: Model) -> None:
    reason = why_too_long(question, model.profile)
    if reason:
        raise ModelOutputError(f"not asked: {reason}")


async def _write(prepared: Prepared, ask: Ask, read: Ask | None, options: Options) -> Written:
    marked, strict = prepared.marked, options.strict
    if prepared.whole:
        return await write_whole(marked, prepared.whole, ask=ask, read=read, strict=strict)
    return await write_piecewise(marked, prepared.pieces, ask=ask, strict=strict, own=options.sections)


def _assemble(
    prepared: Prepared, written: Written, own: Sequence[OwnSection]
) -> tuple[dict[str, Any], list[Finding]]:
    """The fields of the brief from the drafts that stand, and what is found on the way."""
    fields: dict[str, Any] = {"extensions": ()}
    findings: list[Finding] = []
    for section in sections_with(own).values():
        try:
            assembled = section.assemble(prepared.marked, written.drafts)
        except ModelOutputError as error:  # why the model gave nothing says more than that nothing is there
            raise ModelOutputError(written.failure or str(error)) from error
        fields |= assembled.fields
        fields["extensions"] += assembled.extensions
        findings += assembled.findings
    return {name: _judged(value, written) for name, value in fields.items()}, findings


def _judged(value: Any, written: Written) -> Any:
    """The records of a field with what the second reader said of them, and how sure the model was."""
    if not (written.verdicts or written.confidence):
        return value
    if isinstance(value, tuple):
        return tuple(_judged(each, written) for each in value)
    if isinstance(value, dict):
        return {name: _judged(each, written) for name, each in value.items()}
    if not isinstance(value, BaseModel):
        return value
    changed = {
        name: _judged(getattr(value, name), written)
        for name in ("role", "issue", "sides", "position", "entries", "values")
        if hasattr(value, name)
    }
    words: str = getattr(value, "measure", "") or getattr(value, "en", "")
    if words in written.verdicts and "second_reading" in type(value).model_fields:
        changed["second_reading"] = written.verdicts[words]
    if words in written.confidence and "confidence" in type(value).model_fields:
        changed["confidence"] = written.confidence[words]
    return value.model_copy(update=changed) if changed else value


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


def _cut_off(article: Article) -> list[Finding]:
    """Say that the page shows only a part of its article."""
    if not article.cut_off:
        return []
    share = f" ({article.shown:.0%} of it)" if article.shown is not None else ""
    return [
        Finding(
            code="cut_off",
            message=f"The source shows only the beginning of the article{share}; the brief knows no more.",
        )
    ]


def _provenance(  # noqa: PLR0913, PLR0917 - all that a brief came of
    model: Model, reader: Model | None, usage: Usage, written: Written, options: Options, seconds: float
) -> Provenance:
    return Provenance(
        model=model.name,
        host=model.host,
        plan=model.profile.plan,
        second_reader=reader.name if reader else None,
        prompts=prompts_fingerprint(tuple(SECTIONS)),
        schemas=schemas_fingerprint(tuple(SECTIONS)),
        sections={section.name: section.fingerprint for section in options.sections},
        version=package_version(),
        created=datetime.now(UTC),
        calls=usage.calls,
        reasks=written.reasks,
        tokens_in=usage.input_tokens,
        tokens_cached=usage.cached_tokens,
        tokens_out=usage.output_tokens,
        seconds=round(seconds, 3),
        cost=None if usage.cost is None else round(usage.cost, 6),
    )


class _Counter:
    """Counts questions that are answered, and tells so; there may come more than were known at first."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self, section: str) -> None:
        self._done += 1
        self._total = max(self._total, self._done)
        self._progress(section, self._done, self._total)


def _silent(_section: str, _done: int, _total: int) -> None:
    pass
