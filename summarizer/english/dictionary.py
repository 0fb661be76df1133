"""A French-English dictionary of the press, for the words that a small model gets wrong.

The entries are data: `lexicon/fr-en.tsv`, one sense a line, the senses in the press's order. A word is
found by its dictionary form, an expression of several words by all of theirs, also where other words
stand between them (« saisi hier la justice », « ne … que »). Of several senses the one is taken whose
domain is that of the passage.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summarizer.english.lemmas import Conjugations, Token, read_tokens
from summarizer.english.matching import (
    ADVERBS,
    AUXILIARIES,
    BEFORE_VERB,
    DETERMINERS,
    GRAMMAR,
    PREPOSITIONS,
    base_of,
    is_name,
    match_items,
)

FILE = "fr-en.tsv"


@dataclass(frozen=True, slots=True)
class Sense:
    """One English meaning: the likeliest wording first, and the domain in which it holds ("" for any)."""

    english: tuple[str, ...]
    domain: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A headword or an expression, its part of speech and its senses in the press's order."""

    lemma: str
    part: str
    senses: tuple[Sense, ...]

    def sense(self, domain: str) -> Sense:
        """The first sense of that domain; else the first that any domain has; else the first of all."""
        for wanted in (domain, "") if domain else ():
            for sense in self.senses:
                if sense.domain == wanted:
                    return sense
        return self.senses[0]


@dataclass(frozen=True, slots=True)
class Found:
    """An entry where it stands in a text: offsets, end exclusive; `word` is the first word as written."""

    start: int
    end: int
    word: str
    entry: Entry


class Dictionary:
    """The entries, and how to find them in a text.

    >>> d = load_dictionary()
    >>> [f.entry.lemma for f in d.find("Trois corps ont été extraits des décombres.")]
    ['extraire des décombres']
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        verbs = (e.lemma for e in self.entries if e.part == "verb")
        firsts = (e.lemma.split(" ")[0] for e in self.entries if e.part == "expr")
        self._verbs = Conjugations({*verbs, *(word for word in firsts if word.endswith(("er", "ir", "re")))})
        self._words: dict[str, list[Entry]] = {}
        self._expressions: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in self.entries:
            if entry.part == "expr":
                items = self._items(entry.lemma)
                self._expressions.setdefault(items[0], []).append((items, entry))
            else:
                for key in {entry.lemma.lower(), *self._singular(entry)}:
                    self._words.setdefault(key, []).append(entry)
        for listed in self._expressions.values():
            listed.sort(key=lambda pair: -len(pair[0]))

    def _singular(self, entry: Entry) -> Iterable[str]:
        """« décombres » is also found by the form that a lemmatiser makes of it."""
        return (self._verbs.lemmas(entry.lemma.lower()) if entry.lemma.endswith("s") else ()) or ()

    def _items(self, lemma: str) -> tuple[str, ...]:
        items: list[str] = []
        for part in lemma.split(" "):
            if part == "…":
                items.append(part)
                continue
            for token in read_tokens(part, self._verbs):
                items.append(base_of(token, first=not items))
        return tuple(items)

    def find(self, french: str) -> list[Found]:
        """The entries that stand in a text, in order; an expression hides the words that make it up."""
        tokens = read_tokens(french, self._verbs)
        taken: set[int] = set()
        found: list[Found] = []
        for at, token in enumerate(tokens):
            if at not in taken and (match := self._expression_at(tokens, at, taken)):
                places, entry = match
                taken.update(places)
                found.append(Found(token.start, tokens[max(places)].end, token.word, entry))
        for at, token in enumerate(tokens):
            if at not in taken and (word := self._word_at(tokens, at)):
                found.append(Found(token.start, token.end, token.word, word))
        return sorted(found, key=lambda f: (f.start, -f.end))

    def look_up(self, word: str) -> tuple[Entry, ...]:
        """All entries that a single word may belong to."""
        lemmas = self._verbs.lemmas(word.lower())
        return tuple(dict.fromkeys(e for lemma in sorted(lemmas) for e in self._words.get(lemma, ())))

    def _is_other_form(self, entry: Entry, word: str) -> bool:
        """Whether a noun is spelled as the verb of this form: « supporte », « un supporter »."""
        if entry.part != "noun" or word.rstrip("s") == entry.lemma.rstrip("s"):
            return False
        return entry.lemma in self._verbs.infinitives(word)

    def _expression_at(
        self, tokens: Sequence[Token], at: int, taken: set[int]
    ) -> tuple[list[int], Entry] | None:
        """The expression that begins here and takes in the most words, and where they are."""
        best: tuple[list[int], Entry] | None = None
        weight = (0, False, 0)
        is_noun = at > 0 and tokens[at - 1].word.rstrip("'’").lower() in DETERMINERS
        for lemma in sorted(tokens[at].lemmas):
            for items, entry in self._expressions.get(lemma, ()):
                if len(items) < weight[0]:
                    break
                places = match_items(tokens, at, items)
                if not places or taken.intersection(places):
                    continue
                own = is_noun and items[0] == tokens[at].word.lower()
                if (len(places), own, -len(items)) > weight:
                    best, weight = (places, entry), (len(places), own, -len(items))
        return best

    def _word_at(self, tokens: Sequence[Token], at: int) -> Entry | None:
        token = tokens[at]
        if len(token.word) < 3 or is_name(tokens, at) or not token.lemmas.isdisjoint(GRAMMAR):
            return None
        entries = [e for e in self.look_up(token.word) if not self._is_other_form(e, token.word.lower())]
        if not entries:
            return None
        if token.word.lower() in {"nouvelle", "nouvelles"} and _is_content(tokens, at + 1):
            return None  # « de nouvelles images »
        before = _word_before(tokens, at)
        return _preferred(before, token.word.lower(), entries)


def _is_content(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of some content stands there."""
    return (
        at < len(tokens) and len(tokens[at].word) > 3 and tokens[at].lemmas.isdisjoint(GRAMMAR | PREPOSITIONS)
    )


