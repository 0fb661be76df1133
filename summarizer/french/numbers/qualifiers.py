"""Words before or after a number that bound or loosen it: « plus de », « près de », « au moins »."""

import re

from summarizer.french.lexicon import entries
from summarizer.french.numbers.folding import word_before
from summarizer.schemas.brief import Qualifier

_OF = r"(?:de |d'|des |du )"
_TO = r"(?:a |à |aux |au )"
_INNER = (
    r"(?:(?:les|la|le|l'|ses|leurs|ces) ?)?"
    r"(?:(?:barre|cap|seuil|palier|plafond) (?:symbolique )?(?:des? |d'))?"
)
_BEFORE: dict[Qualifier, str] = {
    "at_least": rf"au moins|au minimum|minimum|(?:un )?minimum {_OF}|pas moins {_OF}"
    rf"|superieure?s? ou (?:egale?s?|egaux) {_TO}"
    rf"|egale?s? ou superieure?s? {_TO}|au bas mot|a tout le moins|pour le moins|a partir {_OF}",
    "at_most": rf"au plus|tout au plus|au maximum|maximum|(?:un )?maximum {_OF}|jusqu'{_TO}|jusqu'|jusque "
    rf"|pas plus {_OF}|(?:limite|plafonne)e?s? {_TO}"
    r"|(?:depass|exced)[a-z]{1,6} (?:pas|jamais) |(?:pas|jamais) (?:depass|exced)er? "  # behind « ne »
    rf"|inferieure?s? ou (?:egale?s?|egaux) {_TO}|egale?s? ou inferieure?s? {_TO}",
    "more_than": rf"(?:un peu |bien |beaucoup |nettement |largement |legerement )?plus {_OF}|plus qu(?:e "
    rf"|')|plus (?:grand|eleve|haut|age)e?s? qu(?:e |')"
    rf"|au[- ]del[aà] {_OF}|au-dessus {_OF}|superieure?s? {_TO}|depass(?:e|es|ent|ait|aient|er"
    rf"|ant|era|eront|erait|eraient) (?:quant (?:a|à) (?:lui|eux|elles?) |"
    rf"(?:{'|'.join(entries('adverbs_behind_exceeding'))}) )?"
    rf"|(?:a|ont|avait|avaient|ayant) (?:dej[aà] |largement )?(?:depasse|franchi) |franchi(?:r|t|ssent)? "
    rf"|pass(?:e|ent|ait|aient|era|er) (?=(?:la barre|le cap|le seuil|le palier) )"
    rf"|exced(?:e|ent|ait|er|ant) |en plus {_OF}",
    "less_than": rf"(?:un peu |bien |beaucoup |nettement |largement |legerement )?moins {_OF}"
    rf"|moins qu(?:e |')|plus (?:petit|bas|jeune|faible)s?e?s? qu(?:e |')"
    rf"|inferieure?s? {_TO}|en[- ]dessous {_OF}|au-dessous {_OF}|en[- ]dec[aà] {_OF}|sous (?=les |la barre"
    rf"|le seuil)",
    "nearly": rf"(?:tres )?pres {_OF}|pas loin {_OF}|presque|quasi(?:ment)?|(?:a|à) pres {_OF}|proches? {_OF}"
    rf"|frol(?:e|ent|ait|er|ant|erait) |avoisin(?:e|ent|ait|er|ant|erait) "
    # « une approche 100 % locale » is a noun: the verb has an article or « de » behind it
    rf"|(?<!l')(?<!une )(?<!cette )approch(?:e|ent|ait|aient|er|ant|era|erait) (?:(?=l[ae' ]|les )|{_OF})"
    r"|(?:flirt(?:e|ent|ait|er|ant) avec|tutoi(?:e|ent)|tutoyait) (?=l[ae' ]|les )",
    "about": rf"environ|quelque|quelques|aux? (?:alentours|environs) {_OF}|autour {_OF}|(?:a|à) peu pres"
    rf"|(?:a|à) peine"
    rf"|approximativement|de l'ordre {_OF}|grosso modo|estimee?s? (?:a|à) (?:environ )?(?!.)|plus ou moins"
    rf"|en moyenne(?!.)|d'environ|env\.|~|≈|vers les|une (?:bonne|grosse|petite)",
}
# « 50 ans et plus » ends there; « deux pays et plus largement l'Union » goes on with an adverb or adjective.
_CLOSED = (
    r"(?=\W*$|[.,;:)!?»\n]| (?:en|dans|à|a|au|aux|sont|est|ont|pour|par|sur|seront|sera|peuvent|doivent|qui"
    r"|dont|chez|etaient|vivent|ou|et|se|n'|ne|travaill\w+|represent\w+|depuis|selon|contre|avec|sans|il|elle"
    r"|on|le|la|les|l'|ce|cette|ces)\b)"
)
_AFTER: dict[Qualifier, str] = {
    "at_least": rf"au moins|au minimum|minimum|(?:ou|et) plus\b{_CLOSED}|au bas mot|voire plus|ou davantage",
    "at_most": rf"au plus|au maximum|maximum|tout au plus|(?:ou|et) moins\b{_CLOSED}",
    "about": r"environ|(?:a|à) peu pres|peut-etre|approximativement",
    "more_than": r"et quelques|et des poussieres|passees?",
}
_BEFORE_PATTERN = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{pattern.replace('(?!.)', '')})" for name, pattern in _BEFORE.items())
    + rf") ?{_INNER}(?: ?quelque)?[ «\"“]{{0,3}}$"
)
_AFTER_PATTERN = re.compile(
    "[ ,(]{1,2}(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _AFTER.items())
    + r")(?!\w)(?! (?:\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cent"
    r"|mille"
    r"|une?|la moitie|le (?:tiers|quart|double)|autant|plusieurs)\b))"
)
_REACH = 48
_FARTHEST = 5
_LONGEST_LINKED = 14
_LAST_WORDS = frozenset(entries("last_words_of_qualifiers"))
_LINKS = frozenset({"de", "d", "des", "du", "a", "à", "au", "aux"})
_LISTED_LINKED = """
    plus moins pres loin partir minimum maximum dela delà dessus dessous deca decà alentours environs
    autour ordre barre cap seuil palier plafond symbolique rieur rieure rieurs rieures egal egals egale egales
    egaux jusqu estime estimee estimes estimees limite limitee limites limitees plafonne plafonnee plafonnes
    plafonnees proche proches approche approchent approchait approchaient approcher approchant approchera
    approcherait"""
