"""Whether the names of an English statement stand in the French text."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache, lru_cache

from summarizer.english.names import NameWord, find_name_words, opens_sentence
from summarizer.english.words import english_lemma, is_compound, is_ordinary_word
from summarizer.faithfulness.cognates import skeleton
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold, one_edit_apart
from summarizer.faithfulness.names.gazetteer import equivalents
from summarizer.faithfulness.numbers.dates import months
from summarizer.french.given_names import is_given_name

_LONGEST_NAME = 60
_STEM = 5
_SPELLING = 0.8  # of the letters in common
_LONG = 7  # letters: shorter names that differ in one letter are often two names
_SHORT = 4  # letters: below, a capital at the start of a sentence says nothing
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.]{1,6}s?")
_ROAD = re.compile(r"([NADM])(\d{1,4})")
_ROADS = {
    "N": ("nationale", "rn", "n"),
    "A": ("autoroute", "a"),
    "D": ("departementale", "rd", "d"),
    "M": ("metropolitaine", "m"),
}
"""Roads by their letter, and the French words for them."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PLURAL = re.compile(r"(?:e?s|i|n|ns|an|ans|ian|ians)\Z")
_NAMED_FOR_TEXT = """
street avenue road square place boulevard bridge bay island islands lake river mountain mount beach valley
park university college school institute hospital church cathedral chapel museum theatre theater stadium
airport station harbour harbor port prize award foundation trust act law case affair bank group building
tower house palace prison county city town district state day games cup championship tournament company
corporation
"""
_NAMED_FOR = frozenset(_NAMED_FOR_TEXT.split())
"""What is named for somebody: behind a given name they are no surname."""
_SAINTS = frozenset({"st", "ste", "saint", "sainte"})
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Lord|Lady|President|Minister|Judge|General)\.?\s\Z")
_BARE_PREPOSITION = re.compile(r"\b(?:in|by|from|with|at|to|near|for)\s\Z")
_CAPITAL_NEXT = re.compile(r"[ -](?:of\s)?[A-Z]")
_FREE_PARTS_TEXT = """
anti pro non ex pre post neo pan inter trans euro afro franco anglo north south east west northern southern
eastern western central based born speaking led backed owned made style wide language like the and of in
southwest southeast northwest northeast new old great greater upper lower
"""
_FREE_PARTS = frozenset(_FREE_PARTS_TEXT.split())


def missing_names(english: str, texts: list[Evidence]) -> list[str]:
    """The names of the statement that none of the French texts has, as the statement writes them.

    A name is there when its words are there with accents and hyphens folded, when its French
    equivalent is (`gazetteer`), or when it is the same name transliterated (Poutine, Putin).
    """
    words = find_name_words(english)
    missing: list[str] = []
    index = 0
    while index < len(words):
        size, forms = _known_name(english, words, index)
        span = words[index : index + size]
        if forms:
            if not _has_any(forms, texts) and not all(_is_there(word.text, texts, english) for word in span):
                missing.append(english[span[0].start : span[-1].end])
        elif _is_saint(words[index].text, texts):
            pass
        elif _is_name(english, words, index) and not _is_known(words[index].text, texts, english):
            missing.append(words[index].text)
        index += size
    return missing


def _is_saint(word: str, texts: list[Evidence]) -> bool:
    return word in {"St", "St.", "Saint"} and any(not _SAINTS.isdisjoint(text.words) for text in texts)


def _is_name(english: str, words: Sequence[NameWord], index: int) -> bool:
    """Whether a capitalised word is a name; a doubtful one is where a given name or a title precedes."""
    word = words[index]
    if len(word.text) == 1:  # “George H. W. Bush”
        return False
    if len(word.text) < _SHORT and not word.text.isupper() and opens_sentence(english, word.start):
        return False
    if not word.ordinary:
        plain = opens_sentence(english, word.start) or _is_title(english)
        return not (plain and is_compound(word.text) and not is_given_name(word.text))
    previous = words[index - 1] if index else None
    adjoining = previous is not None and english[previous.end : word.start] == " "
    if adjoining and previous is not None and is_given_name(previous.text):
        return word.text.lower() not in _NAMED_FOR
    if not word.doubtful:
        return False
    before = english[max(0, word.start - 12) : word.start]
    alone = bool(_BARE_PREPOSITION.search(before)) and not _CAPITAL_NEXT.match(english, word.end)
    return alone or bool(_TITLE.search(before))


@lru_cache(maxsize=256)
def _is_title(english: str) -> bool:
    """« Foreign Carmakers Gain in Russia »: nearly every long word has a capital, and none tells of names."""
    first = english.partition(". ")[0]
    long_words = _LONG_WORD.findall(first)
    return len(long_words) > 2 and all(word[0].isupper() for word in long_words)


def _is_known(word: str, texts: list[Evidence], english: str) -> bool:
    return (
        _is_there(word, texts, english) or _is_misspelt(fold(word), texts) or _is_one_off(fold(word), texts)
    )


