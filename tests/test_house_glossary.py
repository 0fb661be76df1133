"""A house glossary: what is read, found, shown to a model, and asked again."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer.articles.article import make_article
from summarizer.asking.prepare import prepare
from summarizer.asking.profiles import EMBEDDED, HOSTED
from summarizer.cli.main import app
from summarizer.english.house_glossary import Glossary, HouseTerm, read_glossary
from summarizer.errors import SummarizerError
from summarizer.marking.marked_article import mark
from summarizer.pipeline import Options, asummarize
from summarizer.sections.parties import check_party
from summarizer.verify import verify
from tests.articles import STORY
from tests.batches import run, write
from tests.servers import Reply, completion, scripted
from tests.sound import chosen, sound, sound_answer

HOUSE = Glossary((
    HouseTerm("docker", "dockworker", ("longshoreman", "docker")),
    HouseTerm("taux directeur", "policy rate", ("prime rate",)),
    HouseTerm("hausse", "rise", ("hike",)),
    HouseTerm("grève", "strike", ("walkout", "industrial action")),
    HouseTerm("journal", "newspaper", ("journal",)),
))  # fmt: skip


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("Les dockers ont voté.", ["dockworker"]),
        ("LES DOCKERS, eux, votent.", ["dockworker"]),
        ("Deux taux\u00a0directeurs baissent.", ["policy rate"]),
        ("Le taux et le directeur.", []),
        ("Une hausse de la grève.", ["rise", "strike"]),
        ("Le dockerisme rehausse.", []),
        ("", []),
    ],
    ids=["plural", "capitals", "no-break space", "words apart", "two", "parts of words", "nothing"],
)
def test_terms_are_found(french, found):
    """In any case and in the plural, whole words alone, with offsets into the text."""
    places = HOUSE.find(french)
    assert [english for _, _, english in places] == found
    assert all(french[start:end].strip() == french[start:end] for start, end, _ in places)


@pytest.mark.parametrize(
    ("english", "french", "said"),
    [
        ("The longshoremen went on strike.", "Les dockers sont en grève.", ["longshoremen"]),
        ("The women went on strike.", "Les dockers sont en grève.", []),
        ("He reads journals.", "Il lit les journaux.", ["journals"]),
        ("The longshoreman went home.", "Le docker est rentré.", ["longshoreman"]),
        ("A Hike of 3%.", "Une hausse de 3 %.", ["Hike"]),
        ("A hike in the hills.", "Une promenade dans les collines.", []),
        ("The walkouts began.", "La grève commence.", ["walkouts"]),
        ("The strike began.", "La grève commence.", []),
        ("The journal said so.", "Le journal l'a dit.", ["journal"]),
        ("The journalist said so.", "Le journal l'a dit.", []),
    ],
    ids=[
        "irregular plural",
        "another word in men",
        "irregular French plural",
        "singular",
        "capital",
        "no term",
        "plural",
        "right",
        "same word",
        "longer word",
    ],
)
def test_forbidden_words_are_found(english, french, said):
    """Where the French has the term, and nowhere else."""
    assert [words for words, _ in HOUSE.forbidden_in(english, french)] == said


def test_a_name_is_held_to_it():
    """The English form of a stakeholder, a party or a speaker."""
    marked = mark(make_article(STORY), Glossary((HouseTerm("syndicat", "union", ("syndicate",)),)))
    assert [i.code for i in check_party(marked, "name", "Le syndicat CDK", "the CDK syndicate")] == [
        "glossary"
    ]
    assert check_party(marked, "name", "Le syndicat CDK", "the CDK union") == []


def test_a_wanted_word_may_contain_a_forbidden_one():
    """« stock option » is no breach of « option » where the French has both terms."""
    house = Glossary((HouseTerm("choix", "choice", ("option",)), HouseTerm("prime", "stock option")))
    assert house.forbidden_in("A stock option.", "Une prime, un choix.") == []
    assert house.forbidden_in("An option.", "Une prime, un choix.")


def test_a_file_is_read(tmp_path):
    """Comments, empty lines, a byte order mark, spaces; forbidden words are optional."""
    path = tmp_path / "terms.tsv"
    path.write_text(
        "\ufeff# ours\n\ndockers\t dockworkers \tlongshoremen| stevedores |\ngrève\tstrike\n", "utf-8"
    )
    assert read_glossary(path).terms == (
        HouseTerm("dockers", "dockworkers", ("longshoremen", "stevedores")),
        HouseTerm("grève", "strike"),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"dockers dockworkers\n", ":1: a line is French, tab, English"),
        (b"a\tb\tc\td\n", ":1: a line is"),
        (b"\tdockworkers\n", ":1: a line is"),
        (b"a\tb\n--\tc\n", ":2: a line is"),
        (b"a" * 200 + b"\tb\n", ":1: a line is"),
        ("grève\tstrike\nGRÈVE\twalkout\n".encode(), ":2: 'GRÈVE' is on line 1 already"),
        ("président\tchairman\tpresident\nchef\tpresident\tchairman\n".encode(), "lines 1, 2 replace"),
        (b"a\tx\ty\nb\ty\tz\nc\tz\tx\n", "lines 1, 2, 3 replace"),
        (b"a\tx\ty\nb\ty\tx\nc\tz\ty\n", "lines 1, 2 replace"),
        (b"c\tz\ty\na\tx\ty\nb\ty\tx\n", "lines 2, 3 replace"),
        (b"grand\tbig\tbig\n", "lines 1 replace 'big' in a circle"),
        (b"# nothing\n", "has no term"),
        (b"\xff\xfea", "is not UTF-8"),
        (None, "cannot read the glossary"),
    ],
    ids=["no tab", "four", "no French", "no word", "long", "twice", "circle", "long circle",
         "circle beside another line", "circle behind another line", "itself",
         "empty", "encoding", "missing"],
)  # fmt: skip
def test_a_file_that_is_none(tmp_path, text, words):
    """Is refused with its line, also if it contradicts itself."""
    path = tmp_path / "terms.tsv"
    if text is not None:
        path.write_bytes(text)
    with pytest.raises(SummarizerError, match=words):
        read_glossary(path)


def shown(text, profile, glossary):
    """Give everything that a model is shown of an article first."""
    questions = prepare(make_article(text), profile, glossary).questions
    return "\n".join(json.dumps(list(question.messages), ensure_ascii=False) for question in questions)


def test_a_model_is_shown_what_applies():
    """In both plans; without a term in the article, nothing changes."""
    assert "« docker » = dockworker, not longshoreman or docker" in shown(STORY, HOSTED, HOUSE)
    assert "policy rate" not in shown(STORY, HOSTED, HOUSE)
    assert "dockworker" in shown(STORY, EMBEDDED, HOUSE)
    elsewhere = Glossary((HouseTerm("volcan", "volcano"),))
    for profile in (HOSTED, EMBEDDED):
        assert shown(STORY, profile, elsewhere) == shown(STORY, profile, None)


def test_a_forbidden_word_is_asked_again():
    """With the reason; a model that stays with it is kept with a finding, and dropped with --strict."""
    house = Glossary((HouseTerm("rachat", "takeover", ("buyout",)),))

    def stubborn(request):
        answer = sound_answer(request)
        for point in answer["key_points"]:
            if point["sentences"] == ["S1"]:
                point |= {"en": "The buyout goes ahead.", "sentences": ["S2"]}
        return Reply(body=completion(json.dumps(answer)))

    briefs = []
    with scripted(stubborn) as server:
        for strict in (False, True):
            made = asummarize(
                STORY, model=chosen(server, "hosted"), options=Options(glossary=house, strict=strict)
            )
            briefs.append(asyncio.run(made))
        asked = server.asked[1]["messages"][-1]["content"]
    assert "“buyout” is not said here for « rachat »: “takeover”." in asked
    kept, stricter = briefs
    assert [f.code for f in kept.findings if f.words == "buyout" and f.action == "kept"] == ["glossary"]
    assert "The buyout goes ahead." in [point.en for point in kept.key_points]
    assert "The buyout goes ahead." not in [point.en for point in stricter.key_points]

    unsaid = kept.model_copy(update={"findings": ()})
    failing = [failure.message for failure in verify(unsaid, glossary=house) if "glossary" in failure.message]
    assert len(failing) == 1
    for brief, glossary in ((kept, house), (unsaid, None)):
        assert not [f for f in verify(brief, glossary=glossary) if "glossary" in f.message]


def test_a_batch_and_the_command_take_it(tmp_path):
    """Another glossary is another setup: its briefs are made again. A wrong file is a line."""
    folder, terms = write(tmp_path / "in", {"a.txt": STORY}), tmp_path / "terms.tsv"
    terms.write_text("dockers\tdockworkers\n", "utf-8")
    with scripted(sound) as server:
        run(folder, server)
        run(folder, server, options=Options(glossary=read_glossary(terms)))
        assert ["dockworkers" in json.dumps(request) for request in server.asked] == [False, True]
        command = ["brief", str(folder / "a.txt"), "-q", "--model", "scripted", "--base-url", server.base_url]
        done = CliRunner().invoke(app, [*command, "--profile", "hosted", "--glossary", str(terms)])
        assert done.exit_code == 0, done.stderr
        assert "dockworkers" in json.dumps(server.asked[-1])
    failed = CliRunner().invoke(app, [*command, "--glossary", str(tmp_path / "nowhere.tsv")])
    assert (failed.exit_code, failed.stderr.count("\n")) == (1, 1)


def test_the_documented_example_runs(tmp_path, monkeypatch):
    """The file and the code of docs/house-glossary.md, with another model."""
    page = (Path(__file__).parents[1] / "docs" / "house-glossary.md").read_text("utf-8")
    [(terms, example)] = re.findall(r"```text\n(.*?)```.*```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "terms.tsv").write_text(terms, "utf-8")
    (tmp_path / "article.txt").write_text(STORY, "utf-8")
    monkeypatch.chdir(tmp_path)
    with scripted(sound) as server:
        names: dict[str, Any] = {"model": chosen(server, "hosted")}
        exec(example.replace('"local"', "model"), names)  # noqa: S102 - our own example
        assert "dockworkers, not longshoremen or stevedores" in json.dumps(server.asked)
    assert names["brief"].article.text
