"""Section `disputes`: where two parties each say something against the other, found by the syntax.

Nothing is asked of a small model but the English of the two sides: it takes any two names for opponents.
A dispute that is missed costs a reader less than one that is invented.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.english.corrections import correct
from summarizer.faithfulness.issue import Issue
from summarizer.marking.hints import hint_line, show_untouched
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.disputes import DisputeDraft, SideDraft
from summarizer.schemas.overview import OverviewEntry
from summarizer.schemas.quotes import TranslatedEntry
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
from summarizer.sections.piecewise.known_words import body_of, known_english
from summarizer.sections.piecewise.parties import ACTS, SUFFERS, parts_played, takes_part
from summarizer.sections.piecewise.quotes import SHOWN_BESIDE
from summarizer.sections.piecewise.stakeholders import is_proper
from summarizer.sections.piecewise.stated import Stand, stated

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


Opposition = tuple[Stand, Stand]
"""Two parties, each with words of its own in which it takes a side."""


def questions(marked: MarkedArticle) -> list[Question[Any]]:
    """A question for each clause or sentence in which a party to a dispute takes its side."""
    stands = {stand.key: stand for found in oppositions(marked) for stand in found}
    return [_question(marked, stand) for stand in stands.values()]


def _question(marked: MarkedArticle, stand: Stand) -> Question[Any]:
    """A quotation is asked as the section `quotes` asks it, so that both say the same."""
    start, end = stand.extent
    hint = hint_line(marked, start, end, shown=stand.french)
    shown = "\n".join(filter(None, (hint, f"[{stand.key}] {stand.french}")))
    return ask_about(
        Passage(shown, (stand.key,), (stand.sentences[-1],)),
        section=SECTION,
        template="quotes" if stand.quoted else SECTION,
        entry=TranslatedEntry if stand.quoted else OverviewEntry,
        check=partial(check, marked),
        max_tokens=int((end - start) / CHARACTERS_A_TOKEN) + (60 if stand.quoted else 40),
    )


def again(_marked: MarkedArticle, _states: Sequence[AnswerState[Any]]) -> list[Question[Any]]:
    """Nothing is asked in another way."""
    return []


def oppositions(marked: MarkedArticle) -> list[Opposition]:
    """The disputes of which code is certain, the most signs of disagreement first; `MOST` at most."""
    found: dict[frozenset[str], Opposition] = {}
    for sides in stated(marked):
        if all(in_english(marked, stand.party) for stand in sides):
            found.setdefault(frozenset(stand.party for stand in sides), sides)
    cued = [key for key, s in marked.sentences.items() if not s.heading and disagrees(s.text)]
    for group in sorted(around(marked, cued), key=lambda group: -cues_in(marked, group)):
        opposed = _opposition(marked, group)
        if opposed is not None:
            found.setdefault(frozenset(stand.party for stand in opposed), opposed)
    return _of_words_of_their_own(found.values())[:MOST]


def _of_words_of_their_own(found: Iterable[Opposition]) -> list[Opposition]:
    """Those that ask about no id in other words than one before."""
    asked: dict[str, str] = {}
    kept = []
    for sides in found:
        if all(asked.get(stand.key, stand.french) == stand.french for stand in sides):
            asked |= {stand.key: stand.french for stand in sides}
            kept.append(sides)
    return kept


def _opposition(marked: MarkedArticle, group: Sequence[str]) -> Opposition | None:
    """The two who act against each other in a passage, each in a sentence of its own."""
    acting = list(_acting(marked, group))
    for n, (party, sentence) in enumerate(acting):
        for other, its_sentence in acting[n + 1 :]:
            both = f"{marked.sentences[sentence].text} {marked.sentences[its_sentence].text}".lower()
            one_side = _may_be_one_side(marked, party, other) and not (
                _is_target(marked, other, sentence) or _is_target(marked, party, its_sentence)
            )
            if party != other and not one_side and its_sentence != sentence and len(CUES.findall(both)) > 1:
                return _whole(marked, party, sentence), _whole(marked, other, its_sentence)
    return None


def _whole(marked: MarkedArticle, party: str, sentence: str) -> Stand:
    extent = marked.extent(sentence)
    return Stand(party, sentence, show_untouched(marked, *extent), extent, (sentence,))


def _is_target(marked: MarkedArticle, party: str, sentence: str) -> bool:
    """Whether a sentence says that somebody acts against a party: « accuse la société Ostrelec »."""
    return parts_played(marked, [party], marked.extent(sentence), CUES)[party] == SUFFERS


def _may_be_one_side(marked: MarkedArticle, party: str, other: str) -> bool:
    """Whether two parties may speak for one: a person and a body that may be this person's."""
    persons = [marked.names[key].kind == "person" for key in (party, other)]
    return persons[0] != persons[1]


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


