"""Quotations, speakers and reporting clauses against people's annotations.

A speaker is right when the name or an alias and the candidate hold one another, case, accents of the
apostrophe and spaces before it aside. Spans are compared strictly; direct_speech_aads counts marks,
dashes and the punctuation at the edges of a piece as no part of it, on both sides, and only outer
quotations, as its annotators did.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.french_gold import read_lines
from summarizer.french import Quotation, find_numbers, find_quotations
from summarizer.french.quotations.clauses import find_reporting_clauses

Spans = Callable[[str], set[tuple[int, int]]]


@dataclass
class Score:
    """Right, spurious and missed items of one measure, and what went wrong."""

    name: str
    bar: float | None = None
    right: int = 0
    spurious: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def row(self) -> dict[str, Any]:
        """Give the measure's figures."""
        found, wanted = self.right + self.spurious, self.right + self.missed
        f1 = 2 * self.right / (found + wanted) if found + wanted else 0.0
        return {
            "measure": self.name,
            "items": wanted,
            "precision": self.right / found if found else 0.0,
            "recall": self.right / wanted if wanted else 0.0,
            "f1": f1,
            "bar": self.bar,
        }


def _fold(name: str) -> str:
    return re.sub(r"['’]\s?", "'", " ".join(name.casefold().split()))


def _same(candidate: str, names: list[str]) -> bool:
    folded = _fold(candidate)
    return any(folded in _fold(name) or _fold(name) in folded for name in names)


def measure_gold(folder: Path) -> list[Score]:
    """Score spans, said or not, and speakers on the annotated articles."""
    articles = {article["id"]: article["text"] for article in read_lines(folder / "articles_wikinews.jsonl")}
    spans = Score("gold_dev: span, strict", 0.98)
    said = Score("gold_dev: said or not", 0.92)
    speakers = Score("gold_dev: speaker", 0.95)
    for gold in read_lines(folder / "gold_dev.jsonl"):
        text = articles[gold["id"]]
        found = {(q.start, q.end): q for q in find_quotations(text)}
        wanted = {(q["start"], q["end"]): q for q in gold["quotes"]}
        for span in sorted(found.keys() | wanted.keys()):
            here = f"{gold['id']} {text[max(0, span[0] - 90) : span[1] + 70]!r}"
            if span not in found or span not in wanted:
                spans.missed += span in wanted
                spans.spurious += span in found
                spans.errors.append(f"{'missed' if span in wanted else 'spurious'} {here}")
                continue
            spans.right += 1
            _count(
                said, right=found[span].said == wanted[span]["said"], note=f"said {found[span].said} {here}"
            )
            _count_speaker(speakers, found[span].speaker, wanted[span], here)
    return [spans, said, speakers]


def _count(score: Score, *, right: bool, note: str) -> None:
    score.right += right
    if not right:
        score.spurious += 1
        score.missed += 1
        score.errors.append(note)


def _count_speaker(score: Score, speaker: Any, wanted: dict[str, Any], here: str) -> None:
    names = [wanted["speaker"], *wanted["speaker_aliases"]] if wanted["speaker"] else []
    if not names:
        return
    if speaker is not None and _same(speaker.text, names):
        score.right += 1
        return
    score.missed += 1
    score.spurious += speaker is not None
    score.errors.append(f"{speaker.text if speaker else None!r} for {names} in {here}")


LABELS = Path(__file__).parent / "french_speakers.jsonl"
"""Who says 193 quotations of articles outside gold_dev, labelled by hand, with their places there."""


def measure_labelled(folder: Path) -> Score:
    """Score speakers on the labelled half of the articles outside gold_dev."""
    articles = {article["id"]: article["text"] for article in read_lines(folder / "articles_wikinews.jsonl")}
    score = Score("wikinews, labelled half: speaker", 0.95)
    found: dict[str, dict[tuple[int, int], Quotation]] = {}
    for label in read_lines(LABELS):
        text = articles[label["id"]]
        if label["id"] not in found:
            found[label["id"]] = {(q.start, q.end): q for q in find_quotations(text)}
        quotation = found[label["id"]].get((label["start"], label["end"]))
        speaker = quotation.speaker if quotation else None
        right = speaker is not None and bool(label["speaker"]) and _same(speaker.text, [label["speaker"]])
        score.right += right
        score.spurious += speaker is not None and not right
        score.missed += bool(label["speaker"]) and not right
        if not right and (speaker or label["speaker"]):
            here = text[max(0, label["start"] - 90) : label["end"] + 70]
            score.errors.append(f"{speaker.text if speaker else None!r} for {label['speaker']!r} in {here!r}")
    return score


