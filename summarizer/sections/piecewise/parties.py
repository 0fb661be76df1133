"""The part that a name plays in a passage: who speaks, acts or is spoken against, and who is only there.

Read from the words next to each mention, by the syntax of a plain French clause; no parser.
"""

import re
from collections.abc import Iterable, Sequence

from summarizer.french import Mention, Name, Quotation
from summarizer.french.quotations.verbs import Form, form_of
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.referents import referents
from summarizer.text.folding import small_letters

_BEFORE = 40
_ARTICLE = 4
"""Characters of an article before a mention, at most."""
_AFTER = 120
_APPOSED_NOUN = r"(?:(?!(?:de|du|des|et|ou|que|qui|à|au|par|pour)\s)[a-zà-ÿ][\w-]*\s){0,2}"
"""« la société », « le syndicat »: common nouns right before a name that they belong to."""
_LEAD = rf"(?:(?:les?|la|l['’]|des?|du|d['’]|aux?|à|ses?|son|sa|leurs?|ces?|cette)\s?){{0,2}}{_APPOSED_NOUN}"
_SETTING = re.compile(
    r"\b(?:auprès|devant|lors|au sein|sièges?|bâtiments?|locaux|dans|sur|en)"
    r"\s(?:(?:de la|du|des|de|la|les|le)\s|(?:de l|d|l)['’]\s?)?$",
    re.IGNORECASE,
)
"""What stands before a name that is where something happens, or whom one turns to."""
_WHERE = re.compile(r"\b(?:à|de|d['’])\s?$", re.IGNORECASE)
_OPENED = re.compile(r"[«“\"]\s?$")
_CLOSED = re.compile(r"\s?[»”\"]")
_AGAINST = (
    r"accus\w+|attaqu\w+|blâm\w+|condamn\w+|contest\w+|contredi\w+|critiqu\w+|dénonc\w+|désapprou\w+|fustig\w+"
    r"|récus\w+|rejet\w+|réfut\w+|reproch\w+|raill\w+|assign\w+|soupçonn\w+|menac\w+|interpell\w+|qualifi\w+|empêch\w+"
)
_AGENT = re.compile(rf"\b(?:{_AGAINST})\s(?:\w+\s)?par\s{_LEAD}$", re.IGNORECASE)
"""« accusée par X »."""
_TARGET = re.compile(rf"(?:\b(?:{_AGAINST}|s['’]oppos\w+|oppos\w+)\s|\bcontre\s){_LEAD}$", re.IGNORECASE)
"""« accuse X », « s'oppose à X », « une plainte contre X »."""
_TOLD_OF = re.compile(rf"\b(?:que\s|qu['’]\s?){_LEAD}$", re.IGNORECASE)
"""« affirment que X »."""
_COMPLEMENT = re.compile(
    rf"(?:\b(?:de|du|des)\s(?:la\s)?|\bd['’]\s?|\bde\sl['’]\s?){_APPOSED_NOUN}$", re.IGNORECASE
)
"""« les chauffeurs du Québec »: who acts is the noun before."""
_APPOSED = re.compile(r"\s?(?:,[^,.;:«»]{1,80},|\([^()]{1,60}\))")
_LIGHT = re.compile(
    r"\s?(?:(?:ne|n['’]|se|s['’]|le|la|les|l['’]|lui|leur|en|y|a|ont|avait|avaient|aurait|auraient|est"
    r"|sont|était|étaient|pas|jamais|également|aussi|encore|ensuite|enfin|toutefois|cependant|pourtant|déjà|été"
    r"|toujours|même|qui|doit|doivent|veut|veulent|peut|vient de|viennent de|[^\W\d_]+ment)"
    r"(?:\s|(?<=['’])))*",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb: pronouns, auxiliaries, negations, adverbs."""
_IN_MENT = re.compile(r"\b[^\W\d_]+ment\b", re.IGNORECASE)
"""Adverbs, and some verbs: « dément », « affirment »."""
_VERB = re.compile(r"\s?([^\W\d_]+)")
_SAYS_THAT = re.compile(r"[^.,;:«»]{0,90}?\b([^\W\d_]+)\s(?:que\s|qu['’])")
"""« les soignants présents sur place affirment que »: what stands between belongs to the subject."""
_COMPLAINS = re.compile(r"(?:port|dépos)(?:e|ent|é|ait|aient) (?:une? )?(?:plainte|recours)", re.IGNORECASE)

ACTS, SUFFERS, MEANT = 3.0, 2.0, 1.5
"""What a part weighs: speaks or acts against somebody; is acted against; is what others tell of."""


def quoted_alone(marked: MarkedArticle, mention: Mention) -> bool:
    """Whether a mention stands by itself in quotation marks: « surnommé le « Ben Laden » »."""
    before = marked.text[max(0, mention.start - _BEFORE) : mention.start]
    return bool(_OPENED.search(before) and _CLOSED.match(marked.text, mention.end))


def takes_part(marked: MarkedArticle, name: Name, mention: Mention) -> bool:
    """Whether a mention can be of one who takes a side: not a place, a court appealed to, a nickname."""
    before = marked.text[max(0, mention.start - _BEFORE) : mention.start]
    if _SETTING.search(before) or (name.kind == "place" and _WHERE.search(before)):
        return False
    if mention.text == "opposition" and before.endswith(("d'", "d’")):  # « beaucoup d'opposition »
        return False
    return not quoted_alone(marked, mention)


def parts_played(
    marked: MarkedArticle, keys: Sequence[str], extent: tuple[int, int], cues: re.Pattern[str]
) -> dict[str, float]:
    """How clearly each of `keys` takes a side within `extent`: the weightiest part of its mentions, or 0.

    `cues` are the words by which the text tells of disagreement. A pronoun counts for whom it stands for.
    """
    start, end = extent
    acting = {
        name
        for at, name in referents(marked)
        if start <= at < end and _acts(marked.text[at : at + _AFTER], cues)
    }
    parts = {}
    for key in keys:
        name = marked.names[key]
        there = [_part(marked, mention, cues) for mention in name.mentions if start <= mention.start < end]
        parts[key] = ACTS if name.text in acting else max(there, default=0.0)
    return parts


def _part(marked: MarkedArticle, mention: Mention, cues: re.Pattern[str]) -> float:
    before = marked.text[max(0, mention.start - _BEFORE) : mention.start]
    if _AGENT.search(before) or _speaks(marked.quotations.values(), mention):
        return ACTS
    if _TOLD_OF.search(before):
        return MEANT
    quoted = any(q.start <= mention.start < q.end for q in marked.quotations.values())
    free = not (quoted or _COMPLEMENT.search(before))
    if free and _acts(marked.text[mention.end : mention.end + _AFTER], cues):
        return ACTS
    return SUFFERS if _TARGET.search(before) else 0.0


def is_complement(marked: MarkedArticle, mention: Mention) -> bool:
    """Whether a mention only says whose something is: « un proche de X »."""
    return bool(_COMPLEMENT.search(marked.text[max(0, mention.start - _BEFORE) : mention.start]))


def _speaks(quotations: Iterable[Quotation], mention: Mention) -> bool:
    """Whether a mention is a speaker, not the end of one (« un proche du Président »)."""
    speakers = (quotation.speaker for quotation in quotations)
    return any(who and mention.start - _ARTICLE <= who.start < mention.end < who.end + 2 for who in speakers)


def _acts(after: str, cues: re.Pattern[str]) -> bool:
    """Whether a verb of speech or of disagreement follows, with at most an apposition between."""
    apposed = _APPOSED.match(after)
    begin = apposed.end() if apposed else 0
    verb = _VERB.match(after, _light_end(after, begin))
    if verb is None:
        return False
    if form_of(verb[1].lower()) & (Form.FINITE | Form.PARTICIPLE):
        return True
    that = _SAYS_THAT.match(after)
    if that and Form.FINITE | Form.SAYS in form_of(that[1].lower()):
        return True
    # « s'oppose »: what the cue begins with may have been read as a pronoun
    tried = {verb.start(1), max(verb.start(1) - 2, begin)}
    small = small_letters(after)
    return any(cues.match(small, at) or _COMPLAINS.match(after, at) for at in tried)


def _light_end(after: str, begin: int) -> int:
    """Where the words between a subject and its verb end; « dément » is the verb, « fermement » is none."""
    light = _LIGHT.match(after, begin)
    if light is None:
        return begin
    verbs = (m.start() for m in _IN_MENT.finditer(light[0]) if Form.FINITE in form_of(m[0]))
    return begin + next(verbs, len(light[0]))


def two_sides(
    marked: MarkedArticle, keys: Sequence[str], extent: tuple[int, int], cues: re.Pattern[str]
) -> tuple[list[str], list[float]]:
    """The two of `keys` that most clearly take a side, and the parts that they play."""
    parts = parts_played(marked, keys, extent, cues)
    ranked = sorted(keys, key=lambda key: (-parts[key], -marked.names[key].weight))[:2]
    return ranked, [parts[key] for key in ranked]
