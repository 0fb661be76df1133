"""Section `disputes`: on what parties that the article names disagree, and what each of them holds."""

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import find_party
from summarizer.schemas.brief import Brief, Dispute, Finding, Side
from summarizer.schemas.disputes import DisputeDraft, SideDraft
from summarizer.sections.base import (
    Assembled,
    Claim,
    Failure,
    Judge,
    check_cited,
    cited_ids,
    left_out,
    names_in,
    numbered,
    statement,
    verify_statement,
)
from summarizer.sections.parties import check_party, english_form

SECTION = "disputes"
FIELDS = {"disputes": DisputeDraft}
MOST = 6
_WORD = re.compile(r"\w+")


def check(marked: MarkedArticle, draft: DisputeDraft) -> list[Issue]:
    """What speaks against a dispute: a party that is none, one side alone, words without support."""
    parties = [(side.party, side.party_en) for side in draft.sides]
    found = [issue for party in parties for issue in check_party(marked, "party", *party)]
    names = {_name(marked, side) for side in draft.sides}
    positions = [" ".join(_WORD.findall(side.position.casefold())) for side in draft.sides]
    if len(names) < 2:
        found.append(Issue("sides", "", "A dispute has two different parties; else leave it out.", "hard"))
    elif len(set(positions)) == 1:
        found.append(
            Issue("sides", "", "Parties that hold the same do not disagree; say what each holds.", "hard")
        )
    found += check_cited(marked, draft.issue, [*draft.sentences, *_cited(draft)] if draft.sentences else ())
    for side in draft.sides:
        found += check_cited(marked, side.position, side.sentences)
    return found


def _name(marked: MarkedArticle, side: SideDraft) -> str:
    party = find_party(marked, side.party)
    return (party.name if party else side.party).casefold()


def _cited(draft: DisputeDraft) -> list[str]:
    return [key for side in draft.sides for key in side.sentences]


def claims(_marked: MarkedArticle, draft: DisputeDraft) -> list[Claim]:
    """That there is such a dispute, and each side's position."""
    parties = " and ".join(side.party_en or side.party for side in draft.sides)
    everything = (*draft.sentences, *_cited(draft))
    return [
        Claim(f"{parties} disagree on: {draft.issue}", draft.issue, everything),
        *(
            Claim(f"{side.party_en or side.party}: {side.position}", side.position, tuple(side.sentences))
            for side in draft.sides
        ),
    ]


def assemble(marked: MarkedArticle, drafts: Mapping[str, Sequence[DisputeDraft]]) -> Assembled:
    """The brief's disputes in the order of the drafts; a party's first position in each."""
    found: list[Dispute] = []
    findings: list[Finding] = []
    for draft in drafts.get("disputes", ()):
        if len(found) >= MOST:
            findings.append(left_out(SECTION, draft.issue, most=MOST, listed=len(found)))
            continue
        sides: dict[str, Side] = {}
        for side in draft.sides:
            party = find_party(marked, side.party)
            if party is not None:
                position = statement(marked, side.position, side.sentences)
                shown = Side(
                    party=party.name, party_en=english_form(party.name, side.party_en), position=position
                )
                sides.setdefault(party.name.casefold(), shown)
        if len(sides) >= 2:
            issue = statement(marked, draft.issue, [*draft.sentences, *_cited(draft)])
            found.append(Dispute(issue=issue, sides=tuple(sides.values())))
    return Assembled(fields={"disputes": tuple(found)}, findings=tuple(findings))


def drafts_of(marked: MarkedArticle, brief: Brief) -> dict[str, list[DisputeDraft]]:
    """The drafts that a finished brief can be read as."""
    return {
        "disputes": [
            DisputeDraft(
                issue=given.issue.en,
                sentences=cited_ids(marked, given.issue.evidence),
                sides=[
                    SideDraft(
                        party=side.party,
                        party_en=side.party_en or side.party,
                        position=side.position.en,
                        sentences=cited_ids(marked, side.position.evidence),
                    )
                    for side in given.sides
                ],
            )
            for given in brief.disputes
        ]
    }


def verify(marked: MarkedArticle, brief: Brief, judge: Judge) -> Iterator[Failure]:
    """What in the disputes the article does not bear out."""
    for path, given in numbered("disputes", brief.disputes):
        yield from verify_statement(marked, f"{path}.issue", given.issue, judge)
        if len({side.party for side in given.sides}) < 2:
            yield Failure(f"{path}.sides", "are not two different parties")
        for at, side in numbered(f"{path}.sides", given.sides):
            party = find_party(marked, side.party)
            if party is None:
                yield Failure(f"{at}.party", f"{side.party!r} is no name of the article")
            elif brief.provenance.plan != "whole" and not (
                names_in(side.position.evidence, party.mentions)
                or set(side.position.evidence) == set(given.issue.evidence)
            ):
                yield Failure(f"{at}.position.evidence", f"does not name {side.party!r}")
            yield from verify_statement(marked, f"{at}.position", side.position, judge)
