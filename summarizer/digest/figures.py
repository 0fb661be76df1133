"""Figures of the same thing in several briefs of an event, in one row."""

from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer.digest.article_figures import Figure
from summarizer.digest.changes import update_of
from summarizer.digest.claims import claim_of
from summarizer.digest.french_likeness import things_of, words_around
from summarizer.digest.grouping import group_nodes
from summarizer.digest.likeness import Likeness
from summarizer.digest.measures import Node, nodes_of
from summarizer.digest.relations import SERIOUS, Dated, relate
from summarizer.digest.rounding import compare
from summarizer.schemas.digest import Cell, FigureRow, Relation


def find_rows(
    figures: Sequence[Figure], reports: Mapping[str, str], likeness: Likeness, event: str
) -> list[FigureRow]:
    """Put the figures of an event into rows; `reports` gives the independent report of each brief.

    Only what two briefs have becomes a row. Contradictions come first, then what most briefs have.
    """
    nodes = nodes_of(figures)
    likeness.prepare([node.label for node in nodes if node.listed])
    groups = group_nodes(nodes, likeness)
    rows = [row for group in groups if (row := _row(group, reports, event))]
    return sorted(rows, key=lambda row: (-SERIOUS.index(row.relation), -len(row.cells), row.id))


def _row(group: Sequence[Node], reports: Mapping[str, str], event: str) -> FigureRow | None:
    """Make a row of figures that two briefs or more have."""
    figures = _once(
        sorted(
            (f for node in group for f in node.figures),
            key=lambda f: (f.published or "9999", f.brief, f.position),
        )
    )
    label = _label(figures)
    independent = {reports[figure.brief] for figure in figures}
    if len({figure.brief for figure in figures}) < 2 or not (label or len(independent) > 1):
        return None
    first = figures[0]
    units = {figure.entry.unit for figure in figures}
    measured = " ".join(_measured(node) for node in group)
    relation, closest = relate([Dated(figure, reports[figure.brief]) for figure in figures], measured)
    subject, measure = label or ("", words_around(first))
    return FigureRow(
        id=f"{event}-{first.brief[:6]}-{first.position}",
        subject=subject,
        measure=measure,
        language="en" if label else "fr",
        unit=units.pop() if len(units) == 1 else None,
        relation=relation,
        reports=len(independent),
        cells=tuple(map(cell_of, figures, closest)),
    )


def _label(figures: Sequence[Figure]) -> tuple[str, str] | None:
    """Give subject and measure as most briefs say them, of equals the earliest; None where no brief does."""
    said = Counter((one.entry.subject, one.entry.measure) for one in figures if one.listed)
    return max(said, key=lambda label: said[label], default=None)


def _once(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out what an article says again, in its title for the most part, and its brief does not list."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda one: not one.listed):
        own = (other.entry for other in kept if other.brief == figure.brief)
        if figure.listed or not any(compare(entry, figure.entry) for entry in own):
            kept.append(figure)
    return [figure for figure in figures if figure in kept]


def _measured(node: Node) -> str:
    """Give what a figure measures as English words of labels, by its label or by its French."""
    return node.figures[0].entry.measure if node.listed else " ".join(sorted(things_of(node)))


def cell_of(figure: Figure, relation: Relation | None = None) -> Cell:
    """Give a figure as a cell of a row."""
    entry = figure.entry
    return Cell(
        brief=figure.brief, figure=figure.position, published=figure.published, value=entry.value,
        upper=entry.upper, unit=entry.unit, qualifier=entry.qualifier, en=entry.en, source=entry.source,
        sentence=figure.sentence, claimed_by=claim_of(figure), newer_by=update_of(figure),
        relation=relation, listed=figure.listed,
    )  # fmt: skip
