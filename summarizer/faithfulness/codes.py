"""The codes of findings: which each rule of the check gives and how sure it is, and those of other rooms.

A rule is `hard` or `firm` only if its complaints about a large model's English were right at least 8
times of 10 on statements that nobody had read while writing it (benchmarks/RESULTS.md has the figures).
docs/grounding.md explains each row; a test compares the two.
"""

from collections.abc import Mapping
from typing import NamedTuple

from summarizer.faithfulness.issue import Severity


class Rule(NamedTuple):
    """What a rule of the check calls its findings, and how sure they are: this decides what asks again."""

    code: str
    severity: Severity


RULES: Mapping[str, Rule] = {
    "too_long": Rule("form", "hard"),  # more than a statement can be
    "no_words": Rule("form", "hard"),  # nothing but punctuation or signs
    "control": Rule("form", "hard"),  # control characters
    "address": Rule("form", "hard"),  # a web address or handle that the article does not have
    "language": Rule("language", "hard"),  # not English
    "copy": Rule("copy", "hard"),  # the French words again
    "number": Rule("number", "hard"),  # a number that stands nowhere in the article
    "elsewhere": Rule("number", "soft"),  # a number from a sentence about something else
    "rate": Rule("unit", "firm"),  # "€14 a month" for « 14 euros par mètre carré »
    "share": Rule("direction", "soft"),  # "most pupils" for « moins de la moitié des élèves »
    "elapsed": Rule("time_unit", "firm"),  # "in two years" for « il y a deux ans »
    "crossed": Rule("number", "soft"),  # "convicted in 2015, released in 2012" for the reverse
    "deadline": Rule("time_unit", "soft"),  # "after 2030" for « d'ici à 2030 »
    "dropped_deadline": Rule("time_unit", "soft"),
    "since": Rule("time_unit", "soft"),  # “since 2019” for « en 2019 »
    "half_day": Rule("number", "soft"),  # “3 p.m.” for « vers 3 heures »
    "term": Rule("unit", "soft"),  # “20 years old” for « une peine de 20 ans »
    "repeated": Rule("number", "soft"),  # “killing 25 and injuring 25” for « 19 morts et 25 blessés »
    "tense": Rule("time_unit", "soft"),  # "ruled" for « rendra sa décision »
    "counted_noun": Rule("number", "soft"),  # "1,200 customers" for « 1 200 salariés »
    "unit": Rule("unit", "firm"),  # the right value with another unit
    # "third" where the French has three: who comes third is often told by a list alone
    "place": Rule("number", "soft"),
    "bound": Rule("direction", "firm"),  # "at least" for « au plus »
    "name": Rule("name", "firm"),  # a name without a counterpart in the article
    # ordinary words with capitals: “Righteous Among the Nations” for « Justes »
    "invented_name": Rule("name", "soft"),
    "added_name": Rule("name", "soft"),  # a first name, nationality or acronym that explains
    # “Nephrémagog” for « Memphrémagog »: the two languages transliterate apart
    "spelling": Rule("name", "soft"),
    "thing": Rule("invented", "soft"),  # "helicopters" where the article has no word for any
    "other_bound": Rule("qualifier", "firm"),  # "at least" for « environ »
    "rounding": Rule("qualifier", "soft"),
    "currency": Rule("unit", "firm"),
    "marker": Rule("unit", "firm"),  # "mile 82" for « kilomètre 82 »
    "measure": Rule("unit", "soft"),
    "sign": Rule("number", "firm"),  # "12 degrees" for « -12 degrés »
    "ends": Rule("direction", "firm"),  # "from 4.1% to 3.2%" for « de 3,2 % à 4,1 % »
    "multiple": Rule("direction", "firm"),  # "tripled" for « divisées par trois »
    "counted": Rule("number", "firm"),
    "parts": Rule("direction", "firm"),
    "agent": Rule("direction", "soft"),
    "doer": Rule("direction", "soft"),  # "approved by the prefect" for « approuvée par le pape »
    "office": Rule("name", "soft"),
    "holder": Rule("direction", "firm"),  # "former minister" for « le ministre »
    "step": Rule("direction", "firm"),  # "convicted" for « accusé »
    "period": Rule("time_unit", "soft"),
    "moment": Rule("time_unit", "soft"),  # "until" for « depuis », "winter" for « printemps »
    "false_friend": Rule("wording", "soft"),  # "pretended" for « prétendent »
    "prefix": Rule("negation", "firm"),  # "illegally" for « légalement »
    "speaker": Rule("speaker", "soft"),  # said by another than the French says
    "direction": Rule("direction", "soft"),
    "trend": Rule("direction", "firm"),
    # “the rise will last” for « rien n'indique que la hausse durera »
    "denied_clause": Rule("negation", "soft"),
    # “France beat Canada” for « s'est inclinée contre les Canadiennes »
    "contest": Rule("direction", "soft"),
    "absolute": Rule("direction", "soft"),  # “solely”, “every” where the French claims less
    "negation": Rule("negation", "soft"),  # right 9 of 11 times, but 2 of 4 on statements never read
    "modality": Rule("modality", "soft"),
}
OTHERS = frozenset({
    "cut_off", "figure", "form", "glossary", "id", "length", "name", "no_answer", "no_dictionary",
    "no_probabilities", "not_french", "party", "quotation", "repeat", "rule", "second_reader", "sides",
    "speaker", "too_many", "unsure", "withdrawn",
})  # fmt: skip
"""The codes that sections, plans and readers give."""
