"""A brief made by hand of an invented article, for tests of all that takes a brief.

The article holds what renderings trip over: characters that Markdown and rich take for markup,
no-break spaces, a quotation of two paragraphs, a range, a fragment.
"""

from datetime import UTC, datetime
from decimal import Decimal

from summarizer.articles.article import make_article
from summarizer.schemas.brief import (
    Article,
    Brief,
    Dispute,
    Extension,
    ExtensionEntry,
    ExtensionField,
    Figure,
    Finding,
    KeyFigure,
    Named,
    Provenance,
    Quote,
    Side,
    Span,
    Stakeholder,
    Statement,
)

TEXT = """\
date: 2025-03-14
Kerlann : le bras de fer autour du port se durcit

Le port de Kerlann devrait rester fermé de trois à quatre semaines de plus, a annoncé vendredi la \
société d'exploitation Ostrelec_Ports, qui chiffre ses pertes à près de 2,4 millions d'euros depuis janvier.

«\u00a0Nous avons tout essayé. Personne ne peut nous le reprocher.

«\u00a0La suite dépend de la préfecture\u00a0», a déclaré sa directrice, Solenn Kervadec. Le syndicat \
des dockers [CDK] juge au contraire que la direction «\u00a0joue la montre\u00a0» et réclame 12 % de \
hausse des salaires. Ostrelec_Ports refuse d'aller au-delà de 3,5 %.
"""


def span(article: Article, words: str) -> Span:
    """Find the first place of `words` in the article."""
    start = article.text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def with_extension(brief: Brief) -> Brief:
    """Give the brief with a section of a user's own: every type of field, and one that is empty."""
    figure = brief.key_figures[0]
    values: dict[str, Statement | Figure | Quote | Named | str | None] = {
        "what": brief.headline,
        "state": "planned",
        "amount": Figure(**figure.model_dump(exclude={"subject", "measure", "second_reading"})),
        "words": brief.quotes[0],
        "who": Named(name="Solenn Kervadec", mentions=(span(brief.article, "Solenn Kervadec"),)),
        "nobody": None,
    }
    kinds = {"what": "text", "state": "choice", "amount": "figure", "words": "quotation"}
    fields = {
        name: ExtensionField.model_validate({"type": kinds.get(name, "name"), "label": name})
        for name in values
    }
    entry = ExtensionEntry(values=values, evidence=brief.headline.evidence)
    own = Extension(name="own", title="Our own", fields=fields, entries=(entry,))
    return brief.model_copy(update={"extensions": (own,)})


def make_brief() -> Brief:
    """Build the brief of `TEXT`, every section filled."""
    article = make_article(TEXT, source="kerlann.fr.txt")
    lead = span(article, article.text.split("\n\n")[1])
    union = span(article, "Le syndicat des dockers [CDK] juge")

    def said(english: str, *evidence: Span) -> Statement:
        return Statement(en=english, evidence=evidence or (lead,))

    return Brief(
        article=article,
        headline=said("Kerlann port to stay shut three to four weeks longer"),
        key_points=(
            said("The port of Kerlann should stay closed for three to four more weeks."),
            said("The dockers' union [CDK] demands 12% and is offered no more than 3.5%.", union),
        ),
        key_figures=_figures(article),
        stakeholders=(
            Stakeholder(
                name="Ostrelec_Ports",
                kind="organisation",
                role=said("company that runs the port"),
                mentions=(span(article, "Ostrelec_Ports"),),
            ),
            Stakeholder(
                name="Solenn Kervadec",
                kind="person",
                role=said("its director"),
                mentions=(span(article, "Solenn Kervadec"),),
            ),
        ),
        disputes=(
            Dispute(
                issue=said("How far wages at the port should rise", union),
                sides=(
                    Side(party="syndicat des dockers [CDK]", position=said("Demands a rise of 12%.", union)),
                    Side(party="Ostrelec_Ports", position=said("Refuses to go beyond 3.5%.", union)),
                ),
            ),
        ),
        quotes=_quotes(article),
        findings=(
            Finding(
                code="number-unsupported",
                section="key_points",
                item="S4",
                words="five weeks",
                message="says a number that its evidence does not",
                action="dropped",
            ),
        ),
        provenance=_provenance(),
    )


def _figures(article: Article) -> tuple[KeyFigure, ...]:
    return (
        KeyFigure(
            source=span(article, "trois à quatre semaines"),
            value=Decimal(3),
            upper=Decimal(4),
            unit="week",
            en="three to four weeks",
            subject="port of Kerlann",
            measure="further closure",
        ),
        KeyFigure(
            source=span(article, "2,4 millions d'euros"),
            value=Decimal(2_400_000),
            unit="EUR",
            qualifier="nearly",
            en="nearly €2.4 million",
            subject="Ostrelec_Ports",
            measure="losses since January",
        ),
        KeyFigure(
            source=span(article, "12 %"),
            value=Decimal(12),
            unit="%",
            en="12%",
            subject="dockers | CDK",
            measure="wage rise demanded",
        ),
    )


def _quotes(article: Article) -> tuple[Quote, ...]:
    whole = article.text[article.text.index("Nous avons") : article.text.index("\u00a0», a déclaré")]
    return (
        Quote(
            source=span(article, whole),
            en="We tried everything. Nobody can blame us. What comes next depends on the prefecture.",
            speaker="Solenn Kervadec",
            speaker_source=span(article, "Solenn Kervadec"),
        ),
        Quote(source=span(article, "joue la montre"), en="is playing for time", partial=True),
    )


def _provenance() -> Provenance:
    return Provenance(
        model="local",
        host="127.0.0.1",
        prompts="a" * 64,
        schemas="b" * 64,
        version="0.1.0",
        created=datetime(2025, 3, 15, 9, 30, tzinfo=UTC),
        calls=24,
        tokens_in=5120,
        tokens_cached=310,
        tokens_out=702,
        seconds=31.4,
        cost=Decimal("0.0012"),
    )
