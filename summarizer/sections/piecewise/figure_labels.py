"""What a figure measures: a model's label where the French bears it out, else what code can tell."""

import calendar
import re
from functools import cache

from summarizer.english.dictionary import load_dictionary
from summarizer.english.lemmas import conjugate
from summarizer.french import Name
from summarizer.french.numbers.dates import MONTHS_IN_FULL
from summarizer.marking.hints import opening_name
from summarizer.marking.marked_article import MarkedArticle
from summarizer.sections.piecewise.known_words import known_adjective, known_english
from summarizer.sections.piecewise.stakeholders import is_proper
from summarizer.text.folding import plain_letters
from summarizer.text.number import Number
from summarizer.text.word_lists import read_list

_OF = re.compile(r"\s(?:de|d['’])\s?(?:(?:près|plus|moins|quelque|environ)\s(?:de\s|d['’])?)?$")
"""« une offre de 40 millions »: how a noun and its figure hang together."""
_ABOUT = r"(?:(?:près|plus|moins|quelque|environ)\s(?:de\s|d['’])?)?$"
_OBJECT = re.compile(rf"([^\W\d_]+)\s{_ABOUT}")
_AT = re.compile(rf"((?:[^\s,;:.]+\s){{2,7}})à\s{_ABOUT}")
_CLAUSE = re.compile(r"\bqu(?:e\b|['’])")
_ADJECTIVE = re.compile(r"\s([a-zà-ÿ-]+)\b(?=\s?[,.;:)»]|\s(?:en|dans|sur|à|au|pour|depuis|contre)\b)")
_IS_SAID = re.compile(r"\s(?:d['’]entre (?:eux|elles)\s)?(?:sont|étaient|seraient)\s([a-zà-ÿ-]+)\b")
"""« plus de deux millions sont clientes de la banque »: what is said of those who are counted."""
_APPOSITION = re.compile(r",\s([a-zà-ÿ][^,;:.«»]{5,60})(?=[,;.])")
_OF_A_MOMENT = frozenset({"présent", "absent", "suivant", "précédent", "entier", "seul"})
_OF_NAME = re.compile(r"\s(?:de\s(?:la\s|l['’])?|d['’]|du\s)")
_MAKES = re.compile(
    r"\s(?:(?:a|ont)\s)?(?:(?:également|aussi|actuellement|déjà)\s)?"
    r"(?:soumi(?:s|t)|soumettent|présent(?:é|e|ent)|dépos(?:é|e|ent)|formul(?:é|e|ent)|réalis(?:é|e|ent)|lanc(?:é|e|ent)"
    r"|men(?:é|ent)|mène|mènent|boucl(?:é|e|ent)|enregistr(?:é|e|ent)|affich(?:é|e|ent)|dégag(?:é|e|ent)|subi|subit)"
    r"(?:\s[^\W\d_]+ment)?\s(?:une?|son|sa)\s(?:[^\s,;:.]+\s){1,4}(?:de\s|d['’])"
    r"(?:(?:près|plus|moins|quelque|environ)\s(?:de\s|d['’])?)?"
)
"""« X a également soumis une offre de rachat de »: between a subject and the figure of what it makes."""
_VALUES_NAME = re.compile(rf"\sà\s{_ABOUT}")
_RAISES = re.compile(
    r"\s(?:(?:a|ont|vient de)\s)?(?:[^\W\d_]+(?:ment)?\s){1,3}(?:une?|sa|son)\s(?:[^\W\d_]+\s){0,2}"
    r"(?:levée\sde\sfonds|tour\sde\stable)[^;.]*?\svaloris\w+\s(?:l['’]|la\s|le\s)"
    r"(?:entreprise|société|groupe|start-up|jeune\spousse|compagnie)\s(?:[^\W\d_]+\s)?à\s" + _ABOUT
)
"""« X réalise une levée de fonds …, qui valorise l'entreprise à »: a round values who raises the money."""
_GROWN = re.compile(
    r"En\s(hausse|baisse|progression|recul|augmentation)\s(?:de\s|d['’])(?:près de\s|plus de\s)?",
    re.IGNORECASE,
)
_GROWTH = {"hausse": "increase", "progression": "increase", "augmentation": "increase"} | {
    "baisse": "decrease",
    "recul": "decrease",
}
_IT_MULTIPLIED = re.compile(
    r"(?:Un|Le|Ce|Cet)\s(?:nombre|chiffre|total|effectif)\s(?:qui\s)?"
    r"(?:a|aurait|avait)\s(?:(?:plus que|presque|quasiment)\s)?"
)
"""« Un nombre qui a plus que doublé »: a sentence that tells of the figure before it."""
_SINCE = re.compile(r"\sdepuis\s([^\W\d_]+)")
_MONTHS = dict(zip(MONTHS_IN_FULL, calendar.month_name[1:], strict=True))
_PLANNED = re.compile(
    r"(?:,\squi)?\s(?:doi(?:t|vent)|devr(?:a|ait|aient|ont)|prévoi(?:t|ent)\sd['’e]|compte|veut|souhaite|envisage\sd['’e])\s?$"
)
_PLANS = frozenset({"allocation", "commitment", "grant", "investment", "spending"})
"""What is not yet given where « doit » stands before its verb."""
_ADVERB = re.compile(r"(?:en|à|de|au|un|par) ")
_SAID_OF = frozenset({"money", "percent"})
_NUMBER_OF = re.compile(r"\A(?:the )?number of (?=[a-z]+s\b|people\b)", re.IGNORECASE)
"""“7: number of people who died” is seven people who died."""
_WINNER = re.compile(
    r"(?:[^\S\n]|\n(?=[a-zà-ÿ]))(?:(?P<titles>champion(?:ne)?s?|(?:tenante?|détenteur|détentrice)s?\sdu\stitre)|(?P<victories>vainqueurs?)"
    r"|(?P<medals>médaillée?s?)|(?P<prizes>lauréate?s?)|(?P<finals>finalistes?))\b",
    re.IGNORECASE,
)
"""« triple championne du monde », « neuf fois vainqueur »: what was won so many times."""
_SO_MANY_TIMES = re.compile(r"(?:\A(?:double|triple|quadruple|quintuple|sextuple)s?|\bfois)\Z", re.IGNORECASE)
_WON = {
    "titles": "titles won",
    "victories": "victories",
    "medals": "medals won",
    "prizes": "prizes won",
    "finals": "finals reached",
}


