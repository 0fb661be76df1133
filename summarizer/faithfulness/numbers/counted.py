"""Whether a number counts in English what it counts in French: 400 million users, not customers.

A sentence with several numbers invites a mix-up that no value shows. Only nouns that news counts every
day are known here, and only a noun that the French gives to another number is a fault.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, read_classes
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_ENGLISH_REACH, _FRENCH_REACH = 3, 4  # words behind the number
_STOP = re.compile(r"[.,;:()!?–—\d]|\b(?:and|or|of|in|by|for|to|with|who|that|has|have|had)\b")
_SHARE_OF = re.compile(
    r"\s(?:of\s(?:the\s|all\s|its\s)?|des\s|du\s|de\s(?:la\s|l['’])?|d['’])", re.IGNORECASE
)
"""Between a percentage and what it is a share of."""
_CLAUSE = re.compile(r"[.;:()!?–—]|\b(?:for|pour|by|par|than|que)\b")
_VERBS = frozenset({"deaths", "injured", "arrested"})
"""What is said with a verb before its number: “killed 3”, « blessé 17 »."""
_THINGS_TEXT = """
households companies shops countries schools hospitals beds homes cars planes trains factories municipalities
lorries projects rooms tickets boats films turbines reactors banks languages trees books
"""
_THINGS = frozenset(_THINGS_TEXT.split())
_ROLES_TEXT = """
users customers employees inhabitants voters votes students teachers soldiers doctors nurses patients
passengers prisoners refugees demonstrators strikers farmers lawyers firefighters journalists senators mps
candidates investors hostages women men children species goals visits downloads copies seats
"""
_SURE = _THINGS | frozenset(_ROLES_TEXT.split())
"""Classes whose French words count that and nothing wider."""
_FATE = frozenset({"deaths", "injured", "missing", "arrested", "rescued", "bodies"})
"""What happens to those who are counted by another noun."""
_PEOPLE_BEHIND = 10  # characters
_FRENCH_STOP = re.compile(
    r"[.,;:()!?–—\d]|\b(?:et|ou|dont|qui|contre|sur|dans|pour|par|en|ont|a|ne|est|sont|avait|avaient|ete|à|aux?|chez)\b"
)


@cache
def _nouns() -> tuple[Lexicon, Lexicon]:
    return build_lexicon(read_classes("counted", "en")), build_lexicon(read_classes("counted", "fr"))


def counted_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """Counts whose noun or verb the French gives to another number, and to theirs another one."""
    if not said.numbers or len(evidence.numbers) < 2:
        return []
    for number in said.numbers:
        if not _counts(number):
            continue
        words, kinds = _what_it_counts(said.text, number, said.numbers, french=False)
        if not kinds:
            continue
        counted = _counted(evidence)
        own = [(word, found) for each, word, found in counted if each.value == number.value]
        others = [each for each, _, found in counted if each.value != number.value and kinds & found]
        if own and others and all(found and not kinds & found for _, found in own):
            message = (
                f"“{number.text}” does not go with “{words[0]}”: in the French it goes with"
                f" « {own[0][0][0]} », and « {others[0].text} » with “{words[0]}”."
            )
            return [Issue("number", number.text, message)]
    return []


def noun_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A count of one thing in English, of another in French: 1,200 customers for « 1 200 salariés »."""
    for number in said.numbers:
        alike = (
            [each for each in _counted(evidence) if each[0].value == number.value] if _counts(number) else []
        )
        if len(alike) != 1:
            continue
        _, meant_words, meant = alike[0]
        if not meant or not meant <= _SURE or _FATE & meant:
            continue
        words, kinds = _what_it_counts(said.text, number, said.numbers, french=False)
        people = fold(said.text[number.core_end : number.core_end + _PEOPLE_BEHIND]).startswith("people")
        if _FATE & kinds:
            continue
        other = bool(kinds) and kinds.isdisjoint(meant) and not _is_named(kinds, evidence)
        if other or (people and meant <= _THINGS):
            word = words[0] if other else "people"
            message = f"“{number.text}”: the French counts « {meant_words[0]} », not “{word}”."
            return [Issue("number", number.text, message)]
    return []


@lru_cache(maxsize=512)
def _counted(evidence: Evidence) -> tuple[tuple[Number, list[str], set[str]], ...]:
    """The numbers of the French, with the words that say what each counts and what they stand for."""
    text, numbers = evidence.number_text, evidence.numbers
    return tuple((each, *_what_it_counts(text, each, numbers, french=True)) for each in numbers)


def _is_named(kinds: set[str], evidence: Evidence) -> bool:
    """Whether the French has a word of these classes anywhere."""
    classes_of = _nouns()[True].classes_of
    return any(not kinds.isdisjoint(classes_of(word)) for word in evidence.words)


def _counts(number: Number) -> bool:
    plain = number.unit is None and number.kind in {"count", "fraction"}
    return number.value is not None and (plain or number.unit == "%")


def _what_it_counts(
    text: str, number: Number, numbers: Sequence[Number], *, french: bool
) -> tuple[list[str], set[str]]:
    """The known words near a number that say what it counts, and what they stand for.

    First the words behind it, up to a stop; where none is known there, those before it, up to another number.
    """
    lexicon, reach = _nouns()[french], _FRENCH_REACH if french else _ENGLISH_REACH
    start = number.core_end
    if number.unit == "%":
        start = of.end() if (of := _SHARE_OF.match(text, number.end)) else number.end
    behind = text[start : start + 70]
    following = bisect_left(numbers, number.end, key=lambda each: each.start)
    next_start = numbers[following].start if following < len(numbers) else len(text)
    behind = behind[: max(0, next_start - start)]
    stop = _FRENCH_STOP if french else _STOP
    behind = behind[: min((match.start() for match in stop.finditer(behind)), default=len(behind))]
    known = [(word, kinds) for word in fold(behind).split()[:reach] if (kinds := lexicon.classes_of(word))]
    preceding = bisect_right(numbers, number.start, key=lambda each: each.end)
    last_end = numbers[preceding - 1].end if preceding else 0
    before = text[max(last_end, number.start - 40) : number.start]
    before = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :]
    verbs = fold(before).split()[-2:]
    known += [(word, kinds) for word in verbs if (kinds := lexicon.classes_of(word)) and _is_verb(kinds)]
    return [word for word, _ in known], {kind for _, kinds in known for kind in kinds}


def _is_verb(kinds: Sequence[str]) -> bool:
    return not _VERBS.isdisjoint(kinds)