def measure_faults(folder: Path) -> list[Score]:
    """Score the small inputs of faults_dev, each a kind of fault: all figures, all that is said."""
    scores = {
        "numbers": Score("faults_dev: numbers", 1.0),
        "quotations": Score("faults_dev: quotations", 1.0),
    }
    for item in read_lines(folder / "faults_dev.jsonl"):
        score = scores.get(item["area"])
        if score is None:
            continue
        wanted: Any = item.get("said")
        if item["area"] == "quotations":
            said = [quotation for quotation in find_quotations(item["text"]) if quotation.said]
            found: Any = [[q.text, q.speaker.text if q.speaker else None] for q in said]
        else:
            figures = [number for number in find_numbers(item["text"]) if number.is_figure]
            found = [[n.value, n.upper, n.unit, n.qualifier] for n in figures]
            wanted = [[Decimal(v), Decimal(u) if u else None, unit, q] for v, u, unit, q in item["figures"]]
        _count(score, right=found == wanted, note=f"{item['text']!r}: {found}")
    return list(scores.values())


_EDGES = ' \t\n\u00a0\u202f«»“”"—–-,;:.'


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES + "…":
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def own_spans(text: str) -> set[tuple[int, int]]:
    """Give the outer quotations that this project finds."""
    return set(_outermost(find_quotations(text)))


def _outermost(quotations: list[Quotation]) -> Iterator[tuple[int, int]]:
    last = 0
    for quotation in quotations:
        if quotation.start >= last:
            last = quotation.end
            yield quotation.start, quotation.end


def measure_gold_spans(folder: Path, spans: Spans) -> Score:
    """Score strict spans alone, for a peer that tells nothing else."""
    articles = {article["id"]: article["text"] for article in read_lines(folder / "articles_wikinews.jsonl")}
    score = Score("gold_dev: span, strict", 0.98)
    for gold in read_lines(folder / "gold_dev.jsonl"):
        found = spans(articles[gold["id"]])
        wanted = {(quote["start"], quote["end"]) for quote in gold["quotes"]}
        score.right += len(found & wanted)
        score.missed += len(wanted - found)
        score.spurious += len(found - wanted)
    return score


def measure_fiction(folder: Path, spans: Spans) -> Score:
    """Score strict spans of direct speech in novels, marks and dashes together."""
    score = Score("direct_speech_aads: span", 0.90)
    for novel in read_lines(folder / "direct_speech_aads.jsonl"):
        text = novel["text"]
        wanted = {_trimmed(text, q["start"], q["end"]) for q in novel["quotes"]}
        found = {_trimmed(text, *span) for span in spans(text)}
        score.right += len(wanted & found)
        score.missed += len(wanted - found)
        score.spurious += len(found - wanted)
        for kind, group in (("missed", wanted - found), ("spurious", found - wanted)):
            score.errors.extend(
                f"{novel['id']} {s} {kind} {text[max(0, s - 60) : s]!r} [[{text[s:e]}]] {text[e : e + 50]!r}"
                for s, e in sorted(group)
            )
    return score


def measure_clauses(folder: Path) -> Score:
    """Score verb and subject of reporting clauses."""
    score = Score("reporting_clauses_ud: verb and speaker")
    for item in read_lines(folder / "reporting_clauses_ud.jsonl"):
        text = item["text"]
        found = {(c.verb, c.subject) for c in find_reporting_clauses(text)}
        for report in item["reports"]:
            verb, speaker = report["verb"], report["speaker"]
            start = speaker["start"] + len(speaker["text"]) - len(speaker["text"].lstrip("-"))
            wanted = ((verb["start"], verb["end"]), (start, speaker["end"]))
            score.right += wanted in found
            score.missed += wanted not in found
            score.spurious += wanted not in found and bool(found)
            if wanted not in found:
                clauses = [(text[slice(*c[0])], text[slice(*c[1])] if c[1] else None) for c in found]
                score.errors.append(f"{verb['text']} {speaker['text']} not in {clauses}")
    return score
