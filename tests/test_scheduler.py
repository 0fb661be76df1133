"""The loop that works on several articles at a time: how many, in which order, and how it ends."""

import asyncio
from contextlib import aclosing

import pytest

from summarizer.batch.scheduler import run_concurrently


def collect(jobs, at_once, most=None):
    """Give the results of jobs; leave the loop after `most` of them."""

    async def run():
        found = []
        async with aclosing(run_concurrently(jobs, at_once=at_once)) as results:
            async for result in results:
                found.append(result)
                if len(found) == most:
                    break
        return found

    return asyncio.run(run())


class Counted:
    """Jobs that count how many of them run, and note which were cancelled."""

    def __init__(self):
        self.running = self.most = self.taken = 0
        self.cancelled = []

    async def job(self, number, turns=1):
        """Wait for some turns of the event loop; fail if they are fewer than none."""
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            for _ in range(turns):
                await asyncio.sleep(0)
            if turns < 0:
                raise ValueError(number)
        except asyncio.CancelledError:
            self.cancelled.append(number)
            raise
        finally:
            self.running -= 1
        return number

    def jobs(self, turns):
        """Give a job for each number of turns."""
        for number, each in enumerate(turns):
            self.taken += 1
            yield self.job(number, each)


@pytest.mark.parametrize("at_once", [1, 3, 20])
def test_so_many_run_at_a_time(at_once):
    """And every job gives its result, whether there are more or fewer."""
    counted = Counted()
    assert sorted(collect(counted.jobs([1] * 10), at_once)) == [*range(10)]
    assert counted.most == min(at_once, 10)


def test_results_come_as_they_are_done():
    """A long job holds up no other."""
    assert collect(Counted().jobs([50, 1, 1, 1]), 2) == [1, 2, 3, 0]


def test_jobs_are_taken_when_there_is_a_place():
    """Also from what has to be awaited: a million articles need not be in memory."""
    counted = Counted()

    async def awaited():
        for job in counted.jobs([1] * 10):
            yield job

    assert len(collect(awaited(), 2, most=3)) == 3
    assert counted.taken <= 5


def test_an_error_ends_the_others():
    """It is raised; what runs is cancelled, and nothing new is taken."""
    counted = Counted()
    with pytest.raises(ValueError, match="1"):
        collect(counted.jobs([1000, -1, 1, 1]), 2)
    assert (counted.cancelled, counted.running) == ([0], 0)


def test_who_leaves_early_ends_the_others():
    """Closing the loop cancels what runs."""
    counted = Counted()
    assert collect(counted.jobs([1, 1000, 1]), 2, most=1) == [0]
    assert (counted.cancelled, counted.running) == ([1], 0)
