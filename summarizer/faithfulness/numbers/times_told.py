"""Times that a statement shifts: “since 2019” for « en 2019 », “3 p.m.” for « vers 3 heures »."""

import re

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

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


def since_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """“Since” a year in which the French has something happen."""
    if "since" not in said.words:
        return []
    for match in _SINCE.finditer(said.text):
        year = match["year"]
        if f" en {year} " in evidence.folded and not _STILL.search(evidence.folded):
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
