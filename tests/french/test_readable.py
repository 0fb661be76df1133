"""Text before marking: what hinders reading changes nothing that is read, and offsets still hold."""

import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.french import find_names, find_numbers, find_quotations, split_sentences
from summarizer.text.dictionary import is_known_french
from summarizer.text.readable import readable
from tests.french.test_invariants import PARAGRAPHS

READABLE = {
    "decomposed": ("e\u0301te\u0301", "été"),
    "ligature": ("ﬁnances aﬀaires", "finances affaires"),
    "soft-hyphen": ("mil\u00adliards", "milliards"),
    "zero-width": ("40\u200b 000\u2060\ufeff", "40 000"),
    "bidirectional": ("\u200e40\u200f \u202aeuros\u202c", "40 euros"),
    "variation-selector": ("12\ufe0f", "12"),
    "joined-in-a-letter": ("e\u200b\u0301t", "ét"),
    "named-entity": ("co&ucirc;te &laquo;&nbsp;40&nbsp;&raquo;", "coûte «\u00a040\u00a0»"),
    "numbered-entity": ("40&#8239;%&#x20AC;", "40\u202f%€"),
    "entity-of-an-entity": ("d&amp;rsquo;euros", "d’euros"),
    "no-entity": ("R&D; AT&T &foo;", "R&D; AT&T &foo;"),
    "entity-of-a-line-end": ("un&#10;mot", "un mot"),
    "cut-word": ("12,5 mil-\nlions", "12,5 millions"),
    "cut-by-a-soft-hyphen": ("mil\u00ad\nlions", "millions"),
    "hyphen-of-the-word": ("dix-\nhuit", "dix-huit"),
    "hyphen-of-a-compound": ("porte-\n  parole", "porte-parole"),
    "hyphen-of-an-inversion": ("dit-\nil", "dit-il"),
    "cut-on-windows": ("mil-\r\nlions", "millions"),
    "plural-behind-a-hyphen": ("quatre-\nvingts", "quatre-vingts"),
    "dash-at-the-end": ("oui -\nnon", "oui -\nnon"),
    "capital-behind": ("Saint-\nDenis", "Saint-\nDenis"),
    "plain": ("Rien à changer.", "Rien à changer."),
}


@pytest.mark.parametrize(("text", "expected"), READABLE.values(), ids=READABLE.keys())
def test_readable(text, expected):
    """What only hinders reading is gone, and nothing else."""
    assert readable(text, is_known_french).text == expected


@given(st.text(alphabet=st.sampled_from("aé e\u0301\u0302\u200b\u00ad-\n\r&;#10xmpﬁ«»,."), max_size=40))
@example("-\n\u0301")
def test_every_character_is_mapped_back(text):
    """Spans of the readable text are in order in the text as given, and hold its plain characters."""
    read = readable(text, is_known_french)
    last = 0
    for place, character in enumerate(read.text):
        start, end = read.span(place, place + 1)
        assert last <= end <= len(text)
        assert start <= end
        last = start
        if character in text[start:end]:
            assert read.position(start) <= place


def decompose(text):
    """Accents as characters of their own."""
    return normalize("NFD", text)


def sprinkle(text):
    """A zero-width space between any two characters of a word."""
    return re.sub(r"(?<=\w)(?=\w)", "\u200b", text)


def direct(text):
    """Marks of direction around every word."""
    return re.sub(r"\w+", "\u200e\\g<0>\u200f", text)


def encode(text):
    """Entities for everything that has a name or is not ASCII."""
    return "".join(f"&#{ord(char)};" if not char.isascii() or char in "'\"" else char for char in text)


def shown(text, found):
    """Give what was found without its place, its words as they are read."""
    return [readable(text[one.start : one.end]).text for one in found]


@pytest.mark.parametrize("change", [decompose, sprinkle, direct, encode], ids=lambda one: one.__name__)
@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_nothing_that_is_read_changes(paragraph, change):
    """Numbers, quotations, sentences and names are those of the plain text, at their place in the other."""
    plain = readable(paragraph).text
    changed = change(plain)
    for find in (find_numbers, find_quotations, split_sentences):
        assert shown(changed, find(changed)) == [one.text for one in find(plain)]
    read = [(n.value, n.upper, n.unit, n.qualifier, n.kind) for n in find_numbers(changed)]
    assert read == [(n.value, n.upper, n.unit, n.qualifier, n.kind) for n in find_numbers(plain)]
    said = [
        (q.said, q.partial, q.speaker and readable(q.speaker.text).text) for q in find_quotations(changed)
    ]
    assert said == [(q.said, q.partial, q.speaker and q.speaker.text) for q in find_quotations(plain)]
    assert [name.text for name in find_names(changed)] == [name.text for name in find_names(plain)]
    for found in (find_numbers(changed), find_quotations(changed), split_sentences(changed)):
        assert all(changed[span.start : span.end] == span.text for span in found)
    for name in find_names(changed):
        assert all(changed[m.start : m.end] == m.text for m in name.mentions)


WRAPPED = {
    "title": ("Le maire et M.\nGarnier partent.", ["Le maire et M.\nGarnier partent."]),
    "closing-mark": ("« C'est trop cher\n», a dit Anne Morel.", ["« C'est trop cher\n», a dit Anne Morel."]),
    "preposition": ("Il parle de\nParis ce soir.", ["Il parle de\nParis ce soir."]),
    "list": ("Budget :\n- 12 ponts\n- 3 quais", ["Budget :", "- 12 ponts", "- 3 quais"]),
    "titles": ("Grève à Lyon\nLe port fermé", ["Grève à Lyon", "Le port fermé"]),
}


@pytest.mark.parametrize(("text", "expected"), WRAPPED.values(), ids=WRAPPED.keys())
def test_wrapped_lines(text, expected):
    """A line break for width is a space; one that ends a line of its own stays."""
    assert [sentence.text for sentence in split_sentences(text)] == expected


@pytest.mark.parametrize(
    "unit",
    [
        "\u200b",
        "\u00ad",
        "e\u0301",
        "a\u200b",
        "\u0301",
        "&",
        "&amp;",
        "&#10;",
        "a-\n",
        "-\n",
        "ﬁ",
        "\ufe0f1",
        "\u202e",
    ],
)
def test_growth_is_linear(unit):
    """A row of what is replaced is replaced once, whatever its length."""
    read = readable(unit * 20_000, is_known_french)
    assert len(read.text) <= 2 * len(unit) * 20_000
