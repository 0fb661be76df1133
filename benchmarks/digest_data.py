"""The labelled events of benchmarks/digest_events/: read, and made into briefs without a model.

A file has events (`== name`), each with its rows of figures (`# key relation = English labels / …`), its
people (`@ key = forms : English roles / …`) and its articles (`-- source | date`, then the title and the
paragraphs). In the text `[key:French figure]` marks a figure of a row, and `{key}` stands before a quotation
that several articles have. `copy N drop M` is the article N of the event, its last M paragraphs left out and
the given words replaced.

What a model would write is ours: labels of figures and roles, in as many wordings as the file has. All else
is found by the code that marks articles: figures with value and unit, quotations, speakers and names.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from summarizer.articles.article import make_article
from summarizer.digest.words import fold, tokens
from summarizer.english import render_number
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.output.brief_files import brief_id
from summarizer.schemas.brief import Brief, KeyFigure, Provenance, Quote, Stakeholder, Statement

FOLDER = Path(__file__).parent / "digest_events"
FIGURE = re.compile(r"\[([\w-]+):([^\]]+)\]")
QUOTE = re.compile(r"\{(\w+)\}")


@dataclass
class Paper:
    """An article with its labels: offsets of figures and quotations in its text."""

    event: str
    source: str
    date: str
    title: str
    paragraphs: list[str]
    copy_of: "Paper | None" = None
    brief: Brief | None = None
    figures: dict[int, str] = field(default_factory=dict)
    """The row of each labelled figure, by where it begins in the text."""
    repeated: dict[int, int] = field(default_factory=dict)
    """For a figure without a label that repeats a labelled one: where that one begins."""
    quotes: dict[int, str] = field(default_factory=dict)


@dataclass
class Labelled:
    """An event: its articles, rows (relation and labels) and people (forms and roles)."""

    name: str
    rows: dict[str, tuple[str | None, list[str]]] = field(default_factory=dict)
    people: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    papers: list[Paper] = field(default_factory=list)


def labelled(name: str) -> list[Labelled]:
    """Read the events of `seen` or `unseen`, with their briefs."""
    events = list(_events((FOLDER / f"{name}.txt").read_text("utf-8").splitlines()))
    for event in events:
        for number, paper in enumerate(event.papers):
            _make(event, paper, number)
        _untagged(event)
        _settle(event)
    return events


def _settle(event: Labelled) -> None:
    """Take the relation from rows that one independent article alone has; equal figures agree."""
    for key, (relation, labels) in event.rows.items():
        own = [(p, figure) for p in event.papers if p.brief
               for figure in p.brief.key_figures if p.figures[figure.source.start] == key]  # fmt: skip
        independent = {id(paper.copy_of or paper) for paper, _ in own}
        values = {(figure.value, figure.upper, figure.unit) for _, figure in own}
        told = None if len(independent) < 2 else "agree" if len(values) == 1 else relation
        event.rows[key] = (told, labels)


def _untagged(event: Labelled) -> None:
    """Give quotations that stand word for word in one with a tag, in a title for the most part, its tag."""
    said = [(p, n, f" {' '.join(tokens(q.source.text))} ") for p in event.papers if p.brief
            for n, q in enumerate(p.brief.quotes, 1)]  # fmt: skip
    for paper, number, words in said:
        holding = (p.quotes[n] for p, n, others in said if n in p.quotes and words in others)
        if number not in paper.quotes and len(words.split()) > 2 and (key := next(holding, None)):
            paper.quotes[number] = key


def _events(lines: list[str]) -> Iterator[Labelled]:
    event: Labelled | None = None
    for line in lines:
        if line.startswith("== "):
            if event:
                yield event
            event = Labelled(line[3:])
        elif event and line.startswith("# "):
            head, _, labels = line[2:].partition(" = ")
            key, _, relation = head.partition(" ")
            event.rows[key] = (relation or None, labels.split(" / "))
        elif event and line.startswith("@ "):
            key, _, rest = line[2:].partition(" = ")
            forms, _, roles = rest.partition(" : ")
            event.people[key] = (forms.split("; "), roles.split(" / "))
        elif event and line.startswith("-- "):
            event.papers.append(_paper(event, line[3:]))
        elif event and line:
            _text(event.papers[-1], line)
    if event:
        yield event


def _paper(event: Labelled, head: str) -> Paper:
    source, date, *copy = (part.strip() for part in head.split("|"))
    paper = Paper(event.name, source, date, "", [])
    if copy:
        _, number, _, drop = copy[0].split()
        paper.copy_of = event.papers[int(number) - 1]
        kept = len(paper.copy_of.paragraphs) - int(drop)
        paper.paragraphs = paper.copy_of.paragraphs[:kept]
    return paper


def _text(paper: Paper, line: str) -> None:
    if not paper.title:
        paper.title = line
    elif paper.copy_of and " => " in line:
        old, _, new = line.partition(" => ")
        assert any(old in each for each in paper.paragraphs), (paper.event, old)
        paper.paragraphs = [each.replace(old, new) for each in paper.paragraphs]
    else:
        paper.paragraphs.append(line)


def _make(event: Labelled, paper: Paper, number: int) -> None:
    """Build a paper's brief; its labels are the event's, each paper in another wording."""
    text, figures, quotes = _plain(paper)
    article = make_article(text, source=f"{paper.source}/{paper.event}-{number}.txt")
    shift = text.index(article.text)
    figures = {at - shift: key for at, key in figures.items()}
    quotes = {at - shift: key for at, key in quotes.items()}
    marked = mark(article)
    entries: list[KeyFigure] = []
    for found in marked.numbers.values():
        key = next((key for at, key in figures.items() if found.start <= at < found.end), None)
        if key is None or found.value is None:
            continue
        labels = event.rows[key][1]
        subject, _, measure = labels[number % len(labels)].partition(": ")
        paper.figures[found.start] = key
        entries.append(
            KeyFigure(
                source=marked.span(found.start, found.end), value=found.value, upper=found.upper,
                unit=found.unit, qualifier=found.qualifier, en=render_number(found),
                subject=subject, measure=measure,
            )
        )  # fmt: skip
    paper.repeated = dict(_repeated(marked, entries))
    said: list[Quote] = []
    for quotation in marked.quotations.values():
        key = next((key for at, key in quotes.items() if abs(at - quotation.start) <= 3), None)
        if key is not None:
            paper.quotes[len(said) + 1] = key
        speaker = _speaker(marked, quotation.speaker)
        said.append(Quote(source=marked.span(quotation.start, quotation.end), en="…", speaker=speaker))
    paper.brief = Brief(
        article=article.model_copy(update={"published": paper.date}),
        headline=Statement(en=paper.title, evidence=()),
        key_points=(), key_figures=tuple(entries), stakeholders=tuple(_people(event, marked, number)),
        disputes=(), quotes=tuple(said), findings=(), provenance=provenance(),
    )  # fmt: skip


def _repeated(marked: MarkedArticle, entries: list[KeyFigure]) -> Iterator[tuple[int, int]]:
    """Find the figures that say a labelled one once more, in a title for the most part."""
    labelled = {entry.source.start for entry in entries}
    for found in marked.numbers.values():
        for entry in entries:
            same = found.value == entry.value and (
                found.unit == entry.unit or None in {found.unit, entry.unit}
            )
            if found.start not in labelled and same:
                yield found.start, entry.source.start


def without_labels(events: list[Labelled], share: float) -> list[Labelled]:
    """Give events whose briefs list fewer figures: a `share` of them, drawn by their place, is left out."""
    return [replace(event, papers=[_fewer(paper, share) for paper in event.papers]) for event in events]


def _fewer(paper: Paper, share: float) -> Paper:
    assert paper.brief
    kept = [f for f in paper.brief.key_figures if _drawn(paper_id(paper), f.source.start) >= share]
    return replace(paper, brief=paper.brief.model_copy(update={"key_figures": tuple(kept)}))


def _drawn(brief: str, at: int) -> float:
    """Give a number from 0 to 1 that is the same for a figure each time."""
    return int(sha256(f"{brief} {at}".encode()).hexdigest()[:8], 16) / 2**32


def provenance() -> Provenance:
    """Say that no model made a brief."""
    return Provenance(
        model="none", prompts="0", schemas="0", version="0", created=datetime(2026, 11, 29, tzinfo=UTC),
        calls=0, tokens_in=0, tokens_cached=0, tokens_out=0, seconds=0,
    )  # fmt: skip


def _plain(paper: Paper) -> tuple[str, dict[int, str], dict[int, str]]:
    """Give the text without its labels, and where they stood."""
    text = f"{paper.title}\n\n"
    figures: dict[int, str] = {}
    quotes: dict[int, str] = {}
    for piece in re.split(r"(\[[\w-]+:[^\]]+\]|\{\w+\})", "\n\n".join(paper.paragraphs)):
        if found := FIGURE.fullmatch(piece):
            # the number may begin behind an article: any character of the marked words will do
            digits = re.search(r"\d|[^\W\d]", found[2])
            start = len(text) + (digits.start() if digits else 0)
            figures |= dict.fromkeys(range(start, len(text) + len(found[2])), found[1])
            text += found[2]
        elif found := QUOTE.fullmatch(piece):
            quotes[len(text) + 2] = found[1]
        else:
            text += piece
    return text, figures, quotes


def _speaker(marked: MarkedArticle, said: object) -> str | None:
    if said is None:
        return None
    for name in marked.names.values():
        if any(m.start < said.end and said.start < m.end for m in name.mentions):  # type: ignore[attr-defined]
            return name.text
    return str(said.text)  # type: ignore[attr-defined]


def _people(event: Labelled, marked: MarkedArticle, number: int) -> Iterator[Stakeholder]:
    for name in marked.names.values():
        if name.kind not in {"person", "organisation"}:
            continue
        key = person_key(event, name.text)
        roles = event.people[key][1] if key else ["named in the article"]
        yield Stakeholder(
            name=name.text, kind=name.kind, role=Statement(en=roles[number % len(roles)], evidence=()),
            mentions=tuple(marked.span(m.start, m.end) for m in name.mentions),
        )  # fmt: skip


def person_key(event: Labelled, name: str) -> str | None:
    """Give the key of the labelled person whom a name means."""
    for key, (forms, _) in event.people.items():
        if fold(name) in {fold(form) for form in forms}:
            return key
    return None


def paper_id(paper: Paper) -> str:
    """Give the id of a paper's brief."""
    assert paper.brief
    return brief_id(paper.brief)


def public_briefs(data: Path) -> list[Brief]:
    """Make bare briefs of the public articles: text, title and date alone."""
    made = []
    for line in (data / "articles_wikinews.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        article = make_article(row["text"], source=row["id"])
        article = article.model_copy(update={"published": row["date"], "title": row["title"]})
        made.append(
            Brief(
                article=article,
                headline=Statement(en=row["title"], evidence=()),
                key_points=(),
                key_figures=(),
                stakeholders=(),
                disputes=(),
                quotes=(),
                findings=(),
                provenance=provenance(),
            )
        )
    return made
