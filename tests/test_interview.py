"""An interview: whoever is asked is the speaker of the answers; a model is told why a speaker is open."""

import pytest

from summarizer.articles.article import make_article
from summarizer.marking.marked_article import mark
from summarizer.marking.whole_view import show_article

ASKED = (
    "Pourquoi fermer le pont maintenant ?",
    "Qui paie les travaux ?",
    "Que deviennent les commerçants du quai ?",
)
ANSWERS = (
    "Parce que deux piles sont fissurées et que l’hiver les abîme encore davantage chaque année.",
    "La région verse la moitié de la somme, la ville le reste, et l’État rien du tout cette fois.",
    "Ils reçoivent une aide pendant toute la durée du chantier, comme nous l’avions promis.",
)
INTRODUCTION = "Léa Morin dirige le port de Brémont depuis dix ans. Entretien avec Léa Morin."


def interview(opening="", closing="", introduction=INTRODUCTION):
    """An interview whose answers stand between these marks."""
    turns = [f"{asked}\n\n{opening}{answer}{closing}" for asked, answer in zip(ASKED, ANSWERS, strict=True)]
    return make_article("\n\n".join(("Le port de Brémont change", introduction, *turns)))


@pytest.mark.parametrize(("opening", "closing"), [("« ", " »"), ("“", "”"), ("«\u00a0", "\u00a0»")])
def test_answers_between_marks(opening, closing):
    """They are said by whoever is asked."""
    marked = mark(interview(opening, closing))
    speakers = {
        quotation.speaker.text if quotation.speaker else None
        for quotation in marked.quotations.values()
        if quotation.text in ANSWERS
    }
    assert speakers == {"Léa Morin"}


def test_the_speaker_stands_in_the_article():
    """Its place is the name's first."""
    marked = mark(interview("« ", " »"))
    (speaker, *_) = (quotation.speaker for quotation in marked.quotations.values() if quotation.speaker)
    assert marked.text[speaker.start : speaker.end] == speaker.text == "Léa Morin"


def test_words_quoted_in_an_answer_stay_open():
    """They may be another's."""
    text = interview().text.replace(
        "comme nous l’avions promis", "« quoi qu’il en coûte à la ville », disait-on"
    )
    marked = mark(make_article(text))
    assert all(quotation.speaker is None for quotation in marked.quotations.values())


def test_nobody_is_given_where_nobody_is_named():
    """Without a name the answers are told apart, and no more."""
    text = show_article(mark(interview("« ", " »", introduction="Un entretien sur le port et son avenir.")))
    assert "by Léa" not in text
    assert "answers by whoever is interviewed: " in text


def test_a_model_is_told_who_answers():
    """Which sentences are answers, and whose."""
    marked = mark(interview())
    line = show_article(marked).rpartition("INTERVIEW\n")[2]
    first = next(key for key, sentence in marked.sentences.items() if sentence.text == ANSWERS[0])
    assert line.startswith(f"answers by Léa Morin: {first}, ")


def test_an_article_without_interview_says_nothing_of_one():
    """The list stands only where there are answers."""
    assert "INTERVIEW" not in show_article(mark(make_article("Le pont ferme. « C’est peu », dit Léa Morin.")))