def measure_of(marked: MarkedArticle, number: Number, words: str | None) -> str | None:
    """What the figure measures; a score, titles won and what is counted are known without a model."""
    words = words and _NUMBER_OF.sub("", words) if number.kind == "count" else words
    if (
        certain := what_is_won(marked, number)
        or _what_grew(marked, number)
        or _what_multiplied(marked, number)
    ):
        return certain
    if number.kind == "score" and not (words and re.search(r"\bscore\b", words, re.IGNORECASE)):
        return "score of the penalty shoot-out" if "tab" in number.text.lower() else "score"
    before = marked.text[marked.extent(marked.sentence_at(number.start))[0] : number.start]
    if words is None and (counted := what_is_counted(marked, number)):
        return counted + _whose_they_are(marked, number)
    noun = _noun_before(marked, number, before)
    if noun and words in {None, noun}:
        return _with_maker(marked, number, noun)
    return words or _verb_before(marked, number, before)


def known_measure(marked: MarkedArticle, number: Number) -> str | None:
    """What the figure measures where code can tell it well: a label of one word says little."""
    measure = measure_of(marked, number, None)
    return measure if measure and " " in measure else None


def what_is_won(marked: MarkedArticle, number: Number) -> str | None:
    """What was won so many times: « triple championne du monde »; None where nothing is."""
    won = _WINNER.match(marked.text, number.end) if _SO_MANY_TIMES.search(number.text) else None
    return _WON[won.lastgroup] if won and won.lastgroup else None


