"""The value object for a number in running text, shared by the French reader, the English reader
and the check that compares the two.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from summarizer.schemas.brief import Qualifier

Kind = Literal[
    "money",
    "percent",
    "count",
    "duration",
    "measure",
    "rank",
    "fraction",
    "multiple",
    "age",
    "score",
    "date",
    "time",
    "name",
    "reference",
    "phone",
]
"""What a number is. `date` (years, days, centuries), `time` (of the clock), `name` (Boeing 747, G7,
49.3), `reference` (article 12, page 3) and `phone` are recognised and never offered as figures."""

FIGURE_KINDS = frozenset(
    {"money", "percent", "count", "duration", "measure", "rank", "fraction", "multiple", "age", "score"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text. Offsets are code points into that text, end exclusive.

    `start`, `end`, `text`: the number with its scale and unit (« 97,4 milliards de dollars »,
    « 42 ans », « 9 policiers »), without the words that qualify it (« plus de »).
    `core_start`, `core_end`: the number words and scale alone (« 97,4 milliards », « 42 », « 9 »).
    `value`: scale applied (97400000000), a percentage as its number (12.5); for a range its lower
    end; for a plural without a count its base (« des centaines »: 100, `qualifier` more_than); None
    where nothing names a value. `upper`: the range's upper end.
    `unit`: ISO 4217 code, `%`, `percentage_point`, `year`, `month`, `week`, `day`, `hour`, `minute`,
    `second`, `km`, `m2`, `tonne`, `rank`, `fraction`, `times`, `point` …; None for a bare count.
    `counted`: the noun that a bare count counts, as the text writes it.

    >>> from summarizer.french.numbers import find_numbers
    >>> (number,) = find_numbers("Une offre de plus de 97,4 milliards de dollars.")
    >>> number.text, str(number.value), number.unit, number.qualifier
    ('97,4 milliards de dollars', '97400000000', 'USD', 'more_than')
    """

    start: int
    end: int
    text: str
    core_start: int
    core_end: int
    kind: Kind
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    counted: str | None = None

    @property
    def is_figure(self) -> bool:
        """Whether this number may be offered as a figure of the article."""
        return self.kind in FIGURE_KINDS
