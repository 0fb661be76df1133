"""The sentences that carry an article's story: which of them code has put into English.

A sentence counts by its place, its figures, its names and its words, and it must read alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from summarizer.english.lemmas import is_finite
from summarizer.french import find_numbers
from summarizer.marking.marked_article import LEANS_BACK, MarkedArticle
from summarizer.marking.referents import referents
from summarizer.sections.piecewise.disputes import disagrees

T = TypeVar("T")
FEWEST, MOST = 3, 6
SENTENCES_A_POINT = 1.3
SHORTEST = 6
"""Words below which a sentence is no key point."""
LONG = 25
"""Words beyond which a small model is less and less likely to get a sentence right (benchmarks/judged/)."""
_GLUED = re.compile(r"[a-zà-ÿ][.!?»][A-ZÀ-Ý][a-zà-ÿ]|[a-zà-ÿ]\n\s*\n")
"""« la grève.Les syndicats »: two sentences in one."""
_PRONOUN = re.compile(
    r"(?:Ils?|Elles?|Celui-ci|Celle-ci|Ceux-ci|Celles-ci|Ce dernier|Cette dernière|Ces dernier)\b"
)
_LINKED = re.compile(
    r"(?:Cependant|Toutefois|Néanmoins|Pourtant|Mais|Or|Donc|Ainsi|Aussi|Et|Car|En effet|De plus"
    r"|En outre|Par ailleurs|De même|D['’]ailleurs|En revanche|Par contre|Au contraire|À l['’]inverse"
    r"|Ensuite|Puis|Enfin"
    r"|C['’]est|Ce sont|C['’]était|Cela|Ça|Ce qui|Ce que|Là|Alors|Dès lors|De son côté|Quant à|Pour sa part"
    r"|(?:Cette?|Ces|Ce|Cet|Son|Sa|Ses|Leurs?|Tous|Toutes|L['’]une?|Les deux|D['’]autres|L['’]autre)\s"
    r"|Une? (?:nombre|chiffre|décision|annonce|mesure|première|situation) (?:qui|que)"
    r"|Parmi eux|À ce|A ce|Dans ce|Lors de ce)"
)
"""What a sentence opens with that leans on the one before."""

_OPENER = re.compile(
    r"(?:Cependant|Toutefois|Néanmoins|Par ailleurs|En outre|De plus|Enfin|D['’]ailleurs"
    r"|En parallèle|Parallèlement|Dans le même temps),\s(?=(?:l['’]|les?\s|la\s|une?\s|des\s|[A-ZÀ-Þ]))"
    r"|(?:Cette|Ce|Cet)\s[a-zà-ÿ]+\s(?:intervient|survient|arrive|tombe)\s"
    r"(?:[a-zà-ÿ]+ment\s)?alors qu(?:e\s|['’])"
    r"(?=(?:l['’]|les?\s|la\s|[A-ZÀ-Þ])(?![^\W\d_]*-ci\b))"
)
"""What stands before words that are told without it: a link, or « Cette annonce intervient alors que »."""

MOST_OF_DATELINE = 6
"""Words besides the date, at most: « De notre correspondant à La Haye, le … » is a sentence."""

LONGEST_DATELINE = 20
"""Words, those of its dates among them; numbers are looked for in no longer sentence."""
_POINTS_BACK = re.compile(
    r"\b(?:cette|cet|ces)\s(?!année|semaine|fois|nuit|après-midi|soirée|saison|matinée|dernier|dernière|prochain|été|hiver)"
    r"|\bce\s(?!qu|dont|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|soir|matin|mois|week-end|sont|n|fut"
    r"|serait|sera|printemps|mandat)"
    r"|\b(?:cela|ceci)\b"
    r"|\b(?:ce dernier|cette dernière|ces derniers|ces dernières)"
    r"(?=\s?[,;.]|\s(?:a|ont|est|sont|avait|aurait|était|y|en|n|s|se)\b)"
    r"|(?<!\bde )(?<!\bà )(?<!\bpar )(?<!\bavec )(?<!\bpour )(?<!\bsur )"
    r"\bce(?:lle|lui|lles|ux)-ci\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»?|“[^”]*”?")
_ENDED = re.compile(r"[.!?…:;»”\"’')\]]\s*\Z")
"""A line that ends otherwise is a heading, or one of a list of other articles."""
_SIGNED = re.compile(r"\s*[—–-]\s*[A-ZÀ-Þ]")
"""« — Anne Roy, maire de Brémont »: who said the words before."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_DATED = re.compile(
    r"\d|\b(?:janv|f[ée]v|mars|avril|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|midi|minuit|heures?\b)"
)
"""Without any of these no sentence says when it was written."""
_LINKS = frozenset({"le", "la", "du", "de", "à", "en", "ce", "mis", "jour", "publié", "modifié"})


