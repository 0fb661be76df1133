"""How right the digest is on labelled events: events, near copies, rows of figures, people, quotations.

    python benchmarks/digest_quality.py [--words] [--data DIR] [--unlisted SHARE] [--worst]

The events are those of benchmarks/digest_events/. `seen` was read while the digest was written, `third`,
`fourth`, `sixth` and `seventh` after a first score; `unseen` and `fifth` are only scored. `--words` leaves
sentence vectors out; `--data` adds the public articles of Wikinews (2016), which belong to no event,
to each set. `--unlisted` takes a share of the figures out of the briefs, as a small model leaves them out:
what code finds in the articles is all that is known of them. `--worst` lists what is wrong in the seen set,
and `--confusion` how each relation was told in each set. Peers stand beside: clusters of TF-IDF vectors
(average linkage, the threshold chosen on the seen set), and rows of equal labels.
The figures are saved as benchmarks/out/digest_quality.json.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.digest_data import (
    Labelled,
    Paper,
    labelled,
    paper_id,
    person_key,
    public_briefs,
    without_labels,
)
from benchmarks.digest_measures import b_cubed, f1, pairs_of, precision_recall
from benchmarks.digest_peers import peers
from summarizer.digest import digest
from summarizer.digest.likeness import Words, best_likeness
from summarizer.schemas.digest import Digest, FigureRow

OUT = Path(__file__).parent / "out" / "digest_quality.json"
Place = tuple[str, int]  # a brief and a number of it
BARS = {
    "events: B³ F1": 0.90,
    "events: pairwise F1": 0.90,
    "near copies found": 0.97,
    "rows: precision": 0.95,
    "rows: recall": 0.80,
    "relations told": 0.90,
    "people: precision": 0.97,
    "people: recall": 0.90,
    "quotations: joined": 0.95,
}


def judge(events: Sequence[Labelled], made: Digest, tell: Callable[[str], None]) -> dict[str, float]:
    """Score a digest of labelled events."""
    papers = {paper_id(paper): paper for event in events for paper in event.papers}
    return (
        _events(events, made, papers, tell)
        | judge_rows(events, [row for event in made.events for row in event.rows], tell)
        | _people(events, made, papers, tell)
        | _quotations(made, papers, tell)
    )


def _events(
    events: Sequence[Labelled], made: Digest, papers: dict[str, Paper], tell: Callable[[str], None]
) -> dict[str, float]:
    gold = [[paper_id(paper) for paper in event.papers] for event in events]
    found = [[key for key in event.briefs if key in papers] for event in made.events]
    pairs, right = pairs_of(found), pairs_of(gold)
    for one, two in sorted(pairs ^ right):
        verb = "joined" if (one, two) in pairs else "parted"
        tell(f"events {verb}: {_name(papers, one)} | {_name(papers, two)}")
    precision, recall = precision_recall(pairs, right)
    copies = pairs_of(
        (paper_id(paper), paper_id(paper.copy_of)) for paper in papers.values() if paper.copy_of
    )
    same = pairs_of(
        [key for key in (report.brief, *report.copies) if key in papers]
        for e in made.events
        for report in e.reports
    )
    for one, two in sorted(same ^ copies):
        verb = "wrong" if (one, two) in same else "missed"
        tell(f"copies {verb}: {_name(papers, one)} | {_name(papers, two)}")
    right_copies, found_copies = precision_recall(same, copies)
    return {
        "events: B³ F1": b_cubed([group for group in found if group], gold),
        "events: pairwise F1": f1(precision, recall),
        "near copies found": found_copies,
        "near copies right": right_copies,
    }


def judge_rows(
    events: Sequence[Labelled], rows: Sequence[FigureRow], tell: Callable[[str], None]
) -> dict[str, float]:
    """Score rows of figures, whoever made them: the pairs in them, and the relations they tell."""
    papers = {paper_id(paper): paper for event in events for paper in event.papers}
    return _rows(rows, papers, tell) | _relations(events, rows, tell)


def _rows(
    rows: Sequence[FigureRow], papers: dict[str, Paper], tell: Callable[[str], None]
) -> dict[str, float]:
    gold: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for key, paper in papers.items():
        for at, row in paper.figures.items():
            gold[paper.event, row].append((key, at))
    found = [list(dict.fromkeys(_places(row, papers))) for row in rows]
    pairs, right = _across(pairs_of(found)), _across(pairs_of(gold.values()))
    tagged = {place for places in gold.values() for place in places}
    bare = {pair for pair in pairs if tagged.isdisjoint(pair)}
    for one, two in sorted(bare):
        tell(f"rows, no label: {_figure(papers, one)} | {_figure(papers, two)}")
    pairs -= bare
    for one, two in sorted(pairs ^ right):
        verb = "joined" if (one, two) in pairs else "parted"
        tell(f"rows {verb}: {_figure(papers, one)} | {_figure(papers, two)}")
    precision, recall = precision_recall(pairs, right)
    return {
        "rows: precision": precision,
        "rows: recall": recall,
        "rows: pairs": len(right),
        "rows: pairs joined that have no label": len(bare),
    }


def _places(row: FigureRow, papers: dict[str, Paper]) -> list[Place]:
    """Give the figures of a row by where they begin; one that repeats another in its article is that one."""
    starts = [(c.brief, c.source.start) for c in row.cells if c.brief in papers]
    return [(key, papers[key].repeated.get(at, at)) for key, at in starts]


def _across(pairs: set[tuple[Place, Place]]) -> set[tuple[Place, Place]]:
    """Leave out pairs within one article."""
    return {(one, two) for one, two in pairs if one[0] != two[0]}


def confusion(
    events: Sequence[Labelled], rows: Sequence[FigureRow], tell: Callable[[str], None]
) -> Counter[tuple[str, str]]:
    """Count the relations of labelled rows by what they are, and what is told of the row with most of it."""
    told: Counter[tuple[str, str]] = Counter()
    for event in events:
        for key, (relation, _) in event.rows.items():
            if relation is None:
                continue
            own = {(paper_id(p), at) for p in event.papers for at, row in p.figures.items() if row == key}
            papers = {paper_id(p): p for p in event.papers}
            shared = [(len(own & set(_places(row, papers))), row) for row in rows]
            most, best = max(shared, key=lambda pair: pair[0], default=(0, None))
            best = best if most else None
            said = best.relation if best else "no row"
            told[relation, said] += 1
            if said != relation:
                cells = [(c.published, c.en, c.claimed_by) for c in best.cells] if best else ""
                tell(f"relation {event.name} {key}: {relation}, told as {said} {cells}")
    return told


def _contradictions_right(events: Sequence[Labelled], rows: Sequence[FigureRow]) -> float:
    """Give the share of rows told as a contradiction of which two figures are of a row that is one."""
    gold: dict[Place, tuple[str, str]] = {}
    for event in events:
        for paper in event.papers:
            for at, key in paper.figures.items():
                if event.rows[key][0] == "contradiction":
                    gold[paper_id(paper), at] = (event.name, key)
    told = [row for row in rows if row.relation == "contradiction"]
    papers = {paper_id(paper): paper for event in events for paper in event.papers}
    counts = [Counter(gold[at] for at in _places(row, papers) if at in gold) for row in told]
    return sum(max(count.values(), default=0) > 1 for count in counts) / max(1, len(told))


def _relations(
    events: Sequence[Labelled], rows: Sequence[FigureRow], tell: Callable[[str], None]
) -> dict[str, float]:
    told = confusion(events, rows, tell)
    differing = {pair: many for pair, many in told.items() if pair[0] != "agree"}
    right = sum(many for (gold, said), many in differing.items() if gold == said)
    found = sum(many for (_, said), many in differing.items() if said != "no row")
    return {
        "relations told": right / sum(differing.values()),
        "relations told, of rows found": right / found if found else 0.0,
        "relations: rows": sum(differing.values()),
        "contradictions told that are one": _contradictions_right(events, rows),
        "agreement told": told["agree", "agree"]
        / max(1, sum(m for (gold, _), m in told.items() if gold == "agree")),
    }


def _people(
    events: Sequence[Labelled], made: Digest, papers: dict[str, Paper], tell: Callable[[str], None]
) -> dict[str, float]:
    by_name = {event.name: event for event in events}
    gold: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, paper in papers.items():
        assert paper.brief
        for who in paper.brief.stakeholders:
            person = person_key(by_name[paper.event], who.name)
            if person:
                gold[person].append((key, person))
    found = []
    for entity in made.entities:
        named: dict[tuple[str, str], None] = {}
        for key in entity.briefs:
            if key in papers:
                event = by_name[papers[key].event]
                for form in (entity.name, *entity.forms):
                    if person := person_key(event, form):
                        named[key, person] = None
        found.append(list(named))
    pairs, right = pairs_of(found), pairs_of(gold.values())
    for one, two in sorted(pairs ^ right):
        verb = "joined" if (one, two) in pairs else "parted"
        tell(f"people {verb}: {one[1]} {_name(papers, one[0])} | {two[1]} {_name(papers, two[0])}")
    precision, recall = precision_recall(pairs, right)
    return {"people: precision": precision, "people: recall": recall, "people: pairs": len(right)}


def _quotations(made: Digest, papers: dict[str, Paper], tell: Callable[[str], None]) -> dict[str, float]:
    gold: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for key, paper in papers.items():
        for position, quote in paper.quotes.items():
            gold[paper.event, quote].append((key, position))
    found = [
        [(p.brief, p.quote) for wording in saying.wordings for p in wording.places if p.brief in papers]
        for saying in made.sayings
    ]
    pairs, right = pairs_of(found), pairs_of(gold.values())
    for one, two in sorted(pairs ^ right):
        verb = "joined" if (one, two) in pairs else "parted"
        tell(f"quotations {verb}: {_quote(papers, one)} | {_quote(papers, two)}")
    precision, recall = precision_recall(pairs, right)
    return {"quotations: joined": recall, "quotations: right": precision, "quotations: pairs": len(right)}


def _name(papers: dict[str, Paper], key: Hashable) -> str:
    paper = papers[str(key)]
    return f"{paper.event} {paper.source} {paper.date}"


def _figure(papers: dict[str, Paper], item: Any) -> str:
    key, at = item
    paper = papers[key]
    assert paper.brief
    words = paper.brief.article.text[max(0, at - 40) : at + 40].replace("\n", " ")
    return f"{paper.event} {paper.figures.get(at)} = {words!r} ({paper.date})"


def _quote(papers: dict[str, Paper], item: Any) -> str:
    key, position = item
    paper = papers[key]
    assert paper.brief
    quote = paper.brief.quotes[position - 1]
    return f"{paper.event} {quote.speaker} « {quote.source.text} »"


def main() -> None:
    """Print the table and save it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", action="store_true", help="without sentence vectors")
    parser.add_argument("--data", type=Path, help="the folder of public data: its articles are mixed in")
    parser.add_argument("--worst", action="store_true", help="list what is wrong in the seen set")
    parser.add_argument("--confusion", action="store_true", help="say how each relation was told")
    parser.add_argument("--peers", action="store_true", help="score the peers as well")
    parser.add_argument("--unlisted", type=float, default=0, help="share of figures no brief lists (0 to 1)")
    options = parser.parse_args()
    likeness = Words() if options.words else best_likeness()
    names = ("seen", "unseen", "third", "fourth", "fifth", "sixth", "seventh")
    halves = {name: without_labels(labelled(name), options.unlisted) for name in names}
    more = public_briefs(options.data) if options.data else []
    result: dict[str, dict[str, float]] = {}
    for name, events in halves.items():
        briefs = [paper.brief for event in events for paper in event.papers if paper.brief]
        made = digest([*briefs, *more], likeness=likeness)
        tell: Callable[[str], None] = print if options.worst and name == "seen" else lambda _: None
        result[name] = judge(events, made, tell)
        if options.confusion:
            rows = [row for event in made.events for row in event.rows]
            for (gold, said), many in sorted(confusion(events, rows, lambda _: None).items()):
                print(f"{name:<8}{gold:<14} told as {said:<14}{many:>4}")
    print(f"labels by {likeness.name}; {len(more)} other articles mixed in; {options.unlisted:.0%} unlisted")
    for measure in result["seen"]:
        bar = BARS.get(measure)
        row = "".join(f"{result[half][measure]:>10.3f}" for half in halves)
        print(f"{measure:<34}{row}{f'   bar {bar:.2f}' if bar else ''}")
    if options.peers:
        result |= {f"peer, {half}": scores for half, scores in peers(halves).items()}
        for half in halves:
            print(half, result[f"peer, {half}"])
    OUT.parent.mkdir(exist_ok=True)
    place = OUT.with_stem(f"{OUT.stem}_unlisted_{options.unlisted:g}") if options.unlisted else OUT
    place.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
