"""Whether a short text is English.

Language identifiers (py3langid, lingua) are unsure below some ten words, and names mislead them. So
function words decide first: they are frequent and belong to one language. Only where they say nothing
are the two dictionaries of simplemma asked which language knows more of the words.
"""

import re

from summarizer.english.words import is_known_english
from summarizer.text.dictionary import is_known_french

_ENGLISH_TEXT = """
the of and to in is was were are be been has have had will would could should for with by from that this
these those its his her their it he she they we you who which what when where how why not than then there as
at into about after before over under between against more most said says but or an some any all also if
because while during through without within our your my up out down
"""
_ENGLISH = frozenset(_ENGLISH_TEXT.split())
_FRENCH_TEXT = """
le la les de des du et un une est sont était été ont pour dans par avec sur qui que qu dont où ce cette ces
il elle ils elles nous vous je tu ne pas mais ou donc ni car au aux sa ses leur leurs se s d l n c j y en à
après avant entre contre sans sous chez être avoir fait comme aussi très toujours déjà encore selon tout
tous toute toutes lui eux moi même si
"""
_FRENCH = frozenset(_FRENCH_TEXT.split())
_WORD = re.compile(r"[^\W\d_]+")
_FRENCH_MARKS = re.compile(
    r"\b(?:[ldnsjcmLDNSJCM]|[Qq]u|[Jj]usqu|[Ll]orsqu)['’](?=[a-zà-ÿœ])|[«»]|\b[a-zà-ÿœ]*[çœ]"
)
"""Elisions before a word in small letters, French quotation marks, and such words with letters of their own:
a French name (« François », « L'Oréal ») may stand in an English sentence."""
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_IN_NAME = re.compile(
    r"(?<=[A-Za-zÀ-ÿ])(?:[ '’](?:de|du|des|la|le|les|et|en|d|l|à|sur)){1,3}[ '’](?=[A-ZÀ-Þ])"
)
_CAPITAL_LAST = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w-]{0,40}\Z")
_LONGEST_WORD = 42  # letters

_QUOTED = re.compile(
    r"«[^«»]{1,200}»|“[^“”]{1,200}”|\"[^\"]{1,200}\"|‘[^‘’]{1,200}’|(?<!\w)'[^']{1,200}'(?!\w)"
)
"""A title or words of somebody within quotation marks."""
_MARK_OF_QUOTES = re.compile("[«“\"‘']")
_ENOUGH = 2  # function words: what stands around a quotation is English

_SIGNS_OF_MARKS = "'’«»çœÇŒ"
"""There are at most as many French marks in a text as there are of these."""


def is_english(text: str) -> bool:
    """Whether a text is English rather than French; true where nothing tells (a name, « possible »)."""
    if "'s" in text or "’s" in text:
        text = _POSSESSIVE.sub("", text)
    told = _QUOTED.sub(" ", text) if _MARK_OF_QUOTES.search(text) else text
    if told != text and sum(map(_ENGLISH.__contains__, _WORD.findall(told.lower()))) >= _ENOUGH:
        text = told
    marks = sum(map(text.count, _SIGNS_OF_MARKS))
    # particles of names are French words only, so that more English ones decide without a look at names
    for clear in (None, _without_particles):
        plain = _plain_words(clear(text) if clear else text)
        english = sum(map(_ENGLISH.__contains__, plain))
        french = sum(map(_FRENCH.__contains__, plain))
        if english > french + marks:
            return True
    french += len(_FRENCH_MARKS.findall(text))
    if english == french:
        english = sum(map(is_known_english, plain))
        french = sum(map(is_known_french, plain))
    return english >= french


def _plain_words(text: str) -> list[str]:
    """The words in small letters, and the first one where the second is such a word."""
    words = _WORD.findall(text)
    plain = [word for word in words if word.islower()]
    if words[:1] and words[1:2] == plain[:1]:
        plain.append(words[0].lower())
    return plain


def _without_particles(text: str) -> str:
    """Leave out the French words inside names: “the Rio de Janeiro Games”, “the Institut de Recherche”."""

    def left(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()]
        return " " if _CAPITAL_LAST.search(before) else match[0]

    return _IN_NAME.sub(left, text)
