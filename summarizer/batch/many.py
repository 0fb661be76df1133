"""The briefs of many articles, for a program that stores them itself: no journal, no files."""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Coroutine, Iterable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from summarizer.articles.article import make_article
from summarizer.asking.prepare import prepare
from summarizer.batch.plan import jobs_for
from summarizer.batch.scheduler import iterate, run_concurrently
from summarizer.errors import SummarizerError
from summarizer.models.choice import Choice, choose_model, open_model
from summarizer.models.client import Model
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.self_test import with_plan
from summarizer.pipeline import Options, brief_of, open_reader
from summarizer.schemas.brief import Article, Brief

Given = Article | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The result of one article: its `brief`, or the `error`. `number` is its index in the input, from 0."""

    number: int
    article: Given
    brief: Brief | None = None
    error: SummarizerError | None = None


async def summarize_many(
    articles: Iterable[Given] | AsyncIterable[Given],
    *,
    model: Choice | str | None = None,
    options: Options | None = None,
    jobs: int | None = None,
) -> AsyncGenerator[Result, None]:
    """Yield a `Result` for each article, in order of completion.

    `jobs` is the number of requests at a time; None means a number that suits the model's server. Articles
    are taken from `articles` when they are needed, so neither they nor their briefs need fit into memory.
    Raises ModelError if the model cannot be opened. An error of one article is in its result; the others go
    on.

    >>> async def write_all(texts: list[str]) -> None:
    ...     async for result in summarize_many(texts, model="local"):
    ...         print(result.number, result.error or result.brief.headline.en)
    """
    choice = await with_plan(model if isinstance(model, Choice) else choose_model(model))
    at_once = jobs_for(choice) if jobs is None else jobs
    options = options or Options()
    async with (
        open_model(choice, limiter=ConcurrencyLimiter(at_once)) as opened,
        open_reader(options, opened) as reader,
    ):

        async def results() -> AsyncIterator[Coroutine[Any, Any, Result]]:
            number = 0
            async for article in iterate(articles):
                yield _result(number, article, opened, reader, options)
                number += 1

        # one article more than requests: it is prepared while the others are asked about
        async with aclosing(run_concurrently(results(), at_once=at_once + 1)) as ended:
            async for result in ended:
                yield result


async def _result(
    number: int, article: Given, model: Model, reader: Model | None, options: Options
) -> Result:
    try:
        whole = make_article(article) if isinstance(article, str) else article
        prepared = prepare(whole, model.profile, options.glossary, options.sections)
        brief = await brief_of(prepared, model=model, reader=reader, options=options)
    except SummarizerError as error:
        return Result(number=number, article=article, error=error)
    return Result(number=number, article=article, brief=brief)
