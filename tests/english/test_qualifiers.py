"""Qualifiers of English numbers: no phrase is lost by the look at its last word that comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.english.qualifiers import _BEFORE, qualifier_at


@pytest.mark.parametrize("name", _BEFORE)
@given(data=st.data())
def test_every_phrase_before_a_number_qualifies_it(name, data):
    """Whatever the pattern of a qualifier admits, with an article behind it or none."""
    phrase = data.draw(st.from_regex(f"(?:{_BEFORE[name]}) (?:the |another )?", fullmatch=True))
    text = f"{phrase}5"
    assert qualifier_at(text, len(phrase), len(text)) != "exact"
