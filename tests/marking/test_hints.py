"""The line in front of a passage of untouched French."""

import pytest

from summarizer.marking.hints import hint_line, show_untouched
from tests.articles import story


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("Les dégâts dépassent 3,2 milliards d'euros.", "3,2 milliards d'euros = €3.2 billion", ""),
        ("Le maire a assigné le groupe en justice.", "assigner … en justice = sue", ""),
        ("Le parquet a requis dix ans.", "parquet = prosecutor's office", ""),
        ("Il y a 300 élèves et 25 % de filles.", "", "300"),
        ("Le maire dort.", "", "maire"),
    ],
    ids=["amount", "parted", "word", "plain numbers", "common words"],
)
def test_what_is_hard_is_told(text, told, untold):
    """Amounts that read otherwise in English and hard words; not what a small model knows."""
    marked = story(text + "\n")
    line = hint_line(marked, 0, len(text))
    assert told in line
    assert not untold or untold not in line


def test_a_pronoun_gives_way_to_the_name_only_where_code_is_certain():
    """One person of that gender in the sentence before."""
    text = "Anne Roy dirige le port. Elle a démissionné hier.\n"
    marked = story(text)
    assert show_untouched(marked, *marked.extent("S2")) == "Anne Roy a démissionné hier."
    two = story("Anne Roy et Léa Morvan dirigent le port. Elle a démissionné hier.\n")
    assert show_untouched(two, *two.extent("S2")) == "Elle a démissionné hier."


@pytest.mark.parametrize(
    ("opening", "shown"),
    [("Le groupe a vendu", "Ostrelec a vendu"), ("Le groupe voisin a vendu", "Le groupe voisin a vendu")],
    ids=["joined", "another"],
)
def test_a_noun_gives_way_to_the_name_that_it_stands_for(opening, shown):
    """Where `find_names` has joined it to the name."""
    marked = story(f"Le groupe Ostrelec exploite le port de Kerlann. {opening} 300 bateaux hier.\n")
    assert show_untouched(marked, *marked.extent("S2")) == f"{shown} 300 bateaux hier."


def test_a_pronoun_stays_where_the_gender_of_the_person_is_not_known():
    """« Elle » may be the union as well."""
    marked = story("Le syndicat a dit non, selon Yannig Perrotel. Elle a démissionné hier.\n")
    assert show_untouched(marked, *marked.extent("S2")) == "Elle a démissionné hier."


@pytest.mark.parametrize(
    ("french", "told"),
    [
        ("Une centaine de victimes sont mortes.", "Une centaine = about 100"),
        ("C'est le dix-neuvième jour.", "dix-neuvième = 19th"),
        ("Une quinzaine de jours ont passé.", "Une quinzaine de jours = about 15 days"),
    ],
)
def test_numbers_in_words_are_told(french, told):
    """A small model reads 100 and 10th; what it reads well is not told."""
    marked = story(french + "\n")
    assert told in hint_line(marked, 0, len(french))
    assert "aine = about fif" not in hint_line(marked, 0, len(french))
    plain = "Six personnes et deux bus."
    assert hint_line(story(plain + "\n"), 0, len(plain)) == ""


def test_a_stressed_pronoun_is_left_out():
    """« La direction, elle, juge »; not where it says something: « avec elle, »."""
    marked = story("La mairie de Brest, elle, juge que Paul Roy part avec elle, demain.\n")
    shown = show_untouched(marked, *marked.extent("S1"))
    assert shown == "La mairie de Brest juge que Paul Roy part avec elle, demain."


def test_the_french_stays_as_it_is():
    """On one line."""
    marked = story("Le port\nde Kerlann paie 3 millions d'euros.\n")
    assert show_untouched(marked, *marked.extent("S1")) == "Le port de Kerlann paie 3 millions d'euros."


@pytest.mark.parametrize(
    ("french", "told"),
    [
        ("Selon le groupe, celui-ci comptabiliserait 40 abonnés.", "comptabiliserait = reportedly counts"),
        ("D'après l'agence, deux hommes auraient été arrêtés.", "auraient = reportedly have"),
        ("Selon le maire, la route serait fermée.", "serait = reportedly is"),
        ("Selon le maire, il pourrait neiger.", ""),
        ("Selon le maire, la loi que le Sénat voterait est bonne.", ""),
        ("Selon le maire, s'il pleuvait, la route serait fermée.", ""),
        ("La route serait fermée.", ""),
        ("Selon le journal, le groupe toucherait une prime.", ""),
    ],
)
def test_a_conditional_that_reports(french, told):
    """Only where « selon » opens the text and the verb stands in no clause of its own."""
    line = hint_line(story(french), 0, len(french))
    assert ("reportedly" in line) == bool(told)
    assert told in line
