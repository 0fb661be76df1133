"""How an entry of the glossary becomes the forms that stand in a text: number, gender, context.

An entry is a line `French = English`; its French may be several expressions parted by ` | `. A star
follows each word that takes the plural (`juge* d'instruction = investigating judge*`), strokes part
the masculine and the feminine of a word (`directeur*/directrice*`). `= -` leaves the French as it is:
so longer expressions are kept from a shorter one's English. A context may stand in front:

- `@det`: only behind an article or another determiner of its number, where the word alone may be a
  participle or a verb (« les élus », not « ont été élus »);
- `@after:a,b`: only behind one of these words; `@not:a,b`: behind none of them.

` … words` at the end of the French: only where these words follow at a small distance, in the same
sentence. A capital in an entry may also be written small in a text, a small letter stands for itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SINGULAR = """
le la l un une ce cet cette mon ma ton ta son sa notre votre leur du au chaque aucun aucune quel quelle
ancien ancienne jeune autre nouveau nouvel nouvelle principal principale seul seule
"""
PLURAL = """
les des ces aux mes tes ses nos vos leurs d de quelques plusieurs certains certaines
deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent mille
anciens anciennes jeunes autres nouveaux nouvelles principaux principales nombreux nombreuses
premiers premières
"""
"""What stands before a noun of that number: determiners (Grevisse, Le Bon Usage, § 577-651), adjectives."""

_STARRED = re.compile(r"(\w+)\*")
_BARE_CAPITALS = str.maketrans("ÉÈÊÀÂÎÔ", "EEEAAIO")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form. `english` is None where the French stays; `follows` is "" where nothing must.

    `small` is the form in small letters, of the same length.
    """

    french: str
    small: str
    english: str | None
    after: frozenset[str] | None
    never_after: frozenset[str]
    follows: str


def read_forms(table: str) -> Iterator[Form]:
    """All forms of a table's entries, one entry a line; blank lines count for nothing."""
    for line in filter(None, map(str.strip, table.splitlines())):
        left, english = line.split(" = ")
        context, french = left.split(" ", 1) if left.startswith("@") else ("", left)
        french, _, follows = french.partition(" … ")
        for expression in french.split(" | "):
            for plural in (False, True) if "*" in expression else (False,):
                said = None if english == "-" else _STARRED.sub(_english_plural if plural else r"\1", english)
                after, never_after = _context(context, plural=plural)
                for form in _genders(expression, plural=plural):
                    for written in {form, _bare(form)}:
                        yield Form(written, written.lower(), said, after, never_after, follows)


def _context(context: str, *, plural: bool) -> tuple[frozenset[str] | None, frozenset[str]]:
    kind, _, words = context.partition(":")
    listed = frozenset(filter(None, words.split(",")))
    if kind == "@det":
        return frozenset((PLURAL if plural else SINGULAR).split()), frozenset()
    if kind == "@after":
        return listed, frozenset()
    return None, listed


def _genders(expression: str, *, plural: bool) -> Iterator[str]:
    words = [word.split("/") for word in expression.split()]
    for n in range(max(map(len, words))):
        form = " ".join(forms[min(n, len(forms) - 1)] for forms in words)
        yield _STARRED.sub(_french_plural if plural else r"\1", form)


def _bare(form: str) -> str:
    """The form as the press often prints it, where capitals, its first letter among them, lose accents."""
    first = form[0].upper().translate(_BARE_CAPITALS)
    return (first if form[0].isupper() else first.lower()) + form[1:].translate(_BARE_CAPITALS)


def _french_plural(match: re.Match[str]) -> str:
    """Grevisse, Le Bon Usage, § 522-530."""
    noun = match[1]
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s")


def _english_plural(match: re.Match[str]) -> str:
    """New Oxford Style Manual, § 3.2.1."""
    noun = match[1]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
