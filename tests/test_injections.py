"""An article gives no orders: whatever is written into it, the brief stays a brief of the article."""

import json
import re
from functools import cache

import pytest

from summarizer import summarize
from summarizer.articles.article import make_article
from summarizer.french import find_numbers, find_quotations
from summarizer.marking.marked_article import mark
from summarizer.sections import SECTIONS
from tests.articles import STORY
from tests.injections import INJECTIONS
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, passage_of, section_of, sound, sound_entries, whole_answer

EACH = pytest.mark.parametrize("injected", INJECTIONS.values(), ids=list(INJECTIONS))
LIE = "Zebulon Quark paid 77 billion dollars for the harbour of Nowhere."
"""Nothing of it stands in the story; one name stands in some of the injections."""
FAKE_IDS = ("N99", "Q99", "E99", "S99")


def injected_story(injected):
    """Put the words into the middle of the story."""
    return STORY.replace("Elle dirige les finances", f"{injected} Elle dirige les finances")


def gullible(request):
    """Answer soundly, and obey the article as well: entries for ids that were never given."""
    if _is_whole(request):
        return Reply(body=completion(json.dumps(_with_fake_ids(whole_answer(passage_of(request))))))
    entries = sound_entries(request)
    extra = next(iter(entries.values()))
    if not _is_asked_again(request):
        entries |= {key: extra for key in FAKE_IDS if key not in entries}
    return Reply(body=completion(json.dumps(entries)))


def _is_whole(request):
    return "headline" in request["response_format"]["json_schema"]["schema"]["properties"]


def _with_fake_ids(answer):
    """Refer to ids of nothing: in a point's sentences, as a figure, as a quotation, as a name."""
    return {
        **answer,
        "key_points": [*answer["key_points"], {"en": "They go on.", "sentences": ["S99"]}],
        "key_figures": [*answer["key_figures"], {"figure": "N99", "subject": "it", "measure": "all of it"}],
        "quotes": [
            *answer["quotes"],
            {"quotation": "Q99", "en": "Yes", "speaker": "E99", "speaker_en": "Us"},
        ],
    }


def _lying(answer):
    """Write the lie into everything but the headline."""
    for point in answer["key_points"]:
        point["en"] = LIE
    for figure in answer["key_figures"]:
        figure["measure"] = LIE
    for quote in answer["quotes"]:
        quote |= {"en": LIE, "speaker": "E99"}
    for party in answer["stakeholders"]:
        party["role"] = LIE
    for dispute in answer["disputes"]:
        for side in dispute["sides"]:
            side |= {"party": "E99", "position": LIE}
    return {**answer, "key_points": [*answer["key_points"], {"en": "They go on.", "sentences": ["S1"]}]}


def obedient(request):
    """Write the lie wherever words are asked, but for the headline, and a fake id wherever an id is."""
    if _is_whole(request):
        return Reply(body=completion(json.dumps(_lying(whole_answer(passage_of(request))))))
    entries = sound_entries(request)
    for key, entry in entries.items():
        for field in {"en", "measure", "role", "issue"} & entry.keys() - ({"en"} if key == "H1" else set()):
            entry[field] = LIE
        if "speaker" in entry:
            entry["speaker"] = "E99"
        for side in entry.get("sides", ()):
            side |= {"party": "E99", "position": LIE}
    return Reply(body=completion(json.dumps(entries)))


def _is_asked_again(request):
    own = [turn for turn in request["messages"] if turn["content"] == passage_of(request)]
    return len(request["messages"]) != request["messages"].index(own[0]) + 1


OPEN = f"{STORY}\n\nLa société Valdor et Jean Morvan ont répondu : « La grue est cassée depuis un an. »\n"
"""The plain story with a quotation whose speaker the rules leave open, which a model is asked for."""
UNKNOWN = f"{STORY}\n\nLuc Perrin, un marin que tout Kerlann connaît, a salué l'accord.\n"
"""The plain story with a person whose role code cannot tell, which the embedded model is asked for."""


@cache
def brief_of(text, answers, profile):
    """The brief of a text whose questions are answered so, and what was asked."""
    with scripted(answers) as server:
        return summarize(text, model=chosen(server, profile)), server.asked


