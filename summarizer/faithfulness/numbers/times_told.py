"""Times that a statement shifts: “since 2019” for « en 2019 », “3 p.m.” for « vers 3 heures », ages."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_SINCE = re.compile(r"\bsince\s(?:[A-Z]\w{2,8}\s|early\s|late\s|mid-)?(?P<year>(?:19|20)\d\d)\b")
_STILL = re.compile(
    r" (?:depuis|des|partir|toujours|encore|jamais|ans|annees?|longtemps|remont\w*"
    r"|(?:cre|fond|elu|nomm|arriv|pris|prend|entr|deven|devient|commenc|debut|lanc|ouv|inaugur|adopt|instaur|introdui"
    r"|install|signe|mari|nait|ne|nee|premier|premiere|dernier|derniere|rejoin|rejoint|recrut|vot|sort|condamn"
    r"|emprisonn|interdi|deced|mort)\w*) "
)
"""French words with which something of that year can still hold."""
_AFTERNOON = re.compile(
    r"\b(?P<hour>[1-6])(?::00)?\s?(?:p\.?m\b\.?|o['’]clock\sin\sthe\s(?:afternoon|evening)|in\sthe\s(?:afternoon|evening))"
)
_LATER = re.compile(r" (?:apres midi|soir\w*|1[3-9] h\w*|2[0-3] h\w*|1[3-9]h\w*|2[0-3]h\w*) ")


_TERM_BEFORE = re.compile(
    r"\b(?:peine|condamn\w+|réclusion|écop\w+|purg\w+|mandat|contrat|bail|garantie)\b[^,.;:]{0,24}\Z",
    re.IGNORECASE,
)
_TERM_BEHIND = re.compile(
    r"\s(?:(?:de|avec|d['’])\s?)?(?:prison|réclusion|sursis|détention|inéligibilité|travaux|ferme)\b"
)


def term_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """An age for what the French has as a term: “20 years old” for « une peine de 20 ans de prison »."""
    for number in said.numbers:
        alike = (
            [each for each in evidence.numbers if (each.value, each.unit) == (number.value, number.unit)]
            if number.kind == "age"
            else []
        )
        if alike and all(_is_term(each, evidence.number_text) for each in alike):
            message = f"“{number.text}” is an age; the French « {alike[0].text} » is a term."
            return [Issue("unit", number.text, message)]
    return []


def _is_term(number: Number, text: str) -> bool:
    before = text[max(0, number.start - 40) : number.start]
    return bool(_TERM_BEFORE.search(before) or _TERM_BEHIND.match(text, number.end))


def since_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """“Since” a year in which the French has something happen."""
    if "since" not in said.words:
        return []
    for match in _SINCE.finditer(said.text):
        year = match["year"]
        compared = (
            f" qu en {year} " in evidence.folded
        )  # “doubled since 1990” for « deux fois plus qu'en 1990 »
        if f" en {year} " in evidence.folded and not compared and not _STILL.search(evidence.folded):
            return [Issue("time_unit", match[0], f"“{match[0]}”: the French says « en {year} ».")]
    return []


def afternoon_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """An hour of the afternoon for « 3 heures », where the French says nothing of an afternoon or evening."""
    if " heure" not in evidence.folded:
        return []
    for match in _AFTERNOON.finditer(said.text):
        hour = match["hour"]
        if re.search(
            rf" (?:a|vers|des|avant|apres|depuis) {hour} heures? ", evidence.folded
        ) and not _LATER.search(evidence.folded):
            return [Issue("number", match[0], f"“{match[0]}”: « {hour} heures » is in the night or morning.")]
    return []
