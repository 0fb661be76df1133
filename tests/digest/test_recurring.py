"""What comes again each week or month in the same words is an event each time; what goes on is one."""

import pytest

from tests.digest.articles import brief

BULLETIN = (
    "Grippe : {cases} cas en une semaine\n\nLa grippe a touché {cases} personnes la semaine dernière, "
    "selon le bulletin de l'Agence de veille publié mercredi. {beds} malades ont été "
    "hospitalisés, a précisé Yaëlle Lenormand."
)
RATE = (
    "La Banque de Cordale fixe son taux à {rate} %\n\nLa Banque centrale de Cordale a fixé jeudi son taux "
    "directeur à {rate} %. Elle prévoit une inflation de {inflation} % cette année, a dit "
    "la gouverneure, Matilda Engström."
)
MATCH = (
    "Aulnoye joue à Tournefort\n\nAulnoye affrontait samedi Tournefort lors de la {number}e journée "
    "de la Ligue de basket. Jonas Keller, le capitaine, a inscrit {points} points devant {fans} spectateurs."
)
JOBLESS = (
    "Chômage : {jobless} demandeurs d'emploi\n\nLe nombre de demandeurs d'emploi s'établit à {jobless} "
    "en {month} en Norvalie, a annoncé mardi le ministre du Travail, Samir Haddad. Le "
    "taux de chômage est de {rate} %."
)
MARCH = (
    "Marche des retraités à Brézac\n\nLes retraités de Brézac ont défilé {day}, comme chaque semaine, "
    "pour leurs pensions. Ils étaient {marchers} selon la préfecture. {police} policiers étaient mobilisés."
)


def told(pattern, source, date, **figures):
    """Make a brief of a pattern; its figures are those given as digits."""
    numbers = [word for word in figures.values() if word[0].isdigit() and len(word) > 1]
    return brief(
        pattern.format(**figures), source, date,
        figures=[(n, n.replace(" ", "").replace(",", "."), "agency: count", None, "exact") for n in numbers],
    )  # fmt: skip


SERIES = {
    "bulletin": (BULLETIN, ("2026-01-21", {"cases": "41 200", "beds": "2 180"}),
                 ("2026-01-28", {"cases": "63 700", "beds": "3 040"})),
    "rate": (RATE, ("2026-03-12", {"rate": "3,25", "inflation": "2,1"}),
             ("2026-04-16", {"rate": "2,75", "inflation": "1,9"})),
    "match": (MATCH, ("2026-01-10", {"number": "12", "points": "27", "fans": "5 430"}),
              ("2026-01-17", {"number": "13", "points": "31", "fans": "3 910"})),
    "jobless": (JOBLESS, ("2026-06-02", {"jobless": "412 600", "month": "mai", "rate": "7,4"}),
                ("2026-07-02", {"jobless": "410 500", "month": "juin", "rate": "7,3"})),
    "march": (MARCH, ("2026-02-04", {"day": "mardi", "marchers": "1 200", "police": "48"}),
              ("2026-02-11", {"day": "mardi", "marchers": "1 450", "police": "64"})),
}  # fmt: skip


@pytest.mark.parametrize("series", SERIES)
def test_each_time_is_an_event(digested, series):
    """Two papers on the first, two on the next: two events, though the words are the same."""
    pattern, *times = SERIES[series]
    papers = [told(pattern, f"{source}/{date}", date, **f) for date, f in times for source in "ab"]
    found = digested(*papers)
    assert sorted(len(event.briefs) for event in found.events) == [2, 2]
    assert all(len({brief[:10] for brief in event.briefs}) == 2 for event in found.events)
    assert len({listed.published for listed in found.briefs}) == 2
    for event in found.events:
        assert event.first_seen == event.last_seen


@pytest.mark.parametrize("series", SERIES)
def test_the_same_report_days_later_is_one_event(digested, series):
    """A paper that tells the same a week later, with the same figures, has no event of its own."""
    pattern, (date, figures), _ = SERIES[series]
    week = f"{date[:8]}{int(date[8:]) + 4:02}"
    found = digested(told(pattern, "a/1", date, **figures), told(pattern, "b/2", week, **figures))
    assert len(found.events) == 1


def test_a_bulletin_is_no_copy_of_last_weeks(digested):
    """Even where half of its runs of words are the same."""
    pattern, *times = SERIES["bulletin"]
    found = digested(*(told(pattern, f"a/{date}", date, **figures) for date, figures in times))
    assert all(not report.copies for event in found.events for report in event.reports)
