"""What a run would take, said beforehand: by the code that a run uses, without a call and without writing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.batch import estimate as module
from summarizer.batch.estimate import describe, estimate_batch
from summarizer.batch.plan import Plan
from summarizer.errors import BatchError
from summarizer.models.choice import Choice
from summarizer.models.prices import Price
from summarizer.pipeline import Options
from tests.articles import BARE, STORY
from tests.batches import TEXTS, run, write
from tests.servers import scripted
from tests.sound import chosen, sound

PRICE = Price(Decimal(1), Decimal(1), Decimal(2))
HOSTED = Choice(name="scripted", why="a test", profile="hosted")


@pytest.fixture
def folder(tmp_path):
    """Four articles, two of them identical."""
    return write(tmp_path / "in", TEXTS)


def estimated(folder, choice=HOSTED, **plan):
    """Estimate a run into the folder `out` beside the articles."""
    return estimate_batch(Plan(**{"given": (str(folder),), "out": folder.parent / "out", **plan}), choice)


@pytest.mark.parametrize("profile", ["hosted", "embedded"])
def test_the_calls_are_those_of_the_run(folder, profile):
    """And nothing is written; what is there already needs none."""
    with scripted(sound) as server:
        choice = chosen(server, profile)
        before = estimated(folder, choice)
        assert server.asked == []
        assert not (folder.parent / "out").exists()
        state = run(folder, server, profile=profile)
        after = estimated(folder, choice)
    assert (before.articles, before.done, before.unreadable) == (4, 0, 0)
    assert before.calls == state.calls
    assert before.in_once < before.in_most
    assert before.out_once < before.out_most
    assert (after.articles, after.done, after.calls, after.in_most) == (0, 4, 0, 0)


def test_what_is_left_of_a_run_is_what_is_estimated(folder):
    """An answer that is kept is not asked for again; a failed article counts when it is to be tried."""
    write(folder, {"empty.txt": ""})
    with scripted(sound) as server:
        run(folder, server)
        write(folder, {"b.txt": BARE + "La nuit tombe."})
        choice = chosen(server, "hosted")
        left = estimated(folder, choice)
        again = estimated(folder, choice, retry_failed=True)
        state = run(folder, server)
    assert (left.articles, left.done, left.calls) == (1, 4, state.calls)
    assert (again.articles, again.unreadable) == (2, 1)


def test_a_sample_stands_for_many(folder, monkeypatch):
    """Of many articles some are read, evenly; the rest is taken to be like them."""
    for number in range(40):
        write(folder, {f"{number}.txt": f"Le bateau numéro {number + 100} part. {BARE}"})
    whole = estimated(folder)
    monkeypatch.setattr(module, "SAMPLE", 11)
    sampled = estimated(folder)
    assert (whole.read, sampled.read) == (44, 11)
    assert sampled.articles == whole.articles == 44
    assert abs(sampled.calls - whole.calls) <= whole.calls / 4
    assert "Based on 11 of the " in describe(sampled)[-1]
    assert "Based on all " in describe(whole)[-1]


def test_the_cost_and_how_it_is_come_by(folder):
    """With re-asks allowed for; one that is not known is said to be so."""
    priced = estimated(folder, price=PRICE)
    assert priced.cost_once == PRICE.of(priced.in_once, 0, priced.out_once)
    assert priced.cost_most == PRICE.of(priced.in_most, 0, priced.out_most)
    words = "\n".join(describe(priced))
    assert f"cost: ${priced.cost_once:.4f}; at most ${priced.cost_most:.4f}" in words
    assert "with 2 retries of each question" in words
    assert "3 characters per input token" in words
    unknown = estimated(folder)
    assert unknown.cost_once is unknown.cost_most is None
    assert "cost: unknown, because the price of 'scripted' is unknown; give --price" in "\n".join(
        describe(unknown)
    )


def test_fewer_reasks_come_to_less_at_most(folder):
    """Asked once, it is the same."""
    two, none = (estimated(folder, options=Options(reasks=reasks)) for reasks in (2, 0))
    assert (two.calls, two.in_once) == (none.calls, none.in_once)
    assert two.in_most > none.in_most


def test_long_ones_are_parted_as_in_the_run(tmp_path):
    """More calls where the model takes less; none for one that cannot be shown at all."""
    long = "\n\n".join(f"{STORY} Le bateau {number} part." for number in range(12))
    folder = write(tmp_path / "in", {"long.txt": long, "endless.txt": "Le port et " * 1500})
    parted, whole = estimated(folder, replace(HOSTED, context=4000)), estimated(folder)
    assert parted.calls > whole.calls
    assert (parted.unreadable, whole.unreadable) == (1, 0)
    with scripted(sound) as server:
        assert parted.calls == run(folder, replace(chosen(server, "hosted"), context=4000)).calls


def test_nothing_to_estimate(tmp_path):
    """Is told as a run tells it."""
    with pytest.raises(BatchError, match="no file or folder"):
        estimated(tmp_path / "none")