def _is_one_off(word: str, texts: list[Evidence]) -> bool:
    """Whether a long word is one of the French with one letter left out, added, changed or two changed
    about (« Nephremagog »); an added « e » makes another name (« Louis », « Louise »).
    """
    if len(word) < _LONG:
        return False
    alike = (known for text in texts for known in text.words if abs(len(known) - len(word)) <= 1)
    return any(
        known[0] == word[0] and known.rstrip("e") != word.rstrip("e") and one_edit_apart(known, word)
        for known in alike
    )


def _is_misspelt(word: str, texts: list[Evidence]) -> bool:
    """Whether a word that is no name we know is a known one misspelt (« Setember », « Euroean »).

    Only names whose French form is in the text count, so a misspelling never hides another name.
    """
    alike = [key for key in _single_names() if key[0] == word[0] and abs(len(key) - len(word)) <= 1]
    for known in get_close_matches(word, alike, n=1, cutoff=_SPELLING):
        return known in months() or _has_any(equivalents()[(known,)], texts)
    return False


@cache
def _single_names() -> tuple[str, ...]:
    long_names = (key[0] for key in equivalents() if len(key) == 1 and len(key[0]) > _STEM)
    return (*long_names, *(name for name in months() if len(name) > _STEM))


@cache
def _openings() -> dict[str, int]:
    """The first words of the gazetteer's names, with the length of the longest name they begin."""
    openings: dict[str, int] = {}
    for key in equivalents():
        openings[key[0]] = max(openings.get(key[0], 0), len(key))
    return openings


@lru_cache(maxsize=16384)
def _longest_from(word: str) -> int:
    """How many words the longest name of the gazetteer has that a word begins."""
    return _openings().get(fold(word).partition(" ")[0], 0)


def _known_name(english: str, words: Sequence[NameWord], index: int) -> tuple[int, tuple[str, ...]]:
    """How many capitalised words from `index` on make a name of the gazetteer, and its French forms."""
    start = words[index].start
    longest = _longest_from(words[index].text)
    for size in range(min(longest, len(words) - index), 0, -1):
        end = words[index + size - 1].end
        if end - start <= _LONGEST_NAME:
            forms = equivalents().get(tuple(fold(english[start:end]).split()))
            if forms:
                return size, forms
    return 1, ()


def _has_any(forms: tuple[str, ...], texts: list[Evidence]) -> bool:
    return any(text.has_any(forms) for text in texts)


def _is_there(word: str, texts: list[Evidence], english: str) -> bool:
    folded = fold(word)
    if not folded or any(
        f" {folded} " in text.folded or folded.replace(" ", "") in text.words or folded in text.name_words
        for text in texts
    ):
        return True
    if _ACRONYM.fullmatch(word) and _has_expansion(word, texts, english):
        return True
    if road := _ROAD.fullmatch(word):
        return any(f" {name} {road[2]} " in text.folded for text in texts for name in _ROADS[road[1]])
    if "-" in word:
        pieces = [piece for piece in word.split("-") if piece[:1].isupper()]
        return all(_piece_is_there(piece, texts, english) for piece in pieces)
    if texts[-1].renders(english_lemma(folded)):  # “Earth” for « la Terre »
        return True
    parts = [part for part in folded.split() if len(part) > 1] or [folded]
    return all(_part_is_there(part, texts, alone=len(parts) == 1) for part in parts)


def _piece_is_there(piece: str, texts: list[Evidence], english: str) -> bool:
    """A capitalised piece of « Spain-Portugal », « IOC-accredited », « al-Assad »."""
    forms = equivalents().get((fold(piece),))
    ordinary = is_ordinary_word(piece) or fold(piece) in _FREE_PARTS
    return (
        bool(forms and _has_any(forms, texts)) or (ordinary and not forms) or _is_there(piece, texts, english)
    )


def _part_is_there(part: str, texts: list[Evidence], *, alone: bool) -> bool:
    if not alone:
        forms = equivalents().get((part,))
        if part in _FREE_PARTS or (forms and _has_any(forms, texts)):
            return True
    return any(_folded_part_is_there(part, text) for text in texts)


def _folded_part_is_there(part: str, text: Evidence) -> bool:
    if part in text.words or _PLURAL.sub("", part) in text.words or part + "s" in text.words:
        return True
    if len(part) < _STEM or part.isdigit():
        return False
    if skeleton(part) in text.skeletons:
        return True
    stem = part[: max(_STEM, len(part) * 2 // 3)]
    return len(part) > _STEM and f" {stem}" in text.folded


def _has_expansion(acronym: str, texts: list[Evidence], english: str) -> bool:
    """Whether letters abbreviate words of the French text or of the statement itself, or are those of
    a French abbreviation in another order (IGPN, IGNP).
    """
    letters = [letter for letter in acronym.lower().rstrip("s") if letter.isalnum()]
    if len(letters) < 2:
        return True
    spelled = sorted(letters)
    if any(
        len(word) == len(letters) > 2 and sorted(word) == spelled for text in texts for word in text.words
    ):
        return True
    between = r"[a-z]*(?: (?:of|the|de|du|des|la|le|les|l|d|et|and|for|pour|a|au|sur|on|in|en))* "
    pattern = re.compile(f" {between.join(letters)}| {between.join(reversed(letters))}")
    return any(pattern.search(field) for field in (*(text.folded for text in texts), f" {fold(english)} "))
