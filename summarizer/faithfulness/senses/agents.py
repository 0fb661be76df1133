"""Whether one who acts in the French is said to be acted upon: « accusée par Morel », “Morel was accused”.

Only verbs whose English and French passives say the same, and only where the French names the agent.
"""

import re
from functools import cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import last_word
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.faithfulness.senses.parts_played import LEAD, NAME

_PASSIVES = (
    ("accused", "accus"),
    ("criticised|criticized", "critiqu"),
    ("denounced", "dénonc"),
    ("sued", "poursuivi|assign|attaqu"),
    ("attacked|assaulted", "attaqu|agress"),
    ("condemned|convicted|sentenced", "condamn"),
    ("dismissed|sacked|fired", "licenci|limog|renvoy|remerci"),
    ("appointed|named", "nomm|désign"),
    ("elected|chosen", "élu|chois"),
    ("arrested|detained", "arrêt|interpell"),
    ("killed|murdered|shot", "tué|abattu|assassin"),
    ("supported|backed", "souten|appuy"),
    ("beaten|defeated", "battu|défait|vaincu"),
    ("bought|acquired", "rachet|acquis|achet"),
    ("threatened", "menac"),
    ("invited", "invit"),
    ("questioned|interviewed", "interrog|auditionn|entendu"),
)
"""English participles, and how the French ones that they stand for begin."""


@cache
def _patterns() -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    auxiliary = r"(?:is|are|was|were|has been|have been|had been|is being|was being)"
    return tuple(
        (
            frozenset(english.split("|")),
            re.compile(rf"({NAME})\s{auxiliary}\s(?:\w+ly\s)?(?:{english})\b(?!\sby\b)"),
            french,
        )
        for english, french in _PASSIVES
    )


def agent_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A name that suffers in the English what it does in the French."""
    if " par " not in evidence.text:
        return []
    for participles, pattern, stem in _patterns():
        if participles.isdisjoint(said.words):
            continue
        for match in pattern.finditer(said.text):
            name = last_word(match[1])
            if name and _acts(name, stem, evidence.text) and not _suffers(name, stem, evidence.text):
                message = (
                    f"“{match[0]}” has the parts the wrong way round: in the French, {match[1].strip()} acts."
                )
                return [Issue("direction", match[0], message)]
    return _made_active(said, evidence)


def _made_active(said: Said, evidence: Evidence) -> list[Issue]:
    """“accusing Morel” for « accusée par Morel »: who acts in the French is acted upon."""
    for verbs, active, stem in _actives():
        if verbs.isdisjoint(said.words):
            continue
        for match in active.finditer(said.text):
            name = last_word(match["name"])
            if name and _acts(name, stem, evidence.text):
                message = (
                    f"“{match[0]}” has the parts the wrong way round: in the French, {match['name']} acts."
                )
                return [Issue("direction", match[0], message)]
    return []


@cache
def _actives() -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    """For each verb, its participle in -ing before a name."""
    forms = ((tuple(map(_ing, english.split("|"))), french) for english, french in _PASSIVES)
    return tuple(
        (frozenset(verbs), re.compile(rf"\b(?:{'|'.join(verbs)})\s(?P<name>{NAME})"), french)
        for verbs, french in forms
    )


def _ing(participle: str) -> str:
    """“accused” is “accusing”, “sued” “suing”."""
    irregular = {"chosen": "choosing", "shot": "shooting", "beaten": "beating", "bought": "buying"}
    return irregular.get(participle, participle.removesuffix("ed") + "ing")


def _acts(name: str, stem: str, french: str) -> bool:
    found = re.finditer(rf"\b(?:{stem})\w*\spar\s{LEAD}({NAME})", french)
    return any(last_word(match[1]) == name for match in found)


def _suffers(name: str, stem: str, french: str) -> bool:
    found = re.finditer(rf"({NAME})[^.;]{{0,60}}?\b(?:est|été|était|sera|,)\s(?:{stem})", french)
    return any(last_word(match[1]) == name for match in found)
