"""The cost of a run, estimated before it begins: nothing is asked, and nothing is written.

The articles are read and their questions made by the code that a run uses, so the calls are those that a run
would make. Of many articles a sample is read; the others are assumed to be like it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.asking.answer_cache import cache_key
from summarizer.asking.plans.whole import WholeQuestion
from summarizer.asking.prepare import prepare, why_too_long
from summarizer.asking.profiles import Profile
from summarizer.asking.question import CHARACTERS_A_TOKEN, Askable, tokens_shown
from summarizer.batch.article_table import brief_key, has_brief
from summarizer.batch.entries import Entry, read_entry
from summarizer.batch.formats import FORMATS
from summarizer.batch.inbox import from_web
from summarizer.batch.journal_cache import most_tokens
from summarizer.batch.journal_file import FILE, damage, open_read_only
from summarizer.batch.outputs import path_of
from summarizer.batch.plan import Plan, config_fingerprint, price_for
from summarizer.batch.shards import entries_in
from summarizer.batch.sources import find_entries
from summarizer.errors import ArticleError, BatchError
from summarizer.models.choice import Choice, profile_of
from summarizer.models.prices import Price
from summarizer.pipeline import Options

SAMPLE = 60
# Limit of articles that are read; it takes a second or two.
ANSWERED = 0.35
# The length of an answer as a share of its limit, which is set for the longest answers. The embedded model's
# share on the seed article is 0.28.


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a run would take.

    Tokens `in_once` and `out_once` count each question once; `in_most` and `out_most` count all retries, and
    answers of the full length. `price` is None if it is unknown.
    """

    model: str
    articles: int
    done: int
    read: int
    unreadable: int
    calls: int
    in_once: int
    out_once: int
    in_most: int
    out_most: int
    reasks: int
    allowance: int
    price: Price | None

    @property
    def cost_once(self) -> Decimal | None:
        """Cost in US dollars if each question is asked once."""
        return None if self.price is None else self.price.of(self.in_once, 0, self.out_once)

    @property
    def cost_most(self) -> Decimal | None:
        """Maximum cost in US dollars, with all retries."""
        return None if self.price is None else self.price.of(self.in_most, 0, self.out_most)


CHOICE_TOKENS = 1200
# Limit of the answer that chooses among the drafts of a long article's parts.
READINGS = 3
# Limit of calls of a second reading: it reads, the writer corrects, it reads what has changed.


