"""What can go wrong with a request, in the same terms for all providers' clients; and how a user is told.

A wire (`models.wires`) turns each error of its client into a `RequestFault`. Neither a fault nor what is told
has the request in it; `SummarizerError` removes keys.
"""

import email.utils
import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

import pydantic

from summarizer.errors import ModelOutputError, ModelRefused, ModelUnavailable
from summarizer.text.secrets import without_secrets

FaultKind = Literal["status", "unreachable", "late", "garbled", "too large", "given up"]
# An HTTP status; no connection; too slow; no completion; more bytes than any answer has; failed in a batch
# again and again.

_REDIRECTS = (301, 302, 303, 307, 308)
ADVICE = {
    **dict.fromkeys(
        _REDIRECTS,
        "it redirects to {reason}, and no article is sent on; give the right address with --base-url",
    ),
    400: "the request does not fit this model: {reason}",
    401: "the key is missing or not valid; set the provider's key in the environment",
    402: "the account has no credit left; see the provider's billing page",
    403: "the key has no permission for this model",
    404: "there is no such model; see the provider's list, and --model",
    413: "the article is too long for this model",
    422: "the request does not fit this model: {reason}",
    429: "the quota is used up, or the rate limit stays exceeded; try later",
}


class RequestFault(Exception):  # noqa: N818 - the error that a caller sees is made from it
    """One request failed. `wait`: the seconds that the server asks to wait, if it says so."""

    def __init__(
        self,
        message: str,
        *,
        kind: FaultKind,
        status: int | None = None,
        code: str | None = None,
        wait: float | None = None,
    ) -> None:
        super().__init__(message)
        self.kind, self.status, self.code, self.wait = kind, status, code, wait

    @property
    def passing(self) -> bool:
        """Whether it is worth sending the same again."""
        if self.kind in {"too large", "given up"}:
            return False
        if self.kind != "status" or self.status is None:
            return True
        if self.status == 429:
            return self.code != "insufficient_quota"
        return self.status >= 500 or self.status in {408, 409}


def status_fault(
    status: int, message: str, headers: Mapping[str, str] | None, *, code: str | None = None
) -> RequestFault:
    """Return the fault of a reply whose status is an error; a redirect is told by where it leads."""
    if status in _REDIRECTS:
        message = (headers or {}).get("location", "nowhere")
    return RequestFault(message, kind="status", status=status, code=code, wait=retry_after(headers))


def too_large() -> RequestFault:
    """Return the fault of a reply that was not read to its end."""
    return RequestFault("the reply is larger than any answer", kind="too large")


def garbled(error: pydantic.ValidationError) -> RequestFault:
    """Return the fault of a reply that is JSON, but no completion."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return RequestFault(f"its reply is no completion: {place}: {first['msg']}", kind="garbled")


@contextmanager
def as_faults(
    errors: tuple[type[BaseException], ...], fault_of: Callable[[BaseException], RequestFault]
) -> Iterator[None]:
    """Raise a RequestFault in place of an error of a provider's client."""
    try:
        yield
    except errors as error:
        raise fault_of(error) from error


def explain(
    fault: RequestFault, *, name: str, host: str | None, timeout: float
) -> ModelUnavailable | ModelRefused | ModelOutputError:
    """Return the error that a user sees for a fault that stays, in one line."""
    where = f"{name} at {host}" if host else name
    if fault.kind == "late":
        return ModelUnavailable(f"{where} did not answer within {timeout:.0f} s")
    if fault.kind == "unreachable":
        return ModelUnavailable(f"{where} cannot be reached; is the server running? See --base-url")
    if fault.kind in {"garbled", "too large", "given up"} or fault.status is None:
        return ModelOutputError(f"{where} gave no usable answer: {first_line(fault)}")
    if fault.status in ADVICE:
        advice = ADVICE[fault.status].format(reason=first_line(fault))
        return ModelRefused(f"{where} refuses ({fault.status}): {advice}", status=fault.status)
    return ModelUnavailable(f"{where} fails ({fault.status}); try later", status=fault.status)


def first_line(error: BaseException) -> str:
    """Return the first line of an error's message, without secrets, at most 300 characters.

    A key that the cut would leave half of is removed before it.
    """
    lines = without_secrets(str(getattr(error, "message", "") or error)).strip().splitlines()
    return lines[0][:300] if lines else type(error).__name__


def retry_after(headers: Mapping[str, str] | None) -> float | None:
    """Return the seconds that a server asks to wait, from `Retry-After` as a number or an HTTP date.

    >>> retry_after({"retry-after": "7"})
    7.0
    """
    value = (headers or {}).get("retry-after")
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = email.utils.parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, OverflowError, OSError):
            return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None
