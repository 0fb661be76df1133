"""Names that a statement adds to explain, and names that stand in the place of another one.

“Silvio Berlusconi” for « Berlusconi » and “the French minister” add what a reader needs; they are remarks.
A name in the place of one that the statement leaves out is an invention.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale

from summarizer.english.names import NameWord, find_name_words, opens_sentence
from summarizer.english.words import english_lemma
from summarizer.faithfulness.cognates import skeleton
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.lexicon import read_lines
from summarizer.faithfulness.names.gazetteer import equivalents
from summarizer.french.given_names import is_given_name
from summarizer.text.dictionary import is_known_french

_FRENCH_NAME = re.compile(r"(?<=[a-zà-ÿ,;'’] )[A-ZÀ-Þ][\w-]+|(?<=[a-zà-ÿ]['’])[A-ZÀ-Þ][\w-]+")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.]{1,5}")
_IN_BRACKETS = re.compile(r"\([^()]*\Z")
_COGNATE = 4  # letters
_INVENTED, _LONGEST = 2, 4  # words


def is_added(name: str, english: str, cited: Evidence, whole: Evidence) -> bool:
    """Whether a name that the French does not have explains another name, rather than replacing one."""
    at = english.find(name)
    if at < 0:
        return False
    if _IN_BRACKETS.search(english[:at]):
        return True
    following = re.match(r"\s(?:[A-Z]\.?\s){0,2}([A-Z][\w’'-]+)", english[at + len(name) :])
    if is_given_name(name) and following and fold(following[1]).removesuffix(" s") in whole.words:
        return True
    left_out = names_left_out(english, cited.text)
    if _ACRONYM.fullmatch(name):
        return any(_ACRONYM.fullmatch(each) for each in left_out)
    if fold(name) in _nationalities():
        return not any(_is_people(each) for each in left_out)
    known = equivalents().get(tuple(fold(name).split()))
    return bool(known) and not left_out


@lru_cache(maxsize=256)
def names_left_out(english: str, french: str) -> tuple[str, ...]:
    """The names of a French text, inside its sentences, that the English has in no form."""
    words = set(fold(english).split())
    skeletons = {skeleton(word) for word in words}
    openings = {word[:_COGNATE] for word in words}
    left: list[str] = []
    for match in _FRENCH_NAME.finditer(french):
        parts = fold(match[0]).split()
        here = any(
            part in words or skeleton(part) in skeletons or part[:_COGNATE] in openings for part in parts
        )
        if parts and not here and not _is_translated(fold(match[0]), words):
            left.append(match[0])
    left += [
        word
        for word in set(fold(french).split())
        if len(word) > _COGNATE and (people := _people(word)) and words.isdisjoint(people)
    ]
    return tuple(left)


@lru_cache(maxsize=4096)
def _people(word: str) -> frozenset[str]:
    """The English words of a country that a French adjective is made of, its people and its capital."""
    for line in read_lines("countries"):
        names, stems, capital = line.partition(" ")[2].split("|")
        if any(word.startswith(stem.rstrip("*")) for stem in stems.split(",") if len(stem) > _COGNATE):
            code = line.partition(" ")[0]
            country = str(Locale("en").territories.get(code, ""))
            every = ",".join((names, capital.partition("=")[0], country))
            return frozenset(fold(every.replace(",", " ")).split())
    return frozenset()


@lru_cache(maxsize=1)
def _nationalities() -> frozenset[str]:
    """“canadian”, “canadians”: what the people of a country are called in English."""
    lines = (line.partition(" ")[2].partition("|")[0] for line in read_lines("countries"))
    return frozenset(fold(name) for line in lines for name in line.split(","))


def _is_people(french: str) -> bool:
    """Whether a French name is that of a country, of its people or of a place that the gazetteer knows."""
    word = fold(french)
    return bool(_people(word)) or word in _whole_forms()


@lru_cache(maxsize=1)
def _whole_forms() -> frozenset[str]:
    """The folded French forms of the gazetteer: « états » of « États-Unis » is none."""
    return frozenset(form.rstrip("*") for forms in equivalents().values() for form in forms)


@lru_cache(maxsize=1)
def _english_by_french() -> dict[str, set[str]]:
    """The last English words of the gazetteer's names by the first folded French word."""
    table: dict[str, set[str]] = {}
    for english, forms in equivalents().items():
        for form in forms:
            table.setdefault(form.rstrip("*").split(" ")[0], set()).add(english[-1])
    return table


def _is_translated(name: str, words: set[str]) -> bool:
    table = _english_by_french()
    return any(
        not words.isdisjoint(table.get(name[:length], ())) for length in range(len(name), _COGNATE - 2, -1)
    )


def invented_names(english: str, cited: Evidence, whole: Evidence) -> list[str]:
    """One or two ordinary words with capitals in the place of a name of the French (“Silver Lake”).

    The name left out must be no French word, which would be translated, and the words must have no
    counterpart in the French.
    """
    words = find_name_words(english)
    if not any(word.ordinary for word in words) or _is_title(words, english):
        return []
    suspects = [run for run in _runs(words, english) if _is_invented(run, english, whole)]
    if not suspects:
        return []
    left_out = names_left_out(english, cited.text)
    if not any(not is_known_french(name.lower()) for name in left_out):
        return []
    return [english[run[0].start : run[-1].end] for run in suspects]


def _is_invented(run: list[NameWord], english: str, whole: Evidence) -> bool:
    """Whether words side by side look like a name that the French does not have in any form."""
    unknown = [
        word
        for word in run
        if word.ordinary
        and len(word.text) >= _COGNATE
        and not _is_common(word.text)
        and not _is_known(word, whole)
    ]
    if not unknown or tuple(fold(english[run[0].start : run[-1].end]).split()) in equivalents():
        return False
    if len(unknown) == len(run) <= _INVENTED:
        return not opens_sentence(english, run[0].start)
    if len(run) > _LONGEST or len(unknown) > _INVENTED or unknown != run[-len(unknown) :]:
        return False
    return len(unknown) == _INVENTED or not run[-2].ordinary


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(read_lines("capitalised_nouns"))


def _is_common(word: str) -> bool:
    return word.lower() in _common()


def _runs(words: Sequence[NameWord], english: str) -> list[list[NameWord]]:
    """Words with capitals that stand side by side."""
    runs: list[list[NameWord]] = []
    for word in words:
        if runs and _adjoin(english, runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _adjoin(english: str, first: NameWord, second: NameWord) -> bool:
    return english[first.end : second.start] == " "


def _is_known(word: NameWord, whole: Evidence) -> bool:
    folded = fold(word.text)
    opening = whole.by_opening.get(folded[:_COGNATE], ()) if len(folded) >= _COGNATE else ()
    return bool(opening) or folded in whole.words or whole.renders(english_lemma(folded))


def _is_title(words: Sequence[NameWord], english: str) -> bool:
    """Whether most of the words have capitals, as in a title."""
    return 2 * len(words) > len(english.split())
