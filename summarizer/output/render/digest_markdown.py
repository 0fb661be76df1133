"""A digest as Markdown, for a morning mail: first what differs, then who said what, then the sources."""

from collections.abc import Iterator, Mapping, Sequence

from summarizer.output.render.markdown import escape
from summarizer.output.render.wording import apart_from, row_label
from summarizer.schemas.digest import Cell, Digest, Event, FigureRow, Listed, Saying, SharedDispute

RELATIONS = {
    "contradiction": "**contradiction**",
    "updated": "updated",
    "rounded": "rounded differently",
    "agree": "agree",
}
ALONE = 40
"""Limit of listed events with one report."""
SAYINGS = 8
"""Limit of quotations of an event."""


def digest_to_markdown(digest: Digest) -> str:
    """Write `digest` as Markdown, with a newline at its end.

    Events of several reports are described; those of one report are listed.
    """
    briefs = {brief.id: brief for brief in digest.briefs}
    sayings = {saying.id: saying for saying in digest.sayings}
    told = [event for event in digest.events if len(event.briefs) > 1]
    alone = [event for event in digest.events if len(event.briefs) == 1]
    blocks = [f"# Digest of {_many(len(digest.briefs), 'brief')}: {_many(len(digest.events), 'event')}"]
    for event in sorted(told, key=_differs, reverse=True):
        blocks += _event(event, briefs, sayings)
    if alone:
        blocks.append("## Reported once")
        blocks.append("\n".join(f"- {_when(event)}{escape(event.headline)}" for event in alone[:ALONE]))
        if len(alone) > ALONE:
            blocks.append(f"… and {_many(len(alone) - ALONE, 'event')} more.")
    if digest.skipped:
        blocks.append("## Left out")
        blocks.append("\n".join(f"- {escape(each.name)}: {escape(each.reason)}" for each in digest.skipped))
    return "\n\n".join(blocks) + "\n"


def _differs(event: Event) -> tuple[bool, int]:
    return any(row.relation == "contradiction" for row in event.rows), len(event.reports)


def _many(count: int, one: str) -> str:
    return f"{count:,} {one}{'' if count == 1 else 's'}"


def _when(event: Event) -> str:
    return f"{event.last_seen}: " if event.last_seen else ""


def _event(event: Event, briefs: Mapping[str, Listed], sayings: Mapping[str, Saying]) -> Iterator[str]:
    headline = event.account.headline.en if event.account else event.headline
    yield f"## {escape(headline)}"
    days = " to ".join(dict.fromkeys(day for day in (event.first_seen, event.last_seen) if day))
    copies = len(event.briefs) - len(event.reports)
    near = f", {copies} near {'copy' if copies == 1 else 'copies'}" if copies else ""
    yield f"{escape(days or 'no date')} · {_many(len(event.reports), 'report')}{near} · {event.id}"
    if event.account:
        yield " ".join(escape(sentence.en) for sentence in event.account.sentences)
    if event.rows:
        yield "\n".join(_row(row, briefs) for row in event.rows)
    yield from (_dispute(dispute) for dispute in event.disputes)
    said = [sayings[key] for key in event.sayings][:SAYINGS]
    if said:
        yield "\n".join(_saying(saying, briefs) for saying in said)
    yield "\n".join(
        f"- {escape(_source(briefs[key]))}: {escape(briefs[key].headline)}" for key in event.briefs
    )


def _source(brief: Listed) -> str:
    return brief.site or brief.source or "source not known"


def _row(row: FigureRow, briefs: Mapping[str, Listed]) -> str:
    cells: dict[str, list[Cell]] = {}
    for cell in row.cells:
        cells.setdefault(cell.en, []).append(cell)
    said = "; ".join(_value(en, same, row, briefs) for en, same in cells.items())
    told = "one report" if row.reports == 1 else RELATIONS[row.relation]
    return f"- {escape(row_label(row))}: {told}: {said}"


def _value(en: str, same: Sequence[Cell], row: FigureRow, briefs: Mapping[str, Listed]) -> str:
    places = ", ".join(_place(cell, briefs) for cell in same)
    own = apart_from(row, same[0])
    return f"{f'{RELATIONS[own]}: ' if own else ''}**{escape(en)}** ({places})"


def _place(cell: Cell, briefs: Mapping[str, Listed]) -> str:
    source = escape(_source(briefs[cell.brief]))
    day = f" {escape(cell.published)}" if cell.published else ""
    claim = f", « {escape(cell.claimed_by)} »" if cell.claimed_by else ""
    return f"{source}{day}{claim}"


def _dispute(dispute: SharedDispute) -> str:
    lines = [f"Dispute: {escape(dispute.issue)}", ""]
    for party in dispute.parties:
        held = "; ".join(dict.fromkeys(escape(stance.en).removesuffix(".") for stance in party.stances))
        lines.append(f"- **{escape(party.name)}**: {held}")
    return "\n".join(lines)


def _saying(saying: Saying, briefs: Mapping[str, Listed]) -> str:
    first, *others = saying.wordings
    places = [place for wording in saying.wordings for place in wording.places]
    sources = dict.fromkeys(escape(_source(briefs[place.brief])) for place in places if place.brief in briefs)
    more = "".join(f"; {wording.change}: « {escape(wording.fr)} »" for wording in others)
    french = f"« {escape(first.fr)} »{more}; {', '.join(sources)}"
    return f"- {escape(saying.speaker or 'Somebody')}: “{escape(first.en)}” ({french})"
