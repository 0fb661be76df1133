"""How right the digest is on labelled events: events, near copies, rows of figures, people, quotations.

    python benchmarks/digest_quality.py [--words] [--data DIR] [--worst]

The events are those of benchmarks/digest_events/: `seen` was read while the digest was written, `unseen` is
only scored. `--words` leaves sentence vectors out; `--data` adds the public articles of Wikinews (2016) to
both halves, which belong to no event. `--worst` lists what is wrong in the seen half. Peers stand beside:
clusters of TF-IDF vectors (average linkage, the threshold chosen on the seen half), and rows of equal labels.
The figures are saved as benchmarks/out/digest_quality.json.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

from digest_data import Labelled, Paper, labelled, paper_id, person_key, provenance

from summarizer.articles.article import make_article
from summarizer.digest import digest
from summarizer.digest.likeness import Words, best_likeness
from summarizer.digest.words import tokens
from summarizer.schemas.brief import Brief, Statement
from summarizer.schemas.digest import Digest

OUT = Path(__file__).parent / "out" / "digest_quality.json"
Pair = tuple[Hashable, Hashable]
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


def pairs_of(groups: Iterable[Sequence[Hashable]]) -> set[Pair]:
    """Give the pairs within groups."""
    return {tuple(sorted(pair, key=str)) for group in groups for pair in combinations(group, 2)}  # type: ignore[misc]


def precision_recall(found: set[Pair], gold: set[Pair]) -> tuple[float, float]:
    """Give precision and recall of pairs."""
    both = len(found & gold)
    return both / len(found) if found else 1.0, both / len(gold) if gold else 1.0


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(found: Sequence[Sequence[Hashable]], gold: Sequence[Sequence[Hashable]]) -> float:
    """Give the B³ F1 of two groupings of the same items."""
    own = {item: set(group) for group in found for item in group}
    right = {item: set(group) for group in gold for item in group}
    items = list(right)
    precision = sum(len(own[i] & right[i]) / len(own[i]) for i in items) / len(items)
    recall = sum(len(own[i] & right[i]) / len(right[i]) for i in items) / len(items)
    return f1(precision, recall)


def judge(events: Sequence[Labelled], made: Digest, tell: Callable[[str], None]) -> dict[str, float]:
    """Score a digest of labelled events."""
    papers = {paper_id(paper): paper for event in events for paper in event.papers}
    return (
        _events(events, made, papers, tell)
        | _rows(made, papers, tell)
        | _relations(events, made, tell)
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


def _rows(made: Digest, papers: dict[str, Paper], tell: Callable[[str], None]) -> dict[str, float]:
    gold: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for key, paper in papers.items():
        for position, row in paper.figures.items():
            gold[paper.event, row].append((key, position))
    found = [
        [(c.brief, c.figure) for c in row.cells if c.brief in papers] for e in made.events for row in e.rows
    ]
    pairs, right = _across(pairs_of(found)), _across(pairs_of(gold.values()))
    for one, two in sorted(pairs ^ right):
        verb = "joined" if (one, two) in pairs else "parted"
        tell(f"rows {verb}: {_figure(papers, one)} | {_figure(papers, two)}")
    precision, recall = precision_recall(pairs, right)
    return {"rows: precision": precision, "rows: recall": recall, "rows: pairs": len(right)}


def _across(pairs: set[Pair]) -> set[Pair]:
    """Leave out pairs within one article."""
    return {(one, two) for one, two in pairs if one[0] != two[0]}  # type: ignore[index]


def _relations(events: Sequence[Labelled], made: Digest, tell: Callable[[str], None]) -> dict[str, float]:
    told: Counter[tuple[str, str]] = Counter()
    for event in events:
        for key, (relation, _) in event.rows.items():
            if relation is None:
                continue
            own = {(paper_id(p), n) for p in event.papers for n, row in p.figures.items() if row == key}
            rows = [
                row for e in made.events for row in e.rows if own & {(c.brief, c.figure) for c in row.cells}
            ]
            best = max(
                rows, key=lambda row: len(own & {(c.brief, c.figure) for c in row.cells}), default=None
            )
            said = best.relation if best else "no row"
            told[relation, said] += 1
            if said != relation:
                cells = [(c.published, c.en, c.claimed_by) for c in best.cells] if best else ""
                tell(f"relation {event.name} {key}: {relation}, told as {said} {cells}")
    differing = {pair: many for pair, many in told.items() if pair[0] != "agree"}
    right = sum(many for (gold, said), many in differing.items() if gold == said)
    found = sum(many for (_, said), many in differing.items() if said != "no row")
    return {
        "relations told": right / sum(differing.values()),
        "relations told, of rows found": right / found if found else 0.0,
        "relations: rows": sum(differing.values()),
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
        tell(f"people {verb}: {one[1]} {_name(papers, one[0])} | {two[1]} {_name(papers, two[0])}")  # type: ignore[index]
    precision, recall = precision_recall(pairs, right)
    return {"people: precision": precision, "people: recall": recall, "people: pairs": len(right)}


def _quotations(made: Digest, papers: dict[str, Paper], tell: Callable[[str], None]) -> dict[str, float]:
    gold: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
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


def _figure(papers: dict[str, Paper], item: Hashable) -> str:
    key, position = item  # type: ignore[misc]
    paper = papers[key]
    assert paper.brief
    entry = paper.brief.key_figures[position - 1]
    return f"{paper.event} {entry.subject}: {entry.measure} = {entry.source.text} ({paper.date})"


def _quote(papers: dict[str, Paper], item: Hashable) -> str:
    key, position = item  # type: ignore[misc]
    paper = papers[key]
    assert paper.brief
    quote = paper.brief.quotes[position - 1]
    return f"{paper.event} {quote.speaker} « {quote.source.text} »"


def plain_clusters(texts: Sequence[str], threshold: float) -> list[list[int]]:
    """The peer: TF-IDF vectors, average linkage, stopped at a threshold."""
    counts = [Counter(word for word in tokens(text) if len(word) > 2) for text in texts]
    df = Counter(word for count in counts for word in count)
    vectors = []
    for count in counts:
        own = {w: (1 + math.log(n)) * math.log(len(texts) / df[w]) for w, n in count.items()}
        size = math.sqrt(sum(v * v for v in own.values())) or 1.0
        vectors.append({w: v / size for w, v in own.items()})
    groups = {n: ([n], vector) for n, vector in enumerate(vectors)}

    def alike(a: int, b: int) -> float:
        (one, first), (two, second) = groups[a], groups[b]
        return sum(v * second.get(w, 0.0) for w, v in first.items()) / (len(one) * len(two))

    scores = {(a, b): alike(a, b) for a, b in combinations(groups, 2)}
    while scores:
        (a, b), best = max(scores.items(), key=lambda item: item[1])
        if best < threshold:
            break
        (one, first), (two, second) = groups[a], groups.pop(b)
        merged = Counter(first)
        merged.update(second)
        groups[a] = (one + two, dict(merged))
        scores = {pair: s for pair, s in scores.items() if not {a, b} & set(pair)}
        scores |= {(min(a, c), max(a, c)): alike(min(a, c), max(a, c)) for c in groups if c != a}
    return [members for members, _ in groups.values()]


def peers(halves: dict[str, list[Labelled]]) -> dict[str, dict[str, float]]:
    """Score the peers: TF-IDF with the threshold that is best on the seen half."""

    def score(half: str, threshold: float) -> float:
        papers = [paper for event in halves[half] for paper in event.papers]
        texts = [paper.brief.article.text for paper in papers if paper.brief]
        found = [[paper_id(papers[n]) for n in group] for group in plain_clusters(texts, threshold)]
        return b_cubed(found, [[paper_id(p) for p in event.papers] for event in halves[half]])

    best = max((step / 100 for step in range(4, 26, 2)), key=lambda step: score("seen", step))
    return {half: {"TF-IDF, average linkage: B³ F1": score(half, best), "threshold": best} for half in halves}


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


def main() -> None:
    """Print the table and save it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", action="store_true", help="without sentence vectors")
    parser.add_argument("--data", type=Path, help="the folder of public data: its articles are mixed in")
    parser.add_argument("--worst", action="store_true", help="list what is wrong in the seen half")
    parser.add_argument("--peers", action="store_true", help="score the peers as well")
    options = parser.parse_args()
    likeness = Words() if options.words else best_likeness()
    halves = {name: labelled(name) for name in ("seen", "unseen")}
    more = public_briefs(options.data) if options.data else []
    result: dict[str, dict[str, float]] = {}
    for name, events in halves.items():
        briefs = [paper.brief for event in events for paper in event.papers if paper.brief]
        made = digest([*briefs, *more], likeness=likeness)
        tell: Callable[[str], None] = print if options.worst and name == "seen" else lambda _: None
        result[name] = judge(events, made, tell)
    print(f"labels by {likeness.name}; {len(more)} other articles mixed in")
    for measure in result["seen"]:
        bar = BARS.get(measure)
        row = "".join(f"{result[half][measure]:>10.3f}" for half in halves)
        print(f"{measure:<34}{row}{f'   bar {bar:.2f}' if bar else ''}")
    if options.peers:
        result |= {f"peer, {half}": scores for half, scores in peers(halves).items()}
        for half in halves:
            print(half, result[f"peer, {half}"])
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
