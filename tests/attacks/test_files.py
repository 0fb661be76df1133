"""Files made to end a run, to take all memory, to take for ever, or to read what nobody named."""

import gzip
import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from summarizer.articles.read import read_bytes
from summarizer.batch.entries import read_entry
from summarizer.batch.sources import find_entries
from summarizer.errors import ArticleError, BatchError, SummarizerError
from summarizer.output.brief_files import find_briefs, find_files
from tests.articles import BARE, STORY
from tests.attacks.bounds import taking
from tests.attacks.commands import batch, heavy, summarizer
from tests.batches import check_out, write
from tests.briefs import make_brief
from tests.servers import scripted
from tests.sound import sound

GOOD = json.dumps({"id": "good", "text": BARE})
DEEP = {
    "lists": "[" * 100_000,
    "objects": '{"a":' * 100_000,
    "both": '[{"a":' * 50_000,
    "in the text": '{"id": "deep", "text": ' + "[" * 100_000,
    "in the id": '{"id": ' + "[" * 100_000,
    "closed": "[" * 100_000 + "]" * 100_000,
}
ODD = {
    "number": "7",
    "a number of 5,000 digits": "9" * 5000,
    "not a number": "NaN",
    "text": '"words"',
    "half": '{"id": "half", "te',
    "surrogate": '{"id": "\\ud800", "text": "\\udfff"}',
    "NUL": '{"id": "\\u0000", "text": "\\u0000\\u0000"}',
    "no UTF-8": "\udcff\udcfe",
    "id a list": '{"id": ["a"], "text": 3}',
    "date a list": '{"id": "d", "text": "Il pleut.", "date": [[[["x"]]]]}',
    "many keys": json.dumps({f"k{n}": n for n in range(50_000)}),
}


@pytest.mark.parametrize("line", [*DEEP.values(), *ODD.values()], ids=[*DEEP, *ODD])
def test_a_hostile_line_fails_alone(tmp_path, line):
    """Of a JSONL file; the records before and behind it are done."""
    path = tmp_path / "in.jsonl"
    text = f"{GOOD}\n{line}\n{json.dumps({'id': 'last', 'text': STORY})}\n"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))

    def read():
        found = list(find_entries([str(path)], leave_out=tmp_path / "out"))
        assert [found[0].name, found[-1].name, len(found)] == ["good", "last", 3]
        assert read_entry(found[0]).text == BARE.strip()
        assert read_entry(found[2]).words > 50
        return read_entry(found[1])

    assert isinstance(taking(read, seconds=3), ArticleError)


@pytest.mark.parametrize("words", DEEP.values(), ids=list(DEEP))
def test_a_deep_brief_is_said_in_a_line(tmp_path, words):
    """By all that reads briefs: as a file, as a line, among others."""
    folder = write(tmp_path / "a", {"a.json": make_brief().model_dump_json(), "b.json": words})
    lines = write(tmp_path / "b", {"briefs.jsonl": make_brief().model_dump_json() + "\n" + words + "\n"})
    assert isinstance(taking(lambda: list(find_files(folder)), seconds=3), SummarizerError)
    assert isinstance(taking(lambda: list(find_briefs(lines)), seconds=3), SummarizerError)


def test_the_commands_survive_depth(tmp_path):
    """`batch` does the other records; `index` and `export` say which file it is."""
    path = tmp_path / "in.jsonl"
    path.write_text(f"{GOOD}\n{DEEP['in the text']}\n", "utf-8")
    with scripted(sound) as server:
        batch(path, server, code=1)
    check_out(tmp_path / "out", ["good"], failed=["in.jsonl-2"])
    write(tmp_path / "out" / "briefs", {"deep.json": DEEP["objects"]})
    for command in (["index"], ["export", "--to", "csv"]):
        folder = tmp_path / "out" if command == ["index"] else tmp_path / "out" / "briefs"
        ended = summarizer(*command, folder, code=1, megabytes=500)
        assert "deep.json" in ended.err
        assert len(ended.err.splitlines()) == 1


def packed(path, *, records=0, junk=0):
    """A packed JSONL file of articles, and of a line of so many megabytes."""
    with gzip.open(path, "wb", compresslevel=1) as file:
        for number in range(records):
            said = {"id": f"{number}", "text": f"Le navire {number * 7919 % 10007} part. {BARE}"}
            file.write(json.dumps(said).encode() + b"\n")
        if junk:
            file.write(b'{"id": "junk", "text": "')
            for _ in range(junk):
                file.write(b"a" * 10**6)
            file.write(b'"}\n' + GOOD.encode() + b"\n")
    return path


def test_a_packed_file_is_read_once(tmp_path):
    """8,000 records took 487 s, each unpacking all before it."""
    path = packed(tmp_path / "in.jsonl.gz", records=8000)

    def read():
        entries = list(find_entries([str(path)], leave_out=tmp_path / "out"))
        assert [read_entry(entry).source for entry in entries[::7]] == [str(n) for n in range(0, 8000, 7)]
        assert read_entry(entries[5]).source == "5"  # back again

    taking(read, seconds=8)


