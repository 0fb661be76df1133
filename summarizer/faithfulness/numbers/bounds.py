"""Whether the bound or rounding of a number is that of the French: “at least” for « plus de »."""

from summarizer.english import render_number
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.numbers.quantities import OVER, UNDER, UNSURE, Quantity
from summarizer.schemas.brief import Qualifier
from summarizer.text.number import Number


def check_bound(number: Number, fitting: list[Quantity]) -> Issue | None:
    """Compare the bound of a number with those of the French numbers that have its value and unit."""
    said = number.qualifier
    meant = {quantity.number.qualifier for quantity in fitting}
    added = meant == {"exact"} and said not in {"exact", "about", "nearly"}
    if ("exact" in meant and not added) or any(bounds_agree(said, each) for each in meant):
        return None
    french = fitting[0].number
    true = render_number(french)
    if (said in OVER and meant <= UNDER) or (said in UNDER and meant <= OVER):
        message = f"“{number.text}” has the opposite bound of the French « {french.text} »: it is “{true}”."
        return Issue("direction", number.text, message)
    if said == "exact":
        message = f"“{number.text}” drops the bound of the French « {french.text} »: it is “{true}”."
    else:
        message = f"“{number.text}” has another bound than the French « {french.text} »: it is “{true}”."
        return Issue("qualifier", number.text, message, rule="other_bound")
    return Issue("qualifier", number.text, message)


def bounds_agree(said: Qualifier, meant: Qualifier) -> bool:
    """Whether an English bound or rounding can stand for a French one: “over” for « au moins »."""
    return (
        said == meant
        or any(said in bounds and meant in bounds for bounds in (OVER, UNDER))
        or (said == "about" and meant in UNSURE)
    )


def rounded(number: Number, quantity: Quantity) -> Issue:
    """The remark that a value is rounded without a word that says so."""
    french = quantity.number
    message = f"“{number.text}” rounds the French « {french.text} » ({as_english(french)}); say so."
    return Issue("qualifier", number.text, message)


def as_english(number: Number) -> str:
    """A number as it is said in English; one that is no figure as the text has it."""
    return render_number(number) if number.is_figure else number.text
