"""What a small model is shown in plainer words."""

import pytest

from summarizer.marking.plainer import make_plainer, show_plainly
from tests.articles import story


@pytest.mark.parametrize(
    ("french", "plainer"),
    [
        (
            "Le port a assigné Brest en justice.",
            "Le port a engagé une action en justice contre Brest.",
        ),
        ("Ils voient l’utilité que cela présente.", "Ils voient à quel point c'est utile."),
        (
            "En hausse d'un tiers, le port revendique 40 navires, l'été étant beau.",
            "Le port revendique 40 navires, en hausse d'un tiers, l'été étant beau.",
        ),
        (
            "Le port veut passer d'organisme public à société cotée afin de grandir.",
            "Le port veut devenir société cotée au lieu d'organisme public afin de grandir.",
        ),
        (
            "Il va passer de longues heures à attendre la fin.",
            "Il va passer de longues heures à attendre la fin.",
        ),
        ("En hausse de 3 %, dit le maire.", "En hausse de 3 %, dit le maire."),
        ("Le stockage à distance (cloud) coûte cher.", "Le stockage à distance coûte cher."),
        ("Le syndicat (CDK) et le port (en grève).", "Le syndicat (CDK) et le port (en grève)."),
        ("Sans un vote, un accord, nous partons.", "Sans un vote ou un accord, nous partons."),
        ("Avant de partir, un docker a parlé.", "Avant de partir, un docker a parlé."),
        ("Il a assigné une tâche. La justice tranche.", "Il a assigné une tâche. La justice tranche."),
    ],
    ids=[
        "parted",
        "curved",
        "share",
        "becomes",
        "time",
        "said",
        "gloss",
        "no gloss",
        "two",
        "one",
        "another sentence",
    ],
)
def test_hard_wordings_give_way(french, plainer):
    """The meaning stays; what is not listed stays as it is."""
    assert make_plainer(french) == plainer


def test_wordings_are_linear():
    """A long text without the end of a wording."""
    french = "a assigné " + "mot " * 20_000
    assert make_plainer(french) == french


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hier, le groupe a vendu le port.", "Hier, Ostrelec a vendu le port."),
        ("Hier, la patronne du groupe est partie.", "Hier, la patronne d'Ostrelec est partie."),
        (
            "Hier, le maire dit que le groupe pourrait fermer.",
            "Hier, le maire dit qu'Ostrelec pourrait fermer.",
        ),
        ("Hier, le groupe américain a gagné.", "Hier, le groupe américain a gagné."),
        ("Hier, OSTRELEC a vendu le port.", "Hier, Ostrelec a vendu le port."),
    ],
    ids=["subject", "complement", "clause", "another", "capitals"],
)
def test_a_noun_for_a_body_gives_way_to_its_name(text, shown):
    """Where it surely stands for it."""
    marked = story(f"Le groupe Ostrelec est né à Brest. {text}\n")
    start = marked.text.index("Hier")
    assert show_plainly(marked, start, start + len(text)) == shown