@pytest.mark.parametrize("name", ["in.jsonl.gz", "in.ndjson.GZ", "in.jsonl"])
def test_a_line_of_all_memory(tmp_path, name):
    """60 MB, as 3 GB would be: passed over, and the record behind it is done."""
    path = packed(tmp_path / name, junk=60)
    if not name.lower().endswith(".gz"):
        path.write_bytes(gzip.decompress(path.read_bytes()))
    entries = taking(lambda: list(find_entries([str(path)], leave_out=tmp_path / "out")), seconds=5)
    if isinstance(entries, BatchError):
        assert "times its size" in str(entries)
        return
    assert [entry.name for entry in entries] == [f"{name}-1", "good"]
    assert "larger than 20 MB" in str(taking(lambda: read_entry(entries[0]), seconds=2))
    assert read_entry(entries[1]).text == BARE.strip()


@heavy
def test_a_bomb_takes_little_memory(tmp_path):
    """The command on a packed line of 1 GB, less than a megabyte on the disk."""
    path = tmp_path / "in.jsonl.gz"
    block = gzip.compress(b"a" * 10**7)
    with path.open("wb") as file:
        file.write(gzip.compress(b'{"id": "junk", "text": "'))
        for _ in range(100):  # members of one file, as gzip joins them
            file.write(block)
    with scripted(sound) as server:
        ended = batch(path, server, code=1, megabytes=450, seconds=120)
    assert "unpacks to more than" in ended.err
    summarizer("mark", path, code=1, megabytes=300)


WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
PARAGRAPH = "<w:p><w:r><w:t>Le port rouvre lundi, dit la mairie de la ville.</w:t></w:r></w:p>"
ENDED = "</w:body></w:document>"


def zipped(parts, how=zipfile.ZIP_DEFLATED):
    """An archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return file.getvalue()


def word(body, **parts):
    """A Word document."""
    return zipped({"word/document.xml": WORD + body + ENDED, **parts})


BOMBS = {
    "paragraphs": lambda: word(PARAGRAPH * 500_000),
    "nested": lambda: word("<w:p>" * 400_000 + "x" + "</w:p>" * 400_000),
    "one text": lambda: word(f"<w:p><w:r><w:t>{'mot ' * 15_000_000}</w:t></w:r></w:p>"),
    "many parts": lambda: word(PARAGRAPH, **{f"word/{n}.xml": "a" * 10**6 for n in range(250)}),
    "a book": lambda: zipped(
        {
            "META-INF/container.xml": '<c><rootfile full-path="a.opf"/></c>',
            "a.opf": "<p>"
            + "".join(f'<item id="{n}" href="{n}.x"/><itemref idref="{n}"/>' for n in range(60))
            + "</p>",
            **{f"{n}.x": "<p>mot</p>" * 10**6 for n in range(60)},
        }
    ),
}


@heavy
@pytest.mark.parametrize("name", BOMBS)
def test_a_document_that_unpacks_without_end(tmp_path, name):
    """By the command: a line, in bounds of time and memory."""
    path = tmp_path / "a.docx"
    path.write_bytes(BOMBS[name]())
    assert path.stat().st_size < 2_000_000
    ended = summarizer("mark", path, code=1, megabytes=800, seconds=60)
    assert ended.err.startswith("summarizer: ")
    assert len(ended.err.splitlines()) == 1


def test_damaged_documents(tmp_path):
    """Four thousand, of three kinds in four packings: an article or a line, never a traceback."""
    kinds = (
        {"word/document.xml": WORD + PARAGRAPH + ENDED, "docProps/core.xml": "<a/>", "mimetype": "x"},
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<o><text><p>Le port.</p></text></o>",
        },
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<c><rootfile full-path="a"/></c>',
            "a": "<p/>",
        },
    )
    packings = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    whole = [zipped(parts, how) for parts in kinds for how in packings]
    chance = random.Random(7)  # noqa: S311 - damages, not secrets
    for _ in range(4000):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.choice([0, 1, 255, chance.randrange(256)])
        if chance.random() < 0.2:
            del data[chance.randrange(1, len(data)) :]
        taking(lambda: list(read_bytes(bytes(data), source="a.docx")), seconds=2)  # noqa: B023 - called here
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(kinds[0])[:200])
    brief = tmp_path / "a.json"
    brief.write_text(make_brief().model_dump_json(), "utf-8")
    assert "a.docx" in summarizer("check", brief, path, code=1).err


def test_our_own_brief_passes_the_check():
    """As release 0.1.0 wrote it with the embedded model; its English says the same in other words."""
    summarizer("check", Path(__file__).parents[1] / "brief_v1_seed.json", code=0)
