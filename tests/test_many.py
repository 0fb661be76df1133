"""Many articles from a program: a brief or an error for each, as they come, few in memory at a time."""

import asyncio
import threading

import pytest

from summarizer import Result, summarize_many
from summarizer.articles.article import make_article
from summarizer.errors import ArticleError, ModelOutputError, ModelUnavailable
from summarizer.pipeline import Options
from tests.articles import BARE
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, passage_of, sound


def results(server, articles, **options):
    """Give all results, in the order in which they come."""

    async def collect():
        return [
            result async for result in summarize_many(articles, model=chosen(server, "hosted"), **options)
        ]

    return asyncio.run(collect())


def texts(number):
    """Different articles, made as they are asked for."""
    return (f"Le bateau numéro {n + 100} part. {BARE}" for n in range(number))


def test_each_has_its_brief():
    """Texts and articles alike, from anything that gives them one by one."""
    given = [*texts(5), make_article(BARE, source="the last")]

    async def flow():
        for article in given:
            yield article

    with scripted(sound) as server:
        for articles in (given, iter(given), flow()):
            found = results(server, articles)
            assert sorted(result.number for result in found) == list(range(6))
            for result in found:
                assert isinstance(result, Result)
                assert result.article == given[result.number]
                assert result.error is None
                text = result.article if isinstance(result.article, str) else result.article.text
                assert result.brief
                assert result.brief.article.text == text.rstrip()


def test_an_error_is_in_its_own_result():
    """Text that is no article, and one that the model will not answer for; the others go on."""
    refused = Reply(body=completion(None, refusal="I would rather not."))

    with scripted(lambda request: refused if "Il pleut" in passage_of(request) else sound(request)) as server:
        found = {
            result.number: result for result in results(server, [BARE, " ", f"Il pleut. {BARE}", *texts(2)])
        }
    assert [number for number, result in found.items() if result.brief is None] == sorted({1, 2} & set(found))
    assert isinstance(found[1].error, ArticleError)
    assert isinstance(found[2].error, ModelOutputError)
    assert all((result.brief is None) is (result.error is not None) for result in found.values())


def test_they_come_as_they_are_done():
    """One that takes long does not keep the others."""
    others_are_done = threading.Event()

    def picky(request):
        if "Il pleut" in passage_of(request):
            others_are_done.wait(timeout=60)
        return sound(request)

    async def collect(server):
        numbers = []
        articles = [f"Il pleut. {BARE}", *texts(3)]
        async for result in summarize_many(articles, model=chosen(server, "hosted"), jobs=8):
            numbers.append(result.number)
            if len(numbers) == 3:
                others_are_done.set()
        return numbers

    with scripted(picky) as server:
        numbers = asyncio.run(collect(server))
    assert numbers[-1] == 0
    assert sorted(numbers) == [0, 1, 2, 3]


@pytest.mark.parametrize("jobs", [1, 3])
def test_articles_are_taken_as_they_are_needed(jobs):
    """At most one more than there are jobs is under way, whoever takes the results."""
    taken = given = most = 0

    def flow():
        nonlocal taken, most
        for text in texts(30):
            taken += 1
            most = max(most, taken - given)
            yield text

    async def collect(server):
        nonlocal given
        async for _ in summarize_many(flow(), model=chosen(server, "hosted"), jobs=jobs):
            given += 1

    with scripted(sound) as server:
        asyncio.run(collect(server))
    assert (taken, given) == (30, 30)
    assert most <= 2 * (jobs + 1)


def test_who_has_enough_may_leave():
    """What is under way is given up, and the model closed."""

    async def first(server):
        articles = summarize_many(texts(50), model=chosen(server, "hosted"), jobs=2)
        async for result in articles:
            await articles.aclose()
            return result
        return None

    with scripted(sound) as server:
        assert asyncio.run(first(server)).brief is not None
        assert len(server.asked) < 40


def test_options_reach_the_model():
    """`reasks` bounds how often a wrong answer is asked again."""
    wrong = Reply(body=completion('{"mood": "fine"}'))
    asked = []
    for reasks in (0, 1):
        with scripted(wrong) as server:
            results(server, [BARE], options=Options(reasks=reasks))
            asked.append(len(server.asked))
    assert asked == [1, 2]  # the plan `whole` asks one question


def test_a_model_that_cannot_be_opened_is_told_at_once():
    """Before any article is taken."""

    async def collect():
        return [result async for result in summarize_many([BARE], model="nobody/nothing")]

    with pytest.raises(ModelUnavailable):
        asyncio.run(collect())