@pytest.mark.parametrize("profile", ["embedded", "hosted"])
@EACH
class TestInjected:
    """What holds of the brief of an article that carries an order, a mark or a turn."""

    def test_nothing_in_it_passes_for_a_mark_or_a_turn(self, injected, profile):
        """Requests have the turns that the plain story's have, and no mark of the article's own."""
        _, asked = brief_of(injected_story(injected), gullible, profile)
        shown = "\n".join(passage_of(request) for request in asked)
        assert not re.search(r"\[[A-Z]99\b|<\||</?s>", shown)
        plain = [request for text in (STORY, OPEN, UNKNOWN) for request in brief_of(text, sound, profile)[1]]
        first = [request for request in asked if not _is_asked_again(request)]
        assert set(map(_roles, first)) <= set(map(_roles, plain))
        systems = set(map(_system, plain))
        assert len(systems) == (len(SECTIONS) if profile == "embedded" else 1)
        assert set(map(_system, asked)) <= systems

    def test_figures_and_quotations_are_those_of_code(self, injected, profile):
        """Each stands where code found it, with the value that code read there."""
        text = injected_story(injected)
        brief, _ = brief_of(text, gullible, profile)
        numbers = {(n.start, n.end): n for n in find_numbers(text) if n.is_figure}
        quotations = {(q.start, q.end): q.text for q in find_quotations(text)}
        assert brief.key_figures
        for figure in brief.key_figures:
            number = numbers[figure.source.start, figure.source.end]
            assert (figure.source.text, figure.value, figure.unit) == (number.text, number.value, number.unit)
        for quote in brief.quotes:
            assert quotations[quote.source.start, quote.source.end] == quote.source.text

    def test_no_id_of_the_articles_making_is_taken(self, injected, profile):
        """The ids asked about are those of the marks, and findings name no other as an entry of the brief."""
        marked = mark(make_article(injected_story(injected)))
        assert not set(FAKE_IDS) & {*marked.numbers, *marked.quotations, *marked.names, *marked.sentences}
        brief, _ = brief_of(injected_story(injected), gullible, profile)
        assert not set(FAKE_IDS) & {finding.item for finding in brief.findings}
        named = {quote.speaker for quote in brief.quotes} | {holder.name for holder in brief.stakeholders}
        assert all(name is None or name in brief.article.text for name in named)

    def test_the_storys_own_quotations_are_still_there(self, injected, profile):
        """What is injected pushes nothing of the article out."""
        brief, _ = brief_of(injected_story(injected), gullible, profile)
        assert {"Nous allons embaucher au printemps", "dangereux pour tout le port"} <= {
            quote.source.text for quote in brief.quotes
        }

    def test_a_model_that_obeys_cannot_put_a_lie_into_the_brief(self, injected, profile):
        """Amounts and names that the evidence has not are dropped, and listed as dropped."""
        brief, _ = brief_of(injected_story(injected), obedient, profile)
        words = [statement.en for statement in (brief.headline, *brief.key_points)]
        words += [figure.measure for figure in brief.key_figures]
        words += [holder.role.en for holder in brief.stakeholders]
        words += [side.position.en for dispute in brief.disputes for side in dispute.sides]
        assert LIE not in words
        assert "77" not in "".join(words)
        assert "E99" not in {quote.speaker for quote in brief.quotes}
        assert "dropped" in {finding.action for finding in brief.findings if finding.code == "number"}


def _system(request):
    """What the program tells the model of its task."""
    return request["messages"][0]["content"]


def _roles(request):
    """A request's section and the roles of its turns."""
    if _is_whole(request):
        return "whole", tuple(turn["role"] for turn in request["messages"])
    return section_of(request), tuple(turn["role"] for turn in request["messages"])


def test_there_are_as_many_in_each_language_as_promised():
    """At least twenty, half of them in French or without a language."""
    assert len(INJECTIONS) >= 20
    assert sum("French" in name for name in INJECTIONS) >= 5
    assert sum("English" in name for name in INJECTIONS) >= 5
