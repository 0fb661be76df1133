"""Where words that a model cites stand in an article: typography is forgiven, nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.locate import locate, locate_all, nearest_words

TEXT = (
    "L’État-major a dit\u00a0: «\u00a0Nous n’irons pas […] à l’œuvre\u00a0» — « non », sans l'Iran\n"
    "ni l'an prochain."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("L'État-major", "L’État-major", id="apostrophe"),
        pytest.param("L’État‑major", "L’État-major", id="hyphen"),
        pytest.param("a dit : «Nous", "a dit\u00a0: «\u00a0Nous", id="spaces"),
        pytest.param("[...] à l'œuvre", "[…] à l’œuvre", id="ellipsis"),
        pytest.param("(…) à l'œuvre", "[…] à l’œuvre", id="brackets"),
        pytest.param("l'Iran ni", "l'Iran\nni", id="line end"),
        pytest.param("L’E\u0301tat-major", "L’État-major", id="decomposed"),
        pytest.param("“non”", "« non »", id="marks"),
        pytest.param("l’É\u00adtat", None, id="other case"),
        pytest.param("L'Etat-major", None, id="accent"),
        pytest.param("Nous irons pas", None, id="a word less"),
        pytest.param("rochain", None, id="part of a word"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_words_are_found_whatever_their_typography(words, found):
    """And not with another letter, another word, or in the middle of a word."""
    place = locate(words, TEXT)
    assert (place and TEXT[slice(*place)]) == found


def test_a_part_of_a_word_is_no_place():
    """« an » stands once: not in « Iran »."""
    assert [TEXT[slice(*place)] for place in locate_all("an", TEXT)] == ["an"]


def test_the_nearest_place_counts():
    """Of several places the one nearest to where the words are looked for."""
    text = "Le maire parle. Le maire part."
    assert locate("Le maire", text, near=20) == (16, 24)


def test_capitals_count_unless_told_otherwise():
    """A name at a sentence's start is the same name."""
    assert locate("la direction", "La direction dément.") is None
    assert locate("la direction", "La direction dément.", any_case=True) == (0, 12)


@pytest.mark.parametrize(
    ("words", "near"),
    [("le conseil d'administration du groupe", "conseil d’administration"), ("zzz qqq", None)],
    ids=["alike", "nothing alike"],
)
def test_the_nearest_words_are_shown(words, near):
    """Words that do not stand there are answered with those that were perhaps meant."""
    shown = nearest_words(words, "Une offre refusée par le conseil d’administration la semaine passée.")
    assert (shown is None) is (near is None)
    assert near is None or near in str(shown)


@given(st.text(max_size=60), st.data())
def test_what_a_text_has_is_found_in_it(text, data):
    """A stretch of a text, cut at the bounds of words, is found, and the place has its words."""
    words = text.split()
    if not words:
        return
    start = data.draw(st.integers(0, len(words) - 1))
    wanted = " ".join(words[start : start + 3])
    place = locate(wanted, text)
    if any(character.isalnum() for character in wanted) and wanted.isalnum():
        assert place is not None
    if place:
        assert 0 <= place[0] < place[1] <= len(text)
