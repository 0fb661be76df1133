"""A local model's plan, found by a dozen questions at first use."""

import asyncio
from dataclasses import replace

import pytest

from summarizer.models.choice import Choice, choose_model
from summarizer.models.self_test import FILE, ITEMS, name_of, needs_test, with_plan
from tests.servers import Reply, answer, scripted

OLLAMA = Choice(name="ollama/some-model", why="named", timeout=20.0)


RIGHT = (
    "The prosecutor asked for the mayor to be acquitted.",
    "Two bodies were pulled from the rubble.",
    "The plant has reportedly lost a third of its 600 employees.",
    "The minister denies that the prefect warned her.",
    "The company is considering going public eventually.",
    "Unemployment fell by only 0.2 points.",
    "The councillor's dismissal was annulled.",
    "Without an agreement before Tuesday, the strike notice stands.",
    "The court rejected the association's claim.",
    "Some €1.3 billion was released.",
    "No union signed except the CFDT.",
    "Turnover rose by a factor of two and a half.",
)
WRONG = (
    "The wooden floor asked for the mayor's relaxation.",
    "Two decomposed bodies were found.",
    "The plant lost a third of its 600 employees.",
    "The minister says the prefect warned her.",
    "The company dreams of a haircut.",
    "Unemployment did not fall by 0.2 points.",
    "The licence of the chosen one was annulled.",
    "The strike will end on Tuesday.",
    "The court stood the association up.",
    "Some €1.3 million was released.",
    "The CFDT, none of the unions, has signed.",
    "The number of cases was multiplied by two.",
)


def says(sentences):
    """A model that gives these sentences."""
    english = dict(zip((item.french for item in ITEMS), sentences, strict=True))
    return lambda request: answer(en=english[request["messages"][-1]["content"]])


knows, guesses = says(RIGHT), says((*RIGHT[:4], *WRONG[4:]))


def settle(monkeypatch, folder, server, choice=OLLAMA):
    """The choice after the test, asked of a scripted server."""
    monkeypatch.setenv("OLLAMA_BASE_URL", server.base_url)
    return asyncio.run(with_plan(choice, folder=folder))


@pytest.mark.parametrize(("model", "plan"), [(knows, "whole"), (guesses, "piecewise")], ids=["good", "small"])
def test_the_plan_follows_from_the_answers(monkeypatch, tmp_path, model, plan):
    """A model that knows is asked about whole articles; it is tested once, and the outcome is shown."""
    with scripted(model) as server:
        choice = settle(monkeypatch, tmp_path, server)
        assert choice.plan == plan
        assert f"of {len(ITEMS)} right in the self-test: plan {plan}" in choice.why
        assert settle(monkeypatch, tmp_path, server).plan == plan
    assert len(server.asked) == len(ITEMS)


@pytest.mark.parametrize("kept", ["{", "[1]", '{"ollama/some-model": "12"}'], ids=["cut", "list", "words"])
def test_a_broken_cache_is_replaced(monkeypatch, tmp_path, kept):
    """What cannot be read there counts as nothing."""
    (tmp_path / FILE).write_text(kept)
    with scripted(guesses) as server:
        assert settle(monkeypatch, tmp_path, server).plan == "piecewise"
    assert '"ollama/some-model": 4' in (tmp_path / FILE).read_text()


def test_a_cache_that_cannot_be_written_stops_nothing(monkeypatch, tmp_path):
    """The test is made again the next time."""
    (tmp_path / "file").write_text("")
    with scripted(knows) as server:
        assert settle(monkeypatch, tmp_path / "file" / "folder", server).plan == "whole"


def test_answers_that_cannot_be_read_are_wrong(monkeypatch, tmp_path):
    """A model that answers nonsense is asked sentence by sentence."""
    with scripted(lambda _: answer(word="A")) as server:
        assert settle(monkeypatch, tmp_path, server).plan == "piecewise"


def test_what_is_known_is_not_tested(monkeypatch, tmp_path):
    """Hosted models, the embedded one, and a plan or profile that the user names."""
    assert not needs_test(Choice(name="openai/x", why="named"))
    assert not needs_test(Choice(name="local", why="named"))
    assert not needs_test(replace(OLLAMA, plan="whole"))
    assert not needs_test(replace(OLLAMA, profile="embedded"))
    with scripted(lambda _: Reply(status=500)) as server:
        assert settle(monkeypatch, tmp_path, server, replace(OLLAMA, plan="whole")).plan == "whole"
    assert not server.asked


def test_a_file_is_known_by_its_content(tmp_path):
    """`local:FILE` names a GGUF file; another file at the same place is tested anew."""
    file = tmp_path / "model.gguf"
    choice = choose_model(f"local:{file}")
    assert (choice.name, choice.model_path) == ("local", file)
    assert needs_test(choice)
    file.write_bytes(b"GGUF")
    before = name_of(choice)
    file.write_bytes(b"GGUF of another size")
    assert name_of(choice) != before


@pytest.mark.parametrize("number", range(len(ITEMS)), ids=str)
def test_right_and_wrong_sentences_are_told_apart(number):
    """By the words that the English must have."""
    assert ITEMS[number].is_right(RIGHT[number])
    assert not ITEMS[number].is_right(WRONG[number])