def estimate_batch(plan: Plan, choice: Choice) -> Estimate:
    """Estimate what `run_batch` would take for the same plan. Raises BatchError if there is no article."""
    profile, setup = profile_of(choice), config_fingerprint(choice, plan.options)
    with closing(open_read_only(plan.out)) as db, _explain_damage(plan.out / FILE):
        addresses, given = from_web(plan.given)
        inbox = plan.out / "inbox" if addresses else None  # what was fetched before; nothing is fetched now
        entries = list(entries_in(plan.shard, find_entries(given, leave_out=plan.leave_out, inbox=inbox)))
        to_do = [entry for entry in entries if not _is_done(db, entry, plan, setup)]
        sample = to_do[:: max(1, -(-len(to_do) // SAMPLE))]
        sampled = _Sample(
            db=db,
            model=choice.name,
            profile=profile,
            setup=setup,
            options=plan.options,
        )
        counts = [sampled.count(entry) for entry in sample]
    read = [count for count in counts if count is not None]
    scale = len(to_do) / max(len(sample), 1)
    calls, in_once, out_once, in_most, out_most = (
        round(scale * sum(column)) for column in zip((0,) * 5, *read, strict=True)
    )
    return Estimate(
        model=choice.name,
        articles=len(to_do),
        done=len(entries) - len(to_do),
        read=len(sample),
        unreadable=round(scale * (len(sample) - len(read))),
        calls=calls,
        in_once=in_once,
        out_once=out_once,
        in_most=in_most,
        out_most=out_most,
        reasks=plan.options.reasks,
        allowance=profile.thinking_tokens,
        price=price_for(plan, choice),
    )


@contextmanager
def _explain_damage(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise BatchError(damage(path, error)) from error


def describe(estimate: Estimate) -> list[str]:
    """Describe an estimate in lines, and how it was made."""
    e = estimate
    unreadable = f" ({e.unreadable:,} unreadable)" if e.unreadable else ""
    done = f"; {e.done:,} more are done" if e.done else ""
    most = f"at most {e.in_most:,} in, {e.out_most:,} out"
    again = f"with {e.reasks} retries of each question and answers of the full length"
    lines = [
        f"model: {e.model}",
        f"articles: {e.articles:,}{unreadable}{done}",
        f"calls: {e.calls:,}, each question once",
        f"tokens: {e.in_once:,} in, {e.out_once:,} out; {most}, {again}",
    ]
    if e.cost_once is None or e.cost_most is None:
        lines.append(f"cost: unknown, because the price of {e.model!r} is unknown; give --price IN,OUT")
    else:
        lines.append(f"cost: ${e.cost_once:.4f}; at most ${e.cost_most:.4f}")
    based = f"all {e.articles:,}" if e.read == e.articles else f"{e.read:,} of the {e.articles:,}"
    reasoning = (
        f" Only the maximum includes reasoning tokens ({e.allowance:,} per answer)." if e.allowance else ""
    )
    lines.append(
        f"Based on {based} articles. Assumes {CHARACTERS_A_TOKEN:g} characters per input token "
        f"and answers at {ANSWERED:.0%} of their limit.{reasoning}"
    )
    return lines


def _is_done(db: sqlite3.Connection, entry: Entry, plan: Plan, setup: str) -> bool:
    """Whether a run would skip an article."""
    query = "SELECT state FROM articles WHERE name = ? AND stamp = ? AND setup = ?"
    found = db.execute(query, (entry.name, entry.stamp, setup)).fetchone()
    if found is None or found[0] == "waiting":
        return False
    if found[0] == "failed":
        return not plan.retry_failed
    suffixes = (".json", *(FORMATS[name].suffix for name in plan.formats))
    return all(path_of(plan.out, entry.name, suffix).exists() for suffix in suffixes)


@dataclass(slots=True, kw_only=True)
class _Sample:
    """Counts the new questions of articles; those in the journal, or of another article, are free."""

    db: sqlite3.Connection
    model: str
    profile: Profile
    setup: str
    options: Options
    seen: set[str] = field(default_factory=set)

    def count(self, entry: Entry) -> tuple[int, int, int, int, int] | None:
        """Return calls, and tokens in and out: once, and at most. None if there is no article."""
        try:
            article = read_entry(entry)
            key = brief_key(article, self.setup)
            if key in self.seen or has_brief(self.db, key):
                return (0,) * 5
            self.seen.add(key)
            prepared = prepare(article, self.profile, self.options.glossary, self.options.sections)
        except ArticleError:
            return None
        new = [question for question in prepared.questions if self._is_new(question)]
        most = [most_tokens(question, self.profile, self.options.reasks) for question in new]
        first = (
            len(new),
            sum(tokens_shown(question) for question in new),
            sum(round(ANSWERED * question.max_tokens) for question in new),
            sum(shown for shown, _, _ in most),
            sum(answered for _, _, answered in most),
        )
        later = self._later(prepared.whole) if new else []
        return tuple(map(sum, zip(first, *later, strict=True)))  # type: ignore[return-value]

    def _later(self, whole: Sequence[WholeQuestion]) -> list[tuple[int, int, int, int, int]]:
        """Count the questions after the first answers: a choice among the drafts of parts, a second reading.

        They are about as long as the answers that they show.
        """
        drafts = sum(question.max_tokens for question in whole)
        found = []
        if len(whole) > 1:
            found.append(self._asked(drafts, CHOICE_TOKENS, calls=1))
        if whole and self.options.second_reader != "none":
            article = sum(tokens_shown(question) for question in whole)
            found.append(self._asked(drafts + article, drafts, calls=1, most=READINGS))
        return found

    def _asked(
        self, shown: int, answered: int, *, calls: int, most: int = 1
    ) -> tuple[int, int, int, int, int]:
        tries = most * (self.options.reasks + 1)
        once = round(ANSWERED * shown), round(ANSWERED * answered)
        return calls, *once, tries * shown, tries * answered

    def _is_new(self, question: Askable[Any]) -> bool:
        key = cache_key(question, self.model, self.profile, self.options.reasks)
        if key in self.seen or why_too_long(question, self.profile):
            return False
        self.seen.add(key)
        return self.db.execute("SELECT 1 FROM answers WHERE key = ?", (key,)).fetchone() is None
