"""Disputes that an article states outright: who opposes what somebody else wants, and who answers whom.

Each side's words are a clause of the article that code cut out and began with the party's name, or the
party's own quotation. Where a clause, a party or what « ce projet » stands for is not certain, there is none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.english.dictionary import load_dictionary
from summarizer.english.lemmas import conjugate
from summarizer.french import Mention
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.plainer import show_plainly
from summarizer.sections.piecewise.main_clause import main_clause_end
from summarizer.sections.piecewise.stakeholders import is_proper

PARTY_KINDS = ("person", "organisation", "group")
_OPPOSING = frozenset(
    form
    for verb in (
        *("combattre", "condamner", "contester", "critiquer", "dénoncer", "désapprouver"),
        *("fustiger", "refuser", "rejeter"),
    )
    for form in conjugate(verb)
)
_OPPOSES = re.compile(
    r"(?:\s?,[^,.;:«»]{1,80},)?\s(?:(?:a|ont|avait|avaient)\s)?(?:[^\W\d_]+ment\s)?"
    r"(?:(?P<verb>[^\W\d_]+)|s['’]oppos(?:e|ent|ait|aient)\s(?:[^\W\d_]+ment\s)?à)\s(?:ce|cet|cette|ces)\s(?P<noun>[^\W\d_]+)"
)
"""« X refuse cette transition », « X a vivement critiqué ce projet », « X s'oppose à ces travaux »."""
_WANTS = re.compile(
    r"(?P<wants>\s(?:[^\W\d_]+ment\s)?(?:veu(?:t|lent)|souhait(?:e|ent)|entend(?:ent)?"
    r"|cherch(?:e|ent) à|compt(?:e|ent)"
    r"|projett(?:e|ent) (?:de|d['’])|prévoi(?:t|ent) (?:de|d['’])|envisag(?:e|ent) (?:de|d['’])"
    r"|propos(?:e|ent) (?:de|d['’])|(?:a|ont) décidé (?:de|d['’]))\s?)(?:(?:l[ae]|les|se|y|en)\s|[ls]['’])?"
    r"[^\W\d_]+(?:er|ir|re)\b"
)
_CLAUSE_BEGINS = re.compile(
    r"(?:^|(?:alors|tandis|tant|pendant) qu(?:e\s|['’])|\bcar\s|,\s)"
    r"(?:(?:l['’]|les?\s|la\s)(?:[a-zà-ÿ][\w-]*\s){0,2})?$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:Pour répondre|En réponse|Répondant|Réagissant|Face|Interrogée? sur|Invitée? à réagir)"
    r"\s(?:aux?|à l[ae]s?|les?)"
    r"\s(?P<noun>accusations?|critiques?|reproches?|attaques?|propos)\s(?:de\s(?:la\s|l['’])?|d['’]|du\s|des\s)$",
    re.IGNORECASE,
)
_ACCUSATIONS = {
    "accusation": "accusations", "attaque": "attacks", "critique": "criticism", "propo": "remarks",
    "reproche": "reproaches",
}  # fmt: skip
_CLAUSE_ENDS = re.compile(r"[,.;:]|\s(?:pour|afin|dès|avant|d['’]ici)\b")
_WHO_SAYS = re.compile(
    r"\s?,\squi\s(?P<clause>[^\W\d_]+\s(?:[^,.;:«»“”\"]+?))"
    r"(?=,\s(?:celle-ci|celui-ci|elle|il|cette dernière|ce dernier)\b)"
)
_SAYS = frozenset(
    form
    for verb in ("accuser", "affirmer", "assurer", "critiquer", "déplorer", "estimer", "juger", "reprocher")
    for form in conjugate(verb)
) | {"soutient"}
FEWEST_WORDS = 6
"""Words of a quotation that can tell a position."""


class Stand(NamedTuple):
    """A party's side: the id of its name, the id that is asked about, its French, and its evidence.

    `extent`: where the French stands in the article; `quoted`: it is the party's own quotation; `issue`: what
    is disputed, in English, where code can say it.
    """

    party: str
    key: str
    french: str
    extent: tuple[int, int]
    sentences: tuple[str, ...]
    quoted: bool = False
    issue: str = ""


def stated(marked: MarkedArticle) -> Iterator[tuple[Stand, Stand]]:
    """The disputes that the article states, each as two sides, in the order of the text."""
    for key, sentence in marked.sentences.items():
        if sentence.heading or (before := marked.sentence_before(key)) is None:
            continue
        for find in (_opposed, _answered):
            sides = find(marked, before, key)
            if sides is not None:
                yield sides


def _opposed(marked: MarkedArticle, before: str, key: str) -> tuple[Stand, Stand] | None:
    """« Le groupe veut vendre. X refuse cette vente. »: who wants it, and who opposes it."""
    end = marked.extent(key)[1]
    for name, mention in mentions_in(marked, key):
        match = _OPPOSES.match(marked.text, mention.end, end)
        if match is None or not (match["verb"] is None or match["verb"].lower() in _OPPOSING):
            continue
        other = _who_wants(marked, before, match["noun"])
        if other is None or other.party == name:
            return None
        french = _beginning_with(marked, name, mention, show_plainly(marked, mention.end, end))
        return other, Stand(name, key, french, (mention.end, end), (key,))
    return None


