"""What a small model is told in front of a passage of untouched French: the English that code knows.

English inside French breaks its constructions (« d'a third »), and a small model copies the break. So the
French stays as it is, and one line in front gives the English of hard words, of expressions, of amounts,
and whom a pronoun stands for.
"""

import re
from dataclasses import replace

from summarizer.english.dictionary import Found, find_domain, load_dictionary
from summarizer.english.figures import render_number
from summarizer.english.hard_words import find_hard_told
from summarizer.english.lemmas import is_finite
from summarizer.faithfulness.senses.conditionals import find_conditionals
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.mixed_text import SHOWN_IN_ENGLISH, neutral
from summarizer.marking.referents import referents

MOST = 8
# « 12 », « 300 » read the same in English; what has words, a comma or a space does not.
_PLAIN_NUMBER = re.compile(r"\d{1,3}(?:[ ](?:millions?|%))?")
STRESSED = re.compile(r", (?:elle|lui|eux|elles), ")
"""« La direction, elle, juge … »: a small model writes "the management, she, judges"."""
_SPELLED = 12
"""Numbers up to this one are known to a small model when they are spelled out."""
# The nouns of which code is certain whom they stand for; « la présidente » may be another.
STANDS_FOR = frozenset({"groupe", "société", "entreprise", "compagnie", "firme", "start-up", "constructeur"})
_WORD = re.compile(r"\s([^\W\d_]+)")
_ACCORDING = re.compile(r"(?:Selon|D['’]après)\s[^,;:\n]{2,80},\s")
_CONDITIONAL = re.compile(r"\b[^\W\d_]+(?:ait|aient)\b")
_STILL = re.compile(
    r"\b(?:est|sont|était|étaient|reste|restent|restait|demeure|demeurent)\s(?:[«“\"]\s?)?(toujours)\s(?!plus|moins|l)"
    r"|\b(?:n['’]|ne\s)[^\W\d_]+\s(toujours)\s(?=pas|aucun)"
)
"""« est toujours en fuite », « n'a toujours pas »: not always."""
_BEFORE_IT = 16
"""Characters that stand before « toujours »: its verb, which may be outside a quotation."""
_IRREGULAR = {"aurait": "has", "auraient": "have", "serait": "is", "seraient": "are"}
_BOUND = re.compile(r"\b(?:qu[ei]|s[i']|dont|où|pourr\w+|devr\w+)\b|\bqu['’]")
"""What begins a clause of its own, and conditionals that are possible and not reported."""
_BEFORE_VERB = frozenset({"a", "va", "se", "s", "ne", "n", "en", "y", "aussi", "également"})
_OPENING = re.compile(rf"(?:Il|Elle|(?:L[ea]\s|L['’])(?:{'|'.join(sorted(STANDS_FOR))}))\b")


def show_untouched(marked: MarkedArticle, start: int, end: int) -> str:
    """A stretch of the article on one line, as it was written.

    A pronoun that opens it gives way to the name for which it surely stands: a small model ignores a hint.
    """
    name, at = opening_name(marked, start)
    return " ".join(neutral(name + STRESSED.sub(" ", marked.text[at:end])).split())


def opening_name(marked: MarkedArticle, start: int) -> tuple[str, int]:
    """The name that « Elle » or « Le groupe » at an offset surely stands for, and where the French ends.

    Without one, "" and the offset.
    """
    opening = _OPENING.match(marked.text, start)
    following = _WORD.match(marked.text, opening.end()) if opening else None
    if opening is None or following is None:
        return "", start
    if opening[0] not in {"Il", "Elle"} and following[1] not in _BEFORE_VERB and not is_finite(following[1]):
        return "", start  # « Le groupe voisin a vendu »
    name = next((name for at, name in referents(marked) if at == opening.end()), None)
    return ("", start) if name is None else (name, opening.end())


def hint_line(marked: MarkedArticle, start: int, end: int, *, most: int = MOST, shown: str = "") -> str:
    """The line for a stretch of the article; "" where there is nothing to tell.

    `shown`: how the stretch is shown; nothing is told of words that gave way to others.

    >>> from summarizer.articles.article import make_article
    >>> from summarizer.marking.marked_article import mark
    >>> french = "Deux corps ont été extraits des décombres."
    >>> hint_line(mark(make_article(french)), 0, len(french))
    'Dictionary: extraire des décombres = pull out of the rubble'
    """
    french = marked.text[start:end]
    told = [*_amounts(marked, start, end), *_hearsay(french, start)]
    named = _referents(marked, start, end)
    told += [each for each in named if not shown or each[1].split(" = ")[0] in shown.lower()]
    domain = find_domain(load_dictionary().find(french)) or marked.domain
    numbers = [(number.start - start, number.end - start) for number in marked.numbers.values()]
    house = marked.glossary.find(french)
    told += [(start + left, f"{french[left:right].lower()} = {words}") for left, right, words in house]
    taken = {at for left, right, _ in house for at in range(left, right)}
    told += [
        (start + found.start, f"{_as_it_stands(found, french)} = {found.entry.sense(domain).english[0]}")
        for found in find_hard_told(french, most=max(most - len(told), 3))
        if taken.isdisjoint(range(found.start, found.end))
        if not any(left <= found.start < right and found.word.endswith("aine") for left, right in numbers)
        if not shown or _is_in(shown, found, french)
    ]
    if not told:
        return ""
    return neutral(f"Dictionary: {'; '.join(words for _, words in sorted(told))}")


