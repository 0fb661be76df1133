"""Dates, hours, telephones and ages as real press files have them, and figures that look like them.

Each group is a kind of fault that was found in press pages and wire, varied; the value, the upper end,
the unit and the qualifier of every figure are compared, and that there is no other.
"""

import pytest

from tests.french.press_rows import figures, read, rows_of

PRESS = {
    "decades-and-years": [
        ("Les années 70 et 80 furent prospères.", ""),
        ("Dans les années 60, 70 et 80.", ""),
        ("Les années 1970 et 1980 ont changé la ville.", ""),
        ("Les années soixante-dix finissent.", ""),
        ("Les années trente et quarante.", ""),
        ("La ferme a été bâtie en mil neuf cent quatre-vingt-quatre.", ""),
        ("Il est né en mil neuf cent dix.", ""),
        ("En deux mille dix-sept, tout change.", ""),
        ("Depuis dix-neuf cent quatre-vingt, rien.", ""),
        ("Deux mille dix-sept personnes ont voté.", "2017"),
        ("Il y a mille neuf cents élèves.", "1900"),
    ],
    "dates-like-figures": [
        ("Fermeture du 10/01 au 12/01.", ""),
        ("Ouvert le 3/05.", ""),
        ("Il part du 03/05 au 12/06.", ""),
        ("Le pont a rouvert en sept. 2018.", ""),
        ("Il a rouvert le 12 sept. 2018.", ""),
        ("Fin sept., la ville vote.", ""),
        ("Réunion le 4-5 mai.", ""),
        ("Du 28.02 au 3.03.2021.", ""),
        ("Il a eu 8/10 à l'examen.", "0.8 fraction"),
        ("Les 9/10 des voix.", "0.9 fraction"),
    ],
    "clock": [
        ("La réunion est prévue lundi 13 avril à partir de 10 heures.", ""),
        ("Rendez-vous aux alentours de 18 heures.", ""),
        ("Sur le coup de 5 heures, un bruit.", ""),
        ("De 9 heures à 17 heures, la salle est ouverte.", ""),
        ("Ouvert jusqu'à 20 heures.", ""),
        ("Dès 6 heures, la file s'allonge.", ""),
        ("À compter de 14 heures, circulation coupée.", ""),
        ("Il est 7 heures.", ""),
        ("Il a travaillé 10 heures.", "10 hour"),
        ("À partir de 10 heures de cours par semaine.", "10 hour"),
    ],
    "hours-that-pass": [
        ("Ils passent 3 h 14 par semaine devant un écran.", "194 minute"),
        ("Une journée de 7 h 30 de travail.", "450 minute"),
        ("La semaine de 37 h 30 est signée.", "2250 minute"),
        ("Elle dort 6h45 par nuit.", "405 minute"),
        ("Il arrive avec 1 h 20 de retard.", "80 minute"),
        ("Un film de 2 h 15 sort mercredi.", "135 minute"),
        ("Le trajet, c'est 4 h 10 de route.", "250 minute"),
        ("Les écrans prennent 3 heures 46 par jour.", "226 minute"),
        ("Il a gagné 12 h 30 plus tard.", "750 minute"),
        ("Il part à 7 h 30 de Paris.", ""),
        ("Le train de 7 h 30 a du retard.", ""),
        ("Le débat commence à 20 h 30 de nouveau.", ""),
        ("La séance de 20 h 30 est complète.", ""),
    ],
    "departments-behind-places": [
        ("Il a été arrêté à Trappes (78).", ""),
        ("La mairie de Nanterre (92) a fermé.", ""),
        ("Les Alpes-Maritimes (06) sont en alerte.", ""),
        ("Un homme de Bry-sur-Marne (94) est mort.", ""),
        ("À La Rochelle (17) comme dans le Val-d’Oise (95).", ""),
        ("Saint-Étienne (42), puis Aubergenville (78).", ""),
        ("Le théâtre de Limoges (87) et celui d'Eaubonne (95).", ""),
        ("L'usine de Saint-Cyr-l'École (78) ferme.", ""),
        ("Une école de l'Ain (01).", ""),
        ("Marseille (12), Lyon (8) et Nice (5).", "12 | 8 | 5"),
        ("Anne Roy (78) habite à Trappes (78).", "78"),
        ("Le plus d'élus est au Mans (34).", "34"),
    ],
    "marks-that-count-nothing": [
        ("Entre le 15è et le 17è siècle, on jugeait.", ""),
        ("À première vue, rien ne change.", ""),
        ("D'une, il est cher. De deux, il est lourd.", ""),
        ("Le premier magistrat de la ville s'explique.", ""),
        ("Ils viennent tous deux de l'autre rive.", ""),
        ("Programme\n11 heures : où se former ?\n13 heures : bilan.", ""),
        ("J Phys Act Health. 2014 May; 11(4): 864–870.", ""),
        ("doi: 10.1123/jpah.2011-0425", ""),
        ("« Matière(s) première(s) » est sur scène.", ""),
        ("Son premier solo, deux hommes l'ont vu.", "1 rank | 2"),
        ("Il vient tous les deux jours.", "2 day"),
        ("Le 15e et le 17e coureur tombent.", "15 rank | 17 rank"),
        ("Le train met 11 heures : un record.", "11 hour"),
    ],
    "phone": [
        ("Renseignements au 604 555-0182.", ""),
        ("Appelez le (604) 555-0182.", ""),
        ("Tél. 1-800-555-0199.", ""),
        ("Au 514-555-0199 dès lundi.", ""),
        ("Au 02/555.01.82.", ""),
        ("Au 022 555 01 82.", ""),
        ("Composez le 3919.", ""),
        ("Numéro vert 0800 123 456.", ""),
        ("Au +33 6 12 34 56 78.", ""),
        ("Au 06.12.34.56.78.", ""),
        ("Il a vendu 604 555 billets.", "604555"),
    ],
    "month-before-a-count": [
        ("L'office a banni en juin 12 pesticides.", "12"),
        ("Il a licencié en mars 40 salariés.", "40"),
        ("La ville accueillera en mai 68 athlètes.", "68"),
        ("Ils ont ouvert en avril 15 écoles.", "15"),
        ("Il a tué en août 30 moutons.", "30"),
        ("Le groupe a fermé en octobre 25 usines.", "25"),
        ("Il se souvient de mai 68.", ""),
        ("Depuis juin 98, rien.", ""),
        ("Il a joué en juillet 10 matchs.", "10"),
    ],
    "age-and-duration": [
        ("Le Franco-Malien de 32 ans a été arrêté.", "32 year"),
        ("La Franco-Libanaise de 40 ans témoigne.", "40 year"),
        ("Le Rémois de 25 ans a marqué.", "25 year"),
        ("Un bail de 99 ans a été signé.", "99 year"),
        ("Une peine de 12 ans de prison.", "12 year"),
        ("Anne Roy, 52 ans, est élue.", "52 year"),
        ("Un homme de 32 ans a été arrêté.", "32 year"),
        ("Une employée de 45 ans a porté plainte.", "45 year"),
        ("Un plan de 5 ans est prévu.", "5 year"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows_of(PRESS))
def test_press(text, expected):
    """Every figure of a press text is read, with value, unit and qualifier, and nothing else is one."""
    assert figures(text) == list(read(expected))
