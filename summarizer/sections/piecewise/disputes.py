"""Section `disputes`: where parties oppose each other is found by the verbs and nouns of disagreement.

What is disputed, and what each side holds, is asked.
"""

import re
from collections.abc import Sequence
from functools import partial

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle, Passage
from summarizer.schemas.disputes import DisputeDraft, DisputeEntry, SideDraft, SideEntry
from summarizer.sections.piecewise.base import Drafted, ask_about, check_words, findings_in
from summarizer.sections.piecewise.parties import ACTS, takes_part, two_sides

SECTION = "disputes"
TOKENS = 260
MOST = 3
MOST_PARTIES = 5
MOST_PASSAGES = 2
"""Passages asked about where each costs a call; those with most signs of disagreement."""
LONGEST = 4
"""Sentences in one passage about a dispute."""
ALIKE = 0.8
"""Share of common words from which two positions are the same."""
SPEAKS_PLAINLY = "takes a side in the sentences cited"
NAMED_PLAINLY = "is spoken of by the other side in the sentences cited"
"""What can be said of a party without a model."""
FEWEST_WORDS = 3
"""Words of a position, at the least: a name alone is none."""
_WORD = re.compile(r"\w+")
ANYBODY = frozenset({"personnes", "gens", "individus", "hommes", "femmes", "personne", "public"})
"""Nouns that name no party by themselves."""
PARTY_KINDS = ("person", "organisation", "group")
ACTING = 5.0
"""The weight from which a place acts in the story: « la France », « Ankara »."""

CUES = re.compile(
    r"\b(?:accus(?:e|é|ent|ait|ant|ation)\w*|assign(?:e|é|er|ent|ation)\w*|attaqu\w+ en justice|contest\w+"
    r"|critiqu(?:e|é|er|ent|ant|ait)\w*|démen(?:t|ti|tir|tent)\b|dénonc\w+|désaccord\w*|différend\w*"
    r"|s['’]oppos\w+|oppos(?:é|ée|és|ées|ition|ant|ants)\b|polémi\w+|controvers\w+|protest\w+"
    r"|refus\w+(?! (?:de |d['’])(?:communiquer|commenter|répondre|préciser|s['’]exprimer|dire|indiquer))"
    r"|rejet(?:te|té|tée|er|tent)\b|réclam\w+|réfut\w+|reproch\w+|grève\w*|gréviste\w*|manifestants?|litige\w*"
    r"|plaintes?\b|poursui\w+ en justice|en justice|bras de fer|se défend\w*|s['’]insurg\w+|s['’]indign\w+"
    r"|fustig\w+|boycott\w*|hostil\w+|inacceptable\w*|exig\w+|ni(?:e|és?|ées?|ent|er|ait)\b|contredi\w+"
    r"|récus\w+|désapprou\w+|désapprobation|lâches?\b|lâcheté|mensong\w+|menteu[rs]\w*|hypocri\w+"
    r"|irresponsab\w+|scandal\w+|trop (?:lente?s?|tard|peu|loin)\b)\b"
)
"""Verbs and nouns by which French news tells of disagreement, in small letters."""


def questions(marked: MarkedArticle) -> list[Question[DisputeEntry]]:
    """A question a passage in which there are signs of disagreement and at least two who can disagree."""
    cued = [key for key, s in marked.sentences.items() if not s.heading and disagrees(s.text)]
    sides = plain_sides(marked, sorted(around(marked, cued), key=lambda group: -cues_in(marked, group)))
    return [
        _question(marked, f"D{number}", group, parties)
        for number, (group, parties) in enumerate(sides, start=1)
        if len(parties) >= 2
    ]


def plain_sides(marked: MarkedArticle, groups: Sequence[list[str]]) -> list[tuple[list[str], list[str]]]:
    """The passages to ask a small model about, in the order of the text, each with the two who take sides.

    A small model takes any name it is offered for a party, so code chooses. A passage counts where the
    syntax shows a part that each of the two plays; else the first, where one plays one or signs abound.
    """
    found: list[tuple[list[str], list[str]]] = []
    for group in groups:
        if len(found) == MOST_PASSAGES:
            break
        extent = marked.extent(group[0])[0], marked.extent(group[-1])[1]
        parties, parts = two_sides(marked, parties_in(marked, group), extent, CUES)
        some = any(parts) or cues_in(marked, group) > 1
        if len(parties) == 2 and (all(parts) or (some and not found)):
            found.append((group, parties))
    return sorted(found, key=lambda each: marked.extent(each[0][0]))


def cues_in(marked: MarkedArticle, group: Sequence[str]) -> int:
    """How many signs of disagreement a passage holds."""
    return sum(len(CUES.findall(marked.sentences[key].text.lower())) for key in group)


def disagrees(french: str) -> bool:
    """Whether there is a sign of disagreement in a text."""
    return bool(CUES.search(french.lower()))


def around(marked: MarkedArticle, cued: Sequence[str]) -> list[list[str]]:
    """Stretches of at most `LONGEST` sentences of a paragraph: each cue with the sentence before it."""
    groups: list[list[str]] = []
    for key in cued:
        if any(key in group for group in groups):
            continue
        before = marked.sentence_before(key)
        group = [before, key] if before else [key]
        keys = list(marked.sentences)
        for following in keys[keys.index(key) + 1 :]:
            if len(group) == LONGEST or marked.sentence_before(following) != group[-1]:
                break
            group.append(following)
        groups.append(group)
    return groups


