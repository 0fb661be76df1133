"""Live blogs are parted into posts, interviews into questions and answers; other texts into nothing."""

# ruff: noqa: E501 - examples read better on their line

import pytest

from summarizer.articles.article import make_article
from summarizer.articles.parts import find_interviewee, find_parts

POSTS = [
    ("14h32", "Le feu est maîtrisé, dit la préfecture."),
    ("14:05", "Trois cents pompiers sont sur place."),
    ("13 h 50", "Le feu a pris dans un entrepôt du port."),
    ("13h41", "Une fumée noire couvre la ville."),
]
LIVE = "Incendie au port de Brémont\n\n" + "\n\n".join(f"{time}\n{words}" for time, words in POSTS)
TURNS = [
    (
        "Pourquoi le port a-t-il fermé ?",
        "Les quais menaçaient de céder. Nous n'avions pas le choix, et les dockers l'ont compris.",
    ),
    (
        "Combien les travaux ont-ils coûté ?",
        "12,5 millions d'euros. C'est moins que prévu.\n\nEt nous avons tenu les délais.",
    ),
    ("Que ferez-vous demain ?", "Nous embaucherons. Qui refuserait ?"),
]
INTERVIEW = "\n\n".join(f"{question}\n\n{answer}" for question, answer in TURNS)


def texts(text, title=None):
    """Give the parts as kind and text."""
    return [(part.kind, text[part.start : part.end]) for part in find_parts(text, title)]


@pytest.mark.parametrize("mark", ["\n", " - ", " : ", "\n\n", " – "])
def test_posts_of_a_live_blog(mark):
    """Each with its time, whatever stands between the two."""
    text = "Incendie au port\n\n" + "\n\n".join(f"{time}{mark}{words}" for time, words in POSTS)
    parts = find_parts(text)
    assert [part.published for part in parts] == ["14:32", "14:05", "13:50", "13:41"]
    assert all(words in text[part.start : part.end] for part, (_, words) in zip(parts, POSTS, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"{hour}h00, le bateau part pour Brémont." for hour in (8, 9, 10, 11, 12)),
        "\n\n".join(f"{time} Départ" for time in ("9h00", "18h00", "7h30", "21h00", "6h15", "19h00")),
        "Le port rouvre.\n\nÀ 14h32, le maire a parlé.",
        "14h32\nLe feu est maîtrisé.\n\n14h05\nLe feu a pris.",
    ],
    ids=["sentences", "timetable", "no stamps", "too few"],
)
def test_times_that_are_no_posts(text):
    """Sentences that begin with a time, a timetable, two times."""
    assert texts(text) == []


@pytest.mark.parametrize(
    "title",
    [
        "Léa Morin : « Le port rouvrira lundi »",
        "Entretien avec Léa Morin",
        "Interview. Léa Morin, directrice du port : « Nous tiendrons »",
    ],
)
def test_an_interview(title):
    """Its answers have the interviewee as their speaker; a question within an answer is none."""
    parts = find_parts(INTERVIEW, title)
    assert [(part.kind, INTERVIEW[part.start : part.end]) for part in parts] == [
        item for question, answer in TURNS for item in (("question", question), ("answer", answer))
    ]
    assert {part.speaker for part in parts if part.kind == "answer"} == {"Léa Morin"}
    assert {part.speaker for part in parts if part.kind == "question"} == {None}


@pytest.mark.parametrize(
    "title",
    [
        None,
        "Le port rouvre lundi",
        "Léa Morin et Jean Roux s'expliquent",
        "Entretien avec la direction du port",
    ],
)
def test_an_interviewee_who_is_not_certain(title):
    """Is not named; without a word of an interview, a text that asks questions is none."""
    assert find_interviewee(INTERVIEW, title) is None
    assert bool(find_parts(INTERVIEW, title)) is ("Entretien" in (title or ""))


def test_answers_that_are_signed():
    """Name who speaks."""
    text = "\n\n".join(f"{question}\n\nLéa Morin : {answer}" for question, answer in TURNS)
    assert {part.speaker for part in find_parts(text) if part.kind == "answer"} == {"Léa Morin"}


@pytest.mark.parametrize(
    "text",
    [
        "Que faire ?\n\nLe port reste fermé. " * 1,
        "« Que faire ? »\n\nLe maire hésite.\n\n« Qui paiera ? »\n\nLe conseil se tait.\n\n« Et demain ? »\n\nNul ne le sait.",
        "Le port rouvre.\n\n" * 20 + "Qui ?\n\nLui.\n\nQuand ?\n\nLundi.\n\nOù ?\n\nIci.",
    ],
    ids=["one question", "quotations", "a box at the end"],
)
def test_questions_that_are_no_interview(text):
    """One question, quoted ones, a box at the end."""
    assert texts(text) == []


def test_an_article_has_its_parts():
    """With offsets into its text."""
    article = make_article(LIVE)
    assert [article.text[part.start : part.end].split()[0] for part in article.parts] == [
        "14h32",
        "14:05",
        "13",
        "13h41",
    ]
