"""Whether a statement gives as certain what the French reports or holds possible.

The French conditional of the press (« il aurait vendu », « la hausse serait de 3 % ») says that
somebody else says so (Grevisse, Le bon usage, § 889: conditionnel d'information incertaine).
"""

from collections.abc import Sequence
from functools import cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.lexicon import Lexicon, build_lexicon, find_classes
from summarizer.faithfulness.places import place_reach

_HEDGES = {
    "modal": (
        "would could may might should reported* alleged* apparent* possibl* possibil* perhaps probabl* "
        "maybe supposed* presum* seem* appear* likely unlikely suspect* expect expects expected expecting "
        "rumoured rumored potential* planned planning plans_to plan_to intend* proposed proposing threaten* "
        "considered considering ought due_to is_to are_to was_to were_to plausib* envisag* forecast* "
        "predict* purported* said_to believed_to thought_to about_to had_to has_to have_to estimat* "
        "suggest* eventual* promis*"
    ),
    "wish": "want* wish* hope* like",
    "power": (
        "can cannot able capab* allow* let lets enabl* unable abilit* capacit* possib* impossib* permit* help"
    ),
    "report": (
        "according claim* accus* say* said believ* told assert* alleg* report* think* thought state* announc*"
    ),
}
_MESSAGE = "The French says this as reported or possible (« {} »): say “reportedly”, “would”, “may” or “can”."
_COORDINATED = 8  # words between two conditionals that one “would” can serve
_OTHER_ANSWERS = {"peu": "power", "vou": "wish", "aim": "wish", "sou": "wish"}
"""What else answers for « peut », « voudrait », « aimerait », « souhaiterait »."""
_CERTAIN_SHARE = 0.4


@cache
def _english() -> Lexicon:
    return build_lexicon(_HEDGES)


def modality_issues(words: Sequence[str], evidence: Evidence) -> list[Issue]:
    """A conditional of the French that the statement, saying the whole of it, leaves out.

    « aurait » and « serait », which report, are answered by an attribution as well (“according to”).
    """
    length, french_length = len(words), len(evidence.words_in_order)
    if not evidence.conditionals or length < _CERTAIN_SHARE * french_length:
        return []
    said = find_classes(_english(), words)
    modal, report = said.get("modal", []), said.get("report", [])
    reach = place_reach(length, french_length)
    free, last = list(modal), -_COORDINATED
    for at, verb in evidence.conditionals:
        usable = [*free, *said.get(_OTHER_ANSWERS.get(verb[:3], ""), ())]
        near = [answer for answer in usable if abs(at / french_length - answer / length) <= reach]
        if near:
            best = min(near, key=lambda answer: abs(at / french_length - answer / length))
            free = [answer for answer in free if answer != best]
        elif at - last > _COORDINATED and not (report and verb.startswith(("aur", "ser"))):
            return [Issue("modality", "", _MESSAGE.format(verb))]
        last = at
    return []