def headline_sentence(marked: MarkedArticle) -> str | None:
    """The sentence that a headline rests on: the title where there is one, else the first sentence.

    A sentence that is nothing but a quotation does not say who speaks; the next one is taken.
    """
    stand = [key for key in marked.sentences if not is_dateline(marked, key)]
    alone = (key for key in stand if not _is_quotation(marked.sentences[key].text))
    return next(alone, stand[0] if stand else None)


def is_dateline(marked: MarkedArticle, key: str) -> bool:
    """Whether a sentence only says when and where it was written: « Paris, le 12 mars 2024 (AFP) – »."""
    sentence = marked.sentences[key].text
    words = _ANY_WORD.findall(sentence)
    if len(words) > LONGEST_DATELINE or not _DATED.search(sentence.lower()):
        return False
    dates = [number for number in find_numbers(sentence) if number.kind in {"date", "time"}]
    if not dates:
        return False
    for number in reversed(dates):
        sentence = sentence[: number.start] + " " + sentence[number.end :]
    words = _ANY_WORD.findall(sentence)
    return len(words) <= MOST_OF_DATELINE and all(word[0].isupper() or word in _LINKS for word in words)


def choose(marked: MarkedArticle) -> list[str]:
    """The ids of the sentences that carry the story, in the order of the text."""
    ranked, wanted = _ranked(marked)
    return sorted(ranked[:wanted], key=marked.extent)


def choose_next(marked: MarkedArticle, most: int) -> list[str]:
    """The ids of the sentences that carry most of the story after those of `choose`, the weightiest first."""
    ranked, wanted = _ranked(marked)
    return ranked[wanted : wanted + most]


def _ranked(marked: MarkedArticle) -> tuple[list[str], int]:
    """The ids of the sentences by what they carry, and how many of them are asked about.

    One after the other the weightiest is taken; a sentence of a paragraph already spoken for, or one
    that shares its words with the headline's or with one already taken, counts less.
    """
    carried = loads(marked)
    candidates = {
        key: weigh(marked, key, load)
        for key, load in carried.items()
        if not is_dateline(marked, key) and reads_alone(marked, key)
    }
    plain = {key: weight for key, weight in candidates.items() if not points_back(marked, key)}
    candidates = plain if len(plain) > FEWEST else candidates
    lead = headline_sentence(marked)
    if lead in candidates and len(candidates) > FEWEST:  # the headline says it
        del candidates[lead]
    wanted = max(FEWEST + 1, min(MOST, round(len(candidates) / SENTENCES_A_POINT)))  # one may be unsure
    said = [lead] if lead in carried else []
    taken: list[str] = []
    while candidates and len(taken) < 2 * MOST:
        best = max(
            candidates, key=lambda key: candidates[key] - _repeats(marked, key, [*said, *taken], carried)
        )
        taken.append(best)
        del candidates[best]
    return taken, wanted


def told_from(marked: MarkedArticle, key: str) -> int:
    """Where in the text the words of a sentence begin that a key point tells.

    « Cependant, un porte-parole a refusé » is told without its link, and of « Cette annonce intervient alors
    que le groupe veut vendre » what the group wants.
    """
    start, end = marked.extent(key)
    opener = _OPENER.match(marked.text, start, end)
    return opener.end() if opener else start


def reads_alone(marked: MarkedArticle, key: str) -> bool:
    """Whether a sentence is whole and says what it says without the one before it.

    Not so: one that a heading is glued to, whose quotation is cut, that opens with « Cependant » or « Cette
    transition », or with a pronoun that code cannot tell whom it stands for.
    """
    start, end = told_from(marked, key), marked.extent(key)[1]
    text = marked.text[start:end]
    if text.count("«") != text.count("»") or _GLUED.search(text) or len(text.split()) < SHORTEST:
        return False
    if not _is_told(text):
        return False
    told = any(start < at <= start + 12 for at, _ in referents(marked))
    if _PRONOUN.match(text):
        return told
    return not _LINKED.match(text)


