"""Whether a statement gives as certain what the French reports or holds possible.

The French conditional of the press (« il aurait vendu », « la hausse serait de 3 % ») says that
somebody else says so (Grevisse, Le bon usage, § 889: conditionnel d'information incertaine).
"""

from collections.abc import Sequence

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.places import place_reach
from summarizer.faithfulness.said import Said

_MESSAGE = "The French says this as reported or possible (« {} »): say “reportedly”, “would”, “may” or “can”."
_COORDINATED = 8  # words between two conditionals that one “would” can serve
_OTHER_ANSWERS = {"peu": "power", "vou": "wish", "aim": "wish", "sou": "wish"}
"""What else answers for « peut », « voudrait », « aimerait », « souhaiterait »."""
_CERTAIN_SHARE = 0.4
_CLOSE = 0.15  # of the sentence
_CLAUSE = 8  # words


def modality_issues(statement: Said, evidence: Evidence) -> list[Issue]:
    """A conditional of the French that the statement, saying the whole of it, leaves out.

    « aurait » and « serait », which report, are answered by an attribution as well (“according to”).
    """
    length, french_length = len(statement.words), len(evidence.words_in_order)
    if not evidence.conditionals or length < _CERTAIN_SHARE * french_length:
        return []
    said = statement.classes
    modal, report = said.get("modal", []), said.get("report", [])
    certain = [at / length for at in said.get("certain", ())]
    reach = place_reach(length, french_length)
    free, last = list(modal), -_COORDINATED
    for at, verb in evidence.conditionals:
        usable = [*free, *said.get(_OTHER_ANSWERS.get(verb[:3], ""), ())]
        place = at / french_length
        firmly = min((abs(place - will) for will in certain), default=1.0)
        near = [answer for answer in usable if abs(place - answer / length) <= min(reach, firmly)]
        if near:
            best = min(near, key=lambda answer: abs(at / french_length - answer / length))
            free = [answer for answer in free if answer != best]
        elif at - last > _COORDINATED and not (report and _can_be_report(at, verb, evidence, certain)):
            return [Issue("modality", "", _MESSAGE.format(verb))]
        last = at
    return []


def _can_be_report(at: int, verb: str, evidence: Evidence, certain: Sequence[float]) -> bool:
    """Whether an attribution can answer for a conditional: « aurait », « serait » of the press, and not
    what somebody says will be (« a dit que la ligne serait ouverte ») or what stands as “will”.
    """
    if not verb.startswith(("aur", "ser")):
        return False
    length = len(evidence.words_in_order)
    if any(abs(at / length - place) <= _CLOSE for place in certain):
        return False
    before = evidence.words_in_order[max(0, at - _CLAUSE) : at]
    return verb.startswith("aur") or not ({"que", "qu"} & set(before))
