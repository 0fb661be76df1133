"""Whether an English statement turns the French round: rise for fall, refused for accepted, to for from."""

import re
from collections.abc import Sequence

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.lexicon import find_classes
from summarizer.faithfulness.opposites import opposites
from summarizer.faithfulness.places import keep_order, place_reach

_FRENCH_WAY = re.compile(r" (?:de|d|du|des) ((?:\w+ ){1,6}?)(?:a|au|aux|en) ((?:\w+ ?){1,5})")
_ENGLISH_WAY = re.compile(r"\bfrom ((?:[\w’'-]+ ){1,6}?)(?:to|into) ((?:[\w’'-]+ ?){1,5})", re.IGNORECASE)
_DENIALS_TEXT = """
not never no without cannot t nor neither
"""
_DENIALS = frozenset(_DENIALS_TEXT.split())
_DENIAL_REACH = 4  # words
_AGAINST_TEXT = """
against versus vs counter anti compar from oppos fight combat protest than contrast sue suing contest accus
charg criticis but whereas while down up with
"""
_AGAINST = tuple(_AGAINST_TEXT.split())
_FOR_REACH, _FOR_WORDS = 0.08, 2
_NOT = re.compile(r"\bnon\b|\bnon-?(?=\w)|\bnot[- ]for\b", re.IGNORECASE)


def direction_issues(english: str, words: Sequence[str], evidence: Evidence) -> list[Issue]:
    """Senses that the statement has and the French has not, where the French has the opposite.

    `words` are the statement's, folded. Nothing is said where the French has neither or both.
    """
    issues = _reversed_way(english, evidence)
    said = find_classes(opposites()[0], words)
    denied = [at for at, word in enumerate(words) if word in _DENIALS]
    for name, positions in said.items():
        opposite = _opposite(name)
        sure = [at for at in positions if not _near_denial(at, denied)]
        against = [at for at in evidence.senses.get(opposite, ()) if not _denied_in_french(at, evidence)]
        answers = _answers(name, evidence)
        vague = evidence.senses.get(f"{name[:-1]}~{name[-1]}", ())
        more = len(sure) > len(answers) + len(vague) and len(said.get(opposite, ())) < len(against)
        at = sure[-1] if more else _contradicted(sure, len(words), (answers, vague, against), evidence)
        if at is not None:
            message = f"“{words[at]}” says the opposite of the French (« {evidence.words_at(against)[0]} »)."
            issues.append(Issue("direction", as_written(english, words[at]), message))
    return (issues or _sides(words, evidence))[:1]


def _opposite(name: str) -> str:
    return name[:-1] + ("-" if name[-1] == "+" else "+")


def _contradicted(
    sure: Sequence[int], length: int, french: tuple[Sequence[int], ...], evidence: Evidence
) -> int | None:
    """The first English word whose place in the French holds its opposite and nothing of its own sense.

    `french`: the places of words of its sense, of vague ones (which must be nearer), of the opposite.
    """
    answers, vague, against = french
    reach = place_reach(length, len(evidence.words_in_order))
    if not sure or not against or not keep_order(length, len(evidence.words_in_order)):
        return None
    french_length = len(evidence.words_in_order)
    for at in sure:
        place = at / length
        near = any(abs(place - answer / french_length) <= reach for answer in answers)
        near = near or any(abs(place - answer / french_length) <= reach / 2 for answer in vague)
        if not near and any(abs(place - other / french_length) <= reach for other in against):
            return at
    return None


def _sides(words: Sequence[str], evidence: Evidence) -> list[Issue]:
    """« contre » that became “for”: a French « contre » without answer, and “for” in its place."""
    length, french_length = len(words), len(evidence.words_in_order)
    reach = place_reach(length, french_length)
    if "contre" not in evidence.words or not keep_order(length, french_length):
        return []
    free = [at for at, word in enumerate(words) if word.startswith(_AGAINST)]
    close = max(_FOR_REACH, _FOR_WORDS / max(length, 1))
    for at in (index for index, word in enumerate(evidence.words_in_order) if word == "contre"):
        near = [answer for answer in free if abs(at / french_length - answer / length) <= reach]
        if near:
            free.remove(near[0])
        elif any(
            word == "for" and abs(at / french_length - i / length) <= close for i, word in enumerate(words)
        ):
            return [Issue("direction", "for", "“for” says the opposite of the French (« contre »).")]
    return []


def _answers(name: str, evidence: Evidence) -> list[int]:
    """Where French words answer for a sense: its own, and denied ones of the opposite."""
    denied = [at for at in evidence.senses.get(_opposite(name), ()) if _denied_in_french(at, evidence)]
    return [*evidence.senses.get(name, ()), *denied]


def _near_denial(at: int, denied: Sequence[int]) -> bool:
    return any(0 < at - denial <= _DENIAL_REACH for denial in denied)


def _denied_in_french(at: int, evidence: Evidence) -> bool:
    return any(-1 <= at - denial <= _DENIAL_REACH for denial, _ in evidence.denials)


def _reversed_way(english: str, evidence: Evidence) -> list[Issue]:
    """« d'organisme à but non lucratif à société ordinaire » is not “from for-profit to non-profit”."""
    said = _ENGLISH_WAY.search(english)
    if said is None or " non " not in evidence.folded or not _NOT.search(said[0]):
        return []
    for meant in _FRENCH_WAY.finditer(evidence.folded.replace(" a but ", " but ")):
        french, words = (
            [bool(_NOT.search(end)) for end in meant.groups()],
            [bool(_NOT.search(end)) for end in said.groups()],
        )
        if french != words and french == words[::-1]:
            message = f"“{said[0].strip()}” has the two ends of the French change the wrong way round."
            return [Issue("direction", said[0].strip(), message)]
    return []
