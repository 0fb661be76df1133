"""Qualifiers and ordinals as real press files have them, what is no figure, and damaged text.

Each group is a kind of fault that was found in press pages and wire, varied; the value, the upper end,
the unit and the qualifier of every figure are compared, and that there is no other.
"""

import pytest

from tests.french.press_rows import figures, read, rows_of

PRESS = {
    "qualifier-from-the-next-words": [
        ("L'accord lie les deux pays et plus largement l'Union.", "2"),
        ("Il touche 12 villes et plus précisément leurs écoles.", "12"),
        ("Il a deux enfants et plus de dettes.", "2"),
        ("Les 12 élus et plus généralement la ville.", "12"),
        ("Il vise 3 pays ou plus exactement leurs ports.", "3"),
        ("Les personnes de 50 ans et plus.", "50 year at_least"),
        ("Les entreprises de 10 salariés ou plus sont visées.", "10 at_least"),
        ("Il y a 12 cas, environ 30 contacts.", "12 | 30 about"),
        ("Il y a douze cas, au moins six graves.", "12 | 6 at_least"),
        ("Il y a 40 élèves au maximum.", "40 at_most"),
    ],
    "ordinal-second": [
        ("Il est poursuivi pour une seconde publication, le 16 octobre.", "2 rank"),
        ("Après une seconde lecture, le texte passe.", "2 rank"),
        ("Il a droit à une seconde chance.", "2 rank"),
        ("Il vise une seconde victoire.", "2 rank"),
        ("Il part pour une seconde mission.", "2 rank"),
        ("Il l'emporte pour une seconde.", "1 second"),
        ("Il finit à une seconde du leader.", "1 second"),
        ("Il arrive une seconde après.", ""),
        ("Pendant une seconde, rien.", "1 second"),
    ],
    "not-figures": [
        ("Le maire a réagi lors d'un point de presse.", ""),
        ("Il vient d'un point de vente.", ""),
        ("Il s'agit d'un point de départ.", ""),
        ("La file part d'un point d'eau.", ""),
        ("Ce n'est qu'une légère hausse.", ""),
        ("Il a été remplacé (53e) par son frère.", ""),
        ("Roy a ouvert le score (12e), puis doublé la mise (67e).", ""),
        ("Il marque à la 88e minute.", ""),
        ("Il finit devant Paul Roy (3e).", "3 rank"),
        ("Le taux monte d'un point.", "1"),
        ("1. Le maire\n2. Le budget", ""),
        ("(1) Voir le rapport.", ""),
        ("1) Les faits", ""),
    ],
    "text-before-marking": [
        ("Pre\u0301s de 350 salariés ont défilé.", "350 nearly"),
        ("Le plan coûte 40\u200b milliards d'euros.", "40000000000 EUR"),
        ("Le plan coûte 40 mil\u00adliards d'euros.", "40000000000 EUR"),
        ("Le plan coûte \u200e40\u200e milliards d'euros.", "40000000000 EUR"),
        ("Le plan coûte 40&nbsp;milliards d&#39;euros.", "40000000000 EUR"),
        ("Le plan co&ucirc;te 40&#8239;milliards d&rsquo;euros.", "40000000000 EUR"),
        ("La taxe est de 15\u2060\u00a0%.", "15 %"),
        ("Il reste 12\ufe0f euros.", "12 EUR"),
        ("Le budget ﬁnal est de 3\ufeff000 euros.", "3000 EUR"),
        ("Le de\u0301ficit atteint 5 %.", "5 %"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows_of(PRESS))
def test_press(text, expected):
    """Every figure of a press text is read, with value, unit and qualifier, and nothing else is one."""
    assert figures(text) == list(read(expected))
