"""Briefs for tests of the digest: an article with its labels written beside it, and no model."""

from datetime import UTC, datetime
from decimal import Decimal

from summarizer.articles.article import make_article
from summarizer.schemas.brief import (
    Article,
    Brief,
    Dispute,
    KeyFigure,
    Provenance,
    Quote,
    Side,
    Span,
    Stakeholder,
    Statement,
)


def span(article: Article, words: str) -> Span:
    """Find the first place of `words` in the article."""
    start = article.text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def figure(article, words, value, label, *, unit=None, qualifier="exact", upper=None):
    """Make a figure; `label` is « subject: measure »."""
    subject, _, measure = label.partition(": ")
    return KeyFigure(
        source=span(article, words),
        value=Decimal(str(value)),
        unit=unit,
        qualifier=qualifier,
        upper=upper,
        en=f"{qualifier} {value} {unit}",
        subject=subject,
        measure=measure,
    )


def brief(text, source, date, *, figures=(), people=(), quotes=(), disputes=(), headline="It happened"):
    """Make a brief. Figures are (words, value, label, unit, qualifier), people (name, role, kind), quotes
    (words, speaker), disputes (issue, [(party, position)]).
    """
    article = make_article(text, source=source).model_copy(update={"published": date})
    return Brief(
        article=article,
        headline=Statement(en=headline, evidence=()),
        key_points=(),
        key_figures=tuple(
            figure(article, words, value, label, unit=unit, qualifier=qualifier)
            for words, value, label, unit, qualifier in figures
        ),
        stakeholders=tuple(
            Stakeholder(
                name=name, kind=kind, role=Statement(en=role, evidence=()), mentions=(span(article, name),)
            )
            for name, role, kind in people
        ),
        disputes=tuple(
            Dispute(
                issue=Statement(en=issue, evidence=()),
                sides=tuple(Side(party=p, position=Statement(en=en, evidence=())) for p, en in sides),
            )
            for issue, sides in disputes
        ),
        quotes=tuple(
            Quote(source=span(article, words), en="So it is.", speaker=who) for words, who in quotes
        ),
        findings=(),
        provenance=Provenance(
            model="none",
            prompts="0",
            schemas="0",
            version="0",
            created=datetime(2026, 3, 9, tzinfo=UTC),
            calls=0,
            tokens_in=0,
            tokens_cached=0,
            tokens_out=0,
            seconds=0,
        ),
    )


FIRE = """Incendie à Brézac

Au moins neuf personnes ont péri dans la nuit de lundi à mardi dans l'incendie d'un immeuble de la rue des \
Tanneurs, à Brézac, selon les pompiers. Marc Dutilleux, le préfet, parle de 27 blessés. « Nous avons entendu \
des cris, puis plus rien », raconte Léonie Varras, une voisine de l'immeuble.
"""
LATER = """Rue des Tanneurs : douze morts

L'incendie de la rue des Tanneurs, à Brézac, a coûté la vie à douze personnes, d'après un nouveau bilan de \
la préfecture. Le préfet Dutilleux compte 31 blessés dans l'immeuble. « On a entendu des cris, et puis plus \
rien », répète Léonie Varras.
"""
HARBOUR = """Le port de Kerlann bloqué

Les dockers de Kerlann ont bloqué le port mercredi pour réclamer 12 % de hausse. Leur syndicat reproche à \
Ostrelec de jouer la montre. « Nous tiendrons tout l'hiver s'il le faut », prévient Solenn Kervadec.
"""
DEAD, HURT = "building fire: death toll", "building fire: people injured"


def fire(
    source="a/1.txt", date="2026-03-03", text=FIRE, *, dead=("neuf personnes", 9), hurt=("27 blessés", 27)
):
    """Make a brief of the fire on the first day."""
    return brief(
        text,
        source,
        date,
        figures=[(*dead, DEAD, None, "exact"), (*hurt, HURT, None, "exact")],
        people=[("Marc Dutilleux", "prefect", "person"), ("Léonie Varras", "neighbour", "person")],
        quotes=[("Nous avons entendu des cris, puis plus rien", "Léonie Varras")],
        headline="Fire kills nine in Brézac",
    )


def later(source="b/2.txt", date="2026-03-04"):
    """Make a brief of the fire a day later, in other words."""
    return brief(
        LATER,
        source,
        date,
        figures=[
            ("douze personnes", 12, "residents: people killed", None, "exact"),
            ("31 blessés", 31, "residents: injured", None, "exact"),
        ],
        people=[
            ("Dutilleux", "prefect of the department", "person"),
            ("Léonie Varras", "resident", "person"),
        ],
        quotes=[("On a entendu des cris, et puis plus rien", "Léonie Varras")],
        headline="Twelve dead in Brézac",
    )


def harbour(source="c/3.txt", date="2026-03-04"):
    """Make a brief of something else."""
    return brief(
        HARBOUR,
        source,
        date,
        figures=[("12 %", 12, "dockers: pay rise demanded", "%", "exact")],
        people=[("Solenn Kervadec", "docker", "person"), ("Ostrelec", "port operator", "organisation")],
        quotes=[("Nous tiendrons tout l'hiver s'il le faut", "Solenn Kervadec")],
        headline="Dockers block Kerlann",
    )
