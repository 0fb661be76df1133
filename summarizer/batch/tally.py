"""The status of a run, counted while it runs; the journal need not be read for it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from summarizer.batch.status import RunStatus
from summarizer.models.usage import Usage

SHOWN_EVERY = 0.2
# Seconds between two calls of the progress callback.

Progress = Callable[[RunStatus], None]


@dataclass(slots=True)
class Tally:
    """Counts articles and spending, and shows the status to `progress`."""

    status: RunStatus
    progress: Progress
    _shown_at: float = field(default=0.0, init=False)

    def count_done(self, findings: int) -> None:
        """Count an article whose brief is written."""
        now = self.status
        self.status = replace(
            now, done=now.done + 1, waiting=now.waiting - 1, findings=now.findings + findings
        )

    def count_failed(self, cause: str) -> None:
        """Count an article that failed."""
        now = self.status
        causes = now.causes | {cause: now.causes.get(cause, 0) + 1}
        self.status = replace(now, failed=now.failed + 1, waiting=now.waiting - 1, causes=causes)

    def count_damaged(self) -> None:
        """Count a row of the journal that is damaged."""
        self.status = replace(self.status, set_aside=self.status.set_aside + 1)

    def count_spending(self, usage: Usage, dollars: float | None) -> None:
        """Count what a question took; `dollars` is None if its price is not known."""
        now = self.status
        self.status = replace(
            now,
            calls=now.calls + usage.calls,
            tokens_in=now.tokens_in + usage.input_tokens,
            tokens_out=now.tokens_out + usage.output_tokens,
            cost=None if dollars is None or now.cost is None else now.cost + dollars,
        )
        self.show()

    def show(self) -> None:
        """Show the status, if it was not shown a moment ago."""
        now = time.monotonic()
        if now - self._shown_at >= SHOWN_EVERY:
            self._shown_at = now
            self.progress(self.status)
