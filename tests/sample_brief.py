"""A brief as a large model writes it, of an article made up for the tests."""

import hashlib
from datetime import UTC, datetime

from summarizer.english import render_number
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.schemas.brief import Article, Brief
from summarizer.sections.piecewise.stakeholders import introduction

SPEAKER_KINDS = ("person", "organisation", "group", None)
"""What can speak: everything but a place."""

TEXT = """Novalis supprime 320 postes à Plouédec

Le groupe breton Novalis a annoncé mardi 12 mars la suppression de 320 postes dans son usine de Plouédec, soit 18 % des effectifs. « Nous n'avons pas le choix : les commandes ont reculé de 40 % en deux ans », a déclaré Claire Vasseur, directrice financière du groupe.

Le syndicat Force Atelier a dénoncé un plan brutal. « C'est un coup de massue pour 320 familles », a réagi Yann Kerbiriou, délégué du syndicat, devant une centaine de salariés. Une grève est prévue jeudi sur le site.

Fondé en 1987, Novalis emploie 1 800 personnes et a réalisé un chiffre d'affaires de 240 millions d'euros l'an dernier. Le groupe accuse Mercoval, son principal client, de ne pas avoir payé 9,5 millions d'euros de factures. Mercoval a poursuivi Novalis devant le tribunal de commerce de Vannes le 4 février.

L'ancien maire de Plouédec, Paul Vidal, s'est dit inquiet pour la commune de 6 500 habitants. La préfecture a convoqué les deux entreprises vendredi à 15 heures. Le taux de chômage du bassin est passé de 7,1 % à 8,3 % en un an.
"""  # noqa: E501 - an article as it comes

HEADLINE = ("Novalis to cut 320 jobs at its Plouédec plant", "Novalis supprime")
POINTS = [
    (
        (
            "The Breton group Novalis announced on Tuesday 12 March that it would cut 320 jobs at its "
            "Plouédec plant, 18% of the workforce."
        ),
        "Le groupe breton",
    ),
    (
        "Novalis accuses Mercoval, its main customer, of not having paid €9.5 million in invoices.",
        "Le groupe accuse",
    ),
    ("Mercoval sued Novalis before the commercial court in Vannes on 4 February.", "Mercoval a poursuivi"),
    ("The prefecture has summoned both companies for Friday at 3 p.m.", "La préfecture"),
    ("Unemployment in the area rose from 7.1% to 8.3% in a year.", "Le taux de chômage"),
]
FIGURES = [
    ("320 postes dans", "Novalis", "jobs cut at the Plouédec plant"),
    ("18 %", "Novalis", "share of the workforce"),
    ("1 800", "Novalis", "people employed"),
    ("240 millions", "Novalis", "turnover last year"),
    ("9,5 millions", "Mercoval", "unpaid invoices, according to the group"),
    ("6 500", "municipality of Plouédec", "inhabitants"),
]
QUOTES = [
    ("Nous n'avons", "We have no choice: orders have fallen by 40% in two years"),
    ("C'est un coup", "It is a hammer blow for 320 families"),
]
ROLES = {
    "Claire Vasseur": "chief financial officer of the group",
    "Yann Kerbiriou": "delegate of the union",
    "Paul Vidal": "former mayor of Plouédec",
    "Mercoval": "main customer of the group",
}


def article() -> Article:
    """Give the article as it was read."""
    words = sum(1 for token in TEXT.split() if any(map(str.isalnum, token)))
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    return Article(id=digest, title=TEXT.partition("\n")[0], language="fr", words=words, text=TEXT)


def sample() -> Brief:
    """Write the brief."""
    marked = mark(article())
    return Brief.model_validate(
        {
            "article": article(),
            "headline": _statement(marked, *HEADLINE),
            "key_points": [_statement(marked, *point) for point in POINTS],
            "key_figures": [_figure(marked, *figure) for figure in FIGURES],
            "stakeholders": [_stakeholder(marked, name, role) for name, role in ROLES.items()],
            "disputes": [],
            "quotes": [_quote(marked, *quote) for quote in QUOTES],
            "findings": [],
            "provenance": {
                "model": "scripted",
                "prompts": "0",
                "schemas": "0",
                "version": "0",
                "created": datetime(2026, 11, 29, tzinfo=UTC),
                "seconds": 3.0,
                "calls": 1,
                "tokens_in": 900,
                "tokens_cached": 0,
                "tokens_out": 400,
            },
        }
    )


def _statement(marked: MarkedArticle, english: str, *beginnings: str) -> dict[str, object]:
    cited = [next(s for s in marked.sentences.values() if s.text.startswith(each)) for each in beginnings]
    return {"en": english, "evidence": [_span(marked, each.start, each.end) for each in cited]}


def _figure(marked: MarkedArticle, words: str, subject: str, measure: str) -> dict[str, object]:
    at = marked.text.index(words)
    number = next(n for n in marked.numbers.values() if n.start <= at < n.end)
    return {
        "en": render_number(number),
        "subject": subject,
        "measure": measure,
        "source": _span(marked, number.start, number.end),
        **{name: getattr(number, name) for name in ("value", "upper", "unit", "qualifier")},
    }


def _quote(marked: MarkedArticle, words: str, english: str) -> dict[str, object]:
    at = marked.text.index(words)
    quotation = next(q for q in marked.quotations.values() if q.start <= at < q.end)
    said = quotation.speaker
    assert said is not None
    there = [
        name
        for name in marked.names.values()
        if any(m.start < said.end and said.start < m.end for m in name.mentions)
    ]
    return {
        "en": english,
        "source": _span(marked, quotation.start, quotation.end),
        "speaker": next(name.text for name in there if name.kind in SPEAKER_KINDS),
        "speaker_source": _span(marked, said.start, said.end),
        "partial": quotation.partial,
    }


def _stakeholder(marked: MarkedArticle, text: str, role: str) -> dict[str, object]:
    key, name = next((key, name) for key, name in marked.names.items() if name.text == text)
    evidence = [_span(marked, *marked.extent(each)) for each in introduction(marked, key)[-1:]]
    kind = name.kind if name.kind in {"person", "organisation", "group"} else "organisation"
    mentions = [_span(marked, m.start, m.end) for m in name.mentions]
    return {"name": text, "kind": kind, "role": {"en": role, "evidence": evidence}, "mentions": mentions}


def _span(marked: MarkedArticle, start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end, "text": marked.text[start:end]}
