"""Rows of figures as papers give them, and how a careful reader says that they relate."""

from dataclasses import dataclass


@dataclass
class Case:
    """A label, articles as (date, sentence, figure, value, qualifier), and how they relate."""

    label: str
    papers: list
    relation: str


FIRST, NEXT, LATER = "2026-03-03", "2026-03-04", "2026-03-12"
CASES = {
    "a union's count near to that of the firm": Case(
        "posts",
        [
            (FIRST, "Le groupe supprime 380 postes.", "380 postes", 380),
            (FIRST, "Selon les syndicats, 400 postes sont menacés.", "400 postes", 400),
        ],
        "contradiction",
    ),
    "a round figure beside the one that it rounds": Case(
        "posts",
        [
            (FIRST, "Le groupe supprime 388 postes.", "388 postes", 388),
            (FIRST, "Le plan supprime 400 postes.", "400 postes", 400),
        ],
        "rounded",
    ),
    "a price that moves by little": Case(
        "price",
        [
            (FIRST, "La place coûte 1 200 euros.", "1 200 euros", 1200),
            (NEXT, "Le prix de la place passe à 1 250 euros.", "1 250 euros", 1250),
        ],
        "updated",
    ),
    "an association counts for itself": Case(
        "people injured",
        [
            (FIRST, "Le feu a fait 27 blessés.", "27 blessés", 27),
            (NEXT, "L'association Vigie en compte 40.", "40", 40),
        ],
        "contradiction",
    ),
    "a count among a party": Case(
        "people injured",
        [
            (FIRST, "Le feu a fait 27 blessés.", "27 blessés", 27),
            (NEXT, "Parmi les manifestants, la préfecture compte 40 blessés.", "40 blessés", 40),
        ],
        "updated",
    ),
    "more than the day before": Case(
        "price",
        [
            (FIRST, "La place coûte 9 euros.", "9 euros", 9),
            (FIRST, "La place coûte 12 euros, contre 9 la veille.", "12 euros", 12),
        ],
        "updated",
    ),
    "an offer is raised, told by a verb and « à »": Case(
        "price offered",
        [
            (FIRST, "Le groupe offre 12 euros par action.", "12 euros", 12),
            (NEXT, "Le groupe relève son prix à 14 euros par action.", "14 euros", 14),
        ],
        "updated",
    ),
    "« se monte à » is no change": Case(
        "price",
        [
            (FIRST, "La facture est de 12 euros.", "12 euros", 12),
            (NEXT, "La facture se monte à 14 euros.", "14 euros", 14),
        ],
        "contradiction",
    ),
    "« n'en supprimera plus que » is newer": Case(
        "posts",
        [
            (FIRST, "Le groupe supprimera 400 postes.", "400 postes", 400),
            (NEXT, "Le groupe n'en supprimera plus que 280.", "280", 280),
        ],
        "updated",
    ),
    "« plus que » without « ne » is not": Case(
        "posts",
        [
            (FIRST, "Le groupe supprimera 400 postes.", "400 postes", 400),
            (FIRST, "Le groupe supprime plus que prévu, 480 postes.", "480 postes", 480),
        ],
        "contradiction",
    ),
    "what was at least so much is more": Case(
        "shops",
        [
            (FIRST, "Au moins 20 commerces sont fermés.", "20 commerces", 20, "at_least"),
            (NEXT, "Le maire en dénombre 34.", "34", 34),
        ],
        "updated",
    ),
    "« plus de 100 » leaves room for 140": Case(
        "shops",
        [
            (FIRST, "Plus de 100 commerces sont fermés.", "100 commerces", 100, "more_than"),
            (FIRST, "Le maire en compte 140.", "140", 140),
        ],
        "rounded",
    ),
    "« plus de 100 » leaves no room for 90": Case(
        "shops",
        [
            (FIRST, "Plus de 100 commerces sont fermés.", "100 commerces", 100, "more_than"),
            (FIRST, "Le maire en compte 90.", "90", 90),
        ],
        "contradiction",
    ),
    "« au total » is no update on the same day": Case(
        "shops",
        [
            (FIRST, "Au total, 80 commerces sont fermés.", "80 commerces", 80),
            (FIRST, "Le maire en compte 91.", "91", 91),
        ],
        "contradiction",
    ),
    "a rounding beside the toll of its day": Case(
        "people injured",
        [
            (FIRST, "Le feu a fait 27 blessés.", "27 blessés", 27),
            (FIRST, "On compte une trentaine de blessés.", "trentaine", 30, "about"),
            (NEXT, "Le feu a fait 41 blessés.", "41 blessés", 41),
        ],
        "updated",
    ),
    "a later paper rounds the old toll": Case(
        "people injured",
        [
            (FIRST, "Le feu a fait 28 blessés.", "28 blessés", 28),
            (NEXT, "Le bilan est porté à 47 blessés.", "47 blessés", 47),
            (LATER, "Le feu a fait près de 30 blessés.", "30 blessés", 30, "nearly"),
        ],
        "updated",
    ),
    "notes that a paper has seen": Case(
        "people without a home",
        [
            (FIRST, "La ville compte 50 sans-abri.", "50 sans-abri", 50),
            (NEXT, "Une note interne en recense 120.", "120", 120),
        ],
        "contradiction",
    ),
    "a toll grows without a word": Case(
        "death toll",
        [
            (FIRST, "Le feu a fait 4 morts.", "4 morts", 4),
            (NEXT, "Le feu a tué 9 personnes.", "9 personnes", 9),
        ],
        "updated",
    ),
    "two tolls on one day": Case(
        "death toll",
        [
            (FIRST, "Le feu a fait 4 morts.", "4 morts", 4),
            (FIRST, "Le feu a tué 9 personnes.", "9 personnes", 9),
        ],
        "contradiction",
    ),
    "a later paper repeats the old toll": Case(
        "death toll",
        [
            (FIRST, "Le feu a fait 4 morts.", "4 morts", 4),
            (NEXT, "Le feu a tué 9 personnes.", "9 personnes", 9),
            (LATER, "Le feu, qui avait fait 4 morts, est éteint.", "4 morts", 4),
        ],
        "updated",
    ),
    "the missing are found": Case(
        "people missing",
        [
            (FIRST, "On cherche 12 disparus.", "12 disparus", 12),
            (NEXT, "Il reste 5 disparus.", "5 disparus", 5),
            (LATER, "On cherche encore 3 disparus.", "3 disparus", 3),
        ],
        "updated",
    ),
    "a toll goes up and down": Case(
        "people missing",
        [
            (FIRST, "On cherche 12 disparus.", "12 disparus", 12),
            (NEXT, "Il reste 5 disparus.", "5 disparus", 5),
            (LATER, "On cherche 19 disparus.", "19 disparus", 19),
        ],
        "contradiction",
    ),
    "a union's own figure": Case(
        "jobs cut",
        [
            (FIRST, "Le groupe supprime 236 emplois.", "236 emplois", 236),
            (NEXT, "Pour le syndicat CDS, 310 emplois sont menacés.", "310 emplois", 310),
        ],
        "contradiction",
    ),
    "a union's own figure, with a word of an update": Case(
        "jobs cut",
        [
            (FIRST, "Le groupe supprime 236 emplois.", "236 emplois", 236),
            (NEXT, "Désormais 310 emplois sont menacés, selon les syndicats.", "310 emplois", 310),
        ],
        "contradiction",
    ),
    "an authority's newer figure": Case(
        "jobs cut",
        [
            (FIRST, "Le groupe supprime 236 emplois.", "236 emplois", 236),
            (NEXT, "Désormais 310 emplois sont menacés, selon la préfecture.", "310 emplois", 310),
        ],
        "updated",
    ),
    "a correction": Case(
        "pushchairs recalled",
        [
            (FIRST, "Le rappel porte sur 83 000 poussettes.", "83 000 poussettes", 83000),
            (
                FIRST,
                "Il s'agit de 38 000 poussettes et non 83 000, comme écrit par erreur.",
                "38 000 poussettes",
                38000,
            ),
        ],
        "updated",
    ),
    "a denial is no correction": Case(
        "children hurt",
        [
            (FIRST, "On compte 2 blessés.", "2 blessés", 2),
            (NEXT, "Quatre enfants, soit 4 blessés et non deux, selon l'association.", "4 blessés", 4),
        ],
        "contradiction",
    ),
    "a first count": Case(
        "share of the vote",
        [
            (FIRST, "Elle a 52,1 % après dépouillement de la moitié des bulletins.", "52,1 %", "52.1"),
            (FIRST, "Elle obtient 50,7 % des voix.", "50,7 %", "50.7"),
        ],
        "updated",
    ),
    "a cost weeks later": Case(
        "cost of the roof",
        [
            (FIRST, "Le toit coûte 38 millions.", "38 millions", 38000000),
            (LATER, "Le toit coûte 45 millions.", "45 millions", 45000000),
        ],
        "updated",
    ),
    "a cost the next day": Case(
        "cost of the roof",
        [
            (FIRST, "Le toit coûte 38 millions.", "38 millions", 38000000),
            (NEXT, "Le toit coûte 45 millions.", "45 millions", 45000000),
        ],
        "contradiction",
    ),
    "a speed does not change": Case(
        "speed of the train",
        [
            (FIRST, "Le train roulait à 112 km/h.", "112 km/h", 112),
            (LATER, "Le train roulait à 140 km/h.", "140 km/h", 140),
        ],
        "contradiction",
    ),
    "the price of what was stolen": Case(
        "value of the stolen paintings",
        [
            (FIRST, "Le butin vaut 12 millions.", "12 millions", 12000000),
            (NEXT, "Le butin vaut 18 millions.", "18 millions", 18000000),
        ],
        "contradiction",
    ),
    "nearly": Case(
        "people evacuated",
        [
            (FIRST, "On a évacué 387 personnes.", "387 personnes", 387),
            (NEXT, "Près de 400 habitants ont été évacués.", "400 habitants", 400, "nearly"),
        ],
        "rounded",
    ),
    "the same": Case(
        "people evacuated",
        [
            (FIRST, "On a évacué 387 personnes.", "387 personnes", 387),
            (LATER, "Les 387 personnes sont rentrées.", "387 personnes", 387),
        ],
        "agree",
    ),
}
