"""Whether each name plays its part: who gives, who takes, who acts, who is acted upon.

A swapped pair of names leaves every word of a statement supported and the statement false: “SoftBank
raised $40 billion from OpenAI”. Only what a preposition or plain word order shows is compared.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold, last_word
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_NAME_WORD = r"[A-ZÀ-Þ][\w’'-]*+"
NAME = rf"(?<![\w’'-]){_NAME_WORD}(?:\s{_NAME_WORD}){{0,5}}"
"""A name: up to six words that begin with a capital."""
LEAD = r"(?:[a-zà-ÿ][\w-]*[\s’'])" + r"{0,3}?"
"""What stands between a preposition and the name that it governs."""
_MARKERS = (
    ("by", r"\bby", r"\bpar"),
    ("from", r"\bfrom", r"\b(?:auprès\s(?:de|du|des|d[’'])|de\sla\spart\s(?:de|du|des|d[’']))"),
    ("against", r"\b(?:against|versus)", r"\bcontre"),
)
_PATTERNS = [
    (word, re.compile(rf"{english}\s({LEAD})({NAME})"), re.compile(rf"{french}\s?({LEAD})({NAME})"))
    for word, english, french in _MARKERS
]
_MARKS = frozenset({"by", "from", "against", "versus"})
_NO_DEED = re.compile(r"(?:-[a-z]{1,12}|[^\Wdntg])\sby\s[^A-Z]{0,24}\Z")
"""“by” behind a word that is no participle."""
_NO_LEAD = re.compile(r"\b(?:and|or|of|that|to|in|et|ou|de|du|des|que|qui|à|en)\b|[’'](?=$)")
_ACTED = re.compile(rf"({NAME})\s((?:[a-z][\w-]*\s){{1,3}}?)({NAME})")
_IS_DOING = re.compile(r"\b(?:is|are|was|were|has been)\s(?=\w+ing\b)")
_SUFFERED = re.compile(
    rf"({NAME})\s(?:is|was|are|were|has been|have been|had been|is being|was being)\s[a-z]+\s(?:[a-z]+\s)?"
    rf"by\s({NAME})"
)
_FRENCH_ACTED = re.compile(rf"({NAME})\s((?:[a-zà-ÿ][\w’'-]*[\s’']){{1,4}}?)({NAME})")
_PERFECT = re.compile(r"\b(?:a|ont|avait|avaient|aura|auront)\s(?=[a-zà-ÿ]+(?:é|i|u|is|it|ut|ert|int)\s)")
"""The auxiliary of « a battu », « ont rejoint »."""
_FRENCH_SUFFERED = re.compile(
    rf"({NAME})\s(?:est|sont|était|a été|ont été|avait été|sera)\s[a-zà-ÿ]+\spar\s{LEAD}({NAME})"
)
_NO_ACT_TEXT = """
by of and or with in at from to on for as than s be been being is was were are who whom which whose par de
du des d et ou avec dans en sur pour comme que qui dont est sont etait etaient etre ete a au aux
"""
_NO_ACT = frozenset(_NO_ACT_TEXT.split())


def part_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """Names that stand in each other's place, told by “by”, “from”, “against”, or by plain word order."""
    marked = [] if _MARKS.isdisjoint(said.words) else _marked(said.text, evidence)
    if marked:
        return marked
    if not _acts(evidence):
        return []
    return _ordered(said.text, evidence) or ("by" in said.words and _suffered(said.text, evidence)) or []


def _marked(english: str, evidence: Evidence) -> list[Issue]:
    for word, said_pattern, meant_pattern in _PATTERNS:
        said = _names(said_pattern, english)
        meant = _names(meant_pattern, evidence.text) if said else {}
        if not said or not meant or said.keys() & meant.keys():
            continue
        all_english = f" {fold(english)} "
        parts = {word for name in meant.values() for word in fold(name).split()}
        if any(not parts.isdisjoint(fold(name).split()) for name in said.values()):
            continue
        known = all(name in evidence.words for name in said) and all(f" {n} " in all_english for n in meant)
        if any(name.isupper() or _NO_DEED.search(english[: english.find(name)]) for name in said.values()):
            continue  # “CGT” for « Confédération … (CGT) », “an op-ed by Martinez”
        if known:
            name, true = next(iter(said.values())), next(iter(meant.values()))
            message = f"“{word} {name}” has the names the wrong way round: in the French it is « {true} »."
            return [Issue("direction", f"{word} {name}", message)]
    return []


def _names(pattern: re.Pattern[str], text: str) -> dict[str, str]:
    """The last words of the names that a marker stands before, with the names as written."""
    return {
        fold(match[2]).split()[-1]: match[2].strip()
        for match in pattern.finditer(text)
        if not _NO_LEAD.search(match[1]) and fold(match[2])
    }


def _ordered(english: str, evidence: Evidence) -> list[Issue]:
    """“A sues B” for « B poursuit A », each with nothing but a verb between."""
    for match in _ACTED.finditer(english):
        first, second = last_word(match[1]), last_word(match[3])
        if (
            first == second
            or set(_words(_IS_DOING.sub("", match[2]))) & _NO_ACT
            or not {first, second} <= evidence.words
        ):
            continue
        if (second, first) in (acts := _acts(evidence)) and (first, second) not in acts:
            message = f"“{match[0].strip()}” has the names the wrong way round: see who acts in the French."
            return [Issue("direction", match[0].strip(), message)]
    return []


def _suffered(english: str, evidence: Evidence) -> list[Issue]:
    """“A is sued by B” for « A poursuit B »."""
    for match in _SUFFERED.finditer(english):
        second, first = last_word(match[1]), last_word(match[2])
        if first == second or not {first, second} <= evidence.words:
            continue
        if (second, first) in (acts := _acts(evidence)) and (first, second) not in acts:
            message = f"“{match[0]}” has the names the wrong way round: see who acts in the French."
            return [Issue("direction", match[0], message)]
    return []


@lru_cache(maxsize=512)
def _acts(evidence: Evidence) -> frozenset[tuple[str, str]]:
    """The names of the French, who acts and on whom: « first … second », « second est … par first »."""
    return frozenset(_find_acts(evidence.text))


def _find_acts(french: str) -> Iterator[tuple[str, str]]:
    for match in _FRENCH_SUFFERED.finditer(french):
        yield last_word(match[2]), last_word(match[1])
    for match in _FRENCH_ACTED.finditer(french):
        if _NO_ACT.isdisjoint(_words(_PERFECT.sub("", match[2]))):
            yield last_word(match[1]), last_word(match[3])


def _words(text: str) -> Sequence[str]:
    return fold(text).split()
