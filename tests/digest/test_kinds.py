"""Kinds of event: reports of one event that share a place and few words are together, others apart."""

import pytest

from summarizer.digest.kinds import kinds, with_kinds
from summarizer.digest.words import dot, tokens, weigh
from summarizer.output.brief_files import brief_id
from tests.digest.articles import brief

STRIKE = (
    "Les bus de Corvelle à l'arrêt\n\nPas un véhicule mercredi matin dans les rues de Corvelle. Un préavis "
    "a été déposé par trois organisations, qui réclament de meilleurs horaires pour les équipes du soir. "
    "La régie dit vouloir discuter, selon Inès Taverdet."
)
SAME_STRIKE = (
    "Troisième jour sans transport\n\nDans les foyers, chacun s'organise, entre covoiturage, vélo et marche. "
    "À Corvelle, les grévistes ont "
    "voté la poursuite du débrayage jusqu'à samedi, et un syndicat promet un rassemblement devant "
    "l'hôtel de ville. « On tiendra », lance Morgan Faugier."
)
THEFT = (
    "Des bijoux disparaissent\n\nUne vitrine brisée, des colliers envolés. À Corvelle, un braquage a "
    "visé une joaillerie du centre, et le butin dépasse ce que craignait le gérant. La "
    "commerçante veut des caméras aux abords."
)


def test_one_strike_in_other_words(digested):
    """Place, name and kind join two reports; a theft in the same town is apart."""
    papers = [
        brief(text, source, "2026-03-04")
        for source, text in (("a/1", STRIKE), ("b/1", SAME_STRIKE), ("c/1", THEFT))
    ]
    ids = [brief_id(paper) for paper in papers]
    found = [set(event.briefs) for event in digested(*papers).events]
    assert sorted(found, key=len) == [{ids[2]}, {ids[0], ids[1]}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les grévistes ont un préavis", {"=strike"}),
        ("Une avalanche, des skieurs", {"=snow"}),
        ("Il vient lundi à Corvelle", set()),
        ("", set()),
    ],
)
def test_kinds(text, found):
    """What no list knows is of no kind."""
    assert set(kinds(tokens(text))) == found


def test_length():
    """A vector with kinds still has length 1, and one without is as it was."""
    plain = weigh(["corvelle", "greviste"])
    both = with_kinds(plain, ["greviste", "preavis"])
    assert dot(both, both) == pytest.approx(1.0)
    assert with_kinds(plain, ["corvelle"]) == plain