def _is_in(shown: str, found: Found, french: str) -> bool:
    """Whether an entry is among the words shown; of one with others between, its first word."""
    words = " ".join(neutral(french[found.start : found.end]).split())
    parted = len(words.split()) > len(found.entry.lemma.split())
    return (found.word if parted else words).lower() in shown.lower()


def _as_it_stands(found: Found, french: str) -> str:
    """The entry, with « … » where other words stand in it: « assigner … en justice »."""
    lemma = found.entry.lemma
    head, dots, _ = lemma.partition(" … ")
    if dots and any((e.lemma, e.part) == (head, "noun") for e in load_dictionary().look_up(head)):
        return head  # « sécurité … passagers » is a sense of « sécurité »
    verb, _, rest = lemma.partition(" ")
    words = len(french[found.start : found.end].split())
    return f"{verb} … {rest}" if rest and "…" not in lemma and words > len(lemma.split()) else lemma


def _amounts(marked: MarkedArticle, start: int, end: int) -> list[tuple[int, str]]:
    found = []
    for number in marked.numbers.values():
        if not (start <= number.start and number.end <= end) or number.value is None:
            continue
        left, right = number.start, number.end
        if number.counted is not None:
            left, right = number.core_start, number.core_end
        french = " ".join(marked.text[left:right].split())
        if number.kind not in SHOWN_IN_ENGLISH or _PLAIN_NUMBER.fullmatch(french):
            continue
        digits = any(c.isdigit() for c in french)
        # « une centaine », « dix-neuvième »: a small model reads 100 and 10th
        in_words = not digits and (number.value > _SPELLED or french.endswith("aine"))
        english = render_number(
            replace(number, qualifier="exact" if digits else number.qualifier, counted=None)
        )
        if english and english != french and (digits or in_words):
            found.append((number.start, f"{french} = {english}"))
    return found


def _hearsay(french: str, start: int) -> list[tuple[int, str]]:
    """A conditional that reports: « selon le groupe, celui-ci compterait » is not "would count".

    Only where « selon » or « d'après » opens a text whose verb stands in no clause of its own.
    """
    opening = _ACCORDING.match(french)
    if opening is None:
        return []
    for match in _CONDITIONAL.finditer(french, opening.end()):
        if _BOUND.search(french, opening.end(), match.start()):
            return []
        word = match[0].lower()
        if not find_conditionals(word):
            continue
        plural = word.endswith("aient")
        verbs = [found.entry for found in load_dictionary().find(word) if found.entry.part == "verb"]
        if word in _IRREGULAR:
            english = _IRREGULAR[word]
        elif len(verbs) != 1 or len(verbs[0].senses) != 1:
            return []  # « toucherait » is another verb with money
        else:
            english = _third_person(verbs[0].sense("").english[0], plural=plural)
        return [(start + match.start(), f"{word} = reportedly {english}")]
    return []


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether « toujours » in a stretch of a text says that something goes on: it is “still”, not “always”.

    So with a verb of being before it, which may stand outside a quotation, or with a negation.
    """
    found = _STILL.finditer(text, max(0, start - _BEFORE_IT), end)
    return any(match.start(match.lastindex or 0) >= start for match in found)


def _third_person(english: str, *, plural: bool) -> str:
    """A verb's form for he or they: "carry out" is "carries out"."""
    verb, space, rest = english.partition(" ")
    if plural:
        return english
    if re.search(r"[^aeiou]y$", verb):
        verb = f"{verb[:-1]}ies"
    else:
        verb += "es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
    return f"{verb}{space}{rest}"


def _referents(marked: MarkedArticle, start: int, end: int) -> list[tuple[int, str]]:
    found = []
    people = {name.text for name in marked.names.values() if name.kind == "person"}
    for at, name in referents(marked):
        word = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", marked.text[max(start, at - 30) : at])
        if start < at <= end and word is not None and word[0].lower() in STANDS_FOR and name not in people:
            found.append((at, f"{word[0].lower()} = {name}"))
    return found[:2]
