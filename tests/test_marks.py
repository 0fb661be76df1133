"""The marked article: ids in the order of the text, and what a model is shown of it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ArticleError
from tests.articles import BARE, STORY, asked, key_of, story
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


def show_all(marked, *founds):
    """Show a whole article with everything of `founds` marked."""
    return marked.show(0, len(marked.text), [key for found in founds for key in found])


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
    shown = show_all(marked, *everything[1:])
    assert shown.count("[") == shown.count("]") == len(re.findall(r"\[[NQE]\d+: ", shown))
    assert not set(show_all(marked)) & set('[]{}<>"')


@given(TEXTS, st.sampled_from(["sentence", "paragraph"]))
def test_every_id_is_asked_about_once_and_seen(text, window):
    """However the windows are cut."""
    try:
        marked = story(text)
    except ArticleError:
        return
    for found in (marked.numbers, marked.quotations, marked.sentences):
        passages = marked.passages(found, window)
        assert sorted(asked(passages)) == sorted(found)
        for passage in passages:
            visible = set(re.findall(r"\[([NQS]\d+)[:\]]", passage.text))
            assert visible == set(passage.ids)
            assert set(passage.sentences) <= set(marked.sentences)


def test_marks_nest():
    """A figure inside a quotation, a name that is a figure as well."""
    marked = story("« Nous avons perdu 40 millions d'euros », a dit Anne Roy.\n")
    assert show_all(marked, marked.quotations, marked.numbers) == (
        "« [Q1: Nous avons perdu [N1: €40 million]] », a dit Anne Roy."
    )


def test_of_marks_that_cross_the_first_is_shown():
    """Half a mark would be no mark."""
    marked = story("Un. Deux. Trois.\n")
    sentence = marked.sentences["S1"]
    crossing = {"S1": replace(sentence, start=0, end=7), "S2": replace(sentence, start=4, end=16)}
    marked = replace(marked, sentences=crossing, shown_as=())
    assert marked.show(0, len(marked.text), crossing) == "[S1: Un. Deu]x. Trois."


def test_a_quotation_over_sentences_is_seen_whole():
    """Its mark stands in each sentence, and the window reaches to its end."""
    marked = story("Il a parlé. « Le port ferme. Le travail manque. » Puis il est parti en bateau.\n")
    quotation = next(iter(marked.quotations))
    (passage,) = marked.passages([quotation], "sentence")
    assert f"[{quotation}: Le port ferme.]" in passage.text
    assert f"[{quotation}: Le travail manque.]" in passage.text
    assert "bateau" not in passage.text


def test_amounts_stand_in_english_already():
    """Written by code, where the French stood; what is counted stays."""
    shown = show_all(MARKED, MARKED.numbers)
    assert shown.count("€2.4 million]") == 2
    assert "[N2: 1,200]" in shown
    assert "12%" in shown
    assert "millions" not in shown


def test_words_of_function_stand_in_english_already():
    """What a small model would turn into another office."""
    assert "chief financial officer" in show_all(MARKED)
    assert "directrice financière" not in show_all(MARKED)


def test_who_is_meant_stands_behind_nouns_and_pronouns():
    """« Le groupe » and « elle », once each, also where the noun is marked."""
    assert "Le groupe (Ostrelec) emploie" in show_all(MARKED)
    assert "Elle (Marie Kervadec) dirige" in show_all(MARKED)
    assert "groupe (Ostrelec)] emploie" in show_all(MARKED, MARKED.names)


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
    passages = marked.passages(marked.sentences, "paragraph")
    assert set(re.findall(r"\[(\w+)", "\n".join(passage.text for passage in passages))) == set(
        marked.sentences
    )


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


def test_a_sentences_window_has_the_one_before_where_it_leans_on_it():
    """A pronoun at the start, or few words; never a sentence of another paragraph or a heading."""
    leaning = key_of(MARKED.sentences, "Elle dirige")
    (passage,) = MARKED.passages([leaning], "sentence")
    assert passage.text.startswith("« Nous allons embaucher")
    assert passage.sentences == (leaning,)
    first = key_of(MARKED.sentences, "Le groupe Ostrelec a annoncé")
    (passage,) = MARKED.passages([first], "sentence")
    assert passage.text.startswith(f"[{first}] Le groupe")


def test_a_paragraphs_window_is_the_paragraph():
    """Its sentences a line each, and no other's."""
    passages = MARKED.passages(MARKED.numbers, "paragraph")
    assert [passage.text.count("\n") for passage in passages] == [2, 2, 1]


def test_long_paragraphs_are_cut():
    """No passage is longer than a model can read; every id is still asked about once."""
    marked = story("Le port de Kerlann compte 12 quais sous le ciel gris. " * 800)
    passages = marked.passages(marked.numbers, "paragraph")
    assert len(passages) > 1
    assert asked(passages) == list(marked.numbers)
    assert max(len(passage.text) for passage in passages) < 60_000


def test_long_quotations_can_be_left_out():
    """Where only what is around them matters."""
    marked = story(f"« {'Nous allons tout reconstruire ' * 3} », a dit Anne Roy. « Oui », a dit Jean Blin.\n")
    shown = marked.show(0, len(marked.text), quotes=False)
    assert "(…)" in shown
    assert "reconstruire" not in shown
    assert "« Oui »" in shown


def test_a_quotation_can_stand_alone():
    """Where nothing else matters."""
    quotation = key_of(MARKED.quotations, "embaucher")
    passage = MARKED.alone(quotation)
    assert passage.text == f"[{quotation}] Nous allons embaucher au printemps"
    assert passage.ids == (quotation,)


def test_the_sentence_before_stays_in_its_paragraph():
    """And is no heading; the first sentence has none."""
    keys = list(MARKED.sentences)
    assert MARKED.sentence_before(keys[0]) is None
    assert MARKED.sentence_before(keys[1]) is None
    assert MARKED.sentence_before(keys[2]) == keys[1]
    assert MARKED.sentence_at(len(STORY)) == keys[-1]
