"""Numbers as real press files have them: line ends, signs, currencies, dates that look like figures.

Each group is a kind of fault that was found in press pages and wire, varied; the value, the upper end,
the unit and the qualifier of every figure are compared, and that there is no other.
"""

from decimal import Decimal

import pytest

from summarizer.french import find_numbers

PRESS = {
    "line-end-in-a-number": [
        ("Le groupe supprime 2\n300 emplois.", "2300"),
        ("Le groupe supprime près de 2\n300 emplois.", "2300 nearly"),
        ("Il a versé 12\n500 euros à la ville.", "12500 EUR"),
        ("Le plan coûte 12,5 mil-\nlions d'euros.", "12500000 EUR"),
        ("Le plan coûte 3 mil\u00ad\nliards d'euros.", "3000000000 EUR"),
        ("Ils étaient dix-\nhuit salariés.", "18"),
        ("La taxe passe à 15\n% cette année.", "15 %"),
        ("Le billet est à 40\n€ dès lundi.", "40 EUR"),
        ("Le stade compte quatre-\nvingts places.", "80"),
        ("La dette atteint 5 milliards\nd'euros.", "5000000000 EUR"),
        ("Il y a 40\r\nblessés.", "40"),
        ("Postes\n12\n300\n45", "12 | 300 | 45"),
    ],
    "sign-after-de": [
        ("La température est de moins 12 degrés.", "-12 degree"),
        ("La banque applique un taux de moins 0,5 %.", "-0.5 %"),
        ("Une variation de moins 3 %.", "-3 %"),
        ("Le solde est de moins 40 millions d'euros.", "-40000000 EUR"),
        ("Des minimales de moins dix degrés.", "-10 degree"),
        ("Le taux passe à moins 0,4 %.", "-0.4 %"),
        ("Le taux est de moins de 2 %.", "2 % less_than"),
        ("Il reste deux heures de moins.", "2 hour"),
        ("Un écart de moins deux points.", "-2"),
    ],
    "sign-before-a-number": [
        ("Le déficit atteint - 2,5 % en 2019 et même - 3,5 % en 2020.", "-2.5 % | -3.5 %"),
        ("La croissance est de - 1 %.", "-1 %"),
        ("L'indice affiche - 0,8 %.", "-0.8 %"),
        ("Les ventes reculent (- 4 %).", "-4 %"),
        ("Un taux compris entre - 1 % et - 3 %.", "-1 % | -3 %"),
        ("Le CAC cède - 1,2 % à midi.", "-1.2 %"),
        ("Le déficit - 2,5 % du PIB - inquiète.", "2.5 %"),
        ("Il fait - 5 °C à l'aube.", "-5 celsius"),
        ("La hausse – 3 % – surprend.", "3 %"),
        ("Le solde ressort à −7 %.", "-7 %"),
    ],
    "sign-for-the-comma": [
        ("Le ticket passe à 1€90.", "1.90 EUR"),
        ("Le café coûte 2€50 ici.", "2.50 EUR"),
        ("La place est à 12€00.", "12 EUR"),
        ("Un menu à 14 €90.", "14.90 EUR"),
        ("Le kilo à 3 € 20 au marché.", "3.20 EUR"),
        ("Le trajet vaut 4$75.", "4.75 USD"),
        ("Un livre à 9£99.", "9.99 GBP"),
        ("Il vaut deux euros cinquante.", "2.50 EUR"),
        ("Il vaut 3€ en 2020.", "3 EUR"),
    ],
    "space-behind-the-comma": [
        ("Le livre coûte 7, 50 € en librairie.", "7.50 EUR"),
        ("L'entrée est à 12, 90 €.", "12.90 EUR"),
        ("Le tarif passe à 1, 20 euro.", "1.20 EUR"),
        ("Un menu à 15, 00 euros.", "15 EUR"),
        ("Il coûte 1250, 75 €.", "1250.75 EUR"),
        ("Le prix est de 3, 49 € le litre.", "3.49 EUR"),
        ("Des billets de 20, 50 euros.", "20 | 50 EUR"),
        ("Des coupures de 5, 10, 20 euros.", "5 | 10 | 20 EUR"),
        ("Il est passé de 7,50 € à 8, 25 €.", "7.50 EUR | 8.25 EUR"),
    ],
    "shared-scale": [
        ("Deux à trois cents personnes ont défilé.", "200..300"),
        ("Trois à quatre cent mille euros de dégâts.", "300000..400000 EUR"),
        ("Cinq à six cents élèves.", "500..600"),
        ("Quatre ou cinq cents clients.", "400..500"),
        ("Le bénéfice tombe de 40 à 12 millions.", "40000000 | 12000000"),
        ("Le fonds passe de 3 à 5 milliards.", "3000000000 | 5000000000"),
        ("Entre 2 et 3 millions de visiteurs.", "2000000..3000000"),
        ("Dix à quinze mille manifestants.", "10000..15000"),
        ("Un coût de 20 à 30 millions d'euros.", "20000000..30000000 EUR"),
        ("Cinquante à trois cents personnes.", "50..300"),
        ("2 à 300 personnes.", "2..300"),
    ],
    "agency-currency-codes": [
        ("Le contrat porte sur 5 MEUR.", "5000000 EUR"),
        ("Un prêt de 1,2 MdEUR.", "1200000000 EUR"),
        ("Une dette de 3 MdsUSD.", "3000000000 USD"),
        ("Un chiffre d'affaires de 800 KEUR.", "800000 EUR"),
        ("Un budget de 12 MCHF.", "12000000 CHF"),
        ("Il vaut 40 M EUR.", "40000000 EUR"),
        ("Un gain de 15 MGBP.", "15000000 GBP"),
        ("Une amende de 300 kUSD.", "300000 USD"),
        ("Le marché pèse 7 MrdEUR.", "7000000000 EUR"),
        ("Un apport de 2 MFCFA.", "2000000 XOF"),
    ],
    "currencies-by-country": [
        ("L'usine a coûté 3 milliards de dollars de Taïwan.", "3000000000 TWD"),
        ("Un salaire de 900 dollars de Singapour.", "900 SGD"),
        ("Il doit 40 dollars du Canada.", "40 CAD"),
        ("Il doit 40 dollars de Hong Kong.", "40 HKD"),
        ("Le riz vaut 900 francs du Rwanda.", "900 RWF"),
        ("Il touche 20 000 pesos du Chili.", "20000 CLP"),
        ("Un prêt de 3 millions de pesos du Mexique.", "3000000 MXN"),
        ("Le thé vaut 80 roupies du Népal.", "80 NPR"),
        ("Il touche 300 dinars de Jordanie.", "300 JOD"),
        ("Il a 50 dollars de plus.", "50 USD"),
        ("Il a 12 euros de France.", "12 EUR"),
    ],
    "African-and-other-codes": [
        ("La caution est de 300.000.000 GNF.", "300000000 GNF"),
        ("Un sac à 25 000 XOF.", "25000 XOF"),
        ("Une amende de 12 000 DA.", "12000 DZD"),
        ("Le loyer est de 2 500 DH.", "2500 MAD"),
        ("Il gagne 900 DT par mois.", "900 TND"),
        ("Le sac coûte 60 000 MGA.", "60000 MGA"),
        ("Un don de 3 MDH.", "3000000 MAD"),
        ("Le litre est à 1 200 CDF.", "1200 CDF"),
        ("Le kilo est à 900 RWF.", "900 RWF"),
        ("Le pain vaut 150 KMF.", "150 KMF"),
        ("Il est entré au TOP 10.", ""),
    ],
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
    "per-mille-and-per-unit": [
        ("Il avait 1,2 pour mille d'alcool dans le sang.", "1.2 ‰"),
        ("Un taux de 0,5 ‰.", "0.5 ‰"),
        ("La mortalité est de 9,4 pour mille.", "9.4 ‰"),
        ("Le captage contient 0,1 microgramme par litre.", "0.1 µg/l"),
        ("Un seuil de 50 µg/l.", "50 µg/l"),
        ("Un taux de 40 mg/l.", "40 mg/l"),
        ("On trouve 12 mg par kilo.", "12 mg/kg"),
        ("Un taux de 0,5 gramme par litre.", "0.5 g/l"),
        ("Une teneur de 3 milligrammes par litre.", "3 mg/l"),
        ("Un pic de 80 microgrammes par mètre cube.", "80 µg/m3"),
        ("Il y en a 12 pour mille habitants.", "12 ‰"),
    ],
    "vulgar-fractions": [
        ("Le trajet dure 2½ heures.", "2.5 hour"),
        ("Il a couru 3½ kilomètres.", "3.5 km"),
        ("Un bail de 1½ an.", "1.5 year"),
        ("Il faut 2 ½ litres.", "2.5 litre"),
        ("Il a bu 1¼ litre.", "1.25 litre"),
        ("Une dose de 0¾ litre.", "0.75 litre"),
        ("Il reste ½ litre.", "0.5 litre"),
        ("Un film de 1½ heure.", "1.5 hour"),
        ("Un lot de 4½ tonnes.", "4.5 tonne"),
    ],
    "English-digits": [
        ("Le groupe a versé $1,250.75 à chacun.", "1250.75 USD"),
        ("Un don de £1,250.", "1250 GBP"),
        ("Un don de $12,500.", "12500 USD"),
        ("Il pèse 1,250,000 dollars.", "1250000 USD"),
        ("Un total de 1,250.50 euros.", "1250.50 EUR"),
        ("Le prix est de $1,250,000.", "1250000 USD"),
        ("Il mesure 1,250 mètre.", "1.250 m"),
        ("Un prix de 1,25 €.", "1.25 EUR"),
        ("Il pèse 12,345 kilos.", "12.345 kg"),
    ],
    "ranges-after-a-change": [
        ("On a perdu deux à trois mètres sur la plage.", "2..3 m"),
        ("Il a gagné 4 à 5 kilos.", "4..5 kg"),
        ("Le fleuve a progressé 2 à 3 mètres.", "2..3 m"),
        ("Il a pris dix à douze ans.", "10..12 year"),
        ("Il a cédé 3 à 4 points.", "3..4"),
        ("Elle recule de 3 à 2 %.", "3 % | 2 %"),
        ("Il a perdu 3 dollars à 67 dollars.", "3 USD | 67 USD"),
        ("Le taux passe de 2 à 3 %.", "2 % | 3 %"),
        ("Il prévoit 2 à 3 % de hausse.", "2..3 %"),
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
ROWS = [
    pytest.param(text, expected, id=f"{kind}-{place}")
    for kind, rows in PRESS.items()
    for place, (text, expected) in enumerate(rows)
]


def shown(number):
    """Give a figure as the table has it: value, upper end, unit and qualifier."""
    value = f"{number.value:f}" + (f"..{number.upper:f}" if number.upper is not None else "")
    return (value, number.unit, number.qualifier)


def read(expected):
    """Read a row's figures: « 12..15 EUR about | 3 »."""
    for part in filter(None, expected.split(" | ")):
        value, *rest = part.split()
        qualifiers = {"about", "nearly", "more_than", "at_least", "less_than", "at_most"}
        qualifier = rest.pop() if rest and rest[-1] in qualifiers else "exact"
        low, _, high = value.partition("..")
        yield Decimal(low), Decimal(high) if high else None, rest[0] if rest else None, qualifier


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_press(text, expected):
    """Every figure of a press text is read, with value, unit and qualifier, and nothing else is one."""
    found = [(n.value, n.upper, n.unit, n.qualifier) for n in find_numbers(text) if n.is_figure]
    assert found == list(read(expected))


@pytest.mark.parametrize("kind", PRESS)
def test_each_kind_is_varied(kind):
    """A fault stands for its kind: nine texts at least."""
    assert len(PRESS[kind]) >= 9
