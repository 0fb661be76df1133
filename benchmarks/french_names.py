"""Measures `find_names` on people's annotations and prints a table, with spaCy's French model beside it.

    python benchmarks/french_names.py DATA_DIR [--top 15] [--errors] [--json FILE]

DATA_DIR holds `articles_wikinews.jsonl` (names, all articles) and `gold_dev.jsonl` (stakeholders); a
file that is absent is reported and skipped, and so is the peer where `spacy` and `fr_core_news_sm`
are not installed.

A stakeholder counts as found where its name or an alias and a mention are equal but for articles,
case and accents, or one holds the other with its head or a capitalised word in common.
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from summarizer.french import Name, find_names
from summarizer.french.names.places import fold

Item = dict[str, Any]
Spans = list[tuple[int, int, str, bool]]
_KINDS = {"Person": "person", "Organization": "organisation", "Location": "place"}
_SPACY_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "work"}
_LISTED_DETERMINERS = """
le la les l un une des du de d son sa ses leur leurs ces deux plus environ
"""
_DETERMINERS = frozenset(_LISTED_DETERMINERS.split())


def read_lines(path: Path) -> Iterator[Item]:
    """Yield the JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def own_spans(text: str) -> Spans:
    """All mentions; precision counts names and bodies alone, since the annotation leaves out roles."""
    return [
        (
            mention.start,
            mention.end,
            name.kind or "none",
            mention.text[0].isupper()
            or (mention.text != mention.text.lower() and name.kind == "organisation"),
        )
        for name in find_names(text)
        for mention in name.mentions
    ]


def spacy_spans() -> Callable[[str], Spans]:
    """The peer's reader of names."""
    import spacy  # noqa: PLC0415 - a peer that may be absent

    model = spacy.load(
        "fr_core_news_sm", disable=["parser", "lemmatizer", "attribute_ruler", "morphologizer"]
    )
    return lambda text: [(e.start_char, e.end_char, _SPACY_KINDS[e.label_], True) for e in model(text).ents]


def measure_names(
    articles: list[Item], read: Callable[[str], Spans], *, errors: bool = False
) -> dict[str, float]:
    """Recall by kind (span met, span met and kind right), precision, speed (processor time)."""
    met = dict.fromkeys(_KINDS.values(), 0)
    right = dict.fromkeys(_KINDS.values(), 0)
    total = dict.fromkeys(_KINDS.values(), 0)
    given = true = agreed = characters = 0
    begun = time.process_time()
    spans = [read(article["text"]) for article in articles]
    seconds = time.process_time() - begun
    for article, found in zip(articles, spans, strict=True):
        text = article["text"]
        characters += len(text)
        people = [entity for entity in article["entities"] if entity["type"] not in {"Date", "Hour"}]
        for entity in people:
            kind = _KINDS.get(entity["type"])
            if kind is None:
                continue
            total[kind] += 1
            over = [span for span in found if span[0] < entity["end"] and entity["start"] < span[1]]
            met[kind] += bool(over)
            right[kind] += any(span[2] == kind for span in over)
            if errors and not over:
                print("missed", kind, repr(text[max(0, entity["start"] - 30) : entity["end"] + 20]))
            elif errors and not any(span[2] == kind for span in over):
                print(
                    "kind",
                    kind,
                    [(text[a:b], k) for a, b, k, _ in over],
                    repr(text[max(0, entity["start"] - 30) : entity["end"] + 20]),
                )
        for start, end, kind, counts in found:
            if not counts:
                continue
            given += 1
            met_by = [entity for entity in people if entity["start"] < end and start < entity["end"]]
            true += bool(met_by)
            agreed += any(_KINDS.get(entity["type"]) == kind for entity in met_by)
            if errors and not met_by:
                print("made up", kind, repr(text[start:end]), repr(text[max(0, start - 30) : end + 20]))
    row = {f"{kind} met": met[kind] / total[kind] for kind in total}
    row |= {f"{kind} right": right[kind] / total[kind] for kind in total}
    return row | {
        "precision": true / max(1, given),
        "kind precision": agreed / max(1, given),
        "MB/s": characters / seconds / 1e6,
    }


def words_of(name: str) -> list[str]:
    """The words of a name without articles, folded."""
    return [word for word in re.findall(r"\w+", fold(name)) if word not in _DETERMINERS]


def same(expected: str, given: str) -> bool:
    """Whether two forms mean the same party as far as their words tell."""
    one, other = words_of(expected), words_of(given)
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    for at in range(len(long) - len(short) + 1):
        if long[at : at + len(short)] == short:
            return at == 0 or any(
                word[0].isupper() for word in re.findall(r"\w+", min(expected, given, key=len))
            )
    return False


def measure_stakeholders(
    articles: dict[str, Item], gold: list[Item], *, top: int, errors: bool
) -> dict[str, float]:
    """Recall among the heaviest candidates, kinds, and whether aliases came together."""
    central = found_central = every = found_every = kinds = kinds_right = joined = joinable = candidates = 0
    for item in gold:
        names = find_names(articles[item["id"]]["text"])
        candidates += len(names)
        best = sorted(names, key=lambda name: -name.weight)[:top]
        for stakeholder in item["stakeholders"]:
            forms = [stakeholder["name"], *stakeholder["aliases"]]
            hits = _matches(forms, best)
            every += 1
            found_every += bool(hits)
            central += stakeholder["central"]
            found_central += bool(stakeholder["central"] and hits)
            if errors and stakeholder["central"] and not hits:
                late = _matches(forms, names)
                print(
                    "central not found",
                    item["id"],
                    forms,
                    [(n.text, n.weight) for n in late[:2]],
                    [(n.text, n.weight) for n in best[-2:]],
                )
            if hits:
                kinds += 1
                ok = _kind_agrees(stakeholder["kind"], hits)
                kinds_right += ok
                if errors and not ok:
                    print(
                        "kind", stakeholder["kind"], stakeholder["name"], [(n.text, n.kind) for n in hits[:3]]
                    )
            together = [form for form in forms if _matches([form], names)]
            if len(together) > 1:
                joinable += 1
                whole = any(all(_matches([form], [name]) for form in together) for name in names)
                joined += whole
                if errors and not whole:
                    print("apart", together)
    return {
        "central found": found_central / central,
        "all found": found_every / every,
        "kind right": kinds_right / max(1, kinds),
        "aliases together": joined / max(1, joinable),
        "candidates an article": candidates / len(gold),
    }


def _matches(forms: list[str], names: list[Name]) -> list[Name]:
    """The candidates that a form means, those with a form in full first."""
    exact = [n for n in names if any(words_of(f) == words_of(m.text) for f in forms for m in n.mentions)]
    loose = [n for n in names if n not in exact and any(same(f, m.text) for f in forms for m in n.mentions)]
    return exact + loose


def _kind_agrees(kind: str, hits: list[Name]) -> bool:
    """Places are countries that act, which the annotation calls organisations."""
    given = hits[0].kind
    return given == kind or (given == "place" and kind == "organisation")