_LINKED = tuple(_LISTED_LINKED.split())
"""What stands before such a link where the two are part of a qualifier."""
_LAST_STEMS = ("depass", "franchi", "exced", "frol", "avoisin", "approch")
_CLOSE = " '«\"“"
"""What may stand between a qualifier and its number."""
_DOWN = re.compile(
    r"(?:baiss|descen|recul|tomb|chut|redui|redesc|diminu|retomb|plong|dimin|perd|ralenti|abaiss|repli)[a-z]*"
    r"(?: [a-z]+){0,2}$"
)
"""After these, « jusqu'à » says where a fall ended and bounds nothing."""
_DENYING = frozenset({"pas", "jamais"})
_LONGEST_DENIED = len("depass") + 6 + len(" jamais")
_NOT_MORE = re.compile(r"(?:depass|exced)[a-z]{1,6} (?:pas|jamais)$")
_NEGATED = re.compile(r"(?:\bn'|\bne )[^.;:!?]{0,24}$")


def qualifier_before(plain: str, start: int) -> tuple[Qualifier, int] | None:
    """Return the qualifier that ends right before `start` of folded text, and where it begins."""
    if not _may_end_here(plain, start):
        return None
    match = _BEFORE_PATTERN.search(plain, max(0, start - _REACH), start)
    if match is None:
        return None
    begin = match.start()
    left = plain[max(0, begin - _REACH) : begin]
    if match[0].startswith("jusqu") and _DOWN.search(left.rstrip()):
        return None
    if match[0].startswith("plus qu") and _NEGATED.search(left):
        return None
    name: Qualifier = match.lastgroup  # type: ignore[assignment]
    return name, begin


def _may_end_here(plain: str, start: int) -> bool:
    """A first, cheap look at the word before a number."""
    end = start
    while end and start - end < _FARTHEST and plain[end - 1] in _CLOSE:
        end -= 1
    if plain[end - 1 : end] in {"~", "≈", "."}:
        return True
    word = word_before(plain, end)
    if word in _LINKS:
        end -= len(word)
        return plain[max(0, end - _LONGEST_LINKED) : end].rstrip(" '").endswith(_LINKED)
    if word in _DENYING and end < start:
        return bool(_NOT_MORE.search(plain, max(0, end - _LONGEST_DENIED), end))
    return end < start and (word in _LAST_WORDS or word.startswith(_LAST_STEMS))


def qualifier_after(plain: str, end: int) -> tuple[Qualifier, int] | None:
    """Return the qualifier that follows a number ending at `end`, and where it ends."""
    match = _AFTER_PATTERN.match(plain, end)
    if not match:
        return None
    name: Qualifier = match.lastgroup  # type: ignore[assignment]
    return name, match.end()
