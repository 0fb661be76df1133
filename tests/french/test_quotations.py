"""Quotations of French news: which marks make one, and where it begins and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.french import find_quotations

FOUND = {
    "guillemets": ("Il a dit « oui » hier.", [("oui", "«»")]),
    "no-break-spaces": ("Il a dit «\u00a0oui\u202f» hier.", [("oui", "«»")]),
    "curly": ("Il a dit “oui” hier.", [("oui", "“”")]),
    "straight": ('Il a dit "oui" et "non".', [("oui", '""'), ("non", '""')]),
    "straight-spaced": ('Il a dit " oui " hier.', [("oui", '""')]),
    "low-high": ("Il a dit „oui“ hier.", [("oui", "„“")]),
    "angle": ("Il a dit ‹ oui › hier.", [("oui", "‹›")]),
    "ascii-guillemets": ("Il a dit << oui >> hier.", [("oui", "<<>>")]),
    "single": ("Il a dit ‘c’est l’été’ hier.", [("c’est l’été", "‘’")]),
    "single-straight": ("Les 'gilets de l'été' partent.", [("gilets de l'été", "''")]),
    "apostrophes": ("L'été d'aujourd'hui n'est qu'un début.", []),
    "inches": ('Un écran de 24" et un de 27" à vendre.', []),
    "nested": ("« Il a crié “non” deux fois »", [("Il a crié “non” deux fois", "«»"), ("non", "“”")]),
    "unclosed": ("Il a dit « oui et il est parti.", []),
    "stray-closer": ("Il a dit oui » hier.", []),
    "empty": ("Il a dit « » hier.", []),
    "repeated-opener": ("« Un.\n\n« Deux. »", [("Un.", "«"), ("Deux.", "«»")]),
    "closers-only-in-next": ("Il dit « un.\n\nPuis « deux ».", [("deux", "«»")]),
    "swedish": ("Il a dit ”oui” hier.", [("oui", "””")]),
    "rock": ("Le rock 'n' roll de l'été.", []),
    "dropped-inner": ("« Un “deux trois » quatre.", [("Un “deux trois", "«»")]),
    "open-over-paragraphs": ("« Un.\n\nDeux.\n\nTrois. »", [("Un.", "«"), ("Deux.", ""), ("Trois.", "»")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_marks(text, expected):
    """A quotation is what stands between its marks, without the inner spaces."""
    assert [(quotation.text, quotation.marks) for quotation in find_quotations(text)] == expected


DIALOGUES = {
    "turns": ("— Tu viens ?\n— Oui, tout de suite.", ["Tu viens ?", "Oui, tout de suite."]),
    "en-dash": ("– Tu viens ?\n– Non.", ["Tu viens ?", "Non."]),
    "interrupted": ("— Oui, dit-elle, je viens.", ["Oui", "je viens."]),
    "interrupted-by-name": ("— Oui, répondit Anne, je viens.", ["Oui", "je viens."]),
    "closed": ("— Je viens ! cria-t-elle.", ["Je viens !"]),
    "resumed": ("— Je viens, dit-il. Et toi ?", ["Je viens", "Et toi ?"]),
    "narration-after-clause": ("— Je viens, dit-il. Il ferma la porte.", ["Je viens"]),
    "narration-after-speech": ("— Tu es là ! Le chat sauta du lit.", ["Tu es là !"]),
    "adjunct-of-clause": ("— Oui, dit-il en riant, d'un ton vif, je viens.", ["Oui", "je viens."]),
    "first-person": ("— Oui, dis-je, allons-y.", ["Oui", "allons-y."]),
    "question-is-no-clause": (
        "— Vous venez, n'est-ce pas, avec nous ?",
        ["Vous venez, n'est-ce pas, avec nous ?"],
    ),
    "in-a-paragraph": ("Il entra. — Tu viens ? — Oui, dit-elle.", ["Tu viens ?", "Oui"]),
    "after-colon": ("Elle demanda :\n— Le train part à midi.", ["Le train part à midi."]),
    "answers-a-turn": ("— Qui est là ?\n— Le facteur.", ["Qui est là ?", "Le facteur."]),
    "editors-note": ("— Quel fanandel [Note : camarade] tu fais !", ["Quel fanandel", "tu fais !"]),
    "inside-marks": ("« Oui, dit-elle, je viens. »", ["Oui", "je viens."]),
    "turns-inside-marks": ("« Tu viens ? — Oui. »", ["Tu viens ?", "Oui."]),
    "list": ("Au menu :\n- des pommes ;\n- des poires.", []),
    "list-of-sentences": ("- Le parc ouvre à midi.\n- La mairie ferme.", []),
    "name-under-quotation": ("« Tout va bien. »\n— Anne Morel", ["Tout va bien."]),
    "dateline": ("3 mars 2031 . – Le parc ouvre à midi.", []),
    "hyphens": ("- Tu viens ?\n- Je viens.", ["Tu viens ?", "Je viens."]),
    "long-turn": ("— Oui, dit-elle " + "encore " * 60 + ".", ["Oui"]),
    "only-a-dash": ("—\nIl part.", []),
    "aside": ("Le parc — il est neuf — ouvre à midi.", []),
}


@pytest.mark.parametrize(("text", "expected"), DIALOGUES.values(), ids=DIALOGUES.keys())
def test_dialogue(text, expected):
    """Speech behind dashes is parted from the clauses and the narration around it."""
    assert [quotation.text for quotation in find_quotations(text)] == expected


def test_speaker_of_a_turn():
    """A clause inside a turn names the speaker of each of its pieces."""
    quotations = find_quotations("— Oui, répondit Anne Morel, je viens.")
    assert [quotation.speaker.text for quotation in quotations if quotation.speaker] == ["Anne Morel"] * 2


def test_hundreds_of_thousands_of_nested_marks():
    """Nesting costs no recursion and no memory beyond the text's own."""
    text = "« " * 200_000 + "mot" + " »" * 200_000
    assert len(find_quotations(text)) == 3


@given(st.text(alphabet=st.sampled_from("aÉ .,«»\"“”„‘’'‹›<>()\n-—–1:\u00a0\ud800😀")))
def test_offsets_are_exact(text):
    """Every quotation is the text at its offsets, trimmed and not empty."""
    for quotation in find_quotations(text):
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.text == quotation.text.strip() != ""


@pytest.mark.parametrize("run", [" ", ".", "…", "«", '"', "—", "‘", "»"])
def test_long_runs_of_one_character(run):
    """A run of a hundred thousand marks, stops or spaces ends nowhere and is read in one pass."""
    text = f"— Oui{run * 100_000}a"
    assert all(text[one.start : one.end] == one.text for one in find_quotations(text))
