"""Briefs in, a digest out: whatever their order, at once or bit by bit."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.digest import Digester, digest
from summarizer.digest.likeness import Words
from summarizer.output.brief_files import brief_id
from tests.digest.articles import FIRE, brief, fire, harbour, later

SEVERAL = [
    fire(),
    fire("z/copy.txt"),
    later(),
    later("y/9.txt", "2026-03-06"),
    harbour(),
    harbour("w/4.txt", None),
    fire("late.txt", "2026-09-09"),
]


def test_events(digested):
    """Two papers on the fire are one event, the harbour is another one."""
    found = digested(fire(), later(), harbour())
    assert [len(event.briefs) for event in found.events] == [2, 1]
    assert found.events[0].first_seen == "2026-03-03"
    assert found.events[0].last_seen == "2026-03-04"
    assert found.events[0].sources == ("a/1.txt", "b/2.txt")


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(SEVERAL))), st.integers(1, len(SEVERAL)))
def test_the_order_of_briefs_does_not_count(order, steps):
    """The digest is the same to the letter, however they come and however often it was made before."""
    made = Digester(likeness=Words())
    for n, place in enumerate(order):
        made.add([SEVERAL[place]])
        if n % steps == 0:
            made.digest()
    assert made.digest() == digest(SEVERAL, likeness=Words())


def test_many_articles_in_any_order():
    """The same for groups that hang together in chains, each article sharing words with the next."""
    words = [f"mot{n}" for n in range(60)]
    draw = random.Random(3)  # noqa: S311 - nothing secret
    texts = [" ".join(draw.sample(words[n : n + 12], 12)) for n in range(45)]
    chain = [brief(f"{n}\n\n{text}.", f"{n}.txt", f"2026-03-{n % 9 + 1:02}") for n, text in enumerate(texts)]
    expected = digest(chain, likeness=Words())
    shuffled = draw.sample(chain, len(chain))
    made = Digester(likeness=Words())
    for start in range(0, 45, 9):
        made.add(shuffled[start : start + 9])
        made.digest()
    assert made.digest() == expected
    assert 1 < len(expected.events) < 45


def test_an_events_id_stays(digester):
    """What comes later joins the event under its id; the id of any of its briefs leads to it."""
    digester.add([fire()])
    first = digester.digest().events[0].id
    assert first == f"E-{brief_id(fire())[:10]}"
    digester.add([later()])
    assert digester.digest().events[0].id == first


def test_two_briefs_of_one_article(digester):
    """The later one counts, and the digest says so."""
    old = fire()
    made = old.provenance.model_copy(update={"created": old.provenance.created.replace(year=2027)})
    new = old.model_copy(
        update={"provenance": made, "headline": old.headline.model_copy(update={"en": "Again"})}
    )
    for briefs in ([old, new], [new, old]):
        digester.add(briefs)
        found = digester.digest()
        assert [listed.headline for listed in found.briefs] == ["Again"]
        assert found.skipped[0].reason.startswith("an older brief")


def test_a_later_brief_of_a_known_article_takes_its_place(digester):
    """Also where a digest was made between the two."""
    digester.add([fire(), later()])
    digester.digest()
    new = later().model_copy(update={"headline": later().headline.model_copy(update={"en": "Zwölf"})})
    made = new.provenance.model_copy(update={"created": new.provenance.created.replace(year=2027)})
    digester.add([new.model_copy(update={"provenance": made})])
    found = digester.digest()
    assert {listed.headline for listed in found.briefs} == {"Fire kills nine in Brézac", "Zwölf"}
    assert len(found.events) == 1


@pytest.mark.parametrize(
    "briefs",
    [[], [fire()], [fire("x", None), later("y", None)], [brief("Oui.\n\nNon.", None, "hier")]],
    ids=["none", "one", "no dates", "no words"],
)
def test_odd_folders(digested, briefs):
    """Nothing, one article, no dates, hardly a word: a digest all the same."""
    found = digested(*briefs)
    assert len(found.briefs) == len(briefs)
    assert sum(len(event.briefs) for event in found.events) == len(briefs)


def test_all_on_one_event(digested):
    """Three hundred articles on one event are one, in bounded time; near copies count once."""
    papers = [
        brief(FIRE.replace("Au moins", f"Ce matin {n} encore, au moins"), f"{n}.txt", "2026-03-03",
              figures=[("27 blessés", 27, "fire: people injured", None, "exact")])
        for n in range(300)
    ]  # fmt: skip
    found = digested(*papers)
    assert len(found.events) == 1
    assert len(found.events[0].reports) == 1


def test_no_name_in_common(digested):
    """Articles that share no name are joined by their words, if these are very much alike."""
    one = "Grève\n\nles chauffeurs bloquent les dépôts pétroliers et les raffineries depuis lundi matin"
    other = "Blocage\n\nles raffineries et les dépôts pétroliers sont bloqués par les chauffeurs ce matin"
    third = "Temps\n\nles orages grondent encore sur les vignobles ce soir"
    found = digested(*(brief(text, str(n), "2026-03-03") for n, text in enumerate((one, other, third))))
    assert sorted(len(event.briefs) for event in found.events) == [1, 2]


def test_months_apart(digested):
    """The same words half a year later are another event, near copy or not."""
    found = digested(fire(), fire("b", "2026-09-09"))
    assert len(found.events) == 2
