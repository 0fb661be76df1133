"""The seal of a brief: whether anything in it was changed since it was written.

A SHA-256 shows a change by accident. Whoever changes a brief on purpose can compute it anew; a signature
(HMAC-SHA-256) needs a key that only the sender and the receiver know.
"""

import hashlib
import hmac
import json

from summarizer.schemas.brief import Brief, Seal
from summarizer.sections.base import Failure

SHORTEST_KEY = 16
"""Bytes; a shorter key can be guessed."""


def sealed(brief: Brief, key: bytes | None = None) -> Brief:
    """Return the brief with its seal; signed if there is a key.

    >>> from summarizer.seal import fingerprint, sealed
    >>> from tests.sample_brief import sample
    >>> brief = sealed(sample())
    >>> brief.seal.sha256 == fingerprint(brief)
    True
    """
    sha256 = fingerprint(brief)
    signature = None if key is None else _sign(sha256, key)
    return brief.model_copy(update={"seal": Seal(sha256=sha256, hmac=signature)})


def fingerprint(brief: Brief) -> str:
    """Return the SHA-256 over everything in a brief but its seal, as canonical JSON.

    Keys are sorted and fields with their default values left out, so that a later version of the contract
    comes to the same fingerprint.
    """
    values = brief.model_dump(mode="json", exclude={"seal"}, exclude_defaults=True)
    canonical = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def check_seal(brief: Brief, key: bytes | None = None) -> list[Failure]:
    """Return what speaks against the seal of a brief; with a key, a missing signature does as well.

    A brief without a seal has nothing to check, unless there is a key.
    """
    seal = brief.seal
    if seal is not None and seal.sha256 != fingerprint(brief):
        return [Failure("seal.sha256", "does not fit: the brief was changed after it was written")]
    if key is None:
        return []
    if seal is None or seal.hmac is None:
        return [Failure("seal.hmac", "is missing: the brief is not signed")]
    if not hmac.compare_digest(seal.hmac, _sign(seal.sha256, key)):
        return [Failure("seal.hmac", "does not fit: the brief was signed with another key")]
    return []


def _sign(sha256: str, key: bytes) -> str:
    return hmac.new(key, sha256.encode("ascii"), hashlib.sha256).hexdigest()