def _preferred(before: str, word: str, entries: Sequence[Entry]) -> Entry | None:
    """The likeliest entry by the word before and the word's own form; none where only a noun could be."""
    if before in DETERMINERS or before in PREPOSITIONS or before.isdigit():
        fits = {"noun": 0, "adj": 1, "verb": 3}
    elif before in BEFORE_VERB:
        fits = {"verb": 0, "adj": 1, "adv": 1}
    else:
        fits = {"noun": 0, "adj": 0, "verb": 0}

    def rank(entry: Entry) -> tuple[int, int]:
        lemma = entry.lemma.lower()
        return fits.get(entry.part, 2), 0 if lemma == word else 1 if lemma == word.rstrip("sx") else 2

    best = min(entries, key=rank)
    if before in AUXILIARIES and best.part == "noun":
        return None
    is_form = best.part == "verb" and best.lemma != word
    return None if is_form and before in DETERMINERS | PREPOSITIONS else best


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """The word before, adverbs and negations left out: « a également soumis »."""
    while at and (tokens[at - 1].word.endswith("ment") or tokens[at - 1].word in ADVERBS):
        at -= 1
    return tokens[at - 1].word.rstrip("'’").lower() if at else ""


def find_domain(found: Iterable[Found]) -> str:
    """The domain that most of the unambiguous entries belong to, "" where two share the first place."""
    votes: Counter[str] = Counter()
    for item in found:
        domains = {sense.domain for sense in item.entry.senses}
        if len(domains) == 1 and "" not in domains:
            votes.update(domains)
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]


@cache
def english_words() -> frozenset[str]:
    """The words of the dictionary's English."""
    senses = (sense for entry in load_dictionary().entries for sense in entry.senses)
    return frozenset(word for sense in senses for english in sense.english for word in english.split())


@cache
def load_dictionary() -> Dictionary:
    """Read the dictionary that ships with the package, once; it is empty if its file is missing."""
    senses: dict[tuple[str, str], list[Sense]] = {}
    try:
        text = files("summarizer.english").joinpath("lexicon", FILE).read_text("utf-8")
    except FileNotFoundError:
        text = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        lemma, part, english, domain = line.split("\t")
        senses.setdefault((lemma, part), []).append(Sense(tuple(english.split(", ")), domain))
    return Dictionary(Entry(lemma, part, tuple(listed)) for (lemma, part), listed in senses.items())
