"""The briefs of many articles for a program that keeps them itself: no journal, no files."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from dataclasses import dataclass

from summarizer.articles.article import make_article
from summarizer.asking.prepare import prepare
from summarizer.batch.plan import jobs_for
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
    """What came of one article: its `brief`, or the `error`. `number` counts the articles from 0."""

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
) -> AsyncIterator[Result]:
    """The brief of each article, or what kept it from one, as they come.

    Articles are taken from `articles` as they are needed, one more at a time than there are `jobs`
    (requests under way at once; None: what the model's server gains from), so they need not all be in
    memory, and neither need their briefs. Raises ModelError where the model cannot be opened; an error of
    one article is in its result, and the others go on.
    """
    choice = await with_plan(model if isinstance(model, Choice) else choose_model(model))
    at_once = jobs_for(choice) if jobs is None else jobs
    under_way: set[asyncio.Task[Result]] = set()
    options = options or Options()
    async with (
        open_model(choice, limiter=ConcurrencyLimiter(at_once)) as opened,
        open_reader(options, opened) as reader,
    ):
        try:
            number = 0
            async for article in _each(articles):
                under_way.add(asyncio.create_task(_result(number, article, opened, reader, options)))
                number += 1
                if len(under_way) > at_once:
                    done, _ = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                    for task in done:
                        yield task.result()
                    under_way -= done
            for ending in asyncio.as_completed(under_way):
                yield await ending
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)


async def _each(articles: Iterable[Given] | AsyncIterable[Given]) -> AsyncIterator[Given]:
    if isinstance(articles, AsyncIterable):
        async for article in articles:
            yield article
    else:
        for article in articles:
            yield article


async def _result(
    number: int, article: Given, model: Model, reader: Model | None, options: Options
) -> Result:
    try:
        whole = make_article(article) if isinstance(article, str) else article
        prepared = prepare(whole, model.profile, options.glossary)
        brief = await brief_of(prepared, model=model, reader=reader, options=options)
    except SummarizerError as error:
        return Result(number=number, article=article, error=error)
    return Result(number=number, article=article, brief=brief)
