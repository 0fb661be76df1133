"""The one retry policy: how often a request is sent again after a fault, and after how long.

Which faults pass is `faults.RequestFault.passing`; from the flex tier to the default one is `client.Model`.
"""

import logging
from dataclasses import dataclass

import tenacity

from summarizer.models.faults import RequestFault
from summarizer.models.limiter import ConcurrencyLimiter

log = logging.getLogger(__name__)

FAULTS = 5
"""How often a request is sent again after faults of the network or the server."""
FLEX_FAULTS = 12
# OpenAI's flex tier may have no capacity for minutes; its documentation advises exponential backoff, or the
# default tier. Twelve tries take about six minutes.
LONGEST_WAIT = 60.0
LATE = 3
# A server that did not answer for minutes is asked once more, not five times.


@dataclass(slots=True, kw_only=True)
class RetryPolicy:
    """The policy of one request: passing faults are waited out, at most `faults` times.

    Each try waits for the limiter, which is told of overload.
    """

    limiter: ConcurrencyLimiter
    tokens: int = 0
    faults: int = FAULTS
    _faulty: int = 0

    def retrying(self) -> tenacity.AsyncRetrying:
        """Return the policy as tenacity takes it."""
        return tenacity.AsyncRetrying(
            retry=self._again, wait=self._pause, before=self._admit, sleep=self.limiter.sleep, reraise=True
        )

    async def _admit(self, _state: tenacity.RetryCallState) -> None:
        await self.limiter.acquire(self.tokens)

    def _again(self, state: tenacity.RetryCallState) -> bool:
        fault = state.outcome.exception() if state.outcome else None
        if not isinstance(fault, RequestFault) or not fault.passing:
            return False
        self._faulty += LATE if fault.kind == "late" else 1
        if fault.kind == "late" or fault.status == 429:
            wait = None if fault.wait is None else min(fault.wait, LONGEST_WAIT)
            self.limiter.record_response(overload=True, wait=wait)
        again = self._faulty <= self.faults
        log.info("request failed: %s; %s", fault.status or fault.kind, "sent again" if again else "given up")
        return again

    def _pause(self, state: tenacity.RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        if isinstance(fault, RequestFault) and fault.wait is not None:
            return min(fault.wait, LONGEST_WAIT)
        backoff = tenacity.wait_exponential_jitter(multiplier=0.5, max=LONGEST_WAIT, jitter=0.5)
        return float(backoff(state))
