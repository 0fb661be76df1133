"""Who is only spoken of is no stakeholder; the same words where somebody acts are none the less one."""

import pytest

from summarizer.sections.piecewise import stakeholders
from summarizer.sections.piecewise.known_words import known_role
from summarizer.sections.piecewise.roles import role_span
from tests.articles import key_of, story


def chosen(text):
    """Give the names of an article's stakeholders."""
    marked = story(f"{text}\n")
    return [marked.names[key].text for key in stakeholders.choose(marked)]


@pytest.mark.parametrize(
    "text",
    [
        "« Rien ne va », a dit un responsable de l'administration de Luc Roy. Le plan de Luc Roy attend.",
        "« Rien n'a changé », a dit un proche de Luc Roy. L'entourage de Luc Roy attend.",
        "L'avocat de Luc Roy est venu. « C'est fini », a dit le conseiller de Luc Roy.",
        "Un ancien conseiller de Luc Roy a signé. Le gouvernement de Luc Roy attend.",
        "La campagne électorale de Luc Roy dure. Les ministres de Luc Roy attendent.",
    ],
)
def test_a_person_named_for_others_is_no_stakeholder(text):
    """Neither a role nor a word of his own: he only tells whose people or plan it is."""
    assert "Luc Roy" not in chosen(text)


@pytest.mark.parametrize(
    "text",
    [
        "Un conseiller de Luc Roy a signé. Luc Roy a refusé le plan.",
        "La mort de Luc Roy émeut le port. Le procès de Luc Roy est clos.",
        "Le plan du maire Luc Roy attend. Le conseiller de Luc Roy a signé.",
        "Un proche de Luc Roy est venu. « C'est fini », a dit Luc Roy.",
        "Le président a parlé de Luc Roy. La mairie a besoin de Luc Roy.",
    ],
)
def test_a_person_who_acts_or_is_the_matter_is_one(text):
    """A deed, a word, a role of his own, or what befalls him."""
    assert "Luc Roy" in chosen(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Un responsable de l'administration de Luc Roy arrive.", None),
        ("La directrice du cabinet de Luc Roy arrive.", None),
        ("Le maire et Luc Roy arrivent.", None),
        ("Un proche du ministre Luc Roy arrive.", "ministre"),
        ("Le conseiller de la ministre Anne Roy arrive.", "ministre"),
        (
            "La présidente du Conseil des droits de l'homme Anne Roy arrive.",
            "présidente du Conseil des droits de l'homme",
        ),
        ("La directrice du port Anne Roy arrive.", "directrice du port"),
        (
            "« Non », a dit Luc Roy, le maire du port qui estime qu'il s'agit « d'un affront ».",
            "maire du port",
        ),
        ("« Non », a dit Luc Roy, directeur du journal « Le Port ».", None),
    ],
)
def test_no_role_is_made_of_words_said_of_another(text, role):
    """What stands before « de X » is somebody else; « du ministre X » is his office."""
    marked = story(f"{text}\n")
    name = next(n for n in marked.names.values() if n.text in {"Luc Roy", "Anne Roy"})
    span = role_span(marked, name)
    assert (marked.text[slice(*span)] if span else None) == role


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("L'hôpital a été touché. L'hôpital est détruit. Les tirs ont visé l'hôpital.", None),
        ("L'école a brûlé. L'école est fermée. On a vidé l'école.", None),
        ("Les médecins de l'usine ont annoncé un plan. L'usine est fermée.", None),
        ("L'hôpital prévu en mai est cher. L'hôpital visé est vide.", None),
        ("La gare est accusée de bruit. La gare dort.", None),
        ("L'hôpital a annoncé un plan. L'hôpital est plein.", "hôpital"),
        ("L'usine est vieille. L'usine refuse de fermer.", "usine"),
        ("L'école est neuve. « Nous fermons », a indiqué l'école.", "école"),
        ("Le musée a été touché. On sait que le musée a décidé de fermer.", "musée"),
        ("La mairie a été touchée. La mairie est vide.", "mairie"),
    ],
)
def test_a_building_is_a_body_only_where_it_acts(text, noun):
    """A verb of saying or deciding of its own; other bodies are taken as before."""
    assert chosen(text) == ([noun] if noun else [])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("directrice de la communication de la Maison-Blanche", "communications director of the White House"),
        ("porte-parole du Quai d'Orsay", "spokesperson for the French Foreign Ministry"),
        ("porte-parole de l'Organisation des Nations unies", "spokesperson for the United Nations"),
        ("chef de mission d'Ostrelec pour la Syrie", "head of mission of Ostrelec for Syria"),
        ("directeur de la communication d'Ostrelec", "communications director of Ostrelec"),
        ("directeur de la maison blanche", None),
        ("porte-parole du quai", None),
        ("chef de mission d'Ostrelec pour la Bretagne", None),
        ("directrice des ponts de l'Union européenne", None),
    ],
)
def test_titles_and_institutions_have_their_english(text, role):
    """The listed ones alone; the rest is asked."""
    marked = story(f"Le groupe Ostrelec ferme. Anne Roy, {text}, arrive.\n")
    span = role_span(marked, marked.names[key_of(marked.names, "Roy")])
    assert (known_role(marked, *span) if span else None) == role
