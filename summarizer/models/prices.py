"""What tokens cost, in US dollars. Prices are genai-prices' (kept up by Pydantic, read without network);
tokencost was looked at and lags months behind. A price can be given instead; one not known is not guessed.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summarizer.errors import BatchError
from summarizer.models.usage import Usage

MILLION = Decimal(1_000_000)
HIGHEST = Decimal(1_000_000)
# Dollars for a million tokens.


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens read, taken from the server's cache, and written."""

    read: Decimal
    cached: Decimal
    written: Decimal

    def of(self, tokens_in: int, tokens_cached: int, tokens_out: int) -> Decimal:
        """The cost of so many tokens; those cached are among those in."""
        fresh = max(tokens_in - tokens_cached, 0)
        return (fresh * self.read + tokens_cached * self.cached + tokens_out * self.written) / MILLION

    def of_usage(self, usage: Usage) -> Decimal:
        """Return the cost of what a model was used for."""
        return self.of(usage.input_tokens, usage.cached_tokens, usage.output_tokens)


FREE = Price(Decimal(0), Decimal(0), Decimal(0))


def parse_price(words: str) -> Price:
    """A price as it is given: `IN,OUT` or `IN,OUT,CACHED`, dollars a million tokens. Raises BatchError."""
    try:
        read, written, *rest = (Decimal(part.strip()) for part in words.split(","))
        (cached,) = rest or (read,)
    except (ArithmeticError, ValueError) as error:
        raise BatchError(
            f"{words!r} is no price; give IN,OUT in dollars a million tokens: 0.2,1.2"
        ) from error
    if not all(part.is_finite() and 0 <= part <= HIGHEST for part in (read, cached, written)):
        raise BatchError(f"{words!r} is no price; give IN,OUT in dollars a million tokens: 0.2,1.2")
    return Price(read, cached, written)


@cache
def price_of(name: str, *, tier: str | None = None) -> Price | None:
    """Return the price of a model by its provider string, for short requests; None if it is not known.

    `tier`: `flex`, `priority`, or `batch` for a provider's batches; the price list has their prices. The
    embedded model is free. A name without a provider is behind a server of one's own: not known.
    """
    if name == "local":
        return FREE
    provider, _, model = name.partition("/")
    if not model:
        return None
    from genai_prices import Usage as Tokens  # noqa: PLC0415 - a fifth of a second
    from genai_prices import calc_price  # noqa: PLC0415

    context = {"processing": "batch"} if tier == "batch" else {"service_tier": tier} if tier else None

    def dollars(**tokens: int) -> Decimal:
        priced = calc_price(Tokens(**tokens), model_ref=model, provider_id=provider, price_context=context)
        return priced.total_price * 1000

    try:
        return Price(
            read=dollars(input_tokens=1000),
            cached=dollars(input_tokens=1000, cache_read_tokens=1000),
            written=dollars(output_tokens=1000),
        )
    except LookupError:
        return None
