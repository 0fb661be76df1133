"""Fractions and multiples: « un tiers », « la moitié », « un Français sur deux », « a doublé »."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.french.numbers.cores import Core, read_core
from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.nouns import next_noun
from summarizer.french.numbers.number_words import read_ordinal, scale_factor

if TYPE_CHECKING:
    from summarizer.schemas.brief import Qualifier

_VULGAR = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅙": "1/6", "⅛": "1/8",
}  # fmt: skip
_PARTS = {"tiers": 3, "quart": 4, "quarts": 4, "demi": 2, "demie": 2, "demis": 2, "moitie": 2}
_PART = re.compile(
    r" {1,2}(?P<loose>(?:bon|petit|gros) (?=quart\b|tiers))?"
    r"(tiers|quarts?|demie?s?|moitie)\b(?!-finale| de finales?| de tour|-monde|-arriere)"
)
_DENOMINATOR_END = re.compile(
    r"(?: (?:de |d'|des |du |par |en |plus |moins |a |à |et |seulement)|[^ \w-]|\W*$| $)"
)
_BARE = {
    "moitie": re.compile(r"(?:^|[^\w])(?:la|sa|leur|cette|une|de|bonne|grosse|petite) $"),
    "tiers": re.compile(r"(?:^|[^\w])(?:le|du|au|ce) $"),
    "quart": re.compile(r"(?:^|[^\w])(?:le|du|au|ce) $"),
}
_OF = re.compile(r" (?:de |d'|des |du )(?!finale)")
_HALF_UNIT = re.compile(
    r"(demie?)[ -](?:heure|journee|siecle|litre|million|milliard|douzaine|tonne|kilo|seconde|minute|point"
    r"|mois|decennie|degre)s?\b"
)
_QUARTER_UNIT = re.compile(r"(quart) (?:de |d')(?:heure|siecle|litre|million|milliard|tonne|kilo)s?\b")
_HALF_SCALE = re.compile(r"(?:[ -]|(?: de | d'))(million|milliard)s?\b")
_SUR = re.compile(r"(?: [a-z'-]+){0,3}? sur (?=\d|[a-z])")
_SUR_REACH = 80
_NO_SHARE = re.compile(
    r" ?(?:%|ans?\b|jours?\b|mois\b|semaines?\b|heures?\b|metres?\b|m\b|annees?\b|cm\b|km\b|[a-z]+s\b)"
)


def _whole_and_part(source: Folded, core: Core) -> Core | None:
    """Read « et un cinquième », « et trois quarts » after a whole number."""
    text = source.plain
    if not text.startswith(" et ", core.end) or core.value is None:
        return None
    following = read_core(source, core.end + 4)
    part = _of_count(source, following) if following else None
    return part._replace(start=core.start, value=core.value + part.value) if part and part.value else None


_THIRD_RIGHT = re.compile(r" (?:de |d'|des |du |par rapport|plus|moins|en |seulement|sur )|\W*$")
_CHANGE = re.compile(
    r"(?:hauss|baiss|augment|recul|chut|progress|redui|reduc|diminu|croi|plus|moins|pres|environ|bond"
    r"|plong|perd|amput|gonfl"
    r"|gagn|coup|repli|bais|represent|quasi|autour|presque|seul|moindre|vot|renouvel|pour) ?"
)


def _is_third_party(text: str, start: int, end: int) -> bool:
    """Tell whether « un tiers » is a person from outside rather than a third."""
    return not _THIRD_RIGHT.match(text, end) and not _CHANGE.search(text, max(0, start - 40), start)


def _of_count(source: Folded, core: Core) -> Core | None:
    """Turn a count into a fraction where a denominator follows: « deux tiers », « un cinquième »."""
    text = source.plain
    if core.value is None or core.factor != 1:
        return None
    if match := _PART.match(text, core.end):
        part = match[2]
        if part == "tiers" and core.value == 1 and _is_third_party(text, core.start, match.end()):
            return None
        about: Qualifier | None = "about" if match["loose"] else None
        return Core(core.start, match.end(), core.value / _PARTS[part], "fraction", qualifier=about)
    ordinal = _denominator(text, core.end)
    if ordinal is None or (core.value == 1 and not _DENOMINATOR_END.match(text, ordinal[0])):
        return None
    return Core(core.start, ordinal[0], core.value / ordinal[1], "fraction")


def _denominator(text: str, end: int) -> tuple[int, Decimal] | None:
    """Read the ordinal that divides: « cinquièmes »."""
    ordinal = read_ordinal(text, end + 1) if text[end : end + 1] in {" ", "-"} else None
    if ordinal is None or ordinal[1] < 3:
        return None
    return ordinal if text[ordinal[0] - 6 : ordinal[0]].rstrip("s").endswith("ieme") else None


def _share(source: Folded, core: Core) -> Core | None:
    """Read « un sur cinq », « neuf sur dix », « un Français sur deux »."""
    text = source.plain
    if text.find(" sur ", core.end, core.end + _SUR_REACH) < 0:
        return None
    match = _SUR.match(text, core.end)
    if not match or not core.value:
        return None
    whole = read_core(source, match.end())
    if (
        whole is None
        or not whole.value
        or whole.value == 1
        or whole.value > 1000
        or whole.value < core.value
        or _NO_SHARE.match(text, whole.end)
    ):
        return None
    return Core(core.start, whole.end, core.value / whole.value, "fraction")


def read_fraction(source: Folded, core: Core) -> Core | None:
    """Return the fraction that begins with the count `core`, None where it is a mere count."""
    part = _of_count(source, core)
    return _half_scale(source.plain, part) if part else _share(source, core) or _whole_and_part(source, core)


def _half_scale(text: str, core: Core) -> Core:
    """Take the scale of « demi-million », « quart de milliard » into the number."""
    match = _HALF_SCALE.match(text, core.end)
    if not match or core.value is None:
        return core
    factor = scale_factor(match[1])
    return core._replace(end=match.end(), value=core.value * factor, factor=factor, shape="words")


def read_bare_fraction(source: Folded, start: int) -> Core | None:
    """Read a fraction without a count at `start`: « moitié », « le tiers des », « demi-heure », « ½ »."""
    text = source.plain
    if text[start] in _VULGAR:
        upper, lower = _VULGAR[text[start]].split("/")
        return Core(start, start + 1, Decimal(upper) / Decimal(lower), "fraction")
    if match := _HALF_UNIT.match(text, start) or _QUARTER_UNIT.match(text, start):
        part = Decimal("0.25" if match[1] == "quart" else "0.5")
        return _half_scale(text, Core(start, match.end(1), part, "fraction"))
    if text.startswith("moitie moins", start):
        return Core(start, start + len("moitie"), Decimal("0.5"), "fraction")
    left = text[max(0, start - 16) : start]
    for word, before in _BARE.items():
        if text.startswith(word, start) and not text[start + len(word) : start + len(word) + 1].isalpha():
            if not before.search(left) or (word != "moitie" and not _OF.match(text, start + len(word))):
                return None
            return Core(start, start + len(word), Decimal(1) / _PARTS[word], "fraction")
    return None


_MULTIPLES = {
    "doubl": 2,
    "tripl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "sextupl": 6,
    "decupl": 10,
    "centupl": 100,
}
_MULTIPLE = re.compile(
    r"(doubl|tripl|quadrupl|quintupl|sextupl|decupl|centupl)(e|es|ee|ees|er|ent|ait|aient|ant|era|eront"
    r"|erait|eraient)\b(?!-)"
)
_STEMS = tuple(_MULTIPLES)
_NOUN_LEFT = re.compile(r"(?:^|[^\w])(?:le|du|au) $")
_VERB_LEFT = re.compile(
    r"(?:\b(?:a|ont|avait|avaient|aura|auront|aurait|auraient|ayant|avoir|ete|est|sont|quasi|quasiment"
    r"|presque|que|deja|plus)"
    r"|s?'est|qui|pratiquement|environ|encore|ainsi|,|bien) $"
)
_TITLED = re.compile(r" (?:champion|vainqueur|tenant|medaille|laureat|medaill|olympique|detenteur)")


def read_multiple(source: Folded, start: int) -> Core | None:
    """Read a word that says by how much something was multiplied, at `start`.

    « le double », « a triplé », « quadrupler », and « triple » before a noun; « double » before a
    noun only with titles won (« double championne »), since it is an adjective otherwise.
    """
    text = source.plain
    match = _MULTIPLE.match(text, start) if text.startswith(_STEMS, start) else None
    if not match:
        return None
    core = Core(start, match.end(), Decimal(_MULTIPLES[match[1]]), "multiple")
    left = text[max(0, start - 16) : start]
    accented = "é" in source.text[start + 4 : match.end()]
    if match[2] in {"e", "es"} and not accented:
        if _NOUN_LEFT.search(left):
            noun = next_noun(source, match.end())
            if noun is None or _TITLED.match(text, match.end()):
                return core
        if match[1] == "doubl" and not _TITLED.match(text, match.end()):
            return None
        return core if next_noun(source, match.end()) else None
    if accented:
        return core if _VERB_LEFT.search(left) else None
    return core
