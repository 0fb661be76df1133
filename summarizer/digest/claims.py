"""What the French around a figure says of it: whose claim it is, whether it is new, foreseen or asked for."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from summarizer.digest.article_figures import COMPARED, Figure
from summarizer.digest.lexicon import entries
from summarizer.digest.words import stem, tokens
from summarizer.french import find_numbers
from summarizer.french.weekdays import WEEKDAYS
from summarizer.text.folding import plain_letters

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
_BREAK = re.compile(r"[,;:.!?»(\d]| (?:portant|publiée?s?|qui|dont|et|que) ")
_STOP = re.compile(r"[,;:.!?»]")
_CLAUSE = re.compile(r"[,;:()«»]| (?:mais|contre|alors que|tandis que) ")
_CHANGES = (
    r"\b(?:(?:port|relev|rehauss|ramen|pass|(?<!se )mont|grimp|bond|tomb|recul|chut|abaiss|augment|reevalu"
    r"|revis|ajust|allong|prolong|gonfl)(?:e|es|ee|ees|ent|ait|aient|er|era|a|ant)"
    r"|descend(?:u|ue|us)?|redui(?:t|te|ts|tes|re|sent|sait)|revoi(?:t|ent)|revue?s?|alourdi[est]{0,2})\b"
)
_TO = r" a(?: (?:pres|plus|moins) de| environ| quelque| au moins)? ?\Z"
_CHANGED_TO = re.compile(rf"{_CHANGES}[^.;:]{{0,60}}{_TO}")
_SET_FROM = re.compile(
    r"\b(?:port|relev|rehauss|ramen|pass|reevalu|revis|ajust|abaiss)(?:e|es|ee|ees|ent|ait|aient|er|era|a|ant)\b"
    r"[^.,;:\d]{0,60} d(?:e(?: (?:pres|plus|moins) de| quelque)? |')\Z"
)
"""No « augmenté de 3 % à 5 % », which may be a range."""
_ONLY_TO = re.compile(rf"(?: [^\W\d_]+){{0,2}}{_TO}")
_AGAINST = re.compile(
    r"\bcontre [^.;]{1,40}\b(?:la veille|l'avant-veille|hier|auparavant|precedemment|initialement"
    rf"|{'|'.join(WEEKDAYS)})\b"
)
_ONLY_LEFT = re.compile(r"\bn(?:e |['’](?:en |y )?)[\w' ]{1,30} plus qu(?:e |['’])")
_AND_NOT = re.compile(r"\b(?:et non(?: pas)?|au lieu d[e']s?)(?: d[e'])? ?\d+", re.IGNORECASE)
"""Says that an earlier figure was wrong: « 298 voix, et non 312 »."""
_WHO = 60
"""Characters of a claim's words, at most."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, entries(name))) + r")\b")


def claim_of(figure: Figure) -> str | None:
    """Give the French words that say whose claim a figure is: « selon la police »; None where nobody is.

    Of several in a sentence the nearest counts, if no other figure stands between.
    """
    text = figure.sentence
    found = []
    for match in _near_to(figure, _SOURCE):
        stop = _BREAK.search(text, match.end())
        words = " ".join(text[match.start() : stop.start() if stop else len(text)].split())
        if len(words) <= _WHO and (not words.lower().startswith("pour l") or _has("partisans", words)):
            found.append((abs(match.start() - figure.at), words))
    return min(found)[1] if found else None


def is_claim(figure: Figure) -> bool:
    """Whether the sentence of a figure says that somebody claims it: « selon la police », « parle de »."""
    return claim_of(figure) is not None or any(True for _ in _near_to(figure, _SAYS))


def is_contested(figure: Figure) -> bool:
    """Whether a figure is set against another one: « en réalité », or it is the claim of a party."""
    if is_corrected(figure):
        return False
    if _has("contests", figure.sentence):
        return True
    claim = claim_of(figure) or ""
    own = claim.lower().startswith("pour qui")  # somebody's view, whoever it is
    return (
        own or _counted_by_party(figure) or (is_claim(figure) and _has("partisans", claim or figure.sentence))
    )


def _counted_by_party(figure: Figure) -> bool:
    """Whether a party is the subject of a verb of counting before the figure: « l'association en compte »."""
    return any(
        _has("partisans", _STOP.split(figure.sentence[: match.start()])[-1])
        for match in _near_to(figure, _COUNTS)
        if match.end() <= figure.at
    )


