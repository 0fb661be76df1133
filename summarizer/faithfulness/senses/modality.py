"""Whether a statement gives as certain what the French reports or holds possible.

The French conditional of the press (« il aurait vendu », « la hausse serait de 3 % ») says that
somebody else says so (Grevisse, Le bon usage, § 889: conditionnel d'information incertaine).
"""

from collections.abc import Sequence

from summarizer.faithfulness.alignment import align, place_reach
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_MESSAGE = "The French says this as reported or possible (« {} »): say “reportedly”, “would”, “may” or “can”."
_COORDINATED = 8  # words between two conditionals that one “would” can serve
_OTHER_ANSWERS = {"peu": "power", "vou": "wish", "aim": "wish", "sou": "wish"}
"""What else answers for « peut », « voudrait », « aimerait », « souhaiterait »."""
_CERTAIN_SHARE = 0.4
_CLOSE = 0.15  # of the sentence
_CLAUSE = 8  # words
_PRESS = ("aur", "ser", "pour", "dev")
_WEAK = ("sembl", "suscept")
_RELATIVE = frozenset({"qui", "dont", "si", "que", "qu"})
_QUESTION = frozenset({"il", "elle", "ils", "elles", "on", "t"})
_ADVERBS = frozenset({"peut-être"})
_SHORT, _FEW = 16, 8  # words
_POSSIBLE = ("pourr", "peut-", "devr", "peu")
_SURE_WORDS, _SURE = 2, 0.5  # content words of a clause
_RENDERED = 0.4  # of the content words of a clause
_BOUND = frozenset({"que", "qu"})
"""Words before a conditional that make it what is said or supposed, not what is reported."""


def modality_issues(statement: Said, evidence: Evidence) -> list[Issue]:
    """A conditional of the French that the statement, saying the whole of it, leaves out.

    « aurait » and « serait », which report, are answered by an attribution as well (“according to”).
    """
    length, french_length = len(statement.words), len(evidence.words_in_order)
    if not evidence.conditionals:
        return []
    said = statement.classes
    if length < _CERTAIN_SHARE * french_length:
        return _made_certain(statement, evidence)
    report = bool(said.get("report"))
    certain = [at / length for at in said.get("certain", ())]
    loose = {at: report and _can_be_report(at, verb, evidence, certain) for at, verb in evidence.conditionals}
    free, reach = list(said.get("modal", ())), place_reach(length, french_length)
    answered: list[int] = []
    for at, verb in sorted(evidence.conditionals, key=lambda found: (loose[found[0]], found[0])):
        place = at / french_length
        firmly = min((abs(place - will) for will in certain), default=1.0)
        usable = [*free, *said.get(_OTHER_ANSWERS.get(verb[:3], ""), ())]
        near = [answer for answer in usable if abs(place - answer / length) <= min(reach, firmly)]
        if near:
            best = min(near, key=lambda answer: abs(place - answer / length))
            free = [answer for answer in free if answer != best]
            answered.append(at)
        elif (
            not loose[at]
            and not any(abs(at - other) <= _COORDINATED for other in answered)
            and _is_told(at, verb, statement, evidence)
        ):
            return [Issue("modality", "", _MESSAGE.format(verb))]
    return []


def _made_certain(said: Said, evidence: Evidence) -> list[Issue]:
    """A conditional that a short statement renders with “will”, all of its clause and no hedge."""
    if not said.classes.get("certain") or any(said.classes.get(name) for name in ("modal", "wish", "report")):
        return []
    alignment = align(said, evidence)
    for at, verb in evidence.conditionals:
        content = alignment.content_of(*evidence.clause_at(at))
        anchored = sum(place in alignment.french for place in content)
        if verb.startswith(_POSSIBLE) and anchored >= _SURE_WORDS and anchored >= _SURE * len(content):
            return [Issue("modality", "", _MESSAGE.format(verb))]
    return []


def _is_told(at: int, verb: str, said: Said, evidence: Evidence) -> bool:
    """Whether the statement renders the clause of a conditional, and that clause says more than “would”.

    A relative clause, a question and a supposition use the conditional without reporting anything, and
    « peut » or « semble » can go without a change of what is told.
    """
    start, end = evidence.clause_at(at)
    words = evidence.words_in_order
    alignment = align(said, evidence)
    asked = words[at + 1 : at + 2] and words[at + 1] in _QUESTION
    if verb not in _ADVERBS and (asked or verb.startswith("peu")):
        return False
    content = alignment.content_of(start, end)
    anchored = [place for place in content if place in alignment.french]
    unrendered = not anchored and alignment.french and len(words) > _FEW
    if unrendered or (words[start] in _RELATIVE and not verb.startswith(_PRESS)):
        return False
    if alignment.renders_all and len(words) <= _SHORT:
        return True
    if verb.startswith(_WEAK) or words[start] in _RELATIVE:
        return False
    return bool(anchored) and len(anchored) >= _RENDERED * len(content)


def _can_be_report(at: int, verb: str, evidence: Evidence, certain: Sequence[float]) -> bool:
    """Whether an attribution can answer for a conditional: « aurait », « serait » of the press, and not
    what somebody says will be (« a dit que la ligne serait ouverte ») or what stands as “will”.
    """
    if not verb.startswith(("aur", "ser")):
        return False
    length = len(evidence.words_in_order)
    if "si" in evidence.words_in_order[:at]:
        return False  # « si … étaient remplacées, l'essentiel serait évité » supposes
    if any(abs(at / length - place) <= _CLOSE for place in certain):
        return False
    before = evidence.words_in_order[max(0, at - _CLAUSE) : at]
    return verb.startswith("aur") or not (_BOUND & set(before))