def check(marked: MarkedArticle, key: str, entry: OverviewEntry | TranslatedEntry) -> list[Issue]:
    """What speaks against the English of a clause, a sentence or a quotation."""
    if key in marked.quotations:
        return check_words(entry.en, marked.quotations[key].text, marked, quoted=True)
    french = marked.sentences[key].text
    asked = {stand.key: stand.french for found in oppositions(marked) for stand in found}.get(key, french)
    return breaks_off(entry.en, asked) or check_words(entry.en, [*dict.fromkeys((french, asked))], marked)


def draft(marked: MarkedArticle, states: Sequence[AnswerState[Any]]) -> Drafted:
    """The disputes of whose two sides the model was sure."""
    found = oppositions(marked)
    french = {stand.key: stand.french for sides in found for stand in sides}
    entries = best_entries(states, lambda key: [french[key]] if key in french else [])
    domain = marked.domain
    english = {key: correct(entry.en, french.get(key, ""), domain) for key, (entry, _) in entries.items()}
    told = {
        stand.key: f"{_who_says(marked, stand)}: “{english[stand.key]}”"
        if stand.quoted
        else english[stand.key]
        for sides in found
        for stand in sides
        if stand.key in entries and _is_sure(entries[stand.key][1], quoted=stand.quoted)
    }
    shown = [
        sides for sides in found if all(stand.key in told for stand in sides) and _are_two(marked, sides)
    ]
    keys = {stand.key for sides in shown for stand in sides}
    return Drafted(
        drafts={"disputes": [_draft(marked, sides, told) for sides in shown]},
        findings=tuple(
            finding
            for finding in findings_in(states, SECTION)
            if finding.item in keys or finding.action != "kept"
        ),
        confidence={
            told[key]: sure for key, (_, sure) in entries.items() if key in told and sure is not None
        },
    )


def _are_two(marked: MarkedArticle, sides: Opposition) -> bool:
    """Whether the sides are of two parties: nobody opposes the body for which he speaks."""
    return len({_party_of(marked, stand) for stand in sides}) == len(sides)


def _is_sure(confidence: float | None, *, quoted: bool) -> bool:
    """Whether a side is told; a quotation stands in French beside its English."""
    return confidence is None or confidence >= (SHOWN_BESIDE if quoted else SURE)


def _who_says(marked: MarkedArticle, stand: Stand) -> str:
    """How a quotation is told: « says », with who speaks where it is for a body."""
    body = body_of(marked, stand.party)
    if body is None:
        return "says"
    return f"{marked.names[stand.party].text}, its {body.title}, says"


def _party_of(marked: MarkedArticle, stand: Stand) -> str:
    """The id of the side's party: the body for which somebody speaks."""
    body = body_of(marked, stand.party) if stand.quoted else None
    return stand.party if body is None else body.key


def _draft(marked: MarkedArticle, found: Opposition, told: Mapping[str, str]) -> DisputeDraft:
    parties = [_party_of(marked, stand) for stand in found]
    names = [in_english(marked, party) or marked.names[party].text for party in parties]
    sides = [
        SideDraft(
            party=marked.names[party].text,
            party_en=name,
            position=told[stand.key],
            sentences=list(stand.sentences),
        )
        for stand, party, name in zip(found, parties, names, strict=True)
    ]
    sentences = dict.fromkeys(key for stand in found for key in stand.sentences)
    issue = found[0].issue or f"a disagreement between {' and '.join(names)}"
    return DisputeDraft(issue=issue, sentences=list(sentences), sides=sides)
