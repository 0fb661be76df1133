"""Sentences of French news: abbreviations, quotations, lines, offsets."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.french import split_sentences

SPLITS = {
    "plain": ("Il pleut. Elle sort.", ["Il pleut.", "Elle sort."]),
    "titles": (
        "M. Bel et Mme Roc sont là. Le Dr. Roy aussi.",
        ["M. Bel et Mme Roc sont là.", "Le Dr. Roy aussi."],
    ),
    "initials": ("Le livre de J. K. Moreau sort. Il plaît.", ["Le livre de J. K. Moreau sort.", "Il plaît."]),
    "era": ("Né en 44 av. J.-C. à Rome. Mort jeune.", ["Né en 44 av. J.-C. à Rome.", "Mort jeune."]),
    "era-at-the-end": ("Mort en 44 av. J.-C. Le reste suit.", ["Mort en 44 av. J.-C.", "Le reste suit."]),
    "joined-initials": ("M. J.-P. Le Goff part. Oui.", ["M. J.-P. Le Goff part.", "Oui."]),
    "title-initial": ("M. J. La Fontaine part. Oui.", ["M. J. La Fontaine part.", "Oui."]),
    "months": ("Le 3 févr. 2024 déjà. Oui.", ["Le 3 févr. 2024 déjà.", "Oui."]),
    "word-that-abbreviates": (
        "Un sol en apparence sec. Ça marche.",
        ["Un sol en apparence sec.", "Ça marche."],
    ),
    "collection": (
        "Il paraît dans la coll. Les Livres. Oui.",
        ["Il paraît dans la coll. Les Livres.", "Oui."],
    ),
    "swiss-money": ("Il paie Fr. 20 ou 7 mio. CHF. Oui.", ["Il paie Fr. 20 ou 7 mio. CHF.", "Oui."]),
    "that-is": ("La moitié, i. e. Paris. Oui.", ["La moitié, i. e. Paris.", "Oui."]),
    "dateline-dash": ("12 juin 2016 . –\nHier, il pleut.", ["12 juin 2016 . –", "Hier, il pleut."]),
    "dash-begins": ("12 juin 2016. – Hier, il pleut.", ["12 juin 2016.", "– Hier, il pleut."]),
    "number-sign": ("La loi n. 5 passe. Le n° 6 non.", ["La loi n. 5 passe.", "Le n° 6 non."]),
    "for-example": ("Des fruits, p. ex. des pommes. Oui.", ["Des fruits, p. ex. des pommes.", "Oui."]),
    "et-cetera": ("Des pommes, etc. Il aime tout.", ["Des pommes, etc.", "Il aime tout."]),
    "decimals": ("Il vaut 3.5 francs. Bien.", ["Il vaut 3.5 francs.", "Bien."]),
    "ellipsis": ("Il hésite… Puis il part.", ["Il hésite…", "Puis il part."]),
    "ellipsis-inside": ("Il hésite… et part.", ["Il hésite… et part."]),
    "clause-after-mark": ("« Je viens. » dit-il. Fin.", ["« Je viens. » dit-il.", "Fin."]),
    "clause-after-comma": ("« Je viens ! », dit-il. Fin.", ["« Je viens ! », dit-il.", "Fin."]),
    "inside-quotation": ("« Je pars. Adieu. », dit-elle.", ["« Je pars.", "Adieu. », dit-elle."]),
    "closing-mark": ("Il écrit : « Non. » Elle rit.", ["Il écrit : « Non. »", "Elle rit."]),
    "straight-mark": ('Il dit "Non." Elle rit.', ['Il dit "Non."', "Elle rit."]),
    "stop-after-mark": ("Fichés « S » . Selon elle, oui.", ["Fichés « S » .", "Selon elle, oui."]),
    "single-letter": ("C'est le plan B. Les autres partent.", ["C'est le plan B.", "Les autres partent."]),
    "question": ("Qui ? demande-t-elle. Lui.", ["Qui ? demande-t-elle.", "Lui."]),
    "list": ("1. Un point.\n2. Un autre.", ["1. Un point.", "2. Un autre."]),
    "lines": ("Bordeaux (4/5)\nLyon (2/3)", ["Bordeaux (4/5)", "Lyon (2/3)"]),
    "lower-case-line": ("Une ligne coupée\nen deux. Fin.", ["Une ligne coupée\nen deux.", "Fin."]),
    "blank-line": ("Sans point\n\net la suite.", ["Sans point", "et la suite."]),
    "surrogate": ("Un \ud800 mot. Fin.", ["Un \ud800 mot.", "Fin."]),
}


@pytest.mark.parametrize(("text", "expected"), SPLITS.values(), ids=SPLITS.keys())
def test_split(text, expected):
    """A sentence ends where a reader would say that it does."""
    assert [sentence.text for sentence in split_sentences(text)] == expected


def test_hard_wrapped_lines_read_on():
    """Lines broken at a page's width make one paragraph, names at the break included."""
    text = (
        "La directrice de la bibliothèque municipale a présenté hier soir à\n"
        "Bordeaux un plan de rénovation qui doit durer au moins trois ans et\n"
        "coûter deux millions."
    )
    assert [sentence.text for sentence in split_sentences(text)] == [text]


def test_headings_and_paragraphs():
    """A line of its own without a full stop is a heading; blank lines count paragraphs."""
    text = "Une grève annoncée\n\nLe syndicat appelle. Il insiste.\n\nUn accord lointain\n\nFin."
    found = [(sentence.paragraph, sentence.heading) for sentence in split_sentences(text)]
    assert found == [(0, True), (1, False), (1, False), (2, True), (3, False)]


@example("A\u2028.:")
@example("M  \u00a0 \u00a0. -.—’M—")
@given(st.text(alphabet=st.sampled_from("aÉ .!?…«»\"“”’'()\n\r-—M1J,:\u00a0\u2028\ud800😀")))
def test_sentences_cover_the_text(text):
    """Sentences are exact spans in order, and hold every character that is not white space."""
    position = 0
    for sentence in split_sentences(text):
        assert not text[position : sentence.start].strip()
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        position = sentence.end
    assert not text[position:].strip()
