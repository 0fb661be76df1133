"""What a figure measures: a model's label where the French bears it out, else what code can tell."""

import re
from collections.abc import Sequence
from functools import cache

from summarizer.english.dictionary import load_dictionary
from summarizer.english.lemmas import conjugate
from summarizer.english.words import english_lemma
from summarizer.faithfulness.likeness import words_without_french
from summarizer.marking.hints import domain_of
from summarizer.marking.marked_article import MarkedArticle
from summarizer.sections.piecewise.stakeholders import known_english
from summarizer.text.number import Number
from summarizer.text.word_lists import read_list

_FREE = frozenset({
    "number", "amount", "rate", "total", "value", "size", "count", "level", "share", "people", "base",
    "compared",
})  # fmt: skip
"""What a label may say of any figure without a word of the French for it."""
_OF = re.compile(r"\s(?:de|d['’])\s?(?:(?:près|plus|moins|quelque|environ)\s(?:de\s|d['’])?)?$")
"""« une offre de 40 millions »: how a noun and its figure hang together."""
_ABOUT = r"(?:(?:près|plus|moins|quelque|environ)\s(?:de\s|d['’])?)?$"
_OBJECT = re.compile(rf"([^\W\d_]+)\s{_ABOUT}")
_AT = re.compile(rf"((?:[^\s,;:.]+\s){{2,7}})à\s{_ABOUT}")
_CLAUSE = re.compile(r"\bqu(?:e\b|['’])")
_ADVERB = re.compile(r"(?:en|à|de|au|un|par) ")
_SAID_OF = frozenset({"money", "percent"})
_TO_NAME = re.compile(r"\b(?:offered|given|paid|granted|awarded|owed) to ((?:[A-ZÀ-Þ][\w’'-]+ ?)+)\b")
_WINNER = re.compile(
    r"(?:[^\S\n]|\n(?=[a-zà-ÿ]))(?:(?P<titles>champion(?:ne)?s?|(?:tenante?|détenteur|détentrice)s?\sdu\stitre)|(?P<victories>vainqueurs?)"
    r"|(?P<medals>médaillée?s?)|(?P<prizes>lauréate?s?)|(?P<finals>finalistes?))\b",
    re.IGNORECASE,
)
"""« triple championne du monde », « neuf fois vainqueur »: what was won so many times."""
_SO_MANY_TIMES = re.compile(r"(?:\A(?:double|triple|quadruple|quintuple|sextuple)s?|\bfois)\Z", re.IGNORECASE)
_WON = {
    "titles": "titles won",
    "victories": "victories",
    "medals": "medals won",
    "prizes": "prizes won",
    "finals": "finals reached",
}


def is_borne_out(label: str, french: Sequence[str]) -> bool:
    """Whether the French has every word of a label, and the label does not say its figure again.

    Of 30 labels that a reader judged 16 were faulty; 12 of these had a word of the model's own.
    """
    own = {word for word in words_without_french(label, french) if word not in _FREE}
    if re.search(r"\d", label) or not {english_lemma(word) for word in own} <= _dictionary_words(french):
        return False
    receiver = _TO_NAME.search(label)  # « Anne Roy propose une prime »: "bonus offered to Anne Roy"
    return not receiver or bool(
        re.search(rf"\b(?:à|aux?) {re.escape(receiver[1].strip())}\b", " ".join(french))
    )


def _dictionary_words(french: Sequence[str]) -> set[str]:
    """All English words, in their base form, that the dictionary has for words of the French."""
    return {
        english_lemma(word)
        for found in load_dictionary().find("\n".join(french))
        for sense in found.entry.senses
        for english in sense.english
        for word in re.findall(r"[a-z]+", english.lower())
    }


def measure_of(marked: MarkedArticle, number: Number, words: str | None) -> str | None:
    """What the figure measures; a score, titles won and what is counted are known without a model."""
    if won := what_is_won(marked, number):
        return won
    if number.kind == "score" and not (words and re.search(r"\bscore\b", words, re.IGNORECASE)):
        return "score of the penalty shoot-out" if "tab" in number.text.lower() else "score"
    before = marked.text[marked.extent(marked.sentence_at(number.start))[0] : number.start]
    return (
        words
        or what_is_counted(number)
        or _noun_before(marked, number, before)
        or _verb_before(number, before)
    )


def what_is_won(marked: MarkedArticle, number: Number) -> str | None:
    """What was won so many times: « triple championne du monde »; None where nothing is."""
    won = _WINNER.match(marked.text, number.end) if _SO_MANY_TIMES.search(number.text) else None
    return _WON[won.lastgroup] if won and won.lastgroup else None


def _noun_before(marked: MarkedArticle, number: Number, before: str) -> str | None:
    """The dictionary's English of what a figure is said of: « une offre de rachat de 97 millions »."""
    link = _OF.search(before)
    if link is None or number.kind not in _SAID_OF:
        return None
    found = load_dictionary().find(before[: link.start()])
    nouns = [
        each for each in found if each.entry.part in {"noun", "expr"} and not _ADVERB.match(each.entry.lemma)
    ]
    last = max(nouns, key=lambda each: (each.end, -each.start), default=None)
    if last is None or last.end != link.start():
        return None
    senses = {sense.english[0] for sense in last.entry.senses}
    return last.entry.sense(domain_of(marked)).english[0] if len(senses) == 1 or domain_of(marked) else None


def _verb_before(number: Number, before: str) -> str | None:
    """What a sum is to the verb whose object it is: « perd 700 000 euros »; None where it is not certain."""
    if number.kind != "money":
        return None
    match = _OBJECT.search(before)
    if match and match[1].lower() in _figure_verbs():
        return _figure_verbs()[match[1].lower()]
    match = _AT.search(before)
    words = match[1].lower().split()[:-1] if match and not _CLAUSE.search(match[1]) else []
    return next((_figure_verbs()[f"{word} …"] for word in words if f"{word} …" in _figure_verbs()), None)


@cache
def _figure_verbs() -> dict[str, str]:
    """The English noun by each form of a verb; « … » behind those that have the sum behind « à »."""
    found: dict[str, str] = {}
    for line in read_list("english", "figure_verbs"):
        verb, noun = line.split(" = ")
        infinitive, _, rest = verb.partition(" ")
        found |= {form + (rest and f" {rest}"): noun for form in conjugate(infinitive)}
    return found


def what_is_counted(number: Number) -> str | None:
    """The dictionary's English of what a number counts: « 84 blessés »; None if it counts nothing known."""
    return None if number.counted is None else known_english(number.counted)
