"""Qualifiers and ordinals as real press files have them, what is no figure, and damaged text.

Each group is a kind of fault that was found in press pages and wire, varied; the value, the upper end,
the unit and the qualifier of every figure are compared, and that there is no other.
"""

from decimal import Decimal

import pytest

from tests.french.press_rows import figures, read, rows_of

PRESS = {
    "a-good-thousand": [
        ("Un bon millier de personnes ont défilé.", "1000 about"),
        ("Un petit millier de foyers sont privés de courant.", "1000 about"),
        ("Une bonne centaine d'élus ont signé.", "100 about"),
        ("Deux bons milliers de fidèles étaient là.", "2000 about"),
        ("Un bon million d'euros a été dépensé.", "1000000 EUR about"),
        ("Il manque un gros milliard d'euros.", "1000000000 EUR about"),
        ("Une bonne moitié des élèves était absente.", "0.5 fraction about"),
        ("Un bon quart des élus a voté contre.", "0.25 fraction about"),
        ("Un petit tiers des foyers est privé d'eau.", f"{Decimal(1) / 3} fraction about"),
        ("Une demi-douzaine d'élus sont venus.", "6"),
        ("Un petit garçon de 3 ans a disparu.", "3 year"),
        ("Combien de millions faudra-t-il ?", ""),
        ("Combien de milliers d'emplois partiront ?", ""),
    ],
    "near-and-towards": [
        ("Le groupe approche les 400 millions d'euros de ventes.", "400000000 EUR nearly"),
        ("La ville approche des 3 000 habitants.", "3000 nearly"),
        ("La dette s'approche des 3 000 milliards.", "3000000000000 nearly"),
        ("Le prix flirte avec les 2 dollars.", "2 USD nearly"),
        ("C'est une approche 100 % locale.", "100 %"),
        ("On s'achemine vers 3 000 départs.", "3000 about"),
        ("L'indice remonte vers 3 000 points.", "3000 about"),
        ("Ils ont été évacués vers deux hôpitaux.", "2"),
        ("La part tend vers 100 %.", "100 %"),
        ("Les ventes ont passé la barre des 10 000 exemplaires.", "10000 more_than"),
        ("L'indice passe le seuil des 5 000 points.", "5000 more_than"),
    ],
    "the-million": [
        ("La vidéo a passé le million de vues.", "1000000 more_than"),
        ("Le clip a dépassé le million de vues.", "1000000 more_than"),
        ("Le film atteint le million d'entrées.", "1000000"),
        ("Elle vise le milliard d'euros de ventes.", "1000000000 EUR"),
        ("La ville approche le million d'habitants.", "1000000 nearly"),
        ("Le seuil du million de signatures est franchi.", "1000000"),
        ("Le cap du milliard est passé.", "1000000000"),
        ("Le fonds frôle le milliard.", "1000000000 nearly"),
        ("Il rêve de gagner le million.", ""),
        ("Un million de vues en un jour.", "1000000 | 1 day"),
    ],
    "addresses-and-ages-of-history": [
        ("Elle habite 12 rue des Lilas, 75011 Paris.", ""),
        ("Rendez-vous au 14, avenue Jean-Moulin, 35000 Rennes.", ""),
        ("Siège : 3 bis, quai Voltaire – 75007 Paris.", ""),
        ("Le service, place Beauvau, 75800 Paris Cedex 08.", ""),
        ("Écrire à : BP 120, 35000 Rennes.", ""),
        ("La rue était vide, 35000 Français y vivaient.", "35000"),
        ("Il a reçu 2 millions, place au débat.", "2000000"),
        ("Vers 3 000 avant notre ère, le site fut occupé.", ""),
        ("Vers 3000 av. J.-C., le site fut occupé.", ""),
        ("En 450 avant J.-C., la ville brûle.", ""),
    ],
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
