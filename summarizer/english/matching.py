"""Where an expression's words stand in a text, and the small words that tell how a word is used."""

from collections.abc import Sequence

from summarizer.english.lemmas import Token


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# How many other words may stand behind an expression's verb, and where « … » stands.
_GAP_BEHIND_VERB = 3
_GAP_OF_DOTS = 7
DETERMINERS = _words(
    """
    le la les l un une des du de d ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos
    au aux quel quelle chaque plusieurs quelques aucun aucune premier première nouveau nouvelle
    """
)
BEFORE_VERB = _words(
    """
    ne n se s il elle ils elles on je j qui y en ont a avait avaient est sont était étaient été être
    avoir ayant pour sans peut doit va vont fait
    """
)
AUXILIARIES = _words("a ont avait avaient ai aura auront ayant été ne n s il elle ils elles on")
PREPOSITIONS = _words("à en de d par pour sans avec sous sur dans vers contre chez")
ADVERBS = _words("pas plus jamais rien bien déjà toujours encore aussi très tout trop mal guère")
_NEGATIVES = _words("pas plus jamais rien guère point aucun aucune personne ni nullement")
_COMPARED = _words("plus moins autre autres autant tel telle même mêmes aussi si tant")
_SUBJECTS = _words("il elle ils elles on je j nous vous tu c ce")
GRAMMAR = _words(
    """
    avoir être le un de à que ne se ce son lequel je tu il elle on nous vous ils elles lui leur eux en y
    et ou mais donc or ni car si qui dont où quand comme plus moins très bien tout toute tous toutes
    même par pour dans sur sous avec sans entre vers chez après avant depuis pendant contre aller faire
    pouvoir devoir vouloir savoir venir dire voir
    """
)
_JOINING = frozenset({"et", "ou", "mais", "qui", "car"})
_OPTIONAL_END = frozenset({"de", "à", "que"})


def base_of(token: Token, *, first: bool) -> str:
    """What an item of an expression is compared by: the function word's base, or the word itself."""
    word = token.word.rstrip("'’").lower()
    if first and word in {"au", "aux", "du", "des"}:
        return "au" if word == "aux" else word
    for base in ("le", "de", "à", "un", "que", "ne", "se", "ce", "son", "lequel"):
        if base in token.lemmas and word != "nous":
            return base
    return word


def match_items(tokens: Sequence[Token], at: int, items: tuple[str, ...]) -> list[int]:
    """The places of an expression's words from `at` on; empty where it does not stand there.

    Words may stand between a verb and the rest, and where the expression has « … ». A last « de » or « à »
    may lack: « en entendent parler ».
    """
    if not _begins(tokens[at], items[0]):
        return []
    places = [at]
    wide = _GAP_BEHIND_VERB if items[0] == "se" or items[0].endswith(("er", "ir", "re")) else 0
    for position, item in enumerate(items[1:], start=1):
        if item == "…":
            wide = _GAP_OF_DOTS
            continue
        ahead = _find_ahead(tokens, places[-1], item, wide)
        if ahead is None:
            is_last = position == len(items) - 1 and len(items) > 2 and "…" not in items
            is_optional = is_last and item in _OPTIONAL_END
            return places if is_optional else []
        places.append(ahead)
        wide = 0
    return places if _fits(tokens, places, items) else []


def _find_ahead(tokens: Sequence[Token], here: int, item: str, wide: int) -> int | None:
    """The next place of a word, at most `wide` words further; a mark ends the search."""
    for ahead in range(here + 1, min(here + 2 + wide, len(tokens))):
        if not tokens[ahead].lemmas:
            return None
        if item in tokens[ahead].lemmas:
            return ahead
        if tokens[ahead].word in _JOINING:
            return None
    return None


def _begins(token: Token, item: str) -> bool:
    """« de nouveau » does not begin at « du », nor « à terme » at « au »; « au cours de » has « au »."""
    word = token.word.rstrip("'’").lower()
    if item in {"de", "à"}:
        return word in {"de", "d", "à"}
    return item != "au" or word in {"au", "aux"}


def _fits(tokens: Sequence[Token], places: list[int], items: tuple[str, ...]) -> bool:
    """« ne … que » restricts only where nothing negates and « que » opens no clause of its own."""
    if items[0] != "ne" or "…" not in items:
        return True
    between = {t.word.rstrip("'’").lower() for t in tokens[places[0] + 1 : places[-1]]}
    if items[-1] == "que":
        after = tokens[places[-1] + 1].word.rstrip("'’").lower() if places[-1] + 1 < len(tokens) else ""
        return not between & (_NEGATIVES | _COMPARED) and after not in _SUBJECTS and len(between) > 0
    return not between & (_NEGATIVES - set(items))


def is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital stands where no sentence begins."""
    token = tokens[at]
    return (
        token.word[0].isupper()
        and at > 0
        and (bool(tokens[at - 1].lemmas) or tokens[at - 1].word in {",", "("})
        and not token.word.isupper()
    )
