"""The second reader: what it is shown, what it objects to, and what becomes of that."""

import asyncio

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.models.choice import Choice
from summarizer.pipeline import Options, asummarize
from tests.articles import STORY
from tests.asking.whole_briefs import briefed, found
from tests.servers import scripted
from tests.whole_answers import STORY_ANSWER, last_turns, only, writer


class TestTheSecondReader:
    """A second reader judges each statement; what it objects to goes back to the writer once."""

    @staticmethod
    def objects_to(words, verdict="not", reason="The French does not say so."):
        """A judge that objects to the statements with these words."""
        return lambda statement: (verdict, reason) if words in statement else None

    def test_what_it_supports_is_said_to_be_supported(self):
        """Two calls; every statement carries the verdict."""
        brief, server = briefed(STORY_ANSWER, judge=lambda _: None, second_reader="same")
        assert len(server.asked) == 2
        assert {point.second_reading for point in brief.key_points} == {"supported"}
        assert brief.quotes[0].second_reading == "supported"
        assert brief.disputes[0].sides[0].position.second_reading == "supported"
        assert brief.provenance.second_reader == "openai/scripted"
        assert brief.findings == ()

    def test_it_sees_each_statement_with_its_french(self):
        """And the sentence before; a translation with its quotation."""
        _, server = briefed(STORY_ANSWER, judge=lambda _: None, second_reader="same")
        shown = last_turns(server.asked)[1]
        assert "[S8] Le syndicat CDK dénonce" in shown
        assert "The CDK union demands a 7% rise in pay; Ostrelec rejects it.\n   S8, S9" in shown
        assert "translates « Nous allons embaucher au printemps »" in shown

    def test_the_writer_mends_what_it_objects_to(self):
        """The mended entry is judged again, and stands."""
        mended = {"en": "CDK wants a 7% rise, which Ostrelec refuses.", "sentences": ["S8", "S9"]}
        brief, server = briefed(
            STORY_ANSWER,
            only(key_points=[mended]),
            judge=self.objects_to("demands a 7% rise in pay"),
            second_reader="same",
        )
        again = last_turns(server.asked)[2]
        assert "a second reader says: The French does not say so." in again
        assert len(server.asked) == 4
        assert brief.key_points[1].en == mended["en"]
        assert brief.key_points[1].second_reading == "supported"
        assert found(brief, "second_reader") == [("key_points.2", "reasked")]

    @pytest.mark.parametrize(("verdict", "points", "action"), [("not", 1, "dropped"), ("partly", 2, "kept")])
    def test_what_it_goes_on_objecting_to(self, verdict, points, action):
        """Unsupported statements are dropped; partly supported ones are kept with a finding."""
        same = only(key_points=[STORY_ANSWER["key_points"][1]])
        judge = self.objects_to("demands a 7% rise in pay", verdict)
        brief, _ = briefed(STORY_ANSWER, same, judge=judge, second_reader="same")
        assert len(brief.key_points) == points
        assert found(brief, "second_reader") == [("key_points.2", action)]
        strict, _ = briefed(STORY_ANSWER, same, judge=judge, second_reader="same", strict=True)
        assert len(strict.key_points) == 1

    def test_a_statement_that_it_forgets_is_asked_for(self):
        """Every statement has a judgement; without one the brief says so."""
        with scripted(forgetful) as server:
            choice = Choice(name="openai/scripted", why="a test", base_url=server.base_url, timeout=20.0)
            brief = asyncio.run(asummarize(STORY, model=choice, options=Options(second_reader="same")))
        assert "Judge these as well: 2" in last_turns(server.asked)[2]
        assert {finding.code for finding in brief.findings} == {"no_answer"}
        assert len(brief.key_points) == 2

    def test_none_is_asked_by_the_plan_for_small_models(self):
        """It has nothing to say there."""
        brief, _ = briefed(STORY_ANSWER)
        assert brief.provenance.second_reader is None


@pytest.mark.parametrize("supported", [True, False])
def test_a_brief_from_elsewhere_can_be_read_again(supported, tmp_path):
    """`check --second-reader` judges its statements; what is not supported is a line, and exit code 1."""
    brief, _ = briefed(STORY_ANSWER)
    path = tmp_path / "brief.json"
    path.write_text(brief.model_dump_json(), encoding="utf-8")
    judge = TestTheSecondReader.objects_to("nothing at all" if supported else "demands a 7% rise in pay")
    with scripted(writer(judge=judge)) as server:
        command = ["check", str(path), "--second-reader", "m", "--base-url", server.base_url]
        run = CliRunner().invoke(app, command)
    assert run.exit_code == (0 if supported else 1)
    assert ("key_points[1]: “The CDK union demands" in run.stdout) is not supported


def forgetful(request):
    """As a second reader, judge the first statement alone."""
    if request["messages"][0]["content"].startswith("You check"):
        return writer({"supported": ["1"], "objections": []})({"messages": [{"content": ""}]})
    return writer(STORY_ANSWER)(request)
