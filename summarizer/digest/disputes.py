"""Disputes of an event: one issue once, with the parties of all articles and what each says they hold."""

from collections.abc import Callable, Sequence

from summarizer.digest.likeness import Likeness
from summarizer.digest.records import Dispute
from summarizer.digest.words import fold
from summarizer.schemas.digest import Party, SharedDispute, Stance

SAME_ISSUE = 0.45
"""Likeness of two issues from which they are one."""
COMPARED = 60
"""Disputes of an event that another one is compared with."""
SAME_PARTIES = 0.2
"""Likeness that is enough where two parties or more are the same."""

Known = Callable[[str, str], tuple[str, str | None]]
"""From a brief and a party's words to the party's name and entity."""


def find_disputes(
    disputes: Sequence[Dispute], known: Known, likeness: Likeness, event: str
) -> list[SharedDispute]:
    """Join the disputes of an event; those that most briefs tell of come first."""
    likeness.prepare([dispute.issue for dispute in disputes])
    groups: list[list[Dispute]] = []
    for dispute in sorted(disputes, key=lambda d: (-len(d.sides), d.brief, d.issue)):
        fitting = [group for group in groups[:COMPARED] if _are_one(dispute, group[0], known, likeness)]
        if fitting:
            fitting[0].append(dispute)
        else:
            groups.append([dispute])
    found = [_shared(group, known, event, n) for n, group in enumerate(groups, 1)]
    return sorted(found, key=lambda dispute: (-len(dispute.briefs), -len(dispute.parties), dispute.id))


def _are_one(one: Dispute, other: Dispute, known: Known, likeness: Likeness) -> bool:
    alike = likeness.labels(one.issue, other.issue)
    both = len(_parties(one, known) & _parties(other, known))
    return alike >= SAME_ISSUE or (both >= 2 and alike >= SAME_PARTIES)


def _parties(dispute: Dispute, known: Known) -> set[str]:
    return {fold(known(dispute.brief, party)[0]) for party, _, _ in dispute.sides}


def _shared(group: Sequence[Dispute], known: Known, event: str, number: int) -> SharedDispute:
    stances: dict[str, list[Stance]] = {}
    names: dict[str, tuple[str, str | None]] = {}
    ordered = sorted(group, key=lambda dispute: dispute.brief)
    for dispute in ordered:
        for party, en, evidence in dispute.sides:
            name, entity = known(dispute.brief, party)
            key = entity or fold(name)
            names.setdefault(key, (name, entity))
            stances.setdefault(key, []).append(Stance(brief=dispute.brief, en=en, evidence=evidence))
    return SharedDispute(
        id=f"{event}-D{number}",
        issue=group[0].issue,
        briefs=tuple(dict.fromkeys(dispute.brief for dispute in ordered)),
        parties=tuple(
            Party(name=name, entity=entity, stances=tuple(stances[key]))
            for key, (name, entity) in names.items()
        ),
    )
