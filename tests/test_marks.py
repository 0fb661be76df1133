"""The marked article: ids in the order of the text, and what a model is shown of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ArticleError
from summarizer.marking.mixed_text import show_mixed
from tests.articles import BARE, STORY, key_of, story
from tests.injections import INJECTIONS

MARKED = story()
SAYS = (
    "« Oui », a dit Anne Roy. ",
    "Il vise 12 % de plus, soit 3,5 millions d'euros. ",
    "Le groupe Valdor. ",
)
SIGNS = ("« ", " » ", '"', "“", "(", "’", "[N1: 5]", "{passage}", "<", "!", "\n", "\n\n", "\u202f", "\u00a0")
BITS = ("— Non. ", "M. ", "Elle part. ", "vingt ", "2024-", "𝟛", "e\u0301", "1er", "S’il ")
PIECES = st.sampled_from((*SAYS, *SIGNS, *BITS))
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14).map("".join)


def show_all(marked):
    """The whole article with English in place."""
    return show_mixed(marked, 0, len(marked.text))


@pytest.mark.parametrize(
    ("letter", "found"),
    [("S", MARKED.sentences), ("N", MARKED.numbers), ("Q", MARKED.quotations), ("E", MARKED.names)],
    ids=["sentences", "numbers", "quotations", "names"],
)
def test_ids_count_in_the_order_of_the_text(letter, found):
    """S1, S2 … as they stand."""
    assert list(found) == [f"{letter}{n}" for n in range(1, len(found) + 1)]
    starts = [MARKED.extent(key)[0] for key in found]
    assert starts == sorted(starts)


def test_an_extent_is_where_the_words_stand():
    """Of a name it is the first mention; an id that names nothing is an error."""
    for found in (MARKED.sentences, MARKED.numbers, MARKED.quotations):
        for key, item in found.items():
            start, end = MARKED.extent(key)
            assert MARKED.text[start:end] == item.text
    company = key_of(MARKED.names, "Ostrelec")
    assert MARKED.extent(company)[0] == MARKED.text.index("Ostrelec")
    assert [span.text for span in MARKED.spans([company])] == ["Ostrelec"]
    with pytest.raises(KeyError):
        MARKED.extent("N99")


@given(TEXTS)
def test_any_text_can_be_marked(text):
    """No text makes it fail; every extent holds its words; what is shown of it has no bracket of its own."""
    try:
        marked = story(text)
    except ArticleError:
        return
    everything = (marked.sentences, marked.numbers, marked.quotations, marked.names)
    for found in everything[:3]:
        for key, item in found.items():
            start, end = marked.extent(key)
            assert marked.text[start:end] == item.text
    for name in marked.names.values():
        assert all(marked.text[m.start : m.end] == m.text for m in name.mentions)
    assert not set(show_all(marked)) & set('[]{}<>"')


def test_amounts_stand_in_english_already():
    """Written by code, where the French stood; what is counted stays."""
    shown = show_all(MARKED)
    assert shown.count("€2.4 million") == 2
    assert "1,200" in shown
    assert "12%" in shown
    assert "millions" not in shown


def test_words_of_function_stand_in_english_already():
    """What a small model would turn into another office."""
    assert "chief financial officer" in show_all(MARKED)
    assert "directrice financière" not in show_all(MARKED)


def test_who_is_meant_stands_behind_nouns_and_pronouns():
    """« Le groupe » and « elle », once each."""
    assert "Le groupe (Ostrelec) emploie" in show_all(MARKED)
    assert "Elle (Marie Kervadec) dirige" in show_all(MARKED)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anne Roy a vu Marie Blin. Elle est partie.", "Elle est"),
        ("Anne Roy a parlé. Il est possible que le port ferme.", "Il est"),
        ("Anne Roy a parlé.\n\nElle est partie.", "Elle est"),
        ("Anne Roy a parlé. Elle part. Elle reviendra.", "Elle (Anne Roy) reviendra"),
    ],
    ids=["two women", "impersonal", "another paragraph", "pronoun after pronoun"],
)
def test_nobody_is_named_where_it_is_not_plain(text, shown):
    """A pronoun stands for the one person it can stand for, and else for itself."""
    assert shown in show_all(story(text))


@pytest.mark.parametrize("injected", INJECTIONS.values(), ids=list(INJECTIONS))
def test_what_an_article_makes_look_like_a_mark_is_shown_as_text(injected):
    """Brackets and angle brackets of an article are shown as others, its straight quotes curved."""
    marked = story(f"{BARE.strip()} {injected} La nuit tombe.\n")
    shown = show_all(marked)
    assert not set(shown) & set('[]{}<>"')
    assert not {"N99", "Q99", "E99", "S99"} & {*marked.numbers, *marked.quotations, *marked.names}


@pytest.mark.parametrize(
    ("french", "shown"),
    [
        ('Il juge "utile" ce mot.', "“utile”"),
        ('Il dit ("non") et part.', "(“non”)"),
        ('"Non", dit-il.', "“Non”"),
    ],
    ids=["in a sentence", "in parentheses", "at the start"],
)
def test_straight_quotation_marks_are_shown_curved(french, shown):
    """Small models end their JSON strings at straight ones."""
    assert shown in show_all(story(french))


def test_the_sentence_before_stays_in_its_paragraph():
    """And is no heading; the first sentence has none."""
    keys = list(MARKED.sentences)
    assert MARKED.sentence_before(keys[0]) is None
    assert MARKED.sentence_before(keys[1]) is None
    assert MARKED.sentence_before(keys[2]) == keys[1]
    assert MARKED.sentence_at(len(STORY)) == keys[-1]


def test_a_sentence_that_leans_has_the_one_before():
    """A pronoun at the start, or few words; never a sentence of another paragraph or a heading."""
    leaning = key_of(MARKED.sentences, "Elle dirige")
    assert MARKED.context_of(leaning) == key_of(MARKED.sentences, "Nous allons embaucher")
    assert MARKED.context_of(key_of(MARKED.sentences, "Le groupe Ostrelec a annoncé")) is None