def _who_wants(marked: MarkedArticle, key: str, noun: str) -> Stand | None:
    """The one party of a sentence that wants to do something; what « ce NOUN » is, must be that."""
    start, end = marked.extent(key)
    found = []
    for name, mention in mentions_in(marked, key):
        if wants := _WANTS.match(marked.text, mention.end, end):
            begins = _CLAUSE_BEGINS.search(marked.text[start : mention.start])
            if begins is None or noun in marked.text[start : mention.start]:
                return None
            issue = _issue(marked, name, marked.text[wants.end("wants") : end])
            extent = mention.end, mention.start + main_clause_end(marked.text[mention.start : end])
            french = _beginning_with(marked, name, mention, show_plainly(marked, *extent))
            found.append(Stand(name, key, french, extent, (key,), issue=issue))
    return found[0] if len(found) == 1 else None


def _issue(marked: MarkedArticle, party: str, wanted: str) -> str:
    """« modifier ses statuts »: whether a body should do so, where the dictionary has these words."""
    cut = _CLAUSE_ENDS.search(wanted)
    bare = wanted[: cut.start()].strip() if cut else wanted.strip()
    found = load_dictionary().find(bare)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(bare)):
        return ""
    english, name = found[0].entry.senses[0].english[0], marked.names[party]
    if len(found[0].entry.senses) > 1 or name.kind == "person" or "one's" in english:
        return ""
    return f"whether {name.text} should {english}"


def _answered(marked: MarkedArticle, _before: str, key: str) -> tuple[Stand, Stand] | None:
    """« Pour répondre aux accusations de X, qui affirme que …, Y a affirmé « … » »: both sides."""
    start, end = marked.extent(key)
    for name, mention in mentions_in(marked, key):
        before = _ANSWERS.fullmatch(marked.text[start : mention.start])
        if before is None:
            continue
        match = _WHO_SAYS.match(marked.text, mention.end, end)
        if match is None or match["clause"].split()[0].lower() not in _SAYS:
            return None
        answer = _answer(marked, key, match.end())
        if answer is None or answer.party == name:
            return None
        clause = match.span("clause")
        french = _beginning_with(marked, name, mention, f"{show_plainly(marked, *clause)}.")
        accused = f"{marked.names[name].text}'s {_ACCUSATIONS[before['noun'].lower().rstrip('s')]}"
        return Stand(name, key, french, clause, (key,), issue=accused), answer
    return None


def _answer(marked: MarkedArticle, key: str, start: int) -> Stand | None:
    """The first whole quotation of whoever is quoted in the rest of a sentence, in it or the next one."""
    end = marked.extent(key)[1]
    speaker = None
    for quoted, quotation in marked.outer_quotations.items():
        if quotation.start < start or quotation.speaker is None:
            continue
        if speaker is None and quotation.start < end:
            speaker = quotation.speaker.start
        sentence = marked.sentence_at(quotation.start)
        if quotation.speaker.start != speaker or (
            sentence != key and marked.sentence_before(sentence) != key
        ):
            return None
        if not quotation.partial and len(quotation.text.split()) >= FEWEST_WORDS:
            party = _named_at(marked, quotation.speaker)
            if party is None:
                return None
            named = marked.sentence_at(quotation.speaker.start)
            evidence = tuple(dict.fromkeys((named, sentence)))
            extent = quotation.start, quotation.end
            return Stand(party, quoted, show_plainly(marked, *extent), extent, evidence, quoted=True)
    return None


def _named_at(marked: MarkedArticle, speaker: Mention) -> str | None:
    """The id of the party whose mention a speaker is."""
    return next(
        (
            key
            for key, name in marked.names.items()
            if name.kind in PARTY_KINDS
            and is_proper(name)
            and any(m.start < speaker.end and speaker.start < m.end for m in name.mentions)
        ),
        None,
    )


def mentions_in(marked: MarkedArticle, sentence: str) -> list[tuple[str, Mention]]:
    """The mentions of parties with a name of their own in a sentence, outside quotations, in order."""
    start, end = marked.extent(sentence)
    found = [
        (key, mention)
        for key, name in marked.names.items()
        if name.kind in PARTY_KINDS and is_proper(name)
        for mention in name.mentions
        if start <= mention.start < end
        and not any(q.start <= mention.start < q.end for q in marked.quotations.values())
    ]
    return sorted(found, key=lambda pair: pair[1].start)


def _beginning_with(marked: MarkedArticle, name: str, mention: Mention, rest: str) -> str:
    """A clause that begins with the party's name, with the article that stands before it.

    A noun for the party (« le groupe ») gives way to its name.
    """
    if mention.text == mention.text.lower():
        return f"{marked.names[name].text} {rest.strip()}"
    article = re.search(r"\b(?:l['’]|les?\s|la\s)$", marked.text[: mention.start], re.IGNORECASE)
    return f"{article[0].capitalize() if article else ''}{mention.text} {rest.strip()}"
