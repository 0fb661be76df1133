"""Section `disputes`: where two parties each say something against the other, found by the syntax.

Nothing is asked of a small model but the English of the two sentences: it takes any two names for opponents.
A dispute that is missed costs a reader less than one that is invented.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.faithfulness.issue import Issue
from summarizer.marking.hints import hint_line, show_untouched
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.disputes import DisputeDraft, SideDraft
from summarizer.schemas.overview import OverviewEntry
from summarizer.sections.piecewise.base import (
    SURE,
    Drafted,
    Passage,
    ask_about,
    best_entries,
    breaks_off,
    check_words,
    findings_in,
)
from summarizer.sections.piecewise.parties import ACTS, parts_played, takes_part
from summarizer.sections.piecewise.stakeholders import is_proper, known_english

SECTION = "disputes"
CHARACTERS_A_TOKEN = 2.5
MOST = 2
MOST_PARTIES = 5
LONGEST = 4
"""Sentences in one passage about a dispute."""
ANYBODY = frozenset({"personnes", "gens", "individus", "hommes", "femmes", "personne", "public"})
"""Nouns that name no party by themselves."""
PARTY_KINDS = ("person", "organisation", "group")

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


class Opposition(NamedTuple):
    """Two parties, each with a sentence of its own in which it takes a side. Ids of names and sentences."""

    parties: tuple[str, str]
    sentences: tuple[str, str]


def questions(marked: MarkedArticle) -> list[Question[OverviewEntry]]:
    """A question for each sentence in which a party to a dispute takes its side."""
    keys = dict.fromkeys(key for found in oppositions(marked) for key in found.sentences)
    return [_question(marked, key) for key in keys]


def _question(marked: MarkedArticle, key: str) -> Question[OverviewEntry]:
    start, end = marked.extent(key)
    words = f"[{key}] {show_untouched(marked, start, end)}"
    return ask_about(
        Passage("\n".join(filter(None, (hint_line(marked, start, end), words))), (key,), (key,)),
        section=SECTION,
        entry=OverviewEntry,
        check=partial(check, marked),
        max_tokens=int((end - start) / CHARACTERS_A_TOKEN) + 40,
    )


def again(
    _marked: MarkedArticle, _states: Sequence[AnswerState[OverviewEntry]]
) -> list[Question[OverviewEntry]]:
    """Nothing is asked in another way."""
    return []


def oppositions(marked: MarkedArticle) -> list[Opposition]:
    """The disputes of which code is certain, the most signs of disagreement first; `MOST` at most."""
    cued = [key for key, s in marked.sentences.items() if not s.heading and disagrees(s.text)]
    found: dict[frozenset[str], Opposition] = {}
    for group in sorted(around(marked, cued), key=lambda group: -cues_in(marked, group)):
        opposed = _opposition(marked, group)
        if opposed is not None and len(found) < MOST:
            found.setdefault(frozenset(opposed.parties), opposed)
    return list(found.values())


def _opposition(marked: MarkedArticle, group: Sequence[str]) -> Opposition | None:
    """The two who act against each other in a passage, each in a sentence of its own."""
    acting = list(_acting(marked, group))
    for n, (party, sentence) in enumerate(acting):
        for other, its_sentence in acting[n + 1 :]:
            both = f"{marked.sentences[sentence].text} {marked.sentences[its_sentence].text}".lower()
            if (
                not _may_be_one_side(marked, party, other)
                and its_sentence != sentence
                and len(CUES.findall(both)) > 1
            ):
                return Opposition((party, other), (sentence, its_sentence))
    return None


def _may_be_one_side(marked: MarkedArticle, party: str, other: str) -> bool:
    """Whether two parties may speak for one: the same, or a person and a body that may be this person's."""
    persons = [marked.names[key].kind == "person" for key in (party, other)]
    return party == other or persons[0] != persons[1]


def _acting(marked: MarkedArticle, group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Who speaks or acts against somebody, with the sentence; the parties that can be named in English."""
    parties = [key for key in parties_in(marked, group) if in_english(marked, key)]
    for sentence in group:
        parts = parts_played(marked, parties, marked.extent(sentence), CUES)
        for party in parties:
            if parts.get(party, 0.0) >= ACTS and disagrees(marked.sentences[sentence].text):
                yield party, sentence


def in_english(marked: MarkedArticle, key: str) -> str | None:
    """A party's name in English: its own, or the dictionary's for a common noun; None where it has none."""
    name = marked.names[key]
    return known_english(name.text) or (name.text if is_proper(name) else None)


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
        if name.kind in PARTY_KINDS
        and name.text.lower() not in ANYBODY
        and any(start <= m.start < end and takes_part(marked, name, m) for m in name.mentions)
    ]
    return sorted(there, key=lambda key: -marked.names[key].weight)[:MOST_PARTIES]


def check(marked: MarkedArticle, key: str, entry: OverviewEntry) -> list[Issue]:
    """What speaks against the English of a sentence."""
    french = marked.sentences[key].text
    return breaks_off(entry.en, french) or check_words(entry.en, [french], marked)


def draft(marked: MarkedArticle, states: Sequence[AnswerState[OverviewEntry]]) -> Drafted:
    """The disputes of whose two sentences the model was sure."""
    entries = best_entries(states, lambda key: marked.sentences[key].text)
    sure = {key: entry.en for key, (entry, told) in entries.items() if told is None or told >= SURE}
    drafts = [
        _draft(marked, found, sure)
        for found in oppositions(marked)
        if all(key in sure for key in found.sentences)
    ]
    return Drafted(
        drafts={"disputes": drafts},
        findings=findings_in(states, SECTION),
        confidence={entry.en: told for entry, told in entries.values() if told is not None},
    )


def _draft(marked: MarkedArticle, found: Opposition, english: dict[str, str]) -> DisputeDraft:
    names = [in_english(marked, party) or marked.names[party].text for party in found.parties]
    sides = [
        SideDraft(
            party=marked.names[party].text, party_en=name, position=english[sentence], sentences=[sentence]
        )
        for party, name, sentence in zip(found.parties, names, found.sentences, strict=True)
    ]
    issue = f"a disagreement between {' and '.join(names)}"
    return DisputeDraft(issue=issue, sentences=list(found.sentences), sides=sides)
