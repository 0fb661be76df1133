"""Whether an English statement turns the French round: rise for fall, refused for accepted, to for from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.faithfulness.alignment import align, keep_order, place_reach
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said
from summarizer.faithfulness.senses.opposites import english_opposites
from summarizer.faithfulness.senses.sides import side_issues

_FRENCH_WAY = re.compile(r" (?:de|d|du|des) ((?:\w+ ){1,6}?)(?:a|au|aux|en) ((?:\w+ ?){1,5})")
_ENGLISH_WAY = re.compile(r"\bfrom ((?:[\w’'-]+ ){1,6}?)(?:to|into) ((?:[\w’'-]+ ?){1,5})", re.IGNORECASE)
_DENIALS_TEXT = """
not never no without cannot t nor neither
"""
_DENIALS = frozenset(_DENIALS_TEXT.split())
_DENIAL_REACH = 4  # words
_NEAR = 4  # words
_SHORT = 16  # words of a sentence in which everything stands near everything
_NAMING = frozenset({"named", "called", "look", "looks", "looking", "soon", "day", "year"})
"""Words with which “after” is no place in an order of time, or one that French says otherwise."""
_LEVELS = frozenset({"above", "below", "over", "under"})
_FRENCH_DENIALS = frozenset({"ne", "n", "pas", "non"})
_LITTLE = frozenset({"peu", "guere"})
_ORDER = frozenset({"apres", "avant"})
_CLITICS = frozenset({"l", "le", "la", "les", "lui", "leur", "s", "se", "y", "en", "ne", "n", "pas"})
_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|re)")
_NOT = re.compile(r"\bnon\b|\bnon-?(?=\w)|\bnot[- ]for\b", re.IGNORECASE)
_TURNING = frozenset({"answer", "licence", "avowal"})
"""Pairs in which a denied word is the other one: “not accepted” is refused; “not rising” need not fall."""
_CLOSED = frozenset({"compare-", "level-", "gain-", "answer-", "contest-"})
"""Senses whose French words are so few that a statement with one of them needs one in the French."""


@dataclass(frozen=True, slots=True)
class _Sense:
    """One sense of a pair: where the English has it, where the French has it, vaguely, or its opposite."""

    name: str
    english: Sequence[int]
    french: Sequence[int]
    vague: Sequence[int]
    against: Sequence[int]
    vaguely_against: Sequence[int]


def direction_issues(statement: Said, evidence: Evidence) -> list[Issue]:
    """Senses that the statement has and the French has not, where the French has the opposite.

    Nothing is said where the French has neither or both.
    """
    english, words = statement.text, statement.words
    issues = _reversed_way(english, evidence)
    said = _english_senses(statement)
    for name in said:
        sense = _sense(name, said, evidence)
        at = _one_too_many(sense, said) or _contradicted(sense, len(words), evidence)
        at = _unanswered(sense, len(words), evidence) if at is None else at
        if at is not None and _meets(at, sense, statement, evidence):
            issues.append(_opposite_issue(as_written(english, words[at]) or words[at], sense, evidence))
    return (issues or side_issues(words, evidence))[:1]


def _meets(at: int, sense: _Sense, said: Said, evidence: Evidence) -> bool:
    """Whether a word and the opposite of it in the French stand by the same things.

    A word that the French has as well (“declines”, « déclins ») says nothing else than the French.
    """
    alignment = align(said, evidence)
    if at in alignment.words:
        return False
    against = [*sense.against, *sense.vaguely_against]
    if not against or (alignment.renders_all and len(evidence.words_in_order) <= _SHORT):
        return True
    near = alignment.french_near(max(0, at - _NEAR), at + _NEAR + 1, reach=_NEAR)
    return any(place in near for place in against)


def _opposite_issue(word: str, sense: _Sense, evidence: Evidence) -> Issue:
    french = evidence.words_at([*sense.against, *sense.vaguely_against])
    if not french:
        return Issue(
            "direction", word, f"“{word}” is not what the French says; it has no word of that sense."
        )
    return Issue("direction", word, f"“{word}” says the opposite of the French (« {french[0]} »).")


def _opposite(name: str) -> str:
    return name[:-1] + ("-" if name[-1] == "+" else "+")


def _vague(name: str) -> str:
    return f"{name[:-1]}~{name[-1]}"


def _english_senses(statement: Said) -> dict[str, list[int]]:
    """Where the statement has which sense; a denied word has none, or the opposite (`_TURNING`)."""
    words = statement.words
    denied = [at for at, word in enumerate(words) if word in _DENIALS]
    senses: dict[str, list[int]] = {}
    for name in (each for each in statement.classes if each in english_opposites()):
        for at in statement.classes[name]:
            if name == "order-" and at and words[at - 1] in _NAMING:
                continue
            if words[at] in _LEVELS and words[at + 1 : at + 2] in (["zero"], ["freezing"]):
                continue
            if not _near_denial(at, denied):
                senses.setdefault(name, []).append(at)
            elif name[:-1] in _TURNING:
                senses.setdefault(_opposite(name), []).append(at)
    return senses


def _sense(name: str, said: Mapping[str, list[int]], evidence: Evidence) -> _Sense:
    opposite = _opposite(name)
    own, other = evidence.senses.get(name, ()), evidence.senses.get(opposite, ())
    against = [at for at in other if not _denied_in_french(at, evidence)]
    beside = {place for at in against for place in (at - 1, at + 1)}
    turned = [at for at in own if name[:-1] in _TURNING and _denied_in_french(at, evidence)]
    return _Sense(
        name=name,
        english=said[name],
        french=[*(at for at in own if at not in turned), *(at for at in other if at not in against)],
        vague=[at for at in evidence.senses.get(_vague(name), ()) if at not in beside],
        against=[*against, *turned],
        vaguely_against=[
            at
            for at in evidence.senses.get(_vague(opposite), ())
            if evidence.words_in_order[at] not in _FRENCH_DENIALS and not _is_purpose(at, evidence)
        ],
    )


def _is_purpose(at: int, evidence: Evidence) -> bool:
    """Whether « pour » stands before an infinitive: it says what for, and nothing of a side."""
    words = evidence.words_in_order
    if words[at] != "pour":
        return False
    behind = [word for word in words[at + 1 : at + 4] if word not in _CLITICS]
    return bool(behind) and _INFINITIVE.fullmatch(behind[0]) is not None


def _one_too_many(sense: _Sense, said: Mapping[str, list[int]]) -> int | None:
    """The last word of a sense that the English has more often than the French, and not its opposite."""
    more = len(sense.english) > len(sense.french) + len(sense.vague)
    if more and len(said.get(_opposite(sense.name), ())) < len(sense.against):
        return sense.english[-1]
    return None


def _unanswered(sense: _Sense, length: int, evidence: Evidence) -> int | None:
    """The first English word of a sense that no French word has, where one may have the opposite."""
    french_length = len(evidence.words_in_order)
    if sense.french or sense.vague or not keep_order(length, french_length):
        return None
    if sense.name in _CLOSED:
        return sense.english[0]
    reach = place_reach(length, french_length) / 2
    against = [at / french_length for at in sense.vaguely_against]
    return next(
        (at for at in sense.english if any(abs(at / length - other) <= reach for other in against)), None
    )


def _contradicted(sense: _Sense, length: int, evidence: Evidence) -> int | None:
    """The first English word whose place in the French holds its opposite and nothing of its own sense.

    Vague words answer only from nearer.
    """
    french_length = len(evidence.words_in_order)
    if not sense.against or not keep_order(length, french_length):
        return None
    reach = place_reach(length, french_length)
    for at in sense.english:
        place = at / length
        near = any(abs(place - answer / french_length) <= reach for answer in sense.french)
        near = near or any(abs(place - answer / french_length) <= reach / 2 for answer in sense.vague)
        if not near and any(abs(place - other / french_length) <= reach for other in sense.against):
            return at
    return None


def _near_denial(at: int, denied: Sequence[int]) -> bool:
    return any(0 < at - denial <= _DENIAL_REACH for denial in denied)


def _denied_in_french(at: int, evidence: Evidence) -> bool:
    words = evidence.words_in_order
    if at and words[at - 1] in _LITTLE and words[at] not in _ORDER:
        return True
    return any(-1 <= at - denial <= _DENIAL_REACH for denial, _ in evidence.denials)


def _reversed_way(english: str, evidence: Evidence) -> list[Issue]:
    """« d'organisme à but non lucratif à société ordinaire » is not “from for-profit to non-profit”."""
    if " non " not in evidence.folded:
        return []
    said = _ENGLISH_WAY.search(english)
    if said is None or not _NOT.search(said[0]):
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
