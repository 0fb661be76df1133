"""The money of a run: what was paid, what a brief cost, and where a run stops."""

import sqlite3
from decimal import Decimal
from typing import Any

import pytest

from summarizer.asking.profiles import HOSTED
from summarizer.batch.journal_cache import JournalCache
from summarizer.errors import BatchError
from summarizer.models.budget import Budget
from summarizer.models.client import Model
from summarizer.models.limiter import ConcurrencyLimiter, RunStopped
from summarizer.models.prices import Price
from summarizer.pipeline import Options
from summarizer.schemas.brief import Brief
from tests.batches import NAMES, TEXTS, check_out, run, write
from tests.servers import Reply, scripted
from tests.sound import sound

PRICE = Price(Decimal(1), Decimal(1), Decimal(2))


@pytest.fixture
def folder(tmp_path):
    """Four articles, two of them identical."""
    return write(tmp_path / "in", TEXTS)


def test_the_journal_says_what_was_paid(folder):
    """By section, for anyone who asks in SQL; the sum is what the state says."""
    with scripted(sound) as server:
        state = run(folder, server, price=PRICE)
        calls = len(server.asked)
    db = sqlite3.connect(folder.parent / "out" / "summarizer.sqlite")
    rows = db.execute("SELECT section, sum(calls), sum(cost) FROM spending GROUP BY section").fetchall()
    db.close()
    assert sum(row[1] for row in rows) == state.calls == calls
    assert sum(row[2] for row in rows) == pytest.approx(state.cost) == pytest.approx(calls * 20 / 1_000_000)


def test_money_is_not_passed(folder):
    """The run stops before it, and goes on with more; without a price it does not begin."""

    def dear(request):
        body = sound(request).body
        return Reply(
            body=body
            | {"usage": {"prompt_tokens": 10_000, "completion_tokens": 5_000, "total_tokens": 15_000}}
        )

    with scripted(dear) as server:
        with pytest.raises(BatchError, match="give --price"):
            run(folder, server, max_cost=Decimal(1))
        state = run(folder, server, max_cost=Decimal("0.16"), price=PRICE, jobs=1)
        assert "--max-cost" in state.stopped
        assert 0 < state.cost <= 0.16
        assert state.waiting > 0
        asked = len(server.asked)
        again = run(folder, server, max_cost=Decimal("0.1"), price=PRICE, jobs=1)
        assert "--max-cost" in again.stopped
        assert len(server.asked) == asked  # what the first run spent counts
        state = run(folder, server, max_cost=Decimal(10), price=PRICE)
        assert (state.done, state.stopped) == (4, None)
        assert len(server.asked) == asked + state.calls
    check_out(folder.parent / "out", NAMES)


def test_money_is_not_spent_unseen():
    """A model whose price is not known is not asked where money is limited."""
    unused: Any = None
    cache = JournalCache(
        journal=unused, run=1, budget=Budget(Decimal(1)), paid=lambda *_: None, damaged=lambda: None
    )
    model = Model(
        name="other/m", host=None, profile=HOSTED, wire=unused, limiter=ConcurrencyLimiter(1), price=None
    )
    with pytest.raises(RunStopped, match="'other/m' is unknown"):
        cache.reserve_budget(unused, model, 2)


def test_a_brief_says_what_it_cost(folder):
    """Also one whose answers were kept by another run: it says what the article took."""
    with scripted(sound) as server:
        run(folder, server, price=PRICE)
        out = folder.parent / "out"
        brief = Brief.model_validate_json(next((out / "briefs").glob("*.json")).read_text("utf-8"))
        made = brief.provenance
        assert made.cost == round(PRICE.of(made.tokens_in, made.tokens_cached, made.tokens_out), 6) > 0
        asked = len(server.asked)
        run(folder, server, price=PRICE, options=Options(strict=True))
        again = Brief.model_validate_json(next((out / "briefs").glob("*.json")).read_text("utf-8"))
        assert len(server.asked) == asked
    assert again.provenance.cost == made.cost
