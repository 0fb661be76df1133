"""Whether a number counts in English what it counts in French: 400 million users, not customers.

A sentence with several numbers invites a mix-up that no value shows. Only nouns that news counts every
day are known here, and only a noun that the French gives to another number is a fault.
"""

import re
from functools import cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, read_classes
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_ENGLISH_REACH, _FRENCH_REACH = 3, 4  # words behind the number
_STOP = re.compile(
    r"[.,;:()!?–—\d]|\b(?:and|or|of|in|by|for|to|with|who|that|was|were|is|are|has|have|had)\b"
)
_FRENCH_STOP = re.compile(
    r"[.,;:()!?–—\d]|\b(?:et|ou|dont|qui|contre|sur|dans|pour|par|en|ont|a|ne|est|sont|avait|avaient|ete)\b"
)


@cache
def _nouns() -> tuple[Lexicon, Lexicon]:
    return build_lexicon(read_classes("counted", "en")), build_lexicon(read_classes("counted", "fr"))


def counted_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """Counts whose noun the French gives to another number, and to theirs another noun."""
    if not said.numbers or len(evidence.numbers) < 2:
        return []
    english, french, meant = said.text, evidence.number_text, evidence.numbers
    for number in said.numbers:
        if number.unit is not None or number.value is None or number.kind not in {"count", "fraction"}:
            continue
        noun, kinds = _noun_behind(english, number, french=False)
        if not kinds:
            continue
        counted = [(each, *_noun_behind(french, each, french=True)) for each in meant]
        own = [(word, found) for each, word, found in counted if each.value == number.value]
        others = [each for each, _, found in counted if each.value != number.value and kinds & found]
        if own and others and all(found and not kinds & found for _, found in own):
            message = (
                f"“{number.text}” does not count {noun}: in the French it counts « {own[0][0]} »,"
                f" and « {others[0].text} » counts {noun}."
            )
            return [Issue("number", number.text, message)]
    return []


def _noun_behind(text: str, number: Number, *, french: bool) -> tuple[str, set[str]]:
    """The first noun known here behind a number's digits, and what it counts."""
    behind = text[number.core_end : number.core_end + 70]
    stop = _FRENCH_STOP if french else _STOP
    behind = behind[: min((match.start() for match in stop.finditer(behind)), default=len(behind))]
    lexicon, reach = _nouns()[french], _FRENCH_REACH if french else _ENGLISH_REACH
    for word in fold(behind).split()[:reach]:
        if kinds := lexicon.classes_of(word):
            return word, set(kinds)
    return "", set()
