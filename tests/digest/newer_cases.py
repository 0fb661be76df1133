"""Rows in which one figure may be newer, a bound or a correction; each kind beside its false sister."""

from tests.digest.relation_cases import FIRST, NEXT, Case

NEWER = {
    "a river that has risen and come down within a day": Case(
        "water level",
        [
            (NEXT, "La rivière est montée à 5 mètres dans la nuit.", "5 mètres", 5),
            (NEXT, "L'eau est redescendue à 3 mètres en fin de journée.", "3 mètres", 3),
        ],
        "updated",
    ),
    "two rises of a day are two claims": Case(
        "water level",
        [
            (NEXT, "La rivière est montée à 5 mètres dans la nuit.", "5 mètres", 5),
            (NEXT, "L'eau est montée à 3 mètres.", "3 mètres", 3),
        ],
        "contradiction",
    ),
    "what has come down cannot be more than what has risen": Case(
        "price",
        [
            (NEXT, "Le prix a été relevé à 3 euros.", "3 euros", 3),
            (NEXT, "Le prix a été ramené à 5 euros.", "5 euros", 5),
        ],
        "contradiction",
    ),
    "an estimate beside a first count": Case(
        "homes flooded",
        [
            (NEXT, "Le maire estime à 420 le nombre des maisons inondées.", "420", 420),
            (NEXT, "Premier bilan de l'État : 260 maisons inondées.", "260 maisons", 260),
        ],
        "contradiction",
    ),
    "a first count and a later one of the day": Case(
        "homes flooded",
        [
            (NEXT, "Premier bilan de l'État : 260 maisons inondées.", "260 maisons", 260),
            (NEXT, "L'eau a envahi 420 maisons.", "420 maisons", 420),
        ],
        "updated",
    ),
    "new analyses": Case(
        "rooms closed",
        [
            (FIRST, "L'école a fermé 7 salles.", "7 salles", 7),
            (NEXT, "De nouvelles analyses ont conduit la ville à fermer 19 salles.", "19 salles", 19),
        ],
        "updated",
    ),
    "analyses that are not new": Case(
        "rooms closed",
        [
            (FIRST, "L'école a fermé 7 salles.", "7 salles", 7),
            (NEXT, "Des analyses ont conduit la ville à fermer 19 salles.", "19 salles", 19),
        ],
        "contradiction",
    ),
    "less than leaves room": Case(
        "duration",
        [
            (FIRST, "Le vol a duré 6 minutes.", "6 minutes", 6),
            (NEXT, "Le vol a duré moins de 10 minutes.", "10 minutes", 10, "less_than"),
        ],
        "rounded",
    ),
    "less than leaves no room above": Case(
        "duration",
        [
            (FIRST, "Le vol a duré 13 minutes.", "13 minutes", 13),
            (NEXT, "Le vol a duré moins de 10 minutes.", "10 minutes", 10, "less_than"),
        ],
        "contradiction",
    ),
    "less than leaves little room where it is sharp": Case(
        "duration",
        [
            (FIRST, "Le vol a duré 6 minutes.", "6 minutes", 6),
            (NEXT, "Le vol a duré moins de 12 minutes.", "12 minutes", 12, "less_than"),
        ],
        "contradiction",
    ),
    "et non neuf, as was said": Case(
        "objects",
        [
            (FIRST, "Il manque 9 objets.", "9 objets", 9),
            (NEXT, "Il manque 11 objets, et non neuf comme annoncé.", "11 objets", 11),
        ],
        "updated",
    ),
    "et non neuf, which may mean used": Case(
        "objects",
        [
            (FIRST, "Il manque 9 vélos.", "9 vélos", 9),
            (NEXT, "Il manque 11 vélos, du matériel d'occasion et non neuf.", "11 vélos", 11),
        ],
        "contradiction",
    ),
    "rescuers are more from day to day": Case(
        "rescuers deployed",
        [
            (FIRST, "35 sauveteurs cherchent la disparue.", "35 sauveteurs", 35),
            (NEXT, "Ils étaient 80 à la chercher.", "80", 80),
        ],
        "updated",
    ),
    "rescuers of one day": Case(
        "rescuers deployed",
        [
            (NEXT, "35 sauveteurs cherchent la disparue.", "35 sauveteurs", 35),
            (NEXT, "Ils étaient 80 à la chercher.", "80", 80),
        ],
        "contradiction",
    ),
}