def _what_grew(marked: MarkedArticle, number: Number) -> str | None:
    """« En hausse d'un tiers, X revendique 40 abonnés »: what the sentence counts rose by a third."""
    start, end = marked.extent(marked.sentence_at(number.start))
    grown = _GROWN.fullmatch(marked.text, start, number.start)
    if grown is None or number.kind not in {"fraction", "percent"}:
        return None
    counted = [n for n in marked.numbers.values() if number.end < n.start and n.end <= end and n.counted]
    noun = what_is_counted(marked, counted[0]) if len(counted) == 1 else None
    return noun and f"{_GROWTH[grown[1].lower()]} in {noun}"


def _what_multiplied(marked: MarkedArticle, number: Number) -> str | None:
    """« Un nombre qui a plus que doublé »: what the one figure of the sentence before counts."""
    start, end = marked.extent(sentence := marked.sentence_at(number.start))
    before = marked.sentence_before(sentence)
    if number.kind != "multiple" or before is None:
        return None
    if not _IT_MULTIPLIED.fullmatch(marked.text, start, number.core_start):
        return None
    first, last = marked.extent(before)
    there = [n for n in marked.numbers.values() if first <= n.start < last and n.value is not None]
    counted = measure_of(marked, there[0], None) if len(there) == 1 and there[0].kind == "count" else None
    since = _SINCE.match(marked.text, number.end, end)
    month = _MONTHS.get(plain_letters(since[1])) if since else None
    return counted and (f"{counted}, since {month}" if month else counted)


def _noun_before(marked: MarkedArticle, number: Number, before: str) -> str | None:
    """The dictionary's English of what a figure is said of: « une offre de rachat de 97 millions »."""
    link = _OF.search(before)
    if link is None or number.kind not in _SAID_OF:
        return None
    found = load_dictionary().find(before[: link.start()])
    nouns = [
        each for each in found if each.entry.part in {"noun", "expr"} and not _ADVERB.match(each.entry.lemma)
    ]
    last = max(nouns, key=lambda each: (each.end, -each.start), default=None)
    if last is None or last.end != link.start():
        return None
    senses = {sense.english[0] for sense in last.entry.senses}
    return last.entry.sense(marked.domain).english[0] if len(senses) == 1 or marked.domain else None


def _with_maker(marked: MarkedArticle, number: Number, noun: str) -> str:
    """A noun with whose it is, where a name is the subject of a verb for making such a thing.

    « Anne Roy a soumis une offre de 97 millions » is "Anne Roy's takeover bid".
    """
    makers = (
        name for end, name in _subjects(marked, number) if _MAKES.fullmatch(marked.text, end, number.start)
    )
    return next((f"{maker}'s {noun}" for maker in makers), noun)


def _subjects(marked: MarkedArticle, number: Number) -> list[tuple[int, str]]:
    """The names that stand before a figure in its sentence, each with the offset where its mention ends."""
    start = marked.extent(marked.sentence_at(number.start))[0]
    name, at = opening_name(marked, start)
    there = [(m.end, n.text) for n in marked.names.values() if is_party_name(n) for m in n.mentions]
    return [(at, name)] * bool(name) + [(end, text) for end, text in there if start <= end <= number.start]


def _whom_it_values(marked: MarkedArticle, number: Number) -> str:
    """Whom « valorise … à 300 milliards » is said of: the name there, or who raises the money."""
    for end, name in reversed(_subjects(marked, number)):
        if _VALUES_NAME.fullmatch(marked.text, end, number.start):
            return f" of {name}"
        if _RAISES.fullmatch(marked.text, end, number.start):
            return f" of {name}"
    return ""


def is_party_name(name: Name) -> bool:
    """Whether a name is a person's or a body's own."""
    return name.kind in {"person", "organisation"} and is_proper(name)


