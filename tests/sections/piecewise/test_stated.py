"""Disputes that an article states outright: the two sides, each in a clause that begins with its name."""

import pytest

from summarizer.sections.piecewise.stated import stated
from tests.articles import story

ORDIS = "Le groupe Ostrelec est né à Brest. "


def sides(text):
    """What each side is asked about, by the name of the party."""
    marked = story(text + "\n")
    return [{marked.names[stand.party].text: stand.french for stand in both} for both in stated(marked)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            ORDIS + "Le vote vient alors que le groupe veut vendre le port. Anne Roy refuse cette vente.",
            {"Ostrelec": "Ostrelec veut vendre le port.", "Anne Roy": "Anne Roy refuse cette vente."},
        ),
        (
            "La société Valdor prévoit de fermer le port. Jean Morvan s'oppose à ce projet depuis mars.",
            {
                "Valdor": "Valdor prévoit de fermer le port.",
                "Jean Morvan": "Jean Morvan s'oppose à ce projet depuis mars.",
            },
        ),
        (
            "La société Valdor a décidé de fermer le port. Jean Morvan a vivement critiqué cette décision.",
            {
                "Valdor": "Valdor a décidé de fermer le port.",
                "Jean Morvan": "Jean Morvan a vivement critiqué cette décision.",
            },
        ),
        ("La société Valdor ferme le port. Jean Morvan s'oppose à ce projet.", None),
        ("La société Valdor veut fermer le port. Jean Morvan salue ce projet.", None),
        ("La société Valdor veut fermer le port. Jean Morvan refuse de partir.", None),
        (
            "La pétition gagne, la société Valdor veut fermer. Jean Morvan dénonce cette pétition.",
            None,
        ),
        (
            "La société Valdor veut fermer, la société Ostrelec veut vendre. Anne Roy dénonce ce projet.",
            None,
        ),
        ("La société Valdor veut fermer le port. Valdor refuse cette comparaison.", None),
    ],
    ids=["noun", "plan", "decision", "no wish", "praise", "no object", "other noun", "two", "itself"],
)
def test_who_opposes_what_another_wants(text, found):
    """« Ce projet » is what the one party of the sentence before wants; else nothing is found."""
    assert sides(text) == ([found] if found else [])


ANSWER = (
    "Anne Roy, la directrice du port, a parlé. Pour répondre aux accusations de Jean Morvan, qui {clause},"
    " celle-ci a affirmé qu'il était « mal informé ». « {quoted} », insiste-t-elle."
)


@pytest.mark.parametrize(
    ("clause", "quoted", "there"),
    [
        ("affirme que le port est en ruine", "Nous avons refait toutes les grues du port", True),
        ("accuse le port de mentir", "Nous avons refait toutes les grues du port", True),
        ("dirige le syndicat", "Nous avons refait toutes les grues du port", False),
        ("affirme que le port est en ruine", "C'est faux", False),
    ],
    ids=["says", "accuses", "says nothing", "too short"],
)
def test_who_answers_an_accusation(clause, quoted, there):
    """The accuser's words stand in the relative clause; the answer is the next whole quotation."""
    found = sides(ANSWER.format(clause=clause, quoted=quoted))
    assert found == ([{"Jean Morvan": f"Jean Morvan {clause}.", "Anne Roy": quoted}] if there else [])


@pytest.mark.parametrize(
    ("wants", "issue"),
    [
        ("cherche à modifier ses statuts, pour grandir", "whether Ostrelec should change its legal status"),
        ("cherche à modifier ses statuts d'ici à juin", "whether Ostrelec should change its legal status"),
        ("cherche à vendre le port", ""),
    ],
)
def test_what_is_disputed_is_said_where_the_dictionary_has_it(wants, issue):
    """Else only between whom."""
    marked = story(f"{ORDIS}Le vote vient alors que le groupe {wants}. Anne Roy refuse cette transition.\n")
    assert [both[0].issue for both in stated(marked)] == [issue]
