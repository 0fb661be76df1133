"""What a model has been used for: requests and tokens, as the server counts them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Usage:
    """Requests and tokens.

    `cached_tokens` are those of `input_tokens` that the server had in its cache, `reasoning_tokens` those of
    `output_tokens` in which it thought. `cost`: US dollars; None if a price is not known.
    """

    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    reasoning_tokens: int = 0
    cost: Decimal | None = Decimal(0)

    def include(self, other: "Usage") -> None:
        """Add what was counted elsewhere."""
        self.calls += other.calls
        self.input_tokens += other.input_tokens
        self.cached_tokens += other.cached_tokens
        self.output_tokens += other.output_tokens
        self.reasoning_tokens += other.reasoning_tokens
        self.cost = None if self.cost is None or other.cost is None else self.cost + other.cost
