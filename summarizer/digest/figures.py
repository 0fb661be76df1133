"""Figures of the same thing in several briefs of an event, in one row."""

from collections.abc import Mapping, Sequence

from summarizer.digest.claims import claim_of, update_of
from summarizer.digest.grouping import group_nodes
from summarizer.digest.likeness import Likeness
from summarizer.digest.measures import Node, nodes_of
from summarizer.digest.records import Figure
from summarizer.digest.relations import SERIOUS, Dated, relate
from summarizer.schemas.digest import Cell, FigureRow, Relation


def find_rows(
    figures: Sequence[Figure], reports: Mapping[str, str], likeness: Likeness, event: str
) -> list[FigureRow]:
    """Put the figures of an event into rows; `reports` gives the independent report of each brief.

    Only what two briefs have becomes a row. Contradictions come first, then what most briefs have.
    """
    nodes = nodes_of(figures)
    likeness.prepare([node.label for node in nodes])
    groups = group_nodes(nodes, likeness)
    rows = [row for group in groups if (row := _row(group, reports, event))]
    return sorted(rows, key=lambda row: (-SERIOUS.index(row.relation), -len(row.cells), row.id))


def _row(group: Sequence[Node], reports: Mapping[str, str], event: str) -> FigureRow | None:
    """Make a row of figures that two briefs or more have."""
    figures = sorted(
        (f for node in group for f in node.figures),
        key=lambda f: (f.published or "9999", f.brief, f.position),
    )
    if len({figure.brief for figure in figures}) < 2:
        return None
    first = figures[0]
    units = {figure.entry.unit for figure in figures}
    label = " ".join(node.figures[0].entry.measure for node in group)
    relation, closest = relate([Dated(figure, reports[figure.brief]) for figure in figures], label)
    return FigureRow(
        id=f"{event}-{first.brief[:6]}-{first.position}",
        subject=first.entry.subject,
        measure=first.entry.measure,
        unit=units.pop() if len(units) == 1 else None,
        relation=relation,
        reports=len({reports[figure.brief] for figure in figures}),
        cells=tuple(map(cell_of, figures, closest)),
    )


def cell_of(figure: Figure, relation: Relation | None = None) -> Cell:
    """Give a figure as a cell of a row."""
    entry = figure.entry
    return Cell(
        brief=figure.brief, figure=figure.position, published=figure.published, value=entry.value,
        upper=entry.upper, unit=entry.unit, qualifier=entry.qualifier, en=entry.en, source=entry.source,
        sentence=figure.sentence, claimed_by=claim_of(figure), newer_by=update_of(figure),
        relation=relation,
    )  # fmt: skip
