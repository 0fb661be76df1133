"""Articles of an unusual kind: English, one sentence, 20,000 words, ten amounts that are nearly the same."""

import json
import re
from functools import cache
from itertools import cycle

import pytest

from summarizer import check_statement, summarize
from summarizer.french import find_numbers
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, passage_of, section_of, sound, sound_entries

PROFILES = pytest.mark.parametrize("profile", ["embedded", "hosted"])
FILLER = (
    "Sur la jetée, les marins réparent les filets et regardent passer les bateaux qui rentrent le soir. "
    "Le vent tourne au nord et le sable couvre peu à peu les marches, sans que personne ne les balaie. "
    "Au café, les habitués parlent de la pluie, des moutons et du chemin qui longe la falaise. "
)
LONG_WORDS = 20_000
TOLD = 4
"""Figures and quotations of each half of the long article."""
AMOUNTS = [f"{whole},{tenth} millions d'euros" for whole in (3, 4) for tenth in (1, 2, 3, 4, 6)]


def told(number):
    """A passage with one figure and one quotation of its own."""
    return (
        f"La digue du quartier {'ABCDEFGHIJ'[number]} coûtera {number + 11} millions d'euros à la commune. "
        f"« Cette digue protégera le quartier {'ABCDEFGHIJ'[number]} des vagues », a dit Marie Kervadec.\n\n"
    )


def long_article():
    """Twenty thousand words, with the same number of figures and quotations in either half."""
    paragraphs = LONG_WORDS // len(FILLER.split()) // (2 * TOLD)
    body = "".join((FILLER.strip() + "\n\n") * paragraphs + told(index) for index in range(2 * TOLD))
    return f"Les digues se préparent\n\n{body}"


@cache
def long_brief(profile):
    """The brief of the long article, with its requests."""
    goods = cycle(["nets", "ropes", "sails", "boats", "oars", "masts", "nets"])

    def telling(asked):
        if asked["messages"][-1]["content"].startswith("ARTICLE"):
            return sound(asked)
        entries = sound_entries(asked)
        if section_of(asked) == "overview":
            entries = {key: {"en": f"The sailors look at the {next(goods)}."} for key in entries}
        return Reply(body=completion(json.dumps(entries)))

    with scripted(telling) as server:
        return summarize(long_article(), model=chosen(server, profile)), server.asked


@PROFILES
@pytest.mark.no_cover  # short articles run the same lines; measured, this one takes three times as long
class TestTwentyThousandWords:
    """A long article is seen whole, at once or in passages."""

    def test_is_that_long(self, profile):
        """As many words as promised."""
        assert long_brief(profile)[0].article.words >= LONG_WORDS * 0.95

    def test_both_halves_are_found_alike(self, profile):
        """Quotations and figures of the second half are in the brief as those of the first are."""
        brief, _ = long_brief(profile)
        middle = len(brief.article.text) / 2
        for entries in (brief.quotes, brief.key_figures):
            late = sum(entry.source.start > middle for entry in entries)
            assert (len(entries) - late, late) == (TOLD, TOLD)

    def test_each_part_that_has_something_to_ask_is_asked_about(self, profile):
        """Every figure and every quotation stands in a passage that was shown."""
        shown = "\n".join(map(passage_of, long_brief(profile)[1]))
        for index in range(2 * TOLD):
            assert f"{index + 11} million" in shown
            assert f"le quartier {'ABCDEFGHIJ'[index]} des vagues" in shown

    def test_entries_of_several_windows_are_joined(self, profile):
        """One person, each quotation once, each figure once."""
        brief, _ = long_brief(profile)
        names = [holder.name for holder in brief.stakeholders]
        assert names.count("Marie Kervadec") == 1
        assert len(names) == len(set(names))
        for entries in (brief.quotes, brief.key_figures):
            places = [(entry.source.start, entry.source.end) for entry in entries]
            assert len(places) == len(set(places))

    def test_the_brief_stays_brief(self, profile):
        """Key points do not grow with the article, and are not told twice."""
        points = [point.en for point in long_brief(profile)[0].key_points]
        assert 2 <= len(points) <= 7
        assert len(points) == len(set(points))


@PROFILES
def test_one_sentence_is_an_article(profile):
    """Its figure and its headline are there; nothing is made of what it has not."""
    with scripted(sound) as server:
        brief = summarize("Le port a perdu 3 millions d'euros en mars.", model=chosen(server, profile))
    assert brief.headline.evidence[0].text == brief.article.text
    assert [figure.source.text for figure in brief.key_figures] == ["3 millions d'euros"]
    assert (brief.quotes, brief.disputes) == ((), ())


@PROFILES
def test_an_english_article_gives_a_brief_that_says_so(profile):
    """No entry without its words, and a finding at the head."""
    text = (
        "The harbour stayed shut on Thursday while the owners and the dockers talked about the roof.\n"
        "Nobody at the town hall wanted to say when the ferries would sail again."
    )
    with scripted(sound) as server:
        brief = summarize(text, model=chosen(server, profile))
    assert [finding.code for finding in brief.findings[:1]] == ["not_french"]
    assert (brief.key_figures, brief.quotes) == ((), ())
    assert all(span.text in text for span in brief.headline.evidence)


@PROFILES
def test_ten_like_amounts_stay_apart(profile):
    """Each is its own figure, with its own value."""
    text = f"Les dix offres pour le port sont de {', '.join(AMOUNTS[:-1])} et {AMOUNTS[-1]}.\n"
    with scripted(sound) as server:
        brief = summarize(text, model=chosen(server, profile))
    values = [figure.value for figure in brief.key_figures if figure.unit == "EUR"]
    assert len(values) == len(set(values))
    assert values == [number.value for number in find_numbers(text) if number.unit == "EUR"][: len(values)]
    assert len(values) >= 9


@pytest.mark.parametrize("amount", AMOUNTS)
def test_one_of_ten_like_amounts_is_not_another(amount):
    """In a sentence full of amounts the check still knows which are there."""
    said = re.sub(r"(\d),(\d) millions d'euros", r"€\1.\2 million", amount)
    others = [other for other in AMOUNTS if other != amount]
    sentence = f"Les offres pour le port sont de {', '.join(others)}."
    assert [finding.code for finding in check_statement(f"One bid is {said}.", sentence)] == ["number"]
    assert check_statement(f"One bid is {said}.", f"{sentence[:-1]} et {amount}.") == []
