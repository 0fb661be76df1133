"""Whether « contre » became “for”: who is against whom is what a reader must not get wrong."""

from collections.abc import Sequence

from summarizer.faithfulness.alignment import keep_order, place_reach
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue

_AGAINST_TEXT = """
against versus vs counter anti compar from oppos fight combat protest than contrast sue suing contest accus
charg criticis criticiz but whereas while down up
"""
_AGAINST = tuple(_AGAINST_TEXT.split())
_TRANSITIVE = ("fight", "protest", "combat")
_NO_OBJECT = frozenset(
    {"for", "on", "in", "at", "to", "by", "and", "as", "of", "with", "outside", "over", "against"}
)
"""Words that cannot begin what is fought: “a protest on Tuesday” does not answer for « contre »."""
_MEETING_TEXT = """
match game fight dispute contrast comparison exchange trade compared deal agreement struggle battle played
play
"""
_MEETING = frozenset(_MEETING_TEXT.split())
"""Words behind which “with” can stand for « contre »."""
_HOSTILE_TEXT = """
fight struggl battl combat war protest demonstrat charg accus complain match sanction attack campaign
propaganda
evidence rall defend defence defense victor defeat appeal
"""
_HOSTILE = tuple(_HOSTILE_TEXT.split())
_PRONOUNS = {"lui": "him", "moi": "me", "elle": "her", "eux": "them", "nous": "us", "elles": "them"}
_FOR_REACH, _FOR_WORDS = 0.08, 2
_NEXT = 3  # words
_ALIKE = 4  # letters


def side_issues(words: Sequence[str], evidence: Evidence) -> list[Issue]:
    """A French « contre » without an answer, and “for” in its place. `words` are the statement's, folded."""
    length, french = len(words), evidence.words_in_order
    if "contre" not in evidence.words or not keep_order(length, len(french)):
        return []
    reach = place_reach(length, len(french))
    free = [at for at, word in enumerate(words) if _answers(words, at, word)]
    for at in (index for index, word in enumerate(french) if word == "contre"):
        near = [answer for answer in free if abs(at / len(french) - answer / length) <= reach]
        if near:
            free.remove(min(near, key=lambda answer: abs(at / len(french) - answer / length)))
        elif _for_stands_there(words, french, at):
            return [Issue("direction", "for", "“for” says the opposite of the French (« contre »).")]
    return []


def _answers(words: Sequence[str], at: int, word: str) -> bool:
    if word == "with":
        return at > 0 and words[at - 1] in _MEETING
    if word.startswith(_TRANSITIVE):
        return at + 1 < len(words) and words[at + 1] not in _NO_OBJECT
    return word.startswith(_AGAINST)


def _for_stands_there(words: Sequence[str], french: Sequence[str], at: int) -> bool:
    """Whether “for” stands where « contre » does, before the same name, or behind a word of fighting."""
    length, reach = len(words), place_reach(len(words), len(french))
    close = max(_FOR_REACH, _FOR_WORDS / max(length, 1))
    behind = french[at + 1 : at + 1 + _NEXT]
    meant = {word[:_ALIKE] for word in behind if len(word) >= _ALIKE}
    pronoun = [_PRONOUNS.get(word) for word in behind[:1]]
    for index, word in enumerate(words):
        apart = abs(at / len(french) - index / length)
        if word != "for" or apart > reach:
            continue
        said = {word[:_ALIKE] for word in words[index + 1 : index + 1 + _NEXT] if len(word) >= _ALIKE}
        hostile = index > 0 and words[index - 1].startswith(_HOSTILE)
        if apart <= close or hostile or meant & said or words[index + 1 : index + 2] == pronoun:
            return True
    return False