def _whose_they_are(marked: MarkedArticle, number: Number) -> str:
    """Whose those are who are counted, and of which kind.

    « deux millions sont clientes d'OpenAI, abonnées à un service »: customers of it, subscribed to one.
    """
    said = _IS_SAID.match(marked.text, number.end) if number.counted is None else None
    link = _OF_NAME.match(marked.text, said.end()) if said else None
    found = (
        (n.text, m.end) for n in marked.names.values() for m in n.mentions if link and m.start == link.end()
    )
    name, end = next(found, ("", 0))
    return f" of {name}{_of_which_kind(marked, end)}" if name else ""


def _of_which_kind(marked: MarkedArticle, start: int) -> str:
    """The dictionary's English of an apposition that is one expression: « abonnées à un service payant »."""
    apposition = _APPOSITION.match(marked.text, start)
    found = load_dictionary().find(apposition[1]) if apposition else ()
    whole = (each for each in found if apposition and (each.start, each.end) == (0, len(apposition[1])))
    return next((f", {each.entry.senses[0].english[0]}" for each in whole if each.entry.part == "expr"), "")


def _verb_before(marked: MarkedArticle, number: Number, before: str) -> str | None:
    """What a sum is to the verb whose object it is: « perd 700 000 euros »; None where it is not certain."""
    if number.kind != "money":
        return None
    match = _OBJECT.search(before)
    if match and match[1].lower() in _figure_verbs():
        known = _figure_verbs()[match[1].lower()]
        planned = _PLANNED.search(before[: match.start(1)]) if known in _PLANS else None
        if planned is None:
            return known
        at = number.start - len(before) + planned.start()
        who = next((n.text for n in marked.names.values() for m in n.mentions if m.end == at), None)
        return f"planned {known} by {who}" if who else f"planned {known}"
    match = _AT.search(before)
    words = match[1].lower().split()[:-1] if match and not _CLAUSE.search(match[1]) else []
    noun = next((_figure_verbs()[f"{word} …"] for word in words if f"{word} …" in _figure_verbs()), None)
    return noun + _whom_it_values(marked, number) if noun == "valuation" else noun


@cache
def _figure_verbs() -> dict[str, str]:
    """The English noun by each form of a verb; « … » behind those that have the sum behind « à »."""
    found: dict[str, str] = {}
    for line in read_list("english", "figure_verbs"):
        verb, noun = line.split(" = ")
        infinitive, _, rest = verb.partition(" ")
        found |= {form + (rest and f" {rest}"): noun for form in conjugate(infinitive)}
    return found


def what_is_counted(marked: MarkedArticle, number: Number) -> str | None:
    """The dictionary's English of what a number counts: « 84 blessés »; None if it counts nothing known.

    With the one adjective behind it (« 400 millions d'utilisateurs hebdomadaires »); or what those who are
    counted are said to be.
    """
    text = marked.text
    if number.counted is None:
        said = _IS_SAID.match(text, number.end) if number.kind == "count" else None
        if said is None or _is_adjective(said[1]):
            return None
        masculine = re.sub(r"es$", "s", said[1])  # « sont clientes »
        return known_english(said[1]) or known_english(masculine)
    if (noun := known_english(number.counted, marked.domain, sure=True)) is None:
        return None
    match = _ADJECTIVE.match(text, number.end)
    adjective = match and _adjective(match[1])
    return f"{adjective} {noun}" if adjective else noun


def _adjective(french: str) -> str | None:
    """The English of an adjective that says of which kind those are who are counted; else None."""
    of_a_moment = {entry.lemma for entry in load_dictionary().look_up(french)} & _OF_A_MOMENT
    return known_adjective(french) if _is_adjective(french) and not of_a_moment else None


def _is_adjective(french: str) -> bool:
    return any(entry.part == "adj" for entry in load_dictionary().look_up(french))
