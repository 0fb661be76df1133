"""A house glossary: how a newsroom wants French terms said in English, and which English it does not want.

A file of tab-separated lines: French, English, and English that is forbidden for it, parted by `|`:

    dockers	dockworkers	longshoremen|stevedores
    taux directeur	policy rate	prime rate

Lines that begin with `#` are comments. Terms are found in any case and in the plural.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

from summarizer.errors import SummarizerError
from summarizer.text.folding import small_letters

MOST_BYTES = 5_000_000
LONGEST = 120
"""Characters of a term."""
_WORD = re.compile(r"[^\W_]+")
_PLURAL = {"fr": "(?:e?[sx])?", "en": "(?:e?s)?"}
_IRREGULAR = {"fr": (("ail", "aux"), ("al", "aux")), "en": (("man", "men"), ("y", "ies"))}
"""How singulars end whose plural has another ending: « journal », « travail », "docker", "company"."""


@dataclass(frozen=True, slots=True)
class HouseTerm:
    """A French term, its English, and what it must not be called. `line` is where the file has it."""

    french: str
    english: str
    forbidden: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Glossary:
    """The terms of a house.

    >>> house = Glossary((HouseTerm("docker", "dockworker", ("longshoreman",)),))
    >>> house.find("Les dockers ont voté.")
    [(4, 11, 'dockworker')]
    """

    terms: tuple[HouseTerm, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def find(self, french: str) -> list[tuple[int, int, str]]:
        """Where terms stand in a French text: (start, end, English), code points, end exclusive, in order.

        Of two terms that begin at the same word the longer.
        """
        return [(start, end, term.english) for start, end, term in self._found(french)]

    def terms_in(self, french: str) -> list[HouseTerm]:
        """Return the terms that stand in a French text, each once, in order."""
        return list(dict.fromkeys(term for _, _, term in self._found(french)))

    def forbidden_in(self, english: str, french: str) -> list[tuple[str, HouseTerm]]:
        """Return the forbidden words of an English statement, with the terms of its French."""
        said: list[tuple[str, HouseTerm]] = []
        wanted = self.terms_in(french)
        for term in wanted:
            for words in term.forbidden:
                found = _pattern(words, "en").search(small_letters(english))
                # « dock strike » is no breach of « strike » where a term of the same French wants it
                if found and not any(_within(found, english, other.english) for other in wanted):
                    said.append((english[found.start() : found.end()], term))
        return said

    def _found(self, french: str) -> Iterator[tuple[int, int, HouseTerm]]:
        folded, reached = small_letters(french), 0
        for word in _WORD.finditer(folded):
            if word.start() < reached:
                continue
            candidates = [found for stem in _stems(word[0]) for found in self._by_word.get(stem, ())]
            for pattern, term in sorted(candidates, key=lambda found: -len(found[1].french)):
                match = pattern.match(folded, word.start())
                if match is not None:
                    yield match.start(), match.end(), term
                    reached = match.end()
                    break

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[re.Pattern[str], HouseTerm]]]:
        """The terms by their first word, the longest first."""
        found: dict[str, list[tuple[re.Pattern[str], HouseTerm]]] = {}
        for term in sorted(self.terms, key=lambda term: -len(term.french)):
            first = _WORD.search(small_letters(term.french))
            if first:
                found.setdefault(first[0], []).append((_pattern(term.french, "fr"), term))
        return found


NO_GLOSSARY = Glossary()


def _stems(word: str) -> Iterator[str]:
    """A French word, and what it may be the plural of."""
    yield word
    yield from (word.removesuffix(end) for end in ("es", "s", "x") if word.endswith(end))
    yield from (word.removesuffix(end) + start for start, end in _IRREGULAR["fr"] if word.endswith(end))


def _form(word: str, language: str) -> str:
    """A pattern of a word in the singular or plural."""
    either = re.escape(word) + _PLURAL[language]
    for singular, plural in _IRREGULAR[language]:
        if word.endswith(singular):
            return f"(?:{either}|{re.escape(word.removesuffix(singular))}{plural})"
    return either


def _pattern(words: str, language: str) -> re.Pattern[str]:
    """A pattern of words in small letters, each in the singular or plural, any white space between."""
    parts = [_form(part, language) for part in small_letters(words).split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)")


def _within(found: re.Match[str], english: str, wanted: str) -> bool:
    """Whether words stand inside English that the house wants."""
    return any(
        match.start() <= found.start() and found.end() <= match.end()
        for match in _pattern(wanted, "en").finditer(small_letters(english))
    )


def read_glossary(path: Path) -> Glossary:
    """Read a glossary's file. Raises SummarizerError, with the line, if it is none or contradicts itself."""
    try:
        data = path.read_bytes()[: MOST_BYTES + 1]
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise SummarizerError(f"cannot read the glossary {str(path)!r}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SummarizerError(f"the glossary {str(path)!r} is not UTF-8; save it as UTF-8") from error
    if len(data) > MOST_BYTES:
        raise SummarizerError(f"the glossary {str(path)!r} is larger than {MOST_BYTES // 1_000_000} MB")
    terms = [
        _term(line, number, path)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not terms:
        raise SummarizerError(f"the glossary {str(path)!r} has no term; a line is French, tab, English")
    _refuse_contradictions(terms, path)
    return Glossary(tuple(terms))


def _term(line: str, number: int, path: Path) -> HouseTerm:
    fields = [" ".join(part.split()) for part in line.split("\t")]
    forbidden = tuple(
        filter(None, (words.strip() for words in (fields[2] if len(fields) > 2 else "").split("|")))
    )
    wrong = len(fields) not in {2, 3} or not all(map(_WORD.search, (*fields[:2], *forbidden)))
    if wrong or any(len(words) > LONGEST for words in (*fields[:2], *forbidden)):
        raise SummarizerError(
            f"{path}:{number}: a line is French, tab, English, and perhaps tab and forbidden English (a|b)"
        )
    return HouseTerm(fields[0], fields[1], forbidden, number)


def _refuse_contradictions(terms: list[HouseTerm], path: Path) -> None:
    """Raise SummarizerError for a French term given twice, and for a cycle of what replaces what.

    `president` → `chairman` on one line and `chairman` → `president` on another would be asked again without
    end.
    """
    seen: dict[str, HouseTerm] = {}
    for term in terms:
        other = seen.setdefault(small_letters(term.french), term)
        if other is not term:
            raise SummarizerError(f"{path}:{term.line}: {term.french!r} is on line {other.line} already")
    lines: dict[tuple[str, str], int] = {}
    circles: TopologicalSorter[str] = TopologicalSorter()
    for term in terms:
        for words in map(small_letters, term.forbidden):
            wanted = small_letters(term.english)
            lines.setdefault((words, wanted), term.line)
            circles.add(wanted, words)
    try:
        circles.prepare()
    except CycleError as error:
        found = sorted(lines[pair] for pair in pairwise(error.args[1]))
        listed = ", ".join(map(str, found))
        raise SummarizerError(
            f"{path}:{found[0]}: lines {listed} replace {error.args[1][0]!r} in a circle; "
            "take one of them out"
        ) from error
