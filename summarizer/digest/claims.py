"""What the French around a figure says of it: whose claim it is, whether it is foreseen or asked for."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.digest.article_figures import Figure
from summarizer.digest.changes import is_corrected
from summarizer.digest.lexicon import entries
from summarizer.digest.listed_phrases import has
from summarizer.digest.words import stem, tokens

_SOURCE = re.compile(
    r"\b(?:selon|d['’]apr[eè]s(?!-)|aux dires d[eu]s?|de source|pour qui"
    r"|pour l(?:es?|a|['’])(?=\s?[a-zà-ÿ]))",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:affirme|assure|revendique|estime|calcule|évalue|chiffre|avance|évoque|parle|conteste|dénonce"
    r"|soutient|accuse)(?:nt)?\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:compte|dénombre|recense|annonce|comptabilise|déclare)(?:nt)?\b|\bf(?:ai|on)t état\b"
    r"|\b(?:a|ont) (?:compté|dénombré|recensé|annoncé)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\ben (?:comptent|(?:dénombre|recense|annonce|concède)(?:nt)?|admet(?:tent)?)\b"
    r"|\ben reconna(?:[iî]t|issent)\b|\bpenche(?:nt)? pour\b",
    re.IGNORECASE,
)
"""Gives somebody's own value of what was named before: « le prévenu en admet 1,2 million ».

No « en compte », which one takes into account.
"""
_BREAK = re.compile(r"[,;:.!?»(\d]| (?:portant|publiée?s?|qui|dont|et|que) ")
_STOP = re.compile(r"[,;:.!?»]")
_CLAUSE = re.compile(r"[,;:()«»]| (?:mais|contre|alors que|tandis que) ")
_WHO = 60
"""Characters of a claim's words, at most."""


def claim_of(figure: Figure) -> str | None:
    """Give the French words that say whose claim a figure is: « selon la police »; None where nobody is.

    Of several in a sentence the nearest counts, if no other figure stands between.
    """
    text = figure.sentence
    found = []
    for match in _near_to(figure, _SOURCE):
        stop = _BREAK.search(text, match.end())
        words = " ".join(text[match.start() : stop.start() if stop else len(text)].split())
        if len(words) <= _WHO and (not words.lower().startswith("pour l") or has("partisans", words)):
            found.append((abs(match.start() - figure.at), words))
    return min(found)[1] if found else None


def is_claim(figure: Figure) -> bool:
    """Whether the sentence of a figure says that somebody claims it: « selon la police », « parle de »."""
    return claim_of(figure) is not None or is_estimated(figure)


def is_estimated(figure: Figure) -> bool:
    """Whether somebody says a figure, « le maire estime à 420 », rather than counts it."""
    return any(True for _ in _near_to(figure, _SAYS))


def are_two_claims(one: Figure, other: Figure) -> bool:
    """Whether an article says of each of two figures whose it is: « la direction, elle, compte 38 % ».

    A verb of counting claims only beside a claim in its own sentence: a school counts 900 pupils as well.
    """
    verbs = (_OWN, _COUNTS) if one.sentence == other.sentence else (_OWN,)
    return any(map(is_claim, (one, other))) and all(
        is_claim(figure) or any(m.end() <= figure.at for verb in verbs for m in _near_to(figure, verb))
        for figure in (one, other)
    )


def is_contested(figure: Figure) -> bool:
    """Whether a figure is set against another one: « en réalité », or it is the claim of a party."""
    if is_corrected(figure):
        return False
    if has("contests", figure.sentence):
        return True
    claim = claim_of(figure) or ""
    own = claim.lower().startswith("pour qui")  # somebody's view, whoever it is
    return (
        own or _counted_by_party(figure) or (is_claim(figure) and has("partisans", claim or figure.sentence))
    )


def _counted_by_party(figure: Figure) -> bool:
    """Whether a party is the subject of a verb of counting before the figure: « l'association en compte »."""
    return any(
        has("partisans", _STOP.split(figure.sentence[: match.start()])[-1])
        for match in _near_to(figure, _COUNTS)
        if match.end() <= figure.at
    )


def mode_of(figure: Figure) -> str | None:
    """Give how the French of its clause means a figure: foreseen, asked or offered; None: it simply is.

    « Les syndicats réclament 7 % » asks, « les organisateurs en espéraient 60 000 » foresees.
    """
    said = set(tokens(_clause(figure)))
    return next((kind for kind, words in _modes("modes_fr").items() if said & words), None)


def labelled_mode(figure: Figure) -> str | None:
    """Give how a figure's English label means it, as `mode_of`; a former figure, too."""
    label = {stem(word) for word in tokens(f"{figure.entry.subject} {figure.entry.measure}")}
    return next((kind for kind, words in _modes("modes").items() if label & words), None)


@cache
def _modes(name: str) -> dict[str, frozenset[str]]:
    found = {}
    for line in entries(name):
        kind, _, words = line.partition(" ")
        found[kind] = frozenset(map(stem, (kind, *words.split())) if name == "modes" else words.split())
    return found


def _clause(figure: Figure) -> str:
    """Give the words of a figure's own clause."""
    text, end = figure.sentence, figure.at + len(figure.entry.source.text)
    before = max((m.end() for m in _CLAUSE.finditer(text, 0, figure.at)), default=0)
    after = _CLAUSE.search(text, end)
    return text[before : after.start() if after else len(text)]


def _near_to(figure: Figure, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Give the places of a pattern in a figure's sentence, no other figure standing between."""
    text, end = figure.sentence, figure.at + len(figure.entry.source.text)
    for match in pattern.finditer(text):
        between = text[end : match.start()] if match.start() >= end else text[match.end() : figure.at]
        if ";" not in between and not any(char.isdigit() for char in between):
            yield match
