"""Briefs of articles that nobody wrote, as many as one likes, each of other words, names and dates.

What is invented is how long they are and how many different words and names they hold, not what they say:
names by syllables, sentences drawn from a vocabulary in which few words are frequent and most are rare.
"""

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from summarizer.schemas.brief import (
    Article,
    Brief,
    Dispute,
    Finding,
    KeyFigure,
    Provenance,
    Quote,
    Side,
    Span,
    Stakeholder,
    Statement,
)

SYLLABLES = tuple(
    "an bel cor dun el fau gri hor is jou ker lan mor nou ol per qui ros sau tré ul ver wal yon zé".split()  # noqa: SIM905 - a list to be read
)
COMMON = (
    "the",
    "of",
    "a",
    "to",
    "in",
    "and",
    "for",
    "that",
    "its",
    "more",
    "than",
    "company",
    "million",
    "union",
    "wages",
    "plan",
    "year",
    "workers",
    "directeur",
    "port",
    "énergie",
    "électricité",
    "grève",
    "prix",
    "marché",
    "pour",
    "dans",
    "avec",
    "selon",
    "une",
    "des",
    "les",
    "price",
    "strike",
    "market",
    "over",
    "from",
)
ENGLISH = 6_000
NAMES = 12_000


def invented_briefs(count: int, *, seed: int = 20261124) -> Iterator[Brief]:
    """Give `count` briefs, the same each time."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    words = [*COMMON, *sorted({_word(draw) for _ in range(ENGLISH)})]
    names = sorted({f"{_word(draw).title()} {_word(draw).title()}" for _ in range(NAMES)})
    for number in range(count):
        yield _brief(number, draw, words, names)


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4)))


def _said(draw: random.Random, words: list[str], length: int) -> str:
    """A sentence in which the first words of the list are the most frequent, as in any language."""
    drawn = (words[int(len(words) * draw.random() ** 3)] for _ in range(length))
    return " ".join(drawn).capitalize() + "."


def _brief(number: int, draw: random.Random, words: list[str], names: list[str]) -> Brief:
    sentences = [_said(draw, words, draw.randint(12, 26)) for _ in range(18)]
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(start=at, end=at + len(sentence), text=sentence))
        at += len(sentence) + 1
    parties = [names[int(len(names) * draw.random() ** 3)] for _ in range(draw.randint(3, 10))]

    def say(length: int) -> Statement:
        return Statement(en=_said(draw, words, length), evidence=(draw.choice(spans),))

    day = f"20{draw.randint(23, 25)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    return Brief(
        article=Article(
            id=hashlib.sha256(text.encode()).hexdigest(),
            source=f"dossier-{number // 1000}/article-{number}.txt",
            title=_said(draw, words, 9),
            published=day if number % 20 else None,
            language="fr",
            words=len(text.split()),
            text=text,
        ),
        headline=say(12),
        key_points=tuple(say(18) for _ in range(5)),
        key_figures=tuple(_figure(draw, words, parties, spans) for _ in range(draw.randint(2, 9))),
        stakeholders=tuple(
            Stakeholder(name=name, kind="person", role=say(6), mentions=(draw.choice(spans),))
            for name in parties
        ),
        disputes=tuple(
            Dispute(issue=say(9), sides=tuple(Side(party=name, position=say(11)) for name in parties[:2]))
            for _ in range(draw.randint(0, 1))
        ),
        quotes=tuple(
            Quote(source=draw.choice(spans), en=_said(draw, words, 16), speaker=parties[0]) for _ in range(3)
        ),
        findings=tuple(
            Finding(code="number", section="overview", message="is not in the French text", action="dropped")
            for _ in range(draw.randint(0, 2))
        ),
        provenance=_provenance(),
    )


def _figure(draw: random.Random, words: list[str], parties: list[str], spans: list[Span]) -> KeyFigure:
    value = Decimal(draw.randint(1, 99_999)) / 10
    return KeyFigure(
        source=draw.choice(spans),
        value=value,
        unit="EUR",
        en=f"€{value:,}",
        subject=draw.choice(parties),
        measure=_said(draw, words, 5),
    )


def _provenance() -> Provenance:
    return Provenance(
        model="none",
        prompts="0" * 16,
        schemas="0" * 16,
        version="0.1.0",
        created=datetime(2026, 11, 24, tzinfo=UTC),
        calls=28,
        tokens_in=10_714,
        tokens_cached=7_464,
        tokens_out=963,
        seconds=128.8,
    )