def parties_in(marked: MarkedArticle, group: Sequence[str]) -> list[str]:
    """The ids of the weightiest names in a passage that can be a party to a dispute."""
    start, end = marked.extent(group[0])[0], marked.extent(group[-1])[1]
    there = [
        key
        for key, name in marked.names.items()
        if (name.kind in PARTY_KINDS or name.weight >= ACTING)
        and name.kind != "work"
        and name.text.lower() not in ANYBODY
        and any(start <= m.start < end and takes_part(marked, name, m) for m in name.mentions)
    ]
    named = [key for key in there if marked.names[key].text != marked.names[key].text.lower()]
    chosen = named if len(named) >= 2 else there
    return sorted(chosen, key=lambda key: -marked.names[key].weight)[:MOST_PARTIES]


def _question(
    marked: MarkedArticle, key: str, group: list[str], parties: list[str]
) -> Question[DisputeEntry]:
    start, end = marked.extent(group[0])[0], marked.extent(group[-1])[1]
    shown = f"[{key}] {' '.join(marked.show(start, end, parties).split())}"
    return ask_about(
        Passage(shown, (key,), tuple(group)),
        section=SECTION,
        entry=DisputeEntry,
        check=partial(check, marked, group),
        max_tokens=TOKENS,
        choices=parties,
    )


def check(marked: MarkedArticle, group: Sequence[str], _key: str, entry: DisputeEntry) -> list[Issue]:
    """What speaks against a dispute in a passage: a party that is none, a statement that it has not."""
    if not entry.disagree:
        return []
    found = [
        Issue("id", side.party, f"{side.party!r} is no id of a name in the passage.", "hard")
        for side in entry.sides
        if side.party not in marked.names
    ]
    if len({side.party for side in entry.sides}) < 2:
        found.append(Issue("sides", "", "Two different parties disagree; else say that they do not.", "hard"))
    elif _alike([side.position for side in entry.sides]):
        same = "Parties that hold the same do not disagree; say what each holds."
        found.append(Issue("sides", "", same, "hard"))
    found += [
        Issue("sides", side.position, f"“{side.position}” is no position; say what it holds.", "hard")
        for side in entry.sides
        if len(_WORD.findall(side.position)) < FEWEST_WORDS
    ]
    for statement in (entry.issue, *(side.position for side in entry.sides)):
        found += _untrue(marked, group, statement)
    return found


def _untrue(marked: MarkedArticle, group: Sequence[str], statement: str) -> list[Issue]:
    return check_words(statement, [marked.sentences[key].text for key in group], marked)


def _alike(positions: Sequence[str]) -> bool:
    """Whether two positions are made of nearly the same words."""
    words = [set(_WORD.findall(position.casefold())) for position in positions]
    return any(
        len(one & other) > ALIKE * min(len(one), len(other))
        for n, one in enumerate(words)
        for other in words[:n]
        if one and other
    )


def draft(marked: MarkedArticle, states: Sequence[AnswerState[DisputeEntry]]) -> Drafted:
    """The disputes, the same parties' once, in the order of the text."""
    found: dict[frozenset[str], DisputeDraft] = {}
    for state in states:
        salvaged = [plainly(marked, state.passage, entry) for entry in state.doubtful.values()]
        for entry in [*state.accepted.values(), *filter(None, salvaged)]:
            parties = frozenset(side.party for side in entry.sides)
            if entry.disagree and len(parties) >= 2:
                found.setdefault(parties, _draft(marked, entry, state.passage))
    return Drafted(drafts={"disputes": list(found.values())[:MOST]}, findings=findings_in(states, SECTION))


def plainly(marked: MarkedArticle, group: Sequence[str], entry: DisputeEntry) -> DisputeEntry | None:
    """What stands of an answer that failed: its sound issue and positions, and where none is sound, the part.

    None where the syntax does not show that each of two parties takes a side.
    """
    extent = marked.extent(group[0])[0], marked.extent(group[-1])[1]
    keys = list(dict.fromkeys(side.party for side in entry.sides if side.party in marked.names))
    pair, parts = two_sides(marked, keys, extent, CUES)
    if not entry.disagree or len(pair) < 2 or not all(parts):
        return None
    alike = _alike([side.position for side in entry.sides])
    if alike and parts[0] == parts[1]:  # whose it is cannot be known
        return None
    sides = []
    for party, part in zip(pair, parts, strict=True):
        said = next(side.position for side in entry.sides if side.party == party)
        enough = len(_WORD.findall(said)) >= FEWEST_WORDS
        if not enough or (alike and part < max(parts)) or _untrue(marked, group, said):
            said = plain_position(part)
        sides.append(SideEntry(party=party, position=said))
    issue = entry.issue
    if _untrue(marked, group, issue):
        issue = plain_issue([marked.names[party].text for party in pair])
    return DisputeEntry(disagree=True, issue=issue, sides=sides)


def plain_position(part: float) -> str:
    """What can be said of a party without a model, by the part that it plays (`parties`)."""
    return SPEAKS_PLAINLY if part >= ACTS else NAMED_PLAINLY


def plain_issue(parties: Sequence[str]) -> str:
    """What can be said of a dispute without a model."""
    return f"a disagreement between {' and '.join(parties)}"


def _draft(marked: MarkedArticle, entry: DisputeEntry, group: Sequence[str]) -> DisputeDraft:
    """A dispute with its sides, each with the sentences that name it."""
    sides = [
        SideDraft(
            party=marked.names[side.party].text,
            party_en=marked.names[side.party].text,
            position=side.position,
            sentences=naming(marked, side.party, group),
        )
        for side in entry.sides
    ]
    return DisputeDraft(issue=entry.issue, sentences=list(group), sides=sides)


def naming(marked: MarkedArticle, party: str, group: Sequence[str]) -> list[str]:
    """The sentences of the passage that name the party; all, where none does by name."""
    named = []
    for key in group:
        start, end = marked.extent(key)
        if any(start <= m.start < end for m in marked.names[party].mentions):
            named.append(key)
    return named or list(group)