def _is_told(text: str) -> bool:
    """Whether it is a sentence of the writer's: no heading, bare quotation (“we”: who?), or who said it."""
    signed = _SIGNED.match(text) and not any(map(is_finite, _ANY_WORD.findall(text)))
    return bool(_ENDED.search(text)) and not _is_quotation(text) and not signed


def _is_quotation(text: str) -> bool:
    """Whether a sentence has no word outside its quotation marks."""
    return not _ANY_WORD.search(_QUOTED.sub("", text))


def points_back(marked: MarkedArticle, key: str) -> bool:
    """Whether a sentence speaks of what was told before: « refuse cette transition », not « cette année »."""
    told = marked.text[told_from(marked, key) : marked.extent(key)[1]]
    return bool(_POINTS_BACK.search(_QUOTED.sub("", told)))


class Load(NamedTuple):
    """What a sentence of the body carries.

    `place` counts from 0 in the body, `opens` says whether a paragraph begins with it; `figures` and
    `names` begin in it, `quoted` are the characters of the quotations that do.
    """

    place: int
    opens: bool
    words: frozenset[str]
    numbers: int
    figures: frozenset[tuple[object, ...]]
    names: int
    quoted: int


def loads(marked: MarkedArticle) -> dict[str, Load]:
    """What each sentence of the body carries. Linear in the article."""
    numbers = _by_sentence(marked, ((number.start, number) for number in marked.numbers.values()))
    quotations = _by_sentence(marked, ((quote.start, quote) for quote in marked.quotations.values()))
    mentions = ((m.start, key) for key, name in marked.names.items() for m in name.mentions)
    names = _by_sentence(marked, mentions)
    found: dict[str, Load] = {}
    paragraph = None
    for key, sentence in marked.sentences.items():
        if sentence.heading:
            continue
        found[key] = Load(
            place=len(found),
            opens=sentence.paragraph != paragraph,
            words=frozenset(_WORD.findall(sentence.text.casefold())),
            numbers=len(numbers[key]),
            figures=frozenset((n.value, n.unit) for n in numbers[key] if n.value),
            names=len(set(names[key])),
            quoted=sum(quote.end - quote.start for quote in quotations[key]),
        )
        paragraph = sentence.paragraph
    return found


def _by_sentence(marked: MarkedArticle, found: Iterable[tuple[int, T]]) -> Mapping[str, list[T]]:
    """What was found at some offsets, by the sentence that holds the offset."""
    held: defaultdict[str, list[T]] = defaultdict(list)
    for start, item in found:
        key = marked.sentence_at(start)
        if marked.sentences[key].start <= start < marked.sentences[key].end:
            held[key].append(item)
    return held


def weigh(marked: MarkedArticle, key: str, load: Load) -> float:
    """How much of the story a sentence carries: its place, its figures, its names, its words."""
    sentence = marked.sentences[key]
    weight = max(0.0, 2.0 - 0.7 * load.place) + (0.5 if load.opens else 0.0)
    weight += 0.5 * min(load.numbers, 3) + 0.25 * min(load.names, 4)
    weight -= 3.0 * load.quoted / max(len(sentence.text), 1)
    weight += 0.6 * disagrees(sentence.text)
    weight += 2.0 * _centrality(marked, load.words)
    length = len(sentence.text.split())
    if length < 7 or sentence.text.rstrip(' »”"').endswith("?"):
        weight -= 2.0
    if LEANS_BACK.match(marked.text, told_from(marked, key)):
        weight -= 0.8
    return weight - max(0, length - LONG) / 20


def _centrality(marked: MarkedArticle, words: frozenset[str]) -> float:
    counts = _counts(marked.text)
    often = [min(counts[word], 5) for word in words if counts[word] > 1]
    return sum(often) / (5 * len(words)) if words else 0.0


@lru_cache(maxsize=8)
def _counts(text: str) -> Counter[str]:
    """How often each word stands in an article; asked for each of its sentences."""
    return Counter(_WORD.findall(text.casefold()))


def _repeats(marked: MarkedArticle, key: str, taken: Sequence[str], carried: Mapping[str, Load]) -> float:
    words, figures = carried[key].words, carried[key].figures
    same = sum(marked.sentences[key].paragraph == marked.sentences[other].paragraph for other in taken)
    shared = max((len(words & carried[other].words) / max(len(words), 1) for other in taken), default=0.0)
    again = any(figures & carried[other].figures for other in taken)
    return 0.4 * same + 2.0 * shared + 2.5 * again
