"""Drafts as a strong model writes them about the invented article of `tests.articles`."""

from typing import Any

from summarizer.schemas.disputes import DisputeDraft, SideDraft
from summarizer.schemas.key_figures import KeyFigureDraft
from summarizer.schemas.overview import StatementDraft
from summarizer.schemas.quotes import QuoteDraft
from summarizer.schemas.stakeholders import StakeholderDraft


def point(en: str = "Ostrelec is buying Valdor for €2.4 million.", *sentences: str) -> StatementDraft:
    """Draft a headline or key point."""
    return StatementDraft(en=en, sentences=list(sentences or ("S2",)))


def figure(figure: str = "N1", measure: str = "price of the takeover of Valdor") -> KeyFigureDraft:
    """Draft a key figure."""
    return KeyFigureDraft(figure=figure, subject="Ostrelec", measure=measure)


def quote(quotation: str = "Q1", en: str = "We are going to hire in the spring", **who: Any) -> QuoteDraft:
    """Draft a quote; its speaker is Marie Kervadec unless `who` says otherwise."""
    said: dict[str, Any] = {"speaker": "Marie Kervadec", "speaker_en": "Marie Kervadec"} | who
    return QuoteDraft(quotation=quotation, en=en, **said)


def party(name: str = "Marie Kervadec", name_en: str | None = None, **other: Any) -> StakeholderDraft:
    """Draft a stakeholder."""
    said: dict[str, Any] = {
        "kind": "person",
        "role": "chief financial officer of Ostrelec",
        "sentences": ["S5"],
    }
    return StakeholderDraft(name=name, name_en=name if name_en is None else name_en, **(said | other))


def dispute(*sides: SideDraft, issue: str = "pay at the port", **other: Any) -> DisputeDraft:
    """Draft a dispute; between the union and the company unless `sides` says otherwise."""
    both = sides or (side(), side("Ostrelec", "Ostrelec", "rejects the accusations", "S9"))
    return DisputeDraft(issue=issue, sides=list(both), **({"sentences": ["S8", "S9"]} | other))


def side(
    party: str = "Le syndicat CDK",
    party_en: str = "the CDK union",
    position: str = "demands 7% more pay",
    sentence: str = "S8",
) -> SideDraft:
    """Draft a side of a dispute."""
    return SideDraft(party=party, party_en=party_en, position=position, sentences=[sentence])