def is_corrected(figure: Figure) -> bool:
    """Whether the sentence of a figure says that an earlier figure was wrong: « et non 17, par erreur »."""
    if _has("corrections", figure.sentence):
        return True
    return _and_not(figure.sentence) is not None and not _has("partisans", figure.sentence)


@lru_cache(maxsize=5_000)
def _and_not(text: str) -> str | None:
    """Give the words that take back an earlier figure: « et non neuf », but not « et non un accident »."""
    found = (text[match.start() : match.end()] for match in _AND_NOT.finditer(with_digits(text)))
    return next(
        (words for words in found if not words.lower().endswith((" un", " une", "'un", "'une"))), None
    )


@lru_cache(maxsize=5_000)
def with_digits(sentence: str) -> str:
    """Give a sentence of the same length with zeros for its numbers: « cinq » is then found as « 5 » is."""
    for number in find_numbers(sentence):
        zeros = "0" * (number.core_end - number.core_start)
        sentence = sentence[: number.core_start] + zeros + sentence[number.core_end :]
    return sentence


def is_update(figure: Figure) -> bool:
    """Whether a figure's sentence, or a title that has the figure, says that it is newer than another."""
    return update_of(figure) is not None


def update_of(figure: Figure) -> str | None:
    """Give the French words that say that a figure is newer than an earlier one; None where nothing does."""
    at = _place_of(figure.entry.source.text, figure.title)
    patterns = (_pattern("updates"), _pattern("corrections"), _ONLY_LEFT, _AGAINST)
    looked_for = [(figure.sentence[: figure.at], _CHANGED_TO), (figure.title[: max(at, 0)], _CHANGED_TO)]
    looked_for += [(figure.sentence, one) for one in patterns]
    looked_for += [(figure.title, one) for one in patterns if at >= 0]
    said = next((words for text, pattern in looked_for if (words := _shown(text, pattern))), None)
    return said or _and_not(figure.sentence) or (_and_not(figure.title) if at >= 0 else None)


def changed_to(figure: Figure) -> str | None:
    """Give the verb of change that leads to a figure: « a porté son offre à », « ramené de 236 à »."""
    return _shown(figure.sentence[: figure.at], _CHANGED_TO)


def has_become(former: Figure, newer: Figure) -> bool:
    """Whether one sentence says that the one figure has become the other: « ramené de 236 à 198 »."""
    end = former.at + len(former.entry.source.text)
    if former.brief != newer.brief or former.sentence != newer.sentence or newer.at < end:
        return False
    before, between = former.sentence[: former.at], former.sentence[end : newer.at]
    return bool(_SET_FROM.search(plain_letters(before)) and _ONLY_TO.match(plain_letters(between)))


def replaces(newer: Figure, older: Figure) -> bool:
    """Whether a change that a figure's sentence tells of may be one of an older figure.

    « Ramené de 236 à 198 » changes nothing of the 310 that a union counts.
    """
    told = find_numbers(changed_to(newer) or "")
    values = {number.value for number in told if number.kind in COMPARED and number.value is not None}
    return not values or older.entry.value in values


def _place_of(figure: str, title: str) -> int:
    """Give the place of a figure's number in a title, -1 where the title has another one or none."""
    number = figure.partition(" ")[0].lower()
    found = re.search(rf"\b{re.escape(number)}\b", title.lower()) if number else None
    return found.start() if found else -1


@lru_cache(maxsize=20_000)
def _shown(text: str, pattern: re.Pattern[str]) -> str | None:
    """Give the words of a text that a pattern of folded words finds."""
    folded = plain_letters(text)
    match = pattern.search(folded)
    if match is None:
        return None
    same = len(folded) == len(text)  # « œ » is two letters when it is folded
    return " ".join((text if same else folded)[match.start() : match.end()].split())


def sums_up(figure: Figure) -> bool:
    """Whether a figure's sentence has words that a newer figure often has: « au total », « a bondi »."""
    return _has("sums", figure.sentence)


def is_provisional(figure: Figure) -> bool:
    """Whether the sentence of a figure says that it will change: « pour l'heure », « bilan provisoire »."""
    return _has("provisional", figure.sentence)


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


def _has(name: str, words: str) -> bool:
    return _pattern(name).search(plain_letters(words)) is not None


def _near_to(figure: Figure, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Give the places of a pattern in a figure's sentence, no other figure standing between."""
    text, end = figure.sentence, figure.at + len(figure.entry.source.text)
    for match in pattern.finditer(text):
        between = text[end : match.start()] if match.start() >= end else text[match.end() : figure.at]
        if ";" not in between and not any(char.isdigit() for char in between):
            yield match
