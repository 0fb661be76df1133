"""Whether the one who acts in a passive is the French one: “approved by the prefect and signed by the pope”.

Compared only where each language has an agent for the verb, and each agent stands in the other language in
another place.
"""

from collections.abc import Sequence

from summarizer.faithfulness.alignment import Alignment, align, is_function_word
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_VERB_REACH, _AGENT_REACH = 8, 4  # words
_ENGLISH_VERB_REACH = 3
_PARTICIPLE = ("ed", "en", "wn", "ght", "ld", "ne", "rt", "ent", "ain")
_FRENCH_PARTICIPLE = (
    "e",
    "ee",
    "es",
    "ees",
    "i",
    "is",
    "ie",
    "ies",
    "u",
    "us",
    "ue",
    "ues",
    "t",
    "te",
    "ts",
    "tes",
)
_PHRASE = 7  # words
_STOP = frozenset({"par", "et", "pour", "dans", "qui", "que", "lors", "le", "en", "avec", "sur", "a", "ou"})
_ENGLISH_STOP = frozenset(
    {"by", "and", "for", "in", "who", "that", "on", "with", "at", "to", "after", "from"}
)


def doer_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A verb whose agent, after “by”, is not the one after « par », and each of the two stands elsewhere."""
    if "by" not in said.words or "par" not in evidence.words:
        return []
    alignment = align(said, evidence)
    for by in (at for at, word in enumerate(said.words) if word == "by"):
        agent, verb = _agent(said.words, by, _ENGLISH_STOP), _participle_before(said.words, by)
        for place in alignment.english.get(verb, ()) if agent and verb is not None else ():
            if (par := _par_behind(place, evidence)) and _is_other(agent, par, alignment):
                return [_issue(by, agent, par, alignment)]
    return []


def _participle_before(words: Sequence[str], by: int) -> int | None:
    """The nearest participle before “by”; none before “by denying” and “by force by”."""
    behind = words[by + 1 : by + 1 + _AGENT_REACH]
    if not behind or behind[0].endswith("ing") or "by" in behind:
        return None
    near = range(by - 1, max(-1, by - 1 - _ENGLISH_VERB_REACH), -1)
    return next(
        (at for at in near if words[at].endswith(_PARTICIPLE) and len(words[at]) > _AGENT_REACH), None
    )


def _agent(words: Sequence[str], at: int, stop: frozenset[str]) -> list[int]:
    """The content words behind a preposition, up to the next one."""
    found: list[int] = []
    for place in range(at + 1, min(at + 1 + _AGENT_REACH, len(words))):
        if words[place] in stop and found:
            break
        if len(words[place]) > 2 and not is_function_word(words[place]):
            found.append(place)
    return found


def _par_behind(verb: int, evidence: Evidence) -> list[int]:
    """The agent of a French verb: the words after the next « par » of its clause."""
    words = evidence.words_in_order
    if not words[verb].endswith(_FRENCH_PARTICIPLE):
        return []
    end = min(verb + _VERB_REACH, evidence.clause_at(verb)[1])
    par = next((at for at in range(verb + 1, end) if words[at] == "par"), None)
    return [] if par is None else _agent(words, par, _STOP)


def _is_other(agent: list[int], par: list[int], alignment: Alignment) -> bool:
    """Whether two agents share nothing, and each has its counterpart elsewhere in the other language."""
    meant = {place for at in agent for place in alignment.english.get(at, ())}
    said = {place for at in par for place in alignment.french.get(at, ())}
    whole = range(agent[0], agent[0] + _PHRASE)  # “by the site of …, a company” names the agent further on
    if not meant or not said or meant & set(par) or not said.isdisjoint(whole):
        return False
    return all(alignment.english.get(at) for at in agent[:1]) and all(
        alignment.french.get(at) for at in par[:1]
    )


def _issue(by: int, agent: list[int], par: list[int], alignment: Alignment) -> Issue:
    words = alignment.said.words
    french = " ".join(alignment.evidence.words_in_order[at] for at in par)
    written = " ".join(words[by : agent[-1] + 1])
    said = written if written in alignment.said.text.lower() else words[agent[-1]]
    at = alignment.said.text.lower().find(said)
    said = alignment.said.text[at : at + len(said)] if at >= 0 else ""
    return Issue("direction", said, f"“{said}”: in the French this is done by « {french} ».")
