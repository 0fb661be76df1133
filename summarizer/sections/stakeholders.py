"""Section `stakeholders`: who counts, and who they are, is asked; code reads where the article names them."""

from collections.abc import Iterator, Mapping, Sequence

from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import find_party
from summarizer.schemas.brief import Brief, Finding, Kind, Stakeholder
from summarizer.schemas.stakeholders import StakeholderDraft
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
from summarizer.sections.parties import check_party, english_form, verify_mentions

SECTION = "stakeholders"
FIELDS = {"stakeholders": StakeholderDraft}
MOST = 15
ROLE_CANNOT_DENY = "negation"
"""A finding that says nothing of a role: a role is a noun, and its sentence denies something else."""
KINDS: tuple[Kind, ...] = ("person", "organisation", "group")


def check(marked: MarkedArticle, draft: StakeholderDraft) -> list[Issue]:
    """What speaks against a stakeholder: a name that does not stand in the article, its English, its role."""
    named = check_party(marked, "name", draft.name, draft.name_en)
    if find_party(marked, draft.name) is None:
        return named
    said = [
        issue for issue in check_cited(marked, draft.role, draft.sentences) if issue.code != ROLE_CANNOT_DENY
    ]
    return [*named, *said]


def claims(_marked: MarkedArticle, draft: StakeholderDraft) -> list[Claim]:
    """The role, said of its name."""
    en = f"{draft.name_en or draft.name} ({draft.kind}): {draft.role}"
    return [Claim(en, draft.role, tuple(draft.sentences))]


def assemble(marked: MarkedArticle, drafts: Mapping[str, Sequence[StakeholderDraft]]) -> Assembled:
    """The brief's stakeholders in the order of the drafts, each name once."""
    found: dict[str, Stakeholder] = {}
    findings: list[Finding] = []
    for draft in drafts.get("stakeholders", ()):
        party = find_party(marked, draft.name)
        if party is None:
            continue
        name = party.name.casefold()
        if name in found or len(found) >= MOST:
            findings.append(left_out(SECTION, party.name, most=MOST, listed=len(found)))
            continue
        found[name] = Stakeholder(
            name=party.name,
            name_en=english_form(party.name, draft.name_en),
            kind=draft.kind,
            role=statement(marked, draft.role, draft.sentences),
            mentions=party.mentions,
        )
    return Assembled(fields={"stakeholders": tuple(found.values())}, findings=tuple(findings))


def drafts_of(marked: MarkedArticle, brief: Brief) -> dict[str, list[StakeholderDraft]]:
    """The drafts that a finished brief can be read as."""
    return {
        "stakeholders": [
            StakeholderDraft(
                name=given.name,
                name_en=given.name_en or given.name,
                kind=given.kind,
                role=given.role.en,
                sentences=cited_ids(marked, given.role.evidence),
            )
            for given in brief.stakeholders
        ]
    }


def verify(marked: MarkedArticle, brief: Brief, judge: Judge) -> Iterator[Failure]:
    """What in the stakeholders the article does not bear out."""
    for path, given in numbered("stakeholders", brief.stakeholders):
        party = find_party(marked, given.name)
        yield from verify_mentions(marked, path, given, party)
        if party is None:
            continue
        name = marked.names.get(party.name_id or "")
        if brief.provenance.plan != "whole":  # where the model says the kind, and what the role rests on
            known = name if name and name.kind in KINDS and name.text == given.name else None
            if known and known.kind != given.kind:
                yield Failure(f"{path}.kind", f"is {given.kind}; the article shows a {known.kind}")
            if not names_in(given.role.evidence, given.mentions):
                yield Failure(f"{path}.role.evidence", f"is not where {party.name!r} is introduced")
        yield from verify_statement(marked, f"{path}.role", given.role, judge)
