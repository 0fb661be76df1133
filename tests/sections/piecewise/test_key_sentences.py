"""Which sentences carry the story, and which of them read alone."""

import pytest

from summarizer.sections.piecewise import key_sentences
from tests.articles import BARE, key_of, story

MARKED = story()


@pytest.mark.parametrize(
    ("sentences", "fewest", "most"), [(1, 1, 1), (2, 2, 2), (10, 3, 7), (80, 3, 7)], ids=str
)
def test_key_points_are_few_however_long_the_article(sentences, fewest, most):
    """Each a sentence of the article, none twice, in the order of the text."""
    marked = story(
        "\n\n".join(f"Le quai {n} du port de Kerlann ferme pour {n} mois." for n in range(sentences))
    )
    chosen = key_sentences.choose(marked)
    assert fewest <= len(chosen) <= most
    assert chosen == sorted(set(chosen), key=marked.extent)


def test_the_story_goes_before_what_only_leans_on_it():
    """The lead sentence is a key point; a pronoun's sentence and a bare question are not."""
    marked = story(
        BARE.strip() + " Pourquoi ? Le maire de Kerlann a promis 40 millions d'euros au port. Lui, non.\n"
    )
    texts = [marked.sentences[key].text for key in key_sentences.choose(marked)]
    assert any("40 millions" in text for text in texts)
    assert "Pourquoi ?" not in texts
    assert "Lui, non." not in texts


def test_a_figure_told_twice_is_one_point():
    """The sentence that repeats the lead's amount gives way to another."""
    assert not {key_of(MARKED.sentences, "Il a payé")} & set(key_sentences.choose(MARKED))


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Le maire de Kerlann a promis une aide au port.", True),
        ("Cependant, le maire de Kerlann a promis une aide.", True),
        ("Cependant, il a promis une aide au port de Kerlann.", False),
        ("Cette vente intervient alors que le maire de Kerlann quitte le port.", True),
        ("Cette vente intervient alors qu'il quitte le port de Kerlann.", False),
        ("Cette transition inquiète le maire de Kerlann.", False),
        ("Ils ont promis une aide au port de Kerlann.", False),
        ("Le quai ferme.Les dockers du port protestent contre cela.", False),
        ("Le maire a promis « une aide au port de Kerlann.", False),
        ("De plus, deux navires du port sont en panne.", False),
        ("« Nous avons parlé aux marins et ils vont bien ce soir »", False),
        ("— Anne Roy, directrice de la communication de la mairie", False),
        ("Tour de Kerlann 2016 : Anne Roy remporte la onzième étape", False),
        ("— Les marins de Kerlann ont refusé mardi de charger le navire.", True),
    ],
)
def test_a_key_point_reads_alone(sentence, alone):
    """What leans on the sentence before, is glued to another or cut is not chosen."""
    marked = story(f"Le brouillard couvre le marais.\n\n{sentence}\n")
    key = key_of(marked.sentences, sentence[:12])
    assert key_sentences.reads_alone(marked, key) is alone


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("« On est à bout »", "Les soignants ont défilé jeudi à Kerlann."),
        ("« On est à bout », disent les soignants", "« On est à bout », disent les soignants"),
        ("Le port de Kerlann ferme", "Le port de Kerlann ferme"),
    ],
    ids=["a quotation alone", "with its speaker", "no quotation"],
)
def test_a_headline_is_no_quotation_without_its_speaker(title, lead):
    """The next sentence is taken in its place."""
    marked = story(f"{title}\n\nLes soignants ont défilé jeudi à Kerlann. Ils étaient 300.\n")
    chosen = key_sentences.headline_sentence(marked)
    assert chosen is not None
    assert marked.sentences[chosen].text == lead


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("Elon Musk refuse cette transition.", True),
        ("Anne Roy a salué ce projet.", True),
        ("Selon le maire, cette dernière, restée à quai, a coulé.", True),
        ("Le port a perdu 40 navires ces dernières années.", False),
        ("Le port ferme cette semaine et ce lundi.", False),
        ("Le maire dit ce qu'il pense : « Ce port vit. »", False),
    ],
)
def test_a_sentence_that_points_back_gives_way(sentence, back):
    """« cette transition » says nothing by itself; « cette semaine » does."""
    marked = story(f"Le brouillard couvre le marais.\n\n{sentence}\n")
    assert key_sentences.points_back(marked, key_of(marked.sentences, sentence[:8])) is back


@pytest.mark.parametrize(
    ("opening", "line"),
    [
        ("26 juillet 2016.", True),
        ("Paris, le 12 mars 2024 (AFP).", True),
        ("Mis à jour le 3 mai 2024 à 14 h 05.", True),
        ("Le seize juin mil neuf cent quatre-vingt-dix-neuf (AFP).", True),
        ("Le 12 mars 2024, Paris a voté.", False),
        ("Paris dort mal depuis ce matin.", False),
    ],
    ids=["date", "agency", "updated", "in words", "a sentence with a date", "no date"],
)
def test_a_dateline_is_no_sentence_of_the_story(opening, line):
    """When and where an article was written is neither its headline nor a key point."""
    marked = story(f"{opening}\n\n{BARE}")
    first = next(iter(marked.sentences))
    assert key_sentences.is_dateline(marked, first) is line
    assert (first in key_sentences.choose(marked)) is not line
    assert (key_sentences.headline_sentence(marked) == first) is not line
