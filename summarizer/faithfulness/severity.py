"""How sure the findings of each rule are: the one table that decides what asks a model again.

A rule is `hard` or `firm` only if its complaints about a large model's English were right at least 8
times of 10 on statements that nobody had read while writing it (benchmarks/RESULTS.md has the figures).
"""

from collections.abc import Mapping

from summarizer.faithfulness.issue import Severity

SEVERITY: Mapping[str, Severity] = {
    "no_words": "hard",  # nothing but punctuation or signs
    "control": "hard",  # control characters
    "address": "hard",  # a web address or handle that the article does not have
    "language": "hard",  # not English
    "copy": "hard",  # the French words again
    "number": "hard",  # a number that stands nowhere in the article
    "elsewhere": "soft",  # a number from a sentence about something else
    "rate": "firm",  # "€14 a month" for « 14 euros par mètre carré »
    "share": "soft",  # "most pupils" for « moins de la moitié des élèves »
    "elapsed": "firm",  # "in two years" for « il y a deux ans »
    "crossed": "soft",  # "convicted in 2015, released in 2012" for the reverse
    "deadline": "soft",  # "after 2030" for « d'ici à 2030 »
    "dropped_deadline": "soft",
    "since": "soft",  # “since 2019” for « en 2019 »
    "half_day": "soft",  # “3 p.m.” for « vers 3 heures »
    "term": "soft",  # “20 years old” for « une peine de 20 ans »
    "repeated": "soft",  # “killing 25 and injuring 25” for « 19 morts et 25 blessés »
    "tense": "soft",  # "ruled" for « rendra sa décision »
    "counted_noun": "soft",  # "1,200 customers" for « 1 200 salariés »
    "unit": "firm",  # the right value with another unit
    "place": "soft",  # "third" where the French has three: who comes third is often told by a list alone
    "bound": "firm",  # "at least" for « au plus »
    "name": "firm",  # a name without a counterpart in the article
    "invented_name": "soft",  # ordinary words with capitals: “Righteous Among the Nations” for « Justes »
    "added_name": "soft",  # a first name, nationality or acronym that explains
    "spelling": "soft",  # “Nephrémagog” for « Memphrémagog »: the two languages transliterate apart
    "thing": "soft",  # "helicopters" where the article has no word for any
    "other_bound": "firm",  # "at least" for « environ »
    "rounding": "soft",
    "currency": "firm",
    "marker": "firm",  # "mile 82" for « kilomètre 82 »
    "measure": "soft",
    "sign": "firm",  # "12 degrees" for « -12 degrés »
    "ends": "firm",  # "from 4.1% to 3.2%" for « de 3,2 % à 4,1 % »
    "multiple": "firm",  # "tripled" for « divisées par trois »
    "counted": "firm",
    "parts": "firm",
    "agent": "soft",
    "doer": "soft",  # "approved by the prefect" for « approuvée par le pape »
    "office": "soft",
    "holder": "firm",  # "former minister" for « le ministre »
    "step": "firm",  # "convicted" for « accusé »
    "period": "soft",
    "moment": "soft",  # "until" for « depuis », "winter" for « printemps »
    "false_friend": "soft",  # "pretended" for « prétendent »
    "prefix": "firm",  # "illegally" for « légalement »
    "speaker": "soft",  # said by another than the French says
    "direction": "soft",
    "trend": "firm",
    "denied_clause": "soft",  # “the rise will last” for « rien n'indique que la hausse durera »
    "contest": "soft",  # “France beat Canada” for « s'est inclinée contre les Canadiennes »
    "absolute": "soft",  # “solely”, “every” where the French claims less
    "negation": "soft",  # right 9 of 11 times, but 2 of 4 on statements never read
    "modality": "soft",
}
"""Severity by rule."""
