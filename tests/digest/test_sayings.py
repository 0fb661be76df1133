"""The same quotation once, however many papers have it."""

import pytest

from summarizer.digest.records import Said
from summarizer.digest.sayings import Spoken, join_events, join_in_event, sayings_of, words_of
from summarizer.schemas.brief import Span

WHOLE = "Nous ne quitterons pas l'usine tant que la direction refuse de négocier"


def spoken(words, entity="P-1", number=0, event="E-1", day="2026-03-03"):
    """Give a quotation."""
    said = Said(f"b{number}", 1, day, Span(start=0, end=len(words), text=words), "…", "x")
    return Spoken(said, event, words_of(words), entity, "x", person=True)


@pytest.mark.parametrize(
    ("one", "other", "entities", "same"),
    [
        (WHOLE, WHOLE, ("P-1", "P-1"), True),
        (WHOLE, WHOLE.upper(), ("P-1", None), True),
        (WHOLE, "tant que la direction refuse de négocier", ("P-1", None), True),
        (
            WHOLE,
            "Nous ne quitterons pas cette usine tant que la direction refusera de négocier",
            ("P-1", "P-1"),
            True,
        ),
        (WHOLE, "On restera dans l'usine", ("P-1", "P-1"), False),
        (WHOLE, "Nous ne quitterons pas la table, dit la ministre", ("P-1", "P-2"), False),
        ("inacceptable", "inacceptable", ("P-1", "P-1"), True),
        ("inacceptable", "inacceptable", ("P-1", "P-2"), False),
        ("inacceptable", "inacceptable", (None, None), False),
        ("oui", WHOLE, ("P-1", "P-1"), False),
        ("On n'a rien vu venir", "Nous n'avons rien vu venir", ("P-1", "P-1"), True),
        (WHOLE, WHOLE, ("P-1", "P-2"), True),
    ],
)
def test_same(one, other, entities, same):
    """Whole, shortened or altered; short ones only from the same mouth."""
    group = [spoken(one, entities[0], 0), spoken(other, entities[1], 1)]
    assert (len(join_in_event(group)) == 1) is same
    assert (len(join_in_event(group[::-1])) == 1) is same


def test_wordings_stand_side_by_side():
    """The longest is whole, the others shortened or altered, each with its places."""
    given = [
        spoken(WHOLE, number=0),
        spoken(WHOLE, number=1),
        spoken("tant que la direction refuse de négocier", number=2),
        spoken(WHOLE.replace("refuse", "refusera"), number=3),
    ]
    (saying,) = sayings_of(given)
    found = {wording.change: len(wording.places) for wording in saying.wordings}
    assert found == {"whole": 2, "shortened": 1, "altered": 1}


def test_the_same_words_in_two_events():
    """One saying, of one person; of two people two."""
    own = sayings_of([spoken(WHOLE, event="E-1")])
    again = sayings_of([spoken(WHOLE, event="E-2", number=1)])
    other = sayings_of([spoken(WHOLE, "P-2", event="E-3", number=2)])
    joined = join_events([own, again, other], {"P-1", "P-2"})
    assert [events for _, events in joined] == [("E-1", "E-2"), ("E-3",)]
    (wording,) = joined[0][0].wordings
    assert [place.brief for place in wording.places] == ["b0", "b1"]


@pytest.mark.parametrize(
    ("words", "day", "joined"),
    [
        (WHOLE, "2027-03-03", True),
        (WHOLE.replace("refuse", "refusera"), "2026-03-09", True),
        (WHOLE.replace("refuse", "refusera"), "2026-05-09", False),
        ("Nous quitterons cette usine quand nous serons payés et pas avant", "2026-03-09", False),
    ],
    ids=["the same words a year later", "another wording", "another wording months later", "other words"],
)
def test_what_one_person_says_again_in_a_later_event(words, day, joined):
    """A follow-up that is an event of its own repeats what was said."""
    first = sayings_of([spoken(WHOLE)])
    later = sayings_of([spoken(words, number=1, event="E-2", day=day)])
    found = join_events([first, later], {"P-1"})
    assert len(found) == 2 - joined
    assert len(join_events([first, later], set())) == 2


def test_many_quotations_take_bounded_time():
    """Two thousand quotations of one event, alike in words, are joined in a moment."""
    given = [
        spoken(f"nous irons {n} fois {n % 7} jours vers {n * 31} lieux {n % 13} ans", None, n)
        for n in range(2000)
    ]
    assert sum(map(len, join_in_event(given))) == len(given)
