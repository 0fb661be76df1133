"""Section `overview`: the headline and the key points. Code picks the sentences that carry the story,
across the whole article; the model says each in English.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, TypeVar

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.faithfulness.issue import Issue
from summarizer.french import find_numbers
from summarizer.marking.marked_article import LEANS_BACK, MarkedArticle, Passage
from summarizer.schemas.overview import OverviewEntry, StatementDraft
from summarizer.sections.piecewise.base import Drafted, accepted, ask_about, check_words, findings_in
from summarizer.sections.piecewise.disputes import disagrees

SECTION = "overview"
HEADLINE = "H1"
FEWEST, MOST = 3, 6
SENTENCES_A_POINT = 2.0
CHARACTERS_A_TOKEN = 2.5
T = TypeVar("T")

MOST_OF_DATELINE = 6
"""Words besides the date, at most: « De notre correspondant à La Haye, le … » is a sentence."""

LONGEST_DATELINE = 20
"""Words, those of its dates among them; numbers are looked for in no longer sentence."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_DATED = re.compile(
    r"\d|\b(?:janv|f[ée]v|mars|avril|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|midi|minuit|heures?\b)"
)
"""Without any of these no sentence says when it was written."""
_LINKS = frozenset({"le", "la", "du", "de", "à", "en", "ce", "mis", "jour", "publié", "modifié"})


def questions(marked: MarkedArticle) -> list[Question[OverviewEntry]]:
    """The headline's question, and a question a window for the key sentences."""
    lead = headline_sentence(marked)
    if lead is None:
        return []
    sentence = marked.sentences[lead]
    shown = f"[{HEADLINE}] {' '.join(marked.show(sentence.start, sentence.end).split())}"
    passages = [Passage(shown, (HEADLINE,), (lead,))]
    points = choose(marked)
    passages += marked.passages(points, "sentence")
    return [
        ask_about(
            passage,
            section=SECTION,
            entry=OverviewEntry,
            check=partial(check, marked),
            max_tokens=sum(_allowance(marked, key) for key in passage.ids),
        )
        for passage in passages
    ]


def _allowance(marked: MarkedArticle, key: str) -> int:
    if key == HEADLINE:
        return 90
    return int(len(marked.sentences[key].text) / CHARACTERS_A_TOKEN) + 40


def headline_sentence(marked: MarkedArticle) -> str | None:
    """The sentence that a headline rests on: the title where there is one, else the first sentence."""
    return next((key for key in marked.sentences if not is_dateline(marked, key)), None)


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
    """The ids of the sentences that carry the story, in the order of the text.

    One after the other the weightiest is taken; a sentence of a paragraph already spoken for, or one
    that shares its words with one already taken, counts less.
    """
    carried = loads(marked)
    candidates = {
        key: weigh(marked, key, load) for key, load in carried.items() if not is_dateline(marked, key)
    }
    wanted = max(FEWEST, min(MOST, round(len(candidates) / SENTENCES_A_POINT)))
    taken: list[str] = []
    while candidates and len(taken) < wanted:
        best = max(candidates, key=lambda key: candidates[key] - _repeats(marked, key, taken, carried))
        taken.append(best)
        del candidates[best]
    return sorted(taken, key=marked.extent)


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
    if LEANS_BACK.match(sentence.text):
        weight -= 0.8
    return weight - max(0, length - 45) / 30


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


def check(marked: MarkedArticle, key: str, entry: OverviewEntry) -> list[Issue]:
    """What speaks against a headline or key point."""
    return check_words(entry.en, evidence(marked, key), marked)


def evidence(marked: MarkedArticle, key: str) -> list[str]:
    """The French that a statement rests on: its sentence, and the one it leans on."""
    sentence = headline_sentence(marked) if key == HEADLINE else key
    before = marked.context_of(sentence) if sentence else None
    return [marked.sentences[k].text for k in (before, sentence) if k]


def draft(marked: MarkedArticle, states: Sequence[AnswerState[OverviewEntry]]) -> Drafted:
    """The headline and the key points, in the order of the text."""
    entries = accepted(states)
    points = sorted((key for key in entries if key != HEADLINE), key=marked.extent)
    lead = headline_sentence(marked)
    headline = (
        [StatementDraft(en=entries[HEADLINE].en, sentences=[lead])] if HEADLINE in entries and lead else []
    )
    return Drafted(
        drafts={
            "headline": headline,
            "key_points": [StatementDraft(en=entries[key].en, sentences=[key]) for key in points],
        },
        findings=findings_in(states, SECTION),
    )
