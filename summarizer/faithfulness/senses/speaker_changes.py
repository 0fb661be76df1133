"""Whether a statement gives words to somebody else than the French: “neighbours say” for « selon la police ».

Only an attribution whose speaker the cited French has in no form, while it names another speaker.
"""

import re
from collections.abc import Iterator

from summarizer.english import find_numbers
from summarizer.faithfulness.alignment import is_function_word
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.names.gazetteer import equivalents
from summarizer.faithfulness.said import Said

_VERBS = (
    r"(?:says?|said|told|claim(?:s|ed)?|explain(?:s|ed)|announce[sd]|warn(?:s|ed)|insist(?:s|ed)"
    r"|den(?:ies|ied))"
)
_SPEAKER = re.compile(
    rf"(?:\A|[.;]\s)(?P<first>(?:[\w’'-]++\s){{1,6}}?){_VERBS}\b"
    r"|\b[Aa]ccording\sto\s(?P<second>[\w’'-]++(?:\s[\w’'-]++){0,4})"
    r"|\A(?P<third>[\w’'-]++(?:\s[\w’'-]++){0,4}):\s(?=[‘'“\"]|(?:this|we|I|it|they|there)\b)"
)
_SAYING = (
    r"(?:declar|expliqu|affirm|estim|annonc|indiqu|deplor|assur|precis|soulign|ajout|denonc|rappel|regrett|"
    r"pretend|confi|lanc|martel|jug|decid|reconn|promet|promi|raconte)\w{0,5}"
)
_FRENCH_SPEAKER = re.compile(
    rf" (?:selon|d apres) (?!lui |elle |eux |elles )(?P<named>(?:[a-z0-9]++ ){{1,6}})"
    rf"| (?:le|la|les|l|un|une|des) (?P<before>(?:[a-z0-9]++ ){{1,5}}?)(?:a |ont |avait |avaient )?{_SAYING} "
)
_NOBODY_TEXT = """
he she they it who we people there this that sources source officials official report reports statement media
one both some many others what experts authorities everyone
"""
_NOBODY = frozenset(_NOBODY_TEXT.split())
_GATE_TEXT = """
say says said told claim claims claimed explains explained announces announced warns warned insists insisted
denies denied according
"""
_GATE = frozenset(_GATE_TEXT.split())
"""Words without which, and without a colon, nothing is attributed."""
_WORD = re.compile(r"[^\W_]+")


def speaker_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A speaker of the statement for whom the French has no word, where it names another."""
    if _GATE.isdisjoint(said.words) and ": " not in said.text:
        return []
    speakers = None
    for match in _SPEAKER.finditer(said.text):
        name = (match["first"] or match["second"] or match["third"]).strip()
        words = list(_heads(name))
        if not words or any(_is_there(word, evidence) for word in words):
            continue
        speakers = speakers or [m["named"] or m["before"] for m in _FRENCH_SPEAKER.finditer(evidence.folded)]
        if speakers:
            message = f"“{name}” does not say this in the French: see « {speakers[0].strip()} »."
            return [Issue("speaker", name, message)]
    return []


def _heads(name: str) -> Iterator[str]:
    """The content words of a speaker; none where it is nobody in particular, or a number of things."""
    words = [fold(word) for word in _WORD.findall(name)]
    if _NOBODY.isdisjoint(words) and not find_numbers(name):
        yield from (word for word in words if len(word) > 2 and not is_function_word(word))


def _is_there(word: str, evidence: Evidence) -> bool:
    forms = equivalents().get((word,), ())
    return bool(evidence.places_of(word)) or bool(forms and evidence.has_any(forms))
