"""The cheap looks that come before a pattern let through everything that the pattern matches."""

from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.french.numbers import dates, qualifiers

# a space between the parts, which the pattern lets be missing: it is written so nowhere
PHRASES = [
    pattern.replace("(?!.)", "") + rf" {qualifiers._INNER}(?: quelque)?[ «\"“]{{0,3}}"
    for pattern in qualifiers._BEFORE.values()
]


@given(st.one_of([st.from_regex(f"(?:{phrase})", fullmatch=True) for phrase in PHRASES]))
def test_every_qualifier_before_a_number_is_looked_at(phrase):
    """Where the pattern finds one, the look at the last word does not rule it out."""
    assume(phrase[-1] in qualifiers._CLOSE)
    start = len(phrase)
    assume(qualifiers._BEFORE_PATTERN.search(f"{phrase}5", max(0, start - qualifiers._REACH), start))
    assert qualifiers._may_end_here(f"{phrase}5", start)


@given(st.from_regex(dates._YEAR_LEFT, fullmatch=True).map("vu ".__add__))
def test_every_word_before_a_year_is_looked_at(left):
    """Where the pattern takes four digits for a year, the look at the last word does as well."""
    assume(dates._YEAR_LEFT.search(left[-dates._REACH :]))
    assert dates._follows_year_word(f"{left}2016", len(left))
